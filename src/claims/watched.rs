//! The words and phrases of `watch-words.txt` in the copy.

use crate::attributions::Reading;
use crate::lexicon::{Classes, Watch, WordId};
use crate::tokens::Token;
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
    let is_unknown = |token: &Token| token.word == WordId::UNKNOWN && token.has_letters();
    let may_start = |at: &usize| tokens[*at].is(Classes::WATCH_START) || is_unknown(&tokens[*at]);
    for at in (0..tokens.len()).filter(may_start) {
        let second = tokens.get(at + 1).map_or(0, |next| next.key);
        for watched in reading.lexicon.watch().starting_with(tokens[at].key, second) {
            let end = at + 1 + watched.rest().len();
            let follows = end <= tokens.len() && tokens[at + 1..end].iter().map(|token| token.key).eq(watched.rest());
            if follows {
                found.push(Watched { tokens: at..end, lists: watched.lists() });
            }
        }
    }
    found
}
