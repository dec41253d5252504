//! SARIF 2.1.0: a finding is a result, and the chain of its claim a code flow with one location a hop.

use super::place;
use crate::checks::{Rule, rules};
use crate::document::Position;
use crate::report::contract::{DocumentReport, FindingReport, LabelReport, Tool};
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use serde_json::{Value, json};
use std::io::{Result, Write};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Writes one log with one run.
#[derive(Debug, Default)]
pub struct Sarif {
    results: Vec<Value>,
}

impl Reporter for Sarif {
    fn document(&mut self, doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        self.results.extend(doc.findings.iter().map(|finding| result(place::path(doc), finding)));
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        let tool = Tool::this();
        let described: Vec<Value> = rules::every().map(described).collect();
        let log = json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": { "name": tool.name, "semanticVersion": tool.version, "rules": described } },
                "columnKind": "unicodeCodePoints",
                "results": self.results,
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn described(rule: &'static Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": format!("{} {}", rule.what, rule.why) },
        "help": { "text": format!("To mend it: {}. After: {}.", rule.help, rule.after) },
        "defaultConfiguration": { "enabled": rule.severity.is_some(), "level": level(rule.severity.unwrap_or(Severity::Warning)) },
    })
}

fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn result(path: &str, finding: &FindingReport) -> Value {
    let located = |label: &LabelReport| location(path, (label.position, label.end), &label.text);
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": place::message(finding) },
        "locations": [location(path, (finding.position, finding.end), &finding.label)],
        "relatedLocations": finding.labels.iter().map(located).collect::<Vec<_>>(),
        "partialFingerprints": { "whosaid/v1": finding.fingerprint },
    });
    if !finding.chain.is_empty() {
        let steps: Vec<Value> = finding.chain.iter().map(|hop| json!({ "location": located(hop) })).collect();
        result["codeFlows"] = json!([{ "threadFlows": [{ "locations": steps }] }]);
    }
    result
}

fn location(path: &str, (start, end): (Position, Position), message: &str) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": place::uri(path) },
            "region": { "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column },
        },
    });
    if !message.is_empty() {
        location["message"] = json!({ "text": message });
    }
    location
}
