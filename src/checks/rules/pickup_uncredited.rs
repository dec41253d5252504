//! "Media reports", "local media said": the outlet is not named.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::{Meaning, Watch};
use crate::terms::Severity;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "pickup-uncredited",
    summary: "\"media reports\", \"local media said\": the outlet is not named",
    severity: Some(Severity::Error),
    after: "AP",
    what: "Finds claims that are laid at the door of \"media reports\", \"local media\" or \"press reports\" where no outlet is named near by.",
    why: "Whoever found it out deserves the credit, and the reader needs it: a state broadcaster and a local daily are not the same.",
    help: "name the outlet that had it first",
    numbers: &[],
    bad: &[Example {
        title: "which media?",
        copy: "Three piers of the harbour bridge are cracked, local media reported on Monday.\n\nThe bridge opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "the outlet is named",
            copy: "Three piers of the harbour bridge are cracked, the BBC reported on Monday.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "trap: named near by",
            copy: "Three piers of the harbour bridge are cracked, local media reported on Monday. The BBC showed pictures of them.\n\nThe bridge opened in 1931.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let claims = story.attributed().filter(|(_, claim)| claim.chain.len() <= 2);
    for (index, claim) in claims {
        let first =
            claim.chain.first().filter(|hop| !hop.inferred && hop.stance.is_none_or(|stance| stance.carries_hop()));
        let called = |hop: &&Hop| hop.cue.as_ref().is_some_and(|cue| story.watch(Watch::ELECTION_CALL, cue).is_some());
        let hop = first.filter(|hop| !called(hop));
        let media = hop.and_then(|hop| hop.mention.clone()).filter(|mention| is_media(story, mention));
        let Some(mention) = media.filter(|mention| !is_named_near(story, mention.start)) else { continue };
        let message = format!("which outlet? \"{}\" names none", story.str(&mention));
        hits.push(
            Hit::new(message, story.span(&mention), "which?").and(story.claim_span(claim), "the claim").about([index]),
        );
    }
    hits
}

/// "local media", "media reports": the words of the list, with an article or an adjective at most.
fn is_media(story: &Story<'_>, mention: &Range<usize>) -> bool {
    story.watch(Watch::MEDIA, mention).is_some_and(|words| mention.len() <= words.len() + 2 && words.end == mention.end)
}

/// Whether an outlet is named in the same paragraph, the one before or the one behind.
fn is_named_near(story: &Story<'_>, at: usize) -> bool {
    let Some(here) = story.paragraph(at) else { return true };
    let from = story.paragraph_tokens(here.saturating_sub(1)).start;
    let to = story.paragraph_tokens(here + 1).end.max(story.paragraph_tokens(here).end);
    let outlet = |at: usize| {
        story.reading.names(at).any(|name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_)))
    };
    (from..to).any(outlet)
}
