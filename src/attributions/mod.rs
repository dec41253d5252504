//! Attributions: who says what, and by which words.
//!
//! Productions propose candidates at every cue, a sum of readable weights scores them, one place chooses.

mod candidate;
mod choose;
mod continued;
mod cue;
mod ends;
mod feature;
mod nested;
mod parts;
mod productions;
mod score;
mod view;

pub use continued::is_quoted_whole;
pub use ends::EndSite;
pub use parts::source::{Source, Way, subject_of_verb};
pub use score::confidence;
pub use view::Reading;

use crate::document::{BlockKind, Document};
use crate::lexicon::{Classes, Frames, Lexicon, Meaning};
use crate::phrases::{Phrases, Tag};
use crate::terms::{Form, Stance, Term};
use crate::tokens::{Sentence, Tokens, keys};
use crate::words::Kind;
use candidate::{Candidate, Site};
use choose::{Scored, choose, is_likely};
use cue::{CueGroup, Spotted};
use parts::source::{has_nobody_told, source_after, speaks};
use productions::{AT_MARKS, MarkSite};
use std::ops::Range;
use std::sync::Arc;

/// A source tied by a cue to content; all ranges are of tokens.
#[derive(Debug, Clone)]
pub struct Attribution {
    /// The production that found it.
    pub rule: &'static str,
    /// Who speaks; `None` where nobody is named.
    pub source: Option<Source>,
    /// The cue.
    pub cue: Range<usize>,
    /// The word that makes it a cue.
    pub head: usize,
    /// What is attributed, in text order.
    pub content: Vec<Range<usize>>,
    /// Whether it is quoted.
    pub form: Form,
    /// What the cue says of the speaker's attitude.
    pub stance: Stance,
    /// Log-odds that it is right.
    pub score: f32,
    /// What adds up to the score.
    pub terms: Arc<[Term]>,
    /// The attribution (by index) inside whose content this one stands.
    pub nested_in: Option<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether the cue tells of no act that took place: "to discuss", "would say".
    pub unreal: bool,
}

impl Attribution {
    /// The one cited, where that is all: "the paper cited |two officials briefed on the plan".
    pub fn only_cited(&self, reading: &Reading<'_>) -> Option<Range<usize>> {
        let [piece] = &self.content[..] else { return None };
        let cited = (self.stance == Stance::Cites).then(|| source_after(reading, piece.start, piece.end))??.range;
        (cited == *piece && speaks(reading, piece)).then_some(cited)
    }
}

/// One candidate with everything a fit wants to know of it.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The production's name.
    pub rule: &'static str,
    /// Bytes of the source.
    pub source: Vec<crate::span::Span>,
    /// Bytes of the cue.
    pub cue: crate::span::Span,
    /// Bytes of the cue's head word.
    pub head: crate::span::Span,
    /// Bytes of the content.
    pub content: Vec<crate::span::Span>,
    /// Byte where its sentence ends: a quotation that goes on behind it is no matter of this candidate's.
    pub until: usize,
    /// The features its score sums over.
    pub features: Vec<String>,
    /// Its score with the weights as they stand: log-odds.
    pub score: f32,
}

/// All attributions of a document, in text order of their cues; linear. `terms` has the terms of their scores kept.
pub fn find(
    document: &Document,
    tokens: &Tokens<'_>,
    phrases: &Phrases,
    lexicon: &Lexicon,
    terms: bool,
) -> Vec<Attribution> {
    let reading = Reading::of(tokens, phrases, lexicon);
    let (mut found, mut buffers) = (Vec::new(), Buffers::default());
    for index in 0..tokens.sentences.len() {
        in_sentence(&reading, document, index, terms, &mut buffers, &mut found);
    }
    nest(&reading, &mut found);
    continued::extend(&reading, &mut found);
    found.sort_by_key(|one| one.cue.start);
    nest(&reading, &mut found);
    let before = found.len();
    found.retain(|one| one.nested_in.is_some() || stands_alone(&reading, one));
    if found.len() != before {
        nest(&reading, &mut found);
    }
    for one in &mut found {
        one.form = form(&reading, &one.content);
    }
    found
}

