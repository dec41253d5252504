//! The lead hangs on an anonymous root.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-in-lead",
    summary: "the lead hangs on an anonymous root",
    severity: Some(Severity::Note),
    after: "NYT",
    what: "Finds stories whose first paragraph rests on a source who is not named.",
    why: "What the whole story hangs on should be what the desk is surest of. Many desks want a senior editor's word for it.",
    help: "lead with what somebody says by name, or have the source known to an editor",
    numbers: &[],
    bad: &[Example {
        title: "the lead is anonymous",
        copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe port employs 900 people.\n",
    }],
    good: &[
        Example {
            title: "the lead has a name",
            copy: "The port of Larkhaven will be sold in May, Mayor Ada Quill said on Monday.\n\nThe price is 40 million crowns, a senior official at the Transport Ministry said.\n",
        },
        Example {
            title: "trap: a group",
            copy: "The port of Larkhaven will be missed, residents said on Monday.\n\nThe port employs 900 people.\n",
        },
    ],
    find,
};

/// How many sentences of the first paragraph are the lead: some feeds put the whole story into one.
const LEAD: usize = 2;

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let opening = story.reading.tokens.sentence_at(story.paragraph_tokens(0).start);
    let lead = story.attributed().find_map(|(index, claim)| {
        let root = claim.chain.last().filter(|root| story.hidden(root).is_some())?;
        let start = story.claim_start(claim);
        let first = story.paragraph(start) == Some(0) && story.reading.tokens.sentence_at(start) < opening + LEAD;
        let says = root.cue.as_ref().is_some_and(|cue| story.watch(Watch::REPORT, cue).is_some());
        let message = format!("the lead hangs on {}", story.called(root));
        let hit = Hit::new(message, story.claim_span(claim), "the claim").and(story.hop_span(root), "root: unnamed");
        (first && says).then(|| hit.about([index]))
    });
    lead.into_iter().collect()
}
