//! Every root of a contested story belongs to one party of the dispute.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::terms::{AgentKind, Severity};
use crate::words::lower_case;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "one-party-only",
    summary: "every root of a contested claim belongs to one party of the dispute",
    severity: Some(Severity::Warning),
    after: "AFP, Reuters",
    what: "Finds stories that blame somebody, and in which two people or more speak who all belong to the same body or country.",
    why: "Several voices look like several sides. From one side they are one voice.",
    help: "let the other side speak, or say that it could not be reached",
    numbers: &[],
    bad: &[Example {
        title: "the ministry, and the ministry",
        copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\n\
               \"They knew of it,\" Transport Ministry spokeswoman Ada Quill said.\n\nThe Transport Ministry said that the piers would be rebuilt.\n",
    }],
    good: &[
        Example {
            title: "the other side speaks",
            copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\n\
                   \"They knew of it,\" Transport Ministry spokeswoman Ada Quill said.\n\n\"We told them in May,\" Halden chief executive Ivo Sorrel said.\n",
        },
        Example {
            title: "trap: a report of one statement",
            copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\nThe ministry said that the piers would be rebuilt.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    hit(story).into_iter().collect()
}

fn hit(story: &Story<'_>) -> Option<Hit> {
    let mut roots: Vec<usize> = story.attributed().filter_map(|(_, claim)| claim.chain.last()?.agent).collect();
    roots.sort_unstable();
    roots.dedup();
    let parties: Option<Vec<String>> = roots.iter().map(|root| party(&story.mentions.agents[*root])).collect();
    let parties = parties.filter(|parties| parties.len() > 1)?;
    let one = parties.iter().min_by_key(|party| party.len())?;
    let together = parties.iter().all(|party| party.contains(one.as_str()));
    let replied = story.all_watched(Watch::NO_REPLY).next().is_some();
    let (index, claim) = story.attributed().find(|(_, claim)| together && !replied && accuses(story, claim))?;
    let message = format!("all who speak here belong to one side: {one}");
    Some(
        Hit::new(message, story.claim_span(claim), "the dispute")
            .and(claim.chain.last().and_then(|root| story.hop_span(root)), "one side")
            .about([index]),
    )
}

/// Whom the agent speaks for: itself, or the body it belongs to; in lower case.
fn party(agent: &Agent) -> Option<String> {
    let name = match agent.kind {
        AgentKind::Organisation => Some(&agent.canonical),
        AgentKind::Person | AgentKind::Anonymous => agent.affiliation.as_ref().or(agent.role.as_ref()),
        _ => None,
    };
    let lower = lower_case(name?.trim_end_matches("'s").trim_end_matches("’s")).into_owned();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    (bare.len() > 3).then(|| bare.to_owned())
}

fn accuses(story: &Story<'_>, claim: &Claim) -> bool {
    let cue = claim.chain.last().and_then(|root| root.cue.clone());
    cue.is_some_and(|cue| story.watch(Watch::ACCUSE, &cue).is_some())
}
