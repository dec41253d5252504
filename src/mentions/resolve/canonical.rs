//! What an agent is called in the table: its name in full, or else the words that the copy has for it.

use crate::attributions::Reading;
use crate::mentions::agent::Known;
use crate::mentions::describe::Description;
use crate::tokens::{Token, keys};
use std::borrow::Cow;
use std::ops::Range;

pub(super) fn canonical<'a>(reading: &Reading<'a>, description: &Description, known: Option<Known>) -> Cow<'a, str> {
    let lexicon = reading.lexicon;
    match known {
        Some(Known::Outlet(index)) => lexicon.outlet(index).name.into(),
        Some(Known::Country(index)) => lexicon.country(index).name.into(),
        Some(Known::Body(index)) => lexicon.body(index).name.into(),
        None => in_one_line(reading, &bare_name(reading, description)),
    }
}

/// The name, or else all of the mention, without an article.
pub(super) fn bare_name(reading: &Reading<'_>, description: &Description) -> Range<usize> {
    let range = description.name_range.as_ref().unwrap_or(&description.range);
    let article = range.len() > 1 && reading.is_any(range.start, keys!["the", "a", "an"]);
    range.start + usize::from(article)..range.end
}

/// The words with single spaces for all white space, without a comma behind them.
fn in_one_line<'a>(reading: &Reading<'a>, words: &Range<usize>) -> Cow<'a, str> {
    let text = text(reading, words).trim_end_matches(',').trim_end_matches(' ');
    // tokens hold no white space
    let gap = |pair: &[Token]| &reading.tokens.text.as_bytes()[pair[0].span().end..pair[1].span().start];
    if reading.tokens.all[words.clone()].windows(2).all(|pair| matches!(gap(pair), [] | [b' '])) {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

pub(super) fn text<'a>(reading: &Reading<'a>, range: &Range<usize>) -> &'a str {
    reading.tokens.span(range).of(reading.tokens.text)
}
