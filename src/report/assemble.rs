//! Turns what the stages found into the contract's types.

use super::contract::{
    AgentReport, AttributionReport, Chain, ClaimReport, DocumentReport, FindingReport, HopReport, LabelReport,
    LineReport, Occurrence, Root, When,
};
use super::id::Id;
use super::places::Places;
use super::shared::Shared;
use crate::attributions::{Attribution, Reading, confidence};
use crate::chains::{Chains, Hop};
use crate::checks::Finding;
use crate::claims::{Claim, Line};
use crate::dates;
use crate::document::{Document, Positions};
use crate::mentions::Mentions;
use crate::phrases::Tag;
use crate::span::Span;
use crate::terms::AgentKind;
use jiff::civil::Date;
use std::ops::Range;
use std::ptr;

/// All stages' results for one document.
pub struct Found<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its tokens and phrases.
    pub reading: Reading<'a>,
    /// Its attributions.
    pub attributions: &'a [Attribution],
    /// Its agents.
    pub mentions: &'a Mentions<'a>,
    /// The chains of its attributions.
    pub chains: &'a Chains,
    /// Its claims.
    pub claims: &'a [Claim<'a>],
    /// Its lines about verification and answers.
    pub lines: &'a [Line],
    /// What the checks found.
    pub findings: &'a [Finding],
}

