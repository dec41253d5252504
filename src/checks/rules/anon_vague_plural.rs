//! "Experts say", and none of them is ever named.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity, Stance};
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-vague-plural",
    summary: "\"experts\", \"critics\", \"observers\" say, and none is ever named",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds claims laid at the door of a plural that anybody may belong to, where nobody who speaks next to it is named.",
    why: "\"Experts say\" may be one of them, or the writer. The reader cannot know how many think so, or what makes them experts.",
    help: "name one of them, or say which study or group it was",
    numbers: &[Number { name: "paragraphs", default: 2, what: "how many paragraphs on somebody may still be named" }],
    bad: &[Example {
        title: "which experts?",
        copy: "The harbour bridge will close for a year.\n\nExperts say the piers will not last the winter.\n\nThe bridge opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "one is named later",
            copy: "The harbour bridge will close for a year.\n\nExperts say the piers will not last the winter.\n\n\"They are cracked,\" said Ada Quill, a professor of engineering.\n",
        },
        Example {
            title: "trap: a plural that is told apart from others",
            copy: "The harbour bridge will close for a year.\n\nEngineers at the port of Larkhaven say the piers will not last the winter.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let mut told = FxHashSet::default();
    let named = LazyCell::new(|| named_speakers(story));
    let vague = story.attributed().filter_map(|(index, claim)| {
        let root = claim
            .chain
            .last()
            .filter(|root| matches!(root.kind, AgentKind::Group | AgentKind::Anonymous) && !root.inferred)?;
        let mention = root.mention.as_ref().filter(|mention| is_vague(story, mention))?;
        let speaks = root.stance == Some(Stance::Says) && story.reading.tag(mention.end) != Tag::To;
        let named = is_named_near(story, &named, mention.start, options.number("paragraphs"));
        (speaks && !named && story.paragraph(mention.start).is_some() && told.insert(root.agent)).then(|| {
            let message = format!("\"{}\" say this, and none of them is named", story.str(mention));
            Hit::new(message, story.span(mention), "who?").and(story.claim_span(claim), "the claim").about([index])
        })
    });
    vague.collect()
}

/// Two or three words that say no more than "experts": no name and no place in them.
fn is_vague(story: &Story<'_>, mention: &Range<usize>) -> bool {
    let head = mention.end - 1;
    let plural = story.reading.str(head).ends_with('s');
    let tells = mention.clone().any(|at| {
        matches!(
            story.reading.tag(at),
            Tag::Proper | Tag::Possessive | Tag::Preposition | Tag::Number | Tag::Coordinator
        )
    });
    plural && mention.len() <= 3 && !tells && story.watch(Watch::VAGUE, &(head..head + 1)).is_some()
}

/// The paragraphs with a person who has a name and speaks, in order.
fn named_speakers(story: &Story<'_>) -> Vec<usize> {
    let people = story.mentions.agents.iter().filter(|agent| agent.kind == AgentKind::Person && agent.spoke);
    let mentions = people.flat_map(|agent| &agent.mentions);
    let mut paragraphs: Vec<usize> = mentions.filter_map(|mention| story.paragraph(mention.start)).collect();
    paragraphs.sort_unstable();
    paragraphs
}

/// Whether a named speaker stands in the same paragraph or soon after.
fn is_named_near(story: &Story<'_>, named: &[usize], at: usize, paragraphs: usize) -> bool {
    let Some(here) = story.paragraph(at) else { return true };
    let next = named.get(named.partition_point(|there| *there < here));
    next.is_some_and(|there| there - here <= paragraphs)
}
