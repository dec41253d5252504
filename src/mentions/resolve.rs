//! Makes one agent of its mentions.

use super::agent::{Agent, Gender, Known};
use super::builds::is_aged;
use super::by_key::ByKey;
use super::describe::{Description, Sort, base_phrase, modifiers};
use super::epithets::{has_title, is_bare_title, is_epithet};
use super::name::Name;
use super::offices::{Holders, is_terse, is_unnamed_holder, may_hold};
use crate::attributions::Reading;
use crate::lexicon::{Classes, Key, Meaning, StandIn, WordId, is_family_first, names_alike};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Token, keys};
use crate::words::{Kind, is_in_lower_case, lower_case, nation_stem};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::ops::Range;

/// The agents met so far, in reading order.
#[derive(Debug, Default)]
pub struct Cast<'a> {
    /// All agents, in the order of their first mention.
    pub agents: Vec<Agent<'a>>,
    /// Index of each agent's latest mention in reading order, and whether it spoke there.
    latest: Vec<Latest>,
    /// The agents that the lexicon knows.
    by_known: FxHashMap<Known, usize>,
    /// Those whom a speaker calls "we", by the speaker.
    sides: FxHashMap<usize, usize>,
    /// The name of each agent that the lexicon does not know, in brief.
    names: Vec<Brief>,
    /// Those that have such a name.
    named: Vec<usize>,
    /// Those that are several, by their canonical names in lower case.
    called: ByKey,
    /// By which nouns each agent may be met again.
    heads: Heads,
    /// By which noun a body is called that has a name ("the company"), and what the noun stands for.
    body_nouns: FxHashMap<usize, (StandIn, u64)>,
    /// The surnames (keys) of those whom the copy names in full somewhere.
    surnames: FxHashSet<u64>,
    /// The agent that a bare surname or a titled one ("Mr. Quill") meant last, by the key of its words in lower case.
    by_words: FxHashMap<u64, usize>,
    /// The agents with an acronym that the copy has introduced in brackets, by its key.
    by_acronym: FxHashMap<u64, usize>,
    /// Who holds which office, as far as the copy tells with a name.
    holders: Holders,
}

/// The nouns by which agents may be met again.
#[derive(Debug, Default)]
struct Heads {
    /// By each agent's own noun.
    own: ByKey,
    /// By its role.
    role: ByKey,
    /// Whether the role is of some body: "president of the trust".
    role_of: Vec<bool>,
}

impl Heads {
    fn push(&mut self, own: Option<u64>, role: Option<&str>) {
        self.own.push(own);
        self.role.push(role.and_then(role_key));
        self.role_of.push(role.is_some_and(|role| holds_word(role, "of")));
    }

    fn set_role(&mut self, agent: usize, role: &str) {
        self.role.set(agent, role_key(role));
        self.role_of[agent] = holds_word(role, "of");
    }
}

/// So much of a name as rules most others out.
#[derive(Debug, Default, Clone, Copy)]
struct Brief {
    words: usize,
    /// Of the last word.
    key: u64,
    /// Of the first word.
    first: u64,
    /// The first letter of the first word.
    initial: Option<char>,
    /// Whether the family name may stand first: "Chang Chun-hsiung".
    family_first: bool,
}

impl Brief {
    fn of(reading: &Reading<'_>, name: &Name) -> Self {
        let (Some(first), Some(last)) = (name.words(reading).next(), name.last(reading)) else {
            return Self::default();
        };
        let family_first = name.len() >= 3 || name.len() == 2 && is_family_first(reading.str(first), reading.str(last));
        let initial = reading.str(first).chars().find(|c| c.is_alphabetic()).and_then(|c| c.to_lowercase().next());
        let (key, first) = (reading.token(last).key, reading.token(first).key);
        Self { words: name.len(), key, first, initial, family_first }
    }

    /// Whether [`names_alike`] may hold: one surname, or one word that may be an acronym or the first of three.
    fn may_be(self, later: Brief) -> bool {
        let short = |one: Brief, other: Brief| one.words == 1 && other.family_first && one.initial == other.initial;
        let first = |full: Brief, one: Brief| one.words == 1 && full.words >= 2 && full.first == one.key;
        self.key == later.key || first(self, later) || first(later, self) || short(self, later) || short(later, self)
    }
}

#[derive(Debug, Clone, Copy)]
struct Latest {
    token: usize,
    sentence: usize,
    block: usize,
    spoke: bool,
    subject: bool,
}

