//! Meeting a mention: whom it names, by what stands before it and around it, and who is named inside it.

use super::agent::Known;
use super::candidates::owner;
use super::describe::{Description, Sort, describe};
use super::first_person::is_first_person;
use super::kinds::is_place_name;
use super::resolve::{Cast, Place, Resolved};
use super::spokesmen::{describe_principal, is_lone_spokesman, principal};
use super::{given_names, joint, reporters};
use crate::attributions::{Attribution, Reading};
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, keys};
use crate::words::Kind;
use std::ops::Range;

/// A mention to be met.
pub(super) struct Met {
    description: Description,
    /// The attribution whose source it is.
    speaker: Option<usize>,
    /// Index of its sentence.
    sentence: usize,
}

impl Met {
    /// Describes the mention.
    pub fn of(reading: &Reading<'_>, range: &Range<usize>, speaker: Option<usize>, sentence: usize) -> Self {
        let mut description = describe(reading, range);
        if speaker.is_some() {
            given_names::note(reading, &mut description);
        }
        Self { description, speaker, sentence }
    }
}

/// Meets a mention, and notes whom it names as a source.
pub(super) fn meet<'a>(
    reading: &Reading<'a>,
    cast: &mut Cast<'a>,
    attributions: &[Attribution],
    sources: &mut [Option<Resolved>],
    met: &mut Met,
) {
    settle_kind(reading, cast, attributions, met);
    if is_nobody(reading, attributions, met) {
        return;
    }
    let place = place_of(reading, cast, (attributions, &*sources), met);
    let answering = met.speaker.filter(|_| is_answer(reading, &met.description.range));
    let resolved = match answering.and_then(|_| cast.answering(&met.description, &place)) {
        Some(answering) => answering,
        None => meet_with_others(reading, cast, &mut met.description, &place),
    };
    if let Some(attribution) = met.speaker {
        sources[attribution] = Some(resolved);
    }
}

/// What the copy before tells of a mention's kind.
fn settle_kind(reading: &Reading<'_>, cast: &Cast<'_>, attributions: &[Attribution], met: &mut Met) {
    let (range, told) = (met.description.range.clone(), met.speaker.map(|at| &attributions[at]));
    let description = &mut met.description;
    if description.kind == AgentKind::Unknown && told.is_some_and(|told| is_told_by_who(reading, told)) {
        description.kind = kind_of_who(reading, description);
    }
    if range.len() == 1 && reading.is_word(range.start, "both") {
        (description.kind, description.plural) = (cast.kind_of_two(), true);
    }
    if is_one_of_them(reading, &range) && cast.latest_several().is_some_and(|kind| kind == AgentKind::Document) {
        description.kind = AgentKind::Document;
    }
}

/// Whether a mention is no agent's; whoever speaks is one, but for "I".
fn is_nobody(reading: &Reading<'_>, attributions: &[Attribution], met: &Met) -> bool {
    let description = &met.description;
    let Some(speaker) = met.speaker else {
        return description.kind == AgentKind::Unknown
            || description.sort == Sort::Pronoun
            || is_place(reading, description)
            || is_bare_body(description)
            || is_one_of_a_people(reading, &description.range);
    };
    attributions[speaker].source.as_ref().is_some_and(|source| is_first_person(reading, source))
}

/// Where a mention stands, and inside whose words.
fn place_of(
    reading: &Reading<'_>,
    cast: &Cast<'_>,
    (attributions, sources): (&[Attribution], &[Option<Resolved>]),
    met: &Met,
) -> Place {
    let (range, sentence) = (&met.description.range, &reading.tokens.sentences[met.sentence]);
    let holder = met.speaker.and_then(|attribution| attributions[attribution].nested_in);
    let around = holder.map(|at| &attributions[at]);
    // "|Quill said the mayor had told him P. He added Q": rather Quill, who tells it
    let relayed = around.is_some_and(|around| around.stance.carries_hop() && around.source.is_some());
    let of_another = around.filter(|around| around.rule == "object-and-complement");
    let accused = of_another.and_then(|around| cast.mentioned_at(around.content.first()?.start));
    let outer = holder.and_then(|outer| sources[outer].as_ref()).map(|resolved| resolved.agent);
    Place {
        outer: outer.filter(|_| accused.is_none()),
        accused,
        own: met.speaker.and_then(|attribution| own_words(&attributions[attribution], range)),
        sentence: met.sentence,
        block: sentence.block,
        speaks: met.speaker.is_some(),
        subject: range.start <= sentence.tokens.start + 3 && !relayed,
    }
}

