//! The reason for anonymity is only "not authorized to speak".

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::terms::Severity;
use rustc_hash::FxHashSet;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-boilerplate-reason",
    summary: "the reason for anonymity is only \"not authorized to speak\"",
    severity: Some(Severity::Note),
    after: "NYT",
    what: "Finds reasons for anonymity that say no more than that the source was not allowed to speak.",
    why: "It says that a rule was broken, and not why: what is at stake for the source, and why the reader should trust it all the same.",
    help: "say what the talks are about, or what the source has to fear",
    numbers: &[],
    bad: &[Example {
        title: "not authorized",
        copy: "The port of Larkhaven will be sold in May, said a senior official at the Transport Ministry who was not authorized to speak publicly.\n",
    }],
    good: &[
        Example {
            title: "what is at stake",
            copy: "The port of Larkhaven will be sold in May, said a senior official at the Transport Ministry who was not authorized to speak publicly about the confidential talks.\n",
        },
        Example {
            title: "trap: a minister who was not authorised to sell",
            copy: "Mayor Ada Quill said the minister was not authorised to sell the port of Larkhaven.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let mut told = FxHashSet::default();
    let bare = story.all_watched(Watch::BOILERPLATE_REASON).filter(|range| {
        let sentence = story.sentence(range.start);
        let bare = story.paragraph(range.start).is_some() && story.watch(Watch::DETAIL, &sentence).is_none();
        bare && told.insert(sentence.start)
    });
    bare.map(|range| Hit::new("this reason says only that a rule was broken", story.span(&range), "why not?")).collect()
}
