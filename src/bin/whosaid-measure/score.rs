//! Precision and recall of what whosaid finds, by the definitions of PolNeAR's usual scorers.

use crate::marked::{CONTENT, Marked, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Which attributions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Subset {
    /// All of them.
    All,
    /// Those with a cue of speech.
    Speech,
    /// Those whose content begins with a quotation mark.
    Quote,
}

/// The subsets in the order of the table.
pub const SUBSETS: [Subset; 3] = [Subset::All, Subset::Speech, Subset::Quote];

impl Subset {
    /// Whether an annotated attribution is in it.
    pub fn holds(self, one: &Marked) -> bool {
        match self {
            Subset::All => true,
            Subset::Speech => one.is_speech,
            Subset::Quote => one.is_quote,
        }
    }

    /// The annotated and the found attributions that count: a found one where its content meets one of the subset, or meets none
    /// and passes the subset's test itself.
    pub fn restrict<'a>(self, gold: &[&'a Marked], found: &[&'a Marked]) -> (Vec<&'a Marked>, Vec<&'a Marked>) {
        let inside: Vec<&Marked> = gold.iter().copied().filter(|one| self.holds(one)).collect();
        let content =
            |all: &[&Marked]| -> BTreeSet<usize> { all.iter().flat_map(|one| &one.words[CONTENT]).copied().collect() };
        let (own, any) = (content(&inside), content(gold));
        let counts = |one: &&&Marked| {
            let words = &one.words[CONTENT];
            !words.is_disjoint(&own) || words.is_disjoint(&any) && self.holds(one)
        };
        (inside, found.iter().filter(counts).copied().collect())
    }
}

/// Counts behind one precision and one recall.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    right: f64,
    found: f64,
    gold: f64,
}

impl Tally {
    fn add(&mut self, right: usize, found: usize, gold: usize, weight: f64) {
        self.right += weight * right as f64;
        self.found += weight * found as f64;
        self.gold += weight * gold as f64;
    }

    /// Share of what is found that is right.
    pub fn precision(&self) -> f64 {
        if self.found > 0.0 { self.right / self.found } else { 0.0 }
    }

    /// Share of what is annotated that is found.
    pub fn recall(&self) -> f64 {
        if self.gold > 0.0 { self.right / self.gold } else { 0.0 }
    }

    /// Their harmonic mean.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// The measures, each for the three subsets.
#[derive(Debug, Default)]
pub struct Scores {
    tallies: BTreeMap<&'static str, [Tally; 3]>,
}

/// The measures in the order of the table.
const MEASURES: [&str; 7] =
    ["token, source", "token, cue", "token, content", "token, all", "exact, content", "linked", "linked, any source"];

impl Scores {
    /// Adds one text as one annotator marked it; `weight` is 1 by the number of its annotators.
    pub fn add(&mut self, words: &Words, gold: &[&Marked], found: &[&Marked], weight: f64) {
        for (place, subset) in SUBSETS.iter().enumerate() {
            let (gold, found) = subset.restrict(gold, found);
            let mut count = |measure, (right, found, gold)| {
                self.tallies.entry(measure).or_default()[place].add(right, found, gold, weight);
            };
            for (role, measure) in MEASURES.iter().take(3).enumerate() {
                let tokens = tokens(&gold, &found, role);
                count(measure, tokens);
                count("token, all", tokens);
            }
            count("exact, content", exact(&gold, &found));
            count("linked, any source", (pairs(&gold, &found, |_, _| true).len(), found.len(), gold.len()));
            count("linked", linked(words, &gold, &found));
        }
    }

    /// A line for each measure: precision, recall and F1 per subset, per cent.
    pub fn table(&self) -> String {
        let mut text = format!("{:20}{:>21}{:>21}{:>21}\n", "P / R / F1", "all", "speech", "quotations");
        for measure in MEASURES {
            let cells = self.tallies.get(measure).copied().unwrap_or_default();
            let cells = cells
                .map(|t| format!("{:>9.1}{:>6.1}{:>6.1}", 100.0 * t.precision(), 100.0 * t.recall(), 100.0 * t.f1()));
            text += &format!("{measure:20}{}\n", cells.concat());
        }
        text
    }
}

fn tokens(gold: &[&Marked], found: &[&Marked], role: usize) -> (usize, usize, usize) {
    let all =
        |side: &[&Marked]| -> BTreeSet<usize> { side.iter().flat_map(|one| &one.covered[role]).copied().collect() };
    let (gold, found) = (all(gold), all(found));
    (gold.intersection(&found).count(), found.len(), gold.len())
}

fn exact(gold: &[&Marked], found: &[&Marked]) -> (usize, usize, usize) {
    let spans = |side: &[&Marked]| -> BTreeSet<Vec<usize>> {
        side.iter()
            .map(|one| one.words[CONTENT].iter().copied().collect::<Vec<_>>())
            .filter(|words| !words.is_empty())
            .collect()
    };
    let (gold, found) = (spans(gold), spans(found));
    (gold.intersection(&found).count(), found.len(), gold.len())
}

/// Content and source both right, among those annotated with a source; what is rightly found without a source is left out.
fn linked(words: &Words, gold: &[&Marked], found: &[&Marked]) -> (usize, usize, usize) {
    let open: Vec<&Marked> = gold.iter().copied().filter(|one| !one.is_sourced()).collect();
    let left_open = pairs(&open, found, |_, found| !found.is_sourced());
    let dropped: BTreeSet<usize> = left_open.iter().map(|(_, found)| *found).collect();
    let rest: Vec<&Marked> = (0..found.len()).filter(|at| !dropped.contains(at)).map(|at| found[at]).collect();
    let sourced: Vec<&Marked> = gold.iter().copied().filter(|one| one.is_sourced()).collect();
    (pairs(&sourced, &rest, |gold, found| gold.same_source(found, words)).len(), rest.len(), sourced.len())
}

/// Share of content words (Jaccard index) from which two attributions are the same.
pub const ENOUGH: f64 = 0.5;

/// Matches one to one, the best content first: (index in gold, index in found).
pub fn pairs(gold: &[&Marked], found: &[&Marked], agree: impl Fn(&Marked, &Marked) -> bool) -> Vec<(usize, usize)> {
    let mut near = Vec::new();
    for (i, one) in gold.iter().enumerate() {
        for (j, other) in found.iter().enumerate() {
            let share = one.content_jaccard(other);
            if share >= ENOUGH && agree(one, other) {
                near.push((share, i, j));
            }
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut gold_taken, mut found_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut matched = Vec::new();
    for (_, i, j) in near {
        if !gold_taken.contains(&i) && !found_taken.contains(&j) {
            gold_taken.insert(i);
            found_taken.insert(j);
            matched.push((i, j));
        }
    }
    matched
}
