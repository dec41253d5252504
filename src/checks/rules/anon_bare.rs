//! "A source said", with nothing that describes the source.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity};
use crate::tokens::keys;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-bare",
    summary: "an anonymous source with nothing that describes it",
    severity: Some(Severity::Error),
    after: "AP",
    what: "Finds anonymous sources of whom the copy tells nothing: \"a source\", \"sources\", \"officials\", with no word about where they stand or how they know.",
    why: "A reader cannot judge a claim by \"sources\". Even where a name must be kept back, what the source does and how it knows can be told.",
    help: "say as much as you can of who they are and how they know: \"a bank official who saw the letter\"",
    numbers: &[],
    bad: &[
        Example {
            title: "sources, and no more",
            copy: "The two companies will merge in May, sources said on Monday.\n\nShares rose by a tenth.\n",
        },
        Example { title: "one source", copy: "The deal is off, a source said.\n\nThe shares fell.\n" },
    ],
    good: &[
        Example {
            title: "the copy tells how they know",
            copy: "The two companies will merge in May, two bankers familiar with the talks said on Monday.\n",
        },
        Example {
            title: "trap: the second mention of a described source",
            copy: "The two companies will merge in May, a senior official at the Economy Ministry said on Monday.\n\n\
                   The price is not settled yet, the official said.\n",
        },
        Example {
            title: "trap: one more of a sort that the copy has described",
            copy: "The man had bought the rifle in March, a senior police source told the Courier.\n\n\
                   He had kept a notebook, a second source said.\n",
        },
        Example {
            title: "trap: officials of a body that the copy has just named",
            copy: "The Economy Ministry will publish its plan in May, officials said on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let agents = story.mentions.agents.iter().enumerate();
    let mut bare: FxHashSet<usize> =
        agents.filter(|(_, agent)| is_bare(story, agent)).map(|(index, _)| index).collect();
    let mut hits = Vec::new();
    for (claim, hop) in story.attributed().flat_map(|(index, claim)| claim.chain.iter().map(move |hop| (index, hop))) {
        // Told where the agent first speaks.
        if story.hidden(hop).is_some() && hop.agent.is_some_and(|agent| bare.remove(&agent)) {
            hits.extend(hop.mention.as_ref().and_then(|mention| hit(story, claim, mention)));
        }
    }
    hits
}

/// Whether none of the agent's mentions says more than "source" or "officials".
fn is_bare(story: &Story<'_>, agent: &Agent) -> bool {
    let nothing = agent.kind == AgentKind::Anonymous && agent.spoke && agent.affiliation.is_none();
    nothing && agent.role.is_none() && agent.mentions.iter().all(|mention| is_bare_mention(story, mention))
}

/// Whether every word of a mention only counts the sources or calls them so.
fn is_bare_mention(story: &Story<'_>, mention: &Range<usize>) -> bool {
    let small = [Tag::Determiner, Tag::Number, Tag::Preposition];
    mention
        .clone()
        .filter(|at| story.reading.token(*at).has_letters())
        .all(|at| small.contains(&story.reading.tag(at)) || story.watch(Watch::BARE, &(at..at + 1)).is_some())
}

fn hit(story: &Story<'_>, claim: usize, mention: &Range<usize>) -> Option<Hit> {
    if is_told_of(story, mention) || is_of_a_body(story, mention) || is_another_of_those(story, mention) {
        return None;
    }
    let message = format!("nothing describes this source: \"{}\"", story.str(mention));
    let hit = Hit::new(message, story.span(mention), "who, and how do they know?");
    Some(hit.and(story.claim_span(&story.claims[claim]), "the claim").about([claim]))
}

/// "the source", met before; "a source who saw it", "sources at the port": more follows.
fn is_told_of(story: &Story<'_>, mention: &Range<usize>) -> bool {
    let goes_on = story.reading.tokens.all.get(mention.end).is_some_and(|next| next.is_word())
        && matches!(
            story.reading.tag(mention.end),
            Tag::Relative | Tag::Wh | Tag::Preposition | Tag::Adjective | Tag::That | Tag::Ing
        );
    goes_on || story.reading.is_any(mention.start, keys!["the", "that", "this", "these", "those", "both"])
}

/// "a second source" behind "a senior police source": one more of a sort that the copy has described.
fn is_another_of_those(story: &Story<'_>, mention: &Range<usize>) -> bool {
    const ONE_MORE: &[u64] = keys!["another", "other", "second", "third", "fourth"];
    let word = |at: usize| story.reading.token(at).word;
    let described = |agent: &&Agent| {
        let first = agent.mentions.first().filter(|first| first.end <= mention.start);
        let same = first.is_some_and(|first| first.clone().any(|at| word(at) == word(mention.end - 1)));
        same && agent.kind == AgentKind::Anonymous && !is_bare(story, agent)
    };
    let one_more = mention.clone().any(|at| story.reading.is_any(at, ONE_MORE));
    one_more && story.mentions.agents.iter().take(MOST_AGENTS).any(|agent| described(&agent))
}

/// Agents that are asked whether one of them is described; keeps the work linear.
const MOST_AGENTS: usize = 60;

/// "officials", where the sentence or the one before names somebody whose officials they are.
fn is_of_a_body(story: &Story<'_>, mention: &Range<usize>) -> bool {
    let official = story.reading.str(mention.end - 1).to_lowercase().starts_with("official");
    let sentences = &story.reading.tokens.sentences;
    let here = story.reading.tokens.sentence_at(mention.start);
    let from = sentences[here.saturating_sub(1)].tokens.start;
    let named = (from..sentences[here].tokens.end).any(|at| story.reading.tag(at) == Tag::Proper);
    let body = story.watch(Watch::BODY, &(from..sentences[here].tokens.end)).is_some();
    official && (named || body)
}
