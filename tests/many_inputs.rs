//! Many files, and JSON Lines without end: the same output at any number of threads, in order, as it goes, in little memory.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn line(number: usize) -> String {
    let text = format!(
        "The mayor of ward {number} said on Monday that bridge {number} would close. \\\"We wait,\\\" he said."
    );
    format!("{{\"id\": {number}, \"text\": \"{text}\"}}\n")
}

/// Stories of very different length, a bad file among them, and lines of JSON.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..60 {
        let story = format!("The mayor said bridge {number} would close.\n\n").repeat(1 + (number * 37) % 50);
        fs::write(folder.path().join(format!("{number:02}.txt")), story).unwrap();
    }
    fs::write(folder.path().join("30.xml"), "<nitf><p>").unwrap();
    fs::write(folder.path().join("31.jsonl"), (0..300).map(line).collect::<String>() + "nonsense\n" + &line(300))
        .unwrap();
    folder
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = folder();
    for format in ["jsonl", "table"] {
        let run = |threads| run(folder.path(), &[".", "-f", format, "--threads", threads]);
        let one = run("1");
        assert_eq!(one.status.code(), Some(2));
        assert_eq!(String::from_utf8(one.stderr.clone()).unwrap().lines().count(), 2);
        for threads in ["2", "3", "16"] {
            let many = run(threads);
            assert_eq!(one.status, many.status);
            assert!(one.stdout == many.stdout, "{format} with {threads} threads");
            assert_eq!(one.stderr, many.stderr);
        }
    }
}

#[test]
fn documents_come_in_the_order_of_their_files() {
    let folder = folder();
    let output = run(folder.path(), &["05.txt", "01.txt", "31.jsonl", "*2.txt", "-f", "jsonl"]);
    let lines = String::from_utf8(output.stdout).unwrap();
    let key = |line: &str| {
        let document: serde_json::Value = serde_json::from_str(line).unwrap();
        format!("{}{}", document["path"].as_str().unwrap(), document["meta"]["id"].as_str().unwrap_or_default())
    };
    let keys: Vec<String> = lines.lines().map(key).collect();
    let wanted: Vec<String> =
        ["05.txt", "01.txt"].map(str::to_owned).into_iter().chain((0..=300).map(|n| format!("31.jsonl{n}"))).collect();
    assert_eq!(keys[..303], wanted);
    assert_eq!(keys[303..], ["02.txt", "12.txt", "22.txt", "32.txt", "42.txt", "52.txt"]);
}

fn stream(threads: &str) -> Child {
    let args = ["--from", "jsonl", "-f", "jsonl", "--threads", threads];
    command(Path::new("."), &args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    for threads in ["1", "2"] {
        let mut child = stream(threads);
        let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        for number in 0..5 {
            to.write_all(line(number).as_bytes()).unwrap();
            let mut answer = String::new();
            from.read_line(&mut answer).unwrap();
            assert!(answer.contains(&format!("\"id\":\"{number}\"")), "{answer}");
        }
        drop(to);
        assert!(child.wait().unwrap().success());
    }
}

/// The most memory that a process has used so far, in megabytes.
#[cfg(target_os = "linux")]
fn peak_memory(child: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<usize>().unwrap() / 1000
}

#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_lines() {
    let lines = if cfg!(debug_assertions) { 2_000 } else { 60_000 };
    let mut child = stream("2");
    let (mut to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let reader = std::thread::spawn(move || from.lines().map_while(Result::ok).count());
    let mut peaks = Vec::new();
    for part in 0..4 {
        for number in 0..lines / 4 {
            to.write_all(line(part * lines + number).as_bytes()).unwrap();
        }
        peaks.push(peak_memory(&child));
    }
    drop(to);
    assert_eq!(reader.join().unwrap(), lines);
    assert!(child.wait().unwrap().success());
    assert!(peaks[3] < 64, "{peaks:?} MB");
}
