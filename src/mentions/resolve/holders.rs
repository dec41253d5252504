//! Offices that the copy tells of first, and whose holder it names later.

use super::canonical::text;
use super::cast::Cast;
use super::heads::role_key;
use super::reach::NAMED_WITHIN;
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::lexicon::StandIn;
use crate::mentions::describe::Description;
use crate::mentions::offices::{is_terse, is_unnamed_holder, may_hold};
use crate::terms::AgentKind;
use crate::words::Kind;

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
            // "his spokesman", whom the lead has told of since, is not the next one with a name
            let once = || agent.mentions.len() == 1 || !agent.noun.is_some_and(|noun| speaks_for(reading, noun));
            let terse = || once() && agent.mentions.first().is_some_and(|first| is_terse(reading, agent, first));
            (near || terse())
                && agent.may_be_of(description.gender)
                && may_hold(reading, agent, role, &self.holders, place.speaks)
        };
        self.latest(self.heads.own.with(office).filter(may_be)).map(sure)
    }

    /// "A spokesman for the police said P. |The spokesman, Jan Peeters, said Q.": the one told of without a name by the same noun.
    pub(super) fn person_named_now(&self, reading: &Reading<'_>, of: &Description, place: &Place) -> Option<Resolved> {
        let definite = of.kind == AgentKind::Person && !of.plural && reading.is_word(of.range.start, "the");
        let role = of.role.as_ref().filter(|_| definite)?;
        let noun = role_key(text(reading, role))?;
        let told_of = |index: &usize| {
            let agent = &self.agents[*index];
            let near = self.latest[*index].sentence + NAMED_WITHIN >= place.sentence;
            near && agent.is_one_person() && agent.name.is_empty() && agent.may_be_of(of.gender)
        };
        self.latest(self.heads.own.with(noun).filter(told_of)).map(sure)
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
        // "Ada Quill|, who heads the fund,"
        let introduced = reading.tokens.all.get(of.range.end).is_some_and(|mark| mark.kind == Kind::Comma)
            && reading.tokens.all.get(of.range.end + 1).is_some_and(|_| reading.is_word(of.range.end + 1, "who"));
        if !bare || introduced || of.kind != AgentKind::Person || of.plural || !place.speaks {
            return None;
        }
        let last = self.latest_of(|agent| agent.spoke)?;
        let (agent, latest) = (&self.agents[last], self.latest[last]);
        let fits = latest.spoke && latest.sentence + 1 == place.sentence;
        (fits && is_unnamed_holder(reading, agent) && agent.may_be_of(of.gender)).then(|| sure(last))
    }
}

/// "spokesman", "spokeswoman"
fn speaks_for(reading: &Reading<'_>, noun: usize) -> bool {
    reading.stand_in(noun) == Some(StandIn::SpeaksFor)
}
