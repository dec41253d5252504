//! "according to X", "in the words of X": the source stands after the phrase.

use super::CONTENT_FIRST;
use super::as_reported::told_before;
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::feature::name;
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::content::{body_end, content_after, content_after_colon, content_before, trimmed};
use crate::attributions::parts::source::{source_after, speaks};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use crate::words::Kind;

/// "Taxes will rise, according to the ministry." "According to the ministry, taxes will rise."
pub fn source_after_phrase(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    // "said one of them, Per Olsen": no "per" there
    if cue.head > site.start() && !cue.has_several_words() && site.reading.token(cue.head).is_capitalised() {
        return None;
    }
    // "43 per cent"
    let counts = |at: usize| site.reading.tag(at) == Tag::Number;
    if cue.head > site.start() && counts(cue.head - 1) && !cue.has_several_words() {
        return None;
    }
    let limit = body_end(&site.reading, site.sentence);
    let mut source = source_after(&site.reading, cue.head_end, limit)?;
    if !speaks(&site.reading, &source.range) || is_idle(site, &source.range) {
        return None;
    }
    if let Some(comma) = behind_contact_clause(site, source.range.end, limit) {
        source.range.end = comma;
    }
    let after = source.range.end;
    if let Some(relative) = relative_before(site, after, limit) {
        return Some(
            Candidate::new(name!("according-to"), site, Some(source), relative.start..relative.start + 1)
                .and_content(Some(after..up_to_main_verb(site, after, relative.end))),
        );
    }
    if let Some(clause) = relative_clause_before(site, after, limit) {
        return Some(Candidate::new(name!("according-to"), site, Some(source), clause));
    }
    let right = right_content(site, after, limit).filter(|content| !is_citing(site, content.start));
    // "He said |that they sold it|, as stated by the clerk"
    let as_told = site.reading.is_word(cue.head, "as") && cue.tokens.start > site.start();
    let told = as_told.then(|| told_before(site, cue.tokens.start - 1)).flatten();
    let left = told
        .or_else(|| content_before(&site.reading, site.sentence, cue.tokens.start))
        .map(|content| behind_tag(site, content))
        .filter(|_| right.is_none() || !is_inside_report(site));
    let first = left.clone().or_else(|| right.clone())?;
    let second = left.and(right).map(|range| trimmed(&site.reading, range));
    Some(Candidate::new(name!("according-to"), site, Some(source), first).and_content(second))
}

/// "went according to |plan", "according to |my estimates": nobody else is behind it.
fn is_idle(site: &Site<'_>, source: &std::ops::Range<usize>) -> bool {
    let reading = &site.reading;
    let plan = source.len() == 1 && reading.is_any(source.start, keys!["plan", "plans", "schedule", "script"]);
    plan || source.len() > 1 && reading.is_any(source.start, keys!["my"])
}

/// "Sales fell, the company said, |missing estimates of $2 billion, according to data": what a tag stands behind is its speaker's, and the
/// phrase tells of the rest.
fn behind_tag(site: &Site<'_>, content: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let inside = |index: &usize| content.contains(&site.groups[*index].head);
    let mut earlier = (0..site.index).rev().take(FEW).filter(inside);
    let tag = earlier.find(|index| CONTENT_FIRST.propose(&site.at(*index)).is_some());
    let behind = tag.map(|index| site.groups[index].tokens.end..content.end);
    let comma = behind.and_then(|behind| site.reading.marks(behind, Kind::Comma).next());
    let comma = comma.or_else(|| before_comparison(site, &content));
    let rest = comma.map(|comma| trimmed(&site.reading, comma..content.end));
    rest.filter(|rest| rest.len() >= SHORTEST_REST).unwrap_or(content)
}

/// "earned 63 cents a share|, beating estimates of 60 cents, according to data": the comma, where what is compared is what analysts expected.
fn before_comparison(site: &Site<'_>, content: &std::ops::Range<usize>) -> Option<usize> {
    const COMPARES: &[u64] = keys![
        "compared",
        "versus",
        "against",
        "beating",
        "missing",
        "topping",
        "exceeding",
        "above",
        "below",
        "short",
        "ahead"
    ];
    const EXPECTED: &[u64] = keys![
        "estimate",
        "estimates",
        "expectation",
        "expectations",
        "forecast",
        "forecasts",
        "consensus",
        "projection",
        "projections"
    ];
    let reading = &site.reading;
    let comma = reading.marks(content.clone(), Kind::Comma).last().filter(|comma| comma + 1 < content.end)?;
    let expected = || (comma + 1..content.end).take(LONGEST_COMPARED).any(|at| reading.is_any(at, EXPECTED));
    (reading.is_any(comma + 1, COMPARES) && expected()).then_some(comma)
}

/// Tokens between the comparison and what is compared.
const LONGEST_COMPARED: usize = 10;

/// How many cues back a tag is looked for.
const FEW: usize = 4;

/// As many tokens behind a tag are a statement of their own.
const SHORTEST_REST: usize = 4;

/// "according to the papers, |citing a letter": what the source rests on.
fn is_citing(site: &Site<'_>, at: usize) -> bool {
    let cites = |group: &CueGroup| group.tokens.start == at && group.cue.stance == Stance::Cites;
    site.groups[site.index + 1..].iter().any(|group| cites(group) && group.form == Form::Ing)
}

/// "which |according to its own filings owes $2 billion": from the relative word to the furthest end.
fn relative_before(site: &Site<'_>, after: usize, limit: usize) -> Option<std::ops::Range<usize>> {
    let reading = &site.reading;
    let relative = site.cue().tokens.start.checked_sub(1).filter(|at| *at > site.start())?;
    let verb = after < limit && reading.tag(after).is_finite();
    (reading.tag(relative) == Tag::Relative && verb).then_some(relative..limit)
}

