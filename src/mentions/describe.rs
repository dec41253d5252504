//! What a noun phrase says of the one it names.

use super::agent::{Gender, Known};
use super::body_names::{body_before_head, body_name_end};
use super::builds::is_of_some_build;
use super::joint::{has_and, joint, listed_body};
use super::kinds::{
    common_kind, compound_kind, counts_few, is_honorific, is_noun_of_firms, is_outlet_noun, is_said_unnamed, is_share,
};
use super::name::Name;
use super::named::{gender_of, head_noun, is_learned, joins_name, named, role_range};
use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, Token, keys};
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
    let has_and = has_and(reading, range);
    let base = if has_and { listed_body(reading, range).unwrap_or(base) } else { base };
    let mut description = undescribed(reading, range, &base);
    let joint = has_and && joint(reading, &mut description);
    if !joint && !is_of_some_build(reading, &base, &mut description) {
        match description.sort {
            Sort::Pronoun => pronoun(reading, base.start, &mut description),
            _ => nominal(reading, &base, has_and && joins_two(reading, range), &mut description),
        }
    }
    description
}

#[inline]
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
        number: if reading.has_tag(base.clone(), Tag::Number) { number(reading, base) } else { None },
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
pub(in crate::mentions) fn base_phrase(reading: &Reading<'_>, range: &Range<usize>) -> Range<usize> {
    let noun = reading.phrases.noun_at(range.start);
    let end = noun.map_or(range.end, |noun| body_name_end(reading, &noun).unwrap_or(noun.end).min(range.end));
    range.start..end.max(range.start + 1).min(range.end.max(range.start + 1))
}

