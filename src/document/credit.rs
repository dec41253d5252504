//! "(Reporting by …; Editing by …)": who made the copy.

use super::words::{has_pair, more_words_than, starts_with_any, starts_with_words, trimmed};
use crate::words::lower_case;

/// How a credit line begins.
const STARTS: &[&str] = &[
    "reporting by",
    "additional reporting by",
    "writing by",
    "additional writing by",
    "editing by",
    "reporting and writing by",
    "writing and editing by",
    "compiled by",
    "translated by",
    "produced by",
    "with reporting by",
    "with additional reporting by",
    "with files from",
    "with assistance from",
    "with assistance by",
    "graphics by",
    "report by",
    "text of report",
    "text of unsigned",
];

/// What a credit line holds where its names come first.
const INSIDE: &[&str] = &[
    "contributed to this report",
    "contributed reporting",
    "contributed to this story",
    "contributed to this article",
];

/// How a closing line begins and goes on that names whose report it was.
const REPORT_BY: &str = "this report by";
const FIRST_PUBLISHED: &str = " was first published";

/// The longest line that may be a credit by what it holds, in words.
const MOST_WORDS: usize = 40;

/// The words of a credit line without brackets; `None` if the paragraph is none.
pub(super) fn credit(paragraph: &str) -> Option<&str> {
    let line = trimmed(paragraph);
    let bare = line.trim_start_matches(['(', '[', '-', '–', '—', '*', '_', ' ']);
    let starts = starts_with_any(bare, STARTS) && (line.starts_with(['(', '[']) || !more_words_than(bare, MOST_WORDS));
    let holds = || holds_credit(line) && !more_words_than(line, MOST_WORDS);
    (starts || holds() || reporter(line).is_some()).then(|| unbracketed(bare, line))
}

fn holds_credit(line: &str) -> bool {
    has_contributed(line) && {
        let line = lower_case(line);
        INSIDE.iter().any(|inside| line.contains(inside))
    }
}

/// What stands in all of these, as it is written; its first letter may be a capital.
const CONTRIBUTED: [&str; 2] = ["ontributed", "CONTRIBUTED"];

/// Whether that word of them is there. Of most lines two of its letters tell that it is not.
fn has_contributed(line: &str) -> bool {
    has_pair(line, *b"ib") && CONTRIBUTED.iter().any(|word| line.contains(word))
}

/// Whose report it was, or whose copy it is, by a closing line: "Canadian Press" in "This report by The Canadian Press was first
/// published …", "AFP" in "© 2024 AFP". A copyright without a year may be a picture's, and is none.
pub(super) fn owner(paragraph: &str) -> Option<&str> {
    let line = trimmed(paragraph);
    reporter(line).or_else(|| copyright(line))
}

fn reporter(line: &str) -> Option<&str> {
    let is_one = starts_with_words(line, REPORT_BY) && !more_words_than(line, MOST_WORDS);
    let (name, _) = is_one.then(|| line[REPORT_BY.len()..].split_once(FIRST_PUBLISHED))??;
    Some(trimmed(name))
}

fn copyright(line: &str) -> Option<&str> {
    let word = ["copyright", "©", "(c)"].into_iter().find(|word| starts_with_words(line, word))?;
    let after = trimmed(&line[word.len()..]).trim_start_matches("(c)");
    let claim = after.split(['.', ',', ';', '|', '\n']).next()?;
    let has_year = claim.chars().filter(char::is_ascii_digit).count() >= 4;
    has_year.then(|| claim.trim_matches(|c: char| !c.is_alphabetic()))
}

/// `bare` without the bracket that closes the one `line` began with.
fn unbracketed<'a>(bare: &'a str, line: &str) -> &'a str {
    let closing = if line.starts_with('[') { ']' } else { ')' };
    if bare.len() == line.len() { bare } else { trimmed(bare.trim_end_matches('.').trim_end_matches(closing)) }
}

/// Where a credit in brackets at the end of a paragraph begins, in bytes; `None` where there is none.
pub(super) fn at_end_of(paragraph: &str) -> Option<usize> {
    if !paragraph.ends_with(')') {
        return None;
    }
    let open = paragraph.rfind('(').filter(|open| *open > 0)?;
    credit(&paragraph[open..]).map(|_| open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_read() {
        assert_eq!(credit("(Reporting by Ann Lee; Editing by Bo Ek)"), Some("Reporting by Ann Lee; Editing by Bo Ek"));
        assert_eq!(credit("(Additional reporting by Ann Lee.)"), Some("Additional reporting by Ann Lee."));
        assert_eq!(credit("Reporting by Ann Lee"), Some("Reporting by Ann Lee"));
        assert!(credit("Associated Press writer Ann Lee in Oslo contributed to this report.").is_some());
    }

    #[test]
    fn a_closing_line_names_its_owner() {
        let cases = [
            ("This report by The Canadian Press was first published May 4, 2024.", "The Canadian Press"),
            ("© 2024 Agence France-Presse", "Agence France-Presse"),
            ("Copyright (c) 2023-2024 The Associated Press. All rights reserved.", "The Associated Press"),
            ("Copyright © AFP 2024", "AFP"),
        ];
        for (line, name) in cases {
            assert_eq!(owner(line), Some(name), "{line}");
        }
        assert!(credit(cases[0].0).is_some());
        for line in ["© AFP", "This report by the panel was read.", "Copyright law should change.", "©2024"] {
            assert_eq!(owner(line).filter(|name| !name.is_empty()), None, "{line}");
            assert_eq!(credit(line), None);
        }
    }

    #[test]
    fn story_text_is_none() {
        assert_eq!(credit("Reportingly by night, the town slept."), None);
        assert_eq!(credit("He was good at editing by hand."), None);
    }

    #[test]
    fn a_credit_may_stand_at_a_paragraphs_end() {
        let paragraph = "Rain fell. (Writing by Ann Lee)";
        assert_eq!(at_end_of(paragraph), paragraph.find('('));
        assert_eq!(at_end_of("Rain fell (a lot)"), None);
        assert_eq!(at_end_of("(Writing by Ann Lee)"), None);
    }
}
