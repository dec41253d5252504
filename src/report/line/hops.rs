//! Chains in the line of JSON. What stands there more than once is copied from where it was first written: the chain of an attribution
//! in the claim that it makes, and what the hops of one agent have in common.

use super::json::Json;
use crate::chains::Hop;
use crate::claims::Claim;
use crate::report::assemble::{Found, near};
use crate::report::id::Id;
use crate::report::names;
use std::ops::Range;
use std::ptr;

pub struct Hops<'a> {
    found: &'a Found<'a>,
    /// The publication's hop, which opens every chain.
    publication: String,
    /// Per attribution, where its chain was written.
    chains: Vec<Range<usize>>,
    /// Per agent, what its hops last had in common.
    heads: Vec<Option<Head>>,
}

/// The fields of a hop that tell of its agent.
struct Head {
    /// The mentions that are shown.
    shown: Range<usize>,
    written: Range<usize>,
    /// Where their places stand in it.
    places: Range<usize>,
}

impl<'a> Hops<'a> {
    pub fn of(found: &'a Found<'a>) -> serde_json::Result<Self> {
        let publication = serde_json::to_string(&found.publication())?;
        let heads = (0..found.mentions.agents.len()).map(|_| None).collect();
        Ok(Self { found, publication, chains: Vec::with_capacity(found.attributions.len()), heads })
    }

    /// The chain of the next attribution.
    pub fn chain_of_attribution(&mut self, json: &mut Json<'_>, index: usize) {
        let start = json.len();
        self.chain(json, &self.found.chains[index]);
        self.chains.push(start..json.len());
    }

    /// The chain of a claim, nearly always that of its first attribution.
    pub fn chain_of_claim(&mut self, json: &mut Json<'_>, claim: &Claim) {
        match claim.occurrences[0].attribution {
            Some(index) if ptr::eq(&*claim.chain, &*self.found.chains[index]) => json.again(self.chains[index].clone()),
            _ => self.chain(json, &claim.chain),
        }
    }

    fn chain(&mut self, json: &mut Json<'_>, hops: &[Hop]) {
        json.put("[");
        json.put(&self.publication);
        for hop in hops {
            json.put(",");
            self.head(json, hop);
            self.rest(json, hop);
        }
        json.put("]");
    }

    fn head(&mut self, json: &mut Json<'_>, hop: &Hop) {
        let Some(agent) = hop.agent else {
            self.write_head(json, hop, 0..0);
            return;
        };
        let shown = near(&self.found.mentions.agents[agent].mentions, hop);
        match &self.heads[agent] {
            Some(head) if head.shown == shown => json.again(head.written.clone()),
            _ => {
                let start = json.len();
                let places = self.write_head(json, hop, shown.clone());
                self.heads[agent] = Some(Head { shown, written: start..json.len(), places });
            }
        }
    }

    /// Gives where the places of the mentions stand.
    fn write_head(&self, json: &mut Json<'_>, hop: &Hop, shown: Range<usize>) -> Range<usize> {
        let found = self.found;
        let agent = hop.agent.map(|index| &found.mentions.agents[index]);
        json.put(r#"{"text":"#);
        match agent.and_then(|agent| agent.mentions.first()) {
            Some(mention) => json.quoted(found.span(mention)),
            None => json.string(found.name(hop)),
        }
        json.put(r#","canonical":"#);
        json.string(found.name(hop));
        json.put(r#","kind":""#);
        json.put(names::kind(found.kind(hop)));
        json.put(r#"","role":"#);
        json.optional(found.role(hop), Json::string);
        json.put(r#","mentions":"#);
        let mentions = agent.map_or(&[][..], |agent| &agent.mentions[shown]);
        let start = json.len();
        json.spans(mentions.iter().map(|mention| found.span(mention)));
        start..json.len()
    }

    /// The places of all mentions of an agent: nearly always those that its hops show.
    pub fn mentions(&self, json: &mut Json<'_>, agent: usize) {
        let mentions = &self.found.mentions.agents[agent].mentions;
        match &self.heads[agent] {
            Some(head) if head.shown.len() == mentions.len() => json.again(head.places.clone()),
            _ => json.spans(mentions.iter().map(|mention| self.found.span(mention))),
        }
    }

    /// The fields that tell of this hop alone.
    fn rest(&self, json: &mut Json<'_>, hop: &Hop) {
        let found = self.found;
        match hop.cue.as_ref().map(|cue| found.span(cue)) {
            Some(cue) => {
                json.put(r#","cue":"#);
                json.span(cue);
                json.put(r#","cue_text":""#);
                json.words(cue);
                json.put(r#"","stance":"#);
            }
            None => json.put(r#","cue":null,"cue_text":null,"stance":"#),
        }
        json.optional(hop.stance.map(names::stance), Json::name);
        json.put(r#","venue":"#);
        json.optional(hop.venue.as_ref(), |json, venue| json.quoted(found.span(venue)));
        json.put(r#","inferred":"#);
        json.flag(hop.inferred);
        json.put(r#","resolved":"#);
        json.flag(hop.resolved);
        json.put(r#","candidates":"#);
        json.list(&hop.candidates, |json, agent| json.string(&found.mentions.agents[*agent].canonical));
        json.put(r#","mention":"#);
        json.optional(hop.mention.as_ref(), |json, mention| json.span(found.span(mention)));
        json.put(r#","rule":""#);
        json.put(hop.rule);
        json.put(r#"","agent":"#);
        json.optional(hop.agent.map(Id::of_agent), Json::id);
        json.put("}");
    }
}