/// Every candidate of a document with its features: what the weights are fitted on.
pub fn proposals(document: &Document, tokens: &Tokens<'_>, phrases: &Phrases, lexicon: &Lexicon) -> Vec<Proposal> {
    let reading = Reading::of(tokens, phrases, lexicon);
    let (mut found, mut spotted) = (Vec::new(), Spotted::default());
    for sentence in &tokens.sentences {
        let block = document.blocks[sentence.block].kind;
        spot_cues(&reading, sentence, &mut spotted);
        for index in 0..spotted.groups.len() {
            let site = Site::new(reading, sentence, &spotted, index);
            found.extend(candidates(&site).map(|candidate| proposal(&site, &candidate, block)));
        }
    }
    found
}

/// Where the content of every candidate may end: what the weights of its end are fitted on.
pub fn end_sites(tokens: &Tokens<'_>, phrases: &Phrases, lexicon: &Lexicon) -> Vec<EndSite> {
    let reading = Reading::of(tokens, phrases, lexicon);
    let (mut found, mut spotted) = (Vec::new(), Spotted::default());
    for sentence in &tokens.sentences {
        spot_cues(&reading, sentence, &mut spotted);
        for index in 0..spotted.groups.len() {
            let site = Site::new(reading, sentence, &spotted, index);
            found.extend(candidates(&site).filter_map(|candidate| ends::end_site(&site, &candidate)));
        }
    }
    found
}

fn proposal(site: &Site<'_>, candidate: &Candidate, block: BlockKind) -> Proposal {
    let tokens = site.reading.tokens;
    let mut features = Vec::new();
    score::features(site, candidate, block, |feature| features.push(feature::text(feature)));
    let mut settled = candidate.clone();
    ends::settle(site, &mut settled, site.reading.lexicon.weights());
    Proposal {
        rule: candidate.rule.text(),
        source: candidate.source.iter().map(|source| tokens.span(&source.range)).collect(),
        cue: tokens.span(&candidate.cue),
        head: tokens.all[site.cue().head].span(),
        content: settled.content.iter().map(|piece| tokens.span(piece)).collect(),
        until: tokens.span(&site.sentence.tokens).end,
        features,
        score: score::score(site, candidate, block, site.reading.lexicon.weights()),
    }
}

/// What is used again for each sentence.
#[derive(Default)]
struct Buffers {
    spotted: Spotted,
    scored: Vec<Scored>,
}

fn in_sentence(
    reading: &Reading<'_>,
    document: &Document,
    index: usize,
    terms: bool,
    Buffers { spotted, scored }: &mut Buffers,
    found: &mut Vec<Attribution>,
) {
    let sentence = &reading.tokens.sentences[index];
    let block = document.blocks[sentence.block].kind;
    spot_cues(reading, sentence, spotted);
    let site = |group: usize| Site::new(*reading, sentence, spotted, group);
    for group in 0..spotted.groups.len() {
        let site = site(group);
        candidates(&site).for_each(|candidate| add_scored(&site, candidate, block, terms, scored));
    }
    if spotted.marks.has(Kind::Colon) || spotted.marks.has(Kind::Dash) {
        scored.extend(at_marks(reading, sentence, block));
    }
    for one in choose(reading, scored, |one| one.group.map_or((), |group| settle(&site(group), one))) {
        let terms = one.group.filter(|_| terms).map(|group| self::terms(&site(group), &one, block));
        add_attributions(reading, one, &spotted.groups, index, terms.unwrap_or_default(), found);
    }
}

/// Every place in a sentence where a cue may stand. A cue of several words that no production takes gives way to its first word:
/// "warn against" is none where a clause follows "warn".
fn spot_cues(reading: &Reading<'_>, sentence: &Sentence, spotted: &mut Spotted) {
    spotted.spot(reading, sentence);
    for index in 0..spotted.groups.len() {
        if !spotted.groups[index].has_several_words() {
            continue;
        }
        let Some(word) = cue::word_cue(reading, sentence, spotted.groups[index].head) else { continue };
        let site = Site::new(*reading, sentence, spotted, index);
        if productions::proposed(&site).next().is_none() {
            spotted.groups[index] = word;
        }
    }
}

/// All that the productions propose at a cue.
fn candidates<'a>(site: &'a Site<'a>) -> impl Iterator<Item = Candidate> + 'a {
    productions::proposed(site).filter(|candidate| {
        !tells_why_unnamed(&site.reading, candidate)
            && !is_reduced(&site.reading, candidate)
            && !is_of_venue(site, candidate)
    })
}

