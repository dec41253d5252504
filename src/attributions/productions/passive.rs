//! "It was reported that P", "X is expected to leave", "P was announced by X", "X was told that P".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{
    content_after, is_word_for_it, quotation_at_start, skip_adjuncts_before_content,
};
use crate::attributions::parts::source::{Source, source_after, speaks};
use crate::lexicon::Frames;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// "The army is said to be near the city", "The bank was accused of fraud": no source, content on both sides.
pub fn expected_to(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let at = cue.head_end;
    if at >= site.sentence.tokens.end || !complement(site, at) {
        return None;
    }
    let subject = site.own_subject()?;
    let content = content_after(&site.reading, site.sentence, at, cue)?;
    Some(Candidate::new(name!("expected-to"), site, None, content).and_content(Some(subject.range)))
}

/// What may follow the participle: "to be", "of fraud", "as a hero".
fn complement(site: &Site<'_>, at: usize) -> bool {
    let cue = site.cue();
    let word = |word: &str, frame: Frames| cue.takes(frame) && site.reading.is_word(at, word);
    let infinitive =
        site.reading.tag(at) == Tag::To && cue.takes(Frames::TO | Frames::OBJ_TO | Frames::THAT | Frames::NP);
    infinitive || word("of", Frames::OBJ_OF) || word("for", Frames::OBJ_FOR) || word("as", Frames::AS)
}

/// "It was reported that taxes would rise.", "It emerged that taxes would rise."
pub fn it_is_said(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let impersonal = cue.passive || cue.takes(Frames::NO_SOURCE);
    if !impersonal {
        return None;
    }
    let subject = site.own_subject()?;
    let clause = || clause_behind(site, cue.tokens.end).or_else(|| bare_clause_behind(site, cue.tokens.end));
    let content = is_expletive(site, &subject).then(clause)??;
    Some(Candidate::new(name!("it-is-said"), site, None, content))
}

/// "It", "there": a subject that stands for the clause behind.
pub fn is_expletive(site: &Site<'_>, subject: &Source) -> bool {
    subject.range.len() == 1 && site.reading.is_any(subject.range.start, keys!["it", "there"])
}

/// The clause with "that" or a question word behind the cue, which ends at `at`, and its adjuncts.
fn clause_behind(site: &Site<'_>, at: usize) -> Option<Range<usize>> {
    let at = skip_adjuncts_before_content(&site.reading, at, site.sentence.tokens.end);
    let that = at < site.sentence.tokens.end && matches!(site.reading.tag(at), Tag::That | Tag::Wh);
    that.then(|| content_after(&site.reading, site.sentence, at, site.cue())).flatten()
}

/// "It is understood |a man is helping the police": a clause without "that".
fn bare_clause_behind(site: &Site<'_>, at: usize) -> Option<Range<usize>> {
    let at = skip_adjuncts_before_content(&site.reading, at, site.sentence.tokens.end);
    // not "The minister, it is understood, had read it"
    let aside =
        site.cue().tokens.start > site.start() + 1 && site.reading.tag(site.cue().tokens.start - 2) == Tag::Mark;
    let clause = site.cue().passive
        && !aside
        && site.cue().takes(Frames::THAT)
        && super::source_first_frame(site, at) == Some(Frames::THAT);
    clause.then(|| content_after(&site.reading, site.sentence, at, site.cue())).flatten()
}

/// "The plan was announced by the ministry." The agent speaks; the subject is the content.
pub fn content_passive(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let by = cue.head_end < site.sentence.tokens.end && site.reading.is_word(cue.head_end, "by");
    // "land owned by": who owns that something is so is another matter
    let of_thing =
        cue.takes(Frames::NP | Frames::OBJ_TO | Frames::OBJ_OF | Frames::OBJ_FOR | Frames::NAME | Frames::AS);
    if !by || !of_thing || super::WAS_QUOTED.propose(site).is_some() {
        return None;
    }
    let mut source = source_after(&site.reading, cue.head_end + 1, site.sentence.tokens.end)?;
    // "was informed by Oslo |of the plan"
    let noun = site.reading.phrases.noun_at(source.range.start).map_or(source.range.end, |noun| noun.end);
    if noun < source.range.end && cue.takes(Frames::TELL) && complement(site, noun) {
        source.range.end = noun;
    }
    // "was hit by rising prices"
    if !speaks(&site.reading, &source.range) {
        return None;
    }
    let whole = cue.tokens.start..cue.head_end + 1;
    let rest = complement_behind(site, source.range.end);
    // "Oslo was informed by Washington |of the plan": those told are no content
    if cue.takes(Frames::TELL)
        && let Some(told) = rest.clone()
    {
        return Some(Candidate::new(name!("passive-by"), site, Some(source), told).with_cue(whole));
    }
    // "The bill|, described by one member as a “joke”,"
    if rest.is_some()
        && let Some(bearer) = noun_before_comma(site)
    {
        return Some(Candidate::new(name!("passive-by"), site, Some(source), bearer).with_cue(whole).and_content(rest));
    }
    let subject = site.own_subject()?;
    // "Two managers were questioned by police": whoever was asked is no content
    if site.reading.is_word(cue.head, "questioned") && speaks(&site.reading, &subject.range) {
        return None;
    }
    // "It was reported by the Herald |that taxes would rise"
    if is_expletive(site, &subject)
        && let Some(told) = clause_behind(site, source.range.end)
    {
        return Some(Candidate::new(name!("passive-by"), site, Some(source), told).with_cue(whole));
    }
    // "…, he said, |a claim disputed by survivors": the copy's word for what he said
    if is_word_for_it(&site.reading, subject.range.start, site.sentence.tokens.end) && !cue.passive {
        return None;
    }
    Some(Candidate::new(name!("passive-by"), site, Some(source), subject.range).with_cue(whole).and_content(rest))
}

