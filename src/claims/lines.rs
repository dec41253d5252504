//! Lines about the reporting itself: what could not be verified, and who gave no answer.

use super::matter::gives_no_word;
use super::rows::is_act_refused;
use super::{Claim, Watched};
use crate::attributions::{Attribution, Reading, subject_of_verb};
use crate::document::Document;
use crate::lexicon::Watch;
use crate::mentions::{Mentions, members};
use crate::phrases::Tag;
use crate::terms::{LineKind, Stance};
use crate::tokens::keys;
use crate::words::Kind;
use std::cell::OnceCell;
use std::ops::Range;

/// One such line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it says.
    pub kind: LineKind,
    /// The words that say so, as tokens.
    pub words: Range<usize>,
    /// Its sentence, as tokens.
    pub sentence: Range<usize>,
    /// The agent that did not answer, or that could not verify; `None` where nobody is named.
    pub agent: Option<usize>,
    /// The claims that it is about, by index.
    pub claims: Vec<usize>,
}

/// How many claims back a line may reach.
const NEAR: usize = 12;
/// How many sentences back the claims may stand that a line about verification speaks of.
const REACH: usize = 4;

/// Every line about verification and answers, in text order; what a page repeats is told once.
pub fn lines(
    document: &Document,
    reading: &Reading<'_>,
    attributions: &[Attribution],
    mentions: &Mentions,
    claims: &[Claim],
    watched: &[Watched],
) -> Vec<Line> {
    let finder = Finder { reading, mentions, claims, by_place: OnceCell::new() };
    let telling = watched.iter().filter(|one| one.lists.intersects(Watch::NO_REPLY | Watch::VERIFICATION));
    let mut found: Vec<Line> = telling.flat_map(|one| finder.of_phrase(one)).collect();
    found.extend(reading.tokens.sentences.iter().flat_map(|sentence| finder.of_neither(&sentence.tokens)));
    found.extend(attributions.iter().enumerate().filter_map(|(index, one)| finder.of_refusal(index, one)));
    let is_answer = |line: &Line| line.kind != LineKind::Unverified;
    let block = |line: &Line| reading.tokens.sentences[reading.tokens.sentence_at(line.sentence.start)].block;
    found.retain(|line| document.blocks[block(line)].copy_of.is_none());
    found.sort_by_key(|line| {
        (line.sentence.start, is_answer(line), line.kind == LineKind::NoReply, line.words.start, line.agent)
    });
    once_each(found)
}

/// "declined to comment" stands in a list of phrases too: of one sentence the first line of each sort and agent counts, and words tell of several
/// only where they are the same ("neither Quill nor the trust").
fn once_each(found: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(found.len());
    for line in found {
        let same_sort = |one: &&Line| (one.kind == LineKind::Unverified) == (line.kind == LineKind::Unverified);
        let here = || kept.iter().rev().take_while(|one| one.sentence == line.sentence).filter(same_sort);
        let overlap = |one: &Line| one.words.start < line.words.end && line.words.start < one.words.end;
        let told = |one: &Line| {
            let other = one.agent.is_some() && line.agent.is_some() && one.agent != line.agent;
            !other || one.words != line.words && overlap(one)
        };
        // what could not be verified is told once
        let once = line.kind == LineKind::Unverified && here().any(|one| one.words != line.words);
        if !once && !here().any(told) {
            kept.push(line);
        }
    }
    kept
}

/// Whether a sentence is such a line and no claim.
pub fn is_line(watched: &[Watched], sentence: &Range<usize>) -> bool {
    let from = watched.partition_point(|one| one.tokens.start < sentence.start);
    let mut inside = watched[from..].iter().take_while(|one| one.tokens.start < sentence.end);
    inside.any(|one| one.lists.intersects(Watch::NO_REPLY | Watch::VERIFICATION))
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    mentions: &'a Mentions<'a>,
    claims: &'a [Claim<'a>],
    /// See [`Finder::by_place`].
    by_place: OnceCell<Vec<(Range<usize>, usize)>>,
}

