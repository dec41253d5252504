//! GitHub's workflow commands: `::error file=…,line=…::…`.

use super::place;

use crate::report::contract::DocumentReport;
use crate::report::diagnostics::counted;
use crate::report::reporter::Reporter;
use crate::terms::Severity;
use std::io::{Result, Write};

/// GitHub shows no more of each kind in a step.
const MOST: usize = 10;

/// Writes the gravest findings first, and at the end what GitHub would leave out.
#[derive(Debug, Default)]
pub struct Github {
    commands: [Vec<String>; 3],
}

impl Reporter for Github {
    fn document(&mut self, doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        for finding in &doc.findings {
            let (start, end) = (finding.position, finding.end);
            let file = property(place::path(doc).trim_start_matches("./"));
            // GitHub takes columns only where a finding stands on one line.
            let columns = if start.line == end.line {
                format!(",col={},endColumn={}", start.column, end.column)
            } else {
                String::new()
            };
            let command = format!(
                "::{} file={file},line={},endLine={}{columns},title={}::{}",
                kind(finding.severity),
                start.line,
                end.line,
                property(finding.rule),
                data(&place::message(finding))
            );
            self.commands[finding.severity as usize].push(command);
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        for command in self.commands.iter().flat_map(|commands| commands.iter().take(MOST)) {
            writeln!(out, "{command}")?;
        }
        let left = [0, 1, 2].map(|kind: usize| self.commands[kind].len().saturating_sub(MOST));
        if left.iter().sum::<usize>() > 0 {
            writeln!(out, "whosaid: not shown, as GitHub shows {MOST} of a kind: {}", counted(left))?;
        }
        Ok(())
    }
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// The words after `::`, with what GitHub would take for its own made plain.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which must not end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
