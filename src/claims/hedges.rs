//! The words that hedge a claim.

use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning};
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
        if len > 0 && found.last().is_none_or(|last| last.end <= at) {
            found.push(at..at + len);
        }
    }
    found
}

/// "May" with a capital inside a sentence is the month.
fn is_hedge_word(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    token.is(Classes::HEDGE) && !(token.is(Classes::MONTH) && token.is_capitalised())
}
