//! "who" and "which" as a source, and the noun that they stand for.

use super::between::{adverb, behind_time, time_in_clause};
use super::noun_group::noun_group;
use super::{Source, Way, speaks};
use crate::attributions::view::{Behind, Reading, mark, noun_phrase, tagged};
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many0_count;
use nom::sequence::{pair, preceded};
use std::ops::Range;

/// "Kerry, who |", "the bank, which |", "people who |", "envoys, most of whom |"
pub(super) fn relative(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    if !reading.has_tag(start..at, Tag::Relative) {
        return None;
    }
    let behind = reading.behind(start..at);
    // "the fund, which last week |urged it"
    let (rest, who) = preceded(many0_count(alt((adverb, time_in_clause))), tagged(Tag::Relative)).parse(behind).ok()?;
    // "the day |when he said", "when asked": a relative adverb speaks for nobody
    if reading.is_any(who, keys!["when", "where", "why"]) {
        return None;
    }
    // "the breeder whose potatoes were famous |and who said": the noun that the clause before belongs to
    if let Some(before) = relative_before(reading, start, who) {
        return relative(reading, start, before + 1).map(|it| Source { range: who..who + 1, clause_start: who, ..it });
    }
    let (rest, _) = opt(pair(tagged(Tag::Preposition), noun_phrase)).parse(rest).ok()?;
    let (rest, _) = opt(alt((mark::<true>(Kind::Comma), mark::<true>(Kind::Dash)))).parse(rest).ok()?;
    // "a statement last week |which said"
    let (rest, _) = opt(behind_time).parse(rest).ok()?;
    let rest = before_age(rest);
    let end = rest.place();
    let (rest, _) = noun_group(rest).ok()?;
    // "a speech like that of Quill, |who"
    let stands_in = end >= rest.place() + 3
        && reading.is_any(rest.place(), keys!["that", "those"])
        && reading.is_word(rest.place() + 1, "of");
    let whole = rest.place() + if stands_in { 2 } else { 0 }..end;
    let of_person = reading.is_any(who, keys!["who", "whom"]);
    let whole = if of_person { with_noun_before_place(reading, start, whole) } else { whole };
    let told = || person_of_body(reading, start, &whole).or_else(|| person_apposed(reading, start, &whole));
    let person = of_person.then(|| told().or_else(|| person_behind_thing(reading, &whole))).flatten();
    let last = || behind_silent_noun(reading, &whole).filter(|last| !of_person || !is_place_or_body(reading, last));
    let antecedent = person.or_else(last).unwrap_or(whole);
    Some(Source { range: who..who + 1, antecedent: Some(antecedent), way: Way::Relative, clause_start: who })
}

/// "Ann Lee|, 34, who": whose age it is stands before it.
fn before_age(rest: Behind<'_>) -> Behind<'_> {
    let age = tagged(Tag::Number);
    match pair(age, mark::<true>(Kind::Comma)).parse(rest.clone()) {
        Ok((before, _)) => before,
        Err(_) => rest,
    }
}

/// The relative word of the clause that "and who" goes on with.
fn relative_before(reading: &Reading<'_>, start: usize, who: usize) -> Option<usize> {
    let and = who.checked_sub(1).filter(|and| *and > start && reading.tag(*and) == Tag::Coordinator)?;
    let near = start.max(and.saturating_sub(LONGEST_CLAUSE))..and;
    near.rev().find(|at| reading.tag(*at) == Tag::Relative)
}

/// Tokens between two relative words of one noun.
const LONGEST_CLAUSE: usize = 30;

/// "an order sought by |a girlfriend, who": a document is no "who", and the last noun of its group may be.
fn person_behind_thing(reading: &Reading<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let head = |noun: &Range<usize>| reading.token(noun.end - 1);
    let first = reading.phrases.noun_at(group.start).filter(|noun| noun.end < group.end)?;
    let last = reading.phrases.noun_at(group.end - 1).filter(|noun| noun.start > first.end)?;
    let thing = head(&first).is(Classes::DOCUMENT_NOUN) && !head(&first).is(Classes::PERSON_NOUN);
    let person = head(&last).is(Classes::PERSON_NOUN) || reading.tag(last.end - 1) == Tag::Proper;
    (thing && person).then_some(last)
}

/// "|Tom Aldous, an analyst at Berenberg, who": what he is stands between.
fn person_apposed(reading: &Reading<'_>, start: usize, role: &Range<usize>) -> Option<Range<usize>> {
    let comma =
        role.start.checked_sub(1).filter(|comma| *comma > start && reading.token(*comma).kind == Kind::Comma)?;
    let base = reading.phrases.noun_at(role.start).filter(|base| base.start == role.start)?;
    let is_role = reading.token(base.end - 1).is(Classes::PERSON_NOUN) && reading.tag(base.end - 1) == Tag::Noun;
    let name = reading.phrases.noun_at(comma - 1).filter(|name| name.end == comma && name.start >= start)?;
    (is_role && name.len() > 1 && reading.tag(comma - 1) == Tag::Proper).then_some(name.start..role.end)
}

/// "|Ada Quill, of the audit office, who": a body is no "who", and the name before the comma is.
fn person_of_body(reading: &Reading<'_>, start: usize, body: &Range<usize>) -> Option<Range<usize>> {
    let comma =
        body.start.checked_sub(2).filter(|comma| *comma > start && reading.token(*comma).kind == Kind::Comma)?;
    let led = reading.is_any(comma + 1, keys!["of", "from", "at", "with"]);
    let is_body = reading.token(body.end - 1).is(Classes::ORGANISATION_NOUN | Classes::ENDS_OUTLET_NAME);
    let name = reading.phrases.noun_at(comma - 1).filter(|name| name.end == comma && name.start >= start)?;
    (led && is_body && reading.tag(comma - 1) == Tag::Proper).then_some(name)
}

/// "met |a man in Oslo, who": a place is no "who", and the noun before it is, an object of the verb or not.
fn with_noun_before_place(reading: &Reading<'_>, start: usize, group: Range<usize>) -> Range<usize> {
    let led = group.start >= start + 2 && is_place_or_body(reading, &group) && leads_to_place(reading, group.start - 1);
    let noun = if led { reading.phrases.noun_at(group.start - 2) } else { None };
    let is_person = |noun: &Range<usize>| {
        let head = reading.token(noun.end - 1);
        speaks(reading, noun) || head.word == WordId::UNKNOWN && reading.tag(noun.end - 1) == Tag::Noun
    };
    noun.filter(is_person).map_or(group.start, |noun| noun.start)..group.end
}

fn leads_to_place(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_any(at, keys!["in", "at", "near", "outside", "across", "off"])
}

/// "the harbour master in |Dingle, who", "the head of |the union, who": no person stands there.
fn is_place_or_body(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let place = noun.start > 0 && leads_to_place(reading, noun.start - 1);
    let head = reading.token(noun.end - 1);
    place || head.is(Classes::ORGANISATION_NOUN | Classes::COUNTRY) && !head.is(Classes::PERSON_NOUN)
}

/// "pressure from |the fund, which": where the first noun of a group says nothing, the last one does that is a name or can speak.
fn behind_silent_noun(reading: &Reading<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let first = reading.phrases.noun_at(group.start).filter(|noun| noun.end < group.end && !speaks(reading, noun))?;
    let last = reading.phrases.noun_at(group.end - 1).filter(|noun| noun.start > first.end)?;
    let led = reading.tag(last.start - 1) == Tag::Preposition;
    (led && speaks(reading, &last)).then_some(last)
}
