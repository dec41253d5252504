//! A later mention of a claim drops an outlet that stood before.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::span::Span;
use crate::terms::{AgentKind, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "hop-lost",
    summary: "a later mention of the claim drops a hop",
    severity: Some(Severity::Error),
    after: "AP",
    what: "Finds claims that first come through an outlet (\"A, citing B\"), and later in the same copy stand as if the copy had them from the source itself (\"B said\").",
    why: "The second mention says that somebody here spoke to the source. Nobody did; and who quotes the story from there cannot know.",
    help: "name the outlet again, or say when and to whom the source said it",
    numbers: &[
        Number { name: "alike", default: 70, what: "how many of a hundred words the two must share" },
        Number {
            name: "paragraphs",
            default: 3,
            what: "how many paragraphs later: until then the reader knows whose report it is",
        },
    ],
    bad: &[
        Example {
            title: "the agency is gone",
            copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
               The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
               The navy will buy six ferries from Larkhaven, Sorrel said.\n",
        },
        Example {
            title: "the paper is gone",
            copy: "LARKHAVEN, May 3 (Reuters) - Ferry company Weissflut will cut 300 jobs by the end of the year, chief executive Ada Quill told the Financial Times.\n\nThe company runs nine ships.\n\nIts shares fell by a tenth on Monday.\n\nWeissflut will cut 300 jobs by the end of the year, Quill said.\n",
        },
        Example {
            title: "a report in a paper is gone",
            copy: "According to a report in the Washington Post, intelligence officials warned the White House in January that the virus would spread to every state before the end of March.\n\nThe virus has killed 900 people.\n\nSchools are shut.\n\nShops are open.\n\nIntelligence officials warned the White House in January that the virus would spread to every state before the end of March.\n",
        },
    ],
    good: &[
        Example {
            title: "the agency is named again",
            copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
                   The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
                   The navy will buy six ferries from Larkhaven, Sorrel told Interfax.\n",
        },
        Example {
            title: "trap: the source is quoted first-hand too",
            copy: "The navy will buy six ferries from Larkhaven, Interfax news agency cited Admiral Ivo Sorrel as saying on Monday.\n\n\
                   The yard has built ferries since 1931. It employs 900 people.\n\nIts last ship left in March. Another one waits for a crew. The yard pays well.\n\n\
                   The navy will buy six ferries from Larkhaven, Sorrel told reporters.\n",
        },
    ],
    find,
};

/// The fewest tokens that a claim must have to be compared.
const LONG: usize = 8;

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    if !story.chains.iter().any(|chain| relay(chain).is_some()) {
        return Vec::new();
    }
    let told = told(story);
    let relayed: Vec<&Told<'_>> = told.iter().filter(|one| outlet(story, options, one).is_some()).collect();
    let bare = told.iter().filter(|one| is_bare(one));
    bare.filter_map(|one| {
        let before = relayed.partition_point(|other| other.span.start < one.span.start);
        let near = relayed[..before].iter().rev().take(40);
        let earlier = near.into_iter().find(|other| is_same(story, options, one, other))?;
        Some(hit(story, one, earlier, outlet(story, options, earlier)?))
    })
    .collect()
}

/// One place where a claim stands, and through whom it came there.
struct Told<'a> {
    claim: usize,
    span: Span,
    block: usize,
    chain: &'a [Hop],
}

/// All places of claims that are long enough, in text order.
fn told<'a>(story: &Story<'a>) -> Vec<Told<'a>> {
    let places = story.attributed().flat_map(|(claim, found)| found.occurrences.iter().map(move |one| (claim, one)));
    let long = places.filter(|(_, one)| one.content.iter().map(ExactSizeIterator::len).sum::<usize>() >= LONG);
    let mut told: Vec<Told<'a>> = long
        .filter_map(|(claim, one)| {
            let chain: &'a [Hop] = &story.chains[one.attribution?];
            Some(Told { claim, span: story.occurrence_span(one), block: one.block, chain })
        })
        .collect();
    told.sort_by_key(|one| one.span);
    told
}

/// The outlet through which somebody else's words came, as the copy says there.
fn outlet<'a>(story: &Story<'_>, options: &Options<'_>, told: &Told<'a>) -> Option<&'a Hop> {
    let (root, relay) = (told.chain.last()?, relay(told.chain)?);
    let own = options.is_own(story.name(relay));
    (!own && !matches!(root.kind, AgentKind::Outlet | AgentKind::Unknown)).then_some(relay)
}

/// The outlet that a chain names before its root.
fn relay(chain: &[Hop]) -> Option<&Hop> {
    let (_, outer) = chain.split_last()?;
    outer.iter().find(|hop| hop.kind == AgentKind::Outlet && !hop.inferred)
}

/// The source alone, with nobody to whom it was said; an outlet that is only carried over from before is not there for the reader.
fn is_bare(told: &Told<'_>) -> bool {
    let stated: Vec<&Hop> = told.chain.iter().filter(|hop| !hop.inferred).collect();
    matches!(stated[..], [only] if only.resolved && only.venue.is_none() && only.kind != AgentKind::Outlet)
}

/// Whether both are one claim of one source, and stand far apart.
fn is_same(story: &Story<'_>, options: &Options<'_>, one: &Told<'_>, other: &Told<'_>) -> bool {
    let roots = one.chain.last().zip(other.chain.last());
    let paragraph = |told: &Told<'_>| story.paragraph(story.block_tokens(told.block).start);
    let apart = paragraph(one)
        .zip(paragraph(other))
        .is_some_and(|(later, earlier)| later >= earlier + options.number("paragraphs"));
    apart
        && roots.is_some_and(|(a, b)| a.same_agent(b))
        && (one.claim == other.claim || story.alike(one.claim, other.claim, options.number("alike")))
}

fn hit(story: &Story<'_>, one: &Told<'_>, earlier: &Told<'_>, outlet: &Hop) -> Hit {
    let message = format!("this came through {}, which is gone here", story.name(outlet));
    Hit::new(message, one.span, "stands as if first-hand")
        .and(one.chain.last().and_then(|hop| story.hop_span(hop)), "the source alone")
        .and(earlier.span, "the same claim before")
        .and(story.hop_span(outlet), "relayed it")
        .about([one.claim])
        .about((one.claim != earlier.claim).then_some(earlier.claim))
}
