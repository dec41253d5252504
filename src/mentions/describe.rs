//! What a noun phrase says of the one it names.

use super::agent::{Gender, Known};
use super::name::Name;
use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning, StandIn, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Token, keys};
use std::ops::Range;

/// What a mention says by its own words.
#[derive(Debug, Clone)]
pub struct Description {
    /// Its tokens.
    pub range: Range<usize>,
    /// What kind of agent it names.
    pub kind: AgentKind,
    /// How it can be tied to others.
    pub sort: Sort,
    /// The name without role and title; of an outlet or body that the lexicon knows, all of the phrase.
    pub name: Name,
    /// The name as written, without role and title.
    pub name_range: Option<Range<usize>>,
    /// The token of the head noun.
    pub noun: Option<usize>,
    /// What the lexicon knows it as.
    pub known: Option<Known>,
    /// Whether that is by a short name, which counts only where the copy has introduced the outlet.
    pub short: bool,
    /// The role or title before the name, or after it between commas.
    pub role: Option<Range<usize>>,
    /// Whom it speaks or works for.
    pub affiliation: Option<Range<usize>>,
    /// Man or woman.
    pub gender: Option<Gender>,
    /// Whether it is more than one.
    pub plural: bool,
    /// How many, where stated.
    pub number: Option<u32>,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By a name.
    Name,
    /// By a definite description: "the minister".
    Definite,
    /// By an indefinite one: "a minister", "officials".
    Indefinite,
    /// By a pronoun.
    Pronoun,
}

/// Describes the noun phrase at the start of `range` (a source with its modifiers).
pub fn describe(reading: &Reading<'_>, range: &Range<usize>) -> Description {
    let base = base_phrase(reading, range);
    let base = if shares_head(reading, range, &base) { range.clone() } else { base };
    let mut description = undescribed(reading, range, &base);
    if !is_of_some_build(reading, &base, &mut description) {
        match description.sort {
            Sort::Pronoun => pronoun(reading, base.start, &mut description),
            _ => nominal(reading, &base, &mut description),
        }
    }
    description
}

/// Describes a phrase of which more than its head noun tells; whether it is one.
fn is_of_some_build(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let goes_on = base.end < description.range.end;
    joint(reading, description)
        || goes_on && (with_apposed_name(reading, base, description) || named_one(reading, base, description))
        || unnamed_one(reading, base, description)
        || some_or_somebody(reading, base, description)
        || aged(reading, base, description)
}

fn undescribed(reading: &Reading<'_>, range: &Range<usize>, base: &Range<usize>) -> Description {
    Description {
        range: range.clone(),
        kind: AgentKind::Unknown,
        sort: sort(reading, base),
        name: Name::default(),
        name_range: None,
        noun: None,
        known: None,
        short: false,
        role: None,
        affiliation: None,
        gender: None,
        plural: false,
        number: number(reading, base),
    }
}

/// "AFP and dpa"
fn joint(reading: &Reading<'_>, description: &mut Description) -> bool {
    let Some(kind) = joint_kind(reading, &description.range) else { return false };
    description.sort = Sort::Name;
    description.kind = kind;
    joined(reading, description.range.clone(), description);
    true
}

/// Several names that are one source.
fn joined(reading: &Reading<'_>, names: Range<usize>, description: &mut Description) {
    description.name = Name::of(reading, names.clone());
    description.name_range = Some(names);
    description.plural = true;
}

/// "the defence minister, Sergei Shoigu"
fn with_apposed_name(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let range = description.range.clone();
    let Some(name) = apposed_name(reading, base, &range) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    // "the ferry's owner, Visayas Lines"
    let body = matches!(description.kind, AgentKind::Organisation | AgentKind::Outlet) && ends_as_body(reading, &name);
    if !body {
        description.kind = apposed_kind(reading.token(base.end - 1));
    }
    if let Some(both) = joined_names(reading, &name, &range) {
        joined(reading, both, description);
    }
    description.role = role_range(reading, range.start..name.start - 1);
    true
}

/// "Visayas Lines", "Marlow Media": a last word that no person has.
fn ends_as_body(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    let last = reading.token(name.end - 1);
    let things = last.is(Classes::PLURAL) && last.word != WordId::UNKNOWN && !last.is(Classes::GIVEN_NAME);
    name.len() > 1 && (things || last.is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN | Classes::ENDS_OUTLET_NAME))
}

/// "one of them, Per Olsen"
fn named_one(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) -> bool {
    let Some(name) = one_named(reading, base, &description.range) else { return false };
    description.sort = Sort::Name;
    named(reading, &name, description);
    description.kind = AgentKind::Person;
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
    base.len() == 2 && reading.str(base.end - 1).ends_with("-year-old")
}

