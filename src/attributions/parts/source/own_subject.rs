//! The subject that stands before its own verb: where its noun group begins, and what of it is the source.

use super::between::between;
use super::noun_group::noun_group;
use super::parenthesis::is_tag;
use super::verbs::reports;
use super::{Source, Way, can_speak};
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::view::{Behind, Reading};
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::words::Kind;
use std::ops::Range;

/// The noun group before the verb at `at`, with the apposition that stands between.
pub(super) fn own_subject(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    // "said the company |“does not comment”": the mark opens with the verb
    let marked = at > start + 1 && reading.token(at - 1).is_quote_mark() && is_opening(reading, at - 1);
    let behind = reading.behind(start..at - usize::from(marked));
    let (rest, skipped) = between(behind).ok()?;
    let end = rest.place();
    let range = group_before(reading, start, rest)?;
    // "who may not speak |publicly"
    let adverb = end < at && skipped.is_none() && reading.tag(end - 1) == Tag::Base;
    let (range, end) = if adverb { (range.start..at, at) } else { (range, end) };
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
    let way = if end + usize::from(marked) == at { Way::Adjacent } else { Way::Apart };
    Some(Source { clause_start: range.start, range: whole, antecedent: None, way })
}

/// Whether a mark opens a quotation behind a word of the clause.
fn is_opening(reading: &Reading<'_>, mark: usize) -> bool {
    let opens = reading.tokens.quotation_at(mark).is_some_and(|at| reading.tokens.quotations[at].tokens.start == mark);
    opens && reading.tag(mark - 1).is_head()
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
    let runs_on = |at: &usize| reading.tag(*at) != Tag::Mark && !tells(reading, *at) && !opens_clause(reading, *at);
    let rest = near.clone().rev().take_while(runs_on).last()?;
    let who = rest.checked_sub(1).filter(|who| near.contains(who) && reading.tag(*who) == Tag::Relative);
    // "a neighbour |who asked that her name not be used because she fears revenge"
    let unnamed = || near.clone().rev().find(|at| reading.phrase_len(*at, Meaning::AnonymousSource) > 0);
    let who = who.or_else(unnamed)?;
    let rest = who + 1;
    let verb = (rest..end).find(|at| !matches!(reading.tag(*at), Tag::Adverb | Tag::Negation))?;
    let has_verb = reading.tag(verb).is_finite() || reading.is_word(who, "whose") && reading.has_finite(verb..end);
    let (before, _) = noun_group(reading.behind(start..who)).ok().filter(|_| has_verb)?;
    Some(before.place())
}

/// "who |believe the ministry said so": a verb with a clause of somebody else's behind it; not "who |asked not to be named", "who may not |speak
/// publicly".
fn tells(reading: &Reading<'_>, at: usize) -> bool {
    let leads_none = || matches!(reading.tag(at + 1), Tag::To | Tag::Negation | Tag::Adverb | Tag::Preposition);
    reports(reading, at) && !leads_none()
}

/// A word with which another clause begins.
fn opens_clause(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::That | Tag::Wh | Tag::Subordinator)
}

/// Tokens that such a relative clause may have; keeps the work linear.
const LONGEST_RELATIVE: usize = 20;

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

/// The source with the apposition that follows it; a relative clause or an adjunct is left out.
fn with_apposition(reading: &Reading<'_>, noun: &Range<usize>, parenthesis: Option<&Range<usize>>) -> Range<usize> {
    match parenthesis.filter(|inner| !is_tag(reading, inner)).map(|inner| behind_age(reading, inner)) {
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
