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
