//! "As X reported, P", "P, as X explained".

use super::SOURCE_FIRST;
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::parts::content::{body_end, content_after, content_before, skip_adjuncts};
use crate::attributions::parts::source::source_after;
use crate::phrases::Tag;
use crate::words::Kind;
use std::ops::Range;

/// "As the Herald reported on Monday, the mine will close." "The mine will close, as the Herald reported."
pub fn as_reported(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    if !cue.cue.stance.carries_hop() {
        return None;
    }
    if let Some(candidate) = as_reported_by(site) {
        return Some(candidate);
    }
    let source = site.own_subject()?;
    let led = source.clause_start.checked_sub(1).filter(|at| *at >= site.start() && reading.is_word(*at, "as"))?;
    let limit = body_end(reading, site.sentence);
    let after = skip_adjuncts(reading, cue.tokens.end, limit);
    let is_comma = |at: usize| reading.token(at).kind == Kind::Comma;
    // "…, and as the Herald noted, P"
    let joined = led > site.start() && reading.tag(led - 1) == Tag::Coordinator;
    let is_inside = || led > site.start() && is_comma(led - 1) && after + 1 < limit && is_comma(after);
    let content = if is_inside() && !joined {
        // "The result, as he explained, was a bubble."
        let before = content_before(reading, site.sentence, led - 1)?;
        let rest = content_after(reading, site.sentence, after + 1, cue)?;
        let goes_on = reading.tag(rest.start).is_finite() && !reading.has_finite(before.clone());
        return goes_on.then(|| Candidate::new(RULE, site, Some(source), before).and_content(Some(rest)));
    } else if led == site.start() || joined {
        (after + 1 < limit && is_comma(after)).then_some(())?;
        content_after(reading, site.sentence, after + 1, cue)?
    } else {
        (after >= limit && led > site.start() && is_comma(led - 1)).then_some(())?;
        told_before(site, led - 1)?
    };
    Some(Candidate::new(RULE, site, Some(source), content))
}

const RULE: &str = "as-reported";

/// What stands before the comma: where somebody says it, that alone ("He said |that they sold the film|, as the Herald reported").
pub fn told_before(site: &Site<'_>, comma: usize) -> Option<Range<usize>> {
    let said_at = |index: usize| SOURCE_FIRST.propose(&site.at(index)).and_then(|it| it.content.into_iter().next());
    let said =
        (0..site.index).rev().take(FEW).filter_map(said_at).filter(|said| said.start < comma && comma <= said.end);
    let first = said.last().map(|said| said.start..comma);
    first.or_else(|| content_before(&site.reading, site.sentence, comma))
}

/// How many cues back somebody is looked for who says it.
const FEW: usize = 4;

/// "As reported by the Herald, the mine will close." "The mine will close, as reported by the Herald."
fn as_reported_by(site: &Site<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    let cue = site.cue();
    let limit = body_end(reading, site.sentence);
    let by = cue.head_end;
    let led = cue.tokens.start.checked_sub(1).filter(|at| *at >= site.start() && reading.is_word(*at, "as"))?;
    let source = (by + 1 < limit && reading.is_word(by, "by")).then(|| source_after(reading, by + 1, limit))??;
    let after = skip_adjuncts(reading, source.range.end, limit);
    let is_comma = |at: usize| at < limit && reading.token(at).kind == Kind::Comma;
    let content = if led == site.start() {
        is_comma(after).then(|| content_after(reading, site.sentence, after + 1, cue))??
    } else {
        (after >= limit && is_comma(led - 1)).then(|| told_before(site, led - 1))??
    };
    Some(Candidate::new(RULE, site, Some(source), content).with_cue(cue.tokens.start..by + 1))
}
