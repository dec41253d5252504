//! "Claimed", "alleged" where "said" would do.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "doubt-verb",
    summary: "claimed / alleged where said would do",
    severity: Some(Severity::Note),
    after: "style guides",
    what: "Finds verbs that cast doubt on the speaker: \"claimed\", \"alleged\", \"insisted\". Where the law wants it - a charge, a suit, a suspect - they are right.",
    why: "\"Claimed\" says that the writer does not believe it, without saying why not.",
    help: "write \"said\", and put what speaks against it into a sentence of its own",
    numbers: &[],
    bad: &[Example {
        title: "does the writer doubt it?",
        copy: "Mayor Ada Quill claimed that the bridge was inspected every year.\n\nIt opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "said",
            copy: "Mayor Ada Quill said that the bridge was inspected every year.\n\nIt opened in 1931.\n",
        },
        Example {
            title: "trap: a legal allegation",
            copy: "Prosecutors alleged that the builder had bribed two inspectors.\n\nThe bridge opened in 1931.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let doubting = story.attributions.iter().enumerate().filter(|(index, one)| doubts(story, *index, one));
    doubting
        .map(|(_, one)| {
            let message = format!("\"{}\" casts doubt on the speaker", story.str(&one.cue));
            Hit::new(message, story.span(&one.cue), "would \"said\" do?")
                .and(one.source.as_ref().map(|source| story.span(&source.range)), "the speaker")
        })
        .collect()
}

fn doubts(story: &Story<'_>, index: usize, one: &Attribution) -> bool {
    if story.watch(Watch::DOUBT, &(one.head..one.head + 1)).is_none() {
        return false;
    }
    let verb = story.reading.tag(one.head).is_verbal() && one.source.is_some() && !one.unreal;
    let legal = story.watch(Watch::LEGAL | Watch::CONVICTED, &story.sentence(one.head)).is_some();
    let speaker = story.mentions.sources[index].as_ref().map(|source| story.mentions.agents[source.agent].kind);
    let somebody = matches!(speaker, Some(AgentKind::Person | AgentKind::Organisation | AgentKind::Group));
    let in_story = matches!(story.block_kind(one.head), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.head);
    let clause =
        one.content.iter().any(|piece| piece.len() >= 4 && piece.clone().any(|at| story.reading.tag(at).is_finite()));
    verb && clause && !legal && somebody && in_story && !story.reading.tokens.is_quoted(one.head)
}
