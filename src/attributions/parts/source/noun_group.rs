//! A noun phrase with what belongs to it, read backwards from its end, one piece at a time.

use super::joined::{coordinated, joined_person};
use super::listed::listed;
use super::parenthesis::bracket;
use super::speaks;
use super::verbs::{has_nobody_told, is_spoken, reports, states_only, takes_clause};
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::view::{Behind, Parsed, Reading, mark, noun_phrase, tagged, token};
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, peek, verify};
use nom::sequence::{pair, preceded};
use std::ops::Range;

/// How many pieces a noun phrase with its modifiers may have; keeps the work linear.
pub(super) const MOST_PIECES: usize = 8;

/// A noun phrase with what stands before it and belongs to it: "a spokesman for the ministry", "Smith and Jones".
pub(super) fn noun_group(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let (rest, _) = opt(alt((bracket.map(|_| ()), bare_participle))).parse(input)?;
    let (mut rest, _) = match noun_phrase(rest.clone()) {
        Ok(found) if !is_behind_naming(&found.0) => found,
        _ => alt((called, noun_phrase)).parse(rest)?,
    };
    for _ in 0..MOST_PIECES {
        if !rest.next().is_some_and(|at| may_join(rest.reading, at)) {
            break;
        }
        let piece = alt((
            modified,
            infinitive,
            charged_with,
            reduced_relative,
            listed,
            coordinated,
            joined_person,
            comma_title,
            bracketed,
        ))
        .parse(rest.clone());
        let Ok((more, noun)) = piece else { break };
        if is_time(more.reading, &noun) && !more.reading.token(noun.start).is(Classes::POSSESSIVE_DETERMINER) {
            break;
        }
        rest = more;
    }
    Ok((rest, ()))
}

/// "the leaker known as Lumen |", "a group calling itself “Dawn” |": whoever goes by a name that stands behind.
fn called(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let named = move |noun: &Range<usize>| noun.clone().all(|at| reading.tag(at) == Tag::Proper);
    let (rest, _) = alt((quoted_name, verify(noun_phrase, named).map(|_| ()))).parse(input)?;
    if !is_behind_naming(&rest) {
        return Err(nom::Err::Error(()));
    }
    let word = |words: &'static [u64]| token(move |r: &Reading<'_>, at| r.is_any(at, words));
    let known_as = (word(keys!["as"]), word(keys!["known", "identified"])).map(|_| ());
    // "a man called Lumen |", but not "The ministry called Lumen"
    let one = move |noun: &Range<usize>| reading.is_any(noun.start, keys!["a", "an", "one", "another"]);
    let called =
        pair(word(keys!["called", "named", "dubbed", "nicknamed"]), peek(verify(noun_phrase, one))).map(|_| ());
    let itself =
        (word(keys!["itself", "himself", "herself", "themselves"]), word(keys!["calling", "styling", "identifying"]));
    // "a hacker going by the name “vanta” |"
    let by_name = (noun_phrase, word(keys!["by", "under", "using"]), tagged(Tag::Ing)).map(|_| ());
    let (rest, _) = alt((known_as, called, itself.map(|_| ()), by_name)).parse(rest)?;
    noun_phrase(rest)
}

/// Whether a word with which somebody is named stands right before.
fn is_behind_naming(rest: &Behind<'_>) -> bool {
    rest.next().is_some_and(|at| rest.reading.is_any(at, NAMING))
}

/// "“Dawn of Justice” |": a few words in quotation marks.
fn quoted_name(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let (reading, end) = (input.reading, input.range.end);
    let around = end.checked_sub(1).and_then(|last| reading.tokens.quotation_at(last));
    let quotation = around.map(|index| &reading.tokens.quotations[index].tokens);
    let short =
        quotation.filter(|words| words.end == end && words.len() <= LONGEST_ALIAS && words.start > input.range.start);
    let len = short.map(ExactSizeIterator::len).ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&input, len), ()))
}

