//! `--format csv`: one row per claim, for a spreadsheet.

use super::arrows::plain_chain;
use super::cell::{clean, clean_copy};
use super::contract::{AttributionReport, ClaimReport, DocumentReport};
use super::names;
use super::reporter::Reporter;
use std::io::{Result, Write};

const HEADER: [&str; 16] = [
    "path",
    "id",
    "claim",
    "root",
    "root_kind",
    "chain",
    "form",
    "stance",
    "when",
    "date",
    "first_hand",
    "line",
    "column",
    "occurrences",
    "rule",
    "confidence",
];

/// Writes a header, then a row per claim of every document.
#[derive(Debug, Default)]
pub struct Csv;

impl Reporter for Csv {
    fn begin(&mut self, out: &mut dyn Write) -> Result<()> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(HEADER).map_err(plain_io)?;
        writer.flush()
    }

    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        let mut writer = csv::Writer::from_writer(out);
        let attributions = names::attributions(doc);
        for claim in &doc.claims {
            let id = claim.occurrences.first().and_then(|o| o.attribution);
            let attribution = id.and_then(|id| attributions.get(&id).copied());
            writer.write_record(row(doc, claim, attribution)).map_err(plain_io)?;
        }
        writer.flush()
    }
}

/// The I/O error itself where it is one, so that a broken pipe can be told from others.
fn plain_io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}

/// `attribution` is the one that makes the claim's first occurrence.
fn row(doc: &DocumentReport, claim: &ClaimReport, attribution: Option<&AttributionReport>) -> [String; 16] {
    let place = claim.occurrences.first().map(|o| o.position);
    let when = claim.when.as_ref();
    [
        doc.path.clone().unwrap_or_default(),
        claim.id.to_string(),
        harmless(clean_copy(&claim.text)),
        harmless(clean(&claim.root.text)),
        names::kind(claim.root.kind).to_owned(),
        harmless(plain_chain(&claim.chain)),
        names::form(claim.form).to_owned(),
        attribution.map(|a| names::stance(a.stance).to_owned()).unwrap_or_default(),
        when.map(|w| harmless(clean(&w.text))).unwrap_or_default(),
        when.and_then(|w| w.date).map(|d| d.to_string()).unwrap_or_default(),
        claim.first_hand.to_string(),
        place.map(|p| p.line.to_string()).unwrap_or_default(),
        place.map(|p| p.column.to_string()).unwrap_or_default(),
        claim.occurrences.len().to_string(),
        attribution.map(|a| a.rule.to_owned()).unwrap_or_default(),
        attribution.map(|a| a.confidence.to_string()).unwrap_or_default(),
    ]
}

/// A cell that starts like a formula gets a quote mark, as spreadsheets run such cells.
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    fn rows(doc: &DocumentReport) -> Vec<Vec<String>> {
        let written = fixture::render(&mut Csv, &[(doc, "")]);
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), HEADER);
        reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn it_reads_back() {
        let (doc, _) = fixture::story();
        let rows = rows(&doc);
        assert_eq!(rows.len(), doc.claims.len());
        insta::assert_debug_snapshot!(rows[2].join(" | "));
        assert_eq!(rows[1][2], doc.claims[1].text);
    }

    #[test]
    fn own_voice_rows_have_empty_cells() {
        let (doc, _) = fixture::story();
        let last = rows(&doc).pop().unwrap();
        assert_eq!(last[6], "own-voice");
        assert_eq!(last[14], "");
    }

    #[test]
    fn nothing_starts_like_a_formula() {
        let (mut doc, _) = fixture::story();
        doc.claims[0].text = "=HYPERLINK(\"x\"),\n\"y\"".to_owned();
        assert_eq!(rows(&doc)[0][2], "'=HYPERLINK(\"x\"), \"y\"");
    }
}
