//! An organisation is quoted anonymously, and also "declined to comment".

use crate::checks::{Example, Hit, Options, Party, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity, Stance};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-and-declined",
    summary: "an organisation is quoted anonymously and also \"declined to comment\"",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds copy that quotes an official of a body without a name, and says of the same body that it declined to comment.",
    why: "One of the two misleads: the body did comment, through somebody whom the copy hides.",
    help: "drop the refusal, or make clear that it was asked of somebody else: its spokesman, its embassy",
    numbers: &[],
    bad: &[
        Example {
            title: "it spoke and declined",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe Transport Ministry declined to comment.\n",
        },
        Example {
            title: "the body stands before its officials",
            copy: "The yard will be sold in May, two Defence Ministry officials said on Monday.\n\nThe Defence Ministry declined to comment.\n",
        },
    ],
    good: &[
        Example {
            title: "another body declined",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe port declined to comment.\n",
        },
        Example {
            title: "trap: clearly another official",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nMinister Ada Quill declined to comment.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let declined: Vec<(usize, Party)> =
        (0..story.attributions.len()).filter_map(|index| Some((index, decliner(story, index)?))).take(MOST).collect();
    let hidden = story.attributed().filter_map(|(index, claim)| Some((index, claim, body_of(story, claim)?)));
    let both = hidden.filter_map(|(index, claim, body)| {
        let (refusal, _) = declined.iter().find(|(_, other)| body.is(other))?;
        Some((index, claim, *refusal))
    });
    both.take(1).map(|(index, claim, refusal)| hit(story, (index, claim), refusal)).collect()
}

/// How many refusals are looked at.
const MOST: usize = 24;

/// The body that declined to comment, or for whom somebody without a name did.
fn decliner(story: &Story<'_>, index: usize) -> Option<Party> {
    let attribution = &story.attributions[index];
    let agent = &story.mentions.agents[story.mentions.sources[index].as_ref()?.agent];
    let range = attribution.cue.start..attribution.content.last().map_or(attribution.cue.end, |piece| piece.end);
    let declines = attribution.stance == Stance::Declines && story.watch(Watch::NO_REPLY, &range).is_some();
    let body = agent.kind == AgentKind::Organisation || agent.name.is_empty();
    Party::of(story, agent).filter(|_| declines && body)
}

/// The body whose people stand unnamed at the root of a claim of the copy's own.
fn body_of(story: &Story<'_>, claim: &Claim) -> Option<Party> {
    let [root] = &claim.chain[..] else { return None };
    let agent = story.hidden(root).filter(|_| root.stance != Some(Stance::Declines))?;
    Party::of(story, agent)
}

fn hit(story: &Story<'_>, (index, claim): (usize, &Claim), refusal: usize) -> Hit {
    let refusal = &story.attributions[refusal];
    let source = refusal.source.as_ref().map(|source| story.span(&source.range));
    let span = source.map_or(story.span(&refusal.cue), |source| source.to(story.span(&refusal.cue)));
    Hit::new("declined to comment, and is quoted without a name", span, "declined")
        .and(claim.chain.last().and_then(|root| story.hop_span(root)), "quoted without a name")
        .about([index])
}
