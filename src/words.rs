//! Cuts text into words and marks; knows no lexicon, so that lexicon and document are cut alike.

use crate::word_key::{key_of_byte, leading_letters, word_key};
use std::borrow::Cow;

/// One word or mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the text given.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is by its characters.
    pub kind: Kind,
    /// Whether white space (or nothing) stands before it.
    pub spaced: bool,
}

/// What a piece is by its characters alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, possibly with digits, hyphens and inner full stops.
    Word,
    /// Digits with inner commas and full stops.
    Number,
    /// `,`
    Comma,
    /// `.`
    Stop,
    /// `?` or `!`
    Exclaim,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A hyphen or dash that stands by itself.
    Dash,
    /// `…` or `...`
    Ellipsis,
    /// `(` or `[`
    OpenBracket,
    /// `)` or `]`
    CloseBracket,
    /// `"` or `''`: opens or closes.
    PlainQuote,
    /// `“`, `„`, `«` or two backticks.
    OpenQuote,
    /// `”` or `»`
    CloseQuote,
    /// `‘` or a single backtick.
    OpenSingle,
    /// `'` or `’`: closes, or an apostrophe; a plain one may open.
    Apostrophe,
    /// Any other sign.
    Sign,
}

/// Words and marks of `text` in order; linear. `is_abbreviation` is asked of a word with its full stop ("Sept.").
pub fn cut<'a>(text: &'a str, is_abbreviation: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = Piece> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let piece = piece_behind(text, at, &is_abbreviation)?;
        at = piece.end;
        Some(piece)
    })
}

/// The word or mark that follows byte `at`, where a piece ended or the text begins.
pub fn piece_behind(text: &str, at: usize, is_abbreviation: &impl Fn(&str) -> bool) -> Option<Piece> {
    let start = after_blanks(text, at);
    let first = text[start..].chars().next()?;
    let (len, kind) = piece_at(&text[start..], first, is_abbreviation);
    Some(Piece { start, end: start + len, kind, spaced: start == 0 || start > at })
}

/// The piece that follows byte `at` as [`piece_behind`] has it, and its key in lower case, where it is a plain one, as most are: a word
/// of letters, with a blank or a mark behind it that joins no words, or a common mark.
#[inline]
pub fn plain_piece_behind(text: &str, at: usize, is_abbreviation: &impl Fn(&str) -> bool) -> Option<(Piece, u64)> {
    let rest = text.as_bytes().get(at..)?;
    // nearly always one space, or none
    let (rest, blanks) = if let [b' ', rest @ ..] = rest { (rest, 1) } else { (rest, 0) };
    let (start, spaced) = (at + blanks, blanks > 0 || at == 0);
    let (len, key) = leading_letters(rest);
    if len == 0 {
        let (len, kind, key) = plain_mark(rest)?;
        return Some((Piece { start, end: start + len, kind, spaced }, key));
    }
    let is_whole = match &rest[len..] {
        [b' ', ..] => true,
        [b',', next, ..] => !next.is_ascii_digit(),
        [b'.', after @ ..] => len > 1 && joins_none(after) && !is_abbreviation(&text[start..=start + len]),
        after => joins_none(after),
    };
    is_whole.then_some((Piece { start, end: start + len, kind: Kind::Word, spaced }, key))
}

/// Whether what stands behind a word, or behind its full stop, joins nothing to it.
fn joins_none(after: &[u8]) -> bool {
    match after {
        [] | [b' ' | b'\n' | b'\r' | b'\t' | b'!' | b'"' | b'(' | b')' | b';' | b'?' | b']', ..] => true,
        // a curly quotation mark
        [0xe2, 0x80, 0x9c | 0x9d, ..] => true,
        _ => possessive_len(after).is_some(),
    }
}

/// Length of the "'s" that a text begins with; `None` where letters beyond ASCII follow, which it may be a part of.
fn possessive_len(text: &[u8]) -> Option<usize> {
    match text {
        [b'\'', b's'] => Some(2),
        [b'\'', b's', next, ..] if next.is_ascii() && !next.is_ascii_alphanumeric() => Some(2),
        [0xe2, 0x80, 0x99, b's'] => Some(4),
        [0xe2, 0x80, 0x99, b's', next, ..] if next.is_ascii() && !next.is_ascii_alphanumeric() => Some(4),
        _ => None,
    }
}

