//! Two speakers' quotations in one paragraph, with no speaker between them.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::phrases::Tag;
use crate::terms::{AgentKind, Form, Severity};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "quote-run-on",
    summary: "two speakers' quotations in one paragraph with no speaker between them",
    severity: Some(Severity::Warning),
    after: "Reuters",
    what: "Finds a quotation that follows another speaker's in the same paragraph, before the reader learns that somebody else speaks.",
    why: "Until the second name comes, the second quotation reads as the first speaker's.",
    help: "begin a new paragraph for the new speaker, or name the speaker before the quotation",
    numbers: &[],
    bad: &[Example {
        title: "the second speaker comes after the quotation",
        copy: "The bridge will close on Monday.\n\n\"We were never told of it,\" said baker Ada Quill. \"We told everybody in May,\" said Mayor Ivo Sorrel.\n",
    }],
    good: &[
        Example {
            title: "a paragraph for each",
            copy: "The bridge will close on Monday.\n\n\"We were never told of it,\" said baker Ada Quill.\n\n\"We told everybody in May,\" said Mayor Ivo Sorrel.\n",
        },
        Example {
            title: "trap: the second speaker is named first",
            copy: "The bridge will close on Monday.\n\n\"We were never told of it,\" said baker Ada Quill. Mayor Ivo Sorrel said: \"We told everybody in May.\"\n",
        },
        Example {
            title: "trap: a dialogue",
            copy: "\"Is it open?\" asked Ada Quill. \"It is not open,\" said Ivo Sorrel. \"When will it be?\" asked Ada Quill. \"When it is,\" said Ivo Sorrel.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let quoted: Vec<(usize, &Attribution)> =
        story.attributions.iter().enumerate().filter(|(_, one)| is_quoted(story, one)).collect();
    let mut in_block: FxHashMap<usize, usize> = FxHashMap::default();
    quoted.iter().for_each(|(_, one)| *in_block.entry(story.block(one.cue.start)).or_default() += 1);
    // Three or more quotations in a paragraph take turns: that is a dialogue.
    let is_dialogue = |one: &Attribution| in_block[&story.block(one.cue.start)] > 2;
    let pairs = quoted.windows(2).filter(|pair| runs_on(story, pair[0], pair[1]) && !is_dialogue(pair[0].1));
    pairs.filter_map(|pair| hit(story, pair[0].1, pair[1].1)).collect()
}

fn is_quoted(story: &Story<'_>, one: &Attribution) -> bool {
    one.nested_in.is_none() && one.source.is_some() && one.form == Form::Direct && !story.is_copy(one.cue.start)
}

/// Whether the second one's quotation stands before its speaker, behind another speaker's in the same paragraph.
fn runs_on(story: &Story<'_>, (first, one): (usize, &Attribution), (second, other): (usize, &Attribution)) -> bool {
    let (Some(a), Some(b)) = (&story.mentions.sources[first], &story.mentions.sources[second]) else { return false };
    let person = |agent: usize| Some(&story.mentions.agents[agent]).filter(|agent| agent.kind == AgentKind::Person);
    let name = |agent: usize| person(agent)?.name.last_key(&story.reading);
    let two_people = name(a.agent).zip(name(b.agent)).is_some_and(|(one, other)| one != other);
    let (Some(start), Some(before), Some(source)) =
        (other.content.first().map(|piece| piece.start), &one.source, &other.source)
    else {
        return false;
    };
    let has_name = |range: &Range<usize>| range.clone().any(|at| story.reading.tag(at) == Tag::Proper);
    if !has_name(&before.range) || !has_name(&source.range) {
        return false;
    }
    let behind = start > one.cue.end && start < other.cue.start && start < source.range.start;
    let named = story.is_mentioned(b.agent, &(one.cue.start..start));
    behind && story.block(one.cue.start) == story.block(start) && a.sure && b.sure && two_people && !named
}

fn hit(story: &Story<'_>, one: &Attribution, other: &Attribution) -> Option<Hit> {
    let span = |attribution: &Attribution| attribution.source.as_ref().map(|source| story.span(&source.range));
    let hit = Hit::new(
        "reads as the speaker's before, and is another's",
        story.span(other.content.first()?),
        "who says this?",
    );
    Some(hit.and(span(one), "spoke last").and(span(other), "the speaker"))
}