impl Found<'_> {
    /// The document's part of the report.
    pub fn report(&self) -> DocumentReport {
        let positions = self.document.positions();
        let own_voice: Chain = [Shared::new(self.publication())].into_iter().collect();
        let numbered = 0..self.attributions.len();
        let attributions: Vec<_> = numbered.map(|index| self.attribution(index, &own_voice)).collect();
        let chain = |claim| self.chain_of(claim, &attributions, &own_voice);
        let numbered = self.claims.iter().enumerate();
        let mut claims: Vec<_> =
            numbered.map(|(index, claim)| self.claim(index, claim, chain(claim), &positions)).collect();
        self.tell_findings(&mut claims);
        self.tell_lines(&mut claims);
        DocumentReport {
            path: self.document.path.clone(),
            format: self.document.format,
            meta: self.document.meta.clone(),
            attributions,
            claims,
            findings: (0..self.findings.len()).map(|index| self.finding(index, &positions)).collect(),
            lines: (0..self.lines.len()).map(|index| self.line(index, &positions)).collect(),
            agents: self.agents_shown().into_iter().map(|index| self.agent(index)).collect(),
            lines_of_file: positions.lines_of_file(),
        }
    }

    /// The bytes of a token range.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.reading.tokens.span(range)
    }

    /// The bytes of some token ranges.
    pub(super) fn spans(&self, ranges: &[Range<usize>]) -> Places {
        ranges.iter().map(|range| self.span(range)).collect()
    }

    fn words(&self, range: &Range<usize>) -> String {
        self.span(range).of(&self.document.text).to_owned()
    }

    fn text(&self, spans: &[Span]) -> String {
        match spans {
            [only] => only.of(&self.document.text).to_owned(),
            _ => spans.iter().map(|span| span.of(&self.document.text)).collect::<Vec<_>>().join(" … "),
        }
    }

    fn attribution(&self, index: usize, own_voice: &Chain) -> AttributionReport {
        let one = &self.attributions[index];
        let source: Places = one.source.iter().map(|source| self.span(&source.range)).collect();
        let cue = Places::One(self.span(&one.cue));
        let content = self.spans(&one.content);
        AttributionReport {
            id: Id::of_attribution(index),
            source_text: self.text(&source),
            cue_text: self.text(&cue),
            content_text: self.text(&content),
            source,
            cue,
            content,
            form: one.form,
            stance: one.stance,
            rule: one.rule,
            confidence: self.confidence(one) as f64 / 1000.0,
            chain: self.chain(&self.chains[index], own_voice),
            nested_in: one.nested_in.map(Id::of_attribution),
            terms: one.terms.clone(),
        }
    }

    /// How sure it is that the attribution is one, in thousandths.
    pub(super) fn confidence(&self, one: &Attribution) -> usize {
        (confidence(one.score) * 1000.0).round() as usize
    }

    fn claim(&self, index: usize, claim: &Claim, chain: Chain, positions: &Positions<'_>) -> ClaimReport {
        ClaimReport {
            id: Id::of_claim(index),
            text: self.text(&self.proposition(&self.shown(claim).content)),
            form: claim.form,
            root: Root {
                text: self.root_name(claim).to_owned(),
                kind: self.root_kind(claim),
                callable: self.is_root_callable(claim),
            },
            first_hand: self.is_first_hand(claim),
            when: claim.when.as_ref().map(|range| self.when(range)),
            hedges: claim.hedges.iter().map(|hedge| self.words(hedge)).collect(),
            occurrences: claim.occurrences.iter().map(|one| self.occurrence(one, positions)).collect(),
            lines: Vec::new(),
            findings: Vec::new(),
            chain,
        }
    }

    /// The name of a claim's root: in the own voice, the publication's.
    pub(super) fn root_name(&self, claim: &Claim) -> &str {
        claim.chain.last().map_or(&self.document.meta.publication.name, |root| self.name(root))
    }

    /// What kind of agent a claim's root is.
    pub(super) fn root_kind(&self, claim: &Claim) -> AgentKind {
        claim.chain.last().map_or(AgentKind::Publication, |root| self.kind(root))
    }

    /// Whether no outlet stands between the publication and the root.
    pub(super) fn is_first_hand(&self, claim: &Claim) -> bool {
        let between = claim.chain.split_last().map_or(&[][..], |(_, between)| between);
        !between.iter().any(|hop| self.kind(hop) == AgentKind::Outlet)
    }

    /// A spokesman without a name can be reached through the body for which he speaks.
    pub(super) fn is_root_callable(&self, claim: &Claim) -> bool {
        let Some(root) = claim.chain.last() else { return true };
        let speaks_for_a_body = || root.agent.is_some_and(|agent| self.mentions.agents[agent].acts_for.is_some());
        match root.kind {
            AgentKind::Unknown => false,
            AgentKind::Anonymous => speaks_for_a_body(),
            _ => true,
        }
    }

    /// What is told of a finding.
    pub(super) fn finding(&self, index: usize, positions: &Positions<'_>) -> FindingReport {
        let finding = &self.findings[index];
        let claims: Vec<Id> = finding.claims.iter().copied().map(Id::of_claim).collect();
        FindingReport {
            id: Id::of_finding(index),
            rule: finding.rule.id,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.rule.help.to_owned(),
            span: finding.at.span,
            position: positions.of(finding.at.span.start),
            end: positions.of(finding.at.span.end),
            claim: claims.first().copied(),
            fingerprint: finding.fingerprint.clone(),
            label: finding.at.text.clone(),
            labels: finding.also.iter().map(|also| label(positions, also.span, also.text.clone())).collect(),
            chain: finding.claims.first().map_or_else(Vec::new, |claim| self.places(*claim, positions)),
            claims,
        }
    }

    /// Where the copy names each hop of a claim's chain; the publication stands at the claim itself.
    fn places(&self, claim: usize, positions: &Positions<'_>) -> Vec<LabelReport> {
        let claim = &self.claims[claim];
        let span = |range: &Range<usize>| self.reading.tokens.span(range);
        let own = self.shown(claim).content.first().map(span);
        let publication = format!("{} (publication)", self.document.meta.publication.name);
        let mut places: Vec<LabelReport> =
            own.into_iter().map(|own| label(positions, own, publication.clone())).collect();
        for hop in claim.chain.iter() {
            let agent = hop.agent.map(|index| &self.mentions.agents[index]);
            let place = hop.mention.as_ref().or(agent.and_then(|agent| agent.mentions.first())).or(hop.cue.as_ref());
            let name = self.name(hop);
            let inferred = if hop.inferred { ", inferred" } else { "" };
            let text = format!("{name} ({}{inferred})", super::names::kind(hop.kind));
            places.extend(place.map(|place| label(positions, span(place), text)));
        }
        places
    }

    /// Gives each claim the ids of the findings about it.
    fn tell_findings(&self, claims: &mut [ClaimReport]) {
        for (index, finding) in self.findings.iter().enumerate() {
            for claim in &finding.claims {
                claims[*claim].findings.push(Id::of_finding(index));
            }
        }
    }

    /// What is told of a line about the reporting.
    pub(super) fn line(&self, index: usize, positions: &Positions<'_>) -> LineReport {
        let line = &self.lines[index];
        let span = self.reading.tokens.span(&line.sentence);
        LineReport {
            id: Id::of_line(index),
            kind: line.kind,
            text: span.of(&self.document.text).to_owned(),
            span,
            position: positions.of(span.start),
            cue: self.reading.tokens.span(&line.words),
            agent: line.agent.map(Id::of_agent),
            agent_text: line.agent.map(|agent| self.mentions.agents[agent].canonical.to_string()),
            claims: line.claims.iter().copied().map(Id::of_claim).collect(),
        }
    }

    /// Gives each claim the ids of the lines about it.
    fn tell_lines(&self, claims: &mut [ClaimReport]) {
        for (index, line) in self.lines.iter().enumerate() {
            for claim in &line.claims {
                claims[*claim].lines.push(Id::of_line(index));
            }
        }
    }

    /// The content without a leading "that"; one that opens a sentence points at something ("That paper has gone").
    pub(super) fn proposition(&self, content: &[Range<usize>]) -> Places {
        let Some((first, rest)) = content.split_first() else { return Places::Other(Vec::new()) };
        let opens = |at: usize| self.reading.token(at).is_capitalised();
        let that = first.len() > 1 && !opens(first.start) && self.reading.tag(first.start) == Tag::That;
        let first = self.span(&(first.start + usize::from(that)..first.end));
        std::iter::once(first).chain(rest.iter().map(|piece| self.span(piece))).collect()
    }

    /// The occurrence whose words stand for the claim: the first that is no headline, else the first.
    pub(super) fn shown<'a>(&self, claim: &'a Claim) -> &'a crate::claims::Occurrence {
        let body = claim
            .occurrences
            .iter()
            .find(|one| self.document.blocks[one.block].kind != crate::document::BlockKind::Headline);
        body.unwrap_or(&claim.occurrences[0])
    }

    fn occurrence(&self, one: &crate::claims::Occurrence, positions: &Positions<'_>) -> Occurrence {
        let span = self.spans(&one.content);
        Occurrence {
            position: positions.of(span.first().map_or(0, |span| span.start)),
            span,
            attribution: one.attribution.map(Id::of_attribution),
            block: self.document.blocks[one.block].kind,
        }
    }

    fn when(&self, range: &Range<usize>) -> When {
        When { text: self.words(range), date: self.day(range) }
    }

    /// The day that words tell of.
    pub(super) fn day(&self, range: &Range<usize>) -> Option<Date> {
        let published = self.document.meta.published?;
        dates::resolve(self.span(range).of(&self.document.text), published)
    }

    /// A claim's chain: nearly always that of its first attribution, or the publication alone.
    fn chain_of(&self, claim: &Claim, attributions: &[AttributionReport], own_voice: &Chain) -> Chain {
        match claim.occurrences[0].attribution {
            Some(index) if ptr::eq(&*claim.chain, &*self.chains[index]) => attributions[index].chain.clone(),
            _ => self.chain(&claim.chain, own_voice),
        }
    }

    /// The publication, which is a chain by itself, and the hops behind it.
    fn chain(&self, hops: &[Hop], own_voice: &Chain) -> Chain {
        if hops.is_empty() {
            return own_voice.clone();
        }
        let hops = hops.iter().map(|hop| Shared::new(self.hop(hop)));
        own_voice.iter().cloned().chain(hops).collect()
    }

    /// The hop that opens every chain.
    pub(super) fn publication(&self) -> HopReport {
        let name = self.document.meta.publication.name.clone();
        HopReport {
            text: name.clone(),
            canonical: name,
            kind: AgentKind::Publication,
            role: None,
            mentions: Places::Other(Vec::new()),
            cue: None,
            cue_text: None,
            stance: None,
            venue: None,
            inferred: false,
            resolved: true,
            candidates: Vec::new(),
            mention: None,
            rule: "publication",
            agent: None,
        }
    }

    fn hop(&self, hop: &Hop) -> HopReport {
        let span = |range: &Range<usize>| self.reading.tokens.span(range);
        let words = |range: &Range<usize>| self.words(range);
        let agent = hop.agent.map(|index| &self.mentions.agents[index]);
        HopReport {
            text: agent.and_then(|agent| agent.mentions.first()).map_or_else(|| self.name(hop).to_owned(), words),
            canonical: self.name(hop).to_owned(),
            kind: self.kind(hop),
            role: self.role(hop).map(str::to_owned),
            mentions: self.spans(agent.map_or(&[], |agent| &agent.mentions[near(&agent.mentions, hop)])),
            cue: hop.cue.as_ref().map(span),
            cue_text: hop.cue.as_ref().map(words),
            stance: hop.stance,
            venue: hop.venue.as_ref().map(words),
            inferred: hop.inferred,
            resolved: hop.resolved,
            candidates: hop.candidates.iter().map(|index| self.mentions.agents[*index].canonical.to_string()).collect(),
            mention: hop.mention.as_ref().map(span),
            rule: hop.rule,
            agent: hop.agent.map(Id::of_agent),
        }
    }

    /// Whom a hop names.
    pub(super) fn name(&self, hop: &Hop) -> &str {
        hop.agent.map_or("nobody named", |agent| &self.mentions.agents[agent].canonical)
    }

    /// What kind of agent a hop names.
    pub(super) fn kind(&self, hop: &Hop) -> AgentKind {
        hop.agent.map_or(AgentKind::Unknown, |agent| self.mentions.agents[agent].kind)
    }

    /// A person's role.
    pub(super) fn role(&self, hop: &Hop) -> Option<&str> {
        hop.agent.map(|agent| &self.mentions.agents[agent]).filter(|agent| agent.kind == AgentKind::Person)?.role
    }

    /// The agents (by index) that stand in some chain or line, and those that they speak for.
    pub(super) fn agents_shown(&self) -> Vec<usize> {
        let agents = &self.mentions.agents;
        let mut used = vec![false; agents.len()];
        self.chains.iter().flatten().filter_map(|hop| hop.agent).for_each(|agent| used[agent] = true);
        self.lines.iter().filter_map(|line| line.agent).for_each(|agent| used[agent] = true);
        let users = agents.iter().zip(&used).filter(|(_, used)| **used);
        let behind: Vec<usize> = users.filter_map(|(agent, _)| agent.acts_for).collect();
        behind.into_iter().for_each(|agent| used[agent] = true);
        (0..agents.len()).filter(|agent| used[*agent]).collect()
    }

    fn agent(&self, index: usize) -> AgentReport {
        let agent = &self.mentions.agents[index];
        AgentReport {
            id: Id::of_agent(index),
            canonical: agent.canonical.to_string(),
            kind: agent.kind,
            role: agent.role.map(str::to_owned),
            affiliation: agent.affiliation.map(str::to_owned),
            number: agent.number,
            anonymity_reason: agent.anonymity_reason.map(str::to_owned),
            acts_for: agent.acts_for.map(Id::of_agent),
            on_the_record: agent.is_on_the_record(),
            mentions: self.spans(&agent.mentions),
        }
    }
}

/// How many of an agent's mentions a hop shows; all of them stand with the agent. Without a bound the report would
/// grow with the square of the text.
const MOST_MENTIONS: usize = 8;

/// The mentions nearest to the hop, by index.
pub(super) fn near(mentions: &[Range<usize>], hop: &Hop) -> Range<usize> {
    let place = hop.mention.as_ref().or(hop.cue.as_ref()).map_or(0, |range| range.start);
    let at = mentions.partition_point(|mention| mention.start <= place);
    let start = at.saturating_sub(MOST_MENTIONS / 2).min(mentions.len().saturating_sub(MOST_MENTIONS));
    start..mentions.len().min(start + MOST_MENTIONS)
}

fn label(positions: &Positions<'_>, span: Span, text: String) -> LabelReport {
    LabelReport { span, position: positions.of(span.start), end: positions.of(span.end), text }
}
