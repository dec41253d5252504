//! Phrases of one or more words, found by their first word.

use super::names::Meaning;
use super::words::WordId;
use rustc_hash::FxHashMap;

/// How the copy must spell a phrase for it to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// Any case.
    Any,
    /// Its first word with a capital.
    Capital,
    /// Its first word all in capitals: "AP", "WHO".
    Capitals,
    /// An article in any case, then a capital: "The Hill", which without it is a hill.
    Article,
}

/// One phrase of the lexicon.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The words after the first.
    pub rest: Box<[WordId]>,
    /// How it must be spelt.
    pub spelling: Spelling,
    /// What it stands for.
    pub meaning: Meaning,
}

/// All phrases, by first word.
#[derive(Debug, Default)]
pub struct Phrases {
    by_first: FxHashMap<WordId, Vec<Phrase>>,
}

impl Phrases {
    /// Adds a phrase that starts with `first`.
    pub fn add(&mut self, first: WordId, phrase: Phrase) {
        self.by_first.entry(first).or_default().push(phrase);
    }

    /// Puts the longest phrases first; called once, after the last `add`.
    pub fn finish(&mut self) {
        for phrases in self.by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    /// The phrases that start with the word, longest first.
    pub fn starting_with(&self, first: WordId) -> &[Phrase] {
        self.by_first.get(&first).map_or(&[], Vec::as_slice)
    }
}
