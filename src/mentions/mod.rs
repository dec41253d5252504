//! Mentions: who is meant by every source, and by the noun phrases that later ones point back to.

mod agent;
mod anonymity;
mod body_names;
mod builds;
mod by_key;
mod candidates;
mod describe;
mod epithets;
mod first_person;
mod given_names;
mod joint;
mod kinds;
mod meeting;
mod name;
mod named;
mod nations;
mod offices;
mod reporters;
mod resolve;
mod spokesmen;

pub use agent::{Agent, Gender, Known};
pub use describe::number;
pub use joint::members;
pub use resolve::Resolved;

use crate::attributions::{Attribution, Reading};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::Holders;
use candidates::take_mentions;
use first_person::resolve_first_persons;
use meeting::{Met, meet};
use resolve::Cast;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Who speaks, and which mention is whose.
#[derive(Debug, Default)]
pub struct Mentions<'a> {
    /// All agents, by first mention.
    pub agents: Vec<Agent<'a>>,
    /// Per attribution, the agent of its source.
    pub sources: Vec<Option<Resolved>>,
    /// Per token, the agent of a mention that starts there.
    starting: Holders,
}

impl Mentions<'_> {
    /// The agent (by index) of a mention that starts at the token.
    pub fn starting_at(&self, token: usize) -> Option<usize> {
        self.starting.at(token)
    }
}

/// Finds the agents of a document; linear.
pub fn resolve<'a>(reading: &Reading<'a>, attributions: &[Attribution]) -> Mentions<'a> {
    let names = longer_names(reading);
    let holders = offices::Holders::of(reading, &names);
    let mut cast = Cast::knowing(surnames(reading, &names), holders, reading.phrases.nouns.len() / 3);
    let mut sources: Vec<Option<Resolved>> = vec![None; attributions.len()];
    let speaking = by_sentence(reading, attributions);
    let mut speaking = speaking.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut nouns = reading.phrases.nouns.iter().peekable();
    let (mut mentions, mut met) = (Vec::new(), Vec::with_capacity(AT_ONCE));
    for (index, sentence) in reading.tokens.sentences.iter().enumerate() {
        let here = speaking.next_if(|group| group[0].0 == index).unwrap_or_default();
        take_mentions(reading, sentence, &mut nouns, (attributions, here), &mut mentions);
        mentions.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        for (range, speaker) in mentions.drain(..) {
            met.push(Met::of(reading, &range, speaker, index));
        }
        if met.len() >= AT_ONCE {
            met.iter_mut().for_each(|one| meet(reading, &mut cast, attributions, &mut sources, one));
            met.clear();
        }
    }
    met.iter_mut().for_each(|one| meet(reading, &mut cast, attributions, &mut sources, one));
    resolve_first_persons(reading, attributions, &mut sources, &mut cast);
    anonymity::note_reasons(reading, attributions, &sources, &mut cast.agents);
    let starting = starting(&cast.agents, reading.tokens.all.len());
    Mentions { agents: cast.agents, sources, starting }
}

fn starting(agents: &[Agent<'_>], tokens: usize) -> Holders {
    let mentions =
        agents.iter().enumerate().flat_map(|(index, agent)| agent.mentions.iter().map(move |one| (index, one)));
    Holders::of(mentions.map(|(index, mention)| (index, mention.start..mention.start + 1)), tokens)
}

/// The noun phrases of several words that end in a name.
fn longer_names<'a>(reading: &Reading<'a>) -> Vec<&'a Range<usize>> {
    let named = |noun: &&Range<usize>| noun.len() >= 2 && reading.tag(noun.end - 1) == Tag::Proper;
    reading.phrases.nouns.iter().filter(named).collect()
}

/// Keys of the last words of names that begin with a given name: "Ada Quill".
fn surnames(reading: &Reading<'_>, names: &[&Range<usize>]) -> FxHashSet<u64> {
    let proper = |at: &usize| reading.tag(*at) == Tag::Proper;
    let full = |noun: &Range<usize>| {
        let of_person = |at: &usize| {
            let token = reading.token(*at);
            // "Minister |Graziano Dell"
            let titled = *at > noun.start && reading.token(*at - 1).is(Classes::TITLE);
            token.is(Classes::GIVEN_NAME) || titled && reading.token(*at - 1).is(Classes::PERSON_NOUN)
        };
        let given = (noun.start..noun.end).find(|at| proper(at) && of_person(at));
        given.is_some_and(|given| given + 1 < noun.end && (given + 1..noun.end).all(|at| proper(&at)))
    };
    names.iter().filter(|noun| full(noun)).map(|noun| reading.token(noun.end - 1).key).collect()
}

/// How many mentions are described before all of them are met: each of the two is a lot of code, for which there is no room at once in
/// the processor's nearest cache.
const AT_ONCE: usize = 32;

/// The sentence in which the source of each attribution stands, and the attribution; by sentences.
fn by_sentence(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<(usize, usize)> {
    let last = reading.tokens.sentences.len().saturating_sub(1);
    let sentence_of = |attribution: &Attribution| match &attribution.source {
        Some(source) => reading.tokens.sentence_at(source.range.start).min(last),
        None => attribution.sentence,
    };
    let mut found: Vec<_> = attributions.iter().enumerate().map(|(index, one)| (sentence_of(one), index)).collect();
    found.sort_by_key(|(sentence, _)| *sentence);
    found
}
