//! Where content behind a cue ends: the places where it may, and a sum of readable weights at each.
//!
//! Content goes on from one such place to the next with some likelihood; the end that makes all of these decisions likeliest is taken.

use super::candidate::{Candidate, Site};
use super::feature::{Keys, Name, name, text};
use super::parts::adjunct::is_time;
use super::parts::content::{body_end, furthest_end, opens_quotation, parts_subject, trimmed_behind, within_quotation};
use super::parts::source::source_after;
use super::score::{before_name, opening, stance_name};
use super::view::Reading;
use crate::lexicon::{Classes, Part, Weights};
use crate::phrases::Tag;
use crate::span::Span;
use crate::tokens::Token;
use crate::words::Kind;
use std::ops::Range;

/// No more places than this are asked; keeps the work linear.
const MOST_STOPS: usize = 40;

/// The places where the content of a proposal may end, for a fit.
#[derive(Debug, Clone)]
pub struct EndSite {
    /// Bytes of the cue's head.
    pub head: Span,
    /// Byte where the content starts.
    pub start: usize,
    /// Byte where the sentence ends.
    pub until: usize,
    /// Where it may end (in bytes), with the features of ending there; the last one of all is the sentence's end, which has none.
    pub stops: Vec<(usize, Vec<String>)>,
}

/// Ends the content behind the cue where that is likeliest.
pub fn settle(site: &Site<'_>, candidate: &mut Candidate, weights: Weights<'_>) {
    let Some(piece) = piece_behind(site, candidate) else { return };
    let proposed = candidate.content[piece].clone();
    let end = likeliest(&Run::of(site, candidate.rule, &proposed), weights);
    let settled = trimmed_behind(&site.reading, proposed.start..end);
    if !settled.is_empty() {
        candidate.content[piece] = settled;
    }
}

/// The same decisions with their features written out.
pub fn end_site(site: &Site<'_>, candidate: &Candidate) -> Option<EndSite> {
    let tokens = site.reading.tokens;
    let run = Run::of(site, candidate.rule, &candidate.content[piece_behind(site, candidate)?]);
    let limit = furthest(site, run.content.start);
    let place = |stop: usize| tokens.all[stop - 1].span().end;
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    for stop in stops(&run, limit) {
        let mut written = Vec::new();
        features(&run, stop, |feature| written.push(text(feature)));
        found.push((place(stop), written));
    }
    found.push((place(limit), Vec::new()));
    let until = tokens.span(&site.sentence.tokens).end;
    Some(EndSite {
        head: tokens.all[site.cue().head].span(),
        start: tokens.all[run.content.start].span().start,
        until,
        stops: found,
    })
}

/// The piece of content that runs on behind the cue in its sentence; none where a quotation settles it.
fn piece_behind(site: &Site<'_>, candidate: &Candidate) -> Option<usize> {
    let last = candidate.content.len().checked_sub(1)?;
    let Range { start, end } = candidate.content[last];
    // a noun's content ends where its noun phrase does, which the production knows
    // and so does the name before "by"
    let settled = site.cue().cue.part == Part::Noun || candidate.rule.text() == "named-by";
    if candidate.inner.is_some() || settled {
        return None;
    }
    let behind = start >= site.cue().head_end && end <= site.sentence.tokens.end;
    (behind && !opens_quotation(&site.reading, start)).then_some(last)
}

/// Content that runs on behind its cue, with what every decision to end it asks for.
struct Run<'a> {
    site: &'a Site<'a>,
    rule: &'static Name<'static>,
    /// As the production proposed it.
    content: &'a Range<usize>,
    opening: &'static Name<'static>,
    /// Its first finite verb, or the sentence's behind it.
    verb: Option<usize>,
    /// Whether the cue stands right behind a relative word.
    in_relative: bool,
}

impl<'a> Run<'a> {
    fn of(site: &'a Site<'a>, rule: &'static Name<'static>, content: &'a Range<usize>) -> Self {
        let (reading, cue) = (&site.reading, site.cue().tokens.start);
        Self {
            site,
            rule,
            content,
            opening: opening(reading, content.start),
            verb: (content.start..site.sentence.tokens.end).find(|at| reading.tag(*at).is_finite()),
            in_relative: cue > site.start() && reading.tag(cue - 1) == Tag::Relative,
        }
    }
}

fn likeliest(run: &Run<'_>, weights: Weights<'_>) -> usize {
    let limit = furthest(run.site, run.content.start);
    let (mut best, mut end) = (0.0, limit);
    let mut so_far = 1.0;
    let mut keys = Keys::none();
    for stop in stops(run, limit) {
        keys.clear();
        features(run, stop, |feature| keys.add(feature));
        let odds = keys.weights(weights).fold(0.0, |odds, weight| odds + f64::from(weight));
        let share = share(odds);
        let ending = so_far * share;
        if ending > best {
            (best, end) = (ending, stop);
        }
        so_far *= 1.0 - share;
        // each further decision only makes it less likely
        if so_far <= best {
            return end;
        }
    }
    limit
}