/// "AFP and dpa", "Quill and Obst": outlets or names and nothing else are one joint agent.
fn joint_kind(reading: &Reading<'_>, range: &Range<usize>) -> Option<AgentKind> {
    if range.len() < 2 {
        return None;
    }
    if is_joint(reading, range) {
        return Some(AgentKind::Outlet);
    }
    let and = (range.start + 1..range.end.saturating_sub(1)).find(|at| reading.is_word(*at, "and"))?;
    let is_name = |part: Range<usize>| {
        let person = reading.token(part.start).is(Classes::GIVEN_NAME) || part.len() == 1;
        let known = reading.names(part.start).any(|name| name.len == part.len());
        let body = reading.token(part.end - 1).is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN | Classes::DEMONYM);
        person && !known && !body && part.len() <= 3 && part.clone().all(|at| reading.tag(at) == Tag::Proper)
    };
    (is_name(range.start..and) && is_name(and + 1..range.end)).then_some(AgentKind::Person)
}

/// "AFP and dpa": two outlets and nothing else are one joint agent.
fn is_joint(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let outlet = |at: usize| reading.names(at).find(|name| matches!(name.meaning, Meaning::Outlet(_)));
    let mut at = range.start;
    let mut outlets = 0;
    while at < range.end {
        let name = outlet(at).filter(|name| at + name.len <= range.end);
        outlets += usize::from(name.is_some());
        let joins = reading.token(at).kind == crate::words::Kind::Comma || reading.is_any(at, keys!["and", "the"]);
        match name {
            Some(name) => at += name.len,
            None if joins => at += 1,
            None => return false,
        }
    }
    outlets >= 2
}

/// "Russia's defence minister, Sergei Shoigu": the name that stands behind a role, between commas.
fn apposed_name(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> Option<Range<usize>> {
    let head = reading.token(base.end - 1);
    let comma = (base.end..range.end).find(|at| reading.token(*at).kind == crate::words::Kind::Comma)?;
    let body = head.is(Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN) && !head.is_capitalised();
    let one_of_them = head.is(Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN) && !head.is(Classes::PLURAL);
    let person = one_of_them || head.is(Classes::PERSON_NOUN | Classes::ROLE | Classes::TITLE);
    let role = (body || person) && comma + 1 < range.end;
    if !role {
        return None;
    }
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.end <= range.end)?;
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
    let comma = comma.into_iter().find(|at| reading.token(*at).kind == crate::words::Kind::Comma)?;
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.end <= range.end)?;
    name.clone().all(|at| reading.tag(at) == Tag::Proper).then_some(name)
}

/// "one cautioned", "a third said": one of some who have been told of.
fn is_unnamed_one(reading: &Reading<'_>, base: &Range<usize>, range: &Range<usize>) -> bool {
    let alone = base.len() == range.len();
    let ordinal = base.len() == 2
        && reading.is_word(base.start, "a")
        && reading.is_any(base.start + 1, keys!["second", "third", "fourth", "fifth", "sixth"]);
    alone && (ordinal || base.len() == 1 && reading.is_any(base.start, keys!["one", "another"]))
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
    let kind = if one || unnamed { AgentKind::Anonymous } else { AgentKind::Group };
    whom.into_iter().any(people).then_some(kind)
}

/// What the noun before an apposed name makes of it.
fn apposed_kind(head: &Token) -> AgentKind {
    match () {
        () if head.is(Classes::PERSON_NOUN | Classes::ROLE | Classes::TITLE) => AgentKind::Person,
        () if head.is(Classes::OUTLET_NOUN) => AgentKind::Outlet,
        () if head.is(Classes::ORGANISATION_NOUN) => AgentKind::Organisation,
        () => AgentKind::Person,
    }
}

/// "U.S. and allied sources": whether the range is two modifiers of one plural noun, of which `base` is the first.
fn shares_head(reading: &Reading<'_>, range: &Range<usize>, base: &Range<usize>) -> bool {
    let joined = base.end < range.end && reading.is_any(base.end, keys!["and", "or"]);
    if !joined {
        return false;
    }
    let last = reading.token(range.end - 1);
    let plural =
        last.is(Classes::ANONYMOUS_NOUN | Classes::GROUP_NOUN | Classes::PERSON_NOUN) && last.is(Classes::PLURAL);
    let bare = base.len() <= 2
        && reading.tag(base.start) != Tag::Determiner
        && !reading.token(base.end - 1).is(Classes::GIVEN_NAME);
    let is_modifier = |at: usize| matches!(reading.tag(at), Tag::Adjective | Tag::Proper | Tag::Noun);
    let one_noun = (base.end + 1..range.end - 1).all(is_modifier);
    let is_person = base.len() == 2 && reading.tag(base.start) == Tag::Proper;
    let body = last.is(Classes::ORGANISATION_NOUN) && last.is_capitalised();
    let one_body = body && (base.end + 1..range.end).all(|at| reading.tag(at) == Tag::Proper);
    plural && bare && one_noun && !is_person || one_body
}

