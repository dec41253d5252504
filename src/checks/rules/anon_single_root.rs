//! All that stands behind a claim is one anonymous source.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::terms::{AgentKind, Severity};
use rustc_hash::FxHashMap;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-single-root",
    summary: "all that stands behind a claim is anonymous",
    severity: Some(Severity::Error),
    after: "Reuters, BBC",
    what: "Finds claims of the copy's own whose only root is an anonymous source, with no document and nobody named who says the same. \
           Two sources or more, where the copy counts them, are taken as enough; the number can be set.",
    why: "One source who need not answer for it can be mistaken, or can have an interest. Two who do not know of each other, a document, or one name make it news.",
    help: "find a second source, a document, or somebody who says it by name; or count the sources, if there are several",
    numbers: &[Number { name: "sources", default: 2, what: "how many anonymous sources are enough" }],
    bad: &[Example {
        title: "one official whom nobody names",
        copy: "The government will sell the port of Larkhaven in May, a senior official at the Transport Ministry said on Monday.\n\nThe port employs 900 people.\n",
    }],
    good: &[
        Example {
            title: "a named source says the same",
            copy: "The government will sell the port of Larkhaven in May, a senior official at the Transport Ministry said on Monday.\n\n\
                   Mayor Ada Quill said the government would sell the port of Larkhaven in May.\n",
        },
        Example {
            title: "trap: a document says the same",
            copy: "The government will sell the port of Larkhaven in May, a senior official at the Transport Ministry said on Monday.\n\n\
                   The government will sell the port of Larkhaven in May, according to a draft law seen by this newspaper.\n",
        },
        Example {
            title: "trap: three sources",
            copy: "The government will sell the port of Larkhaven in May, three officials at the Transport Ministry said on Monday.\n",
        },
    ],
    find,
};

/// How many of a hundred content words a match must share with the claim.
const MATCH: usize = 60;

/// One finding for each root, shown at its first claim.
fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let mut order: Vec<usize> = Vec::new();
    let mut claims_of: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (index, claim) in story.attributed() {
        let Some(root) = lone_root(story, options, index, claim) else { continue };
        let claims = claims_of.entry(root).or_default();
        if claims.is_empty() {
            order.push(root);
        }
        claims.push(index);
    }
    order.iter().map(|root| hit(story, &claims_of[root])).collect()
}

/// The anonymous agent that is all there is behind a claim.
fn lone_root(story: &Story<'_>, options: &Options<'_>, index: usize, claim: &Claim) -> Option<usize> {
    let root = claim.chain.last().filter(|root| root.kind == AgentKind::Anonymous && root.resolved)?;
    let agent = story.hidden(root).filter(|agent| !is_counted(agent, options.number("sources")))?;
    let all_anonymous = claim.chain.iter().all(|hop| hop.kind == AgentKind::Anonymous);
    let backed = |other: &Claim| {
        other.chain.last().is_some_and(|root| !matches!(root.kind, AgentKind::Anonymous | AgentKind::Unknown))
    };
    let plain = root.cue.as_ref().is_some_and(|cue| story.watch(Watch::REPORT, cue).is_some());
    let one = !agent.plural && plain && all_anonymous && !story.same_elsewhere(index, MATCH, backed);
    one.then_some(root.agent).flatten()
}

/// Whether the copy counts the sources, and they are enough.
fn is_counted(agent: &Agent, enough: usize) -> bool {
    agent.number.is_some_and(|number| number as usize >= enough)
}

fn hit(story: &Story<'_>, claims: &[usize]) -> Hit {
    let first = &story.claims[claims[0]];
    let name = first.chain.last().map_or_else(String::new, |hop| story.called(hop));
    let others = match claims.len() {
        1 => String::new(),
        2 => " and one more claim".to_owned(),
        more => format!(" and {} more claims", more - 1),
    };
    let message = format!("all that stands behind this{others} is anonymous: {name}");
    let place = first.chain.last().and_then(|hop| story.hop_span(hop));
    Hit::new(message, story.claim_span(first), "the claim").and(place, "root: unnamed").about(claims.iter().copied())
}
