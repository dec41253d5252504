//! Mentions: who is meant by every source, and by the noun phrases that later ones point back to.

mod agent;
mod anonymity;
mod body_names;
mod builds;
mod by_key;
mod describe;
mod epithets;
mod given_names;
mod joint;
mod kinds;
mod name;
mod nations;
mod offices;
mod reporters;
mod resolve;
mod spokesmen;

pub use agent::{Agent, Gender, Known};
pub use describe::number;
pub use joint::members;
pub use resolve::Resolved;

use crate::attributions::{Attribution, Reading, Source};
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, Holders, Sentence, keys};
use crate::words::Kind;
use body_names::body_name_end;
use describe::{Description, Sort, describe};
use kinds::is_place_name;
use resolve::{Cast, Place};
use rustc_hash::FxHashSet;
use spokesmen::{describe_principal, is_lone_spokesman, principal};
use std::ops::Range;

/// Who speaks, and which mention is whose.
#[derive(Debug, Default)]
pub struct Mentions<'a> {
    /// All agents, by first mention.
    pub agents: Vec<Agent<'a>>,
    /// Per attribution, the agent of its source.
    pub sources: Vec<Option<Resolved>>,
    /// Per token, the agent of a mention that starts there.
    starting: Holders,
}

impl Mentions<'_> {
    /// The agent (by index) of a mention that starts at the token.
    pub fn starting_at(&self, token: usize) -> Option<usize> {
        self.starting.at(token)
    }
}

/// Finds the agents of a document; linear.
pub fn resolve<'a>(reading: &Reading<'a>, attributions: &[Attribution]) -> Mentions<'a> {
    let names = longer_names(reading);
    let holders = offices::Holders::of(reading, &names);
    let mut cast = Cast::knowing(surnames(reading, &names), holders, reading.phrases.nouns.len() / 3);
    let mut sources: Vec<Option<Resolved>> = vec![None; attributions.len()];
    let speaking = by_sentence(reading, attributions);
    let mut speaking = speaking.chunk_by(|a, b| a.0 == b.0).peekable();
    let mut nouns = reading.phrases.nouns.iter().peekable();
    let (mut mentions, mut met) = (Vec::new(), Vec::with_capacity(AT_ONCE));
    for (index, sentence) in reading.tokens.sentences.iter().enumerate() {
        let here = speaking.next_if(|group| group[0].0 == index).unwrap_or_default();
        take_mentions(reading, sentence, &mut nouns, (attributions, here), &mut mentions);
        mentions.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        for (range, speaker) in mentions.drain(..) {
            met.push(Met::of(reading, &range, speaker, index));
        }
        if met.len() >= AT_ONCE {
            met.iter_mut().for_each(|one| meet(reading, &mut cast, attributions, &mut sources, one));
            met.clear();
        }
    }
    met.iter_mut().for_each(|one| meet(reading, &mut cast, attributions, &mut sources, one));
    resolve_first_persons(reading, attributions, &mut sources, &mut cast);
    anonymity::note_reasons(reading, attributions, &sources, &mut cast.agents);
    let starting = starting(&cast.agents, reading.tokens.all.len());
    Mentions { agents: cast.agents, sources, starting }
}

fn starting(agents: &[Agent<'_>], tokens: usize) -> Holders {
    let mentions =
        agents.iter().enumerate().flat_map(|(index, agent)| agent.mentions.iter().map(move |one| (index, one)));
    Holders::of(mentions.map(|(index, mention)| (index, mention.start..mention.start + 1)), tokens)
}

/// The noun phrases of several words that end in a name.
fn longer_names<'a>(reading: &Reading<'a>) -> Vec<&'a Range<usize>> {
    let named = |noun: &&Range<usize>| noun.len() >= 2 && reading.tag(noun.end - 1) == Tag::Proper;
    reading.phrases.nouns.iter().filter(named).collect()
}

/// Keys of the last words of names that begin with a given name: "Ada Quill".
fn surnames(reading: &Reading<'_>, names: &[&Range<usize>]) -> FxHashSet<u64> {
    let proper = |at: &usize| reading.tag(*at) == Tag::Proper;
    let full = |noun: &Range<usize>| {
        let of_person = |at: &usize| {
            let token = reading.token(*at);
            // "Minister |Graziano Dell"
            let titled = *at > noun.start && reading.token(*at - 1).is(Classes::TITLE);
            token.is(Classes::GIVEN_NAME) || titled && reading.token(*at - 1).is(Classes::PERSON_NOUN)
        };
        let given = (noun.start..noun.end).find(|at| proper(at) && of_person(at));
        given.is_some_and(|given| given + 1 < noun.end && (given + 1..noun.end).all(|at| proper(&at)))
    };
    names.iter().filter(|noun| full(noun)).map(|noun| reading.token(noun.end - 1).key).collect()
}

