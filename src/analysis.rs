//! All stages in their order.

use crate::attributions::{self, Reading};
use crate::chains;
use crate::checks::{self, Settings, Story};
use crate::claims;
use crate::document::{Document, DocumentOptions};
use crate::lexicon::Lexicon;
use crate::mentions;
use crate::phrases::Phrases;
use crate::read::Raw;
use crate::report::assemble::Found;
use crate::report::contract::DocumentReport;
use crate::tokens::Tokens;

/// Analyses one piece of copy and checks it as the rules say by default; gives its report and the text that the report's spans
/// point into. Linear in the text.
pub fn analyse(raw: Raw, options: &DocumentOptions, lexicon: &Lexicon) -> (DocumentReport, String) {
    analyse_with(raw, options, lexicon, &Settings::default())
}

/// The same with a desk's own settings for the checks.
pub fn analyse_with(
    raw: Raw,
    options: &DocumentOptions,
    lexicon: &Lexicon,
    settings: &Settings,
) -> (DocumentReport, String) {
    analyse_as(raw, options, lexicon, settings, |found| found.report())
}

/// The same, with what `make` makes of the results in the place of a report.
pub fn analyse_as<Made>(
    raw: Raw,
    options: &DocumentOptions,
    lexicon: &Lexicon,
    settings: &Settings,
    make: impl FnOnce(&Found<'_>) -> Made,
) -> (Made, String) {
    let document = Document::from_raw(raw, options, lexicon);
    let made = stages(&document, lexicon, settings, options.terms, make);
    (made, document.text)
}

fn stages<Made>(
    document: &Document,
    lexicon: &Lexicon,
    settings: &Settings,
    terms: bool,
    make: impl FnOnce(&Found<'_>) -> Made,
) -> Made {
    let tokens = Tokens::of(document, lexicon);
    let phrases = Phrases::of(document, &tokens);
    let reading = Reading::of(&tokens, &phrases, lexicon);
    let attributions = attributions::find(document, &tokens, &phrases, lexicon, terms);
    let mentions = mentions::resolve(&reading, &attributions);
    let chains = chains::build(document, &reading, &attributions, &mentions);
    let watched = claims::watched(&reading);
    let claims = claims::build(document, &reading, &attributions, &chains, &watched);
    let lines = claims::lines(document, &reading, &attributions, &mentions, &claims, &watched);
    let story = Story::new(document, reading, (&attributions, &mentions), &chains, &claims, &watched);
    let findings = checks::check(&story, settings);
    make(&Found {
        document,
        reading,
        attributions: &attributions,
        mentions: &mentions,
        chains: &chains,
        claims: &claims,
        lines: &lines,
        findings: &findings,
    })
}
