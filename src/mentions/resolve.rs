//! Makes one agent of its mentions.

use super::agent::{Agent, Gender, Known};
use super::describe::{Description, Sort};
use crate::attributions::Reading;
use crate::lexicon::{Key, Meaning, StandIn, names_alike};
use crate::terms::AgentKind;
use crate::words::{is_in_lower_case, lower_case};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The agents met so far, in reading order.
#[derive(Debug, Default)]
pub struct Cast<'a> {
    /// All agents, in the order of their first mention.
    pub agents: Vec<Agent>,
    /// Index of each agent's latest mention in reading order, and whether it spoke there.
    latest: Vec<Latest>,
    /// The agents that the lexicon knows.
    by_known: FxHashMap<Known, usize>,
    /// Those whom a speaker calls "we", by the speaker.
    sides: FxHashMap<usize, usize>,
    /// The name of each agent that the lexicon does not know, in brief.
    names: Vec<Brief>,
    /// What later nouns may point back to, in brief.
    nouns: Vec<Nouns<'a>>,
}

/// By which nouns an agent may be met again: keys, so that asking many agents is cheap.
#[derive(Debug, Default, Clone)]
struct Nouns<'a> {
    /// Of its own noun.
    own: Option<u64>,
    /// Of the words of its role.
    role: Vec<u64>,
    /// What sort of outlet it is.
    outlet: Option<&'a str>,
}

impl<'a> Nouns<'a> {
    fn of(reading: &Reading<'a>, agent: &Agent) -> Self {
        let role = agent.role.as_deref().unwrap_or_default();
        let words = role.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self {
            own: agent.noun.as_deref().map(|noun| Key::of(noun).value()),
            role: words.map(|word| Key::of(&lower_case(word)).value()).collect(),
            outlet: outlet_sort(reading, agent),
        }
    }
}

/// So much of a name as rules most others out.
#[derive(Debug, Default, Clone, Copy)]
struct Brief {
    words: usize,
    /// Of the last word.
    key: u64,
}

impl Brief {
    fn of(name: &[String]) -> Self {
        Self { words: name.len(), key: name.last().map_or(0, |last| Key::of(last).value()) }
    }

    /// Whether [`names_alike`] may hold: one surname, or one word that may be an acronym or the first of three.
    fn may_be(self, later: Brief) -> bool {
        let short = |one: Brief, other: Brief| one.words == 1 && other.words >= 3;
        self.words > 0 && (self.key == later.key || short(self, later) || short(later, self))
    }
}

#[derive(Debug, Clone, Copy)]
struct Latest {
    token: usize,
    sentence: usize,
    spoke: bool,
    subject: bool,
}

/// Where a mention stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Index of the sentence.
    pub sentence: usize,
    /// Whether it is the source of an attribution.
    pub speaks: bool,
    /// Whether it stands first in its sentence.
    pub subject: bool,
    /// The agent inside whose words it stands.
    pub outer: Option<usize>,
}

/// Whom a mention names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The agent's index.
    pub agent: usize,
    /// Whether that is sure enough to be stated.
    pub sure: bool,
    /// Who else it may be.
    pub candidates: Vec<usize>,
}

impl<'a> Cast<'a> {
    /// The agent of a mention; a new one if no earlier one fits.
    pub fn meet(&mut self, reading: &Reading<'a>, description: Description, place: Place) -> Resolved {
        let found = match description.sort {
            Sort::Pronoun => self.by_pronoun(reading, &description, place),
            Sort::Name => self.by_name(reading, &description),
            Sort::Definite => self.by_noun(reading, &description),
            Sort::Indefinite => self.by_same_words(reading, &description),
        };
        let resolved = found.unwrap_or_else(|| {
            let sure = description.sort != Sort::Pronoun;
            Resolved { agent: self.introduce(reading, &description), sure, candidates: Vec::new() }
        });
        self.note(reading, resolved.agent, &description, place);
        resolved
    }

    /// Those whom a speaker calls "we": the body for which he speaks, or else his side, which has no other name.
    pub fn those_behind(&mut self, speaker: usize) -> usize {
        if let Some(known) = self.agents[speaker].acts_for.or_else(|| self.sides.get(&speaker).copied()) {
            return known;
        }
        let side = Agent {
            kind: AgentKind::Group,
            canonical: format!("{}'s side", self.agents[speaker].canonical),
            known: None,
            name: Vec::new(),
            plural: true,
            mentions: Vec::new(),
            ..self.agents[speaker].clone()
        };
        self.nouns.push(self.nouns[speaker].clone());
        self.agents.push(side);
        self.latest.push(self.latest[speaker]);
        self.names.push(Brief::default());
        self.sides.insert(speaker, self.agents.len() - 1);
        self.agents.len() - 1
    }