/// "It has been dubbed |“a road to nowhere”| by critics", "a teacher described as |“one in a million”| by her pupils": whose name for it that is.
pub fn named_by(site: &Site<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    let cue = site.cue();
    let end = site.sentence.tokens.end;
    let led = cue.head_end < end && cue.takes(Frames::AS) && reading.is_word(cue.head_end, "as");
    let start = cue.head_end + usize::from(led);
    let (name, by) = name_before_by(site, start).filter(|_| led || cue.takes(Frames::NAME))?;
    let source = source_after(reading, by + 1, end).filter(|source| speaks(reading, &source.range))?;
    let whole = cue.tokens.start..start;
    let bearer = if cue.passive { site.own_subject().map(|subject| subject.range) } else { noun_before(site) };
    let bearer = bearer.filter(|bearer| !reading.is_any(bearer.start, keys!["it"]) || bearer.len() > 1);
    let candidate = match bearer {
        Some(bearer) => Candidate::new(name!("named-by"), site, Some(source), bearer).and_content(Some(name)),
        None => Candidate::new(name!("named-by"), site, Some(source), name),
    };
    Some(candidate.with_cue(whole))
}

/// The name that begins at `start`, a quotation or a noun phrase, and the "by" behind it.
fn name_before_by(site: &Site<'_>, start: usize) -> Option<(Range<usize>, usize)> {
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    let noun = || reading.phrases.noun_at(start).filter(|noun| noun.start == start && start < end);
    let adjective = || (start < end && reading.tag(start) == Tag::Adjective).then_some(start..start + 1);
    let name = quotation_at_start(reading, start).or_else(noun).or_else(adjective)?;
    let by = Some(name.end).filter(|by| *by + 1 < end && reading.is_word(*by, "by"))?;
    Some((name, by))
}

/// The noun phrase right before the participle, or before its comma.
fn noun_before(site: &Site<'_>) -> Option<Range<usize>> {
    let reading = &site.reading;
    let at = site.cue().tokens.start;
    let right_before =
        || at.checked_sub(1).filter(|last| *last >= site.start()).and_then(|last| reading.phrases.noun_at(last));
    noun_before_comma(site).or_else(|| right_before().filter(|noun| noun.end == at))
}

/// The noun phrase before the comma behind which the participle stands.
fn noun_before_comma(site: &Site<'_>) -> Option<Range<usize>> {
    let reading = &site.reading;
    let comma = site.cue().tokens.start.checked_sub(1).filter(|at| *at > site.start())?;
    let noun = reading.phrases.noun_at(comma - 1).filter(|noun| noun.end == comma);
    noun.filter(|_| reading.token(comma).kind == Kind::Comma && !site.cue().passive)
}

/// "were accused by prosecutors |of taking bribes"
fn complement_behind(site: &Site<'_>, at: usize) -> Option<Range<usize>> {
    let holds = at < site.sentence.tokens.end && complement(site, at);
    holds.then(|| content_after(&site.reading, site.sentence, at, site.cue())).flatten()
}

/// "Staff were told that the plant would close": nobody is named who told them.
pub fn told_passive(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let end = site.sentence.tokens.end;
    // "was told |by officials that"
    let by = cue.head_end < end && site.reading.is_word(cue.head_end, "by");
    let teller = by.then(|| source_after(&site.reading, cue.head_end + 1, end)).flatten();
    let teller = teller.filter(|teller| speaks(&site.reading, &teller.range));
    let after = teller.as_ref().map_or(cue.tokens.end, |teller| teller.range.end);
    // "by the commanders |there that"
    let after = after + usize::from(after + 1 < end && site.reading.is_any(after, keys!["there", "here"]));
    let at = skip_adjuncts_before_content(&site.reading, after, end);
    super::source_first_frame(site, at)?;
    let content = content_after(&site.reading, site.sentence, at, cue)?;
    let whole = cue.tokens.start..if teller.is_some() { cue.head_end + 1 } else { cue.tokens.end };
    Some(Candidate::new(name!("told-passive"), site, teller, content).with_cue(whole))
}
