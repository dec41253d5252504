//! "P, X said", "P, said X", "\"P?\" X asked".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{content_before, is_word_for_it, opens_quotation, skip_adjuncts};
use crate::attributions::parts::source::{Source, Way, source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames, Meaning};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::{Token, keys};
use crate::words::Kind;
use std::ops::Range;

/// "Taxes would rise, the minister said." "\"Taxes will rise,\" the minister said."
pub fn content_then_source(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !site.marks.has_before(cue.tokens.start) {
        return None;
    }
    let source = site.own_subject().filter(|source| may_follow_content(site, source))?;
    if is_done_by_another(site) || is_contact_clause(site, &source) || is_nobody(&site.reading, &source) {
        return None;
    }
    if !ends_here(site, cue.tokens.end) && !is_told_of(site, source.clause_start) {
        return None;
    }
    let content = content_before(&site.reading, site.sentence, source.clause_start)
        .filter(|content| !is_fronted_clause(&site.reading, content))?;
    if super::cue_inside::cue_inside(site).is_some() {
        return None;
    }
    let told = is_told_by_somebody(site, &source);
    if cue.passive && !told {
        return None;
    }
    if told {
        return Some(Candidate::new(name!("told-passive"), site, None, content));
    }
    Some(Candidate::new(name!("content-first"), site, Some(source), content))
}

/// "Ex-treasurer stole two million, |court told", "He spent it on horses, |the jury was told": who heard it, and it is not said from whom.
fn is_told_by_somebody(site: &Site<'_>, source: &Source) -> bool {
    const TOLD: &[u64] = keys![
        "court",
        "jury",
        "jurors",
        "inquest",
        "tribunal",
        "inquiry",
        "hearing",
        "trial",
        "committee",
        "magistrates",
        "judge",
        "judges",
        "bench",
        "commission",
        "panel",
        "parliament",
        "mps",
        "senators",
    ];
    let (reading, end) = (&site.reading, site.cue().tokens.end);
    let last = end >= site.sentence.tokens.end || reading.tag(end) == Tag::Mark;
    (last || site.cue().passive) && reading.is_word(end - 1, "told") && reading.is_any(source.range.end - 1, TOLD)
}

/// "Taxes would rise, said the minister."
pub fn content_then_cue(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let start = cue.tokens.start;
    if !site.marks.has_before(start)
        || !follows_content(&site.reading, site.start(), start)
        || !takes_bare_content(site, start)
    {
        return None;
    }
    // "…, said X": no auxiliary, and what is said outside quotation marks is a clause
    if cue.tokens.start != cue.head {
        return None;
    }
    let source = site.source_behind()?;
    if !ends_here(site, source.range.end) && !is_told_of(site, cue.tokens.start) {
        return None;
    }
    let content = content_before(&site.reading, site.sentence, cue.tokens.start)?;
    // "Films, which nobody has checked, |showed flames": flames say nothing
    // nor does money: 'a code in which "lunches" |meant $5,000'
    let marked = || closes_quotation(&site.reading, start) && !is_in_clause(&site.reading, start);
    let silent = !speaks(&site.reading, &source.range) && !marked();
    // "Ferries unsafe, warns union": a headline leaves out "are"
    let headline = source.range.end == site.sentence.tokens.end;
    if silent
        || has_object_behind_aside(site)
        || super::cue_inside::cue_inside(site).is_some()
        || !headline && !is_said(&site.reading, &content)
    {
        return None;
    }
    Some(Candidate::new(name!("content-first-inverted"), site, Some(source), content))
}

/// '"lunches" |meant': a quotation without a mark at its end, in the clause of the verb behind it.
fn is_in_clause(reading: &Reading<'_>, at: usize) -> bool {
    let last = at.checked_sub(2).map(|last| reading.token(last));
    last.is_some_and(Token::has_letters)
}

/// "a clerk, who was new, |found the books": behind a relative clause between commas stands its noun's verb; "P, who was ill, said Quill" is told.
fn has_object_behind_aside(site: &Site<'_>) -> bool {
    let start = site.cue().tokens.start;
    let own = || site.own_subject().filter(|source| source.way == Way::Apart && source.range.end < start);
    let relative = |source: &Source| site.reading.has_tag(source.range.end..start, Tag::Relative);
    site.cue().cue.stance == Stance::Witnesses && own().is_some_and(|source| relative(&source))
}

