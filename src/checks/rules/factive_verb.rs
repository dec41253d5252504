//! "Admitted", "revealed", "exposed" for what is not established.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::{Classes, Watch};
use crate::phrases::Tag;
use crate::terms::{AgentKind, Form, Severity, Stance};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "factive-verb",
    summary: "admitted / revealed / exposed for what is not established",
    severity: Some(Severity::Warning),
    after: "style guides",
    what: "Finds verbs that vouch for what follows: \"admitted\", \"revealed\", \"exposed\", \"disclosed\". Where a document is shown, or a court has heard it, they are right.",
    why: "\"Admitted\" says that it is true and that it is shameful; \"revealed\" that it is true and was hidden. \"Said\" says what you know.",
    help: "write \"said\", or show what establishes it",
    numbers: &[],
    bad: &[Example {
        title: "who says that it is true?",
        copy: "Mayor Ada Quill admitted that the bridge was never inspected.\n\nIt opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "said",
            copy: "Mayor Ada Quill said that the bridge was never inspected.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: a plea in court",
            copy: "Builder Ivo Sorrel admitted in court that the bridge was never inspected.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: a document is shown",
            copy: "A leaked memo revealed that the bridge was never inspected.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: a thing, not a claim",
            copy: "Mayor Ada Quill revealed a new bridge for the harbour on Monday.\n\nSorrel conceded the race to her in May.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let vouching = story.attributions.iter().enumerate().filter(|(index, one)| vouches(story, *index, one));
    vouching
        .map(|(_, one)| {
            let message = format!("\"{}\" vouches for what follows", story.str(&one.cue));
            let content = one.content.first().map(|content| story.span(content));
            Hit::new(message, story.span(&one.cue), "vouches for it").and(content, "is it established?")
        })
        .collect()
}

fn vouches(story: &Story<'_>, index: usize, one: &Attribution) -> bool {
    if one.stance != Stance::Confirms || story.watch(Watch::FACTIVE, &(one.head..one.head + 1)).is_none() {
        return false;
    }
    let sentence = story.sentence(one.head);
    let negated = one.cue.clone().any(|at| story.reading.token(at).is(Classes::NEGATION));
    let clause = one.form != Form::Direct && one.content.iter().any(|piece| story.is_clause(piece));
    // "refugees admitted to the country", "businesses exposed to the sea"
    let place = |at: usize| at < sentence.end && story.reading.tag(at) == Tag::Preposition;
    let let_in = place(one.cue.end - 1) || place(one.cue.end);
    let spoken = !one.unreal && !negated && clause && !let_in;
    let shown = story
        .watch(Watch::EVIDENCE | Watch::LEGAL | Watch::CONVICTED | Watch::POLL | Watch::COUNTED, &sentence)
        .is_some_and(|at| at.start != one.head);
    let by_person = story.mentions.sources[index].as_ref().is_some_and(|source| {
        matches!(
            story.mentions.agents[source.agent].kind,
            AgentKind::Person | AgentKind::Organisation | AgentKind::Anonymous | AgentKind::Group
        )
    });
    let in_story = matches!(story.block_kind(one.head), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.head);
    spoken && !shown && by_person && in_story && !story.reading.tokens.is_quoted(one.head)
}
