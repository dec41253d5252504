//! One word or mark of the document, with what the lexicon knows of it.

use crate::lexicon::{Classes, WordId, word_key};
use crate::span::Span;
use crate::words::Kind;

/// The values of the keys of words, given in lower case: made when the program is compiled.
macro_rules! keys {
    ($($word:literal),* $(,)?) => {
        const { &[$($crate::lexicon::word_key($word)),*] }
    };
}
pub(crate) use keys;

/// A word or mark.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    start: u32,
    end: u32,
    /// The key of its lower-case form (with a plain apostrophe), by which words are compared: see [`word_key`].
    pub key: u64,
    /// The lexicon's id of its lower-case form.
    pub word: WordId,
    /// All it may be, by the lexicon or else by its ending.
    pub classes: Classes,
    /// What it is by its characters.
    pub kind: Kind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// "word", or no word at all.
    Lower,
    /// "Word", "McWord"
    Capital,
    /// "WORD"; two letters at least.
    Capitals,
}

impl Token {
    /// A token over the bytes `start..end` of the document.
    pub fn new(span: Span, kind: Kind, spaced: bool) -> Self {
        Self {
            start: span.start as u32,
            end: span.end as u32,
            key: word_key(""),
            word: WordId::UNKNOWN,
            classes: Classes::empty(),
            kind,
            case: Case::Lower,
            spaced,
        }
    }

    /// Its bytes in the document.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Its length in bytes.
    pub fn byte_len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it belongs to any of the classes.
    pub fn is(&self, classes: Classes) -> bool {
        self.classes.intersects(classes)
    }

    /// Whether some name or phrase of the lexicon starts with it; most words start none.
    pub fn starts_name(&self) -> bool {
        self.is(Classes::NAME_START | Classes::PHRASE_START)
    }

    /// Whether it is a word (no number, no mark).
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// Whether it is a word or a number.
    pub fn has_letters(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    /// Whether it is written with a capital first letter.
    pub fn is_capitalised(&self) -> bool {
        self.case != Case::Lower
    }

    /// Whether it is a quotation mark of the outer kind (double, or two single ones).
    pub fn is_quote_mark(&self) -> bool {
        matches!(self.kind, Kind::PlainQuote | Kind::OpenQuote | Kind::CloseQuote)
    }
}
