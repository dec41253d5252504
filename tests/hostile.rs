//! Inputs that no desk would send: each gives a result or one clear error, and the program stays up.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;

/// Bytes of the longest line; an unoptimised program gets less of it.
const LONG: usize = if cfg!(debug_assertions) { 120_000 } else { 20_000_000 };

/// How many quotation marks or brackets; unoptimised, fewer.
const MANY: usize = if cfg!(debug_assertions) { 5_000 } else { 100_000 };

const STORY: &str = "\"It will rain,\" Ada Quill said.\n";

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn run<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// Runs one file in the formats that differ most; each run gives a whole result and tells nothing on the side.
fn gives_a_result(bytes: impl AsRef<[u8]>) {
    let folder = folder();
    fs::write(folder.path().join("story.txt"), bytes).unwrap();
    for format in ["table", "jsonl"] {
        let output = run(folder.path(), &["story.txt", "-f", format]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*told), (Some(0), ""), "{format}");
        assert!(output.stdout.ends_with(b"\n"), "{format}");
        assert!(String::from_utf8(output.stdout).is_ok(), "{format}");
    }
}

/// Runs a bad input between two good ones: they are done, and the bad one is one line that has `told` in it.
fn gives_one_error(name: &str, told: &str, make: impl FnOnce(&Path)) {
    let folder = folder();
    for good in ["a.txt", "z.txt"] {
        fs::write(folder.path().join(good), STORY).unwrap();
    }
    make(&folder.path().join(name));
    let output = run(folder.path(), &["a.txt", name, "z.txt", "-f", "jsonl"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 2, "the good ones are done");
    assert!(error.starts_with(&format!("whosaid: error: {name}: ")) && error.contains(told), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
}

/// A line of at least `LONG` bytes.
fn long(piece: &str) -> String {
    piece.repeat(LONG / piece.len() + 1)
}

#[test]
fn empty_and_blank_files_are_fine() {
    for bytes in [&b""[..], b"\n", b" \t\r\n\r\n", b"\xef\xbb\xbf", b"\"", b"."] {
        gives_a_result(bytes);
    }
}

#[test]
fn a_missing_file_is_one_error() {
    gives_one_error("gone.txt", "no such file", |_| {});
}

#[test]
fn a_folder_without_copy_is_one_error() {
    gives_one_error("empty", "no .txt or .md files", |path| fs::create_dir(path).unwrap());
}

#[test]
fn a_folder_stands_for_its_copy() {
    let folder = folder();
    fs::create_dir(folder.path().join("desk")).unwrap();
    fs::write(folder.path().join("desk/b.txt"), STORY).unwrap();
    fs::write(folder.path().join("desk/a.txt"), STORY).unwrap();
    let output = run(folder.path(), &["desk", "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
}

#[test]
fn a_binary_file_is_one_error() {
    let image = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 1, 2, 255, 254, 0, 0, 7].repeat(500)].concat();
    gives_one_error("picture.txt", "binary", |path| fs::write(path, image).unwrap());
}

#[test]
fn bytes_that_are_not_utf_8_are_one_error() {
    gives_one_error("latin.txt", "not UTF-8 at byte 3", |path| fs::write(path, b"caf\xe9 said so\n").unwrap());
}

#[test]
fn utf_16_is_one_error() {
    let text: Vec<u8> = STORY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    gives_one_error("wide.txt", "UTF-16", |path| fs::write(path, [&b"\xff\xfe"[..], &text].concat()).unwrap());
}

#[test]
fn a_long_line_of_words() {
    gives_a_result(long("the bridge over the river was closed in the morning and "));
}

#[test]
fn a_long_line_of_sentences() {
    gives_a_result(long("The mayor said the bridge would close. "));
}

#[test]
fn a_long_line_without_spaces() {
    gives_a_result(long("x"));
}

#[test]
fn a_long_line_of_quotations() {
    gives_a_result(long("\"We know,\" he said, \"nothing.\" "));
}

#[test]
fn a_long_line_of_said() {
    gives_a_result(long("said "));
}

#[test]
fn a_long_line_of_speech_in_speech() {
    gives_a_result(long("the mayor said that "));
}

#[test]
fn a_long_line_of_speakers() {
    gives_a_result(long("Ada: It rained. Bob: It did not. "));
}

#[test]
fn many_lines() {
    gives_a_result(long("he said\n\n"));
}

#[test]
fn quotation_marks_alone() {
    for mark in ["\"", "“", "”", "'", "«", "\" ", "“ ", "'\"", "“‘", "\"\n\n"] {
        gives_a_result(mark.repeat(MANY));
    }
}

#[test]
fn brackets_in_brackets() {
    for (open, close) in [("(", ")"), ("[", "]"), ("(a ", " b)"), ("“", "”")] {
        gives_a_result(open.repeat(MANY) + "he said" + &close.repeat(MANY));
    }
}

#[test]
fn an_endless_token() {
    for piece in ["a", "A.", "1,", "-", "漢", "\u{301}", "a'", "http://a/", "…"] {
        gives_a_result(format!("He said {} was here.", piece.repeat(MANY * 10 / piece.len())));
    }
}

#[test]
fn names_and_commas_without_end() {
    for piece in
        ["Ada Quill, ", "Ada ", "of the ", "and ", "according to ", "citing ", "that ", ", who said ", "as saying "]
    {
        gives_a_result(piece.repeat(MANY));
    }
}

/// Copy with as many attributions as `paragraphs`, no two paragraphs the same.
fn attributions(paragraphs: usize) -> usize {
    let paragraph = |n| format!("The mayor of ward {n} said bridge {n} would close by May {n}.\n\n");
    let text: String = (0..paragraphs).map(paragraph).collect();
    let raw = Raw::new(None, Format::Text, text);
    analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.attributions.len()
}

#[test]
fn twice_the_text_gives_twice_the_attributions() {
    let (once, twice) = (attributions(300), attributions(600));
    assert!(once >= 290 && once.abs_diff(twice - once) <= 2, "{once}, then {twice}");
}
