//! Transcripts: "TAPPER: Why now?"

use super::headline::MarkSite;
use crate::attributions::candidate::Candidate;
use crate::attributions::parts::content::{body_end, trimmed};
use crate::attributions::parts::source::{Source, Way};
use crate::phrases::Tag;
use crate::words::Kind;

/// One past the last token of the speaker's paragraph, its full stop left out.
fn paragraph_end(site: &MarkSite<'_>) -> usize {
    let sentences = &site.reading.tokens.sentences;
    let first = site.reading.tokens.sentence_at(site.sentence.tokens.start);
    let last = sentences[first..].iter().take_while(|next| next.block == site.sentence.block).last();
    body_end(&site.reading, last.unwrap_or(site.sentence))
}

/// A name and a colon at the sentence's start, as a transcript has it; a quotation or a clause follows.
pub fn speaker_colon(site: &MarkSite<'_>) -> Option<Candidate> {
    let start = site.sentence.tokens.start;
    let end = paragraph_end(site);
    let colon = (start + 1..end.min(start + 5)).find(|at| site.reading.token(*at).kind == Kind::Colon)?;
    let named = (start..colon).all(|at| site.reading.tag(at) == Tag::Proper);
    let content = trimmed(&site.reading, colon + 1..end);
    if site.headline || !named || content.is_empty() {
        return None;
    }
    let source = Source { range: start..colon, antecedent: None, way: Way::Adjacent, clause_start: start };
    Some(Candidate {
        rule: "speaker-colon",
        source: Some(source),
        cue: colon..colon + 1,
        content: vec![content],
        inner: None,
    })
}
