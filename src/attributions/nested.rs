//! What an attribution inside another's content must show.
//!
//! The weights are fitted where no such attributions are marked; these rules stand in for examples.

use super::candidate::{Candidate, Site};
use super::cue::{self, Form};
use super::parts::source::{Source, speaks};
use super::score::head_of;
use super::view::Reading;
use crate::lexicon::{Classes, Part};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use std::ops::Range;

/// The log-odds that a candidate needs where it stands inside another's content; infinite where it can be none.
pub fn odds(site: &Site<'_>, candidate: &Candidate) -> f32 {
    let reading = &site.reading;
    let source = candidate.source.as_ref();
    let bare = is_bare(reading, candidate);
    let unlikely = source.is_some_and(|source| !may_speak(reading, source));
    match site.cue().cue.stance {
        _ if unlikely && (bare || source.is_some_and(|source| is_anybody(reading, source))) => NEVER,
        // "decisions must not be allowed to …"
        _ if source.is_none() && cue::is_unreal(reading, site.cue()) => NEVER,
        // "declined |to comment", "plans |to say": the same subject's one act
        _ if site.cue().form == Form::Infinitive && follows_cue(site) => NEVER,
        _ if bare && cue::is_unreal(reading, site.cue()) => EVEN,
        _ if site.cue().form == Form::Infinitive => EVEN,
        Stance::Witnesses if source.is_some_and(|source| is_document(reading, source)) => EVEN,
        Stance::Witnesses if source.is_some_and(|source| is_human(reading, source)) => WITNESS,
        Stance::Witnesses => NEVER,
        _ if unlikely => DOUBTFUL,
        _ if site.cue().cue.part == Part::Noun && source.is_some() => NOUN,
        Stance::Says | Stance::Confirms | Stance::Doubts if bare => ACT,
        Stance::Believes | Stance::Intends if !bare => ATTITUDE,
        _ => CLAUSE,
    }
}

/// Whether another cue stands right before this one and its "to".
fn follows_cue(site: &Site<'_>) -> bool {
    let before = site.index.checked_sub(1).map(|index| &site.groups[index]);
    before.is_some_and(|before| before.is_verb() && before.tokens.end + 1 >= site.cue().tokens.start)
}

/// No score is enough.
const NEVER: f32 = f32::INFINITY;
/// As likely as not.
const EVEN: f32 = 0.0;
/// "we must show", "you can see": what somebody sees is seldom told of.
const WITNESS: f32 = 1.0;
/// Who hardly can speak has said something only where a clause shows it.
const DOUBTFUL: f32 = -1.0;
/// A verb with an object is oftener an act ("signed the pact") than a statement.
const ACT: f32 = -0.55;
/// "Russia's claim that": the possessor leaves little doubt.
const NOUN: f32 = -3.5;
/// "they want to leave", "it hopes that": seldom anything else.
const ATTITUDE: f32 = -3.0;
/// The fit says too little of the rest.
const CLAUSE: f32 = -1.65;

/// Whether cue and content stand inside one pair of quotation marks.
pub fn is_quoted(reading: &Reading<'_>, cue: &Range<usize>, content: &[Range<usize>]) -> bool {
    let quotation = reading.tokens.quotation_at(cue.start);
    let around = quotation.map(|index| &reading.tokens.quotations[index].tokens);
    let whole =
        |range: &Range<usize>| around.is_some_and(|around| around.start < range.start && range.end <= around.end);
    whole(cue) && content.iter().all(whole)
}

/// Content that is a thing and no clause: "signed the accord", "to voice his support".
fn is_bare(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let start = candidate.content[0].start;
    let opens = || {
        matches!(reading.tag(start), Tag::That | Tag::To | Tag::Wh | Tag::Relative)
            || reading.tokens.quotation_at(start).is_some_and(|q| reading.tokens.quotations[q].tokens.start == start)
    };
    match candidate.rule.text() {
        "source-first-noun" => true,
        "source-first" => !opens() && !has_verb(reading, candidate),
        _ => false,
    }
}

fn has_verb(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    candidate.content.iter().any(|piece| reading.has_finite(piece.clone()))
}

/// A name, a noun that heads sources, a share of those asked, or a pronoun that may stand for one.
fn may_speak(reading: &Reading<'_>, source: &Source) -> bool {
    let range = source.antecedent.as_ref().unwrap_or(&source.range);
    let vague = is_anybody(reading, source)
        || range.len() == 1
            && reading.is_any(range.start, keys!["this", "that", "such", "few", "there", "what", "where"]);
    let share = || range.clone().any(|at| reading.is_any(at, keys!["percent", "%", "cent"]));
    let owner = reading.token(range.start).is(Classes::POSSESSIVE_DETERMINER);
    !vague && (owner || speaks(reading, range) || share())
}

/// "had never been told by |anyone": nobody said so.
fn is_anybody(reading: &Reading<'_>, source: &Source) -> bool {
    reading.is_any(source.range.start, keys!["anybody", "anyone", "nobody"])
}

fn is_document(reading: &Reading<'_>, source: &Source) -> bool {
    reading.token(head_of(reading, source)).is(Classes::DOCUMENT_NOUN)
}

fn is_human(reading: &Reading<'_>, source: &Source) -> bool {
    let head = head_of(reading, source);
    let human = Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN | Classes::ORGANISATION_NOUN;
    match reading.tag(head) {
        Tag::Pronoun => !reading.is_any(head, keys!["it", "this", "that"]),
        Tag::Proper | Tag::Relative => true,
        _ => reading.token(head).is(human),
    }
}
