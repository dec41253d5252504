//! What `whosaid check` writes for other programs: each format against its published schema, or a reader of it.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A story with findings of every severity, a clean one, and one whose words and path are hard on formats.
const STORIES: [(&str, &str); 3] = [
    (
        "pickup.md",
        "---\ntitle: Halden to leave\n---\n\nChip maker Halden plans to move its seat to Ireland, the Financial Times reported on Monday, citing company sources.\n\n\
         The deal is off, a source said.\n\n\"We wait for the ferry, Mayor Ada Quill said.\n\nMayor Ada Quill claimed that all was well in the town.\n",
    ),
    ("clean.txt", "\"It will rain,\" Mayor Ada Quill said on Monday.\n\nIt rained.\n"),
    (
        "odd, 100% naïve: <b>.txt",
        "Déjà vu: the deal | \"is off\" | for <b>50%</b> of them, a source said.\n\nThe deal is off, sources said.\n",
    ),
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, copy) in STORIES {
        fs::write(folder.path().join(name), copy).unwrap();
    }
    folder
}

fn check(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    let output = command.arg("check").args(args).arg(".").current_dir(folder).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The findings as the contract has them: what every other format must have too.
fn findings(folder: &Path) -> Vec<Value> {
    let report = json(&check(folder, &["--format", "json"]));
    let documents = report["documents"].as_array().unwrap();
    documents.iter().flat_map(|document| document["findings"].as_array().unwrap().clone()).collect()
}

/// The findings' rules, sorted.
fn sorted<'v>(rules: impl Iterator<Item = &'v Value>) -> Vec<String> {
    let mut rules: Vec<String> = rules.map(|rule| rule.as_str().unwrap().to_owned()).collect();
    rules.sort();
    rules
}

fn is_valid(schema: &str, output: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(schema);
    // A pattern of SARIF's schema has a bracket too many, which makes it no regular expression.
    let text = fs::read_to_string(path).unwrap().replace("{2}]?$", "{2}$");
    let validator = jsonschema::validator_for(&json(&text)).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(output).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{schema}: {}", errors.join("\n"));
}

#[test]
fn the_contract_has_findings_and_its_claims_point_to_them() {
    let folder = folder();
    let report = json(&check(folder.path(), &["--format", "json"]));
    is_valid("../../schema/whosaid-1.json", &report);
    for document in report["documents"].as_array().unwrap() {
        let claims = document["claims"].as_array().unwrap();
        for finding in document["findings"].as_array().unwrap() {
            for id in finding["claims"].as_array().unwrap() {
                let claim = claims.iter().find(|claim| claim["id"] == *id).unwrap();
                assert!(claim["findings"].as_array().unwrap().contains(&finding["id"]));
            }
        }
    }
    let severities: BTreeSet<String> =
        findings(folder.path()).iter().map(|f| f["severity"].as_str().unwrap().to_owned()).collect();
    assert_eq!(severities.len(), 3, "the stories have findings of every severity: {severities:?}");
}

#[test]
fn sarif_is_valid_and_has_chains_as_code_flows() {
    let folder = folder();
    let log = json(&check(folder.path(), &["--format", "sarif"]));
    is_valid("sarif-2.1.0.json", &log);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(
        sorted(results.iter().map(|result| &result["ruleId"])),
        sorted(findings(folder.path()).iter().map(|f| &f["rule"]))
    );
    let pickup = results.iter().find(|result| result["ruleId"] == "pickup-anon-source").unwrap();
    let flow = pickup["codeFlows"][0]["threadFlows"][0]["locations"].as_array().unwrap();
    let steps: Vec<&str> = flow.iter().map(|step| step["location"]["message"]["text"].as_str().unwrap()).collect();
    assert_eq!(steps, ["this copy (publication)", "Financial Times (outlet)", "company sources (anonymous)"]);
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let uris: BTreeSet<&str> = results
        .iter()
        .map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap())
        .collect();
    assert!(uris.contains("odd%2C%20100%25%20na%C3%AFve%3A%20%3Cb%3E.txt"), "{uris:?}");
}

