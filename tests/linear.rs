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
use whosaid::read::{Raw, ReadOptions, parse};
use whosaid::report::diagnostics::{Diagnostics, Options};
use whosaid::report::{Reporter, checks::Rdjson, jsonl::JsonLines};
use whosaid::terms::Severity;

/// Bytes of the shorter text.
const SHORT: usize = if cfg!(debug_assertions) { 25_000 } else { 50_000 };

/// By how much the longer text is longer.
const TIMES: usize = 4;

/// How much longer it may take.
const MOST: f64 = 9.0;

/// Bytes of the shorter text of a kind of which a little is done soon, even where its work grows with the square.
const SHORT_OF_MUCH: usize = 5 * SHORT;

/// How much longer four times as much of such a kind may take: where most of the work is linear, a little that is not shows late.
const MOST_OF_MUCH: f64 = 6.0;

/// Work that is sooner done is not measured well: it counts as this long.
const AT_LEAST: Duration = Duration::from_millis(4);

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
    ("quotations in halves", "\"We know,\" he said, \"nothing.\" "),
    ("quotations in halves, of a name", "“We know,” said Ada Quill. “Nothing of bridge #.” "),
    ("halves that are never closed", "\"We know, he said, \"nothing. "),
];

/// Kinds that one voice speaks all of.
const OF_ONE_VOICE: &[(&str, &str)] = &[
    ("he, in halves", "\"We know,\" he said, \"nothing.\" "),
    ("it, at second hand", "It said the bridge would close, citing a source. "),
];

/// Markup over and over: what stands before it, the piece, and what stands after; `#` is a number that grows.
const MARKUP: &[(&str, Format, [&str; 3])] = &[
    ("tags that are never closed", Format::Html, ["<body>", "<div><p>Rain fell. ", ""]),
    ("bold that is never closed", Format::Html, ["<body><p>", "<b>", "Rain fell, he said."]),
    ("tables in tables", Format::Html, ["<body>", "<table><tr><td>", "Rain fell, he said."]),
    ("attributes of one tag", Format::Html, ["<body><p ", "a#=\"b\" ", ">Rain fell, he said.</p>"]),
    ("brackets", Format::Html, ["<body><p>Rain fell, he said.", "<", ""]),
    ("comments that are never closed", Format::Html, ["<body><p>Rain fell, he said.", "<!--", ""]),
    (
        "headlines for machines",
        Format::Html,
        ["<body><p>Rain fell.", "<script type='application/ld+json'>{\"headline\": \"Rain #\"}</script>", ""],
    ),
    (
        "attributes of one element",
        Format::Nitf,
        ["<nitf><body.content><p ", "a#=\"b\" ", ">Rain fell.</p></body.content></nitf>"],
    ),
    (
        "one long attribute",
        Format::Nitf,
        ["<nitf><body.content><p class=\"", "&amp;x ", "\">Rain fell.</p></body.content></nitf>"],
    ),
    ("references", Format::Nitf, ["<nitf><body.content><p>", "&amp;&eacute;", "</p></body.content></nitf>"]),
    ("literal text", Format::Nitf, ["<nitf><body.content><p>", "<![CDATA[a b ]]>", "</p></body.content></nitf>"]),
    ("elements", Format::Nitf, ["<nitf><body.content>", "<p><em id='#'>Rain</em> fell.</p>", "</body.content></nitf>"]),
    (
        "items",
        Format::NewsmlG2,
        [
            "<newsMessage>",
            "<newsItem><contentSet><inlineData>Rain.</inlineData></contentSet></newsItem>",
            "</newsMessage>",
        ],
    ),
    (
        "entries",
        Format::Feed,
        ["<rss>", "<item><title>Rain #</title><description>It fell.</description></item>", "</rss>"],
    ),
    ("lists in lists", Format::Ninjs, ["{\"body_text\": \"Rain fell.\", \"a\": ", "[", ""]),
    ("stories in a list", Format::Ninjs, ["[{}", ",{\"body_text\": \"Rain fell.\", \"a\": [[[[{}]]]]}", "]"]),
    ("fields", Format::Ninjs, ["{\"body_text\": \"Rain fell.\"", ",\"a#\": [1]", "}"]),
    ("escapes", Format::Ninjs, ["{\"body_text\": \"", "\\u00e9\\n\\\"", "\"}"]),
    ("header lines", Format::Anpa1312, ["\u{16}\u{1}a1234\n", "^Rain #<\n", "\u{2}\tRain fell.\n\u{3}"]),
    ("slug lines", Format::Iptc7901, ["\u{1}XYZ1 4 POL 1\r\n", "rain#/\r\n", "\u{2}Rain =\r\nRain fell.\r\n\u{3}"]),
    ("quotations in quotations", Format::Markdown, ["", "> ", "Rain fell, he said."]),
    ("stars", Format::Markdown, ["", "*a **b [c", "\n"]),
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
    // what other programs do to a busy machine does not count
    let begun = ThreadTime::now();
    handle(Raw::new(Some("story".to_owned()), format, text), &settings);
    begun.elapsed()
}

