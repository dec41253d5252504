//! Names of which one is a part of the other: "Orrin" of "Orrin Foods", "Elias" of "Elias Saab".

use super::compared::known_classes;
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::mentions::agent::Agent;
use crate::mentions::describe::Description;
use crate::mentions::name::Name;
use crate::mentions::nations::is_one_nation;
use crate::terms::AgentKind;

/// "Orrin" of "Orrin Foods", "Freddy" of "Freddy Quill": the first word alone, if it is no common one.
pub(super) fn is_first_of(reading: &Reading<'_>, full: &Name, later: &Name) -> bool {
    let one = later.last(reading).filter(|_| full.len() > 1 && later.len() == 1);
    let is_first = |at: &usize| full.first_key(reading) == Some(reading.token(*at).key);
    one.filter(is_first).is_some_and(|at| known_classes(reading, at).difference(NAMES).is_empty())
}

/// "Pat" of "Pat Connolly": a given name, though it is a word too.
pub(super) fn is_given_name_of(reading: &Reading<'_>, agent: &Agent<'_>, later: &Name) -> bool {
    let one = later.last(reading).filter(|_| agent.kind == AgentKind::Person && later.len() == 1);
    let is_first = |at: &usize| agent.name.len() > 1 && agent.name.first_key(reading) == Some(reading.token(*at).key);
    one.filter(is_first).is_some_and(|at| reading.token(at).is(Classes::GIVEN_NAME))
}

/// "Elias Saab" after "her father, Elias".
pub(super) fn is_named_in_full(reading: &Reading<'_>, agent: &Agent<'_>, full: &Description) -> bool {
    let one = agent.name.last(reading).filter(|_| agent.kind == AgentKind::Person && agent.name.len() == 1);
    let told = full.kind == AgentKind::Person && full.name.len() == 2 && agent.role.is_some();
    let is_first = |at: &usize| full.name.first_key(reading) == Some(reading.token(*at).key);
    one.is_some_and(|at| told && is_first(&at))
}

/// "Ortiz" of "Javier Ortiz Medina", "Sri Mulyani" of "Sri Mulyani Indrawati": what stands before the last word of three or more.
pub(super) fn is_inside_of(reading: &Reading<'_>, agent: &Agent<'_>, later: &Name) -> bool {
    let person = agent.kind == AgentKind::Person && later.len() < agent.name.len() && agent.name.len() >= 3;
    let Some(last) = later.last(reading).filter(|_| person) else { return false };
    let given = later.len() == 1 && reading.token(last).is(Classes::GIVEN_NAME);
    let inside = agent.name.keys(reading).rev().skip(1).take(later.len());
    !given && inside.eq(later.keys(reading).rev())
}

/// "Pike Lane" of "Pike Lane Capital": all but the last word of a body's name, which tells its trade.
pub(super) fn is_front_of(reading: &Reading<'_>, agent: &Agent<'_>, later: &Name) -> bool {
    let body = agent.kind == AgentKind::Organisation && agent.known.is_none();
    let front = body && later.len() >= 2 && later.len() + 1 == agent.name.len();
    front && agent.name.keys(reading).take(later.len()).eq(later.keys(reading))
}

/// "the Defence Ministry" of "the Russian Defence Ministry", and that of "Russia's Defence Ministry", in whatever order they come.
pub(super) fn is_end_of(reading: &Reading<'_>, full: &Name, later: &Name) -> bool {
    let (long, short) = if full.len() < later.len() { (later, full) } else { (full, later) };
    let end = long.keys(reading).rev().zip(short.keys(reading).rev()).take_while(|(a, b)| a == b).count();
    let all = end == short.len() && end < long.len();
    let nations = || long.words(reading).next().zip(short.words(reading).next());
    let one_nation = || nations().is_some_and(|(a, b)| is_one_nation(reading, a, b));
    end >= 2 && (all || end + 1 == long.len() && end + 1 == short.len() && one_nation())
}

/// Classes of words that are names and nothing else.
const NAMES: Classes = Classes::GIVEN_NAME
    .union(Classes::MASCULINE)
    .union(Classes::FEMININE)
    .union(Classes::NAME_START)
    .union(Classes::PHRASE_SECOND)
    .union(Classes::PHRASE_ALONE);
