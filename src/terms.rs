//! The field's own terms, shared by all stages.

use schemars::JsonSchema;
use serde::Serialize;

/// Whether the content stands in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// All of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
    /// A claim in the publication's own voice.
    OwnVoice,
}

/// What the cue says of the speaker's attitude to the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Neutral speech and writing.
    Says,
    /// Relays another source.
    Cites,
    /// Confirmed, admitted, revealed.
    Confirms,
    /// Claimed, alleged.
    Doubts,
    /// Denied.
    Denies,
    /// Declined to comment.
    Declines,
    /// Thinks, expects, sees.
    Believes,
    /// Plans, wants, hopes, vows, proposes.
    Intends,
    /// Ruled, ordered, approved.
    Decrees,
    /// Saw, found, showed.
    Witnesses,
}

impl Stance {
    /// Whether a cue of this stance passes a claim on, that is, makes a hop of its own.
    pub fn carries_hop(self) -> bool {
        !matches!(self, Self::Believes | Self::Intends | Self::Decrees)
    }
}

/// What kind of agent stands in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AgentKind {
    /// This copy's own voice.
    Publication,
    /// An agency, newspaper, broadcaster or site.
    Outlet,
    /// A named person, or the unnamed holder of a unique office.
    Person,
    /// A state, ministry, army, company, party …
    Organisation,
    /// Residents, critics, experts.
    Group,
    /// A report, filing, poll, letter or post.
    Document,
    /// Sources, "a senior official", "people familiar with the matter".
    Anonymous,
    /// Nobody: "reportedly".
    Unknown,
}

/// What a line about the reporting itself says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Something could not be verified.
    Unverified,
    /// Somebody did not answer.
    NoReply,
    /// Somebody would not comment.
    NoComment,
}

/// One readable term of a score.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Term {
    /// "say + that-clause".
    pub feature: String,
    /// What it adds to the score (log-odds).
    pub weight: f64,
}

/// How grave a finding is; the gravest is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Must be mended.
    Error,
    /// Should be looked at.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// "error", "warning", "note"
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
