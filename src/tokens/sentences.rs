//! Where sentences end.

use super::token::{Case, Token, keys};
use super::tokenise::closes;
use crate::lexicon::{Classes, Frames, Lexicon};
use crate::words::Kind;
use std::ops::Range;

/// A sentence: its tokens, and the block it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of its block in the document.
    pub block: usize,
}

/// No sentence has more tokens, so that work within one sentence is bounded: longer ones are cut.
const LONGEST: usize = 400;

/// Cuts one block's tokens (`range` of `tokens`) into sentences, which are added to `found`; linear.
pub fn sentences(tokens: &[Token], range: Range<usize>, block: usize, lexicon: &Lexicon, found: &mut Vec<Sentence>) {
    let tokens = &tokens[..range.end];
    let mut start = range.start;
    let mut at = range.start;
    while let Some(next) = next_end(tokens, at, start + LONGEST - 1) {
        at = next;
        let end = after_closers(tokens, at + 1, range.end);
        let too_long = end - start >= LONGEST;
        if too_long || ends_sentence(tokens, at, end, range.end, lexicon) {
            found.push(Sentence { tokens: start..end, block });
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < range.end {
        found.push(Sentence { tokens: start..range.end, block });
    }
}

/// The first token from `at` on that may end a sentence; the one at `last` ends it if none does before.
fn next_end(tokens: &[Token], at: usize, last: usize) -> Option<usize> {
    let within = tokens.get(at..=last).unwrap_or(&tokens[at..]);
    let found = within.iter().position(may_end_sentence).map(|place| at + place);
    found.or_else(|| (last < tokens.len()).then_some(last))
}

fn after_closers(tokens: &[Token], mut at: usize, end: usize) -> usize {
    while at < end && closes(&tokens[at]) {
        at += 1;
    }
    at
}

/// Whether a token is of a sort that can end a sentence, as [`ends_sentence`] has it: most are not.
fn may_end_sentence(token: &Token) -> bool {
    match token.kind {
        Kind::Word if token.case == Case::Lower => token.is(Classes::ABBREVIATION),
        Kind::Word => token_keeps_stop(token),
        kind => matches!(kind, Kind::Stop | Kind::Exclaim | Kind::Ellipsis),
    }
}

/// Whether a sentence ends with the token at `at`, its closing marks reaching up to `next`.
fn ends_sentence(tokens: &[Token], at: usize, next: usize, end: usize, lexicon: &Lexicon) -> bool {
    let token = &tokens[at];
    if next >= end {
        return false;
    }
    let follower = &tokens[next];
    match token.kind {
        Kind::Stop => starts_sentence(follower) && (follower.spaced || next > at + 1 || follower.is_capitalised()),
        Kind::Exclaim => starts_sentence(follower) && !(next > at + 1 && is_speaker_tag(&tokens[next..end], lexicon)),
        Kind::Ellipsis => follower.spaced && follower.is_capitalised() && next > at + 1,
        Kind::Word => {
            token_keeps_stop(token) && next == at + 1 && ends_after_abbreviation(token, follower)
                || at > 0 && next == at + 1 && is_name_of_one_letter(&tokens[at - 1], token) && begins_anew(follower)
                // not "Fox News' On the Record"
                || next > at + 1 && tokens[at + 1].kind != Kind::Apostrophe && token_keeps_stop(token) && follower.is_capitalised() && is_starter(follower)
        }
        _ => false,
    }
}

fn starts_sentence(token: &Token) -> bool {
    token.is_capitalised()
        || matches!(
            token.kind,
            Kind::Number | Kind::PlainQuote | Kind::OpenQuote | Kind::OpenSingle | Kind::OpenBracket
        )
        || matches!(token.kind, Kind::Apostrophe | Kind::Dash | Kind::Sign)
}

/// Words cut with their full stop: known abbreviations, initials and dotted ones ("U.S.").
fn token_keeps_stop(token: &Token) -> bool {
    token.is(Classes::ABBREVIATION) || token.kind == Kind::Word && token.byte_len() <= 8 && token.case != Case::Lower
}

/// "the U.S. The …" ends, "Gen. The…" and "U.S. President" do not.
fn ends_after_abbreviation(token: &Token, follower: &Token) -> bool {
    // "known as subclade K. He added": no name goes on with "He"
    let he = follower.is(Classes::PRONOUN_SUBJECT) && follower.byte_len() > 1 && is_starter(follower);
    if he && token.byte_len() == 2 && token.is_capitalised() {
        return true;
    }
    let titled = token.is(Classes::TITLE | Classes::MONTH);
    // "No. Ministers knew.": what stands before a number else
    let answer = NO.contains(&token.key) && token.case == Case::Capital && follower.kind == Kind::Word;
    token.is(Classes::ABBREVIATION) && !titled && follower.is_capitalised() && (answer || is_starter(follower))
}

/// "No. 10", or an answer.
const NO: &[u64] = keys!["no."];

/// "wrote on X.": one capital letter behind a preposition.
fn is_name_of_one_letter(before: &Token, token: &Token) -> bool {
    token.byte_len() == 2 && token.is_capitalised() && before.is(Classes::PREPOSITION) && !before.is_capitalised()
}

fn begins_anew(token: &Token) -> bool {
    is_starter(token) || token.spaced && token.is_quote_mark()
}

/// Words that begin a sentence and hardly ever follow an abbreviation inside one.
fn is_starter(token: &Token) -> bool {
    let closed = Classes::DETERMINER
        | Classes::PRONOUN
        | Classes::POSSESSIVE_DETERMINER
        | Classes::SUBORDINATOR
        | Classes::COORDINATOR
        | Classes::WH
        | Classes::PREPOSITION;
    token.is(closed) && token.case == Case::Capital && !token.is(Classes::ABBREVIATION)
}

/// "Smith asked." after a quotation that ended in a question mark.
fn is_speaker_tag(rest: &[Token], lexicon: &Lexicon) -> bool {
    for (seen, token) in rest.iter().take(8).enumerate() {
        if token.is(Classes::CUE_VERB) && seen > 0 {
            let cue = lexicon.word(token.word).verb.map(|index| lexicon.cue(index));
            return cue.is_some_and(|cue| cue.frames.contains(Frames::QUOTE));
        }
        if !token.has_letters() || token.is(Classes::AUXILIARY) {
            return false;
        }
    }
    false
}
