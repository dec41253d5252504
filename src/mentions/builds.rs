//! Noun phrases of which more than their head noun tells: "Ada Quill and Jan Obst, both ministers", "the minister, Ada Quill", "one of them".

use super::describe::{Description, Sort, affiliation, base_phrase};
use super::joint::{halves, joined, joint_people};
use super::kinds::{apposed_kind, is_honorific, is_noun_of_firms};
use super::named::{gender_of, named, role_range};
use crate::attributions::Reading;
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// Describes a phrase of which more than its head noun tells; whether it is one.
pub(super) fn is_of_some_build(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let goes_on = base.end < description.range.end;
    goes_on && (married_couple(reading, description) || with_others(reading, description))
        || goes_on && !reading.token(base.end - 1).is(Classes::PLURAL) && joint_people(reading, description)
        || description.range.len() >= 4 && office_of_somewhere(reading, description)
        || goes_on && behind_bracket(reading, base, description)
        || base.len() >= 3 && elected(reading, base, description)
        || goes_on && (with_apposed_name(reading, base, description) || named_one(reading, base, description))
        || base.len() <= 2 && unnamed_one(reading, base, description)
        || description.range.len() >= 2 && some_or_somebody(reading, base, description)
        || base.len() == 2 && aged(reading, base, description)
}

/// "Mr and Mrs Aubert"
fn married_couple(reading: &Reading<'_>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let titles = range.len() == 4 && is_honorific(reading, range.start) && is_honorific(reading, range.start + 2);
    let both = titles && reading.is_word(range.start + 1, "and") && reading.tag(range.end - 1) == Tag::Proper;
    if both {
        (description.sort, description.kind, description.plural) = (Sort::Indefinite, AgentKind::Group, true);
    }
    both
}

/// "Rusk and two other Republicans": not he alone.
fn with_others(reading: &Reading<'_>, description: &mut Description) -> bool {
    let both = first_with_others(reading, &description.range).is_some();
    if both {
        (description.sort, description.kind, description.plural) = (Sort::Indefinite, AgentKind::Group, true);
        description.number = None;
    }
    both
}

/// "Rusk" of "Rusk and two other Republicans".
pub(super) fn first_with_others(reading: &Reading<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let (first, second) = halves(reading, range)?;
    let named = first.clone().all(|at| reading.tag(at) == Tag::Proper);
    let counted =
        reading.tag(second.start) == Tag::Number || reading.is_any(second.start, keys!["other", "others", "several"]);
    let head = reading.token(base_phrase(reading, &second).end - 1);
    let people =
        head.is(Classes::PLURAL) && head.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN);
    (named && counted && people).then_some(first)
}

/// "the defence minister, Sergei Shoigu"
fn with_apposed_name(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let Some(name) = apposed_name(reading, base, &range) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    // "his wife, Mary"
    let told = gender_of(reading.token(base.end - 1).classes, Classes::SOURCE_NOUN);
    description.gender = told.or(description.gender);
    // "the ferry's owner, Visayas Lines"
    let firm = is_noun_of_firms(reading, base.end - 1);
    let thing = matches!(description.kind, AgentKind::Organisation | AgentKind::Outlet);
    let given = reading.token(name.start).is(Classes::GIVEN_NAME);
    let person = given && !firm;
    // "the buyer, Hong Kong-based Golden Vine", "the ferry's owner, Kystlinjen"
    let alone = name.len() == 1 && !reading.token(name.start).is(Classes::GIVEN_NAME);
    let placed = reading.token(name.start - 1).is(Classes::NAME_ADJECTIVE);
    // "the ship's manager, Athens-based Delta Marine"
    let runs_ships = || reading.is_any(base.end - 1, keys!["manager", "operator", "charterer"]) && placed && !given;
    let based = firm && (alone || placed) || runs_ships();
    if based {
        description.kind = AgentKind::Organisation;
    } else if !(thing && ends_as_body(reading, &name) && !person) {
        description.kind = apposed_kind(reading.token(base.end - 1));
    }
    if let Some(both) = joined_names(reading, &name, &range) {
        joined(reading, both, description);
    }
    // "Drake's ex-wife, the model |Petra Sand"
    let comma = reading.token(name.start - 1).kind == Kind::Comma;
    let own = description.name_range.as_ref().map_or(name.start, |own| own.start);
    let end = if comma { name.start - 1 } else { own };
    let role = if based { range.start..base.end } else { range.start..end };
    description.role = role_range(reading, role);
    true
}

/// "Visayas Lines", "Marlow Media": a last word that no person has.
fn ends_as_body(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    let last = reading.token(name.end - 1);
    let things = last.is(Classes::PLURAL) && last.word != WordId::UNKNOWN && !last.is(Classes::GIVEN_NAME);
    name.len() > 1 && (things || last.is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN | Classes::ENDS_OUTLET_NAME))
}

