//! Names that the lexicon does not know: where a name begins behind role and title, and where it ends.

use super::agent::Gender;
use super::body_names::body_name_end;
use super::describe::{Description, affiliation, has_age, has_trade};
use super::kinds::{is_honorific, name_kind};
use super::name::Name;
use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning, WordId, is_family_first};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, keys};
use crate::words::Kind;
use std::ops::Range;

/// A name that the lexicon does not know: a person's, or a body's.
pub(super) fn named(reading: &Reading<'_>, base: &Range<usize>, description: &mut Description) {
    let (base, is_firm) = without_ending(reading, base);
    let base = &base;
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
    description.role = description.role.take().and_then(|role| without_honorific(reading, &role));
    description.affiliation = description.role.as_ref().and_then(|role| affiliation(reading, role, role));
    description.kind = match has_age(reading, base.end) || words.len() == 1 && has_trade(reading, base.end) {
        true => AgentKind::Person,
        false => name_kind(reading, base, &words, description.role.is_some()),
    };
    let letters = words.end < name.end && is_letters(reading, words.end);
    description.name_range = Some(if letters { words } else { name });
    description.noun = Some(head_noun(reading, base));
    if is_body || is_firm {
        description.kind = AgentKind::Organisation;
    }
    // "Orrin Foods" is one, and so is "Marek Haas"
    let one = [AgentKind::Person, AgentKind::Organisation, AgentKind::Outlet, AgentKind::Document];
    if one.contains(&description.kind) {
        description.plural = false;
    }
}

/// "Halden Bio|, Inc.", "Peter Quill|, Jr.": the name alone, and whether it is a firm's.
fn without_ending(reading: &Reading<'_>, base: &Range<usize>) -> (Range<usize>, bool) {
    let comma = base.end.checked_sub(2).filter(|at| *at > base.start && reading.token(*at).kind == Kind::Comma);
    let firm = comma.is_some() && !reading.is_any(base.end - 1, keys!["jr.", "jr", "sr."]);
    (base.start..comma.unwrap_or(base.end), firm)
}

/// "Food Security Phase Classification |(IPC)": what goes by an acronym is a body.
fn has_acronym(reading: &Reading<'_>, bracket: usize) -> bool {
    let Some([open, word, close, ..]) = reading.tokens.all.get(bracket..) else { return false };
    let kinds = (open.kind, close.kind) == (Kind::OpenBracket, Kind::CloseBracket);
    kinds && word.case == crate::tokens::Case::Capitals
}

/// "Geologist |Dr": the title before a name is no part of the role; and "Mr" alone tells of none.
fn without_honorific(reading: &Reading<'_>, role: &Range<usize>) -> Option<Range<usize>> {
    let honoured = is_honorific(reading, role.end - 1) && (role.len() > 1 || !is_learned(reading, role.start));
    let role = role.start..role.end - usize::from(honoured);
    (!role.is_empty()).then_some(role)
}

/// "Dr", "Sir": a title that tells more than man or woman.
pub(super) fn is_learned(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_any(at, keys!["dr", "dr.", "prof", "prof.", "professor", "sir", "dame"])
}

/// "Jo Poe |KC": what stands behind a name and is no part of it.
fn is_letters(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_any(at, keys!["kc", "qc", "mp", "mep", "msp", "md", "phd", "obe"])
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
pub(super) fn head_noun(reading: &Reading<'_>, base: &Range<usize>) -> usize {
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
        // "Midfielder |Son Jae-ho"
        let family = || reading.is_any(*at, keys!["son"]) && is_family_first(reading.str(*at), reading.str(*at + 1));
        let titles = || !joins_name(reading, *at) && !family() && !is_word_of_body(reading, base, *at);
        title && titles() || reading.tag(*at) != Tag::Proper
    });
    let after_role = role.map_or(base.start, |at| at + 1);
    // "JPMorgan |Chase & Co."
    let firm = || base.clone().any(|at| reading.is_word(at, "&"));
    let given = given.filter(|at| *at >= after_role && !firm());
    given.map(|at| first_name(reading, after_role, at)).unwrap_or(after_role)
}

/// "Batangas |Star Lines", "campaign group |Justice Watch": a title that is no one's, but a word of a name that ends in a thing.
fn is_word_of_body(reading: &Reading<'_>, base: &Range<usize>, at: usize) -> bool {
    let last = reading.token(base.end - 1);
    let of_people = Classes::GIVEN_NAME | Classes::SOURCE_NOUN | Classes::ROLE | Classes::TITLE;
    let thing = last.is(Classes::NOUN) && last.word != WordId::UNKNOWN && !last.is(of_people);
    if !thing || at + 2 != base.end || at == base.start || reading.tag(at) != Tag::Proper {
        return false;
    }
    let before = reading.token(at - 1);
    let in_name =
        reading.tag(at - 1) == Tag::Proper && last.is(Classes::PLURAL) && !reading.token(at).is(Classes::TITLE);
    in_name || before.is(Classes::ORGANISATION_NOUN) && reading.tag(at - 1) == Tag::Noun
}

/// "|Devon Lee Harkness": one word before a given name that is nobody's but the bearer's.
fn first_name(reading: &Reading<'_>, start: usize, given: usize) -> usize {
    let before = reading.token(start);
    let of_others = Classes::DEMONYM | Classes::COUNTRY | Classes::SOURCE_NOUN | Classes::ROLE | Classes::TITLE;
    // not "Mother-of-two |Ada Quill"
    let alone = start + 1 == given
        && !reading.str(start).contains('-')
        && reading.tag(start) == Tag::Proper
        && before.case != Case::Capitals;
    let is_agent = |meaning: Meaning| !matches!(meaning, Meaning::Place);
    let known = || reading.names(start).any(|name| is_agent(name.meaning));
    if alone && !before.is(of_others | Classes::ABBREVIATION) && !known() { start } else { given }
}

/// "Banco |del Sur", "Ada |van der Berg": a small word inside a name.
pub(super) fn joins_name(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    token.is(Classes::NAME_PARTICLE) && !token.is_capitalised() && reading.tag(at) == Tag::Proper
}

/// The role without a leading article.
pub(super) fn role_range(reading: &Reading<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let article = reading.tag(range.start) == Tag::Determiner;
    // "Al Jazeera|'s Hana Rizk"
    let owner = range.end > range.start && reading.tag(range.end - 1) == Tag::Possessive;
    let role = range.start + usize::from(article)..range.end - usize::from(owner);
    (!role.is_empty()).then_some(role)
}

/// By title or given name; or else by what the noun tells ("spokeswoman Quill"). A lone "Morris" is a surname.
fn gender(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>) -> Option<Gender> {
    let told = Classes::MASCULINE | Classes::FEMININE;
    if !base.clone().any(|at| reading.token(at).is(told)) {
        return None;
    }
    let by = |range: Range<usize>, sorts: Classes| {
        range.into_iter().find_map(|at| gender_of(reading.token(at).classes, sorts))
    };
    let given = if name.len() > 1 { by(name.clone(), Classes::GIVEN_NAME) } else { None };
    by(base.clone(), Classes::TITLE).or(given).or_else(|| by(base.clone(), Classes::SOURCE_NOUN))
}

/// What a word of one of the sorts tells of the gender.
pub(super) fn gender_of(classes: Classes, sorts: Classes) -> Option<Gender> {
    match () {
        () if !classes.intersects(sorts) => None,
        () if classes.contains(Classes::MASCULINE) => Some(Gender::Masculine),
        () if classes.contains(Classes::FEMININE) => Some(Gender::Feminine),
        () => None,
    }
}
