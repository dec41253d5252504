//! Inputs that no desk would send: each gives a result, in time, and the program stays up. Those that give an error are in
//! `bad_inputs.rs`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;

/// Bytes of a long line; an unoptimised program gets less of it.
const LONG: usize = if cfg!(debug_assertions) { 120_000 } else { 1_000_000 };

/// Bytes of a long line with an attribution in every few words, each of which makes a kilobyte of JSON.
const DENSE: usize = LONG / 8;

/// Bytes of the longest input.
const LONGEST: usize = 20 * LONG;

/// How long a run may take: many times what it needs on a slow and busy machine. That work grows no faster than the text is asked
/// elsewhere; this is for what never ends.
const PATIENCE: Duration = Duration::from_secs(100);

/// How many quotation marks or brackets.
const MANY: usize = LONG / 30;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Runs the program on one file; it has to be done in time.
fn run(folder: &Path, format: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(["story", "-f", format]).current_dir(folder).stdin(Stdio::null());
    let file = |name: &str| fs::File::create(folder.join(name)).unwrap();
    let mut child = command.stdout(file("out")).stderr(file("err")).spawn().unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("not done after {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    Output { status, stdout: read("out"), stderr: read("err") }
}

/// Runs one file; the run gives a whole result and tells nothing on the side.
fn gives_a_result_as(format: &str, bytes: impl AsRef<[u8]>) {
    let folder = folder();
    fs::write(folder.path().join("story"), bytes).unwrap();
    let output = run(folder.path(), format);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), &*told), (Some(0), ""), "{format}");
    assert!(output.stdout.ends_with(b"\n"), "{format}");
    assert!(String::from_utf8(output.stdout).is_ok(), "{format}");
}

/// The same in the formats that differ most.
fn gives_a_result(bytes: impl AsRef<[u8]>) {
    gives_a_result_as("table", &bytes);
    gives_a_result_as("jsonl", &bytes);
}

/// A line of at least `LONG` bytes.
fn long(piece: &str) -> String {
    piece.repeat(LONG / piece.len() + 1)
}

/// A line of at least `DENSE` bytes.
fn dense(piece: &str) -> String {
    piece.repeat(DENSE / piece.len() + 1)
}

#[test]
fn empty_and_blank_files_are_fine() {
    for bytes in [&b""[..], b"\n", b" \t\r\n\r\n", b"\xef\xbb\xbf", b"\"", b"."] {
        gives_a_result(bytes);
    }
}

#[test]
fn the_longest_input() {
    let rain = "Rain fell on the old bridge over the river, and in the streets behind it nobody was seen. ".repeat(10);
    let paragraph = format!("{rain}The mayor said it would close.\n\n");
    gives_a_result_as("csv", paragraph.repeat(LONGEST / paragraph.len()));
}

#[test]
fn a_long_line_of_words() {
    gives_a_result(long("the bridge over the river was closed in the morning and "));
}

#[test]
fn a_long_line_of_sentences() {
    gives_a_result(dense("The mayor said the bridge would close. "));
}

#[test]
fn a_long_line_without_spaces() {
    gives_a_result(long("x"));
}

#[test]
fn a_long_line_of_quotations() {
    gives_a_result(dense("\"We know,\" he said, \"nothing.\" "));
    gives_a_result(dense("“We know,” he said, “nothing.”\n\n"));
}

#[test]
fn a_long_line_of_said() {
    gives_a_result(long("said "));
}

#[test]
fn a_long_line_of_speech_in_speech() {
    gives_a_result(dense("the mayor said that "));
}

#[test]
fn a_long_line_of_speakers() {
    gives_a_result(dense("Ada: It rained. Bob: It did not. "));
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

#[test]
fn pages_without_end() {
    let paragraphs = "<p>Rain fell on the old town.</p>".repeat(LONG / 40);
    gives_a_result(format!("<article><h1>Bridge closed</h1>{paragraphs}</article>"));
    // one tag with thousands of attributes
    gives_a_result(format!("<article><p {}>Rain fell.</p></article>", "a=\"b\" ".repeat(LONG / 10)));
    let attributes: String = (0..LONG / 20).map(|n| format!("a{n}='b' ")).collect();
    gives_a_result(format!("<article><p {attributes}>Rain fell.</p></article>"));
    let headline = "{\"@type\": \"NewsArticle\", \"headline\": \"Rain on bridge\"},".repeat(MANY / 4);
    let headings = "<h2>Rain on Bridgé</h2>".repeat(MANY / 4);
    let linked = format!("<script type=\"application/ld+json\">{{\"@graph\": [{headline}{{}}]}}</script>");
    gives_a_result(format!("<html>{linked}{headings}<p>Rain fell.</p></html>"));
}

/// Where the tokeniser of pages pauses, a character reference may stand open.
#[test]
fn a_reference_cut_by_a_pause() {
    for marks in [249, 250, 499, 500, 501] {
        gives_a_result(format!(
            "<article><p>Rain fell.</p><p {}<a b=&amp\"x>Snow fell.</p></article>",
            "<a href=\"b=2\">x ".repeat(marks)
        ));
        gives_a_result(format!(
            "<article><p>Rain fell.</p><p {}<a b=&amp\"x>Snow fell.</p></article>",
            "<a href=\"b=2>x ".repeat(marks)
        ));
    }
}

#[test]
fn items_without_end() {
    let item =
        |n| format!("<newsItem guid='{n}'><contentSet><inlineData>Rain fell.</inlineData></contentSet></newsItem>");
    let items: String = (0..MANY / 3).map(item).collect();
    let namespace = "http://iptc.org/std/nar/2006-10-01/";
    gives_a_result(format!("<newsMessage xmlns='{namespace}'><itemSet>{items}</itemSet></newsMessage>"));
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
