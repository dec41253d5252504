//! A later mention of a claim drops an outlet that stood before.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::terms::{AgentKind, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "hop-lost",
    summary: "a later mention of the claim drops a hop",
    severity: Some(Severity::Error),
    after: "AP",
    what: "Finds claims that first come through an outlet (\"A, citing B\"), and later in the same copy stand as if the copy had them from the source itself (\"B said\").",
    why: "The second mention says that somebody here spoke to the source. Nobody did; and who quotes the story from there cannot know.",
    help: "name the outlet again, or say when and to whom the source said it",
    numbers: &[],
    bad: &[Example {
        title: "the agency is gone",
        copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
               The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
               The navy will buy six ferries from Larkhaven, Sorrel said.\n",
    }],
    good: &[
        Example {
            title: "the agency is named again",
            copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
                   The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
                   The navy will buy six ferries from Larkhaven, Sorrel told Interfax.\n",
        },
        Example {
            title: "trap: the source is quoted first-hand too",
            copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
                   The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
                   The navy will buy six ferries from Larkhaven, Sorrel told reporters.\n",
        },
    ],
    find,
};

/// How many of a hundred content words make it the same claim.
const SAME: usize = 75;

/// The fewest tokens that a claim must have to be compared.
const LONG: usize = 6;

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let relayed: Vec<(usize, &Claim)> =
        story.attributed().filter(|(_, claim)| is_relayed(story, options, claim)).collect();
    let bare = story.attributed().filter(|(_, claim)| is_bare(claim));
    bare.filter_map(|(index, claim)| {
        let before = relayed.iter().rev().filter(|(other, _)| *other < index).take(40);
        let earlier =
            before.into_iter().find(|(other, known)| same_root(claim, known) && story.alike(index, *other) >= SAME)?;
        Some(hit(story, (index, claim), *earlier))
    })
    .collect()
}

/// An outlet, then somebody who is no outlet.
fn is_relayed(story: &Story<'_>, options: &Options<'_>, claim: &Claim) -> bool {
    let root = claim.chain.last().map(|root| root.kind);
    let own = story.relay(claim).is_none_or(|relay| options.is_own(story.name(relay)));
    !own && is_long(claim) && !matches!(root, Some(AgentKind::Outlet | AgentKind::Unknown))
}

/// The source alone, with nobody to whom it was said, and in none of the outlet's words.
fn is_bare(claim: &Claim) -> bool {
    is_long(claim) && matches!(&claim.chain[..], [only] if !only.inferred && only.resolved && only.venue.is_none())
}

fn is_long(claim: &Claim) -> bool {
    claim.occurrences[0].content.iter().map(ExactSizeIterator::len).sum::<usize>() >= LONG
}

fn same_root(one: &Claim, other: &Claim) -> bool {
    match (one.chain.last(), other.chain.last()) {
        (Some(a), Some(b)) => a.same_agent(b),
        _ => false,
    }
}

fn hit(story: &Story<'_>, (index, claim): (usize, &Claim), (earlier, known): (usize, &Claim)) -> Hit {
    let outlet = story.relay(known);
    let name = outlet.map_or("an outlet", |hop| story.name(hop));
    let message = format!("this came through {name}, which is gone here");
    Hit::new(message, story.claim_span(claim), "stands as if first-hand")
        .and(claim.chain.last().and_then(|hop| story.hop_span(hop)), "the source alone")
        .and(story.claim_span(known), "the same claim before")
        .and(outlet.and_then(|hop| story.hop_span(hop)), "relayed it")
        .about([index, earlier])
}
