//! What holds of every text whatever.

mod support {
    pub mod copy;
    pub mod files;
}

use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use support::copy;
use support::files::below_root;
use whosaid::checks::Settings;
use whosaid::document::{DocumentOptions, Format, Position};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::assemble::Found;
use whosaid::report::contract::{Chain, DocumentReport, HopReport};
use whosaid::report::id::Id;
use whosaid::report::table::{Options, Table};
use whosaid::report::{Reporter, csv, dot, explain, json, jsonl, line, markdown, mermaid};
use whosaid::span::Span;
use whosaid::terms::AgentKind;
use whosaid::{analyse, analyse_as};

const FORMATS: &[Format] = &[Format::Text, Format::Markdown];

/// The report on a text, the text that was analysed, and the line of JSON that was written without the report.
fn reports(text: &str) -> Vec<(DocumentReport, Vec<u8>, String)> {
    let report = |format: &Format| {
        let (raw, settings) = (Raw::new(None, *format, text), Settings::default());
        let make = |found: &Found<'_>| (found.report(), line::line(found, Vec::new()).unwrap());
        let ((report, line), text) = analyse_as(raw, &DocumentOptions::default(), Lexicon::built_in(), &settings, make);
        (report, line, text)
    };
    FORMATS.iter().map(report).collect()
}

/// All that is asked of a report.
fn check(text: &str) {
    for (report, line, analysed) in reports(text) {
        // Markdown's marks within lines are taken out
        let as_it_was = analysed == text;
        assert!(as_it_was || report.format == Format::Markdown, "the text is handed back as it was");
        let text = analysed.as_str();
        spans_lie_in_the_text(&report, text);
        words_are_those_of_the_spans(&report, text);
        ids_exist(&report);
        nesting_has_no_cycles(&report);
        chains_start_with_the_publication(&report);
        if as_it_was {
            positions_agree(&report, text);
        }
        can_be_written(&report, text);
        the_line_is_the_report(&line, &report);
    }
    let written = |text| reports(text).iter().map(|(report, ..)| serde_json::to_string(report).unwrap()).collect();
    let (first, second): (Vec<String>, Vec<String>) = (written(text), written(text));
    assert_eq!(first, second, "the same twice");
}

/// The line that is written straight from what was found is the contract's, byte for byte.
fn the_line_is_the_report(line: &[u8], report: &DocumentReport) {
    let expected = serde_json::to_string(report).unwrap().replacen('{', "{\"schema_version\":1,", 1) + "\n";
    assert_eq!(std::str::from_utf8(line).unwrap(), expected);
}

fn spans_lie_in_the_text(report: &DocumentReport, text: &str) {
    for span in spans(&serde_json::to_value(report).unwrap()) {
        assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{span:?} of {}", text.len());
    }
}

/// Every object with a start and an end, at any depth.
fn spans(value: &Value) -> Vec<Span> {
    match value {
        Value::Array(items) => items.iter().flat_map(spans).collect(),
        Value::Object(fields) => match (fields.get("start"), fields.get("end")) {
            (Some(start), Some(end)) => {
                let number = |value: &Value| value.as_u64().unwrap() as usize;
                vec![Span { start: number(start), end: number(end) }]
            }
            _ => fields.values().flat_map(spans).collect(),
        },
        _ => Vec::new(),
    }
}

fn words_are_those_of_the_spans(report: &DocumentReport, text: &str) {
    let joined = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    for found in &report.attributions {
        assert_eq!(found.content_text, joined(&found.content));
        assert_eq!(found.source_text, joined(&found.source));
        assert!(!found.cue.is_empty(), "{} has no cue", found.id);
        assert!((0.0..=1.0).contains(&found.confidence), "{} of {}", found.confidence, found.id);
    }
}

/// The ids of a list, which must differ from each other.
fn ids(all: impl Iterator<Item = Id>) -> BTreeSet<Id> {
    let mut seen = BTreeSet::new();
    for id in all {
        assert!(seen.insert(id), "{id} stands twice");
    }
    seen
}

fn ids_exist(report: &DocumentReport) {
    let attributions = ids(report.attributions.iter().map(|found| found.id));
    let claims = ids(report.claims.iter().map(|claim| claim.id));
    let findings = ids(report.findings.iter().map(|finding| finding.id));
    let agents = ids(report.agents.iter().map(|agent| agent.id));
    let exists = |id: Option<Id>, known: &BTreeSet<Id>| id.is_none_or(|id| known.contains(&id));
    for found in &report.attributions {
        assert!(exists(found.nested_in, &attributions), "{found:?}");
    }
    for claim in &report.claims {
        assert!(!claim.occurrences.is_empty(), "{claim:?}");
        assert!(claim.occurrences.iter().all(|place| exists(place.attribution, &attributions)), "{claim:?}");
        assert!(claim.findings.iter().all(|id| findings.contains(id)), "{claim:?}");
    }
    assert!(report.findings.iter().all(|finding| exists(finding.claim, &claims)));
    assert!(hops(report).all(|hop| exists(hop.agent, &agents)));
}

