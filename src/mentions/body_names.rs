//! Where the name of a body ends that goes on behind its noun: "Ministry of Agriculture, Fisheries and Food".

use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// One past the name "Ministry of Defence", "Association of Bridge Engineers" that begins with the noun phrase, if it is one.
#[inline(always)]
pub fn body_name_end(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    // most are followed by nothing that a name could go on with, which is soonest told
    const GOES_ON: &[u64] = keys!["of", "for", "without"];
    let goes_on = noun.end + 1 < reading.tokens.all.len() && reading.is_any(noun.end, GOES_ON);
    if goes_on { end_behind_preposition(reading, noun) } else { None }
}

/// The same for a noun phrase with a preposition behind it.
fn end_behind_preposition(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let head = reading.token(noun.end - 1);
    let body = head.is_capitalised() && head.is(Classes::ORGANISATION_NOUN) && reading.tag(noun.end - 1) == Tag::Proper;
    let of = noun.end;
    // "the Joint Chiefs |of Staff", "Doctors |Without Borders"
    let known = |name: &crate::tokens::Name| matches!(name.meaning, Meaning::Body(_));
    let known_end = |at: usize| reading.names(at).find(known).map(|name| at + name.len);
    if !body && head.is_capitalised() && reading.is_any(of, keys!["of", "without"]) {
        let goes_on = |end: usize| reading.tokens.all.get(end).is_some_and(|_| reading.tag(end).is_nominal());
        return noun.clone().find_map(known_end).filter(|end| *end > of && !goes_on(*end));
    }
    if !body || !reading.is_any(of, keys!["of", "for"]) {
        return None;
    }
    let mut end = named_part(reading, of)?;
    // "Institute for the Study |of War"
    while let Some(next) = named_part(reading, end).filter(|_| reading.is_word(end, "of")) {
        end = next;
    }
    Some(with_fields(reading, end).unwrap_or(end))
}

/// How many fields a body's name may tell; keeps the work linear.
const MOST_FIELDS: usize = 6;

/// "Ministry of Agriculture|, Fisheries and Food", "Institute of Volcanology |and Seismology": one past the last field that a body is for.
fn with_fields(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let is_comma = |at: usize| reading.tokens.all.get(at).is_some_and(|token| token.kind == Kind::Comma);
    let mut end = first;
    for _ in 0..MOST_FIELDS {
        let comma = usize::from(is_comma(end));
        let and = end + comma < reading.tokens.all.len() && reading.is_any(end + comma, keys!["and", "&"]);
        let start = end + comma + usize::from(and);
        let field = reading.phrases.noun_at(start).filter(|field| start > end && field.start == start)?;
        if !is_field(reading, &field) {
            return None;
        }
        end = field.end;
        if and {
            return Some(end);
        }
    }
    None
}

/// "Fisheries", "Human Services", "Seismology": words of a field, and nobody's name.
fn is_field(reading: &Reading<'_>, part: &Range<usize>) -> bool {
    let of_somebody = Classes::GIVEN_NAME | Classes::TITLE | Classes::PERSON_NOUN | Classes::COUNTRY | Classes::DEMONYM;
    let part = &(part.start..without_common_head(reading, part));
    let is_part = |at: usize| reading.tag(at) == Tag::Proper && !reading.token(at).is(of_somebody);
    let is_agent = |name: &crate::tokens::Name| {
        use Meaning::{Body, Capital, Country, Outlet};
        matches!(name.meaning, Outlet(_) | Body(_) | Country(_) | Capital(_) | Meaning::Place)
    };
    let known = part.clone().any(|at| reading.names(at).any(|name| is_agent(&name)));
    let last = reading.token(part.end - 1);
    let body = last.is(Classes::ORGANISATION_NOUN) && !last.is(Classes::PLURAL);
    let noun = last.is(Classes::NOUN) || tells_field(reading.str(part.end - 1));
    noun && !known && !body && part.clone().all(is_part)
}

/// "Volcanology", "Statistics": how the names of sciences and trades end.
fn tells_field(word: &str) -> bool {
    const ENDS: [&str; 10] = ["logy", "graphy", "nomy", "ics", "tion", "sion", "ment", "ture", "ity", "ance"];
    word.len() > 6 && ENDS.iter().any(|end| word.ends_with(end))
}

/// One past the capitalised noun phrase behind a preposition.
fn named_part(reading: &Reading<'_>, preposition: usize) -> Option<usize> {
    let part = reading.phrases.noun_at(preposition + 1).filter(|part| part.start == preposition + 1)?;
    let end = without_common_head(reading, &part);
    let named = (part.start..end).all(|at| matches!(reading.tag(at), Tag::Proper | Tag::Determiner));
    (named && reading.tag(end - 1) == Tag::Proper).then_some(part.end)
}

/// "Centre for Cities |thinktank", "a Department of Health |spokesman": where the name ends before a noun that tells what it is, or who
/// is meant of it.
fn without_common_head(reading: &Reading<'_>, part: &Range<usize>) -> usize {
    let last = part.end - 1;
    let told = Classes::ORGANISATION_NOUN | Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN;
    let common = part.len() > 1 && reading.tag(last) == Tag::Noun && reading.token(last).is(told);
    if common { last } else { part.end }
}

/// "Department of Health" of "Department of Health spokesman": the name with which a phrase begins and that its head belongs to.
pub fn body_before_head(reading: &Reading<'_>, base: &Range<usize>) -> Option<Range<usize>> {
    let start = base.start + usize::from(reading.tag(base.start) == Tag::Determiner);
    let first = reading.phrases.noun_at(start).map(|first| start..first.end)?;
    let named = first.end < base.end && reading.tag(base.end - 1) == Tag::Noun;
    (named && body_name_end(reading, &first) == Some(base.end)).then_some(start..base.end - 1)
}
