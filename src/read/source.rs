//! The file that a text was taken out of, to find lines and columns in it.

use super::lines::{LineIndex, Position};
use super::mapped::Places;
use crate::span::Span;
use std::sync::{Arc, OnceLock};

/// A decoded file, shared by the documents that were found in it.
#[derive(Debug)]
pub struct SourceFile {
    text: String,
    /// How many lines stand before `text` in the file: it may be one line of many.
    lines_before: usize,
    lines: OnceLock<LineIndex>,
    comments: OnceLock<Vec<Span>>,
}

impl SourceFile {
    /// The file with the decoded `text`.
    pub fn new(text: String) -> Self {
        Self::after_lines(text, 0)
    }

    /// A piece of a file that `lines_before` lines stand before.
    pub fn after_lines(text: String, lines_before: usize) -> Self {
        Self { text, lines_before, lines: OnceLock::new(), comments: OnceLock::new() }
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The comments that begin with `name`, markers included. They are looked for once, for all documents of the file; the name is the
    /// same each time.
    pub fn comments(&self, name: &str) -> &[Span] {
        self.comments.get_or_init(|| comments(&self.text, name))
    }

    /// The position of the byte at `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let lines = self.lines.get_or_init(|| LineIndex::new(&self.text));
        let found = lines.position(&self.text, offset);
        Position { line: found.line + self.lines_before, ..found }
    }
}

/// The comments of markup that begin with `name`, markers included, in order. What is not closed is none.
pub fn comments(text: &str, name: &str) -> Vec<Span> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(open) = text[at..].find("<!--").map(|open| at + open) {
        let Some(end) = text[open + 4..].find("-->").map(|close| open + 4 + close + 3) else { break };
        at = end;
        if text[open + 4..end].trim_start().starts_with(name) {
            found.push(Span::new(open, end));
        }
    }
    found
}

/// Where a text stands in the file that it was taken out of.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where in it each piece of the text is.
    pub places: Places,
}

impl Source {
    /// The position in the file of the byte `at` of the text.
    pub fn position(&self, at: usize) -> Position {
        self.file.position(self.places.of(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::mapped::Mapped;

    #[test]
    fn a_place_in_the_text_is_found_in_the_file() {
        let mut body = Mapped::default();
        body.push("rain", 10);
        let (_, places) = body.into_parts();
        let file = Arc::new(SourceFile::after_lines("<x>\n<p>é rain</p>".to_owned(), 4));
        assert_eq!(Source { file, places }.position(2), Position { line: 6, column: 8 });
    }
}