/// "The mayor, |who won 53% according to the commission, said": the clause between the commas, no comma in it.
fn relative_clause_before(site: &Site<'_>, after: usize, limit: usize) -> Option<std::ops::Range<usize>> {
    let reading = &site.reading;
    let cue = site.cue().tokens.start;
    let closes = after + 1 < limit && reading.token(after).kind == Kind::Comma && reading.tag(after + 1).is_finite();
    let is_mark = |at: &usize| reading.tag(*at) == Tag::Mark;
    let mark = (site.start()..cue).rev().take(LONGEST).find(is_mark).filter(|mark| closes && mark + 2 < cue)?;
    (reading.token(mark).kind == Kind::Comma && reading.tag(mark + 1) == Tag::Relative).then_some(mark + 1..cue)
}

/// "owes $2 billion|, has four branches"
fn up_to_main_verb(site: &Site<'_>, start: usize, limit: usize) -> usize {
    let reading = &site.reading;
    let is_verb = |at: usize| reading.tag(at).is_finite();
    let ends = |at: &usize| reading.token(*at).kind == Kind::Comma && *at + 1 < limit && is_verb(*at + 1);
    (start + 1..limit).find(ends).unwrap_or(limit)
}

/// "The ministry said that, |according to its records, P", "She said he left in May, when, |according to the court, P": what stands before
/// is no content.
fn is_inside_report(site: &Site<'_>) -> bool {
    let reading = &site.reading;
    let comma = site.cue().tokens.start.checked_sub(1).filter(|at| *at > site.start());
    let told_before = || site.groups[..site.index].iter().any(|group| group.form.is_main());
    comma.is_some_and(|comma| {
        let opens_clause = match reading.tag(comma - 1) {
            Tag::That => true,
            Tag::Wh | Tag::Relative | Tag::Coordinator => told_before(),
            _ => false,
        };
        reading.token(comma).kind == Kind::Comma
            && (opens_clause || site.groups.iter().any(|group| group.tokens.end == comma && group.form.is_main()))
    })
}

/// What follows the source: behind a comma, or a colon.
fn right_content(site: &Site<'_>, after: usize, limit: usize) -> Option<std::ops::Range<usize>> {
    let after = behind_restriction(site, after, limit);
    if continues_after(site, after, limit) {
        let start = behind_relative_clause(site, after, limit)? + 1;
        return content_after(&site.reading, site.sentence, start, site.cue());
    }
    let colon = after < site.sentence.tokens.end && site.reading.token(after).kind == Kind::Colon;
    colon.then(|| content_after_colon(&site.reading, site.sentence, after, site.cue())).flatten()
}

/// "According to the complaint, |filed on Monday in Tulsa,": a participle with a time or a place.
fn is_made_then(site: &Site<'_>, at: usize, limit: usize) -> bool {
    let reading = &site.reading;
    let participle = at + 1 < limit && reading.token(at).is(Classes::VERB_PARTICIPLE) && reading.tag(at).is_verbal();
    let time = || reading.phrases.noun_at(at + 1).is_some_and(|noun| noun.start == at + 1 && is_time(reading, &noun));
    // not "The club has, according to the paper, |turned down an offer."
    let closes = || reading.marks(at + 1..limit.min(at + LONGEST), Kind::Comma).next().is_some();
    participle && (reading.tag(at + 1) == Tag::Preposition || time()) && closes()
}

/// ", |known as Cal Fire", ", |led by Ada Quill": what tells more of the source.
fn tells_of_source(site: &Site<'_>, at: usize) -> bool {
    const TELLING: &[u64] = keys!["known", "led", "headed", "based", "founded", "run", "owned", "formerly", "dubbed"];
    site.reading.is_any(at, TELLING) && site.reading.is_any(at + 1, keys!["as", "by", "in", "known"])
}

/// "Per the contract, which leaked last week|, the singer …": the comma that the content stands behind.
fn behind_relative_clause(site: &Site<'_>, comma: usize, limit: usize) -> Option<usize> {
    let tells = comma + 2 < limit && tells_of_source(site, comma + 1);
    if !tells && site.reading.tag(comma + 1) != Tag::Relative && !is_made_then(site, comma + 1, limit) {
        return Some(comma);
    }
    let closing = site.reading.marks(comma + 2..limit.min(comma + LONGEST), Kind::Comma).next();
    closing.filter(|closing| closing + 1 < limit)
}

/// "According to a colleague |who would not be named|, he …": the comma behind the clause that tells which one, or where it would begin.
fn behind_restriction(site: &Site<'_>, after: usize, limit: usize) -> usize {
    if after >= limit || site.reading.tag(after) != Tag::Relative {
        return after;
    }
    let comma = site.reading.marks(after + 1..limit.min(after + LONGEST), Kind::Comma).next();
    comma.unwrap_or(after)
}

/// "According to a form Ortega |filed in March|, he …": the comma behind a clause that tells which form, where the sentence begins so.
fn behind_contact_clause(site: &Site<'_>, after: usize, limit: usize) -> Option<usize> {
    let goes_on = matches!(site.reading.tag(after.min(limit - 1)), Tag::Finite | Tag::Pronoun | Tag::Preposition);
    let opens = site.cue().head == site.start() && after < limit && goes_on;
    let mut near = after + 1..limit.min(after + LONGEST);
    near.find(|at| site.reading.token(*at).kind == Kind::Comma).filter(|_| opens)
}

/// Tokens that the relative clause may have.
const LONGEST: usize = 30;

/// A comma after the source, with more of the sentence behind it.
fn continues_after(site: &Site<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit && site.reading.token(at).kind == Kind::Comma
}
