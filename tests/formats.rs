//! Every format that copy comes in: one story in each of them gives the same claims as in plain text, each at its place in the file.

mod support {
    pub mod files;
}

use std::fs;
use std::path::PathBuf;
use support::files::below_root;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format, PublicationFrom};
use whosaid::lexicon::Lexicon;
use whosaid::read::{Input, Position, Raw, ReadOptions, load, parse};
use whosaid::report::contract::DocumentReport;
use whosaid::report::explain;

const SAMPLES: &str = "examples/formats";

/// The samples, and what each is.
const FORMATS: &[(&str, Format)] = &[
    ("bridge.txt", Format::Text),
    ("bridge.utf16.txt", Format::Text),
    ("bridge.cp1252.txt", Format::Text),
    ("bridge.mac.txt", Format::Text),
    ("bridge.mail.txt", Format::Text),
    ("bridge.md", Format::Markdown),
    ("bridge.html", Format::Html),
    ("bridge.nitf.xml", Format::Nitf),
    ("bridge.g2.xml", Format::NewsmlG2),
    ("bridge.ninjs1.json", Format::Ninjs),
    ("bridge.ninjs3.json", Format::Ninjs),
    ("bridge.rss.xml", Format::Feed),
    ("bridge.atom.xml", Format::Feed),
    ("bridge.iptc", Format::Iptc7901),
    ("bridge.anpa", Format::Anpa1312),
    ("bridge.jsonl", Format::Jsonl),
];

fn path(name: &str) -> PathBuf {
    below_root(&format!("{SAMPLES}/{name}"))
}

fn documents(name: &str) -> Vec<Raw> {
    load(&Input::File(path(name)), ReadOptions::default()).unwrap()
}

fn reports(name: &str) -> Vec<DocumentReport> {
    let report = |raw| analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0;
    documents(name).into_iter().map(report).collect()
}

fn only(name: &str) -> DocumentReport {
    let mut reports = reports(name);
    assert_eq!(reports.len(), 1, "{name}");
    reports.remove(0)
}

/// What must not differ: the claims with their chains. How a format writes quotation marks and dashes may.
fn claims(report: &DocumentReport) -> Vec<String> {
    let claim = |claim: &whosaid::report::contract::ClaimReport| {
        let chain: Vec<&str> = claim.chain.iter().map(|hop| hop.canonical.as_str()).collect();
        format!("{:?} {} | {}", claim.form, plain(&claim.text), chain.join(" < "))
    };
    report.claims.iter().map(claim).collect()
}

