//! Words as they are compared: in lower case, and by one key for several.

use crate::attributions::Reading;
use crate::lexicon::{Classes, word_key_of_any};
use crate::words::{is_in_lower_case, lower_case};
use std::ops::Range;

/// The key of words in lower case.
pub(in crate::mentions) fn in_brief(words: &str) -> u64 {
    word_key_of_any(words)
}

/// One key for the words in a token range, marks left aside.
pub(super) fn words_key(reading: &Reading<'_>, range: &Range<usize>) -> u64 {
    let words = reading.tokens.all[range.clone()].iter().filter(|token| token.has_letters());
    words.fold(0, |all, word| (all.rotate_left(5) ^ word.key).wrapping_mul(WORDS))
}

/// Any large odd number does.
const WORDS: u64 = 0x9E37_79B9_7F4A_7C15;

/// Whether the text holds the word, in capitals or not.
pub(super) fn holds_word(text: &str, word: &str) -> bool {
    let word = lower_case(word);
    text.split(|c: char| !c.is_alphanumeric()).any(|one| is_in_lower_case(one, &word))
}

/// What the lexicon knows of the token's word; nothing that is only guessed by its ending.
pub(super) fn known_classes(reading: &Reading<'_>, at: usize) -> Classes {
    reading.lexicon.word(reading.token(at).word).classes
}
