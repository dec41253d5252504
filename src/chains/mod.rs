//! Chains: through whom a claim came, from the publication inwards.

mod hop;
mod inferred;
mod venue;

pub use hop::Hop;

use crate::attributions::{Attribution, Reading};
use crate::document::Document;
use crate::lexicon::{Classes, Meaning};
use crate::mentions::{Agent, Known, Mentions};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Name, keys};
use std::ops::Range;

/// Per attribution, its hops from the outermost to the root; the publication is left out.
pub type Chains = Vec<Vec<Hop>>;

/// The chains of all attributions. The document's publication is the copy's own outlet, which is no hop of its own copy.
pub fn build(document: &Document, reading: &Reading<'_>, attributions: &[Attribution], mentions: &Mentions) -> Chains {
    let publication = document.meta.publication.name.as_str();
    let known_publication = reading.lexicon.outlet_index(publication).map(Known::Outlet);
    let builder = Builder { reading, attributions, mentions, publication, known_publication };
    let mut chains: Chains = (0..attributions.len()).map(|index| builder.own_hops(index)).collect();
    let nested = (0..attributions.len()).filter(|index| attributions[*index].nested_in.is_some());
    let whole: Vec<(usize, Vec<Hop>)> = nested.map(|index| (index, builder.nested(index, &chains))).collect();
    whole.into_iter().for_each(|(index, chain)| chains[index] = chain);
    inferred::quote_last_speaker(reading, attributions, &mut chains);
    inferred::carry_outlets(reading, attributions, mentions, &mut chains);
    inferred::lead_of_interview(document, reading, attributions, mentions, &mut chains);
    inferred::inherit_report_sources(reading, attributions, mentions, &mut chains);
    chains
}

struct Builder<'a> {
    reading: &'a Reading<'a>,
    attributions: &'a [Attribution],
    mentions: &'a Mentions<'a>,
    publication: &'a str,
    known_publication: Option<Known>,
}

/// "we" in a quotation: those for whom the speaker speaks.
fn speaks_for_others(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let source = attribution.source.as_ref().filter(|source| source.range.len() == 1);
    source.is_some_and(|source| reading.is_any(source.range.start, keys!["we", "our"]))
}

/// How deep attributions may nest.
const DEEPEST: usize = 12;

