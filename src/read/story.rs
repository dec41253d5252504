//! A story as it is put together from an input's markup.

use super::mapped::Mapped;
use super::piece::{Link, Piece, Role};
use super::stated::Stated;
use crate::span::Span;
use std::ops::Range;

/// One story found in an input.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// Its text, with blank lines between its pieces.
    pub text: Mapped,
    /// What the pieces are, in order.
    pub pieces: Vec<Piece>,
    /// The links in the text.
    pub links: Vec<Link>,
    /// What is stated beside the text.
    pub stated: Stated,
}

/// A piece of markup's text before it is part of a story: a paragraph, a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words.
    pub words: Mapped,
    /// What it is.
    pub role: Role,
    /// Its links: where in the words, and where they lead.
    pub links: Vec<(Range<usize>, String)>,
    /// Whether it stands in an element that marks the story itself.
    pub in_story: bool,
    /// How high a heading it is, 1 the highest; 0 for what is none.
    pub level: u8,
}

impl Story {
    /// Adds a piece.
    pub fn add(&mut self, role: Role, words: &Mapped) {
        self.add_part(role, words, 0..words.len());
    }

    /// Adds the bytes `range` of `words` as a piece.
    pub fn add_part(&mut self, role: Role, words: &Mapped, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            let end = self.text.place(self.text.len());
            self.text.push_as("\n\n", end);
        }
        let start = self.text.len();
        self.text.append(words, range);
        self.pieces.push(Piece { span: Span::new(start, self.text.len()), role });
    }

    /// Adds a block with its links.
    pub fn add_block(&mut self, block: &Block) {
        self.add(block.role, &block.words);
        if let Some(piece) = self.pieces.last().filter(|_| !block.words.is_empty()) {
            let start = piece.span.start;
            let links = block.links.iter().filter(|(range, _)| !range.is_empty());
            let placed = |(range, target): &(Range<usize>, String)| Link {
                span: Span::new(start + range.start, start + range.end),
                target: target.clone(),
            };
            self.links.extend(links.map(placed));
        }
    }

    /// Whether there is anything to read.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
