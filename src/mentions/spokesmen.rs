//! For whom a spokesman speaks.

use super::describe::{Description, Sort, describe};
use crate::attributions::Reading;
use crate::lexicon::{Classes, StandIn};
use crate::phrases::Tag;
use std::ops::Range;

/// The body for which a spokesman speaks: "the ministry's spokesman", "Kremlin spokeswoman Ada Quill".
pub fn principal(reading: &Reading<'_>, description: &Description) -> Option<Range<usize>> {
    let mut role = description.role.clone().unwrap_or_else(|| description.range.clone());
    let body = description.affiliation.clone();
    let in_body = |at: usize| body.as_ref().is_some_and(|body| body.contains(&at));
    let spokesman = role.find(|at| !in_body(*at) && reading.stand_in(*at) == Some(StandIn::SpeaksFor))?;
    body.or_else(|| body_noun_before(reading, spokesman))
}

/// "a spokeswoman", "spokeswoman Ada Quill": one of whom the phrase does not tell for whom she speaks.
pub fn is_lone_spokesman(reading: &Reading<'_>, description: &Description) -> bool {
    let speaks_for = |noun: usize| reading.stand_in(noun) == Some(StandIn::SpeaksFor);
    let unnamed = description.range.len() == 2 && description.name.is_empty();
    let noun = description.noun.filter(|_| unnamed);
    let role = description.role.as_ref().filter(|role| role.len() == 1 && !description.name.is_empty());
    description.affiliation.is_none() && noun.or(role.map(|role| role.start)).is_some_and(speaks_for)
}

/// "a |company spokesman", "a |police spokeswoman"
fn body_noun_before(reading: &Reading<'_>, spokesman: usize) -> Option<Range<usize>> {
    // "military" is an adjective too
    let is_noun = |noun: &usize| matches!(reading.tag(*noun), Tag::Noun | Tag::Adjective);
    let noun = spokesman.checked_sub(1).filter(is_noun)?;
    let stands_in = reading.stand_in(noun).is_some_and(|body| body.is_body());
    (stands_in || reading.token(noun).is(Classes::ORGANISATION_NOUN)).then_some(noun..spokesman)
}

/// Describes the body for which a spokesman speaks: of "a company spokesman" it is "the company".
pub fn describe_principal(reading: &Reading<'_>, body: &Range<usize>) -> Description {
    let described = describe(reading, body);
    let sort = if described.sort == Sort::Indefinite { Sort::Definite } else { described.sort };
    Description { sort, ..described }
}
