//! A quotation with its speaker's name below it: "'We must act.' — Ada Quill, 34".

use super::headline::MarkSite;
use crate::attributions::candidate::Candidate;
use crate::attributions::feature::name;
use crate::attributions::parts::content::trimmed;
use crate::attributions::parts::source::{Source, Way, speaks};
use crate::attributions::view::Reading;
use crate::phrases::Tag;
use crate::words::Kind;
use std::ops::Range;

/// Tokens that such a signature may have.
const LONGEST: usize = 16;

/// A dash right behind a quotation, and a name up to the sentence's end.
pub fn quotation_dash_source(site: &MarkSite<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    let Range { start, end } = site.sentence.tokens;
    let dash = reading.marks(start..end, Kind::Dash).find(|at| !reading.tokens.is_quoted(*at))?;
    let quotation = reading.tokens.quotation_at(dash.checked_sub(1)?)?;
    let content = reading.tokens.quotations[quotation].tokens.clone();
    // the quotation is all there is before the dash
    if content.end != dash || content.start > start && start != dash {
        return None;
    }
    let name = trimmed(reading, dash + 1..end);
    is_signature(reading, &name).then(|| Candidate {
        rule: name!("quotation-dash-source"),
        source: Some(Source { clause_start: name.start, range: name, antecedent: None, way: Way::After }),
        cue: dash..dash + 1,
        content: vec![content],
        inner: None,
    })
}

/// A name or a noun that speaks, with no verb.
fn is_signature(reading: &Reading<'_>, name: &Range<usize>) -> bool {
    let verb = |at: usize| reading.tag(at).is_auxiliary() || matches!(reading.tag(at), Tag::Finite | Tag::Base);
    let opens =
        name.clone().next().is_some_and(|at| matches!(reading.tag(at), Tag::Proper | Tag::Noun | Tag::Determiner));
    opens && name.len() <= LONGEST && !name.clone().any(verb) && speaks(reading, name)
}
