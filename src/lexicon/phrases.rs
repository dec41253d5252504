//! Phrases of one or more words, found by their first three words.

use super::names::Meaning;
use super::rows::PhraseRow;
use super::words::WordId;
use zerocopy::little_endian::U32;

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
#[derive(Debug, Clone, Copy)]
pub struct Phrase<'a> {
    pub(super) rest: &'a [U32],
    pub(super) row: &'a PhraseRow,
}

/// The key under which phrases are found that begin with these words; of two words there is no third, and an unknown one stands for it.
pub fn start(first: WordId, second: WordId, third: WordId) -> u64 {
    let words = u64::from(first.0) << 42 ^ u64::from(second.0) << 21 ^ u64::from(third.0);
    // an index looks at higher bits than those that the first word takes alone
    words ^ words >> 32
}

impl<'a> Phrase<'a> {
    /// How it must be spelt.
    pub fn spelling(&self) -> Spelling {
        self.row.spelling()
    }

    /// What it stands for.
    pub fn meaning(&self) -> Meaning {
        self.row.meaning()
    }

    /// The words after the first.
    pub fn rest(&self) -> impl ExactSizeIterator<Item = WordId> + use<'a> {
        self.rest.iter().map(|id| WordId(id.get()))
    }
}
