//! Quotations that go on after their cue's sentence.

use super::Attribution;
use super::view::Reading;
use crate::tokens::Sentence;
use std::ops::Range;

/// Gives each attribution the quoted words that follow it and have no cue of their own.
pub fn extend(reading: &Reading<'_>, attributions: &mut [Attribution]) {
    let cued: Vec<bool> = cued_sentences(reading, attributions);
    for attribution in attributions.iter_mut().filter(|one| one.nested_in.is_none()) {
        finish_quotation(reading, attribution);
        if quoted_to_the_end(reading, attribution) {
            take_following(reading, attribution, &cued);
        }
    }
}

/// Per sentence, whether some cue stands in it outside quotation marks.
fn cued_sentences(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<bool> {
    let mut cued = vec![false; reading.tokens.sentences.len()];
    for attribution in attributions.iter().filter(|one| !reading.tokens.is_quoted(one.head)) {
        cued[attribution.sentence] = true;
    }
    cued
}

/// A quotation that the sentence's end cut off is taken whole, and with it the paragraphs that reopen it.
fn finish_quotation(reading: &Reading<'_>, attribution: &mut Attribution) {
    let Some(last) = attribution.content.last_mut() else { return };
    let Some(mut index) = last.end.checked_sub(1).and_then(|at| reading.tokens.quotation_at(at)) else { return };
    let quotations = &reading.tokens.quotations;
    if quotations[index].tokens.start < last.start && !starts_content(last, &quotations[index].tokens) {
        return;
    }
    last.end = last.end.max(quotations[index].tokens.end);
    while quotations.get(index + 1).is_some_and(|next| next.continues == Some(index)) {
        index += 1;
        attribution.content.push(quotations[index].tokens.clone());
    }
}

fn starts_content(piece: &Range<usize>, quotation: &Range<usize>) -> bool {
    quotation.contains(&piece.start)
}

/// Whether the attribution's sentence holds a quotation of it: only then may quoted sentences that follow be its own.
fn quoted_to_the_end(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    attribution
        .content
        .iter()
        .any(|piece| piece.end > piece.start && reading.tokens.quotation_at(piece.end - 1).is_some())
}

/// The sentences after it in its paragraph that are quotations through and through.
fn take_following(reading: &Reading<'_>, attribution: &mut Attribution, cued: &[bool]) {
    let sentences = &reading.tokens.sentences;
    let block = sentences[attribution.sentence].block;
    let mut next = attribution.sentence + 1;
    while next < sentences.len()
        && sentences[next].block == block
        && !cued[next]
        && is_quoted_whole(reading, &sentences[next])
    {
        add(&mut attribution.content, sentences[next].tokens.clone());
        next += 1;
    }
}

fn add(content: &mut Vec<Range<usize>>, piece: Range<usize>) {
    if let Some(last) = content.last_mut().filter(|last| last.end >= piece.start) {
        last.end = last.end.max(piece.end);
    } else {
        content.push(piece);
    }
}

fn is_quoted_whole(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let Range { start, end } = sentence.tokens;
    let marks = |at: usize| reading.tokens.quotation_at(at).is_some();
    end > start && marks(start) && (marks(end - 1) || end - start > 1 && marks(end - 2))
}
