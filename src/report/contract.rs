//! The analysis as it is written out: the JSON contract, `schema_version` 1.
//!
//! Field names are fixed; more fields may be added. Empty lists and nulls are written.
//! Every other output format is made from these types too, so that all of them agree.

use super::id::Id;
use super::places::Places;
use super::shared::Shared;
use crate::document::{Format, Meta, Position};
use crate::span::Span;
use crate::terms::{AgentKind, Form, LineKind, Severity, Stance, Term};
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The version of the contract that is written.
pub const SCHEMA_VERSION: u32 = 1;

/// What `--format json` prints.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Report {
    /// Always [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Which program wrote it.
    pub tool: Tool,
    /// One entry per document, in input order.
    pub documents: Vec<DocumentReport>,
}

/// The program that wrote a report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tool {
    /// `whosaid`.
    pub name: String,
    /// The package's version.
    pub version: String,
}

/// All that was found in one document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentReport {
    /// The path as given; null for standard input.
    pub path: Option<String>,
    /// What kind of input it was.
    pub format: Format,
    /// Headline, byline, dateline, publication and so on.
    pub meta: Meta,
    /// Every attribution, nested ones and private ones too, in text order of their cues.
    pub attributions: Vec<AttributionReport>,
    /// The innermost attributions that carry a hop, and own-voice sentences: one entry a claim.
    pub claims: Vec<ClaimReport>,
    /// What the checks found.
    pub findings: Vec<FindingReport>,
    /// Lines about the reporting itself: what could not be verified, who gave no answer.
    pub lines: Vec<LineReport>,
    /// Who appears in the chains, and who is asked or spoken for.
    pub agents: Vec<AgentReport>,
    /// The line of the file where each line of the text begins; empty where the text is the file. Not written: positions tell it.
    #[serde(skip)]
    pub lines_of_file: Vec<usize>,
}

/// A source tied by a cue to content.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AttributionReport {
    /// `a1`, `a2` …
    pub id: Id,
    /// The noun phrase that speaks; empty where nobody is named.
    pub source: Places,
    /// The words that attribute.
    pub cue: Places,
    /// What is attributed, possibly in several pieces.
    pub content: Places,
    /// The source's words.
    pub source_text: String,
    /// The cue's words.
    pub cue_text: String,
    /// The content's words; pieces are joined with " … ".
    pub content_text: String,
    /// Whether the content is quoted.
    pub form: Form,
    /// What the cue says of the speaker's attitude.
    pub stance: Stance,
    /// The production that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f64,
    /// From the publication inwards to the root.
    pub chain: Chain,
    /// The attribution inside whose content this one stands.
    pub nested_in: Option<Id>,
    /// What adds up to the confidence: readable terms with their weights. Not written: `explain` shows them.
    #[serde(skip)]
    pub terms: Arc<[Term]>,
}

/// The hops from the publication inwards to the root. Attributions and claims share chains, and chains share the publication's hop.
pub type Chain = Shared<[Shared<HopReport>]>;

/// One hop of a chain.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HopReport {
    /// As the copy first names the agent.
    pub text: String,
    /// The agent's full name where it is known ("New York Times"), else its fullest mention.
    pub canonical: String,
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// A person's role, as the copy has it: "White House spokesman".
    pub role: Option<String>,
    /// The mentions of the agent nearest to the hop, 8 at most; all of them stand in `agents`.
    pub mentions: Places,
    /// The words that make the hop.
    pub cue: Option<Span>,
    /// Their text.
    pub cue_text: Option<String>,
    /// The cue's stance.
    pub stance: Option<Stance>,
    /// "told reporters", "in a statement".
    pub venue: Option<String>,
    /// Whether the hop is carried over from elsewhere in the copy, not stated here.
    pub inferred: bool,
    /// Whether it is known who the agent is ("it said" may not be).
    pub resolved: bool,
    /// Who it may be, where that cannot be told.
    pub candidates: Vec<String>,
    /// The mention that stands at this hop; null for the publication and for inferred hops.
    pub mention: Option<Span>,
    /// Why the hop is there: the rule's name ("source", "outer-cue", "carried-over" …).
    pub rule: &'static str,
    /// The agent's id in `agents`; null for the publication.
    pub agent: Option<Id>,
}