/// The mark, or the "'s", that a text begins with, if it is a common one that is the same whatever follows: its length and its key.
fn plain_mark(text: &[u8]) -> Option<(usize, Kind, u64)> {
    let one_byte = |kind| Some((1, kind, key_of_byte(text[0])));
    match text {
        [b'.', b'.', ..] => None,
        [b'.', ..] => one_byte(Kind::Stop),
        [b',', ..] => one_byte(Kind::Comma),
        [b'"', ..] => one_byte(Kind::PlainQuote),
        [b'(', ..] => one_byte(Kind::OpenBracket),
        [b')', ..] => one_byte(Kind::CloseBracket),
        [b'?' | b'!', ..] => one_byte(Kind::Exclaim),
        [b':', ..] => one_byte(Kind::Colon),
        [b';', ..] => one_byte(Kind::Semicolon),
        [b'$' | b'%', ..] => one_byte(Kind::Sign),
        [0xe2, 0x80, 0x9c, ..] => Some((3, Kind::OpenQuote, const { word_key("“") })),
        [0xe2, 0x80, 0x9d, ..] => Some((3, Kind::CloseQuote, const { word_key("”") })),
        _ => possessive_len(text).map(|len| (len, Kind::Word, const { word_key("'s") })),
    }
}

/// `text` in lower case; borrowed where it is already.
pub fn lower_case(text: &str) -> Cow<'_, str> {
    match () {
        () if !text.is_ascii() => Cow::Owned(text.to_lowercase()),
        () if text.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(text.to_ascii_lowercase()),
        () => Cow::Borrowed(text),
    }
}

/// The letters that a country shares with its people: "Ukra" of "Ukraine" and "Ukrainian"; the whole of a shorter word.
pub fn nation_stem(word: &str) -> &str {
    word.char_indices().nth(NATION_LETTERS).map_or(word, |(end, _)| &word[..end])
}

/// How many letters tell a nation.
const NATION_LETTERS: usize = 4;

/// Whether two words are one, in capitals or not.
pub fn is_same_word(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || !a.is_ascii() && a.to_lowercase() == b.to_lowercase()
}

/// Whether `text` in lower case is `lower`.
pub fn is_in_lower_case(text: &str, lower: &str) -> bool {
    if text.is_ascii() { text.eq_ignore_ascii_case(lower) } else { text.to_lowercase() == lower }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}')
}

/// Curly quotation marks and dashes are often asked for, and are none: that is told without the tables of all letters.
fn is_letter_or_digit(c: char) -> bool {
    !matches!(c, '\u{2010}'..='\u{2027}') && c.is_alphanumeric()
}

/// Where the blanks that begin at a place end.
fn after_blanks(text: &str, at: usize) -> usize {
    // most marks have none before them, or one space
    match text.as_bytes()[at..] {
        [b'!'..=b'~', ..] => at,
        [b' ', b'!'..=b'~', ..] => at + 1,
        _ => text[at..].find(|c| !is_blank(c)).map_or(text.len(), |len| at + len),
    }
}

fn piece_at(text: &str, first: char, is_abbreviation: &impl Fn(&str) -> bool) -> (usize, Kind) {
    let part = match first {
        'n' | 'N' => negation_len(text),
        '\'' | '’' => clitic_len(text),
        '@' | '#' if text[1..].starts_with(is_letter_or_digit) => Some(1 + word_len(&text[1..])),
        _ => None,
    };
    match part {
        Some(len) => (len, Kind::Word),
        None if is_letter_or_digit(first) => word_at(text, is_abbreviation),
        None => mark_at(text, first),
    }
}

fn mark_at(text: &str, first: char) -> (usize, Kind) {
    let one = first.len_utf8();
    match first {
        ',' => (one, Kind::Comma),
        '.' if text.starts_with("...") => (3, Kind::Ellipsis),
        '.' => (one, Kind::Stop),
        '?' | '!' => (one, Kind::Exclaim),
        ':' => (one, Kind::Colon),
        ';' => (one, Kind::Semicolon),
        '-' | '_' | '‐'..='―' => (dash_len(text), Kind::Dash),
        '…' => (one, Kind::Ellipsis),
        '(' | '[' | '{' => (one, Kind::OpenBracket),
        ')' | ']' | '}' => (one, Kind::CloseBracket),
        '"' => (one, Kind::PlainQuote),
        '\'' if text.starts_with("''") => (2, Kind::PlainQuote),
        '`' if text.starts_with("``") => (2, Kind::OpenQuote),
        '“' | '„' | '«' | '‟' => (one, Kind::OpenQuote),
        '”' | '»' => (one, Kind::CloseQuote),
        '‘' | '`' | '‚' => (one, Kind::OpenSingle),
        '\'' | '’' => (one, Kind::Apostrophe),
        _ => (one, Kind::Sign),
    }
}

