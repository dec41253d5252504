//! Who speaks: the noun phrase before or after a cue, with what identifies it.

use super::adjunct::is_time;
use super::content::quotation_at_start;
use super::listed::{listed, listed_ahead};
use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::feature::{Name, name};
use crate::attributions::view::{Ahead, Behind, Parsed, Reading, mark, noun_phrase, tagged, token};
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::multi::many0_count;
use nom::sequence::{pair, preceded};
use std::ops::Range;

/// A source, and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its tokens.
    pub range: Range<usize>,
    /// The noun phrase that "who" or "which" stands for.
    pub antecedent: Option<Range<usize>>,
    /// How it stands to the cue.
    pub way: Way,
    /// The first token that belongs to its clause: where content before it must end.
    pub clause_start: usize,
}

/// How a source stands to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Right before the cue.
    Adjacent,
    /// Before the cue, with a parenthesis, a relative clause or an adjunct between.
    Apart,
    /// "who", "which", with its antecedent.
    Relative,
    /// The subject of an earlier verb.
    Shared,
    /// After the cue.
    After,
}

impl Way {
    /// Its name in features.
    pub fn name(self) -> Name<'static> {
        match self {
            Way::Adjacent => name!("adjacent"),
            Way::Apart => name!("apart"),
            Way::Relative => name!("relative"),
            Way::Shared => name!("shared"),
            Way::After => name!("after"),
        }
    }
}

/// The subject of the verb group that starts at `at`, looked for no further left than `start`.
pub fn subject_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    relative(reading, start, at).or_else(|| own_subject(reading, start, at))
}

/// Whose verb group begins at `at`, a cue or not: its own subject, or an earlier verb's.
pub fn subject_of_verb(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    subject_before(reading, start, at).or_else(|| shared(reading, start, at))
}

/// The subject of a cue, or else of the verb before it in the sentence.
///
/// An -ing cue behind a comma (", adding that") has no subject of its own: the verb before it is asked first.
///
/// `own` gives [`subject_before`] for the cue.
pub fn subject_of(
    reading: &Reading<'_>,
    start: usize,
    cue: &CueGroup,
    own: impl Fn() -> Option<Source>,
) -> Option<Source> {
    let at = cue.tokens.start;
    // "when |asked whether": whoever was asked says nothing
    if cue.form == Form::Participle && at > start && matches!(reading.tag(at - 1), Tag::Subordinator | Tag::Wh) {
        return None;
    }
    // "the agency was unable to |verify it"
    if cue.form == Form::Infinitive
        && let Some(be) = be_before_adjective(reading, start, at)
    {
        return subject_before(reading, start, be);
    }
    let adjunct = cue.form == Form::Ing && at > start && reading.token(at - 1).kind == Kind::Comma;
    if adjunct && let Some(source) = shared(reading, start, at) {
        return Some(source);
    }
    let joined = cue.form == Form::Ing && at > start && reading.tag(at - 1) == Tag::Coordinator;
    if joined && let Some(before) = ing_cue_before(reading, start, at) {
        let adjunct = reading.token(before - 1).kind == Kind::Comma;
        return if adjunct { shared(reading, start, before) } else { own_subject(reading, start, before) };
    }
    let states = cue.takes(Frames::THAT | Frames::QUOTE);
    if adjunct
        && states
        && let Some(source) = subject_before_comma(reading, start, at)
    {
        return Some(source);
    }
    // "backed the fight against terrorism saying": terrorism says nothing
    let dumb = |source: &Source| {
        cue.form == Form::Ing && (!speaks(reading, &source.range) || is_anothers_thing(reading, &source.range))
    };
    match own().filter(|source| !dumb(source)) {
        Some(source) => Some(source),
        None => shared(reading, start, at).or_else(own),
    }
}

/// Where "be" stands before an adjective and "to".
fn be_before_adjective(reading: &Reading<'_>, start: usize, verb: usize) -> Option<usize> {
    let to = verb.checked_sub(usize::from(reading.tag(verb) != Tag::To))?;
    let be = to.checked_sub(2).filter(|be| *be > start)?;
    let is = reading.tag(to) == Tag::To && reading.tag(be + 1) == Tag::Adjective && reading.tag(be) == Tag::Be;
    is.then_some(be)
}

