//! An allegation against a named party, and no reply.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity, Stance};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::LazyCell;
use std::ops::Range;

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
    bad: &[
        Example {
            title: "the builder is not heard",
            copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "the company is not heard",
            copy: "The union accused Weissflut of firing nine deckhands because they had struck in May.\n\nThe strike lasted a week, the union said.\n",
        },
        Example {
            title: "the passive",
            copy: "Builder Ivo Sorrel was accused by Mayor Ada Quill of bribing two inspectors.\n\nThe bridge opened in 1931.\n",
        },
    ],
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
        Example {
            title: "trap: somebody else denies something else",
            copy: "Mayor Ada Quill accused builder Ivo Sorrel of bribing two inspectors.\n\nThe inspectors have denied it, and Sorrel has called it a lie.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let has = |list: Watch| story.all_watched(list).next().is_some();
    if has(Watch::NO_REPLY) || !has(Watch::ACCUSE) {
        return Vec::new();
    }
    let by_start = LazyCell::new(|| mentions_by_start(story));
    let (heard, settled) = (LazyCell::new(|| heard(story)), LazyCell::new(|| settled(story)));
    let mut told = FxHashSet::default();
    let all = story.attributions.iter().enumerate();
    let accused = all.filter_map(|(index, one)| {
        let start = accused(story, one)?;
        Some((index, *by_start.get(&start)?))
    });
    let unheard = accused.filter(|(_, agent)| {
        let accused = &story.mentions.agents[*agent];
        let is_party = matches!(accused.kind, AgentKind::Person | AgentKind::Organisation);
        let at = |mention: &Range<usize>| story.reading.tokens.sentence_at(mention.start);
        let answered = || accused.mentions.iter().any(|mention| settled.contains(&at(mention)));
        is_party && !answered() && !is_heard(accused, &heard)
    });
    unheard.filter(|(_, agent)| told.insert(*agent)).map(|(index, agent)| hit(story, index, agent)).collect()
}

/// The sentences that tell of a denial, a reply or a verdict.
fn settled(story: &Story<'_>) -> FxHashSet<usize> {
    let words = story.all_watched(Watch::CONVICTED | Watch::DENIAL).map(|word| word.start);
    let denials = story.attributions.iter().filter(|one| matches!(one.stance, Stance::Denies | Stance::Declines));
    words.chain(denials.map(|one| one.head)).map(|at| story.reading.tokens.sentence_at(at)).collect()
}

fn mentions_by_start(story: &Story<'_>) -> FxHashMap<usize, usize> {
    let agents = story.mentions.agents.iter().enumerate();
    agents.flat_map(|(index, agent)| agent.mentions.iter().map(move |mention| (mention.start, index))).collect()
}

/// Where the name begins of the one whom the attribution accuses: the noun phrase right behind "accused" or "blamed".
fn accused(story: &Story<'_>, one: &Attribution) -> Option<usize> {
    let verb =
        story.reading.tag(one.head).is_verbal() && story.watch(Watch::ACCUSE, &(one.head..one.head + 1)).is_some();
    let in_story = matches!(story.block_kind(one.head), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.head);
    let first = one.content.first().filter(|_| verb && in_story && one.source.is_some() && !one.unreal)?.start;
    let grave = one.content.iter().any(|piece| {
        let of = (piece.start..piece.end.saturating_sub(1))
            .any(|at| story.reading.is_word(at, "of") && story.reading.tag(at + 1) == Tag::Ing);
        of || story.watch(Watch::CONTESTABLE | Watch::TOLL, piece).is_some()
    });
    let named = story
        .reading
        .phrases
        .noun_at(first)
        .is_some_and(|noun| noun.clone().any(|at| story.reading.tag(at) == Tag::Proper));
    let object = first == one.cue.end || is_subject(story, one);
    (grave && named && object).then_some(first)
}

/// "|Sorrel was accused by Quill of …": whether the first piece of content is the subject of a passive.
fn is_subject(story: &Story<'_>, one: &Attribution) -> bool {
    let passive = one.cue.clone().any(|at| story.reading.tag(at) == Tag::Be);
    passive && one.content.first().is_some_and(|piece| piece.end == one.cue.start)
}

/// The words of the names, roles and bodies of all who speak.
fn heard(story: &Story<'_>) -> FxHashSet<String> {
    let speakers = story.mentions.agents.iter().filter(|agent| agent.spoke);
    let ties = speakers.flat_map(|agent| agent.affiliation.iter().chain(&agent.role).chain([&agent.canonical]));
    ties.flat_map(|tie| words(tie)).collect()
}

/// Words in lower case, without marks and a possessive's ending.
fn words(name: &str) -> impl Iterator<Item = String> {
    let plain = name.to_lowercase().replace("'s", "").replace("’s", "");
    let words: Vec<String> = plain.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.into_iter().filter(|word| !word.is_empty())
}

/// Whether the accused speaks, or somebody who belongs to them.
fn is_heard(accused: &Agent, heard: &FxHashSet<String>) -> bool {
    let name = accused.name.last().unwrap_or(&accused.canonical);
    accused.spoke || words(name).last().is_some_and(|word| heard.contains(&word))
}

fn hit(story: &Story<'_>, index: usize, agent: usize) -> Hit {
    let one = &story.attributions[index];
    let name = &story.mentions.agents[agent].canonical;
    let span = one.content.first().map_or(story.span(&one.cue), |content| story.span(content));
    Hit::new(format!("{name} is accused, and not heard"), span, "the allegation")
        .and(one.source.as_ref().map(|source| story.span(&source.range)), "the accuser")
        .about(story.claim_of(index))
}
