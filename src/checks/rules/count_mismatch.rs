//! "Three sources" here, another count there.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::terms::{AgentKind, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "count-mismatch",
    summary: "\"three sources\" here, another count there for the same claim",
    severity: Some(Severity::Warning),
    after: "Reuters",
    what: "Finds a claim that stands twice in the copy, with one number of anonymous sources here and another one there.",
    why: "The count is all that a reader has to judge by. Two counts mean that one is wrong.",
    help: "say how many there were, everywhere the same",
    numbers: &[],
    bad: &[Example {
        title: "three, then two",
        copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nIt employs 900 people.\n\n\
               The port of Larkhaven will be sold to a Danish fund, two officials said.\n",
    }],
    good: &[
        Example {
            title: "three, everywhere",
            copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nIt employs 900 people.\n\n\
                   The port of Larkhaven will be sold to a Danish fund, the three officials said.\n",
        },
        Example {
            title: "trap: another claim",
            copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nThe workers will go on strike, two officials said.\n",
        },
    ],
    find,
};

/// How many of a hundred content words make it the same claim.
const SAME: usize = 60;

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let counted: Vec<(usize, &Claim, &Hop, u32)> =
        story.attributed().filter_map(|(index, claim)| counted(story, index, claim)).collect();
    let differ = counted.iter().enumerate().filter_map(|(at, later)| {
        let before = counted[..at].iter().rev().take(24);
        let earlier =
            before.into_iter().find(|earlier| earlier.3 != later.3 && story.alike(earlier.0, later.0) >= SAME)?;
        Some((earlier, later))
    });
    differ
        .map(|(earlier, later)| {
            let message = format!("{} stand behind this here, and {} before", later.3, earlier.3);
            Hit::new(message, story.claim_span(later.1), "the claim")
                .and(story.hop_span(later.2), "this many")
                .and(story.hop_span(earlier.2), "that many")
                .about([later.0, earlier.0])
        })
        .collect()
}

/// A claim whose anonymous root is counted.
fn counted<'a>(story: &Story<'a>, index: usize, claim: &'a Claim) -> Option<(usize, &'a Claim, &'a Hop, u32)> {
    let root = claim.chain.last().filter(|root| root.kind == AgentKind::Anonymous)?;
    Some((index, claim, root, story.agent(root)?.number?))
}