/// Tokens of a name in quotation marks, the marks included.
const LONGEST_ALIAS: usize = 8;

/// Words right before a name that somebody goes by.
const NAMING: &[u64] = keys![
    "as",
    "called",
    "named",
    "dubbed",
    "nicknamed",
    "itself",
    "himself",
    "herself",
    "themselves",
    "name",
    "pseudonym",
    "alias",
    "handle",
    "nickname",
    "username"
];

/// Whether any piece may end with the token.
fn may_join(reading: &Reading<'_>, at: usize) -> bool {
    let joins = matches!(reading.tag(at), Tag::Preposition | Tag::To | Tag::Base | Tag::Ing | Tag::Coordinator);
    let is_mark = || matches!(reading.token(at).kind, Kind::Comma | Kind::CloseBracket);
    joins || is_mark() || reading.is_any(at, keys!["and", "&"])
}

/// "those surveyed |": a participle with nothing behind it.
fn bare_participle(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let behind_noun = |r: &Reading<'_>, at: usize| at > 0 && (r.tag(at - 1).is_head() || r.is_word(at - 1, "those"));
    token(move |r: &Reading<'_>, at| r.tag(at) == Tag::Participle && behind_noun(r, at)).map(|_| ()).parse(input)
}

/// "a spokesman for |": a preposition, and the noun phrase before it.
fn modified(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let preposition = token(move |r: &Reading<'_>, at| match r.tag(at) {
        Tag::Preposition => !r.is_any(at, keys!["according", "than"]),
        // "several delegations to the conference |"
        Tag::To => true,
        _ => false,
    });
    let (rest, (_, noun)) = pair(preposition, noun_phrase).parse(input)?;
    // "told reporters in Moscow the ministry …": the noun before is an object, not part of the subject; "met the head |of the union" is one noun
    let before_noun = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
    let before_noun = before_noun.filter(|verb| !is_owner(reading, *verb, &noun));
    match before_noun.map(|at| reading.tag(at)) {
        // "the decision to pull the plug on |": the infinitive is the next piece
        Some(Tag::Base) if noun.start >= 2 && reading.tag(noun.start - 2) == Tag::To => Ok((rest, noun)),
        // "a man accused of opening fire |at a mall"
        Some(Tag::Ing) if charged_with(rest.clone()).is_ok() => Ok((rest, noun)),
        Some(tag) if tag.is_verbal() && tag != Tag::Participle && !states_only(reading, noun.start - 1) => {
            Err(nom::Err::Error(()))
        }
        _ => Ok((rest, noun)),
    }
}

/// "met |the head of the union": with "of", the object of a verb goes on; "reminded them of the union", "accused them of it" have two.
fn is_owner(reading: &Reading<'_>, verb: usize, noun: &Range<usize>) -> bool {
    let two = || reading.verb_cue(verb).is_some_and(|cue| cue.frames.intersects(Frames::OBJ_OF | Frames::TELL));
    let head = reading.token(noun.end - 1);
    reading.is_word(noun.end, "of") && head.is(Classes::PERSON_NOUN | Classes::ROLE | Classes::GROUP_NOUN) && !two()
}

