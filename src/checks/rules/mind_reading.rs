//! "Believes", "fears", "wants", with no act of speech behind it.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::{Classes, Watch};
use crate::terms::{AgentKind, Severity, Stance};
use rustc_hash::FxHashSet;
use std::cell::LazyCell;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "mind-reading",
    summary: "believes / fears / wants with no act of speech behind it",
    severity: Some(Severity::Note),
    after: "style guides",
    what: "Finds thoughts and feelings of named people, told in the copy's own voice, where they say nothing in the same paragraph that the writer could know it from.",
    why: "Nobody sees into another's head. What the writer knows is what somebody said or did.",
    help: "say how it is known: \"said she feared\"",
    numbers: &[],
    bad: &[Example {
        title: "how does the copy know?",
        copy: "Mayor Ada Quill fears that the bridge will not last the winter.\n\nIt opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "the mayor said so",
            copy: "Mayor Ada Quill said she feared that the bridge would not last the winter.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: a poll",
            copy: "Most voters fear that the bridge will not last the winter, a poll showed.\n\nIt opened in 1931.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let speakers = LazyCell::new(|| speakers(story));
    let all = story.attributions.iter().enumerate();
    let minds =
        all.filter(|(index, one)| reads_mind(story, *index, one) && !speakers.contains(&speaker(story, *index, one)));
    minds
        .map(|(_, one)| {
            let message = format!("\"{}\": how does the copy know?", story.str(&one.cue));
            Hit::new(message, story.span(&one.cue), "a state of mind")
                .and(one.source.as_ref().map(|source| story.span(&source.range)), "whose")
        })
        .collect()
}

fn reads_mind(story: &Story<'_>, index: usize, one: &Attribution) -> bool {
    let state = matches!(one.stance, Stance::Believes | Stance::Intends)
        && story.watch(Watch::MIND, &(one.head..one.head + 1)).is_some();
    if !state {
        return false;
    }
    let polled = story.watch(Watch::POLL, &story.sentence(one.head)).is_some();
    let modal = one.cue.clone().any(|at| story.reading.token(at).is(Classes::MODAL | Classes::NEGATION));
    let person = story.mentions.sources[index].as_ref().is_some_and(|source| {
        let agent = &story.mentions.agents[source.agent];
        agent.kind == AgentKind::Person && !agent.name.is_empty() && source.sure
    });
    let in_story = matches!(story.block_kind(one.head), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.head);
    person && in_story && !polled && !modal && one.nested_in.is_none() && !story.reading.tokens.is_quoted(one.head)
}

/// An agent in a block.
type Speaker = (usize, Option<usize>);

fn speaker(story: &Story<'_>, index: usize, one: &Attribution) -> Speaker {
    (story.block(one.head), story.mentions.sources[index].as_ref().map(|source| source.agent))
}

/// Who says something in which block.
fn speakers(story: &Story<'_>) -> FxHashSet<Speaker> {
    let speak = story.attributions.iter().enumerate().filter(|(_, one)| one.stance.carries_hop());
    speak.map(|(index, one)| speaker(story, index, one)).collect()
}
