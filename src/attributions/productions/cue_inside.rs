//! "\"P,\" X said, \"Q.\"", "P, X said, Q".

use super::content_first::{ends_here, follows_content};
use super::passive::is_expletive;
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::CueGroup;
use crate::attributions::feature::name;
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::content::{
    body_end, content_after, content_before, is_manner_of_telling, is_word_for_it, new_speaker, opens_quotation,
    skip_adjuncts,
};
use crate::attributions::parts::source::{Source, Way};
use crate::lexicon::{Frames, Meaning};
use crate::tokens::keys;
use crate::words::Kind;

/// "\"Taxes,\" the minister said, \"will rise.\""
pub fn cue_inside(site: &Site<'_>) -> Option<Candidate> {
    let (source, tag_start, after) = speaker(site)?;
    // "The minister, it is understood, will resign."
    let impersonal = is_expletive(site, &source) && (site.cue().passive || site.cue().takes(Frames::NO_SOURCE));
    if site.cue().passive && !impersonal {
        return None;
    }
    let source = Some(source).filter(|_| !impersonal);
    if let Some(content) = behind_joint(site, tag_start, after) {
        return Some(Candidate::new(name!("cue-inside"), site, source, content));
    }
    let limit = body_end(&site.reading, site.sentence);
    let comma = skip_adjuncts(&site.reading, after, limit);
    if comma + 1 >= limit || !matches!(site.reading.token(comma).kind, Kind::Comma | Kind::Dash) {
        return None;
    }
    let next = behind_manner(site, comma + 1);
    let before =
        relative_before(site, tag_start).or_else(|| content_before(&site.reading, site.sentence, tag_start))?;
    if site.reading.tokens.quotation_at(before.end - 1).is_some() && !opens_quotation(&site.reading, next) {
        return None;
    }
    let rest = content_after(&site.reading, site.sentence, next, site.cue())?;
    if !is_rest_of_clause(site, next) {
        return None;
    }
    Some(Candidate::new(name!("cue-inside"), site, source, before).and_content(Some(rest)))
}

/// "“You can't,” he says, |shaking his head, |“get that back.”", "“It is,” said Quill, |who runs the inn, |“and was.”": where the quotation
/// goes on behind what the speaker did meanwhile, or who that is.
fn behind_manner(site: &Site<'_>, at: usize) -> usize {
    use crate::phrases::Tag;
    let reading = &site.reading;
    let limit = site.sentence.tokens.end;
    let who = at < limit && reading.tag(at) == Tag::Relative;
    // not "he said, |adding, “Q”"; but "gesturing |at the rubble"
    let silent = || reading.verb_cue(at).is_none() || at + 1 < limit && reading.tag(at + 1) == Tag::Preposition;
    let acts = at < limit && reading.tag(at) == Tag::Ing && silent();
    let near = at..limit.min(at + LONGEST_MANNER);
    let quotes_on = |comma: &usize| comma + 1 < limit && opens_quotation(reading, comma + 1);
    let mut commas = (acts || who).then(|| reading.marks(near, Kind::Comma)).into_iter().flatten();
    let comma = if who { commas.find(quotes_on) } else { commas.next().filter(quotes_on) };
    comma.map_or(at, |comma| comma + 1)
}

/// Tokens of what a speaker did meanwhile, or of who that is.
const LONGEST_MANNER: usize = 20;

/// "And|, he said, |prices are rising": nothing but a joint stands before the tag.
fn behind_joint(site: &Site<'_>, tag_start: usize, after: usize) -> Option<std::ops::Range<usize>> {
    let reading = &site.reading;
    let joint = tag_start == site.start() + 2 && reading.tag(site.start()) == crate::phrases::Tag::Coordinator;
    let limit = body_end(reading, site.sentence);
    let comma = skip_adjuncts(reading, after, limit);
    let parted = joint && comma + 1 < limit && reading.token(comma).kind == Kind::Comma;
    parted.then(|| content_after(reading, site.sentence, comma + 1, site.cue())).flatten()
}

/// "the park, which|, she said, is full": the relative word alone.
fn relative_before(site: &Site<'_>, tag_start: usize) -> Option<std::ops::Range<usize>> {
    let reading = &site.reading;
    let word = tag_start.checked_sub(2).filter(|at| *at > site.start())?;
    let is = reading.tag(word) == crate::phrases::Tag::Relative && reading.token(word + 1).kind == Kind::Comma;
    is.then_some(word..word + 1)
}

/// The speaker, where the tag begins, and where it ends.
fn speaker(site: &Site<'_>) -> Option<(Source, usize, usize)> {
    let cue = site.cue();
    let start = site.start();
    if !site.marks.has_before(cue.tokens.start) {
        return None;
    }
    let before = site.own_subject().filter(|source| source.way != Way::Relative);
    if let Some(source) = before.filter(|source| follows_content(&site.reading, start, source.clause_start)) {
        let tag_start = source.clause_start;
        return Some((source, tag_start, after_addressee(site)));
    }
    if !follows_content(&site.reading, start, cue.tokens.start) {
        return None;
    }
    let source = site.source_behind()?;
    let after = source.range.end;
    ends_here(site, after).then_some((source, cue.tokens.start, after))
}

/// One past the cue and the one it tells.
fn after_addressee(site: &Site<'_>) -> usize {
    let cue = site.cue();
    let told = cue.takes(Frames::TELL).then(|| site.source_behind());
    told.flatten().map_or(cue.tokens.end, |told| told.range.end)
}

/// Whether what follows goes on with the clause, and is no adjunct of the tag ("…, he said, adding that").
fn is_rest_of_clause(site: &Site<'_>, at: usize) -> bool {
    use crate::phrases::Tag;
    let tag = site.reading.tag(at);
    // "…, the Post reported, according to the Herald"
    let leads = |group: &CueGroup| group.tokens.start == at && group.takes(Frames::SOURCE_AFTER);
    if site.groups[site.index + 1..].iter().take(1).any(leads) {
        return false;
    }
    // "…, the Post reported, |without citing sources", "…, it said, |a charge that the army denies"
    let limit = site.sentence.tokens.end;
    if is_manner_of_telling(&site.reading, at, limit) || is_word_for_it(&site.reading, at, limit) {
        return false;
    }
    // "It lost $1 billion, it said, |and the mayor told reporters that …"
    if tag == Tag::Coordinator && new_speaker(&site.reading, at + 1, limit) {
        return false;
    }
    // "…, Amnesty said, |in a report that accuses the police": where it said so
    if site.reading.phrase_len(at, Meaning::Occasion) > 0 && !opens_quotation(&site.reading, at) {
        return false;
    }
    // "…, officials said, |as relatives accused the owners": what went on meanwhile
    if site.reading.is_any(at, keys!["as", "even"]) && !opens_quotation(&site.reading, at) {
        return false;
    }
    // "…, the minister said on Monday, |a week after the Herald had reported it": that tells when
    let time = site.reading.phrases.noun_at(at).filter(|noun| noun.start == at && is_time(&site.reading, noun));
    let behind = time.map(|time| time.end).filter(|behind| *behind < site.sentence.tokens.end);
    if behind.is_some_and(|behind| site.reading.is_any(behind, keys!["after", "before", "since"])) {
        return false;
    }
    opens_quotation(&site.reading, at) || !matches!(tag, Tag::Ing | Tag::Participle | Tag::Relative)
}
