//! Several names that are one source: "Britain, France and Germany", "the White House and the Pentagon".

use super::agent::Known;
use super::body_names::body_name_end;
use super::builds::first_with_others;
use super::describe::{Description, Sort, describe};
use super::kinds::is_place_name;
use super::name::Name;
use crate::attributions::Reading;
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, keys};
use crate::words::Kind;
use std::ops::Range;

/// How many names a joint source may have; keeps the work linear.
const MOST_NAMES: usize = 8;

/// Whether the range may be a list, or two things in one: most have no "and".
pub(super) fn has_and(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.len() > 1 && reading.those(range.clone(), |token| AND.contains(&token.key)).next().is_some()
}

const AND: &[u64] = keys!["and", "&"];

/// "AFP and dpa", "Quill and Obst": names and nothing else are one joint agent.
pub(super) fn joint(reading: &Reading<'_>, description: &mut Description) -> bool {
    let Some(mut names) = members(reading, &description.range) else { return false };
    let told = class_told(reading, &mut names);
    let Some(kind) = told.or_else(|| joint_kind(reading, &names)) else { return false };
    description.sort = Sort::Name;
    description.kind = kind;
    let end = names.last().map_or(description.range.end, |last| last.end);
    // "Sen. |Peter Hollis and Joan Tully"
    let first = if kind == AgentKind::Person { describe(reading, &names[0]).name_range } else { None };
    joined(reading, first.unwrap_or(names[0].clone()).start..end, description);
    true
}

/// Each of those who are one source, who may be met alone.
pub(super) fn each(reading: &Reading<'_>, of: &Description) -> Vec<Description> {
    if of.sort == Sort::Indefinite && of.plural {
        return first_with_others(reading, &of.range).map(|first| describe(reading, &first)).into_iter().collect();
    }
    // a joint source of outlets tells of each elsewhere
    let joint = of.plural && of.sort == Sort::Name && of.known.is_none() && of.kind != AgentKind::Outlet;
    if !joint {
        return Vec::new();
    }
    let people = of.kind == AgentKind::Person;
    let halves = || halves(reading, &of.range).filter(|_| people).map(|(first, second)| vec![first, second]);
    let two = || two_people(reading, &of.range).and_then(|_| halves());
    let listed = || {
        members(reading, &of.range).map(|mut names| {
            class_told(reading, &mut names);
            names
        })
    };
    let names = two().or_else(listed).or_else(halves).unwrap_or_default();
    let one = |name: &Range<usize>| {
        let one = describe(reading, name);
        let kind = if people { AgentKind::Person } else { one.kind };
        Description { kind, ..one }
    };
    names.iter().map(one).filter(|one| one.sort == Sort::Name && !one.plural).collect()
}

/// The names of a source that is a list of them.
pub fn members(reading: &Reading<'_>, range: &Range<usize>) -> Option<Vec<Range<usize>>> {
    listed(reading, range).filter(|names| !is_one_body(reading, names))
}

/// "The Rail, Maritime and Transport Union": the name of one body that is written as a list.
pub(super) fn listed_body(reading: &Reading<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let names = listed(reading, range).filter(|names| is_one_body(reading, names))?;
    Some(names[0].start..names[names.len() - 1].end)
}

/// Noun phrases that are a list with "and" before the last; an apposition may follow.
fn listed(reading: &Reading<'_>, range: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let is_comma = |at: usize| at < range.end && reading.token(at).kind == Kind::Comma;
    if range.len() < 3 || !has_and(reading, range) {
        return None;
    }
    let mut at = range.start + usize::from(reading.is_word(range.start, "both"));
    let (mut names, mut joined) = (Vec::new(), false);
    while at < range.end && names.len() < MOST_NAMES {
        let noun = reading.phrases.noun_at(at).filter(|noun| noun.start == at || names.is_empty())?;
        let name = at..noun.end;
        let end = body_name_end(reading, &name).unwrap_or(name.end).min(range.end);
        names.push(at..end);
        let comma = usize::from(is_comma(end));
        let and = end + comma < range.end && reading.is_any(end + comma, AND);
        joined |= and;
        at = end + comma + usize::from(and);
        if !and && (comma == 0 || joined) {
            break;
        }
    }
    let bracket = |at: usize| reading.token(at).kind == Kind::OpenBracket;
    let whole = at >= range.end || reading.token(at - 1).kind == Kind::Comma || bracket(at);
    (joined && whole && names.len() > 1).then_some(names)
}

