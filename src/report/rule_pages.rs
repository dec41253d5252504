//! What is printed of the rules: by `whosaid rules`, and in `docs/rules.md`. Both are made of what stands in the rules' own files.

use crate::checks::{Rule, rules};
use crate::terms::Severity;

/// The severity's name, or "off".
fn severity(rule: &Rule) -> &'static str {
    rule.severity.map_or("off", Severity::name)
}

/// One line a rule.
pub fn list() -> String {
    let line = |rule: &Rule| format!("{:<26} {:<8} {}\n", rule.id, severity(rule), rule.summary);
    rules::every().map(line).collect()
}

/// All that there is to say of one rule, in Markdown; `message` is what it says of its first bad story.
pub fn page(rule: &Rule, message: &str) -> String {
    let mut page = format!("# {}\n\n{} · {} · after {}\n", rule.id, severity(rule), rule.summary, rule.after);
    page += &section("What it does", rule.what);
    page += &section("Why", rule.why);
    page += &section("To mend it", rule.help);
    if let Some(story) = rule.bad.first() {
        page += &format!("\n## Found here\n\n{}\n\nIt says: {message}\n", quoted(story.copy));
    }
    for story in rule.good {
        page += &format!("\n## Not here: {}\n\n{}\n", story.title, quoted(story.copy));
    }
    if !rule.numbers.is_empty() {
        page += "\n## To be set\n\n";
    }
    for number in rule.numbers {
        page += &format!("- `{}`: {} (default {})\n", number.name, number.what, number.default);
    }
    page
}

/// The pages of all rules, one below the other, with a list of them above; `message` is what a rule says of its first bad story.
pub fn book(message: impl Fn(&'static Rule) -> String) -> String {
    let mut book =
        "# The rules\n\nWhat `whosaid check` looks for. This page is what `whosaid rules --all` prints.\n\n".to_owned();
    book += "| rule | default | what it finds | after |\n|---|---|---|---|\n";
    for rule in rules::every() {
        let row = format!("| [{0}](#{0}) | {1} | {2} | {3} |\n", rule.id, severity(rule), rule.summary, rule.after);
        book += &row;
    }
    for rule in rules::every() {
        let page = page(rule, &message(rule));
        book.push('\n');
        for line in page.lines() {
            // One level deeper than on a page of its own.
            book += &format!("{}{line}\n", if line.starts_with('#') { "#" } else { "" });
        }
    }
    book
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