    fn introduce(&mut self, reading: &Reading<'a>, description: &Description) -> usize {
        let text = |range: &Range<usize>| reading.tokens.span(range).of(reading.tokens.text).to_owned();
        // which Times it is, the copy has not told: it stays "Times"
        let known = description.known.filter(|_| !description.short);
        if let Some(known) = known {
            self.by_known.insert(known, self.agents.len());
        }
        self.agents.push(Agent {
            kind: description.kind,
            canonical: canonical(reading, description, known),
            known,
            name: description.name.clone(),
            noun: description.noun.clone(),
            role: description.role.as_ref().map(text),
            affiliation: description.affiliation.as_ref().map(text),
            acts_for: None,
            number: description.number,
            anonymity_reason: None,
            gender: description.gender,
            plural: description.plural,
            mentions: Vec::new(),
            spoke: false,
        });
        self.nouns.push(Nouns::of(reading, &self.agents[self.agents.len() - 1]));
        self.names.push(if known.is_none() { Brief::of(&description.name) } else { Brief::default() });
        self.latest.push(Latest { token: 0, sentence: 0, spoke: false, subject: false });
        self.agents.len() - 1
    }

    fn note(&mut self, reading: &Reading<'a>, agent: usize, description: &Description, place: Place) {
        let text = |range: &Range<usize>| reading.tokens.span(range).of(reading.tokens.text).to_owned();
        let known = &mut self.agents[agent];
        known.spoke |= place.speaks;
        if description.sort == Sort::Name
            && description.kind == AgentKind::Person
            && known.kind == AgentKind::Organisation
            && known.known.is_none()
        {
            known.kind = AgentKind::Person;
        }
        if known.mentions.last() != Some(&description.range) {
            known.mentions.push(description.range.clone());
        }
        let fuller =
            description.sort == Sort::Name && known.known.is_none() && description.name.len() > known.name.len();
        if fuller && !known.name.is_empty() && description.name.last() == known.name.last() {
            known.canonical = canonical(reading, description, None);
            known.name.clone_from(&description.name);
            self.names[agent] = Brief::of(&description.name);
        }
        if known.gender.is_none() {
            known.gender = description.gender;
        }
        if known.role.is_none() && description.role.is_some() {
            known.role = description.role.as_ref().map(text);
            self.nouns[agent] = Nouns::of(reading, known);
        }
        if known.affiliation.is_none() {
            known.affiliation = description.affiliation.as_ref().map(text);
        }
        self.latest[agent] = Latest {
            token: description.range.start,
            sentence: place.sentence,
            spoke: place.speaks,
            subject: place.subject,
        };
    }

    fn by_name(&self, reading: &Reading<'a>, description: &Description) -> Option<Resolved> {
        let agent = match description.known {
            Some(Known::Outlet(index)) => self.outlet(reading, index, description),
            Some(known) => self.by_known.get(&known).copied(),
            None => self.person_or_body(description),
        }?;
        Some(sure(agent))
    }

    /// An outlet by its name; a short name means the one that the copy has introduced last.
    fn outlet(&self, reading: &Reading<'a>, index: u32, description: &Description) -> Option<usize> {
        if let Some(found) = self.by_known.get(&Known::Outlet(index)) {
            return Some(*found);
        }
        let short: Vec<u32> = short_outlets(reading, &description.range);
        let introduced = |agent: &Agent| matches!(agent.known, Some(Known::Outlet(known)) if short.contains(&known));
        let unsettled = |agent: &Agent| {
            agent.kind == AgentKind::Outlet && agent.known.is_none() && agent.name.last() == description.name.last()
        };
        self.latest_agent(introduced).or_else(|| self.latest_agent(unsettled))
    }

    /// A full name given before, or a surname or acronym of one.
    fn person_or_body(&self, description: &Description) -> Option<usize> {
        let name = &description.name;
        if name.is_empty() {
            return None;
        }
        let brief = Brief::of(name);
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        let likely: Vec<usize> = near.rev().filter(|index| self.names[*index].may_be(brief)).collect();
        let latest = |fits: &dyn Fn(&Agent) -> bool| {
            let fitting = likely.iter().copied().filter(|index| fits(&self.agents[*index]));
            fitting.max_by_key(|index| self.latest[*index].token)
        };
        let alike = |agent: &Agent| names_alike(&agent.name, name) && genders_fit(agent, description);
        latest(&|agent| agent.name == *name).or_else(|| latest(&alike))
    }

