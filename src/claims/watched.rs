//! The words and phrases of `watch-words.txt` in the copy.

use crate::attributions::Reading;
use crate::lexicon::{Classes, Watch};
use std::ops::Range;

/// A watched word or phrase of the copy.
#[derive(Debug)]
pub struct Watched {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The lists it stands in.
    pub lists: Watch,
}

/// Every watched word and phrase, in text order; linear.
pub fn watched(reading: &Reading<'_>) -> Vec<Watched> {
    let tokens = &reading.tokens.all;
    let mut found = Vec::new();
    for (at, first) in tokens.iter().enumerate().filter(|(_, token)| token.is(Classes::WATCH_START)) {
        let words = reading.lexicon.watch();
        for alone in words.starting_with(first.key, None) {
            found.push(Watched { tokens: at..at + 1, lists: alone.lists() });
        }
        let Some(second) = tokens.get(at + 1) else { continue };
        for longer in words.starting_with(first.key, Some(second.key)) {
            let end = at + 1 + longer.rest().len();
            let follows = end <= tokens.len() && tokens[at + 1..end].iter().map(|token| token.key).eq(longer.rest());
            if follows {
                found.push(Watched { tokens: at..end, lists: longer.lists() });
            }
        }
    }
    found
}
