//! "As X reported, P", "P, as X explained".

use super::SOURCE_FIRST;
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::{Name, name};
use crate::attributions::parts::content::{body_end, content_after, content_before, skip_adjuncts};
use crate::attributions::parts::source::{Source, source_after};
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// "As the Herald reported on Monday, the mine will close." "The mine will close, as the Herald reported."
pub fn as_reported(site: &Site<'_>) -> Option<Candidate> {
    // "as one of them put it", but not "as she shouted"
    let tells = site.cue().takes(Frames::THAT) || site.reading.is_any(site.cue().head, keys!["put", "puts"]);
    let carries = tells && site.cue().cue.stance.carries_hop();
    carries.then(|| as_reported_by(site).or_else(|| as_he_reported(site)))?
}

/// "As |the Herald reported|, the mine will close."
fn as_he_reported(site: &Site<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    if !(site.start()..site.cue().tokens.start).any(|at| reading.is_any(at, keys!["as"])) {
        return None;
    }
    let source = site.own_subject()?;
    let led = source.clause_start.checked_sub(1).filter(|at| *at >= site.start() && reading.is_word(*at, "as"))?;
    let after = skip_adjuncts(reading, site.cue().tokens.end, body_end(reading, site.sentence));
    if is_inside(site, led, after) {
        return inside(site, led, after, source);
    }
    Some(Candidate::new(RULE, site, Some(source), told(site, led, after)?))
}

/// "As reported |by the Herald|, the mine will close."
fn as_reported_by(site: &Site<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    let cue = site.cue();
    let limit = body_end(reading, site.sentence);
    let by = cue.head_end;
    let led = cue.tokens.start.checked_sub(1).filter(|at| *at >= site.start() && reading.is_word(*at, "as"))?;
    let source = (by + 1 < limit && reading.is_word(by, "by")).then(|| source_after(reading, by + 1, limit))??;
    let content = told(site, led, skip_adjuncts(reading, source.range.end, limit))?;
    Some(Candidate::new(RULE, site, Some(source), content).with_cue(cue.tokens.start..by + 1))
}

/// What is reported: the clause behind the comma where "as" (at `led`) opens the sentence or follows "and", or else what stands before it.
/// `after` is where the words about the report end.
fn told(site: &Site<'_>, led: usize, after: usize) -> Option<Range<usize>> {
    let joined = led > site.start() && site.reading.tag(led - 1) == Tag::Coordinator;
    if led == site.start() || joined {
        return is_comma(site, after)
            .then(|| content_after(&site.reading, site.sentence, after + 1, site.cue()))
            .flatten();
    }
    let ends = after >= body_end(&site.reading, site.sentence);
    // "“Mind the step,” she says|, as she has said to everybody": the tag has had the words
    let tagged = led > site.start() + 2 && site.index > 0 && site.groups[site.index - 1].tokens.end == led - 1;
    // "“Everyone knew,|” as one of them put it."
    let quoted = led > site.start() + 2 && site.reading.tokens.quotation_at(led - 1).is_some();
    let comma = led - 1 - usize::from(quoted && site.reading.token(led - 1).is_quote_mark());
    (ends && !(tagged && closes_a_tag(site)) && is_comma(site, comma)).then(|| told_before(site, led - 1)).flatten()
}

/// Whether the cue before has a quotation before its source.
fn closes_a_tag(site: &Site<'_>) -> bool {
    let before = site.at(site.index - 1);
    let source = before.own_subject().map(|source| source.clause_start).filter(|at| *at > site.start());
    source.is_some_and(|at| site.reading.tokens.quotation_at(at - 1).is_some())
}

fn is_inside(site: &Site<'_>, led: usize, after: usize) -> bool {
    led > site.start() && is_comma(site, led - 1) && is_comma(site, after)
}

/// "The result|, as he explained, |was a bubble."
fn inside(site: &Site<'_>, led: usize, after: usize, source: Source) -> Option<Candidate> {
    let reading = &site.reading;
    let before = content_before(reading, site.sentence, led - 1)?;
    let rest = content_after(reading, site.sentence, after + 1, site.cue())?;
    let goes_on = reading.tag(rest.start).is_finite() && !reading.has_finite(before.clone());
    goes_on.then(|| Candidate::new(RULE, site, Some(source), before).and_content(Some(rest)))
}

/// A comma with something of the sentence behind it.
fn is_comma(site: &Site<'_>, at: usize) -> bool {
    at + 1 < body_end(&site.reading, site.sentence) && site.reading.token(at).kind == Kind::Comma
}

const RULE: &Name<'static> = name!("as-reported");

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
