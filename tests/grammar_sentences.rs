//! Every sentence in `grammar/constructions/` gives the attributions that stand beneath it.
//!
//! Sentences that are not reached yet are listed in `open.txt` there; `UPDATE=1 cargo test --test grammar_sentences` writes that list
//! anew. A sentence on the list that passes is a failure too, so that the list only shrinks.

mod support {
    pub mod files;
    pub mod sentences;
    pub mod update;
}

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use support::files::below_root;
use support::sentences::{self, Attribution, OPEN, Sentence};
use support::update;
use whosaid::analyse;
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::contract::{AttributionReport, DocumentReport};
use whosaid::report::id::Id;
use whosaid::span::Span;

const FOLDER: &str = "grammar/constructions";

/// The construction whose sentences are read as headlines.
const HEADLINES: &str = "headline.txt";

/// What stands beneath a headline to make it one.
const STORY: &str = "\n\nThe harbour was quiet in the morning and the shops along it were shut for the day.\n";

/// No fewer sentences than this.
const FEWEST_SENTENCES: usize = 400;

/// No fewer sentences than this give exactly what they must.
const FEWEST_EXACT: usize = 400;

/// No fewer of a hundred sentences than this pass.
const FEWEST_PASSING: usize = 60;

const OPEN_HEAD: &str = "# Sentences that do not come out yet, each with what is wrong: file | sentence | reason.
# UPDATE=1 cargo test --test grammar_sentences writes this list anew.
";

/// A sentence, and what it gave.
struct Tried {
    sentence: Sentence,
    found: Vec<Attribution>,
}

impl Tried {
    fn passes(&self) -> bool {
        self.found == sentences::sorted(self.sentence.attributions.clone())
    }

    fn key(&self) -> String {
        format!("{} | {}", self.sentence.file, self.sentence.text)
    }

    /// What is wrong, in a word or two.
    fn reason(&self) -> &'static str {
        let (wanted, found) = (&self.sentence.attributions, &self.found);
        let (want, have) = (parts(wanted), parts(found));
        if want == have {
            return "nesting";
        }
        if want.is_subset(&have) {
            return "too many";
        }
        if have.is_subset(&want) {
            return "missed";
        }
        let differ = |column| cells(&want, column) != cells(&have, column);
        match (want.len() == have.len(), differ(0), differ(1), differ(2)) {
            (true, true, false, false) => "source",
            (true, false, true, false) => "cue",
            (true, false, false, true) => "content",
            (true, ..) => "spans",
            (false, ..) => "number and spans",
        }
    }

    fn told(&self) -> String {
        let list = |all: &[Attribution]| match all {
            [] => "  nothing\n".to_owned(),
            all => all.iter().map(Attribution::to_string).collect(),
        };
        format!("{}\n wanted:\n{} found:\n{}", self.key(), list(&self.sentence.attributions), list(&self.found))
    }
}

fn parts(attributions: &[Attribution]) -> BTreeSet<&str> {
    attributions.iter().flat_map(Attribution::all).map(|found| found.parts.as_str()).collect()
}

/// One column of each of `parts`, in order.
fn cells<'a>(parts: &BTreeSet<&'a str>, column: usize) -> BTreeSet<&'a str> {
    parts.iter().filter_map(|parts| parts.split(" | ").nth(column)).collect()
}

fn try_all() -> Vec<Tried> {
    let sentences = sentences::read_all(&below_root(FOLDER));
    sentences.into_iter().map(|sentence| Tried { found: sentences::sorted(found(&sentence)), sentence }).collect()
}

/// All that the program finds in a sentence.
fn found(sentence: &Sentence) -> Vec<Attribution> {
    let below = if sentence.file == HEADLINES { STORY } else { "\n" };
    let raw = Raw::new(None, Format::Text, format!("{}{below}", sentence.text));
    let (report, text) = analyse(raw, &DocumentOptions::default(), Lexicon::built_in());
    nested_in(&report, &text, None)
}

fn nested_in(report: &DocumentReport, text: &str, outer: Option<Id>) -> Vec<Attribution> {
    let inner = report.attributions.iter().filter(|found| found.nested_in == outer);
    let tree = |found: &AttributionReport| Attribution {
        parts: [&found.source, &found.cue, &found.content].map(|spans| words(spans, text)).join(" | "),
        nested: nested_in(report, text, Some(found.id)),
    };
    inner.map(tree).collect()
}

fn words(spans: &[Span], text: &str) -> String {
    let pieces: Vec<&str> = spans.iter().map(|span| span.of(text)).collect();
    if pieces.is_empty() { "-".to_owned() } else { pieces.join(" … ") }
}

/// The keys on the list of sentences that are not reached yet.
fn open() -> BTreeSet<String> {
    let text = std::fs::read_to_string(below_root(FOLDER).join(OPEN)).unwrap_or_default();
    let entries = text.lines().filter(|line| !line.starts_with('#'));
    entries.filter_map(|line| line.rsplit_once(" | ").map(|(key, _)| key.to_owned())).collect()
}

fn write_open(tried: &[Tried]) {
    let failing = tried.iter().filter(|tried| !tried.passes());
    let lines = failing.map(|tried| format!("{} | {}\n", tried.key(), tried.reason()));
    let text: String = std::iter::once(OPEN_HEAD.to_owned()).chain(lines).collect();
    std::fs::write(below_root(FOLDER).join(OPEN), text).unwrap();
}

#[test]
fn every_sentence_gives_its_attributions_or_is_listed_as_open() {
    let tried = try_all();
    if update::is_wanted() {
        write_open(&tried);
    }
    let open = open();
    let mut told = String::new();
    for tried in &tried {
        match (tried.passes(), open.contains(&tried.key())) {
            (true, true) => writeln!(told, "passes now, take it out of {OPEN}: {}\n", tried.key()).unwrap(),
            (false, false) => writeln!(told, "{}", tried.told()).unwrap(),
            _ => {}
        }
    }
    let known: BTreeSet<String> = tried.iter().map(Tried::key).collect();
    for key in open.difference(&known) {
        writeln!(told, "in {OPEN} but in no file: {key}\n").unwrap();
    }
    assert!(told.is_empty(), "{told}UPDATE=1 writes {OPEN} anew");
}

#[test]
fn most_of_many_sentences_pass() {
    let mut files: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let tried = try_all();
    for tried in &tried {
        let (passing, all) = files.entry(&tried.sentence.file).or_default();
        *passing += usize::from(tried.passes());
        *all += 1;
    }
    for (file, (passing, all)) in &files {
        println!("{file:30} {passing:3} of {all:3}");
    }
    let passing = tried.iter().filter(|tried| tried.passes()).count();
    println!("{passing} of {} sentences pass", tried.len());
    assert!(tried.len() >= FEWEST_SENTENCES, "only {} sentences", tried.len());
    assert!(passing >= FEWEST_EXACT, "only {passing} sentences give exactly what they must");
    assert!(passing * 100 >= tried.len() * FEWEST_PASSING, "only {passing} of {} sentences pass", tried.len());
}

#[test]
fn no_sentence_stands_twice() {
    let mut seen = BTreeSet::new();
    for sentence in sentences::read_all(&below_root(FOLDER)) {
        let key = format!("{} | {}", sentence.file, sentence.text);
        assert!(seen.insert(key), "{}: twice: {}", sentence.file, sentence.text);
    }
}
