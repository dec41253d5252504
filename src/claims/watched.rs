//! The words and phrases of `watch-words.txt` in the copy.

use crate::attributions::Reading;
use crate::lexicon::{self, Classes, Watch};
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
    let words = reading.lexicon.watch();
    for (at, first) in tokens.iter().enumerate() {
        if !first.is(Classes::WATCH_ALONE | Classes::WATCH_START) {
            continue;
        }
        if first.is(Classes::WATCH_ALONE) {
            let alone = words.alone(first.key);
            found.extend(alone.map(|word| Watched { tokens: at..at + 1, lists: word.lists() }));
        }
        if let Some(second) = tokens.get(at + 1).filter(|_| first.is(Classes::WATCH_START)) {
            let longer = words.starting_with(first.key, second.key);
            let standing = longer.filter(|phrase| follows(*phrase, &tokens[at + 1..]));
            found.extend(
                standing.map(|phrase| Watched { tokens: at..at + 1 + phrase.rest().len(), lists: phrase.lists() }),
            );
        }
    }
    found
}

/// Whether the words of a phrase after its first begin `tokens`.
fn follows(phrase: lexicon::Watched<'_>, tokens: &[Token]) -> bool {
    let rest = phrase.rest();
    rest.len() <= tokens.len() && rest.zip(tokens).all(|(word, token)| word == token.key)
}