/// Where a mention stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of its block.
    pub block: usize,
    /// Whether it is the source of an attribution.
    pub speaks: bool,
    /// Whether it stands first in its sentence.
    pub subject: bool,
    /// The agent inside whose words it stands.
    pub outer: Option<usize>,
    /// The one of whom the words speak in which it stands: "accused |Quill of lying when he said".
    pub accused: Option<usize>,
    /// Where the words begin and end that it is said to speak, if it stands outside them.
    pub own: Option<(usize, usize)>,
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
    /// Nobody met yet, in a copy that names the bearers of these surnames (keys) in full, and these holders of offices; about `many` agents are to come.
    pub fn knowing(surnames: FxHashSet<u64>, holders: Holders, many: usize) -> Self {
        let (agents, latest, names) = (Vec::with_capacity(many), Vec::with_capacity(many), Vec::with_capacity(many));
        let called = ByKey::with_capacity(many);
        let heads = Heads { own: ByKey::with_capacity(many), ..Heads::default() };
        Self { surnames, holders, agents, latest, names, called, heads, ..Self::default() }
    }

    /// The agent of a mention; a new one if no earlier one fits.
    pub fn meet(&mut self, reading: &Reading<'a>, mut description: Description, place: Place) -> Resolved {
        if self.is_surname_of_known(reading, &description) {
            (description.kind, description.known) = (AgentKind::Person, None);
        }
        if self.is_family(reading, &description) {
            (description.kind, description.plural) = (AgentKind::Group, true);
        } else if self.is_surname(reading, &description) {
            description.kind = AgentKind::Person;
        } else if let Some(office) = lone_office(reading, &description) {
            description = office;
        }
        let found = match description.sort {
            Sort::Pronoun => self.by_pronoun(reading, &description, &place),
            Sort::Name => self.by_name(reading, &description, &place),
            Sort::Definite => self.by_description(reading, &description, &place),
            Sort::Indefinite => self.by_same_words(reading, &description, &place),
        };
        let resolved = found.unwrap_or_else(|| {
            let sure = description.sort != Sort::Pronoun;
            Resolved { agent: self.introduce(reading, &description), sure, candidates: Vec::new() }
        });
        self.note(reading, resolved.agent, &description, &place);
        resolved
    }

    /// The agent that a mention at the token was of, if that is among the latest.
    pub fn mentioned_at(&self, token: usize) -> Option<usize> {
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        near.rev().find(|index| self.agents[*index].mentions.last().is_some_and(|last| last.start == token))
    }

    /// The body that spoke or acted last, where that was in the sentence or the one before it.
    pub fn body_heard(&self, sentence: usize) -> Option<usize> {
        let acts = |index: usize| {
            let country = matches!(self.agents[index].known, Some(Known::Country(_)));
            self.latest[index].subject && !country
        };
        let stands = |index: usize| self.latest[index].spoke || acts(index);
        let body = |index: &usize| self.agents[*index].kind == AgentKind::Organisation && stands(*index);
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        self.latest(near.filter(body)).filter(|index| self.latest[*index].sentence + 1 >= sentence)
    }

    /// What kind those are of whom the copy spoke last, where they are more than one.
    pub fn latest_several(&self) -> Option<AgentKind> {
        self.latest_of(|agent| agent.plural).map(|index| self.agents[index].kind)
    }

    /// "Quill", where the copy has "Ada Quill" somewhere.
    fn is_surname(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let lone = of.kind == AgentKind::Organisation && of.known.is_none() && of.name.len() == 1;
        lone && of.name.first_key(reading).is_some_and(|name| self.surnames.contains(&name))
    }

    /// "Dell" where the copy has "Minister Graziano Dell", and nothing of the company.
    fn is_surname_of_known(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let Some(known @ (Known::Body(_) | Known::Outlet(_))) = of.known else { return false };
        let lone = of.name.len() == 1 && of.range.len() == 1 && !self.by_known.contains_key(&known);
        let bears = |name: u64| {
            let person =
                |index: &usize| self.agents[*index].kind == AgentKind::Person && self.names[*index].key == name;
            self.named.iter().rev().take(MEMORY).any(person)
        };
        lone && of.name.first_key(reading).is_some_and(bears)
    }

    /// "the Connollys", where the copy has "Pat Connolly" somewhere.
    fn is_family(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let several = of.name.len() == 1 && of.known.is_none() && reading.is_word(of.range.start, "the");
        let name = of.name.last(reading).filter(|_| several && of.range.len() == 2);
        let one = name.and_then(|name| reading.str(name).strip_suffix('s'));
        one.is_some_and(|one| self.surnames.contains(&in_brief(one)))
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
            mentions: Vec::new(),
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

    fn introduce(&mut self, reading: &Reading<'a>, description: &Description) -> usize {
        // which Times it is, the copy has not told: it stays "Times"
        let known = description.known.filter(|_| !description.short);
        if let Some(known) = known {
            self.by_known.insert(known, self.agents.len());
        }
        let met = Agent {
            kind: description.kind,
            canonical: canonical(reading, description, known),
            known,
            name: description.name.clone(),
            noun: description.noun,
            role: description.role.as_ref().map(|role| text(reading, role)),
            affiliation: description.affiliation.as_ref().map(|body| text(reading, body)),
            acts_for: None,
            number: description.number,
            anonymity_reason: None,
            gender: description.gender,
            plural: description.plural,
            mentions: Vec::new(),
            spoke: false,
        };
        if known.is_none() && !met.name.is_empty() {
            self.named.push(self.names.len());
            self.names.push(Brief::of(reading, &met.name));
        } else {
            self.names.push(Brief::default());
        }
        self.called.push(met.plural.then(|| words_key(reading, &bare_name(reading, description))));
        self.heads.push(met.noun.map(|noun| reading.token(noun).key), met.role);
        self.latest.push(Latest { token: 0, sentence: 0, block: 0, spoke: false, subject: false });
        self.agents.push(met);
        self.agents.len() - 1
    }

    fn note(&mut self, reading: &Reading<'a>, agent: usize, description: &Description, place: &Place) {
        if description.sort == Sort::Name && description.name.len() == 1 && description.known.is_none() {
            self.by_words.insert(words_key(reading, &description.range), agent);
        }
        self.note_body_noun(reading, agent, description);
        self.note_fuller_name(reading, agent, description);
        self.note_outlet(reading, agent, description);
        let known = &mut self.agents[agent];
        known.spoke |= place.speaks;
        if known.kind == AgentKind::Anonymous && is_office_of(reading, description) {
            known.kind = AgentKind::Person;
            known.canonical = canonical(reading, description, None);
        }
        known.kind = noted_kind(known, description);
        if known.mentions.last() != Some(&description.range) {
            known.mentions.push(description.range.clone());
        }
        // "the company, Nordbahn": the name behind the comma is a mention of its own
        known.mentions.extend(apposed(description));
        known.gender = known.gender.or(description.gender);
        if let Some(role) = description.role.as_ref().filter(|_| known.role.is_none()) {
            let role = text(reading, role);
            known.role = Some(role);
            self.heads.set_role(agent, role);
        }
        known.affiliation = known.affiliation.or(description.affiliation.as_ref().map(|body| text(reading, body)));
        self.note_place(agent, description, place);
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
    fn note_place(&mut self, agent: usize, description: &Description, place: &Place) {
        let before = Some(self.latest[agent]).filter(|before| before.sentence == place.sentence && before.token > 0);
        self.latest[agent] = Latest {
            token: description.range.start,
            sentence: place.sentence,
            block: place.block,
            spoke: place.speaks || before.is_some_and(|before| before.spoke),
            subject: place.subject || before.is_some_and(|before| before.subject),
        };
    }

    fn by_name(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        if let Some(agent) = self.by_introduced_acronym(reading, description) {
            return Some(sure(agent));
        }
        match description.known {
            Some(Known::Outlet(index)) => self.outlet(reading, index, description).map(sure),
            Some(known) => self.by_known.get(&known).copied().map(sure),
            None => self.person_or_body(reading, description, place),
        }
    }

    /// "the NAO" after "the National Audit Office (NAO)"
    fn by_introduced_acronym(&self, reading: &Reading<'_>, description: &Description) -> Option<usize> {
        let alone = description.name.len() == 1 || description.known.is_some();
        let last = description.name.last_key(reading).filter(|_| alone && !self.by_acronym.is_empty())?;
        self.by_acronym.get(&last).copied()
    }

    /// An outlet by its name; a short name means the one that the copy has introduced last.
    fn outlet(&self, reading: &Reading<'_>, index: u32, description: &Description) -> Option<usize> {
        if let Some(found) = self.by_known.get(&Known::Outlet(index)) {
            return Some(*found);
        }
        // "the Irish Times" is another than the New York Times, though both are "the Times"
        let short = if description.short { short_outlets(reading, &description.range) } else { Vec::new() };
        let introduced =
            |agent: &Agent<'_>| matches!(agent.known, Some(Known::Outlet(known)) if short.contains(&known));
        let unsettled = |agent: &Agent<'_>| {
            let nameless = agent.kind == AgentKind::Outlet && agent.known.is_none() && !agent.plural;
            let same_end = agent.name.last_key(reading) == description.name.last_key(reading);
            // "Nikkei: …" in the headline, "the Nikkei business daily" in the lead
            let may_be = || agent.mentions.first().is_some_and(|first| short_outlets(reading, first).contains(&index));
            nameless && (same_end || may_be())
        };
        self.latest_of(introduced).or_else(|| self.latest_of(unsettled))
    }

    /// A full name given before, or a surname or acronym of one. A surname that several bear is the one's who stands out.
    fn person_or_body(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let name = &description.name;
        if name.is_empty() {
            return None;
        }
        let brief = Brief::of(reading, name);
        let first = self.agents.len().saturating_sub(MEMORY);
        let near = self.named.iter().copied().rev().take_while(|index| *index >= first);
        let likely: Vec<usize> = near.filter(|index| self.names[*index].may_be(brief)).collect();
        let same = likely.iter().copied().filter(|index| self.agents[*index].name.is_same(reading, name));
        if let Some(agent) = same.max_by_key(|index| self.latest[*index].token) {
            return Some(sure(agent));
        }
        let joint = |name: &Name| name.words(reading).any(|at| reading.is_word(at, "and"));
        let alike = |agent: &Agent<'_>| {
            // "the bank, Hollin", and "Piers Hollin"
            let body = agent.kind == AgentKind::Organisation && agent.role.is_some();
            let other_sort = body && description.kind == AgentKind::Person && name.len() > 1;
            let several = joint(&agent.name) || joint(name);
            let words = names_alike(agent.name.strs(reading), name.strs(reading));
            // "Toyora" in the headline, "Toyora Corp" in the lead
            let firm = description.kind == AgentKind::Organisation && agent.kind == AgentKind::Organisation;
            let first = is_first_of(reading, &agent.name, name)
                || is_given_name_of(reading, agent, name)
                || is_named_in_full(reading, agent, description)
                || firm && is_first_of(reading, name, &agent.name);
            let same = words || first || is_end_of(reading, &agent.name, name);
            !several && !other_sort && same && genders_fit(agent, description)
        };
        let bearers = likely.into_iter().filter(|index| alike(&self.agents[*index]));
        let before = self.by_words.get(&words_key(reading, &description.range));
        let called_so = |index: usize| A_NAMESAKE * i64::from(before == Some(&index));
        let salience = |index: usize| (self.salience(index, place) + called_so(index), self.latest[index].token, index);
        most_salient(bearers.map(salience).collect(), A_NAMESAKE)
            .or_else(|| self.by_office(reading, description, place))
            .or_else(|| self.office_just_told_of(reading, description, place))
            .or_else(|| self.by_last_word(reading, description))
    }

    /// "the Commission" after "the European Commission".
    fn by_last_word(&self, reading: &Reading<'_>, description: &Description) -> Option<Resolved> {
        let body = description.kind == AgentKind::Organisation && description.name.len() == 1;
        let word = description.name.last(reading).filter(|_| body)?;
        let named = |index: &usize| {
            let agent = &self.agents[*index];
            agent.kind == AgentKind::Organisation && agent.name.len() > 1 && agent.known.is_some()
        };
        let sort = reading.token(word).is(Classes::ORGANISATION_NOUN);
        sort.then(|| self.latest(self.heads.own.with(reading.token(word).key).filter(named)).map(sure))?
    }

    /// "Ukraine's president said P. 'Q,' |Volodymyr Zelenskiy said": a full name that nothing introduces, where an office spoke last.
    fn office_just_told_of(&self, reading: &Reading<'_>, of: &Description, place: &Place) -> Option<Resolved> {
        let bare =
            of.role.is_none() && of.affiliation.is_none() && of.name.len() >= 2 && of.name.len() == of.range.len();
        if !bare || of.kind != AgentKind::Person || of.plural || !place.speaks {
            return None;
        }
        let last = self.latest_of(|agent| agent.spoke)?;
        let (agent, latest) = (&self.agents[last], self.latest[last]);
        let fits = latest.spoke && latest.sentence + 1 == place.sentence;
        (fits && is_unnamed_holder(reading, agent) && genders_fit(agent, of)).then(|| sure(last))
    }

    /// "Minister Kadri Saar" after "Estonia's foreign minister", who had no name yet.
    fn by_office(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let role =
            description.role.as_ref().filter(|_| description.kind == AgentKind::Person && !description.plural)?;
        let office = role_key(text(reading, role))?;
        let may_be = |index: &usize| {
            let agent = &self.agents[*index];
            let near = self.latest[*index].sentence + NAMED_WITHIN >= place.sentence;
            let terse = || agent.mentions.first().is_some_and(|first| is_terse(reading, agent, first));
            (near || terse())
                && genders_fit(agent, description)
                && may_hold(reading, agent, role, &self.holders, place.speaks)
        };
        self.latest(self.heads.own.with(office).filter(may_be)).map(sure)
    }

    /// "the ministry", "the minister"; "the Kansas Republican" is rather the last speaker than any other Republican.
    fn by_description(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let speaker = || self.by_epithet(reading, description, place);
        let noun = || self.by_noun(reading, description, place);
        let found = if description.range.len() > 2 { speaker().or_else(noun) } else { noun().or_else(speaker) };
        found
            .or_else(|| self.by_title(reading, description, place))
            .or_else(|| self.in_headline(reading, description, place).map(sure))
    }

    /// "the general" after "the army chief, General Ada Quill", "the minister" after "Business Secretary Ada Quill".
    fn by_title(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let noun = description.noun.filter(|_| place.speaks && is_bare_title(reading, description))?;
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        let goes_by = |index: &usize| {
            let agent = &self.agents[*index];
            let last = self.latest[*index].sentence + 1 >= place.sentence && self.latest[*index].spoke;
            last && is_one_person(agent) && !agent.name.is_empty() && has_title(reading, agent, noun)
        };
        self.latest(near.filter(goes_by)).map(sure)
    }

    /// "the former Norway midfielder": whoever spoke in this sentence or the one before it.
    fn by_epithet(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        if !place.speaks || !is_epithet(reading, description) {
            return None;
        }
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        let spoke = |index: &usize| {
            let (agent, latest) = (&self.agents[*index], self.latest[*index]);
            let last = latest.spoke && latest.sentence + 1 >= place.sentence && place.outer != Some(*index);
            last && is_one_person(agent) && !agent.name.is_empty() && genders_fit(agent, description)
        };
        let salience = |index: usize| (self.salience(index, place), self.latest[index].token, index);
        most_salient(near.filter(spoke).map(salience).collect(), A_RIVAL)
    }

    /// "the ministry", "the newspaper", "the minister"
    fn by_noun(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let noun = description.noun?;
        let plural = description.plural;
        let placed = |at: usize| reading.token(at).is(Classes::NAME_ADJECTIVE);
        let which = modifiers(reading, &description.range);
        let which = if which.clone().all(placed) { which.end..which.end } else { which };
        let key = reading.token(noun).key;
        let owner = owner_of(reading, &description.range);
        let nation = nation_in(reading, &description.range);
        let of_nation = |agent: &Agent<'_>| nation.is_none_or(|nation| !is_of_another_nation(reading, agent, nation));
        let same_noun = |index: &usize| {
            let agent = &self.agents[*index];
            agent.plural == plural
                && of_nation(agent)
                && owner.is_none_or(|owner| may_belong(agent, reading.str(owner)))
                && agent.kind != AgentKind::Unknown
                && which.clone().all(|at| {
                    holds_word(&agent.canonical, reading.str(at)) || agent.name.has(reading, reading.token(at).key)
                })
        };
        let by_noun = || self.latest(self.heads.own.with(key).filter(same_noun));
        let in_role = |index: &usize| {
            let role = self.agents[*index].role.unwrap_or_default();
            of_nation(&self.agents[*index])
                && owner.is_none_or(|owner| may_belong(&self.agents[*index], reading.str(owner)))
                && which.clone().all(|at| holds_word(role, reading.str(at)))
        };
        let by_role = || self.heads.role.with(key).filter(in_role);
        // "Kazakhstan's energy minister", whom the copy does not name
        let unnamed_office = |index: &usize| self.agents[*index].kind == AgentKind::Person && self.agents[*index].spoke;
        let offices = || self.heads.own.with(key).filter(unnamed_office).filter(same_noun);
        let is_noun = |word: &str| reading.is_word(noun, word);
        let found = match description.kind {
            AgentKind::Outlet if tells_sort(reading, &which) && which.len() + 2 == description.range.len() => {
                by_noun().or_else(|| self.outlet_by_noun(reading, noun))
            }
            // "its Telegram channel" is no outlet named before
            AgentKind::Outlet if !which.is_empty() || is_owned(reading, description) => by_noun(),
            // "spoke to the media": nobody in particular
            AgentKind::Outlet if reading.stand_in(noun).is_none() => by_noun(),
            AgentKind::Outlet => self.outlet_by_noun(reading, noun),
            AgentKind::Organisation if is_noun("agency") && description.range.len() == 2 => {
                let is_agency = |noun: usize| reading.is_word(noun, "agency");
                let agency = |agent: &Agent<'_>| {
                    outlet_sort(reading, agent) == Some("agency") || agent.noun.is_some_and(is_agency)
                };
                self.latest_of(agency).or_else(|| self.by_sort_of_body(reading, description, place))
            }
            AgentKind::Document if is_noun("report") && description.range.len() == 2 => {
                by_noun().or_else(|| self.latest_of(|agent| agent.kind == AgentKind::Outlet))
            }
            // "the president" is President Quill and no president of a trust
            _ => self
                .latest(by_role().filter(|index| !self.heads.role_of[*index]).chain(offices()))
                .or_else(|| self.latest(by_role()))
                .or_else(by_noun)
                .or_else(|| self.by_sort_of_body(reading, description, place)),
        };
        found.map(sure)
    }

    /// "the newspaper": the latest newspaper; "the outlet": the latest of any sort.
    fn outlet_by_noun(&self, reading: &Reading<'_>, noun: usize) -> Option<usize> {
        let wanted = reading.lexicon.outlet_type(reading.token(noun).word);
        // "learned of it from a newspaper": one without a name stands only where it spoke
        let stands = |agent: &Agent<'_>| agent.known.is_some() || !agent.name.is_empty() || agent.spoke;
        let fits = |agent: &Agent<'_>| {
            let wanted = wanted.is_none() || outlet_sort(reading, agent) == wanted;
            agent.kind == AgentKind::Outlet && stands(agent) && wanted
        };
        let unsorted = |agent: &Agent<'_>| agent.kind == AgentKind::Outlet && outlet_sort(reading, agent).is_none();
        // where no outlet has been named, "the paper" is the study
        let document = |agent: &Agent<'_>| agent.kind == AgentKind::Document;
        let reporter = |agent: &Agent<'_>| {
            let noun = agent.noun.map_or(Classes::empty(), |noun| known_classes(reading, noun));
            let unknown = agent.known.is_none() && agent.name.len() >= 2 && agent.spoke && agent.role.is_none();
            // "Blue Strait Lines" is named for things
            let paper = !noun.intersects(Classes::SOURCE_NOUN.union(Classes::PLURAL));
            agent.kind == AgentKind::Organisation && unknown && paper
        };
        let named = self.latest_of(fits).or_else(|| self.latest_of(unsorted));
        // "The Daily Lantern reported P. The paper said Q.": a name that the lists do not know, and that spoke last
        let place = |agent: usize| self.latest[agent].token;
        let later = |agent: &usize| self.latest[*agent].spoke && named.is_none_or(|known| place(known) < place(*agent));
        if let Some(unknown) = self.latest_of(reporter).filter(later).filter(|agent| self.spoke_last(*agent)) {
            return Some(unknown);
        }
        named.or_else(|| wanted.and_then(|_| self.latest_of(document)))
    }

    /// Whether nobody has spoken since.
    fn spoke_last(&self, agent: usize) -> bool {
        let since = self.latest_of(|other| other.spoke);
        since == Some(agent)
    }

    /// "the company", "the group": the latest body that has a name.
    fn by_sort_of_body(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let noun = description.noun?;
        let whom = reading.stand_in(noun).filter(|whom| whom.is_body() || whom.is_outlet_type())?;
        let called = reading.token(noun).key;
        let fits = |index: &usize| {
            let agent = &self.agents[*index];
            agent.kind == AgentKind::Organisation
                && !agent.name.is_empty()
                && !matches!(agent.known, Some(Known::Country(_)))
                && self.may_be_called(reading, *index, whom, called)
        };
        let near = || (self.agents.len().saturating_sub(MEMORY)..self.agents.len()).rev();
        let spoken = |index: &usize| fits(index) && self.agents[*index].spoke;
        let just_spoke = |index: &usize| spoken(index) && self.latest[*index].sentence + 1 >= place.sentence;
        // "a |company spokesman", "the company", "the |Kyoto-based firm", "the |Swedish automaker"
        let range = &description.range;
        let told_of = |classes: Classes| range.len() == 3 && reading.token(range.start + 1).is(classes);
        if range.len() <= 2 || told_of(Classes::NAME_ADJECTIVE | Classes::DEMONYM) {
            let stands_out = |index: &usize| (self.salience(*index, place), self.latest[*index].token);
            let least = if whom == StandIn::OwnBody { OWN_BODY_NEAR } else { 1 };
            let close = |index: &usize| self.salience(*index, place) >= least;
            let heard = |index: &usize| spoken(index) && (whom != StandIn::OwnBody || close(index));
            let silent = || near().filter(fits).filter(close).max_by_key(stands_out);
            return self.latest(near().filter(heard)).or_else(silent);
        }
        // "the nonpartisan agency"; "the other company" is another
        let another =
            reading.is_any(range.start + 1, keys!["other", "same", "parent", "rival", "new", "local", "former"]);
        let more_of = told_of(Classes::ADJECTIVE) && reading.is_word(range.start, "the") && !another;
        more_of.then(|| self.latest(near().filter(just_spoke)))?
    }

    /// Whether a body with a name may be called by a noun (its key). What has been "the company", or is named for things ("Blue Strait
    /// Lines"), is not "the union".
    fn may_be_called(&self, reading: &Reading<'_>, index: usize, whom: StandIn, noun: u64) -> bool {
        let own = whom == StandIn::OwnBody;
        let named_for_things = || {
            let head = self.agents[index].noun.map_or(Classes::empty(), |head| known_classes(reading, head));
            head.contains(Classes::PLURAL) && !head.intersects(Classes::SOURCE_NOUN)
        };
        if self.is_of_another_sort(reading, index, noun) {
            return false;
        }
        match self.body_nouns.get(&index) {
            Some((sort, other)) => *other == noun || *sort == whom && !own,
            None => !(own && named_for_things()),
        }
    }

    /// A council or a ministry, which is no bank and no company.
    fn is_of_another_sort(&self, reading: &Reading<'_>, index: usize, called: u64) -> bool {
        const ANY_BODY: &[u64] =
            keys!["group", "organisation", "organization", "body", "institution", "agency", "watchdog", "regulator"];
        let sort = self.agents[index].noun.filter(|noun| reading.token(*noun).is(Classes::ORGANISATION_NOUN));
        let told =
            sort.is_some_and(|noun| reading.stand_in(noun).is_none() && !reading.token(noun).is(Classes::ABBREVIATION));
        told && !ANY_BODY.contains(&called)
    }

    /// "U.S. officials" twice is one agent, as far as can be told.
    fn by_same_words(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let same = self.latest(self.called.with(words_key(reading, &description.range)));
        same.or_else(|| self.lone_body(reading, description))
            .or_else(|| self.in_headline(reading, description, place))
            .map(sure)
    }

    /// "police said" where the copy has named one police, "Larkhaven Police".
    fn lone_body(&self, reading: &Reading<'_>, description: &Description) -> Option<usize> {
        let bare = description.kind == AgentKind::Organisation && description.range.len() == 1;
        let noun = description.noun.filter(|_| bare)?;
        let named = |index: &usize| !self.agents[*index].name.is_empty();
        let mut named = self.heads.own.with(reading.token(noun).key).filter(named);
        named.next().filter(|_| named.next().is_none())
    }

    /// "a study" that a headline without articles has called "study".
    fn in_headline(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let one = !description.plural && reading.is_any(description.range.start, keys!["a", "an", "the"]);
        let noun = description.noun.filter(|_| one && place.speaks)?;
        let is_it = |index: &usize| {
            let agent = &self.agents[*index];
            let near = self.latest[*index].sentence + NAMED_WITHIN >= place.sentence;
            let once = agent.mentions.len() == 1 && agent.kind == description.kind && !agent.plural;
            near && once && agent.mentions[0].len() == 1 && is_terse(reading, agent, &agent.mentions[0])
        };
        self.latest(self.heads.own.with(reading.token(noun).key).filter(is_it))
    }

    fn by_pronoun(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let at = description.range.start;
        let wanted: fn(&Agent<'_>) -> bool = match () {
            () if reading.is_any(at, keys!["he", "him", "his"]) => {
                |a| is_one_person(a) && a.gender != Some(Gender::Feminine)
            }
            () if reading.is_any(at, keys!["she", "her", "hers"]) => {
                |a| is_one_person(a) && a.gender != Some(Gender::Masculine)
            }
            () if is_aged(reading, &description.range) => is_one_person,
            () if reading.is_any(at, keys!["it", "its"]) => |a| {
                let body = matches!(a.kind, AgentKind::Outlet | AgentKind::Organisation);
                !a.plural && (body || a.kind == AgentKind::Document && a.spoke)
            },
            () if reading.is_any(at, keys!["they", "them", "their"]) => |a| are_several(a) || is_body_that_spoke(a),
            () => return None,
        };
        let named: fn(&Agent<'_>) -> bool =
            |agent| agent.kind == AgentKind::Organisation && agent.known.is_none() && agent.name.len() == 1;
        let he = description.kind == AgentKind::Person;
        let mut spoken_of = names_in(reading, place.own);
        spoken_of.extend(names_in(reading, fronted_phrase(reading, at, place.sentence)));
        let sort = (description.gender, description.plural);
        let salient = |fits: fn(&Agent<'_>) -> bool| self.most_salient(fits, place, &spoken_of, sort);
        let found = salient(wanted).or_else(|| he.then(|| salient(named)).flatten());
        let near = |found: &Resolved| self.latest[found.agent].sentence + NEAR_SPEAKER >= place.sentence;
        let subject = || self.own_subject(reading, description, place).map(sure);
        found.clone().filter(near).or_else(subject).or(found)
    }

    /// "Nordbahn AG will close two plants, |it said": what is said, and nobody else near, tells of the speaker.
    fn own_subject(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let at = description.range.start;
        let (start, end) = place.own.filter(|(_, end)| place.speaks && *end <= at)?;
        let fits = |agent: &Agent<'_>| match description.kind {
            AgentKind::Person => is_one_person(agent) && genders_fit(agent, description),
            _ if description.plural => are_several(agent) || agent.kind == AgentKind::Organisation,
            _ => !agent.plural && matches!(agent.kind, AgentKind::Outlet | AgentKind::Organisation),
        };
        let is_subject = |index: usize| {
            let latest = self.latest[index];
            let quoted = reading.tokens.is_quoted(latest.token);
            (start..end).contains(&latest.token) && latest.subject && !quoted
        };
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        self.latest(near.filter(|index| is_subject(*index) && fits(&self.agents[*index])))
    }

    /// The agent that stands out most among those that fit: near, a speaker, a subject.
    fn most_salient(
        &self,
        fits: impl Fn(&Agent<'_>) -> bool,
        place: &Place,
        named: &[u64],
        (gender, plural): (Option<Gender>, bool),
    ) -> Option<Resolved> {
        // who is known to be a woman is likelier "she" than one of whom that is not known; most whom the copy calls "he" are so
        let weight = if gender == Some(Gender::Feminine) { 6 } else { 2 };
        let of_gender = |index: usize| weight * i64::from(gender.is_some() && self.agents[index].gender == gender);
        let one_body = |index: usize| plural && !are_several(&self.agents[index]);
        // "The council says residents know that they …": rather those of whom it speaks
        let of_number = |index: usize| {
            A_BODY * (i64::from(one_body(index)) + i64::from(one_body(index) && place.outer == Some(index)))
        };
        let prior = |index: usize| self.salience(index, place) + of_gender(index) - of_number(index);
        let salience = |index: usize| (prior(index), self.latest[index].token, index);
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        // most are too far back, which is soonest told
        let salient = near.rev().map(salience).filter(|(salience, ..)| *salience > 0);
        let is_named = |index: usize| self.names[index].words > 0 && named.contains(&self.names[index].key);
        let may_be =
            |index: usize| fits(&self.agents[index]) && !self.is_in_own_words(index, place) && !is_named(index);
        most_salient(salient.filter(|(.., index)| may_be(*index)).collect(), A_RIVAL)
    }

    /// Whether the agent has been met only in the words that this source is said to speak: "'My wife said so,' he said".
    fn is_in_own_words(&self, index: usize, place: &Place) -> bool {
        let first = self.agents[index].mentions.first();
        place.own.is_some_and(|(start, end)| first.is_some_and(|mention| (start..end).contains(&mention.start)))
    }

    fn salience(&self, index: usize, place: &Place) -> i64 {
        let latest = self.latest[index];
        let distance = place.sentence.saturating_sub(latest.sentence) as i64;
        let own = if place.outer == Some(index) { 12 } else { 18 * i64::from(place.accused == Some(index)) };
        let apart = 5 * i64::from(latest.block != place.block);
        40 - 6 * distance - apart + 9 * i64::from(latest.spoke) + 5 * i64::from(latest.subject) + own
    }

    fn latest_of(&self, fits: impl Fn(&Agent<'_>) -> bool) -> Option<usize> {
        let near = self.agents.len().saturating_sub(MEMORY)..self.agents.len();
        self.latest(near.rev().filter(|index| fits(&self.agents[*index])))
    }

    /// The one met last of these.
    fn latest(&self, those: impl Iterator<Item = usize>) -> Option<usize> {
        those.max_by_key(|index| self.latest[*index].token)
    }
}

/// How many agents back a mention may reach; keeps the work linear.
pub(super) const MEMORY: usize = 256;

/// How much a body must stand out to be "the union": met in the last three sentences.
const OWN_BODY_NEAR: i64 = 22;

/// How many sentences back a pronoun's speaker stands rather than in the words that the pronoun speaks.
const NEAR_SPEAKER: usize = 2;

/// How many sentences on the copy names the holder of an office; who has the same title further on may be somebody else.
const NAMED_WITHIN: usize = 3;

/// By how much the one that "he" means must stand out.
const A_RIVAL: i64 = 3;
/// By how much a body stands out less than several people do where the copy has "they": two sentences.
const A_BODY: i64 = 12;
/// By how much the one that a surname means must, where another bears it: two sentences.
const A_NAMESAKE: i64 = 12;

/// The one that stands out most, of (salience, latest token, agent); unsure where others stand out about as much.
fn most_salient(mut ranked: Vec<(i64, usize, usize)>, margin: i64) -> Option<Resolved> {
    ranked.sort_by(|a, b| b.cmp(a));
    let (best, _, agent) = *ranked.first()?;
    let rivals: Vec<usize> =
        ranked.iter().skip(1).filter(|(s, ..)| best - s < margin).map(|(.., index)| *index).collect();
    Some(Resolved { agent, sure: rivals.is_empty(), candidates: rivals })
}

/// The name that stands last in a mention, behind more than a role.
fn apposed(description: &Description) -> Option<Range<usize>> {
    let name = description.name_range.clone().filter(|name| name.end <= description.range.end);
    let role = description.role.as_ref()?;
    name.filter(|name| role.end + 1 == name.start && role.start < name.start)
}

/// "Judge rejects bid", "Director of 'Saltmarsh' says": a capital word for an office is no name of a body.
fn lone_office(reading: &Reading<'_>, of: &Description) -> Option<Description> {
    let head = of.noun.filter(|_| of.name.len() == 1 && of.known.is_none() && of.kind == AgentKind::Organisation)?;
    let token = reading.token(head);
    let is_number = |at: usize| reading.tag(at) == Tag::Number;
    let office = token.is(Classes::PERSON_NOUN | Classes::ROLE) && !token.is(Classes::PLURAL | Classes::GIVEN_NAME);
    // "14:10 |Mayor: stay indoors"
    let others = |noun: Range<usize>| noun.start..head;
    let alone = reading.phrases.noun_at(head).map(others).is_some_and(|mut before| before.all(is_number));
    (office && alone).then(|| Description {
        role: None,
        sort: Sort::Definite,
        kind: AgentKind::Person,
        name: Name::default(),
        name_range: None,
        ..of.clone()
    })
}

/// The last word of the name that owns: "Merz" of "Chancellor Friedrich Merz's spokesman".
fn owner_of(reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
    let mark = range.clone().find(|at| reading.tag(*at) == Tag::Possessive)?;
    mark.checked_sub(1).filter(|owner| *owner >= range.start && reading.tag(*owner) == Tag::Proper)
}

/// Whether an agent may belong to an owner: it does to no other, as far as the copy tells. "Russia" is told of by "Russian Defence Minister".
fn may_belong(agent: &Agent<'_>, owner: &str) -> bool {
    if agent.affiliation.is_none() {
        return true;
    }
    let stem = lower_case(nation_stem(owner)).into_owned();
    let told = [Some(&*agent.canonical), agent.affiliation, agent.role].into_iter().flatten();
    told.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).any(|word| lower_case(word).starts_with(&stem))
}

/// "Uzbek" of "the Uzbek minister", "Kazakhstan" of "Kazakhstan's minister".
fn nation_in(reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
    let base = base_phrase(reading, range);
    (base.start..base.end.saturating_sub(1)).find(|at| is_nation(reading.token(*at).classes))
}

fn is_nation(classes: Classes) -> bool {
    classes.intersects(Classes::COUNTRY | Classes::DEMONYM)
}

/// Whether the copy has told of which country's office or body the agent is, and that it is another's: "Uzbek Energy Minister".
fn is_of_another_nation(reading: &Reading<'_>, agent: &Agent<'_>, nation: usize) -> bool {
    let stem = lower_case(nation_stem(reading.str(nation))).into_owned();
    let told = [Some(&*agent.canonical).filter(|_| agent.name.is_empty()), agent.role].into_iter().flatten();
    let words = told.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).take(MOST_OF_ROLE));
    let mut nations =
        words.filter(|word| is_nation(reading.lexicon.word(reading.lexicon.id_of(in_brief(word))).classes)).peekable();
    nations.peek().is_some() && !nations.any(|word| lower_case(word).starts_with(&stem))
}

