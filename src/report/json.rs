//! `--format json`: one object with all documents, one document a line inside it.

use super::compact;
use super::contract::{DocumentReport, SCHEMA_VERSION, Tool};
use super::reporter::Reporter;
use std::io::{Result, Write};

/// Writes [`super::contract::Report`] document by document.
#[derive(Debug, Default)]
pub struct Json {
    started: bool,
}

impl Tool {
    /// This program.
    pub fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

impl Reporter for Json {
    fn begin(&mut self, out: &mut dyn Write) -> Result<()> {
        write!(out, r#"{{"schema_version":{SCHEMA_VERSION},"tool":"#)?;
        serde_json::to_writer(&mut *out, &Tool::this())?;
        write!(out, r#","documents":["#)
    }

    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        out.write_all(if self.started { b",\n" } else { b"\n" })?;
        self.started = true;
        let mut written = Vec::new();
        compact::write(&mut written, doc)?;
        out.write_all(&written)
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        writeln!(out, "\n]}}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::contract::Report;
    use crate::report::fixture;
    use serde_json::Value;

    #[test]
    fn it_is_the_contract() {
        let (doc, text) = fixture::story();
        let written: Value =
            serde_json::from_str(&fixture::render(&mut Json::default(), &[(&doc, &text), (&doc, &text)])).unwrap();
        let report = Report { schema_version: SCHEMA_VERSION, tool: Tool::this(), documents: vec![doc.clone(), doc] };
        assert_eq!(written, serde_json::to_value(report).unwrap());
    }

    #[test]
    fn no_documents_is_an_empty_list() {
        let written: Value = serde_json::from_str(&fixture::render(&mut Json::default(), &[])).unwrap();
        assert_eq!(written["documents"], Value::Array(vec![]));
    }

    #[test]
    fn nulls_and_empty_lists_are_written() {
        let (mut doc, text) = fixture::story();
        doc.path = None;
        let written: Value = serde_json::from_str(&fixture::render(&mut Json::default(), &[(&doc, &text)])).unwrap();
        let doc = &written["documents"][0];
        for field in ["path", "format", "meta", "attributions", "claims", "findings", "agents"] {
            assert!(doc.get(field).is_some(), "{field}");
        }
        for field in ["headline", "byline", "dateline", "publication", "published", "language", "slug", "credit"] {
            assert!(doc["meta"].get(field).is_some(), "{field}");
        }
        for field in ["id", "text", "form", "root", "chain", "first_hand", "when", "hedges", "occurrences", "findings"]
        {
            assert!(doc["claims"][1].get(field).is_some(), "{field}");
        }
        assert_eq!(doc["path"], Value::Null);
        assert_eq!(doc["claims"][1]["when"], Value::Null);
        assert_eq!(doc["claims"][1]["hedges"], Value::Array(vec![]));
        assert_eq!(doc["claims"][1]["chain"][0]["cue"], Value::Null);
    }
}
