//! From a byte of the text to a line and a column of the file.

use super::model::Position;
use crate::read::{LineIndex, Source};

/// Looks up positions for one document. Made in time linear in the text; a lookup takes the logarithm of its lines.
#[derive(Debug)]
pub struct Positions<'a> {
    text: &'a str,
    file: File<'a>,
}

/// Where the document's text stands.
#[derive(Debug)]
enum File<'a> {
    /// It is the file.
    Same(LineIndex),
    /// It was taken out of the file.
    Within(&'a Source),
}

impl<'a> Positions<'a> {
    /// The positions of `text`, which was taken out of `source`, or is itself the file.
    pub fn new(text: &'a str, source: Option<&'a Source>) -> Self {
        let file = source.map_or_else(|| File::Same(LineIndex::new(text)), File::Within);
        Self { text, file }
    }

    /// The line of the file where each line of the text begins; empty where the text is the file.
    pub fn lines_of_file(&self) -> Vec<usize> {
        let File::Within(source) = &self.file else { return Vec::new() };
        let after = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        std::iter::once(0).chain(after).map(|start| source.position(start).line).collect()
    }

    /// The position of the byte at `offset`; past the end: the end's. A byte order mark takes no column.
    pub fn of(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        match &self.file {
            File::Same(lines) => lines.position(self.text, offset),
            File::Within(source) => source.position(offset),
        }
    }
}