type Mention = (Range<usize>, Option<usize>);

/// Adds the sources of a sentence to `ranges`, which holds none yet, and the noun phrases that may name somebody; each source says
/// whose it is.
fn take_mentions<'a>(
    reading: &Reading<'_>,
    sentence: &Sentence,
    nouns: &mut std::iter::Peekable<impl Iterator<Item = &'a Range<usize>>>,
    (attributions, speaking): (&[Attribution], &[(usize, usize)]),
    ranges: &mut Vec<Mention>,
) {
    for (_, attribution) in speaking {
        let source = attributions[*attribution].source.as_ref();
        ranges.extend(
            source.map(|source| (source.antecedent.clone().unwrap_or(source.range.clone()), Some(*attribution))),
        );
        ranges.extend(attributions[*attribution].only_cited(reading).map(|cited| (cited, None)));
    }
    let sources = ranges.len();
    while let Some(noun) = nouns.next_if(|noun| noun.start < sentence.tokens.end) {
        let (owner, named) = (owner(reading, noun), !names_nobody(reading, noun));
        if owner.is_none() && !named {
            continue;
        }
        let inside_name = ranges.last().is_some_and(|(last, _)| last.start < noun.start && noun.end <= last.end);
        let taken = |(range, _): &Mention| range.start < noun.end && noun.start < range.end;
        if inside_name || ranges[..sources].iter().any(taken) {
            continue;
        }
        ranges.extend(owner.map(|owner| (owner, None)));
        if named {
            let end = body_name_end(reading, noun).or_else(|| name_behind(reading, noun)).unwrap_or(noun.end);
            ranges.push((noun.start..end, None));
        }
    }
}

/// "Callum's mother, |Joanne Whitworth|, wept", "the leader of the union, |Carmen Ortiz|, spoke": one past the name that stands between commas
/// behind somebody's relative, or the one holder of an office.
fn name_behind(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let head = reading.token(noun.end - 1);
    if !head.is(Classes::PERSON_NOUN | Classes::ROLE) || head.is(Classes::PLURAL) || !is_the_one(reading, noun) {
        return None;
    }
    let is_comma = |at: usize| reading.tokens.all.get(at).is_some_and(|token| token.kind == Kind::Comma);
    let comma =
        whose_end(reading, noun).filter(|end| is_comma(*end)).or(Some(noun.end)).filter(|end| is_comma(*end))?;
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.start == comma + 1)?;
    let named = !reading.token(name.start).is(Classes::WEEKDAY | Classes::MONTH);
    let proper = named && name.clone().all(|at| reading.tag(at) == Tag::Proper);
    (proper && is_comma(name.end)).then_some(name.end)
}

/// "his brother", "Callum's mother", "the leader".
fn is_the_one(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let first = reading.token(noun.start);
    first.is(Classes::POSSESSIVE_DETERMINER)
        || reading.has_tag(noun.clone(), Tag::Possessive)
        || reading.is_word(noun.start, "the") && noun.len() > 1
}

/// "the leader |of the union|": one past whose or of what.
fn whose_end(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let of =
        Some(noun.end).filter(|of| *of < reading.tokens.all.len() && reading.is_any(*of, keys!["of", "for", "at"]))?;
    reading.phrases.noun_at(of + 1).filter(|whose| whose.start == of + 1).map(|whose| whose.end)
}

/// "Ada Quill" of "Ada Quill's son", "Quill" of "Quill's son", "the Duke" of "the Duke's son".
fn owner(reading: &Reading<'_>, noun: &Range<usize>) -> Option<Range<usize>> {
    if noun.len() < 2 || !reading.has_tag(noun.clone(), Tag::Possessive) {
        return None;
    }
    let mark = noun.clone().find(|at| reading.tag(*at) == Tag::Possessive)?;
    let full = mark >= noun.start + 2 && reading.token(noun.start).is(Classes::GIVEN_NAME | Classes::TITLE);
    let article = mark == noun.start + 2 && article_office(reading, noun.start, mark);
    let named = full || mark == noun.start + 1 || article;
    let proper = |at: usize| reading.tag(at) == Tag::Proper || reading.token(at).is(Classes::TITLE);
    (named && (noun.start + usize::from(article)..mark).all(proper)).then_some(noun.start..mark)
}

