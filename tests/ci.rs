//! What is handed out for others' CI: the GitLab template and the pre-commit hook.

use serde_json::Value;
use std::fs;
use std::path::Path;

const TEMPLATE: &str = include_str!("../ci/gitlab.yml");

/// The version that follows `before` in a file.
fn version_behind<'t>(before: &str, text: &'t str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    rest.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap()
}

#[test]
fn the_image_has_the_compiler_that_is_wanted() {
    let wanted = version_behind("rust-version = \"", include_str!("../Cargo.toml"));
    assert_eq!(version_behind("image: rust:", TEMPLATE), wanted);
    assert_eq!(version_behind("They want Rust's `cargo` (", include_str!("../README.md")), wanted);
}

/// GitLab lets a job's variables outdo those of the file that includes it.
#[test]
fn the_template_s_variables_can_be_set_by_who_includes_it() {
    let job = TEMPLATE.split_once("\nwhosaid:\n").unwrap().1;
    assert!(!job.contains("variables:"), "{job}");
}

/// Folder of copy, and the template's script in it, as a runner calls it.
#[cfg(unix)]
fn run(folder: &Path, paths: &str, fail_on: &str) -> Option<i32> {
    let script = TEMPLATE.split_once("  script:\n").unwrap().1.split_once("  artifacts:").unwrap().0;
    let lines = script.lines().filter_map(|line| line.trim_start().strip_prefix("- "));
    let script: String = lines.map(|line| format!("{line}\n")).collect();
    let programs = Path::new(env!("CARGO_BIN_EXE_whosaid")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let mut command = std::process::Command::new("bash");
    command.args(["-e", "-c", &script]).current_dir(folder).env("PATH", path);
    command.env("WHOSAID_PATHS", paths).env("WHOSAID_FAIL_ON", fail_on).output().unwrap().status.code()
}

#[cfg(unix)]
#[test]
fn the_gitlab_job_writes_its_reports_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    for (name, copy) in [
        ("stories/bad.txt", "The deal is off, a source said.\n\nIt rains.\n"),
        ("more/clean.txt", "\"It will rain,\" Mayor Ada Quill said on Monday.\n"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, copy).unwrap();
    }
    let of = |paths, fail_on| run(folder.path(), paths, fail_on);
    assert_eq!(
        [of("more", "error"), of("more stories", "error"), of("more stories", "never")],
        [Some(0), Some(1), Some(0)]
    );
    // the reports of the run before are no copy
    assert_eq!(of(".", "error"), Some(1));
    for report in ["code-quality.json", "junit.xml"] {
        assert!(TEMPLATE.contains(&format!(
            "    {}: .whosaid/{report}",
            if report == "junit.xml" { "junit" } else { "codequality" }
        )));
    }
    let quality = fs::read(folder.path().join(".whosaid/code-quality.json")).unwrap();
    let quality: Value = serde_json::from_slice(&quality).unwrap();
    assert!(quality.as_array().unwrap().iter().any(|one| one["location"]["path"] == "stories/bad.txt"));
    assert!(fs::read_to_string(folder.path().join(".whosaid/junit.xml")).unwrap().contains("anon-bare"));
}
