//! A story in one line: how many claims it makes, and who stands behind them.

use super::cell::clean;
use super::contract::{ClaimReport, DocumentReport};
use super::names::{count, path};
use crate::terms::{AgentKind, Form};

/// How a document's claims fall out. `first_hand`, `second_hand` and `unattributed` add up to `claims`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// All claims.
    pub claims: usize,
    /// Somebody is behind it, and no outlet stands between.
    pub first_hand: usize,
    /// Somebody is behind it, and an outlet stands between.
    pub second_hand: usize,
    /// Nobody is behind it: the root is the publication itself or unknown.
    pub unattributed: usize,
    /// Those of `unattributed` that are in the publication's own voice.
    pub own_voice: usize,
    /// Those of `first_hand` and `second_hand` whose root is anonymous; the unnamed spokesman of a body is not, who can be called.
    pub anonymous: usize,
}

impl Summary {
    /// Counts the claims of `doc`.
    pub fn of(doc: &DocumentReport) -> Self {
        let mut summary = Self { claims: doc.claims.len(), ..Self::default() };
        doc.claims.iter().for_each(|claim| summary.add(claim));
        summary
    }

    fn add(&mut self, claim: &ClaimReport) {
        match claim.root.kind {
            AgentKind::Publication | AgentKind::Unknown => self.unattributed += 1,
            _ if claim.first_hand => self.first_hand += 1,
            _ => self.second_hand += 1,
        }
        self.own_voice += usize::from(is_own_voice(claim));
        self.anonymous += usize::from(claim.root.kind == AgentKind::Anonymous && !claim.root.callable);
    }

    fn counts(&self) -> String {
        if self.claims == 0 {
            return "no claims".to_owned();
        }
        let own = if self.own_voice > 0 { format!(" ({} in its own voice)", self.own_voice) } else { String::new() };
        format!(
            "{}: {} first-hand, {} second-hand, {} unattributed{own}; {}",
            count(self.claims, "claim"),
            self.first_hand,
            self.second_hand,
            self.unattributed,
            anonymous(self.anonymous),
        )
    }
}

fn anonymous(roots: usize) -> String {
    match roots {
        1 => "1 has an anonymous root".to_owned(),
        n => format!("{n} have anonymous roots"),
    }
}

/// Whether the publication itself makes the claim.
pub fn is_own_voice(claim: &ClaimReport) -> bool {
    claim.form == Form::OwnVoice
}

/// Whether there is nobody behind the claim whom one could call.
pub fn is_uncallable(claim: &ClaimReport) -> bool {
    !claim.root.callable
}

/// The publication, the date where it is known, and the counts; for beneath a heading that has the path.
pub fn headless(doc: &DocumentReport) -> String {
    let date = doc.meta.dateline.as_ref().and_then(|d| d.date.clone());
    let date = date.or_else(|| doc.meta.published.map(|d| d.to_string()));
    let parts = [Some(doc.meta.publication.name.clone()), date, Some(Summary::of(doc).counts())];
    parts.into_iter().flatten().map(|part| clean(&part)).collect::<Vec<_>>().join(" · ")
}

/// `kim-putin.txt · Reuters · Sept. 4 · 9 claims: 3 first-hand, …`
pub fn line(doc: &DocumentReport) -> String {
    format!("{} · {}", clean(path(doc)), headless(doc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn the_line_says_it_all() {
        let (doc, _) = fixture::story();
        insta::assert_snapshot!(line(&doc));
    }

    #[test]
    fn the_parts_add_up() {
        let sum = Summary::of(&fixture::story().0);
        assert_eq!(sum.claims, sum.first_hand + sum.second_hand + sum.unattributed);
    }

    #[test]
    fn without_claims_or_date() {
        let (mut doc, _) = fixture::story();
        doc.claims.clear();
        doc.path = None;
        doc.meta.dateline = None;
        doc.meta.published = None;
        assert_eq!(line(&doc), "standard input · Reuters · no claims");
    }
}
