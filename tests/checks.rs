//! The checks: every rule fires on its bad stories and is silent on its good ones and on its traps.

use whosaid::analyse;
use whosaid::checks::{Rule, rules};
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::contract::{DocumentReport, FindingReport};

fn check(copy: &str) -> DocumentReport {
    let raw = Raw::new(None, Format::detect(None, copy).unwrap(), copy);
    analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0
}

/// What one rule finds in a story.
fn found(rule: &Rule, copy: &str) -> Vec<FindingReport> {
    check(copy).findings.into_iter().filter(|finding| finding.rule == rule.id).collect()
}

#[test]
fn every_rule_fires_on_its_bad_stories() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{} has no stories", rule.id);
        for story in rule.bad.iter().filter(|story| found(rule, story.copy).is_empty()) {
            wrong.push(format!("{}: silent on \"{}\"", rule.id, story.title));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_silent_on_its_good_stories() {
    let mut wrong = Vec::new();
    for rule in rules::ALL {
        for story in rule.good {
            let told = found(rule, story.copy).into_iter().map(|finding| finding.message);
            wrong.extend(told.map(|message| format!("{}: on \"{}\": {message}", rule.id, story.title)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
/// The words under a finding's own mark and under each of its labels.
fn labelled(finding: &FindingReport, copy: &str) -> Vec<(String, String)> {
    let own = (finding.span.of(copy).to_owned(), finding.label.clone());
    let others = finding.labels.iter().map(|label| (label.span.of(copy).to_owned(), label.text.clone()));
    std::iter::once(own).chain(others).collect()
}

#[test]
fn a_pickup_is_shown_with_claim_outlet_and_root() {
    let rule = rules::named("pickup-anon-source").unwrap();
    let copy = rule.bad[0].copy;
    let report = check(copy);
    let [finding] = &report.findings.iter().filter(|finding| finding.rule == rule.id).collect::<Vec<_>>()[..] else {
        panic!("{:?}", report.findings)
    };
    let labelled = labelled(finding, copy);
    let labels: Vec<(&str, &str)> = labelled.iter().map(|(words, label)| (words.as_str(), label.as_str())).collect();
    let [(claim, "the claim"), ("the newspaper reported", "relays it"), (root, "root: unnamed")] = labels[..] else {
        panic!("{labels:?}")
    };
    assert!(claim.starts_with("The company would move as early as March"), "{claim}");
    assert!(root.ends_with("company and union sources"), "{root}");
    let named = report.claims.iter().find(|claim| claim.root.text.contains("Quill")).unwrap();
    assert!(named.findings.is_empty(), "{:?}", named.findings);
}
