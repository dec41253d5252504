//! Whether two claims say the same, by their content words.

use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::span::Span;
use std::ops::Range;

/// The content words of a claim, cut to their first letters so that "Korea" and "Korean" agree.
#[derive(Debug, Clone)]
pub struct Words {
    /// In order, each once.
    all: Vec<Stem>,
}

/// How many letters of a word are compared.
const STEM: usize = 5;

/// The first letters of a word as the digits of one number: its bytes, or, where some letter is beyond ASCII, a number (modulo 2^64) that
/// no two words share by chance.
type Stem = u64;

const SMALL: Classes = Classes::DETERMINER
    .union(Classes::PREPOSITION)
    .union(Classes::PRONOUN)
    .union(Classes::POSSESSIVE_DETERMINER)
    .union(Classes::AUXILIARY)
    .union(Classes::COORDINATOR)
    .union(Classes::SUBORDINATOR)
    .union(Classes::TO)
    .union(Classes::THAT)
    .union(Classes::POSSESSIVE_MARK);

impl Words {
    /// The content words in the token ranges.
    pub fn of(reading: &Reading<'_>, content: &[Range<usize>]) -> Self {
        let mut all: Vec<Stem> = stems(reading, content).collect();
        all.sort_unstable();
        all.dedup();
        Self { all }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Whether both have the very same words.
    pub fn same(&self, other: &Words) -> bool {
        !self.all.is_empty() && self.all == other.all
    }

    /// How many of a hundred of these words stand in the other too.
    pub fn share_in(&self, other: &Words) -> usize {
        if self.all.is_empty() {
            return 0;
        }
        let mut others = other.all.iter().peekable();
        let is_shared = |stem: &&Stem| {
            while others.next_if(|other| other < stem).is_some() {}
            others.peek() == Some(stem)
        };
        100 * self.all.iter().filter(is_shared).count() / self.all.len()
    }
}

/// The content words of a claim in brief: a bit for each, which few others share. Claims with the same words have the same; without
/// any, none.
pub fn sketch(reading: &Reading<'_>, content: &[Range<usize>]) -> u64 {
    stems(reading, content).fold(0, |sketch, stem| sketch | 1 << (stem.wrapping_mul(DIGITS) >> (u64::BITS - 6)))
}

/// Every content word in the token ranges.
fn stems(reading: &Reading<'_>, content: &[Range<usize>]) -> impl Iterator<Item = Stem> {
    let tokens = content.iter().flat_map(|piece| &reading.tokens.all[piece.clone()]);
    let text = reading.tokens.text;
    tokens.filter(|token| token.has_letters() && !token.is(SMALL)).map(move |token| stem(text, token.span()))
}

fn stem(text: &str, word: Span) -> Stem {
    near_stem(text.as_bytes(), word).unwrap_or_else(|| any_stem(word.of(text)))
}

/// The stem of a word in ASCII, from its place in the text: some bytes are read in one go. `None` at the text's end too.
fn near_stem(text: &[u8], word: Span) -> Option<Stem> {
    let letters = Stem::from_be_bytes(*text[word.start..].first_chunk()?);
    let stem = letters >> ((size_of::<Stem>() - word.len().min(STEM)) * u8::BITS as usize);
    (stem & NOT_ASCII == 0).then_some(stem | LOWER_CASE)
}

/// The bit that bytes beyond ASCII have.
const NOT_ASCII: Stem = Stem::from_ne_bytes([0x80; 8]);
/// The bit that small letters have, and the digits and marks of words.
const LOWER_CASE: Stem = Stem::from_ne_bytes([0x20; 8]);

fn any_stem(word: &str) -> Stem {
    let first = &word.as_bytes()[..word.len().min(STEM)];
    if first.is_ascii() {
        return first.iter().fold(LOWER_CASE, |stem, letter| stem << u8::BITS | Stem::from(*letter) | LOWER_CASE);
    }
    let letters = word.to_lowercase();
    letters.chars().take(STEM).fold(1, |stem, letter| stem.wrapping_mul(DIGITS).wrapping_add(letter.into()))
}

/// Any large odd number does.
const DIGITS: u64 = 0x9E37_79B9_7F4A_7C15;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_stem_is_the_same_wherever_the_word_stands(word in "[A-Za-z0-9é’.&-]{1,9}", after in "[a-z ]{0,9}") {
            let text = format!("{word}{after}");
            prop_assert_eq!(stem(&text, Span::new(0, word.len())), any_stem(&word));
        }
    }
}
