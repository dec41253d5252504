//! Three or more hops behind the publication.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity, Stance};
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "chain-too-deep",
    summary: "three or more hops behind the publication",
    severity: Some(Severity::Warning),
    after: "whosaid",
    what: "Finds claims that came through three pairs of hands or more before they came to the copy.",
    why: "Each hop is a chance to mishear. Nobody in such a chain but the last one knows what was said.",
    help: "go back to the root, or leave out those who only passed it on",
    numbers: &[Number { name: "hops", default: 3, what: "how many hops are too many" }],
    bad: &[Example {
        title: "an outlet cites an outlet that cites a ministry",
        copy: "(Reuters) - Interfax quoted the Financial Times as saying that the Transport Ministry had told it the port would be sold in May.\n",
    }],
    good: &[
        Example {
            title: "one outlet, one source",
            copy: "(Reuters) - The port would be sold in May, the Transport Ministry told Interfax.\n",
        },
        Example {
            title: "trap: one who speaks of his own words",
            copy: "(Reuters) - Ada Quill told Interfax she had said that the port would be sold in May.\n",
        },
    ],
    find,
};

/// Whether a hop hands words on, by a verb of speech; crowds and polls do not.
fn passes_on(story: &Story<'_>, hop: &Hop) -> bool {
    let spoken =
        matches!(hop.stance, Some(Stance::Says | Stance::Cites | Stance::Confirms | Stance::Denies | Stance::Doubts));
    let verb = |cue: &Range<usize>| cue.clone().any(|at| story.reading.tag(at).is_verbal());
    let reports = hop.cue.as_ref().is_some_and(|cue| verb(cue) && story.watch(Watch::REPORT, cue).is_some());
    let polled = hop.mention.as_ref().is_some_and(|mention| story.watch(Watch::POLL, mention).is_some());
    hop.resolved && !hop.inferred && spoken && reports && !polled && hop.kind != AgentKind::Group
}

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let deep = story.attributed().filter(|(_, claim)| {
        let through = claim.chain.first().is_some_and(|hop| hop.kind == AgentKind::Outlet);
        let says = through && claim.chain.iter().all(|hop| passes_on(story, hop));
        says && agents(claim) >= options.number("hops").max(1) && story.paragraph(story.claim_start(claim)).is_some()
    });
    deep.map(|(index, claim)| {
        let names: Vec<&str> = claim.chain.iter().map(|hop| story.name(hop)).collect();
        let message = format!("{} hops behind the publication: {}", names.len(), names.join(" ← "));
        let hit = Hit::new(message, story.claim_span(claim), "the claim");
        let labelled = claim
            .chain
            .iter()
            .enumerate()
            .fold(hit, |hit, (at, hop)| hit.and(story.hop_span(hop), format!("hop {}", at + 1)));
        labelled.about([index])
    })
    .collect()
}

/// How many agents there are in a claim's chain.
fn agents(claim: &Claim) -> usize {
    let mut agents: Vec<usize> = claim.chain.iter().filter_map(|hop| hop.agent).collect();
    agents.sort_unstable();
    agents.dedup();
    agents.len()
}
