//! `whosaid check`: what the checks found, shown on the copy's own lines.

use super::cell::{clean, options};
use super::contract::{DocumentReport, FindingReport};
use super::excerpt::{self, Lines, Mark};
use super::names;
use super::reporter::Reporter;
use crate::checks::rules;
use crate::terms::Severity;
use std::io::{Result, Write};

/// How findings are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Terminal columns.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
}

/// Writes each finding with its lines, and sums up at the end; writes nothing where nothing was found.
#[derive(Debug)]
pub struct Diagnostics {
    options: Options,
    counts: [usize; 3],
    stories: usize,
}

impl Diagnostics {
    /// Diagnostics drawn as `options` say.
    pub fn new(options: Options) -> Self {
        Self { options, counts: [0; 3], stories: 0 }
    }

    fn finding(&self, doc: &DocumentReport, text: &str, lines: &Lines, finding: &FindingReport) -> String {
        let head = format!("{}[{}]: {}", finding.severity.name(), finding.rule, clean(&finding.message));
        let (path, at) = (clean(names::path(doc)), finding.position);
        let mut told = format!("{}\n  --> {path}:{}:{}\n", self.head(&head, finding.severity), at.line, at.column);
        let drawn = excerpt::draw(text, lines, &marks(finding), self.options.width, self.options.color);
        if !drawn.is_empty() {
            told += &format!("{drawn}\n");
        }
        told += &self.wrapped(&format!("  = to mend it: {}", finding.help));
        if let Some(rule) = rules::named(finding.rule) {
            told += &self.wrapped(&format!("  = standard: {}; `whosaid rules {}` tells more", rule.after, rule.id));
        }
        told
    }

    fn wrapped(&self, text: &str) -> String {
        textwrap::fill(text, options(self.options.width).subsequent_indent("    ")) + "\n"
    }

    fn head(&self, head: &str, severity: Severity) -> String {
        let head = textwrap::fill(head, options(self.options.width).subsequent_indent("    "));
        let color = match severity {
            Severity::Error => "\u{1b}[1;31m",
            Severity::Warning => "\u{1b}[1;33m",
            Severity::Note => "\u{1b}[1;36m",
        };
        if self.options.color { format!("{color}{head}\u{1b}[0m") } else { head }
    }
}

fn marks(finding: &FindingReport) -> Vec<Mark> {
    let mut marks = vec![Mark::first(finding.span, &finding.label)];
    marks.extend(finding.labels.iter().map(|label| Mark::new(label.span, &label.text)));
    marks
}

/// "2 errors, 1 warning": those there are none of are left out.
pub fn counted(counts: [usize; 3]) -> String {
    let named = counts.iter().zip(["error", "warning", "note"]).filter(|(count, _)| **count > 0);
    named.map(|(count, word)| names::count(*count, word)).collect::<Vec<_>>().join(", ")
}

impl Reporter for Diagnostics {
    fn document(&mut self, doc: &DocumentReport, text: &str, out: &mut dyn Write) -> Result<()> {
        if doc.findings.is_empty() {
            return Ok(());
        }
        self.stories += 1;
        let lines = Lines::of(text, &doc.lines_of_file);
        for finding in &doc.findings {
            self.counts[finding.severity as usize] += 1;
            writeln!(out, "{}", self.finding(doc, text, &lines, finding))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> Result<()> {
        if self.stories == 0 {
            return Ok(());
        }
        let stories = if self.stories == 1 { "1 story".to_owned() } else { format!("{} stories", self.stories) };
        writeln!(out, "{} in {stories}", counted(self.counts))
    }
}
