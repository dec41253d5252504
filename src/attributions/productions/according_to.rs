//! "according to X", "in the words of X": the source stands after the phrase.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::parts::content::{body_end, content_after, content_after_colon, content_before, trimmed};
use crate::attributions::parts::source::{source_after, speaks};
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::words::Kind;

/// "Taxes will rise, according to the ministry." "According to the ministry, taxes will rise."
pub fn source_after_phrase(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !cue.takes(Frames::SOURCE_AFTER) {
        return None;
    }
    // "43 per cent"
    let counts = |at: usize| site.reading.token(at).kind == Kind::Number;
    if cue.head > site.start() && counts(cue.head - 1) && !cue.has_several_words() {
        return None;
    }
    let limit = body_end(&site.reading, site.sentence);
    let source = source_after(&site.reading, cue.head_end, limit)?;
    if !speaks(&site.reading, &source.range) {
        return None;
    }
    let after = source.range.end;
    let left = content_before(&site.reading, site.sentence, cue.tokens.start);
    let right = right_content(site, after, limit);
    let first = left.clone().or_else(|| right.clone())?;
    let second = left.and(right).map(|range| trimmed(&site.reading, range));
    Some(Candidate::new("according-to", site, Some(source), first).and_content(second))
}

/// What follows the source: behind a comma, or a colon.
fn right_content(site: &Site<'_>, after: usize, limit: usize) -> Option<std::ops::Range<usize>> {
    if continues_after(site, after, limit) {
        let start = behind_relative_clause(site, after, limit) + 1;
        return content_after(&site.reading, site.sentence, start, site.cue());
    }
    let colon = after < site.sentence.tokens.end && site.reading.token(after).kind == Kind::Colon;
    colon.then(|| content_after_colon(&site.reading, site.sentence, after, site.cue())).flatten()
}

/// "Per the contract, which leaked last week|, the singer …": the comma that the content stands behind.
fn behind_relative_clause(site: &Site<'_>, comma: usize, limit: usize) -> usize {
    if site.reading.tag(comma + 1) != Tag::Relative {
        return comma;
    }
    let closing = (comma + 2..limit.min(comma + LONGEST)).find(|at| site.reading.token(*at).kind == Kind::Comma);
    closing.filter(|closing| closing + 1 < limit).unwrap_or(comma)
}

/// Tokens that the relative clause may have.
const LONGEST: usize = 30;

/// A comma after the source, with more of the sentence behind it.
fn continues_after(site: &Site<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit && site.reading.token(at).kind == Kind::Comma
}
