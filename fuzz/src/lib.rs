//! What is asked of whosaid for any input whatever. Each function panics where it does not hold.

use std::collections::BTreeSet;
use whosaid::analyse as run;
use whosaid::document::{Document, DocumentOptions};
use whosaid::lexicon::Lexicon;
use whosaid::read::{Format, Raw, ReadOptions, parse};
use whosaid::report::contract::DocumentReport;
use whosaid::report::id::Id;
use whosaid::span::Span;

/// The first byte chooses how the rest is read: by its content, or as one of the formats.
fn documents(bytes: &[u8]) -> Vec<Raw> {
    let Some((first, rest)) = bytes.split_first() else { return Vec::new() };
    let from = Format::ALL.get(usize::from(*first) % (2 * Format::ALL.len())).copied();
    parse(rest.to_vec(), Some("fuzzed".to_owned()), ReadOptions { from, ..ReadOptions::default() }).unwrap_or_default()
}

fn is_good(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

/// Every reader, and what is made of its text before any of it is understood: pieces, links and blocks lie in the text, in order, and
/// every byte has a place in the file.
pub fn read(bytes: &[u8]) {
    for raw in documents(bytes) {
        let mut end = 0;
        for piece in &raw.pieces {
            assert!(is_good(piece.span, &raw.text) && piece.span.start >= end, "{piece:?}");
            end = piece.span.end;
        }
        assert!(raw.links.iter().all(|link| is_good(link.span, &raw.text)));
        if let Some(source) = &raw.source {
            let (lines, columns) = (source.file.text().len() + 1, source.file.text().len() + 1);
            for at in (0..=raw.text.len()).step_by(1 + raw.text.len() / 50) {
                let place = source.places.of(at);
                assert!(place <= source.file.text().len(), "{at} is at {place}");
                let position = source.position(at);
                assert!((1..=lines).contains(&position.line) && (1..=columns).contains(&position.column));
            }
        }
        let document = Document::from_raw(raw, &DocumentOptions::default(), Lexicon::built_in());
        let mut end = 0;
        for block in &document.blocks {
            assert!(is_good(block.span, &document.text) && block.span.start >= end, "{block:?}");
            end = block.span.end;
        }
    }
}

/// The whole analysis: spans lie in the text, ids are known, and the same comes out twice.
pub fn analyse(bytes: &[u8]) {
    for raw in documents(bytes) {
        let again = raw.clone();
        let (report, text) = run(raw, &DocumentOptions::default(), Lexicon::built_in());
        holds(&report, &text);
        let (second, _) = run(again, &DocumentOptions::default(), Lexicon::built_in());
        assert_eq!(format!("{report:?}"), format!("{second:?}"), "the same twice");
    }
}

fn holds(report: &DocumentReport, text: &str) {
    let known: BTreeSet<Id> = report.attributions.iter().map(|found| found.id).collect();
    for found in &report.attributions {
        let spans = found.source.iter().chain(&found.cue).chain(&found.content);
        assert!(spans.copied().all(|span| is_good(span, text)), "{found:?}");
        assert!(found.nested_in.is_none_or(|outer| known.contains(&outer)));
        assert!((0.0..=1.0).contains(&found.confidence));
    }
    for claim in &report.claims {
        assert!(!claim.occurrences.is_empty() && !claim.chain.is_empty());
        for place in &claim.occurrences {
            assert!(place.span.iter().all(|span| is_good(*span, text)));
            assert!(place.attribution.is_none_or(|id| known.contains(&id)));
        }
        let mentions = claim.chain.iter().flat_map(|hop| hop.mentions.iter().chain(&hop.cue).chain(&hop.mention));
        assert!(mentions.copied().all(|span| is_good(span, text)));
    }
    for finding in &report.findings {
        assert!(is_good(finding.span, text), "{finding:?}");
    }
}

/// Words that the appended paragraph alone has.
const OWN_WORDS: [&str; 4] = ["beekeeper", "orchard", "fence", "sell"];

/// A paragraph appended to plain text does not change what was found before it: each attribution keeps its source, cue and content.
/// (Who "it" is may change: so the chains are left aside. So may the end of the text that was: it is given one first. And so may what
/// "Orchard" is, once the copy writes it in small letters elsewhere: a text with words of the paragraph's own is passed over.)
pub fn append(bytes: &[u8]) {
    let Some(text) =
        std::str::from_utf8(bytes).ok().filter(|text| !text.contains(['"', '“', '”', '\'', '‘', '’', '`', '«', '»']))
    else {
        return;
    };
    let before = format!(
        "Rain falls on the town\n\nThe mayor said that it rained on the whole town on Monday.\n\n{text}\n\nThe end has come to all of this.\n\n"
    );
    if OWN_WORDS.iter().any(|word| text.to_lowercase().contains(word)) {
        return;
    }
    let after = format!("{before}The beekeepers said that the orchard was fenced and that they would sell it.\n\n");
    let found = |text: &str| {
        let raw = Raw::new(None, Format::Text, text);
        let (report, _) = run(raw, &DocumentOptions::default(), Lexicon::built_in());
        let all = report.attributions.into_iter().map(|found| (found.source, found.cue, found.content));
        all.filter(|(_, cue, _)| cue.iter().all(|cue| cue.end <= before.len())).collect::<Vec<_>>()
    };
    assert_eq!(found(&before), found(&after), "{text:?}");
}
