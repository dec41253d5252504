//! Another speaker, whose words are no part of the content before them.

use super::telling::is_ing_cue;
use super::trailing_tag::{is_speech_verb, skip_verb_lead};
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::source::{Source, source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::keys;

/// "but the ministry denied": a subject and its finite cue verb; "and that the ministry denied" goes on with what is said.
pub fn new_speaker(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    if at >= limit || reading.tag(at) == Tag::That {
        return false;
    }
    if answers(reading, at, limit) {
        return true;
    }
    let Some(source) = source_after(reading, at, limit) else { return false };
    let end = source.range.end;
    let verb = skip_verb_lead(reading, end, limit);
    // "87 |were shot down"
    let counted = source.range.len() == 1 && reading.tag(source.range.start) == Tag::Number;
    !counted && is_speech_verb(reading, verb, limit)
}

/// "|the minister's answer was that": a noun that attributes, with whose it is.
fn answers(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let noun = reading.phrases.noun_at(at).filter(|noun| noun.start == at && noun.end + 1 < limit);
    noun.is_some_and(|noun| {
        let owned = reading.has_tag(noun.clone(), Tag::Possessive);
        let states = reading.tag(noun.end) == Tag::Be && reading.tag(noun.end + 1) == Tag::That;
        owned && states && reading.token(noun.end - 1).is(Classes::CUE_NOUN)
    })
}

/// "while the union said", "even as Oslo warned"
pub(super) fn contrasts_speaker(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    is_even_as(reading, at, limit)
        || is_unverified(reading, at, limit)
        || at < limit
            && reading.is_any(at, keys!["while", "although", "though", "whereas", "but"])
            && new_speaker(reading, at + 1, limit)
}

/// ", |before a spokesman clarified that": what somebody else said next.
pub(super) fn speaks_next(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    at < limit && reading.is_word(at, "before") && new_speaker(reading, at + 1, limit)
}

/// ", |hours after Oslo said", ", |a day after the ministry denied": what somebody else had said by then.
pub(super) fn spoke_before(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let noun = if at < limit { reading.phrases.noun_at(at).filter(|noun| noun.start == at) } else { None };
    let after = noun.filter(|noun| is_time(reading, noun)).map_or(at, |noun| noun.end);
    after + 1 < limit && reading.is_word(after, "after") && new_speaker(reading, after + 1, limit)
}

/// "called for order |as Quill accused", "rejects plan |after residents warn": what somebody else said at the time, behind content that is no clause.
pub(super) fn speaks_meanwhile(reading: &Reading<'_>, start: usize, at: usize, limit: usize) -> bool {
    // not "says the turmoil |after the vote shows"
    let someone = |last: usize| {
        let people = Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN | Classes::ORGANISATION_NOUN;
        reading.tag(last) != Tag::Noun || reading.token(last).is(people)
    };
    let may = |source: &Source| reading.is_word(at, "as") || someone(source.range.end - 1);
    let who =
        || source_after(reading, at + 1, limit).is_some_and(|source| speaks(reading, &source.range) && may(&source));
    let meanwhile = reading.is_any(at, keys!["as", "after"]);
    meanwhile && !reading.has_finite(start..at) && new_speaker(reading, at + 1, limit) && who()
}

/// "though |the Gazette has not been able to verify this": what the copy says of it.
fn is_unverified(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let though = at < limit && reading.is_any(at, keys!["though", "although", "but"]);
    though && (at + 1..limit.min(at + LONGEST_CAVEAT)).any(|at| reading.is_any(at, keys!["verify", "verified"]))
}

/// Tokens up to the verb of what could not be verified.
const LONGEST_CAVEAT: usize = 14;

/// "even as Oslo warned"
fn is_even_as(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let even_as = at + 2 < limit && reading.is_word(at, "even") && reading.is_word(at + 1, "as");
    even_as && new_speaker(reading, at + 2, limit)
}

/// ", |with other countries saying"
pub(super) fn speaker_saying(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let with = at + 1 < limit && reading.is_word(at, "with");
    let source = with.then(|| source_after(reading, at + 1, limit)).flatten().map(|source| source.range.end);
    let noun = with.then(|| reading.phrases.noun_at(at + 1)).flatten().map(|noun| noun.end);
    // "|with analysts calling it a shock"
    let calls = |verb: usize| {
        reading.tag(verb) == Tag::Ing
            && reading.verb_cue(verb).is_some_and(|cue| cue.frames.intersects(Frames::NAME | Frames::AS))
    };
    source.into_iter().chain(noun).any(|verb| verb < limit && (is_ing_cue(reading, verb) || calls(verb)))
}

/// ", which he said were bribes", ", at which she asked", ", where experts say judges are eager": an aside in somebody's words, and no part of what was said.
pub(super) fn is_others_aside(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    // ", |in what she called a bid to win time"
    let what = |at: usize| reading.tag(at) == Tag::Relative || reading.is_word(at, "what");
    let led = usize::from(at + 2 < limit && reading.tag(at) == Tag::Preposition && what(at + 1));
    let at = at + led;
    let relative = at + 1 < limit && matches!(reading.tag(at), Tag::Relative | Tag::Wh);
    relative && new_speaker(reading, at + 1, limit)
}