/// Every mention with its agent, in text order.
fn by_place(mentions: &Mentions) -> Vec<(Range<usize>, usize)> {
    let all = mentions.agents.iter().enumerate();
    let mut found: Vec<(Range<usize>, usize)> =
        all.flat_map(|(agent, one)| one.mentions.iter().map(move |range| (range.clone(), agent))).collect();
    found.sort_by_key(|(range, agent)| (range.start, range.end, *agent));
    found
}

impl Finder<'_> {
    /// Every mention with its agent, in text order; most copy has no line that asks for them.
    fn by_place(&self) -> &[(Range<usize>, usize)] {
        self.by_place.get_or_init(|| by_place(self.mentions))
    }

    /// "could not independently verify", "did not respond to requests for comment": a line for each who is told of.
    fn of_phrase(&self, watched: &Watched) -> Vec<Line> {
        let kind = match watched.lists {
            lists if lists.contains(Watch::NO_REPLY) => LineKind::NoReply,
            lists if lists.contains(Watch::VERIFICATION) => LineKind::Unverified,
            _ => return Vec::new(),
        };
        if self.reading.tokens.is_quoted(watched.tokens.start) {
            return Vec::new();
        }
        self.of_words(kind, watched.tokens.clone())
    }

    /// A line for each whom the words tell of.
    fn of_words(&self, kind: LineKind, words: Range<usize>) -> Vec<Line> {
        let sentence = self.sentence(words.start);
        let line = |agent: Option<usize>| self.line(kind, words.clone(), sentence.clone(), agent);
        let silent = self.silent(kind, &sentence, &words);
        if !silent.is_empty() {
            return silent.into_iter().map(|agent| line(Some(agent))).collect();
        }
        let last = self.subject(sentence.start, words.start);
        let first = self.joined_subject(&sentence, words.start).filter(|first| Some(*first) != last);
        first.map(Some).into_iter().chain([last]).map(line).collect()
    }

    /// Those of whom the words are said: the subject of their verb, all of it, or "no comment |from the presidency".
    fn silent(&self, kind: LineKind, sentence: &Range<usize>, words: &Range<usize>) -> Vec<usize> {
        let reading = self.reading;
        if kind == LineKind::Unverified || reading.is_any(sentence.start, keys!["neither"]) {
            return Vec::new();
        }
        let behind = words.end + 1 < sentence.end && reading.is_word(words.end, "from");
        if let Some(noun) = reading.phrases.noun_at(words.end + 1).filter(|_| behind) {
            return self.starting(&noun).into_iter().collect();
        }
        let verb = verb_of(reading, sentence, words).filter(|verb| is_said_of_subject(reading, *verb, words));
        let subject = verb.and_then(|verb| subject_of_verb(reading, sentence.start, verb));
        let Some(subject) = subject.map(|subject| subject.antecedent.unwrap_or(subject.range)) else {
            return Vec::new();
        };
        let members = members(reading, &subject).unwrap_or_else(|| vec![subject]);
        members.iter().filter_map(|member| self.starting(member)).collect()
    }

    /// The agent of the mention at the start of the range: the longest that it holds.
    fn starting(&self, range: &Range<usize>) -> Option<usize> {
        let by_place = self.by_place();
        let from = by_place.partition_point(|(mention, _)| mention.start < range.start);
        let here = by_place[from..].iter().take_while(|(mention, _)| mention.start <= range.start + 1);
        let inside = here.filter(|(mention, _)| mention.start < range.end && mention.end <= range.end);
        let agent = inside.max_by_key(|(mention, _)| mention.end).map(|(_, agent)| *agent)?;
        // "The fund, |Qasr Holdings, did not answer"
        let comma = self.reading.marks(range.clone(), Kind::Comma).next();
        let unnamed = comma.filter(|_| self.mentions.agents[agent].name.is_empty());
        let named = |other: &usize| !self.mentions.agents[*other].name.is_empty();
        Some(unnamed.and_then(|comma| self.mentions.starting_at(comma + 1)).filter(named).unwrap_or(agent))
    }

    /// "Neither Quill nor the trust responded to messages."
    fn of_neither(&self, sentence: &Range<usize>) -> Vec<Line> {
        let is = |at: usize, words: &[u64]| self.reading.is_any(at, words);
        if !sentence.clone().take(2).any(|at| is(at, keys!["neither"])) {
            return Vec::new();
        }
        let answers = keys!["responded", "replied", "reached", "answered", "returned", "commented"];
        let nor = sentence.clone().find(|at| is(*at, keys!["nor"]));
        let verb = nor.and_then(|nor| (nor..sentence.end).find(|at| is(*at, answers)));
        verb.map_or_else(Vec::new, |verb| self.of_words(LineKind::NoReply, verb..verb + 1))
    }

    /// Quill of "neither Ada Quill nor the trust could be reached".
    fn joined_subject(&self, sentence: &Range<usize>, words: usize) -> Option<usize> {
        let neither = (sentence.start..words).find(|at| self.reading.is_word(*at, "neither"))?;
        let nor = (neither..words).find(|at| self.reading.is_word(*at, "nor"))?;
        self.subject(neither, nor)
    }

    /// "declined to comment", "“No comment,” he said"
    fn of_refusal(&self, index: usize, attribution: &Attribution) -> Option<Line> {
        let refuses = attribution.stance == Stance::Declines || gives_no_word(self.reading, attribution);
        if !refuses || attribution.nested_in.is_some() || is_act_refused(self.reading, attribution) {
            return None;
        }
        let agent = self.mentions.sources[index].as_ref().map(|resolved| resolved.agent);
        let sentence = self.sentence(attribution.cue.start);
        Some(self.line(LineKind::NoComment, attribution.cue.clone(), sentence, agent))
    }

    fn line(&self, kind: LineKind, words: Range<usize>, sentence: Range<usize>, agent: Option<usize>) -> Line {
        let claims = match kind {
            LineKind::Unverified => self.claims_before(&sentence, &words),
            LineKind::NoReply | LineKind::NoComment => self.claims_about(agent, sentence.start),
        };
        Line { kind, words, sentence, agent, claims }
    }

    fn sentence(&self, token: usize) -> Range<usize> {
        self.reading.tokens.sentences[self.reading.tokens.sentence_at(token)].tokens.clone()
    }

    /// The agent named nearest before the words, from `start` on; of "a spokesman for the ministry", the spokesman.
    fn subject(&self, start: usize, words: usize) -> Option<usize> {
        let by_place = self.by_place();
        let before = by_place.partition_point(|(range, _)| range.start < words);
        let mut mentions = by_place[..before].iter().rev().take_while(|(range, _)| range.start >= start);
        let mut nearest = mentions.next()?;
        for earlier in mentions.take(8) {
            let joined = nearest.0.start > 0
                && earlier.0.end <= nearest.0.start
                && nearest.0.start - earlier.0.end <= 1
                && self.reading.tag(nearest.0.start - 1) == Tag::Preposition;
            if joined || earlier.0.end >= nearest.0.end {
                nearest = earlier;
            }
        }
        Some(nearest.1)
    }

    /// The claims of the same sentence, or else of the nearest sentence before that has any.
    fn claims_before(&self, sentence: &Range<usize>, words: &Range<usize>) -> Vec<usize> {
        let place = |index: usize| self.claims[index].occurrences[0].content[0].start;
        let until = self.claims.partition_point(|claim| claim.occurrences[0].content[0].start < words.start);
        let near = (until.saturating_sub(NEAR)..until).filter(|index| !self.claims[*index].chain.is_empty());
        let near: Vec<usize> = near.collect();
        let Some(last) = near.last() else { return Vec::new() };
        let at = self.reading.tokens.sentence_at(place(*last));
        let here = self.reading.tokens.sentence_at(sentence.start);
        let same = |index: &usize| self.reading.tokens.sentence_at(place(*index)) == at;
        if at + REACH < here {
            return Vec::new();
        }
        let of_named = self.claims_through(&near, words.end, sentence.end, here);
        if !of_named.is_empty() {
            return of_named;
        }
        let agents = |index: usize| self.claims[index].chain.iter().map(|hop| hop.agent);
        let reported = |index: &usize| {
            let within_reach = self.reading.tokens.sentence_at(place(*index)) + REACH >= here;
            within_reach && agents(*index).eq(agents(*last))
        };
        near.iter().copied().filter(|index| same(index) || reported(index)).collect()
    }

    /// "could not verify the Post's report": of the claims near, those that came through whom the line names behind its words.
    fn claims_through(&self, near: &[usize], start: usize, end: usize, here: usize) -> Vec<usize> {
        let by_place = self.by_place();
        let from = by_place.partition_point(|(range, _)| range.start < start);
        let named = || by_place[from..].iter().take_while(|(range, _)| range.start < end).take(8);
        let through = |index: &usize| {
            let claim = &self.claims[*index];
            let place = claim.occurrences[0].content[0].start;
            let within_reach = self.reading.tokens.sentence_at(place) + REACH >= here;
            within_reach && claim.chain.iter().any(|hop| named().any(|(_, agent)| hop.agent == Some(*agent)))
        };
        near.iter().copied().filter(through).collect()
    }

    /// The claims before that speak of the agent, and are not its own.
    fn claims_about(&self, agent: Option<usize>, place: usize) -> Vec<usize> {
        let Some(agent) = agent else { return Vec::new() };
        let behind = self.mentions.agents[agent].acts_for;
        let about = [Some(agent), behind];
        let named = |content: &[Range<usize>]| {
            let agents = about.iter().flatten().map(|one| &self.mentions.agents[*one]);
            let mut mentions = agents.flat_map(|one| one.mentions.iter());
            mentions.any(|mention| content.iter().any(|piece| piece.contains(&mention.start)))
        };
        let until = self.claims.partition_point(|claim| claim.occurrences[0].content[0].start < place);
        let near = until.saturating_sub(NEAR)..until;
        let of_others = |claim: &Claim| {
            let root = claim.chain.last().and_then(|hop| hop.agent);
            root.is_some() && !about.contains(&root)
        };
        near.filter(|index| {
            let claim = &self.claims[*index];
            of_others(claim) && claim.occurrences.iter().any(|one| named(&one.content))
        })
        .collect()
    }
}

