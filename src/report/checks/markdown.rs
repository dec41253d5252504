//! A table for a pull request's comment.

use super::place;
use crate::report::contract::DocumentReport;
use crate::report::diagnostics::counted;
use crate::report::markdown::escape;
use crate::report::reporter::Reporter;
use std::io::{Result, Write};

/// Writes a heading that sums up, and a row a finding.
#[derive(Debug, Default)]
pub struct Markdown {
    rows: String,
    counts: [usize; 3],
}

impl Reporter for Markdown {
    fn document(&mut self, doc: &DocumentReport, text: &str, _out: &mut dyn Write) -> Result<()> {
        for finding in &doc.findings {
            self.counts[finding.severity as usize] += 1;
            let place = format!("{}:{}", escape(place::path(doc)), finding.position.line);
            let words = finding.span.of(text).chars().take(WORDS).collect::<String>();
            let (rule, severity) = (&finding.rule, finding.severity.name());
            let (message, help) = (escape(&finding.message), escape(&finding.help));
            self.rows += &format!("| {severity} | {place} | {} | {message} (`{rule}`) | {help} |\n", escape(&words));
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        if self.rows.is_empty() {
            return writeln!(out, "### Sourcing: nothing found");
        }
        writeln!(out, "### Sourcing: {}\n", counted(self.counts))?;
        writeln!(out, "| | where | words | what is wrong | how to mend it |\n|---|---|---|---|---|")?;
        out.write_all(self.rows.as_bytes())
    }
}

/// How many characters of the copy a row shows.
const WORDS: usize = 80;
