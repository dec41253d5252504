//! No source in the first two paragraphs.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "lead-no-source",
    summary: "no source in the first two paragraphs",
    severity: Some(Severity::Warning),
    after: "AFP",
    what: "Finds stories that tell something contestable in their first paragraphs and name nobody there who says so.",
    why: "Many readers see the first two paragraphs and no more. What they should doubt or believe depends on who says it.",
    help: "name the source in the first or second paragraph",
    numbers: &[
        Number { name: "paragraphs", default: 2, what: "how many paragraphs may pass without a source" },
        Number { name: "least", default: 4, what: "stories with fewer paragraphs are left alone" },
    ],
    bad: &[
        Example {
            title: "the source comes in the third paragraph",
            copy: "The company that built the harbour bridge bribed two inspectors.\n\nThe money went through an account in Halden, and the cracks were never written down.\n\n\
               \"They were paid to look away,\" Mayor Ada Quill said.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "who counted the dead?",
            copy: "Four soldiers were killed near the border on Monday.\n\nA patrol was shot at from a wood.\n\n\"It was an ambush,\" Colonel Ivo Sorrel said.\n\nThe border has been shut since May.\n",
        },
    ],
    good: &[
        Example {
            title: "the source stands in the first paragraph",
            copy: "The company that built the harbour bridge bribed two inspectors, Mayor Ada Quill said on Monday.\n\nThe money went through an account in Halden.\n\n\
                   \"They were paid to look away,\" Quill said.\n\nThe bridge opened in 1931.\n",
        },
        Example {
            title: "trap: an uncontested event",
            copy: "The harbour bridge opened on Monday after a year of works.\n\nIt has two lanes and a path for bicycles.\n\n\"It is beautiful,\" Mayor Ada Quill said.\n\nThe old one opened in 1931.\n",
        },
        Example {
            title: "trap: only spoken of",
            copy: "A workshop on fraud and money laundering opened in Larkhaven on Monday.\n\nIt is for bankers who have been cheated.\n\n\"We are glad to see them,\" Mayor Ada Quill said.\n\nIt ends on Friday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    hit(story, options.number("paragraphs"), options.number("least")).into_iter().collect()
}

fn hit(story: &Story<'_>, paragraphs: usize, least: usize) -> Option<Hit> {
    if story.paragraph_count() < least.max(1) || paragraphs == 0 {
        return None;
    }
    let (first, last) = (story.paragraph_tokens(0), story.paragraph_tokens(paragraphs - 1));
    let lead = first.start..last.end.max(first.end);
    let sourced = story.attributions.iter().any(|one| lead.contains(&one.cue.start) && one.source.is_some());
    let kept = Watch::LEGAL | Watch::DISTANCE | Watch::POLL | Watch::HISTORY | Watch::CONVICTED;
    let word = story.told_act(Watch::CONTESTABLE | Watch::TOLL, &lead);
    let word = word.filter(|_| !sourced && story.watch(kept, &lead).is_none())?;
    let sentence = story.sentence(word.start);
    Some(
        Hit::new("no source in the first paragraphs", story.span(&sentence), "who says so?")
            .and(story.span(&word), "contestable"),
    )
}
