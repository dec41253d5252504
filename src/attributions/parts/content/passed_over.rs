//! What is passed over between a cue and its content: times, places, venues, and how the speaker came by it.

use super::opens_quotation;
use super::telling::is_relay;
use crate::attributions::parts::adjunct::{adjunct, is_time};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Meaning};
use crate::phrases::Tag;
use crate::words::Kind;

/// Passes over times, places and venues after a cue.
pub fn skip_adjuncts(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    let mut ahead = reading.ahead(at..limit);
    while let Ok((rest, _)) = adjunct(ahead.clone()) {
        ahead = rest;
    }
    ahead.place()
}

/// Passes over times, places and venues after a cue where content in a clause or quotation follows them.
pub fn skip_adjuncts_before_content(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    let mut place = at;
    let mut ahead = reading.ahead(at..limit);
    loop {
        if let Some(next) = ahead.next().and_then(|at| parenthesis(reading, at, limit)) {
            ahead = reading.ahead(next..limit);
            if next < limit && (content_starts(reading, next) || clause_starts(reading, next)) {
                place = next;
            }
            continue;
        }
        let Ok((rest, range)) = adjunct(ahead.clone()) else { return place };
        ahead = rest;
        let next = ahead.place();
        // "said on Facebook |the road was open"
        let tells_where = reading.phrase_len(range.start, Meaning::Occasion) == range.len();
        // "said through a spokesman |it was shut"
        let he = || reading.tag(next) == Tag::Pronoun && next + 1 < limit && reading.tag(next + 1).is_finite();
        let apart = || tells_where || is_time(reading, &range) || he();
        // "vowed on Tuesday |to stay", "agreed in principle |to stay"
        let bare = range.len() == 2 && reading.tag(range.end - 1) == Tag::Noun;
        let infinitive = || reading.tag(next) == Tag::To && (is_time(reading, &range) || bare);
        if next >= limit || content_starts(reading, next) || infinitive() || clause_starts(reading, next) && apart() {
            place = next;
        }
    }
}

/// Where a parenthesis ends that is passed over.
fn parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    match reading.token(at).kind {
        Kind::Comma => relay_parenthesis(reading, at, limit)
            .or_else(|| seen_parenthesis(reading, at, limit))
            .or_else(|| adjunct_parenthesis(reading, at, limit)),
        Kind::Dash => dash_parenthesis(reading, at, limit),
        _ => None,
    }
}

/// ", citing two sources,": how the speaker came by it, between commas. Gives where it ends.
fn relay_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 1 < limit && reading.token(at).kind == Kind::Comma && is_relay(reading, at + 1);
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    Some(close + 1)
}

/// "said in a report|, seen by the Herald, |that", "said in its bulletin|, released on Tuesday, |that": gives where it ends.
fn seen_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Comma;
    let led = || reading.is_word(at + 2, "by") || matches!(reading.tag(at + 2), Tag::Preposition | Tag::Proper);
    let participle = opens && reading.token(at + 1).is(Classes::VERB_PARTICIPLE) && led();
    let close = participle.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// "said|, in an interview last year, |that", "said|, when asked about it, |that": gives where it ends.
fn adjunct_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let asked = || reading.is_word(at + 1, "when") && reading.token(at + 2).is(Classes::VERB_PARTICIPLE);
    let leads = || reading.tag(at + 1) == Tag::Preposition || asked();
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Comma && leads();
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// "said — on a podcast, as it happens — |that": gives where it ends.
fn dash_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Dash;
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Dash).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// Tokens that such a parenthesis may have.
const MOST_RELAYED: usize = 25;

/// "that", a quotation mark, a colon, or a comma before one of them.
fn content_starts(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    reading.tag(at) == Tag::That
        || token.kind == Kind::Colon
        || opens_quotation(reading, at)
        || token.kind == Kind::Comma && at + 1 < reading.tokens.all.len() && opens_quotation(reading, at + 1)
        || matches!(reading.tag(at), Tag::Wh)
}

/// The first word of a noun phrase: a clause without "that" may start with it.
fn clause_starts(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Determiner | Tag::Pronoun | Tag::Noun | Tag::Proper | Tag::Number | Tag::Adjective)
}
