//! `--format jsonl`: one line per document.

use super::contract::{DocumentReport, SCHEMA_VERSION};
use super::reporter::Reporter;
use serde::Serialize;
use std::io::{Result, Write};

/// Writes each document's object with `schema_version` before its own fields.
#[derive(Debug, Default)]
pub struct JsonLines;

#[derive(Serialize)]
struct Line<'d> {
    schema_version: u32,
    #[serde(flatten)]
    document: &'d DocumentReport,
}

/// Writes a value as JSON, put together before it is handed on: it is made of many small pieces.
pub(super) fn write_json(out: &mut dyn Write, value: &impl Serialize) -> Result<()> {
    out.write_all(&serde_json::to_vec(value)?)
}

impl Reporter for JsonLines {
    fn document(&mut self, document: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        write_json(out, &Line { schema_version: SCHEMA_VERSION, document })?;
        writeln!(out)
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
        let written = fixture::render(&mut JsonLines, &[(&doc, &text), (&doc, &text)]);
        let lines: Vec<_> = written.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with(r#"{"schema_version":1,"path":"bridge.txt","#));
        let mut value: Value = serde_json::from_str(lines[1]).unwrap();
        value.as_object_mut().unwrap().remove("schema_version");
        assert_eq!(value, serde_json::to_value(&doc).unwrap());
    }
}
