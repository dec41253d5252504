//! GitLab's Code Quality report.

use super::place;
use crate::checks::fingerprint;
use crate::report::contract::DocumentReport;
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::io::{Result, Write};

/// Writes one list with all findings.
#[derive(Debug, Default)]
pub struct Gitlab {
    issues: Vec<Value>,
    /// How often each fingerprint was given out.
    given: FxHashMap<String, usize>,
}

impl Reporter for Gitlab {
    fn document(&mut self, doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        let path = place::path(doc).trim_start_matches("./");
        for finding in &doc.findings {
            let print = self.unique(path, &finding.fingerprint);
            self.issues.push(json!({
                "description": place::message(finding),
                "check_name": finding.rule,
                "fingerprint": print,
                "severity": severity(finding.severity),
                "location": { "path": path, "lines": { "begin": finding.position.line } },
            }));
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.issues)?;
        writeln!(out)
    }
}

impl Gitlab {
    /// A fingerprint that no other issue has: the same words in two files are two issues, and so are they in two stories of one file.
    fn unique(&mut self, path: &str, finding: &str) -> String {
        let print = fingerprint(&format!("{path} {finding}"));
        let times = self.given.entry(print.clone()).or_default();
        *times += 1;
        if *times == 1 { print } else { fingerprint(&format!("{print} {times}")) }
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