/// How many words of a role are asked for a nation.
const MOST_OF_ROLE: usize = 12;

/// "the |business daily": words that tell a sort of outlet and not which one.
fn tells_sort(reading: &Reading<'_>, which: &Range<usize>) -> bool {
    !which.is_empty()
        && which.clone().all(|at| reading.is_any(at, keys!["business", "finance", "news", "trade", "sports"]))
}

/// "its channel", "their paper"
fn is_owned(reading: &Reading<'_>, description: &Description) -> bool {
    reading.token(description.range.start).is(Classes::POSSESSIVE_DETERMINER)
}

/// "Orrin" of "Orrin Foods", "Freddy" of "Freddy Quill": the first word alone, if it is no common one.
fn is_first_of(reading: &Reading<'_>, full: &Name, later: &Name) -> bool {
    let one = later.last(reading).filter(|_| full.len() > 1 && later.len() == 1);
    let is_first = |at: &usize| full.first_key(reading) == Some(reading.token(*at).key);
    one.filter(is_first).is_some_and(|at| known_classes(reading, at).difference(NAMES).is_empty())
}

/// "Pat" of "Pat Connolly": a given name, though it is a word too.
fn is_given_name_of(reading: &Reading<'_>, agent: &Agent<'_>, later: &Name) -> bool {
    let one = later.last(reading).filter(|_| agent.kind == AgentKind::Person && later.len() == 1);
    let is_first = |at: &usize| agent.name.len() > 1 && agent.name.first_key(reading) == Some(reading.token(*at).key);
    one.filter(is_first).is_some_and(|at| reading.token(at).is(Classes::GIVEN_NAME))
}

