//! The lexicon files as plain tables, read apart from the program.

use super::files::below_root;
use std::collections::BTreeMap;
use std::fs;

/// One entry, and where it stands.
#[derive(Debug)]
pub struct Entry {
    /// "words.txt:12"
    pub place: String,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// The lexicon files by name, each with its entries.
pub fn all() -> BTreeMap<String, Vec<Entry>> {
    let entries = fs::read_dir(below_root("grammar")).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let named = files.map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path));
    named.map(|(name, path)| (name.clone(), table(&name, &fs::read_to_string(path).unwrap()))).collect()
}

fn table(name: &str, text: &str) -> Vec<Entry> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, without_comment(line)));
    let entry = |(line, text): (usize, &str)| Entry {
        place: format!("{name}:{line}"),
        cells: text.split('|').map(|cell| cell.trim().to_owned()).collect(),
    };
    lines.filter(|(_, text)| !text.trim().is_empty()).map(entry).collect()
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') { "" } else { line.split("  #").next().unwrap_or("") }
}

/// How many columns `grammar/README.md` gives each file.
pub fn columns() -> BTreeMap<String, usize> {
    let readme = fs::read_to_string(below_root("grammar/README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let files = rows.filter(|(name, _)| name.ends_with(".txt"));
    files.map(|(name, columns)| (name.to_owned(), count(columns))).collect()
}

/// How many items a list has; commas inside brackets are none of its own.
fn count(list: &str) -> usize {
    let outside = list.split('(').map(|piece| piece.rsplit(')').next().unwrap_or(piece));
    outside.collect::<String>().split(',').count()
}
