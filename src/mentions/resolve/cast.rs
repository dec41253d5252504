//! The agents met so far, and what tells them apart.

use super::brief::Brief;
use super::canonical::{bare_name, canonical, text};
use super::compared::words_key;
use super::heads::Heads;
use crate::attributions::Reading;
use crate::few::Few;
use crate::lexicon::StandIn;
use crate::mentions::agent::{Agent, Known};
use crate::mentions::by_key::ByKey;
use crate::mentions::describe::Description;
use crate::mentions::name::Name;
use crate::mentions::offices::Holders;
use crate::terms::AgentKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// The agents met so far, in reading order.
#[derive(Debug, Default)]
pub struct Cast<'a> {
    /// All agents, in the order of their first mention.
    pub agents: Vec<Agent<'a>>,
    /// Index of each agent's latest mention in reading order, and whether it spoke there.
    pub(super) latest: Vec<Latest>,
    /// Each time that some agent was met, in order: the agent, and the sentence.
    pub(super) times_met: Vec<(usize, usize)>,
    /// The agents that the lexicon knows.
    pub(super) by_known: FxHashMap<Known, usize>,
    /// Those whom a speaker calls "we", by the speaker.
    pub(super) sides: FxHashMap<usize, usize>,
    /// The name of each agent that the lexicon does not know, in brief.
    pub(super) names: Vec<Brief>,
    /// Those that have such a name.
    pub(super) named: Vec<usize>,
    /// Those that are several, by their canonical names in lower case.
    pub(super) called: ByKey,
    /// By which nouns each agent may be met again.
    pub(super) heads: Heads,
    /// By which noun a body is called that has a name ("the company"), and what the noun stands for.
    pub(super) body_nouns: FxHashMap<usize, (StandIn, u64)>,
    /// The surnames (keys) of those whom the copy names in full somewhere.
    pub(super) surnames: FxHashSet<u64>,
    /// The agent that a bare surname or a titled one ("Mr. Quill") meant last, by the key of its words in lower case.
    pub(super) by_words: FxHashMap<u64, usize>,
    /// The agents with an acronym that the copy has introduced in brackets, by its key.
    pub(super) by_acronym: FxHashMap<u64, usize>,
    /// Who holds which office, as far as the copy tells with a name.
    pub(super) holders: Holders,
}

/// Where an agent was met last, and what it did there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Latest {
    /// Which of all the times it was that anybody was met.
    pub(super) time: usize,
    pub(super) token: usize,
    pub(super) sentence: usize,
    pub(super) block: usize,
    pub(super) spoke: bool,
    pub(super) subject: bool,
}

impl<'a> Cast<'a> {
    /// Nobody met yet, in a copy that names the bearers of these surnames (keys) in full, and these holders of offices; about `many` agents are to come.
    pub fn knowing(surnames: FxHashSet<u64>, holders: Holders, many: usize) -> Self {
        let (agents, latest, names) = (Vec::with_capacity(many), Vec::with_capacity(many), Vec::with_capacity(many));
        let called = ByKey::with_capacity(many);
        let heads = Heads { own: ByKey::with_capacity(many), ..Heads::default() };
        let times_met = Vec::with_capacity(2 * many);
        Self { surnames, holders, agents, latest, times_met, names, called, heads, ..Self::default() }
    }

    /// The agent goes by this acronym (its key) from here on.
    pub fn also_called(&mut self, agent: usize, acronym: u64) {
        self.by_acronym.insert(acronym, agent);
    }

    /// Those whom a speaker calls "we": the body for which he speaks, or else his side, which has no other name.
    pub fn those_behind(&mut self, speaker: usize) -> usize {
        if let Some(known) = self.agents[speaker].acts_for.or_else(|| self.sides.get(&speaker).copied()) {
            return known;
        }
        let side = Agent {
            kind: AgentKind::Group,
            canonical: format!("{}'s side", self.agents[speaker].canonical).into(),
            known: None,
            name: Name::default(),
            plural: true,
            mentions: Few::default(),
            ..self.agents[speaker].clone()
        };
        self.called.push(None);
        self.heads.push(self.heads.own.key(speaker), side.role);
        self.agents.push(side);
        self.latest.push(self.latest[speaker]);
        self.names.push(Brief::default());
        self.sides.insert(speaker, self.agents.len() - 1);
        self.agents.len() - 1
    }

    /// A new agent, met in this mention.
    pub(super) fn introduce(&mut self, reading: &Reading<'a>, description: &Description) -> usize {
        // which Times it is, the copy has not told: it stays "Times"
        let known = description.known.filter(|_| !description.short);
        if let Some(known) = known {
            self.by_known.insert(known, self.agents.len());
        }
        let met = newly_met(reading, description, known);
        if known.is_none() && !met.name.is_empty() {
            self.named.push(self.names.len());
            self.names.push(Brief::of(reading, &met.name));
        } else {
            self.names.push(Brief::default());
        }
        self.called.push(met.plural.then(|| words_key(reading, &bare_name(reading, description))));
        self.heads.push(met.noun.map(|noun| reading.token(noun).key), met.role);
        self.latest.push(Latest { time: 0, token: 0, sentence: 0, block: 0, spoke: false, subject: false });
        self.agents.push(met);
        self.agents.len() - 1
    }
}

/// What a first mention tells of an agent.
fn newly_met<'a>(reading: &Reading<'a>, description: &Description, known: Option<Known>) -> Agent<'a> {
    Agent {
        kind: description.kind,
        canonical: canonical(reading, description, known),
        known,
        name: description.name.clone(),
        noun: description.noun,
        role: description.role.as_ref().map(|role| text(reading, role)),
        affiliation: description.affiliation.as_ref().map(|body| text(reading, body)),
        acts_for: None,
        reports_for: None,
        number: description.number,
        anonymity_reason: None,
        gender: description.gender,
        plural: description.plural,
        mentions: Few::default(),
        spoke: false,
    }
}