fn dash_len(text: &str) -> usize {
    text.find(|c| !matches!(c, '-' | '_' | '‐'..='―')).unwrap_or(text.len())
}

/// "n't", "'s" and their like, split off the word before them; `None` for an ordinary apostrophe.
fn clitic_len(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['\'', '’'])?;
    let mark = text.len() - rest.len();
    let end = rest.find(|c| !is_letter_or_digit(c)).unwrap_or(rest.len());
    is_clitic(&rest[..end]).then_some(mark + end)
}

/// "n't" standing at the start of the text.
fn negation_len(text: &str) -> Option<usize> {
    let rest = text.strip_prefix(['n', 'N'])?.strip_prefix(['\'', '’'])?.strip_prefix(['t', 'T'])?;
    (!rest.starts_with(is_letter_or_digit)).then_some(text.len() - rest.len())
}

fn is_clitic(letters: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m", "t"].iter().any(|c| letters.eq_ignore_ascii_case(c))
}

fn word_at(text: &str, is_abbreviation: &impl Fn(&str) -> bool) -> (usize, Kind) {
    if text.starts_with('h') && is_address(text) {
        return (text.find(is_blank).unwrap_or(text.len()), Kind::Word);
    }
    let len = word_len(text);
    let word = &text[..len];
    let kind = if word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic) {
        Kind::Number
    } else {
        Kind::Word
    };
    // at the end of a paragraph the stop is the sentence's: "said the FT."
    let ends = |at: usize| text.len() <= at + 3 && !text[at..].contains(is_letter_or_digit);
    let is_abbreviation = |word: &str| !ends(word.len()) && is_abbreviation(word);
    if text[len..].starts_with('.') && keeps_stop(&text[..len + 1], kind, &is_abbreviation) {
        return (len + 1, kind);
    }
    (len, kind)
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// Length in bytes of the run of letters and digits, with single joiners between two of them.
fn word_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += run_len(&text[at..]);
        // most words end so, and nothing more need be asked
        if matches!(bytes.get(at), None | Some(b' ' | b'\n')) {
            return at;
        }
        let Some(joiner) = text[at..].chars().next() else {
            return at;
        };
        let after = at + joiner.len_utf8();
        let joins = text[after..].chars().next().is_some_and(is_letter_or_digit)
            && match joiner {
                '-' | '\u{2010}' | '\u{2011}' => true,
                '.' => at == 0 || joins_letters_or_digits(bytes, at, after) || ends_share_sign(&bytes[after..]),
                ',' => bytes[at - 1].is_ascii_digit() && bytes[after].is_ascii_digit(),
                '&' | '/' => at <= 3 && bytes[at - 1].is_ascii_uppercase() && bytes[after].is_ascii_uppercase(),
                '\'' | '’' => clitic_len(&text[at..]).is_none(),
                _ => false,
            };
        if !joins {
            return at - negation_tail(&text[..at], &text[at..]);
        }
        at = after;
    }
}

/// Length of the run of letters and digits that `text` starts with.
fn run_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(text.len());
    if bytes.get(ascii).is_none_or(u8::is_ascii) {
        return ascii;
    }
    let is_part = |c: char| is_letter_or_digit(c) || ('\u{300}'..='\u{36f}').contains(&c);
    ascii + text[ascii..].find(|c| !is_part(c)).unwrap_or(text.len() - ascii)
}

fn joins_letters_or_digits(bytes: &[u8], at: usize, after: usize) -> bool {
    let (before, next) = (bytes[at - 1], bytes[after]);
    before.is_ascii_digit() && next.is_ascii_digit()
        || before.is_ascii_alphabetic()
            && (next.is_ascii_lowercase() || at == 1 || matches!(bytes[at - 2], b'.' | b'-') || at == 2)
}