/// Where the content ends at the latest.
fn furthest(site: &Site<'_>, start: usize) -> usize {
    let limit = within_quotation(&site.reading, start, site.cue(), body_end(&site.reading, site.sentence));
    furthest_end(&site.reading, start, limit, site.cue())
}

/// The share of what has these log-odds.
fn share(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// Tokens before which the content may end: marks, and words that open a further phrase or clause.
///
/// Where the production itself ended it is one of them. A clause does not end at what parts its subject from its verb.
fn stops<'a>(run: &Run<'a>, limit: usize) -> impl Iterator<Item = usize> + use<'a> {
    let (reading, content) = (&run.site.reading, run.content);
    let end = content.end;
    let is_clause = matches!(run.rule.text(), "source-first" | "source-first-addressee");
    let verb = if is_clause { clause_verb(reading, content) } else { None };
    let before_verb = move |at: usize| verb.is_some_and(|verb| at + 1 == verb || at < verb && opens_aside(reading, at));
    // "when a clerk|, who was new, found it"
    let in_subject =
        move |at: usize| reading.token(at).kind == Kind::Comma && parts_later_subject(reading, content.start, at);
    let more = if is_clause { clause_behind(reading, content.start + 1..limit) } else { None };
    let behind_and = move |at: usize| more.is_some_and(|more| at <= more + 1);
    let inside = move |at: usize| before_verb(at) || in_subject(at) || behind_and(at) || counts_some(reading, at);
    let may = move |at: &usize| (*at == end || may_stop(reading, *at)) && !inside(*at);
    (content.start + 1..limit).filter(may).take(MOST_STOPS)
}

/// "launched 112 drones|, of which 87 were shot down": a clause about some of those just counted.
fn counts_some(reading: &Reading<'_>, comma: usize) -> bool {
    let of = || comma + 2 < reading.tokens.all.len() && reading.is_word(comma + 1, "of");
    reading.token(comma).kind == Kind::Comma && of() && reading.tag(comma + 2) == Tag::Relative
}

/// The last "and that" of what is said, outside quotation marks.
fn clause_behind(reading: &Reading<'_>, content: Range<usize>) -> Option<usize> {
    let joins = |token: &Token| token.is(Classes::COORDINATOR);
    let found = reading.those(content, joins).filter(|at| goes_on_with_that(reading, *at));
    found.rev().find(|at| !reading.tokens.is_quoted(*at))
}

/// "said P |and that Q": a further clause of what is said.
fn goes_on_with_that(reading: &Reading<'_>, and: usize) -> bool {
    reading.tokens.all.get(and + 1).is_some() && reading.tag(and + 1) == Tag::That
}

/// "said its president, Hideo Mori, |offered to resign": the first finite verb of content that is a clause, relative clauses apart.
fn clause_verb(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let first = reading.tag(content.start);
    let is_clause = first == Tag::That || first.is_nominal() || first == Tag::Pronoun;
    let mut relative = false;
    content.clone().take(LONGEST_SUBJECT).filter(|_| is_clause).find(|at| {
        // ", |identified only as “Inmate C”,"
        let reduced = || reading.token(*at).is(Classes::VERB_PARTICIPLE) && reading.token(*at - 1).kind == Kind::Comma;
        let opens = reading.tag(*at) == Tag::Relative || *at > content.start && reduced() && closes_aside(reading, *at);
        relative = opens || relative && reading.token(*at).kind != Kind::Comma;
        reading.tag(*at).is_finite() && !relative
    })
}

/// "one survivor, |identified only as “Inmate C”, told": a participle behind a comma, and a verb behind the next.
fn closes_aside(reading: &Reading<'_>, participle: usize) -> bool {
    let end = reading.tokens.all.len();
    let comma = reading.marks(participle + 1..end.min(participle + LONGEST_ASIDE), Kind::Comma).next();
    comma.is_some_and(|comma| comma + 1 < end && reading.tag(comma + 1).is_finite())
}

/// ", who came to power": a comma behind a noun, and an apposition or a relative clause.
fn opens_aside(reading: &Reading<'_>, comma: usize) -> bool {
    let next = reading.tokens.all.get(comma + 1).map(|_| reading.tag(comma + 1));
    let opens = next.is_some_and(|tag| tag == Tag::Relative || tag.is_nominal());
    reading.token(comma).kind == Kind::Comma && reading.tag(comma - 1).is_head() && opens
}

