//! Runs the whole analysis over an annotated corpus and tells how well it does, and where it fails.

use crate::brat::{Annotated, Gold};
use crate::calibration::Calibration;
use crate::marked::{Marked, Words};
use crate::misses::{Class, content_class, spurious_class};
use crate::score::{Scores, Subset, pairs};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::slice::from_ref;
use whosaid::attributions::Proposal;
use whosaid::report::contract::{AttributionReport, DocumentReport};
use whosaid::span::Span;

/// What is found in a text: the whole report, and every candidate that was proposed.
pub struct Found {
    /// The report.
    pub report: DocumentReport,
    /// The candidates.
    pub proposals: Vec<Proposal>,
}

/// What is measured over a corpus.
#[derive(Default)]
pub struct Measured {
    scores: Scores,
    misses: BTreeMap<Class, usize>,
    by_rule: BTreeMap<String, Share>,
    by_form: BTreeMap<String, Share>,
    by_confidence: [Share; 10],
    calibration: Calibration,
    listed: Vec<String>,
}

/// How many of them are right.
#[derive(Default, Clone, Copy)]
struct Share {
    all: usize,
    right: usize,
    /// Sum of the confidences.
    confidence: f64,
}

impl Share {
    fn add(&mut self, right: bool, confidence: f64) {
        self.all += 1;
        self.right += usize::from(right);
        self.confidence += confidence;
    }

    fn line(&self, name: &str) -> String {
        let all = self.all.max(1) as f64;
        format!(
            "{name:26}{:>7}{:>8.1}{:>12.1}\n",
            self.all,
            100.0 * self.right as f64 / all,
            100.0 * self.confidence / all
        )
    }
}

/// Which misses are listed one by one.
#[derive(Clone, Copy)]
pub struct Listing {
    /// Of which class; `None` for none.
    pub class: Option<Class>,
    /// Of which subset of the annotated ones.
    pub subset: Subset,
}

/// One text with what was annotated and found in it, in the same terms.
struct Compared<'a> {
    document: &'a Annotated,
    words: Words,
    gold: Vec<Marked>,
    found: Vec<Marked>,
    nested: Vec<Marked>,
    reports: Vec<&'a AttributionReport>,
    proposals: &'a [Proposal],
}

/// Bytes of the copy that are shown before and after a cue.
const AROUND: usize = 180;

/// Measures `find` on a corpus.
pub fn measure(corpus: &[Annotated], find: impl Fn(&str) -> Found, listing: Listing) -> Measured {
    let mut measured = Measured::default();
    for document in corpus {
        let found = find(&document.text);
        let compared = Compared::of(document, &found);
        compared.count(&mut measured, listing);
    }
    measured
}

impl<'a> Compared<'a> {
    fn of(document: &'a Annotated, found: &'a Found) -> Self {
        let words = Words::of(&document.text);
        let mark = |gold: &Gold| Marked::of(&document.text, &words, gold);
        let own = |one: &&AttributionReport| mark(&as_gold(&one.source, &one.cue, &one.content));
        let (outer, inner): (Vec<_>, Vec<_>) =
            found.report.attributions.iter().partition(|one| one.nested_in.is_none());
        Self {
            document,
            gold: document.gold.iter().map(mark).collect(),
            found: outer.iter().map(own).collect(),
            nested: inner.iter().map(own).collect(),
            reports: outer,
            proposals: &found.proposals,
            words,
        }
    }

    fn count(&self, measured: &mut Measured, listing: Listing) {
        let (gold, found): (Vec<&Marked>, Vec<&Marked>) = (self.gold.iter().collect(), self.found.iter().collect());
        measured.scores.add(&self.words, &gold, &found, 1.0 / self.document.annotators as f64);
        let matched = pairs(&gold, &found, |a, b| a.same_source(b, &self.words) || !a.is_sourced() && !b.is_sourced());
        let right: BTreeSet<usize> = matched.iter().map(|(_, found)| *found).collect();
        for (at, report) in self.reports.iter().enumerate() {
            let (right, confidence) = (right.contains(&at), report.confidence);
            measured.calibration.add(confidence, right);
            measured.by_rule.entry(report.rule.to_owned()).or_default().add(right, confidence);
            measured.by_form.entry(format!("{:?}", report.form).to_lowercase()).or_default().add(right, confidence);
            measured.by_confidence[((confidence * 10.0) as usize).min(9)].add(right, confidence);
        }
        let met: BTreeSet<usize> = matched.iter().map(|(gold, _)| *gold).collect();
        self.count_missed(&met, measured, listing);
        self.count_spurious(&right, measured, listing);
    }

