//! The dateline contradicts the metadata, or the publication its provider.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::Contradiction;
use crate::span::Span;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "dateline-mismatch",
    summary: "the dateline contradicts the metadata, or the publication its provider",
    severity: Some(Severity::Warning),
    after: "whosaid",
    what: "Finds copy whose dateline or byline says otherwise than its metadata: another place, another day, another agency.",
    why: "Whose copy it is decides whose voice the claims without a source are in, and who is \"us\" in \"told us\".",
    help: "mend the metadata, or the dateline; where one outlet runs another's copy, say so in the credit",
    numbers: &[],
    bad: &[Example {
        title: "two agencies",
        copy: "---\ntitle: Bridge closes\npublication: Agence France-Presse\n---\n\nLARKHAVEN, Sept. 4 (Reuters) - The harbour bridge closed on Monday.\n",
    }],
    good: &[
        Example {
            title: "one agency",
            copy: "---\ntitle: Bridge closes\npublication: Reuters\n---\n\nLARKHAVEN, Sept. 4 (Reuters) - The harbour bridge closed on Monday.\n",
        },
        Example {
            title: "trap: the same agency by its short name",
            copy: "---\ntitle: Bridge closes\npublication: Associated Press\n---\n\nLARKHAVEN (AP) - The harbour bridge closed on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let told = &story.document.meta.contradictions;
    told.iter().filter_map(|one| contradiction(story, one)).collect()
}

fn contradiction(story: &Story<'_>, one: &Contradiction) -> Option<Hit> {
    let start = story.document.blocks.first().map_or(0, |block| block.span.start);
    let message = format!("the copy says {}, the metadata {}", one.text, one.metadata);
    let differs = !same_outlet(story, &one.text, &one.metadata);
    differs.then(|| Hit::new(message, one.span.unwrap_or(Span::new(start, start)), "the copy"))
}

/// Whether both are names of one outlet: "AP" and "Associated Press".
fn same_outlet(story: &Story<'_>, one: &str, other: &str) -> bool {
    let index = |name: &str| story.reading.lexicon.outlet_index(name);
    index(one).is_some() && index(one) == index(other)
}
