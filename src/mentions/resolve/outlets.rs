//! Which outlet is meant: by a name in full or short, or by a noun ("the newspaper").

use super::cast::Cast;
use super::compared::{in_brief, known_classes};
use crate::attributions::Reading;
use crate::lexicon::{Classes, Meaning, StandIn, WordId};
use crate::mentions::agent::{Agent, Known};
use crate::mentions::describe::Description;
use crate::terms::AgentKind;
use crate::tokens::keys;
use std::ops::Range;

impl Cast<'_> {
    /// An outlet by its name; a short name means the one that the copy has introduced last.
    pub(super) fn outlet(&self, reading: &Reading<'_>, index: u32, description: &Description) -> Option<usize> {
        if let Some(found) = self.by_known.get(&Known::Outlet(index)) {
            return Some(*found);
        }
        // "the Irish Times" is another than the New York Times, though both are "the Times"
        let short = if description.short { short_outlets(reading, &description.range) } else { Vec::new() };
        let introduced =
            |agent: &Agent<'_>| matches!(agent.known, Some(Known::Outlet(known)) if short.contains(&known));
        let unsettled = |agent: &Agent<'_>| {
            let nameless = agent.kind == AgentKind::Outlet && agent.known.is_none() && !agent.plural;
            let same_end = agent.name.last_key(reading) == description.name.last_key(reading);
            // "Nikkei: …" in the headline, "the Nikkei business daily" in the lead
            let may_be = || agent.mentions.first().is_some_and(|first| short_outlets(reading, first).contains(&index));
            nameless && (same_end || may_be())
        };
        self.latest_of(introduced).or_else(|| self.latest_of(unsettled))
    }

    /// "the newspaper": the latest newspaper; "the outlet": the latest of any sort.
    pub(super) fn outlet_by_noun(&self, reading: &Reading<'_>, noun: usize) -> Option<usize> {
        let wanted = reading.lexicon.outlet_type(reading.token(noun).word);
        let unsorted = |agent: &Agent<'_>| agent.kind == AgentKind::Outlet && outlet_sort(reading, agent).is_none();
        let named = self.latest_of(|agent| is_of_type(reading, agent, wanted)).or_else(|| self.latest_of(unsorted));
        // where no outlet has been named, "the paper" is the study
        let document = |agent: &Agent<'_>| agent.kind == AgentKind::Document;
        self.unknown_outlet(reading, named).or(named).or_else(|| wanted.and_then(|_| self.latest_of(document)))
    }

    /// "The Daily Lantern reported P. The paper said Q.": a name that the lists do not know, and that spoke last.
    fn unknown_outlet(&self, reading: &Reading<'_>, named: Option<usize>) -> Option<usize> {
        let place = |agent: usize| self.latest[agent].token;
        let later = |agent: &usize| self.latest[*agent].spoke && named.is_none_or(|known| place(known) < place(*agent));
        let unknown = self.latest_of(|agent| may_be_outlet(reading, agent)).filter(later);
        unknown.filter(|agent| self.spoke_last(*agent))
    }
}

/// Whether it is an outlet of the type, or of any where none is wanted, that "the newspaper" may stand for.
fn is_of_type(reading: &Reading<'_>, agent: &Agent<'_>, wanted: Option<&str>) -> bool {
    // "learned of it from a newspaper": one without a name stands only where it spoke
    let stands = agent.known.is_some() || !agent.name.is_empty() || agent.spoke;
    agent.kind == AgentKind::Outlet && stands && (wanted.is_none() || outlet_sort(reading, agent) == wanted)
}

/// A body of which the copy tells no more than a name, and that it reported something.
fn may_be_outlet(reading: &Reading<'_>, agent: &Agent<'_>) -> bool {
    let noun = agent.noun.map_or(Classes::empty(), |noun| known_classes(reading, noun));
    let unknown = agent.known.is_none() && agent.name.len() >= 2 && agent.spoke && agent.role.is_none();
    // "Blue Strait Lines" is named for things
    let paper = !noun.intersects(Classes::SOURCE_NOUN.union(Classes::PLURAL));
    agent.kind == AgentKind::Organisation && unknown && paper
}

/// What sort of outlet an agent is, by the lexicon, or by its own words ("the state broadcaster Dala TV").
pub(super) fn outlet_sort<'a>(reading: &Reading<'a>, agent: &Agent<'_>) -> Option<&'a str> {
    if let Some(Known::Outlet(index)) = agent.known {
        return Some(reading.lexicon.outlet_sort(index));
    }
    if agent.kind != AgentKind::Outlet {
        return None;
    }
    let lexicon = reading.lexicon;
    let role = agent.role.and_then(|role| role.rsplit(' ').next()).map(|role| lexicon.id_of(in_brief(role)));
    let noun = agent.noun.map(|noun| reading.token(noun).word);
    let is_paper = |noun: &WordId| lexicon.word(*noun).classes.contains(Classes::ENDS_PAPER_NAME);
    let by_name = || noun.filter(is_paper).map(|_| StandIn::Newspaper.name());
    let type_of = |noun: WordId| lexicon.outlet_type(noun);
    let by_short_name = || match &short_outlets(reading, agent.mentions.first()?)[..] {
        [only] => Some(lexicon.outlet_sort(*only)),
        _ => None,
    };
    role.and_then(type_of).or_else(|| noun.and_then(type_of)).or_else(by_name).or_else(by_short_name)
}

/// Every outlet that the short name in `range` may stand for.
fn short_outlets(reading: &Reading<'_>, range: &Range<usize>) -> Vec<u32> {
    range
        .clone()
        .flat_map(|at| reading.names(at))
        .filter_map(|name| match name.meaning {
            Meaning::ShortOutlet(index) => Some(index),
            _ => None,
        })
        .collect()
}

/// "the |business daily": words that tell a sort of outlet and not which one.
pub(super) fn tells_sort(reading: &Reading<'_>, which: &Range<usize>) -> bool {
    !which.is_empty()
        && which.clone().all(|at| reading.is_any(at, keys!["business", "finance", "news", "trade", "sports"]))
}

/// "its channel", "their paper"
pub(super) fn is_owned(reading: &Reading<'_>, description: &Description) -> bool {
    reading.token(description.range.start).is(Classes::POSSESSIVE_DETERMINER)
}
