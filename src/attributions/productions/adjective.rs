//! "X is confident that P", "X was critical of P".

use super::source_first_frame;
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::Form;
use crate::attributions::feature::name;
use crate::attributions::parts::content::content_after;
use crate::lexicon::{Cue, Frames, Part};
use crate::phrases::Tag;

/// "The coach is confident that his side will win."
pub fn predicative(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if cue.form != Form::Compound {
        return None;
    }
    let at = cue.head_end;
    if at >= site.sentence.tokens.end || cue.passive && tells_somebody(site) {
        return None;
    }
    let start = match Frames::of_preposition(site.reading.token(at).key) {
        Some(frame) if cue.takes(frame) && site.reading.tag(at) == Tag::Preposition => at + 1,
        Some(_) => return None,
        None => source_first_frame(site, at)
            .filter(|frame| cue.takes(*frame) && cue.cue.part == Part::Adjective)
            .map(|_| at)?,
    };
    let source = site.subject()?;
    let content = content_after(&site.reading, site.sentence, start, cue)?;
    let whole = cue.tokens.start..start.max(cue.tokens.end);
    Some(Candidate::new(name!("predicative-adjective"), site, Some(source), content).with_cue(whole))
}

/// "The mayor was told of the fault", "A man was charged with driving": the verb names whom somebody else told, or speaks of.
fn tells_somebody(site: &Site<'_>) -> bool {
    let accuses = |cue: &Cue| cue.stance.carries_hop();
    site.reading.verb_cue(site.cue().head).is_some_and(|cue| cue.frames.contains(Frames::TELL) || accuses(&cue))
}
