//! Page furniture: navigation, sharing, advertising, production lines.
//!
//! The list is `grammar/boilerplate.txt`; what follows a pattern (a bare address, a clock time) is told here. Leaving story text out
//! is worse than keeping a stray line, so only short lines that are no sentences are taken, and the few long paragraphs that every page
//! of a site has.

use super::words::{ends_sentence, is_blank, more_words_than, plain_words, starts_with_words, trimmed, words};
use crate::lexicon::Boilerplate;
use memchr::memchr3;

/// A line with more words than this is story text.
const MOST_WORDS: usize = 12;

/// The longest paragraph that can be furniture, in bytes.
const LONGEST: usize = 600;

/// Whether a paragraph is page furniture.
pub(super) fn is_boilerplate(paragraph: &str, list: &Boilerplate) -> bool {
    let line = trimmed(paragraph);
    is_without_words(line)
        || is_markup(line)
        || is_note(line)
        || is_short_furniture(line, list)
        || (line.len() <= LONGEST && list.is_paragraph(line))
}

/// Whether a line tells that those below it point to other copy: "Related coverage".
pub(super) fn is_above_pointers(paragraph: &str, list: &Boilerplate) -> bool {
    let line = trimmed(paragraph);
    !more_words_than(line, MOST_WORDS) && list.is_above_pointers(&plain(line))
}

/// Whether a line begins a stretch that is none of the story: "Skip past newsletter promotion".
pub(super) fn begins_stretch(paragraph: &str, list: &Boilerplate) -> bool {
    let line = trimmed(paragraph);
    !more_words_than(line, MOST_WORDS) && list.begins_stretch(&plain(line))
}

/// Whether a line ends such a stretch.
pub(super) fn ends_stretch(paragraph: &str, list: &Boilerplate) -> bool {
    let line = trimmed(paragraph);
    !more_words_than(line, MOST_WORDS) && list.ends_stretch(&plain(line))
}

fn is_short_furniture(line: &str, list: &Boilerplate) -> bool {
    !more_words_than(line, MOST_WORDS)
        && (is_listed(line, list) || is_address(line) || is_time(line, list) || is_trail(line))
}

/// Whether a short line is in the list.
fn is_listed(line: &str, list: &Boilerplate) -> bool {
    let line = plain(line);
    if list.is_line(&line) || list.ends(&line) || is_menu(&line, list) {
        return true;
    }
    let start = line.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '©' | '.'));
    !ends_sentence(&line) && list.starts(start)
}

/// "World Politics Sports Fact check": a page's sections in one line, each of them in the list.
fn is_menu(plain: &str, list: &Boilerplate) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let mut at = 0;
    while at < words.len() {
        let entry =
            (1..=LONGEST_ENTRY.min(words.len() - at)).rev().find(|len| list.is_line(&words[at..at + len].join(" ")));
        let Some(len) = entry else { return false };
        at += len;
    }
    words.len() >= FEWEST_IN_MENU
}

/// A section has no more words than this.
const LONGEST_ENTRY: usize = 3;

/// A menu has as many words.
const FEWEST_IN_MENU: usize = 3;

/// The line as the list has it: in small letters, with one blank between words and straight apostrophes.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for word in words(line) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(word);
    }
    match plain.is_ascii() {
        true => plain.make_ascii_lowercase(),
        false => plain = plain.to_lowercase().replace('’', "'"),
    }
    plain
}

/// A rule of dashes, a lone bracket.
fn is_without_words(line: &str) -> bool {
    !line.chars().any(char::is_alphanumeric)
}

/// Tags with nothing between them, or a style rule, that were pasted along.
fn is_markup(line: &str) -> bool {
    let tags = line.starts_with('<') && is_without_words(&outside_tags(line));
    tags || line.ends_with('{') || (line.starts_with('}') && line.len() < 4)
}

/// What stands outside angle brackets.
fn outside_tags(line: &str) -> String {
    let mut inside = false;
    let is_outside = |c: &char| {
        inside = match c {
            '<' => true,
            '>' => return !std::mem::replace(&mut inside, false),
            _ => inside,
        };
        !inside
    };
    line.chars().filter(is_outside).collect()
}

/// A note in square brackets that is no sentence: "[Passage omitted]".
fn is_note(line: &str) -> bool {
    let inner = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    inner.is_some_and(|inner| {
        !inner.contains(['[', ']', '"', '“']) && !ends_sentence(inner) && !more_words_than(inner, 2 * MOST_WORDS)
    })
}

/// An e-mail or web address alone, or after one word ("E-mail: …").
fn is_address(line: &str) -> bool {
    let last = line.rsplit(is_blank).next().unwrap_or_default();
    let address = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_mail =
        last.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_end_matches('.').contains('.'));
    let is_web = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    (is_mail || is_web) && !more_words_than(line, 2)
}

