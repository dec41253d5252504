//! Second-hand, and the copy never says whether it could verify.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity};
use crate::tokens::keys;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "pickup-no-verify",
    summary: "second-hand, and the copy never says whether it could verify",
    severity: Some(Severity::Warning),
    after: "BBC, Reuters",
    what: "Finds copy that passes on what another outlet found out - in its own voice, from people whom it does not name, or from papers it saw - and nowhere says whether this desk could verify it, \
           or that those concerned did not reply. What somebody told another outlet by name is left alone.",
    why: "A reader takes a report that two outlets carry for twice confirmed. One line tells that it is not.",
    help: "say that you could not verify the report, who confirmed it, or who did not reply",
    numbers: &[Number {
        name: "paragraphs",
        default: 4,
        what: "in how many first paragraphs it looks: a story rests on what stands there",
    }],
    bad: &[Example {
        title: "taken over from a paper",
        copy: "(Reuters) - Chip maker Halden plans to move its seat to Ireland, the Financial Times reported on Monday.\n\nHalden employs 900 people in the Netherlands.\n",
    }],
    good: &[
        Example {
            title: "the copy says that it could not verify it",
            copy: "(Reuters) - Chip maker Halden plans to move its seat to Ireland, the Financial Times reported on Monday.\n\nReuters could not immediately verify the report.\n",
        },
        Example {
            title: "the company did not reply",
            copy: "(Reuters) - Chip maker Halden plans to move its seat to Ireland, the Financial Times reported on Monday.\n\nHalden did not immediately respond to a request for comment.\n",
        },
        Example {
            title: "trap: the outlet is itself the story",
            copy: "(Reuters) - The Financial Times said on Monday that it would close its Larkhaven office.\n\nThe Financial Times employs two people there.\n",
        },
        Example {
            title: "trap: somebody told the other outlet by name",
            copy: "(Reuters) - Halden will move its seat to Ireland, chief executive Maarten Hoekzema told the BBC.\n",
        },
    ],
    find,
};

/// One finding a story: shown at its first such claim.
fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let told = Watch::VERIFICATION | Watch::NO_REPLY | Watch::CONFIRMED;
    if story.all_watched(told).any(|at| story.paragraph(at.start).is_some()) {
        return Vec::new();
    }
    let claims = story.attributed();
    let mut taken = claims.filter_map(|(index, claim)| Some((index, claim, reported(story, options, claim)?)));
    let Some((index, claim, outlet)) = taken.next() else { return Vec::new() };
    let message = format!("this comes from {}; the copy does not say whether it could verify it", story.name(outlet));
    let others = taken.map(|(other, ..)| other);
    vec![
        Hit::new(message, story.claim_span(claim), "the claim")
            .and(story.hop_span(outlet), "reports it")
            .about([index])
            .about(others),
    ]
}

/// The outlet whose own finding the claim is.
fn reported<'a>(story: &Story<'_>, options: &Options<'_>, claim: &'a Claim) -> Option<&'a Hop> {
    let outlet = claim.chain.first().filter(|first| first.kind == AgentKind::Outlet && !first.inferred)?;
    let root = claim.chain.last()?;
    let unnamed = root.kind == AgentKind::Anonymous && (root.inferred || story.hidden(root).is_some());
    let found_out = unnamed || matches!(root.kind, AgentKind::Outlet | AgentKind::Document);
    let cue = outlet.cue.as_ref()?;
    let says = story.watch(Watch::REPORT, cue).is_some() && story.agent(outlet)?.known.is_some();
    let polled = story.watch(Watch::POLL | Watch::COUNTED, &story.sentence(cue.start)).is_some();
    let early =
        story.paragraph(story.claim_start(claim)).is_some_and(|paragraph| paragraph < options.number("paragraphs"));

    let own = options.is_own(story.name(outlet)) || outlet.venue.is_some() || is_the_story(story, outlet, claim);
    let verb = |at: usize| story.reading.tag(at).is_finite();
    let clause = story.shown(claim).content.iter().any(|piece| piece.clone().any(verb));
    (found_out && says && clause && !own && !polled && early).then_some(outlet)
}

/// Whether the outlet speaks of itself: its name stands in the claim, or the claim opens with "it".
fn is_the_story(story: &Story<'_>, outlet: &Hop, claim: &Claim) -> bool {
    let Some(agent) = outlet.agent else { return true };
    let content = &story.shown(claim).content;
    let inside = content.iter().any(|piece| story.is_mentioned(agent, piece));
    let opens = |piece: &std::ops::Range<usize>| {
        piece.clone().take(2).any(|at| story.reading.is_any(at, keys!["it", "its", "we", "our"]))
    };
    let itself = content.first().is_some_and(opens);
    inside || itself
}
