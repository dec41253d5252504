//! Checks: a desk's standards for sourcing, applied to one story.
//!
//! Each rule is one file in `rules/`: what it does, why, stories in which it must and must not fire, and how it looks. A rule sees
//! the document, its attributions, chains and claims through a [`Story`], and gives [`Hit`]s; this file makes findings of them.

pub mod config;
mod finding;
mod fingerprint;
pub mod nearest;
mod party;
mod rule;
pub mod rules;
mod settings;
mod story;
pub mod suppress;
mod watch_index;

pub use finding::{Finding, Hit, Label};
pub use fingerprint::fingerprint;
pub use party::Party;
pub use rule::{Example, Number, Rule};
pub use settings::{Options, Settings};
pub use story::Story;

use fingerprint::Fingerprints;

/// What the enabled rules find in a story and nothing suppresses, by place; linear.
pub fn check(story: &Story<'_>, settings: &Settings) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for rule in rules::ALL {
        let Some(severity) = settings.severity(rule) else { continue };
        let hits = (rule.find)(story, &settings.options(rule));
        found.extend(hits.into_iter().map(|hit| Finding::new(rule, severity, hit)));
    }
    found.sort_by(|a, b| (a.at.span, a.rule.id).cmp(&(b.at.span, b.rule.id)));
    let mut fingerprints = Fingerprints::default();
    for finding in &mut found {
        finding.fingerprint = fingerprints.of(finding.rule.id, finding.at.span.of(story.text()));
    }
    let unused = suppress::apply(story, settings, &mut found);
    found.extend(unused_suppressions(story, settings, unused, &mut fingerprints));
    found.sort_by(|a, b| (a.at.span, a.rule.id).cmp(&(b.at.span, b.rule.id)));
    found
}

/// The findings about suppressions that suppress nothing; one of a sidecar is told apart by its message.
fn unused_suppressions(
    story: &Story<'_>,
    settings: &Settings,
    hits: Vec<Hit>,
    fingerprints: &mut Fingerprints,
) -> Vec<Finding> {
    let rule = &suppress::UNUSED;
    let Some(severity) = settings.severity(rule) else { return Vec::new() };
    let findings = hits.into_iter().map(|hit| {
        let mut finding = Finding::new(rule, severity, hit);
        let words = finding.at.span.of(story.text());
        finding.fingerprint = fingerprints.of(rule.id, if words.is_empty() { &finding.message } else { words });
        finding
    });
    findings.collect()
}
