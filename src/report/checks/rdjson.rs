//! reviewdog's diagnostics, `rdjson`.

use super::place::{self, ByteColumns};
use crate::document::Position;
use crate::report::contract::{DocumentReport, FindingReport, LabelReport};
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use serde_json::{Value, json};
use std::io::{Result, Write};

/// Writes one object with all findings.
#[derive(Debug, Default)]
pub struct Rdjson {
    diagnostics: Vec<Value>,
}

impl Reporter for Rdjson {
    fn document(&mut self, doc: &DocumentReport, text: &str, _out: &mut dyn Write) -> Result<()> {
        let story = Story { doc, columns: ByteColumns::of(text) };
        self.diagnostics.extend(doc.findings.iter().map(|finding| story.diagnostic(finding)));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        let result = json!({ "source": { "name": "whosaid" }, "diagnostics": self.diagnostics });
        serde_json::to_writer_pretty(&mut *out, &result)?;
        writeln!(out)
    }
}

struct Story<'a> {
    doc: &'a DocumentReport,
    columns: ByteColumns,
}

impl Story<'_> {
    fn diagnostic(&self, finding: &FindingReport) -> Value {
        let own = self.location((finding.position, finding.span.start), (finding.end, finding.span.end));
        json!({
            "message": place::message(finding),
            "location": own,
            "severity": severity(finding.severity),
            "code": { "value": finding.rule },
            "related_locations": finding.labels.iter().map(|label| self.related(label)).collect::<Vec<_>>(),
        })
    }

    fn related(&self, label: &LabelReport) -> Value {
        let location = self.location((label.position, label.span.start), (label.end, label.span.end));
        json!({ "message": label.text, "location": location })
    }

    /// From and to, each a position and its byte of the text.
    fn location(&self, from: (Position, usize), to: (Position, usize)) -> Value {
        let range = json!({ "start": self.position(from), "end": self.position(to) });
        json!({ "path": place::path(self.doc), "range": range })
    }

    /// reviewdog's columns count bytes; where the text was taken out of markup, the file's bytes are not at hand, and characters
    /// have to do.
    fn position(&self, (position, at): (Position, usize)) -> Value {
        let column = if place::is_file(self.doc) { self.columns.of_byte(at) } else { position.column };
        json!({ "line": position.line, "column": column })
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    }
}