/// "Elias Saab" after "her father, Elias".
fn is_named_in_full(reading: &Reading<'_>, agent: &Agent<'_>, full: &Description) -> bool {
    let one = agent.name.last(reading).filter(|_| agent.kind == AgentKind::Person && agent.name.len() == 1);
    let told = full.kind == AgentKind::Person && full.name.len() == 2 && agent.role.is_some();
    let is_first = |at: &usize| full.name.first_key(reading) == Some(reading.token(*at).key);
    one.filter(|at| told && is_first(at)).is_some_and(|at| reading.token(at).is(Classes::GIVEN_NAME))
}

/// "the Defence Ministry" of "the Russian Defence Ministry", and that of "Russia's Defence Ministry", in whatever order they come.
fn is_end_of(reading: &Reading<'_>, full: &Name, later: &Name) -> bool {
    let (long, short) = if full.len() < later.len() { (later, full) } else { (full, later) };
    let end = long.keys(reading).rev().zip(short.keys(reading).rev()).take_while(|(a, b)| a == b).count();
    let all = end == short.len() && end < long.len();
    let nations = || long.words(reading).next().zip(short.words(reading).next());
    let one_nation = || nations().is_some_and(|(a, b)| is_one_nation(reading, a, b));
    end >= 2 && (all || end + 1 == long.len() && end + 1 == short.len() && one_nation())
}

