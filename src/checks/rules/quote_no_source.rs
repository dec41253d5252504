//! A quotation that no source is tied to.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::document::BlockKind;
use crate::lexicon::Classes;
use crate::terms::Severity;
use crate::tokens::Quotation;
use crate::words::Kind;
use rustc_hash::FxHashMap;
use std::cell::LazyCell;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "quote-no-source",
    summary: "a quotation that no source is tied to",
    severity: Some(Severity::Error),
    after: "Reuters, AP",
    what: "Finds quotations of several words, with a verb in them, that no speaker is tied to: none in the sentence, and none just before whom the quotation could belong to.",
    why: "Quotation marks promise that somebody said these very words. A reader who cannot tell who it was cannot weigh them.",
    help: "name the speaker beside the quotation, or take the marks away",
    numbers: &[Number { name: "words", default: 4, what: "the fewest words a quotation must have" }],
    bad: &[
        Example {
            title: "nobody is quoted",
            copy: "The harbour bridge closed on Monday.\n\n\"We were never told that the piers were cracked.\"\n\nThe ferry runs all night.\n",
        },
        Example {
            title: "in the middle of a paragraph",
            copy: "The bridge was shut on Monday. \"We were never told that it was going to be shut for a whole year.\" The town has two bridges.\n",
        },
    ],
    good: &[
        Example {
            title: "the speaker stands beside it",
            copy: "The harbour bridge closed on Monday.\n\n\"We were never told that the piers were cracked,\" Mayor Ada Quill said.\n",
        },
        Example {
            title: "trap: a title",
            copy: "The museum shows \"The Night We Were Young\" until May. It opens at nine.\n",
        },
        Example {
            title: "trap: scare quotes",
            copy: "The ministry's \"new way\" to pay is an old one. It was tried before.\n",
        },
        Example {
            title: "trap: a quotation that goes on in the next paragraph",
            copy: "Mayor Ada Quill was angry. \"We were never told that the piers were cracked,\" she said. \"Nobody told us.\n\n\"And nobody asked us about it.\"\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let (sourced, claims) = (sourced(story), LazyCell::new(|| claims_at(story)));
    let quotations = story.reading.tokens.quotations.iter();
    let lone = quotations.filter(|quotation| {
        let free = !sourced[quotation.tokens.clone()].iter().any(|s| *s);
        free && is_speech(story, quotation, options.number("words")) && stands_alone(story, &quotation.tokens)
    });
    lone.map(|quotation| hit(story, &claims, &quotation.tokens)).collect()
}

/// Per token, whether some source is tied to it.
fn sourced(story: &Story<'_>) -> Vec<bool> {
    let mut sourced = vec![false; story.reading.tokens.all.len()];
    let outside = |head: usize| !story.reading.tokens.is_quoted(head);
    let attributed = story.attributions.iter().filter(|one| outside(one.head)).flat_map(|one| &one.content);
    let speaks = |claim: &Claim| claim.chain.iter().any(|hop| hop.agent.is_some() && hop.rule == "lone-quotation");
    let inherited = story.attributed().filter(|(_, claim)| speaks(claim));
    let claimed = inherited.flat_map(|(_, claim)| &claim.occurrences).flat_map(|one| &one.content);
    for range in attributed.chain(claimed) {
        sourced[range.clone()].fill(true);
    }
    sourced
}

/// Whether a quotation reads as somebody's words: long enough, with a verb, no title, and not the middle of a longer one.
fn is_speech(story: &Story<'_>, quotation: &Quotation, words: usize) -> bool {
    let range = &quotation.tokens;
    let kind = story.block_kind(range.start);
    let in_story = matches!(kind, BlockKind::Lead | BlockKind::Body) && !story.is_copy(range.start);
    let count = range.clone().filter(|at| story.reading.token(*at).has_letters()).count();
    let verb = range.clone().any(|at| story.reading.tag(at).is_finite());
    in_story && quotation.continues.is_none() && count >= words && verb && !is_title(story, range)
}

/// Whether the quotation fills its sentences, and nothing beside it can lead to the speaker: no colon before it, and neither a
/// cue nor a name nor a pronoun in the sentences before and behind.
fn stands_alone(story: &Story<'_>, range: &Range<usize>) -> bool {
    let whole = range.start == story.sentence(range.start).start && range.end + 1 >= story.sentence(range.end - 1).end;
    let sentences = &story.reading.tokens.sentences;
    let (first, last) =
        (story.reading.tokens.sentence_at(range.start), story.reading.tokens.sentence_at(range.end - 1));
    let before = first.checked_sub(1).map_or(0..0, |at| sentences[at].tokens.clone());
    let behind = sentences.get(last + 1).map_or(0..0, |next| next.tokens.clone());
    let colon = before
        .end
        .checked_sub(1)
        .is_some_and(|at| matches!(story.reading.token(at).kind, Kind::Colon | Kind::Comma | Kind::Dash));
    whole && !colon && !leads_to_speaker(story, before) && !leads_to_speaker(story, behind)
}

fn leads_to_speaker(story: &Story<'_>, mut sentence: Range<usize>) -> bool {
    let people = Classes::PRONOUN_SUBJECT | Classes::GIVEN_NAME | Classes::TITLE;
    let from = story.attributions.partition_point(|one| one.cue.start < sentence.start);
    let cued = story.attributions[from..].iter().take_while(|one| one.cue.start < sentence.end);
    if cued.into_iter().any(|one| one.stance.carries_hop()) {
        return true;
    }
    sentence.any(|at| story.reading.token(at).is(people) || story.reading.token(at).is_quote_mark())
}

/// "The Night We Were Young": all long words have capitals.
fn is_title(story: &Story<'_>, range: &Range<usize>) -> bool {
    let long = range.clone().filter(|at| story.reading.token(*at).is_word() && story.reading.str(*at).len() > 3);
    let small = long.filter(|at| !story.reading.token(*at).is_capitalised()).count();
    small == 0
}

/// Claims by the sentence that they start in.
fn claims_at(story: &Story<'_>) -> FxHashMap<usize, usize> {
    let claims = story.claims.iter().enumerate();
    let occurrences = claims.flat_map(|(index, claim)| claim.occurrences.iter().map(move |one| (index, one)));
    occurrences.map(|(index, one)| (story.sentence(one.content[0].start).start, index)).collect()
}

fn hit(story: &Story<'_>, claims: &FxHashMap<usize, usize>, range: &Range<usize>) -> Hit {
    let claim = claims.get(&story.sentence(range.start).start).copied();
    Hit::new("a quotation that no source is tied to", story.span(range), "who says this?").about(claim)
}
