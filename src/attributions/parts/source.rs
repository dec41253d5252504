//! Who speaks: the noun phrase before or after a cue, with what identifies it.

mod after;
mod between;
mod joined;
mod listed;
mod noun_group;
mod own_subject;
mod parenthesis;
mod relative;
mod shared;
mod verbs;

pub use after::source_after;
pub use verbs::has_nobody_told;

use super::adjunct::is_time;
use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::feature::{Name, name};
use crate::attributions::view::{Reading, mark};
use crate::lexicon::{Classes, Frames, Meaning};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use noun_group::noun_group;
use own_subject::own_subject;
use parenthesis::LONGEST_PARENTHESIS;
use relative::relative;
use shared::shared;
use std::ops::Range;
use verbs::takes_clause;

/// A source, and how it was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its tokens.
    pub range: Range<usize>,
    /// The noun phrase that "who" or "which" stands for.
    pub antecedent: Option<Range<usize>>,
    /// How it stands to the cue.
    pub way: Way,
    /// The first token that belongs to its clause: where content before it must end.
    pub clause_start: usize,
}

/// How a source stands to its cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// Right before the cue.
    Adjacent,
    /// Before the cue, with a parenthesis, a relative clause or an adjunct between.
    Apart,
    /// "who", "which", with its antecedent.
    Relative,
    /// The subject of an earlier verb.
    Shared,
    /// After the cue.
    After,
}

impl Way {
    /// Its name in features.
    pub fn name(self) -> &'static Name<'static> {
        match self {
            Way::Adjacent => name!("adjacent"),
            Way::Apart => name!("apart"),
            Way::Relative => name!("relative"),
            Way::Shared => name!("shared"),
            Way::After => name!("after"),
        }
    }
}

/// The subject of the verb group that starts at `at`, looked for no further left than `start`.
pub fn subject_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    relative(reading, start, at).or_else(|| own_subject(reading, start, at))
}

/// Whose verb group begins at `at`, a cue or not: its own subject, or an earlier verb's.
pub fn subject_of_verb(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    subject_before(reading, start, at).or_else(|| shared(reading, start, at))
}

/// The subject of a cue, or else of the verb before it in the sentence.
///
/// An -ing cue behind a comma (", adding that") has no subject of its own: the verb before it is asked first.
///
/// `own` gives [`subject_before`] for the cue.
pub fn subject_of(
    reading: &Reading<'_>,
    start: usize,
    cue: &CueGroup,
    own: impl Fn() -> Option<Source>,
) -> Option<Source> {
    let at = cue.tokens.start;
    // "when |asked whether": whoever was asked says nothing
    if cue.form == Form::Participle && at > start && matches!(reading.tag(at - 1), Tag::Subordinator | Tag::Wh) {
        return None;
    }
    // "the agency was unable to |verify it"
    if cue.form == Form::Infinitive
        && let Some(be) = be_before_adjective(reading, start, at)
    {
        return subject_before(reading, start, be);
    }
    if cue.form == Form::Ing
        && let Some(accused) = accused_before(reading, start, at)
    {
        return Some(accused);
    }
    let adjunct = cue.form == Form::Ing && at > start && reading.token(at - 1).kind == Kind::Comma;
    if adjunct && let Some(quoted) = quoted_before(reading, start, at) {
        return Some(quoted);
    }
    if adjunct && let Some(source) = shared(reading, start, at) {
        return Some(source);
    }
    let joined = cue.form == Form::Ing && at > start && reading.tag(at - 1) == Tag::Coordinator;
    if joined && let Some(before) = ing_cue_before(reading, start, at) {
        let adjunct = reading.token(before - 1).kind == Kind::Comma;
        return if adjunct { shared(reading, start, before) } else { own_subject(reading, start, before) };
    }
    let states = cue.takes(Frames::THAT | Frames::QUOTE);
    if adjunct
        && states
        && let Some(source) = subject_before_comma(reading, start, at)
    {
        return Some(source);
    }
    // "backed the fight against terrorism saying": terrorism says nothing
    let dumb = |source: &Source| {
        cue.form == Form::Ing && (!speaks(reading, &source.range) || is_anothers_thing(reading, &source.range))
    };
    match own().filter(|source| !dumb(source)) {
        Some(source) => Some(source),
        None => shared(reading, start, at).or_else(own),
    }
}

/// "accused |the mayor of saying P", "criticised |the mayor for saying P": who is said to have said it.
fn accused_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let of = at.checked_sub(1).filter(|of| *of > start + 1)?;
    let frame = match () {
        () if reading.is_word(of, "of") => Frames::OBJ_OF,
        () if reading.is_word(of, "for") => Frames::OBJ_FOR,
        () => return None,
    };
    let (rest, _) = noun_group(reading.behind(start..of)).ok()?;
    let range = rest.place()..of;
    let verb = range.start.checked_sub(1).filter(|verb| *verb >= start)?;
    let accuses = reading.tag(verb).is_verbal() && reading.verb_cue(verb).is_some_and(|cue| cue.frames.contains(frame));
    let fits = accuses && speaks(reading, &range);
    fits.then_some(Source { clause_start: range.start, range, antecedent: None, way: Way::Apart })
}

