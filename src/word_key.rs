//! Numbers that stand for words: words are compared and looked up by them. A word is read eight letters at a time.

/// The number that stands for a word in lower case.
pub const fn word_key(lower: &str) -> u64 {
    let bytes = lower.as_bytes();
    let mut key = NO_LETTERS;
    let mut at = 0;
    while at < bytes.len() {
        let mut letters = 0;
        let mut place = 0;
        while place < EIGHT && at + place < bytes.len() {
            letters |= (bytes[at + place] as u64) << (8 * place);
            place += 1;
        }
        key = with(key, letters);
        at += EIGHT;
    }
    key
}

/// The same of a word in whatever case.
pub fn word_key_of_any(word: &str) -> u64 {
    if !word.is_ascii() {
        return word_key(&word.to_lowercase());
    }
    let (eights, rest) = word.as_bytes().as_chunks::<EIGHT>();
    let key = eights.iter().fold(NO_LETTERS, |key, eight| with(key, in_lower_case(u64::from_le_bytes(*eight))));
    let letters = rest.iter().rev().fold(0, |letters, byte| letters << 8 | u64::from(*byte));
    if rest.is_empty() { key } else { with(key, in_lower_case(letters)) }
}

/// The same of one ASCII byte.
#[inline]
pub fn key_of_byte(byte: u8) -> u64 {
    with(NO_LETTERS, byte.into())
}

/// How many ASCII letters a text begins with, and the key of these in lower case.
#[inline]
pub fn leading_letters(text: &[u8]) -> (usize, u64) {
    let (mut len, mut key) = (0, NO_LETTERS);
    while let Some(eight) = text.get(len..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        let others = no_letters(eight);
        if others != 0 {
            // the bits below those of the first byte that is no letter
            let letters = (eight | all(CASE)) & (others ^ (others - 1)) >> 8;
            key = if letters == 0 { key } else { with(key, letters) };
            return (len + others.trailing_zeros() as usize / 8, key);
        }
        key = with(key, eight | all(CASE));
        len += EIGHT;
    }
    let last = &text[len..];
    let letters = last.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let rest = last[..letters].iter().rev().fold(0, |letters, byte| letters << 8 | u64::from(byte | CASE));
    (len + letters, if letters == 0 { key } else { with(key, rest) })
}

const EIGHT: usize = 8;

/// The bit that small letters have and capitals have not.
const CASE: u8 = 0x20;

/// Eight times the same byte.
const fn all(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; EIGHT])
}

/// The highest bit of each of eight bytes that is no ASCII letter. A sum of two bytes here never reaches into the next.
fn no_letters(eight: u64) -> u64 {
    let small = eight & all(0x7f) | all(CASE);
    (!(small + all(0x80 - b'a')) | (small + all(0x7f - b'z')) | eight) & all(0x80)
}

/// Eight ASCII letters, or fewer and zeros behind them, in lower case.
fn in_lower_case(eight: u64) -> u64 {
    let capitals = (eight + all(0x80 - b'A')) & !(eight + all(0x7f - b'Z')) & all(0x80);
    eight | capitals >> 2
}

/// The key of no word at all.
const NO_LETTERS: u64 = 0;

/// The key of what `key` stands for and up to eight letters more.
#[inline]
const fn with(key: u64, letters: u64) -> u64 {
    // any large odd number does; this one is the 64-bit golden ratio
    (key ^ letters).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_told_apart_and_cases_are_not() {
        assert_eq!(word_key_of_any("LEMMA É"), word_key("lemma é"));
        assert_eq!(word_key_of_any("Anti-Lemmas"), word_key("anti-lemmas"));
        assert_ne!(word_key("lemmalemma"), word_key("lemmalemmb"));
        assert_ne!(word_key("lemmasab"), word_key("lemmasabc"));
        assert_ne!(word_key("a"), word_key(""));
        assert_eq!(word_key_of_any("eight let\0"), word_key("eight let\0"));
        assert_eq!(word_key_of_any("eightlet\0"), word_key("eightlet\0"));
        assert_eq!(key_of_byte(b','), word_key(","));
    }

    #[test]
    fn a_text_begins_with_letters() {
        let letters = |text: &str| leading_letters(text.as_bytes());
        assert_eq!(letters("Lemma, form"), (5, word_key("lemma")));
        assert_eq!(letters("lemmaLEMMAS, form"), (11, word_key("lemmalemmas")));
        assert_eq!(letters("lemmasAB, form"), (8, word_key("lemmasab")));
        assert_eq!(letters("lemmas"), (6, word_key("lemmas")));
        assert_eq!(letters("lemmasé"), (6, word_key("lemmas")));
        assert_eq!(letters("é"), (0, word_key("")));
        assert_eq!(letters(""), (0, word_key("")));
    }

    proptest! {
        #[test]
        fn what_is_no_letter_ends_a_word(text in "[a-cX-Z0-9/:@\\[`\\{ -]{0,12}[ -~é\\x00-\\x1f]{0,9}") {
            let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
            prop_assert_eq!(leading_letters(text.as_bytes()), (len, word_key(&text[..len].to_lowercase())));
            prop_assert_eq!(word_key_of_any(&text), word_key(&text.to_lowercase()));
        }
    }
}
