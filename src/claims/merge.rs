//! Claims that stand twice: in a headline, in a summary, in a copy of the story further down a page.

use super::{Claim, alike};
use crate::attributions::Reading;
use crate::chains::Hop;
use crate::document::{BlockKind, Document};
use crate::terms::AgentKind;
use std::cell::OnceCell;

/// One claim for each proposition with its chain; headlines come last.
pub(super) fn merge<'a>(document: &Document, reading: &Reading<'_>, claims: Vec<Claim<'a>>) -> Vec<Claim<'a>> {
    let mut merged: Vec<Claim> = Vec::with_capacity(claims.len());
    let mut sketches = Vec::with_capacity(claims.len());
    for claim in claims {
        match home(document, reading, (&merged, &sketches), &claim) {
            Some(index) => merged[index].occurrences.append(claim.occurrences),
            None => {
                sketches.push(claim.sketch);
                merged.push(claim);
            }
        }
    }
    for claim in &mut merged {
        let first = claim.occurrences[0].content[0].start;
        claim.occurrences.sort_by_key(|occurrence| occurrence.content[0].start);
        if claim.occurrences[0].content[0].start != first {
            claim.words = OnceCell::new();
            claim.sketch = alike::sketch(reading, &claim.occurrences[0].content);
        }
    }
    merged.sort_by_key(|claim| claim.occurrences[0].content[0].start);
    merged
}

/// The earlier claim that this one is another occurrence of; their sketches stand beside them, so that these can be looked through in no time.
fn home(
    document: &Document,
    reading: &Reading<'_>,
    (merged, sketches): (&[Claim], &[u64]),
    claim: &Claim,
) -> Option<usize> {
    let block = claim.occurrences[0].block;
    let original = document.blocks[block].copy_of;
    let headline = sums_up(document, block);
    let from = merged.len().saturating_sub(NEAR);
    if original.is_none() && !headline {
        let mut near = sketches[from..].iter().zip(&merged[from..]);
        let same = near.position(|(sketch, other)| *sketch == claim.sketch && is_same(reading, claim, other));
        return same.map(|index| from + index);
    }
    let mut best: Option<(usize, usize)> = None;
    for (index, other) in merged.iter().enumerate().skip(from).rev() {
        let in_original = original.is_some_and(|at| other.occurrences.iter().any(|o| o.block == at));
        let same = is_same(reading, claim, other)
            || in_original && claim.shares(reading, other, 90)
            || headline
                && (same_chain(claim, other)
                    || names_sort_only(claim, other)
                    || names_office_only(reading, claim, other))
                && claim.shares(reading, other, 60)
                && (claim.words(reading).count() > 1 || holds_all(reading, other, claim));
        if !same {
            continue;
        }
        let share = claim.words(reading).share_in(other.words(reading));
        if best.is_none_or(|(_, most)| share >= most) {
            best = Some((index, share));
        }
    }
    best.map(|(index, _)| index)
}

/// Whether every word of the headline's claim, small ones too, stands in the other: of "Nobody asked us", "the judge had not asked" has one word,
/// which is none.
fn holds_all(reading: &Reading<'_>, other: &Claim, headline: &Claim) -> bool {
    let words = |claim: &Claim| {
        let tokens = claim.occurrences[0].content.clone().into_iter().flatten();
        tokens
            .map(|at| reading.token(at))
            .filter(|token| token.has_letters())
            .map(|token| token.key)
            .collect::<Vec<u64>>()
    };
    let held = words(other);
    words(headline).iter().all(|word| held.contains(word))
}

/// A headline, or a line of the summary between it and the lead ("* Company sees revenue of $2 bln").
pub(super) fn sums_up(document: &Document, block: usize) -> bool {
    let lead = |at: usize| document.blocks.get(at).is_some_and(|block| block.kind == BlockKind::Lead);
    document.blocks[block].kind == BlockKind::Headline || lead(block) && lead(block + 1)
}

/// How many claims before one are compared with it.
const NEAR: usize = 400;

/// Whether two claims have the same words and came through the same agents.
fn is_same(reading: &Reading<'_>, claim: &Claim, other: &Claim) -> bool {
    claim.sketch == other.sketch && same_chain(claim, other) && claim.words(reading).same(other.words(reading))
}

/// "…: sources", "…: report": the headline names only the sort of source, and the other claim came through one of that sort.
fn names_sort_only(headline: &Claim, other: &Claim) -> bool {
    let sorts = |kind: AgentKind| match kind {
        AgentKind::Anonymous => Some(AgentKind::Anonymous),
        AgentKind::Document | AgentKind::Outlet => Some(AgentKind::Document),
        _ => None,
    };
    let [only] = &headline.chain[..] else { return false };
    let short = only.mention.as_ref().is_some_and(|mention| mention.len() == 1);
    short && sorts(only.kind).is_some() && other.chain.iter().any(|hop| sorts(hop.kind) == sorts(only.kind))
}

/// "…, minister says": the headline names only the office of the one whom the other claim names in full, as its root.
fn names_office_only(reading: &Reading<'_>, headline: &Claim, other: &Claim) -> bool {
    let head = |hop: &Hop| {
        let mention = hop.mention.as_ref()?;
        let noun = reading.phrases.noun_at(mention.start)?;
        Some(reading.token(noun.end.min(mention.end) - 1).key)
    };
    let [only] = &headline.chain[..] else { return false };
    let short = only.mention.as_ref().is_some_and(|mention| mention.len() == 1);
    short && head(only).is_some() && other.chain.last().and_then(head) == head(only)
}

/// Whether two claims came through the same agents.
fn same_chain(a: &Claim, b: &Claim) -> bool {
    a.chain.iter().map(|hop| hop.agent).eq(b.chain.iter().map(|hop| hop.agent))
}