/// "(BWT.|L)", "(0700.|HK)": the exchange in the sign of a share, which stands in brackets.
fn ends_share_sign(bytes: &[u8]) -> bool {
    let letters = bytes.iter().take(3).take_while(|byte| byte.is_ascii_uppercase()).count();
    (1..=2).contains(&letters) && bytes.get(letters) == Some(&b')')
}

/// 1 where the word's last letter is the n of a following "'t" ("do|n't"), which the next piece takes.
fn negation_tail(word: &str, rest: &str) -> usize {
    let is_t = rest
        .strip_prefix(['\'', '’'])
        .is_some_and(|r| r.starts_with(['t', 'T']) && !r[1..].starts_with(is_letter_or_digit));
    usize::from(is_t && word.len() > 1 && word.ends_with(['n', 'N']))
}

/// Whether a full stop belongs to the word: "U.S.", "J.", "Sept."; `word` includes it.
fn keeps_stop(word: &str, kind: Kind, is_abbreviation: &impl Fn(&str) -> bool) -> bool {
    if kind == Kind::Number {
        return false;
    }
    let letters = &word[..word.len() - 1];
    let is_initial = letters.len() == 1 && letters.starts_with(|c: char| c.is_ascii_uppercase()) && letters != "I";
    is_initial || letters.contains('.') && is_dotted(letters) || is_abbreviation(word)
}

/// "U.S", "a.m": single letters with full stops between.
fn is_dotted(letters: &str) -> bool {
    // "R-N.Y.": the part behind the hyphen tells
    let letters = letters.rsplit('-').next().unwrap_or(letters);
    letters.contains('.') && letters.split('.').all(|part| part.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        cut(text, |w| matches!(w, "Sept." | "Gen." | "Mr.")).map(|p| &text[p.start..p.end]).collect()
    }

    #[test]
    fn full_stops_of_abbreviations_stay_with_their_word() {
        assert_eq!(words("The U.S. on Sept. 4."), ["The", "U.S.", "on", "Sept.", "4", "."]);
        assert_eq!(words("Gen. J. Smith left."), ["Gen.", "J.", "Smith", "left", "."]);
        assert_eq!(words("at 5 a.m. today"), ["at", "5", "a.m.", "today"]);
        assert_eq!(words("He left.It ended."), ["He", "left", ".", "It", "ended", "."]);
    }

    #[test]
    fn contractions_and_possessives_are_cut_off() {
        assert_eq!(
            words("don't can’t Kim's O'Brien he'll"),
            ["do", "n't", "ca", "n’t", "Kim", "'s", "O'Brien", "he", "'ll"]
        );
    }

    #[test]
    fn quotation_marks_of_every_style() {
        assert_eq!(words("``So,'' he said"), ["``", "So", ",", "''", "he", "said"]);
        assert_eq!(words("“So,” ‘no’"), ["“", "So", ",", "”", "‘", "no", "’"]);
    }

    #[test]
    fn numbers_and_joined_words() {
        assert_eq!(
            words("$1,200.50 or 43% of anti-tank AT&T"),
            ["$", "1,200.50", "or", "43", "%", "of", "anti-tank", "AT&T"]
        );
    }

    proptest! {
        #[test]
        fn plain_pieces_are_those_that_are_cut(text in "([A-Za-z]{1,9}|[.,;:?!()\"$%'’“” \n-]|'s|’s|é|U.S.|Sept.|[0-9]){0,30}") {
            let is_abbreviation = |word: &str| matches!(word, "Sept." | "no.");
            let mut at = 0;
            while let Some(piece) = piece_behind(&text, at, &is_abbreviation) {
                if let Some((plain, key)) = plain_piece_behind(&text, at, &is_abbreviation) {
                    prop_assert_eq!(plain, piece);
                    prop_assert_eq!(key, word_key(&text[piece.start..piece.end].to_lowercase().replace('’', "'")));
                }
                at = piece.end;
            }
            prop_assert!(plain_piece_behind(&text, at, &is_abbreviation).is_none());
        }
    }

    #[test]
    fn the_sign_of_a_share_is_one_word() {
        assert_eq!(words("Orrin (ORR.L) fell"), ["Orrin", "(", "ORR.L", ")", "fell"]);
        assert_eq!(words("(0700.HK)"), ["(", "0700.HK", ")"]);
        assert_eq!(words("the BBC.A man"), ["the", "BBC", ".", "A", "man"]);
    }
}