/// The base noun phrase that the range starts with, and the rest of a body's name; a possessor's own range stays as it is.
fn base_phrase(reading: &Reading<'_>, range: &Range<usize>) -> Range<usize> {
    let noun = reading.phrases.noun_at(range.start);
    let end = noun.map_or(range.end, |noun| body_name_end(reading, &noun).unwrap_or(noun.end).min(range.end));
    range.start..end.max(range.start + 1).min(range.end.max(range.start + 1))
}

/// One past the name "Ministry of Defence", "Association of Bridge Engineers" that begins with the noun phrase, if it is one.
pub fn body_name_end(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let head = reading.token(noun.end - 1);
    let body = head.is_capitalised() && head.is(Classes::ORGANISATION_NOUN) && reading.tag(noun.end - 1) == Tag::Proper;
    let of = noun.end;
    // "the Joint Chiefs |of Staff"
    let known = |name: &crate::tokens::Name| matches!(name.meaning, Meaning::Body(_));
    let known_end = |at: usize| reading.names(at).find(known).map(|name| at + name.len);
    if !body && head.is_capitalised() && of + 1 < reading.tokens.all.len() && reading.is_word(of, "of") {
        let goes_on = |end: usize| reading.tokens.all.get(end).is_some_and(|_| reading.tag(end).is_nominal());
        return noun.clone().find_map(known_end).filter(|end| *end > of && !goes_on(*end));
    }
    if !body || of + 1 >= reading.tokens.all.len() || !reading.is_any(of, keys!["of", "for"]) {
        return None;
    }
    let mut end = named_part(reading, of)?;
    // "Institute for the Study |of War"
    while let Some(next) = named_part(reading, end).filter(|_| reading.is_word(end, "of")) {
        end = next;
    }
    Some(end)
}

/// One past the capitalised noun phrase behind a preposition.
fn named_part(reading: &Reading<'_>, preposition: usize) -> Option<usize> {
    let part = reading.phrases.noun_at(preposition + 1).filter(|part| part.start == preposition + 1)?;
    // "Centre for Cities |thinktank"
    let body = part.len() > 1 && reading.token(part.end - 1).is(Classes::ORGANISATION_NOUN);
    let end = if body && reading.tag(part.end - 1) == Tag::Noun { part.end - 1 } else { part.end };
    let named = (part.start..end).all(|at| matches!(reading.tag(at), Tag::Proper | Tag::Determiner));
    (named && reading.tag(end - 1) == Tag::Proper).then_some(part.end)
}

fn sort(reading: &Reading<'_>, base: &Range<usize>) -> Sort {
    let head = reading.token(base.end - 1);
    let first = reading.token(base.start);
    match reading.tag(base.end - 1) {
        Tag::Pronoun | Tag::Relative | Tag::Wh | Tag::That => Sort::Pronoun,
        _ if base.len() == 1 && first.is(Classes::POSSESSIVE_DETERMINER) => Sort::Pronoun,
        Tag::Proper if is_office(reading, base) => Sort::Definite,
        Tag::Proper => Sort::Name,
        _ if head.is(Classes::WEEKDAY) => Sort::Indefinite,
        // "Nigeria's culture minister": there is one of the office
        _ if head.is(Classes::ROLE) && !head.is(Classes::PLURAL) && is_owned(reading, base) => Sort::Definite,
        // "Cole's mother": so is there one of her
        _ if is_relative(head) && is_owned(reading, base) => Sort::Definite,
        _ if reading.is_any(
            base.start,
            keys!["the", "this", "that", "these", "those", "both", "its", "his", "her", "their"],
        ) =>
        {
            Sort::Definite
        }
        _ => Sort::Indefinite,
    }
}

/// "the Israeli Prime Minister": an office in capitals, and no name.
fn is_office(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let offices = Classes::TITLE | Classes::ROLE | Classes::PERSON_NOUN;
    let is_part = |at: usize| {
        let token = reading.token(at);
        token.is(offices | Classes::DEMONYM | Classes::COUNTRY | Classes::ORGANISATION_NOUN)
            && !token.is(Classes::GIVEN_NAME)
    };
    let article = reading.tag(base.start) == Tag::Determiner;
    let head = reading.token(base.end - 1);
    article
        && base.len() > 2
        && head.is(offices)
        && !head.is(Classes::PLURAL)
        && (base.start + 1..base.end).all(is_part)
}

/// A mother, a lawyer: a single person of whom one may have one. Of officials and aides there are many.
fn is_relative(head: &Token) -> bool {
    head.is(Classes::PERSON_NOUN) && !head.is(Classes::PLURAL | Classes::ANONYMOUS_NOUN)
}

/// Whether a noun phrase has its owner before it.
fn is_owned(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    base.clone().any(|at| reading.tag(at) == Tag::Possessive)
}

