//! The speaker is named only after several quoted sentences.

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::phrases::Tag;
use crate::terms::Severity;
use crate::tokens::Quotation;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "quote-late-speaker",
    summary: "the speaker is named only after the first quoted sentence",
    severity: Some(Severity::Warning),
    after: "Reuters",
    what: "Finds quotations of several sentences whose speaker stands only behind them, and is nobody whom the copy has just named.",
    why: "The reader takes in whole sentences without knowing whose they are, and takes them for the last speaker's.",
    help: "name the speaker before the quotation, or after its first sentence",
    numbers: &[Number {
        name: "sentences",
        default: 1,
        what: "how many quoted sentences may stand before the speaker",
    }],
    bad: &[Example {
        title: "three sentences, then the speaker",
        copy: "The harbour bridge closed on Monday for a year of works.\n\n\
               \"We were never told. Nobody came to see us. The ferry is too small,\" said Ada Quill, who runs a bakery.\n",
    }],
    good: &[
        Example {
            title: "the speaker stands after the first sentence",
            copy: "The harbour bridge closed on Monday for a year of works.\n\n\
                   \"We were never told,\" said Ada Quill, who runs a bakery. \"Nobody came to see us. The ferry is too small.\"\n",
        },
        Example {
            title: "trap: the speaker is carried over from the sentence before",
            copy: "Ada Quill, who runs a bakery, was angry when the bridge closed on Monday.\n\n\
                   \"We were never told. Nobody came to see us. The ferry is too small,\" Quill said.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let speeches = story.attributions.iter().enumerate().filter(|(_, one)| one.nested_in.is_none());
    speeches.filter_map(|(index, one)| late(story, options.number("sentences"), index, one)).collect()
}

/// A hit where too many quoted sentences stand before the attribution's speaker.
fn late(story: &Story<'_>, most: usize, index: usize, attribution: &Attribution) -> Option<Hit> {
    let source = &attribution.source.as_ref()?.range;
    let speaker = source.start.min(attribution.cue.start);
    let quotation = quotation_before(story, attribution, speaker)?;
    let start = quotation.tokens.start;
    let sentences = attribution.sentence - story.reading.tokens.sentence_at(start);
    let unnamed = !source.clone().any(|at| story.reading.tag(at) == Tag::Proper);
    if sentences < most.max(1) || unnamed || story.is_copy(start) || is_just_named(story, index, start) {
        return None;
    }
    let message = format!("{} quoted sentences before the reader learns who speaks", sentences + 1);
    let place = story.span(&(source.start..source.end));
    Some(Hit::new(message, story.span(&quotation.tokens), "who says this?").and(place, "the speaker"))
}

/// The quotation that ends right before the speaker and began in an earlier sentence of the paragraph.
fn quotation_before<'a>(story: &Story<'a>, attribution: &Attribution, speaker: usize) -> Option<&'a Quotation> {
    let sentence = &story.reading.tokens.sentences[attribution.sentence].tokens;
    let near = speaker.saturating_sub(2)..speaker;
    let index = near.rev().find_map(|at| story.reading.tokens.quotation_at(at))?;
    let quotation = &story.reading.tokens.quotations[index];
    let early = quotation.closed && quotation.tokens.start < sentence.start && quotation.continues.is_none();
    let overlaps = |piece: &Range<usize>| piece.start < quotation.tokens.end && quotation.tokens.start < piece.end;
    let own = || attribution.content.iter().any(overlaps);
    let here = || story.block(quotation.tokens.start) == story.block(speaker);
    (early && own() && here()).then_some(quotation)
}

/// Whether the speaker has a mention in the paragraph before the quotation, or in its own before it.
fn is_just_named(story: &Story<'_>, index: usize, start: usize) -> bool {
    let Some(agent) = story.mentions.sources[index].as_ref().map(|resolved| resolved.agent) else { return true };
    let sentence = story.reading.tokens.sentence_at(start);
    let from = story.reading.tokens.sentences[sentence.saturating_sub(3)].tokens.start;
    let name = story.mentions.agents[agent].name.last_key(&story.reading);
    let surname = |at: usize| name == Some(story.reading.token(at).key);
    (from..start).any(surname) || story.is_mentioned(agent, &(from..start))
}
