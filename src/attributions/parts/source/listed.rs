//! Several names for one source, and names that hold "and" themselves: "Britain, France and Germany", "the Ministry of Agriculture, Fisheries and Food".

use crate::attributions::parts::adjunct::is_time;
use crate::attributions::view::{Ahead, Behind, Parsed, Reading, mark, noun_phrase, token};
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::combinator::{opt, verify};
use nom::multi::many1_count;
use nom::sequence::preceded;
use std::ops::Range;

/// How many names a list may have; keeps the work linear.
const MOST_NAMES: usize = 8;

/// "Britain, France and |", "The Institute of Volcanology and |", "A report by Ann Lund and |": the names before the last one.
pub(super) fn listed(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let last = input.range.end;
    let and = token(|r: &Reading<'_>, at| r.is_any(at, keys!["and", "&"]));
    let (mut rest, (_, _, mut noun)) = (and, opt(mark(Kind::Comma)), noun_phrase).parse(input)?;
    if !is_name(reading, &noun)
        || reading.tokens.all.get(last).is_none_or(|token| !token.is_capitalised() && !is_the(reading, last))
    {
        return Err(nom::Err::Error(()));
    }
    let mut found = (stands_for_both(reading, &rest, &noun)).then(|| (rest.clone(), noun.clone()));
    for _ in 0..MOST_NAMES {
        let name = verify(noun_phrase, |noun: &Range<usize>| is_name(reading, noun));
        let Ok((more, earlier)) = preceded(mark(Kind::Comma), name).parse(rest.clone()) else { break };
        (rest, noun) = (more, earlier);
        if opens(reading, &rest, &noun) || in_body_name(reading, &rest, &noun, last) {
            found = Some((rest.clone(), noun.clone()));
        }
    }
    found.ok_or(nom::Err::Error(()))
}

/// "said Lund|, Poe and Hale", "the Ministry of Agriculture|, Fisheries and Food": the names behind the first one.
pub(super) fn listed_ahead(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let reading = input.reading;
    let before = input.range.start.checked_sub(1).filter(|at| reading.tag(*at) == Tag::Proper);
    let name = || verify(noun_phrase, |noun: &Range<usize>| is_name(reading, noun));
    let and = (opt(mark(Kind::Comma)), token(|r: &Reading<'_>, at| r.is_word(at, "and")));
    let (rest, _) = many1_count(preceded(mark(Kind::Comma), name())).parse(input)?;
    let (rest, _) = (and, name()).parse(rest)?;
    // "In a statement from the ministry|, Lund and Poe said": another subject
    let next = rest.place();
    let verb_next = next < reading.tokens.all.len() && reading.tag(next).is_verbal();
    if before.is_some() && !verb_next { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}

/// Nothing but a name, with an article or without.
fn is_name(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let part = |at: usize| matches!(reading.tag(at), Tag::Proper | Tag::Determiner | Tag::Possessive);
    reading.tag(noun.end - 1) == Tag::Proper && noun.clone().all(part) && !is_time(reading, noun)
}

fn is_the(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_word(at, "the")
}

/// Whether the first name of a list opens its clause; "In Paris, |Lund, Poe and Hale" is no list of four.
fn opens(reading: &Reading<'_>, rest: &Behind<'_>, noun: &Range<usize>) -> bool {
    let before = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
    before.is_none_or(|at| match reading.tag(at) {
        Tag::That | Tag::Coordinator | Tag::Subordinator => true,
        // "On Monday, |"
        Tag::Mark => at == 0 || !reading.phrases.noun_at(at - 1).is_some_and(|noun| is_name(reading, &noun)),
        _ => false,
    })
}

/// Whether the two names on both sides of "and" are told by a preposition together.
fn stands_for_both(reading: &Reading<'_>, rest: &Behind<'_>, noun: &Range<usize>) -> bool {
    let preposition = noun.start.checked_sub(1).filter(|at| *at > rest.range.start);
    preposition.is_some_and(|at| is_of_body(reading, at) || is_by_authors(reading, at) || is_for_several(reading, at))
}

/// "the Ministry of |Agriculture, Fisheries and Food": of words that the lists know as no names.
fn in_body_name(reading: &Reading<'_>, rest: &Behind<'_>, noun: &Range<usize>, last: usize) -> bool {
    let of = noun.start.checked_sub(1).filter(|at| rest.range.contains(at) && *at > 0);
    let is_word = |at: usize| reading.tag(at) != Tag::Proper || reading.token(at).word != WordId::UNKNOWN;
    of.is_some_and(|of| is_of_body(reading, of)) && (noun.start..last).all(is_word) && is_word(last)
}

/// "Institute |of", "Centers |for"
fn is_of_body(reading: &Reading<'_>, of: usize) -> bool {
    let body = reading.token(of - 1);
    let named = body.is_capitalised() && reading.tag(of - 1) == Tag::Proper;
    named && body.is(Classes::ORGANISATION_NOUN) && reading.is_any(of, keys!["of", "for"])
}

/// "A report |by"
fn is_by_authors(reading: &Reading<'_>, by: usize) -> bool {
    reading.is_word(by, "by") && reading.token(by - 1).is(Classes::DOCUMENT_NOUN) && reading.tag(by - 1) == Tag::Noun
}

/// "Representatives |for Meridian and Lazard"
fn is_for_several(reading: &Reading<'_>, preposition: usize) -> bool {
    let people = reading.token(preposition - 1);
    let several = people.is(Classes::PERSON_NOUN | Classes::ANONYMOUS_NOUN) && people.is(Classes::PLURAL);
    several && reading.is_word(preposition, "for")
}