/// How many a noun phrase counts: "three sources".
pub fn number(reading: &Reading<'_>, base: &Range<usize>) -> Option<u32> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    base.clone().filter(|at| reading.tag(*at) == Tag::Number).find_map(|at| {
        let word = reading.str(at);
        let spelt = WORDS.iter().position(|spelt| spelt.eq_ignore_ascii_case(word)).map(|index| index as u32 + 1);
        spelt.or_else(|| if word.contains(',') { word.replace(',', "").parse() } else { word.parse() }.ok())
    })
}

fn pronoun(reading: &Reading<'_>, at: usize, description: &mut Description) {
    let is = |words: &[u64]| reading.is_any(at, words);
    description.kind = if is(keys!["he", "she", "him", "her", "his", "i", "me", "my", "who"]) {
        AgentKind::Person
    } else {
        AgentKind::Unknown
    };
    description.plural = is(keys!["they", "them", "their", "we", "us", "our"]);
    description.gender = match () {
        () if is(keys!["he", "him", "his"]) => Some(Gender::Masculine),
        () if is(keys!["she", "her", "hers"]) => Some(Gender::Feminine),
        () => None,
    };
}

fn nominal(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) {
    let head = base.end - 1;
    description.plural = reading.token(head).is(Classes::PLURAL) || joins_two(reading, &description.range);
    if let Some(known) = known_name(reading, base) {
        known_agent(reading, base, known, description);
    } else if description.sort == Sort::Name {
        named(reading, base, description);
    } else {
        common(reading, base, description);
    }
    if description.role.is_none() {
        description.role = apposed_role(reading, base, &description.range);
        // "DN, a business daily"
        let is_outlet = |at: usize| reading.token(at).is(Classes::OUTLET_NOUN);
        let ends_so = |role: &Range<usize>| is_outlet(base_phrase(reading, role).end - 1) || is_outlet(role.end - 1);
        let outlet = description.role.as_ref().is_some_and(ends_so);
        if outlet && description.kind == AgentKind::Organisation && description.known.is_none() {
            description.kind = AgentKind::Outlet;
        }
        // "the Doctors' Network, a medical union"
        let is_body = |at: usize| reading.token(at).is(Classes::ORGANISATION_NOUN) && !is_outlet(at);
        let union = description.role.as_ref().is_some_and(|role| is_body(base_phrase(reading, role).end - 1));
        if union && !outlet && description.kind == AgentKind::Outlet && description.known.is_none() {
            description.kind = AgentKind::Organisation;
        }
        let role = description.role.clone();
        let body = role.and_then(|role| affiliation(reading, &base_phrase(reading, &role), &role));
        description.affiliation = description.affiliation.take().or(body);
    }
}

/// The body for which a spokesman speaks: "the ministry's spokesman", "Kremlin spokeswoman Ada Quill".
pub fn principal(reading: &Reading<'_>, description: &Description) -> Option<Range<usize>> {
    let mut role = description.role.clone().unwrap_or_else(|| description.range.clone());
    let body = description.affiliation.clone();
    let in_body = |at: usize| body.as_ref().is_some_and(|body| body.contains(&at));
    let spokesman = role.find(|at| !in_body(*at) && reading.stand_in(*at) == Some(StandIn::SpeaksFor))?;
    body.or_else(|| body_noun_before(reading, spokesman))
}

/// "a spokeswoman", of whom the phrase does not tell for whom she speaks.
pub fn is_lone_spokesman(reading: &Reading<'_>, description: &Description) -> bool {
    let speaks_for = |noun: usize| reading.stand_in(noun) == Some(StandIn::SpeaksFor);
    let bare = description.range.len() == 2 && description.name.is_empty() && description.affiliation.is_none();
    bare && description.noun.is_some_and(speaks_for)
}

/// "a |company spokesman"
fn body_noun_before(reading: &Reading<'_>, spokesman: usize) -> Option<Range<usize>> {
    let noun = spokesman.checked_sub(1).filter(|noun| reading.tag(*noun) == Tag::Noun)?;
    reading.stand_in(noun).filter(|body| body.is_body()).map(|_| noun..spokesman)
}

/// Describes the body for which a spokesman speaks: of "a company spokesman" it is "the company".
pub fn describe_principal(reading: &Reading<'_>, body: &Range<usize>) -> Description {
    let described = describe(reading, body);
    let sort = if described.sort == Sort::Indefinite { Sort::Definite } else { described.sort };
    Description { sort, ..described }
}

fn joins_two(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|at| reading.is_word(at, "and") && at > range.start && reading.tag(at - 1).is_head())
}

