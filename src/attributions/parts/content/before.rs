//! Content that stands before its source or cue: where it begins.

use super::trailing_tag::is_speech_verb;
use super::trimmed;
use crate::attributions::view::Reading;
use crate::phrases::Tag;
use crate::tokens::{Sentence, keys};
use crate::words::Kind;
use std::ops::Range;

/// Content before a source or cue: from the clause's start to the token before `end`, a comma left out. An "and" or "but" that opens
/// the sentence outside quotation marks is the writer's.
pub fn content_before(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let start = content_start(reading, sentence, end);
    let joins =
        start == sentence.tokens.start && reading.tag(start) == Tag::Coordinator && !reading.is_word(start, "so");
    let start = start + usize::from(joins && start + 1 < end);
    let range = trimmed(reading, start..end);
    (!range.is_empty()).then_some(range)
}

/// Where content that ends at `end` begins: the sentence's start, or the start of the quotation it closes.
fn content_start(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> usize {
    let start = sentence.tokens.start;
    let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else { return end };
    let last = if reading.token(last).kind == Kind::Comma && last > start { last - 1 } else { last };
    let quotation = reading.tokens.quotation_at(last).map(|index| (index, &reading.tokens.quotations[index].tokens));
    match quotation {
        // the cue stands in the quotation too: a mark is missing, or somebody is quoted who tells what another said
        Some((_, around)) if around.end > end => around.start.max(start),
        Some((index, _)) => quoted_start(reading, sentence, index),
        None => behind_label(reading, start, end),
    }
}

/// "The facts: |no such memo exists, the ministry says": behind what a column or a paragraph is called.
fn behind_label(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    const LABELS: &[u64] = keys!["claim", "fact", "facts", "verdict", "ruling", "background", "context", "truth"];
    let near = start..end.min(start + 4);
    let colon = reading.marks(near, Kind::Colon).next().filter(|colon| *colon > start && *colon + 1 < end);
    colon.filter(|colon| reading.is_any(colon - 1, LABELS)).map_or(start, |colon| colon + 1)
}

/// The start of a quotation's content: its mark, or the clause it stands in.
fn quoted_start(reading: &Reading<'_>, sentence: &Sentence, index: usize) -> usize {
    let start = sentence.tokens.start;
    let open = reading.tokens.quotations[index].tokens.start;
    let before = open.checked_sub(1).filter(|at| *at >= start);
    match before {
        None => open,
        Some(at) if reading.token(at).kind == Kind::Comma || reading.token(at).kind == Kind::Colon => {
            if has_cue_before(reading, start, at) { open } else { start }
        }
        Some(at) if is_speech_verb(reading, at, open) => open,
        Some(_) => start,
    }
}

fn has_cue_before(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| is_speech_verb(reading, at, end))
}
