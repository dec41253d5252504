//! A contestable sentence with no source behind it.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::terms::{Form, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "claim-unattributed",
    summary: "a contestable sentence with no source behind it",
    severity: Some(Severity::Note),
    after: "Reuters, AP",
    what: "Finds sentences in the copy's own voice that say what is likely to be disputed: somebody lied, cheated, bribed, abused. The words are listed in `watch-words.txt`.",
    why: "What may be disputed should stand on somebody's word, or on what the reporter saw. In the copy's own voice the publication itself answers for it.",
    help: "say who says so, or how it is known",
    numbers: &[],
    bad: &[Example {
        title: "who says so?",
        copy: "The harbour bridge will close for a year.\n\nThe builders deliberately hid the cracks and bribed two inspectors.\n\nThe bridge opened in 1931.\n",
    }],
    good: &[
        Example {
            title: "the copy says who says so",
            copy: "The harbour bridge will close for a year.\n\nThe builders deliberately hid the cracks and bribed two inspectors, Mayor Ada Quill said.\n",
        },
        Example {
            title: "trap: public record",
            copy: "The harbour bridge will close for a year.\n\nTwo builders were convicted of fraud by a Larkhaven court in May.\n",
        },
        Example {
            title: "trap: a clause that only speaks of it",
            copy: "The town opened an office on Monday for people who have been defrauded.\n\nIt has two rooms.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let own = story.claims.iter().enumerate().filter(|(_, claim)| claim.form == Form::OwnVoice);
    own.filter_map(|(index, claim)| {
        let sentence = claim.occurrences[0].content[0].clone();
        let in_story = matches!(story.block_kind(sentence.start), BlockKind::Lead | BlockKind::Body)
            && !story.is_copy(sentence.start);
        let settled = Watch::LEGAL | Watch::CONVICTED | Watch::HISTORY | Watch::POLL | Watch::DISTANCE;
        let record = || story.watch(settled, &sentence).is_some();
        let word = story
            .told_act(Watch::CONTESTABLE, &sentence)
            .filter(|word| story.watch(Watch::ACCUSE, word).is_none())
            .filter(|_| in_story && !record() && !goes_on(story, sentence.start))?;
        Some(
            Hit::new("this may be disputed, and no source stands behind it", story.span(&sentence), "who says so?")
                .and(story.span(&word), "contestable")
                .about([index]),
        )
    })
    .collect()
}

/// Whether the sentence before, in the same paragraph, has a source: that is read on.
fn goes_on(story: &Story<'_>, start: usize) -> bool {
    let sentence = story.reading.tokens.sentence_at(start);
    let Some(before) = sentence.checked_sub(1) else { return false };
    let same = story.reading.tokens.sentences[before].block == story.reading.tokens.sentences[sentence].block;
    let from =
        story.attributions.partition_point(|one| one.cue.start < story.reading.tokens.sentences[before].tokens.start);
    same && story.attributions[from..].iter().take(12).any(|one| one.sentence == before && one.source.is_some())
}
