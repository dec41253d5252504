//! "By Jane Doe and John Roe, Associated Press Writer", "Jane Doe | Reuters".

use super::words::{is_capitalised, more_words_than, starts_with_words, trimmed, words};
use memchr::memchr;

/// A byline with more words than this is a sentence.
const MOST_WORDS: usize = 16;

/// Small words inside a byline.
const SMALL: &[&str] = &[
    "and",
    "in",
    "for",
    "of",
    "the",
    "at",
    "with",
    "de",
    "da",
    "del",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "al",
    "el",
    "la",
    "le",
    "staff",
    "writer",
    "reporter",
    "correspondent",
    "editor",
    "special",
    "to",
];

/// The words of a byline without "By"; `None` if the paragraph is none.
pub(super) fn byline(paragraph: &str) -> Option<&str> {
    let line = trimmed(paragraph);
    // last, since of most paragraphs neither holds
    by(line).or_else(|| barred(line)).filter(|_| !more_words_than(line, MOST_WORDS))
}

/// "By Jane Doe": two capitalised words at least, and nothing that a name and an office could not hold.
fn by(line: &str) -> Option<&str> {
    let names = starts_with_words(line, "by").then(|| trimmed(&line[2..]).trim_start_matches(':')).map(trimmed)?;
    let capitals = words(names).filter(|word| is_capitalised(word)).count();
    (capitals >= 2 && words(names).all(fits) && is_name(names)).then_some(names)
}

/// The first two words are a name: no weekday, no comma after the first.
fn is_name(names: &str) -> bool {
    let first = words(names).next().unwrap_or_default();
    is_capitalised(first) && !first.ends_with([',', ':'])
}

fn fits(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    is_capitalised(word) || word.contains('@') || bare.is_empty() || SMALL.contains(&bare.as_str())
}

/// "Jane Doe | Reuters".
fn barred(line: &str) -> Option<&str> {
    let (name, outlet) = line.split_at(memchr(b'|', line.as_bytes())?);
    let outlet = &outlet[1..];
    let is_name = |side: &str| (1..=5).contains(&words(side).count()) && words(side).all(fits);
    (is_name(outlet) && is_name(name) && words(name).count() >= 2 && !outlet.contains('|')).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_read() {
        assert_eq!(byline("By JANE DOE"), Some("JANE DOE"));
        assert_eq!(
            byline("By Jane Doe and John Roe, Associated Press Writer"),
            Some("Jane Doe and John Roe, Associated Press Writer")
        );
        assert_eq!(byline("BY JANE VAN DER DOE Jr."), Some("JANE VAN DER DOE Jr."));
        assert_eq!(byline("By: Jane Doe in Rome"), Some("Jane Doe in Rome"));
        assert_eq!(byline("Jane Doe | Reuters"), Some("Jane Doe | Reuters"));
    }

    #[test]
    fn sentences_are_not() {
        for line in [
            "By Monday",
            "By contrast, Rome fell",
            "By Monday, Rome had fallen.",
            "Byron Smith",
            "a | b",
            "By the River Thames",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }
}
