//! A story that stands twice on its page.

use super::model::{Block, BlockKind};
use super::words::{plain_words, trimmed, words};
use crate::lexicon::Key;
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

/// What is kept of a text's [`plain_words`].
fn fingerprint(text: &str) -> Fingerprint {
    let mut found = Fingerprint::default();
    let mut all = FxHasher::default();
    for word in words(text).filter_map(word_key) {
        all.write_u64(word);
        found.len += 1;
        if found.len == TEASER_WORDS {
            found.start = Some(all.finish());
        }
    }
    found.whole = all.finish();
    found
}

/// The key of a word as [`plain_words`] has it; `None` where it holds no letter or digit.
fn word_key(word: &str) -> Option<u64> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let bare = word.trim_matches(is_mark);
    let key = |key: Key, byte: u8| key.with(byte.to_ascii_lowercase());
    match () {
        () if bare.is_empty() => None,
        () if bare.is_ascii() => Some(bare.bytes().fold(Key::EMPTY, key).value()),
        () => Some(Key::of(&bare.to_lowercase()).value()),
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
