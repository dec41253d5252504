//! Tokens, sentences and quotations of a document.

mod holders;
mod names;
mod quotations;
mod sentences;
mod token;
mod tokenise;

pub use holders::Holders;
pub use names::Name;
pub use quotations::Quotation;
pub use sentences::Sentence;
pub(crate) use token::keys;
pub use token::{Case, Token};

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::link_notes;
use crate::span::Span;
use names::Names;
use std::ops::Range;

/// A document's tokens and what they form.
#[derive(Debug)]
pub struct Tokens<'a> {
    /// The document's text.
    pub text: &'a str,
    /// All tokens of the blocks that are read, in order.
    pub all: Vec<Token>,
    /// Sentences in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Marks of any sort that open or close quotations, in order.
    pub quotation_marks: Vec<usize>,
    /// Outer quotations in order; none crosses a block.
    pub quotations: Vec<Quotation>,
    /// Per token, its sentence.
    sentence_of: Vec<u32>,
    /// Per token, the quotation that holds it (marks included).
    quotation_of: Holders,
    /// The lexicon's phrases in the copy.
    names: Names,
}

impl<'a> Tokens<'a> {
    /// Cuts the blocks of a document that are read; linear.
    pub fn of(document: &'a Document, lexicon: &Lexicon) -> Self {
        // a word and its blank take some six bytes, and hardly ever fewer than four
        let mut all = Vec::with_capacity(document.text.len() / 4);
        let mut sentences = Vec::with_capacity(document.blocks.len());
        let mut blocks = Vec::with_capacity(document.blocks.len());
        let has_notes = link_notes::may_have(&document.text);
        for (index, block) in document.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_read()) {
            let start = all.len();
            let mut cut = |piece: Span| tokenise::tokenise(&document.text, piece, lexicon, &mut all);
            match has_notes {
                true => link_notes::pieces_between(&document.text, block.span).into_iter().for_each(cut),
                false => cut(block.span),
            }
            sentences::sentences(&all, start..all.len(), index, lexicon, &mut sentences);
            blocks.push(start..all.len());
        }
        let quotation_marks = quotations::marks(&all);
        let quotations = quotations::quotations(&all, &blocks, &quotation_marks);
        let numbered = quotations.iter().enumerate();
        let quotation_of = Holders::of(numbered.map(|(index, one)| (index, one.tokens.clone())), all.len());
        let sentence_of = sentences_of(&sentences, all.len());
        let names = Names::of(&all, lexicon);
        Self { text: &document.text, all, sentences, quotation_marks, quotations, sentence_of, quotation_of, names }
    }

    /// The lexicon's phrases that start at the token, longest first.
    pub fn names_at(&self, token: usize) -> &[Name] {
        self.names.at(token)
    }

    /// The lexicon's phrases that start within `tokens`.
    pub fn names_within(&self, tokens: Range<usize>) -> &[Name] {
        self.names.within(tokens)
    }

    /// Index of the sentence that holds the token; past the last token, the number of sentences.
    pub fn sentence_at(&self, token: usize) -> usize {
        self.sentence_of.get(token).map_or(self.sentences.len(), |index| *index as usize)
    }

    /// The quotation (by index) that holds the token, its marks included.
    pub fn quotation_at(&self, token: usize) -> Option<usize> {
        self.quotation_of.at(token)
    }

    /// Whether the token stands inside quotation marks; the marks themselves do not.
    pub fn is_quoted(&self, token: usize) -> bool {
        self.quotation_at(token).is_some_and(|index| {
            let quotation = &self.quotations[index];
            token > quotation.tokens.start && !(quotation.closed && token + 1 == quotation.tokens.end)
        })
    }

    /// The token's own words.
    pub fn str(&self, token: usize) -> &'a str {
        self.all[token].span().of(self.text)
    }

    /// The bytes from the first token of `range` to its last; an empty range is empty at its place.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (self.all.get(range.start), range.end.checked_sub(1).and_then(|last| self.all.get(last))) {
            (Some(first), Some(last)) if !range.is_empty() => Span::new(first.span().start, last.span().end),
            (Some(first), _) => Span::new(first.span().start, first.span().start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }
}

fn sentences_of(sentences: &[Sentence], len: usize) -> Vec<u32> {
    let mut of = Vec::with_capacity(len);
    for (index, sentence) in sentences.iter().enumerate() {
        of.resize(sentence.tokens.end, index as u32);
    }
    of
}
