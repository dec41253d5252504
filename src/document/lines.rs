//! The text's lines, whichever line ends it uses: LF, CRLF or CR alone.

use super::words::trim;
use crate::read::line_spans;
use crate::span::Span;

/// One line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Without white space at both ends; empty for a blank line.
    pub span: Span,
    /// How far it is indented, in columns; a tab counts as eight.
    pub indent: usize,
}

impl Line {
    /// Whether there is nothing on it.
    pub fn is_blank(self) -> bool {
        self.span.is_empty()
    }
}

/// The lines of the bytes `within` of the text, in order, trimmed.
pub(super) fn lines(text: &str, within: Span) -> Vec<Line> {
    let place = |span: Span| Span::new(within.start + span.start, within.start + span.end);
    line_spans(within.of(text)).map(|span| line(text, place(span))).collect()
}

fn line(text: &str, span: Span) -> Line {
    let trimmed = trim(text, span);
    let lead = &text[span.start..trimmed.start];
    Line { span: trimmed, indent: lead.chars().map(|c| if c == '\t' { 8 } else { 1 }).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_is_understood() {
        let text = "one\r\n two\rthree\n\n";
        let found: Vec<_> =
            lines(text, Span::new(0, text.len())).iter().map(|line| (line.span.of(text), line.indent)).collect();
        assert_eq!(found, [("one", 0), ("two", 1), ("three", 0), ("", 0), ("", 0)]);
    }

    #[test]
    fn no_text_is_one_empty_line() {
        assert!(lines("", Span::new(0, 0)).iter().all(|line| line.is_blank()));
    }
}
