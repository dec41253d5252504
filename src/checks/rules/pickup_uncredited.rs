//! "Media reports", "local media said": the outlet is not named.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::{Meaning, Watch};
use crate::phrases::Tag;
use crate::terms::Severity;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
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
        Example {
            title: "trap: told to the press",
            copy: "Ada Quill, the mayor, told the press that the bridge would close.\n\nTalking to the press, Ivo Sorrel said that it would not.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let named = LazyCell::new(|| paragraphs_with_outlets(story));
    let mut told = FxHashSet::default();
    let claims = story.attributed().filter(|(_, claim)| claim.chain.len() <= 2);
    let media = claims.filter_map(|(index, claim)| Some((index, claim, media(story, claim.chain.first()?)?)));
    let bare = media.filter(|(.., at)| !is_named_near(story, &named, at.start) && told.insert(at.start));
    bare.map(|(index, claim, mention)| {
        let message = format!("which outlet? \"{}\" names none", story.str(mention));
        Hit::new(message, story.span(mention), "which?").and(story.claim_span(claim), "the claim").about([index])
    })
    .collect()
}

/// "local media", "media reports" that say something: the words of the list, with an article or an adjective at most.
fn media<'a>(story: &Story<'_>, hop: &'a Hop) -> Option<&'a Range<usize>> {
    let (mention, cue) = (hop.mention.as_ref()?, hop.cue.as_ref()?);
    let words = story.watch(Watch::MEDIA, mention)?;
    let says = story.watch(Watch::REPORT, cue).is_some() && story.watch(Watch::ELECTION_CALL, cue).is_none();
    // "talking to the press": told, not told by
    let before = mention.start.checked_sub(1).filter(|at| !cue.contains(at));
    let told = hop.rule == "told-outlet" || before.is_some_and(|at| story.reading.tag(at) == Tag::Preposition);
    let bare = mention.len() <= words.len() + 2 && words.end == mention.end;
    (says && bare && !told && !hop.inferred).then_some(mention)
}

/// The paragraphs that name an outlet.
fn paragraphs_with_outlets(story: &Story<'_>) -> FxHashSet<usize> {
    let names_outlet = |at: &usize| {
        story.reading.names(*at).any(|name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_)))
    };
    let tokens = 0..story.reading.tokens.all.len();
    tokens.filter(names_outlet).filter_map(|at| story.paragraph(at)).collect()
}

/// Whether an outlet is named in the same paragraph, the one before or the one behind.
fn is_named_near(story: &Story<'_>, named: &FxHashSet<usize>, at: usize) -> bool {
    let Some(here) = story.paragraph(at) else { return true };
    (here.saturating_sub(1)..=here + 1).any(|paragraph| named.contains(&paragraph))
}
