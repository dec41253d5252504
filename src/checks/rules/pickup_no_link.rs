//! Copy that can hold links cites an outlet and does not link to it.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::{Block, Format};
use crate::terms::{AgentKind, Severity};
use rustc_hash::FxHashSet;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "pickup-no-link",
    summary: "HTML copy: an outlet is cited and not linked",
    severity: Some(Severity::Note),
    after: "Trust Project",
    what: "Finds outlets that HTML or Markdown copy cites for a claim, in a paragraph without a link. Plain text, which can hold none, is left alone.",
    why: "A link lets the reader check what the other outlet wrote, and credits it.",
    help: "link to the report that you cite",
    numbers: &[],
    bad: &[
        Example {
            title: "cited, and not linked",
            copy: "---\ntitle: Halden to move\n---\n\nChip maker Halden will move its seat to Ireland, the Financial Times reported on Monday.\n",
        },
        Example {
            title: "a link to something else",
            copy: "---\ntitle: Halden to move\n---\n\nThe BBC said on Monday that Halden would move its seat to Ireland.\n\nSee [our guide](https://example.org/guide) to seats.\n",
        },
    ],
    good: &[
        Example {
            title: "cited, and linked",
            copy: "---\ntitle: Halden to move\n---\n\nChip maker Halden will move its seat to Ireland, the Financial Times [reported](https://example.org/halden) on Monday.\n",
        },
        Example {
            title: "trap: plain text",
            copy: "Chip maker Halden will move its seat to Ireland, the Financial Times reported on Monday.\n",
        },
    ],
    find,
};

/// One finding an outlet, at its first claim; none where some paragraph that cites it has a link.
fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    if !matches!(story.document.format, Format::Html | Format::Markdown | Format::Feed) {
        return Vec::new();
    }
    let (mut linked, mut hits) = (FxHashSet::default(), Vec::new());
    let has_link = blocks_with_links(story);
    for (index, claim) in story.attributed() {
        let outlet = claim
            .chain
            .first()
            .filter(|hop| hop.kind == AgentKind::Outlet && !hop.inferred && !options.is_own(story.name(hop)));
        let Some((outlet, place)) = outlet.and_then(|hop| Some((hop, hop.mention.as_ref()?))) else { continue };
        if has_link[story.block(place.start)] {
            linked.insert(outlet.agent);
        } else {
            let message = format!("{} is cited, and not linked", story.name(outlet));
            hits.push((
                outlet.agent,
                Hit::new(message, story.span(place), "no link")
                    .and(story.claim_span(claim), "the claim")
                    .about([index]),
            ));
        }
    }
    let mut told = linked;
    hits.into_iter().filter(|(outlet, _)| told.insert(*outlet)).map(|(_, hit)| hit).collect()
}

/// Per block, whether it has a link in it.
fn blocks_with_links(story: &Story<'_>) -> Vec<bool> {
    let links = &story.document.links;
    let has_link = |block: &Block| {
        let words = block.span.of(story.text());
        let next = links.get(links.partition_point(|link| link.span.end <= block.span.start));
        next.is_some_and(|link| link.span.overlaps(block.span))
            || ["](", "<a ", "://"].iter().any(|mark| words.contains(mark))
    };
    story.document.blocks.iter().map(has_link).collect()
}