/// A phrase of the lexicon that ends the noun phrase: "South Korean news agency Yonhap", "the New York Times".
fn known_name(reading: &Reading<'_>, base: &Range<usize>) -> Option<Meaning> {
    if reading.tokens.names_within(base.clone()).is_empty() {
        return None;
    }
    // "Telefonica de Argentina", "Nyaya Nepal", "University of Berlin": no country
    let is_country =
        |at: usize| reading.names(at).any(|name| matches!(name.meaning, Meaning::Country(_) | Meaning::Capital(_)));
    let before_country = Classes::DEMONYM | Classes::TITLE | Classes::ROLE | Classes::PERSON_NOUN;
    let named = |at: usize| match reading.tag(at) {
        Tag::Proper => !reading.token(at).is(before_country),
        tag => tag == Tag::Preposition,
    };
    let ends_longer = |at: usize| at > base.start && (joins_name(reading, at - 1) || is_country(at) && named(at - 1));
    base.clone().filter(|at| !ends_longer(*at)).find_map(|at| {
        let name = reading.names(at).find(|name| {
            let agent = matches!(
                name.meaning,
                Meaning::Outlet(_)
                    | Meaning::ShortOutlet(_)
                    | Meaning::Country(_)
                    | Meaning::Capital(_)
                    | Meaning::Body(_)
            );
            agent
                && (at + name.len == base.end || at + name.len + 1 == base.end && is_outlet_noun(reading, base.end - 1))
        })?;
        Some(name.meaning)
    })
}

/// "Interfax news agency", "the Times newspaper", "the IRNA agency": the noun after an outlet's name.
fn is_outlet_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is(Classes::OUTLET_NOUN) || reading.stand_in(at).is_some_and(StandIn::is_outlet_type)
}

fn known_agent(reading: &Reading<'_>, base: &Range<usize>, meaning: Meaning, description: &mut Description) {
    description.sort = Sort::Name;
    description.noun = Some(head_noun(reading, base));
    let (kind, known) = match meaning {
        Meaning::Outlet(index) | Meaning::ShortOutlet(index) => (AgentKind::Outlet, Known::Outlet(index)),
        Meaning::Country(index) | Meaning::Capital(index) => (AgentKind::Organisation, Known::Country(index)),
        Meaning::Body(index) => (AgentKind::Organisation, Known::Body(index)),
        _ => return,
    };
    description.kind = kind;
    // "the Times", "the United States" are one
    description.plural = false;
    description.short = matches!(meaning, Meaning::ShortOutlet(_)) && !is_introduced(reading, base);
    description.known = Some(known);
    description.name = Name::of(reading, base.clone());
}

/// "the trade magazine Variety": a short name that is one outlet's only, with the noun that tells of one.
fn is_introduced(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let short = |name: &crate::tokens::Name| matches!(name.meaning, Meaning::ShortOutlet(_));
    let meant = base.clone().flat_map(|at| reading.names(at)).filter(short).count();
    meant == 1 && base.clone().any(|at| reading.tag(at) == Tag::Noun && is_outlet_noun(reading, at))
}

/// A name that the lexicon does not know: a person's, or a body's.
fn named(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) {
    // "the Bakers and Freezers Union"
    let joins = base.clone().any(|at| reading.is_word(at, "and"));
    let is_body = joins
        || body_name_end(reading, &first_noun(reading, base)) == Some(base.end)
        || base.len() > 2 && has_acronym(reading, base.end);
    let article = usize::from(reading.tag(base.start) == Tag::Determiner);
    let start = if is_body { base.start + article } else { name_start(reading, base) };
    let name = with_country(reading, base, start..base.end);
    let start = name.start;
    let words = name.start..without_suffix(reading, &name);
    description.name = Name::of(reading, words.clone());
    description.gender = gender(reading, base, &name);
    description.role = (start > base.start && !is_body).then(|| role_range(reading, base.start..start)).flatten();
    description.affiliation = description.role.as_ref().and_then(|role| affiliation(reading, role, role));
    description.kind = match has_age(reading, base.end) {
        true => AgentKind::Person,
        false => name_kind(reading, base, &words, description.role.is_some()),
    };
    description.name_range = Some(name);
    description.noun = Some(head_noun(reading, base));
    if is_body {
        description.kind = AgentKind::Organisation;
    }
    // "Orrin Foods" is one, and so is "Marek Haas"
    let one = [AgentKind::Person, AgentKind::Organisation, AgentKind::Outlet, AgentKind::Document];
    if one.contains(&description.kind) {
        description.plural = false;
    }
}

/// "Food Security Phase Classification |(IPC)": what goes by an acronym is a body.
fn has_acronym(reading: &Reading<'_>, bracket: usize) -> bool {
    let Some([open, word, close, ..]) = reading.tokens.all.get(bracket..) else { return false };
    let kinds = (open.kind, close.kind) == (crate::words::Kind::OpenBracket, crate::words::Kind::CloseBracket);
    kinds && word.case == crate::tokens::Case::Capitals
}

