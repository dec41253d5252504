//! A chain in one line: `Reuters ← New York Times ⇠ U.S. and allied sources`.

use super::cell::{clean, shorten};
use super::contract::{Chain, ClaimReport, HopReport};
use super::shared::Shared;
use crate::terms::Stance;

/// What `⇠` and `?` mean.
pub const LEGEND_INFERRED: &str = "⇠ carried over from elsewhere in the copy, not stated there";
/// See [`LEGEND_INFERRED`].
pub const LEGEND_UNRESOLVED: &str = "? the copy does not tell who that is";

/// The longest name shown in a chain, in terminal columns.
const LONGEST_NAME: usize = 80;

/// The hop's agent as shown: its canonical name, else its words, else "nobody named".
pub fn name(hop: &HopReport) -> String {
    [&hop.canonical, &hop.text]
        .into_iter()
        .map(|s| clean(s))
        .find(|s| !s.is_empty())
        .unwrap_or_else(|| "nobody named".to_owned())
}

/// The chain from the publication to the root: `←` before a stated hop, `⇠` before an inferred one, `?` after an unresolved one. Of one on
/// the way who only tells of the others to deny it, that is told too.
pub fn chain(hops: &Chain) -> String {
    let mut line = String::new();
    for (i, hop) in hops.iter().enumerate() {
        if i > 0 {
            line.push_str(if hop.inferred { " ⇠ " } else { " ← " });
        }
        line.push_str(&marked(hop));
        if i + 1 < hops.len() && denies(hop) {
            line.push_str(" (denies)");
        }
    }
    line
}

fn denies(hop: &HopReport) -> bool {
    hop.stance == Some(Stance::Denies)
}

/// Who is at the claim's root, with `?` where that is unresolved.
pub fn root(claim: &ClaimReport) -> String {
    claim.chain.last().map(|hop| marked(hop)).unwrap_or_else(|| clean(&claim.root.text))
}

fn marked(hop: &HopReport) -> String {
    let mark = if hop.resolved { "" } else { "?" };
    format!("{}{mark}", shorten(&name(hop), LONGEST_NAME))
}

/// The same for a spreadsheet: `Reuters < New York Times < (inferred) U.S. and allied sources`.
pub fn plain_chain(hops: &Chain) -> String {
    let root = hops.len().saturating_sub(1);
    let denied = |at: usize, hop: &HopReport| if at < root && denies(hop) { " (denies)" } else { "" };
    let hops = hops.iter().enumerate().map(|(at, hop)| plain_hop(hop) + denied(at, hop));
    hops.collect::<Vec<_>>().join(" < ")
}

fn plain_hop(hop: &HopReport) -> String {
    let inferred = if hop.inferred { "(inferred) " } else { "" };
    let unresolved = if hop.resolved { "" } else { "(unresolved) " };
    format!("{inferred}{unresolved}{}", name(hop))
}

/// The signs to explain beneath these chains; none where only `←` occurs.
pub fn legend<'h>(hops: impl Iterator<Item = &'h Shared<HopReport>> + Clone) -> Vec<&'static str> {
    let inferred = hops.clone().any(|h| h.inferred).then_some(LEGEND_INFERRED);
    let unresolved = hops.clone().any(|h| !h.resolved).then_some(LEGEND_UNRESOLVED);
    inferred.into_iter().chain(unresolved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn inferred_and_unresolved_hops_show() {
        let (doc, _) = fixture::story();
        let shown: Vec<_> = doc.claims.iter().map(|c| chain(&c.chain)).collect();
        insta::assert_debug_snapshot!(shown);
    }

    #[test]
    fn a_spreadsheet_gets_words() {
        let (doc, _) = fixture::story();
        assert_eq!(plain_chain(&doc.claims[2].chain), "Reuters < Larkhaven Courier < (inferred) two council officials");
    }

    #[test]
    fn one_on_the_way_who_denies_is_told() {
        let (doc, _) = fixture::story();
        let denied = |hop: &HopReport| HopReport { stance: Some(Stance::Denies), ..hop.clone() };
        let hops: Chain = doc.claims[2].chain.iter().map(|hop| Shared::new(denied(hop))).collect();
        assert_eq!(chain(&hops), "Reuters (denies) ← Larkhaven Courier (denies) ⇠ two council officials");
        assert!(plain_chain(&hops).ends_with("Larkhaven Courier (denies) < (inferred) two council officials"));
    }

    #[test]
    fn only_signs_that_occur_are_explained() {
        let (doc, _) = fixture::story();
        assert!(legend(doc.claims[0].chain.iter()).is_empty());
        assert_eq!(legend(doc.claims[2].chain.iter()), [LEGEND_INFERRED]);
    }
}
