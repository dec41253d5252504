//! The words for kinds, forms and stances: as the JSON has them, and as a reader sees them.

use super::cell::clean;
use super::contract::{AttributionReport, ClaimReport, DocumentReport, LineReport};
use super::id::Id;
use crate::document::BlockKind;
use crate::terms::{AgentKind, Form, LineKind, Stance};
use rustc_hash::FxHashMap;

/// The kind's name in the contract.
pub fn kind(kind: AgentKind) -> &'static str {
    match kind {
        AgentKind::Publication => "publication",
        AgentKind::Outlet => "outlet",
        AgentKind::Person => "person",
        AgentKind::Organisation => "organisation",
        AgentKind::Group => "group",
        AgentKind::Document => "document",
        AgentKind::Anonymous => "anonymous",
        AgentKind::Unknown => "unknown",
    }
}

/// The block's name in the contract.
pub fn block(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Lead => "lead",
        BlockKind::Body => "body",
        BlockKind::Caption => "caption",
        BlockKind::Byline => "byline",
        BlockKind::Credit => "credit",
        BlockKind::Boilerplate => "boilerplate",
    }
}

/// The kind in a few letters, for a narrow column.
pub fn short_kind(of: AgentKind) -> &'static str {
    match of {
        AgentKind::Publication => "own voice",
        AgentKind::Organisation => "org",
        AgentKind::Anonymous => "anon",
        other => kind(other),
    }
}

/// What the root is: a person's role where the copy tells it, else the kind in a few letters.
pub fn root_sort(claim: &ClaimReport) -> &str {
    let role = claim.chain.last().and_then(|hop| hop.role.as_deref());
    let kind = match claim.root.kind {
        AgentKind::Anonymous if claim.root.callable => "unnamed",
        kind => short_kind(kind),
    };
    role.filter(|role| role.chars().count() <= LONGEST_ROLE).unwrap_or(kind)
}

/// A longer role (in characters) says more than a table wants.
const LONGEST_ROLE: usize = 60;

/// What a line about the reporting says, for a reader.
pub fn line_kind(of: LineKind) -> &'static str {
    match of {
        LineKind::Unverified => "not verified",
        LineKind::NoReply => "no reply",
        LineKind::NoComment => "no comment",
    }
}

/// A line about the reporting: `no reply (c3): The ministry did not respond.`
pub fn line(of: &LineReport) -> String {
    let claims: Vec<String> = of.claims.iter().map(Id::to_string).collect();
    let about = if claims.is_empty() { String::new() } else { format!(" ({})", claims.join(", ")) };
    format!("{}{about}: {}", line_kind(of.kind), clean(&of.text))
}

/// The form's name in the contract.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
        Form::OwnVoice => "own-voice",
    }
}

/// How a claim was put forward, a line each: its form, and what its root did where it did not state the claim.
pub fn how(claim: &ClaimReport) -> Vec<String> {
    let root = claim.chain.last().and_then(|hop| hop.stance);
    let not_stated = match root {
        Some(Stance::Denies) => Some("denied".to_owned()),
        Some(Stance::Declines) => Some("declined".to_owned()),
        _ => None,
    };
    std::iter::once(form(claim.form).to_owned()).chain(not_stated).collect()
}

/// The stance's name in the contract.
pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Says => "says",
        Stance::Cites => "cites",
        Stance::Confirms => "confirms",
        Stance::Doubts => "doubts",
        Stance::Denies => "denies",
        Stance::Declines => "declines",
        Stance::Believes => "believes",
        Stance::Intends => "intends",
        Stance::Decrees => "decrees",
        Stance::Witnesses => "witnesses",
    }
}

/// The document's path, or `standard input`.
pub fn path(doc: &DocumentReport) -> &str {
    doc.path.as_deref().unwrap_or("standard input")
}

/// The document's attributions by their ids.
pub fn attributions(doc: &DocumentReport) -> FxHashMap<Id, &AttributionReport> {
    doc.attributions.iter().map(|a| (a.id, a)).collect()
}

/// `1 claim`, `2 claims`.
pub fn count(number: usize, word: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {word}{s}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    fn written(value: impl Serialize) -> String {
        let json = serde_json::to_string(&value).unwrap();
        json.trim_matches('"').to_owned()
    }

    #[test]
    fn names_are_those_of_the_contract() {
        use AgentKind::*;
        for k in [Publication, Outlet, Person, Organisation, Group, Document, Anonymous, Unknown] {
            assert_eq!(kind(k), written(k));
        }
        use BlockKind::*;
        for b in [Headline, Lead, Body, Caption, Byline, Credit, Boilerplate] {
            assert_eq!(block(b), written(b));
        }
        for f in [Form::Direct, Form::Indirect, Form::Mixed, Form::OwnVoice] {
            assert_eq!(form(f), written(f));
        }
        use Stance::*;
        let stances = [Says, Cites, Confirms, Doubts, Denies, Declines, Believes, Intends, Decrees, Witnesses];
        for s in stances {
            assert_eq!(stance(s), written(s));
        }
    }

    #[test]
    fn one_claim_two_claims() {
        assert_eq!(count(1, "claim"), "1 claim");
        assert_eq!(count(0, "claim"), "0 claims");
    }
}