#[test]
fn gitlab_is_valid_and_its_fingerprints_are_unique() {
    let folder = folder();
    let issues = json(&check(folder.path(), &["--format", "gitlab"]));
    is_valid("gitlab-code-quality.json", &issues);
    let issues = issues.as_array().unwrap();
    let prints: BTreeSet<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), issues.len());
    assert_eq!(
        sorted(issues.iter().map(|issue| &issue["check_name"])),
        sorted(findings(folder.path()).iter().map(|f| &f["rule"]))
    );
}

#[test]
fn gitlab_is_told_of_the_same_words_in_two_stories_of_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let story = "{\"text\": \"The deal is off, a source said.\\n\\nIt rains.\\n\"}\n";
    fs::write(folder.path().join("stories.jsonl"), story.repeat(3)).unwrap();
    let issues = json(&check(folder.path(), &["--format", "gitlab", "--select", "anon-bare"]));
    let prints: BTreeSet<&str> =
        issues.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), 3, "{issues}");
}

#[test]
fn rdjson_is_valid() {
    let folder = folder();
    let result = json(&check(folder.path(), &["--format", "rdjson"]));
    is_valid("rdjson.json", &result);
    let rules = result["diagnostics"].as_array().unwrap().iter().map(|one| &one["code"]["value"]);
    assert_eq!(sorted(rules), sorted(findings(folder.path()).iter().map(|f| &f["rule"])));
}

#[test]
fn junit_is_read_back() {
    let folder = folder();
    let text = check(folder.path(), &["--format", "junit"]);
    let report = quick_junit::Report::deserialize_from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(report.test_suites.len(), STORIES.len());
    let grave = findings(folder.path()).iter().filter(|finding| finding["severity"] != "note").count();
    let failures: usize = report.test_suites.iter().map(|suite| suite.failures).sum();
    assert_eq!((report.failures, failures), (grave, grave));
    let clean = report.test_suites.iter().find(|suite| suite.name.as_str().ends_with("clean.txt")).unwrap();
    assert_eq!((clean.tests, clean.failures), (1, 0));
}

/// A command's name, its properties, and its words.
type Parts = (String, Vec<(String, String)>, String);

/// A workflow command as GitHub's runner takes it apart.
fn command(line: &str) -> Option<Parts> {
    let (head, data) = line.strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let plain = |text: &str| {
        text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    let pairs = properties.split(',').filter_map(|pair| pair.split_once('='));
    let properties = pairs.map(|(key, value)| (key.to_owned(), plain(value))).collect();
    Some((name.to_owned(), properties, plain(data)))
}

#[test]
fn github_commands_name_file_line_and_rule() {
    let folder = folder();
    let text = check(folder.path(), &["--format", "github"]);
    let commands: Vec<_> = text.lines().map(|line| command(line).unwrap_or_else(|| panic!("{line}"))).collect();
    assert_eq!(commands.len(), findings(folder.path()).len());
    for (name, properties, data) in &commands {
        let of = |key: &str| properties.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str());
        assert!(["error", "warning", "notice"].contains(&name.as_str()), "{name}");
        assert!(folder.path().join(of("file").unwrap()).exists(), "{properties:?}");
        assert!(of("line").unwrap().parse::<usize>().unwrap() > 0 && !data.is_empty());
    }
    let kinds: Vec<&str> = commands.iter().map(|(name, ..)| name.as_str()).collect();
    let mut sorted = kinds.clone();
    sorted.sort_by_key(|kind| ["error", "warning", "notice"].iter().position(|known| known == kind));
    assert_eq!(kinds, sorted, "the gravest come first");
}

#[test]
fn github_is_told_no_more_than_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..12 {
        fs::write(folder.path().join(format!("{number}.txt")), "The deal is off, a source said.\n\nIt rains.\n")
            .unwrap();
    }
    let text = check(folder.path(), &["--format", "github", "--select", "anon-bare"]);
    assert_eq!(text.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(text.lines().last(), Some("whosaid: not shown, as GitHub shows 10 of a kind: 2 errors"));
}

#[test]
fn markdown_rows_cannot_be_broken() {
    let folder = folder();
    let text = check(folder.path(), &["--format", "markdown"]);
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 2 + findings(folder.path()).len());
    for row in rows {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
        assert!(!row.contains("<b>"), "{row}");
    }
}
