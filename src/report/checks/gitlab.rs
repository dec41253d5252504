//! GitLab's Code Quality report.

use super::place;
use crate::checks::fingerprint;
use crate::report::contract::DocumentReport;
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{Result, Write};

/// Writes one list with all findings.
#[derive(Debug, Default)]
pub struct Gitlab {
    issues: Vec<Value>,
    given: BTreeSet<String>,
}

impl Reporter for Gitlab {
    fn document(&mut self, doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        let path = place::path(doc).trim_start_matches("./");
        for finding in &doc.findings {
            // The same words in two files are two issues.
            let print = fingerprint(&format!("{path} {}", finding.fingerprint));
            if self.given.insert(print.clone()) {
                self.issues.push(json!({
                    "description": place::message(finding),
                    "check_name": finding.rule,
                    "fingerprint": print,
                    "severity": severity(finding.severity),
                    "location": { "path": path, "lines": { "begin": finding.position.line } },
                }));
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.issues)?;
        writeln!(out)
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