/// "\"Will taxes rise?\" the reporter asked." where the question mark, or a full stop that should be a comma, ended the
/// sentence before.
pub fn content_question(site: &Site<'_>) -> Option<Candidate> {
    let first = site.start();
    let before = first.checked_sub(1)?;
    let quotation = site.reading.tokens.quotation_at(before).map(|q| &site.reading.tokens.quotations[q])?;
    if quotation.tokens.end != first || !ends_question(&site.reading, before) {
        return None;
    }
    let source = said_so(site).or_else(|| opening_subject(site))?;
    Some(Candidate::new(name!("content-first-question"), site, Some(source), quotation.tokens.clone()))
}

/// "“Will taxes rise?” |The reporter| asked.": who opens the sentence, and said nothing more in it.
fn opening_subject(site: &Site<'_>) -> Option<Source> {
    let source = site.own_subject().filter(|source| source.range.start == site.start())?;
    ends_here(site, site.cue().tokens.end).then_some(source)
}

/// "“Nobody could have known.” So said |the minister|, when asked.": whoever stands behind the verb.
fn said_so(site: &Site<'_>) -> Option<Source> {
    let so = site.reading.is_word(site.start(), "so") && site.cue().tokens.start == site.start() + 1;
    so.then(|| site.source_behind()).flatten()
}

fn ends_question(reading: &Reading<'_>, closing: usize) -> bool {
    closing > 0 && matches!(reading.token(closing - 1).kind, Kind::Exclaim | Kind::Comma | Kind::Stop | Kind::Ellipsis)
}

/// ", a claim |disputed by survivors": a participle, and whose act it was stands behind it; "said by telephone" is another matter.
fn is_done_by_another(site: &Site<'_>) -> bool {
    let reading = &site.reading;
    let cue = site.cue();
    let by = cue.tokens.end;
    let passive = cue.tokens.len() == 1 && reading.token(cue.head).is(Classes::VERB_PARTICIPLE);
    let led = passive && by + 1 < site.sentence.tokens.end && reading.is_word(by, "by");
    // "said by phone |from the hospital"
    let led = led && reading.phrase_len(by, Meaning::Occasion) == 0;
    let doer = led.then(|| source_after(reading, by + 1, site.sentence.tokens.end)).flatten();
    doer.is_some_and(|doer| {
        speaks(reading, &doer.range) && !reading.token(doer.range.end - 1).is(Classes::DOCUMENT_NOUN)
    })
}

/// ", a figure police |dispute", ", a toll Oslo |disputes": "a" does not go with a plural, so that another phrase begins behind its noun.
fn is_contact_clause(site: &Site<'_>, source: &Source) -> bool {
    let reading = &site.reading;
    let range = &source.range;
    // ", a letter seen by the Herald |shows"
    let told_by = |at: usize| reading.tag(at) == Tag::Participle && at + 1 < range.end && reading.is_word(at + 1, "by");
    if range.clone().any(told_by) {
        return false;
    }
    if is_word_for_it(reading, range.start, range.end) {
        return true;
    }
    let article = range.len() > 2 && reading.is_any(range.start, keys!["a", "an"]);
    // not "a person close to |the talks", "a rights group and officials |said"
    let joined = || range.clone().any(|at| matches!(reading.tag(at), Tag::Coordinator | Tag::Preposition));
    let plural = || reading.tag(range.end - 1) == Tag::Noun && reading.token(range.end - 1).is(Classes::PLURAL);
    article && !joined() && plural()
}

/// "If they did, |nobody told me": no tag behind what was said.
fn is_nobody(reading: &Reading<'_>, source: &Source) -> bool {
    source.range.len() == 1 && reading.is_any(source.range.start, keys!["nobody", "none"])
}

