//! "Sources" that elsewhere turn out to be one.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::phrases::Tag;
use crate::terms::{AgentKind, Severity};
use crate::tokens::keys;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "plural-mismatch",
    summary: "\"sources\" that elsewhere turn out to be one",
    severity: Some(Severity::Error),
    after: "Reuters",
    what: "Finds copy that first has a claim from \"sources\", and later speaks of \"the source\" although no single one was introduced.",
    why: "A plural says that two people or more confirmed it. If there was one, the reader is deceived about how sure it is.",
    help: "say how many there were, everywhere the same",
    numbers: &[],
    bad: &[
        Example {
            title: "sources, then the source",
            copy: "The port of Larkhaven will be sold in May, industry sources said on Monday.\n\nThe price is 40 million crowns, the source said.\n",
        },
        Example {
            title: "sources who are described",
            copy: "The deal will be signed in May, sources close to the talks said.\n\nThe price is settled, the source said.\n",
        },
    ],
    good: &[
        Example {
            title: "one, everywhere",
            copy: "The port of Larkhaven will be sold in May, a industry source said on Monday.\n\nThe price is 40 million crowns, the source said.\n",
        },
        Example {
            title: "trap: two distinct sources",
            copy: "The port of Larkhaven will be sold in May, industry sources said on Monday.\n\nA union source said the port would be closed. The workers will strike, the source said.\n",
        },
        Example {
            title: "trap: one of them",
            copy: "The port of Larkhaven will be sold in May, two industry sources said on Monday.\n\nOne of the sources had seen the contract. The price is 40 million crowns, the source said.\n",
        },
    ],
    find,
};

/// The nouns that are looked at: singular and plural.
const NOUNS: [(&str, &str); 3] = [("source", "sources"), ("insider", "insiders"), ("aide", "aides")];

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    NOUNS.iter().filter_map(|(one, many)| mismatch(story, one, many)).collect()
}

/// The first "the source said" behind "sources said", with no single source met before.
fn mismatch(story: &Story<'_>, one: &str, many: &str) -> Option<Hit> {
    let mut plural: Option<Range<usize>> = None;
    for at in story.all_watched(Watch::HIDDEN).filter(|words| words.len() == 1).map(|words| words.start) {
        if story.reading.is_word(at, many) {
            plural = plural.or_else(|| speaking(story, at));
            if at > 1 && story.reading.is_any(at - 2, keys!["of", "one"]) {
                return None;
            }
        } else if story.reading.is_word(at, one) && story.paragraph(at).is_some() {
            let plural = plural?;
            let single = speaking(story, at).filter(|mention| is_the(story, mention))?;
            let message =
                format!("\"{}\" here, \"{}\" there: how many are there?", story.str(&plural), story.str(&single));
            return Some(Hit::new(message, story.span(&single), "one").and(story.span(&plural), "several"));
        }
    }
    None
}

/// The source of an attribution that the noun heads.
fn speaking(story: &Story<'_>, at: usize) -> Option<Range<usize>> {
    let from = story.attributions.partition_point(|one| one.cue.start + 60 < at);
    let near = (from..story.attributions.len()).take_while(|index| story.attributions[*index].cue.start < at + 60);
    let holds = |index: usize| {
        let range = &story.attributions[index].source.as_ref().filter(|source| source.range.contains(&at))?.range;
        let agent = story.mentions.sources[index].as_ref()?.agent;
        (story.mentions.agents[agent].kind == AgentKind::Anonymous).then(|| range.clone())
    };
    near.into_iter().find_map(holds)
}

/// "the source" and nothing more.
fn is_the(story: &Story<'_>, mention: &Range<usize>) -> bool {
    mention.len() == 2
        && story.reading.tag(mention.start) == Tag::Determiner
        && story.reading.is_word(mention.start, "the")
}
