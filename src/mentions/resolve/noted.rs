//! What one more mention tells of an agent: its place, and at times a fuller name, a kind, a role.

use super::Place;
use super::brief::Brief;
use super::canonical::{bare_name, canonical, text};
use super::cast::{Cast, Latest};
use super::compared::words_key;
use super::parts_of_names::{is_first_of, is_named_in_full};
use crate::attributions::Reading;
use crate::mentions::agent::{Agent, Known};
use crate::mentions::describe::{Description, Sort};
use crate::mentions::offices::is_office;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use std::ops::Range;

impl<'a> Cast<'a> {
    /// Adds to an agent that has been met before what one more mention tells of it.
    pub(super) fn note_more(&mut self, reading: &Reading<'a>, agent: usize, description: &Description) {
        self.note_fuller_name(reading, agent, description);
        self.note_outlet(reading, agent, description);
        self.note_kind(reading, agent, description);
        self.note_role(reading, agent, description);
        let known = &mut self.agents[agent];
        known.gender = known.gender.or(description.gender);
    }

    /// Adds a mention to those of the agent, and where it stands.
    pub(super) fn note(&mut self, reading: &Reading<'a>, agent: usize, description: &Description, place: &Place) {
        if description.sort == Sort::Name && description.name.len() == 1 && description.known.is_none() {
            self.by_words.insert(words_key(reading, &description.range), agent);
        }
        self.note_body_noun(reading, agent, description);
        let known = &mut self.agents[agent];
        known.spoke |= place.speaks;
        if known.mentions.last() != Some(&description.range) {
            known.mentions.push(description.range.clone());
        }
        // "the company, Nordbahn": the name behind the comma is a mention of its own
        known.mentions.extend(apposed(description));
        self.note_place(agent, description, place);
    }

    fn note_kind(&mut self, reading: &Reading<'a>, agent: usize, description: &Description) {
        let known = &mut self.agents[agent];
        if known.kind == AgentKind::Anonymous
            && (is_office_of(reading, description) || is_office_in_headline(reading, known, description))
        {
            known.kind = AgentKind::Person;
            known.canonical = canonical(reading, description, None);
        }
        known.kind = noted_kind(known, description);
    }

    /// The first role that the copy tells counts, and so does the first body.
    fn note_role(&mut self, reading: &Reading<'a>, agent: usize, description: &Description) {
        let known = &mut self.agents[agent];
        known.affiliation = known.affiliation.or(description.affiliation.as_ref().map(|body| text(reading, body)));
        if let Some(role) = description.role.as_ref().filter(|_| known.role.is_none()) {
            let role = text(reading, role);
            known.role = Some(role);
            self.heads.set_role(agent, role);
        }
    }

    /// "the company", where a body is called so that has a name.
    fn note_body_noun(&mut self, reading: &Reading<'_>, agent: usize, description: &Description) {
        let noun = description.noun.filter(|_| description.sort == Sort::Definite);
        if let Some((noun, whom)) = noun.and_then(|noun| Some((noun, reading.stand_in(noun)?)))
            && whom.is_body()
        {
            self.body_nouns.entry(agent).or_insert((whom, reading.token(noun).key));
        }
    }

    /// "Ada Quill" after "Quill"
    fn note_fuller_name(&mut self, reading: &Reading<'a>, agent: usize, description: &Description) {
        let known = &self.agents[agent];
        let first = description.sort == Sort::Name && is_unnamed_office(known, description);
        let fuller = first || description.sort == Sort::Name && is_fuller(reading, known, description);
        // "a study published on Monday" that the headline has called "study"
        if description.sort == Sort::Indefinite && is_one_word(known) && description.range.len() > 1 {
            self.agents[agent].canonical = canonical(reading, description, known.known);
        }
        if first {
            let place = self.named.partition_point(|named| *named < agent);
            self.named.insert(place, agent);
            self.agents[agent].kind = AgentKind::Person;
        }
        if fuller {
            let known = &mut self.agents[agent];
            known.canonical = canonical(reading, description, None);
            known.name = description.name.clone();
            self.called.set(agent, known.plural.then(|| words_key(reading, &bare_name(reading, description))));
            self.names[agent] = Brief::of(reading, &known.name);
        }
    }

