//! No source in the first two paragraphs.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::phrases::Tag;
use crate::terms::Severity;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "lead-no-source",
    summary: "no source in the first two paragraphs",
    severity: Some(Severity::Warning),
    after: "AFP",
    what: "Finds stories that tell something contestable in their first paragraphs and name nobody there who says so.",
    why: "Many readers see the first two paragraphs and no more. What they should doubt or believe depends on who says it.",
    help: "name the source in the first or second paragraph",
    numbers: &[
        Number { name: "paragraphs", default: 2, what: "how many paragraphs may pass without a source" },
        Number { name: "least", default: 4, what: "stories with fewer paragraphs are left alone" },
    ],
    bad: &[
        Example {
            title: "the source comes in the third paragraph",
            copy: "The company that built the harbour bridge bribed two inspectors.\n\nThe money went through an account in Halden, and the cracks were never written down.\n\n\
               \"They were paid to look away,\" Mayor Ada Quill said.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "who counted the dead?",
            copy: "Four soldiers were killed near the border on Monday.\n\nA patrol was shot at from a wood.\n\n\"It was an ambush,\" Colonel Ivo Sorrel said.\n\nThe border has been shut since May.\n",
        },
        Example {
            title: "what the police did",
            copy: "Police tortured at least nine people who had been held after the protests.\n\nThe nine were beaten with cables and kept awake for days.\n\n\"I signed what they wanted,\" said student Ivo Sorrel.\n\nThe protests began in May.\n",
        },
        Example {
            title: "the dead in the second half of the sentence",
            copy: "A rocket hit a crowded market in the capital, killing 14 people and wounding 30.\n\nThe market was full of women who had come to buy bread.\n\n\"I saw bodies everywhere,\" shopkeeper Ivo Sorrel said.\n\nNo group has claimed the attack.\n",
        },
    ],
    good: &[
        Example {
            title: "the source stands in the first paragraph",
            copy: "The company that built the harbour bridge bribed two inspectors, Mayor Ada Quill said on Monday.\n\nThe money went through an account in Halden.\n\n\
                   \"They were paid to look away,\" Quill said.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "trap: an uncontested event",
            copy: "The harbour bridge opened on Monday after a year of works.\n\nIt has two lanes and a path for bicycles.\n\n\"It is beautiful,\" Mayor Ada Quill said.\n\nThe old one opened in 1931.\n",
        },
        Example {
            title: "trap: only spoken of",
            copy: "A workshop on fraud and money laundering opened in Larkhaven on Monday.\n\nIt is for bankers who have been cheated.\n\n\"We are glad to see them,\" Mayor Ada Quill said.\n\nIt ends on Friday.\n",
        },
        Example {
            title: "trap: a court has said so",
            copy: "A court jailed the former mayor for nine years on Monday for taking bribes.\n\nShe hid the money in a shed.\n\n\"We found it in jars,\" police chief Ivo Sorrel said.\n\nShe took office in 2009.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    hit(story, options.number("paragraphs"), options.number("least")).into_iter().collect()
}

fn hit(story: &Story<'_>, paragraphs: usize, least: usize) -> Option<Hit> {
    if story.paragraph_count() < least.max(1) || paragraphs == 0 {
        return None;
    }
    let (first, last) = (story.paragraph_tokens(0), story.paragraph_tokens(paragraphs - 1));
    let lead = first.start..last.end.max(first.end);
    let sourced = |one: &Attribution| one.source.is_some() && one.stance.carries_hop();
    let sourced = story.attributions.iter().any(|one| lead.contains(&one.cue.start) && sourced(one));
    let word = story.told_act(Watch::CONTESTABLE | Watch::TOLL, &lead);
    let word = word.filter(|word| !sourced && !is_on_record(story, word, &lead))?;
    let sentence = story.sentence(word.start);
    Some(
        Hit::new("no source in the first paragraphs", story.span(&sentence), "who says so?")
            .and(story.span(&word), "contestable"),
    )
}

/// Whether the lead tells of a court, a poll or the past, or the act's own sentence keeps its distance. "Police" that did it are no record
/// of it.
fn is_on_record(story: &Story<'_>, act: &Range<usize>, lead: &Range<usize>) -> bool {
    let settled = Watch::LEGAL | Watch::POLL | Watch::HISTORY | Watch::CONVICTED;
    let distant = story.watch(Watch::DISTANCE, &story.sentence(act.start)).is_some();
    distant || is_told(story, act) || story.watched_in(settled, lead).any(|word| !is_doer(story, &word, act))
}

/// Whether the act stands in somebody's words or thoughts.
fn is_told(story: &Story<'_>, act: &Range<usize>) -> bool {
    let holds = |one: &Attribution| one.content.iter().any(|piece| piece.contains(&act.start));
    story.attributions.iter().any(|one| one.source.is_some() && holds(one))
}

/// Whether a noun phrase right before the act's verb ends with the word.
fn is_doer(story: &Story<'_>, word: &Range<usize>, act: &Range<usize>) -> bool {
    let between = |at: usize| matches!(story.reading.tag(at), Tag::Adverb | Tag::Have);
    word.end <= act.start && act.start - word.end <= 3 && (word.end..act.start).all(between)
}
