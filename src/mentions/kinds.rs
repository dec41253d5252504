//! What kind of agent a name or a noun tells of.

use super::describe::{Sort, number};
use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning, StandIn, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, Token, keys};
use std::ops::Range;

/// What the noun before an apposed name makes of it.
pub(super) fn apposed_kind(head: &Token) -> AgentKind {
    match () {
        () if head.is(Classes::PERSON_NOUN) => AgentKind::Person,
        () if head.is(Classes::OUTLET_NOUN) => AgentKind::Outlet,
        () if head.is(Classes::ORGANISATION_NOUN) => AgentKind::Organisation,
        () => AgentKind::Person,
    }
}

/// The kind of a name that the lexicon does not know, by its title, its role and its last word.
pub(super) fn name_kind(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>, has_role: bool) -> AgentKind {
    let last = reading.token(name.end - 1);
    let before = (base.start < name.start).then(|| reading.token(name.start - 1));
    // "state news agency ANR"
    let compound = || compound_kind(reading, &(base.start..name.start)).filter(|kind| *kind == AgentKind::Outlet);
    let by_role = before.filter(|_| has_role).and_then(|token| compound().or_else(|| role_kind(token.classes)));
    let person = Classes::TITLE | Classes::GIVEN_NAME;
    let has_article = reading.tag(base.start) == Tag::Determiner;
    // "Varda Energy", "Halden Oil": the words of a ministry at the end are no title
    let is_titled = |at: usize| {
        let token = reading.token(at);
        let in_name = name.len() > 1 && (at + 1 < name.end || token.is(Classes::GIVEN_NAME | Classes::PERSON_NOUN));
        token.is(person) && (in_name || at < name.start)
    };
    let titled = base.clone().any(is_titled);
    // "a Dane", "a Shi'ite": nobody's name
    let one_of_a_people = base.len() == 2 && name.len() == 1 && reading.is_any(base.start, keys!["a", "an"]);
    match () {
        () if has_honorific(reading, base, name) || is_called_as_people_are(reading, base, name) => AgentKind::Person,
        () if name.clone().all(|at| reading.token(at).is(Classes::WEEKDAY | Classes::MONTH)) => AgentKind::Unknown,
        () if one_of_a_people && last.case != Case::Capitals => AgentKind::Anonymous,
        () if last.is(Classes::OUTLET_NOUN) || last.is(Classes::ENDS_OUTLET_NAME) => AgentKind::Outlet,
        // "the Halden Courier"; Jim Courier is a person
        () if last.is(Classes::ENDS_PAPER_NAME) && (has_article || name.len() > 1 && !titled) => AgentKind::Outlet,
        // "New York"
        () if !titled && !has_role && is_place_name(reading, name) => AgentKind::Organisation,
        // "Radio Capodistria", "BBC Radio Leeds"
        () if name.len() > 1 && starts_outlet_name(reading, name.start) => AgentKind::Outlet,
        // "Blackthorn Pictures" is a firm, "the Panama Papers" are papers
        // "the Bills" are a team
        () if last.is(Classes::DOCUMENT_NOUN) && (has_article && name.len() > 1 || !last.is(Classes::PLURAL)) => {
            AgentKind::Document
        }
        () if last.is(Classes::ORGANISATION_NOUN | Classes::ABBREVIATION) => AgentKind::Organisation,
        // "Hong Kong-based Golden Vine"
        () if !titled && before.is_some_and(|before| before.is(Classes::NAME_ADJECTIVE)) => AgentKind::Organisation,
        () if !titled && has_role && is_team_or_firm(reading, name) => AgentKind::Organisation,
        // "Halden FK", "Nordbahn AG", "Kestrel Ltd", "Quill & Obst"; "Marek HAAS" is a person
        () if name.len() > 1 && (is_legal_form(last) || is_firms_last_word(reading, name.end - 1)) => {
            AgentKind::Organisation
        }
        () if name.clone().any(|at| reading.is_word(at, "&")) => AgentKind::Organisation,
        () if name.len() > 1 && !titled && reading.is_any(name.end - 1, CLUBS) => AgentKind::Organisation,
        () if was_so(reading, base, name) => AgentKind::Person,
        () if by_role.is_some() => by_role.unwrap_or(AgentKind::Person),
        () if titled => AgentKind::Person,
        // "the Wisconsin Republican"
        () if last.is(Classes::GROUP_NOUN) && !last.is(Classes::PLURAL) && has_article => AgentKind::Person,
        // "Sanders" is no plural that the lists know
        () if last.is(Classes::PLURAL) && last.word != WordId::UNKNOWN && name.len() == 1 => AgentKind::Group,
        () if name.len() == 1 && last.case == Case::Capitals => AgentKind::Organisation,
        // "the Duke", "the Archbishop"
        () if has_article && name.len() == 1 && is_one_of_office(last) => AgentKind::Person,
        () if has_article || name.len() > 4 => AgentKind::Organisation,
        // a word that the lists do not know is more likely a surname than a thing
        () if name.len() == 1 || last.is(Classes::COUNTRY) => AgentKind::Organisation,
        () if last.is(Classes::NOUN) && last.word != WordId::UNKNOWN => AgentKind::Organisation,
        () => AgentKind::Person,
    }
}

