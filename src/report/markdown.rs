//! `--format markdown`: a heading, the summing line and a table per document.

use super::arrows;
use super::cell::{clean, clean_copy};
use super::contract::{ClaimReport, DocumentReport};
use super::names;
use super::reporter::Reporter;
use super::summary;
use super::table::place;
use std::io::{Result, Write};

/// Writes a section per document; own-voice claims stand last in its table.
#[derive(Debug, Default)]
pub struct Markdown {
    started: bool,
}

impl Reporter for Markdown {
    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        if self.started {
            writeln!(out)?;
        }
        self.started = true;
        writeln!(out, "## {}\n\n{}", escape(names::path(doc)), escape(&summary::headless(doc)))?;
        if doc.claims.is_empty() { Ok(()) } else { table(doc, out) }
    }
}

fn table(doc: &DocumentReport, out: &mut dyn Write) -> Result<()> {
    writeln!(out, "\n| # | claim | root | chain | form | when | where |\n|---|---|---|---|---|---|---|")?;
    let (own, attributed): (Vec<_>, Vec<_>) = doc.claims.iter().partition(|c| summary::is_own_voice(c));
    for claim in attributed.into_iter().chain(own) {
        writeln!(out, "| {} |", cells(claim).map(|cell| escape(&cell)).join(" | "))?;
    }
    for line in arrows::legend(doc.claims.iter().flat_map(|c| c.chain.iter())) {
        writeln!(out, "\n{line}")?;
    }
    for line in &doc.lines {
        writeln!(out, "\n{}", escape(&names::line(line)))?;
    }
    Ok(())
}

fn cells(claim: &ClaimReport) -> [String; 7] {
    [
        claim.id.to_string(),
        clean_copy(&claim.text),
        format!("{} ({})", claim.root.text, names::root_sort(claim)),
        arrows::chain(&claim.chain),
        names::how(claim).join(", "),
        when(claim),
        place(claim),
    ]
}

fn when(claim: &ClaimReport) -> String {
    let Some(when) = &claim.when else {
        return String::new();
    };
    let date = when.date.map(|d| format!(" ({d})")).unwrap_or_default();
    format!("{}{date}", when.text)
}

/// `text` on one line, with all that Markdown or HTML would take for its own made plain.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_section_per_document() {
        let (doc, text) = fixture::story();
        insta::assert_snapshot!(fixture::render(&mut Markdown::default(), &[(&doc, &text)]));
    }

    #[test]
    fn cells_cannot_break_the_table() {
        assert_eq!(escape("a|b\\c\n<b>*d*</b> & [e]"), r"a\|b\\c &lt;b&gt;\*d\*&lt;/b&gt; &amp; \[e\]");
    }
}
