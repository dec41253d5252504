//! Mentions: who is meant by every source, and by the noun phrases that later ones point back to.

mod agent;
mod anonymity;
mod describe;
mod resolve;

pub use agent::{Agent, Gender, Known};
pub use describe::number;
pub use resolve::Resolved;

use crate::attributions::{Attribution, Reading, Source};
use crate::terms::AgentKind;
use crate::tokens::Sentence;
use describe::{Description, describe, principal};
use resolve::{Cast, Place};
use std::ops::Range;

/// Who speaks, and which mention is whose.
#[derive(Debug, Default)]
pub struct Mentions {
    /// All agents, by first mention.
    pub agents: Vec<Agent>,
    /// Per attribution, the agent of its source.
    pub sources: Vec<Option<Resolved>>,
}

/// Finds the agents of a document; linear.
pub fn resolve(reading: &Reading<'_>, attributions: &[Attribution]) -> Mentions {
    let mut cast = Cast::default();
    let mut sources: Vec<Option<Resolved>> = vec![None; attributions.len()];
    let mut by_sentence = by_sentence(reading, attributions);
    let mut nouns = reading.phrases.nouns.iter().peekable();
    for (index, sentence) in reading.tokens.sentences.iter().enumerate() {
        let speaking = std::mem::take(&mut by_sentence[index]);
        let mut ranges = mentions_in(sentence, &mut nouns, attributions, &speaking);
        ranges.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        for (range, speaker) in ranges {
            meet(reading, &mut cast, attributions, &mut sources, range, speaker, (index, sentence));
        }
    }
    resolve_first_persons(reading, attributions, &mut sources, &mut cast);
    anonymity::note_reasons(reading, attributions, &sources, &mut cast.agents);
    Mentions { agents: cast.agents, sources }
}

type Mention = (Range<usize>, Option<usize>);

/// The noun phrases and sources of a sentence; each source says whose it is.
fn mentions_in<'a>(
    sentence: &Sentence,
    nouns: &mut std::iter::Peekable<impl Iterator<Item = &'a Range<usize>>>,
    attributions: &[Attribution],
    speaking: &[usize],
) -> Vec<Mention> {
    let mut ranges: Vec<Mention> = Vec::new();
    for attribution in speaking {
        let source = attributions[*attribution].source.as_ref();
        ranges.extend(
            source.map(|source| (source.antecedent.clone().unwrap_or(source.range.clone()), Some(*attribution))),
        );
    }
    let taken: Vec<Range<usize>> = ranges.iter().map(|(range, _)| range.clone()).collect();
    while let Some(noun) = nouns.next_if(|noun| noun.start < sentence.tokens.end) {
        if !taken.iter().any(|range| range.start < noun.end && noun.start < range.end) {
            ranges.push((noun.clone(), None));
        }
    }
    ranges
}

fn meet(
    reading: &Reading<'_>,
    cast: &mut Cast,
    attributions: &[Attribution],
    sources: &mut [Option<Resolved>],
    range: Range<usize>,
    speaker: Option<usize>,
    (index, sentence): (usize, &Sentence),
) {
    let description = describe(reading, &range);
    let is_agent = description.kind != crate::terms::AgentKind::Unknown;
    if speaker.is_none() && (!is_agent || description.sort == describe::Sort::Pronoun) {
        return;
    }
    if speaker.and_then(|at| attributions[at].source.as_ref()).is_some_and(|source| is_first_person(reading, source)) {
        return;
    }
    let outer =
        speaker.and_then(|attribution| attributions[attribution].nested_in).and_then(|outer| sources[outer].clone());
    let place = Place {
        outer: outer.map(|resolved| resolved.agent),
        sentence: index,
        speaks: speaker.is_some(),
        subject: range.start <= sentence.tokens.start + 3,
    };
    let principal = principal(reading, &description);
    let holders = outlets_behind(reading, &range, &description);
    let resolved = cast.meet(reading, description, place);
    for holder in holders {
        cast.meet(reading, holder, Place { speaks: false, subject: false, ..place });
    }
    if let Some(body) = principal {
        let silent = Place { speaks: false, subject: false, ..place };
        let body = cast.meet(reading, describe(reading, &body), silent);
        cast.agents[resolved.agent].acts_for = Some(body.agent).filter(|body| *body != resolved.agent);
    }
    if let Some(attribution) = speaker {
        sources[attribution] = Some(resolved);
    }
}

/// "a memo obtained by the Herald": the outlets named behind "by" in a document's own words.
fn outlets_behind(reading: &Reading<'_>, range: &Range<usize>, of: &Description) -> Vec<Description> {
    let is_document = of.kind == AgentKind::Document;
    let by = range.clone().filter(|at| is_document && *at + 1 < range.end && reading.is_word(*at, "by"));
    let nouns = by.filter_map(|at| reading.phrases.noun_at(at + 1).filter(|noun| noun.end <= range.end));
    nouns.map(|noun| describe(reading, &noun)).filter(|one| one.kind == AgentKind::Outlet).collect()
}

/// "I" and "we" in a quotation: "I" is the one who is quoted, "we" those for whom he speaks.
fn resolve_first_persons(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    sources: &mut [Option<Resolved>],
    cast: &mut Cast,
) {
    for index in 0..attributions.len() {
        let Some(source) = attributions[index].source.as_ref().filter(|source| is_first_person(reading, source)) else {
            continue;
        };
        let Some(speaker) = speaker_around(reading, attributions, sources, index) else {
            let place = Place { outer: None, sentence: attributions[index].sentence, speaks: true, subject: true };
            sources[index] = Some(cast.meet(reading, describe(reading, &source.range), place));
            continue;
        };
        let singular = reading.is_any(source.range.start, &["i", "my"]);
        let agent = if singular { speaker.agent } else { cast.those_behind(speaker.agent) };
        cast.agents[agent].mentions.push(source.range.clone());
        sources[index] = Some(Resolved { agent, ..speaker });
    }
}

fn is_first_person(reading: &Reading<'_>, source: &Source) -> bool {
    source.range.len() == 1 && reading.is_any(source.range.start, &["i", "we", "my", "our"])
}

/// Who speaks the words in which an attribution stands: the nearest around it that is no "I" itself.
fn speaker_around(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    sources: &[Option<Resolved>],
    index: usize,
) -> Option<Resolved> {
    let around = std::iter::successors(attributions[index].nested_in, |at| attributions[*at].nested_in).take(12);
    let mut others =
        around.filter(|at| !attributions[*at].source.as_ref().is_some_and(|s| is_first_person(reading, s)));
    sources[others.next()?].clone()
}

fn by_sentence(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); reading.tokens.sentences.len()];
    for (index, attribution) in attributions.iter().enumerate() {
        let sentence = attribution.source.as_ref().map_or(attribution.sentence, |source| {
            let at = source.range.start;
            let inside = reading.tokens.sentences[attribution.sentence].tokens.contains(&at);
            if inside {
                attribution.sentence
            } else {
                reading.tokens.sentences.partition_point(|s| s.tokens.end <= at).min(found.len() - 1)
            }
        });
        found[sentence].push(index);
    }
    found
}
