//! A number of dead or injured with no source.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::document::BlockKind;
use crate::lexicon::{Classes, Watch};
use crate::phrases::Tag;
use crate::terms::{Form, Severity};
use crate::tokens::keys;
use crate::words::Kind;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "toll-unsourced",
    summary: "a number of dead or injured with no source",
    severity: Some(Severity::Error),
    after: "AFP",
    what: "Finds numbers of dead, injured or missing in the copy's own voice, where neither the sentence nor its paragraph has a source, and the number stands with one nowhere else. What lies in the past is left alone.",
    why: "Tolls are counted by somebody: a hospital, the police, a ministry at war. They change, they differ, and they are used.",
    help: "say who counts: \"…, the fire brigade said\"",
    numbers: &[Number {
        name: "paragraphs",
        default: 3,
        what: "in how many first paragraphs it looks: what comes later is mostly background",
    }],
    bad: &[Example {
        title: "who counted?",
        copy: "The harbour bridge fell on Monday.\n\nAt least 14 people were killed and 30 injured.\n\nIt opened in spring.\n",
    }],
    good: &[
        Example {
            title: "the fire brigade counted",
            copy: "The harbour bridge fell on Monday.\n\nAt least 14 people were killed and 30 injured, the fire brigade said.\n",
        },
        Example {
            title: "trap: history",
            copy: "The harbour bridge was shut on Monday.\n\nIn 1931, 14 people were killed when the bridge fell.\n\nTwo years ago 30 people were injured.\n",
        },
        Example {
            title: "trap: the same number has a source elsewhere",
            copy: "The harbour bridge fell on Monday, killing 14 people, the fire brigade said.\n\nIt had two lanes.\n\nThe 14 people killed were on their way to work.\n",
        },
    ],
    find,
};

/// How near a number must stand to the word, in tokens.
const NEAR: usize = 5;

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let own = story.claims.iter().enumerate().filter(|(_, claim)| claim.form == Form::OwnVoice);
    let sourced = LazyCell::new(|| Sourced::of(story));
    own.filter_map(|(index, claim)| {
        let sentence = claim.occurrences[0].content[0].clone();
        let (word, number) = toll(story, &sentence)?;
        let early = story.paragraph(sentence.start).is_some_and(|paragraph| paragraph < options.number("paragraphs"));
        let open = early && is_news(story, &sentence) && !sourced.covers(story, &number);
        let span = story.span(&number).to(story.span(&word));
        open.then(|| Hit::new("a toll with no source", span, "who counted?").about([index]))
    })
    .collect()
}

/// The word that tells of dead or injured, and the number beside it.
fn toll(story: &Story<'_>, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let word = story.watch(Watch::TOLL, sentence)?;
    let near = word.start.saturating_sub(NEAR).max(sentence.start)..(word.end + NEAR).min(sentence.end);
    let number = near.clone().find(|at| counts(story, *at))?;
    Some((word, number..number + 1))
}

/// A number of people: no year, no age, no "one of".
fn counts(story: &Story<'_>, at: usize) -> bool {
    let token = story.reading.token(at);
    let digits = token.kind == Kind::Number && !is_year(story.reading.str(at));
    let word =
        token.is(Classes::NUMBER_WORD) && story.reading.tag(at) == Tag::Number && !story.reading.is_word(at, "one");
    let next = story.reading.tokens.all.get(at + 1);
    let people = next.is_some_and(|next| next.is_word() && !next.is(Classes::MONTH | Classes::TIME));
    let other = story.reading.tokens.all.len() > at + 1
        && story.reading.is_any(
            at + 1,
            keys!["percent", "per", "years", "days", "hours", "weeks", "months", "times", "minutes", "year-old"],
        );
    (digits || word) && people && !other
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|year: u16| (1700..2100).contains(&year))
}

/// Whether the sentence tells of now: no year in it, nothing that puts it in the past, no court.
fn is_news(story: &Story<'_>, sentence: &Range<usize>) -> bool {
    let in_story =
        matches!(story.block_kind(sentence.start), BlockKind::Lead | BlockKind::Body) && !story.is_copy(sentence.start);
    let dated = |at: usize| {
        is_year(story.reading.str(at))
            || story.reading.token(at).is(Classes::MONTH) && story.reading.token(at).is_capitalised()
    };
    let year = sentence.clone().any(dated);
    let past = story.watch(Watch::HISTORY | Watch::LEGAL | Watch::CONVICTED | Watch::POLL, sentence).is_some();
    let before = sentence.start.checked_sub(1).map_or(sentence.clone(), |at| story.sentence(at));
    let timed =
        |at: usize| story.reading.token(at).is(Classes::WEEKDAY) || story.reading.is_any(at, keys!["today", "tonight"]);
    let now = sentence.clone().chain(before).any(timed);
    in_story && now && !year && !past && story.reading.str(sentence.end - 1) != "?"
}

/// What has a source: blocks, and numbers.
struct Sourced<'a> {
    blocks: FxHashSet<usize>,
    numbers: FxHashSet<&'a str>,
}

impl<'a> Sourced<'a> {
    fn of(story: &Story<'a>) -> Self {
        let sources = story.attributions.iter().filter(|one| one.source.is_some());
        let occurrences = story.attributed().flat_map(|(_, claim)| &claim.occurrences);
        let tokens = occurrences.flat_map(|one| one.content.iter().cloned().flatten());
        Self {
            blocks: sources.map(|one| story.block(one.cue.start)).collect(),
            numbers: tokens.filter(|at| counts(story, *at)).map(|at| story.reading.str(at)).collect(),
        }
    }

    /// Whether the number's paragraph has a source, or the same number stands in a claim that has one.
    fn covers(&self, story: &Story<'_>, number: &Range<usize>) -> bool {
        self.blocks.contains(&story.block(number.start)) || self.numbers.contains(story.str(number))
    }
}
