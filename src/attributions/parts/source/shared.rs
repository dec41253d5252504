//! The subject that a cue shares with an earlier verb of its sentence.

use super::after::source_after;
use super::verbs::{states, takes_clause};
use super::{Source, Way, speaks, subject_before};
use crate::attributions::view::Reading;
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// How many earlier verbs are asked for their subject.
const SHARED_REACH: usize = 6;

/// The subject of an earlier verb of the sentence: "X announced A and |said B", "…, |adding that".
///
/// A verb that attributes comes before the nearest one: in "she said it was late and added" it is she who added.
pub(super) fn shared(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let verbs = (start..at).rev().filter(|i| is_verb_group_start(reading, start, *i) && !reading.tokens.is_quoted(*i));
    let subject =
        |verb: usize| inverted_subject(reading, start, verb, at).or_else(|| subject_before(reading, start, verb));
    let with_subject = |verb: usize| Some((verb, subject(verb)?));
    let mut found: Vec<(usize, Source)> = verbs.take(SHARED_REACH).filter_map(with_subject).collect();
    // "pardoned 350 captured men, saying": 350 say nothing
    let may_speak = |source: &Source| speaks(reading, source.antecedent.as_ref().unwrap_or(&source.range));
    if found.iter().any(|(_, source)| may_speak(source)) {
        found.retain(|(_, source)| may_speak(source) || source.way == Way::Relative);
    }
    // "The papers do not say which fine the firm expects, but |note": one firm does not note
    if reading.tag(at).is_finite() && found.iter().any(|(_, source)| agrees(reading, source, at)) {
        found.retain(|(_, source)| agrees(reading, source, at));
    }
    if let Some(comma) = fronted_clause_end(reading, start, at, &found) {
        found.retain(|(_, source)| source.range.start > comma);
    }
    if let Some((_, inner)) = found.first().filter(|_| tells_again(reading, start, at)) {
        return Some(Source { way: Way::Shared, clause_start: at, ..inner.clone() });
    }
    let cue = found.iter().find(|(verb, source)| {
        let whose = source.clause_start > start && reading.is_word(source.clause_start - 1, "whose");
        takes_clause(reading, main_verb(reading, *verb, at)) && source.way != Way::Relative && !whose
    });
    // "was alarmed that a man had been hurt, |saying": whoever stands behind "that" is no subject of the sentence
    let behind_that = |source: &Source| source.way == Way::Relative || is_told_of(reading, start, source.clause_start);
    let main = found.iter().find(|(_, source)| !behind_that(source));
    let tells = |(verb, source): &&(usize, Source)| {
        takes_clause(reading, main_verb(reading, *verb, at)) && source.way != Way::Relative && !behind_that(source)
    };
    let cue = found.iter().find(tells).or(cue);
    let joined = found.first().filter(|(verb, source)| goes_on_in_relative(reading, *verb, source, at));
    let (_, source) = joined.or(cue).or(main).or(found.first())?;
    Some(Source { way: Way::Shared, clause_start: at, ..source.clone() })
}

/// Whether a subject goes with a verb's number: "the papers |note", "the firm |notes"; what is past goes with any.
fn agrees(reading: &Reading<'_>, source: &Source, verb: usize) -> bool {
    let token = reading.token(verb);
    let noun = source.antecedent.as_ref().unwrap_or(&source.range);
    let head = reading.phrases.noun_at(noun.start).map_or(noun.end, |base| base.end.min(noun.end)) - 1;
    let common = reading.tag(head) == Tag::Noun && source.way != Way::Relative;
    let plural = reading.token(head).is(Classes::PLURAL);
    match () {
        () if !common || token.is(Classes::VERB_PAST) || token.is(Classes::AUXILIARY) => true,
        () if token.is(Classes::VERB_S) => !plural,
        () if token.is(Classes::VERB_BASE) => plural,
        () => true,
    }
}

