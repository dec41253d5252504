//! The words the lexicon knows, by their lower-case form.

use super::classes::Classes;
use crate::terms::AgentKind;

/// A known word form; [`WordId::UNKNOWN`] stands for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that the lexicon does not know.
    pub const UNKNOWN: WordId = WordId(0);
}

/// What is known of one word form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// All it may be.
    pub classes: Classes,
    /// The verb cue it is a form of.
    pub verb: Option<u32>,
    /// The noun cue it is a form of.
    pub noun: Option<u32>,
    /// The adjective cue it is.
    pub adjective: Option<u32>,
    /// The kind of agent that it heads, as a source noun.
    pub kind: Option<AgentKind>,
}

/// Some of the lexicon's words: one bit each.
#[derive(Debug, Default)]
pub struct WordSet(Vec<u64>);

impl WordSet {
    /// Whether the word is one of them.
    pub fn contains(&self, word: WordId) -> bool {
        self.0.get(word.0 as usize / 64).is_some_and(|bits| bits >> (word.0 % 64) & 1 == 1)
    }

    /// Adds a word.
    pub fn insert(&mut self, word: WordId) {
        let place = word.0 as usize / 64;
        if place >= self.0.len() {
            self.0.resize(place + 1, 0);
        }
        self.0[place] |= 1 << (word.0 % 64);
    }

    /// Takes a word out.
    pub fn remove(&mut self, word: WordId) {
        if let Some(bits) = self.0.get_mut(word.0 as usize / 64) {
            *bits &= !(1 << (word.0 % 64));
        }
    }
}
