//! A source behind its cue, and what stands behind a noun and belongs to it.

use super::listed::listed_ahead;
use super::verbs::{is_spoken, states};
use super::{Source, Way};
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::content::quotation_at_start;
use crate::attributions::view::{Ahead, Parsed, Reading, mark, noun_phrase, tagged, token};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::many0_count;
use nom::sequence::preceded;
use std::ops::Range;

/// The noun phrase that starts at `at`, with appositions and modifiers after it; for "said X", "according to X".
pub fn source_after(reading: &Reading<'_>, at: usize, end: usize) -> Option<Source> {
    let ahead = reading.ahead(at..end);
    let (rest, noun) = noun_phrase(ahead).ok()?;
    let (rest, _) = opt(closing_mark(noun.start)).parse(rest).ok()?;
    let (rest, _) = many0_count(alt((
        post_modifier,
        closes_title(noun.start),
        dated,
        listed_ahead,
        and_another,
        bracket_ahead,
        titled,
    )))
    .parse(rest)
    .ok()?;
    let (rest, _) = opt(apposition).parse(rest).ok()?;
    let range = noun.start..rest.place();
    let time = range.len() <= 2 && is_time(reading, &range);
    (!time && !reading.is_word(at, "there")).then_some(Source {
        clause_start: at,
        range,
        antecedent: None,
        way: Way::After,
    })
}

/// "the network's “Morning Show|”": the mark that closes what opened in the noun phrase.
fn closing_mark<'a>(start: usize) -> impl Fn(Ahead<'a>) -> Parsed<Ahead<'a>, usize> {
    move |input| {
        token(move |r: &Reading<'_>, at| {
            let quotation = r.tokens.quotation_at(at).map(|index| &r.tokens.quotations[index].tokens);
            quotation.is_some_and(|quotation| quotation.start > start && quotation.end == at + 1)
        })
        .parse(input)
    }
}

/// "the network's “State of the Union|”": the same behind what the title goes on with.
fn closes_title<'a>(start: usize) -> impl Fn(Ahead<'a>) -> Parsed<Ahead<'a>, ()> {
    move |input| closing_mark(start)(input).map(|(rest, _)| (rest, ()))
}

/// "of the ministry", "familiar with the matter", "briefed on it", "(R-Ohio)"
fn post_modifier(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    // "a report |first obtained by the Herald"
    let before_participle = |r: &Reading<'_>, at: usize| {
        r.tag(at) == Tag::Adverb && r.tokens.all.get(at + 1).is_some() && r.tag(at + 1) == Tag::Participle
    };
    let (input, _) = opt(token(before_participle)).parse(input)?;
    let (rest, _) = opt(token(|r: &Reading<'_>, at| {
        matches!(r.tag(at), Tag::Participle | Tag::Adjective | Tag::Ing)
            || r.tag(at) == Tag::Adverb && r.token(at).is(Classes::ADJECTIVE)
            // not "Judge Berg |handed down the sentence"
            || r.tag(at) == Tag::Finite
                && r.token(at).is(Classes::VERB_PARTICIPLE)
                && r.tag(at - 1) == Tag::Noun
                && !states(r, at)
    }))
    .parse(input)?;
    let reading = rest.reading;
    // "described by a critic |as the last romantic"
    let preposition = token(|r: &Reading<'_>, at| r.tag(at) == Tag::Preposition && !r.is_word(at, "as"));
    let (rest, noun) = preceded(preposition, noun_phrase).parse(rest)?;
    if is_time(reading, &noun) { Err(nom::Err::Error(())) } else { Ok((rest, ())) }
}

/// ", a former official |now at King & Spalding"
fn now_at(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let now = token(|r: &Reading<'_>, at| r.is_any(at, keys!["now", "currently", "formerly", "previously"]));
    (now, tagged(Tag::Preposition), noun_phrase).map(|_| ()).parse(input)
}

/// "the network's “Morning Show”", "the BBC's “Today” programme"
fn titled(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let (rest, _) = tagged(Tag::Possessive)(input)?;
    let title =
        rest.next().and_then(|at| quotation_at_start(rest.reading, at)).filter(|title| title.end <= rest.range.end);
    let title = title.filter(|title| title.len() <= LONGEST_TITLE).ok_or(nom::Err::Error(()))?;
    // "the BBC's “Today” |programme"
    let show = token(|r: &Reading<'_>, at| r.is_any(at, keys!["programme", "program", "show", "podcast"]));
    let (rest, _) = opt(show).parse(nom::Input::take_from(&rest, title.len()))?;
    Ok((rest, ()))
}

/// Tokens that the title of a broadcast may have, its marks included.
const LONGEST_TITLE: usize = 8;

/// "published on Monday", "released this week": a participle with its time.
fn dated(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let reading = input.reading;
    let participle = token(|r: &Reading<'_>, at| {
        r.tag(at) == Tag::Participle
            || r.tag(at) == Tag::Finite
                && r.token(at).is(Classes::VERB_PARTICIPLE)
                // "in an interview |aired on Friday"
                && (!is_spoken(r, at) || at > 0 && r.is_word(at - 1, "interview"))
    });
    let time = verify(noun_phrase, move |noun: &Range<usize>| is_time(reading, noun));
    (participle, opt(tagged(Tag::Preposition)), time).map(|_| ()).parse(input)
}

/// "(R-Ohio)", "(IAEA)"
fn bracket_ahead(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let (rest, open) = mark(Kind::OpenBracket)(input)?;
    let reading = rest.reading;
    let high = rest.range.end.min(open + 15);
    let close = reading.marks(open..high, Kind::CloseBracket).next().ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&rest, close - open), ()))
}

fn and_another(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let reading = input.reading;
    let (rest, noun) = preceded(token(|r: &Reading<'_>, at| r.is_word(at, "and")), noun_phrase).parse(input)?;
    let verb_next = rest.next().is_some_and(|at| reading.tag(at).is_verbal());
    if verb_next || is_time(reading, &noun) { Err(nom::Err::Error(())) } else { Ok((rest, ())) }
}

/// ", the ministry's spokesman" up to the next comma or the end.
fn apposition(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let reading = input.reading;
    let (rest, noun) = preceded(mark(Kind::Comma), noun_phrase).parse(input)?;
    let (rest, _) = many0_count(alt((post_modifier, now_at))).parse(rest)?;
    let starts_well = matches!(reading.tag(noun.start), Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective);
    let closed = rest.next().is_none_or(|at| matches!(reading.token(at).kind, Kind::Comma | Kind::Stop));
    if starts_well && closed && !is_time(reading, &noun) { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}