/// Somebody or something that speaks in the copy.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgentReport {
    /// `g1`, `g2` …
    pub id: Id,
    /// Full name where known, else the fullest mention.
    pub canonical: String,
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// "White House national security spokesman".
    pub role: Option<String>,
    /// Whom it speaks or works for.
    pub affiliation: Option<String>,
    /// How many they are, where the copy says ("three officials").
    pub number: Option<u32>,
    /// The stated reason for anonymity.
    pub anonymity_reason: Option<String>,
    /// The agent (its id) that it speaks for: a spokesman's ministry.
    pub acts_for: Option<Id>,
    /// Whether it stands behind its words by name: neither anonymous nor unknown, and no reason is given for hiding it.
    pub on_the_record: bool,
    /// Every mention, in text order.
    pub mentions: Places,
}

/// What is claimed, and who stands behind it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimReport {
    /// `c1`, `c2` …
    pub id: Id,
    /// The claim's words; pieces are joined with " … ".
    pub text: String,
    /// Whether it is quoted.
    pub form: Form,
    /// The last hop.
    pub root: Root,
    /// From the publication inwards to the root.
    pub chain: Chain,
    /// No outlet stands between the publication and the root.
    pub first_hand: bool,
    /// When it was said.
    pub when: Option<When>,
    /// "probably", "may".
    pub hedges: Vec<String>,
    /// Everywhere it stands, the first one first.
    pub occurrences: Vec<Occurrence>,
    /// Ids of the lines about verification and answers that concern it.
    pub lines: Vec<Id>,
    /// Ids of the findings about it.
    pub findings: Vec<Id>,
}

/// A line about the reporting itself.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LineReport {
    /// `l1`, `l2` …
    pub id: Id,
    /// What it says.
    pub kind: LineKind,
    /// Its sentence.
    pub text: String,
    /// Its sentence.
    pub span: Span,
    /// Where the sentence begins.
    pub position: Position,
    /// The words that make it such a line: "did not respond".
    pub cue: Span,
    /// The agent (its id) that did not answer, or that could not verify; null where nobody is named.
    pub agent: Option<Id>,
    /// That agent's name.
    pub agent_text: Option<String>,
    /// Ids of the claims that it is about.
    pub claims: Vec<Id>,
}

/// Who is at the root of a claim.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Root {
    /// The canonical name.
    pub text: String,
    /// What kind of agent it is.
    pub kind: AgentKind,
    /// Whether there is somebody to call: a name, a body, or an unnamed spokesman of one. Of other unnamed people nobody knows whom.
    pub callable: bool,
}

/// When something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct When {
    /// "on Monday", as the copy has it.
    pub text: String,
    /// The day, where it can be told from the dateline or `--date`.
    #[schemars(with = "Option<String>")]
    pub date: Option<jiff::civil::Date>,
}

/// One place where a claim stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Occurrence {
    /// The claim's words there.
    pub span: Places,
    /// Where the first of them is.
    pub position: Position,
    /// The attribution that makes it; null for an own-voice claim.
    pub attribution: Option<Id>,
    /// `headline`, `lead`, `body` or `caption`.
    pub block: crate::document::BlockKind,
}

/// Something that a check found.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FindingReport {
    /// `f1`, `f2` …
    pub id: Id,
    /// The check's name.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// Where.
    pub span: Span,
    /// Where, as an editor shows it.
    pub position: Position,
    /// The claim it is about, where it is about one.
    pub claim: Option<Id>,
    /// The same for the same finding after edits elsewhere.
    pub fingerprint: String,
    /// Where it ends, as an editor shows it.
    pub end: Position,
    /// What its own place is to it: "the claim".
    pub label: String,
    /// The other pieces of the copy that belong to it.
    pub labels: Vec<LabelReport>,
    /// Every claim that it is about, `claim` first.
    pub claims: Vec<Id>,
    /// Where the copy names each hop of the claim's chain, from the publication inwards.
    pub chain: Vec<LabelReport>,
}

/// A piece of the copy that belongs to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LabelReport {
    /// Where.
    pub span: Span,
    /// Where, as an editor shows it.
    pub position: Position,
    /// Where it ends, as an editor shows it.
    pub end: Position,
    /// What it is to the finding: "relays it".
    pub text: String,
}
