//! An allegation against a named party, and no reply.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity, Stance};
use rustc_hash::{FxHashMap, FxHashSet};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "accused-no-response",
    summary: "an allegation against a named party with no reply and no \"could not be reached\"",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds \"X accused Y of …\" some wrongdoing where Y, a person or body with a name, says nothing in the whole copy, nobody speaks for Y, and the copy does not say that it asked.",
    why: "Whoever is accused must be heard. The reader has to know that the desk asked.",
    help: "give the reply, or say that there was none: \"did not respond to a request for comment\"",
    numbers: &[],
    bad: &[Example {
        title: "the builder is not heard",
        copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\nThe bridge opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "the builder replies",
            copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\n\"There were none,\" Sorrel said.\n",
        },
        Example {
            title: "the builder was asked",
            copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\nSorrel did not respond to a request for comment.\n",
        },
        Example {
            title: "trap: a conviction",
            copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\nSorrel was convicted of fraud in May.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let settled = Watch::NO_REPLY | Watch::CONVICTED | Watch::DENIAL;
    let denied = story.attributions.iter().any(|one| matches!(one.stance, Stance::Denies | Stance::Declines));
    if denied || story.all_watched(settled).next().is_some() {
        return Vec::new();
    }
    let by_start: FxHashMap<usize, usize> = mentions_by_start(story);
    let mut told = FxHashSet::default();
    let accused = story.attributions.iter().filter_map(|one| Some((one, accused(story, one, &by_start)?)));
    let unheard = accused.filter(|(_, agent)| !is_heard(story, &story.mentions.agents[*agent]));
    unheard.filter(|(_, agent)| told.insert(*agent)).map(|(one, agent)| hit(story, one, agent)).collect()
}

fn mentions_by_start(story: &Story<'_>) -> FxHashMap<usize, usize> {
    let agents = story.mentions.agents.iter().enumerate();
    agents.flat_map(|(index, agent)| agent.mentions.iter().map(move |mention| (mention.start, index))).collect()
}

/// The named party that the attribution accuses: the noun phrase right behind "accused" or "blamed".
fn accused(story: &Story<'_>, one: &Attribution, by_start: &FxHashMap<usize, usize>) -> Option<usize> {
    let verb =
        story.reading.tag(one.head).is_verbal() && story.watch(Watch::ACCUSE, &(one.head..one.head + 1)).is_some();
    let in_story = matches!(story.block_kind(one.head), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.head);
    let first = one.content.first().filter(|_| verb && in_story && one.source.is_some() && !one.unreal)?.start;
    let grave = one.content.iter().any(|piece| story.watch(Watch::CONTESTABLE, piece).is_some());
    let named = story
        .reading
        .phrases
        .noun_at(first)
        .is_some_and(|noun| noun.clone().any(|at| story.reading.tag(at) == Tag::Proper));
    let agent = *by_start.get(&first).filter(|_| grave && named && first == one.cue.end)?;
    matches!(story.mentions.agents[agent].kind, AgentKind::Person | AgentKind::Organisation).then_some(agent)
}

/// Whether the accused speaks, or somebody who belongs to them.
fn is_heard(story: &Story<'_>, accused: &Agent) -> bool {
    let name = accused.name.last().map_or(accused.canonical.as_str(), String::as_str).to_lowercase();
    let for_them = |agent: &&Agent| {
        let ties = agent.affiliation.iter().chain(&agent.role).chain([&agent.canonical]);
        agent.spoke && ties.into_iter().any(|tie| tie.to_lowercase().contains(&name))
    };
    accused.spoke || story.mentions.agents.iter().any(|agent| for_them(&agent))
}

fn hit(story: &Story<'_>, one: &Attribution, agent: usize) -> Hit {
    let name = &story.mentions.agents[agent].canonical;
    let span = one.content.first().map_or(story.span(&one.cue), |content| story.span(content));
    let claim = story
        .claims
        .iter()
        .position(|claim| claim.chain.last().is_some_and(|root| root.cue.as_ref() == Some(&one.cue)));
    Hit::new(format!("{name} is accused, and not heard"), span, "the allegation")
        .and(one.source.as_ref().map(|source| story.span(&source.range)), "the accuser")
        .about(claim)
}
