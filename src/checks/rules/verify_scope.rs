//! "Could not verify", and no claim that it could be about.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::lexicon::{Classes, Watch};
use crate::terms::Severity;
use crate::tokens::keys;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "verify-scope",
    summary: "\"could not verify\" that no claim can be tied to",
    severity: Some(Severity::Note),
    after: "BBC",
    what: "Finds lines such as \"could not independently verify the report\" with no attributed claim in the paragraphs before or in their own. A line that stands for a whole war is right where it is.",
    why: "The reader must be able to tell what was not verified, and what was.",
    help: "put the line right behind the claim, or say which claim it is about",
    numbers: &[Number { name: "paragraphs", default: 2, what: "how many paragraphs back the claim may stand" }],
    bad: &[
        Example {
            title: "verify what?",
            copy: "The harbour bridge opened in 1931.\n\nIt has two lanes.\n\nThe report could not be independently verified.\n\nThe ferry runs all night.\n",
        },
        Example {
            title: "in the words of another desk",
            copy: "The bridge opened in 1931.\n\nIt has two lanes.\n\nIt was not possible to verify the accounts independently.\n",
        },
    ],
    good: &[
        Example {
            title: "right behind the claim",
            copy: "The harbour bridge opened in 1931.\n\nThree piers are cracked, the BBC reported.\n\nThe report could not be independently verified.\n",
        },
        Example {
            title: "trap: a blanket line on a war",
            copy: "The harbour bridge opened in 1931.\n\nIt has two lanes.\n\nAccounts of the fighting could not be independently verified.\n",
        },
        Example {
            title: "trap: the line follows what it is about",
            copy: "The ministry put the number of dead at 30. The figure could not be independently confirmed.\n",
        },
        Example {
            title: "trap: whose account it is stands in the line",
            copy: "Reuters could not independently verify the account, which was given by two officials on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let claims = story.attributions.iter().filter(|one| one.stance.carries_hop());
    let cues: Vec<usize> = claims.map(|one| one.cue.start).collect();
    let lines = story.all_watched(Watch::VERIFICATION).filter(|line| {
        let sentence = story.sentence(line.start);
        let war = story.watch(Watch::CONFLICT, &sentence).is_some();
        let told = story.reading.tokens.is_quoted(line.start)
            || goes_on(story, &sentence)
            || names_source(story, line, &sentence);
        !war && !told
            && story
                .paragraph(line.start)
                .is_some_and(|here| !has_claim(story, &cues, here, options.number("paragraphs"), &sentence))
    });
    lines
        .map(|line| {
            Hit::new("no claim that this could be about", story.span(&story.sentence(line.start)), "verify what?")
        })
        .collect()
}

/// Whether one of the `cues`, which are in order, stands in the paragraph or before it, outside the line itself.
fn has_claim(story: &Story<'_>, cues: &[usize], here: usize, back: usize, line: &Range<usize>) -> bool {
    let from = story.paragraph_tokens(here.saturating_sub(back)).start;
    let to = story.paragraph_tokens(here).end;
    let has_cue = |range: Range<usize>| {
        let next = cues.get(cues.partition_point(|cue| *cue < range.start));
        next.is_some_and(|cue| *cue < range.end)
    };
    has_cue(from..line.start) || has_cue(line.end..to)
}

/// Whether another sentence of the paragraph stands before: that is what "the figure" is.
fn goes_on(story: &Story<'_>, sentence: &Range<usize>) -> bool {
    sentence.start > 0 && story.block(sentence.start) == story.block(sentence.start - 1)
}

/// "could not verify the account, |which two officials gave": whose claim it is stands in the line itself.
fn names_source(story: &Story<'_>, line: &Range<usize>, sentence: &Range<usize>) -> bool {
    let people = Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN | Classes::ORGANISATION_NOUN;
    let whose = |at: usize| {
        story.reading.is_any(at, keys!["by", "from", "of"]) || story.reading.token(at).is(Classes::POSSESSIVE_MARK)
    };
    let near = |at: usize| (at + 1..sentence.end.min(at + 6)).any(|next| story.reading.token(next).is(people));
    let owned = |at: usize| {
        story.reading.token(at).is(Classes::POSSESSIVE_MARK)
            && at > sentence.start
            && story.reading.token(at - 1).is(people)
    };
    sentence.clone().filter(|at| !line.contains(at) && whose(*at)).any(|at| near(at) || owned(at))
}
