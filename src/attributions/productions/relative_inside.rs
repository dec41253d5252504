//! "the rules, which officials said would change", "what she said was a mistake": the cue stands inside a relative clause.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::CueGroup;
use crate::attributions::feature::name;
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::content::{content_after, quotation_at_start, second_verb};
use crate::attributions::parts::source::{Source, Way, source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// A relative word, a subject, the cue, and right behind it the verb of the relative clause.
pub fn relative_inside(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    // "which officials said now owes", "which Reuters reported last week was in talks"
    let time = reading.phrases.noun_at(cue.tokens.end.min(end - 1)).filter(|noun| is_time(reading, noun));
    let behind = time.map_or(cue.tokens.end, |time| time.end);
    let verb = (behind..end).find(|at| reading.tag(*at) != Tag::Adverb).filter(|at| reading.tag(*at).is_finite())?;
    // "that the men admitted |having trained abroad": nothing that has a subject
    if reading.is_any(verb, keys!["having", "being"]) {
        return None;
    }
    let source = site.own_subject().filter(|source| source.way != Way::Relative)?;
    let first = told_of(site, &source)?;
    let rest = content_after(reading, site.sentence, behind.min(verb), cue)?;
    let rest = up_to_main_verb(reading, rest);
    let candidate = Candidate::new(name!("relative-inside"), site, Some(source), first);
    Some(candidate.and_content(Some(rest)))
}

/// What the clause tells of: its relative word, or, where it has none, the noun it belongs to ("the plans |critics say are flawed").
fn told_of(site: &Site<'_>, source: &Source) -> Option<Range<usize>> {
    let reading = &site.reading;
    let before = source.clause_start.checked_sub(1).filter(|at| *at >= site.start())?;
    if is_relative(reading, before) {
        return (!begins_what_was_said(site, before)).then_some(before..before + 1);
    }
    let speaker = source.way == Way::Adjacent && speaks(reading, &source.range);
    let noun = reading.phrases.noun_at(before).filter(|noun| speaker && noun.end == source.clause_start);
    noun.filter(|_| !reading.tag(before).is_verbal())
}

/// "what the army calls a ceasefire": the name that somebody has for a thing.
pub fn what_is_called(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    let source = site.own_subject().filter(|source| source.way != Way::Relative)?;
    let word = source.clause_start.checked_sub(1).filter(|at| *at >= site.start() && is_relative(reading, *at))?;
    if begins_what_was_said(site, word) {
        return None;
    }
    let name = name_at(site, cue.head_end)?;
    // "which he called a mistake": what bears the name is told by "which", and is part of it
    let bearer = (reading.tag(word) != Tag::Wh).then_some(word..word + 1);
    Some(Candidate::new(name!("what-is-called"), site, Some(source), name).and_content(bearer))
}

/// "said |that he had called the player": "that" begins what was said, and stands for nothing.
fn begins_what_was_said(site: &Site<'_>, word: usize) -> bool {
    let told = |group: &CueGroup| group.tokens.end == word && group.form.is_main();
    site.reading.tag(word) == Tag::That && site.groups.iter().any(told)
}

/// "an act that the mayor described as “deliberate”": what bears the name stands before, or behind.
pub fn described_as(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    let as_word = cue.head_end;
    let is_as = as_word + 1 < end && reading.is_word(as_word, "as");
    if !is_as {
        return None;
    }
    let source = site.own_subject()?;
    let name = name_at(site, as_word + 1)?;
    // "a teacher |described as “kind” by pupils": what bears the name has no word for itself
    if site.reading.tokens.all.get(name.end).is_some() && reading.is_word(name.end, "by") && name.end < end {
        return None;
    }
    let bearer = source.clause_start.checked_sub(1).filter(|at| {
        *at >= site.start() && source.way != Way::Relative && matches!(reading.tag(*at), Tag::Relative | Tag::That)
    });
    let whole = cue.tokens.start..as_word + 1;
    let name = name.start..claim_behind(site, name.end).unwrap_or(name.end);
    let candidate = Candidate::new(name!("described-as"), site, Some(source), name).with_cue(whole);
    Some(candidate.and_content(bearer.map(|at| at..at + 1)))
}

/// "dismissed as “absurd” reports that the bank had failed|": where the claim ends that bears the name, and stands behind it.
fn claim_behind(site: &Site<'_>, at: usize) -> Option<usize> {
    let reading = &site.reading;
    let noun = reading.phrases.noun_at(at).filter(|noun| noun.start == at && noun.end < site.sentence.tokens.end)?;
    let claims = reading.token(noun.end - 1).is(Classes::CUE_NOUN)
        && matches!(reading.tag(noun.end), Tag::That | Tag::Preposition);
    let matter = claims.then(|| content_after(reading, site.sentence, at, site.cue())).flatten();
    matter.map(|matter| matter.end)
}

/// The name somebody has for a thing: a quotation, or a noun phrase.
fn name_at(site: &Site<'_>, at: usize) -> Option<Range<usize>> {
    let end = site.sentence.tokens.end;
    quotation_at_start(&site.reading, at).or_else(|| source_after(&site.reading, at, end).map(|name| name.range))
}

fn is_relative(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::That | Tag::Wh)
        || reading.is_any(at, keys!["what", "that", "which", "who"])
}

/// "which officials said will take effect in May|, will not apply", "the bank he said would fail |was saved": the main verb behind it is
/// not part of it.
fn up_to_main_verb(reading: &Reading<'_>, content: Range<usize>) -> Range<usize> {
    let is_verb = |at: usize| reading.tag(at).is_finite();
    let parted = |at: &usize| reading.token(*at).kind == Kind::Comma && is_verb(*at + 1);
    let behind_comma = (content.start + 1..content.end.saturating_sub(1)).find(parted);
    let end = second_verb(reading, &content).into_iter().chain(behind_comma).min();
    content.start..end.unwrap_or(content.end)
}
