//! Colons that attribute by themselves: transcripts ("TAPPER: Why now?"), and clauses before a quotation ("He had one message: '…'").

use super::headline::MarkSite;
use crate::attributions::candidate::Candidate;
use crate::attributions::feature::name;
use crate::attributions::parts::content::{body_end, quotation_at_start, trimmed};
use crate::attributions::parts::source::{Source, Way, source_after, subject_before};
use crate::attributions::view::Reading;
use crate::document::is_label;
use crate::phrases::Tag;
use crate::tokens::{Sentence, keys};
use crate::words::Kind;
use std::ops::Range;

/// The colon after a name at the sentence's start.
fn speakers_colon(reading: &Reading<'_>, sentence: &Sentence) -> Option<usize> {
    let start = sentence.tokens.start;
    let colon = reading.marks(start + 1..sentence.tokens.end.min(start + 5), Kind::Colon).next()?;
    // "Correction: An earlier version said …"
    let label = colon == start + 1 && is_label(reading.str(start));
    let interview =
        colon == start + 1 && reading.is_any(start, keys!["q", "a"]) && reading.token(start).is_capitalised();
    (interview || !label && (start..colon).all(|at| reading.tag(at) == Tag::Proper)).then_some(colon)
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
    // "Q: The union says P. Is it wrong?": the publication asks
    if colon == start + 1 && site.reading.is_word(start, "q") {
        return None;
    }
    let content = trimmed(&site.reading, colon + 1..turn_end(site));
    if content.is_empty() {
        return None;
    }
    let source = Source { range: start..colon, antecedent: None, way: Way::Adjacent, clause_start: start };
    Some(Candidate {
        rule: name!("speaker-colon"),
        source: Some(source),
        cue: colon..colon + 1,
        content: vec![content],
        inner: None,
    })
}

/// Tokens that a quotation must have, its marks included, for a clause and a colon before it to attribute it.
const SHORTEST: usize = 6;

/// "He had one message: 'Go home and wait.'": any clause, a colon and a quotation. "More from Jones: '…'" too.
pub fn clause_colon(site: &MarkSite<'_>) -> Option<Candidate> {
    let (colon, content) = colon_before_quotation(site)?;
    let start = site.sentence.tokens.start;
    let (source, cue) = match first_clause(&site.reading, start, colon) {
        Some((source, verb)) => {
            possessor_of_statement(&site.reading, &source, colon).unwrap_or((source, verb..colon + 1))
        }
        None => (named_behind_from(&site.reading, start, colon)?, colon..colon + 1),
    };
    Some(Candidate { rule: name!("clause-colon"), source: Some(source), cue, content: vec![content], inner: None })
}

/// "The king|'s reply was short:": who makes the statement that is the clause's subject, and the cue from its "'s" on.
fn possessor_of_statement(reading: &Reading<'_>, source: &Source, colon: usize) -> Option<(Source, Range<usize>)> {
    let states = reading.lexicon.word(reading.token(source.range.end - 1).word).noun.is_some();
    let mark = source.range.clone().find(|at| reading.tag(*at) == Tag::Possessive)?;
    let possessor = source.range.start..mark;
    (states && !possessor.is_empty()).then(|| (Source { range: possessor, ..source.clone() }, mark..colon + 1))
}

/// The colon right before a quotation of some length, in the sentence or as the next paragraph.
fn colon_before_quotation(site: &MarkSite<'_>) -> Option<(usize, Range<usize>)> {
    let reading = &site.reading;
    let mut colons = reading.marks(site.sentence.tokens.clone(), Kind::Colon);
    let colon = colons.find(|at| !reading.tokens.is_quoted(*at))?;
    let content = quotation_at_start(reading, colon + 1)?;
    (content.len() >= SHORTEST).then_some((colon, content))
}

/// The first subject with its finite verb that opens a clause of its own, no "it" or "there".
fn first_clause(reading: &Reading<'_>, start: usize, colon: usize) -> Option<(Source, usize)> {
    let finite = |at: &usize| reading.tag(*at).is_finite();
    let with_subject = |verb: usize| Some((subject_before(reading, start, verb)?, verb));
    let clauses = (start..colon).filter(finite).take(FEW).filter_map(with_subject);
    let mut own = clauses.filter(|(source, _)| source.way != Way::Relative && !is_subordinate(reading, start, source));
    own.next().filter(|(source, _)| speaks_for_itself(reading, source))
}

/// How many verbs before the colon are asked for their subject.
const FEW: usize = 4;

fn is_subordinate(reading: &Reading<'_>, start: usize, source: &Source) -> bool {
    let before = source.clause_start.checked_sub(1).filter(|at| *at >= start);
    before.is_some_and(|at| matches!(reading.tag(at), Tag::Subordinator | Tag::That | Tag::Wh | Tag::Preposition))
}

/// No pronoun that may stand for the matter itself.
fn speaks_for_itself(reading: &Reading<'_>, source: &Source) -> bool {
    let only = source.range.len() == 1;
    !(only && reading.is_any(source.range.start, keys!["it", "this", "that", "these", "those", "what", "there"]))
}

/// "More from Jones:"
fn named_behind_from(reading: &Reading<'_>, start: usize, colon: usize) -> Option<Source> {
    let from = (start..colon).rev().find(|at| reading.is_word(*at, "from"))?;
    let source = source_after(reading, from + 1, colon)?;
    (source.range.end == colon).then_some(source)
}
