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
        let second = tokens.get(at + 1).map_or(0, |next| next.key);
        for watched in reading.lexicon.watch().starting_with(first.key, second) {
            let end = at + 1 + watched.rest().len();
            let follows = end <= tokens.len() && tokens[at + 1..end].iter().map(|token| token.key).eq(watched.rest());
            if follows {
                found.push(Watched { tokens: at..end, lists: watched.lists() });
            }
        }
    }
    found
}