impl Builder<'_> {
    /// The hops of the attributions around this one, and its own.
    fn nested(&self, index: usize, own: &[Vec<Hop>]) -> Vec<Hop> {
        let mut around = vec![index];
        while let Some(outer) = around.last().and_then(|last| self.attributions[*last].nested_in) {
            if around.len() >= DEEPEST || around.contains(&outer) {
                break;
            }
            around.push(outer);
        }
        let mut chain: Vec<Hop> = Vec::new();
        for hop in around.iter().rev().flat_map(|outer| own[*outer].iter()) {
            match chain.last_mut() {
                Some(last) if last.same_agent(hop) => *last = hop.clone(),
                _ => chain.push(hop.clone()),
            }
        }
        chain
    }

    /// The outlet that an attribution came through, if it names one, and its source.
    fn own_hops(&self, index: usize) -> Vec<Hop> {
        let attribution = &self.attributions[index];
        if let Some(outer) = self.told_by_outer(attribution) {
            return self.own_hops(outer);
        }
        let outer = attribution.nested_in.map(|outer| &self.attributions[outer]);
        let venue = venue::venue(self.reading, attribution, outer, self.mentions);
        // few come through somebody besides
        let mut hops = Vec::with_capacity(1);
        // "told Reuters" in Reuters copy
        let mut first_hand = false;
        if let Some((agent, mention)) = venue.outlet {
            let through =
                Hop { mention: Some(mention), venue: None, rule: "told-outlet", ..self.hop(attribution, Some(agent)) };
            first_hand = self.is_publication(&through);
            hops.push(through);
        }
        if let Some((agent, mention)) = self.quoted_by(attribution) {
            let through = Hop { mention: Some(mention), rule: "quoted-by", ..self.hop(attribution, Some(agent)) };
            hops.push(through);
        }
        if let Some((agent, mention)) = self.reported_for(index) {
            let through = Hop { mention: Some(mention), rule: "reports-for", ..self.hop(attribution, Some(agent)) };
            hops.push(through);
        }
        if let Some((agent, mention)) = self.obtained_by(attribution) {
            let through = Hop { mention: Some(mention), rule: "obtained-by", ..self.hop(attribution, Some(agent)) };
            hops.push(through);
        }
        let resolved = self.mentions.sources[index].as_ref();
        let mut source = self.hop(attribution, resolved.map(|r| r.agent));
        source.venue = venue.words;
        if resolved.is_some() && attribution.nested_in.is_some() && speaks_for_others(self.reading, attribution) {
            source.rule = "speaks-for";
        }
        source.mention = attribution.source.as_ref().map(|source| source.range.clone());
        source.resolved = resolved.is_none_or(|r| r.sure);
        if first_hand && source.agent.is_some() {
            source.rule = "told-publication";
        }
        if let Some((agent, _)) = self.published_in(&source) {
            source = Hop { agent: Some(agent), kind: AgentKind::Outlet, rule: "published-in", ..source };
        }
        source.candidates = resolved.map_or_else(Vec::new, |r| r.candidates.clone());
        hops.push(source);
        hops.retain(|hop| !self.is_publication(hop));
        hops.dedup_by(|b, a| a.same_agent(b));
        hops
    }

    /// "|It has emerged that P, according to an officer": nobody but the officer is behind it.
    fn told_by_outer(&self, attribution: &Attribution) -> Option<usize> {
        let outer = attribution.nested_in.filter(|_| attribution.rule == "it-is-said")?;
        let told = &self.attributions[outer];
        let whole = |content: &Range<usize>| content.start + 1 == attribution.cue.start;
        (told.rule == "according-to" && told.content.first().is_some_and(whole)).then_some(outer)
    }

    /// The outlet in a parenthesis behind the source: "the ministry, quoted by the Herald, said".
    fn quoted_by(&self, attribution: &Attribution) -> Option<(usize, Range<usize>)> {
        let source = attribution.source.as_ref()?;
        let between = source.range.end..attribution.cue.start;
        let reading = self.reading;
        let quoted = |at: &usize| reading.is_any(*at, keys!["quoted", "cited"]) && reading.is_word(at + 1, "by");
        let by = between.clone().take(2).find(|at| at + 2 < between.end && quoted(at)).map(|at| at + 1);
        let outlet = by.and_then(|by| venue::outlet_at(reading, self.mentions, by + 1, between.end));
        outlet.or_else(|| self.quoted_in(&source.range))
    }

    /// "a witness |quoted in the report", "an officer |quoted by the Herald": the document or the outlet that has the words.
    fn quoted_in(&self, source: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let reading = self.reading;
        let led = |at: &usize| {
            let quoted = reading.is_any(*at, keys!["quoted", "cited", "interviewed"]);
            quoted && reading.is_any(at + 1, keys!["by", "in"])
        };
        let at = (source.start + 1..source.end.saturating_sub(2)).find(led)? + 2;
        let noun = reading.phrases.noun_at(at).filter(|noun| noun.start == at && noun.end <= source.end)?;
        let outlet = venue::outlet_at(reading, self.mentions, at, source.end);
        let is_document = |agent: &usize| self.mentions.agents[*agent].kind == AgentKind::Document;
        outlet.or_else(|| Some((self.mentions.starting_at(at).filter(is_document)?, noun)))
    }

    /// The outlet whose reporter is the source: "the BBC's Ann Lund reported".
    fn reported_for(&self, index: usize) -> Option<(usize, Range<usize>)> {
        let source = self.attributions[index].source.as_ref()?;
        let reporter = self.mentions.sources[index].as_ref()?.agent;
        let outlet = self.mentions.agents[reporter].reports_for?;
        let range = source.antecedent.as_ref().unwrap_or(&source.range);
        let told = &self.mentions.agents[outlet].mentions;
        // "The New York Times' |Carla Dietz": the owner may stand before the source
        let first = told.partition_point(|mention| mention.end + 1 < range.start);
        let here = told.get(first).filter(|mention| mention.end <= range.end)?;
        Some((outlet, here.clone()))
    }

    /// The outlet through which a document came: "a memo obtained by the Herald said".
    fn obtained_by(&self, attribution: &Attribution) -> Option<(usize, Range<usize>)> {
        let source = attribution.source.as_ref()?;
        let range = source.antecedent.as_ref().unwrap_or(&source.range);
        let reading = self.reading;
        let is_by = |at: &usize| reading.is_word(*at, "by") && reading.token(*at - 1).is(Classes::VERB_PARTICIPLE);
        // ", a copy of which was obtained by the Herald, said": in the parenthesis too
        let end = range.end.max(attribution.cue.start);
        let by = (range.start + 1..end.saturating_sub(1)).find(is_by);
        let through = by.and_then(|by| venue::outlet_at(reading, self.mentions, by + 1, end));
        through.or_else(|| self.seen_by(range.start + 1..end)).or_else(|| self.seen_right_behind(range, attribution))
    }

    /// ", |which the Herald has seen,": the outlet behind the relative word.
    fn seen_by(&self, words: Range<usize>) -> Option<(usize, Range<usize>)> {
        let end = words.end;
        let relative = |at: &usize| self.reading.tag(*at) == Tag::Relative;
        words.filter(relative).find_map(|at| self.outlet_that_saw(at + 1, end))
    }

    /// "according to documents |the Herald had seen"
    fn seen_right_behind(&self, document: &Range<usize>, attribution: &Attribution) -> Option<(usize, Range<usize>)> {
        let end = self.reading.tokens.sentences[attribution.sentence].tokens.end;
        let is_document = self.reading.token(document.end - 1).is(Classes::DOCUMENT_NOUN);
        (is_document && document.end < end).then(|| self.outlet_that_saw(document.end, end)).flatten()
    }

    /// "the Herald has seen", "the Herald obtained", "the Herald said it had seen": the outlet that begins at `at`.
    fn outlet_that_saw(&self, at: usize, end: usize) -> Option<(usize, Range<usize>)> {
        const SAW: &[u64] = keys!["seen", "obtained", "reviewed", "read", "viewed", "examined", "verified"];
        let reading = self.reading;
        let outlet = venue::outlet_at(reading, self.mentions, at, end)?;
        let behind = outlet.1.end;
        let said_it = behind + 1 < end && reading.is_any(behind, keys!["said", "says"]);
        let verb = behind + if said_it { 2 } else { 0 };
        let verb = verb + usize::from(verb < end && reading.tag(verb) == Tag::Have);
        (verb < end && reading.is_any(verb, SAW)).then_some(outlet)
    }

    /// The outlet whose work it is: "a report in the Post said", "an editorial by Xinhua". That is one hop, as "a Post report" is.
    fn published_in(&self, source: &Hop) -> Option<(usize, Range<usize>)> {
        const WORKS: &[u64] = keys!["report", "article", "story", "editorial", "investigation", "column", "commentary"];
        let reading = self.reading;
        // "It quoted a guard": the report, as it was called first
        let range = source.agent.and_then(|agent| self.mentions.agents[agent].mentions.first())?;
        let by = reading.phrases.noun_at(range.start).map(|noun| noun.end).filter(|by| by + 1 < range.end)?;
        let work = source.kind == AgentKind::Document && source.resolved && reading.is_any(by - 1, WORKS);
        let theirs = work && reading.is_any(by, keys!["in", "by", "from", "on"]);
        theirs.then(|| venue::outlet_at(reading, self.mentions, by + 1, range.end))?
    }

    fn hop(&self, attribution: &Attribution, agent: Option<usize>) -> Hop {
        Hop {
            agent,
            kind: agent.map_or(AgentKind::Unknown, |agent| self.mentions.agents[agent].kind),
            mention: None,
            cue: Some(attribution.cue.clone()),
            stance: Some(attribution.stance),
            venue: None,
            inferred: false,
            resolved: true,
            candidates: Vec::new(),
            rule: if agent.is_some() { "source" } else { "no-source" },
        }
    }

    fn is_publication(&self, hop: &Hop) -> bool {
        let Some(agent) = hop.agent.map(|index| &self.mentions.agents[index]) else { return false };
        let by_name = agent.kind == AgentKind::Outlet && self.is_its_name(agent);
        self.known_publication.is_some() && (agent.known == self.known_publication || self.is_short_for_it(agent))
            || by_name
    }

    /// Its name as the copy is signed, or the end of it: "told the Gazette" in the copy of The Harbor Gazette.
    fn is_its_name(&self, agent: &Agent) -> bool {
        let before = self.publication.strip_suffix(&*agent.canonical);
        before.is_some_and(|before| before.is_empty() || before.ends_with(' ') && agent.known.is_none())
    }

    /// "told APA" in the Austria Press Agency's copy: a short name, which nobody need introduce there.
    fn is_short_for_it(&self, agent: &Agent) -> bool {
        let own = |name: Name| matches!(name.meaning, Meaning::ShortOutlet(index) if Some(Known::Outlet(index)) == self.known_publication);
        let whole = |mention: &Range<usize>| {
            self.reading.names(mention.start).any(|name| own(name) && name.len == mention.len())
        };
        agent.kind == AgentKind::Outlet && agent.known.is_none() && agent.mentions.first().is_some_and(whole)
    }
}