/// Whether the tag ends here: at the sentence's end or a mark, once times, places and those spoken to are passed over.
pub fn ends_here(site: &Site<'_>, at: usize) -> bool {
    let end = site.sentence.tokens.end;
    let mut at = at;
    if site.cue().takes(Frames::TELL) && at == site.cue().tokens.end {
        at = source_after(&site.reading, at, end).map_or(at, |told| told.range.end);
    }
    let at = skip_adjuncts(&site.reading, at, end);
    at >= end || closes_tag(&site.reading, at)
}

/// Whether a quotation that ended with its own comma, question mark or dash stands right before `tag`: then the tag may go on as it
/// likes ("'P,' she said of the plan").
fn is_told_of(site: &Site<'_>, tag: usize) -> bool {
    let reading = &site.reading;
    let quotation = tag.checked_sub(1).and_then(|at| reading.tokens.quotation_at(at));
    let closes = quotation.is_some_and(|index| {
        let quotation = &reading.tokens.quotations[index];
        quotation.closed && quotation.tokens.end == tag && quotation.tokens.len() > 2
    });
    let comma = || matches!(reading.token(tag - 2).kind, Kind::Comma | Kind::Exclaim | Kind::Dash | Kind::Ellipsis);
    closes && comma() && !goes_on_with_content(site)
}

/// "that" or a quotation right after the cue: what stands before is not its content.
fn goes_on_with_content(site: &Site<'_>) -> bool {
    let after = site.cue().tokens.end;
    after < site.sentence.tokens.end && (site.reading.tag(after) == Tag::That || opens_quotation(&site.reading, after))
}

fn closes_tag(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    matches!(token.kind, Kind::Stop | Kind::Comma | Kind::Semicolon | Kind::CloseBracket | Kind::Dash | Kind::Colon)
        || reading.tag(at) == Tag::Subordinator
        || matches!(reading.tag(at), Tag::Ing | Tag::Relative)
}

/// Whether something stands left of the source that can be content.
fn may_follow_content(site: &Site<'_>, source: &Source) -> bool {
    let place = source.clause_start;
    source.way != Way::Relative
        && follows_content(&site.reading, site.start(), place)
        && takes_bare_content(site, place)
}

/// A quotation, or words with a finite verb: "The museum, built in 1911, holds 30,000 coins" tells of nothing said.
fn is_said(reading: &Reading<'_>, content: &Range<usize>) -> bool {
    let quoted = |at: usize| reading.tokens.quotation_at(at).is_some();
    let finite = |at: usize| reading.tag(at).is_finite();
    content.clone().any(|at| quoted(at) || finite(at))
}

/// "She began" and "he went on" follow a quotation only; "he said" any clause.
fn takes_bare_content(site: &Site<'_>, at: usize) -> bool {
    site.cue().takes(Frames::THAT | Frames::SO | Frames::TELL) || closes_quotation(&site.reading, at)
}

fn closes_quotation(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.tokens.quotation_at(before));
    before.is_some_and(|index| reading.tokens.quotations[index].tokens.end == at)
}

/// "|In June, after the firm closed its plant|, three workers complained": a clause that only tells when or why.
fn is_fronted_clause(reading: &Reading<'_>, content: &Range<usize>) -> bool {
    let quoted = content.clone().any(|at| reading.tokens.quotation_at(at).is_some());
    let opens = |at: usize| {
        matches!(reading.tag(at), Tag::Subordinator | Tag::Preposition | Tag::Wh) && !reading.is_word(at, "if")
    };
    let commas = reading.marks(content.clone(), Kind::Comma);
    let last = commas.last().map_or(content.start, |comma| comma + 1);
    let clause = (last..content.end).any(|at| reading.tag(at) == Tag::Subordinator) && opens(last);
    // "|Asked by the judge if he was tired|, Harkness said yes"
    let first = reading.token(content.start);
    let asked =
        first.is(Classes::VERB_PARTICIPLE) && !first.is(Classes::NOUN) && reading.tag(content.start).is_verbal();
    !quoted && (asked || opens(content.start) && clause && reading.has_finite(last..content.end))
}

/// Whether content ends right before `at`: a comma, a closing quotation mark or a dash.
pub fn follows_content(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before > start) else { return false };
    closes_quotation(reading, at) || matches!(reading.token(before).kind, Kind::Comma | Kind::Dash)
}