/// Where on a site a page stands: "Home - News - Business", "World › Asia".
fn is_trail(line: &str) -> bool {
    let is_step = |step: &str| !more_words_than(step, MOST_WORDS_A_STEP) && step.starts_with(char::is_uppercase);
    let is_one = |marks: &[char]| line.contains(marks) && line.split(marks).map(trimmed).all(is_step);
    let from_home = || starts_with_words(line, "home") && is_one(&['-', '–', '|', '/', '·', '•']);
    // of most lines a look at their bytes tells that they have no mark
    memchr3(b'>', 0xc2, 0xe2, line.as_bytes()).is_some() && is_one(&['>', '›', '»']) || from_home()
}

/// A section of a site has no more words than this.
const MOST_WORDS_A_STEP: usize = 3;

/// A line of clock times, dates and what goes with them only: "Updated 4:15 PM", "3 min read", "September 4, 2023 4:15 PM UTC".
fn is_time(line: &str, list: &Boilerplate) -> bool {
    let mut has_number = false;
    let all_fit = plain_words(line).all(|word| {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        has_number |= is_number;
        is_number || list.is_time_word(&word)
    });
    all_fit && has_number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use std::collections::HashSet;

    fn is_known(line: &str) -> bool {
        is_boilerplate(line, Lexicon::built_in().boilerplate())
    }

    #[test]
    fn furniture_is_known() {
        let lines = [
            "Skip to main content",
            "SHARE THIS POST »",
            "Thumbnail",
            "Advertisement.",
            "Related: Bridge reopens after storm",
            "Read more ...",
            ".START",
            "3 min read",
            "Updated 4:15 PM",
            "September 4, 2023 4:15 PM UTC",
            "1/24/02 1:26:16 AM (GMT +2)",
            "jane@example.org",
            "E-mail: jane@example.org",
            "https://example.org/story",
            "* * *",
            "}",
            ".wrap {",
            "[Selected without editing by the desk]",
            "Sign up for our newsletter.",
            "© 2023 Example. All rights reserved.",
            "Copyright 2002 The Example Company",
            "<embed id=\"1\"/>.",
            "Editors’ picks",
            "5 minutes read",
            "Advertisement · Scroll to continue",
            "This article is more than 2 years old",
            "The Example Briefing has all the news that an early riser wants, in two minutes and with no pictures. Sign up here.",
            "A version of this article appears in print on Sept. 5, 2023, Section A, Page 4 of the New York edition.",
            "Home - News - Business",
            "World › Asia",
            "World U.S. Politics Sports Fact Check",
            "Our Standards: The Thomson Reuters Trust Principles., opens new tab",
        ];
        for line in lines {
            assert!(is_known(line), "{line}");
        }
    }

    #[test]
    fn story_text_is_kept() {
        let lines = [
            "Share prices fell.",
            "A version of this article appeared in his book, the minister said on Monday.",
            "The mayor told those who want to row to the other bank until the bridge is mended: \"Don't sign up here.\"",
            "Read my lips, he said.",
            "Sign up to fight, she told them.",
            "[The minister] said no.",
            "He resigned in 2019.",
            "Copyright law should change, the minister said in a letter to every publisher in the country",
            "May 4.1 per cent be enough?",
            "Latest news of the ship came on Monday",
            "[He said this on Monday.]",
            "Write to jane@example.org by Monday, she said",
            "Moreover, prices fell",
            "Home - and away",
            "Mine to close - sources",
            "World politics",
            "World Sports Body Votes",
            "Photographs show the bridge",
            "<b>Rain</b>",
            "Under <5 it fell>",
        ];
        for line in lines {
            assert!(!is_known(line), "{line}");
        }
    }

    #[test]
    fn a_desks_own_list_counts() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("boilerplate.txt"), "Today’s crossword | whole\n!thumbnail\n").unwrap();
        let lexicon = Lexicon::with_folder(folder.path()).unwrap();
        assert!(is_boilerplate("TODAY'S CROSSWORD »", lexicon.boilerplate()));
        assert!(!is_boilerplate("Thumbnail", lexicon.boilerplate()));
        assert!(is_boilerplate("Skip to main content", lexicon.boilerplate()));
        assert!(!is_known("Today's crossword"));
    }

    #[test]
    fn every_entry_of_the_list_is_well_formed() {
        let entries = include_str!("../../grammar/boilerplate.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut seen = HashSet::new();
        for entry in entries {
            let (line, how) = entry.split_once('|').unwrap_or_else(|| panic!("no match: {entry}"));
            assert!(
                ["whole", "above", "from", "to", "start", "end", "opening", "closing", "time"].contains(&how.trim()),
                "{entry}"
            );
            assert_eq!(line.trim(), line.trim().to_lowercase(), "{entry}");
            assert!(seen.insert(entry), "twice: {entry}");
        }
    }
}
