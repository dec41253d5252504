//! "P, X said", "P, said X", "\"P?\" X asked".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::parts::content::{content_before, skip_adjuncts};
use crate::attributions::parts::source::{Source, Way, source_after, subject_before};
use crate::attributions::view::Reading;
use crate::lexicon::Frames;
use crate::words::Kind;
use std::ops::Range;

/// "Taxes would rise, the minister said." "\"Taxes will rise,\" the minister said."
pub fn content_then_source(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !takes_content_before(site) || !ends_here(site, cue.tokens.end) {
        return None;
    }
    let source = subject_before(&site.reading, site.start(), cue.tokens.start)?;
    let content = left_content(site, &source)?;
    if super::cue_inside::cue_inside(site).is_some() {
        return None;
    }
    Some(Candidate::new("content-first", site, Some(source), content))
}

/// "Taxes would rise, said the minister."
pub fn content_then_cue(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !takes_content_before(site) || !follows_content(&site.reading, site.start(), cue.tokens.start) {
        return None;
    }
    let source = source_after(&site.reading, cue.head_end, site.sentence.tokens.end)?;
    if !ends_here(site, source.range.end) {
        return None;
    }
    let content = content_before(&site.reading, site.sentence, cue.tokens.start)?;
    if super::cue_inside::cue_inside(site).is_some() {
        return None;
    }
    Some(Candidate::new("content-first-inverted", site, Some(source), content))
}

/// "\"Will taxes rise?\" the reporter asked." where the question mark ended the sentence before.
pub fn content_question(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let first = site.start();
    let before = first.checked_sub(1)?;
    if !takes_content_before(site) || !ends_here(site, cue.tokens.end) {
        return None;
    }
    let quotation = site.reading.tokens.quotation_at(before).map(|q| &site.reading.tokens.quotations[q])?;
    let source = subject_before(&site.reading, first, cue.tokens.start)?;
    let ended = quotation.tokens.end == first && source.range.start == first && ends_question(&site.reading, before);
    ended.then(|| Candidate::new("content-first-question", site, Some(source), quotation.tokens.clone()))
}

fn ends_question(reading: &Reading<'_>, closing: usize) -> bool {
    closing > 0 && matches!(reading.token(closing - 1).kind, Kind::Exclaim | Kind::Comma)
}

/// A finite verb of speech that takes a clause or a quotation.
pub fn takes_content_before(site: &Site<'_>) -> bool {
    let cue = site.cue();
    cue.is_verb() && cue.form.is_main() && !cue.passive && cue.takes(Frames::THAT | Frames::QUOTE | Frames::SO)
}

/// Whether the tag ends here: at the sentence's end or a mark, once times, places and those spoken to are passed over.
pub fn ends_here(site: &Site<'_>, at: usize) -> bool {
    let end = site.sentence.tokens.end;
    let mut at = at;
    if site.cue().takes(Frames::TELL) && at == site.cue().tokens.end {
        at = source_after(&site.reading, at, end).map_or(at, |told| told.range.end);
    }
    let at = skip_adjuncts(&site.reading, at, end);
    at >= end || closes_tag(&site.reading, at)
}

fn closes_tag(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    matches!(token.kind, Kind::Stop | Kind::Comma | Kind::Semicolon | Kind::CloseBracket | Kind::Dash | Kind::Colon)
        || reading.tag(at) == crate::phrases::Tag::Subordinator
        || matches!(reading.tag(at), crate::phrases::Tag::Ing | crate::phrases::Tag::Relative)
}

/// The content left of the source, where something stands there that can be content.
fn left_content(site: &Site<'_>, source: &Source) -> Option<Range<usize>> {
    if source.way == Way::Relative {
        return None;
    }
    if !follows_content(&site.reading, site.start(), source.clause_start) {
        return None;
    }
    content_before(&site.reading, site.sentence, source.clause_start)
}

/// Whether content ends right before `at`: a comma, a closing quotation mark or a dash.
pub fn follows_content(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > start) else { return false };
    let closes_quotation =
        reading.tokens.quotation_at(before).is_some_and(|q| reading.tokens.quotations[q].tokens.end == at);
    closes_quotation || matches!(reading.token(before).kind, Kind::Comma | Kind::Dash)
}