/// "said in a statement |posted on Facebook that P": the participle belongs to the place where it was said.
fn is_of_venue(site: &Site<'_>, candidate: &Candidate) -> bool {
    let reading = &site.reading;
    let source = candidate.source.as_ref().filter(|source| source.range.end == candidate.cue.start);
    let led = source.and_then(|source| source.range.start.checked_sub(1)).filter(|at| *at > site.start());
    let may_be = reading.token(candidate.cue.start).is(Classes::VERB_PARTICIPLE);
    // "told the Courier in an interview |published on Sunday that P"
    let told = |index: usize| {
        let tells = site.groups[index].takes(Frames::TELL).then(|| site.at(index).source_behind()).flatten();
        tells.map_or(0..0, |told| told.range)
    };
    let said = |at: usize| {
        let mut earlier = (0..site.index).rev().take(2).filter(|index| site.groups[*index].form.is_main());
        let within = |told: Range<usize>| told.start < at && at <= told.end;
        earlier.any(|index| site.groups[index].tokens.end == at || within(told(index)))
    };
    may_be && led.is_some_and(|at| reading.tag(at) == Tag::Preposition && said(at))
}

/// "spoke on condition of anonymity because …", "asked not to be named": the condition is no content.
fn tells_why_unnamed(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let cue = candidate.cue.start;
    let behind = || candidate.content.iter().find(|content| content.start >= cue);
    let start = behind().or(candidate.content.first()).map_or(cue, |content| content.start);
    let near = cue.saturating_sub(LONGEST_REASON)..start.max(cue) + 1;
    if !reading.has_phrase(near, Meaning::AnonymityReason) {
        return false;
    }
    let behind_cue = start >= cue;
    let holds_cue = |at: usize| at + reading.phrase_len(at, Meaning::AnonymityReason) > cue;
    (cue.saturating_sub(LONGEST_PHRASE)..=cue).any(holds_cue)
        || behind_cue && (cue..=start).any(|at| at + reading.phrase_len(at, Meaning::AnonymityReason) > start)
        || in_reason(reading, cue, candidate.source.as_ref().map_or(usize::MAX, |source| source.range.start))
}

/// Words that such a phrase may have before its verb: "not authorized to |discuss".
const LONGEST_PHRASE: usize = 5;

/// "on condition of anonymity because they |fear for their jobs": behind the phrase, in its clause.
///
/// "|a clerk who asked not to be named because she feared revenge said": the source at `source` stands before the phrase.
fn in_reason(reading: &Reading<'_>, at: usize, source: usize) -> bool {
    let near = (at.saturating_sub(LONGEST_REASON)..at).rev();
    let mut clause = near.take_while(|at| !matches!(reading.token(*at).kind, Kind::Comma | Kind::Stop));
    clause.any(|at| {
        let len = reading.phrase_len(at, Meaning::AnonymityReason);
        let next = at + len;
        len > 0 && source > at && next < reading.tokens.all.len() && reading.tag(next) == Tag::Subordinator
    })
}

/// Tokens that the reason for anonymity may have; keeps the work linear.
const LONGEST_REASON: usize = 20;

/// "a lawyer |briefed on the case said": where a verb of speech follows the noun, the participle only tells who spoke.
fn is_reduced(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let head = candidate.cue.start;
    let may_be = reading.token(head).is(Classes::VERB_PARTICIPLE) && has_nobody_told(reading, head);
    let Some(content) = candidate.content.first().filter(|content| may_be && content.start >= head) else {
        return false;
    };
    // "informed |of the decision said": the preposition may be the content's
    let start = content.start + usize::from(reading.tag(content.start) == Tag::Preposition);
    let noun = reading.phrases.noun_at(start).filter(|noun| noun.end < content.end);
    noun.is_some_and(|noun| reading.tag(noun.end) == Tag::Finite && reading.token(noun.end).is(Classes::CUE_VERB))
}