    /// "the ministry", "the newspaper", "the minister"
    fn by_noun(&self, reading: &Reading<'a>, description: &Description) -> Option<Resolved> {
        let noun = description.noun.as_deref()?;
        let plural = description.plural;
        let key = Key::of(noun).value();
        let same_noun = |index: usize| {
            let agent = &self.agents[index];
            self.nouns[index].own == Some(key) && agent.plural == plural && agent.kind != AgentKind::Unknown
        };
        let by_role = |index: usize| self.nouns[index].role.contains(&key);
        let found = match description.kind {
            AgentKind::Outlet => self.outlet_by_noun(reading, noun),
            AgentKind::Organisation if noun == "agency" && description.range.len() == 2 => {
                self.latest_of(|index| self.nouns[index].outlet == Some("agency") || self.nouns[index].own == Some(key))
            }
            AgentKind::Document if noun == "report" && description.range.len() == 2 => {
                self.latest_of(same_noun).or_else(|| self.latest_agent(|agent| agent.kind == AgentKind::Outlet))
            }
            _ => self
                .latest_of(by_role)
                .or_else(|| self.latest_of(same_noun))
                .or_else(|| self.by_sort_of_body(reading, description)),
        };
        found.map(sure)
    }

    /// "the newspaper": the latest newspaper; "the outlet": the latest of any sort.
    fn outlet_by_noun(&self, reading: &Reading<'a>, noun: &str) -> Option<usize> {
        let wanted = reading.lexicon.outlet_type(noun);
        let is_outlet = |index: usize| self.agents[index].kind == AgentKind::Outlet;
        let fits = |index: usize| is_outlet(index) && (wanted.is_none() || self.nouns[index].outlet == wanted);
        let unsorted = |index: usize| is_outlet(index) && self.nouns[index].outlet.is_none();
        // where no outlet has been named, "the paper" is the study
        let document = |agent: &Agent| agent.kind == AgentKind::Document;
        let named = self.latest_of(fits).or_else(|| self.latest_of(unsorted));
        named.or_else(|| wanted.and_then(|_| self.latest_agent(document)))
    }

    /// "the company", "the group": the latest body that has a name.
    fn by_sort_of_body(&self, reading: &Reading<'a>, description: &Description) -> Option<usize> {
        let stands_in = reading.lexicon.stand_in(description.noun.as_deref()?);
        let stands_in = stands_in.is_some_and(|whom| whom == StandIn::Body || whom.is_outlet_type());
        let bare = description.range.len() == 2 && stands_in;
        let fits = |agent: &Agent| {
            agent.kind == AgentKind::Organisation
                && !agent.name.is_empty()
                && !matches!(agent.known, Some(Known::Country(_)))
        };
        let spoken = |agent: &Agent| fits(agent) && agent.spoke;
        bare.then(|| self.latest_agent(spoken).or_else(|| self.latest_agent(fits)))?
    }

    /// "U.S. officials" twice is one agent, as far as can be told.
    fn by_same_words(&self, reading: &Reading<'a>, description: &Description) -> Option<Resolved> {
        let words = lower_case(reading.tokens.span(&description.range).of(reading.tokens.text));
        let same = |agent: &Agent| agent.plural && is_in_lower_case(&agent.canonical, &words);
        self.latest_agent(same).map(sure)
    }

    fn by_pronoun(&self, reading: &Reading<'a>, description: &Description, place: Place) -> Option<Resolved> {
        let at = description.range.start;
        let wanted: fn(&Agent) -> bool = match () {
            () if reading.is_any(at, &["he", "him", "his"]) => {
                |a| is_one_person(a) && a.gender != Some(Gender::Feminine)
            }
            () if reading.is_any(at, &["she", "her", "hers"]) => {
                |a| is_one_person(a) && a.gender != Some(Gender::Masculine)
            }
            () if reading.is_any(at, &["it", "its"]) => {
                |a| !a.plural && matches!(a.kind, AgentKind::Outlet | AgentKind::Organisation | AgentKind::Document)
            }
            () if reading.is_any(at, &["they", "them", "their"]) => |a| a.plural || matches!(a.kind, AgentKind::Group),
            () => return None,
        };
        let named =
            |agent: &Agent| agent.kind == AgentKind::Organisation && agent.known.is_none() && agent.name.len() == 1;
        let he = description.kind == AgentKind::Person;
        self.most_salient(wanted, place).or_else(|| he.then(|| self.most_salient(named, place)).flatten())
    }