fn sort(reading: &Reading<'_>, base: &Range<usize>) -> Sort {
    let head = reading.token(base.end - 1);
    let first = reading.token(base.start);
    match reading.tag(base.end - 1) {
        Tag::Pronoun | Tag::Relative | Tag::Wh | Tag::That => Sort::Pronoun,
        _ if base.len() == 1 && first.is(Classes::POSSESSIVE_DETERMINER) => Sort::Pronoun,
        Tag::Proper if is_office(reading, base) => Sort::Definite,
        Tag::Proper if is_member(reading, base) => Sort::Indefinite,
        Tag::Proper if is_the_member(reading, base) => Sort::Definite,
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
    // "the Ministry of |Health": "health minister" is an office
    let of = |at: usize| reading.is_any(at + 1, keys!["of", "for"]);
    let is_body = |at: usize| reading.token(at).is(Classes::ORGANISATION_NOUN) && of(at);
    article
        && base.len() > 2
        && head.is(offices)
        && !head.is(Classes::PLURAL)
        && (base.start + 1..base.end).all(is_part)
        && !(base.start..base.end - 1).any(is_body)
}

/// "three Republicans", "a Democrat", "several Labour MPs": some of those who are called so, in capitals or not.
fn is_member(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let first = reading.token(base.start);
    let some = matches!(reading.tag(base.start), Tag::Number) || first.is(Classes::QUANTIFIER);
    let counted = base.len() > 1 && (some || reading.is_any(base.start, keys!["a", "an", "one", "another"]));
    let head = reading.token(base.end - 1);
    counted && head.is(Classes::GROUP_NOUN | Classes::PERSON_NOUN) && !head.is(Classes::GIVEN_NAME | Classes::TITLE)
}

/// "the Kansas Republican"
fn is_the_member(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let head = reading.token(base.end - 1);
    let one = head.is(Classes::GROUP_NOUN) && !head.is(Classes::PLURAL | Classes::GIVEN_NAME);
    let one = one || is_of_a_people(reading, base);
    one && head.case != Case::Capitals && base.len() > 1 && reading.is_word(base.start, "the")
}

/// "the Scot", "the South Korean": one of a people; "the British", "the Chinese" are all of theirs.
pub(super) fn is_of_a_people(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let head = reading.token(base.end - 1);
    // as most
    if !head.is(Classes::DEMONYM) {
        return false;
    }
    let word = reading.str(base.end - 1);
    let many = ["ish", "ch", "ese", "ss"].iter().any(|end| word.ends_with(end)) || head.is(Classes::PLURAL);
    let alone = base.len() == 2 || base.len() == 3 && reading.is_any(base.start + 1, keys!["south", "north", "new"]);
    alone && !many && !head.is(Classes::TITLE)
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

fn nominal(reading: &Reading<'_>, base: &Range<usize>, joins_two: bool, description: &mut Description) {
    let head = base.end - 1;
    description.plural = reading.token(head).is(Classes::PLURAL) || joins_two;
    if let Some(known) = known_name(reading, base).filter(|_| !is_part_of_party(reading, base)) {
        known_agent(reading, base, known, description);
    } else if is_part_of_party(reading, base) {
        // "her fellow Democrats" are no name
        description.sort = if description.sort == Sort::Name { Sort::Indefinite } else { description.sort };
        common(reading, base, description);
    } else if description.sort == Sort::Name {
        named(reading, base, description);
    } else {
        common(reading, base, description);
    }
    let title = description.role.take_if(|role| role.len() == 1 && is_learned(reading, role.start));
    if description.role.is_none() {
        description.role = apposed_role(reading, base, &description.range);
        // "DN, a business daily"
        let is_outlet = |at: usize| reading.token(at).is(Classes::OUTLET_NOUN);
        let ends_so = |role: &Range<usize>| is_outlet(base_phrase(reading, role).end - 1) || is_outlet(role.end - 1);
        let outlet = description.role.as_ref().is_some_and(ends_so);
        if outlet && description.kind == AgentKind::Organisation && description.known.is_none() {
            description.kind = AgentKind::Outlet;
        }
        // "Alto Adige, the local newspaper"; "Ada Quill, who owns the newspaper" is another matter
        let is_it = |role: &Range<usize>| base_phrase(reading, role) == *role && is_outlet(role.end - 1);
        let unknown = description.kind == AgentKind::Person && description.gender.is_none();
        if unknown && description.role.as_ref().is_some_and(is_it) {
            description.kind = AgentKind::Outlet;
        }
        // "the Doctors' Network, a medical union"
        let is_body = |at: usize| reading.token(at).is(Classes::ORGANISATION_NOUN) && !is_outlet(at);
        let union = description.role.as_ref().is_some_and(|role| is_body(base_phrase(reading, role).end - 1));
        if union && !outlet && description.kind == AgentKind::Outlet && description.known.is_none() {
            description.kind = AgentKind::Organisation;
        }
        // "Faith Union, |a nurse"
        let nurse = |role: &Range<usize>| is_a_person(reading, role);
        let given =
            description.name_range.as_ref().is_some_and(|name| reading.token(name.start).is(Classes::GIVEN_NAME));
        // "Suharso, |a street vendor"; "Nordbahn, a supplier" is a firm
        let alone = description.kind == AgentKind::Organisation && description.name.len() == 1;
        let no_firm = |role: &Range<usize>| !is_noun_of_firms(reading, base_phrase(reading, role).end - 1);
        let told = description.role.as_ref().is_some_and(|role| nurse(role) && (given || alone && no_firm(role)));
        if told && description.known.is_none() {
            description.kind = AgentKind::Person;
        }
        note_gender_of_role(reading, description);
        let role = description.role.clone();
        let body = role.and_then(|role| affiliation(reading, &base_phrase(reading, &role), &role));
        description.affiliation = description.affiliation.take().or(body);
    }
    description.role = description.role.take().or(title);
}

/// "Umm Ali, |a widow": what stands behind the name tells more surely than the name.
fn note_gender_of_role(reading: &Reading<'_>, description: &mut Description) {
    let role = description
        .role
        .as_ref()
        .filter(|role| description.kind == AgentKind::Person && role.start > description.range.start);
    let head = role.map(|role| reading.token(base_phrase(reading, role).end - 1));
    description.gender = head.and_then(|head| gender_of(head.classes, Classes::SOURCE_NOUN)).or(description.gender);
}

/// "nurse" of "a nurse at the hospital": a noun of one person.
fn is_a_person(reading: &Reading<'_>, role: &Range<usize>) -> bool {
    let head = reading.token(base_phrase(reading, role).end - 1);
    head.is(Classes::PERSON_NOUN) && !head.is(Classes::PLURAL | Classes::ORGANISATION_NOUN | Classes::OUTLET_NOUN)
}

fn joins_two(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.clone().any(|at| reading.is_word(at, "and") && at > range.start && reading.tag(at - 1).is_head())
}

/// "three Republicans", "Senate Democrats": not all of the party that goes by the word.
fn is_part_of_party(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let head = reading.token(base.end - 1);
    let members = head.is(Classes::GROUP_NOUN) && head.is(Classes::PLURAL);
    members && base.len() > 1 && !reading.is_any(base.start, keys!["the"])
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
    // "Minister Graziano |Dell": a person's surname
    let titles = Classes::TITLE | Classes::GIVEN_NAME;
    let of_person = |at: usize| {
        let body = reading.names(at).any(|name| matches!(name.meaning, Meaning::Body(_)) && name.len == 1);
        let first = reading.tag(at - 1) == Tag::Proper && !reading.token(at - 1).is(before_country);
        let title = |at: usize| {
            reading.token(at).is(titles) && reading.token(at).is(Classes::PERSON_NOUN | Classes::GIVEN_NAME)
        };
        body && at + 1 == base.end && first && (base.start..at).any(title)
    };
    // "the Fiscal |Forum": no paper that is called so for short
    let short_of_longer = |at: usize| {
        let mut whole = reading.names(at).filter(|name| at + name.len == base.end).peekable();
        let short = whole.peek().is_some() && whole.all(|name| matches!(name.meaning, Meaning::ShortOutlet(_)));
        short && reading.tag(at - 1) == Tag::Proper && !reading.token(at - 1).is(before_country)
    };
    let ends_longer = |at: usize| {
        at > base.start
            && (is_honorific(reading, at - 1)
                || of_person(at)
                || is_field_of_body(reading, base, at)
                || short_of_longer(at)
                || joins_name(reading, at - 1)
                || is_of_lesser_state(reading, at)
                || is_country(at) && named(at - 1))
    };
    // "the AFP |agency", "the AFP |news agency"
    let sort = |start: usize| (start..base.end - 1).all(|at| reading.tag(at) == Tag::Noun) && base.end - start <= 2;
    let ends_here = |at: usize, len: usize| {
        let end = at + len;
        end == base.end || end < base.end && sort(end) && is_outlet_noun(reading, base.end - 1)
    };
    base.clone().find_map(|at| {
        let mut names = reading.names(at);
        // "US newspapers" are no country
        let whole = |name: &crate::tokens::Name| {
            at + name.len == base.end || !matches!(name.meaning, Meaning::Country(_) | Meaning::Capital(_))
        };
        let fits = |name: &crate::tokens::Name| is_agents_name(name.meaning) && ends_here(at, name.len) && whole(name);
        let name = names.find(fits)?;
        (!ends_longer(at)).then_some(name.meaning)
    })
}

/// "the state |Department of Transportation": not that of the whole country.
fn is_of_lesser_state(reading: &Reading<'_>, at: usize) -> bool {
    let lesser = reading.tag(at - 1) == Tag::Noun && reading.is_any(at - 1, keys!["state", "county", "city"]);
    lesser && reading.names(at).any(|name| matches!(name.meaning, Meaning::Body(_)))
}

fn is_agents_name(meaning: Meaning) -> bool {
    use Meaning::{Body, Capital, Country, Outlet, ShortOutlet};
    matches!(meaning, Outlet(_) | ShortOutlet(_) | Country(_) | Capital(_) | Body(_))
}

/// "Ministry of |Foreign Affairs": what a body is for, though a magazine is called so too.
fn is_field_of_body(reading: &Reading<'_>, base: &Range<usize>, at: usize) -> bool {
    let body = at >= base.start + 2 && reading.is_any(at - 1, keys!["of", "for"]);
    let is_agent = |meaning: Meaning| matches!(meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_));
    let outlet = reading.names(at).any(|name| is_agent(name.meaning));
    body && outlet && reading.token(at - 2).is(Classes::ORGANISATION_NOUN) && reading.token(at - 2).is_capitalised()
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

/// A description by a common noun.
fn common(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) {
    let head = base.end - 1;
    let token = reading.token(head);
    let own_kind = || token.is(Classes::SOURCE_NOUN).then(|| reading.lexicon.word(token.word).kind).flatten();
    let kind = compound_kind(reading, base).or_else(own_kind);
    description.kind = match common_kind(reading, base, kind, description.sort) {
        AgentKind::Group | AgentKind::Person | AgentKind::Unknown if is_said_unnamed(reading, base) => {
            AgentKind::Anonymous
        }
        // "two traders": single persons, and no class of them
        AgentKind::Group if counts_few(reading, base) => AgentKind::Anonymous,
        kind => kind,
    };
    if description.sort == Sort::Definite && is_of_a_people(reading, base) {
        description.kind = AgentKind::Person;
    }
    description.affiliation = affiliation(reading, base, &description.range);
    description.gender = gender_of(token.classes, Classes::SOURCE_NOUN);
    if description.kind == AgentKind::Unknown && is_share(reading, base, &description.range) {
        description.kind = AgentKind::Group;
        description.plural = true;
    }
    // "the couple said … They said": some people, told of as one
    let of = head + 1 < description.range.end && reading.is_word(head + 1, "of");
    if reading.is_any(head, keys!["couple", "pair", "duo", "trio", "family"]) && !of {
        description.kind = AgentKind::Group;
        description.plural = true;
    }
    description.noun = Some(head);
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
pub(super) fn affiliation(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> Option<Range<usize>> {
    let after = (base.end + 1..whole.end)
        .next()
        .filter(|_| reading.is_any(base.end, keys!["for", "of", "at", "from", "with", "in", "inside", "within"]));
    if let Some(start) = after {
        // "father of |three"
        let counted = reading.tag(start) == Tag::Number;
        let noun = reading.phrases.noun_at(start).filter(|_| !counted)?;
        let end = body_name_end(reading, &noun).unwrap_or(noun.end);
        return Some(start..end.min(whole.end));
    }
    let owner = base.clone().find(|at| reading.tag(*at) == Tag::Possessive).map(|at| base.start..at);
    owner.or_else(|| {
        // "a |European Commission spokesman"
        if let Some(body) = body_before_head(reading, base) {
            return Some(body);
        }
        let start = base.start + usize::from(reading.tag(base.start) == Tag::Determiner);
        // "|Chief executive": a capital that only opens the sentence
        let role = Classes::ROLE | Classes::PERSON_NOUN;
        let opens = |at: usize| at == base.start && reading.token(at).is(role);
        let is_name = |at: &usize| reading.tag(*at) == Tag::Proper && !opens(*at);
        let names = (start..base.end).take_while(is_name).count();
        (names > 0 && start + names < base.end).then(|| start..start + names)
    })
}

/// "Sergei Shoigu, the defence minister": the role after the name.
fn apposed_role(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> Option<Range<usize>> {
    let comma = (base.end..whole.end).find(|at| reading.token(*at).kind == crate::words::Kind::Comma)?;
    let comma = behind_age(reading, comma).unwrap_or(comma);
    let role = role_range(reading, comma + 1..whole.end.max(comma + 1))?;
    // "Ada Quill, |her arm in a sling,"
    let head = reading.token(base_phrase(reading, &role).end - 1);
    let own = reading.token(comma + 1).is(Classes::POSSESSIVE_DETERMINER);
    (!own || head.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ROLE)).then_some(role)
}

/// "said Ramesh|, a farmer who": what one person does, and no firm.
pub(super) fn has_trade(reading: &Reading<'_>, comma: usize) -> bool {
    let behind = reading.tokens.all.get(comma).filter(|mark| mark.kind == crate::words::Kind::Comma);
    let role = behind.and_then(|_| reading.phrases.noun_at(comma + 1)).filter(|role| role.start == comma + 1);
    role.is_some_and(|role| {
        let one = reading.is_any(role.start, keys!["a", "an"]);
        one && is_a_person(reading, &role) && !is_noun_of_firms(reading, role.end - 1)
    })
}

/// "Quill|, 34, a baker", "Quill|, now 61,": an age between commas.
pub(super) fn has_age(reading: &Reading<'_>, comma: usize) -> bool {
    behind_age(reading, comma).is_some()
}

/// "Quill, 34|, a baker": the comma behind the age that the comma at `comma` opens.
fn behind_age(reading: &Reading<'_>, comma: usize) -> Option<usize> {
    let is_comma = |at: usize| reading.tokens.all.get(at).is_some_and(|token| token.kind == crate::words::Kind::Comma);
    let now = comma + 1 < reading.tokens.all.len() && reading.is_any(comma + 1, keys!["now", "aged"]);
    let age = comma + 1 + usize::from(now);
    let is_age = is_comma(comma) && is_comma(age + 1) && reading.token(age).kind == crate::words::Kind::Number;
    is_age.then_some(age + 1)
}
