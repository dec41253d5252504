//! What the README shows is what the program prints. `UPDATE=1 cargo test --test readme` writes it anew.
//!
//! A piece of output stands between `<!-- output: COMMAND -->` and `<!-- /output -->`, fenced; the command is run here as it stands.

use std::path::Path;
use std::process::{Command, Stdio};

const OPEN: &str = "<!-- output: ";
const CLOSE: &str = "<!-- /output -->";

#[test]
fn the_output_shown_is_the_output_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let shown = std::fs::read_to_string(&path).unwrap();
    let printed = with_fresh_output(&shown);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, printed).unwrap();
    } else {
        assert!(
            shown == printed,
            "README.md is not what the program prints; write it anew with UPDATE=1:\n\n{printed}"
        );
    }
}

/// The text with every piece of output replaced by what its command prints.
fn with_fresh_output(text: &str) -> String {
    let mut parts = text.split(OPEN);
    let mut fresh = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (command, rest) = part.split_once(" -->").expect("a comment that opens output is closed");
        let (_, after) = rest.split_once(CLOSE).expect("output ends with a comment");
        fresh += &format!("{OPEN}{command} -->\n```text\n{}```\n{CLOSE}{after}", output(command));
    }
    fresh
}

/// What `whosaid ARGUMENTS` prints, run in the package's folder.
fn output(command: &str) -> String {
    let arguments = command.strip_prefix("whosaid ").expect("only whosaid is run");
    let mut whosaid = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    whosaid.args(arguments.split(' ')).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    let done = whosaid.output().unwrap();
    assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}
