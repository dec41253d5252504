//! An anonymous root, and nobody who signs for it.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::{Format, PublicationFrom};
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-no-byline",
    summary: "an anonymous root, and no byline",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds copy with an anonymous source of its own that carries a headline and metadata, and neither a byline nor a credit. Plain text is left alone: it may have lost its byline on the way.",
    why: "Where the source is hidden, the reporter answers for the claim. Somebody must.",
    help: "sign the story, or credit the reporters below it",
    numbers: &[],
    bad: &[
        Example {
            title: "nobody signs",
            copy: "---\ntitle: Port of Larkhaven to be sold\n---\n\nThe port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n",
        },
        Example {
            title: "a person at the company",
            copy: "---\ntitle: Halden to close plant\ndate: 2024-05-03\n---\n\nHalden will close its plant in Larkhaven, a person at the company said.\n",
        },
    ],
    good: &[
        Example {
            title: "the story is signed",
            copy: "---\ntitle: Port of Larkhaven to be sold\nauthor: Ada Quill\n---\n\nThe port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n",
        },
        Example {
            title: "trap: a feed that carries no bylines",
            copy: "(Reuters) - The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let meta = &story.document.meta;
    let wire = meta.publication.from == PublicationFrom::Dateline
        || meta.dateline.as_ref().is_some_and(|line| line.agency.is_some());
    let carries = !matches!(
        story.document.format,
        Format::Text | Format::Feed | Format::Jsonl | Format::Iptc7901 | Format::Anpa1312
    ) && meta.headline.is_some()
        && !wire;
    let signed = meta.byline.is_some() || meta.credit.is_some();
    if !carries || signed { Vec::new() } else { first(story).into_iter().collect() }
}

fn first(story: &Story<'_>) -> Option<Hit> {
    story.attributed().find_map(|(index, claim)| {
        let [root] = &claim.chain[..] else { return None };
        let root = Some(root).filter(|root| story.hidden(root).is_some())?;
        let hit = Hit::new("an anonymous source, and nobody signs the story", story.claim_span(claim), "the claim");
        Some(hit.and(story.hop_span(root), "root: unnamed").about([index]))
    })
}
