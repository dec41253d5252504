//! The words that hedge a claim.

use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// Hedges in the content, in text order: "probably", "may", "is believed to".
pub fn hedges(reading: &Reading<'_>, content: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // most claims hold no such phrase
    let phrases = content.iter().any(|piece| reading.has_phrase(piece.clone(), Meaning::Hedge));
    let starts = if phrases { Classes::HEDGE | Classes::NAME_START } else { Classes::HEDGE };
    for at in content.iter().flat_map(|piece| piece.clone()).filter(|at| reading.token(*at).is(starts)) {
        let phrase = if phrases { reading.phrase_len(at, Meaning::Hedge) } else { 0 };
        let len = if phrase > 0 { phrase } else { usize::from(is_hedge_word(reading, at)) };
        if len > 0 && !is_measured(reading, at) && found.last().is_none_or(|last| last.end <= at) {
            found.push(at..at + len);
        }
    }
    found
}

/// "May" with a capital inside a sentence is the month; "about" hedges a number, and "reported" a thing.
fn is_hedge_word(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    let hedges = match () {
        () if reading.is_any(at, keys!["about", "around"]) => counts(reading, at + 1),
        () if reading.is_any(at, keys!["reported", "alleged"]) => reading.tag(at) == Tag::Adjective,
        () => true,
    };
    token.is(Classes::HEDGE) && hedges && !(token.is(Classes::MONTH) && token.is_capitalised())
}

/// "about |40", "about |$3", "around |a dozen", "about |half": something that is counted.
fn counts(reading: &Reading<'_>, at: usize) -> bool {
    const SOME: &[u64] = keys!["a", "an", "half", "one", "two-thirds", "three-quarters"];
    let some = || reading.is_any(at, SOME);
    let token = reading.tokens.all.get(at);
    token.is_some_and(|token| {
        token.kind == Kind::Number || token.kind == Kind::Sign || token.is(Classes::NUMBER_WORD) || some()
    })
}

/// "23% |more likely", "three times |more likely": a measure.
fn is_measured(reading: &Reading<'_>, at: usize) -> bool {
    let at = if reading.is_word(at, "likely") { at.max(1) - 1 } else { at };
    let more = reading.is_any(at, keys!["more", "less"]) && at > 0;
    more && (reading.tag(at - 1) == Tag::Number || reading.is_any(at - 1, keys!["times", "percent", "cent"]))
}
