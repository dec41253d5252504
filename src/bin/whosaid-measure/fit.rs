//! Fits the weights of the cue score: logistic regression, made sparse by FTRL-proximal
//! (McMahan et al. 2013, "Ad click prediction: a view from the trenches", algorithm 1).

use rustc_hash::FxHashMap;
use std::fmt::Write;

/// How the fit goes about it.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Settings {
    /// Passes over the corpus.
    #[arg(long, default_value_t = 6)]
    pub passes: usize,
    /// Pull of the weights to zero: larger means fewer weights.
    #[arg(long, default_value_t = 5.0)]
    pub l1: f64,
    /// Pull of the weights to small values.
    #[arg(long, default_value_t = 1.0)]
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

/// Candidates and decisions with their features, each right or wrong.
#[derive(Default)]
pub struct Examples {
    names: Names,
    all: Vec<Example>,
}

impl Examples {
    /// Adds one.
    pub fn add(&mut self, features: &[String], right: bool) {
        let features = features.iter().map(|feature| self.names.number(feature)).collect();
        self.all.push(Example { features, right });
    }
}

/// The weights as a lexicon file: `feature | weight`, by name, to three digits; `title` says what they are of.
pub fn fit(examples: &Examples, settings: Settings, title: &str) -> String {
    let weights = learn(&examples.all, examples.names.all.len(), &settings);
    table(&examples.names, &weights, &settings, examples.all.len(), title)
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

fn table(names: &Names, weights: &[f64], settings: &Settings, examples: usize, title: &str) -> String {
    let mut rows: Vec<(&str, f64)> = names.all.iter().map(String::as_str).zip(weights.iter().copied()).collect();
    rows.retain(|(_, weight)| weight.abs() >= 0.0005);
    rows.sort_by(|a, b| a.0.cmp(b.0));
    let mut text =
        format!("# {title}: feature | what it adds (log-odds). Fitted by whosaid-measure; a desk may override any.\n");
    let _ = writeln!(
        text,
        "# {} weights, {examples} examples, {} passes, l1 {}, l2 {}",
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
