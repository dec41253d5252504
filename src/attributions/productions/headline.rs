//! Headlines: "P - NYT", "X: P", "P: sources".

use crate::attributions::candidate::Candidate;
use crate::attributions::feature::{self, name};
use crate::attributions::parts::content::{opens_quotation, trimmed};
use crate::attributions::parts::source::{Source, Way};
use crate::attributions::view::Reading;
use crate::document;
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::tokens::{Name, Sentence, keys};
use crate::words::Kind;
use std::ops::Range;

/// A sentence in which marks alone may attribute.
pub struct MarkSite<'a> {
    /// Tokens, phrases, lexicon.
    pub reading: Reading<'a>,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Whether it is a headline.
    pub headline: bool,
}

/// "Minister: taxes will rise"; "Taxes will rise: minister"
pub fn source_colon(site: &MarkSite<'_>) -> Option<Candidate> {
    if !site.headline {
        return None;
    }
    let Range { start, end } = site.sentence.tokens;
    let colon = site.reading.marks(start..end, Kind::Colon).next()?;
    if is_label(&site.reading, start..colon) || is_scene(&site.reading, start..colon, colon + 1..end) {
        return None;
    }
    if is_quoted_whole(&site.reading, start..colon) {
        return quotation_and_speaker(site, name!("headline-colon-source"), start..colon, colon);
    }
    if is_speaker(&site.reading, start..colon) || is_before_quotation(&site.reading, start, colon) {
        return Some(candidate(
            name!("headline-source-colon"),
            start..colon,
            colon,
            trimmed(&site.reading, colon + 1..end),
        ));
    }
    let behind = trimmed(&site.reading, colon + 1..end);
    is_speaker(&site.reading, behind.clone())
        .then(|| candidate(name!("headline-colon-source"), behind, colon, start..colon))
}

/// "Exclusive:", "Update 2:": what sort of story it is, and nobody who speaks.
fn is_label(reading: &Reading<'_>, words: Range<usize>) -> bool {
    let numbered = words.len() == 2 && reading.token(words.start + 1).kind == Kind::Number;
    (words.len() == 1 || numbered) && document::is_label(reading.str(words.start))
}

/// "Kenya: strike closes schools": where it happens. "Iran: no talks under threat" is what Iran says, and so is what has a "we", a "must" or a
/// quotation.
fn is_scene(reading: &Reading<'_>, label: Range<usize>, told: Range<usize>) -> bool {
    let is_place = |name: &Name| {
        let place = matches!(name.meaning, Meaning::Country(_) | Meaning::Capital(_) | Meaning::Place);
        place && name.len == label.len()
    };
    !label.is_empty() && reading.names(label.start).any(|name| is_place(&name)) && !is_stated(reading, told)
}

/// Whether words that nothing else attributes sound like somebody's own: "no talks", "sanctions must end", "we will not yield".
fn is_stated(reading: &Reading<'_>, words: Range<usize>) -> bool {
    let is_own = |at: usize| {
        let own = reading.is_any(at, keys!["i", "we", "us", "our", "my", "must", "should"]);
        own || reading.tag(at) == Tag::Negation || reading.tokens.is_quoted(at)
    };
    let refuses = words.clone().next().is_some_and(|first| reading.is_word(first, "no"));
    refuses || words.into_iter().any(is_own)
}

/// "Taxes will rise - NYT", "Taxes will rise, sources say" is no mark and found at its cue.
pub fn content_dash_source(site: &MarkSite<'_>) -> Option<Candidate> {
    if !site.headline {
        return None;
    }
    let Range { start, end } = site.sentence.tokens;
    let dash = site.reading.marks(start..end, Kind::Dash).rev().find(|at| site.reading.token(*at).spaced)?;
    if is_quoted_whole(&site.reading, start..dash) {
        return quotation_and_speaker(site, name!("headline-dash-source"), start..dash, dash);
    }
    let behind = trimmed(&site.reading, dash + 1..end);
    is_speaker(&site.reading, behind.clone())
        .then(|| candidate(name!("headline-dash-source"), behind, dash, trimmed(&site.reading, start..dash)))
}

/// "'I never took a cent': ex-banker": behind a quotation any short noun phrase speaks.
fn quotation_and_speaker(
    site: &MarkSite<'_>,
    rule: &'static feature::Name<'static>,
    content: Range<usize>,
    mark: usize,
) -> Option<Candidate> {
    let behind = trimmed(&site.reading, mark + 1..site.sentence.tokens.end);
    let is_noun = site
        .reading
        .phrases
        .noun_at(behind.start)
        .is_some_and(|noun| noun.start <= behind.start && noun.end >= behind.end);
    let short = !behind.is_empty() && behind.len() <= MOST_BEFORE_QUOTATION;
    (short && is_noun).then(|| candidate(rule, behind, mark, content))
}

/// Whether the words are one quotation with its marks.
fn is_quoted_whole(reading: &Reading<'_>, range: Range<usize>) -> bool {
    let quotation = reading.tokens.quotation_at(range.start).map(|index| &reading.tokens.quotations[index].tokens);
    quotation.is_some_and(|quotation| *quotation == range)
}

/// "Quill on the vote: 'We lost'": a few words and a colon before a quotation; in a headline's capitals a name can look like a verb.
fn is_before_quotation(reading: &Reading<'_>, start: usize, colon: usize) -> bool {
    let named = reading.token(start).is_capitalised() && !reading.token(start).is(Classes::DETERMINER | Classes::WH);
    let verb = (start + 1..colon).any(|at| reading.tag(at).is_auxiliary());
    colon > start && colon - start <= MOST_BEFORE_QUOTATION && named && !verb && opens_quotation(reading, colon + 1)
}

/// Tokens of a speaker with what it is about, before a headline's quotation.
const MOST_BEFORE_QUOTATION: usize = 5;

fn candidate(
    rule: &'static feature::Name<'static>,
    source: Range<usize>,
    mark: usize,
    content: Range<usize>,
) -> Candidate {
    let source = Source { clause_start: source.start, range: source, antecedent: None, way: Way::Adjacent };
    Candidate { rule, source: Some(source), cue: mark..mark + 1, content: vec![content], inner: None }
}

/// A short noun phrase that can speak: an outlet, a name, a source noun.
fn is_speaker(reading: &Reading<'_>, range: Range<usize>) -> bool {
    if range.is_empty()
        || range.len() > 7
        || range.clone().any(|at| {
            matches!(reading.tag(at), Tag::Finite | Tag::Ing | Tag::To | Tag::Mark) || reading.tag(at).is_auxiliary()
        })
    {
        return false;
    }
    let outlet = reading
        .names(range.start)
        .any(|name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_)) && name.len == range.len());
    let last = reading.token(range.end - 1);
    let body = |meaning: Meaning| matches!(meaning, Meaning::Country(_) | Meaning::Capital(_) | Meaning::Body(_));
    let body = reading.names(range.start).any(|name| body(name.meaning) && name.len == range.len());
    outlet || body || last.is(Classes::SOURCE_NOUN) || is_person_name(reading, &range)
}

fn is_person_name(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let names = range.clone().filter(|at| reading.tag(*at) == Tag::Proper).count();
    names == range.len() && range.len() <= 3 && (range.len() > 1 || !reading.token(range.start).is(Classes::NOUN))
}