/// Adds a candidate with its score, where it can be chosen at all. `terms` has kept what is needed to tell the terms of its score.
fn add_scored(site: &Site<'_>, candidate: Candidate, block: BlockKind, terms: bool, scored: &mut Vec<Scored>) {
    let score = score::score(site, &candidate, block, site.reading.lexicon.weights());
    let unlikely = !is_likely(score);
    let nested_odds = if unlikely { nested::odds(site, &candidate) } else { f32::NEG_INFINITY };
    if score <= nested_odds {
        return;
    }
    scored.push(Scored {
        score,
        nested_odds,
        quoted: unlikely && nested::is_quoted(&site.reading, &candidate.cue, &candidate.content),
        proposed: terms.then(|| candidate.content.clone()),
        candidate,
        head: site.cue().head,
        group: Some(site.index),
    });
}

/// Ends the content of a likely candidate where that is likeliest.
fn settle(site: &Site<'_>, one: &mut Scored) {
    ends::settle(site, &mut one.candidate, site.reading.lexicon.weights());
    one.nested_odds = nested::odds(site, &one.candidate);
}

/// What the productions at marks propose: each wants a colon or a dash.
fn at_marks(reading: &Reading<'_>, sentence: &Sentence, block: BlockKind) -> Vec<Scored> {
    let headline = block == BlockKind::Headline;
    let site = MarkSite { reading: *reading, sentence, headline };
    let weights = reading.lexicon.weights();
    let candidates = AT_MARKS.iter().filter_map(|production| production(&site));
    candidates
        .filter(|candidate| candidate.content.iter().all(|piece| !piece.is_empty()))
        .map(|candidate| Scored {
            head: candidate.cue.start,
            score: weights.by_hand(candidate.rule.key()).map_or(0.0, |(score, _)| score),
            nested_odds: f32::NEG_INFINITY,
            quoted: false,
            candidate,
            group: None,
            proposed: None,
        })
        .collect()
}

/// What adds up to the score of a chosen candidate.
fn terms(site: &Site<'_>, one: &Scored, block: BlockKind) -> Arc<[Term]> {
    let Some(content) = one.proposed.clone() else { return Arc::default() };
    let proposed = Candidate { content, ..one.candidate.clone() };
    score::terms(site, &proposed, block, site.reading.lexicon.weights()).into()
}

/// "agreed |to discuss it", "told us |to lie down": what is to be done is no word of what is; "professed |to have known" is.
fn is_undertaking(reading: &Reading<'_>, candidate: &Candidate) -> bool {
    let active = matches!(candidate.rule.text(), "source-first" | "source-first-addressee" | "object-and-complement");
    let Some(content) = candidate.content.first().filter(|_| active && candidate.content.len() == 1) else {
        return false;
    };
    // those told are part of it; not "told us |the plan to build it was ready"
    let part = |at: &usize| {
        let joins = reading.tag(*at) == Tag::Coordinator || reading.is_any(*at, keys!["in", "at"]);
        joins || reading.tag(*at).is_nominal() || reading.tag(*at) == Tag::Pronoun
    };
    let told = content.start..content.start + content.clone().take(LONGEST_TOLD).take_while(part).count();
    let asked =
        matches!(candidate.rule.text(), "object-and-complement" | "source-first-addressee") && speaks(reading, &told);
    let us = told.len() == 1 && reading.tag(told.start) == Tag::Pronoun;
    let to = told.end;
    (told.is_empty() || us || asked)
        && to + 1 < content.end
        && reading.tag(to) == Tag::To
        && matches!(reading.tag(to + 1), Tag::Base | Tag::Be)
}

/// Tokens of those told, before "to".
const LONGEST_TOLD: usize = 8;

