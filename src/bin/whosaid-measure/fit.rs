//! Fits the weights of the cue score: logistic regression, made sparse by FTRL-proximal
//! (McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1).

use crate::brat::{Annotated, Gold};
use crate::marked::{CONTENT, CUE, Marked, Words, jaccard};
use crate::score::ENOUGH;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::fmt::Write;
use whosaid::attributions::Proposal;
use whosaid::span::Span;

/// How the fit goes about it.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Passes over the corpus.
    pub passes: usize,
    /// Strength of the pull to zero: larger means fewer weights.
    pub l1: f64,
    /// Strength of the pull to small weights.
    pub l2: f64,
}

const ALPHA: f64 = 0.08;
const BETA: f64 = 1.0;

/// A candidate as the fit sees it.
struct Example {
    features: Vec<u32>,
    right: bool,
}

#[derive(Default, Clone, Copy)]
struct Weight {
    z: f64,
    n: f64,
}

impl Weight {
    fn value(&self, settings: &Settings) -> f64 {
        if self.z.abs() <= settings.l1 {
            return 0.0;
        }
        let step = (BETA + self.n.sqrt()) / ALPHA + settings.l2;
        -(self.z - self.z.signum() * settings.l1) / step
    }

    fn learn(&mut self, gradient: f64, value: f64) {
        let sigma = ((self.n + gradient * gradient).sqrt() - self.n.sqrt()) / ALPHA;
        self.z += gradient - sigma * value;
        self.n += gradient * gradient;
    }
}

/// The features' names, numbered as they come.
#[derive(Default)]
struct Names {
    numbers: FxHashMap<String, u32>,
    all: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.numbers.insert(name.to_owned(), number);
        self.all.push(name.to_owned());
        number
    }
}

/// The weights as a lexicon file: `feature | weight`, by name, to three digits.
pub fn fit(corpus: &[Annotated], propose: impl Fn(&str) -> Vec<Proposal>, settings: Settings) -> String {
    let mut names = Names::default();
    let mut examples = Vec::new();
    for document in corpus {
        examples.extend(labelled(document, propose(&document.text), &mut names));
    }
    let weights = learn(&examples, names.all.len(), &settings);
    table(&names, &weights, &settings, examples.len())
}

fn labelled(document: &Annotated, proposals: Vec<Proposal>, names: &mut Names) -> Vec<Example> {
    let words = Words::of(&document.text);
    let gold: Vec<Marked> = document.gold.iter().map(|gold| Marked::of(&document.text, &words, gold)).collect();
    let mut examples = Vec::new();
    for proposal in proposals {
        let head = words.covered(&[proposal.head.start..proposal.head.end]);
        let right = gold.iter().any(|gold| is_right(document, &words, &proposal, gold));
        let touched = gold.iter().any(|gold| !gold.covered[CUE].is_disjoint(&head));
        let nested = gold.iter().any(|gold| head.is_subset(&gold.covered[CONTENT]));
        // what stands inside another's content is not annotated: neither right nor wrong
        if right || touched || !nested {
            let features = proposal.features.iter().map(|feature| names.number(feature)).collect();
            examples.push(Example { features, right });
        }
    }
    examples
}

/// Whether the proposal is the annotated one: its cue's head touches the cue, content and source agree. A quotation that goes on behind
/// the proposal's sentence is no matter of its own.
fn is_right(document: &Annotated, words: &Words, proposal: &Proposal, gold: &Marked) -> bool {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.start..span.end).collect();
    let cue = std::iter::once(proposal.head.start..proposal.head.end).collect();
    let own = Gold { source: pieces(&proposal.source), cue, content: pieces(&proposal.content) };
    let own = Marked::of(&document.text, words, &own);
    let told: BTreeSet<usize> =
        gold.words[CONTENT].iter().copied().filter(|at| words.spans[*at].start < proposal.until).collect();
    own.same_cue(gold)
        && jaccard(&own.words[CONTENT], &told) >= ENOUGH
        && (own.same_source(gold, words) || !own.is_sourced() && !gold.is_sourced())
}

fn learn(examples: &[Example], features: usize, settings: &Settings) -> Vec<f64> {
    let mut weights = vec![Weight::default(); features];
    for pass in 0..settings.passes {
        for index in shuffled(examples.len(), pass as u64) {
            step(&mut weights, &examples[index], settings);
        }
    }
    weights.iter().map(|weight| weight.value(settings)).collect()
}

fn step(weights: &mut [Weight], example: &Example, settings: &Settings) {
    let values: Vec<f64> = example.features.iter().map(|f| weights[*f as usize].value(settings)).collect();
    let sum: f64 = values.iter().sum();
    let likely = 1.0 / (1.0 + (-sum).exp());
    let gradient = likely - f64::from(u8::from(example.right));
    for (feature, value) in example.features.iter().zip(values) {
        weights[*feature as usize].learn(gradient, value);
    }
}

/// 0..len in an order that depends on the pass alone (a linear congruential generator).
fn shuffled(len: usize, pass: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut state = pass.wrapping_mul(2_654_435_761).wrapping_add(12345);
    for at in (1..len).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (state >> 33) as usize % (at + 1));
    }
    order
}

fn table(names: &Names, weights: &[f64], settings: &Settings, examples: usize) -> String {
    let mut rows: Vec<(&str, f64)> = names.all.iter().map(String::as_str).zip(weights.iter().copied()).collect();
    rows.retain(|(_, weight)| weight.abs() >= 0.0005);
    rows.sort_by(|a, b| a.0.cmp(b.0));
    let mut text = String::from(
        "# Weights of the cue score: feature | what it adds (log-odds). Fitted by whosaid-measure fit; a desk may override any.\n",
    );
    let _ = writeln!(
        text,
        "# {} weights, {examples} candidates, {} passes, l1 {}, l2 {}",
        rows.len(),
        settings.passes,
        settings.l1,
        settings.l2
    );
    for (name, weight) in rows {
        let _ = writeln!(text, "{name} | {weight:.3}");
    }
    text
}
