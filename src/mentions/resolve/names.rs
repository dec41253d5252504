//! Whom a name means that the lexicon does not know: one given before in full or in part, or an acronym of it.

use super::brief::Brief;
use super::cast::Cast;
use super::compared::words_key;
use super::parts_of_names::{is_end_of, is_first_of, is_front_of, is_given_name_of, is_inside_of, is_named_in_full};
use super::salience::{A_NAMESAKE, CALLED_SO, most_salient};
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::few::Few;
use crate::lexicon::{Classes, names_alike};
use crate::mentions::agent::Agent;
use crate::mentions::describe::Description;
use crate::mentions::name::Name;
use crate::terms::AgentKind;

impl Cast<'_> {
    /// "the NAO" after "the National Audit Office (NAO)"
    pub(super) fn by_introduced_acronym(&self, reading: &Reading<'_>, description: &Description) -> Option<usize> {
        let alone = description.name.len() == 1 || description.known.is_some();
        let last = description.name.last_key(reading).filter(|_| alone && !self.by_acronym.is_empty())?;
        self.by_acronym.get(&last).copied()
    }

    /// A full name given before, or a surname or acronym of one. A surname that several bear is the one's who stands out.
    pub(super) fn by_unknown_name(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        if description.name.is_empty() {
            return None;
        }
        let likely = self.with_a_like_name(reading, &description.name);
        if let Some(agent) = self.of_same_name(reading, &likely, description) {
            return Some(sure(agent));
        }
        self.bearer(reading, &likely, description, place)
            .or_else(|| self.by_office(reading, description, place))
            .or_else(|| self.office_just_told_of(reading, description, place))
            .or_else(|| self.person_named_now(reading, description, place))
            .or_else(|| self.by_last_word(reading, description))
    }

    /// Those in reach whose names may have something in common with this one.
    pub(super) fn with_a_like_name(&self, reading: &Reading<'_>, name: &Name) -> Few<usize> {
        let brief = Brief::of(reading, name);
        let first = self.in_reach().start;
        let near = self.named.iter().copied().rev().take_while(|index| *index >= first);
        let mut likely = Few::default();
        likely.extend(near.filter(|index| self.names[*index].may_be(brief)));
        likely
    }

    /// The one met last of those with the very name; "Mrs Garbutt" is not "Mr Garbutt".
    fn of_same_name(&self, reading: &Reading<'_>, likely: &[usize], description: &Description) -> Option<usize> {
        let same = |index: &usize| {
            let agent = &self.agents[*index];
            agent.name.is_same(reading, &description.name) && agent.may_be_of(description.gender)
        };
        self.latest(likely.iter().copied().filter(same))
    }

    /// The bearer of a surname or acronym who stands out; rather the one whom the very words have meant before.
    fn bearer(
        &self,
        reading: &Reading<'_>,
        likely: &[usize],
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        let bearers = likely.iter().copied().filter(|index| may_bear(reading, &self.agents[*index], description));
        let before = self.by_words.get(&words_key(reading, &description.range));
        let called_so = |index: usize| CALLED_SO * i64::from(before == Some(&index));
        let salience = |index: usize| (self.salience(index, place) + called_so(index), self.latest[index].token, index);
        most_salient(bearers.map(salience).collect(), A_NAMESAKE)
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
}

/// Whether the agent may be called by a name that is not its own in full.
fn may_bear(reading: &Reading<'_>, agent: &Agent<'_>, description: &Description) -> bool {
    let name = &description.name;
    let joint = |name: &Name| name.words(reading).any(|at| reading.is_word(at, "and"));
    // "the bank, Hollin", and "Piers Hollin"
    let body = agent.kind == AgentKind::Organisation && agent.role.is_some();
    let person = description.kind == AgentKind::Person && name.len() > 1;
    let other_sort = body && person && !is_front_of(reading, agent, name);
    let several = joint(&agent.name) || joint(name);
    !several && !other_sort && agent.may_be_of(description.gender) && shares_words(reading, agent, description)
}

/// "Quill" of "Ada Quill", letter for letter, or the other way round: the commonest of names that are alike, and the soonest told.
fn is_surname_of(reading: &Reading<'_>, a: &Name, b: &Name) -> bool {
    let surname = |name: &Name| name.last(reading).map(|at| reading.str(at));
    (a.len() == 1 || b.len() == 1) && a.len().min(b.len()) > 0 && surname(a) == surname(b)
}

/// Whether one name is a part or an acronym of the other.
fn shares_words(reading: &Reading<'_>, agent: &Agent<'_>, description: &Description) -> bool {
    let name = &description.name;
    // "Toyora" in the headline, "Toyora Corp" in the lead
    let firm = description.kind == AgentKind::Organisation && agent.kind == AgentKind::Organisation;
    is_surname_of(reading, &agent.name, name)
        || names_alike(agent.name.strs(reading), name.strs(reading))
        || is_first_of(reading, &agent.name, name)
        || is_given_name_of(reading, agent, name)
        || is_named_in_full(reading, agent, description)
        || is_inside_of(reading, agent, name)
        || is_front_of(reading, agent, name)
        || firm && is_first_of(reading, name, &agent.name)
        || is_end_of(reading, &agent.name, name)
}
