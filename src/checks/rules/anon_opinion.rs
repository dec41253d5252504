//! An anonymous root is quoted with opinion or abuse.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Occurrence;
use crate::lexicon::Watch;
use crate::phrases::Tag;
use crate::terms::Severity;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-opinion",
    summary: "an anonymous root is quoted with opinion or abuse, not information",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds quotations of sources who are not named that hold abuse or opinion. The words are listed in `watch-words.txt`.",
    why: "Anonymity is given for information that cannot be had otherwise. It is no cover for an attack.",
    help: "leave the quotation out, or have somebody say it by name",
    numbers: &[],
    bad: &[
        Example {
            title: "abuse from behind a curtain",
            copy: "\"The mayor is a coward and an idiot,\" a senior official at the port said on Monday.\n",
        },
        Example {
            title: "a name that somebody is called",
            copy: "The harbour board met on Monday.\n\nOne person close to the board called the mayor \"a spoiled child with a chain of office\".\n\nThe board meets again in May.\n",
        },
    ],
    good: &[
        Example {
            title: "information",
            copy: "\"The mayor has not signed the papers,\" a senior official at the port said on Monday.\n",
        },
        Example {
            title: "trap: somebody says it by name",
            copy: "\"The mayor is a coward and an idiot,\" harbour master Ivo Sorrel said on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let quoted = story.attributed().filter_map(|(index, claim)| {
        let root = claim.chain.last().filter(|root| story.hidden(root).is_some())?;
        let shown = story.shown(claim);
        let word = shown.content.iter().find_map(|piece| story.watch(Watch::OPINION, piece));
        let abuse = word.or_else(|| named(story, shown))?;
        let message = format!("an opinion, quoted without a name: {}", story.called(root));
        let hit = Hit::new(message, story.claim_span(claim), "the quotation");
        let here = story.reading.tokens.is_quoted(abuse.start) && story.paragraph(abuse.start).is_some();
        here.then(|| hit.and(story.span(&abuse), "opinion").and(story.hop_span(root), "not named").about([index]))
    });
    quoted.collect()
}

/// The quoted name that a source calls somebody ("called her \"a spoiled child\"").
fn named(story: &Story<'_>, shown: &Occurrence) -> Option<Range<usize>> {
    let attribution = &story.attributions[shown.attribution?];
    let calls = story.watch(Watch::NAMING, &attribution.cue).is_some();
    let last = shown.content.last().filter(|_| calls)?.end - 1;
    let quotation = story.reading.tokens.quotation_at(last).or_else(|| story.reading.tokens.quotation_at(last - 1))?;
    let quoted = &story.reading.tokens.quotations[quotation].tokens;
    // "his brother" is a name, "a spoiled brother" an opinion
    let judges = quoted.clone().any(|at| story.reading.tag(at) == Tag::Adjective);
    judges.then_some(quoted.start + 1..quoted.end)
}