/// "the mayor's re-election": a thing with the name of whose it is.
fn is_anothers_thing(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let owned = range.clone().any(|at| reading.tag(at) == Tag::Possessive);
    let head = range.end - 1;
    owned && reading.tag(head) == Tag::Noun && !reading.token(head).is(Classes::SOURCE_NOUN | Classes::CUE_NOUN)
}

/// ", saying that it was late and |adding": the -ing cue behind a comma that this one is joined to.
fn ing_cue_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<usize> {
    let near = start.max(at.saturating_sub(LONGEST_PARENTHESIS)) + 1..at;
    let is_cue = |at: &usize| reading.tag(*at) == Tag::Ing && takes_clause(reading, *at);
    // "with Quill |saying that it was late and adding": in a phrase of its own
    let told_with = |at: usize| {
        let noun = reading.phrases.noun_at(at - 1).filter(|noun| noun.end == at);
        noun.is_some_and(|noun| noun.start > start && reading.is_word(noun.start - 1, "with"))
    };
    near.rev().find(|at| is_cue(at) && (reading.token(*at - 1).kind == Kind::Comma || told_with(*at)))
}

/// "The president, |saying that it was late, left": the noun group that begins the clause.
fn subject_before_comma(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let (rest, _) = mark::<true>(Kind::Comma)(reading.behind(start..at)).ok()?;
    let end = rest.place();
    let (rest, _) = noun_group(rest).ok()?;
    let range = rest.place()..end;
    let begins = range.start == start || reading.tag(range.start - 1) == Tag::Mark;
    let fits = begins && can_speak(reading, &range) && speaks(reading, &range);
    fits.then_some(Source { clause_start: range.start, range, antecedent: None, way: Way::Apart })
}

fn own_subject(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let behind = reading.behind(start..at);
    let (rest, skipped) = between(behind).ok()?;
    let end = rest.place();
    let range = group_before(reading, start, rest)?;
    let (range, skipped) = behind_fronted_place(reading, start, &range, skipped.as_ref()).unwrap_or((range, skipped));
    if !can_speak(reading, &range) {
        return None;
    }
    let whole = with_apposition(reading, &range, skipped.as_ref());
    let name = skipped.as_ref().and_then(|_| name_before(reading, start, &range));
    let (range, whole) = match name {
        Some(name) => (name..range.end, name..whole.end),
        None => (range, whole),
    };
    let way = if end == at { Way::Adjacent } else { Way::Apart };
    Some(Source { clause_start: range.start, range: whole, antecedent: None, way })
}

/// The noun group that ends where `rest` stands, with a relative clause that belongs to it.
fn group_before(reading: &Reading<'_>, start: usize, rest: Behind<'_>) -> Option<Range<usize>> {
    let end = rest.place();
    match with_relative_clause(reading, start, end) {
        Some(first) => Some(first..end),
        None => Some(noun_group(rest).ok()?.0.place()..end),
    }
}

/// "In Paris, |the minister, Ada Quill, said": what stands behind a preposition that opens the sentence is no subject; that stands behind
/// the comma, and what was taken for one parenthesis is its own. Gives the subject and its parenthesis.
fn behind_fronted_place(
    reading: &Reading<'_>,
    start: usize,
    range: &Range<usize>,
    parenthesis: Option<&Range<usize>>,
) -> Option<(Range<usize>, Option<Range<usize>>)> {
    // "In a letter |shared with the Herald"
    let reduced = |at: usize| !reading.tag(at).is_auxiliary() && reading.token(at).is(Classes::VERB_PARTICIPLE);
    let main = |at: usize| reading.tag(at).is_finite() && !reduced(at);
    let fronted = || reading.tag(start) == Tag::Preposition && !(start..range.start).any(main);
    let whole = || range.start == start + 1 || reading.marks(start..range.end, Kind::Comma).next().is_none();
    let parenthesis = parenthesis.filter(|_| range.start > start && fronted() && whole())?;
    let comma = reading.marks(parenthesis.clone(), Kind::Comma).next_back()?;
    let subject = group_before(reading, parenthesis.start, reading.behind(parenthesis.start..comma))?;
    Some((subject, Some(comma + 1..parenthesis.end)))
}

