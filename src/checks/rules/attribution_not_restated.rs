//! A claim leans on a source that was last named paragraphs ago.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "attribution-not-restated",
    summary: "a claim leans on a source last named three or more paragraphs back",
    severity: None,
    after: "AP",
    what: "Finds \"he said\" and \"the official said\" where the last paragraph that names the speaker lies far back, and others have spoken since. It is off by default: who \"he\" is, is not told surely enough.",
    why: "A reader has to search for who speaks, and may take another for the speaker.",
    help: "name the source again",
    numbers: &[Number { name: "paragraphs", default: 3, what: "how many paragraphs back is too far" }],
    bad: &[Example {
        title: "who is she?",
        copy: "The harbour bridge will close, Mayor Ada Quill said on Monday.\n\nThe ferry will run all night, the port said.\n\nThe trains will be longer, the railway said.\n\n\
               The railway has 20 trains.\n\nThe works will cost 40 million crowns, she said.\n",
    }],
    good: &[
        Example {
            title: "the mayor is named again",
            copy: "The harbour bridge will close, Mayor Ada Quill said on Monday.\n\nThe ferry will run all night, the port said.\n\nThe trains will be longer, the railway said.\n\n\
                   The railway has 20 trains.\n\nThe works will cost 40 million crowns, Quill said.\n",
        },
        Example {
            title: "trap: an interview with one source",
            copy: "The harbour bridge will close, Mayor Ada Quill said on Monday.\n\nIt opened in 1931.\n\nIt has two lanes.\n\nIt has three piers.\n\nThe works will cost 40 million crowns, she said.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let speakers: FxHashSet<usize> = story.attributed().filter_map(|(_, claim)| claim.chain.last()?.agent).collect();
    if speakers.len() < 2 {
        return Vec::new();
    }
    let claims = story.attributed().filter_map(|(index, claim)| {
        let root = claim.chain.last().filter(|root| !root.inferred && root.resolved)?;
        let named = far(story, root, options.number("paragraphs"))?;
        let mention = root.mention.as_ref()?;
        let message = format!("the reader last met {} {} paragraphs back", story.name(root), named.1);
        Some(Hit::new(message, story.span(mention), "who?").and(story.span(&named.0), "last named").about([index]))
    });
    claims.collect()
}

/// The mention that last names the agent of a hop that does not name it, and how many paragraphs back that is, if too far.
fn far(story: &Story<'_>, root: &Hop, most: usize) -> Option<(Range<usize>, usize)> {
    let agent = story.agent(root).filter(|agent| {
        matches!(agent.kind, AgentKind::Person | AgentKind::Organisation | AgentKind::Document | AgentKind::Outlet)
    })?;
    let mention = root.mention.as_ref().filter(|mention| !names(story, mention))?;
    let here = story.paragraph(mention.start)?;
    let before = agent.mentions.partition_point(|other| other.start < mention.start);
    let named = agent.mentions[..before].iter().rev().take(24).find(|other| names(story, other))?;
    let back = here.checked_sub(story.paragraph(named.start)?)?;
    (back >= most.max(1)).then(|| (named.clone(), back))
}

fn names(story: &Story<'_>, mention: &Range<usize>) -> bool {
    mention.clone().any(|at| story.reading.tag(at) == Tag::Proper)
}
