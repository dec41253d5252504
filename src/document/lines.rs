//! The text's lines, whichever line ends it uses: LF, CRLF or CR alone.

use super::words::trim;
use crate::span::Span;

/// One line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Without white space at both ends; empty for a blank line.
    pub span: Span,
    /// How far it is indented, in bytes.
    pub indent: usize,
}

impl Line {
    /// Whether there is nothing on it.
    pub fn is_blank(self) -> bool {
        self.span.is_empty()
    }
}

/// All lines in order, trimmed.
pub(super) fn lines(text: &str) -> Vec<Line> {
    spans(text).map(|span| line(text, span)).collect()
}

fn line(text: &str, span: Span) -> Line {
    let trimmed = trim(text, span);
    Line { span: trimmed, indent: trimmed.start - span.start }
}

/// All lines in order, without their line ends. A text that ends with a line end has an empty line after it.
pub(super) fn spans(text: &str) -> impl Iterator<Item = Span> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let Some(len) = text.as_bytes()[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            next = None;
            return Some(Span::new(start, text.len()));
        };
        let end = start + len;
        next = Some(end + if text[end..].starts_with("\r\n") { 2 } else { 1 });
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_is_understood() {
        let text = "one\r\n two\rthree\n\n";
        let found: Vec<_> = lines(text).iter().map(|line| (line.span.of(text), line.indent)).collect();
        assert_eq!(found, [("one", 0), ("two", 1), ("three", 0), ("", 0), ("", 0)]);
    }

    #[test]
    fn no_text_is_one_empty_line() {
        assert!(lines("").iter().all(|line| line.is_blank()));
    }
}
