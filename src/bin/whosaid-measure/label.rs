//! What of all that is proposed is right, by the annotation: what the weights are fitted on.

use crate::brat::{Annotated, Gold};
use crate::fit::Examples;
use crate::marked::{CONTENT, CUE, Marked, Words, jaccard};
use crate::score::ENOUGH;
use std::collections::BTreeSet;
use std::slice::from_ref;
use whosaid::attributions::{EndSite, Proposal};
use whosaid::span::Span;

/// Adds the proposals of a text: right where they are annotated.
pub fn proposals(document: &Annotated, proposals: &[Proposal], examples: &mut Examples) {
    let words = Words::of(&document.text);
    let gold: Vec<Marked> = document.gold.iter().map(|gold| Marked::of(&document.text, &words, gold)).collect();
    for proposal in proposals {
        let head = words.covered(from_ref(&(proposal.head.start..proposal.head.end)));
        let right = gold.iter().any(|gold| is_right(document, &words, proposal, gold));
        let touched = gold.iter().any(|gold| !gold.covered[CUE].is_disjoint(&head));
        let nested = gold.iter().any(|gold| head.is_subset(&gold.covered[CONTENT]));
        // what stands inside another's content is not annotated: neither right nor wrong
        if right || touched || !nested {
            examples.add(&proposal.features, right);
        }
    }
}

/// Whether the proposal is the annotated one: its cue's head touches the cue, content and source agree. A quotation that goes on behind
/// the proposal's sentence is no matter of its own.
fn is_right(document: &Annotated, words: &Words, proposal: &Proposal, gold: &Marked) -> bool {
    let pieces = |spans: &[Span]| spans.iter().map(|span| span.start..span.end).collect();
    let cue = std::iter::once(proposal.head.start..proposal.head.end).collect();
    let own = Gold { source: pieces(&proposal.source), cue, content: pieces(&proposal.content) };
    let own = Marked::of(&document.text, words, &own);
    let told: BTreeSet<usize> =
        gold.words[CONTENT].iter().copied().filter(|at| words.spans[*at].start < proposal.until).collect();
    own.same_cue(gold)
        && jaccard(&own.words[CONTENT], &told) >= ENOUGH
        && (own.same_source(gold, words) || !own.is_sourced() && !gold.is_sourced())
}

/// Adds, for every content that starts where an annotated one does, the decisions to go on or to end.
pub fn ends(document: &Annotated, sites: &[EndSite], examples: &mut Examples) {
    let words = Words::of(&document.text);
    let gold: Vec<Marked> = document.gold.iter().map(|gold| Marked::of(&document.text, &words, gold)).collect();
    for site in sites {
        let head = words.covered(from_ref(&(site.head.start..site.head.end)));
        let same = gold.iter().find(|gold| !gold.covered[CUE].is_disjoint(&head));
        if let Some(told) = same.and_then(|gold| told_behind(&words, site, gold)) {
            decisions(&words, site, &told, examples);
        }
    }
}

/// The annotated content's words in the site's sentence, where they begin with the site's.
fn told_behind(words: &Words, site: &EndSite, gold: &Marked) -> Option<BTreeSet<usize>> {
    let inside = |at: &usize| (site.start..site.until).contains(&words.spans[*at].start);
    let told: BTreeSet<usize> = gold.words[CONTENT].iter().copied().filter(inside).collect();
    let own = words.words_of(&words.covered(from_ref(&(site.start..site.until))));
    (own.first() == told.first()).then_some(told)
}

/// One example for each place up to the annotated end; none where that end is no such place.
fn decisions(words: &Words, site: &EndSite, told: &BTreeSet<usize>, examples: &mut Examples) {
    let is_over = |place: usize| told.last().is_none_or(|last| words.spans[*last].start < place);
    let Some(end) = site.stops.iter().position(|(place, _)| is_over(*place)) else { return };
    let covered = words.words_of(&words.covered(from_ref(&(site.start..site.stops[end].0))));
    if jaccard(&covered, told) < EXACT {
        return;
    }
    for (at, (_, features)) in
        site.stops.iter().enumerate().take(end + 1).filter(|(_, (_, features))| !features.is_empty())
    {
        examples.add(features, at == end);
    }
}

/// Share of words from which a place counts as the annotated end.
const EXACT: f64 = 0.9;
