//! Those who speak in the copy.

use super::name::Name;
use crate::few::Few;
use crate::terms::AgentKind;
use std::borrow::Cow;
use std::ops::Range;

/// Somebody or something that speaks, with every mention of it.
#[derive(Debug, Clone)]
pub struct Agent<'a> {
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// Full name where known, else the fullest mention.
    pub canonical: Cow<'a, str>,
    /// What the lexicon knows it as.
    pub known: Option<Known>,
    /// Its fullest name, surname last; empty for one without a name.
    pub name: Name,
    /// The token of the noun that heads its description: "ministry", "spokesman".
    pub noun: Option<usize>,
    /// Its role, as the copy has it.
    pub role: Option<&'a str>,
    /// Whom it speaks or works for.
    pub affiliation: Option<&'a str>,
    /// The agent that it speaks for: a spokesman's ministry.
    pub acts_for: Option<usize>,
    /// The outlet that its own words name as the one it works for: "the BBC's Ann Lund".
    pub reports_for: Option<usize>,
    /// How many they are, where the copy says.
    pub number: Option<u32>,
    /// The stated reason for anonymity.
    pub anonymity_reason: Option<&'a str>,
    /// Grammatical gender, where known.
    pub gender: Option<Gender>,
    /// Whether it is more than one.
    pub plural: bool,
    /// Whether it is the source of some attribution.
    pub spoke: bool,
    /// Its mentions as token ranges, in text order.
    pub mentions: Few<Range<usize>>,
}

impl Agent<'_> {
    /// Whether it stands behind its words by name: neither anonymous nor unknown, and no reason is given for hiding it.
    pub fn is_on_the_record(&self) -> bool {
        !matches!(self.kind, AgentKind::Anonymous | AgentKind::Unknown) && self.anonymity_reason.is_none()
    }

    /// Whether "he" or "she" may be told of it by number and kind.
    pub fn is_one_person(&self) -> bool {
        !self.plural && matches!(self.kind, AgentKind::Person | AgentKind::Anonymous)
    }

    /// Whether "they" are told of by its own number: people, and somebody unnamed ("one officer said … they said").
    pub fn are_several(&self) -> bool {
        let several = (self.plural || self.kind == AgentKind::Group) && self.kind != AgentKind::Document;
        several || self.kind == AgentKind::Anonymous && self.spoke
    }

    /// "The council said … They said": a body is the people who speak for it.
    pub fn is_body_that_spoke(&self) -> bool {
        self.spoke && matches!(self.kind, AgentKind::Organisation | AgentKind::Outlet)
    }

    /// Whether nothing tells that it is of the other gender.
    pub fn may_be_of(&self, gender: Option<Gender>) -> bool {
        match (self.gender, gender) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        }
    }
}

/// A man or a woman, as titles, given names and pronouns tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// he
    Masculine,
    /// she
    Feminine,
}

/// What the lexicon knows an agent as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known {
    /// An outlet by its index in the lexicon.
    Outlet(u32),
    /// A country by its index.
    Country(u32),
    /// A body by its index.
    Body(u32),
}
