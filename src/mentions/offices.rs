//! An office that is named first, and its holder later: "Estonia's foreign minister", "Minister Kadri Saar".

use super::agent::Agent;
use super::nations::{is_nation, is_one_nation};
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who holds each office that the copy tells with a name.
#[derive(Debug, Default)]
pub struct Holders {
    /// By the key of the office's noun, and by that with the word before it: the surname, or `None` where several hold it.
    surnames: FxHashMap<u64, Option<u64>>,
}

impl Holders {
    /// Of all "Foreign Minister Kadri Saar" among the noun phrases that end in a name.
    pub fn of(reading: &Reading<'_>, names: &[&Range<usize>]) -> Self {
        let mut holders = Self::default();
        for noun in names {
            if let Some(office) = office_before_name(reading, noun) {
                holders.note(reading, office, reading.token(noun.end - 1).key);
            }
        }
        holders
    }

    fn note(&mut self, reading: &Reading<'_>, office: usize, surname: u64) {
        for key in [Some(reading.token(office).key), told_by(reading, office)].into_iter().flatten() {
            let holder = self.surnames.entry(key).or_insert(Some(surname));
            *holder = holder.filter(|known| *known == surname);
        }
    }

    /// Whether the copy names anybody who holds an office with this noun.
    pub(super) fn has(&self, reading: &Reading<'_>, office: usize) -> bool {
        self.surnames.contains_key(&reading.token(office).key)
    }

    /// Whether the copy names several who hold the office that the noun tells of.
    fn are_several(&self, reading: &Reading<'_>, office: usize) -> bool {
        let key = told_by(reading, office).unwrap_or(reading.token(office).key);
        self.surnames.get(&key).is_some_and(Option::is_none)
    }
}

/// The last noun of an office before a name: "minister" of "Foreign Minister Kadri Saar".
fn office_before_name(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let is_office = |at: &usize| is_office(reading, *at) && !reading.token(*at).is(Classes::GIVEN_NAME);
    (noun.start..noun.end - 1).rev().find(is_office)
}

/// Whether the noun is that of an office which few hold.
pub(super) fn is_office(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    token.is(Classes::ROLE) && token.is(Classes::PERSON_NOUN) && !reading.is_any(at, HELD_BY_MANY)
}

/// "foreign minister" as one key; a country before the office tells of no other one.
fn told_by(reading: &Reading<'_>, office: usize) -> Option<u64> {
    let is_word = |at: &usize| matches!(reading.tag(*at), Tag::Noun | Tag::Adjective | Tag::Proper);
    let before = office.checked_sub(1).filter(|at| is_word(at) && !is_nation(reading, *at))?;
    Some(reading.token(before).key.rotate_left(7) ^ reading.token(office).key)
}

/// Whether a name with this role may be that of an office's holder whom the copy has not named yet. "The US president" is no "President Ada
/// Quill" of whom the copy only tells, and who may be another country's.
pub fn may_hold(
    reading: &Reading<'_>,
    office: &Agent<'_>,
    role: &Range<usize>,
    holders: &Holders,
    speaks: bool,
) -> bool {
    let (Some(noun), Some(first)) = (office.noun, office.mentions.first()) else { return false };
    let terse = is_terse(reading, office, first);
    let unnamed = office.name.is_empty() && !office.plural && (terse || office.kind == AgentKind::Person);
    let (told, held) = (telling(reading, first), telling(reading, role));
    let (not_told, not_held) = (those_missing(reading, &held, &told), those_missing(reading, &told, &held));
    let has = |words: &[usize], is: fn(&Reading<'_>, usize) -> bool| words.iter().any(|at| is(reading, *at));
    let is_rank = |reading: &Reading<'_>, at: usize| reading.is_any(at, RANKS);
    unnamed
        && is_office(reading, noun)
        && (not_held.is_empty() || not_told.is_empty())
        && !has(&not_told, is_rank)
        && !has(&not_held, is_rank)
        && (terse || !has(&not_told, is_nation))
        && (speaks || !has(&not_held, is_nation))
        && !holders.are_several(reading, noun)
}

/// "Ukraine's president", who has no name yet.
pub fn is_unnamed_holder(reading: &Reading<'_>, agent: &Agent<'_>) -> bool {
    let unnamed = agent.kind == AgentKind::Person && agent.name.is_empty() && !agent.plural;
    let title = |noun: usize| is_office(reading, noun) && reading.token(noun).is(Classes::TITLE);
    // "her agent", "the company's lawyer"
    let owned = |first: &Range<usize>| {
        reading.token(first.start).is(Classes::POSSESSIVE_DETERMINER) || reading.has_tag(first.clone(), Tag::Possessive)
    };
    unnamed && (agent.noun.is_some_and(title) || agent.mentions.first().is_some_and(owned))
}

/// Those of the words that are not among the others.
fn those_missing(reading: &Reading<'_>, words: &[usize], others: &[usize]) -> Vec<usize> {
    let is_among = |word: usize| others.iter().any(|other| is_same_word(reading, word, *other));
    words.iter().copied().filter(|word| !is_among(*word)).collect()
}

/// "Foreign minister says …": an office without an article, as headlines have it; it may be any country's.
pub(super) fn is_terse(reading: &Reading<'_>, office: &Agent<'_>, mention: &Range<usize>) -> bool {
    let bare = !matches!(reading.tag(mention.start), Tag::Determiner | Tag::Number | Tag::Pronoun);
    matches!(office.kind, AgentKind::Anonymous | AgentKind::Document | AgentKind::Organisation) && bare
}

/// The words that tell which office it is; "the company's" tells nothing.
fn telling(reading: &Reading<'_>, words: &Range<usize>) -> Vec<usize> {
    let tells = |at: &usize| {
        let word = matches!(reading.tag(*at), Tag::Noun | Tag::Adjective | Tag::Proper);
        word && !reading.stand_in(*at).is_some_and(|whom| whom.is_body())
    };
    words.clone().take(MOST_WORDS).filter(tells).collect()
}

fn is_same_word(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    reading.token(a).key == reading.token(b).key || is_one_nation(reading, a, b)
}

/// How many words of a role are compared; keeps the work linear.
const MOST_WORDS: usize = 12;

/// Words that make another office of one.
const RANKS: &[u64] =
    keys!["deputy", "vice", "assistant", "former", "acting", "prime", "attorney", "ex", "shadow", "junior"];

/// Of these there are many, so that "the senator" is rather somebody whom the copy has named without it.
const HELD_BY_MANY: &[u64] =
    keys!["senator", "deputy", "officer", "member", "lawyer", "attorney", "representative", "agent"];
