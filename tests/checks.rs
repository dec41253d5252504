//! The checks: every rule fires on its bad stories and is silent on its good ones and on its traps.

use std::process::Command;
use whosaid::analyse_with;
use whosaid::checks::{Rule, Settings, rules};
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::contract::{DocumentReport, FindingReport};
use whosaid::terms::Severity;

/// Checks a story with every rule, those too that are off by default.
fn check(copy: &str) -> DocumentReport {
    let raw = Raw::new(None, Format::detect(None, copy).unwrap(), copy);
    let mut settings = Settings::default();
    for rule in rules::every().filter(|rule| rule.severity.is_none()) {
        settings.severities.insert(rule.id, Some(Severity::Warning));
    }
    analyse_with(raw, &DocumentOptions::default(), Lexicon::built_in(), &settings).0
}

/// What one rule finds in a story.
fn found(rule: &Rule, copy: &str) -> Vec<FindingReport> {
    check(copy).findings.into_iter().filter(|finding| finding.rule == rule.id).collect()
}

#[test]
fn every_rule_fires_on_its_bad_stories() {
    let mut wrong = Vec::new();
    for rule in rules::every() {
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
    for rule in rules::every() {
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

#[test]
fn there_are_36_rules_about_one_story_and_each_has_its_own_name() {
    let mut names: Vec<&str> = rules::ALL.iter().map(|rule| rule.id).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 36);
}

#[test]
fn the_rules_page_is_what_the_rules_say() {
    let output = Command::new(env!("CARGO_BIN_EXE_whosaid")).args(["rules", "--all"]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
        std::fs::write(path, &printed).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap_or_default() == printed, "whosaid rules --all > docs/rules.md");
}

#[test]
fn nothing_said_of_a_rule_is_missing() {
    for rule in rules::every() {
        for (what, text) in [
            ("summary", rule.summary),
            ("after", rule.after),
            ("what", rule.what),
            ("why", rule.why),
            ("help", rule.help),
        ] {
            assert!(text.len() > 1, "{}: {what}", rule.id);
        }
        assert!(rule.help.starts_with(char::is_lowercase) && !rule.help.ends_with('.'), "{}: {}", rule.id, rule.help);
    }
}
