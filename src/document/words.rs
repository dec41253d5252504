//! Small questions about a line's words, shared by the files beside this one.

use crate::span::Span;
use crate::words::lower_case;
use std::borrow::Cow;

/// White space, and the invisible characters that pages carry: byte order mark, zero-width space.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// `text` without the blanks at both ends; most has none.
pub(super) fn trimmed(text: &str) -> &str {
    let is_letter = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_letter(bytes.first()) && is_letter(bytes.last()) { text } else { text.trim_matches(is_blank) }
}

/// `span` without the blanks at both ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let whole = span.of(text);
    let inner = trimmed(whole);
    if inner.len() == whole.len() {
        return span;
    }
    let start = span.end - whole.trim_start_matches(is_blank).len();
    Span::new(start, start + inner.len())
}

/// The words, split at blanks.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|byte| !is_ascii_blank(byte))?;
        rest = without_blanks(&rest[start..]);
        let (word, after) = rest.split_at(first_blank(rest));
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// `text` from its first letter that is not blank; most begin with none.
fn without_blanks(text: &str) -> &str {
    if text.starts_with(|c: char| c.is_ascii() && !is_blank(c)) { text } else { text.trim_start_matches(is_blank) }
}

/// Where the first blank is, in bytes; the text's end where there is none.
fn first_blank(text: &str) -> usize {
    let mut at = 0;
    while let Some(len) = text.as_bytes()[at..].iter().position(|byte| is_ascii_blank(*byte) || !byte.is_ascii()) {
        at += len;
        let (blank, len) = blank_at(text, at);
        if blank {
            return at;
        }
        at += len;
    }
    text.len()
}

/// Whether there are more than `limit` words; a long text is not read to its end.
pub(super) fn more_words_than(text: &str, limit: usize) -> bool {
    // a word and a blank take two bytes at least
    if text.len() <= 2 * limit {
        return false;
    }
    let mut count = usize::from(!text.starts_with(is_blank));
    let mut at = text.chars().next().map_or(0, char::len_utf8);
    while count <= limit && at < text.len() {
        let (starts, len) = starts_in_piece(&text.as_bytes()[at - 1..]).unwrap_or_else(|| starts_by_letter(text, at));
        count += starts;
        at += len;
    }
    count > limit
}

/// As many bytes are looked at in one go.
const PIECE: usize = 32;

/// How many words begin in a piece of text behind the first byte of `text`, and how long it is; `None` where it is not all ASCII, or
/// too short.
fn starts_in_piece(text: &[u8]) -> Option<(usize, usize)> {
    let (before, piece) = (text.first_chunk::<PIECE>()?, text.get(1..)?.first_chunk::<PIECE>()?);
    let (mut starts, mut all) = (0u8, before[0]);
    for at in 0..PIECE {
        starts += u8::from(is_ascii_blank(before[at]) & !is_ascii_blank(piece[at]));
        all |= piece[at];
    }
    all.is_ascii().then_some((starts.into(), PIECE))
}

/// The same letter by letter, from byte `at` until all that are beyond ASCII are behind.
fn starts_by_letter(text: &str, at: usize) -> (usize, usize) {
    let (mut starts, mut end) = (0, at);
    let mut is_behind_blank = text[..at].ends_with(is_blank);
    let is_behind =
        |end: usize| end > at + 1 && text.as_bytes()[end - 1].is_ascii() && !text.as_bytes()[end - 2].is_ascii();
    while end < text.len() && !is_behind(end) {
        let (blank, len) = blank_at(text, end);
        starts += usize::from(is_behind_blank && !blank);
        is_behind_blank = blank;
        end += len;
    }
    (starts, end - at)
}

fn is_ascii_blank(byte: u8) -> bool {
    (byte == b' ') | (byte.wrapping_sub(b'\t') < 5)
}

/// Whether the letter at byte `at` is blank, and its length in bytes.
fn blank_at(text: &str, at: usize) -> (bool, usize) {
    match text.as_bytes()[at] {
        byte @ ..=0x7f => (is_ascii_blank(byte), 1),
        _ => text[at..].chars().next().map_or((false, 1), |letter| (is_blank(letter), letter.len_utf8())),
    }
}

/// The words as one compares them: lower case, without outer punctuation; what holds no letter or digit is left out.
pub(super) fn plain_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let bare = words(text).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).map(lower_case)
}

/// Whether the line ends as a sentence does, closing quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    trimmed(text).trim_end_matches(is_closer).ends_with(['.', '!', '?', '…'])
}

/// Quotation marks and brackets that may stand after a full stop.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_')
}

/// The last character border at or before byte `at`.
pub(super) fn border_before(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Whether the first letter is a small one.
pub(super) fn starts_small(text: &str) -> bool {
    trimmed(text).chars().next().is_some_and(char::is_lowercase)
}

/// Whether `text` begins with `start`, upper and lower case alike (ASCII).
#[inline]
pub(super) fn starts_like(text: &str, start: &str) -> bool {
    // most texts are told apart by the first letter
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    first(text) == first(start) && text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The same on a word's border.
#[inline]
pub(super) fn starts_with_words(text: &str, start: &str) -> bool {
    starts_like(text, start) && !text[start.len()..].starts_with(char::is_alphanumeric)
}

/// Whether `text` begins so with one of `starts`, which are in lower case.
pub(super) fn starts_with_any(text: &str, starts: &[&str]) -> bool {
    let first = text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let alike = starts.iter().filter(|start| start.bytes().next() == first);
    alike.into_iter().any(|start| starts_with_words(text, start))
}

/// Whether two small ASCII letters follow each other somewhere, or the same in capitals. No byte is asked alone, so that many are looked
/// at in one go.
pub(super) fn has_pair(text: &str, [first, second]: [u8; 2]) -> bool {
    let small = |byte: &u8| byte | 0x20;
    let following = text.as_bytes().iter().zip(text.as_bytes().iter().skip(1));
    following.fold(false, |found, (one, next)| found | (small(one) == first) & (small(next) == second))
}

/// Whether `word` begins with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_at_both_ends_are_trimmed_off() {
        let text = "\u{feff}\u{a0} word\u{2003}\n";
        assert_eq!(trim(text, Span::new(0, text.len())).of(text), "word");
        let blank = trim(" \t ", Span::new(0, 3));
        assert!(blank.is_empty());
    }

    #[test]
    fn a_sentence_may_end_inside_quotation_marks() {
        assert!(ends_sentence("“It rained.”"));
        assert!(ends_sentence("It rained (or did it?)"));
        assert!(!ends_sentence("Rain expected"));
        assert!(!ends_sentence(""));
    }

    #[test]
    fn words_are_counted() {
        for text in ["one two\u{a0}three four", " one  two\tthree\r\nfour ", "é é é é", "a b c d"] {
            assert!(more_words_than(text, 3), "{text:?}");
            assert!(!more_words_than(text, 4), "{text:?}");
        }
        assert!(!more_words_than("", 0));
    }

    #[test]
    fn words_are_compared_plainly() {
        let plain: Vec<_> = plain_words("“Rain,” – the U.S. said…").collect();
        assert_eq!(plain, ["rain", "the", "u.s", "said"]);
    }

    #[test]
    fn a_start_ends_on_a_words_border() {
        assert!(starts_with_words("By Ann", "by"));
        assert!(!starts_with_words("Byron", "by"));
        assert!(!starts_with_words("é", "by"));
    }
}
