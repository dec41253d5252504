//! Whoever spoke last, by other words: "the Kansas Republican", "the former Norway midfielder", "the detective".

use super::agent::Agent;
use super::describe::{Description, Sort, base_phrase};
use super::offices::is_office;
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// Whether a definite phrase tells more of somebody who has been named: it stands alone, owns and is owned by nobody, and is no office, whose
/// holder one may name by it first ("the defence minister").
pub fn is_epithet(reading: &Reading<'_>, of: &Description) -> bool {
    let range = &of.range;
    let definite = of.sort == Sort::Definite && of.kind == AgentKind::Person && !of.plural;
    if !definite || !reading.is_word(range.start, "the") {
        return false;
    }
    // "the German, one of the hawks,"
    let base = base_phrase(reading, range);
    let apposed = base.end < range.end && reading.token(base.end).kind == Kind::Comma;
    let range = if apposed { &base } else { range };
    if base != *range {
        return is_head_of_state(reading, range) || is_parent_of(reading, range);
    }
    let owned = reading.has_tag(range.clone(), Tag::Possessive);
    let Some(noun) = of.noun.filter(|_| !owned) else { return false };
    // "the ousted premier": of whoever has just lost an office it was told before
    let ousted = (range.start + 1..range.end).any(|at| reading.is_any(at, keys!["ousted", "deposed", "embattled"]));
    ousted || is_one_of_many(reading, noun) || is_told_more_of(reading, range) && !is_unique(reading, noun)
}

/// "the former finance minister", "the ECB president": an office that tells of a last speaker of whom the copy has told nothing else.
pub fn is_office_of_unintroduced(reading: &Reading<'_>, of: &Description) -> bool {
    let range = &of.range;
    let definite = of.sort == Sort::Definite && of.kind == AgentKind::Person && !of.plural;
    let office =
        definite && range.len() > 2 && reading.is_word(range.start, "the") && base_phrase(reading, range) == *range;
    let owned = office && reading.has_tag(range.clone(), Tag::Possessive);
    // "the Danish prime minister" may be another one
    let nation = |at: usize| reading.token(at).is(Classes::DEMONYM | Classes::COUNTRY);
    let told = |at: usize| reading.tag(at) == Tag::Proper && !nation(at) || reading.is_any(at, keys!["former", "ex"]);
    office && !owned && told(range.start + 1)
}

/// "the general", "the minister": a title alone.
pub fn is_bare_title(reading: &Reading<'_>, of: &Description) -> bool {
    let one = of.sort == Sort::Definite && of.kind == AgentKind::Person && !of.plural;
    let crown = of.range.len() == 3 && reading.is_word(of.range.start + 1, "crown");
    one && (of.range.len() == 2 || crown) && reading.is_word(of.range.start, "the")
}

/// Whether the words that have named the agent hold the title, or one that means as much.
pub fn has_title(reading: &Reading<'_>, agent: &Agent<'_>, title: usize) -> bool {
    let own = reading.token(title).key;
    let others = ALIKE.iter().find(|alike| alike.contains(&own)).copied().unwrap_or_default();
    // "of broker Larch": the body's word
    let of_body = |at: usize| at > 0 && reading.is_any(at - 1, keys!["of", "at", "for", "from"]);
    let is_it = |at: usize| (reading.token(at).key == own || reading.is_any(at, others)) && !of_body(at);
    let told = agent.mentions.iter().take(MOST_MENTIONS).flat_map(|mention| mention.clone().take(MOST_WORDS));
    told.into_iter().any(is_it)
}

/// How many mentions of an agent, and words of each, are asked for a title.
const MOST_MENTIONS: usize = 4;
const MOST_WORDS: usize = 12;

/// Titles of which one stands for the other.
const ALIKE: &[&[u64]] = &[
    keys!["minister", "secretary", "chancellor"],
    keys!["doctor", "dr", "dr."],
    keys!["professor", "prof", "prof."],
    keys!["ceo", "boss", "executive", "chief"],
    keys!["general", "gen", "gen."],
    keys!["colonel", "col", "col."],
    keys!["captain", "capt", "capt."],
    keys!["lawmaker", "mp", "senator", "sen.", "rep.", "representative", "deputy"],
    keys!["spokesman", "spokeswoman", "spokesperson"],
    keys!["premier", "minister"],
    keys!["governor", "gov", "gov."],
    keys!["reverend", "rev", "rev."],
    keys!["pope", "pontiff"],
    keys!["sergeant", "sgt", "sgt."],
    keys!["lieutenant", "lt", "lt."],
    keys!["major", "maj", "maj."],
    keys!["king", "monarch"],
];

/// "the head of state"
fn is_head_of_state(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let head = range.len() == 4 && reading.is_word(range.start + 1, "head") && reading.is_word(range.start + 2, "of");
    head && reading.is_any(range.end - 1, keys!["state", "government"])
}

/// "the father of three"
fn is_parent_of(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let parent = range.len() == 4 && reading.is_any(range.start + 1, keys!["father", "mother", "parent"]);
    parent && reading.is_word(range.start + 2, "of") && reading.tag(range.end - 1) == Tag::Number
}

/// "the senator", "the Republican": there are many, so that "the" points to one who has been named.
fn is_one_of_many(reading: &Reading<'_>, noun: usize) -> bool {
    let token = reading.token(noun);
    let member = token.is(Classes::GROUP_NOUN | Classes::DEMONYM) && token.is_capitalised();
    member || reading.is_any(noun, WHAT_ONE_IS)
}

/// Of these there are many, and nobody is met first as "the" one by what happened, as "the driver" and "the victim" are.
const WHAT_ONE_IS: &[u64] = keys![
    "senator",
    "lawmaker",
    "politician",
    "congressman",
    "congresswoman",
    "councillor",
    "detective",
    "student",
    "actor",
    "actress",
    "singer",
    "musician",
    "rapper",
    "comedian",
    "novelist",
    "poet",
    "billionaire",
    "tycoon",
    "businessman",
    "businesswoman",
    "entrepreneur",
    "pensioner",
    "scholar",
    "academic",
    "economist",
    "analyst",
    "strategist",
    "historian",
    "midfielder",
    "striker",
    "defender",
    "goalkeeper",
    "winger",
    "activist",
    "journalist",
    "teenager",
    "leftist",
    "veteran",
    "retiree",
    "pontiff",
    "champion"
];

/// "the former Norway midfielder", "the Danish striker", "the 35-year-old singer"
fn is_told_more_of(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let tells = |at: usize| {
        let known = reading.is_any(at, TELLING);
        known
            || reading.token(at).is(Classes::DEMONYM | Classes::NAME_ADJECTIVE)
            || reading.str(at).ends_with("-year-old")
    };
    range.len() > 2 && (range.start + 1..range.end - 1).any(tells)
}

/// Words that tell more of somebody known.
const TELLING: &[u64] = keys!["former", "ex", "veteran", "retired", "fellow", "outspoken", "jailed", "exiled"];

/// Titles that many bear.
const MANY_TITLES: &[u64] =
    keys!["coach", "captain", "professor", "nurse", "doctor", "sergeant", "pastor", "officer", "lecturer"];

/// "the former prime minister", "the Danish prosecutor": one whom the copy may name so first.
fn is_unique(reading: &Reading<'_>, noun: usize) -> bool {
    let in_title = is_office(reading, noun) && reading.token(noun).is(Classes::TITLE);
    in_title && !reading.is_any(noun, MANY_TITLES)
}
