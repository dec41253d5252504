//! Second-hand from an anonymous root.

use crate::chains::Hop;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity};
use rustc_hash::FxHashMap;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "pickup-anon-source",
    summary: "second-hand from an anonymous root",
    severity: Some(Severity::Error),
    after: "Reuters",
    what: "Finds claims that another outlet has from sources who are not named, and that the copy passes on without a match of its own.",
    why: "Neither the reader nor the desk can tell who is behind the claim: the other outlet's editors know the source, yours do not. \
          If it is wrong, nobody here could have known.",
    help: "match it with a source of your own, name who confirmed or denied it, or say that you could not verify it",
    numbers: &[],
    bad: &[
        Example {
            title: "a paper has it from sources whom it does not name",
            copy: "Halden to leave the country - Courier\n\n(Reuters) - Chip maker Halden plans to move its seat to Ireland, the Larkhaven Courier reported.\n\n\
                   The company would move as early as March and keep its plant in the Netherlands, the newspaper reported on Monday, citing \
                   company and union sources.\n\n\
                   Economy Ministry spokeswoman Ada Quill said on Tuesday that the ministry was in talks with the company.\n",
        },
        Example {
            title: "an agency has it from officials",
            copy: "The two ministers met in secret in May, Interfax news agency reported, citing two diplomatic sources.\n\n\
                   The talks lasted four hours.\n",
        },
    ],
    good: &[
        Example {
            title: "the copy has a match of its own",
            copy: "(Reuters) - Chip maker Halden will move its seat to Ireland, the Financial Times reported, citing people familiar with the matter.\n\n\
                   Halden will move its seat to Ireland, chief executive Maarten Hoekzema told reporters on Monday.\n",
        },
        Example {
            title: "trap: the other outlet names its source",
            copy: "(Reuters) - The ministers met in secret in May, Foreign Minister Ada Quill told the BBC.\n",
        },
        Example {
            title: "trap: the copy's own anonymous source",
            copy: "(Reuters) - The ministers met in secret in May, two diplomatic sources told Reuters.\n",
        },
    ],
    find,
};

/// How many of a hundred content words a match must share with the claim.
const MATCH: usize = 60;

/// One finding for each outlet and root: shown at the first claim where the root is named.
fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: FxHashMap<(Option<usize>, Option<usize>), usize> = FxHashMap::default();
    for (index, claim) in story.attributed() {
        let Some((relay, root)) = ends(story, options, claim) else { continue };
        let hidden = root.inferred || story.hidden(root).is_some();
        if !hidden || is_matched(story, index) {
            continue;
        }
        let group = *group_of.entry((relay.agent, root.agent)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(index);
    }
    groups.into_iter().filter_map(|claims| hit(story, options, claims)).collect()
}

/// The outlet that relays the claim, and its anonymous root.
fn ends<'a>(story: &Story<'_>, options: &Options<'_>, claim: &'a Claim) -> Option<(&'a Hop, &'a Hop)> {
    let root = claim.chain.last().filter(|root| root.kind == AgentKind::Anonymous)?;
    let relay = story.relay(claim).filter(|relay| !options.is_own(story.name(relay)))?;
    // "my adviser said", says somebody by name
    let vouched = claim.chain.iter().any(|hop| hop.kind == AgentKind::Person && hop.resolved);
    (!vouched).then_some((relay, root))
}

/// Whether somebody who is named said the same first-hand, or the copy says that it was confirmed.
fn is_matched(story: &Story<'_>, index: usize) -> bool {
    let claim = &story.claims[index];
    let named = |other: &Claim| {
        let root = other.chain.last().map(|root| root.kind);
        let stands = matches!(root, Some(AgentKind::Person | AgentKind::Organisation | AgentKind::Document));
        stands && story.relay(other).is_none()
    };
    let paragraph = story.block_tokens(story.shown(claim).block);
    story.same_elsewhere(index, MATCH, named) || story.watch(Watch::CONFIRMED, &paragraph).is_some()
}

fn hit(story: &Story<'_>, options: &Options<'_>, claims: Vec<usize>) -> Option<Hit> {
    let stated = |index: &&usize| story.claims[**index].chain.last().is_some_and(|root| !root.inferred);
    let first = *claims.iter().find(stated)?;
    let (relay, root) = ends(story, options, &story.claims[first])?;
    let others = claims.into_iter().filter(|other| *other != first);
    let message = format!("second-hand from an anonymous root: {}, through {}", story.called(root), story.name(relay));
    let hit = Hit::new(message, story.claim_span(&story.claims[first]), "the claim")
        .and(story.hop_span(relay), "relays it")
        .and(story.hop_span(root), "root: unnamed");
    Some(hit.about([first]).about(others))
}