/// Where the verb group begins that the words are part of, or the object of: "|did not respond to a request for comment".
fn verb_of(reading: &Reading<'_>, sentence: &Range<usize>, words: &Range<usize>) -> Option<usize> {
    let is_verb = |at: usize| reading.tag(at).is_auxiliary() || reading.tag(at).is_finite();
    let near = sentence.start.max(words.start.saturating_sub(FAR_VERB))..words.start + 1;
    let verb = near.rev().find(|at| is_verb(*at))?;
    let inside = |at: usize| matches!(reading.tag(at), Tag::Adverb | Tag::Negation) || is_verb(at);
    let group = (sentence.start..verb).rev().take_while(|at| inside(*at)).filter(|at| is_verb(*at));
    Some(group.last().unwrap_or(verb))
}

/// "has contacted |her agent for comment": where a verb has an object and is not denied, it is the object that was asked.
fn is_said_of_subject(reading: &Reading<'_>, verb: usize, words: &Range<usize>) -> bool {
    let denied = reading.has_tag(verb..words.end, Tag::Negation);
    let object = (verb..words.start).any(|at| matches!(reading.tag(at), Tag::Noun | Tag::Proper | Tag::Pronoun));
    denied || !object
}

/// How many tokens before such words their verb may stand.
const FAR_VERB: usize = 10;
