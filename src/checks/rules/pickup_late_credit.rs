//! The outlet is first credited after the third paragraph.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity, Stance};
use std::cell::LazyCell;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "pickup-late-credit",
    summary: "the outlet is first credited after the third paragraph",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds copy that tells in its first paragraphs, as its own, what it later turns out to have from another outlet.",
    why: "Credit that stands where few read it is no credit, and until then the claim is yours.",
    help: "name the outlet where the claim first stands",
    numbers: &[
        Number { name: "paragraphs", default: 3, what: "by which paragraph the outlet must be named" },
        Number { name: "least", default: 5, what: "briefs with fewer paragraphs are left alone" },
        Number { name: "alike", default: 70, what: "how many of a hundred words the two must share" },
    ],
    bad: &[
        Example {
            title: "the paper comes last",
            copy: "Three piers of the harbour bridge are cracked and will not last the winter.\n\nIt opened in 1931.\n\nIt has two lanes.\n\nIt carries 9,000 cars a day.\n\n\
               Three piers of the bridge are cracked and will not last the winter, the Financial Times reported on Monday.\n",
        },
        Example {
            title: "what the minister did, and how the copy knows",
            copy: "The defence minister has ordered an inquiry into the loss of two patrol boats.\n\nThe boats sank off Larkhaven in March.\n\nNobody was hurt.\n\nThe navy has nine such boats left.\n\nAccording to the BBC, the defence minister ordered the inquiry into the loss of the patrol boats on Friday.\n\nThe navy was founded in 1931.\n",
        },
    ],
    good: &[
        Example {
            title: "the paper is named at once",
            copy: "Three piers of the harbour bridge are cracked and will not last the winter, the Financial Times reported on Monday.\n\nIt opened in 1931.\n\nIt has two lanes.\n\nIt carries 9,000 cars a day.\n\nThe ferry runs all night.\n",
        },
        Example {
            title: "trap: a brief",
            copy: "Three piers of the harbour bridge are cracked and will not last the winter.\n\nIt opened in 1931.\n\nThree piers of the bridge are cracked and will not last the winter, the Financial Times reported on Monday.\n",
        },
        Example {
            title: "trap: another claim",
            copy: "Three piers of the harbour bridge are cracked.\n\nIt opened in 1931.\n\nIt has two lanes.\n\nIt carries 9,000 cars a day.\n\nThe mayor will resign, the Financial Times reported on Monday.\n",
        },
        Example {
            title: "trap: what many saw, and what the outlet was told of it",
            copy: "The president met the rebel leader in Geneva on Monday.\n\nThe war has killed 9,000 people.\n\nTalks failed in May.\n\nBoth sides want a truce.\n\nThe president told the BBC that he was glad to have met the rebel leader.\n\nThe war began in 2014.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let by = options.number("paragraphs");
    if story.paragraph_count() < options.number("least") {
        return Vec::new();
    }
    let own = LazyCell::new(|| own(story, by));
    let late = story.attributed().filter_map(|(index, claim)| {
        let outlet = claim
            .chain
            .first()
            .filter(|hop| hop.kind == AgentKind::Outlet && !hop.inferred && !options.is_own(story.name(hop)))?;
        story.paragraph(story.claim_start(claim)).filter(|paragraph| *paragraph >= by)?;
        let cue = outlet.cue.as_ref().filter(|cue| story.watch(Watch::REPORT, cue).is_some())?;
        let polled = story.watch(Watch::POLL, &story.sentence(cue.start)).is_some();
        let first = story.agent(outlet)?.mentions.first().filter(|_| !polled)?;
        let late = story.paragraph(first.start)? >= by;
        let (early, before) =
            own.iter().find(|(early, _)| late && is_same(story, (*early, index), outlet, options.number("alike")))?;
        let message = format!(
            "this comes from {}, which is named only in paragraph {}",
            story.name(outlet),
            story.paragraph(first.start)? + 1
        );
        let hit = Hit::new(message, story.claim_span(before), "stands as the copy's own");
        Some(hit.and(story.hop_span(outlet), "first credited").about([*early, index]))
    });
    late.take(1).collect()
}

/// Whether the early claim is what the outlet is credited with. What somebody told the outlet has to be the whole of it: that the president
/// met the rebels is seen by many, and that he was glad only the one heard.
fn is_same(story: &Story<'_>, (early, late): (usize, usize), outlet: &Hop, alike: usize) -> bool {
    let whole = if outlet.rule == "told-outlet" { alike } else { HALF };
    story.alike(early, late, alike) && story.shares(early, late, whole)
}

/// How many of a hundred words of the early claim must come again where the outlet reports it.
const HALF: usize = 40;

/// The fewest tokens that a claim must have to be compared.
const LONG: usize = 8;

/// The first claims that are early, by index.
fn own<'a>(story: &Story<'a>, by: usize) -> Vec<(usize, &'a Claim<'a>)> {
    story.claims.iter().enumerate().filter(|(_, claim)| is_early(story, claim, by)).take(12).collect()
}

/// A claim in the first paragraphs with nobody who says it: in the copy's own voice, "reportedly", or of what somebody did or means to do
/// ("the minister ordered an inquiry").
fn is_early(story: &Story<'_>, claim: &Claim, by: usize) -> bool {
    let says = |stance: Stance| stance.carries_hop();
    let root = claim.chain.last();
    let nobody = root.is_none_or(|root| root.kind == AgentKind::Unknown || !root.stance.is_some_and(says));
    let long = claim.occurrences[0].content.iter().map(ExactSizeIterator::len).sum::<usize>() >= LONG;
    nobody && long && story.paragraph(story.claim_start(claim)).is_some_and(|paragraph| paragraph < by)
}
