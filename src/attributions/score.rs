//! How likely a candidate is an attribution: a sum of readable terms.

use super::candidate::{Candidate, Site};
use super::parts::source::{Source, Way};
use super::view::Reading;
use crate::document::BlockKind;
use crate::lexicon::{Classes, Part, Weights};
use crate::phrases::Tag;
use crate::terms::Term;
use crate::words::Kind;
use std::fmt::Write;

/// Everything about a candidate that the score looks at, one readable feature each.
///
/// `emit` gets every feature's text; it is one buffer, reused.
pub fn features(site: &Site<'_>, candidate: &Candidate, block: BlockKind, emit: &mut dyn FnMut(&str)) {
    let mut line = String::with_capacity(64);
    let mut add = |parts: std::fmt::Arguments<'_>| {
        line.clear();
        let _ = line.write_fmt(parts);
        emit(&line);
    };
    let cue = site.cue();
    let reading = &site.reading;
    let (lemma, rule, form) = (cue.cue.lemma.as_str(), candidate.rule, cue.form.name());
    let part = part_name(cue.cue.part);
    let who = source_kind(reading, candidate.source.as_ref());
    let way = candidate.source.as_ref().map_or("none", |source| source.way.name());
    let opening = opening(reading, candidate.content[0].start);
    let next = next_kind(reading, candidate.cue.end, site.sentence.tokens.end);
    add(format_args!("bias"));
    add(format_args!("lemma {lemma}"));
    add(format_args!("lemma {lemma} + {form}"));
    add(format_args!("lemma {lemma} + {rule}"));
    add(format_args!("lemma {lemma} + next {next}"));
    add(format_args!("rule {rule}"));
    add(format_args!("rule {rule} + {form}"));
    add(format_args!("rule {rule} + source {who}"));
    add(format_args!("rule {rule} + {way}"));
    add(format_args!("rule {rule} + next {next}"));
    add(format_args!("rule {rule} + content {opening}"));
    add(format_args!("{part} {form} + next {next}"));
    add(format_args!("{part} {form} + source {who}"));
    add(format_args!("stance {:?} + {part} {form}", cue.cue.stance));
    add(format_args!("stance {:?} + source {who}", cue.cue.stance));
    add(format_args!("stance {:?} + content {opening}", cue.cue.stance));
    add(format_args!("before {}", before_kind(reading, site.start(), candidate.cue.start)));
    add(format_args!("length {}", length_bucket(candidate)));
    add(format_args!("rule {rule} + length {}", length_bucket(candidate)));
    add(format_args!("block {block:?} + {rule}"));
    for (name, holds) in circumstances(site, candidate) {
        if holds {
            add(format_args!("{name}"));
            add(format_args!("{name} + {part} {form}"));
        }
    }
}

/// The sum of the weights of a candidate's features (log-odds).
pub fn score(site: &Site<'_>, candidate: &Candidate, block: BlockKind, weights: &Weights) -> f32 {
    if let Some(score) = weights.of_rule(candidate.rule) {
        return score;
    }
    let mut sum = 0.0;
    features(site, candidate, block, &mut |feature| sum += weights.get(crate::lexicon::hash(feature)));
    sum.max(weights.least_of_rule(candidate.rule))
}

/// How many terms of a score are kept to be shown.
const MOST_TERMS: usize = 8;

/// The weightiest terms of the sum, the weightiest first.
pub fn terms(site: &Site<'_>, candidate: &Candidate, block: BlockKind, weights: &Weights) -> Vec<Term> {
    if let Some(score) = weights.of_rule(candidate.rule) {
        return vec![Term { feature: format!("rule {}, set by hand", candidate.rule), weight: f64::from(score) }];
    }
    let mut terms = Vec::new();
    features(site, candidate, block, &mut |feature| {
        let weight = f64::from(weights.get(crate::lexicon::hash(feature)));
        if weight != 0.0 {
            terms.push(Term { feature: feature.to_owned(), weight });
        }
    });
    terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()).then_with(|| a.feature.cmp(&b.feature)));
    terms.truncate(MOST_TERMS);
    terms
}

/// Log-odds as a share of 1.
pub fn confidence(score: f32) -> f64 {
    1.0 / (1.0 + f64::from(-score).exp())
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Verb => "verb",
        Part::Noun => "noun",
        Part::Adjective => "adjective",
        Part::Phrase => "phrase",
    }
}

fn circumstances(site: &Site<'_>, candidate: &Candidate) -> [(&'static str, bool); 9] {
    let reading = &site.reading;
    let cue = site.cue();
    let auxiliaries = cue.tokens.start..cue.head;
    let modal = auxiliaries.clone().any(|at| reading.tag(at) == Tag::Modal);
    let stronger =
        |group: &&super::cue::CueGroup<'_>| group.form.is_main() && group.is_verb() && group.head != cue.head;
    let earlier = site.groups[..site.index].iter().filter(stronger).any(|g| !reading.tokens.is_quoted(g.head));
    let later = site.groups[site.index + 1..].iter().filter(stronger).any(|g| !reading.tokens.is_quoted(g.head));
    [
        ("inside a quotation", reading.tokens.is_quoted(cue.head)),
        ("negated", cue.negated),
        ("passive", cue.passive),
        ("after a modal", modal),
        ("another cue before", earlier),
        ("another cue after", later),
        ("content is quoted", candidate.content.iter().any(|c| reading.tokens.quotation_at(c.start).is_some())),
        ("in a subordinate clause", in_subordinate_clause(reading, site.start(), candidate)),
        ("no source", candidate.source.is_none()),
    ]
}

