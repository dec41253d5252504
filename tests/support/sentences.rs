//! The sentences of `grammar/constructions/`, as its README tells their format.

use std::path::Path;
use std::{fmt, fs};

/// The list of sentences that are not reached yet; no sentences stand in it.
pub const OPEN: &str = "open.txt";

/// A sentence and the attributions it must give.
#[derive(Debug)]
pub struct Sentence {
    /// The construction's file name.
    pub file: String,
    /// Its words.
    pub text: String,
    /// What it must give, in the order of the file.
    pub attributions: Vec<Attribution>,
}

/// One attribution, with those that stand inside its content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attribution {
    /// "source | cue | content", `-` for a source that is absent.
    pub parts: String,
    /// Those nested in it.
    pub nested: Vec<Attribution>,
}

impl Attribution {
    /// Itself and all that is nested in it, the outer first.
    pub fn all(&self) -> Vec<&Attribution> {
        std::iter::once(self).chain(self.nested.iter().flat_map(Attribution::all)).collect()
    }

    fn write(&self, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if depth > 0 { "> " } else { "" };
        writeln!(f, "{}{mark}{}", "  ".repeat(depth + 1), self.parts)?;
        self.nested.iter().try_for_each(|inner| inner.write(depth + 1, f))
    }
}

impl fmt::Display for Attribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(0, f)
    }
}

/// The same attributions in an order of their own, for comparing.
pub fn sorted(mut attributions: Vec<Attribution>) -> Vec<Attribution> {
    attributions.sort();
    for attribution in &mut attributions {
        attribution.nested = sorted(std::mem::take(&mut attribution.nested));
    }
    attributions
}

/// All sentences of the `.txt` files in `folder`, by file name.
pub fn read_all(folder: &Path) -> Vec<Sentence> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.retain(|path| !path.ends_with(OPEN));
    paths.sort();
    paths.iter().flat_map(|path| read(path)).collect()
}

/// The sentences of one file. Panics on a line that cannot be read, naming it.
fn read(path: &Path) -> Vec<Sentence> {
    let file = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut sentences: Vec<Sentence> = Vec::new();
    for (index, line) in fs::read_to_string(path).unwrap().lines().enumerate() {
        let place = format!("{file}:{}", index + 1);
        match line.strip_prefix("  ") {
            _ if line.trim().is_empty() || line.trim_start().starts_with('#') => {}
            None => sentences.push(Sentence { file: file.clone(), text: line.trim().into(), attributions: Vec::new() }),
            Some(line) => {
                let sentence = sentences.last_mut().unwrap_or_else(|| panic!("{place}: no sentence above"));
                add(&mut sentence.attributions, line, &place);
            }
        }
    }
    sentences
}

/// Adds an attribution's line, its first two spaces taken off, at the depth that its indent says.
fn add(attributions: &mut Vec<Attribution>, line: &str, place: &str) {
    if let Some(inner) = line.strip_prefix("  ") {
        let outer = attributions.last_mut().unwrap_or_else(|| panic!("{place}: nested in nothing"));
        return add(&mut outer.nested, inner, place);
    }
    let parts = line.strip_prefix("> ").unwrap_or(line).trim().to_owned();
    assert_eq!(parts.split(" | ").count(), 3, "{place}: source | cue | content is wanted");
    attributions.push(Attribution { parts, nested: Vec::new() });
}
