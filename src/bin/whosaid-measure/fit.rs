//! Fits the weights of the cue score: logistic regression, made sparse by FTRL-proximal
//! (McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1).

use crate::agree::{inside_content, same_content, same_source, span_words, touches, words};
use crate::brat::{Annotated, Gold};
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
    let gold: Vec<_> = document.gold.iter().map(|gold| (gold, Words::of(&document.text, gold))).collect();
    let mut examples = Vec::new();
    for proposal in proposals {
        let right = gold.iter().any(|(gold, marked)| is_right(&document.text, &proposal, gold, marked));
        let touched = gold.iter().any(|(gold, _)| touches(proposal.head, gold));
        let nested = gold.iter().any(|(gold, _)| inside_content(proposal.head, gold));
        // what stands inside another's content is not annotated: neither right nor wrong
        if right || touched || !nested {
            let features = proposal.features.iter().map(|feature| names.number(feature)).collect();
            examples.push(Example { features, right });
        }
    }
    examples
}

struct Words {
    source: BTreeSet<usize>,
    content: BTreeSet<usize>,
}

impl Words {
    fn of(text: &str, gold: &Gold) -> Self {
        Self { source: words(text, &gold.source), content: words(text, &gold.content) }
    }
}

fn is_right(text: &str, proposal: &Proposal, gold: &Gold, marked: &Words) -> bool {
    let head: Span = proposal.head;
    let told: BTreeSet<usize> = marked.content.range(..proposal.until).copied().collect();
    touches(head, gold)
        && same_content(&span_words(text, &proposal.content), &told)
        && same_source(&span_words(text, &proposal.source), &marked.source)
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