/// One past the surname of "Ferdinand Marcos Jr.", "Simon Waugh KC"
fn without_suffix(reading: &Reading<'_>, name: &Range<usize>) -> usize {
    const SUFFIXES: &[u64] =
        keys!["jr.", "jr", "sr.", "sr", "ii", "iii", "kc", "qc", "mp", "mep", "msp", "md", "phd", "obe"];
    let last = name.end - 1;
    if name.len() > 1 && reading.is_any(last, SUFFIXES) { last } else { name.end }
}

/// "|Russian Defence Ministry", "|Norway's Home Office": of a body that every country has, the country is told too. "|St Mary's Hospital",
/// "|Women's Institute": nor is one capital word a name without its owner.
fn with_country(reading: &Reading<'_>, base: &Range<usize>, name: Range<usize>) -> Range<usize> {
    let article = usize::from(reading.tag(base.start) == Tag::Determiner);
    let before = base.start + article..name.start;
    let of_country = |at: usize| reading.token(at).is(Classes::DEMONYM | Classes::COUNTRY | Classes::POSSESSIVE_MARK);
    let body = reading.token(name.end - 1).is(Classes::ORGANISATION_NOUN);
    let owner = |at: usize| matches!(reading.tag(at), Tag::Proper | Tag::Possessive);
    let owned = name.len() == 1 && before.clone().all(owner);
    let body = body || owned && reading.token(name.end - 1).is(Classes::OUTLET_NOUN);
    let whole = body && !before.is_empty() && (owned || before.clone().all(of_country));
    if whole { before.start..name.end } else { name }
}

/// The first base noun phrase of a name.
fn first_noun(reading: &Reading<'_>, base: &Range<usize>) -> Range<usize> {
    let noun = reading.phrases.noun_at(base.start);
    base.start..noun.map_or(base.end, |noun| noun.end.min(base.end))
}

/// "ministry" of "Ministry of Defence"
fn head_noun(reading: &Reading<'_>, base: &Range<usize>) -> usize {
    first_noun(reading, base).end - 1
}

/// Where the name begins after role and title: after the last of them.
fn name_start(reading: &Reading<'_>, base: &Range<usize>) -> usize {
    let given = base
        .clone()
        .find(|at| reading.token(*at).is(Classes::GIVEN_NAME) && reading.tag(*at) == Tag::Proper && *at + 1 < base.end);
    let of_person = Classes::TITLE | Classes::ROLE | Classes::PERSON_NOUN | Classes::ANONYMOUS_NOUN;
    // "General Council", "Defence Ministry": no title, but the body's own name
    let body = reading.token(base.end - 1).is(Classes::ORGANISATION_NOUN);
    let marks = Classes::POSSESSIVE_MARK | if body { Classes::empty() } else { of_person };
    let role = (base.start..base.end.saturating_sub(1)).rev().find(|at| {
        let title = reading.token(*at).is(marks) && !reading.token(*at).is(Classes::GIVEN_NAME);
        title && !joins_name(reading, *at) || reading.tag(*at) != Tag::Proper
    });
    let after_role = role.map_or(base.start, |at| at + 1);
    given.filter(|at| *at >= after_role).unwrap_or(after_role)
}

/// "Banco |del Sur", "Ada |van der Berg": a small word inside a name.
fn joins_name(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    token.is(Classes::NAME_PARTICLE) && !token.is_capitalised() && reading.tag(at) == Tag::Proper
}

/// The role without a leading article.
fn role_range(reading: &Reading<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let article = reading.tag(range.start) == Tag::Determiner;
    let role = range.start + usize::from(article)..range.end;
    (!role.is_empty()).then_some(role)
}

/// By title or given name; or else by what the noun tells ("spokeswoman Quill"). A lone "Morris" is a surname.
fn gender(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>) -> Option<Gender> {
    let by = |range: Range<usize>, sorts: Classes| {
        range.into_iter().find_map(|at| gender_of(reading.token(at).classes, sorts))
    };
    let given = if name.len() > 1 { by(name.clone(), Classes::GIVEN_NAME) } else { None };
    by(base.clone(), Classes::TITLE).or(given).or_else(|| by(base.clone(), Classes::SOURCE_NOUN))
}

/// What a word of one of the sorts tells of the gender.
fn gender_of(classes: Classes, sorts: Classes) -> Option<Gender> {
    match () {
        () if !classes.intersects(sorts) => None,
        () if classes.contains(Classes::MASCULINE) => Some(Gender::Masculine),
        () if classes.contains(Classes::FEMININE) => Some(Gender::Feminine),
        () => None,
    }
}