/// "a plot to attack |": an infinitive that tells what the noun is for.
fn infinitive(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let verb = token(|r: &Reading<'_>, at| r.tag(at) == Tag::Base && !takes_clause(r, at));
    let (rest, (_, _, noun)) = (verb, tagged(Tag::To), noun_phrase).parse(input)?;
    let before = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
    let object = before.is_some_and(|at| rest.reading.tag(at).is_verbal() && !states_only(rest.reading, at));
    if object || speaks(rest.reading, &noun) { Err(nom::Err::Error(())) } else { Ok((rest, noun)) }
}

/// "people briefed on |", "the report released in |", "officials running |"
fn reduced_relative(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, preposition) = opt(tagged(Tag::Preposition)).parse(input)?;
    let led = preposition.is_some();
    // "a communique |issued at the end of the summit"
    let of_document = |r: &Reading<'_>, at: usize| {
        at > 0 && r.token(at - 1).is(Classes::DOCUMENT_NOUN) && !reports(r, at) && r.tag(at - 1) == Tag::Noun
    };
    let mut participle = token(move |r: &Reading<'_>, at| match r.tag(at) {
        // "posts |circulating on Facebook"
        Tag::Ing => !takes_clause(r, at) || led && !is_spoken(r, at),
        Tag::Participle | Tag::Adjective => led,
        Tag::Adverb => led && r.token(at).is(Classes::ADJECTIVE),
        Tag::Finite => {
            led && r.token(at).is(Classes::VERB_PARTICIPLE)
                && (!is_spoken(r, at) || has_nobody_told(r, at) || of_document(r, at))
        }
        _ => false,
    });
    let (rest, _) = participle.parse(rest)?;
    let (rest, _) = opt(dated_and).parse(rest)?;
    // not "He |filed for an order"
    let reading = rest.reading;
    let named = move |noun: &Range<usize>| noun.len() <= 8 && !reading.token(noun.start).is(Classes::PRONOUN_SUBJECT);
    // "scientists |not involved in the work"
    preceded(opt(tagged(Tag::Negation)), verify(noun_phrase, named)).parse(rest)
}

/// "a message dated Nov. 14 and |seen by", "a memo circulated among lenders and |seen by": a participle with what belongs to it before another.
fn dated_and(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let and = token(|r: &Reading<'_>, at| r.is_word(at, "and"));
    let participle = token(|r: &Reading<'_>, at| r.token(at).is(Classes::VERB_PARTICIPLE) && r.tag(at).is_verbal());
    let reading = input.reading;
    let time = verify(noun_phrase, move |noun: &Range<usize>| is_time(reading, noun));
    let dated = (time, opt(tagged(Tag::Preposition)), participle).map(|_| ());
    let led = (noun_phrase, tagged(Tag::Preposition), tagged(Tag::Participle)).map(|_| ());
    (and, alt((dated, led))).map(|_| ()).parse(input)
}

/// "the man accused of opening |fire at a mall": what somebody is charged with belongs to him.
fn charged_with(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let charged = token(|r: &Reading<'_>, at| {
        r.token(at).is(Classes::VERB_PARTICIPLE) && matches!(r.tag(at), Tag::Participle | Tag::Finite | Tag::Adjective)
    });
    let with = token(|r: &Reading<'_>, at| r.is_any(at, keys!["of", "with", "for"]));
    (tagged(Tag::Ing), with, charged, noun_phrase).map(|(.., noun)| noun).parse(input)
}

/// "Russia's defence minister, |Sergei Shoigu": no comma after the name, as in "minister, Sergei Shoigu, said" it is skipped elsewhere.
fn comma_title(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let starts_with_name = input.range.end < reading.tokens.all.len() && reading.tag(input.range.end) == Tag::Proper;
    let (rest, (_, noun)) = pair(mark(Kind::Comma), noun_phrase).parse(input)?;
    // "at the White House, |Quill": a proper name is no title
    let is_role = reading.token(noun.end - 1).is(Classes::PERSON_NOUN | Classes::ROLE)
        && reading.tag(noun.end - 1) != Tag::Proper
        // "Berg's husband, |Tor"
        && (reading.tag(noun.start) == Tag::Determiner || noun.clone().any(|at| reading.tag(at) == Tag::Possessive))
        // "In the house, |Quill said"
        && (noun.start == rest.range.start || reading.tag(noun.start - 1) != Tag::Preposition);
    if starts_with_name && is_role { Ok((rest, noun)) } else { Err(nom::Err::Error(())) }
}

/// "Smith (R-Ohio) |"
fn bracketed(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    preceded(bracket, noun_phrase).parse(input)
}