/// "said that it came out when a clerk|, who was new|, found it": the commas around a relative clause, with the verb behind it.
fn parts_later_subject(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let behind = comma + 1;
    let is_verb = |at: usize| at < reading.tokens.all.len() && reading.tag(at).is_finite();
    let opening = |closing: usize| reading.marks(start..closing, Kind::Comma).next_back();
    let closing =
        |open: usize| reading.marks(open + 1..reading.tokens.all.len().min(open + LONGEST_ASIDE), Kind::Comma).next();
    let opens = is_verb(behind).then(|| opening(comma)).flatten();
    let closes = closing(comma).is_some_and(|closing| is_verb(closing + 1));
    let parts = |open: usize| parts_subject(reading, start, open) || names_subject(reading, start, open);
    opens.is_some_and(parts) || closes && parts(comma)
}

/// "a letter in which the director|, Jose Abad, told": an apposition behind the subject of a relative clause, which has no verb yet.
fn names_subject(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let near = (start..comma).rev().take(LONGEST_ASIDE);
    let clause = near.take_while(|at| !reading.tag(*at).is_finite() && reading.tag(*at) != Tag::Mark);
    let opened = clause.into_iter().any(|at| reading.tag(at) == Tag::Relative);
    let next = reading.tokens.all.get(comma + 1).map(|_| reading.tag(comma + 1));
    opened && reading.tag(comma - 1).is_head() && next.is_some_and(Tag::is_nominal)
}

/// Tokens that such a relative clause may have.
const LONGEST_ASIDE: usize = 20;

/// Tokens that are searched for the verb of such a clause.
const LONGEST_SUBJECT: usize = 40;

fn may_stop(reading: &Reading<'_>, at: usize) -> bool {
    let is_mark = |at: usize| {
        matches!(reading.token(at).kind, Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon | Kind::OpenBracket)
    };
    let opens =
        is_mark(at) || reading.token(at).is_word() && opens_phrase(reading, at) || closes_quotation(reading, at);
    let inside = || reading.tokens.quotation_at(at).is_some() && !opens_quotation(reading, at);
    opens && !is_mark(at - 1) && !inside()
}

fn opens_phrase(reading: &Reading<'_>, at: usize) -> bool {
    let tag = reading.tag(at);
    let time = || reading.phrases.noun_at(at).is_some_and(|noun| noun.start == at && is_time(reading, &noun));
    let joins = matches!(
        tag,
        Tag::Coordinator | Tag::Subordinator | Tag::Preposition | Tag::Relative | Tag::Ing | Tag::To | Tag::Wh
    );
    joins || tag == Tag::Adverb || time()
}

fn closes_quotation(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.tokens.quotation_at(at - 1);
    before.is_some_and(|index| reading.tokens.quotations[index].tokens.end == at)
}

/// All that the decision to end before `stop` looks at.
fn features(run: &Run<'_>, stop: usize, mut emit: impl FnMut(&[&Name<'_>])) {
    const END: &Name<'_> = name!("end ");
    const AND: &Name<'_> = name!(" + ");
    let Run { site, rule, content, opening, .. } = *run;
    let reading = &site.reading;
    let limit = site.sentence.tokens.end;
    let mark = mark_name(reading, stop);
    let next = if reading.tag(stop) == Tag::Mark { stop + 1 } else { stop };
    let word = &word_name(reading, next, limit);
    let follows = follows(site, content, next, limit);
    let said = if run.verb.is_some_and(|verb| verb < stop) { name!("verb said") } else { name!("no verb yet") };
    let length = length_name(stop - content.start);
    let left = tail_name(limit - stop);
    emit(&[END, name!("bias")]);
    emit(&[END, mark, word]);
    emit(&[END, mark, word, AND, opening]);
    emit(&[END, mark, word, AND, rule]);
    emit(&[END, mark, word, AND, follows]);
    emit(&[END, mark, word, AND, said]);
    emit(&[END, mark, word, AND, length]);
    emit(&[END, mark, word, AND, left]);
    emit(&[END, mark, word, name!(" + "), stance_name(site.cue().cue.stance)]);
    emit(&[END, mark, follows, AND, opening]);
    emit(&[END, mark, follows, AND, said]);
    emit(&[END, mark, follows, AND, rule]);
    emit(&[END, mark, left, AND, rule]);
    emit(&[END, mark, name!("behind "), before_name(reading, site.start(), stop), AND, follows]);
    for (circumstance, holds) in CIRCUMSTANCES.iter().zip(circumstances(run, stop, next, limit)) {
        if holds {
            emit(&[END, *circumstance]);
            emit(&[END, *circumstance, AND, rule]);
            emit(&[END, *circumstance, AND, mark, word]);
        }
    }
}

const CIRCUMSTANCES: [&Name<'static>; 6] = [
    name!("as proposed"),
    name!("past what is proposed"),
    name!("time next"),
    name!("behind a quotation"),
    name!("comma later"),
    name!("relative clause"),
];