/// "Russia" and "Russian": by the letters that a country shares with its people.
fn is_one_nation(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let nation = |at: usize| reading.token(at).is(Classes::COUNTRY | Classes::DEMONYM);
    nation(a) && nation(b) && nation_stem(reading.str(a)) == nation_stem(reading.str(b))
}

/// What the lexicon knows of the token's word; nothing that is only guessed by its ending.
fn known_classes(reading: &Reading<'_>, at: usize) -> Classes {
    reading.lexicon.word(reading.token(at).word).classes
}

/// Classes of words that are names and nothing else.
const NAMES: Classes = Classes::GIVEN_NAME
    .union(Classes::MASCULINE)
    .union(Classes::FEMININE)
    .union(Classes::NAME_START)
    .union(Classes::PHRASE_SECOND)
    .union(Classes::PHRASE_ALONE);

/// The key of words in lower case.
fn in_brief(words: &str) -> u64 {
    Key::value_in_lower_case(words)
}

/// One key for the words in a token range, marks left aside.
fn words_key(reading: &Reading<'_>, range: &Range<usize>) -> u64 {
    let words = reading.tokens.all[range.clone()].iter().filter(|token| token.has_letters());
    words.fold(0, |all, word| (all.rotate_left(5) ^ word.key).wrapping_mul(WORDS))
}

