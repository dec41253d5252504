//! Data flows one way: a stage imports only stages left of it.

mod support {
    pub mod files;
}

use std::fs;
use std::path::{Path, PathBuf};
use support::files;

/// The stages, in order.
const STAGES: &[&str] =
    &["read", "document", "tokens", "phrases", "attributions", "mentions", "chains", "claims", "checks", "report"];

/// What any stage may import, and what imports no stage.
const FOUNDATIONS: &[&str] = &["span", "terms", "key", "word_key", "words", "dates", "few", "link_notes", "lexicon"];

/// What imports anything, and what nothing else imports.
const TOP: &[&str] = &["cli", "analysis", "lib", "main", "bin"];

/// Whether `importer` may import `imported`, both modules right below `src/`.
fn may_import(importer: &str, imported: &str) -> bool {
    let stage = |module| STAGES.iter().position(|stage| *stage == module);
    match (stage(importer), stage(imported)) {
        _ if importer == imported || TOP.contains(&importer) => true,
        (Some(this), Some(other)) => other < this,
        (_, None) => FOUNDATIONS.contains(&imported),
        (None, Some(_)) => false,
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { rust_files(&path) } else { vec![path] };
    entries.flat_map(below).filter(|path| path.extension().is_some_and(|end| end == "rs")).collect()
}

/// The module right below `src/` that a file belongs to.
fn module_of(file: &Path) -> String {
    let first = file.strip_prefix(files::below_root("src")).unwrap().components().next().unwrap();
    Path::new(first.as_os_str()).file_stem().unwrap().to_string_lossy().into_owned()
}

/// The modules right below `src/` that a line names by `crate::name` or `crate::{name, name::…}`.
fn imports(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or("");
    let mut found = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(group.split('}').next().unwrap_or("").split(',').map(|item| name(item.trim()))),
            None => found.push(name(rest)),
        }
    }
    found
}

fn name(path: &str) -> &str {
    path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")
}

#[test]
fn a_stage_imports_only_stages_left_of_it() {
    let mut wrong = Vec::new();
    for file in rust_files(&files::below_root("src")) {
        let module = module_of(&file);
        for (index, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            for imported in imports(line).into_iter().filter(|imported| !may_import(&module, imported)) {
                wrong.push(format!("{}:{}: {module} imports {imported}", file.display(), index + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_has_its_place() {
    for file in rust_files(&files::below_root("src")) {
        let module = module_of(&file);
        let known = [STAGES, FOUNDATIONS, TOP].iter().any(|list| list.contains(&module.as_str()));
        assert!(known, "{}: give {module} its place in this test", file.display());
    }
}

#[test]
fn imports_are_read_off_lines() {
    assert_eq!(imports("use crate::{span::Span, terms};"), ["span", "terms"]);
    assert_eq!(imports("    block: crate::document::BlockKind, // crate::report"), ["document"]);
    assert!(may_import("claims", "chains") && may_import("tokens", "lexicon") && may_import("cli", "report"));
    assert!(!may_import("chains", "claims") && !may_import("lexicon", "tokens") && !may_import("report", "cli"));
}
