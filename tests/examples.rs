//! The stories in `examples/copy/`: their tables as they stand today, and how near they come to what an editor would write.
//!
//! `UPDATE=1 cargo test --test examples` writes the tables anew.

mod support {
    pub mod files;
    pub mod intended;
    pub mod update;
}

use similar::TextDiff;
use std::fs;
use std::path::PathBuf;
use support::files::below_root;
use support::intended::{self, Score};
use support::update;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::Reporter;
use whosaid::report::contract::DocumentReport;
use whosaid::report::table::{Options, Table};

const STORIES: &str = "examples/copy";

/// No fewer of a hundred intended rows than this are found with their chain. Raise it with the grammar.
const FEWEST_FOUND: usize = 50;

/// The names of the stories, sorted.
fn names() -> Vec<String> {
    let entries = fs::read_dir(below_root(STORIES)).unwrap().map(|entry| entry.unwrap().path());
    let text: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    let mut names: Vec<String> = text.iter().map(|path| path.file_stem().unwrap().to_string_lossy().into()).collect();
    names.sort();
    names
}

fn report(name: &str) -> (DocumentReport, String) {
    let path = format!("{STORIES}/{name}.txt");
    let text = fs::read_to_string(below_root(&path)).unwrap();
    let raw = Raw::new(Some(path), Format::Text, text);
    analyse(raw, &DocumentOptions::default(), Lexicon::built_in())
}

fn table(name: &str) -> String {
    let (report, text) = report(name);
    let mut table = Table::new(Options { width: 100, color: false, full: false, all: false });
    let mut out = Vec::new();
    table.begin(&mut out).unwrap();
    table.document(&report, &text, &mut out).unwrap();
    table.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Compares `found` with what stands in the file `path`; the difference, if there is one. The file is written instead where that is
/// wanted.
fn difference(path: &str, found: &str) -> Option<String> {
    let file = below_root(path);
    if update::is_wanted() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, found).unwrap();
        return None;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    let diff = TextDiff::from_lines(&expected, found);
    (expected != found).then(|| diff.unified_diff().context_radius(2).header(path, "found").to_string())
}

#[test]
fn each_story_has_its_table() {
    let different = |name: &String| difference(&format!("tests/tables/{name}.txt"), &table(name));
    let differences: Vec<String> = names().iter().filter_map(different).collect();
    assert!(differences.is_empty(), "{}\nUPDATE=1 writes the tables anew", differences.join("\n"));
}

#[test]
fn every_table_has_its_story() {
    for folder in ["tests/tables", "tests/intended"] {
        for entry in fs::read_dir(below_root(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap().to_string_lossy().into_owned();
            let story = below_root(STORIES).join(&name);
            assert!(name == "README.md" || story.exists(), "{folder}/{name} belongs to no story");
        }
    }
}

#[test]
fn most_of_what_an_editor_would_write_is_found() {
    let mut total = Score::default();
    for name in names() {
        let table = fs::read_to_string(below_root(&format!("tests/intended/{name}.txt"))).unwrap();
        let (score, missed) = intended::score(&intended::rows(&table), &report(&name).0);
        let Score { rows, claims, chains } = score;
        println!("{name:24} {rows:2} rows, {claims:2} claims found, {chains:2} with their chain");
        missed.iter().for_each(|line| println!("    {line}"));
        total += score;
    }
    let share = total.chains * 100 / total.rows.max(1);
    println!("{} rows, {} claims found, {} with their chain: {share} %", total.rows, total.claims, total.chains);
    assert!(share >= FEWEST_FOUND, "only {share} % of the intended rows are found");
}
