//! Quotations that go on after their cue's sentence.

use super::Attribution;
use super::view::Reading;
use crate::tokens::Sentence;
use std::ops::Range;

/// Gives each attribution the quoted words that follow it and have no cue of their own.
pub fn extend(reading: &Reading<'_>, attributions: &mut [Attribution]) {
    let mut taken: Vec<bool> = cued_sentences(reading, attributions);
    let mut finished = vec![false; reading.tokens.quotations.len()];
    for attribution in attributions.iter_mut().filter(|one| one.nested_in.is_none()) {
        finish_quotation(reading, attribution, &mut finished);
        if quoted_to_the_end(reading, attribution) || is_tagged_clause(attribution) {
            take_following(reading, attribution, &mut taken);
        }
    }
}

/// Per sentence, whether some cue stands in it outside quotation marks, or such a cue in another sentence has it as content.
fn cued_sentences(reading: &Reading<'_>, attributions: &[Attribution]) -> Vec<bool> {
    let mut cued = vec![false; reading.tokens.sentences.len()];
    for attribution in attributions.iter().filter(|one| !reading.tokens.is_quoted(one.head)) {
        cued[attribution.sentence] = true;
        for piece in attribution.content.iter().filter(|piece| !piece.is_empty()) {
            let first = reading.tokens.sentence_at(piece.start);
            cued[first..=reading.tokens.sentence_at(piece.end - 1)].fill(true);
        }
    }
    cued
}

/// A quotation that the sentence's end cut off is taken whole, and with it the paragraphs that reopen it. One that is `finished`
/// already is another's: where a closing mark is missing, many cues stand in what seems one quotation.
fn finish_quotation(reading: &Reading<'_>, attribution: &mut Attribution, finished: &mut [bool]) {
    let Some(last) = attribution.content.last_mut() else { return };
    let Some(mut index) = last.end.checked_sub(1).and_then(|at| reading.tokens.quotation_at(at)) else { return };
    let quotations = &reading.tokens.quotations;
    // a mark that is never closed: the cue stands behind it too
    if quotations[index].tokens.contains(&attribution.head) {
        return;
    }
    if quotations[index].tokens.start < last.start && !starts_content(last, &quotations[index].tokens) {
        return;
    }
    if std::mem::replace(&mut finished[index], true) {
        return;
    }
    last.end = last.end.max(quotations[index].tokens.end);
    while quotations.get(index + 1).is_some_and(|next| next.continues == Some(index)) {
        index += 1;
        finished[index] = true;
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

/// "The lake has shrunk, said Orlik. 'In ten years …'": a clause whose speaker is named behind it; the quotation that follows is his.
fn is_tagged_clause(attribution: &Attribution) -> bool {
    matches!(attribution.rule, "content-first" | "content-first-inverted")
}

/// The sentences after it that are quotations through and through: in its paragraph, and in paragraphs of nothing else. None of them
/// is `taken`: has a cue of its own, or is what another attribution goes on with.
fn take_following(reading: &Reading<'_>, attribution: &mut Attribution, taken: &mut [bool]) {
    let sentences = &reading.tokens.sentences;
    let block = sentences[attribution.sentence].block;
    let last = attribution.content.iter().map(|piece| piece.end).max().unwrap_or_default();
    let mut next = attribution.sentence.max(sentence_before(reading, last)) + 1;
    while next < sentences.len() && !taken[next] && is_quoted_whole(reading, &sentences[next]) {
        let same_paragraph = sentences[next].block == block;
        if !same_paragraph && !is_quoted_block(reading, next, taken) {
            break;
        }
        add(&mut attribution.content, sentences[next].tokens.clone(), same_paragraph);
        taken[next] = true;
        next += 1;
    }
}

/// The sentence of the token before `end`.
fn sentence_before(reading: &Reading<'_>, end: usize) -> usize {
    end.checked_sub(1).map_or(0, |at| reading.tokens.sentence_at(at))
}

/// Whether every sentence of the block that `index` stands in is quoted whole and not taken; looks at a block's first 12.
fn is_quoted_block(reading: &Reading<'_>, index: usize, taken: &[bool]) -> bool {
    let sentences = &reading.tokens.sentences;
    let block = sentences[index].block;
    let mut all = (index..sentences.len()).take(12).take_while(|at| sentences[*at].block == block);
    all.all(|at| !taken[at] && is_quoted_whole(reading, &sentences[at]))
}

/// Adds a piece; one right behind the last in the same paragraph makes it longer.
fn add(content: &mut Vec<Range<usize>>, piece: Range<usize>, same_paragraph: bool) {
    if let Some(last) =
        content.last_mut().filter(|last| same_paragraph && last.end >= piece.start || last.end > piece.start)
    {
        last.end = last.end.max(piece.end);
    } else {
        content.push(piece);
    }
}

/// Whether a sentence stands in quotation marks from its first word to its last.
pub fn is_quoted_whole(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    let Range { start, end } = sentence.tokens;
    let marks = |at: usize| reading.tokens.quotation_at(at).is_some();
    end > start && marks(start) && (marks(end - 1) || end - start > 1 && marks(end - 2))
}
