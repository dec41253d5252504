//! Who answers in an interview whose lines are headed "Q:" and "A:".

use super::cast::Cast;
use super::{Place, Resolved, sure};
use crate::mentions::describe::Description;
use crate::terms::AgentKind;

impl Cast<'_> {
    /// "A:": whom the copy has named first, as the words above an interview do.
    pub fn answering(&mut self, description: &Description, place: &Place) -> Option<Resolved> {
        let named =
            |agent: &usize| self.agents[*agent].kind == AgentKind::Person && !self.agents[*agent].name.is_empty();
        let agent = (0..self.agents.len()).find(named)?;
        self.agents[agent].spoke = true;
        self.agents[agent].mentions.push(description.range.clone());
        self.note_place(agent, description, place);
        Some(sure(agent))
    }
}
