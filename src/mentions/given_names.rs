//! Those who tell the copy no more than a first name: "a man, who gave his name only as Jon".

use super::describe::{Description, Sort, base_phrase};
use super::name::Name;
use super::named::role_range;
use crate::attributions::Reading;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// Gives somebody without a name the one that the words behind tell: of "a man who gave his name only as Jon", "Jon".
pub(super) fn note(reading: &Reading<'_>, description: &mut Description) {
    let one = matches!(description.kind, AgentKind::Anonymous | AgentKind::Person) && !description.plural;
    if !one || description.sort == Sort::Pronoun || !description.name.is_empty() {
        return;
    }
    let Some(name) = name_told(reading, &description.range) else { return };
    description.role = role_range(reading, base_phrase(reading, &description.range));
    description.name = Name::of(reading, name.clone());
    description.name_range = Some(name);
    (description.sort, description.kind) = (Sort::Name, AgentKind::Person);
}

/// How many words behind somebody are asked for a name.
const REACH: usize = 14;

/// "who gave his name only as |Jon", "who would only be identified as |Mr Li"
fn name_told(reading: &Reading<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let end = (base_phrase(reading, range).end + REACH).min(reading.tokens.all.len());
    let behind = base_phrase(reading, range).end..end;
    let who = behind.clone().take(6).find(|at| reading.tag(*at) == Tag::Relative)?;
    let told = |at: &usize| reading.is_word(*at, "as") && (who..*at).any(|word| reading.is_any(word, NAMES));
    let stops = |at: &usize| matches!(reading.token(*at).kind, Kind::Stop | Kind::Comma | Kind::Semicolon);
    let name = (who..end).take_while(|at| !stops(at)).find(told)? + 1;
    let name = reading.phrases.noun_at(name).filter(|noun| noun.start == name)?;
    name.clone().all(|at| reading.tag(at) == Tag::Proper).then_some(name)
}

/// Words that tell that a name follows.
const NAMES: &[u64] = keys!["name", "nickname", "himself", "herself", "identified", "named", "known"];
