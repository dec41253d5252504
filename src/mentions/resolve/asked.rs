//! What a noun and the words before it ask of whom they mean: "Kazakhstan's energy minister".

use super::compared::holds_word;
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::mentions::agent::Agent;
use crate::mentions::describe::{Description, modifiers};
use crate::mentions::nations::{is_of_another_nation, may_belong, nation_in, owner_of};
use crate::terms::AgentKind;
use std::ops::Range;

/// What the words of a description ask of whom it means.
pub(super) struct Asked<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    /// The head noun: "minister".
    pub(super) noun: usize,
    /// Whether several are meant.
    plural: bool,
    /// The words before the noun that tell which one: "energy".
    pub(super) which: Range<usize>,
    /// Who owns it: "Merz" of "Friedrich Merz's spokesman".
    owner: Option<usize>,
    /// The country whose it is: "Kazakhstan".
    pub(super) nation: Option<usize>,
}

impl<'r, 'a> Asked<'r, 'a> {
    pub(super) fn by(reading: &'r Reading<'a>, description: &Description, noun: usize) -> Self {
        let placed = |at: usize| reading.token(at).is(Classes::NAME_ADJECTIVE);
        let which = modifiers(reading, &description.range);
        let which = if which.clone().all(placed) { which.end..which.end } else { which };
        let owner = owner_of(reading, &description.range);
        let nation = nation_in(reading, &description.range);
        Self { reading, noun, plural: description.plural, which, owner, nation }
    }

    /// The same, of that country where its own words tell of none.
    pub(super) fn or_of_nation(self, nation: impl FnOnce() -> Option<usize>) -> Self {
        Self { nation: self.nation.or_else(nation), ..self }
    }

    /// The key of the noun.
    pub(super) fn key(&self) -> u64 {
        self.reading.token(self.noun).key
    }

    /// Whether the agent has this noun for its own.
    pub(super) fn is_met_by(&self, agent: &Agent<'_>) -> bool {
        let reading = self.reading;
        let has =
            |at: usize| holds_word(&agent.canonical, reading.str(at)) || agent.name.has(reading, reading.token(at).key);
        agent.plural == self.plural
            && self.may_own(agent)
            && agent.kind != AgentKind::Unknown
            && self.which.clone().all(has)
    }

    /// Whether the agent's role is this one.
    pub(super) fn is_role_of(&self, agent: &Agent<'_>) -> bool {
        let role = agent.role.unwrap_or_default();
        self.may_own(agent) && self.which.clone().all(|at| holds_word(role, self.reading.str(at)))
    }

    /// Whether the agent may be the nation's and the owner's, where any is told.
    fn may_own(&self, agent: &Agent<'_>) -> bool {
        let reading = self.reading;
        self.nation.is_none_or(|nation| !is_of_another_nation(reading, agent, nation))
            && self.owner.is_none_or(|owner| may_belong(agent, reading.str(owner)))
    }
}
