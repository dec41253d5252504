//! "Reportedly", "it emerged": a hop with nobody in it.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::terms::Severity;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "chain-truncated",
    summary: "\"reportedly\", \"it emerged\", \"it is understood\": a hop with nobody in it",
    severity: Some(Severity::Warning),
    after: "AFP, BBC",
    what: "Finds claims that somebody is said to have reported, without a word about who, in the sentence or the one behind it.",
    why: "\"Reportedly\" says that there is a source, and keeps it back. The reader cannot follow the chain, and nor can the desk.",
    help: "name who reports it, or say it in your own voice if you know it",
    numbers: &[],
    bad: &[
        Example {
            title: "who reports it?",
            copy: "The harbour bridge opened in 1931.\n\nThe second bridge is reportedly cracked too.\n\nIt has two lanes.\n",
        },
        Example {
            title: "to whom did it emerge?",
            copy: "The harbour bridge opened in 1931.\n\nIt has emerged that the second bridge is cracked too.\n\nIt has two lanes.\n",
        },
    ],
    good: &[
        Example {
            title: "somebody reports it",
            copy: "The harbour bridge opened in 1931.\n\nThe second bridge is cracked too, the BBC reported.\n\nIt has two lanes.\n",
        },
        Example {
            title: "trap: the agent stands in the next sentence",
            copy: "The harbour bridge opened in 1931.\n\nThe second bridge is reportedly cracked too. The BBC reported that its piers had moved.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let hearsay = story.attributions.iter().enumerate().filter(|(_, one)| is_hearsay(story, one));
    let bare = hearsay.filter(|(_, one)| !has_agent(story, one));
    bare.map(|(index, one)| hit(story, index, one)).collect()
}

fn is_hearsay(story: &Story<'_>, one: &Attribution) -> bool {
    let listed = || story.watch(Watch::HEARSAY, &sentence_part(story, one)).is_some();
    let in_story = || {
        matches!(story.block_kind(one.cue.start), BlockKind::Lead | BlockKind::Body) && !story.is_copy(one.cue.start)
    };
    one.source.is_none() && listed() && in_story() && !story.reading.tokens.is_quoted(one.head)
}

/// The cue with three words before it: "it has" emerged.
fn sentence_part(story: &Story<'_>, one: &Attribution) -> Range<usize> {
    let start = story.reading.tokens.sentences[one.sentence].tokens.start;
    one.cue.start.saturating_sub(3).max(start)..one.cue.end
}

/// Whether somebody speaks in the same sentence, or in the next one of the paragraph.
fn has_agent(story: &Story<'_>, one: &Attribution) -> bool {
    let sentences = &story.reading.tokens.sentences;
    let block = sentences[one.sentence].block;
    let from = story.attributions.partition_point(|other| other.cue.start < sentences[one.sentence].tokens.start);
    let near = story.attributions[from..].iter().take(24).take_while(|other| other.sentence <= one.sentence + 1);
    near.into_iter().any(|other| {
        let here = other.sentence == one.sentence || sentences[other.sentence].block == block;
        here && other.source.is_some() && other.stance.carries_hop() && !other.unreal
    })
}

fn hit(story: &Story<'_>, index: usize, one: &Attribution) -> Hit {
    let message = format!("\"{}\": a hop with nobody in it", story.str(&one.cue));
    Hit::new(message, story.span(&story.sentence(one.head)), "the claim")
        .and(story.span(&one.cue), "by whom?")
        .about(story.claim_of(index))
}
