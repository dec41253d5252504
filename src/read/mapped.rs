//! Text taken out of a file's markup, with the place in the file where each piece of it stands.

use std::ops::Range;

/// Text made of pieces of a file (or of another such text), each with its place there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapped {
    text: String,
    runs: Vec<Run>,
}

/// A piece of the text and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it begins in the text, in bytes.
    at: usize,
    /// Where it begins in the file, in bytes of the decoded file.
    from: usize,
    /// Whether it stands there letter for letter; else all of it stands for what is at `from` (`&amp;`, `\n`).
    exact: bool,
}

impl Mapped {
    /// `text` that stands as it is at its own place: a whole file.
    pub fn whole(text: &str) -> Self {
        let mut mapped = Self::default();
        mapped.push(text, 0);
        mapped
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text without its places.
    pub fn into_parts(self) -> (String, Places) {
        (self.text, Places { runs: self.runs })
    }

    /// Adds `words`, which stand letter for letter at byte `from` of the file.
    pub fn push(&mut self, words: &str, from: usize) {
        let goes_on = self.runs.last().is_some_and(|run| run.exact && run.from + (self.text.len() - run.at) == from);
        self.add(words, Run { at: self.text.len(), from, exact: true }, goes_on);
    }

    /// Adds `words`, which stand for what is at byte `from` of the file.
    pub fn push_as(&mut self, words: &str, from: usize) {
        self.add(words, Run { at: self.text.len(), from, exact: false }, false);
    }

    fn add(&mut self, words: &str, run: Run, goes_on: bool) {
        if !words.is_empty() && !goes_on {
            self.runs.push(run);
        }
        self.text.push_str(words);
    }

    /// Adds the piece `range` (in bytes) of `other`, with the places that it has there.
    pub fn append(&mut self, other: &Self, range: Range<usize>) {
        let first = run_at(&other.runs, range.start).unwrap_or(0);
        for (index, run) in other.runs.iter().enumerate().skip(first).take_while(|(_, run)| run.at < range.end) {
            let next = other.runs.get(index + 1).map_or(other.text.len(), |next| next.at);
            let (start, end) = (run.at.max(range.start), next.min(range.end));
            match run.exact {
                true => self.push(&other.text[start..end], run.from + (start - run.at)),
                false => self.push_as(&other.text[start..end], run.from),
            }
        }
    }

    /// Where the byte `at` of the text stands in the file; the end of the text is the end of its last piece.
    pub fn place(&self, at: usize) -> usize {
        place(&self.runs, at)
    }
}

/// Where the pieces of a text stand in its file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    runs: Vec<Run>,
}

impl Places {
    /// Where the byte `at` of the text stands in the file, in bytes of the decoded file.
    pub fn of(&self, at: usize) -> usize {
        place(&self.runs, at)
    }
}

fn place(runs: &[Run], at: usize) -> usize {
    match run_at(runs, at).map(|index| runs[index]) {
        Some(run) if run.exact => run.from + (at - run.at),
        Some(run) => run.from,
        None => 0,
    }
}

/// The run that has the byte `at`.
fn run_at(runs: &[Run], at: usize) -> Option<usize> {
    runs.partition_point(|run| run.at <= at).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_place() {
        let mut mapped = Mapped::default();
        mapped.push("Rain ", 10);
        mapped.push_as("&", 15);
        mapped.push(" snow", 20);
        mapped.push(" fell", 25);
        let places: Vec<usize> = [0, 4, 5, 6, 10, 11, 16].map(|at| mapped.place(at)).to_vec();
        assert_eq!(mapped.text(), "Rain & snow fell");
        assert_eq!(places, [10, 14, 15, 20, 24, 25, 30]);
        assert_eq!(mapped.runs.len(), 3, "what goes on is one run");
    }

    #[test]
    fn a_piece_of_a_piece_keeps_its_place() {
        let mut inner = Mapped::default();
        inner.push("one", 100);
        inner.push_as("\n", 103);
        inner.push("two", 105);
        let mut outer = Mapped::default();
        outer.push_as("¶", 0);
        outer.append(&inner, 1..6);
        assert_eq!(outer.text(), "¶ne\ntw");
        assert_eq!([2, 3, 4, 5].map(|at| outer.place(at)), [101, 102, 103, 105]);
        outer.append(&inner, 2..2);
        assert_eq!(outer.len(), "¶ne\ntw".len());
    }

    #[test]
    fn no_text_has_no_places() {
        assert_eq!(Mapped::default().place(3), 0);
    }
}
