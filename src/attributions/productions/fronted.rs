//! "Noting that P, X left", "After saying P, X left": a participle before the main clause, whose subject speaks.

use super::source_first::{clause_frame, noun_content_start};
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::Form;
use crate::attributions::feature::name;
use crate::attributions::parts::content::{content_after, skip_adjuncts_before_content, trimmed};
use crate::attributions::parts::source::{Source, source_after, speaks};
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// "Noting that prices had risen, the minister froze them." "Having announced the cut, she left."
pub fn fronted_participle(site: &Site<'_>) -> Option<Candidate> {
    if !is_participle(site) || site.cue().cue.stance == Stance::Cites || !opens_sentence(site) {
        return None;
    }
    let (content, source) = clause(site).or_else(|| noun(site))?;
    Some(Candidate::new(name!("fronted-participle"), site, Some(source), content))
}

/// "noting", "having noted"
fn is_participle(site: &Site<'_>) -> bool {
    let cue = site.cue();
    let having = || cue.form == Form::Compound && site.reading.is_word(cue.tokens.start, "having");
    cue.form == Form::Ing || having()
}

/// Whether nothing stands before it but "after", "instead of" and the like.
fn opens_sentence(site: &Site<'_>) -> bool {
    let reading = &site.reading;
    let lead = site.start()..site.cue().tokens.start;
    let leads = |at: usize| matches!(reading.tag(at), Tag::Subordinator | Tag::Preposition | Tag::Coordinator);
    let instead_of = lead.len() == 2 && reading.is_any(lead.start, keys!["instead", "rather"]);
    !lead.clone().any(|at| reading.is_word(at, "without")) && (instead_of || lead.len() < 3 && lead.clone().all(leads))
}

/// "Noting |that prices had risen|, the minister …"
fn clause(site: &Site<'_>) -> Option<(Range<usize>, Source)> {
    let after = site.cue().tokens.end;
    // "Commenting |on a report that …": what it comments on is another's
    let led = after < site.sentence.tokens.end;
    let leads = led.then(|| Frames::of_preposition(site.reading.token(after).key)).flatten();
    if leads.is_some_and(|frame| site.cue().takes(frame)) {
        return None;
    }
    let at = skip_adjuncts_before_content(&site.reading, after, site.sentence.tokens.end);
    let frame = clause_frame(site, at).filter(|frame| site.cue().takes(*frame))?;
    let content = content_after(&site.reading, site.sentence, at, site.cue())?;
    let tells = frame != Frames::THAT || site.reading.has_finite(content.clone());
    let source = main_subject(site, content.end)?;
    (tells && content.len() > 2).then_some((content, source))
}

/// "Announcing |the arrest of two men|, the minister …"; "Addressing the meeting, the minister …" tells of nothing said.
fn noun(site: &Site<'_>) -> Option<(Range<usize>, Source)> {
    let cue = site.cue();
    let states = cue.takes(Frames::THAT) && cue.cue.stance.carries_hop();
    let at = noun_content_start(site).filter(|at| states && *at == cue.head_end)?;
    let comma = site.reading.marks(at + 1..site.sentence.tokens.end.min(at + LONGEST_NOUN), Kind::Comma).next()?;
    let source = main_subject(site, comma)?;
    Some((trimmed(&site.reading, at..comma), source))
}

/// The subject of the main clause behind a comma: a speaker, and his verb or what stands between commas before it.
fn main_subject(site: &Site<'_>, comma: usize) -> Option<Source> {
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    if comma + 1 >= end || reading.token(comma).kind != Kind::Comma {
        return None;
    }
    let source = source_after(reading, comma + 1, end)?;
    let next = source.range.end;
    let goes_on = |at: usize| reading.tag(at).is_finite() || matches!(reading.tag(at), Tag::Adverb | Tag::Relative);
    let parted =
        |at: usize| reading.token(at).kind == Kind::Comma && at + 1 < end && reading.tag(at + 1) == Tag::Relative;
    (speaks(reading, &source.range) && next < end && (goes_on(next) || parted(next))).then_some(source)
}

/// Tokens that such a noun phrase may have; keeps the work linear.
const LONGEST_NOUN: usize = 25;
