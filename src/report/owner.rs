//! Whose copy it may be, where nothing says so: an outlet to which everybody speaks.

use super::cell::clean;
use super::contract::{DocumentReport, HopReport};
use super::names::count;
use crate::document::PublicationFrom;
use crate::terms::AgentKind;

/// Fewer claims than this say nothing of whose copy it is.
const FEWEST: usize = 2;

/// How speakers come to an outlet that may be the publication itself: "told the Guardian".
const TOLD: &str = "told-outlet";

/// How documents do: "seen by the Guardian".
const SEEN: &str = "obtained-by";

/// "2 claims came to The Guardian; if this is its copy, --publication "The Guardian" says so"; `None` where the publication is known, or
/// more than one outlet was told.
pub fn hint(doc: &DocumentReport) -> Option<String> {
    let unknown = doc.meta.publication.from == PublicationFrom::Default;
    let second = || doc.claims.iter().filter_map(|claim| claim.chain.get(1)).map(|hop| &**hop);
    let stated = |hop: &&HopReport| unknown && hop.kind == AgentKind::Outlet && !hop.inferred;
    let mut told = second().filter(stated).filter(|hop| hop.rule == TOLD);
    let name = &told.next()?.canonical;
    let seen = second().filter(stated).filter(|hop| hop.canonical == *name && [TOLD, SEEN].contains(&hop.rule)).count();
    if seen < FEWEST || told.any(|hop| hop.canonical != *name) {
        return None;
    }
    let (claims, name) = (count(seen, "claim"), clean(name));
    Some(format!("{claims} came to {name}; if this is its copy, --publication {name:?} says so"))
}
