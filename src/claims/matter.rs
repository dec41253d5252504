//! What a refusal is about: "declined to comment on the sale" is about the sale.

use crate::attributions::{Attribution, Reading};
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use std::ops::Range;

/// The content that makes the row. Of a refusal, what it refuses to speak of; `None` where that is not named
/// ("declined to comment").
pub fn matter(reading: &Reading<'_>, attribution: &Attribution) -> Option<Vec<Range<usize>>> {
    let mut content = attribution.content.clone();
    if gives_no_word(reading, attribution) || is_question_of(reading, attribution) {
        return None;
    }
    let first = content.first_mut()?;
    if let Some(noun) = antecedent(reading, first) {
        *first = noun;
    }
    // "suggested that|, under their outlook, it would"
    let comma = reading.tag(first.start) == Tag::That && first.len() > 2 && reading.str(first.start + 1) == ",";
    first.start += 2 * usize::from(comma);
    if let Some(said) = behind_it_is_said(reading, first) {
        first.start = said;
    }
    if attribution.stance != Stance::Declines || reading.tag(first.start) != Tag::To {
        return Some(content);
    }
    // "beyond the filings" is no matter
    let leads_off = |at: &usize| reading.tag(*at) == Tag::Preposition && !names_a_matter(reading, *at);
    let near = (first.start + 2..first.end.min(first.start + 5)).take_while(|at| !leads_off(at));
    let named = near.into_iter().find(|at| names_a_matter(reading, *at))?;
    first.start = if reading.tag(named) == Tag::Preposition { named + 1 } else { named };
    (first.start < first.end).then_some(content)
}

/// "“No comment,” he said", "it does not comment on rumours": no word of the matter.
pub(super) fn gives_no_word(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    is_policy(reading, attribution) || is_no_comment(reading, attribution)
}

/// "the company |does not comment on rumours": what it never speaks of.
pub(super) fn is_policy(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let never = || attribution.cue.clone().any(|at| reading.is_any(at, keys!["does", "do", "never"]));
    attribution.stance == Stance::Declines
        && attribution.cue.clone().any(|at| reading.is_any(at, keys!["comment", "comments"]))
        && never()
}

fn is_no_comment(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let words = attribution.content.iter().flat_map(|piece| piece.clone());
    let words = words.map(|at| reading.token(at)).filter(|token| token.has_letters());
    words.map(|token| token.key).eq(keys!["no", "comment"].iter().copied())
}

/// "a move |that critics say could backfire": of a relative word, the noun phrase right before it that it stands for.
fn antecedent(reading: &Reading<'_>, piece: &Range<usize>) -> Option<Range<usize>> {
    let relative = piece.len() == 1 && matches!(reading.tag(piece.start), Tag::Relative | Tag::That);
    let before = piece.start.checked_sub(1).filter(|_| relative)?;
    let before = if reading.is_word(before, ",") { before.checked_sub(1)? } else { before };
    reading.phrases.noun_at(before).filter(|noun| noun.end == before + 1)
}

/// "Q: Do you regret it?": what an interviewer asks is no claim.
fn is_question_of(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let last = attribution.content.last().filter(|piece| !piece.is_empty()).map(|piece| piece.end - 1);
    attribution.rule == "speaker-colon" && last.is_some_and(|last| reading.is_word(last, "?"))
}

/// "It has emerged that |the mine lost money, according to": that it is known is no part of what is.
fn behind_it_is_said(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let near = content.start + 1..content.end.min(content.start + LONGEST_OPENING);
    let that = near.clone().find(|at| reading.tag(*at) == Tag::That).filter(|that| that + 1 < content.end)?;
    let passive = |at: usize| reading.tag(at) == Tag::Participle && reading.tag(at - 1) == Tag::Be;
    let frames = |at: usize| reading.verb_cue(at).map_or(Frames::empty(), |cue| cue.frames);
    let emerges =
        |at: usize| frames(at).contains(Frames::NO_SOURCE) || frames(at).contains(Frames::THAT) && passive(at);
    let told = (near.start..that).any(|at| reading.tag(at).is_verbal() && emerges(at));
    (reading.is_word(content.start, "it") && told).then_some(that + 1)
}

/// Tokens up to the "that" of such an opening.
const LONGEST_OPENING: usize = 8;

/// "on", "about", "whether", "that", or the verb's own object.
fn names_a_matter(reading: &Reading<'_>, at: usize) -> bool {
    match reading.tag(at) {
        Tag::Preposition => reading.is_any(at, keys!["on", "about"]) && !is_day(reading, at + 1),
        Tag::That | Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective => true,
        // "declined to answer |when asked"
        Tag::Wh => {
            let asked = reading.tokens.all.get(at + 1).is_some_and(|next| next.is(Classes::VERB_PARTICIPLE));
            !reading.is_word(at, "when") || !asked
        }
        _ => false,
    }
}

/// "on |Friday", and not "on |Friday's vote"
fn is_day(reading: &Reading<'_>, at: usize) -> bool {
    let noun = reading.phrases.noun_at(at).filter(|noun| noun.len() == 1);
    noun.is_some() && reading.token(at).is(Classes::WEEKDAY | Classes::DAY)
}