/// "told the court that he had come home and |told her that P": to a pronoun, the same verb again is the nearest subject's.
fn tells_again(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let told = at > start
        && reading.tokens.all.get(at + 1).is_some()
        && reading.is_any(at + 1, keys!["him", "her", "them", "me", "us"])
        && reading.tag(at - 1) == Tag::Coordinator;
    let same = |before: usize| reading.token(before).key == reading.token(at).key;
    told && (start..at.saturating_sub(2)).any(|before| same(before) && reading.tag(before + 1) != Tag::Pronoun)
}

/// "When I ask whether that is true|, Kerr laughs and |says": the comma behind which the main clause has a subject of its own.
fn fronted_clause_end(reading: &Reading<'_>, start: usize, at: usize, found: &[(usize, Source)]) -> Option<usize> {
    let fronted = matches!(reading.tag(start), Tag::Wh | Tag::Subordinator);
    let comma = fronted.then(|| reading.marks(start..at, Kind::Comma).last()).flatten()?;
    let near = |source: &Source| source.way != Way::Relative && source.range.start == comma + 1;
    found.iter().any(|(_, source)| near(source)).then_some(comma)
}

/// "said that |he would", "asked whether |he would", "said only |a fine would": the subject of a clause that somebody else states.
fn is_told_of(reading: &Reading<'_>, start: usize, place: usize) -> bool {
    let adverbs = (start..place).rev().take_while(|at| reading.tag(*at) == Tag::Adverb).count();
    let Some(before) = (place - adverbs).checked_sub(1).filter(|at| *at >= start) else { return false };
    let stated = || reading.tag(before).is_verbal() && states(reading, before);
    adverbs == 0 && matches!(reading.tag(before), Tag::That | Tag::Wh) || stated()
}

/// "the fund, which holds a stake and |has argued": joined to the verb of a relative clause that no comma has ended yet.
fn goes_on_in_relative(reading: &Reading<'_>, verb: usize, source: &Source, at: usize) -> bool {
    let set_off = source.way == Way::Relative && reading.token(source.clause_start - 1).kind == Kind::Comma;
    let open = |at: usize| !matches!(reading.token(at).kind, Kind::Comma | Kind::Semicolon | Kind::Dash);
    set_off && reading.tag(at - 1) == Tag::Coordinator && (verb..at).all(open)
}

/// "“P,” wrote |Ada Quill, adding that …": the subject behind a verb that content stands before.
fn inverted_subject(reading: &Reading<'_>, start: usize, verb: usize, end: usize) -> Option<Source> {
    let before = verb.checked_sub(1).filter(|at| *at > start).map(|at| reading.token(at))?;
    let behind_content = before.kind == Kind::Comma || before.is_quote_mark();
    let tells = behind_content
        && !reading.is_any(verb, keys!["told", "tells"])
        && reading.token(verb).is(Classes::CUE_VERB)
        && takes_clause(reading, verb);
    let source = tells.then(|| source_after(reading, verb + 1, end))??;
    (speaks(reading, &source.range) && reading.token(source.range.end).kind == Kind::Comma).then_some(source)
}

/// The main verb of the group that starts at `at`.
fn main_verb(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let rest = at..end;
    rest.clone()
        .find(|i| !reading.tag(*i).is_auxiliary() && !matches!(reading.tag(*i), Tag::Adverb | Tag::Negation))
        .unwrap_or(at)
}

/// Whether a finite verb group starts here.
fn is_verb_group_start(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    // "the party headed by Quill"
    let reduced = || {
        let participle = reading.token(at).is(Classes::VERB_PARTICIPLE);
        participle && reading.tokens.all.len() > at + 1 && reading.is_word(at + 1, "by")
    };
    reading.tag(at).is_finite()
        && (at == start || !reading.tag(at - 1).is_auxiliary())
        && !reduced()
        && !is_of_occasion(reading, start, at)
}

/// "said in a report |released on Thursday": a participle of the place where it was said.
fn is_of_occasion(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|before| reading.phrases.noun_at(before));
    let led = noun.filter(|noun| noun.end == at && noun.start >= start + 2);
    let behind_verb =
        |noun: Range<usize>| reading.tag(noun.start - 1) == Tag::Preposition && reading.tag(noun.start - 2).is_verbal();
    reading.token(at).is(Classes::VERB_PARTICIPLE) && led.is_some_and(behind_verb)
}
