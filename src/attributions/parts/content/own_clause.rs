//! The clause that the cue stands in: where it ends, and the main verb of the sentence behind it.

use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::parts::source::{source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::words::Kind;
use std::ops::Range;

/// "Those who believe the war is over |should go", "what the army calls a ceasefire |lasted a day": the main verb of the sentence that
/// the cue's relative clause is the subject of.
pub(super) fn main_verb_behind_relative(
    reading: &Reading<'_>,
    start: usize,
    limit: usize,
    cue: &CueGroup,
) -> Option<usize> {
    let sentence = reading.tokens.sentence_at(cue.head);
    let first = reading.tokens.sentences[sentence].tokens.start;
    let before = cue.tokens.start.checked_sub(1).filter(|at| *at >= first)?;
    // "activists |clamouring to block him say": a clause without "who"
    let reduced = cue.form == Form::Ing && reading.tag(before).is_head() && reading.tag(before) != Tag::Pronoun;
    let open_relative = reading.tag(before) == Tag::Relative && reading.tag(before.max(1) - 1).is_head() || reduced;
    let free_relative = reading.tag(first) == Tag::Wh
        && source_after(reading, first + 1, limit).is_some_and(|it| it.range.end == cue.tokens.start);
    let subject = first..before;
    let alone = subject.clone().all(|at| !reading.tag(at).is_verbal() && reading.tag(at) != Tag::Mark);
    if !(open_relative && alone || free_relative) {
        return None;
    }
    let content = start..limit.min(start + MOST_IN_SUBJECT);
    if free_relative && !cue.takes(Frames::THAT) {
        return content.clone().find(|at| reading.tag(*at).is_finite());
    }
    main_verb(reading, &content)
}

/// "the bank he said would fail |was saved": a finite verb behind the first and its group, before any word that opens another clause.
pub fn second_verb(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let in_group = |at: usize| reading.tag(at).is_auxiliary() || matches!(reading.tag(at), Tag::Adverb | Tag::Negation);
    let opens = Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::RELATIVE | Classes::WH | Classes::THAT;
    // the main verb, or what stands behind "is"; not "is |that the bridge is old"
    let main = content.clone().find(|at| !in_group(*at))?;
    if reading.token(main).is(Classes::CUE_VERB | opens) {
        return None;
    }
    let clause = main + 1..content.end;
    let mut clause = clause.take_while(|at| reading.token(*at).has_letters() && !reading.token(*at).is(opens));
    // not "a mistake |he regretted"
    let behind_subject = |at: usize| matches!(reading.tag(at - 1), Tag::Pronoun | Tag::Proper);
    clause.find(|at| reading.tag(*at).is_auxiliary() && !reading.tag(*at - 1).is_auxiliary() && !behind_subject(*at))
}

/// Tokens that are searched for the main verb behind such a clause.
pub(super) const MOST_IN_SUBJECT: usize = 60;

/// "When the ministry said P, |the company …": the cue stands in a fronted clause, which ends where the main clause begins.
pub(super) fn ends_fronted_clause(reading: &Reading<'_>, comma: usize, limit: usize, cue: &CueGroup) -> bool {
    let start = reading.tokens.sentences[reading.tokens.sentence_at(cue.head)].tokens.start;
    // "Asked about a report that P, |she said …", "Commenting on a report that P, |she said …"
    let forms = Classes::VERB_PARTICIPLE | Classes::VERB_ING;
    let participle =
        reading.tag(start).is_verbal() && reading.token(start).is(forms) || reading.is_word(start, "having");
    let opens = participle || matches!(reading.tag(start), Tag::Subordinator | Tag::Preposition | Tag::Wh);
    let comma_before = || reading.marks(start..cue.tokens.start, Kind::Comma).next().is_some();
    let main = || main_clause_starts(reading, comma + 1, limit) || parted_subject_starts(reading, comma + 1, limit);
    opens && !comma_before() && !cue.takes(Frames::SOURCE_AFTER) && main()
}

/// "Ada Quill, who was there, said": a speaker with a relative clause between commas, which no subordinate clause's object is.
fn parted_subject_starts(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let subject = source_after(reading, at, limit).map(|subject| subject.range);
    let subject = subject.filter(|subject| subject.end + 1 < limit && speaks(reading, subject));
    let comma = subject.map(|subject| subject.end).filter(|at| reading.token(*at).kind == Kind::Comma);
    comma.is_some_and(|comma| reading.tag(comma + 1) == Tag::Relative && reading.token(comma + 1).is(Classes::WH))
}

/// "The bank, which said P, |rose", "The mayor, saying P, |left", "The bill, described by him as P, |passed": the cue stands in a parenthesis, and the main verb follows.
pub(super) fn ends_relative_clause(reading: &Reading<'_>, comma: usize, limit: usize, cue: &CueGroup) -> bool {
    let relative = cue.tokens.start.checked_sub(1).is_some_and(|at| {
        let adjunct = matches!(cue.form, Form::Ing | Form::Participle) && reading.token(at).kind == Kind::Comma;
        adjunct || reading.tag(at) == Tag::Relative || is_whose(reading, at)
    });
    let mut verb = comma + 1;
    while verb < limit && reading.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    relative && verb < limit && reading.tag(verb).is_finite()
}

/// ", whose husband |signed": the subject of a clause that "whose" opens ends at `last`.
fn is_whose(reading: &Reading<'_>, last: usize) -> bool {
    let noun = reading.phrases.noun_at(last).filter(|noun| noun.end == last + 1);
    noun.is_some_and(|noun| noun.start > 0 && reading.is_word(noun.start - 1, "whose"))
}

/// The first finite verb group beyond those that the clauses in the content have themselves: the main verb of the sentence, where the
/// content stands in its subject. "Kerry's claim that P |angered farmers", "those who believe P |should wait"
pub fn main_verb(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let clause = |at: usize| !matches!(reading.tag(at), Tag::That | Tag::To | Tag::Wh | Tag::Relative);
    let mut clauses = usize::from(clause(content.start) && has_subject(reading, content));
    let mut verbs = 0;
    for at in content.clone() {
        let tag = reading.tag(at);
        let opens = matches!(tag, Tag::That | Tag::Relative | Tag::Wh | Tag::Subordinator | Tag::Coordinator);
        let lead = (content.start..at).rev().find(|at| !matches!(reading.tag(*at), Tag::Adverb | Tag::Negation));
        let continues = lead.is_some_and(|lead| reading.tag(lead).is_auxiliary());
        let verb = tag.is_finite() && !continues;
        clauses += usize::from(opens);
        verbs += usize::from(verb);
        if verb && verbs > clauses {
            return Some(at);
        }
    }
    None
}

/// A clause without "that": a noun phrase, and a finite verb right behind it.
fn has_subject(reading: &Reading<'_>, content: &Range<usize>) -> bool {
    main_clause_starts(reading, content.start, content.end)
}

/// A subject and, after it, a finite verb.
pub(super) fn main_clause_starts(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    if at + 1 < limit && reading.is_word(at, "there") && reading.tag(at + 1).is_auxiliary() {
        return true;
    }
    let Some(subject) = source_after(reading, at, limit) else { return false };
    let verb = subject.range.end;
    verb < limit && reading.tag(verb).is_finite()
}