/// "Duke", "Archbishop": a noun of one person.
fn is_one_of_office(noun: &Token) -> bool {
    noun.is(Classes::PERSON_NOUN) && !noun.is(Classes::PLURAL)
}

/// Last words of sports clubs' names: "Carrow United".
const CLUBS: &[u64] = keys![
    "united",
    "city",
    "town",
    "rovers",
    "wanderers",
    "athletic",
    "albion",
    "hotspur",
    "rangers",
    "county",
    "fc",
    "afc"
];

/// "Mr |Hill", "Ms. |Post"
pub(super) fn has_honorific(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>) -> bool {
    name.start > base.start && is_honorific(reading, name.start - 1)
}

/// "Mr", "Dr.": what is said of a person only, and tells no office.
pub(super) fn is_honorific(reading: &Reading<'_>, at: usize) -> bool {
    const HONORIFICS: &[u64] = keys!["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "mx"];
    reading.is_any(at, HONORIFICS) && reading.token(at).is_capitalised()
}

/// "Theo |Banks", "Mark |Council": nouns of bodies that are surnames too, behind a name that is given to people and to no place.
fn is_called_as_people_are(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>) -> bool {
    const SURNAMES: &[u64] = keys!["banks", "council", "court", "church", "union", "house", "camp", "guard"];
    let first = reading.token(name.start);
    let given = first.is(Classes::GIVEN_NAME) && !first.is(Classes::NAME_OR_WORD | Classes::ORGANISATION_NOUN);
    let place = || reading.names(name.start).next().is_some();
    let bare = base.len() == name.len() && name.len() == 2;
    bare && given && reading.is_any(name.end - 1, SURNAMES) && !place()
}

/// "Former regulator |Tess Holloway": no body has been one, but a person.
fn was_so(reading: &Reading<'_>, base: &Range<usize>, name: &Range<usize>) -> bool {
    let former = base.start < name.start && reading.is_any(base.start, keys!["former", "ex", "retired", "veteran"]);
    former && name.len() > 1 && reading.token(name.start).is(Classes::GIVEN_NAME)
}

/// "Kestrel |Ltd", "Kestrel Foods |plc"
fn is_firms_last_word(reading: &Reading<'_>, at: usize) -> bool {
    const FORMS: &[u64] =
        keys!["plc", "ltd", "ltd.", "inc", "inc.", "corp", "corp.", "co.", "llc", "llp", "gmbh", "limited", "holdings"];
    reading.is_any(at, FORMS)
}

fn is_legal_form(word: &Token) -> bool {
    word.case == Case::Capitals && (2..=3).contains(&word.byte_len()) && !word.is(Classes::GIVEN_NAME)
}

/// "the rival Scanora", "champions Halden FK": behind a noun that firms have too, one word is no person's full name; behind one in the plural, no
/// single person's name stands.
fn is_team_or_firm(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    let noun = name.start - 1;
    let several = reading.token(noun).is(Classes::PLURAL) && reading.token(noun).is(Classes::PERSON_NOUN);
    let joint = name.clone().any(|at| reading.is_word(at, "and"));
    let last = reading.token(name.end - 1);
    let things = last.is(Classes::PLURAL) && last.word != WordId::UNKNOWN && !last.is(Classes::GIVEN_NAME);
    (name.len() == 1 || things) && is_noun_of_firms(reading, noun) || several && !joint
}

/// "rival", "partner": firms are called so as well as people.
pub(super) fn is_noun_of_firms(reading: &Reading<'_>, noun: usize) -> bool {
    const OF_FIRMS: &[u64] = keys![
        "rival",
        "partner",
        "investor",
        "owner",
        "supplier",
        "lender",
        "creditor",
        "shareholder",
        "competitor",
        "bidder",
        "buyer",
        "contractor",
        "developer",
        "customer",
        "client",
        "producer",
        "builder",
        "distributor",
        "sponsor",
        "maker"
    ];
    reading.is_any(noun, OF_FIRMS)
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

/// "two |traders", "three senior |officials"; "three in ten voters" were asked.
pub(super) fn counts_few(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    let counts = base.len() > 1 && reading.tag(base.start) == Tag::Number;
    counts && number(reading, base).is_some_and(|number| (2..MANY).contains(&number))
}

/// As many people are a group.
const MANY: u32 = 10;

/// "two unnamed officers"
pub(super) fn is_said_unnamed(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    base.clone().any(|at| reading.is_any(at, keys!["unnamed", "unidentified", "anonymous", "undisclosed"]))
}

/// "43 per cent of voters", "a third of those asked", "18%"
pub(super) fn is_share(reading: &Reading<'_>, base: &Range<usize>, whole: &Range<usize>) -> bool {
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
pub(super) fn compound_kind(reading: &Reading<'_>, base: &Range<usize>) -> Option<AgentKind> {
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

pub(super) fn common_kind(
    reading: &Reading<'_>,
    base: &Range<usize>,
    kind: Option<AgentKind>,
    sort: Sort,
) -> AgentKind {
    let token = reading.token(base.end - 1);
    match kind {
        Some(AgentKind::Group) if !token.is(Classes::PLURAL) && sort == Sort::Indefinite => AgentKind::Anonymous,
        Some(AgentKind::Group) if !token.is(Classes::PLURAL) => AgentKind::Person,
        Some(AgentKind::Person) if token.is(Classes::PLURAL) => AgentKind::Group,
        // an unnamed person is anonymous, unless "the" says that there is only one of the office
        Some(AgentKind::Person) if sort == Sort::Indefinite => AgentKind::Anonymous,
        Some(AgentKind::Outlet) if is_written_inside(reading, base) => AgentKind::Document,
        Some(kind) => kind,
        None if token.is(Classes::DEMONYM) => AgentKind::Group,
        None if token.is(Classes::PLURAL) => AgentKind::Group,
        None => AgentKind::Unknown,
    }
}

/// "an internal bank paper", "a leaked paper": a text of somebody's, and no newspaper.
fn is_written_inside(reading: &Reading<'_>, base: &Range<usize>) -> bool {
    const TELLING: &[u64] = keys![
        "internal",
        "confidential",
        "classified",
        "secret",
        "leaked",
        "draft",
        "policy",
        "discussion",
        "research"
    ];
    let reviewed = || (base.end..base.end + NEAR_REVIEW).any(|at| is_of_review(reading, at));
    reading.is_word(base.end - 1, "paper") && (base.clone().any(|at| reading.is_any(at, TELLING)) || reviewed())
}

/// "the paper, which has not been |peer-reviewed|,": what is said of research.
fn is_of_review(reading: &Reading<'_>, at: usize) -> bool {
    at < reading.tokens.all.len() && reading.is_any(at, keys!["peer", "peer-reviewed", "preprint", "co-authored"])
}

/// Tokens behind a paper in which its review is told of.
const NEAR_REVIEW: usize = 8;

/// "Interfax news agency", "the Times newspaper", "the IRNA agency": the noun after an outlet's name.
pub(super) fn is_outlet_noun(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is(Classes::OUTLET_NOUN) || reading.stand_in(at).is_some_and(StandIn::is_outlet_type)
}
