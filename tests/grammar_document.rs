//! The examples of GRAMMAR.md are true.

use whosaid::analyse;
use whosaid::document::DocumentOptions;
use whosaid::lexicon::Lexicon;
use whosaid::read::{Format, Raw};
use whosaid::report::contract::{AttributionReport, ClaimReport, DocumentReport};
use whosaid::terms::Form;

/// What stands above every example, so that it is read as the body of a story.
const LEAD: &str = "OSLO, Sept 4 (Reuters) - The weather was fine in most of the country, and the roads were dry.\n\n";

#[test]
fn the_examples_have_the_attributions_told() {
    every_example("example", |report| report.attributions.iter().map(attribution).collect());
}

#[test]
fn the_examples_have_the_chains_told() {
    every_example("chain", |report| report.claims.iter().filter(|c| c.form != Form::OwnVoice).map(chain).collect());
}

/// Runs the examples in the fences called `fence`; what is told of one must be among what `found` finds.
fn every_example(fence: &str, found: impl Fn(&DocumentReport) -> Vec<String>) {
    let examples = examples(include_str!("../GRAMMAR.md"), fence);
    assert!(!examples.is_empty());
    for (sentence, told) in examples {
        let found = found(&report(sentence));
        for line in told {
            assert!(found.iter().any(|one| one == line), "{sentence}\n  told:  {line}\n  found: {found:#?}");
        }
    }
}

/// Sentences with the lines that are indented beneath them.
fn examples<'a>(text: &'a str, fence: &str) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut examples: Vec<(&str, Vec<&str>)> = Vec::new();
    for block in text.split(&format!("```{fence}\n")).skip(1) {
        for line in block.split("\n```").next().unwrap_or_default().lines() {
            match (line.strip_prefix("  "), examples.last_mut()) {
                (Some(told), Some((_, lines))) => lines.push(told),
                _ => examples.push((line, Vec::new())),
            }
        }
    }
    examples
}

fn report(sentence: &str) -> DocumentReport {
    let raw = Raw::new(None, Format::Text, format!("{LEAD}{sentence}\n"));
    analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0
}

fn attribution(one: &AttributionReport) -> String {
    let source = if one.source_text.is_empty() { "-" } else { &one.source_text };
    format!("{}: {source} | {} | {}", one.rule, one.cue_text, one.content_text)
}

fn chain(claim: &ClaimReport) -> String {
    let mut line = String::new();
    for (index, hop) in claim.chain.iter().enumerate() {
        let arrow = if hop.inferred { " ⇠ " } else { " ← " };
        line += if index == 0 { "" } else { arrow };
        line += &hop.canonical;
    }
    line
}