/// "elected |army chief Ada Quill president": the name, and the office that she has now.
fn elected(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let office = base.end - 1;
    let title = reading.token(office).is(Classes::TITLE) && !reading.token(office).is_capitalised();
    if !title {
        return false;
    }
    let names = (base.start..office).rev().take_while(|at| reading.tag(*at) == Tag::Proper).count();
    let given = (office - names..office).find(|at| reading.token(*at).is(Classes::GIVEN_NAME));
    let Some(given) = given.filter(|given| given + 1 < office) else { return false };
    description.sort = Sort::Name;
    named(reading, &(given..office), description);
    description.kind = AgentKind::Person;
    description.role = Some(office..office + 1);
    true
}

/// "US Secretary of State |Ada Quill", "University of Halden lecturer |Ivo Marn": a name behind an office or a body with its place.
fn office_of_somewhere(reading: &Reading<'_>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let Some(name) = name_behind_place(reading, &range) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    description.kind = AgentKind::Person;
    description.role = role_range(reading, range.start..name.start);
    true
}

/// "Former army chief General (retd) |Ada Quill": a name behind a rank and what stands in brackets.
fn behind_bracket(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let rank = reading.token(base.end - 1).is(Classes::TITLE) && base.end + 3 < range.end;
    let kind = |at: usize| reading.token(at).kind;
    let bracket = rank && (kind(base.end), kind(base.end + 2)) == (Kind::OpenBracket, Kind::CloseBracket);
    let name = if bracket { reading.phrases.noun_at(base.end + 3) } else { None };
    let proper = |name: &Range<usize>| name.clone().all(|at| reading.tag(at) == Tag::Proper);
    let Some(name) = name.filter(|name| name.end <= range.end && proper(name)) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    description.kind = AgentKind::Person;
    description.role = role_range(reading, base.clone());
    true
}

fn name_behind_place(reading: &Reading<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let first = reading.phrases.noun_at(range.start).filter(|first| first.end + 2 < range.end)?;
    let head = reading.token(first.end - 1);
    let body = head.is(Classes::TITLE | Classes::ORGANISATION_NOUN) && head.is_capitalised();
    // "army chief of staff Lt. Gen. |Ivan Petrov"
    let staff = head.is(Classes::TITLE | Classes::ROLE) && reading.is_word(first.end + 1, "staff");
    let of = Some(first.end).filter(|of| (body || staff) && reading.is_word(*of, "of"))?;
    let place = reading.phrases.noun_at(of + 1).filter(|place| place.start == of + 1 && place.end <= range.end)?;
    let proper = |at: usize| reading.tag(at) == Tag::Proper;
    let of_person = Classes::TITLE | Classes::PERSON_NOUN;
    let is_role = |at: &usize| reading.token(*at).is(of_person) && !reading.token(*at).is(Classes::GIVEN_NAME);
    let is_given = |at: &usize| proper(*at) && reading.token(*at).is(Classes::GIVEN_NAME);
    let inside = || place.start + 1..place.end - 1;
    let start = inside().rev().find(is_role).map(|role| role + 1).or_else(|| inside().find(is_given))?;
    (start..place.end).all(proper).then_some(start..place.end)
}

/// "one of them, Per Olsen"
fn named_one(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let Some(name) = one_named(reading, base, &description.range) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    description.kind = AgentKind::Person;
    // "|one of the supervisors, Ed Brandt"
    let of_whom = (reading.tag(base.end + 1) != Tag::Pronoun).then(|| description.range.start..name.start - 1);
    description.role = description.role.take().or(of_whom);
    true
}

/// "one cautioned"
fn unnamed_one(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let is_one = is_unnamed_one(reading, base, &description.range);
    if is_one {
        description.sort = Sort::Indefinite;
        description.kind = AgentKind::Anonymous;
    }
    is_one
}

/// "some of the residents", "somebody at the port"
fn some_or_somebody(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let somebody = range.len() > 1 && reading.is_any(range.start, keys!["someone", "somebody"]);
    let Some(kind) = some_of(reading, base, &range).or(somebody.then_some(AgentKind::Anonymous)) else {
        return false;
    };
    description.sort = Sort::Indefinite;
    description.kind = kind;
    description.plural = kind == AgentKind::Group;
    if somebody {
        description.affiliation = affiliation(reading, &(range.start..range.start + 1), &range);
    }
    true
}

/// "the 71-year-old": whoever was named before, as "he" is; "a 71-year-old" is nobody named.
fn aged(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let is_aged = is_aged(reading, base);
    if is_aged && reading.is_word(base.start, "the") {
        description.sort = Sort::Pronoun;
        description.kind = AgentKind::Person;
    } else if is_aged {
        description.kind = AgentKind::Anonymous;
    }
    is_aged
}

