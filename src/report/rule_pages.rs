//! What is printed of the rules: by `whosaid rules`, and in `docs/rules.md`. Both are made of what stands in the rules' own files.

use crate::checks::{Rule, rules};
use crate::terms::Severity;

/// The severity's name, or "off".
fn severity(rule: &Rule) -> &'static str {
    rule.severity.map_or("off", Severity::name)
}

/// One line a rule.
pub fn list() -> String {
    let line = |rule: &&Rule| format!("{:<26} {:<8} {}\n", rule.id, severity(rule), rule.summary);
    rules::ALL.iter().map(line).collect()
}

/// All that there is to say of one rule, in Markdown.
pub fn page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n{} · {} · after {}\n", rule.id, severity(rule), rule.summary, rule.after);
    page += &section("What it does", rule.what);
    page += &section("Why", rule.why);
    page += &section("To mend it", rule.help);
    if let Some(story) = rule.bad.first() {
        page += &format!("\n## Found here\n\n{}\n", quoted(story.copy));
    }
    if let Some(story) = rule.good.first() {
        page += &format!("\n## Not here: {}\n\n{}\n", story.title, quoted(story.copy));
    }
    for number in rule.numbers {
        let (name, default, what) = (number.name, number.default, number.what);
        page += &format!("\n## To be set\n\n`{name}`: {what} (default {default})\n");
    }
    page
}

fn section(title: &str, text: &str) -> String {
    format!("\n## {title}\n\n{}\n", textwrap::fill(text, 100))
}

/// A story as a block of Markdown, folded.
fn quoted(copy: &str) -> String {
    let paragraphs = copy.trim_end().split('\n').map(|line| textwrap::wrap(line, 96));
    let lines = paragraphs.flat_map(|lines| if lines.is_empty() { vec!["".into()] } else { lines });
    lines.map(|line| format!("    {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