/// "|a man who lives near the plant", "|a woman whose son was killed": where the noun group begins that the relative clause before `end`
/// belongs to. The noun right before the verb is the clause's, and says nothing.
fn with_relative_clause(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let near = start.max(end.saturating_sub(LONGEST_RELATIVE)) + 1..end;
    if !reading.has_tag(near.clone(), Tag::Relative) {
        return None;
    }
    let runs_on = |at: &usize| reading.tag(*at) != Tag::Mark && !reports(reading, *at) && !opens_clause(reading, *at);
    let rest = near.clone().rev().take_while(runs_on).last()?;
    let who = rest.checked_sub(1).filter(|who| near.contains(who) && reading.tag(*who) == Tag::Relative)?;
    let verb = (rest..end).find(|at| !matches!(reading.tag(*at), Tag::Adverb | Tag::Negation))?;
    let has_verb = reading.tag(verb).is_finite() || reading.is_word(who, "whose") && reading.has_finite(verb..end);
    let (before, _) = noun_group(reading.behind(start..who)).ok().filter(|_| has_verb)?;
    Some(before.place())
}

/// A verb of telling or thinking ("say so"): in "who believe the ministry said so", it is the ministry that said so.
fn reports(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::SO | Frames::TELL;
    reading.tag(at).is_verbal() && reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames))
}

/// Tokens that such a relative clause may have; keeps the work linear.
const LONGEST_RELATIVE: usize = 20;

/// A word with which another clause begins.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::That | Tag::Wh | Tag::Subordinator)
}

/// "Ada Quill, |president of the trust, a private group,": the name that a role behind a comma belongs to.
fn name_before(reading: &Reading<'_>, start: usize, role: &Range<usize>) -> Option<usize> {
    let comma = role.start.checked_sub(1).filter(|at| *at > start && reading.token(*at).kind == Kind::Comma)?;
    let name = reading.phrases.noun_at(comma - 1).filter(|name| name.end == comma && name.start >= start)?;
    let head = reading.phrases.noun_at(role.start).map_or(role.end, |noun| noun.end.min(role.end)) - 1;
    let head_token = reading.token(head);
    let is_role = head_token.is(Classes::PERSON_NOUN | Classes::ROLE) && !head_token.is(Classes::PLURAL);
    let full = name.len() >= 2 && name.clone().all(|at| reading.tag(at) == Tag::Proper);
    let common = reading.tag(head) == Tag::Noun || reading.tag(role.start) == Tag::Determiner;
    (is_role && common && full && !is_time(reading, &name)).then_some(name.start)
}