/// Adds the attribution of a chosen candidate, and the one inside it if it has one.
fn add_attributions(
    reading: &Reading<'_>,
    one: Scored,
    groups: &[CueGroup],
    sentence: usize,
    terms: Arc<[Term]>,
    found: &mut Vec<Attribution>,
) {
    let group = one.group.map(|index| &groups[index]);
    // "The army did not say why": who does not say it declines to
    let asked = one.candidate.content.first().is_some_and(|piece| reading.tag(piece.start) == Tag::Wh);
    // "The study did not find that P" denies it, and who does not confirm it declines to; who could not did not learn of it
    let could = group.is_some_and(|group| group.tokens.clone().any(|at| reading.is_any(at, keys!["could", "can"])));
    let heard = one.candidate.rule.text() == "heard-from";
    let stance = group.map_or(Stance::Says, |group| match group.cue.stance {
        // whoever was heard says so
        Stance::Witnesses if heard => Stance::Says,
        Stance::Says if group.negated && asked => Stance::Declines,
        Stance::Says if requests(reading, &one.candidate, one.head) => Stance::Intends,
        Stance::Says if is_undertaking(reading, &one.candidate) => Stance::Intends,
        Stance::Confirms if group.negated && !could => Stance::Declines,
        Stance::Witnesses if group.negated => Stance::Denies,
        stance => stance,
    });
    // "The records did not list a lawyer": nothing was said of one
    let silent = one.candidate.rule.text() == "source-first-noun" && stance == Stance::Says;
    let unreal = group.is_some_and(|group| cue::is_unreal(reading, group) || group.negated && silent);
    let make = move |candidate: Candidate, head: usize, stance: Stance, terms: Arc<[Term]>| Attribution {
        rule: candidate.rule.text(),
        source: candidate.source,
        cue: candidate.cue,
        head,
        content: candidate.content,
        form: Form::Indirect,
        stance,
        score: one.score,
        terms,
        nested_in: None,
        sentence,
        unreal,
    };
    let mut outer = one.candidate;
    let inner = outer.inner.take().map(|inner| (inner.cue.end - 1, *inner));
    found.push(make(outer, one.head, stance, terms.clone()));
    found.extend(inner.map(|(head, inner)| make(inner, head, Stance::Says, terms)));
}

/// "asked |Brussels to lend it money", "asked |for calm": a request; "asked |whether it would" is a question.
fn requests(reading: &Reading<'_>, candidate: &Candidate, head: usize) -> bool {
    let opens = |piece: &Range<usize>| {
        matches!(reading.tag(piece.start), Tag::To | Tag::That) || reading.is_word(piece.start, "for")
    };
    reading.is_any(head, keys!["ask", "asks", "asked", "asking"])
        && (candidate.rule.text() == "object-and-complement" || candidate.content.first().is_some_and(opens))
}

/// Whether an attribution that no other holds is likely enough; one in quotation marks should have had a speaker around it.
fn stands_alone(reading: &Reading<'_>, one: &Attribution) -> bool {
    choose::is_likely(one.score) && (!reading.tokens.is_quoted(one.head) || one.score > 0.0)
}

/// Ties each attribution to the innermost one whose content holds its cue, and that does not stand inside it in turn; `found` is in
/// text order of the cues.
fn nest(reading: &Reading<'_>, found: &mut [Attribution]) {
    let mut outermost: Vec<usize> = (0..found.len()).collect();
    let (starts, ends) = reaches(found);
    for index in 0..found.len() {
        let held = held(&found[index]);
        let before = (index.saturating_sub(NEAR)..index).rev().take_while(|at| ends[*at] > held.start).count();
        let behind = (index + 1..found.len().min(index + NEAR)).take_while(|at| starts[*at] < held.end).count();
        let is_inside = |other: &usize| *other != index && is_inside(&found[index], &found[*other]);
        let holders = (index - before..=index + behind)
            .filter(is_inside)
            .filter(|other| outermost_of(&mut outermost, *other) != index);
        // "the Times reported, citing officials, that the army had told P": the officials stand nearer to the army's words; so do those whom
        // a paper quotes as saying them
        let relayed = |other: &Attribution| other.rule == "as-saying" || cites_speaker(reading, other);
        let holder = holders.min_by_key(|other| (content_len(&found[*other]), !relayed(&found[*other])));
        found[index].nested_in = holder;
        outermost[index] = holder.map_or(index, |holder| outermost_of(&mut outermost, holder));
    }
    nest_what_is_cited(found);
}

/// "citing |two officials", "citing |a memo"; "citing |a post on X" only tells where the speaker said it.
fn cites_speaker(reading: &Reading<'_>, citing: &Attribution) -> bool {
    const VENUES: &[u64] =
        keys!["post", "posts", "tweet", "statement", "interview", "speech", "remarks", "comments", "video"];
    let noun = citing.source.as_ref().and_then(|source| reading.phrases.noun_at(source.range.start));
    citing.rule == "citing" && noun.is_some_and(|noun| !reading.is_any(noun.end - 1, VENUES))
}