fn plain(text: &str) -> String {
    let text = text.replace("``", "\"").replace("''", "\"").replace(['“', '”'], "\"").replace('–', "-");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_format_gives_the_claims_of_its_plain_text() {
    let wanted = claims(&only("bridge.txt"));
    assert!(wanted.len() >= 7, "{wanted:#?}");
    for (name, format) in FORMATS {
        for report in reports(name) {
            assert_eq!(report.format, *format, "{name}");
            assert_eq!(claims(&report), wanted, "{name}");
        }
    }
}

#[test]
fn files_with_several_stories_give_several_documents() {
    for (name, count) in [("bridge.g2.xml", 2), ("bridge.rss.xml", 2)] {
        assert_eq!(reports(name).len(), count, "{name}");
    }
}

/// The file's text, decoded as it is known to be written.
fn decoded(name: &str) -> String {
    let bytes = fs::read(path(name)).unwrap();
    match name {
        "bridge.utf16.txt" => {
            let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap().trim_start_matches('\u{feff}').to_owned()
        }
        // All that these have beyond ASCII are one letter and quotation marks, each one byte and one character.
        "bridge.cp1252.txt" | "bridge.iptc" | "bridge.anpa" => bytes.iter().map(|byte| char::from(*byte)).collect(),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

/// What stands at a line and a column of a text.
fn at(text: &str, line: usize, column: usize) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = text.split('\n').nth(line - 1).unwrap_or_else(|| panic!("no line {line}"));
    line.chars().skip(column - 1).collect()
}

#[test]
fn positions_point_into_the_file() {
    for (name, _) in FORMATS {
        let file = decoded(name);
        for (report, raw) in reports(name).iter().zip(documents(name)) {
            for claim in &report.claims {
                for place in &claim.occurrences {
                    let words = &raw.text[place.span[0].start..place.span[0].end];
                    let word: String =
                        words.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(3).collect();
                    let there = at(&file, place.position.line, place.position.column);
                    let head: String = there.chars().take(16).collect();
                    assert!(head.contains(&word), "{name}:{:?}: {word:?} is not in {head:?}", place.position);
                }
            }
        }
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    for (name, format) in FORMATS {
        let bytes = fs::read(path(name)).unwrap();
        if std::str::from_utf8(&bytes).is_err() || bytes.starts_with(b"\xff\xfe") {
            continue;
        }
        let marked = [b"\xef\xbb\xbf", bytes.as_slice()].concat();
        let stories = parse(marked, Some((*name).to_owned()), ReadOptions::default()).unwrap();
        let analysed = stories.into_iter().map(|raw| analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0);
        let places = |report: &DocumentReport| -> Vec<Position> {
            report.claims.iter().flat_map(|claim| &claim.occurrences).map(|place| place.position).collect()
        };
        for (with, without) in analysed.zip(reports(name)) {
            assert_eq!((with.format, claims(&with)), (*format, claims(&without)), "{name}");
            assert_eq!(places(&with), places(&without), "{name}");
        }
    }
}

#[test]
fn metadata_is_used() {
    for name in [
        "bridge.nitf.xml",
        "bridge.ninjs1.json",
        "bridge.ninjs3.json",
        "bridge.html",
        "bridge.md",
        "bridge.iptc",
        "bridge.anpa",
    ] {
        let meta = only(name).meta;
        assert_eq!(meta.headline.as_deref(), Some("Mayor shuts Larkhaven bridge for a year"), "{name}");
        assert_eq!(meta.published, Some(jiff::civil::date(2023, 11, 3)), "{name}");
        assert_eq!(meta.byline.as_deref(), Some("Ann Lee"), "{name}");
        assert_eq!(meta.publication.name, "Reuters", "{name}");
        assert_eq!(meta.contradictions, [], "{name}");
    }
    for name in ["bridge.nitf.xml", "bridge.ninjs3.json"] {
        let meta = only(name).meta;
        assert_eq!(meta.publication.from, PublicationFrom::Metadata, "{name}");
        assert_eq!(meta.note.as_deref(), Some("New throughout; adds inspection report"), "{name}");
    }
    let g2 = reports("bridge.g2.xml").remove(0).meta;
    let handled: Vec<_> = g2.handled.iter().map(|step| (step.party.as_str(), step.action.as_deref())).collect();
    assert_eq!(handled, [("Larkhaven bureau", Some("created")), ("London desk", Some("edited"))]);
    assert_eq!(only("bridge.jsonl").meta.id.as_deref(), Some("larkhaven-bridge"));
}

#[test]
fn excerpts_are_numbered_as_the_file_is() {
    let raw = documents("bridge.html").remove(0);
    let (report, text) = analyse(raw, &DocumentOptions::default(), Lexicon::built_in());
    let claims = explain::select(&report, None, false).unwrap();
    let mut out = Vec::new();
    explain::write(&report, &text, &claims, explain::Options { width: 200, color: false }, &mut out).unwrap();
    let (out, file) = (String::from_utf8(out).unwrap(), decoded("bridge.html"));
    let words = "three of the nine piers are cracked";
    let row = out.lines().find(|line| line.contains(words) && line.contains('│')).unwrap();
    let number: String = row.chars().filter(char::is_ascii_digit).collect();
    assert!(file.lines().nth(number.parse::<usize>().unwrap() - 1).unwrap().contains(words), "{row}");
}

#[test]
fn links_are_kept_with_their_words() {
    for name in ["bridge.html", "bridge.ninjs3.json"] {
        let raw = documents(name).remove(0);
        let links: Vec<_> = raw.links.iter().map(|link| (link.span.of(&raw.text), link.target.as_str())).collect();
        assert!(
            links.iter().any(|(words, target)| *words == "Larkhaven Courier reported"
                && target.starts_with("https://courier.example/works")),
            "{name}: {links:?}"
        );
    }
}
