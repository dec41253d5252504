//! An anonymous root is quoted with opinion or abuse.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Occurrence;
use crate::lexicon::{Classes, Watch};
use crate::phrases::Tag;
use crate::terms::Severity;
use crate::tokens::keys;
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
        Example {
            title: "a minister behind a curtain",
            copy: "A cabinet minister, speaking on condition of anonymity, said: \"She is out of her depth and she has to go.\"\n\nThe prime minister's office had no comment.\n",
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
        Example {
            title: "trap: a term in quotation marks",
            copy: "A person close to the board said the \"toxic assets\" would be moved to a separate bank.\n\nOfficials called the situation \"serious\".\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let quoted = story.attributed().filter_map(|(index, claim)| {
        let root = claim.chain.last().filter(|root| story.hidden(root).is_some())?;
        let shown = story.shown(claim);
        let mut words = shown.content.iter().flat_map(|piece| story.watched_in(Watch::OPINION, piece));
        let name = named(story, shown);
        let word = words.find(|word| is_judgement(story, name.as_ref(), word.start));
        let abuse = word.or(name)?;
        let message = format!("an opinion, quoted without a name: {}", story.called(root));
        let hit = Hit::new(message, story.claim_span(claim), "the quotation");
        story
            .paragraph(abuse.start)
            .is_some()
            .then(|| hit.and(story.span(&abuse), "opinion").and(story.hop_span(root), "not named").about([index]))
    });
    quoted.collect()
}

/// Whether the quotation around a word judges: it is no lone term ("the \"toxic\" assets", a film's title), or it is what somebody is called.
fn is_judgement(story: &Story<'_>, name: Option<&Range<usize>>, word: usize) -> bool {
    let Some(quoted) = quotation(story, word) else { return false };
    let is = |at: usize| story.reading.tag(at) == Tag::Be || story.reading.is_any(at, keys!["as", "like"]);
    let start = quoted.start;
    let predicate =
        start > 0 && is(start - 1) || start > 1 && story.reading.tag(start - 1) == Tag::Determiner && is(start - 2);
    quoted.len() > LONGEST_TERM || predicate || name.is_some_and(|name| name.contains(&word))
}

/// Tokens that a lone term in quotation marks may have, its marks included.
const LONGEST_TERM: usize = 5;

/// The quotation in which a token stands.
fn quotation<'a>(story: &Story<'a>, at: usize) -> Option<&'a Range<usize>> {
    let tokens = story.reading.tokens;
    tokens.is_quoted(at).then(|| tokens.quotation_at(at).map(|index| &tokens.quotations[index].tokens))?
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
    let whom = quoted.start.checked_sub(1).filter(|at| is_somebody(story, *at))?;
    (judges && whom >= attribution.cue.end).then_some(quoted.start + 1..quoted.end)
}

/// Whether a noun phrase that ends here names people: "the mayor", "her"; a situation may be called what it is.
fn is_somebody(story: &Story<'_>, at: usize) -> bool {
    let token = story.reading.token(at);
    token.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ROLE | Classes::ORGANISATION_NOUN)
        || matches!(story.reading.tag(at), Tag::Proper | Tag::Pronoun)
        || story.reading.is_any(at, keys!["him", "her", "them"])
}