/// "the Times reported, citing a warning from Y that P": Y's words came through the Times too.
fn nest_what_is_cited(found: &mut [Attribution]) {
    for index in 0..found.len() {
        let holds = |citing: &Attribution| {
            let source = citing.source.as_ref().filter(|_| citing.rule == "citing");
            source.is_some_and(|source| source.range.contains(&found[index].head))
        };
        let near = (index.saturating_sub(2)..index).rev().find(|at| holds(&found[*at]));
        if let Some(citing) = near.filter(|_| found[index].nested_in.is_none()) {
            found[index].nested_in = found[citing].nested_in.filter(|outer| *outer != index);
        }
    }
}

/// Of this the content of whatever holds the attribution has some: its cue, or the content that a relay shares.
fn held(inner: &Attribution) -> Range<usize> {
    let Range { start, end } = inner.cue;
    match inner.content.first().filter(|_| matches!(inner.rule, "as-saying" | "citing")) {
        Some(content) => start.min(content.start)..end.max(content.end),
        None => start..end,
    }
}

/// For each attribution, where any content of it and of those behind it begins, and how far any of it and of those before it reaches:
/// both only rise, so that it is soon found which content can hold a place.
fn reaches(found: &[Attribution]) -> (Vec<usize>, Vec<usize>) {
    let (mut start, mut end) = (usize::MAX, 0);
    let furthest = |one: &Attribution| {
        end = one.content.iter().fold(end, |end, piece| end.max(piece.end));
        end
    };
    let earliest = |one: &Attribution| {
        start = one.content.iter().fold(start, |start, piece| start.min(piece.start));
        start
    };
    let ends = found.iter().map(furthest).collect();
    let mut starts: Vec<usize> = found.iter().rev().map(earliest).collect();
    starts.reverse();
    (starts, ends)
}

/// The outermost attribution around `at`. Each step halves the way for the next to ask, which keeps the whole linear.
fn outermost_of(outermost: &mut [usize], mut at: usize) -> usize {
    while outermost[at] != at {
        outermost[at] = outermost[outermost[at]];
        at = outermost[at];
    }
    at
}

/// How many attributions before and after are asked whether they hold this one; keeps the work linear.
const NEAR: usize = 24;

fn content_len(attribution: &Attribution) -> usize {
    attribution.content.iter().map(ExactSizeIterator::len).sum()
}

/// Whether `inner` stands in the content of `outer`: with its cue, or as the source behind a relay ("citing", "as saying").
fn is_inside(inner: &Attribution, outer: &Attribution) -> bool {
    let holds = outer.content.iter().any(|piece| piece.start < inner.cue.end && inner.cue.start < piece.end);
    match inner.rule {
        "as-saying" => {
            matches!(outer.rule, "quoted-as-saying" | "was-quoted-as-saying") && shares_content(inner, outer)
        }
        // who plans or thinks cites nobody: whoever reports it does
        "citing" => outer.stance.carries_hop() && (holds || shares_content(inner, outer) && !holds_cue(inner, outer)),
        _ => holds,
    }
}

fn holds_cue(holder: &Attribution, other: &Attribution) -> bool {
    holder.content.iter().any(|piece| piece.contains(&other.head))
        && !other.content.iter().any(|piece| holder.content.first().is_some_and(|first| piece.start <= first.start))
}

fn shares_content(inner: &Attribution, outer: &Attribution) -> bool {
    let relay = matches!(outer.rule, "citing" | "as-saying");
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let overlap = inner.content.first().is_some_and(|first| outer.content.iter().any(|piece| overlaps(first, piece)));
    inner.sentence == outer.sentence && !relay && overlap
}

/// Whether all, some or none of the content stands in quotation marks.
fn form(reading: &Reading<'_>, content: &[Range<usize>]) -> Form {
    let is_word = |at: usize, quoted: bool| reading.tokens.is_quoted(at) == quoted && reading.token(at).has_letters();
    if !content.iter().any(|piece| piece.clone().any(|at| is_word(at, true))) {
        return Form::Indirect;
    }
    let mut bare = content.iter().flat_map(|piece| piece.clone()).filter(|at| is_word(*at, false));
    let only_that = bare.next().is_none_or(|at| reading.is_any(at, keys!["that", "to"]) && bare.next().is_none());
    if only_that { Form::Direct } else { Form::Mixed }
}