/// A subordinator right before the source: "if the minister said".
fn in_subordinate_clause(reading: &Reading<'_>, start: usize, candidate: &Candidate) -> bool {
    let source = candidate.source.as_ref().filter(|source| source.way != Way::After);
    let place = source.map_or(candidate.cue.start, |source| source.clause_start);
    place > start && matches!(reading.tag(place - 1), Tag::Subordinator | Tag::That | Tag::Wh)
}

/// What sort of source it is.
fn source_kind(reading: &Reading<'_>, source: Option<&Source>) -> &'static str {
    let Some(source) = source else { return "none" };
    let head = head_of(reading, source);
    let token = reading.token(head);
    match reading.tag(head) {
        Tag::Relative => "who",
        Tag::Pronoun => pronoun_kind(reading, head),
        Tag::Proper => "name",
        _ if token.is(Classes::POSSESSIVE_DETERMINER) => "possessive",
        _ if token.is(Classes::PERSON_NOUN) => "person",
        _ if token.is(Classes::ANONYMOUS_NOUN) => "anonymous",
        _ if token.is(Classes::GROUP_NOUN) => "group",
        _ if token.is(Classes::OUTLET_NOUN) => "outlet",
        _ if token.is(Classes::ORGANISATION_NOUN) => "organisation",
        _ if token.is(Classes::DOCUMENT_NOUN) => "document",
        _ if token.is(Classes::DEMONYM) => "people",
        _ => "noun",
    }
}

fn pronoun_kind(reading: &Reading<'_>, at: usize) -> &'static str {
    match () {
        () if reading.is_any(at, &["he", "she"]) => "he",
        () if reading.is_any(at, &["i", "we"]) => "i",
        () if reading.is_any(at, &["they"]) => "they",
        () if reading.is_any(at, &["you"]) => "you",
        () if reading.is_any(at, &["it"]) => "it",
        () if reading.is_any(at, &["this", "that", "these", "those", "what", "which"]) => "this",
        () => "someone",
    }
}

/// The head word of a source: the last word of its first base noun phrase.
pub fn head_of(reading: &Reading<'_>, source: &Source) -> usize {
    let first = reading.phrases.noun_at(source.range.start);
    first.map_or(source.range.end - 1, |noun| noun.end.min(source.range.end) - 1)
}

/// How content begins.
fn opening(reading: &Reading<'_>, at: usize) -> &'static str {
    if super::parts::content::opens_quotation(reading, at) {
        return "quotation";
    }
    match reading.tag(at) {
        Tag::That => "that",
        Tag::To => "to",
        Tag::Wh | Tag::Relative => "wh",
        Tag::Ing => "ing",
        Tag::Pronoun => "pronoun",
        Tag::Proper => "name",
        Tag::Determiner => "determiner",
        Tag::Mark => "mark",
        Tag::Preposition | Tag::Subordinator => "preposition",
        tag if tag.is_nominal() => "nominal",
        _ => "other",
    }
}

/// What stands right after the cue.
fn next_kind(reading: &Reading<'_>, at: usize, end: usize) -> &'static str {
    if at >= end {
        return "end";
    }
    match reading.token(at).kind {
        Kind::Comma => "comma",
        Kind::Stop => "stop",
        Kind::Colon => "colon",
        _ if reading.tag(at) == Tag::Preposition => preposition_name(reading, at),
        _ => opening(reading, at),
    }
}

fn preposition_name(reading: &Reading<'_>, at: usize) -> &'static str {
    const NAMED: [&str; 12] = ["of", "for", "on", "about", "against", "in", "with", "at", "to", "by", "from", "as"];
    NAMED.into_iter().find(|name| reading.is_word(at, name)).unwrap_or("preposition")
}

/// What stands right before the cue.
fn before_kind(reading: &Reading<'_>, start: usize, at: usize) -> &'static str {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return "start" };
    match reading.tag(before) {
        Tag::Proper => "name",
        Tag::Pronoun => "pronoun",
        Tag::Noun if reading.token(before).is(Classes::SOURCE_NOUN) => "source noun",
        Tag::Noun => "noun",
        Tag::Relative => "who",
        Tag::Coordinator => "and",
        Tag::To => "to",
        Tag::Mark if reading.token(before).kind == Kind::Comma => "comma",
        Tag::Mark => "mark",
        Tag::Possessive => "possessive",
        tag if tag.is_verbal() => "verb",
        _ => "other",
    }
}

fn length_bucket(candidate: &Candidate) -> &'static str {
    let words: usize = candidate.content.iter().map(ExactSizeIterator::len).sum();
    match words {
        0..=1 => "1",
        2..=3 => "2-3",
        4..=7 => "4-7",
        8..=15 => "8-15",
        16..=30 => "16-30",
        _ => "31-",
    }
}
