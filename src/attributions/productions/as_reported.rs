//! "As X reported, P", "P, as X explained".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::parts::content::{body_end, content_after, content_before, skip_adjuncts};
use crate::phrases::Tag;
use crate::words::Kind;

/// "As the Herald reported on Monday, the mine will close." "The mine will close, as the Herald reported."
pub fn as_reported(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    if !cue.cue.stance.carries_hop() {
        return None;
    }
    let source = site.own_subject()?;
    let led = source.clause_start.checked_sub(1).filter(|at| *at >= site.start() && reading.is_word(*at, "as"))?;
    let limit = body_end(reading, site.sentence);
    let after = skip_adjuncts(reading, cue.tokens.end, limit);
    let is_comma = |at: usize| reading.token(at).kind == Kind::Comma;
    // "…, and as the Herald noted, P"
    let joined = led > site.start() && reading.tag(led - 1) == Tag::Coordinator;
    let content = if led == site.start() || joined {
        (after + 1 < limit && is_comma(after)).then_some(())?;
        content_after(reading, site.sentence, after + 1, cue)?
    } else {
        (after >= limit && led > site.start() && is_comma(led - 1)).then_some(())?;
        content_before(reading, site.sentence, led - 1)?
    };
    Some(Candidate::new("as-reported", site, Some(source), content))
}
