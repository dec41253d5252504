//! By which nouns agents may be met again: "the ministry", "the president".

use super::compared::in_brief;
use crate::mentions::by_key::ByKey;

/// The nouns by which agents may be met again.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// By each agent's own noun.
    pub(super) own: ByKey,
    /// By its role.
    pub(super) role: ByKey,
}

impl Heads {
    pub(super) fn push(&mut self, own: Option<u64>, role: Option<&str>) {
        self.own.push(own);
        self.role.push(role.and_then(role_key));
    }

    pub(super) fn set_role(&mut self, agent: usize, role: &str) {
        self.role.set(agent, role_key(role));
    }

    /// Whether some agent may be met again by the noun.
    pub(super) fn are_met_by(&self, noun: u64) -> bool {
        self.own.has_had(noun) || self.role.has_had(noun)
    }
}

pub(super) fn role_key(role: &str) -> Option<u64> {
    role_head(role).map(in_full).map(in_brief)
}

/// "governor" of "Gov."
fn in_full(title: &str) -> &str {
    const TITLES: [(&str, &str); 13] = [
        ("CEO", "executive"),
        ("Gov", "governor"),
        ("Sen", "senator"),
        ("Rep", "representative"),
        ("Gen", "general"),
        ("Col", "colonel"),
        ("Lt", "lieutenant"),
        ("Sgt", "sergeant"),
        ("Capt", "captain"),
        ("Maj", "major"),
        ("Prof", "professor"),
        ("Rev", "reverend"),
        ("Supt", "superintendent"),
    ];
    TITLES.iter().find(|(short, _)| *short == title).map_or(title, |(_, full)| full)
}

/// "spokesman" of "chief spokesman for the ministry"
fn role_head(role: &str) -> Option<&str> {
    const AFTER_HEAD: [&str; 7] = ["for", "of", "at", "in", "from", "with", "to"];
    let words = role.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take_while(|word| !AFTER_HEAD.contains(word)).last()
}