    /// The agent that stands out most among those that fit: near, a speaker, a subject.
    fn most_salient(&self, fits: impl Fn(&Agent) -> bool, place: Place) -> Option<Resolved> {
        let mut ranked: Vec<(i64, usize)> = self
            .agents
            .iter()
            .enumerate()
            .rev()
            .take(MEMORY)
            .filter(|(_, agent)| fits(agent))
            .map(|(index, _)| (self.salience(index, place), index))
            .filter(|(salience, _)| *salience > 0)
            .collect();
        ranked.sort_by(|a, b| b.cmp(a));
        let (best, agent) = *ranked.first()?;
        let rivals: Vec<usize> = ranked.iter().skip(1).filter(|(s, _)| best - s < 3).map(|(_, index)| *index).collect();
        Some(Resolved { agent, sure: rivals.is_empty(), candidates: rivals })
    }

    fn salience(&self, index: usize, place: Place) -> i64 {
        let latest = self.latest[index];
        let distance = place.sentence.saturating_sub(latest.sentence) as i64;
        let own = 12 * i64::from(place.outer == Some(index));
        40 - 6 * distance + 9 * i64::from(latest.spoke) + 5 * i64::from(latest.subject) + own
    }

    /// The agent met last among those (by index) that fit.
    fn latest_of(&self, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        near.rev().filter(|index| fits(*index)).max_by_key(|index| self.latest[*index].token)
    }

    fn latest_agent(&self, fits: impl Fn(&Agent) -> bool) -> Option<usize> {
        self.latest_of(|index| fits(&self.agents[index]))
    }
}

/// How many agents back a mention may reach; keeps the work linear.
const MEMORY: usize = 256;

fn sure(agent: usize) -> Resolved {
    Resolved { agent, sure: true, candidates: Vec::new() }
}

/// What sort of outlet an agent is, by the lexicon, or by its own words ("the state broadcaster Dala TV").
fn outlet_sort<'a>(reading: &Reading<'a>, agent: &Agent) -> Option<&'a str> {
    if let Some(Known::Outlet(index)) = agent.known {
        return Some(reading.lexicon.outlet(index).kind);
    }
    let role = agent.role.as_deref().and_then(|role| role.rsplit(' ').next()).map(str::to_lowercase);
    let type_of = |noun: &str| reading.lexicon.outlet_type(noun);
    let own = role.as_deref().and_then(type_of).or_else(|| agent.noun.as_deref().and_then(type_of));
    own.filter(|_| agent.kind == AgentKind::Outlet)
}

fn is_one_person(agent: &Agent) -> bool {
    !agent.plural && matches!(agent.kind, AgentKind::Person | AgentKind::Anonymous)
}

fn genders_fit(agent: &Agent, description: &Description) -> bool {
    match (agent.gender, description.gender) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Every outlet that the short name in `range` may stand for.
fn short_outlets(reading: &Reading<'_>, range: &Range<usize>) -> Vec<u32> {
    range
        .clone()
        .flat_map(|at| reading.names(at))
        .filter_map(|name| match name.meaning {
            Meaning::ShortOutlet(index) => Some(index),
            _ => None,
        })
        .collect()
}

fn canonical(reading: &Reading<'_>, description: &Description, known: Option<Known>) -> String {
    let lexicon = reading.lexicon;
    match known {
        Some(Known::Outlet(index)) => lexicon.outlet(index).name.to_owned(),
        Some(Known::Country(index)) => lexicon.country(index).name.to_owned(),
        Some(Known::Body(index)) => lexicon.body(index).name.to_owned(),
        None => {
            let range = description.name_range.as_ref().unwrap_or(&description.range);
            without_article(reading, range)
        }
    }
}

fn without_article(reading: &Reading<'_>, range: &Range<usize>) -> String {
    let article = range.len() > 1 && reading.is_any(range.start, &["the", "a", "an"]);
    let range = range.start + usize::from(article)..range.end;
    let text = reading.tokens.span(&range).of(reading.tokens.text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(',').to_owned()
}
