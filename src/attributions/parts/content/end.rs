//! Where content behind a cue ends: at the first place where another statement begins.

use super::another_speaker::{contrasts_speaker, new_speaker, speaker_saying, speaks_next, spoke_before};
use super::another_verb::{continues_subject, joins_another_verb};
use super::borders::{may_end_content, opens_inside, parts_subject};
use super::own_clause::{ends_fronted_clause, ends_relative_clause};
use super::telling::{is_ing_cue, is_manner_of_telling, is_source_phrase};
use super::trailing_tag::is_trailing_tag;
use crate::attributions::cue::CueGroup;
use crate::attributions::view::Reading;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;

/// Where the content that starts at `start` stops, `limit` at the latest.
pub(super) fn content_end(reading: &Reading<'_>, start: usize, limit: usize, cue: &CueGroup) -> usize {
    let mut at = start;
    if let Some(end) = opening_quotation_end(reading, start, limit) {
        if ends_with_its_quotation(reading, end, limit) {
            return end;
        }
        at = end;
    }
    while let Some(next) = reading.those(at..limit, may_end_content).next() {
        at = next;
        if let Some(quotation) =
            reading.tokens.quotation_at(at).filter(|q| reading.tokens.quotations[*q].tokens.start == at)
        {
            at = reading.tokens.quotations[quotation].tokens.end.min(limit);
            if at < limit && said_after_quotation(reading, at, limit) {
                return at;
            }
            continue;
        }
        if stops_content(reading, start, at, limit, cue) {
            return at;
        }
        at += 1;
    }
    limit
}

/// The end of the quotation that opens the content.
fn opening_quotation_end(reading: &Reading<'_>, start: usize, limit: usize) -> Option<usize> {
    let quotation = reading.tokens.quotation_at(start).filter(|_| !reading.tokens.is_quoted(start))?;
    Some(reading.tokens.quotations[quotation].tokens.end.min(limit))
}

/// A quotation that closes with its own full stop or comma ends the content; one that runs on in the sentence does not.
fn ends_with_its_quotation(reading: &Reading<'_>, end: usize, limit: usize) -> bool {
    if end >= limit {
        return true;
    }
    let last = end.checked_sub(2).map(|at| reading.token(at).kind);
    let next = reading.token(end).kind;
    matches!(last, Some(Kind::Comma | Kind::Stop | Kind::Exclaim))
        || next == Kind::Comma && said_after_quotation(reading, end, limit)
}

/// `", he added` right after a quotation
fn said_after_quotation(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    is_trailing_tag(reading, at, limit)
        || is_source_phrase(reading, at)
        || reading.token(at).kind == Kind::Comma && is_trailing_tag(reading, at + 1, limit)
}

/// Whether another statement begins here, so that content that started at `start` is over.
fn stops_content(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    if at == start || reading.tokens.is_quoted(at) {
        return false;
    }
    match reading.token(at).kind {
        Kind::Semicolon => true,
        Kind::Comma if opens_inside(reading, start, at) || parts_subject(reading, start, at) => false,
        Kind::Comma => {
            stops_at_comma(reading, at + 1, limit, cue)
                || ends_fronted_clause(reading, at, limit, cue)
                || ends_relative_clause(reading, at, limit, cue)
        }
        Kind::Word => {
            reading.tag(at) == Tag::Coordinator && continues_subject(reading, at + 1, limit, cue)
                || joins_another_verb(reading, start, at, limit, cue)
                || starts_trailing_clause(reading, at)
                || contrasts_speaker(reading, at, limit)
        }
        _ => false,
    }
}

/// Whether what stands behind a comma is another statement, or tells of the telling.
fn stops_at_comma(reading: &Reading<'_>, next: usize, limit: usize, cue: &CueGroup) -> bool {
    if next >= limit {
        return false;
    }
    is_ing_cue(reading, next)
        || is_source_phrase(reading, next)
        || starts_trailing_clause(reading, next)
        || is_manner_of_telling(reading, next, limit)
        || is_trailing_tag(reading, next, limit)
        || reading.tag(next) == Tag::Coordinator
            && (continues_subject(reading, next + 1, limit, cue) || new_speaker(reading, next + 1, limit))
        || contrasts_speaker(reading, next, limit)
        || speaks_next(reading, next, limit)
        || speaker_saying(reading, next, limit)
        || spoke_before(reading, next, limit)
}

/// "after", "as" and the like start an adjunct of the whole only with a cue of their own; "when asked" does at once.
fn starts_trailing_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_word(at, "when")
        && reading.tokens.all.get(at + 1).is_some()
        && reading.is_any(at + 1, keys!["asked", "questioned", "pressed"])
}
