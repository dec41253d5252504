//! Offices that the copy tells of first, and whose holder it names later.

use super::canonical::text;
use super::cast::Cast;
use super::heads::role_key;
use super::reach::NAMED_WITHIN;
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::mentions::describe::Description;
use crate::mentions::offices::{is_terse, is_unnamed_holder, may_hold};
use crate::terms::AgentKind;

impl Cast<'_> {
    /// "Minister Kadri Saar" after "Estonia's foreign minister", who had no name yet.
    pub(super) fn by_office(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        let role =
            description.role.as_ref().filter(|_| description.kind == AgentKind::Person && !description.plural)?;
        let office = role_key(text(reading, role))?;
        let may_be = |index: &usize| {
            let agent = &self.agents[*index];
            let near = self.latest[*index].sentence + NAMED_WITHIN >= place.sentence;
            let terse = || agent.mentions.first().is_some_and(|first| is_terse(reading, agent, first));
            (near || terse())
                && agent.may_be_of(description.gender)
                && may_hold(reading, agent, role, &self.holders, place.speaks)
        };
        self.latest(self.heads.own.with(office).filter(may_be)).map(sure)
    }

    /// "Ukraine's president said P. 'Q,' |Volodymyr Zelenskiy said": a full name that nothing introduces, where an office spoke last.
    pub(super) fn office_just_told_of(
        &self,
        reading: &Reading<'_>,
        of: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        let bare =
            of.role.is_none() && of.affiliation.is_none() && of.name.len() >= 2 && of.name.len() == of.range.len();
        if !bare || of.kind != AgentKind::Person || of.plural || !place.speaks {
            return None;
        }
        let last = self.latest_of(|agent| agent.spoke)?;
        let (agent, latest) = (&self.agents[last], self.latest[last]);
        let fits = latest.spoke && latest.sentence + 1 == place.sentence;
        (fits && is_unnamed_holder(reading, agent) && agent.may_be_of(of.gender)).then(|| sure(last))
    }
}
