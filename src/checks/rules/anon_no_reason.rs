//! Anonymous, and the copy never says why.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::{Meaning, Watch};
use crate::mentions::Agent;
use crate::terms::{AgentKind, Severity};
use crate::tokens::keys;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-no-reason",
    summary: "anonymous, and the copy never says why",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds stories of the copy's own that quote somebody who is not named, and nowhere say why not.",
    why: "A reader who knows why the name is kept back can judge the source. A desk that must write the reason down asks whether there is one.",
    help: "say why: \"who asked not to be named because the talks are private\"",
    numbers: &[],
    bad: &[Example {
        title: "no reason",
        copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe port employs 900 people.\n",
    }],
    good: &[
        Example {
            title: "the reason is told",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday, speaking on condition of anonymity because the talks were private.\n",
        },
        Example {
            title: "trap: another outlet's source",
            copy: "(Reuters) - The port of Larkhaven will be sold in May, the Financial Times reported, citing a senior official at the Transport Ministry.\n",
        },
    ],
    find,
};

/// One finding a story, at the first such source.
fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let told = || {
        story.reading.has_phrase(0..story.reading.tokens.all.len(), Meaning::AnonymityReason)
            || story.all_watched(Watch::BOILERPLATE_REASON).next().is_some()
    };
    first(story).filter(|_| !told()).into_iter().collect()
}

fn first(story: &Story<'_>) -> Option<Hit> {
    story.attributed().find_map(|(index, claim)| {
        let [root] = &claim.chain[..] else { return None };
        let mention = root.mention.as_ref().filter(|_| root.kind == AgentKind::Anonymous && !root.inferred)?;
        story.hidden(root).filter(|agent| story.paragraph(mention.start).is_some() && hides(story, agent))?;
        let message = format!("the copy does not say why no name is given: {}", story.called(root));
        Some(
            Hit::new(message, story.span(mention), "not named")
                .and(story.claim_span(claim), "the claim")
                .about([index]),
        )
    })
}

/// Whether single persons are kept back, and not a body that speaks as one ("officials", "authorities").
fn hides(story: &Story<'_>, agent: &Agent<'_>) -> bool {
    let persons = |noun: usize| story.reading.is_any(noun, keys!["sources", "people"]);
    !agent.plural || agent.number.is_some() || agent.noun.is_some_and(persons)
}