/// "the Health and Safety Executive": what its article stands before is one body, unless the first word is one's own name.
fn is_one_body(reading: &Reading<'_>, names: &[Range<usize>]) -> bool {
    let (first, last) = (&names[0], &names[names.len() - 1]);
    let article = |name: &Range<usize>| reading.tag(name.start) == Tag::Determiner;
    let body = |name: &Range<usize>| reading.token(name.end - 1).is(Classes::ORGANISATION_NOUN);
    let known = || body(first) || describe(reading, first).known.is_some();
    let named = first.start + usize::from(article(first))..last.end;
    let listed = reading.names(named.start).any(|name| name.len == named.len());
    // "the Rail, Maritime and Transport |union"
    let proper = |name: &Range<usize>| {
        let union = name == last && name.len() > 1 && body(last);
        reading.tag(name.end - 1 - usize::from(union)) == Tag::Proper
    };
    let one = article(first) && !names[1..].iter().any(article) && body(last) && names.iter().all(proper);
    listed || one && !known() || is_service_for_two(reading, names)
}

/// "Avon Fire and Rescue Service", "Walden Parks and Recreation Department": what a body is for, told by two common nouns.
fn is_service_for_two(reading: &Reading<'_>, names: &[Range<usize>]) -> bool {
    let [first, last] = names else { return false };
    let proper = |name: &Range<usize>| name.clone().all(|at| reading.tag(at) == Tag::Proper);
    let is_matter = |at: usize| {
        let word = reading.token(at);
        let of_somebody = Classes::GIVEN_NAME | Classes::SOURCE_NOUN | Classes::COUNTRY | Classes::ROLE;
        word.is(Classes::NOUN) && word.word != WordId::UNKNOWN && !word.is(of_somebody)
    };
    let body = reading.token(last.end - 1).is(Classes::ORGANISATION_NOUN) && last.len() == 2;
    body && first.len() > 1 && proper(first) && proper(last) && is_matter(first.end - 1) && is_matter(last.start)
}

/// "Retailers |Target and Walmart", "Lawyers |Tully and Hollis": what the plural before the first of several names makes of them all, which
/// is then no part of that name.
fn class_told(reading: &Reading<'_>, names: &mut [Range<usize>]) -> Option<AgentKind> {
    let first = names.first().cloned()?;
    let nouns = first.clone().take_while(|at| reading.tag(*at) != Tag::Proper).count();
    let class = reading.token((first.start + nouns).checked_sub(1).filter(|_| nouns > 0 && nouns < first.len())?);
    let proper = |name: &Range<usize>| name.clone().all(|at| reading.tag(at) == Tag::Proper);
    let several = class.is(Classes::PLURAL) && names[1..].iter().all(proper);
    let kind = match () {
        () if !several || class.is(Classes::TITLE) => return None,
        () if class.is(Classes::OUTLET_NOUN) => AgentKind::Outlet,
        () if class.is(Classes::ORGANISATION_NOUN) => AgentKind::Organisation,
        () if class.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN) => AgentKind::Person,
        () => return None,
    };
    names[0].start = first.start + nouns;
    Some(kind)
}

/// What one name of a list is, as far as it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    Person,
    /// "Quill", "Nordbahn": a person's or a firm's.
    LoneName,
    Body,
    Outlet,
}

fn joint_kind(reading: &Reading<'_>, names: &[Range<usize>]) -> Option<AgentKind> {
    if names.iter().all(|name| is_persons_name(reading, name)) {
        return Some(AgentKind::Person);
    }
    let found: Vec<Member> = names.iter().map(|name| member(reading, name)).collect::<Option<_>>()?;
    let all = |sorts: &[Member]| found.iter().all(|one| sorts.contains(one));
    Some(match () {
        () if all(&[Member::Outlet]) => AgentKind::Outlet,
        () if all(&[Member::Person, Member::LoneName]) => AgentKind::Person,
        () if all(&[Member::Body, Member::Outlet, Member::LoneName]) => AgentKind::Organisation,
        () => AgentKind::Group,
    })
}

/// "Quill", "Ada Quill": a name that the lists know as nothing else.
fn is_persons_name(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    let person = reading.token(name.start).is(Classes::GIVEN_NAME) || name.len() == 1;
    let known = reading.names(name.start).any(|known| known.len == name.len());
    let body = reading.token(name.end - 1).is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN | Classes::DEMONYM);
    person && !known && !body && name.len() <= 3 && name.clone().all(|at| reading.tag(at) == Tag::Proper)
}

