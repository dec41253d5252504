//! `--format jsonl`: one line per document.

use super::compact;
use super::contract::{DocumentReport, SCHEMA_VERSION};
use super::reporter::Reporter;
use std::io::{Result, Write};

/// Writes each document's object with `schema_version` before its own fields.
#[derive(Debug, Default)]
pub struct JsonLines {
    /// The line that is being put together; kept, so that the next one has its room.
    line: Vec<u8>,
}

impl Reporter for JsonLines {
    fn document(&mut self, document: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        // put together before it is handed on, for it is made of many small pieces
        let line = &mut self.line;
        line.clear();
        write!(line, r#"{{"schema_version":{SCHEMA_VERSION}"#)?;
        let opening = line.len();
        compact::write(line, document)?;
        // the version is a field as the others are
        line[opening] = b',';
        line.push(b'\n');
        out.write_all(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;
    use serde_json::Value;

    #[test]
    fn a_line_a_document_version_first() {
        let (doc, text) = fixture::story();
        let written = fixture::render(&mut JsonLines::default(), &[(&doc, &text), (&doc, &text)]);
        let lines: Vec<_> = written.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with(r#"{"schema_version":1,"path":"bridge.txt","#));
        let mut value: Value = serde_json::from_str(lines[1]).unwrap();
        value.as_object_mut().unwrap().remove("schema_version");
        assert_eq!(value, serde_json::to_value(&doc).unwrap());
    }
}
