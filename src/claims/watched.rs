//! The words and phrases of `watch-words.txt` in the copy.

use crate::attributions::Reading;
use crate::lexicon::{Classes, Watch, WordId};
use crate::tokens::{Token, key_in_lower_case};
use crate::words::lower_case;
use std::borrow::Cow;
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
        for watched in reading.lexicon.watch().starting_with(key_in_lower_case(reading.str(at))) {
            let end = at + 1 + watched.rest().len();
            let mut rest = (at + 1..).zip(watched.rest());
            let follows = end <= tokens.len() && rest.all(|(at, wanted)| is_plainly(reading.str(at), wanted));
            if follows {
                found.push(Watched { tokens: at..end, lists: watched.lists() });
            }
        }
    }
    found
}

/// Whether the word is this one of a list.
fn is_plainly(word: &str, wanted: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(wanted) } else { plain(word) == wanted }
}

/// The word as the list has it: in lower case, and with a plain apostrophe.
fn plain(word: &str) -> Cow<'_, str> {
    let lower = lower_case(word);
    if !lower.is_ascii() && lower.contains('’') { Cow::Owned(lower.replace('’', "'")) } else { lower }
}
