//! From a byte offset to a line and a column.

use super::lines;
use super::model::Position;

/// Bytes between two places where the characters before are known.
const STRIDE: usize = 512;

/// Looks up positions in one text. Made in time linear in the text; a lookup takes the logarithm of its lines.
#[derive(Debug, Clone)]
pub struct Positions<'a> {
    text: &'a str,
    /// First byte of each line.
    line_starts: Vec<usize>,
    /// Characters that begin before each multiple of [`STRIDE`]; keeps a lookup in an endless line short.
    characters: Vec<usize>,
}

impl<'a> Positions<'a> {
    /// The index for `text`.
    pub fn new(text: &'a str) -> Self {
        let line_starts = lines::spans(text).map(|line| line.start).collect();
        let mut characters = vec![0];
        for stretch in text.as_bytes().chunks(STRIDE) {
            characters.push(characters[characters.len() - 1] + starts_in(stretch));
        }
        Self { text, line_starts, characters }
    }

    /// The position of the byte at `offset`; past the end: the end's. A byte order mark takes no column.
    pub fn of(&self, offset: usize) -> Position {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1];
        let mark = usize::from(line == 1 && offset > 0 && self.text.starts_with('\u{feff}'));
        Position { line, column: self.characters_before(offset) - self.characters_before(start) + 1 - mark }
    }

    /// How many characters begin before the byte at `offset`.
    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        self.characters[stride] + starts_in(&self.text.as_bytes()[stride * STRIDE..offset])
    }
}

/// How many UTF-8 characters begin in `bytes`.
fn starts_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = Positions::new(text).of(offset);
        (position.line, position.column)
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
            let found = Positions::new(&text).of(at);
            prop_assert_eq!(found.line, before.split('\n').count());
            prop_assert_eq!(found.column, before.rsplit('\n').next().unwrap().chars().count() + 1);
        }
    }
}
