//! Where a finding is, as other programs count.

use crate::document::Format;
use crate::report::contract::{DocumentReport, FindingReport};

/// The document's path; standard input has none.
pub fn path(doc: &DocumentReport) -> &str {
    doc.path.as_deref().unwrap_or("stdin")
}

/// Whether the document's text is its file's own for certain, not taken out of markup.
pub fn is_file(doc: &DocumentReport) -> bool {
    doc.format == Format::Text
}

/// Columns counted in bytes of their line.
pub struct ByteColumns {
    line_starts: Vec<usize>,
    length: usize,
}

impl ByteColumns {
    /// Those of `text`; linear.
    pub fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
        Self { line_starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect(), length: text.len() }
    }

    /// The column of the byte `at`, from 1.
    pub fn of_byte(&self, at: usize) -> usize {
        let at = at.min(self.length);
        at - self.line_starts[self.line_starts.partition_point(|start| *start <= at) - 1] + 1
    }
}

/// The path as a relative URI: all but letters, digits and `-._~/` written as `%XX`.
pub fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

/// What is wrong and how to mend it, in one line.
pub fn message(finding: &FindingReport) -> String {
    format!("{}; to mend it: {}", finding.message, finding.help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("./stories/naïve 1%.txt"), "stories/na%C3%AFve%201%25.txt");
    }

    #[test]
    fn byte_columns_start_with_their_line() {
        let text = "one\r\né two\n";
        let columns = ByteColumns::of(text);
        assert_eq!([0, text.find("two").unwrap(), 999].map(|at| columns.of_byte(at)), [1, 4, 1]);
    }
}
