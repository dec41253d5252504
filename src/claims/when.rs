//! When something was said: "on Monday", "earlier", "on Aug. 30", said of the act of saying.

use crate::attributions::{Attribution, Reading, Way};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// The words beside the cue that tell when it was said, as tokens.
pub fn when(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    after(reading, attribution).or_else(|| before(reading, attribution))
}

/// After the cue (and the source, where it stands there), before the content or the next mark.
fn after(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let sentence = &reading.tokens.sentences[attribution.sentence].tokens;
    let start = match &attribution.source {
        Some(source) if source.way == Way::After => source.range.end,
        _ => attribution.cue.end,
    };
    let content = attribution.content.iter().map(|piece| piece.start).find(|at| *at >= start);
    let end = content.unwrap_or(sentence.end).min(start + 12).min(sentence.end);
    // "said Quill, |who took office in May": the time is of something else
    let end = (start..end.max(start)).find(|at| reading.tag(*at) == Tag::Relative).unwrap_or(end);
    (start..end.max(start)).find_map(|at| time_phrase(reading, at, end))
}

/// Between source and cue, in the cue's own adverbs, or at the sentence's start.
fn before(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let source = attribution.source.as_ref().filter(|source| source.way != Way::After)?;
    let between = behind_relative_clause(reading, source.range.end.min(attribution.cue.start), attribution.cue.clone());
    let inside = between.clone().find_map(|at| time_phrase(reading, at, between.end));
    let sentence = &reading.tokens.sentences[attribution.sentence].tokens;
    let mut opening = sentence.start..source.range.start.min(sentence.start + LONGEST_FRONTED);
    let fronted = attribution.content.first().is_none_or(|piece| piece.start > source.range.start);
    let told_first = || opening.find_map(|at| time_phrase(reading, at, source.range.start));
    // "Strikes planned for this week were called off after the union said": the time is of something else
    let is_verb = |at: usize| reading.tag(at).is_finite();
    let apart = |time: &Range<usize>| {
        let near = time.start < sentence.start + NEAR_START || reading.tag(sentence.start) == Tag::Preposition;
        near && !(time.end..source.range.start).any(is_verb)
    };
    inside.or_else(|| fronted.then(told_first).flatten().filter(apart))
}

/// Tokens at a sentence's start that are looked through for a time: "In a letter to the energy ministry dated May 2, Quill wrote".
const LONGEST_FRONTED: usize = 16;

/// Tokens at a sentence's start in which a time need not stand behind a preposition that opens it.
const NEAR_START: usize = 6;

/// From a source's end to its cue's. In "Quill, who took office in May, said" the time is of something else.
fn behind_relative_clause(reading: &Reading<'_>, start: usize, cue: Range<usize>) -> Range<usize> {
    let relative = (start..cue.start).any(|at| matches!(reading.tag(at), Tag::Relative | Tag::Wh));
    let comma = (start..cue.start).rev().find(|at| reading.is_word(*at, ",")).filter(|_| relative);
    comma.map_or(start, |comma| comma + 1)..cue.end
}

/// "two days ago", "a week earlier": one past its end.
fn ago(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let counted = reading.tag(at) == Tag::Number || reading.is_any(at, keys!["a", "an"]);
    let back = at + 3 <= end && reading.is_any(at + 2, keys!["ago", "earlier"]);
    (counted && back && crate::dates::is_span(reading.str(at + 1))).then_some(at + 3)
}

/// A time that starts at `at`: a weekday, a date, "earlier", "last week".
fn time_phrase(reading: &Reading<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    if let Some(end) = ago(reading, at, end) {
        return Some(at..end);
    }
    // "12 June"
    if reading.token(at).kind == Kind::Number && at + 1 < end && reading.token(at + 1).is(Classes::MONTH) {
        return time_phrase(reading, at + 1, end).map(|month| at..month.end);
    }
    let token = reading.token(at);
    let is = |at: usize, classes: Classes| at < end && reading.token(at).is(classes);
    if token.is(Classes::MONTH) && token.is_capitalised() {
        let mut last = at + 1;
        while last < end
            && (reading.tag(last) == Tag::Number
                || reading.is_word(last, ",") && last + 1 < end && reading.tag(last + 1) == Tag::Number)
        {
            last += 1;
        }
        return Some(at..last);
    }
    // "drawn on |this year's figure"
    let owns = |at: usize| at < end && reading.tag(at) == Tag::Possessive;
    if reading.is_any(at, keys!["last", "this", "next"])
        && at + 1 < end
        && !owns(at + 2)
        && reading
            .is_any(at + 1, keys!["week", "month", "year", "weekend", "spring", "summer", "autumn", "fall", "winter"])
    {
        return Some(at..at + 2);
    }
    // "told |a Sunday newspaper"
    let of_noun = reading.phrases.noun_at(at).is_some_and(|noun| reading.token(noun.end - 1).is(Classes::SOURCE_NOUN));
    if token.is(Classes::WEEKDAY) && !of_noun {
        let part =
            is(at + 1, Classes::NOUN) && reading.is_any(at + 1, keys!["morning", "evening", "night", "afternoon"]);
        return Some(at..at + 1 + usize::from(part));
    }
    let spoken = keys!["earlier", "later", "yesterday", "today", "recently", "overnight", "tonight"];
    // "USA TODAY" is no day
    (reading.is_any(at, spoken) && reading.tag(at) != Tag::Proper).then_some(at..at + 1)
}