/// "|the Duke|'s son": somebody by what he is, with a capital.
fn article_office(reading: &Reading<'_>, start: usize, mark: usize) -> bool {
    let office = reading.token(mark - 1);
    reading.is_word(start, "the") && office.is_capitalised() && office.is(Classes::PERSON_NOUN)
}

/// How many mentions are described before all of them are met: each of the two is a lot of code, for which there is no room at once in
/// the processor's nearest cache.
const AT_ONCE: usize = 32;

/// A mention to be met.
struct Met {
    description: Description,
    /// The attribution whose source it is.
    speaker: Option<usize>,
    /// Index of its sentence.
    sentence: usize,
}

impl Met {
    fn of(reading: &Reading<'_>, range: &Range<usize>, speaker: Option<usize>, sentence: usize) -> Self {
        let mut description = describe(reading, range);
        if speaker.is_some() {
            given_names::note(reading, &mut description);
        }
        Self { description, speaker, sentence }
    }
}

/// Meets a mention, and notes whom it names as a source.
fn meet<'a>(
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

/// "the bridge": a noun phrase that its last word tells to be no agent, so that it need not be described.
fn names_nobody(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let head = reading.token(noun.end - 1);
    // of those in the plural, all that the lists know but as no source: "arrests"
    let several = head.is(Classes::PLURAL) && head.word == WordId::UNKNOWN;
    // "there is no such paper"
    let none = || reading.is_word(noun.start, "no") && noun.len() > 1;
    let person_or_body = (several || head.is(Classes::SOURCE_NOUN | Classes::DEMONYM)) && !none();
    reading.tag(noun.end - 1) != Tag::Proper && !person_or_body && reading.tokens.names_within(noun.clone()).is_empty()
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

/// "I" and "we" in a quotation: "I" is the one who is quoted, "we" those for whom he speaks.
fn resolve_first_persons<'a>(
    reading: &Reading<'a>,
    attributions: &[Attribution],
    sources: &mut [Option<Resolved>],
    cast: &mut Cast<'a>,
) {
    for index in 0..attributions.len() {
        let Some(source) = attributions[index].source.as_ref().filter(|source| is_first_person(reading, source)) else {
            continue;
        };
        let Some(speaker) = speaker_around(reading, attributions, sources, index) else {
            let place = Place {
                outer: None,
                accused: None,
                own: None,
                sentence: attributions[index].sentence,
                block: reading.tokens.sentences[attributions[index].sentence].block,
                speaks: true,
                subject: true,
            };
            sources[index] = Some(cast.meet(reading, &mut describe(reading, &source.range), &place));
            continue;
        };
        let singular = reading.is_any(source.range.start, keys!["i", "my"]);
        let agent = if singular { speaker.agent } else { cast.those_behind(speaker.agent) };
        cast.agents[agent].mentions.push(source.range.clone());
        sources[index] = Some(Resolved { agent, ..speaker });
    }
}

fn is_first_person(reading: &Reading<'_>, source: &Source) -> bool {
    source.range.len() == 1 && reading.is_any(source.range.start, keys!["i", "we", "my", "our"])
}

/// Who speaks the words in which an attribution stands: the nearest around it that is no "I" itself.
fn speaker_around(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    sources: &[Option<Resolved>],
    index: usize,
) -> Option<Resolved> {
    let around = std::iter::successors(attributions[index].nested_in, |at| attributions[*at].nested_in).take(12);
    let mut others =
        around.filter(|at| !attributions[*at].source.as_ref().is_some_and(|s| is_first_person(reading, s)));
    sources[others.next()?].clone()
}

/// The sentence in which the source of each attribution stands, and the attribution; by sentences.
fn by_sentence(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<(usize, usize)> {
    let last = reading.tokens.sentences.len().saturating_sub(1);
    let sentence_of = |attribution: &Attribution| match &attribution.source {
        Some(source) => reading.tokens.sentence_at(source.range.start).min(last),
        None => attribution.sentence,
    };
    let mut found: Vec<_> = attributions.iter().enumerate().map(|(index, one)| (sentence_of(one), index)).collect();
    found.sort_by_key(|(sentence, _)| *sentence);
    found
}