/// Meets whom a description names, then those inside it: whose house it is, for whom a spokesman speaks, for whom a reporter reports.
fn meet_with_others<'a>(
    reading: &Reading<'a>,
    cast: &mut Cast<'a>,
    description: &mut Description,
    place: &Place,
) -> Resolved {
    let range = description.range.clone();
    let principal = principal(reading, description);
    // "The company denied it. “No,” a spokeswoman said.": it is the company for which she speaks
    let heard = if is_lone_spokesman(reading, description) { cast.body_heard(place.sentence) } else { None };
    let mut holders = outlets_inside(reading, &range, description);
    holders.extend(joint::each(reading, description));
    holders.extend(people_inside(reading, description));
    let outlet = reporters::outlet_of(reading, description);
    let acronym = acronym_behind(reading, &range, description);
    let resolved = cast.meet(reading, description, place);
    if let Some(acronym) = acronym {
        cast.also_called(resolved.agent, acronym);
    }
    let silent = Place { speaks: false, subject: false, ..*place };
    for mut holder in holders {
        cast.meet(reading, &mut holder, &silent);
    }
    let principal = principal.map(|body| cast.meet(reading, &mut describe_principal(reading, &body), &silent).agent);
    let reports_for = outlet.map(|mut outlet| cast.meet(reading, &mut outlet, &silent).agent);
    let agent = &mut cast.agents[resolved.agent];
    let other = |one: &usize| *one != resolved.agent;
    agent.acts_for = match principal {
        Some(body) => Some(body).filter(other),
        None => agent.acts_for.or(heard.filter(other)),
    };
    agent.reports_for = reports_for.map_or(agent.reports_for, |outlet| Some(outlet).filter(other));
    resolved
}

/// "the keyholder, who said", "a keyholder, who said": a noun that the lists do not know is a person there.
fn kind_of_who(reading: &Reading<'_>, description: &Description) -> AgentKind {
    let is_unknown = |noun: usize| {
        let token = reading.token(noun);
        reading.tag(noun) == Tag::Noun && token.word == WordId::UNKNOWN && !token.is(Classes::PLURAL)
    };
    match description.sort {
        _ if !description.noun.is_some_and(is_unknown) => AgentKind::Unknown,
        Sort::Indefinite => AgentKind::Anonymous,
        _ => AgentKind::Person,
    }
}

/// "the keyholder, |who said"
fn is_told_by_who(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let source = attribution.source.as_ref().filter(|source| source.antecedent.is_some());
    source.is_some_and(|source| reading.is_any(source.range.start, keys!["who", "whom"]))
}

/// "A:", before the answer of whoever is interviewed.
fn is_answer(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let colon = reading.tokens.all.get(range.end).is_some_and(|token| token.kind == Kind::Colon);
    range.len() == 1 && colon && reading.is_word(range.start, "a")
}

/// "One of them" after "300 emails" is an email.
fn is_one_of_them(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let start = range.start;
    range.len() >= 3
        && reading.is_any(start, keys!["one", "another", "some", "two"])
        && reading.is_word(start + 1, "of")
        && reading.is_word(start + 2, "them")
}

/// "a Dane", "a Shi'ite": what somebody is, rather than somebody.
fn is_one_of_a_people(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.len() == 2 && reading.is_any(range.start, keys!["a", "an"]) && reading.tag(range.end - 1) == Tag::Proper
}

/// The words that a source is said to speak, where it stands outside them.
fn own_words(attribution: &Attribution, source: &Range<usize>) -> Option<(usize, usize)> {
    let (first, last) = (attribution.content.first()?, attribution.content.last()?);
    let apart = !(first.start..last.end).contains(&source.start);
    // "Rahmon, |he said, had agreed"
    let within = attribution.rule == "cue-inside" && first.end <= source.start;
    if within { Some((first.start, first.end)) } else { apart.then_some((first.start, last.end)) }
}

/// "out of office": a body's noun with nothing that tells of one.
fn is_bare_body(of: &Description) -> bool {
    let common = of.sort == Sort::Indefinite && of.name.is_empty() && !of.plural;
    common && of.kind == AgentKind::Organisation && of.range.len() == 1
}

/// Last words of what lies on a map: "the Halden River".
const LANDSCAPE: &[u64] = keys![
    "river",
    "lake",
    "street",
    "avenue",
    "road",
    "valley",
    "bay",
    "sea",
    "ocean",
    "strait",
    "desert",
    "peninsula"
];

