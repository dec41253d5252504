//! The story as rules see it: all stages' results, and questions that several rules ask of them.

use super::watch_index::WatchIndex;
use crate::attributions::{Attribution, Reading};
use crate::chains::{Chains, Hop};
use crate::claims::{Claim, Occurrence, Watched};
use crate::document::{BlockKind, Document};
use crate::lexicon::{Classes, Meaning, Watch};
use crate::mentions::{Agent, Mentions};
use crate::phrases::Tag;
use crate::span::Span;
use crate::terms::{AgentKind, Form, Stance};
use crate::tokens::keys;
use crate::words::Kind;
use std::cell::OnceCell;
use std::ops::Range;

/// All stages' results for one document.
pub struct Story<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its tokens, phrases and the lexicon.
    pub reading: Reading<'a>,
    /// Its attributions.
    pub attributions: &'a [Attribution],
    /// Its agents.
    pub mentions: &'a Mentions<'a>,
    /// The chains of its attributions.
    pub chains: &'a Chains,
    /// Its claims.
    pub claims: &'a [Claim<'a>],
    watched: WatchIndex<'a>,
    /// Per block, its number among the story's paragraphs.
    paragraphs: Vec<Option<usize>>,
    /// Per paragraph, its block.
    blocks: Vec<usize>,
    /// Per attribution, the claim that it makes.
    claims_made: OnceCell<Vec<Option<usize>>>,
}