    fn count_missed(&self, met: &BTreeSet<usize>, measured: &mut Measured, listing: Listing) {
        for (at, one) in self.gold.iter().enumerate().filter(|(at, one)| !met.contains(at) && listing.subset.holds(one))
        {
            let (class, ours) = self.class_of_missed(at, one);
            *measured.misses.entry(class).or_default() += 1;
            if listing.class == Some(class) {
                let gold = &self.document.gold[at];
                let lines = format!(
                    "{}\n  text {}\n  gold {}\n{ours}",
                    self.document.name,
                    self.around(gold),
                    self.shown(gold)
                );
                measured.listed.push(lines);
            }
        }
    }

    /// Why an annotated attribution is not matched, and what stands there instead.
    fn class_of_missed(&self, at: usize, gold: &Marked) -> (Class, String) {
        let touching = (0..self.found.len()).filter(|at| self.found[*at].same_cue(gold));
        if let Some(ours) = touching.max_by(|a, b| self.closeness(*a, gold).total_cmp(&self.closeness(*b, gold))) {
            return (content_class(gold, &self.found[ours]), self.reported(ours));
        }
        if let Some(ours) = self.nested.iter().position(|one| one.same_cue(gold)) {
            return (Class::TakenAsNested, format!("  nested, number {ours}"));
        }
        let cue = &self.document.gold[at].cue;
        let proposed = self
            .proposals
            .iter()
            .filter(|one| cue.iter().any(|piece| one.head.start < piece.end && piece.start < one.head.end));
        let lines: Vec<String> = proposed.map(|one| self.proposed(one)).collect();
        (if lines.is_empty() { Class::CueUnknown } else { Class::ScoredTooLow }, lines.join("\n"))
    }

    fn closeness(&self, found: usize, gold: &Marked) -> f64 {
        self.found[found].content_jaccard(gold)
    }

    fn count_spurious(&self, right: &BTreeSet<usize>, measured: &mut Measured, listing: Listing) {
        let gold: Vec<&Marked> = self.gold.iter().collect();
        for at in (0..self.found.len()).filter(|at| !right.contains(at)) {
            let found = &self.found[at];
            if gold.iter().any(|one| one.same_cue(found)) || !listing.subset.holds(found) {
                continue;
            }
            let class = spurious_class(found, &gold);
            *measured.misses.entry(class).or_default() += 1;
            if listing.class == Some(class) {
                measured.listed.push(format!("{}\n{}", self.document.name, self.reported(at)));
            }
        }
    }

    fn reported(&self, at: usize) -> String {
        let one = self.reports[at];
        let shown = self.shown(&as_gold(&one.source, &one.cue, &one.content));
        format!("  ours {shown} [{} {:.2}]", one.rule, one.confidence)
    }

    fn proposed(&self, one: &Proposal) -> String {
        let shown = self.shown(&as_gold(&one.source, &[one.cue], &one.content));
        format!("  low  {shown} [{} {:.2}]", one.rule, one.score)
    }

    /// The copy around a cue.
    fn around(&self, one: &Gold) -> String {
        let text = &self.document.text;
        let at = one.cue.first().map_or(0, |cue| cue.start);
        let start = text.floor_char_boundary(at.saturating_sub(AROUND));
        text_of(text, from_ref(&(start..text.floor_char_boundary(at + AROUND))))
    }

    fn shown(&self, one: &Gold) -> String {
        [&one.source, &one.cue, &one.content].map(|pieces| text_of(&self.document.text, pieces)).join(" | ")
    }
}

fn as_gold(source: &[Span], cue: &[Span], content: &[Span]) -> Gold {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.start..span.end).collect();
    Gold { source: pieces(source), cue: pieces(cue), content: pieces(content) }
}

fn text_of(text: &str, pieces: &[Range<usize>]) -> String {
    pieces
        .iter()
        .map(|piece| text[piece.clone()].split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join(" … ")
}

impl Measured {
    /// Every figure, and the misses that were asked for.
    pub fn print(&self) {
        println!("{}", self.scores.table());
        println!("misses by class");
        let mut misses: Vec<_> = self.misses.iter().collect();
        misses.sort_by_key(|(class, count)| (std::cmp::Reverse(**count), **class));
        for (class, count) in misses {
            println!("{class:26}{count:>7}");
        }
        for (title, shares) in [("construction", &self.by_rule), ("form", &self.by_form)] {
            println!("\n{title:26}  found % right  confidence");
            shares.iter().for_each(|(name, share)| print!("{}", share.line(name)));
        }
        println!("\nconfidence                  found % right  confidence");
        for (bin, share) in self.by_confidence.iter().enumerate().filter(|(_, share)| share.all > 0) {
            print!("{}", share.line(&format!("{}0-{}0 %", bin, bin + 1)));
        }
        let (slope, offset) = self.calibration.line();
        println!("as shares, the log-odds want a slope of {slope:.3} and an offset of {offset:.3}");
        for line in &self.listed {
            println!("\n{line}");
        }
    }
}