/// "The agency cited |the minister as saying P, adding that Q": whoever is quoted goes on.
fn quoted_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let near = start.max(at.saturating_sub(LONGEST_PARENTHESIS)) + 1..at - 1;
    let is_saying =
        |at: &usize| reading.is_word(*at, "as") && reading.tag(*at + 1) == Tag::Ing && takes_clause(reading, *at + 1);
    let saying = near.rev().find(is_saying).filter(|at| !reading.tokens.is_quoted(*at))?;
    let (rest, _) = noun_group(reading.behind(start..saying)).ok()?;
    let range = rest.place()..saying;
    let verb = range.start.checked_sub(1).filter(|verb| *verb >= start)?;
    let quotes = reading.tag(verb).is_finite()
        && reading.verb_cue(verb).is_some_and(|cue| cue.frames.contains(Frames::AS_SAYING));
    let fits = quotes && speaks(reading, &range);
    fits.then_some(Source { clause_start: at, range, antecedent: None, way: Way::Shared })
}

/// Where "be" stands before an adjective and "to".
fn be_before_adjective(reading: &Reading<'_>, start: usize, verb: usize) -> Option<usize> {
    let to = verb.checked_sub(usize::from(reading.tag(verb) != Tag::To))?;
    let be = to.checked_sub(2).filter(|be| *be > start)?;
    let is = reading.tag(to) == Tag::To && reading.tag(be + 1) == Tag::Adjective && reading.tag(be) == Tag::Be;
    is.then_some(be)
}

/// "the mayor's re-election": a thing with the name of whose it is.
fn is_anothers_thing(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let owned = range.clone().any(|at| reading.tag(at) == Tag::Possessive);
    let head = range.end - 1;
    owned && reading.tag(head) == Tag::Noun && !reading.token(head).is(Classes::SOURCE_NOUN | Classes::CUE_NOUN)
}

/// ", saying that it was late and |adding": the -ing cue behind a comma that this one is joined to.
fn ing_cue_before(reading: &Reading<'_>, start: usize, at: usize) -> Option<usize> {
    let near = start.max(at.saturating_sub(LONGEST_PARENTHESIS)) + 1..at;
    let is_cue = |at: &usize| reading.tag(*at) == Tag::Ing && takes_clause(reading, *at);
    // "with Quill |saying that it was late and adding": in a phrase of its own
    let told_with = |at: usize| {
        let noun = reading.phrases.noun_at(at - 1).filter(|noun| noun.end == at);
        noun.is_some_and(|noun| noun.start > start && reading.is_word(noun.start - 1, "with"))
    };
    near.rev().find(|at| is_cue(at) && (reading.token(*at - 1).kind == Kind::Comma || told_with(*at)))
}

/// "The president, |saying that it was late, left": the noun group that begins the clause.
fn subject_before_comma(reading: &Reading<'_>, start: usize, at: usize) -> Option<Source> {
    let (rest, _) = mark::<true>(Kind::Comma)(reading.behind(start..at)).ok()?;
    let end = rest.place();
    let (rest, _) = noun_group(rest).ok()?;
    let range = rest.place()..end;
    let begins = range.start == start || reading.tag(range.start - 1) == Tag::Mark;
    let fits = begins && can_speak(reading, &range) && speaks(reading, &range);
    fits.then_some(Source { clause_start: range.start, range, antecedent: None, way: Way::Apart })
}

/// Whether a noun phrase can be a source at all: no bare time, no expletive "there".
fn can_speak(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let only = range.len() == 1;
    let first = range.start;
    // "there is", "told him that", "when asked whether"
    let silent = keys![
        "there", "him", "them", "me", "us", "her", "when", "where", "why", "how", "whether", "if", "while", "whoever"
    ];
    let time = range.len() <= 2 && is_time(reading, range);
    // "no one has said that"
    let no_one = only && first > 0 && reading.is_word(first, "one") && reading.is_word(first - 1, "no");
    !(time || no_one || only && reading.is_any(first, silent))
}

/// Whether a noun phrase can speak: it holds a name, a pronoun, or a noun that heads a source. "Personal reasons" cannot, nor
/// "Article 122".
pub fn speaks(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let numbered = range.len() >= 2
        && reading.token(range.start + 1).kind == Kind::Number
        && reading.tag(range.start) != Tag::Determiner;
    let can = |at: usize| {
        let token = reading.token(at);
        match reading.tag(at) {
            Tag::Noun => token.is(Classes::SOURCE_NOUN | Classes::DEMONYM),
            Tag::Proper => !token.is(Classes::WEEKDAY | Classes::MONTH),
            Tag::Pronoun => true,
            _ => false,
        }
    };
    let titled = range.clone().any(|at| reading.tokens.is_quoted(at));
    !numbered && (titled || range.clone().any(can) || is_compound(reading, range))
}

/// "the harbour master": a source noun of several words, of which none is one.
fn is_compound(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let is_source = |name: &crate::tokens::Name| matches!(name.meaning, Meaning::SourceNoun(_));
    reading.tokens.names_within(range.clone()).iter().any(is_source)
}