/// Whether a noun phrase is an age and nothing else.
pub fn is_aged(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    const OLD: &str = "-year-old";
    base.len() == 2 && reading.token(base.end - 1).byte_len() >= OLD.len() && reading.str(base.end - 1).ends_with(OLD)
}

/// "Russia's defence minister, Sergei Shoigu": the name that stands behind a role, between commas.
fn apposed_name(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
    let head = reading.token(base.end - 1);
    let comma = (base.end..range.end).find(|at| reading.token(*at).kind == Kind::Comma)?;
    let body = head.is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN) && !head.is_capitalised();
    let one_of_them = head.is(Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN) && !head.is(Classes::PLURAL);
    let person = one_of_them || head.is(Classes::PERSON_NOUN | Classes::ROLE | Classes::TITLE);
    if comma + 1 >= range.end {
        return None;
    }
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.end <= range.end)?;
    // "the unit's boffin, |Siraj Dutta": a noun that the lists do not know
    let full = || name.len() > 1 && name.clone().all(|at| reading.tag(at) == Tag::Proper);
    let person =
        person || !head.is(Classes::SOURCE_NOUN | Classes::PLURAL) && reading.tag(base.end - 1) == Tag::Noun && full();
    if !(body || person) {
        return None;
    }
    let titled = |at: &usize| reading.tag(*at) == Tag::Proper || reading.token(*at).is(Classes::TITLE);
    // "a survivor, 27-year-old fisherman |Jomar Reyes"
    let start = name.clone().rev().take_while(titled).last()?;
    let named = start == name.start || person && name.end - start > 1;
    (named && reading.tag(name.end - 1) == Tag::Proper).then_some(start..name.end)
}

/// "the deputies, |Jan Novak and Petra Weiss": both names behind a noun in the plural.
fn joined_names(reading: &Reading<'_>, first: &Range<usize>, whole: &Range<usize>) -> Option<Range<usize>> {
    let and = Some(first.end).filter(|at| at + 1 < whole.end && reading.is_word(*at, "and"))?;
    let second = reading.phrases.noun_at(and + 1).filter(|second| second.end <= whole.end)?;
    second.clone().all(|at| reading.tag(at) == Tag::Proper).then_some(first.start..second.end)
}

/// "one of them, |Per Olsen": the name of the one.
fn one_named(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
    let one = base.len() == 1 && reading.is_word(base.start, "one") && base.end < range.end;
    let comma = Some(base.end).filter(|of| one && reading.is_word(*of, "of"))?..range.end;
    let comma = comma.into_iter().find(|at| reading.token(*at).kind == Kind::Comma)?;
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.end <= range.end)?;
    name.clone().all(|at| reading.tag(at) == Tag::Proper).then_some(name)
}

/// "one cautioned", "a third said": one of some who have been told of.
fn is_unnamed_one(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> bool {
    let alone = base.len() == range.len();
    let ordinal = base.len() == 2
        && reading.is_word(base.start, "a")
        && reading.is_any(base.start + 1, keys!["second", "third", "fourth", "fifth", "sixth"]);
    // "one of them said P; |the other said Q"
    let other = range.len() == 1 && reading.is_word(range.start, "other");
    other || alone && (ordinal || base.len() == 1 && reading.is_any(base.start, keys!["one", "another"]))
}

/// "one of the captains", "some of the residents": an unnamed one or a group, where those are people.
fn some_of(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> Option<AgentKind> {
    let of = base.len() == 1 && base.end + 1 < range.end && reading.is_word(base.end, "of");
    let counted = matches!(reading.tag(base.start), Tag::Number | Tag::Pronoun | Tag::Determiner);
    if !of || !counted {
        return None;
    }
    let people = |at: usize| {
        let token = reading.token(at);
        token.is(Classes::PLURAL) && token.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN)
            || reading.is_any(at, keys!["them", "us", "whom", "those"])
            // "one of the three"
            || at + 1 == range.end && reading.tag(at) == Tag::Number
    };
    let whom = base.end..range.end;
    let one = reading.is_any(base.start, keys!["one", "another"]);
    // "two of the people", "some of the officials": nobody one could call, as the officials are not; "two-thirds of the officials" were asked
    let few = reading.is_any(
        base.start,
        keys!["two", "three", "four", "five", "six", "seven", "eight", "some", "several", "both", "others"],
    );
    let unnamed = |at: usize| reading.token(at).is(Classes::ANONYMOUS_NOUN) || reading.is_word(at, "people");
    let unnamed = few && whom.clone().any(unnamed);
    // "one of the funds"
    let body = |at: usize| reading.token(at).is(Classes::PLURAL) && reading.token(at).is(Classes::ORGANISATION_NOUN);
    if one && whom.clone().any(body) {
        return Some(AgentKind::Anonymous);
    }
    let kind = if one || unnamed { AgentKind::Anonymous } else { AgentKind::Group };
    whom.into_iter().any(people).then_some(kind)
}