    /// "the New York Times" after "the Times": which one it is, the copy has told now.
    fn note_outlet(&mut self, reading: &Reading<'a>, agent: usize, description: &Description) {
        let outlet = description.known.filter(|known| !description.short && matches!(known, Known::Outlet(_)));
        let met = &mut self.agents[agent];
        if let Some(outlet) = outlet.filter(|_| met.known.is_none() && met.kind == AgentKind::Outlet) {
            met.known = Some(outlet);
            met.canonical = canonical(reading, description, Some(outlet));
            self.by_known.entry(outlet).or_insert(agent);
        }
    }

    /// Where the agent was met last; whoever has spoken in a sentence stands out to its end.
    pub(super) fn note_place(&mut self, agent: usize, description: &Description, place: &Place) {
        let before = Some(self.latest[agent]).filter(|before| before.sentence == place.sentence && before.token > 0);
        self.latest[agent] = Latest {
            time: self.times_met.len(),
            token: description.range.start,
            sentence: place.sentence,
            block: place.block,
            spoke: place.speaks || before.is_some_and(|before| before.spoke),
            subject: place.subject || before.is_some_and(|before| before.subject),
        };
        self.times_met.push((agent, place.sentence));
    }
}

/// The name that stands last in a mention, behind more than a role.
fn apposed(description: &Description) -> Option<Range<usize>> {
    let name = description.name_range.clone().filter(|name| name.end <= description.range.end);
    let role = description.role.as_ref()?;
    name.filter(|name| role.end + 1 == name.start && role.start < name.start)
}

/// A person by the kind of name, an outlet by what the copy calls it: the kind that an agent is of after one more mention.
fn noted_kind(known: &Agent<'_>, description: &Description) -> AgentKind {
    let body = known.kind == AgentKind::Organisation;
    let told = known.role.is_some() && description.name.len() > 1 && description.gender.is_none();
    match (description.sort, description.kind) {
        // "the company Rete Due" has been told to be one, whatever "Rete Due" looks like
        (Sort::Name, AgentKind::Person) if body && known.known.is_none() && !told => AgentKind::Person,
        // a name that the lists do not know, and that the copy calls a paper
        (Sort::Definite, AgentKind::Outlet) if body => AgentKind::Outlet,
        _ => known.kind,
    }
}

/// Whether a name tells more than the one that the agent has.
fn is_fuller(reading: &Reading<'_>, known: &Agent<'_>, description: &Description) -> bool {
    let (now, before) = (&description.name, &known.name);
    let longer = known.known.is_none() && !before.is_empty() && now.len() > before.len();
    let first = || is_first_of(reading, now, before) || is_named_in_full(reading, known, description);
    longer && (now.last_key(reading) == before.last_key(reading) || first())
}

/// "study", as a headline has it.
fn is_one_word(known: &Agent<'_>) -> bool {
    known.name.is_empty() && matches!(&known.mentions[..], [only] if only.len() == 1)
}

/// The minister whom the copy gives a name only now.
fn is_unnamed_office(known: &Agent<'_>, description: &Description) -> bool {
    let person =
        matches!(known.kind, AgentKind::Person | AgentKind::Anonymous) && description.kind == AgentKind::Person;
    person
        && known.known.is_none()
        && known.name.is_empty()
        && !known.mentions.is_empty()
        && !description.name.is_empty()
}

/// "the mayor", whom a headline calls "mayor": there is one, whom one could name.
fn is_office_in_headline(reading: &Reading<'_>, known: &Agent<'_>, description: &Description) -> bool {
    let bare = |first: &Range<usize>| !matches!(reading.tag(first.start), Tag::Determiner | Tag::Number);
    let the = description.sort == Sort::Definite && description.kind == AgentKind::Person;
    let office = description.noun.is_some_and(|noun| is_office(reading, noun));
    the && office && !known.plural && known.mentions.first().is_some_and(bare)
}

/// "Norland's police chief", whom a headline calls "police chief": somebody whom one could name.
fn is_office_of(reading: &Reading<'_>, description: &Description) -> bool {
    let owned = description.range.clone().any(|at| reading.tag(at) == Tag::Possessive);
    description.sort == Sort::Definite && description.kind == AgentKind::Person && owned
}