fn chains(report: &DocumentReport) -> impl Iterator<Item = &Chain> {
    let attributions = report.attributions.iter().map(|found| &found.chain);
    attributions.chain(report.claims.iter().map(|claim| &claim.chain))
}

fn hops(report: &DocumentReport) -> impl Iterator<Item = &HopReport> {
    chains(report).flat_map(|chain| chain.iter()).map(|hop| &**hop)
}

fn nesting_has_no_cycles(report: &DocumentReport) {
    let outer: BTreeMap<Id, Option<Id>> = report.attributions.iter().map(|found| (found.id, found.nested_in)).collect();
    for start in outer.keys() {
        let mut at = Some(*start);
        let mut steps = 0;
        while let Some(id) = at {
            at = outer[&id];
            steps += 1;
            assert!(steps <= outer.len(), "{start} is nested in itself");
        }
    }
}

fn chains_start_with_the_publication(report: &DocumentReport) {
    for chain in chains(report) {
        assert!(!chain.is_empty());
        for (depth, hop) in chain.iter().enumerate() {
            assert_eq!(hop.kind == AgentKind::Publication, depth == 0, "{chain:?}");
        }
    }
    for claim in &report.claims {
        let last = claim.chain.last().unwrap();
        assert_eq!((&claim.root.text, claim.root.kind), (&last.canonical, last.kind));
    }
}

fn positions_agree(report: &DocumentReport, text: &str) {
    let occurrences = report.claims.iter().flat_map(|claim| &claim.occurrences);
    let places = occurrences.map(|place| (place.span[0], place.position));
    for (span, position) in places.chain(report.findings.iter().map(|finding| (finding.span, finding.position))) {
        assert_eq!(position, counted(&text[..span.start]), "{span:?}");
    }
}

/// The position after `before`, by counting. A byte order mark takes no column.
fn counted(before: &str) -> Position {
    let before = before.strip_prefix('\u{feff}').unwrap_or(before).replace("\r\n", "\n").replace('\r', "\n");
    let (line, last) = (before.split('\n').count(), before.rsplit('\n').next().unwrap());
    Position { line, column: last.chars().count() + 1 }
}

fn can_be_written(report: &DocumentReport, text: &str) {
    let table = |width| Table::new(Options { width, color: true, full: width > 80, all: true });
    let mut reporters: Vec<Box<dyn Reporter>> = vec![
        Box::new(table(30)),
        Box::new(table(120)),
        Box::new(json::Json::default()),
        Box::new(jsonl::JsonLines::default()),
        Box::new(markdown::Markdown::default()),
        Box::new(csv::Csv),
        Box::new(dot::Dot),
        Box::new(mermaid::Mermaid),
    ];
    for reporter in &mut reporters {
        let mut out = Vec::new();
        reporter.begin(&mut out).unwrap();
        reporter.document(report, text, &mut out).unwrap();
        reporter.end(&mut out).unwrap();
        String::from_utf8(out).unwrap();
    }
    let claims = explain::select(report, None, true).unwrap();
    explain::write(report, text, &claims, explain::Options { width: 60, color: false }, &mut Vec::new()).unwrap();
}

/// What copy may break off with.
const ENDS: &[&str] = &["", ", May", ", who", " and", " “", ", according to"];

/// The sentences of `grammar/constructions/`.
fn sentences() -> Vec<String> {
    let files = fs::read_dir(below_root("grammar/constructions")).unwrap().map(|file| file.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).map(fs::read_to_string);
    texts.flat_map(|text| text.unwrap().lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Wherever copy breaks off, the grammar does not look past its end.
#[test]
fn copy_may_break_off_anywhere() {
    let lexicon = Lexicon::built_in();
    for sentence in sentences() {
        for (end, _) in sentence.match_indices(' ') {
            for last in ENDS {
                let raw = Raw::new(None, Format::Text, format!("{}{last}", &sentence[..end]));
                analyse(raw, &DocumentOptions::default(), lexicon);
            }
        }
    }
}

proptest! {
    // What fails here becomes a test of its own; no files of seeds are kept.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holds_of_any_text(text in copy::any_text()) {
        check(&text);
    }

    #[test]
    fn holds_of_mixed_copy(text in copy::mixed()) {
        check(&text);
    }
}
