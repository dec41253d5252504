//! What the copy says otherwise than the input's metadata. Only what cannot both be true is kept: "ROME" and "Rome, Italy" can.

use super::classify::Classified;
use super::dateline::DayOfYear;
use super::model::{Contradiction, Dateline, Disputed};
use super::words::plain_words;
use crate::lexicon::Lexicon;
use crate::read::Stated;
use jiff::ToSpan;
use jiff::civil::Date;

/// What the text's dateline and byline say otherwise than `stated`.
pub(super) fn find(found: &Classified, stated: &Stated, lexicon: &Lexicon) -> Vec<Contradiction> {
    let dateline = found.dateline.as_ref();
    let places = dateline.and_then(|dateline| place(dateline, stated));
    let days = dateline.and_then(|dateline| date(dateline, found.day?, stated.published?));
    let agencies = dateline.and_then(|dateline| agency(dateline, stated, lexicon));
    let bylines = byline(found.byline.as_deref(), stated.byline.as_deref());
    [places, days, agencies, bylines].into_iter().flatten().collect()
}

fn in_dateline(dateline: &Dateline, about: Disputed, text: &str, metadata: &str) -> Contradiction {
    Contradiction { about, text: text.to_owned(), metadata: metadata.to_owned(), span: Some(dateline.span) }
}

/// Places that have no word in common. A dateline may name several, and the metadata the country too.
fn place(dateline: &Dateline, stated: &Stated) -> Option<Contradiction> {
    let (here, there) = (dateline.place.as_deref()?, stated.place.as_deref()?);
    have_no_word_in_common(here, there).then(|| in_dateline(dateline, Disputed::Place, here, there))
}

/// Days more than one apart: a story may be sent after midnight, or in another time zone.
fn date(dateline: &Dateline, day: DayOfYear, stated: Date) -> Option<Contradiction> {
    let near = [-1, 0, 1].map(|days| stated.checked_add(days.days()).unwrap_or(stated));
    let is_meant = |date: &Date| {
        (date.month(), date.day()) == (day.month, day.day) && day.year.is_none_or(|year| year == date.year())
    };
    let written = dateline.date.as_deref().unwrap_or_default();
    let is_disputed = !near.iter().any(is_meant);
    is_disputed.then(|| in_dateline(dateline, Disputed::Date, written, &stated.to_string()))
}

/// Two agencies that are both known, and are not one.
fn agency(dateline: &Dateline, stated: &Stated, lexicon: &Lexicon) -> Option<Contradiction> {
    let (here, there) = (dateline.agency.as_deref()?, stated.publication.as_deref()?);
    let known = lexicon.outlet_named(here).zip(lexicon.outlet_named(there));
    let differ = known.is_some_and(|(here, there)| here.name != there.name);
    differ.then(|| in_dateline(dateline, Disputed::Publication, here, there))
}

/// Bylines that share no name.
fn byline(here: Option<&str>, there: Option<&str>) -> Option<Contradiction> {
    let (here, there) = (here?, there?);
    let disputed =
        Contradiction { about: Disputed::Byline, text: here.to_owned(), metadata: there.to_owned(), span: None };
    have_no_word_in_common(here, there).then_some(disputed)
}

fn have_no_word_in_common(one: &str, other: &str) -> bool {
    let other: Vec<_> = plain_words(other).collect();
    !other.is_empty() && plain_words(one).all(|word| !other.contains(&word))
}
