//! Every root of a contested story belongs to one party of the dispute.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Party, Rule, Story};
use crate::lexicon::Watch;
use crate::terms::{Severity, Stance};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "one-party-only",
    summary: "every root of a contested claim belongs to one party of the dispute",
    severity: Some(Severity::Warning),
    after: "AFP, Reuters",
    what: "Finds stories that blame somebody, and in which two people or more speak who all belong to the same body or country.",
    why: "Several voices look like several sides. From one side they are one voice.",
    help: "let the other side speak, or say that it could not be reached",
    numbers: &[],
    bad: &[
        Example {
            title: "the ministry, and the ministry",
            copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\n\
               \"They knew of it,\" Transport Ministry spokeswoman Ada Quill said.\n\nThe Transport Ministry said that the piers would be rebuilt.\n",
        },
        Example {
            title: "police, and police",
            copy: "Larkhaven police accused the builders of hiding cracks in the bridge.\n\n\"They knew of it,\" police spokeswoman Ada Quill said.\n\nA Larkhaven police detective said that the builders had burned the plans.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "a country and its people",
            copy: "KYIV, May 3 (Reuters) - Ukraine accused Russia on Friday of shelling a hospital in Kharkiv.\n\n\"It was a deliberate attack,\" Ukrainian Foreign Ministry spokesman Oleh Nikolenko said.\n\nUkraine's President Volodymyr Zelenskiy said that 12 people were hurt.\n",
        },
    ],
    good: &[
        Example {
            title: "the other side speaks",
            copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\n\
                   \"They knew of it,\" Transport Ministry spokeswoman Ada Quill said.\n\n\"We told them in May,\" Halden chief executive Ivo Sorrel said.\n",
        },
        Example {
            title: "trap: a report of one statement",
            copy: "The Transport Ministry accused Halden of hiding cracks in the bridge.\n\nThe ministry said that the piers would be rebuilt.\n",
        },
        Example {
            title: "trap: one of the speakers may belong to anybody",
            copy: "Larkhaven police accused the builders of hiding cracks in the bridge.\n\n\"They knew of it,\" police spokeswoman Ada Quill said.\n\n\"I heard it creak for a year,\" Ivo Sorrel said.\n",
        },
        Example {
            title: "trap: the other side denies it",
            copy: "The Transport Ministry accused Halden of hiding cracks, and Halden denied it.\n\n\"They knew of it,\" Transport Ministry spokeswoman Ada Quill said. The Transport Ministry's engineer, Ivo Sorrel, said the piers would be rebuilt.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    hit(story).into_iter().collect()
}

fn hit(story: &Story<'_>) -> Option<Hit> {
    let (index, one) = story.attributions.iter().enumerate().find(|(_, one)| accuses(story, one))?;
    let accuser = story.mentions.sources[index].as_ref().map(|source| &story.mentions.agents[source.agent])?;
    let party = Party::of(story, accuser)?;
    let replies = |one: &Attribution| matches!(one.stance, Stance::Denies | Stance::Declines);
    let replied = story.all_watched(Watch::NO_REPLY).next().is_some() || story.attributions.iter().any(replies);
    (!replied && speaks_alone(story, &party)).then(|| {
        let message = format!("all who speak here belong to one side: {}", party.name);
        let allegation = one.content.first().map_or(story.span(&one.cue), |content| story.span(content));
        Hit::new(message, allegation, "the dispute")
            .and(one.source.as_ref().map(|source| story.span(&source.range)), "one side")
            .about(story.claim_of(index))
    })
}

/// Whether two or more speak, and all of them belong to one party; one of whom the copy does not tell that may be the other side.
fn speaks_alone(story: &Story<'_>, party: &Party) -> bool {
    let mut roots: Vec<usize> = story.attributed().filter_map(|(_, claim)| claim.chain.last()?.agent).collect();
    roots.sort_unstable();
    roots.dedup();
    let theirs = |root: &usize| Party::of(story, &story.mentions.agents[*root]).is_some_and(|other| other.is(party));
    roots.len() > 1 && roots.iter().all(theirs)
}

/// Whether somebody accuses somebody of something, in the story itself.
fn accuses(story: &Story<'_>, one: &Attribution) -> bool {
    let said = one.source.is_some() && !one.content.is_empty() && !one.unreal;
    said && story.paragraph(one.head).is_some() && story.watch(Watch::ACCUSE, &one.cue).is_some()
}
