//! Pages as desks get them, pasted from a browser or saved: of each the story comes out once and whole, under its headline, and without
//! what stands around it. `examples/pages` has one story as the pages of several kinds of outlets show it.

mod support {
    pub mod files;
}

use std::fs;
use support::files::below_root;
use whosaid::analyse;
use whosaid::document::{BlockKind, Document, DocumentOptions};
use whosaid::lexicon::Lexicon;
use whosaid::read::{Input, Raw, ReadOptions, load};

const PAGES: &str = "examples/pages";
const HEADLINE: &str = "Port Aven's old bridge to close for a year, mayor says";

/// How the story's paragraphs begin.
const STORY: &[&str] = &[
    "The old bridge over the river Aa will be closed",
    "\"We have waited too long,\" Quill told",
    "The Echo reported last week",
    "The ministry declined to comment",
    "Ivo Sorrel, who runs a bakery",
];

/// Words of what stands around the story.
const AROUND: &[&str] = &[
    "Ferry operator",
    "denies",
    "newsletter",
    "Newsletter",
    "cookies",
    "Sign up",
    "Thomson Reuters Trust",
    "Skip",
    "BRIDGE USERS",
    "told you so",
    "external sites",
    "in print",
    "Licensing",
    "your inbox",
];

fn pages() -> Vec<(String, Raw)> {
    let mut paths: Vec<_> = fs::read_dir(below_root(PAGES)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let raw = |path: &std::path::PathBuf| load(&Input::File(path.clone()), ReadOptions::default()).unwrap().remove(0);
    paths.iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), raw(path))).collect()
}

fn document(raw: &Raw) -> Document {
    Document::from_raw(raw.clone(), &DocumentOptions::default(), Lexicon::built_in())
}

/// The blocks that are read and repeat nothing.
fn read(document: &Document) -> Vec<(BlockKind, &str)> {
    let once = document.blocks.iter().filter(|block| block.kind.is_read() && block.copy_of.is_none());
    once.map(|block| (block.kind, block.span.of(&document.text))).collect()
}

#[test]
fn the_story_comes_out_once_and_whole() {
    let pages = pages();
    assert!(pages.len() >= 10);
    for (name, raw) in &pages {
        let document = document(raw);
        let blocks = read(&document);
        for paragraph in STORY {
            let found = blocks.iter().filter(|(_, words)| words.starts_with(paragraph)).count();
            assert_eq!(found, 1, "{name}: {paragraph}: {blocks:#?}");
        }
    }
}

#[test]
fn the_headline_is_found_among_what_stands_above_the_story() {
    for (name, raw) in pages() {
        let document = document(&raw);
        assert_eq!(document.meta.headline.as_deref(), Some(HEADLINE), "{name}");
    }
}

#[test]
fn what_stands_around_the_story_is_left_out() {
    for (name, raw) in pages() {
        let document = document(&raw);
        for (kind, words) in read(&document) {
            let stray = AROUND.iter().find(|around| words.contains(**around));
            assert_eq!(stray, None, "{name}: {kind:?} {words}");
        }
    }
}

#[test]
fn every_page_gives_the_same_chains() {
    for (name, raw) in pages() {
        let (report, _) = analyse(raw, &DocumentOptions::default(), Lexicon::built_in());
        let roots: Vec<&str> = report.claims.iter().map(|claim| claim.root.text.as_str()).collect();
        for root in ["Ada Quill", "two officials of the transport ministry", "Ivo Sorrel"] {
            assert!(roots.contains(&root), "{name}: no {root} in {roots:?}");
        }
    }
}
