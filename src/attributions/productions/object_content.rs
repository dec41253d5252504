//! "X urged Y to Z", "X accused Y of Z", "X called Y a Z": object and complement together are the content.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::adjunct::{adjunct, is_time};
use crate::attributions::parts::content::{content_after, opens_quotation};
use crate::attributions::parts::source::speaks;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::keys;

/// "The union urged members to vote."
pub fn object_and_complement(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let object = site.source_behind()?;
    if !complement(site, object.range.end) {
        return None;
    }
    // "a woman who identified |herself as Maria": her name, and no more
    let named =
        site.reading.is_word(cue.head, "identified") && site.reading.token(object.range.start).is(Classes::REFLEXIVE);
    let source = site.subject().filter(|_| !named)?;
    let content = content_after(&site.reading, site.sentence, cue.head_end, cue)?;
    Some(Candidate::new(name!("object-and-complement"), site, Some(source), content))
}

/// "The coast guard put the toll at 23."
pub fn object_at_number(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !cue.is_verb() || cue.passive || !cue.takes(Frames::OBJ_AT) {
        return None;
    }
    let reading = &site.reading;
    let object = reading.phrases.noun_at(cue.head_end).filter(|object| object.start == cue.head_end)?;
    let near = object.end..site.sentence.tokens.end.min(object.end + LONGEST_OBJECT);
    let at = near.take_while(|at| reading.tag(*at) != Tag::Mark).find(|at| leads_to_number(site, *at))?;
    let source = site.subject().filter(|source| speaks(&site.reading, &source.range))?;
    let content = content_after(&site.reading, site.sentence, cue.head_end, cue)?;
    (content.end > at + 1).then(|| Candidate::new(name!("object-at-number"), site, Some(source), content))
}

/// Tokens that may stand between what is counted and "at".
const LONGEST_OBJECT: usize = 10;

/// "at 23", "at more than $5 billion", "on 41%"
fn leads_to_number(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let near = at + 1..site.sentence.tokens.end.min(at + 5);
    let is_number = |at: usize| reading.tag(at) == Tag::Number || reading.token(at).is(Classes::NUMBER_WORD);
    at < near.end
        && (reading.is_word(at, "at") || reading.is_word(at, "on") && is_percentage(site, at + 1))
        // "at 23", "at “closer to a billion”"
        && (at + 1 < near.end && opens_quotation(reading, at + 1)
            || near.into_iter().take_while(|at| reading.tag(*at) != Tag::Mark).any(is_number))
}

/// "41%", "41 percent"
fn is_percentage(site: &Site<'_>, at: usize) -> bool {
    let counted = at + 1 < site.sentence.tokens.end && site.reading.tag(at) == Tag::Number;
    counted && site.reading.is_any(at + 1, keys!["%", "percent", "per"])
}

/// Whether the cue's complement starts at `at`, or the object runs into it.
fn complement(site: &Site<'_>, at: usize) -> bool {
    let cue = site.cue();
    if at >= site.sentence.tokens.end {
        return false;
    }
    let reading = &site.reading;
    let word = |word: &str| (cue.head_end..at + 1).any(|i| reading.is_word(i, word));
    // "advised fishermen |not to sail"
    let not = usize::from(reading.tag(at) == Tag::Negation && at + 1 < site.sentence.tokens.end);
    cue.takes(Frames::OBJ_TO) && reading.tag(at + not) == Tag::To
        || cue.takes(Frames::OBJ_OF) && word("of")
        || cue.takes(Frames::OBJ_FOR) && word("for")
        || cue.takes(Frames::AGAINST)
            && cue.takes(Frames::TELL | Frames::OBJ_TO | Frames::NP)
            && reading.is_word(at, "against")
        || cue.takes(Frames::AS) && word("as")
        || cue.takes(Frames::NAME)
            && (starts_name(site, at) || behind_time(site, at).is_some_and(|at| starts_name(site, at)))
}

/// "called the remarks on Monday |a mistake"
fn behind_time(site: &Site<'_>, at: usize) -> Option<usize> {
    let (rest, range) = adjunct(site.reading.ahead(at..site.sentence.tokens.end)).ok()?;
    rest.next().filter(|_| is_time(&site.reading, &range))
}

/// A second noun phrase, an adjective, a participle or a quotation right after the object.
fn starts_name(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let participle = reading.tag(at) == Tag::Participle
        || reading.tag(at) == Tag::Finite && reading.token(at).is(Classes::VERB_PARTICIPLE);
    matches!(reading.tag(at), Tag::Determiner | Tag::Adjective)
        || participle
        || crate::attributions::parts::content::opens_quotation(reading, at)
}
