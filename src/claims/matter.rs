//! What a refusal is about: "declined to comment on the sale" is about the sale.

use crate::attributions::{Attribution, Reading};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use std::ops::Range;

/// The content that makes the row. Of a refusal, what it refuses to speak of; `None` where that is not named
/// ("declined to comment").
pub fn matter(reading: &Reading<'_>, attribution: &Attribution) -> Option<Vec<Range<usize>>> {
    let mut content = attribution.content.clone();
    let first = content.first_mut()?;
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
