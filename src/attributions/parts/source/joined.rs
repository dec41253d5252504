//! Nouns joined by "and", read backwards.

use super::noun_group::MOST_PIECES;
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::view::{Behind, Parsed, Reading, mark, noun_phrase, token};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::combinator::{opt, verify};
use nom::sequence::preceded;
use std::ops::Range;

/// "Smith and |", "Oslo, Bergen, and |"
pub(super) fn coordinated(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let and = token(|r: &Reading<'_>, at| r.is_any(at, keys!["and", "&"]));
    let (mut rest, (_, comma, mut noun)) = (and, opt(mark(Kind::Comma)), noun_phrase).parse(input)?;
    let mut listed = false;
    let is_name = |noun: &Range<usize>| noun.clone().all(|at| reading.tag(at) == Tag::Proper);
    for _ in 0..MOST_PIECES {
        let earlier = preceded(mark(Kind::Comma), verify(noun_phrase, |noun| !is_time(reading, noun)));
        let Ok((more, earlier)) = { earlier }.parse(rest.clone()) else { break };
        // "issued in Oslo, Bergen and |", but not "a route to Europe, |AFP and dpa said"
        let is_led =
            |at: usize| reading.tag(at) == Tag::Preposition && reading.token(at - 1).is(Classes::VERB_PARTICIPLE);
        let led = || more.next().is_some_and(|at| at > more.range.start && is_led(at));
        if comma.is_none() && !(is_name(&noun) && is_name(&earlier) && led()) {
            break;
        }
        (rest, noun, listed) = (more, earlier, true);
    }
    let before = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
    // "between Oslo and Bergen, and |": behind a comma that separates no list another clause begins
    if comma.is_some() && !listed {
        return Err(nom::Err::Error(()));
    }
    let alone = before.is_none_or(|at| match reading.tag(at) {
        Tag::That | Tag::Coordinator | Tag::Subordinator | Tag::Mark => true,
        // "the meeting between |Oslo and Bergen", "A panel of judges from |Oslo and Bergen ruled"
        Tag::Preposition => listed || reading.is_word(at, "between") || opens_sentence(reading, rest.range.start, at),
        _ => false,
    });
    if alone && !is_time(reading, &noun) { Ok((rest, noun)) } else { Err(nom::Err::Error(())) }
}

/// "|A panel of judges from": nothing but nouns and what joins them, from the sentence's start to a preposition.
fn opens_sentence(reading: &Reading<'_>, start: usize, preposition: usize) -> bool {
    // "Posts circulating |on"
    let nominal = |at: usize| reading.tag(at).is_nominal() || matches!(reading.tag(at), Tag::Preposition | Tag::Ing);
    let short = preposition > start && preposition - start <= LONGEST_OPENING;
    short && reading.tag(start).is_nominal() && (start..preposition).all(nominal)
}

/// Tokens that such an opening may have.
const LONGEST_OPENING: usize = 12;

/// "Peter Hollis of Maine and |Joan Tully": another person's name, with the place that he is of.
pub(super) fn joined_person(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let second = input.range.end;
    let is_person = move |at: usize| reading.token(at).is(Classes::TITLE | Classes::GIVEN_NAME);
    let and = token(|r: &Reading<'_>, at| r.is_word(at, "and"));
    let of = token(|r: &Reading<'_>, at| r.is_any(at, keys!["of", "from"]));
    let (rest, (_, _, _, noun)) = (and, noun_phrase, of, noun_phrase).parse(input)?;
    let before = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
    let opens = before.is_none_or(|at| matches!(reading.tag(at), Tag::That | Tag::Subordinator | Tag::Mark));
    let two = second < reading.tokens.all.len() && is_person(second) && is_person(noun.start);
    if opens && two { Ok((rest, noun)) } else { Err(nom::Err::Error(())) }
}
