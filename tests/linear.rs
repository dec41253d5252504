//! All work grows with the length of the copy and no faster: four times the text takes about four times as long.
//!
//! A guard on growth, not on speed. What grows with the square of the text takes sixteen times as long, and is far over the bound;
//! each try is short, and the best of several counts, so that a busy machine does not fail it.

use cpu_time::ThreadTime;
use std::io::Write;
use std::time::Duration;
use whosaid::analyse_with;
use whosaid::checks::{Settings, rules};
use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::diagnostics::{Diagnostics, Options};
use whosaid::report::{Reporter, checks::Rdjson, jsonl::JsonLines};
use whosaid::terms::Severity;

/// Bytes of the shorter text.
const SHORT: usize = if cfg!(debug_assertions) { 25_000 } else { 50_000 };

/// By how much the longer text is longer.
const TIMES: usize = 4;

/// How much longer it may take.
const MOST: f64 = 9.0;

/// How often the two are compared at most.
const TRIES: usize = 4;

/// Copy that asks much of some rule or other, over and over; `#` is a number that grows.
const KINDS: &[(&str, &str)] = &[
    ("quotations", "\"We will not close the bridge this year,\" Mayor Ada Quill said. "),
    ("speakers", "\"We will not close bridge #,\" said engineer Otto Sorrel#son. "),
    ("anonymous sources", "The deal is off, a source said. The yard is shut, three officials said. "),
    ("pickups", "The ministers met in May, Interfax news agency reported, citing two diplomatic sources. "),
    ("numbers of dead", "At least # people were killed on Monday. The fire brigade said that # were injured. "),
    ("hearsay", "The mayor reportedly left the town in May. It emerged that bridge # was closed. "),
    ("quotations never closed", "\"We wait for the ferry, Mayor Ada Quill said. "),
    ("marks that close nothing", "We wait for the ferry,\" and the rain. "),
    ("accusations", "Mayor Ada Quill accused builder Ivo Sorrel#son of bribing inspectors. "),
    ("states of mind", "Mayor Ada Quill fears that the bridge will fall. She believes that the town is lost. "),
    ("vague sources", "Local media said that the bridge was closed. Experts say that pier # will fall. "),
    ("verification", "The report could not be independently verified. He thinks that pier # will fall. "),
    ("hedges", "The bridge may close for a year, Mayor Ada Quill said. The bridge will close for a year. "),
    ("verbs that judge", "The mayor admitted that pier # was unsafe. The company claimed that it was sound. "),
    (
        "hops",
        "The navy will buy six ferries, Interfax cited Ivo Sorrel as saying. Sorrel said it will buy six ferries. ",
    ),
    ("late speakers", "\"We wait for the ferry. It never comes. We wait,\" said Ada Quill of house #. "),
    ("comments", "<!-- whosaid: ignore anon-bare because we know -->\n\nThe deal is off, a source said. "),
    ("headings", "# The bridge closes for a year\n\nThe bridge may close for a year, sources said. "),
];

/// `pattern` over and over, up to `length` bytes.
fn copy(pattern: &str, between: &str, length: usize) -> String {
    let (mut text, mut number) = (String::with_capacity(length + 200), 0);
    while text.len() < length {
        let place = pattern.replace("#son", &format!("{}son", letters(number)));
        text += &if pattern.starts_with("# ") { place } else { place.replace('#', &number.to_string()) };
        text += between;
        number += 1;
    }
    text
}

/// A number as letters, as no name has digits.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters;
        }
    }
}

/// How long it takes to analyse a text, check it with every rule, and write what was found.
fn time(text: &str) -> Duration {
    let mut settings = Settings::default();
    settings.severities.extend(rules::every().map(|rule| (rule.id, Some(Severity::Warning))));
    let format = if text.contains("<!--") || text.starts_with('#') { Format::Markdown } else { Format::Text };
    let raw = Raw::new(Some("story".to_owned()), format, text);
    // what other programs do to a busy machine does not count
    let begun = ThreadTime::now();
    let (report, text) = analyse_with(raw, &DocumentOptions::default(), Lexicon::built_in(), &settings);
    let diagnostics = Diagnostics::new(Options { width: 100, color: false });
    let reporters: [Box<dyn Reporter>; 3] =
        [Box::new(diagnostics), Box::new(JsonLines::default()), Box::new(Rdjson::default())];
    for mut reporter in reporters {
        let out: &mut dyn Write = &mut std::io::sink();
        reporter.document(&report, &text, out).and_then(|()| reporter.end(out)).unwrap();
    }
    begun.elapsed()
}

/// How many times longer the longer text takes: the best of some tries.
fn growth(pattern: &str, between: &str) -> f64 {
    let (short, long) = (copy(pattern, between, SHORT), copy(pattern, between, SHORT * TIMES));
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        best = (best.0.min(time(&short)), best.1.min(time(&long)));
        if best.1.as_secs_f64() / best.0.as_secs_f64() < MOST {
            break;
        }
    }
    best.1.as_secs_f64() / best.0.as_secs_f64()
}

#[test]
fn four_times_the_text_takes_about_four_times_as_long() {
    time(&copy(KINDS[0].1, "", SHORT)); // loads what is loaded once
    let mut steep = Vec::new();
    for (kind, pattern) in KINDS {
        for (shape, between) in [("one paragraph", ""), ("many paragraphs", "\n\n")] {
            let growth = growth(pattern, between);
            if growth >= MOST {
                steep.push(format!("{kind}, {shape}: {growth:.1} times as long"));
            }
        }
    }
    assert!(steep.is_empty(), "{}", steep.join("\n"));
}