/// Any large odd number does.
const WORDS: u64 = 0x9E37_79B9_7F4A_7C15;

/// "spokesman" of "chief spokesman for the ministry"
fn role_head(role: &str) -> Option<&str> {
    const AFTER_HEAD: [&str; 7] = ["for", "of", "at", "in", "from", "with", "to"];
    let words = role.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take_while(|word| !AFTER_HEAD.contains(word)).last()
}

fn role_key(role: &str) -> Option<u64> {
    role_head(role).map(in_brief)
}

/// Keys of the names in the words that a source is said to speak: in "he says Quill knows" he is not Quill.
fn names_in(reading: &Reading<'_>, own: Option<(usize, usize)>) -> Vec<u64> {
    let Some((start, end)) = own else { return Vec::new() };
    let names = (start..end.min(start + MOST_WORDS)).filter(|at| reading.tag(*at) == Tag::Proper);
    names.map(|at| reading.token(at).key).collect()
}

/// "Questioned by Fiona Bell, |she": where the phrase begins and ends before the pronoun that it tells of, and so whom it does not name.
fn fronted_phrase(reading: &Reading<'_>, pronoun: usize, sentence: usize) -> Option<(usize, usize)> {
    let start = reading.tokens.sentences[sentence].tokens.start;
    let opens = reading.tag(start).is_verbal() && reading.token(start).is(Classes::VERB_PARTICIPLE | Classes::VERB_ING);
    let behind_comma = pronoun > start && reading.token(pronoun - 1).kind == Kind::Comma;
    (opens && behind_comma).then_some((start, pronoun))
}

