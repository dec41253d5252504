//! Whom a noun means that tells a sort: "the ministry", "the newspaper", "Kazakhstan's energy minister".

use super::asked::Asked;
use super::cast::Cast;
use super::compared::holds_word;
use super::outlets::{is_owned, outlet_sort, tells_sort};
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::lexicon::{Classes, StandIn};
use crate::mentions::agent::Agent;
use crate::mentions::describe::Description;
use crate::mentions::nations::{is_of_nation, nation_in};
use crate::terms::AgentKind;
use crate::tokens::keys;
use std::ops::Range;

impl Cast<'_> {
    /// "the ministry", "the newspaper", "the minister"
    pub(super) fn by_noun(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let noun = description.noun?;
        let asked = || Asked::by(reading, description, noun);
        let is_bare = |word: &str| reading.is_word(noun, word) && description.range.len() == 2;
        let found = match description.kind {
            AgentKind::Outlet => self.outlet_asked(&asked(), description),
            AgentKind::Organisation if is_bare("agency") || is_nations_agency(reading, description, noun) => {
                let agency = |agent: &Agent<'_>| is_agency(reading, agent);
                self.latest_of(agency).or_else(|| self.by_sort_of_body(reading, description, place))
            }
            AgentKind::Document if is_bare("document") || is_bare("documents") => {
                let told = |agent: &Agent<'_>| agent.kind == AgentKind::Document && agent.plural == description.plural;
                self.by_own_noun(&asked()).or_else(|| self.latest_of(told))
            }
            AgentKind::Document if is_bare("report") => {
                self.by_own_noun(&asked()).or_else(|| self.latest_of(|agent| agent.kind == AgentKind::Outlet))
            }
            _ => self
                .by_office_or_own_noun(reading, description, noun, place)
                .or_else(|| self.by_like_noun(reading, description, place))
                .or_else(|| self.by_sort_of_body(reading, description, place)),
        };
        found.map(sure)
    }

    fn by_office_or_own_noun(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        noun: usize,
        place: &Place,
    ) -> Option<usize> {
        // most nouns have told of nobody before
        if !self.heads.are_met_by(reading.token(noun).key) {
            return None;
        }
        let asked = Asked::by(reading, description, noun);
        let asked = asked.or_of_nation(|| self.nation_of_outlet(reading, place));
        self.in_office(&asked).or_else(|| self.by_own_noun(&asked)).or_else(|| self.counterpart(&asked))
    }

    /// "Omani state television reported, citing |the foreign minister": Oman's, and not the Iranian one told of before.
    fn nation_of_outlet(&self, reading: &Reading<'_>, place: &Place) -> Option<usize> {
        let outlet = place.outer.map(|outer| &self.agents[outer]).filter(|outer| outer.kind == AgentKind::Outlet)?;
        nation_in(reading, outlet.mentions.first()?)
    }

    /// "his Iranian counterpart, Abbas Karimi": the Iranian minister, where the other one is a minister.
    fn counterpart(&self, asked: &Asked<'_, '_>) -> Option<usize> {
        const COUNTERPART: u64 = keys!["counterpart"][0];
        let nation = asked.nation?;
        let is_theirs = |index: &usize| is_of_nation(&self.agents[*index], asked.reading.str(nation));
        self.latest(self.heads.role.with(COUNTERPART).filter(is_theirs))
    }

    /// "the newspaper"; what words before the noun tell apart is no outlet that is called otherwise.
    fn outlet_asked(&self, asked: &Asked<'_, '_>, description: &Description) -> Option<usize> {
        let reading = asked.reading;
        let by_own_noun = || self.by_own_noun(asked);
        let any = || self.outlet_by_noun(reading, asked.noun);
        if tells_sort(reading, &asked.which) && asked.which.len() + 2 == description.range.len() {
            return by_own_noun().or_else(any);
        }
        // "its Telegram channel" is no outlet named before
        let apart = !asked.which.is_empty() || is_owned(reading, description);
        // "spoke to the media": nobody in particular
        if apart || reading.stand_in(asked.noun).is_none() {
            return by_own_noun();
        }
        // "an internal paper": it, and no newspaper told of before it
        let text = |index: &usize| self.agents[*index].kind == AgentKind::Document;
        let told = || self.latest(self.heads.own.with(asked.key()).filter(text));
        self.latest(any().into_iter().chain(told()))
    }

    /// The latest with this noun for its own.
    fn by_own_noun(&self, asked: &Asked<'_, '_>) -> Option<usize> {
        self.latest(self.with_own_noun(asked))
    }

    fn with_own_noun(&self, asked: &Asked<'_, '_>) -> impl Iterator<Item = usize> {
        self.heads.own.with(asked.key()).filter(|index| asked.is_met_by(&self.agents[*index]))
    }

    /// "the president" is President Quill and no president of a trust.
    fn in_office(&self, asked: &Asked<'_, '_>) -> Option<usize> {
        let in_role = |index: &usize| asked.is_role_of(&self.agents[*index]);
        let by_role = || self.heads.role.with(asked.key()).filter(in_role);
        // "Kazakhstan's energy minister", whom the copy does not name
        let unnamed = |index: &usize| self.agents[*index].kind == AgentKind::Person && self.agents[*index].spoke;
        let offices = self.with_own_noun(asked).filter(unnamed);
        // "the spokesman": of whom there are many, the last one
        if speaks_for(asked) {
            return self.latest(by_role().chain(self.with_own_noun(asked)));
        }
        // "president of the trust"
        let of_body = |index: &usize| self.agents[*index].role.is_some_and(|role| holds_word(role, "of"));
        let of_no_body = by_role().filter(|index| !of_body(index));
        self.latest(of_no_body.chain(offices)).or_else(|| self.latest(by_role()))
    }
}

fn speaks_for(asked: &Asked<'_, '_>) -> bool {
    asked.reading.stand_in(asked.noun) == Some(StandIn::SpeaksFor)
}

/// "the Korean agency", "the state agency"
fn is_nations_agency(reading: &Reading<'_>, description: &Description, noun: usize) -> bool {
    let Range { start, end } = description.range;
    let nation =
        |at: usize| reading.token(at).is(Classes::DEMONYM) || reading.is_any(at, keys!["news", "state", "official"]);
    end == start + 3 && reading.is_word(start, "the") && nation(start + 1) && reading.is_word(noun, "agency")
}

/// "the agency": by what sort of outlet it is, or by its own noun.
fn is_agency(reading: &Reading<'_>, agent: &Agent<'_>) -> bool {
    let by_noun = || agent.noun.is_some_and(|noun| reading.is_word(noun, "agency"));
    outlet_sort(reading, agent) == Some("agency") || by_noun()
}