/// The kind of a name that the lexicon does not know, by its title, its role and its last word.
fn name_kind(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>, has_role: bool) -> AgentKind {
    let last = reading.token(name.end - 1);
    let before = (base.start < name.start).then(|| reading.token(name.start - 1));
    // "state news agency ANR"
    let compound = || compound_kind(reading, &(base.start..name.start)).filter(|kind| *kind == AgentKind::Outlet);
    let by_role = before.filter(|_| has_role).and_then(|token| compound().or_else(|| role_kind(token.classes)));
    let person = Classes::TITLE | Classes::GIVEN_NAME;
    let has_article = reading.tag(base.start) == Tag::Determiner;
    let titled = base.clone().any(|at| reading.token(at).is(person) && (name.len() > 1 || at < name.start));
    match () {
        () if name.clone().all(|at| reading.token(at).is(Classes::WEEKDAY | Classes::MONTH)) => AgentKind::Unknown,
        () if last.is(Classes::OUTLET_NOUN) || last.is(Classes::ENDS_OUTLET_NAME) => AgentKind::Outlet,
        // "the Halden Courier"; Jim Courier is a person
        () if last.is(Classes::ENDS_PAPER_NAME) && (has_article || name.len() > 1 && !titled) => AgentKind::Outlet,
        // "New York"
        () if !titled && !has_role && is_place_name(reading, name) => AgentKind::Organisation,
        // "Radio Capodistria", "BBC Radio Leeds"
        () if name.len() > 1 && starts_outlet_name(reading, name.start) => AgentKind::Outlet,
        // "Blackthorn Pictures" is a firm, "the Panama Papers" are papers
        () if last.is(Classes::DOCUMENT_NOUN) && (has_article || !last.is(Classes::PLURAL)) => AgentKind::Document,
        () if last.is(Classes::ORGANISATION_NOUN | Classes::ABBREVIATION) => AgentKind::Organisation,
        () if by_role.is_some() => by_role.unwrap_or(AgentKind::Person),
        () if titled => AgentKind::Person,
        // "the Wisconsin Republican"
        () if last.is(Classes::GROUP_NOUN) && !last.is(Classes::PLURAL) && has_article => AgentKind::Person,
        // "Sanders" is no plural that the lists know
        () if last.is(Classes::PLURAL) && last.word != WordId::UNKNOWN && name.len() == 1 => AgentKind::Group,
        () if name.len() == 1 && last.case == crate::tokens::Case::Capitals => AgentKind::Organisation,
        () if has_article || name.len() > 4 => AgentKind::Organisation,
        // a word that the lists do not know is more likely a surname than a thing
        () if name.len() == 1 || last.is(Classes::COUNTRY) => AgentKind::Organisation,
        () if last.is(Classes::NOUN) && last.word != WordId::UNKNOWN => AgentKind::Organisation,
        () => AgentKind::Person,
    }
}

/// Whether a name is a place's, and nobody's besides.
pub fn is_place_name(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    reading.names(name.start).any(|one| one.meaning == Meaning::Place && one.len == name.len())
}

fn starts_outlet_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is(Classes::ENDS_OUTLET_NAME)
        || reading.names(at).any(|name| matches!(name.meaning, Meaning::Outlet(_)))
}

/// What the noun before a name makes of it: "freight operator Nordbahn", "the broadcaster Dala", "minister Omarbek".
fn role_kind(classes: Classes) -> Option<AgentKind> {
    let person = Classes::PERSON_NOUN | Classes::TITLE | Classes::ANONYMOUS_NOUN | Classes::ROLE;
    match () {
        () if classes.intersects(Classes::OUTLET_NOUN) => Some(AgentKind::Outlet),
        () if classes.intersects(Classes::ORGANISATION_NOUN) => Some(AgentKind::Organisation),
        () if classes.intersects(person | Classes::GROUP_NOUN) => Some(AgentKind::Person),
        () => None,
    }
}

/// A description by a common noun.
fn common(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) {
    let head = base.end - 1;
    let token = reading.token(head);
    let own_kind = || token.is(Classes::SOURCE_NOUN).then(|| reading.lexicon.word(token.word).kind).flatten();
    let kind = compound_kind(reading, base).or_else(own_kind);
    description.kind = match common_kind(reading, base, kind, description.sort) {
        AgentKind::Group | AgentKind::Person if is_said_unnamed(reading, base) => AgentKind::Anonymous,
        // "two traders": single persons, and no class of them
        AgentKind::Group if counts_few(reading, base) => AgentKind::Anonymous,
        kind => kind,
    };
    description.affiliation = affiliation(reading, base, &description.range);
    description.gender = gender_of(token.classes, Classes::SOURCE_NOUN);
    if description.kind == AgentKind::Unknown && is_share(reading, base, &description.range) {
        description.kind = AgentKind::Group;
        description.plural = true;
    }
    description.noun = Some(head);
}

/// "two |traders", "three senior |officials"; "three in ten voters" were asked.
fn counts_few(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let counts = base.len() > 1 && reading.tag(base.start) == Tag::Number;
    counts && number(reading, base).is_some_and(|number| (2..MANY).contains(&number))
}

