//! A hedge at the root is gone in the retelling, the lead or the headline.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::{Claim, Occurrence, Words};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::terms::{Form, Severity, Stance};
use crate::words::Kind;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "hedge-lost",
    summary: "a hedge at the root is gone in the retelling, the lead or the headline",
    severity: Some(Severity::Warning),
    after: "BBC",
    what: "Finds a claim that its source hedges (\"may\", \"likely\", \"possibly\"), and that stands without the hedge in the headline or at another place of the copy.",
    why: "\"Will\" is not \"may\". Whoever hedged did not say the other thing.",
    help: "put the hedge back",
    numbers: &[Number { name: "alike", default: 60, what: "how many of a hundred words the two must share" }],
    bad: &[
        Example {
            title: "the headline is sure",
            copy: "# Harbour bridge in Larkhaven closes for a whole year\n\n\
               The harbour bridge in Larkhaven may close for a whole year, Mayor Ada Quill said on Monday.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "the cause is certain in the headline",
            copy: "Quake that shut the reactor was caused by drilling\n\nVIENNA, Sept 22 (Reuters) - The quake that shut the reactor was probably caused by drilling, geologist Ivo Sorrel said on Monday.\n\nThe reactor opened in 1981.\n",
        },
        Example {
            title: "the headline threatens what the company only weighed",
            copy: "# Halden will close its plant in Larkhaven\n\nHalden could close its plant in Larkhaven if costs do not fall, chief executive Maarten Hoekzema said.\n\nThe plant has 900 workers.\n",
        },
    ],
    good: &[
        Example {
            title: "the headline hedges too",
            copy: "# Harbour bridge in Larkhaven may close for a whole year\n\n\
                   The harbour bridge in Larkhaven may close for a whole year, Mayor Ada Quill said on Monday.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: later confirmed",
            copy: "# Harbour bridge in Larkhaven closes for a whole year\n\n\
                   The harbour bridge in Larkhaven may close for a whole year, engineer Ivo Sorrel said on Monday.\n\nMayor Ada Quill later confirmed that the bridge would close.\n",
        },
        Example {
            title: "trap: the hedge is of something else",
            copy: "# Larkhaven theatre destroyed by fire\n\nThe fire that destroyed the old theatre was possibly caused by arson, fire chief Ivo Sorrel said.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    if is_confirmed(story) {
        return Vec::new();
    }
    let hedged: Vec<(usize, &Claim)> =
        story.attributed().filter(|(_, claim)| hedge(story, &story.shown(claim).content).is_some()).collect();
    if hedged.is_empty() {
        return Vec::new();
    }
    let sure = story.claims.iter().enumerate().filter_map(|(index, claim)| Some((index, sure_place(story, claim)?)));
    let lost = sure.filter_map(|(index, place)| {
        let from = hedged.partition_point(|(other, _)| other + 40 < index);
        let near = hedged[from..].iter().take(80);
        let (other, claim) = near.into_iter().find(|(other, _)| is_retold(story, options, index, *other))?;
        Some(hit(story, (index, place), (*other, claim)))
    });
    lost.take(3).collect()
}

/// Whether the claim `sure` retells the claim `hedged`.
fn is_retold(story: &Story<'_>, options: &Options<'_>, sure: usize, hedged: usize) -> bool {
    let len =
        |claim: usize| story.claims[claim].occurrences[0].content.iter().map(ExactSizeIterator::len).sum::<usize>();
    len(hedged) <= 2 * len(sure) + 4
        && story.shares(sure, hedged, options.number("alike"))
        && is_what_is_hedged(story, sure, hedged)
}

/// "a fire that destroyed the theatre was possibly |caused by arson": what stands behind the hedge has to be what is told as sure. Where
/// little stands there, the hedge is of the whole.
fn is_what_is_hedged(story: &Story<'_>, sure: usize, hedged: usize) -> bool {
    let content = &story.shown(&story.claims[hedged]).content;
    let Some((piece, hedge)) = content.iter().find_map(|piece| Some((piece, story.watch(Watch::UNCERTAIN, piece)?)))
    else {
        return true;
    };
    let scope = hedge.end..piece.end;
    let behind = Words::of(&story.reading, std::slice::from_ref(&scope));
    let told = Words::of(&story.reading, &story.claims[sure].occurrences[0].content);
    behind.share_in(&told) >= HALF || piece.end - hedge.end <= 2
}

/// How many of a hundred words behind the hedge must come again.
const HALF: usize = 50;

/// Where a claim stands without a hedge: in the headline, or in the copy's own voice in the lead.
fn sure_place<'a>(story: &Story<'a>, claim: &'a Claim) -> Option<&'a Occurrence> {
    let own_voice = claim.form == Form::OwnVoice;
    claim.occurrences.iter().find(|one| {
        let range = &one.content[0];
        let headline = story.document.blocks[one.block].kind == BlockKind::Headline;
        own_voice
            && (headline || story.paragraph(range.start) == Some(0))
            && !story.is_copy(range.start)
            && is_statement(story, range)
            && hedge(story, &one.content).is_none()
    })
}

/// Whether words say something, rather than ask it or break off: five words or more, in a sentence without "?" or "...".
fn is_statement(story: &Story<'_>, range: &Range<usize>) -> bool {
    let words = range.clone().filter(|at| story.reading.token(*at).is_word()).count();
    let asks = |at: usize| story.reading.is_word(at, "?") || story.reading.token(at).kind == Kind::Ellipsis;
    words >= 5 && !story.sentence(range.start).any(asks)
}

fn hedge(story: &Story<'_>, content: &[Range<usize>]) -> Option<Range<usize>> {
    content.iter().find_map(|piece| story.watch(Watch::UNCERTAIN, piece))
}

/// Whether somebody confirms something later.
fn is_confirmed(story: &Story<'_>) -> bool {
    let confirms = |one: &crate::attributions::Attribution| {
        one.stance == Stance::Confirms && story.reading.str(one.head).to_lowercase().starts_with("confirm")
    };
    story.attributions.iter().any(confirms) || story.all_watched(Watch::CONFIRMED).next().is_some()
}

fn hit(story: &Story<'_>, (index, place): (usize, &Occurrence), (other, claim): (usize, &Claim)) -> Hit {
    let hedge = hedge(story, &story.shown(claim).content);
    let word = hedge.as_ref().map_or("the hedge", |hedge| story.str(hedge));
    Hit::new(format!("\"{word}\" is gone here"), story.occurrence_span(place), "stands as sure")
        .and(hedge.as_ref().map(|hedge| story.span(hedge)), "the hedge")
        .and(story.claim_span(claim), "the claim as it was made")
        .about([index, other])
}
