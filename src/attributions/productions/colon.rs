//! Transcripts: "TAPPER: Why now?"

use super::headline::MarkSite;
use crate::attributions::candidate::Candidate;
use crate::attributions::parts::content::{body_end, trimmed};
use crate::attributions::parts::source::{Source, Way};
use crate::attributions::view::Reading;
use crate::phrases::Tag;
use crate::tokens::Sentence;
use crate::words::Kind;

/// The colon after a name at the sentence's start.
fn speakers_colon(reading: &Reading<'_>, sentence: &Sentence) -> Option<usize> {
    let start = sentence.tokens.start;
    let colon = (start + 1..sentence.tokens.end.min(start + 5)).find(|at| reading.token(*at).kind == Kind::Colon)?;
    (start..colon).all(|at| reading.tag(at) == Tag::Proper).then_some(colon)
}

/// One past the last token of the speaker's turn, its full stop left out: the paragraph's end, or the next speaker.
fn turn_end(site: &MarkSite<'_>) -> usize {
    let reading = &site.reading;
    let sentences = &reading.tokens.sentences;
    let next = reading.tokens.sentence_at(site.sentence.tokens.start) + 1;
    let goes_on = |next: &&Sentence| next.block == site.sentence.block && speakers_colon(reading, next).is_none();
    let last = sentences.get(next..).unwrap_or_default().iter().take_while(goes_on).last();
    body_end(reading, last.unwrap_or(site.sentence))
}

/// A name and a colon at the sentence's start, as a transcript has it; a quotation or a clause follows.
pub fn speaker_colon(site: &MarkSite<'_>) -> Option<Candidate> {
    if site.headline {
        return None;
    }
    let start = site.sentence.tokens.start;
    let colon = speakers_colon(&site.reading, site.sentence)?;
    let content = trimmed(&site.reading, colon + 1..turn_end(site));
    if content.is_empty() {
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
