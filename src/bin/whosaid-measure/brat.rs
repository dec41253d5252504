//! Reads a corpus in brat standoff: `text/DOC.txt`, `attributions/DOC_ANNOTATOR.ann`.

use anyhow::{Context, Result};
use rustc_hash::FxHashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One annotated attribution; spans are in bytes of the text.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

/// A text with what one annotator marked in it.
#[derive(Debug)]
pub struct Annotated {
    pub name: String,
    pub text: String,
    /// How many annotators the text has.
    pub annotators: usize,
    pub gold: Vec<Gold>,
}

/// All annotated texts of a folder, by name; a text with several annotators comes once for each.
pub fn corpus(folder: &Path) -> Result<Vec<Annotated>> {
    let annotations = folder.join("attributions");
    let mut paths: Vec<PathBuf> = fs::read_dir(&annotations)
        .with_context(|| {
            format!("{}: no such corpus; a folder with text/ and attributions/ is wanted", annotations.display())
        })?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "ann"));
    paths.sort();
    let mut corpus = paths.iter().map(|path| annotated(folder, path)).collect::<Result<Vec<_>>>()?;
    let mut annotators: FxHashMap<String, usize> = FxHashMap::default();
    corpus.iter().for_each(|one| *annotators.entry(one.name.clone()).or_default() += 1);
    corpus.iter_mut().for_each(|one| one.annotators = annotators[&one.name]);
    Ok(corpus)
}

fn annotated(folder: &Path, annotation: &Path) -> Result<Annotated> {
    let stem = annotation.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = stem.rsplit_once('_').map_or(stem.as_str(), |(name, _)| name);
    let path = folder.join("text").join(format!("{name}.txt"));
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let marks = fs::read_to_string(annotation).with_context(|| annotation.display().to_string())?;
    let gold = gold(&marks, &byte_offsets(&text));
    Ok(Annotated { name: name.to_owned(), text, annotators: 1, gold })
}

/// Byte offset of every character, and of the end.
fn byte_offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

fn gold(marks: &str, bytes: &[usize]) -> Vec<Gold> {
    let mut spans: FxHashMap<&str, Vec<Range<usize>>> = FxHashMap::default();
    let mut found = Vec::new();
    for line in marks.split('\n') {
        let mut columns = line.split('\t');
        let (Some(id), Some(body)) = (columns.next(), columns.next()) else { continue };
        if id.starts_with('T') {
            spans.insert(id, fragments(body, bytes));
        } else if id.starts_with('E') {
            found.push(body);
        }
    }
    found.into_iter().map(|event| attribution(event, &spans)).collect()
}

fn fragments(body: &str, bytes: &[usize]) -> Vec<Range<usize>> {
    let Some((_, places)) = body.split_once(' ') else { return Vec::new() };
    let number = |n: &str| n.parse::<usize>().ok().and_then(|at| bytes.get(at).copied());
    places
        .split(';')
        .filter_map(|pair| pair.split_once(' '))
        .filter_map(|(start, end)| Some(number(start)?..number(end)?))
        .collect()
}

fn attribution(event: &str, spans: &FxHashMap<&str, Vec<Range<usize>>>) -> Gold {
    let mut gold = Gold::default();
    for part in event.split_whitespace() {
        let Some((role, id)) = part.split_once(':') else { continue };
        let pieces = spans.get(id).into_iter().flatten().cloned();
        match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => gold.source.extend(pieces),
            "Cue" => gold.cue.extend(pieces),
            "Content" => gold.content.extend(pieces),
            _ => {}
        }
    }
    gold
}
