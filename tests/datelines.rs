//! How the agencies open their stories: every opening in `datelines.txt` is read, and is no part of the story.

mod support {
    pub mod files;
}

use std::fs;
use support::files::below_root;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;

const STORY: &str = "The mayor shut the bridge on Monday, and nobody knows for how long, the council said.";

/// What the opening says, as the lines of the file tell it.
fn read(opening: &str) -> String {
    let text = format!("Mayor shuts old bridge for repairs\n\n{}{STORY}\n\nIt rained.\n", set(opening));
    let raw = Raw::new(None, Format::Text, text);
    let (report, text) = analyse(raw, &DocumentOptions::default(), Lexicon::built_in());
    let places = report.claims.iter().flat_map(|claim| &claim.occurrences);
    let story = text.find(STORY).unwrap();
    let first = places.filter(|place| place.position.line > 1).map(|place| place.span[0].start).min();
    assert_eq!(first, Some(story), "{opening}: the story begins behind it");
    let dateline = report.meta.dateline;
    let parts = dateline.map(|found| [found.place, found.date, found.agency]).unwrap_or_default();
    let parts = parts.map(|part| part.unwrap_or_else(|| "-".to_owned())).join(" | ");
    format!("{parts} | {}", report.meta.publication.name)
}

/// An opening with its paragraphs, and what parts it from the story.
fn set(opening: &str) -> String {
    let set = opening.replace(" ¶ ", "\n\n").replace(" ¶", "\n\n");
    if set.ends_with('\n') { set } else { set + " " }
}

#[test]
fn the_openings_of_every_agency_are_read() {
    let list = fs::read_to_string(below_root("tests/datelines.txt")).unwrap();
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let cases: Vec<(&str, &str)> = lines.map(|line| line.split_once(" | ").unwrap()).collect();
    assert!(cases.len() > 100);
    let wrong = cases.iter().filter_map(|(opening, wanted)| {
        let found = read(opening);
        (found != *wanted).then(|| format!("{opening}\n  wanted {wanted}\n  found  {found}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
