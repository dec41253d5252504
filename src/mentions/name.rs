//! A name's words, as tokens of the copy.

use crate::attributions::Reading;
use crate::lexicon::Classes;
use std::ops::Range;

/// A name, whose words are tokens; what has no name has an empty one.
#[derive(Debug, Clone, Default)]
pub struct Name {
    /// Where it stands; marks and numbers in it are no words, and neither is the "'s" of "Russia's Defence Ministry".
    tokens: Range<usize>,
    /// How many words it has.
    len: usize,
}

impl Name {
    /// The name that stands in a token range.
    pub fn of(reading: &Reading<'_>, tokens: Range<usize>) -> Self {
        let len = tokens.clone().filter(|at| is_part(reading, *at)).count();
        Self { tokens, len }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its words in order, as tokens.
    pub fn words(&self, reading: &Reading<'_>) -> impl DoubleEndedIterator<Item = usize> + Clone {
        self.tokens.clone().filter(move |at| is_part(reading, *at))
    }

    /// The token of its last word: of a person, the surname.
    pub fn last(&self, reading: &Reading<'_>) -> Option<usize> {
        self.words(reading).next_back()
    }

    /// The keys of its words.
    pub fn keys(&self, reading: &Reading<'_>) -> impl DoubleEndedIterator<Item = u64> {
        self.words(reading).map(|at| reading.token(at).key)
    }

    /// The key of its first word.
    pub fn first_key(&self, reading: &Reading<'_>) -> Option<u64> {
        self.keys(reading).next()
    }

    /// The key of its last word.
    pub fn last_key(&self, reading: &Reading<'_>) -> Option<u64> {
        self.keys(reading).next_back()
    }

    /// Whether a word with this key is among its words.
    pub fn has(&self, reading: &Reading<'_>, key: u64) -> bool {
        self.keys(reading).any(|word| word == key)
    }

    /// Whether both are the same words.
    pub fn is_same(&self, reading: &Reading<'_>, other: &Name) -> bool {
        self.len == other.len && self.keys(reading).eq(other.keys(reading))
    }

    /// Its words as the copy has them.
    pub fn strs<'a>(&self, reading: &Reading<'a>) -> impl DoubleEndedIterator<Item = &'a str> + Clone {
        self.words(reading).map(|at| reading.str(at))
    }
}

fn is_part(reading: &Reading<'_>, at: usize) -> bool {
    let of_country = || at > 0 && reading.token(at - 1).is(Classes::COUNTRY);
    reading.token(at).is_word() && !(reading.token(at).is(Classes::POSSESSIVE_MARK) && of_country())
}
