//! Hops that the copy does not state where they stand, but carries over; the rules are told in GRAMMAR.md.

use super::{Chains, Hop};
use crate::attributions::Attribution;
use crate::mentions::Mentions;
use crate::terms::{AgentKind, Stance};
use rustc_hash::FxHashMap;

/// How many sentences on an outlet still carries a speaker's words.
const REACH: usize = 3;

/// An outlet that relays a speaker stands before that speaker's following statements too,
/// until another source comes in.
pub fn carry_outlets(attributions: &[Attribution], mentions: &Mentions, chains: &mut Chains) {
    let mut carried: Option<(Hop, Hop, usize)> = None;
    for index in 0..attributions.len() {
        let attribution = &attributions[index];
        if attribution.nested_in.is_some_and(|outer| outer < index) && chains[index].len() != 2 {
            continue;
        }
        if let [speaker] = &chains[index][..]
            && let Some((outlet, before, sentence)) = &carried
            && speaker.same_agent(before)
            && attribution.sentence <= sentence + REACH
        {
            let hop = Hop { inferred: true, rule: "carried-outlet", mention: None, ..outlet.clone() };
            chains[index].insert(0, hop);
        }
        carried = relayed(&chains[index], mentions).map(|(outlet, speaker)| (outlet, speaker, attribution.sentence));
    }
}

/// The outlet and the speaker of a chain that ends so.
fn relayed(chain: &[Hop], mentions: &Mentions) -> Option<(Hop, Hop)> {
    let [.., outlet, speaker] = chain else { return None };
    let is_outlet = |hop: &Hop| hop.agent.is_some_and(|agent| mentions.agents[agent].kind == AgentKind::Outlet);
    (is_outlet(outlet) && !is_outlet(speaker)).then(|| (outlet.clone(), speaker.clone()))
}

/// What an outlet's report cites stands behind the report's other claims too.
///
/// Only the source of the report ("citing officials"), never the speaker of one relayed claim; and only where the
/// outlet cites one source in the whole copy.
pub fn inherit_report_sources(attributions: &[Attribution], mentions: &Mentions, chains: &mut Chains) {
    let mut cited: FxHashMap<usize, Vec<Hop>> = FxHashMap::default();
    for (index, attribution) in attributions.iter().enumerate() {
        if let (true, Some((outlet, source))) = (attribution.rule == "citing", relayed(&chains[index], mentions)) {
            let sources = cited.entry(outlet.agent.unwrap_or_default()).or_default();
            if !sources.iter().any(|known| known.same_agent(&source)) {
                sources.push(source);
            }
        }
    }
    let citing: Vec<usize> =
        attributions.iter().filter(|one| one.rule == "citing").filter_map(|one| one.nested_in).collect();
    for (index, chain) in chains.iter_mut().enumerate() {
        let report = attributions[index].stance != Stance::Cites && !citing.contains(&index);
        let Some(source) = report.then(|| inherited(chain, &cited)).flatten() else { continue };
        chain.push(Hop { inferred: true, rule: "report-source", mention: None, ..source });
    }
}

fn inherited(chain: &[Hop], cited: &FxHashMap<usize, Vec<Hop>>) -> Option<Hop> {
    let outlet = chain.last()?.agent?;
    match &cited.get(&outlet)?[..] {
        [only] => Some(only.clone()),
        _ => None,
    }
}
