//! What went wrong, by class.

use crate::marked::{CONTENT, CUE, Marked};
use crate::score::ENOUGH;
use std::fmt;

/// Why an annotated attribution was not found, or a found one is not annotated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Class {
    /// No production proposes anything at its cue.
    CueUnknown,
    /// Something is proposed at its cue, and scored too low.
    ScoredTooLow,
    /// Found, but taken to stand inside another's content.
    TakenAsNested,
    /// The content has no word in common with the annotated one.
    WrongSide,
    /// The content begins before the annotated one.
    StartsEarly,
    /// The content begins inside the annotated one.
    StartsLate,
    /// The content goes on past the annotated one.
    EndsLate,
    /// The content stops before the annotated one.
    EndsEarly,
    /// Neither end is right, or a piece is missing in the middle.
    BothEnds,
    /// Content right, source wrong.
    WrongSource,
    /// Content and source right, but another attribution was matched with it.
    Doubled,
    /// Found inside the content of an annotated one.
    SpuriousInside,
    /// Found where nothing is annotated.
    Spurious,
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Class::CueUnknown => "cue unknown",
            Class::ScoredTooLow => "scored too low",
            Class::TakenAsNested => "taken as nested",
            Class::WrongSide => "wrong side",
            Class::StartsEarly => "starts early",
            Class::StartsLate => "starts late",
            Class::EndsLate => "ends late",
            Class::EndsEarly => "ends early",
            Class::BothEnds => "both ends",
            Class::WrongSource => "wrong source",
            Class::Doubled => "doubled",
            Class::SpuriousInside => "spurious inside",
            Class::Spurious => "spurious",
        })
    }
}

/// How the content of the attribution `found` at the cue of `gold` differs.
pub fn content_class(gold: &Marked, found: &Marked) -> Class {
    let (wanted, got) = (&gold.words[CONTENT], &found.words[CONTENT]);
    let ends = |words: &std::collections::BTreeSet<usize>| (words.first().copied(), words.last().copied());
    let ((first, last), (our_first, our_last)) = (ends(wanted), ends(got));
    match () {
        () if gold.content_jaccard(found) >= ENOUGH => Class::WrongSource,
        () if wanted.is_disjoint(got) => Class::WrongSide,
        () if our_first == first && our_last > last => Class::EndsLate,
        () if our_first == first && our_last < last => Class::EndsEarly,
        () if our_last == last && our_first < first => Class::StartsEarly,
        () if our_last == last && our_first > first => Class::StartsLate,
        () => Class::BothEnds,
    }
}

/// The class of an unmatched found attribution whose cue meets no annotated one.
pub fn spurious_class(found: &Marked, gold: &[&Marked]) -> Class {
    let inside = |one: &&Marked| !one.covered[CONTENT].is_disjoint(&found.covered[CUE]);
    if gold.iter().any(inside) { Class::SpuriousInside } else { Class::Spurious }
}
