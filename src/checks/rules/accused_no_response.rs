//! An allegation against a named party, and no reply.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity, Stance};
use rustc_hash::FxHashSet;
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
    let (heard, settled) = (LazyCell::new(|| heard(story)), LazyCell::new(|| settled(story)));
    let mut told = FxHashSet::default();
    let all = story.attributions.iter().enumerate();
    let accused = all.filter_map(|(index, one)| Some((index, accused(story, one)?)));
    let unheard = accused.filter(|(_, agent)| {
        let accused = &story.mentions.agents[*agent];
        let at = |mention: &Range<usize>| story.reading.tokens.sentence_at(mention.start);
        let answered = || accused.mentions.iter().any(|mention| settled.contains(&at(mention)));
        !answered() && !is_heard(story, accused, &heard)
    });
    unheard.filter(|(_, agent)| told.insert(*agent)).map(|(index, agent)| hit(story, index, agent)).collect()
}

/// The sentences that tell of a denial, a reply or a verdict.
fn settled(story: &Story<'_>) -> FxHashSet<usize> {
    let words = story.all_watched(Watch::CONVICTED | Watch::DENIAL).map(|word| word.start);
    let denials = story.attributions.iter().filter(|one| matches!(one.stance, Stance::Denies | Stance::Declines));
    words.chain(denials.map(|one| one.head)).map(|at| story.reading.tokens.sentence_at(at)).collect()
}

/// The named party that the attribution accuses: the noun phrase right behind "accused" or "blamed".
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
    let agent = story.mentions.starting_at(first).filter(|_| grave && named && object)?;
    matches!(story.mentions.agents[agent].kind, AgentKind::Person | AgentKind::Organisation).then_some(agent)
}

/// "|Sorrel was accused by Quill of …": whether the first piece of content is the subject of a passive.
fn is_subject(story: &Story<'_>, one: &Attribution) -> bool {
    let passive = one.cue.clone().any(|at| story.reading.tag(at) == Tag::Be);
    passive && one.content.first().is_some_and(|piece| piece.end == one.cue.start)
}

/// The words of the names, roles and bodies of all who speak.
fn heard(story: &Story<'_>) -> FxHashSet<String> {
    let speakers = story.mentions.agents.iter().filter(|agent| agent.spoke);
    let ties = speakers.flat_map(|agent| [agent.affiliation, agent.role, Some(&*agent.canonical)]);
    ties.flatten().flat_map(words).collect()
}

/// Words in lower case, without marks and a possessive's ending.
fn words(name: &str) -> impl Iterator<Item = String> {
    let plain = name.to_lowercase().replace("'s", "").replace("’s", "");
    let words: Vec<String> = plain.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.into_iter().filter(|word| !word.is_empty())
}

/// Whether the accused speaks, or somebody who belongs to them.
fn is_heard(story: &Story<'_>, accused: &Agent<'_>, heard: &FxHashSet<String>) -> bool {
    let name = accused.name.last(&story.reading).map_or(&*accused.canonical, |surname| story.reading.str(surname));
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
