//! One hop of a chain.

use crate::terms::{AgentKind, Stance};
use std::ops::Range;

/// Somebody through whom a claim came; the publication itself is no hop here.
#[derive(Debug, Clone, PartialEq)]
pub struct Hop {
    /// The agent's index; `None` where nobody is named ("reportedly").
    pub agent: Option<usize>,
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// The words that name the agent here, as tokens.
    pub mention: Option<Range<usize>>,
    /// The cue that makes the hop, as tokens.
    pub cue: Option<Range<usize>>,
    /// The cue's stance.
    pub stance: Option<Stance>,
    /// "told reporters", "in a statement", as tokens.
    pub venue: Option<Range<usize>>,
    /// Whether the hop is carried over from elsewhere in the copy.
    pub inferred: bool,
    /// Whether it is known who the agent is.
    pub resolved: bool,
    /// Who else it may be.
    pub candidates: Vec<usize>,
    /// The rule that made the hop.
    pub rule: &'static str,
}

impl Hop {
    /// A hop with nobody in it.
    pub fn nobody(rule: &'static str) -> Self {
        Self {
            agent: None,
            kind: AgentKind::Unknown,
            mention: None,
            cue: None,
            stance: None,
            venue: None,
            inferred: false,
            resolved: true,
            candidates: Vec::new(),
            rule,
        }
    }

    /// Whether both are the same agent.
    pub fn same_agent(&self, other: &Hop) -> bool {
        self.agent.is_some() && self.agent == other.agent
    }
}
