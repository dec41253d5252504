//! What a headline without articles has called by one word, met again in the lead.

use super::Place;
use super::cast::Cast;
use super::reach::NAMED_WITHIN;
use crate::attributions::Reading;
use crate::mentions::describe::Description;
use crate::mentions::offices::is_terse;
use crate::tokens::keys;

impl Cast<'_> {
    /// "a study" that a headline without articles has called "study".
    pub(super) fn in_headline(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
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
}
