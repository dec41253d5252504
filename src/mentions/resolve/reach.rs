//! How far back a mention may reach, and who was met last there.

use super::cast::Cast;
use crate::mentions::agent::{Agent, Known};
use crate::terms::AgentKind;
use std::ops::Range;

/// How many agents back a mention may reach; keeps the work linear.
pub(in crate::mentions) const MEMORY: usize = 256;

/// How many sentences on the copy names the holder of an office; who has the same title further on may be somebody else.
pub(super) const NAMED_WITHIN: usize = 3;

impl Cast<'_> {
    /// Those whom a mention may reach.
    pub(super) fn in_reach(&self) -> Range<usize> {
        self.agents.len().saturating_sub(MEMORY)..self.agents.len()
    }

    /// Those of them whom the copy has met in so many sentences before this one, or in it.
    pub(super) fn met_within(&self, sentences: usize, sentence: usize) -> impl Iterator<Item = usize> {
        let first = self.in_reach().start;
        let times = self.times_met.iter().enumerate().rev();
        let near = times.take_while(move |(_, (_, met))| met + sentences >= sentence);
        let latest = near.filter(|(time, (agent, _))| self.latest[*agent].time == *time);
        latest.map(|(_, (agent, _))| *agent).filter(move |agent| *agent >= first)
    }

    /// The one met last of these.
    pub(super) fn latest(&self, those: impl Iterator<Item = usize>) -> Option<usize> {
        those.max_by_key(|index| self.latest[*index].token)
    }

    /// The one met last of those in reach that fit.
    pub(super) fn latest_of(&self, fits: impl Fn(&Agent<'_>) -> bool) -> Option<usize> {
        self.latest(self.in_reach().rev().filter(|index| fits(&self.agents[*index])))
    }

    /// Whether nobody has spoken since.
    pub(super) fn spoke_last(&self, agent: usize) -> bool {
        self.latest_of(|other| other.spoke) == Some(agent)
    }

    /// The agent that a mention at the token was of, if that is among the latest.
    pub fn mentioned_at(&self, token: usize) -> Option<usize> {
        self.in_reach().rev().find(|index| self.agents[*index].mentions.last().is_some_and(|last| last.start == token))
    }

    /// The body that spoke or acted last, where that was in the sentence or the one before it.
    pub fn body_heard(&self, sentence: usize) -> Option<usize> {
        let acts = |index: usize| {
            let country = matches!(self.agents[index].known, Some(Known::Country(_)));
            self.latest[index].subject && !country
        };
        let stands = |index: usize| self.latest[index].spoke || acts(index);
        let body = |index: &usize| self.agents[*index].kind == AgentKind::Organisation && stands(*index);
        self.latest(self.in_reach().filter(body)).filter(|index| self.latest[*index].sentence + 1 >= sentence)
    }

    /// "Both said": of which kind the two are who spoke last; a group, unless nobody could call them.
    pub fn kind_of_two(&self) -> AgentKind {
        let last = self.latest_of(|agent| agent.spoke);
        let before = last
            .and_then(|last| self.latest(self.in_reach().filter(|index| self.agents[*index].spoke && *index != last)));
        let unnamed = |index: Option<usize>| index.is_some_and(|one| self.agents[one].kind == AgentKind::Anonymous);
        if unnamed(last) && unnamed(before) { AgentKind::Anonymous } else { AgentKind::Group }
    }

    /// What kind those are of whom the copy spoke last, where they are more than one.
    pub fn latest_several(&self) -> Option<AgentKind> {
        self.latest_of(|agent| agent.plural).map(|index| self.agents[index].kind)
    }
}