/// What may stand between subject and verb: adverbs, times, a parenthesis between commas, a bracket.
fn between(input: Behind<'_>) -> Parsed<Behind<'_>, Option<Range<usize>>> {
    let (rest, _) = many0_count(alt((adverb, behind_time))).parse(input)?;
    let (rest, _) = opt(adjunct_in_verb_group).parse(rest)?;
    let (rest, parenthesis) = opt(alt((comma_parenthesis, dash_parenthesis, bracket))).parse(rest)?;
    Ok((rest, parenthesis))
}

/// "has on many occasions |said": the adjunct with the auxiliary before it.
fn adjunct_in_verb_group(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let auxiliary = token(|r: &Reading<'_>, at| r.tag(at).is_auxiliary());
    (noun_phrase, tagged(Tag::Preposition), auxiliary).map(|_| ()).parse(input)
}

fn adverb(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    // "Quill himself |said"
    const SELVES: &[u64] = keys!["himself", "herself", "itself", "themselves"];
    let plain =
        |r: &Reading<'_>, at: usize| !r.token(at).is_capitalised() && matches!(r.tag(at), Tag::Adverb | Tag::Negation);
    token(move |r: &Reading<'_>, at| plain(r, at) || r.is_any(at, SELVES)).map(|_| ()).parse(input)
}

/// "on Monday", "Monday" before the verb, with more before it.
fn behind_time(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let (rest, ()) = time_in_clause(input)?;
    let subject_may_end = |at: usize| {
        let tag = rest.reading.tag(at);
        tag.is_head() || tag == Tag::Adverb || rest.reading.token(at).kind == Kind::CloseBracket
    };
    if rest.next().is_some_and(subject_may_end) { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}

/// A time right behind "which" or "who".
fn time_in_clause(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let reading = input.reading;
    let time = verify(noun_phrase, move |noun: &Range<usize>| is_time(reading, noun) && noun.len() <= 3);
    pair(time, opt(tagged(Tag::Preposition))).map(|_| ()).parse(input)
}

/// ", the minister of trade," or ", who lost the vote,": gives what stands between the commas.
fn comma_parenthesis(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::Comma)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(40));
    let mut found = None;
    for at in (low..closing).rev() {
        let token = reading.token(at);
        if token.is_quote_mark() || matches!(token.kind, Kind::Semicolon | Kind::Colon) {
            break;
        }
        if token.kind == Kind::Comma
            && at > low
            && is_parenthesis(reading, at + 1..closing)
            && (reading.tag(at - 1).is_head() || reading.token(at - 1).kind == Kind::CloseBracket)
            && !reading.token(at - 1).is(Classes::WEEKDAY | Classes::MONTH)
        {
            // "near the town, the mayor|, Yusuf Haddad, told": a town is no mayor
            if found.is_some() && is_role_of_name(reading, at, closing) {
                break;
            }
            found = Some(at);
            if opens_parenthesis(reading, at + 1) {
                break;
            }
        }
    }
    let mut open = found.ok_or(nom::Err::Error(()))?;
    if reading.tag(open + 1) == Tag::Relative {
        open = residence(reading, low, open).unwrap_or(open);
    }
    open = age(reading, low, open).unwrap_or(open);
    let count = closing - open;
    Ok((nom::Input::take_from(&rest, count), open + 1..closing))
}

/// ", |the mayor, Yusuf Haddad,": one person's role, the comma at `open`, behind what is neither a name nor a person.
fn is_role_of_name(reading: &Reading<'_>, open: usize, closing: usize) -> bool {
    let is_person = |at: usize| reading.tag(at) == Tag::Proper || reading.token(at).is(Classes::PERSON_NOUN);
    let role = reading.phrases.noun_at(open + 1).filter(|noun| noun.start == open + 1 && noun.end < closing);
    !is_person(open - 1)
        && role.is_some_and(|role| {
            let last = reading.token(role.end - 1);
            reading.tag(role.start) == Tag::Determiner && last.is(Classes::PERSON_NOUN) && !last.is(Classes::PLURAL)
        })
}

/// "Bellini|, 58, a professor,": the comma before an age behind a name.
fn age(reading: &Reading<'_>, low: usize, closing: usize) -> Option<usize> {
    let open = closing.checked_sub(2).filter(|open| *open > low && reading.token(*open).kind == Kind::Comma)?;
    let person = reading.tag(open - 1) == Tag::Proper || reading.token(open - 1).is(Classes::PERSON_NOUN);
    (reading.tag(closing - 1) == Tag::Number && person).then_some(open)
}

/// "Ada Quill|, 34, of Bergen, Norway, who …": the comma before the age or the place, behind the name.
fn residence(reading: &Reading<'_>, low: usize, closing: usize) -> Option<usize> {
    let near = low.max(closing.saturating_sub(LONGEST_RESIDENCE))..closing;
    let opens = |at: &usize| {
        let next = reading.tag(at + 1);
        reading.token(*at).kind == Kind::Comma
            && (next == Tag::Number || reading.is_any(at + 1, keys!["of", "from"]))
            && *at > low
            && (reading.tag(at - 1) == Tag::Proper || reading.token(at - 1).is(Classes::PERSON_NOUN))
    };
    near.into_iter().find(opens)
}

/// Tokens that age and place may have.
const LONGEST_RESIDENCE: usize = 10;

/// " - including the mayor - ": gives what stands between the dashes.
fn dash_parenthesis(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::Dash)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(LONGEST_PARENTHESIS));
    let open = reading.marks(low..closing, Kind::Dash).next_back().ok_or(nom::Err::Error(()))?;
    if open <= low || open + 1 == closing || !reading.tag(open - 1).is_head() {
        return Err(nom::Err::Error(()));
    }
    Ok((nom::Input::take_from(&rest, closing - open), open + 1..closing))
}

/// Tokens that a parenthesis may have; keeps the work linear.
const LONGEST_PARENTHESIS: usize = 40;