/// How many words of a source's own are asked for names; keeps the work linear.
const MOST_WORDS: usize = 60;

/// Whether the text holds the word, in capitals or not.
fn holds_word(text: &str, word: &str) -> bool {
    let word = lower_case(word);
    text.split(|c: char| !c.is_alphanumeric()).any(|one| is_in_lower_case(one, &word))
}

fn sure(agent: usize) -> Resolved {
    Resolved { agent, sure: true, candidates: Vec::new() }
}

/// What sort of outlet an agent is, by the lexicon, or by its own words ("the state broadcaster Dala TV").
fn outlet_sort<'a>(reading: &Reading<'a>, agent: &Agent<'_>) -> Option<&'a str> {
    if let Some(Known::Outlet(index)) = agent.known {
        return Some(reading.lexicon.outlet_sort(index));
    }
    if agent.kind != AgentKind::Outlet {
        return None;
    }
    let lexicon = reading.lexicon;
    let role = agent.role.and_then(|role| role.rsplit(' ').next()).map(|role| lexicon.id_of(in_brief(role)));
    let noun = agent.noun.map(|noun| reading.token(noun).word);
    let is_paper = |noun: &WordId| lexicon.word(*noun).classes.contains(Classes::ENDS_PAPER_NAME);
    let by_name = || noun.filter(is_paper).map(|_| StandIn::Newspaper.name());
    let type_of = |noun: WordId| lexicon.outlet_type(noun);
    let by_short_name = || match &short_outlets(reading, agent.mentions.first()?)[..] {
        [only] => Some(lexicon.outlet_sort(*only)),
        _ => None,
    };
    role.and_then(type_of).or_else(|| noun.and_then(type_of)).or_else(by_name).or_else(by_short_name)
}

