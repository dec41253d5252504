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
    // last, since of most paragraphs none of them holds
    by(line).or_else(|| barred(line)).or_else(|| posted(line)).filter(|_| !more_words_than(line, MOST_WORDS))
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

/// Posts that end a byline without "By", in small letters.
const POSTS: &[&str] = &[" correspondent", " editor", " reporter"];

/// "Jane Doe Environment correspondent": a name, and the post in small letters.
fn posted(line: &str) -> Option<&str> {
    let is_post = POSTS.iter().any(|post| line.ends_with(post));
    let named = || words(line).take(3).filter(|word| is_plain_name(word)).count() == 3;
    let opens = || !ARTICLES.iter().any(|article| starts_with_words(line, article));
    (is_post && named() && opens() && !more_words_than(line, WORDS_WITH_POST)).then_some(line)
}

/// What no name begins with.
const ARTICLES: &[&str] = &["the", "a", "an", "our", "former", "ex"];

/// A name with its post has no more words.
const WORDS_WITH_POST: usize = 7;

/// "Jane Doe", "Ana Lucía Vega", on a line of its own.
pub(super) fn is_bare_name(line: &str) -> bool {
    (2..=4).contains(&words(line).count()) && words(line).all(is_plain_name)
}

/// A capitalised word of letters, hyphens and apostrophes, or an initial.
fn is_plain_name(word: &str) -> bool {
    is_capitalised(word) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
}

/// What is told of an author behind the name.
const TOLD: &[&str] =
    &[" covers ", " is ", " writes ", " reports ", " reported ", " has ", " contributed ", " joined "];

/// No note on an author has more words.
const WORDS_OF_NOTE: usize = 60;

/// "Jane Doe covers water for The Echo.", of one of the authors that `byline` names.
pub(super) fn is_author_note(paragraph: &str, byline: &str) -> bool {
    let name = |told: &&str| paragraph.split_once(*told).map(|(name, _)| name);
    let mut names = TOLD.iter().filter_map(name);
    names.any(|name| is_bare_name(name) && byline.contains(name)) && !more_words_than(paragraph, WORDS_OF_NOTE)
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
    fn a_name_with_its_post_is_one() {
        let line = "Jane Doe Environment correspondent";
        assert_eq!(byline(line), Some(line));
        for line in ["The Echo sues former editor", "Police Arrest Echo Reporter", "A Week With Our Rome correspondent"]
        {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn a_note_tells_of_one_of_the_authors() {
        let byline = "By Jane Doe and Ana Lucía Vega";
        assert!(is_author_note("Ana Lucía Vega covers water for The Echo. She lives in Rome.", byline));
        assert!(!is_author_note("Ann Lee covers water for The Echo.", byline));
        assert!(!is_author_note("Jane Doe said the water was low.", byline));
        assert!(!is_author_note("It is Jane Doe who is to blame.", byline));
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