/// Whether the words can stand between two commas after a noun: an apposition, a relative clause, an adjunct, an age.
fn is_parenthesis(reading: &Reading<'_>, range: Range<usize>) -> bool {
    if range.is_empty() || range.len() > 40 {
        return false;
    }
    let is_verb = |at: usize| reading.tag(at).is_finite();
    match reading.tag(range.start) {
        Tag::Relative | Tag::Participle | Tag::Ing => true,
        Tag::Preposition | Tag::Subordinator | Tag::Adverb => true,
        Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number => {
            // "a former leader now |allied with Quill"
            let reduced = |at: usize| {
                reading.token(at).is(Classes::VERB_PARTICIPLE)
                    && at + 1 < range.end
                    && reading.tag(at + 1) == Tag::Preposition
            };
            let relative = range.clone().any(|at| reading.tag(at) == Tag::Relative);
            relative || !range.clone().any(|at| is_verb(at) && !reduced(at))
        }
        // "Modehaus, one of its customers,"
        Tag::Pronoun => {
            let of = range.len() > 2 && reading.is_word(range.start + 1, "of");
            let some = of && reading.is_any(range.start, keys!["one", "some", "both"]);
            // "Quill, himself under pressure,"
            let self_told =
                range.len() > 1 && reading.is_any(range.start, keys!["himself", "herself", "itself", "themselves"]);
            (some || self_told) && !range.clone().any(is_verb)
        }
        // "the study, carried out in 2019,", "Quill, asked whether it would be shut,"
        Tag::Finite => {
            let mut near = range.start + 1..range.end.min(range.start + 4);
            let embeds = near.any(|at| matches!(reading.tag(at), Tag::Wh | Tag::Subordinator | Tag::That));
            reading.token(range.start).is(Classes::VERB_PARTICIPLE) && (embeds || !range.clone().skip(1).any(is_verb))
        }
        _ => false,
    }
}

/// "who", "which", "a", "the": words that begin a parenthesis for certain.
fn opens_parenthesis(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::Determiner | Tag::Noun | Tag::Participle | Tag::Ing)
}

/// "(R-Ohio)"
fn bracket(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::CloseBracket)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(15));
    let open = reading.marks(low..closing, Kind::OpenBracket).next_back().ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&rest, closing - open), open..closing + 1))
}

/// How many pieces a noun phrase with its modifiers may have; keeps the work linear.
const MOST_PIECES: usize = 8;

/// A noun phrase with what stands before it and belongs to it: "a spokesman for the ministry", "Smith and Jones".
fn noun_group(input: Behind<'_>) -> Parsed<Behind<'_>, ()> {
    let (rest, _) = opt(alt((bracket.map(|_| ()), bare_participle))).parse(input)?;
    let (mut rest, _) = noun_phrase(rest)?;
    for _ in 0..MOST_PIECES {
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
    // "told reporters in Moscow the ministry …": the noun before is an object, not part of the subject
    let before_noun = noun.start.checked_sub(1).filter(|at| rest.range.contains(at));
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

/// "said |several delegations to the conference told him": a verb that takes a clause and tells nobody has no noun for its object.
fn states_only(reading: &Reading<'_>, at: usize) -> bool {
    let frames = reading.verb_cue(at).map(|cue| cue.frames);
    frames.is_some_and(|frames| frames.contains(Frames::THAT) && !frames.contains(Frames::TELL))
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
    let participle = token(move |r: &Reading<'_>, at| match r.tag(at) {
        Tag::Ing => !takes_clause(r, at),
        Tag::Participle | Tag::Adjective => led,
        Tag::Adverb => led && r.token(at).is(Classes::ADJECTIVE),
        Tag::Finite => led && r.token(at).is(Classes::VERB_PARTICIPLE) && (!is_spoken(r, at) || has_nobody_told(r, at)),
        _ => false,
    });
    // not "He |filed for an order"
    let reading = rest.reading;
    let named = move |noun: &Range<usize>| noun.len() <= 8 && !reading.token(noun.start).is(Classes::PRONOUN_SUBJECT);
    preceded(participle, verify(noun_phrase, named)).parse(rest)
}

/// "the man accused of opening |fire at a mall": what somebody is charged with belongs to him.
fn charged_with(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let charged = token(|r: &Reading<'_>, at| {
        r.token(at).is(Classes::VERB_PARTICIPLE) && matches!(r.tag(at), Tag::Participle | Tag::Finite | Tag::Adjective)
    });
    let with = token(|r: &Reading<'_>, at| r.is_any(at, keys!["of", "with", "for"]));
    (tagged(Tag::Ing), with, charged, noun_phrase).map(|(.., noun)| noun).parse(input)
}

/// Whether the verb is a cue that takes a clause ("said"): such a one is no reduced relative.
fn takes_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(Frames::THAT | Frames::TELL))
}

/// Whether the verb is a cue that takes a quotation or one told: such a one is no reduced relative, while "released" may be.
fn is_spoken(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(Frames::QUOTE | Frames::TELL))
}

