//! What the copy says of the telling, which is no part of what was told: when, where, whence, and what it is called.

use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames, Meaning};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::{Name, Token, keys};
use std::ops::Range;

/// "confirmed the arrest |in an email": behind a noun phrase, where it was said.
pub(super) fn told_on_occasion(reading: &Reading<'_>, content: Range<usize>) -> Option<usize> {
    let first = reading.phrases.noun_at(content.start).filter(|noun| noun.start == content.start)?.end;
    let occasion = if first < content.end { reading.phrase_len(first, Meaning::Occasion) } else { 0 };
    // "told the minister on air |to stop"
    let asked = first + occasion < content.end && reading.tag(first + occasion) == Tag::To;
    let told = (occasion > 0 && !asked) || is_told_outlet(reading, first, content.end);
    (first < content.end && told).then_some(first)
}

/// "confirmed the closure |to the Herald", "|to the BBC": an outlet up to the end.
fn is_told_outlet(reading: &Reading<'_>, to: usize, end: usize) -> bool {
    let noun = reading.phrases.noun_at(to + 1).filter(|noun| noun.start == to + 1 && noun.end <= end);
    let hears = |name: Name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_));
    let heard = || noun.is_some_and(|mut noun| noun.any(|at| reading.names(at).any(hears)));
    to + 1 < end && reading.is_word(to, "to") && heard()
}

/// "called it “a farce” |in an interview", "called it “a farce,” |noting that": behind a quotation, where or what else was said.
pub(super) fn told_behind_quotation(reading: &Reading<'_>, content: Range<usize>) -> Option<usize> {
    let closes = |at: usize| {
        let quotation = reading.tokens.quotation_at(at - 1);
        quotation.is_some_and(|index| reading.tokens.quotations[index].tokens.end == at)
    };
    let behind_marks = reading.those(content.clone(), Token::is_quote_mark).map(|mark| mark + 1);
    let mut inside = behind_marks.filter(|at| content.contains(at));
    const WHEN: &[u64] = keys!["during", "when", "while", "after", "before", "earlier", "last"];
    // not "said it was “wrong” |when he did so"
    let when = |at: usize| reading.is_any(at, WHEN) && !reading.has_finite(content.start..at);
    let told = |at: usize| {
        let occasion = reading.phrase_len(at, Meaning::Occasion) > 0;
        let names =
            || reading.tag(at) == Tag::Ing && reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::NAME));
        occasion
            || is_word_for_it(reading, at, content.end)
            || names()
            || is_ing_cue(reading, at)
            || when(at)
            || is_source_phrase(reading, at)
    };
    inside.find(|at| closes(*at) && told(*at))
}

/// ", |a charge the party denies", ", |a view echoed by the mayor": what the speaker's words are called, by the copy.
pub fn is_word_for_it(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let that = |at: usize| at < limit && matches!(reading.tag(at), Tag::That | Tag::Relative);
    let is_count = |at: usize| reading.is_any(at, keys!["figure", "number", "tally", "toll"]);
    let is_step = |at: usize| reading.is_any(at, keys!["move", "step", "decision", "change", "development"]);
    let names_words = |at: usize| {
        reading.tag(at) == Tag::Noun && (reading.token(at).is(Classes::CUE_NOUN) || is_count(at) || is_step(at))
    };
    // ", |allegations that Israel denies"
    if at < limit && names_words(at) && reading.token(at).is(Classes::PLURAL) && that(at + 1) {
        return true;
    }
    // ", |something the ministry denies"
    if at + 1 < limit && reading.is_word(at, "something") && reading.tag(at + 1).is_nominal() {
        return true;
    }
    let article = at + 2 < limit && reading.is_any(at, keys!["a", "an"]);
    let word = (at + 1..limit.min(at + 4)).find(|at| names_words(*at)).filter(|word| article && word + 1 < limit);
    word.is_some_and(|word| {
        let next = reading.tag(word + 1);
        // "a report |later denied by the firm"
        let verb = word + 1 + usize::from(next == Tag::Adverb);
        let disputed =
            verb + 1 < limit && reading.token(verb).is(Classes::VERB_PARTICIPLE) && reading.is_word(verb + 1, "by");
        disputed
            || next.is_nominal() && !is_modifier(reading, word, limit)
            || matches!(next, Tag::Relative | Tag::That | Tag::Pronoun)
    })
}

/// "a |defence official", "a |claims manager": before what is one thing, as "a" has it; not "a |claim police dispute".
fn is_modifier(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let part = |at: &usize| matches!(reading.tag(*at), Tag::Noun | Tag::Adjective | Tag::Proper);
    let head = (at + 1..limit).take_while(part).last();
    head.is_some_and(|head| reading.tag(head) == Tag::Noun && !reading.token(head).is(Classes::PLURAL))
}

/// ", without giving details": how it was told, and no part of what was told.
pub fn is_manner_of_telling(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit && reading.is_word(at, "without") && reading.tag(at + 1) == Tag::Ing
}

/// "adding that", "citing", "saying": an -ing cue after a comma.
pub(super) fn is_ing_cue(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::THAT | Frames::QUOTE | Frames::AS_SAYING;
    let leads = |name: &Name| match name.meaning {
        Meaning::Cue(index) => reading.lexicon.cue(index).frames.contains(Frames::SOURCE_BEFORE),
        _ => false,
    };
    // "saying", "taking to Twitter to"
    let states = || reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames));
    reading.tag(at) == Tag::Ing && (states() || reading.names(at).any(|name| leads(&name)))
}

/// ", |before adding that", ", |going on to say that": the speaker's next statement.
pub(super) fn goes_on_telling(reading: &Reading<'_>, at: usize) -> bool {
    if at + 1 >= reading.tokens.all.len() {
        return false;
    }
    let says = |name: &Name| match name.meaning {
        Meaning::Cue(index) => reading.lexicon.cue(index).frames.contains(Frames::THAT),
        _ => false,
    };
    let phrase = || reading.tag(at) == Tag::Ing && reading.names(at).any(|name| says(&name));
    reading.is_any(at, keys!["before", "then"]) && is_ing_cue(reading, at + 1) || phrase()
}

/// ", citing three councillors": whence the speaker has it, and no part of what is said.
pub(super) fn is_relay(reading: &Reading<'_>, at: usize) -> bool {
    let is_ing = at < reading.tokens.all.len() && reading.tag(at) == Tag::Ing;
    is_ing && reading.verb_cue(at).is_some_and(|cue| cue.stance == Stance::Cites)
}

/// "according to"
pub(super) fn is_source_phrase(reading: &Reading<'_>, at: usize) -> bool {
    reading.names(at).any(|name| match name.meaning {
        Meaning::Cue(index) => reading.lexicon.cue(index).frames.contains(Frames::SOURCE_AFTER),
        _ => false,
    })
}
