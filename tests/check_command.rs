//! `whosaid check` on the command line: exit codes, configuration, suppression, baseline.

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const BARE: &str = "The deal is off, a source said.\n\nIt rains.\n";
const CLEAN: &str = "\"It will rain,\" Mayor Ada Quill said on Monday.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn code(folder: &Path, args: &[&str]) -> Option<i32> {
    run(folder, args).status.code()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The rules that find something in a file, in order.
fn rules(folder: &Path, args: &[&str]) -> Vec<String> {
    findings(folder, args).iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

fn findings(folder: &Path, args: &[&str]) -> Vec<Value> {
    let output = run(folder, &[&["check", "--format", "json"], args].concat());
    assert_eq!(text(&output.stderr), "");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    report["documents"].as_array().unwrap().iter().flat_map(|one| one["findings"].as_array().unwrap().clone()).collect()
}

#[test]
fn exit_codes() {
    let folder = folder(&[("bare.txt", BARE), ("clean.txt", CLEAN)]);
    for (args, wanted) in [
        (&["check", "clean.txt"][..], 0),
        (&["check", "bare.txt"], 1),
        (&["check", "bare.txt", "--fail-on", "never"], 0),
        (&["check", "bare.txt", "--ignore", "anon-bare,anon-single-root"], 0),
        (&["check", "bare.txt", "--ignore", "anon-bare,anon-single-root", "--fail-on", "warning"], 1),
        (&["check", "bare.txt", "gone.txt"], 2),
        (&["check", "bare.txt", "--select", "anon-bar"], 2),
        (&["check", "bare.txt", "--bogus"], 2),
        (&["rules", "anon-bar"], 2),
        (&["rules"], 0),
    ] {
        assert_eq!(code(folder.path(), args), Some(wanted), "{args:?}");
    }
}

#[test]
fn clean_copy_is_quiet() {
    let folder = folder(&[("clean.txt", CLEAN), ("bare.txt", BARE)]);
    let output = run(folder.path(), &["check", "clean.txt"]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (String::new(), String::new()));
    let output = run(folder.path(), &["check", "--quiet", "bare.txt"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
}

#[test]
fn a_diagnostic_shows_the_line_and_how_to_mend_it() {
    let folder = folder(&[("bare.txt", BARE)]);
    let told = text(&run(folder.path(), &["check", "bare.txt", "--select", "anon-bare"]).stdout);
    for wanted in [
        "error[anon-bare]: ",
        "--> bare.txt:1:18",
        "The deal is off, a source said.",
        "who, and how do they know?",
        "= to mend it: ",
        "= standard: AP",
        "1 error in 1 story",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}

#[test]
fn an_unknown_rule_is_told_with_a_suggestion() {
    let folder = folder(&[("bare.txt", BARE)]);
    let told = text(&run(folder.path(), &["check", "bare.txt", "--select", "anon-bar"]).stderr);
    assert!(told.contains("no rule is called anon-bar; perhaps anon-bare is meant"), "{told}");
}

#[test]
fn a_configuration_is_found_upwards_and_overrides_hold_for_their_paths() {
    let config = "[rules]\nanon-bare = \"note\"\nanon-single-root = \"off\"\nanon-no-reason = \"off\"\nanon-in-lead = \"off\"\n\
                  [[overrides]]\npaths = [\"opinion/**\"]\nrules = { anon-bare = \"off\" }\n";
    let folder = folder(&[("whosaid.toml", config), ("news/far/a.txt", BARE), ("opinion/a.txt", BARE)]);
    let found = findings(folder.path(), &["news/far/a.txt"]);
    assert_eq!(
        found.iter().map(|f| (f["rule"].as_str().unwrap(), f["severity"].as_str().unwrap())).collect::<Vec<_>>(),
        [("anon-bare", "note")]
    );
    assert!(rules(folder.path(), &["opinion/a.txt"]).is_empty());
    assert_eq!(code(folder.path(), &["check", "news"]), Some(0));
    assert_eq!(code(&folder.path().join("opinion"), &["check", "a.txt"]), Some(0));
}

#[test]
fn fail_on_can_be_configured_and_the_command_line_counts_more() {
    let folder = folder(&[("whosaid.toml", "fail-on = \"never\"\n"), ("a.txt", BARE)]);
    assert_eq!(code(folder.path(), &["check", "a.txt"]), Some(0));
    assert_eq!(code(folder.path(), &["check", "a.txt", "--fail-on", "error"]), Some(1));
}

#[test]
fn a_mistake_in_the_configuration_stops_with_its_place() {
    let folder = folder(&[("whosaid.toml", "[rules]\nanon-bar = \"off\"\n"), ("a.txt", BARE)]);
    let output = run(folder.path(), &["check", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr),
        "whosaid: error: whosaid.toml:2:1: no rule is called `anon-bar`; perhaps `anon-bare` is meant\n"
    );
}

#[test]
fn own_outlets_are_no_pickup() {
    let copy =
        "The port will be sold in May, the Financial Times reported on Monday, citing company sources.\n\nIt rains.\n";
    let folder = folder(&[("own.toml", "[house]\noutlets = [\"Financial Times\"]\n"), ("a.txt", copy)]);
    assert!(rules(folder.path(), &["a.txt"]).contains(&"pickup-anon-source".to_owned()));
    assert!(!rules(folder.path(), &["a.txt", "--config", "own.toml"]).contains(&"pickup-anon-source".to_owned()));
}

#[test]
fn config_show_tells_where_values_come_from() {
    let folder = folder(&[("whosaid.toml", "profile = \"ap\"\n[rules]\nanon-bare = \"note\"\n"), ("a.txt", BARE)]);
    let shown = text(&run(folder.path(), &["config", "show", "a.txt"]).stdout);
    for (line, from) in [
        ("anon-bare.severity = \"note\"", "whosaid.toml:3"),
        ("anon-opinion.severity = \"error\"", "profile ap"),
        ("hop-lost.severity = \"error\"", "profile ap"),
        ("bad-quote-marks.severity = \"error\"", "default"),
    ] {
        let found = shown.lines().find(|shown| shown.starts_with(line)).unwrap_or_else(|| panic!("{line}: {shown}"));
        assert!(found.ends_with(&format!("# {from}")), "{found}");
    }
}

#[test]
fn config_init_writes_a_file_that_is_in_force_and_never_over_another() {
    let folder = folder(&[("a.txt", BARE)]);
    assert_eq!(code(folder.path(), &["config", "init", "--profile", "afp"]), Some(0));
    assert!(text(&run(folder.path(), &["config", "show"]).stdout).contains("lead-no-source.severity = \"error\""));
    assert_eq!(code(folder.path(), &["config", "init"]), Some(2));
}

#[test]
fn a_comment_with_a_reason_suppresses_in_its_paragraph_only() {
    let copy = |comment: &str| {
        format!(
            "---\ntitle: Deal off\n---\n\n{comment}\n\nThe deal is off, a source said.\n\nThe port is shut, another source said.\n"
        )
    };
    let reason = "<!-- whosaid: ignore anon-bare, anon-single-root because the desk knows the source -->";
    let whole = "<!-- whosaid: ignore-file anon-bare, anon-single-root because the desk knows both -->";
    let folder = folder(&[
        ("plain.md", &copy("")),
        ("one.md", &copy(reason)),
        ("all.md", &copy(whole)),
        ("bad.md", &copy("<!-- whosaid: ignore anon-bare -->")),
    ]);
    let select = ["--select", "anon-bare,unused-suppression"];
    let of = |file: &str| rules(folder.path(), &[&[file], &select[..]].concat());
    assert_eq!(of("plain.md"), ["anon-bare", "anon-bare"]);
    assert_eq!(of("one.md"), ["anon-bare"]);
    assert!(of("all.md").is_empty());
    assert_eq!(of("bad.md"), ["unused-suppression", "anon-bare", "anon-bare"]);
}

#[test]
fn comments_suppress_in_web_pages_and_in_xml() {
    let reason = "<!-- whosaid: ignore anon-bare because the desk knows the source -->";
    let body = |comment: &str| {
        format!(
            "<p>The bridge in Larkhaven was shut on Monday, Mayor Ada Quill said.</p>{comment}<p>The deal is off, a source said.</p>"
        )
    };
    let page =
        |comment: &str| format!("<html><body><article><h1>Deal off</h1>{}</article></body></html>", body(comment));
    let nitf = |comment: &str| {
        let head = "<hedline><hl1>Deal off</hl1></hedline>";
        format!("<nitf><body><body.head>{head}</body.head><body.content>{}</body.content></body></nitf>", body(comment))
    };
    let folder = folder(&[
        ("plain.html", &page("")),
        ("let.html", &page(reason)),
        ("plain.xml", &nitf("")),
        ("let.xml", &nitf(reason)),
    ]);
    let of = |file: &str| rules(folder.path(), &[file, "--select", "anon-bare,unused-suppression"]);
    assert_eq!([of("plain.html"), of("plain.xml")], [["anon-bare"], ["anon-bare"]]);
    assert_eq!([of("let.html"), of("let.xml")], [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn a_sidecar_suppresses_by_fingerprint_and_survives_edits_elsewhere() {
    let folder = folder(&[("a.txt", BARE)]);
    let print =
        findings(folder.path(), &["a.txt", "--select", "anon-bare"])[0]["fingerprint"].as_str().unwrap().to_owned();
    let sidecar = format!(
        "[[ignore]]\nrule = \"anon-bare\"\nfingerprint = \"{print}\"\nreason = \"the desk knows the source\"\n"
    );
    fs::write(folder.path().join("a.txt.whosaid.toml"), sidecar).unwrap();
    let select = ["a.txt", "--select", "anon-bare,unused-suppression"];
    assert!(rules(folder.path(), &select).is_empty());
    fs::write(folder.path().join("a.txt"), format!("It snowed all day in Larkhaven.\n\n{BARE}The ferry waits.\n"))
        .unwrap();
    assert!(rules(folder.path(), &select).is_empty());
    fs::write(folder.path().join("a.txt"), CLEAN).unwrap();
    assert_eq!(rules(folder.path(), &select), ["unused-suppression"]);
}

#[test]
fn what_is_suppressed_is_in_no_output() {
    let folder = folder(&[(
        "a.md",
        "---\ntitle: Deal off\n---\n\n<!-- whosaid: ignore-file anon-bare because the desk knows the source -->\n\nThe deal is off, a source said.\n",
    )]);
    for format in ["text", "json", "jsonl", "github", "sarif", "junit", "gitlab", "rdjson", "markdown"] {
        let output = run(folder.path(), &["check", "a.md", "--select", "anon-bare", "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(!text(&output.stdout).contains("nothing describes"), "{format}");
    }
}

#[test]
fn with_a_baseline_only_what_is_new_fails() {
    let folder = folder(&[("a.txt", BARE)]);
    let before = run(folder.path(), &["check", "--format", "json", "a.txt"]).stdout;
    fs::write(folder.path().join("before.json"), before).unwrap();
    assert_eq!(code(folder.path(), &["check", "a.txt", "--baseline", "before.json"]), Some(0));
    fs::write(folder.path().join("a.txt"), format!("{BARE}\nThe yard is shut, insiders said.\n")).unwrap();
    let new = rules(folder.path(), &["a.txt", "--baseline", "before.json", "--select", "anon-bare"]);
    assert_eq!(new, ["anon-bare"]);
    assert_eq!(code(folder.path(), &["check", "a.txt", "--baseline", "gone.json"]), Some(2));
}

#[test]
fn a_baseline_holds_however_the_path_is_written() {
    let folder = folder(&[("stories/a.txt", BARE)]);
    let before = run(folder.path(), &["check", "--format", "jsonl", "stories"]).stdout;
    fs::write(folder.path().join("before.json"), before).unwrap();
    let full = folder.path().canonicalize().unwrap().join("stories/a.txt");
    for path in ["stories", "./stories", "./stories/a.txt", full.to_str().unwrap()] {
        assert_eq!(code(folder.path(), &["check", path, "--baseline", "before.json"]), Some(0), "{path}");
    }
}

#[test]
fn standard_input_can_be_given_a_path() {
    let folder = folder(&[("opinion/whosaid.toml", "[rules]\nanon-bare = \"off\"\nanon-single-root = \"off\"\n")]);
    let mut child = command(folder.path(), &["check", "--stdin-filename", "opinion/a.txt", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BARE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("\"path\":\"opinion/a.txt\""));
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let folder = folder(&[("a.txt", BARE)]);
    let many = vec!["a.txt"; 2000];
    for format in ["text", "json", "sarif"] {
        let mut command =
            command(folder.path(), &[&["check", "--format", format, "--fail-on", "never"], &many[..]].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdout.take().unwrap().read_exact(&mut [0; 1]).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{format}");
    }
}

/// The script of the GitHub action, as its runner calls it.
#[cfg(unix)]
#[test]
fn the_action_tells_findings_writes_sarif_and_fails() {
    let folder = folder(&[("stories/a.txt", BARE), ("clean/b.txt", CLEAN)]);
    fs::create_dir_all(folder.path().join("runner/whosaid/bin")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_whosaid"), folder.path().join("runner/whosaid/bin/whosaid"))
        .unwrap();
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::new("bash");
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/ci/github.sh")).current_dir(folder.path());
        let output = command.env("RUNNER_TEMP", "runner").envs(variables.iter().copied()).output().unwrap();
        (output.status.code(), text(&output.stdout))
    };
    let (code, told) = run(&[("PATHS", "stories\nclean"), ("SARIF", "out.sarif")]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.starts_with("::error file=stories/a.txt,line=1,"), "{told}");
    let sarif: Value = serde_json::from_slice(&fs::read(folder.path().join("out.sarif")).unwrap()).unwrap();
    assert!(!sarif["runs"][0]["results"].as_array().unwrap().is_empty());
    assert_eq!(run(&[("PATHS", "stories"), ("FAIL_ON", "never")]).0, Some(0));
    assert_eq!(run(&[("PATHS", "clean")]), (Some(0), String::new()));
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let files: Vec<(String, &str)> =
        (0..150).map(|number| (format!("{number:03}.txt"), if number % 3 == 0 { BARE } else { CLEAN })).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = folder(&files);
    let with = |threads: &str| run(folder.path(), &["check", "--format", "jsonl", "--threads", threads, "."]).stdout;
    assert_eq!(with("1"), with("4"));
}
