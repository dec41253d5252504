//! The borders that content behind a cue never crosses, whatever the weights say.

use super::another_speaker::{contrasts_speaker, is_others_aside, speaker_saying, speaks_meanwhile, speaks_next};
use super::another_verb::{joins_another_verb, shares_speaker};
use super::own_clause::{
    MOST_IN_SUBJECT, ends_fronted_clause, ends_relative_clause, main_verb_behind_relative, second_verb,
};
use super::telling::{
    goes_on_telling, is_manner_of_telling, is_relay, is_source_phrase, is_word_for_it, told_behind_quotation,
    told_on_occasion,
};
use crate::attributions::cue::CueGroup;
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::Token;
use crate::words::Kind;

/// The first border, up to `limit`, behind which content that starts at `start` cannot go: a semicolon, the end of the relative or
/// fronted clause that the cue stands in, words about the telling.
pub fn furthest_end(reading: &Reading<'_>, start: usize, limit: usize, cue: &CueGroup) -> usize {
    let main = main_verb_behind_relative(reading, start, limit, cue);
    let gap = || {
        reading.tag(start).is_finite().then(|| second_verb(reading, &(start..limit.min(start + MOST_IN_SUBJECT))))?
    };
    let limit = main.or_else(gap).unwrap_or(limit);
    let is_border = |at: &usize| match reading.token(*at).kind {
        Kind::Word => {
            shares_speaker(reading, start, *at, limit, cue)
                || joins_another_verb(reading, start, *at, limit, cue)
                || speaks_meanwhile(reading, start, *at, limit)
                || resumes_outer_clause(reading, start, *at, limit, cue)
        }
        Kind::Semicolon => true,
        Kind::Comma if opens_inside(reading, start, *at) || parts_subject(reading, start, *at) => false,
        Kind::Comma => {
            ends_fronted_clause(reading, *at, limit, cue)
                || ends_relative_clause(reading, *at, limit, cue)
                || is_relay(reading, *at + 1)
                || goes_on_telling(reading, *at + 1)
                || contrasts_speaker(reading, *at + 1, limit)
                || speaks_next(reading, *at + 1, limit)
                || speaker_saying(reading, *at + 1, limit)
                || is_others_aside(reading, *at + 1, limit)
                || is_source_phrase(reading, *at + 1)
                || is_manner_of_telling(reading, *at + 1, limit)
                || is_word_for_it(reading, *at + 1, limit)
                || ends_name(reading, start, *at, cue)
                || resumes_outer_clause(reading, start, *at + 1, limit, cue)
        }
        _ => false,
    };
    let mut may = reading.those(start + 1..limit, may_end_content);
    let border = may.find(|at| !reading.tokens.is_quoted(*at) && is_border(at)).unwrap_or(limit);
    let border = told_behind_quotation(reading, start..border).unwrap_or(border);
    told_on_occasion(reading, start..border).unwrap_or(border)
}

/// "called it a farce|, raising fears of a strike": a name is no clause, and an -ing clause behind it tells of something else.
fn ends_name(reading: &Reading<'_>, start: usize, comma: usize, cue: &CueGroup) -> bool {
    let goes_on = comma + 1 < reading.tokens.all.len() && reading.tag(comma + 1) == Tag::Ing;
    goes_on && cue.takes(Frames::NAME) && !reading.has_finite(start..comma)
}

/// "said that the mayor had denied taking it, |and that he would sue": "that" goes on with a clause that one opened before the cue, as
/// what is said by the cue has none.
fn resumes_outer_clause(reading: &Reading<'_>, start: usize, and: usize, limit: usize, cue: &CueGroup) -> bool {
    let joins = and + 1 < limit && reading.tag(and) == Tag::Coordinator && reading.tag(and + 1) == Tag::That;
    let quoted = || reading.token(start).is_quote_mark();
    if !joins || quoted() || matches!(reading.tag(start), Tag::That | Tag::Wh) {
        return false;
    }
    let sentence = &reading.tokens.sentences[reading.tokens.sentence_at(cue.head)].tokens;
    let before = sentence.start.max(cue.tokens.start.saturating_sub(LONGEST_LEAD))..cue.tokens.start;
    // not of the clause before: "said that it was new, but he |said"
    let mut lead = before.rev().take_while(|at| reading.tag(*at) != Tag::Mark);
    lead.any(|at| reading.tag(at) == Tag::That)
}

/// Tokens between the outer "that" and the cue.
const LONGEST_LEAD: usize = 24;

/// No word but those with which another statement may begin: "but", "while", "even as".
pub(super) fn may_end_content(token: &Token) -> bool {
    token.kind != Kind::Word || token.is(Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::ADVERB)
}

/// "said that|, according to its records, P": a comma right behind "that".
pub(super) fn opens_inside(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    comma == start + 1 && reading.tag(start) == Tag::That
}

/// "said that the cut|, which he called a blow, would come": a relative clause behind a subject that has no verb yet.
pub fn parts_subject(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let relative = comma + 1 < reading.tokens.all.len() && reading.tag(comma + 1) == Tag::Relative;
    relative && reading.tag(comma - 1).is_head() && !reading.has_finite(last_clause(reading, start, comma)..comma)
}

/// "said that it came out when |a clerk": where the last clause before `end` begins.
fn last_clause(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let opens = |at: &usize| matches!(reading.tag(*at), Tag::Subordinator | Tag::Wh | Tag::That);
    (start..end).rev().take(LONGEST_SUBJECT).find(opens).unwrap_or(start)
}

/// Tokens of a subject before its relative clause.
const LONGEST_SUBJECT: usize = 12;