/// Whether "they" are told of by its own number: people, and somebody unnamed ("one officer said … they said").
fn are_several(agent: &Agent<'_>) -> bool {
    let several = (agent.plural || agent.kind == AgentKind::Group) && agent.kind != AgentKind::Document;
    several || agent.kind == AgentKind::Anonymous && agent.spoke
}

/// "The council said … They said": a body is the people who speak for it.
fn is_body_that_spoke(agent: &Agent<'_>) -> bool {
    agent.spoke && matches!(agent.kind, AgentKind::Organisation | AgentKind::Outlet)
}

fn is_one_person(agent: &Agent<'_>) -> bool {
    !agent.plural && matches!(agent.kind, AgentKind::Person | AgentKind::Anonymous)
}

fn genders_fit(agent: &Agent<'_>, description: &Description) -> bool {
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

/// "Norland's police chief", whom a headline calls "police chief": somebody whom one could name.
fn is_office_of(reading: &Reading<'_>, description: &Description) -> bool {
    let owned = description.range.clone().any(|at| reading.tag(at) == Tag::Possessive);
    description.sort == Sort::Definite && description.kind == AgentKind::Person && owned
}

fn text<'a>(reading: &Reading<'a>, range: &Range<usize>) -> &'a str {
    reading.tokens.span(range).of(reading.tokens.text)
}

fn canonical<'a>(reading: &Reading<'a>, description: &Description, known: Option<Known>) -> Cow<'a, str> {
    let lexicon = reading.lexicon;
    match known {
        Some(Known::Outlet(index)) => lexicon.outlet(index).name.into(),
        Some(Known::Country(index)) => lexicon.country(index).name.into(),
        Some(Known::Body(index)) => lexicon.body(index).name.into(),
        None => in_one_line(reading, &bare_name(reading, description)),
    }
}

/// The name, or else all of the mention, without an article.
fn bare_name(reading: &Reading<'_>, description: &Description) -> Range<usize> {
    let range = description.name_range.as_ref().unwrap_or(&description.range);
    let article = range.len() > 1 && reading.is_any(range.start, keys!["the", "a", "an"]);
    range.start + usize::from(article)..range.end
}

/// The words with single spaces for all white space, without a comma behind them.
fn in_one_line<'a>(reading: &Reading<'a>, words: &Range<usize>) -> Cow<'a, str> {
    let text = text(reading, words).trim_end_matches(',').trim_end_matches(' ');
    // tokens hold no white space
    let gap = |pair: &[Token]| &reading.tokens.text.as_bytes()[pair[0].span().end..pair[1].span().start];
    if reading.tokens.all[words.clone()].windows(2).all(|pair| matches!(gap(pair), [] | [b' '])) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}
