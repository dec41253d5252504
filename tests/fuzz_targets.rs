//! A short run of the fuzz targets (`fuzz/`) on any compiler: samples of every format, cut, joined and broken.

#[path = "../fuzz/src/lib.rs"]
mod targets;

mod support {
    pub mod files;
}

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fs;
use support::files::below_root;

/// What breaks a reader, and what it looks for.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "\n",
    "\r",
    "\n\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{feff}",
    "\u{200f}",
    "😀",
    "<",
    ">",
    "</p>",
    "<p>",
    "<h1>",
    "<a href='x'>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "<!DOCTYPE ",
    "<pre>",
    "<br>",
    "&",
    "&amp;",
    "&#x110000;",
    "{",
    "}",
    "[",
    ",",
    "\\",
    "\\ud83d",
    "\\n",
    "{\"text\":\"",
    "\"}",
    "<nitf>",
    "<newsItem>",
    "<item>",
    "<hl1>",
    "^",
    "<\r\n",
    " =",
    "ROME, Nov. 3 (AP) -",
    "By Ann Lee",
    " said that ",
    ", according to ",
    "it said",
    " citing ",
    "the Times",
    "---",
    "# ",
    "> ",
    "```",
];

/// One thing that is done to an input.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, &'static str, usize),
    Cut(Index, usize),
    End(Index),
    Flip(Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let insert = (any::<Index>(), select(PIECES), prop_oneof![9 => Just(1usize), 1 => 2usize..400]);
    prop_oneof![
        4 => insert.prop_map(|(at, piece, times)| Change::Insert(at, piece, times)),
        2 => (any::<Index>(), 1usize..300).prop_map(|(at, len)| Change::Cut(at, len)),
        1 => any::<Index>().prop_map(Change::End),
        2 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
    ]
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    let len = bytes.len();
    match change {
        Change::Insert(at, piece, times) => {
            let at = at.index(len + 1);
            bytes.splice(at..at, piece.repeat(*times).into_bytes());
        }
        Change::Cut(at, cut) => drop(bytes.drain(at.index(len + 1)..(at.index(len + 1) + cut).min(len))),
        Change::End(at) => bytes.truncate(at.index(len + 1)),
        Change::Flip(at, byte) if len > 0 => bytes[at.index(len)] ^= byte,
        Change::Flip(..) => {}
    }
}

/// A sample with some changes, after the byte that says how it is read.
fn input() -> impl Strategy<Value = Vec<u8>> {
    let entries = fs::read_dir(below_root("examples/formats")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let samples: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    (any::<u8>(), select(samples), vec(change(), 0..6)).prop_map(|(first, mut bytes, changes)| {
        changes.iter().for_each(|change| apply(&mut bytes, change));
        bytes.insert(0, first);
        bytes
    })
}

proptest! {
    // What fails here becomes a test of its own; no files of seeds are kept.
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn reading_holds(bytes in input()) {
        targets::read(&bytes);
    }

    #[test]
    fn the_analysis_holds(bytes in input()) {
        targets::analyse(&bytes);
    }

    #[test]
    fn appending_changes_nothing_before(text in "([A-Z][a-z ,]{0,30}(said|told reporters|reported) that [a-z ]{3,40}[.:?]? ?\n{0,2}){0,12}|(?s).{0,200}") {
        targets::append(text.as_bytes());
    }
}

#[test]
fn the_lock_file_of_the_fuzz_targets_is_whole() {
    let manifest: toml::Table = fs::read_to_string(below_root("Cargo.toml")).unwrap().parse().unwrap();
    let lock = fs::read_to_string(below_root("fuzz/Cargo.lock")).unwrap();
    for name in manifest["dependencies"].as_table().unwrap().keys() {
        assert!(lock.contains(&format!("name = \"{name}\"")), "{name}: run `cargo update --workspace` in fuzz/");
    }
}