fn member(reading: &Reading<'_>, name: &Range<usize>) -> Option<Member> {
    if lone_name(reading, name).is_some() {
        return Some(Member::LoneName);
    }
    let one = describe(reading, name);
    let outlet = one.kind == AgentKind::Outlet;
    match one.known {
        Some(_) if outlet => return Some(Member::Outlet),
        Some(Known::Country(_) | Known::Body(_)) => return Some(Member::Body),
        _ => {}
    }
    let words = one.name_range.clone().filter(|_| one.sort == Sort::Name && !one.plural)?;
    match one.kind {
        AgentKind::Person if is_surely_person(reading, name, &words) => Some(Member::Person),
        AgentKind::Outlet => Some(Member::Outlet),
        AgentKind::Organisation if is_surely_body(reading, name, &words) => Some(Member::Body),
        _ => None,
    }
}

/// Whether more than one dictionary word tells that it is a body: "Fuel and Energy Minister Ivo Marn" are not two.
fn is_surely_body(reading: &Reading<'_>, name: &Range<usize>, words: &Range<usize>) -> bool {
    let last = reading.token(words.end - 1);
    let owned = reading.has_tag(name.clone(), Tag::Possessive) && !last.is(Classes::ORGANISATION_NOUN);
    let article = reading.tag(name.start) == Tag::Determiner;
    let named = words.len() > 1 || article || last.case == Case::Capitals;
    named && !owned && !is_place_name(reading, words)
}

/// "Sen. Peter Hollis of Maine and Sen. Joan Tully", "Peter Hollis, the mayor, and his deputy, Joan Tully"
pub(super) fn joint_people(reading: &Reading<'_>, description: &mut Description) -> bool {
    let Some((first, second)) = two_people(reading, &description.range) else { return false };
    description.sort = Sort::Name;
    description.kind = AgentKind::Person;
    joined(reading, first.start..second.end, description);
    true
}

/// The names of both, where a source is two named persons with whatever tells of each.
fn two_people(reading: &Reading<'_>, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let (first, second) = halves(reading, range)?;
    let person = |half: &Range<usize>| {
        let one = describe(reading, half);
        one.name_range.clone().filter(|name| one.kind == AgentKind::Person && is_surely_person(reading, half, name))
    };
    let second = person(&second)?;
    // "Voss and Chancellor Markus Thiel": a surname is told by the other
    Some((person(&first).or_else(|| lone_name(reading, &first))?, second))
}

/// One word that is a name, and no body or thing that the lists know.
fn lone_name(reading: &Reading<'_>, half: &Range<usize>) -> Option<Range<usize>> {
    let token = reading.token(half.start);
    let name = half.len() == 1 && reading.tag(half.start) == Tag::Proper && token.word == WordId::UNKNOWN;
    (name && reading.names(half.start).next().is_none()).then(|| half.clone())
}

/// Whether a title, a role or a given name tells that it is a person: "Europe and Central Asia", "Fuel and Energy Minister Ivo Marn" are not two.
fn is_surely_person(reading: &Reading<'_>, half: &Range<usize>, name: &Range<usize>) -> bool {
    let personal = Classes::TITLE | Classes::ROLE | Classes::PERSON_NOUN;
    // "his wife, |Mary"
    let comma = name.start > half.start + 1 && reading.token(name.start - 1).kind == Kind::Comma;
    let before = name.start.saturating_sub(1 + usize::from(comma));
    let told = name.start > half.start && reading.token(before).is(personal);
    let last = reading.token(name.end - 1);
    let office = last.is(personal) && !last.is(Classes::GIVEN_NAME);
    let thing = name.len() == 1 && last.is(Classes::NOUN) && last.word != WordId::UNKNOWN;
    !office && !thing && (told || name.len() > 1 && reading.token(name.start).is(Classes::GIVEN_NAME))
}

/// What stands before the last "and", and what behind it.
pub(super) fn halves(reading: &Reading<'_>, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let is_and = |at: &usize| reading.is_word(*at, "and");
    let and = (range.start + 1..range.end.saturating_sub(1)).rev().find(is_and)?;
    let comma = reading.token(and - 1).kind == Kind::Comma;
    let first = range.start..and - usize::from(comma);
    (!first.is_empty()).then_some((first, and + 1..range.end))
}

/// Several names that are one source.
pub(super) fn joined(reading: &Reading<'_>, names: Range<usize>, description: &mut Description) {
    description.name = Name::of(reading, names.clone());
    description.name_range = Some(names);
    description.plural = true;
}
