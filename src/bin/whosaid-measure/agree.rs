//! When a proposal counts as right.

use crate::brat::Gold;
use std::collections::BTreeSet;
use std::ops::Range;
use whosaid::span::Span;

/// Share of content words that must be common (Jaccard index), as in the field's linked score.
const ENOUGH: f64 = 0.5;

/// Start bytes of the words that the pieces cover.
pub fn words(text: &str, pieces: &[Range<usize>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for piece in pieces {
        let mut inside = false;
        for (at, c) in text[piece.clone()].char_indices() {
            let is_word = c.is_alphanumeric();
            if is_word && !inside {
                found.insert(piece.start + at);
            }
            inside = is_word;
        }
    }
    found
}

/// The same for spans.
pub fn span_words(text: &str, spans: &[Span]) -> BTreeSet<usize> {
    let pieces: Vec<Range<usize>> = spans.iter().map(|span| span.start..span.end).collect();
    words(text, &pieces)
}

/// Whether the contents share enough words.
pub fn same_content(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> bool {
    let common = a.intersection(b).count() as f64;
    let all = a.union(b).count() as f64;
    all > 0.0 && common / all >= ENOUGH
}

/// Whether the sources share a word, or both are missing.
pub fn same_source(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> bool {
    a.is_empty() && b.is_empty() || a.intersection(b).next().is_some()
}

/// Whether the span touches the annotated cue.
pub fn touches(span: Span, gold: &Gold) -> bool {
    gold.cue.iter().any(|piece| piece.start < span.end && span.start < piece.end)
}

/// Whether the span stands inside the annotated content.
pub fn inside_content(span: Span, gold: &Gold) -> bool {
    gold.content.iter().any(|piece| piece.start <= span.start && span.end <= piece.end)
}
