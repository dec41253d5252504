//! "Said the minister: 'P.'", "Said Ada Quill, who lives there, 'P.'"

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{content_after_colon, opens_quotation};
use crate::phrases::Tag;
use crate::words::Kind;

/// How far behind the verb the quotation may open, in tokens.
const REACH: usize = 40;

/// A verb of speech that opens the sentence, its subject behind it, and a quotation behind a comma or a colon.
pub fn cue_then_source(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !opens_sentence(site) {
        return None;
    }
    let end = site.sentence.tokens.end;
    let source = site.source_behind()?;
    let mark = (source.range.end..end.min(cue.head_end + REACH)).find(|at| leads_to_quotation(site, *at))?;
    let content = content_after_colon(&site.reading, site.sentence, mark, cue)?;
    Some(Candidate::new(name!("cue-first"), site, Some(source), content))
}

/// Nothing but marks, "and" and adverbs stands before the cue.
fn opens_sentence(site: &Site<'_>) -> bool {
    let before = site.start()..site.cue().tokens.start;
    before.into_iter().all(|at| matches!(site.reading.tag(at), Tag::Mark | Tag::Coordinator | Tag::Adverb))
}

/// A comma or a colon right before a quotation.
fn leads_to_quotation(site: &Site<'_>, at: usize) -> bool {
    matches!(site.reading.token(at).kind, Kind::Comma | Kind::Colon) && opens_quotation(&site.reading, at + 1)
}