/// "a lawyer briefed |on the case", "people told |of the plan": a verb that wants somebody told, and names nobody, tells who was.
pub fn has_nobody_told(reading: &Reading<'_>, at: usize) -> bool {
    let next = at + 1;
    let nobody = next < reading.tokens.all.len() && reading.is_any(next, keys!["on", "about", "of", "by"]);
    nobody && reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::TELL))
}

/// "Smith and |", "Oslo, Bergen, and |"
fn coordinated(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
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
        // "the meeting between |Oslo and Bergen"
        Tag::Preposition => listed || reading.is_word(at, "between"),
        _ => false,
    });
    if alone && !is_time(reading, &noun) { Ok((rest, noun)) } else { Err(nom::Err::Error(())) }
}

/// "Peter Hollis of Maine and |Joan Tully": another person's name, with the place that he is of.
fn joined_person(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
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

/// "Russia's defence minister, |Sergei Shoigu": no comma after the name, as in "minister, Sergei Shoigu, said" it is skipped elsewhere.
fn comma_title(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let reading = input.reading;
    let starts_with_name = input.range.end < reading.tokens.all.len() && reading.tag(input.range.end) == Tag::Proper;
    let (rest, (_, noun)) = pair(mark(Kind::Comma), noun_phrase).parse(input)?;
    // "at the White House, |Quill": a proper name is no title
    let is_role = reading.token(noun.end - 1).is(Classes::PERSON_NOUN | Classes::ROLE)
        && reading.tag(noun.end - 1) != Tag::Proper
        && reading.tag(noun.start) == Tag::Determiner
        // "In the house, |Quill said"
        && (noun.start == rest.range.start || reading.tag(noun.start - 1) != Tag::Preposition);
    if starts_with_name && is_role { Ok((rest, noun)) } else { Err(nom::Err::Error(())) }
}

/// "Smith (R-Ohio) |"
fn bracketed(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    preceded(bracket, noun_phrase).parse(input)
}

/// The source with the apposition that follows it; a relative clause or an adjunct is left out.
fn with_apposition(reading: &Reading<'_>, noun: &Range<usize>, parenthesis: Option<&Range<usize>>) -> Range<usize> {
    match parenthesis.map(|inner| behind_age(reading, inner)) {
        Some(inner) if reading.tag(inner.start).is_nominal() && reading.tag(inner.start) != Tag::Number => {
            let relative = inner.clone().find(|at| reading.tag(*at) == Tag::Relative);
            // ", a copy of which the Herald has seen,"
            let end = relative.map(|at| if reading.tag(at - 1) == Tag::Preposition { noun.end } else { at });
            noun.start..end.unwrap_or(inner.end)
        }
        Some(inner) if reading.token(inner.start).kind == Kind::OpenBracket => noun.start..inner.end,
        _ => noun.clone(),
    }
}

/// "58, |a professor at the university": what stands behind an age.
fn behind_age(reading: &Reading<'_>, inner: &Range<usize>) -> Range<usize> {
    let aged = inner.len() > 2
        && reading.tag(inner.start) == Tag::Number
        && reading.token(inner.start + 1).kind == Kind::Comma;
    if aged { inner.start + 2..inner.end } else { inner.clone() }
}

/// Whether a noun phrase can be a source at all: no bare time, no expletive "there".
fn can_speak(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let only = range.len() == 1;
    let first = range.start;
    // "there is", "told him that", "when asked whether"
    let silent = keys![
        "there", "him", "them", "me", "us", "her", "when", "where", "why", "how", "whether", "if", "while", "whoever"
    ];
    let time = is_time(reading, range) && range.len() <= 2;
    !(time || only && reading.is_any(first, silent))
}

/// "Kerry, who |", "the bank, which |", "people who |", "envoys, most of whom |"
fn relative(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
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
    let (rest, _) = opt(pair(tagged(Tag::Preposition), noun_phrase)).parse(rest).ok()?;
    let (rest, _) = opt(alt((mark::<true>(Kind::Comma), mark::<true>(Kind::Dash)))).parse(rest).ok()?;
    let end = rest.place();
    let (rest, _) = noun_group(rest).ok()?;
    // "a speech like that of Quill, |who"
    let stands_in = end >= rest.place() + 3
        && reading.is_any(rest.place(), keys!["that", "those"])
        && reading.is_word(rest.place() + 1, "of");
    let whole = rest.place() + if stands_in { 2 } else { 0 }..end;
    let person = reading.is_any(who, keys!["who", "whom"]).then(|| person_behind_thing(reading, &whole)).flatten();
    let antecedent = person.or_else(|| behind_silent_noun(reading, &whole)).unwrap_or(whole);
    Some(Source { range: who..who + 1, antecedent: Some(antecedent), way: Way::Relative, clause_start: who })
}

/// "an order sought by |a girlfriend, who": a document is no "who", and the last noun of its group may be.
fn person_behind_thing(reading: &Reading<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let head = |noun: &Range<usize>| reading.token(noun.end - 1);
    let first = reading.phrases.noun_at(group.start).filter(|noun| noun.end < group.end)?;
    let last = reading.phrases.noun_at(group.end - 1).filter(|noun| noun.start > first.end)?;
    let thing = head(&first).is(Classes::DOCUMENT_NOUN) && !head(&first).is(Classes::PERSON_NOUN);
    (thing && head(&last).is(Classes::PERSON_NOUN)).then_some(last)
}

/// "pressure from |the fund, which": where the first noun of a group says nothing, the last one does that is a name or can speak.
fn behind_silent_noun(reading: &Reading<'_>, group: &Range<usize>) -> Option<Range<usize>> {
    let first = reading.phrases.noun_at(group.start).filter(|noun| noun.end < group.end && !speaks(reading, noun))?;
    let last = reading.phrases.noun_at(group.end - 1).filter(|noun| noun.start > first.end)?;
    let led = reading.tag(last.start - 1) == Tag::Preposition;
    (led && speaks(reading, &last)).then_some(last)
}

/// How many earlier verbs are asked for their subject.
const SHARED_REACH: usize = 6;

/// The subject of an earlier verb of the sentence: "X announced A and |said B", "…, |adding that".
///
/// A verb that attributes comes before the nearest one: in "she said it was late and added" it is she who added.
fn shared(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let verbs = (start..at).rev().filter(|i| is_verb_group_start(reading, start, *i) && !reading.tokens.is_quoted(*i));
    let subject =
        |verb: usize| inverted_subject(reading, start, verb, at).or_else(|| subject_before(reading, start, verb));
    let with_subject = |verb: usize| Some((verb, subject(verb)?));
    let mut found: Vec<(usize, Source)> = verbs.take(SHARED_REACH).filter_map(with_subject).collect();
    // "pardoned 350 captured men, saying": 350 say nothing
    let may_speak = |source: &Source| speaks(reading, source.antecedent.as_ref().unwrap_or(&source.range));
    if found.iter().any(|(_, source)| may_speak(source)) {
        found.retain(|(_, source)| may_speak(source) || source.way == Way::Relative);
    }
    let cue = found.iter().find(|(verb, source)| {
        let whose = source.clause_start > start && reading.is_word(source.clause_start - 1, "whose");
        takes_clause(reading, main_verb(reading, *verb, at)) && source.way != Way::Relative && !whose
    });
    // "was alarmed that a man had been hurt, |saying": whoever stands behind "that" is no subject of the sentence
    let behind_that = |source: &Source| {
        let place = source.clause_start;
        place > start && reading.tag(place - 1) == Tag::That || source.way == Way::Relative
    };
    let main = found.iter().find(|(_, source)| !behind_that(source));
    let states = |(verb, source): &&(usize, Source)| {
        takes_clause(reading, main_verb(reading, *verb, at)) && source.way != Way::Relative && !behind_that(source)
    };
    let cue = found.iter().find(states).or(cue);
    let joined = found.first().filter(|(verb, source)| goes_on_in_relative(reading, *verb, source, at));
    let (_, source) = joined.or(cue).or(main).or(found.first())?;
    Some(Source { way: Way::Shared, clause_start: at, ..source.clone() })
}

/// "the fund, which holds a stake and |has argued": joined to the verb of a relative clause that no comma has ended yet.
fn goes_on_in_relative(reading: &Reading<'_>, verb: usize, source: &Source, at: usize) -> bool {
    let set_off = source.way == Way::Relative && reading.token(source.clause_start - 1).kind == Kind::Comma;
    let open = |at: usize| !matches!(reading.token(at).kind, Kind::Comma | Kind::Semicolon | Kind::Dash);
    set_off && reading.tag(at - 1) == Tag::Coordinator && (verb..at).all(open)
}

/// "“P,” wrote |Ada Quill, adding that …": the subject behind a verb that content stands before.
fn inverted_subject(reading: &Reading<'_>, start: usize, verb: usize, end: usize) -> Option<Source> {
    let before = verb.checked_sub(1).filter(|at| *at > start).map(|at| reading.token(at))?;
    let behind_content = before.kind == Kind::Comma || before.is_quote_mark();
    let tells = behind_content && reading.token(verb).is(Classes::CUE_VERB) && takes_clause(reading, verb);
    let source = tells.then(|| source_after(reading, verb + 1, end))??;
    (speaks(reading, &source.range) && reading.token(source.range.end).kind == Kind::Comma).then_some(source)
}

/// The main verb of the group that starts at `at`.
fn main_verb(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let rest = at..end;
    rest.clone()
        .find(|i| !reading.tag(*i).is_auxiliary() && !matches!(reading.tag(*i), Tag::Adverb | Tag::Negation))
        .unwrap_or(at)
}

/// Whether a finite verb group starts here.
fn is_verb_group_start(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    // "the party headed by Quill"
    let reduced = || {
        let participle = reading.token(at).is(Classes::VERB_PARTICIPLE);
        participle && reading.tokens.all.len() > at + 1 && reading.is_word(at + 1, "by")
    };
    reading.tag(at).is_finite() && (at == start || !reading.tag(at - 1).is_auxiliary()) && !reduced()
}

/// The noun phrase that starts at `at`, with appositions and modifiers after it; for "said X", "according to X".
pub fn source_after(reading: &Reading<'_>, at: usize, end: usize) -> Option<Source> {
    let ahead = reading.ahead(at..end);
    let (rest, noun) = noun_phrase(ahead).ok()?;
    let (rest, _) = opt(closing_mark(noun.start)).parse(rest).ok()?;
    let (rest, _) =
        many0_count(alt((post_modifier, dated, listed_ahead, and_another, bracket_ahead, titled))).parse(rest).ok()?;
    let (rest, _) = opt(apposition).parse(rest).ok()?;
    let range = noun.start..rest.place();
    let time = is_time(reading, &range) && range.len() <= 2;
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

/// "of the ministry", "familiar with the matter", "briefed on it", "(R-Ohio)"
fn post_modifier(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
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

/// "the network's “Morning Show”"
fn titled(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let (rest, _) = tagged(Tag::Possessive)(input)?;
    let title =
        rest.next().and_then(|at| quotation_at_start(rest.reading, at)).filter(|title| title.end <= rest.range.end);
    let title = title.filter(|title| title.len() <= LONGEST_TITLE).ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&rest, title.len()), ()))
}

