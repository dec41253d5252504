//! A story that stands twice on its page.

use super::model::{Block, BlockKind};
use super::words::{plain_words, trimmed, words};
use crate::lexicon::word_key_of_any;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet, FxHasher};
use std::collections::hash_map::Entry;
use std::hash::Hasher;

/// Fewer words than this come back by chance ("“No,” he said.").
const FEWEST_WORDS: usize = 4;

/// A teaser has at least this many words of the paragraph it was cut from.
const TEASER_WORDS: usize = 8;

/// Marks every block that repeats an earlier one, word for word or cut short, and gives it the earlier one's kind. Linear in the text.
pub(super) fn mark(text: &str, blocks: &mut [Block]) {
    let mut seen = Seen { letters: map_for(blocks.len()), ..Seen::default() };
    for at in 0..blocks.len() {
        if blocks[at].kind.is_read()
            && let Some(original) = seen.original_of(blocks, text, at)
        {
            blocks[at].copy_of = Some(original);
            blocks[at].kind = blocks[original].kind;
        }
    }
}

/// A map with room for the keys of all blocks.
fn map_for(blocks: usize) -> FxHashMap<u64, usize> {
    FxHashMap::with_capacity_and_hasher(blocks, FxBuildHasher)
}

/// Texts whose words are the same have the first letters in common: these, upper and lower case alike. All letters beyond ASCII count
/// as one.
fn key_of_letters(text: &str) -> u64 {
    let is_part = |letter: &char| letter.is_ascii_alphanumeric() || !letter.is_ascii() && letter.is_alphanumeric();
    let digit = |letter: char| if letter.is_ascii() { u64::from(letter.to_ascii_lowercase()) } else { 0xff };
    text.chars().filter(is_part).take(LETTERS).fold(0, |key, letter| key << u8::BITS | digit(letter))
}

/// How many letters a key of letters has: no more than a text of [`TEASER_WORDS`] words has at least.
const LETTERS: usize = TEASER_WORDS;

/// The key of the first words of a text, `limit` at most, and how many these are.
fn key_of_words(text: &str, limit: usize) -> (u64, usize) {
    let mut all = FxHasher::default();
    let mut len = 0;
    for word in words(text).filter_map(word_key).take(limit) {
        all.write_u64(word);
        len += 1;
    }
    (all.finish(), len)
}

/// The key of a word as [`plain_words`] has it; `None` where it holds no letter or digit.
fn word_key(word: &str) -> Option<u64> {
    let bare = if word.is_ascii() { bare_ascii(word) } else { word.trim_matches(|c: char| !c.is_alphanumeric()) };
    (!bare.is_empty()).then(|| word_key_of_any(bare))
}

/// An ASCII word without what is no letter or digit at both ends.
fn bare_ascii(word: &str) -> &str {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric();
    let Some(start) = word.as_bytes().iter().position(is_part) else { return "" };
    let end = word.as_bytes().iter().rposition(is_part).map_or(start, |last| last + 1);
    &word[start..end]
}

/// The block that stands at `key`; where there is none, `at` is put there.
fn first_of(blocks: &mut FxHashMap<u64, usize>, key: u64, at: usize) -> Option<usize> {
    match blocks.entry(key) {
        Entry::Vacant(place) => {
            place.insert(at);
            None
        }
        Entry::Occupied(place) => Some(*place.get()),
    }
}

/// The blocks so far, by their words.
#[derive(Default)]
struct Seen {
    /// By their first letters, the first block of each: most blocks are told apart by these.
    letters: FxHashMap<u64, usize>,
    /// By their first words, the first block of each that begins with the letters of another: one is enough, and keeps the search
    /// linear.
    start: FxHashMap<u64, usize>,
    /// Those of `letters` that stand in `start`.
    start_known: FxHashSet<usize>,
    /// By all their words, the first of each that begins as another does.
    whole: FxHashMap<u64, usize>,
    /// Those of `start` that stand in `whole`.
    whole_known: FxHashSet<usize>,
}

impl Seen {
    /// The block that the one `at` repeats; where it repeats none, it is kept for those after it.
    fn original_of(&mut self, blocks: &[Block], text: &str, at: usize) -> Option<usize> {
        let like = first_of(&mut self.letters, key_of_letters(blocks[at].span.of(text)), at)?;
        let start = |block: usize| key_of_words(blocks[block].span.of(text), TEASER_WORDS);
        if self.start_known.insert(like) {
            self.start.insert(start(like).0, like);
        }
        let (start, len) = start(at);
        let first = first_of(&mut self.start, start, at)?;
        let same = self.same_words(blocks, text, (first, at));
        let same = same.filter(|original| len >= FEWEST_WORDS || blocks[*original].kind == BlockKind::Headline);
        let is_teaser = || len == TEASER_WORDS && is_start_of(blocks[at].span.of(text), blocks[first].span.of(text));
        same.or_else(|| is_teaser().then_some(first))
    }

    /// The block with the same words as the one `at`; `first` begins as it does.
    fn same_words(&mut self, blocks: &[Block], text: &str, (first, at): (usize, usize)) -> Option<usize> {
        let whole = |block: usize| key_of_words(blocks[block].span.of(text), usize::MAX).0;
        if self.whole_known.insert(first) {
            self.whole.entry(whole(first)).or_insert(first);
        }
        let original = *self.whole.entry(whole(at)).or_insert(at);
        (original != at).then_some(original)
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
        assert_eq!(copies(&["Étienne Roy said so.", "ÉTIENNE ROY SAID SO."]), [None, Some(0)]);
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
