//! Text fit for a cell: one line, no control characters, no wider than its column.

use crate::link_notes;
use textwrap::core::display_width;

/// One line of printable text: runs of white space become one space, and control characters and
/// those that turn the direction of writing are left out, so that copy cannot steer the terminal.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !steers(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The same of words of the copy, without what pages write behind their links.
pub fn clean_copy(words: &str) -> String {
    clean(&link_notes::without(words))
}

fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `text` folded into lines of at most `width` terminal columns, at spaces where there are any.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| textwrap::wrap(line, options(width))).map(|line| line.into_owned()).collect()
}

/// How everything here is folded: greedily, which takes time linear in the text.
pub fn options(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width.max(1)).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
}

/// The first `limit` of `lines`; where more follow, the last one ends with "…" and still fits `width`.
pub fn limit(mut lines: Vec<String>, limit: usize, width: usize) -> Vec<String> {
    if lines.len() > limit {
        lines.truncate(limit);
        if let Some(last) = lines.last_mut() {
            *last = ellipsis(last, width);
        }
    }
    lines
}

/// `text` cut to at most `width` columns, with "…" where something is missing.
pub fn shorten(text: &str, width: usize) -> String {
    if display_width(text) <= width { text.to_owned() } else { ellipsis(text, width) }
}

fn ellipsis(text: &str, width: usize) -> String {
    let room = width.saturating_sub(1);
    let mut used = 0;
    let fits = |c: &char| {
        used += display_width(c.encode_utf8(&mut [0; 4]));
        used <= room
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    if cut.len() < text.len() && !text[cut.len()..].starts_with(' ') {
        cut.truncate(last_space(&cut).unwrap_or(cut.len()));
    }
    cut.truncate(cut.trim_end_matches([' ', ',', ';', ':', '-']).len());
    cut.push('…');
    cut
}

/// Where the last word of `text` begins, if that is a word of common length and not the only one.
fn last_space(text: &str) -> Option<usize> {
    text.rfind(' ').filter(|space| *space > 0 && text.len() - space <= 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_line_breaks_go() {
        assert_eq!(clean(" a\r\n\tb\u{1b}[31m\u{202e} c\u{0} "), "a b[31m c");
        assert_eq!(clean("\n\u{7}\n"), "");
    }

    #[test]
    fn lines_fit_their_width() {
        for width in 1..30 {
            for line in wrap("a word, überraschend 漢字漢字漢字 and-a-very-long-one", width) {
                assert!(display_width(&line) <= width.max(2), "{width}: {line}");
            }
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        let lines = limit(wrap("one two three four five six", 9), 2, 9);
        assert_eq!(lines, ["one two", "three…"]);
        assert_eq!(shorten("one two three", 10), "one two…");
        assert_eq!(shorten("漢字漢字", 5), "漢字…");
        assert_eq!(shorten("short", 5), "short");
    }
}