/// How long it takes to read a file as `format`, and to do the same with the stories in it.
fn time_as(format: Format, text: &str) -> Duration {
    let options = ReadOptions { from: Some(format), ..ReadOptions::default() };
    let begun = ThreadTime::now();
    let stories = parse(text.as_bytes().to_vec(), None, options).unwrap_or_default();
    stories.into_iter().for_each(|story| handle(story, &Settings::default()));
    begun.elapsed()
}

fn handle(raw: Raw, settings: &Settings) {
    let (report, text) = analyse_with(raw, &DocumentOptions::default(), Lexicon::built_in(), settings);
    let diagnostics = Diagnostics::new(Options { width: 100, color: false });
    let reporters: [Box<dyn Reporter>; 3] =
        [Box::new(diagnostics), Box::new(JsonLines::default()), Box::new(Rdjson::default())];
    for mut reporter in reporters {
        let out: &mut dyn Write = &mut std::io::sink();
        reporter.document(&report, &text, out).and_then(|()| reporter.end(out)).unwrap();
    }
}

/// How many times longer the longer of two texts takes: the best of some tries.
fn growth(time: impl Fn(&str) -> Duration, short: &str, long: &str, most: f64) -> f64 {
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..TRIES {
        best = (best.0.min(time(short).max(AT_LEAST)), best.1.min(time(long)));
        if best.1.as_secs_f64() / best.0.as_secs_f64() < most {
            break;
        }
    }
    best.1.as_secs_f64() / best.0.as_secs_f64()
}

/// No kind may grow by `most`; four times as much as `length` bytes of each is tried, in one paragraph and in many.
fn none_is_steep(kinds: &[(&str, &str)], length: usize, most: f64) {
    time(&copy(kinds[0].1, "", SHORT)); // loads what is loaded once
    let mut steep = Vec::new();
    for (kind, pattern) in kinds {
        for (shape, between) in [("one paragraph", ""), ("many paragraphs", "\n\n")] {
            let growth = growth(time, &copy(pattern, between, length), &copy(pattern, between, length * TIMES), most);
            if growth >= most {
                steep.push(format!("{kind}, {shape}: {growth:.1} times as long"));
            }
        }
    }
    assert!(steep.is_empty(), "{}", steep.join("\n"));
}

#[test]
fn four_times_the_text_takes_about_four_times_as_long() {
    none_is_steep(KINDS, SHORT, MOST);
}

#[test]
fn one_voice_may_speak_without_end() {
    none_is_steep(OF_ONE_VOICE, SHORT_OF_MUCH, MOST_OF_MUCH);
}

#[test]
fn four_times_the_markup_takes_about_four_times_as_long() {
    let file = |[before, piece, after]: &[&str; 3], length| format!("{before}{}{after}", copy(piece, "", length));
    let mut steep = Vec::new();
    for (kind, format, parts) in MARKUP {
        let time = |text: &str| time_as(*format, text);
        time(&file(parts, 100));
        let growth = growth(time, &file(parts, SHORT_OF_MUCH), &file(parts, SHORT_OF_MUCH * TIMES), MOST);
        if growth >= MOST {
            steep.push(format!("{kind} in {}: {growth:.1} times as long", format.name()));
        }
    }
    assert!(steep.is_empty(), "{}", steep.join("\n"));
}
