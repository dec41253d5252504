//! What is attributed: where it begins and where it ends.

mod another_speaker;
mod another_verb;
mod before;
mod borders;
mod end;
mod own_clause;
mod passed_over;
mod telling;
mod trailing_tag;

pub use another_speaker::new_speaker;
pub use before::content_before;
pub use borders::{furthest_end, parts_subject};
pub use own_clause::{main_verb, second_verb};
pub use passed_over::{skip_adjuncts, skip_adjuncts_before_content};
pub use telling::{is_manner_of_telling, is_word_for_it};
pub use trailing_tag::{is_last_tag, is_trailing_tag};

use crate::attributions::cue::CueGroup;
use crate::attributions::view::Reading;
use crate::phrases::Tag;
use crate::tokens::Sentence;
use crate::words::Kind;
use end::content_end;
use std::ops::Range;

/// Content after a cue, from `at` to its end in the sentence; `cue` is the one it belongs to.
pub fn content_after(reading: &Reading<'_>, sentence: &Sentence, at: usize, cue: &CueGroup) -> Option<Range<usize>> {
    let limit = within_quotation(reading, at, cue, body_end(reading, sentence));
    if at >= limit {
        return None;
    }
    let end = content_end(reading, at, limit, cue);
    let range = trimmed_behind(reading, at..end);
    (!range.is_empty()).then_some(range)
}

/// Where a cue inside a quotation must end its content: before the closing mark. What is quoted says nothing of what follows.
pub fn within_quotation(reading: &Reading<'_>, at: usize, cue: &CueGroup, limit: usize) -> usize {
    let around = reading.tokens.quotation_at(cue.head).filter(|_| reading.tokens.is_quoted(cue.head));
    let end = around.map(|index| reading.tokens.quotations[index].tokens.end).filter(|end| at < *end);
    end.map_or(limit, |end| limit.min(if reading.token(end - 1).is_quote_mark() { end - 1 } else { end }))
}

/// One past the sentence's last token that can belong to content: the final full stop is left out, closing marks stay.
pub fn body_end(reading: &Reading<'_>, sentence: &Sentence) -> usize {
    let mut end = sentence.tokens.end;
    while end > sentence.tokens.start && matches!(reading.token(end - 1).kind, Kind::Stop | Kind::Ellipsis) {
        end -= 1;
    }
    end
}

/// Whether a quotation starts at the token.
pub fn opens_quotation(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.quotation_at(at).is_some_and(|q| reading.tokens.quotations[q].tokens.start == at)
}

/// The quotation that starts at the token, in its sentence or as the paragraph after it.
pub fn quotation_at_start(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    let quotation = &reading.tokens.quotations[reading.tokens.quotation_at(at)?];
    (quotation.tokens.start == at).then(|| quotation.tokens.clone())
}

/// Content after a colon: the rest of the sentence, or the quotation in the paragraph below where the colon ends the sentence.
pub fn content_after_colon(
    reading: &Reading<'_>,
    sentence: &Sentence,
    colon: usize,
    cue: &CueGroup,
) -> Option<Range<usize>> {
    if colon + 1 >= sentence.tokens.end {
        return quotation_at_start(reading, sentence.tokens.end);
    }
    content_after(reading, sentence, colon + 1, cue)
}

/// Without commas, colons, dashes and full stops at its ends; quotation marks stay.
pub fn trimmed(reading: &Reading<'_>, mut range: Range<usize>) -> Range<usize> {
    let loose = |at: usize| {
        matches!(reading.token(at).kind, Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::Stop)
    };
    while !range.is_empty() && loose(range.start) {
        range.start += 1;
    }
    while !range.is_empty() && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The same of content behind a cue: nor with a last word that opens a clause ("left in May, when|, according to the court, …").
pub fn trimmed_behind(reading: &Reading<'_>, range: Range<usize>) -> Range<usize> {
    let range = trimmed(reading, range);
    let opens = |at: usize| matches!(reading.tag(at), Tag::Wh | Tag::Relative | Tag::Coordinator | Tag::Subordinator);
    // "exposed a rift |that"
    let that = matches!(reading.tag(range.end.max(1) - 1), Tag::That | Tag::Relative);
    let dangles = range.len() > 2 && (that || reading.token(range.end - 2).kind == Kind::Comma && opens(range.end - 1));
    if dangles { trimmed(reading, range.start..range.end - 1) } else { range }
}
