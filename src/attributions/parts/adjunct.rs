//! What may stand between a source, its cue and the content: times, places, venues.

use crate::attributions::view::{Parsed, Reading, Words, mark, noun_phrase, tagged, token};
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::tokens::{Token, keys};
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::verify;
use nom::sequence::pair;
use std::ops::Range;

/// A word that tells when: weekday, month, "today", "last week".
pub fn is_time(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let words = reading.tokens.all.get(range.clone()).unwrap_or_default();
    // as most: no word of a time at all
    (words.iter().any(|word| word.is(OF_TIME)) || words.last().is_some_and(is_span)) && tells_when(reading, range)
}

const OF_TIME: Classes = Classes::TIME.union(Classes::WEEKDAY).union(Classes::MONTH);

const SPANS: &[u64] = keys![
    "week",
    "month",
    "year",
    "day",
    "morning",
    "afternoon",
    "evening",
    "night",
    "weekend",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
];

fn is_span(word: &Token) -> bool {
    word.is(Classes::TIME | Classes::PLURAL) && SPANS.contains(&word.key)
}

/// The same of a phrase that has some word of a time.
fn tells_when(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let last = range.end - 1;
    let (head, tag) = (reading.token(last), reading.tag(last));
    // "the daily said": a newspaper and no time
    if head.is(Classes::OUTLET_NOUN | Classes::DOCUMENT_NOUN) && tag == Tag::Noun {
        return false;
    }
    let is_name =
        |at: usize| reading.tag(at) == Tag::Proper && !reading.token(at).is(Classes::WEEKDAY | Classes::MONTH);
    // nor is "the Sunday Times"
    if head.is(Classes::ENDS_PAPER_NAME | Classes::ENDS_OUTLET_NAME) && is_name(last) {
        return false;
    }
    // nor is "Jan Obst", or "June Quill"; "in June Moscow said" is another matter
    let given = |at: usize| reading.token(at).is(Classes::GIVEN_NAME) && reading.token(at).is(Classes::MONTH);
    let led = range.start > 0 && reading.tag(range.start - 1) == Tag::Preposition;
    if range.len() > 1 && is_name(last) && given(last - 1) && !led {
        return false;
    }
    // nor is "its Dec. 28 meeting"
    if tag == Tag::Noun && !head.is(OF_TIME) && !SPANS.contains(&head.key) {
        return false;
    }
    range.clone().any(|at| reading.token(at).is(OF_TIME) && reading.token(at).is_word() && !is_name(at))
        || is_span(head)
}

/// "on Monday", "in Moscow", "Monday", "earlier": an adjunct right after a cue; gives its tokens.
pub fn adjunct(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    match input.next().map(|at| input.reading.tag(at)) {
        Some(Tag::Preposition) => prepositional(input),
        Some(Tag::Mark) => alt((comma_adverb, comma_reason)).parse(input),
        Some(Tag::Adverb) => alt((bare_time, time_adverb)).parse(input),
        _ => bare_time(input),
    }
}

/// A preposition and its noun phrase.
pub fn prepositional(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    let start = input.place();
    let (rest, _) = alt((pair(tagged(Tag::Preposition), noun_phrase).map(|_| ()), at_noon)).parse(input)?;
    let mut rest = rest;
    while let Ok((more, _)) = pair(
        // not "warned on Thursday |of high waves"
        token(|r: &Reading<'_>, at| {
            let of_day = r.is_word(at, "of") && at > 0 && r.token(at - 1).is(Classes::WEEKDAY);
            !of_day && r.is_any(at, keys!["of", "with", "in", "at", "on", "to", "from"])
        }),
        noun_phrase,
    )
    .parse(rest.clone())
    {
        rest = more;
    }
    let by = (participle, tagged(Tag::Preposition), noun_phrase).map(|_| ());
    // "in a blog post |published Thursday"
    let then = (participle, bare_time).map(|_| ());
    if let Ok((more, _)) = alt((by, then)).parse(rest.clone()) {
        rest = more;
    }
    if let Ok((more, _)) = region(rest.clone()) {
        rest = more;
    }
    let end = rest.place();
    Ok((rest, start..end))
}

/// "at a rally in Buffalo|, New York,|": where a town lies, between commas.
fn region(input: Words<'_, false>) -> Parsed<Words<'_, false>, ()> {
    let reading = input.reading;
    let behind_name = input.place().checked_sub(1).is_some_and(|at| reading.tag(at) == Tag::Proper);
    let names = move |noun: &Range<usize>| behind_name && noun.clone().all(|at| reading.tag(at) == Tag::Proper);
    (mark(Kind::Comma), verify(noun_phrase, names), mark(Kind::Comma)).map(|_| ()).parse(input)
}

/// "at noon", "until today"
fn at_noon(input: Words<'_, false>) -> Parsed<Words<'_, false>, ()> {
    let time = token(|r: &Reading<'_>, at| r.tag(at) == Tag::Adverb && r.token(at).is(Classes::TIME));
    pair(tagged(Tag::Preposition), time).map(|_| ()).parse(input)
}

/// "an interview published on Monday": a participle that goes on with the adjunct's noun.
fn participle(input: Words<'_, false>) -> Parsed<Words<'_, false>, usize> {
    token(|r: &Reading<'_>, at| {
        r.tag(at) == Tag::Participle || r.tag(at) == Tag::Finite && r.token(at).is(Classes::VERB_PARTICIPLE)
    })
    .parse(input)
}

fn bare_time(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    let reading = input.reading;
    // not "said |the winter “will decide it”"
    let bare = move |noun: &Range<usize>| noun.len() == 2 && reading.is_word(noun.start, "the");
    verify(noun_phrase, move |noun: &Range<usize>| is_time(reading, noun) && !bare(noun)).parse(input)
}

/// ", however,"
fn comma_adverb(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    (mark(Kind::Comma), tagged(Tag::Adverb), mark(Kind::Comma)).map(|(open, _, close)| open..close + 1).parse(input)
}

/// ", on condition of anonymity because the inquiry goes on,"
fn comma_reason(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    let (rest, open) = mark(Kind::Comma)(input)?;
    let reading = rest.reading;
    let given = rest.next().is_some_and(|at| {
        let reason = |at: usize| reading.phrase_len(at, Meaning::AnonymityReason) > 0;
        reason(at) || reading.tag(at) == Tag::Ing && rest.range.contains(&(at + 1)) && reason(at + 1)
    });
    let high = rest.range.end.min(open + LONGEST_REASON);
    let close =
        given.then(|| reading.marks(open + 1..high, Kind::Comma).next()).flatten().ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&rest, close - open), open..close + 1))
}

/// Tokens that the reason for anonymity may have; keeps the work linear.
const LONGEST_REASON: usize = 30;

fn time_adverb(input: Words<'_, false>) -> Parsed<Words<'_, false>, Range<usize>> {
    token(|reading: &Reading<'_>, at| reading.tag(at) == Tag::Adverb).map(|at| at..at + 1).parse(input)
}
