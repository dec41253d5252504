//! Copy that can hold links cites an outlet and does not link to it.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::Format;
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
    bad: &[Example {
        title: "cited, and not linked",
        copy: "---\ntitle: Halden to move\n---\n\nChip maker Halden will move its seat to Ireland, the Financial Times reported on Monday.\n",
    }],
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
    for (index, claim) in story.attributed() {
        let outlet = claim
            .chain
            .first()
            .filter(|hop| hop.kind == AgentKind::Outlet && !hop.inferred && !options.is_own(story.name(hop)));
        let Some((outlet, place)) = outlet.and_then(|hop| Some((hop, hop.mention.as_ref()?))) else { continue };
        if has_link(story, place.start) {
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

/// Whether the paragraph that holds a token has a link in it.
fn has_link(story: &Story<'_>, at: usize) -> bool {
    let block = story.document.blocks[story.block(at)].span;
    let words = block.of(story.text());
    story.document.links.iter().any(|link| link.span.overlaps(block))
        || words.contains("](")
        || words.contains("<a ")
        || words.contains("://")
}
