//! What may stand between a subject and its verb: adverbs, times, a parenthesis.

use super::parenthesis::{bracket, comma_parenthesis, dash_parenthesis};
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::view::{Behind, Parsed, Reading, noun_phrase, tagged, token};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::many0_count;
use nom::sequence::pair;
use std::ops::Range;

/// What may stand between subject and verb: adverbs, times, a parenthesis between commas, a bracket.
pub(super) fn between(input: Behind<'_>) -> Parsed<Behind<'_>, Option<Range<usize>>> {
    let (rest, _) = many0_count(alt((adverb, behind_dates, behind_time))).parse(input)?;
    let (rest, _) = opt(adjunct_in_verb_group).parse(rest)?;
    let (rest, parenthesis) = opt(alt((comma_parenthesis, dash_parenthesis, bracket))).parse(rest)?;
    Ok((rest, parenthesis))
}

/// "has on many occasions |said": the adjunct with the auxiliary before it.
fn adjunct_in_verb_group(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let auxiliary = token(|r: &Reading<'_>, at| r.tag(at).is_auxiliary());
    (noun_phrase, tagged(Tag::Preposition), auxiliary).map(|_| ()).parse(input)
}

pub(super) fn adverb(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    // "Quill himself |said"
    const SELVES: &[u64] = keys!["himself", "herself", "itself", "themselves"];
    let plain =
        |r: &Reading<'_>, at: usize| !r.token(at).is_capitalised() && matches!(r.tag(at), Tag::Adverb | Tag::Negation);
    token(move |r: &Reading<'_>, at| plain(r, at) || r.is_any(at, SELVES)).map(|_| ()).parse(input)
}

/// "on Monday", "Monday" before the verb, with more before it.
pub(super) fn behind_time(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let (rest, ()) = time_in_clause(input)?;
    let subject_may_end = |at: usize| {
        let tag = rest.reading.tag(at);
        tag.is_head() || tag == Tag::Adverb || rest.reading.token(at).kind == Kind::CloseBracket
    };
    if rest.next().is_some_and(subject_may_end) { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}

/// "polled between Nov 10 and 14 |": two days before the verb.
fn behind_dates(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let reading = input.reading;
    let number = verify(noun_phrase, move |noun: &Range<usize>| noun.clone().all(|at| reading.tag(at) == Tag::Number));
    let and = token(|r: &Reading<'_>, at| r.is_any(at, keys!["and", "to"]));
    let day = verify(noun_phrase, move |noun: &Range<usize>| noun.len() <= 3 && is_time(reading, noun));
    let from = token(|r: &Reading<'_>, at| r.is_any(at, keys!["between", "from", "on"]));
    (number, and, day, from).map(|_| ()).parse(input)
}

/// A time right behind "which" or "who".
pub(super) fn time_in_clause(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let reading = input.reading;
    let time = verify(noun_phrase, move |noun: &Range<usize>| noun.len() <= 3 && is_time(reading, noun));
    pair(time, opt(tagged(Tag::Preposition))).map(|_| ()).parse(input)
}