/// Tokens that the title of a broadcast may have, its marks included.
const LONGEST_TITLE: usize = 8;

/// "published on Monday", "released this week": a participle with its time.
fn dated(input: Ahead<'_>) -> Parsed<Ahead<'_>, ()> {
    let reading = input.reading;
    let participle = token(|r: &Reading<'_>, at| {
        r.tag(at) == Tag::Participle
            || r.tag(at) == Tag::Finite && r.token(at).is(Classes::VERB_PARTICIPLE) && !is_spoken(r, at)
    });
    let time = verify(noun_phrase, move |noun: &Range<usize>| is_time(reading, noun));
    (participle, opt(tagged(Tag::Preposition)), time).map(|_| ()).parse(input)
}

/// Whether the verb is a cue that takes a clause: such a one goes on with the sentence and not with the noun.
fn states(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::THAT))
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
    let (rest, _) = many0_count(post_modifier).parse(rest)?;
    let starts_well = matches!(reading.tag(noun.start), Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective);
    let closed = rest.next().is_none_or(|at| matches!(reading.token(at).kind, Kind::Comma | Kind::Stop));
    if starts_well && closed && !is_time(reading, &noun) { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}

/// Whether a noun phrase can speak: it holds a name, a pronoun, or a noun that heads a source. "Personal reasons" cannot, nor
/// "Article 122".
pub fn speaks(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let numbered = range.len() >= 2
        && reading.token(range.start + 1).kind == Kind::Number
        && reading.tag(range.start) != Tag::Determiner;
    let can = |at: usize| {
        let token = reading.token(at);
        match reading.tag(at) {
            Tag::Noun => token.is(Classes::SOURCE_NOUN | Classes::DEMONYM),
            Tag::Proper => !token.is(Classes::WEEKDAY | Classes::MONTH),
            Tag::Pronoun => true,
            _ => false,
        }
    };
    let titled = range.clone().any(|at| reading.tokens.is_quoted(at));
    !numbered && (titled || range.clone().any(can))
}
