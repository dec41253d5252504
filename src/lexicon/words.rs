//! The words the lexicon knows, by their lower-case form.

use super::classes::Classes;
use crate::terms::AgentKind;
use rustc_hash::FxHashMap;

/// A known word form; [`WordId::UNKNOWN`] stands for all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that the lexicon does not know.
    pub const UNKNOWN: WordId = WordId(0);
}

/// What is known of one word form.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// The form itself, in lower case.
    pub text: Box<str>,
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

/// The table of words.
#[derive(Debug)]
pub struct Words {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
}

impl Default for Words {
    fn default() -> Self {
        Self { ids: FxHashMap::default(), words: vec![Word::default()] }
    }
}

impl Words {
    /// The id of a lower-case form; [`WordId::UNKNOWN`] if it is not known.
    pub fn id(&self, lower: &str) -> WordId {
        self.ids.get(lower).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The id of a form, known from now on.
    pub fn learn(&mut self, form: &str) -> WordId {
        let lower = form.to_lowercase().replace('’', "'");
        if let Some(id) = self.ids.get(lower.as_str()) {
            return *id;
        }
        let id = WordId(self.words.len() as u32);
        self.words.push(Word { text: lower.as_str().into(), ..Word::default() });
        self.ids.insert(lower.into(), id);
        id
    }

    /// What is known of a word.
    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The word's entry, to be added to.
    pub fn entry(&mut self, form: &str) -> &mut Word {
        let id = self.learn(form);
        &mut self.words[id.0 as usize]
    }

    /// Adds classes to a word.
    pub fn mark(&mut self, form: &str, classes: Classes) {
        self.entry(form).classes |= classes;
    }

    /// Adds classes to a word by its id.
    pub fn mark_id(&mut self, id: WordId, classes: Classes) {
        self.words[id.0 as usize].classes |= classes;
    }

    /// Every word, the unknown one left out.
    pub fn iter(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().skip(1)
    }
}
