//! The files of `grammar/`, and a desk's own over them.

mod support {
    pub mod files;
    pub mod tables;
}

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::tables;
use tempfile::TempDir;
use whosaid::lexicon::Lexicon;

/// The files whose entries are told apart by more than their first column.
const BY_ALL_COLUMNS: &[&str] = &["boilerplate.txt"];

const FEWEST_OUTLETS: usize = 300;

/// A folder of a desk's own with one file in it.
fn own(name: &str, text: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    folder
}

/// The exit code, what is printed, and what is told on the side.
fn run(args: &[&str], grammar: Option<&Path>) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args);
    if let Some(folder) = grammar {
        command.arg("--grammar").arg(folder);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_file_loads() {
    if let Err(error) = Lexicon::load(None) {
        panic!("{error}");
    }
}

#[test]
fn every_file_is_in_the_readme_and_has_entries() {
    let columns = tables::columns();
    let files = tables::all();
    for (name, entries) in &files {
        assert!(columns.contains_key(name), "{name} is not in grammar/README.md");
        assert!(!entries.is_empty(), "{name} has no entries");
    }
    for name in columns.keys() {
        assert!(files.contains_key(name), "grammar/README.md tells of {name}, which is not there");
    }
}

#[test]
fn no_entry_has_more_columns_than_the_readme_says() {
    let columns = tables::columns();
    for (name, entries) in tables::all() {
        for entry in entries {
            assert!(entry.cells.len() <= columns[&name], "{}: more than {} columns", entry.place, columns[&name]);
            assert!(!entry.cells[0].is_empty(), "{}: nothing in the first column", entry.place);
        }
    }
}

#[test]
fn no_entry_stands_twice() {
    for (name, entries) in tables::all() {
        let all_columns = BY_ALL_COLUMNS.contains(&name.as_str());
        let mut seen = BTreeMap::new();
        for entry in entries {
            let key = if all_columns { entry.cells.join(" | ") } else { entry.cells[0].clone() };
            if let Some(first) = seen.insert(key, entry.place.clone()) {
                panic!("{}: {} stands at {first} already", entry.place, entry.cells[0]);
            }
        }
    }
}

#[test]
fn many_outlets_are_known() {
    let outlets = &tables::all()["outlets.txt"];
    assert!(outlets.len() >= FEWEST_OUTLETS, "only {}", outlets.len());
    for entry in outlets {
        assert!(Lexicon::built_in().outlet_named(&entry.cells[0]).is_some(), "{}: not known", entry.place);
    }
}

#[test]
fn a_mistake_is_told_with_its_place() {
    for (file, text, place) in [
        ("cue-verbs.txt", "# own\ngurgle | - | says | that\nburble | - | sayz | that\n", ":3:14: `sayz`"),
        ("cue-verbs.txt", "gurgle | gurgles gurgled | says | that\n", ":1:10: four forms"),
        ("cue-nouns.txt", "gurgle | - | says | that, thet\n", ":1:27: `thet`"),
        ("words.txt", "gurgle | nown\n", ":1:10: `nown`"),
        ("source-nouns.txt", "é | é | persn\n", ":1:9: `persn`"),
        ("titles.txt", "Gurgler | x\n", ":1:11: `x`"),
    ] {
        let folder = own(file, text);
        let (code, printed, told) = run(&["lexicon", "said"], Some(folder.path()));
        let path = folder.path().join(file);
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{told}");
        assert!(told.starts_with(&format!("whosaid: error: {}{place}", path.display())), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn a_file_or_folder_that_cannot_be_used_is_told() {
    let folder = own("cue-verb.txt", "gurgle\n");
    let (code, _, told) = run(&["lexicon", "said"], Some(folder.path()));
    assert_eq!(code, Some(2));
    assert!(told.contains("cue-verb.txt: no grammar file has this name"), "{told}");
    let (code, _, told) = run(&["lexicon", "said"], Some(&folder.path().join("gone")));
    assert_eq!(code, Some(2));
    assert!(told.contains("check the path given to --grammar"), "{told}");
}

#[test]
fn an_entry_of_ones_own_adds_and_replaces() {
    let folder = own("cue-verbs.txt", "gurgle | - | says | that, quote\nsay | says said said saying | denies | that\n");
    let (code, printed, _) = run(&["lexicon", "gurgled"], Some(folder.path()));
    assert_eq!(code, Some(0));
    assert!(printed.contains("cue: gurgle (verb), says; takes that, quote"), "{printed}");
    let (_, printed, _) = run(&["lexicon", "said"], Some(folder.path()));
    assert!(printed.contains("cue: say (verb), denies; takes that\n"), "{printed}");
}

#[test]
fn an_exclamation_mark_takes_an_entry_out() {
    let folder = own("cue-verbs.txt", "!say\n");
    let (code, printed, _) = run(&["lexicon", "said"], Some(folder.path()));
    assert_eq!(code, Some(0));
    assert!(!printed.contains("cue: say"), "{printed}");
    let (_, printed, _) = run(&["lexicon", "claimed"], Some(folder.path()));
    assert!(printed.contains("cue: claim (verb)"), "{printed}");

    let folder = own("outlets.txt", "!New York Times\n");
    assert!(Lexicon::load(Some(folder.path())).unwrap().outlet_named("New York Times").is_none());
}

#[test]
fn what_is_known_is_told() {
    let (code, printed, _) = run(&["lexicon", "said"], None);
    assert_eq!(code, Some(0));
    assert!(printed.contains("cue: say (verb), says; takes that, quote"), "{printed}");
    for name in ["New York Times", "new york times"] {
        let (code, printed, _) = run(&["lexicon", name], None);
        assert_eq!(code, Some(0));
        assert!(printed.contains("outlet: New York Times (newspaper, United States)"), "{name}: {printed}");
    }
}
