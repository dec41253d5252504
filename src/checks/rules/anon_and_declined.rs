//! An organisation is quoted anonymously, and also "declined to comment".

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::terms::{AgentKind, Severity, Stance};
use crate::words::lower_case;

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
    bad: &[Example {
        title: "it spoke and declined",
        copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe Transport Ministry declined to comment.\n",
    }],
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
    let declined: Vec<(usize, String)> =
        (0..story.attributions.len()).filter_map(|index| Some((index, decliner(story, index)?))).collect();
    let hidden = story.attributed().filter_map(|(index, claim)| Some((index, claim, body_of(story, claim)?)));
    let both = hidden.filter_map(|(index, claim, body)| {
        let (refusal, _) = declined.iter().find(|(_, other)| is_same(&body, other))?;
        Some((index, claim, *refusal))
    });
    both.take(1).map(|(index, claim, refusal)| hit(story, (index, claim), refusal)).collect()
}

/// The body that declined to comment, or for whom somebody without a name did, in lower case.
fn decliner(story: &Story<'_>, index: usize) -> Option<String> {
    let attribution = &story.attributions[index];
    let agent = &story.mentions.agents[story.mentions.sources[index].as_ref()?.agent];
    let range = attribution.cue.start..attribution.content.last().map_or(attribution.cue.end, |piece| piece.end);
    let declines = attribution.stance == Stance::Declines && story.watch(Watch::NO_REPLY, &range).is_some();
    let body = match agent.kind {
        AgentKind::Organisation => Some(&agent.canonical),
        _ if agent.name.is_empty() => agent.affiliation.as_ref(),
        _ => None,
    };
    body.filter(|_| declines).map(|body| bare(body))
}

/// The body whose people stand unnamed at the root of a claim of the copy's own.
fn body_of(story: &Story<'_>, claim: &Claim) -> Option<String> {
    let [root] = &claim.chain[..] else { return None };
    let agent: &Agent = story.hidden(root).filter(|_| root.stance != Some(Stance::Declines))?;
    agent.affiliation.as_deref().map(bare)
}

fn bare(name: &str) -> String {
    let lower = lower_case(name.trim_end_matches("'s").trim_end_matches("’s"));
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

fn is_same(one: &str, other: &str) -> bool {
    one.contains(' ') && other.contains(' ') && (one.contains(other) || other.contains(one))
}

fn hit(story: &Story<'_>, (index, claim): (usize, &Claim), refusal: usize) -> Hit {
    let refusal = &story.attributions[refusal];
    let source = refusal.source.as_ref().map(|source| story.span(&source.range));
    let span = source.map_or(story.span(&refusal.cue), |source| source.to(story.span(&refusal.cue)));
    Hit::new("declined to comment, and is quoted without a name", span, "declined")
        .and(claim.chain.last().and_then(|root| story.hop_span(root)), "quoted without a name")
        .about([index])
}
