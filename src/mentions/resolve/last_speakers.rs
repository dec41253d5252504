//! Whoever spoke last, met again by a title or by words that tell more of him: "the general", "the former Norway midfielder".

use super::cast::Cast;
use super::salience::{A_RIVAL, most_salient};
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::mentions::agent::Agent;
use crate::mentions::describe::Description;
use crate::mentions::epithets::{has_title, is_bare_title, is_epithet, is_office_of_unintroduced};
use crate::tokens::keys;

impl Cast<'_> {
    /// "the general" after "the army chief, General Ada Quill", "the minister" after "Business Secretary Ada Quill".
    pub(super) fn by_title(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let noun = description.noun.filter(|_| place.speaks && is_bare_title(reading, description))?;
        let goes_by = |index: &usize| {
            let agent = &self.agents[*index];
            let last = self.latest[*index].sentence + 1 >= place.sentence && self.latest[*index].spoke;
            last && agent.is_one_person() && !agent.name.is_empty() && has_title(reading, agent, noun)
        };
        let of_state = || self.head_of_state(reading, noun, description, place);
        self.latest(self.in_reach().filter(goes_by)).or_else(of_state).map(sure)
    }

    /// "Trump said P. |The president said Q.": whoever spoke last, and whom the copy names without a word of who he is, as it does those whom
    /// all know; unless it names another president.
    fn head_of_state(
        &self,
        reading: &Reading<'_>,
        noun: usize,
        description: &Description,
        place: &Place,
    ) -> Option<usize> {
        const SOLE: &[u64] = keys!["president", "chancellor", "premier", "king", "queen", "prince", "pontiff", "pope"];
        let told_nothing = |index: &usize| {
            let agent = &self.agents[*index];
            let last = self.latest[*index].sentence + 1 >= place.sentence && self.latest[*index].spoke;
            let person = agent.is_one_person() && !agent.name.is_empty() && agent.role.is_none();
            last && person && place.outer != Some(*index) && agent.may_be_of(description.gender)
        };
        let sole = reading.is_any(noun, SOLE) && !self.holders.has(reading, noun);
        sole.then(|| self.latest(self.in_reach().filter(told_nothing)))?
    }

    /// "A neighbour said P. |The woman said Q.": whoever spoke last without a name.
    pub(super) fn by_man_or_woman(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<usize> {
        let noun = description.noun.filter(|_| place.speaks && is_bare_title(reading, description))?;
        let unnamed = |index: &usize| {
            let (agent, latest) = (&self.agents[*index], self.latest[*index]);
            let last = latest.spoke && latest.sentence + 2 >= place.sentence && place.outer != Some(*index);
            last && agent.is_one_person() && agent.name.is_empty() && agent.may_be_of(description.gender)
        };
        let one = reading.is_any(noun, keys!["man", "woman", "boy", "girl"]);
        one.then(|| self.latest(self.in_reach().filter(unnamed)))?
    }

    /// "the former Norway midfielder": whoever spoke in this sentence or the one before it.
    pub(super) fn by_epithet(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        if !place.speaks || !is_epithet(reading, description) {
            return None;
        }
        self.last_speaker(description, place, |_| true)
            .or_else(|| self.told_of_by_age(reading, description, place).map(sure))
    }

    /// "Quill has been banned. |The 28-year-old striker denied it.": an age tells of the person with a name with whom the sentence before began.
    fn told_of_by_age(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let aged = description.range.clone().any(|at| reading.str(at).ends_with("-year-old"));
        let first = |index: &usize| {
            let (agent, latest) = (&self.agents[*index], self.latest[*index]);
            let near = latest.subject && latest.sentence + 1 == place.sentence;
            near && agent.is_one_person() && !agent.name.is_empty() && agent.may_be_of(description.gender)
        };
        self.latest(self.in_reach().filter(|_| aged).filter(first))
    }

    /// "the ECB president" after "Lagarde said", of whom the copy has told nothing.
    pub(super) fn by_office_untold(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        let untold = place.speaks && is_office_of_unintroduced(reading, description);
        untold.then(|| self.last_speaker(description, place, |agent| agent.role.is_none()))?
    }

    /// The person with a name who spoke in this sentence or the one before it, and fits.
    fn last_speaker(
        &self,
        description: &Description,
        place: &Place,
        fits: impl Fn(&Agent<'_>) -> bool,
    ) -> Option<Resolved> {
        let spoke = |index: &usize| {
            let (agent, latest) = (&self.agents[*index], self.latest[*index]);
            let last = latest.spoke && latest.sentence + 1 >= place.sentence && place.outer != Some(*index);
            last && agent.is_one_person()
                && !agent.name.is_empty()
                && agent.may_be_of(description.gender)
                && fits(agent)
        };
        let salience = |index: usize| (self.salience(index, place), self.latest[index].token, index);
        most_salient(self.in_reach().filter(spoke).map(salience).collect(), A_RIVAL)
    }
}
