//! The program as a user runs it: exit codes, streams and files.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A folder with two stories in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), "\"It will rain,\" Ada Quill said.\n").unwrap();
    fs::write(folder.path().join("b.txt"), "The bridge is closed, the mayor said.\n").unwrap();
    folder
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).env_remove("NO_COLOR");
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_bad_file_is_one_line_and_the_others_are_done() {
    let folder = folder();
    let output = run(folder.path(), &["no-such.txt", "a.txt", "-f", "jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout).lines().count(), 1);
    let told = text(&output.stderr);
    assert!(told.starts_with("whosaid: error: no-such.txt: "), "{told}");
    assert_eq!(told.lines().count(), 1);
}

#[test]
fn json_has_the_documents_in_input_order() {
    let folder = folder();
    let output = run(folder.path(), &["b.txt", "a.txt", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let paths: Vec<_> = json["documents"].as_array().unwrap().iter().map(|d| d["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["b.txt", "a.txt"]);
}

#[test]
fn standard_input_is_read_without_a_file() {
    let folder = folder();
    let mut child =
        command(folder.path(), &["-f", "jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"It rains, he said.").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("\"path\":null"));
}

#[test]
fn wrong_usage_is_two() {
    let folder = folder();
    for args in [
        &["--bogus"][..],
        &["--date", "yesterday", "a.txt"],
        &["--width", "3", "a.txt"],
        &["--all", "explain", "a.txt"],
    ] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn an_unknown_claim_is_an_error() {
    let folder = folder();
    let output = run(folder.path(), &["explain", "a.txt", "c99"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("no claim c99 in a.txt"));
}

#[test]
fn a_file_named_like_a_subcommand_is_read() {
    let folder = folder();
    fs::copy(folder.path().join("a.txt"), folder.path().join("explain")).unwrap();
    let output = run(folder.path(), &["./explain"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).starts_with("./explain · "));
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let folder = folder();
    let report = folder.path().join("report.csv");
    fs::write(&report, "old").unwrap();
    let output = run(folder.path(), &["a.txt", "--grammar", "no-such-folder", "-o", "report.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&report).unwrap(), "old");
    let output = run(folder.path(), &["a.txt", "-f", "csv", "-o", "report.csv"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(fs::read_to_string(&report).unwrap().starts_with("path,id,claim,"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_broken_pipe_is_no_error() {
    let folder = folder();
    let many = vec!["a.txt"; 2000];
    for format in ["json", "csv", "markdown", "table", "dot", "mermaid"] {
        let mut command = command(folder.path(), &many);
        let mut child = command.args(["-f", format]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdout.take().unwrap().read_exact(&mut [0; 1]).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(text(&output.stderr), "", "{format}");
    }
}

#[test]
fn no_colour_unless_on_a_terminal_or_asked_for() {
    let folder = folder();
    assert!(!run(folder.path(), &["a.txt"]).stdout.contains(&0x1b));
    let output = command(folder.path(), &["a.txt", "--color", "auto"]).env("NO_COLOR", "1").output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn schema_man_and_completions_print() {
    let folder = folder();
    let schema = run(folder.path(), &["schema"]);
    assert_eq!(text(&schema.stdout), include_str!("../schema/whosaid-1.json"));
    for args in [&["man"][..], &["completions", "bash"], &["--help"], &["--version"]] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(!output.stdout.is_empty(), "{args:?}");
    }
}
