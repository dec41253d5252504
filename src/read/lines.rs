//! A text's lines, and where a byte stands as an editor shows it.

use crate::span::Span;
use memchr::memchr2;
use schemars::JsonSchema;
use serde::Serialize;

/// A place in a file as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Position {
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in Unicode characters.
    pub column: usize,
}

/// All lines in order, without their line ends: LF, CRLF or CR alone. A text that ends with a line end has an empty line after it.
pub fn line_spans(text: &str) -> impl Iterator<Item = Span> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let Some(len) = memchr2(b'\n', b'\r', &text.as_bytes()[start..]) else {
            next = None;
            return Some(Span::new(start, text.len()));
        };
        let end = start + len;
        next = Some(end + if text[end..].starts_with("\r\n") { 2 } else { 1 });
        Some(Span::new(start, end))
    })
}

/// Bytes between two places where the characters before are known.
const STRIDE: usize = 64;

/// Finds lines and columns in one text. Made in time linear in the text; a lookup takes the logarithm of its lines.
#[derive(Debug, Clone)]
pub struct LineIndex {
    /// First byte of each line.
    line_starts: Vec<usize>,
    /// Characters that begin before each multiple of [`STRIDE`]; keeps a lookup in an endless line short.
    characters: Vec<usize>,
}

impl LineIndex {
    /// The index for `text`.
    pub fn new(text: &str) -> Self {
        let line_starts = line_spans(text).map(|line| line.start).collect();
        if text.is_ascii() {
            return Self { line_starts, characters: vec![text.len()] };
        }
        let mut characters = Vec::with_capacity(text.len() / STRIDE + 2);
        characters.push(0);
        for stretch in text.as_bytes().chunks(STRIDE) {
            characters.push(characters[characters.len() - 1] + starts_in(stretch));
        }
        Self { line_starts, characters }
    }

    /// The position of the byte at `offset` of `text`, for which the index was made; past the end: the end's. A byte order mark
    /// takes no column.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1];
        let mark = usize::from(line == 1 && offset > 0 && text.starts_with('\u{feff}'));
        let column = self.characters_before(text, offset) - self.characters_before(text, start) + 1 - mark;
        Position { line, column }
    }

    /// How many characters begin before the byte at `offset`.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        if self.characters.last() == Some(&text.len()) {
            return offset;
        }
        let stride = offset / STRIDE;
        self.characters[stride] + starts_in(&text.as_bytes()[stride * STRIDE..offset])
    }
}

/// How many UTF-8 characters begin in `bytes`: of these all but those that go on with one.
fn starts_in(bytes: &[u8]) -> usize {
    let (eights, rest) = bytes.as_chunks();
    let in_eights: usize = eights.iter().map(|eight| going_on(*eight)).sum();
    let in_rest = rest.iter().filter(|byte| **byte & 0b1100_0000 == 0b1000_0000).count();
    bytes.len() - in_eights - in_rest
}

/// How many of eight bytes go on with a UTF-8 character: those whose highest bit is set and the next one is not.
fn going_on(eight: [u8; 8]) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let eight = u64::from_ne_bytes(eight);
    let found = eight >> 7 & !(eight >> 6) & ONES;
    // the highest byte of the product is the sum of all
    (found.wrapping_mul(ONES) >> 56) as usize
}

/// The position of one byte of `text`, where no index is worth its making.
pub(super) fn position(text: &str, offset: usize) -> Position {
    LineIndex::new(text).position(text, offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = position(text, offset);
        (position.line, position.column)
    }

    #[test]
    fn every_line_end_is_understood() {
        let text = "one\r\n two\rthree\n\n";
        let found: Vec<_> = line_spans(text).map(|line| line.of(text)).collect();
        assert_eq!(found, ["one", " two", "three", "", ""]);
    }

    #[test]
    fn columns_count_characters() {
        let text = "één\r\nnaïve\rend";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, text.find("n\r").unwrap()), (1, 3));
        assert_eq!(at(text, text.find("ve").unwrap()), (2, 4));
        assert_eq!(at(text, text.find("end").unwrap()), (3, 1));
        assert_eq!(at(text, 1000), (3, 4));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(at("\u{feff}word", 3), (1, 1));
        assert_eq!(at("\u{feff}word", 0), (1, 1));
        assert_eq!(at("\u{feff}word\nnext", 8), (2, 1));
    }

    proptest! {
        #[test]
        fn agrees_with_counting(text in "([a-zé😀 ]|\r\n|\r|\n){0,1500}", at in 0usize..3000) {
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            prop_assume!(!(text[..at].ends_with('\r') && text[at..].starts_with('\n')));
            let before = text[..at].replace("\r\n", "\n").replace('\r', "\n");
            let found = position(&text, at);
            prop_assert_eq!(found.line, before.split('\n').count());
            prop_assert_eq!(found.column, before.rsplit('\n').next().unwrap().chars().count() + 1);
        }
    }
}