/// As many people are a group.
const MANY: u32 = 10;

/// "two unnamed officers"
fn is_said_unnamed(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    base.clone().any(|at| reading.is_any(at, keys!["unnamed", "unidentified", "anonymous", "undisclosed"]))
}

/// "43 per cent of voters", "a third of those asked", "18%"
fn is_share(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> bool {
    let counted = |at: usize| reading.is_any(at, keys!["%", "percent", "cent"]) || reading.tag(at) == Tag::Number;
    let of = whole.clone().find(|at| *at >= base.end && reading.is_word(*at, "of")).map(|at| at + 1..whole.end);
    let people = |at: usize| {
        let token = reading.token(at);
        token.is(Classes::PLURAL) && token.is(Classes::SOURCE_NOUN | Classes::DEMONYM) || reading.is_word(at, "those")
    };
    base.clone().any(counted) && (of.is_none() || reading.is_any(base.end - 1, keys!["%", "percent", "cent"]))
        || of.is_some_and(|mut of| of.any(people))
}

/// What a source noun of several words names that ends the phrase: "the coast guard".
fn compound_kind(reading: &Reading<'_>, base: &Range<usize>) -> Option<AgentKind> {
    if reading.tokens.names_within(base.clone()).is_empty() {
        return None;
    }
    base.clone().find_map(|at| {
        reading.names(at).find_map(|name| match name.meaning {
            Meaning::SourceNoun(kind) if at + name.len == base.end => Some(kind),
            _ => None,
        })
    })
}

fn common_kind(reading: &Reading<'_>, base: &Range<usize>, kind: Option<AgentKind>, sort: Sort) -> AgentKind {
    let token = reading.token(base.end - 1);
    match kind {
        Some(AgentKind::Group) if !token.is(Classes::PLURAL) && sort == Sort::Indefinite => AgentKind::Anonymous,
        Some(AgentKind::Group) if !token.is(Classes::PLURAL) => AgentKind::Person,
        Some(AgentKind::Person) if token.is(Classes::PLURAL) => AgentKind::Group,
        // an unnamed person is anonymous, unless "the" says that there is only one of the office
        Some(AgentKind::Person) if sort == Sort::Indefinite => AgentKind::Anonymous,
        Some(kind) => kind,
        None if token.is(Classes::DEMONYM) => AgentKind::Group,
        None if token.is(Classes::PLURAL) => AgentKind::Group,
        None => AgentKind::Unknown,
    }
}

/// The words before the noun of "the prime minister", "the energy ministry" that tell which one is meant.
pub fn modifiers(reading: &Reading<'_>, range: &Range<usize>) -> Range<usize> {
    let base = base_phrase(reading, range);
    let head = base.end - 1;
    let role = |at: &usize| reading.phrase_len(*at, Meaning::Role) >= base.end - *at;
    let nouns = (base.start..head).rev().take_while(|at| reading.tag(*at) == Tag::Noun).last().unwrap_or(head);
    (base.start..head).find(role).unwrap_or(nouns).min(nouns)..head
}

/// "a spokesman for the ministry", "the ministry's spokesman", "White House officials"
fn affiliation(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> Option<Range<usize>> {
    let after = (base.end + 1..whole.end)
        .next()
        .filter(|_| reading.is_any(base.end, keys!["for", "of", "at", "from", "with", "in", "inside", "within"]));
    if let Some(start) = after {
        return reading.phrases.noun_at(start).map(|noun| start..noun.end.min(whole.end));
    }
    let owner = base.clone().find(|at| reading.tag(*at) == Tag::Possessive).map(|at| base.start..at);
    owner.or_else(|| {
        // "a |European Commission spokesman"
        let start = base.start + usize::from(reading.tag(base.start) == Tag::Determiner);
        let names = (start..base.end).take_while(|at| reading.tag(*at) == Tag::Proper).count();
        (names > 0 && start + names < base.end).then(|| start..start + names)
    })
}

/// "Sergei Shoigu, the defence minister": the role after the name.
fn apposed_role(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> Option<Range<usize>> {
    let comma = (base.end..whole.end).find(|at| reading.token(*at).kind == crate::words::Kind::Comma)?;
    let comma = if has_age(reading, comma) { comma + 2 } else { comma };
    role_range(reading, comma + 1..whole.end.max(comma + 1))
}

/// "Quill|, 34, a baker": an age between commas.
fn has_age(reading: &Reading<'_>, comma: usize) -> bool {
    let is_comma = |at: usize| reading.tokens.all.get(at).is_some_and(|token| token.kind == crate::words::Kind::Comma);
    is_comma(comma) && is_comma(comma + 2) && reading.token(comma + 1).kind == crate::words::Kind::Number
}
