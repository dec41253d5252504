//! The noun phrases of a sentence that may name somebody.

use super::body_names::body_name_end;
use crate::attributions::{Attribution, Reading};
use crate::lexicon::{Classes, WordId};
use crate::phrases::Tag;
use crate::tokens::{Sentence, keys};
use crate::words::Kind;
use std::ops::Range;

/// A mention's tokens, and the attribution whose source it is.
pub(super) type Mention = (Range<usize>, Option<usize>);

/// Adds the sources of a sentence to `ranges`, which holds none yet, and the noun phrases that may name somebody; each source says
/// whose it is.
pub(super) fn take_mentions<'a>(
    reading: &Reading<'_>,
    sentence: &Sentence,
    nouns: &mut std::iter::Peekable<impl Iterator<Item = &'a Range<usize>>>,
    (attributions, speaking): (&[Attribution], &[(usize, usize)]),
    ranges: &mut Vec<Mention>,
) {
    for (_, attribution) in speaking {
        let source = attributions[*attribution].source.as_ref();
        ranges.extend(
            source.map(|source| (source.antecedent.clone().unwrap_or(source.range.clone()), Some(*attribution))),
        );
        ranges.extend(attributions[*attribution].only_cited(reading).map(|cited| (cited, None)));
    }
    let sources = ranges.len();
    while let Some(noun) = nouns.next_if(|noun| noun.start < sentence.tokens.end) {
        let (owner, named) = (owner(reading, noun), !names_nobody(reading, noun));
        if owner.is_none() && !named {
            continue;
        }
        let inside_name = ranges.last().is_some_and(|(last, _)| last.start < noun.start && noun.end <= last.end);
        let taken = |(range, _): &Mention| range.start < noun.end && noun.start < range.end;
        if inside_name || ranges[..sources].iter().any(taken) {
            continue;
        }
        ranges.extend(owner.map(|owner| (owner, None)));
        if named {
            let end = body_name_end(reading, noun).or_else(|| name_behind(reading, noun)).unwrap_or(noun.end);
            ranges.push((noun.start..end, None));
        }
    }
}

/// "Callum's mother, |Joanne Whitworth|, wept", "the leader of the union, |Carmen Ortiz|, spoke": one past the name that stands between commas
/// behind somebody's relative, or the one holder of an office.
fn name_behind(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let head = reading.token(noun.end - 1);
    if !head.is(Classes::PERSON_NOUN | Classes::ROLE) || head.is(Classes::PLURAL) || !is_the_one(reading, noun) {
        return None;
    }
    let is_comma = |at: usize| reading.tokens.all.get(at).is_some_and(|token| token.kind == Kind::Comma);
    let comma =
        whose_end(reading, noun).filter(|end| is_comma(*end)).or(Some(noun.end)).filter(|end| is_comma(*end))?;
    let name = reading.phrases.noun_at(comma + 1).filter(|name| name.start == comma + 1)?;
    let named = !reading.token(name.start).is(Classes::WEEKDAY | Classes::MONTH);
    let proper = named && name.clone().all(|at| reading.tag(at) == Tag::Proper);
    (proper && is_comma(name.end)).then_some(name.end)
}

/// "his brother", "Callum's mother", "the leader".
fn is_the_one(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let first = reading.token(noun.start);
    first.is(Classes::POSSESSIVE_DETERMINER)
        || reading.has_tag(noun.clone(), Tag::Possessive)
        || reading.is_word(noun.start, "the") && noun.len() > 1
}

/// "the leader |of the union|": one past whose or of what.
fn whose_end(reading: &Reading<'_>, noun: &Range<usize>) -> Option<usize> {
    let of =
        Some(noun.end).filter(|of| *of < reading.tokens.all.len() && reading.is_any(*of, keys!["of", "for", "at"]))?;
    reading.phrases.noun_at(of + 1).filter(|whose| whose.start == of + 1).map(|whose| whose.end)
}

/// "Ada Quill" of "Ada Quill's son", "Quill" of "Quill's son", "the Duke" of "the Duke's son".
pub(super) fn owner(reading: &Reading<'_>, noun: &Range<usize>) -> Option<Range<usize>> {
    if noun.len() < 2 || !reading.has_tag(noun.clone(), Tag::Possessive) {
        return None;
    }
    let mark = noun.clone().find(|at| reading.tag(*at) == Tag::Possessive)?;
    let full = mark >= noun.start + 2 && reading.token(noun.start).is(Classes::GIVEN_NAME | Classes::TITLE);
    let article = mark == noun.start + 2 && article_office(reading, noun.start, mark);
    let named = full || mark == noun.start + 1 || article;
    let proper = |at: usize| reading.tag(at) == Tag::Proper || reading.token(at).is(Classes::TITLE);
    (named && (noun.start + usize::from(article)..mark).all(proper)).then_some(noun.start..mark)
}

/// "|the Duke|'s son": somebody by what he is, with a capital.
fn article_office(reading: &Reading<'_>, start: usize, mark: usize) -> bool {
    let office = reading.token(mark - 1);
    reading.is_word(start, "the") && office.is_capitalised() && office.is(Classes::PERSON_NOUN)
}

/// "the bridge": a noun phrase that its last word tells to be no agent, so that it need not be described.
fn names_nobody(reading: &Reading<'_>, noun: &Range<usize>) -> bool {
    let head = reading.token(noun.end - 1);
    // of those in the plural, all that the lists know but as no source: "arrests"
    let several = head.is(Classes::PLURAL) && head.word == WordId::UNKNOWN;
    // "there is no such paper"
    let none = || reading.is_word(noun.start, "no") && noun.len() > 1;
    let person_or_body = (several || head.is(Classes::SOURCE_NOUN | Classes::DEMONYM)) && !none();
    reading.tag(noun.end - 1) != Tag::Proper && !person_or_body && reading.tokens.names_within(noun.clone()).is_empty()
}