/// A place that the lists know, or "in Zamora": an unknown name of one word behind a preposition of place.
fn is_place(reading: &Reading<'_>, of: &Description) -> bool {
    if of.known.is_none() && of.name_range.as_ref().is_some_and(|name| is_place_name(reading, name)) {
        return true;
    }
    // "speaking aboard |Air Force One"
    if of.range.start > 0 && reading.is_any(of.range.start - 1, keys!["aboard"]) {
        return true;
    }
    if of.name.len() > 1 && of.name.last_key(reading).is_some_and(|last| LANDSCAPE.contains(&last)) {
        return true;
    }
    let alone = of.kind == AgentKind::Organisation && of.known.is_none() && of.name.len() == 1 && of.range.len() == 1;
    let before =
        of.range.start.checked_sub(1).filter(|_| alone && reading.token(of.range.start).case != Case::Capitals);
    let is_town =
        |at: usize| reading.is_any(at, keys!["city", "town", "village", "port", "suburb", "district", "island"]);
    // "the northern city of |Zamora"
    let of_town = |of: usize| reading.is_word(of, "of") && of > 0 && is_town(of - 1);
    before.is_some_and(|at| {
        of_town(at) || reading.is_any(at, keys!["in", "at", "near", "to", "from", "around", "outside", "across"])
    })
}

/// "the National Audit Office (NAO)": the key of the acronym in brackets at the end of a body's name.
fn acronym_behind(reading: &Reading<'_>, range: &Range<usize>, of: &Description) -> Option<u64> {
    let body = matches!(of.kind, AgentKind::Organisation | AgentKind::Outlet | AgentKind::Group);
    let country = matches!(of.known, Some(Known::Country(_)));
    if of.sort != Sort::Name || !body || country {
        return None;
    }
    let is_open = |at: &usize| reading.token(*at).kind == Kind::OpenBracket;
    let open = (range.start + 1..(range.end + 1).min(reading.tokens.all.len())).find(is_open)?;
    let closed = reading.tokens.all.get(open + 2).is_some_and(|token| token.kind == Kind::CloseBracket);
    let named = closed && reading.token(open + 1).case == Case::Capitals;
    named.then(|| reading.token(open + 1).key)
}

/// "a memo obtained by the Herald", "a report in the Herald", "the Herald and the Post": the outlets that a document's or a joint source's own words name.
fn outlets_inside(reading: &Reading<'_>, range: &Range<usize>, of: &Description) -> Vec<Description> {
    let may_be = match of.kind {
        AgentKind::Document | AgentKind::Anonymous | AgentKind::Group | AgentKind::Person => range.len() > 1,
        AgentKind::Outlet => of.plural,
        _ => false,
    };
    if !may_be {
        return Vec::new();
    }
    let starts = |at: &usize| match of.kind {
        AgentKind::Document => *at > range.start && reading.is_any(*at - 1, keys!["by", "in", "from", "on"]),
        // "sources quoted by the Herald"
        AgentKind::Anonymous | AgentKind::Group | AgentKind::Person => {
            *at >= range.start + 2
                && reading.is_any(*at - 1, keys!["by", "in"])
                && reading.is_any(*at - 2, keys!["quoted", "cited", "interviewed"])
        }
        AgentKind::Outlet => of.plural && reading.phrases.noun_at(*at).is_some_and(|noun| noun.start == *at),
        _ => false,
    };
    let nouns = range.clone().filter(starts);
    let nouns = nouns.filter_map(|at| reading.phrases.noun_at(at).filter(|noun| noun.end <= range.end));
    // "a witness quoted in |the report"
    let in_document = |one: &Description| {
        let led = one.range.start > range.start && reading.is_word(one.range.start - 1, "in");
        led && of.kind != AgentKind::Document && one.kind == AgentKind::Document && one.sort == Sort::Definite
    };
    let described = nouns.map(|noun| describe(reading, &noun));
    described.filter(|one| one.kind == AgentKind::Outlet || in_document(one)).collect()
}

/// "Campos, an ally of |Celso Prado|,": those whom what tells more of the speaker names in full.
fn people_inside(reading: &Reading<'_>, of: &Description) -> Vec<Description> {
    let own = of.name_range.clone().unwrap_or(of.range.start..of.range.start + 1);
    let end = of.range.end.min(own.end + MOST_INSIDE);
    if of.plural || of.known.is_some() || own.end >= end {
        return Vec::new();
    }
    let nouns =
        (own.end..end).filter_map(|at| reading.phrases.noun_at(at).filter(|noun| noun.start == at && noun.end <= end));
    let named = nouns.filter_map(|noun| owner(reading, &noun).or(Some(noun))).filter(|name| name.len() > 1);
    let people = named.map(|name| describe(reading, &name)).filter(|one| one.kind == AgentKind::Person && !one.plural);
    people.filter(|one| one.sort == Sort::Name && one.name.len() > 1).collect()
}

/// How many tokens behind a name are asked for other names.
const MOST_INSIDE: usize = 40;
