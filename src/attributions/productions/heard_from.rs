//! "She had heard from a colleague that P": whoever was heard says so.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{content_after, skip_adjuncts_before_content};
use crate::attributions::parts::source::{source_after, speaks};
use crate::phrases::Tag;
use crate::tokens::keys;

/// "The envoy had learned from two delegates that the talks were off."
pub fn heard_from(site: &Site<'_>) -> Option<Candidate> {
    const HEAR: &[u64] = keys!["hear", "hears", "heard", "hearing", "learn", "learns", "learned", "learnt", "learning"];
    let (reading, cue) = (&site.reading, site.cue());
    let end = site.sentence.tokens.end;
    // "heard from" may be the cue, or "heard"
    let from = cue.head_end - usize::from(reading.is_word(cue.head_end - 1, "from"));
    if from + 1 >= end || !reading.is_word(from, "from") || !reading.is_any(from - 1, HEAR) {
        return None;
    }
    let source = source_after(reading, from + 1, end).filter(|source| speaks(reading, &source.range))?;
    let at = skip_adjuncts_before_content(reading, source.range.end, end);
    let clause = at < end && matches!(reading.tag(at), Tag::That | Tag::Wh);
    let content = clause.then(|| content_after(reading, site.sentence, at, cue))??;
    Some(Candidate::new(name!("heard-from"), site, Some(source), content).with_cue(cue.tokens.start..from + 1))
}