/// Which of them hold.
fn circumstances(run: &Run<'_>, stop: usize, next: usize, limit: usize) -> [bool; 6] {
    let reading = &run.site.reading;
    [
        stop == run.content.end,
        stop > run.content.end,
        time_next(reading, next, limit),
        closes_quotation(reading, stop),
        run.site.marks.has_comma_from(next + 1),
        run.in_relative,
    ]
}

/// A time, with or without its preposition.
fn time_next(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let noun = if at < limit && reading.tag(at) == Tag::Preposition { at + 1 } else { at };
    noun < limit && reading.phrases.noun_at(noun).is_some_and(|range| range.start == noun && is_time(reading, &range))
}

fn mark_name(reading: &Reading<'_>, stop: usize) -> &'static Name<'static> {
    match reading.token(stop).kind {
        Kind::Comma => name!(", "),
        Kind::Semicolon => name!("; "),
        Kind::Colon => name!(": "),
        Kind::Dash => name!("- "),
        Kind::OpenBracket => name!("( "),
        _ => name!(""),
    }
}

/// The word that follows where it is one of few, else what sort of word it is.
fn word_name<'a>(reading: &Reading<'a>, at: usize, limit: usize) -> Name<'a> {
    if at >= limit {
        return *name!("end");
    }
    let small = Classes::COORDINATOR
        | Classes::SUBORDINATOR
        | Classes::PREPOSITION
        | Classes::RELATIVE
        | Classes::WH
        | Classes::TO;
    let token = reading.token(at);
    if token.is(small) && token.case == crate::tokens::Case::Lower {
        return Name::of(reading.str(at));
    }
    *opening(reading, at)
}

/// What the words that follow make up.
fn follows(site: &Site<'_>, content: &Range<usize>, next: usize, limit: usize) -> &'static Name<'static> {
    let reading = &site.reading;
    let joined =
        next < limit && matches!(reading.tag(next), Tag::Coordinator | Tag::Subordinator | Tag::Wh | Tag::Relative);
    let at = next + usize::from(joined);
    if at >= limit {
        return name!("nothing");
    }
    let verb = |at: usize| at < limit && reading.tag(at).is_finite();
    if verb(at) || reading.tag(at) == Tag::Adverb && verb(at + 1) {
        return verb_name(site, content, if verb(at) { at } else { at + 1 });
    }
    match source_after(reading, at, limit) {
        Some(subject) if verb(subject.range.end) => clause_name(reading, &subject.range),
        Some(_) => name!("phrase"),
        None => name!("other"),
    }
}

/// Whose tense the next verb shares: in "they say he forged it and allege that" it is the cue's, and not the content's.
fn verb_name(site: &Site<'_>, content: &Range<usize>, at: usize) -> &'static Name<'static> {
    let reading = &site.reading;
    let said = (content.start..at).rev().find(|at| reading.tag(*at).is_finite());
    let like_cue = same_tense(reading, at, site.cue().head);
    let like_content = said.is_some_and(|said| same_tense(reading, at, said));
    match (reading.token(at).is(Classes::CUE_VERB), like_cue, like_content) {
        (true, true, true) => name!("cue in both tenses"),
        (true, true, false) => name!("cue in the cue's tense"),
        (true, false, _) => name!("cue in another tense"),
        (false, true, true) => name!("verb in both tenses"),
        (false, true, false) => name!("verb in the cue's tense"),
        (false, false, _) => name!("verb in another tense"),
    }
}

fn same_tense(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    let tenses = Classes::VERB_PAST | Classes::VERB_S | Classes::VERB_BASE;
    (reading.token(a).classes & reading.token(b).classes).intersects(tenses)
}

fn clause_name(reading: &Reading<'_>, subject: &Range<usize>) -> &'static Name<'static> {
    let verb = reading.token(subject.end);
    match (reading.tag(subject.start) == Tag::Pronoun, verb.is(Classes::CUE_VERB)) {
        (true, true) => name!("clause of a pronoun and a cue"),
        (true, false) => name!("clause of a pronoun"),
        (false, true) => name!("clause with a cue"),
        (false, false) => name!("clause"),
    }
}

fn length_name(tokens: usize) -> &'static Name<'static> {
    match tokens {
        0..=1 => name!("1 long"),
        2..=3 => name!("2-3 long"),
        4..=7 => name!("4-7 long"),
        8..=15 => name!("8-15 long"),
        _ => name!("16- long"),
    }
}

fn tail_name(tokens: usize) -> &'static Name<'static> {
    match tokens {
        0..=3 => name!("1-3 left"),
        4..=6 => name!("4-6 left"),
        7..=12 => name!("7-12 left"),
        13..=24 => name!("13-24 left"),
        _ => name!("25- left"),
    }
}
