//! A story that stands twice on its page.

use super::model::{Block, BlockKind};
use super::words::{is_blank, plain_words, trimmed};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Fewer words than this come back by chance ("“No,” he said.").
const FEWEST_WORDS: usize = 4;

/// A teaser has at least this many words of the paragraph it was cut from.
const TEASER_WORDS: usize = 8;

/// Marks every block that repeats an earlier one, word for word or cut short, and gives it the earlier one's kind. Linear in the text.
pub(super) fn mark(text: &str, blocks: &mut [Block]) {
    let mut seen = Seen::default();
    for at in 0..blocks.len() {
        if !blocks[at].kind.is_read() {
            continue;
        }
        let words = fingerprint(blocks[at].span.of(text));
        if let Some(original) = seen.original_of(&words, blocks, text, at) {
            blocks[at].copy_of = Some(original);
            blocks[at].kind = blocks[original].kind;
        } else {
            seen.add(&words, at);
        }
    }
}

/// What is kept of a block's words.
#[derive(Default)]
struct Fingerprint {
    /// How many there are.
    len: usize,
    /// Of all words.
    whole: u64,
    /// Of the first [`TEASER_WORDS`].
    start: Option<u64>,
}

/// Reads the text once, letter by letter; what counts as a word is told at [`plain_words`].
fn fingerprint(text: &str) -> Fingerprint {
    let mut words = Words::default();
    for letter in text.chars() {
        match () {
            () if is_blank(letter) => words.end(),
            () if letter.is_alphanumeric() => words.letter(letter),
            () => words.mark(letter),
        }
    }
    words.end();
    words.found
}

/// The words of a text as they are read.
#[derive(Default)]
struct Words {
    found: Fingerprint,
    all: FxHasher,
    /// The word up to its last letter, once it has one.
    word: Option<FxHasher>,
    /// The word with the marks that stand behind its last letter so far.
    with_marks: FxHasher,
}

impl Words {
    fn letter(&mut self, letter: char) {
        if letter.is_ascii() {
            self.with_marks.write_u8(letter.to_ascii_lowercase() as u8);
        } else {
            letter.to_lowercase().for_each(|small| self.with_marks.write_u32(small.into()));
        }
        self.word = Some(self.with_marks.clone());
    }

    fn mark(&mut self, mark: char) {
        if self.word.is_some() {
            self.with_marks.write_u32(mark.into());
        }
    }

    fn end(&mut self) {
        let Some(word) = self.word.take() else { return };
        self.with_marks = FxHasher::default();
        self.all.write_u64(word.finish());
        self.found.len += 1;
        self.found.whole = self.all.finish();
        if self.found.len == TEASER_WORDS {
            self.found.start = Some(self.found.whole);
        }
    }
}

/// The blocks so far, by their words.
#[derive(Default)]
struct Seen {
    whole: FxHashMap<u64, usize>,
    /// The first block that begins so: one is enough, and keeps the search linear.
    start: FxHashMap<u64, usize>,
}

impl Seen {
    fn add(&mut self, words: &Fingerprint, at: usize) {
        self.whole.entry(words.whole).or_insert(at);
        if let Some(start) = words.start {
            self.start.entry(start).or_insert(at);
        }
    }

    /// The block that the one `at` repeats.
    fn original_of(&self, words: &Fingerprint, blocks: &[Block], text: &str, at: usize) -> Option<usize> {
        let same = self.whole.get(&words.whole).copied();
        let same = same.filter(|original| words.len >= FEWEST_WORDS || blocks[*original].kind == BlockKind::Headline);
        let longer = || words.start.and_then(|start| self.start.get(&start).copied());
        let is_start = |original: &usize| is_start_of(blocks[at].span.of(text), blocks[*original].span.of(text));
        same.or_else(|| longer().filter(is_start))
    }
}

/// Whether the words of `teaser` begin `whole`; the last one may be cut short by an ellipsis.
fn is_start_of(teaser: &str, whole: &str) -> bool {
    let is_cut = trimmed(teaser).ends_with(['…', '.'])
        && trimmed(teaser).trim_end_matches('…').trim_end_matches("...").len() < trimmed(teaser).len();
    let mut whole = plain_words(whole);
    let mut teaser = plain_words(teaser).peekable();
    while let Some(word) = teaser.next() {
        let cut_here = is_cut && teaser.peek().is_none();
        match whole.next() {
            Some(other) if other == word || (cut_here && other.starts_with(&*word)) => {}
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// Of which block each of these paragraphs is a copy.
    fn copies(paragraphs: &[&str]) -> Vec<Option<usize>> {
        let text = paragraphs.join("\n");
        let mut at = 0;
        let mut blocks: Vec<Block> = paragraphs
            .iter()
            .map(|paragraph| {
                let span = Span::new(at, at + paragraph.len());
                at = span.end + 1;
                Block { kind: BlockKind::Body, span, copy_of: None }
            })
            .collect();
        mark(&text, &mut blocks);
        blocks.iter().map(|block| block.copy_of).collect()
    }

    #[test]
    fn words_count_and_marks_do_not() {
        assert_eq!(
            copies(&["“Rain fell on the town.”", "Snow fell on the town.", "RAIN fell - on the  town"]),
            [None, None, Some(0)]
        );
    }

    #[test]
    fn a_teaser_cut_short_is_a_copy() {
        let whole = "Rain fell on the old town for a third day on Monday, the mayor said.";
        assert_eq!(copies(&[whole, "Rain fell on the old town for a third"]), [None, Some(0)]);
        assert_eq!(copies(&[whole, "Rain fell on the old town for a thi…"]), [None, Some(0)]);
        assert_eq!(copies(&[whole, "Rain fell on the old town for a night"]), [None, None]);
        assert_eq!(copies(&[whole, "Rain fell on the old"]), [None, None]);
    }

    #[test]
    fn copies_point_at_the_first() {
        let line = "Rain fell on the town.";
        assert_eq!(copies(&[line, line, line]), [None, Some(0), Some(0)]);
    }

    #[test]
    fn short_answers_come_back_by_chance() {
        assert_eq!(copies(&["No, he said.", "No, he said."]), [None, None]);
    }
}
