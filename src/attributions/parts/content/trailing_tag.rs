//! "X said", "said X", "X told reporters on Monday": a tag behind content.

use super::passed_over::skip_adjuncts;
use crate::attributions::parts::source::source_after;
use crate::attributions::view::Reading;
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::words::Kind;

/// "X said", "said X", "X told reporters on Monday" up to the end or a comma: a tag behind the content.
pub fn is_trailing_tag(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    trailing_tag_end(reading, at, limit).is_some()
}

/// The same of one that ends the sentence.
pub fn is_last_tag(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let stops = |tag: usize| tag + 1 >= end && (tag >= end || reading.token(tag).kind == Kind::Stop);
    trailing_tag_end(reading, at, end).is_some_and(stops)
}

fn trailing_tag_end(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    if at >= limit {
        return None;
    }
    let verb = match source_after(reading, at, limit) {
        Some(source) => {
            let verb = skip_verb_lead(reading, source.range.end, limit);
            let verb = skip_parenthesis(reading, source.range.end, verb, limit);
            is_speech_verb(reading, verb, limit).then_some(verb)?
        }
        None => is_speech_verb(reading, at, limit).then_some(at)?,
    };
    let inverted = verb == at;
    let mut end = verb + 1;
    if inverted {
        end = source_after(reading, end, limit)?.range.end;
    } else if end < limit && reading.verb_cue(verb).is_some_and(|cue| cue.frames.contains(Frames::TELL)) {
        end = source_after(reading, end, limit).map_or(end, |addressee| addressee.range.end);
    }
    let end = skip_adjuncts(reading, end, limit);
    (end >= limit
        || matches!(
            reading.token(end).kind,
            Kind::Comma | Kind::Stop | Kind::CloseBracket | Kind::Semicolon | Kind::Colon | Kind::Dash
        )
        || reading.tag(end) == Tag::Subordinator)
        .then_some(end)
}

/// "X, the minister, said": passes over what stands between commas before the verb.
fn skip_parenthesis(reading: &Reading<'_>, after_source: usize, verb: usize, limit: usize) -> usize {
    if verb >= limit || reading.token(verb).kind != Kind::Comma {
        return verb;
    }
    let close = reading.marks(after_source + 1..limit.min(after_source + 30), Kind::Comma).next();
    close.map_or(verb, |at| skip_verb_lead(reading, at + 1, limit))
}

/// A verb that takes a clause or a quotation.
pub(super) fn is_speech_verb(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    // "was |unable to verify"
    let at = at + 2 * usize::from(at + 2 < limit && reading.is_word(at, "unable") && reading.tag(at + 1) == Tag::To);
    if at >= limit || !matches!(reading.tag(at), Tag::Finite | Tag::Participle | Tag::Base) {
        return false;
    }
    let frames = Frames::THAT | Frames::QUOTE | Frames::OBJ_AT;
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames) && cue.stance.carries_hop())
}

/// Passes over adverbs and auxiliaries.
pub(super) fn skip_verb_lead(reading: &Reading<'_>, mut at: usize, limit: usize) -> usize {
    while at < limit
        && (reading.tag(at) == Tag::Adverb || reading.tag(at).is_auxiliary() || reading.tag(at) == Tag::Negation)
    {
        at += 1;
    }
    at
}
