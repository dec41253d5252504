//! `whosaid rules [ID]`: what the checks look for.

use super::args::RulesArgs;
use super::desk::rule;
use crate::analyse_with;
use crate::checks::{Rule, Settings};
use crate::document::DocumentOptions;
use crate::lexicon::Lexicon;
use crate::read::{Format, Raw};
use crate::report::rule_pages;
use crate::terms::Severity;
use anyhow::Result;

/// The list of all rules, the page of one, or the pages of all.
pub fn text(args: &RulesArgs) -> Result<String> {
    match &args.id {
        Some(id) => rule(id).map(|rule| rule_pages::page(rule, &message(rule))),
        None if args.all => Ok(rule_pages::book(message)),
        None => Ok(rule_pages::list()),
    }
}

/// What the rule says of its first bad story.
fn message(rule: &'static Rule) -> String {
    let Some(story) = rule.bad.first() else { return String::new() };
    let format = Format::detect(None, story.copy).unwrap_or(Format::Text);
    let raw = Raw::new(None, format, story.copy);
    let mut settings = Settings::default();
    settings.severities.insert(rule.id, Some(rule.severity.unwrap_or(Severity::Warning)));
    let (report, _) = analyse_with(raw, &DocumentOptions::default(), Lexicon::built_in(), &settings);
    let finding = report.findings.into_iter().find(|finding| finding.rule == rule.id);
    finding.map_or_else(String::new, |finding| finding.message)
}
