//! Character references in markup: `&amp;`, `&#8212;`, `&eacute;`.

use super::mapped::Mapped;
use html5gum::{Token, Tokenizer};
use std::ops::Range;

/// The longest reference is "&CounterClockwiseContourIntegral;".
const LONGEST: usize = 40;

/// Adds the bytes `range` of `source` to `out` with character references as the characters that they stand for. What is no reference
/// stays as it is.
pub(super) fn append(out: &mut Mapped, source: &Mapped, range: Range<usize>) {
    let mut at = range.start;
    let mut from = at;
    while let Some(found) = source.text()[from..range.end].find('&') {
        let start = from + found;
        match reference(&source.text()[start..range.end]) {
            Some((characters, len)) => {
                out.append(source, at..start);
                out.push_as(&characters, source.place(start));
                at = start + len;
                from = at;
            }
            None => from = start + 1,
        }
    }
    out.append(source, at..range.end);
}

/// `words` with references as characters.
pub(super) fn decoded(words: &str) -> String {
    let mut out = Mapped::default();
    append(&mut out, &Mapped::whole(words), 0..words.len());
    out.text().to_owned()
}

/// The characters that the reference at the start of `text` stands for, and its length in bytes. It must end with a semicolon, as
/// "AT&T" and addresses have ampersands of their own.
fn reference(text: &str) -> Option<(String, usize)> {
    let len = text.bytes().take(LONGEST).position(|byte| byte == b';')? + 1;
    let name = &text[1..len - 1];
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let mut characters = String::new();
    for token in Tokenizer::new(&text[..len]).flatten() {
        if let Token::String(words) = token {
            characters += &String::from_utf8_lossy(&words);
        }
    }
    (characters != text[..len]).then_some((characters, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_their_characters() {
        assert_eq!(decoded("caf&eacute; &#8212; &#x2019;s &amp;amp; &nbsp;x"), "café — ’s &amp; \u{a0}x");
    }

    #[test]
    fn what_is_none_stays() {
        for text in ["AT&T said", "a & b;", "&unknown; &", "&;", "&#;", "x?a=1&copy=2"] {
            assert_eq!(decoded(text), text);
        }
    }

    #[test]
    fn places_are_kept() {
        let source = Mapped::whole("a &amp; b");
        let mut out = Mapped::default();
        append(&mut out, &source, 0..source.len());
        assert_eq!([0, 2, 3, 4].map(|at| out.place(at)), [0, 2, 7, 8]);
    }
}
