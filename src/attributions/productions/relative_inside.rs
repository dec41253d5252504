//! "the rules, which officials said would change", "what she said was a mistake": the cue stands inside a relative clause.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::parts::content::content_after;
use crate::attributions::parts::source::{Way, subject_before};
use crate::attributions::view::Reading;
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::words::Kind;
use std::ops::Range;

/// A relative word, a subject, the cue, and right behind it the verb of the relative clause.
pub fn relative_inside(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    if !cue.is_verb() || !cue.form.is_main() || cue.passive || !cue.takes(Frames::THAT) {
        return None;
    }
    let verb = cue.tokens.end;
    if verb >= site.sentence.tokens.end || !is_finite(reading, verb) {
        return None;
    }
    let source =
        subject_before(reading, site.start(), cue.tokens.start).filter(|source| source.way != Way::Relative)?;
    let relative = source.clause_start.checked_sub(1).filter(|at| *at >= site.start() && is_relative(reading, *at))?;
    let rest = content_after(reading, site.sentence, verb, cue)?;
    let rest = up_to_main_verb(reading, rest);
    let candidate = Candidate::new("relative-inside", site, Some(source), relative..relative + 1);
    Some(candidate.and_content(Some(rest)))
}

fn is_finite(reading: &Reading<'_>, at: usize) -> bool {
    reading.tag(at) == Tag::Finite || reading.tag(at).is_auxiliary()
}

fn is_relative(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::That | Tag::Wh)
        || reading.is_any(at, &["what", "that", "which", "who"])
}

/// "which officials said will take effect in May|, will not apply": the main verb behind a comma is not part of it.
fn up_to_main_verb(reading: &Reading<'_>, content: Range<usize>) -> Range<usize> {
    let ends = |at: &usize| reading.token(*at).kind == Kind::Comma && is_finite(reading, *at + 1);
    let end = (content.start + 1..content.end.saturating_sub(1)).find(ends).unwrap_or(content.end);
    content.start..end
}