impl<'a> Story<'a> {
    /// Takes the stages' results together; linear.
    pub fn new(
        document: &'a Document,
        reading: Reading<'a>,
        (attributions, mentions): (&'a [Attribution], &'a Mentions),
        chains: &'a Chains,
        claims: &'a [Claim<'a>],
        watched: &'a [Watched],
    ) -> Self {
        let paragraphs = paragraphs(document);
        let blocks = (0..paragraphs.len()).filter(|block| paragraphs[*block].is_some()).collect();
        Self {
            document,
            reading,
            attributions,
            mentions,
            chains,
            claims,
            watched: WatchIndex::new(watched),
            paragraphs,
            blocks,
            claims_made: OnceCell::new(),
        }
    }

    /// The document's text.
    pub fn text(&self) -> &'a str {
        &self.document.text
    }

    /// The bytes of a token range.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.reading.tokens.span(range)
    }

    /// The words of a token range.
    pub fn str(&self, range: &Range<usize>) -> &'a str {
        self.span(range).of(self.text())
    }

    /// The first word or phrase of one of the lists in a token range; quick for a range of any length.
    pub fn watch(&self, lists: Watch, range: &Range<usize>) -> Option<Range<usize>> {
        self.watched.first(lists, range)
    }

    /// The first word of one of the lists in a token range that tells of an act in a main clause: a finite verb, or a participle behind
    /// "was". A noun ("a workshop on fraud") or a relative clause only speaks of such acts.
    pub fn told_act(&self, lists: Watch, range: &Range<usize>) -> Option<Range<usize>> {
        let is_act = |word: &Range<usize>| {
            let start = self.sentence(word.start).start;
            let mut before = word.start.saturating_sub(3).max(start)..word.start;
            let acts = match self.reading.tag(word.start) {
                Tag::Finite => true,
                Tag::Participle => before.any(|at| self.reading.tag(at).is_auxiliary()),
                // "hit a market, killing 14 people"
                Tag::Ing => {
                    let behind_comma = word.start > start && self.reading.token(word.start - 1).kind == Kind::Comma;
                    behind_comma && self.reading.tag(word.end.min(range.end - 1)) == Tag::Number
                }
                _ => false,
            };
            acts && self.is_main_clause(start, word.start)
        };
        self.watched.within(lists, range).find(is_act)
    }

    /// Whether no clause is open between the sentence's start and a verb: in "the firm that built it bribed", "built" has closed it.
    fn is_main_clause(&self, start: usize, verb: usize) -> bool {
        let opens =
            |at: &usize| matches!(self.reading.tag(*at), Tag::Relative | Tag::Wh | Tag::That | Tag::Subordinator);
        let open = (start..verb).rev().find(opens);
        open.is_none_or(|open| (open..verb).any(|at| self.reading.tag(at) == Tag::Finite))
    }

    /// Whether words make a proposition, and do not only name a thing: there is a finite verb, and it stands in no clause within.
    pub fn is_clause(&self, range: &Range<usize>) -> bool {
        let verb = |at: &usize| self.reading.tag(*at).is_finite();
        let joins = |at: usize| matches!(self.reading.tag(at), Tag::Wh | Tag::Relative | Tag::Subordinator);
        let first = range.clone().find(verb);
        range.len() >= 4 && first.is_some_and(|verb| !(range.start..verb).any(joins))
    }

    /// Every word or phrase of one of the lists in a token range.
    pub fn watched_in(&self, lists: Watch, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        self.watched.within(lists, range)
    }

    /// Every word or phrase of one of the lists in the whole copy.
    pub fn all_watched(&self, lists: Watch) -> impl Iterator<Item = Range<usize>> {
        self.watched.all(lists)
    }

    /// The number of the paragraph that holds a token, counted from 0; `None` in headlines, captions and what stands twice.
    pub fn paragraph(&self, token: usize) -> Option<usize> {
        self.paragraphs[self.block(token)]
    }

    /// How many paragraphs the story has.
    pub fn paragraph_count(&self) -> usize {
        self.blocks.len()
    }

    /// The tokens of a paragraph by its number.
    pub fn paragraph_tokens(&self, number: usize) -> Range<usize> {
        self.blocks.get(number).map_or(0..0, |block| self.block_tokens(*block))
    }

    /// The tokens of a block.
    pub fn block_tokens(&self, block: usize) -> Range<usize> {
        let sentences = &self.reading.tokens.sentences;
        let from = sentences.partition_point(|sentence| sentence.block < block);
        let to = sentences.partition_point(|sentence| sentence.block <= block);
        if from == to { 0..0 } else { sentences[from].tokens.start..sentences[to - 1].tokens.end }
    }

    /// The block (by index) that holds a token.
    pub fn block(&self, token: usize) -> usize {
        let sentences = &self.reading.tokens.sentences;
        sentences[self.reading.tokens.sentence_at(token).min(sentences.len() - 1)].block
    }

    /// What kind of block holds a token.
    pub fn block_kind(&self, token: usize) -> BlockKind {
        self.document.blocks[self.block(token)].kind
    }

    /// Whether the token stands where the page repeats itself.
    pub fn is_copy(&self, token: usize) -> bool {
        self.document.blocks[self.block(token)].copy_of.is_some()
    }

    /// The tokens of the sentence that holds a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let sentences = &self.reading.tokens.sentences;
        sentences[self.reading.tokens.sentence_at(token).min(sentences.len() - 1)].tokens.clone()
    }

    /// Whom a hop names.
    pub fn agent(&self, hop: &Hop) -> Option<&'a Agent<'a>> {
        hop.agent.map(|index| &self.mentions.agents[index])
    }

    /// A hop's name as the report has it.
    pub fn name(&self, hop: &Hop) -> &'a str {
        self.agent(hop).map_or("nobody named", |agent| &*agent.canonical)
    }

    /// What the copy calls a hop here: "a person familiar with the talks", in one line; an inferred one by its name.
    pub fn called(&self, hop: &Hop) -> String {
        let described = |mention: &&Range<usize>| match hop.kind {
            AgentKind::Anonymous => true,
            AgentKind::Document => mention.len() > 1,
            _ => false,
        };
        let mention = hop.mention.as_ref().filter(described);
        let words = mention.map_or(self.name(hop), |mention| self.str(mention));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The occurrence that stands for a claim: the first one with a cue outside the headline, else the first outside it.
    pub fn shown(&self, claim: &'a Claim) -> &'a Occurrence {
        let outside = |one: &&Occurrence| self.document.blocks[one.block].kind != BlockKind::Headline;
        let cued = claim.occurrences.iter().filter(outside).find(|one| one.attribution.is_some());
        cued.or_else(|| claim.occurrences.iter().find(outside)).unwrap_or(&claim.occurrences[0])
    }

    /// The bytes of an occurrence's first piece.
    pub fn occurrence_span(&self, occurrence: &Occurrence) -> Span {
        self.span(&occurrence.content[0])
    }

    /// The bytes of the claim where it is shown.
    pub fn claim_span(&self, claim: &'a Claim) -> Span {
        self.occurrence_span(self.shown(claim))
    }

    /// The first token of the claim where it is shown.
    pub fn claim_start(&self, claim: &'a Claim) -> usize {
        self.shown(claim).content[0].start
    }

    /// Where a hop is named, its cue included where that stands beside it; the nearest mention of an inferred one.
    pub fn hop_span(&self, hop: &Hop) -> Option<Span> {
        let Some(mention) = &hop.mention else { return self.nearest_mention(hop) };
        let beside = hop.cue.as_ref().filter(|cue| cue.start <= mention.end && mention.start <= cue.end);
        Some(beside.map_or(self.span(mention), |cue| self.span(mention).to(self.span(cue))))
    }

    /// The mention of the hop's agent before the hop's cue, else the first one.
    fn nearest_mention(&self, hop: &Hop) -> Option<Span> {
        let agent = self.agent(hop)?;
        let place = hop.cue.as_ref().map_or(usize::MAX, |cue| cue.start);
        let before = agent.mentions.partition_point(|mention| mention.start <= place);
        agent.mentions.get(before.saturating_sub(1)).map(|mention| self.span(mention))
    }

    /// Whether a mention of an agent starts in a token range; takes the logarithm of their number.
    pub fn is_mentioned(&self, agent: usize, range: &Range<usize>) -> bool {
        let mentions = &self.mentions.agents[agent].mentions;
        let next = mentions.get(mentions.partition_point(|mention| mention.start < range.start));
        next.is_some_and(|mention| mention.start < range.end)
    }

    /// The outlet that a claim came through, where it is not the claim's root.
    pub fn relay<'c>(&self, claim: &'c Claim) -> Option<&'c Hop> {
        let (_, outer) = claim.chain.split_last()?;
        outer.iter().find(|hop| hop.kind == AgentKind::Outlet)
    }

    /// Whether another claim says the same (`share` of a hundred content words, either way) and `wanted` accepts it.
    pub fn same_elsewhere(&self, index: usize, share: usize, wanted: impl Fn(&Claim) -> bool) -> bool {
        let near = index.saturating_sub(NEAR)..(index + NEAR).min(self.claims.len());
        near.into_iter().any(|other| other != index && wanted(&self.claims[other]) && self.alike(index, other, share))
    }

    /// Whether at least so many of a hundred content words of one claim stand in the other.
    pub fn shares(&self, one: usize, other: usize, least: usize) -> bool {
        self.claims[one].shares(&self.reading, &self.claims[other], least)
    }

    /// Whether at least so many of a hundred content words of either claim stand in the other.
    pub fn alike(&self, one: usize, other: usize, least: usize) -> bool {
        self.shares(one, other, least) || self.shares(other, one, least)
    }

    /// The agent of a hop, where the hop names one whose name is kept back: a source, an official, an aide. A description that stands
    /// beside a name ("Ada Quill, an aide") is none, and nor is a pronoun.
    pub fn hidden(&self, hop: &Hop) -> Option<&'a Agent<'a>> {
        let agent = self.agent(hop).filter(|_| hop.kind == AgentKind::Anonymous && hop.resolved)?;
        let mention = self.antecedent(agent, hop.mention.as_ref()?);
        let says = hop.stance.is_none_or(|stance| stance.carries_hop() && stance != Stance::Declines);
        let spoken = hop.cue.as_ref().is_none_or(|cue| cue.clone().any(|at| self.is_spoken(at)));
        let kept_back = self.is_kept_back(agent, mention) && !self.is_a_role(hop, mention);
        let some = !self.reading.is_any(mention.start, keys!["any", "each", "every", "no", "neither", "either"]);
        (says && spoken && kept_back && some && !self.is_beside_a_name(hop, mention)).then_some(agent)
    }

    /// "an officer |who said": the mention that a relative pronoun stands for.
    fn antecedent<'m>(&self, agent: &'m Agent<'_>, mention: &'m Range<usize>) -> &'m Range<usize> {
        if self.reading.tag(mention.start) != Tag::Relative {
            return mention;
        }
        let before = agent.mentions.partition_point(|other| other.start < mention.start);
        before.checked_sub(1).map_or(mention, |last| &agent.mentions[last])
    }

    /// Whether the copy says why no name is given, or the words are those for one without a name.
    fn is_kept_back(&self, agent: &Agent<'_>, mention: &Range<usize>) -> bool {
        agent.anonymity_reason.is_some()
            || self.watched.within(Watch::HIDDEN, mention).any(|word| self.is_of_a_body(&word))
    }

    /// "a person at |the company": where the listed words end in a preposition, a body has to follow. "People in the street" are no source.
    fn is_of_a_body(&self, word: &Range<usize>) -> bool {
        if self.reading.tag(word.end - 1) != Tag::Preposition {
            return true;
        }
        let Some(noun) = self.reading.phrases.noun_at(word.end).filter(|noun| noun.start == word.end) else {
            return false;
        };
        let is_place = |meaning| matches!(meaning, Meaning::Place | Meaning::Country(_));
        let placed = |at: usize| self.reading.names(at).any(|name| is_place(name.meaning) && at + name.len == noun.end);
        let head = self.reading.token(noun.end - 1);
        head.is(Classes::ORGANISATION_NOUN)
            || self.reading.tag(noun.end - 1) == Tag::Proper && !noun.clone().any(placed)
    }

    /// A verb, or "according to".
    fn is_spoken(&self, at: usize) -> bool {
        self.reading.tag(at).is_verbal() || self.reading.is_any(at, keys!["according", "per"])
    }

    /// "the former adviser said", before any adviser was met, or "71-year-old adviser" without an article: that is somebody whom the copy
    /// names. So is one with a name of his own in the mention, or right behind it.
    fn is_a_role(&self, hop: &Hop, mention: &Range<usize>) -> bool {
        let first = self.agent(hop).and_then(|agent| agent.mentions.first());
        let definite =
            self.reading.is_any(mention.start, keys!["the", "his", "her", "their", "its"]) && first == Some(mention);
        let head = self.reading.token(mention.end - 1);
        let determined = matches!(self.reading.tag(mention.start), Tag::Determiner | Tag::Number | Tag::Possessive)
            || self.reading.is_any(mention.start, keys!["someone", "somebody"]);
        let headline = self.block_kind(mention.start) == BlockKind::Headline;
        let bare = !head.is(Classes::PLURAL) && !determined && !headline
            || self.reading.token(mention.start).kind == Kind::Number;
        let named = mention
            .clone()
            .any(|at| self.reading.token(at).kind == Kind::Comma && self.reading.tag(at + 1) == Tag::Proper);
        let next = self.sentence(mention.start).end;
        let opens = |at: usize| {
            at + 1 < self.reading.tokens.all.len()
                && self.reading.token(at).is(Classes::GIVEN_NAME)
                && self.reading.tag(at + 1) == Tag::Proper
        };
        let told_next = next < self.reading.tokens.all.len() && opens(next);
        (definite || bare || named || told_next) && self.watch(Watch::SOURCE, mention).is_none()
    }

    /// Whether a name stands right before the mention or behind it, with a comma between.
    fn is_beside_a_name(&self, hop: &Hop, mention: &Range<usize>) -> bool {
        let sentence = self.sentence(mention.start);
        let names = |at: usize| matches!(self.reading.tag(at), Tag::Proper | Tag::Number);
        let comma = |at: usize| self.reading.token(at).kind == Kind::Comma;
        let free = |at: usize| !self.is_content(hop, at);
        let before = mention.start >= sentence.start + 2
            && comma(mention.start - 1)
            && names(mention.start - 2)
            && free(mention.start - 2);
        let behind =
            mention.end + 1 < sentence.end && comma(mention.end) && names(mention.end + 1) && free(mention.end + 1);
        before || behind
    }

    /// Whether a token stands in the content of the attribution that makes a hop.
    fn is_content(&self, hop: &Hop, at: usize) -> bool {
        let Some(cue) = &hop.cue else { return false };
        let from = self.attributions.partition_point(|one| one.cue.start < cue.start);
        let own = self.attributions[from..].iter().take_while(|one| one.cue.start == cue.start);
        own.flat_map(|one| &one.content).any(|piece| piece.contains(&at))
    }

    /// The claim that an attribution makes, by index; the first one where it makes several.
    pub fn claim_of(&self, attribution: usize) -> Option<usize> {
        self.claims_made.get_or_init(|| claims_made(self.claims, self.attributions.len()))[attribution]
    }

    /// Claims with a source, by index.
    pub fn attributed(&self) -> impl Iterator<Item = (usize, &'a Claim<'a>)> {
        self.claims.iter().enumerate().filter(|(_, claim)| claim.form != Form::OwnVoice && !claim.chain.is_empty())
    }
}

/// How many claims before and after are compared with one; keeps the work linear.
const NEAR: usize = 60;

/// Per attribution, the first claim that it makes.
fn claims_made(claims: &[Claim], attributions: usize) -> Vec<Option<usize>> {
    let mut made = vec![None; attributions];
    for (index, claim) in claims.iter().enumerate() {
        for attribution in claim.occurrences.iter().filter_map(|one| one.attribution) {
            made[attribution] = made[attribution].or(Some(index));
        }
    }
    made
}

/// Numbers the paragraphs of the story: lead and body blocks that do not repeat another.
fn paragraphs(document: &Document) -> Vec<Option<usize>> {
    let mut next = 0;
    let number = |block: &crate::document::Block| {
        let counts = matches!(block.kind, BlockKind::Lead | BlockKind::Body) && block.copy_of.is_none();
        counts.then(|| {
            next += 1;
            next - 1
        })
    };
    document.blocks.iter().map(number).collect()
}
