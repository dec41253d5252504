//! For which outlet somebody reports: "the BBC's Ann Lund", "Amos Reed of the BBC".

use super::describe::{Description, Sort, describe};
use crate::attributions::Reading;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use std::ops::Range;

/// The outlet right before a person's name, as its owner, or right behind it.
pub(super) fn outlet_of(reading: &Reading<'_>, of: &Description) -> Option<Description> {
    let person = of.kind == AgentKind::Person && of.sort == Sort::Name && !of.plural;
    let name = of.name_range.clone().filter(|_| person)?;
    let outlet = owner_before(reading, of.range.start, name.start)
        .or_else(|| owner_apart(reading, of.range.start))
        .or_else(|| outlet_behind(reading, name.end, of.range.end))?;
    Some(describe(reading, &outlet)).filter(|one| one.kind == AgentKind::Outlet && !one.name.is_empty())
}

fn owner_before(reading: &Reading<'_>, start: usize, name: usize) -> Option<Range<usize>> {
    let mark = name.checked_sub(1).filter(|mark| *mark > start && reading.tag(*mark) == Tag::Possessive)?;
    Some(start..mark)
}

/// "The New York Times' |Carla Dietz": a mark alone behind an "s".
fn owner_apart(reading: &Reading<'_>, start: usize) -> Option<Range<usize>> {
    let mark = start.checked_sub(1).filter(|mark| *mark > 0 && matches!(reading.str(*mark), "'" | "’"))?;
    let owner = reading.phrases.noun_at(mark - 1).filter(|owner| owner.end == mark)?;
    reading.str(mark - 1).ends_with('s').then_some(owner)
}

fn outlet_behind(reading: &Reading<'_>, of: usize, end: usize) -> Option<Range<usize>> {
    let led = of + 1 < end && reading.is_any(of, keys!["of", "from"]);
    reading.phrases.noun_at(of + 1).filter(|noun| led && noun.start == of + 1 && noun.end <= end)
}
