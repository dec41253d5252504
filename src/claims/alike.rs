//! Whether two claims say the same, by their content words.

use crate::attributions::Reading;
use crate::lexicon::Classes;
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
        let is_content = |at: &usize| reading.token(*at).has_letters() && !reading.token(*at).is(SMALL);
        let mut all: Vec<Stem> = Vec::with_capacity(content.iter().map(ExactSizeIterator::len).sum());
        for piece in content {
            all.extend(piece.clone().filter(is_content).map(|at| stem(reading.str(at))));
        }
        all.sort_unstable();
        all.dedup();
        Self { all }
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

fn stem(word: &str) -> Stem {
    let (mut first, mut all) = (0, 0);
    for letter in word.bytes().take(STEM) {
        first = first << u8::BITS | Stem::from(letter.to_ascii_lowercase());
        all |= letter;
    }
    if all.is_ascii() {
        return first;
    }
    let letters = word.to_lowercase();
    letters.chars().take(STEM).fold(1, |stem, letter| stem.wrapping_mul(DIGITS).wrapping_add(letter.into()))
}

/// Any large odd number does.
const DIGITS: u64 = 0x9E37_79B9_7F4A_7C15;
