//! Whose an office or a body is: a country's ("the Uzbek minister"), an owner's ("Merz's spokesman").

use super::agent::Agent;
use super::describe::base_phrase;
use super::resolve::in_brief;
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::words::{lower_case, nation_stem};
use std::ops::Range;

/// The last word of the name that owns: "Merz" of "Chancellor Friedrich Merz's spokesman".
pub(super) fn owner_of(reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
    let mark = range.clone().find(|at| reading.tag(*at) == Tag::Possessive)?;
    mark.checked_sub(1).filter(|owner| *owner >= range.start && reading.tag(*owner) == Tag::Proper)
}

/// Whether an agent may belong to an owner: it does to no other, as far as the copy tells. "Russia" is told of by "Russian Defence Minister".
pub(super) fn may_belong(agent: &Agent<'_>, owner: &str) -> bool {
    if agent.affiliation.is_none() {
        return true;
    }
    let stem = lower_case(nation_stem(owner)).into_owned();
    let told = [Some(&*agent.canonical), agent.affiliation, agent.role].into_iter().flatten();
    told.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).any(|word| lower_case(word).starts_with(&stem))
}

/// "Uzbek" of "the Uzbek minister", "Kazakhstan" of "Kazakhstan's minister".
pub(super) fn nation_in(reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
    let base = base_phrase(reading, range);
    (base.start..base.end.saturating_sub(1)).find(|at| is_nation(reading, *at))
}

/// Whether the copy has told of which country's office or body the agent is, and that it is another's: "Uzbek Energy Minister".
pub(super) fn is_of_another_nation(reading: &Reading<'_>, agent: &Agent<'_>, nation: usize) -> bool {
    let stem = lower_case(nation_stem(reading.str(nation))).into_owned();
    let told = [Some(&*agent.canonical).filter(|_| agent.name.is_empty()), agent.role].into_iter().flatten();
    let words = told.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).take(MOST_OF_ROLE));
    let side = nation.checked_sub(1).map(|before| reading.str(before)).filter(|word| is_side(word));
    let mut before = None;
    let with_side = words.map(|word| (before.replace(word).filter(|before| is_side(before)), word));
    let is_nation = |word: &str| tell_of_nation(reading.lexicon.word(reading.lexicon.id_of(in_brief(word))).classes);
    let is_same = |word: &str| lower_case(word).starts_with(&stem);
    // "Korea" alone is none
    let told = |its: Option<&str>, word: &str| is_nation(word) || its.is_some() && is_same(word);
    let mut nations = with_side.filter(|(its, word)| told(*its, word)).peekable();
    nations.peek().is_some() && !nations.any(|(its, word)| is_same(word) && its == side)
}

/// "North" of "North Korean": another nation than the South's.
fn is_side(word: &str) -> bool {
    matches!(word, "North" | "South" | "East" | "West")
}

/// Whether the role tells that the agent is that country's: "his Iranian counterpart".
pub(super) fn is_of_nation(agent: &Agent<'_>, nation: &str) -> bool {
    let stem = lower_case(nation_stem(nation)).into_owned();
    let words = agent.role.unwrap_or_default().split(|c: char| !c.is_alphanumeric()).take(MOST_OF_ROLE);
    words.into_iter().any(|word| lower_case(word).starts_with(&stem))
}

/// How many words of a role are asked for a nation.
const MOST_OF_ROLE: usize = 12;

/// "Russia" and "Russian": by the letters that a country shares with its people.
pub(super) fn is_one_nation(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    is_nation(reading, a) && is_nation(reading, b) && nation_stem(reading.str(a)) == nation_stem(reading.str(b))
}

/// "Russia", "Russian"
pub(super) fn is_nation(reading: &Reading<'_>, at: usize) -> bool {
    tell_of_nation(reading.token(at).classes)
}

fn tell_of_nation(classes: Classes) -> bool {
    classes.intersects(Classes::COUNTRY | Classes::DEMONYM)
}
