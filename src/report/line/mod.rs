//! The line of JSON that a document's report is, written straight from what the stages found.
//!
//! The contract's types say the same, and are what the other formats are made of; to fill them with texts only to write these out would take
//! longer than the writing. A property test holds both to the same bytes.

mod escapes;
mod hops;
mod json;

use super::assemble::Found;
use super::contract::{FindingReport, LineReport, SCHEMA_VERSION};
use super::id::Id;
use super::names;
use crate::claims::{Claim, Occurrence};
use crate::document::{Position, Positions};
use hops::Hops;
use json::Json;

/// The document's object, `schema_version` before its own fields, and a line end; what `buffer` held before is gone, and its room is
/// used. Errors: none that a report can give.
pub fn line(found: &Found<'_>, buffer: Vec<u8>) -> serde_json::Result<Vec<u8>> {
    let positions = found.document.positions();
    let mut line = Line { found, json: Json::of(&found.document.text, buffer), positions, hops: Hops::of(found)? };
    line.document()?;
    Ok(line.json.into_bytes())
}

struct Line<'a> {
    found: &'a Found<'a>,
    json: Json<'a>,
    positions: Positions<'a>,
    hops: Hops<'a>,
}

impl Line<'_> {
    fn document(&mut self) -> serde_json::Result<()> {
        let found = self.found;
        self.json.put(r#"{"schema_version":"#);
        self.json.number(SCHEMA_VERSION as usize);
        self.json.put(r#","path":"#);
        self.json.optional(found.document.path.as_deref(), Json::string);
        self.json.put(r#","format":"#);
        self.json.value(&found.document.format)?;
        self.json.put(r#","meta":"#);
        self.json.value(&found.document.meta)?;
        self.json.put(r#","attributions":"#);
        self.each(0..found.attributions.len(), Self::attribution);
        self.json.put(r#","claims":"#);
        self.claims();
        self.json.put(r#","findings":"#);
        let findings = (0..found.findings.len()).map(|index| found.finding(index, &self.positions));
        self.json.value(&findings.collect::<Vec<FindingReport>>())?;
        self.json.put(r#","lines":"#);
        let lines = (0..found.lines.len()).map(|index| found.line(index, &self.positions));
        self.json.value(&lines.collect::<Vec<LineReport>>())?;
        self.json.put(r#","agents":"#);
        self.each(found.agents_shown(), Self::agent);
        self.json.put("}\n");
        Ok(())
    }

    /// A list with one element for each index.
    fn each(&mut self, all: impl IntoIterator<Item = usize>, mut write: impl FnMut(&mut Self, usize)) {
        let mut before = "[";
        for index in all {
            self.json.put(before);
            write(self, index);
            before = ",";
        }
        self.json.put(if before == "[" { "[]" } else { "]" });
    }

    fn attribution(&mut self, index: usize) {
        let (found, json) = (self.found, &mut self.json);
        let one = &found.attributions[index];
        let source = one.source.as_ref().map(|source| found.span(&source.range));
        let (cue, content) = (found.span(&one.cue), found.spans(&one.content));
        json.put(r#"{"id":"#);
        json.id(Id::of_attribution(index));
        json.put(r#","source":"#);
        json.spans(source);
        json.put(r#","cue":["#);
        json.span(cue);
        json.put(r#"],"content":"#);
        json.spans(content.iter().copied());
        json.put(r#","source_text":""#);
        json.pieces(source.as_slice());
        json.put(r#"","cue_text":""#);
        json.words(cue);
        json.put(r#"","content_text":""#);
        json.pieces(&content);
        json.put(r#"","form":""#);
        json.put(names::form(one.form));
        json.put(r#"","stance":""#);
        json.put(names::stance(one.stance));
        json.put(r#"","rule":""#);
        json.put(one.rule);
        json.put(r#"","confidence":"#);
        json.share(found.confidence(one));
        json.put(r#","chain":"#);
        self.hops.chain_of_attribution(json, index);
        json.put(r#","nested_in":"#);
        json.optional(one.nested_in.map(Id::of_attribution), Json::id);
        json.put("}");
    }

    fn claims(&mut self) {
        let found = self.found;
        let lines = by_claim(found.lines.iter().map(|line| &line.claims[..]));
        let findings = by_claim(found.findings.iter().map(|finding| &finding.claims[..]));
        self.each(0..found.claims.len(), |line, index| {
            line.claim(index, &found.claims[index]);
            line.json.put(r#","lines":"#);
            line.json.list(about(&lines, index).map(Id::of_line), Json::id);
            line.json.put(r#","findings":"#);
            line.json.list(about(&findings, index).map(Id::of_finding), Json::id);
            line.json.put("}");
        });
    }

    /// A claim, but for what else tells of it.
    fn claim(&mut self, index: usize, claim: &Claim) {
        let (found, json) = (self.found, &mut self.json);
        json.put(r#"{"id":"#);
        json.id(Id::of_claim(index));
        json.put(r#","text":""#);
        json.pieces(&found.proposition(&found.shown(claim).content));
        json.put(r#"","form":""#);
        json.put(names::form(claim.form));
        json.put(r#"","root":{"text":"#);
        json.string(found.root_name(claim));
        json.put(r#","kind":""#);
        json.put(names::kind(found.root_kind(claim)));
        json.put(r#"","callable":"#);
        json.flag(found.is_root_callable(claim));
        json.put(r#"},"chain":"#);
        self.hops.chain_of_claim(json, claim);
        json.put(r#","first_hand":"#);
        json.flag(found.is_first_hand(claim));
        json.put(r#","when":"#);
        json.optional(claim.when.as_ref(), |json, when| {
            json.put(r#"{"text":""#);
            json.words(found.span(when));
            json.put(r#"","date":"#);
            json.optional(found.day(when), |json, day| json.string(&day.to_string()));
            json.put("}");
        });
        json.put(r#","hedges":"#);
        json.list(&claim.hedges, |json, hedge| json.quoted(found.span(hedge)));
        json.put(r#","occurrences":"#);
        let positions = &self.positions;
        json.list(&claim.occurrences, |json, one| occurrence(json, found, one, positions));
    }

    fn agent(&mut self, index: usize) {
        let (found, json) = (self.found, &mut self.json);
        let agent = &found.mentions.agents[index];
        json.put(r#"{"id":"#);
        json.id(Id::of_agent(index));
        json.put(r#","canonical":"#);
        json.string(&agent.canonical);
        json.put(r#","kind":""#);
        json.put(names::kind(agent.kind));
        json.put(r#"","role":"#);
        json.optional(agent.role, Json::string);
        json.put(r#","affiliation":"#);
        json.optional(agent.affiliation, Json::string);
        json.put(r#","number":"#);
        json.optional(agent.number, |json, number| json.number(number as usize));
        json.put(r#","anonymity_reason":"#);
        json.optional(agent.anonymity_reason, Json::string);
        json.put(r#","acts_for":"#);
        json.optional(agent.acts_for.map(Id::of_agent), Json::id);
        json.put(r#","on_the_record":"#);
        json.flag(agent.is_on_the_record());
        json.put(r#","mentions":"#);
        self.hops.mentions(json, index);
        json.put("}");
    }
}

fn occurrence(json: &mut Json<'_>, found: &Found<'_>, one: &Occurrence, positions: &Positions<'_>) {
    let Position { line, column } = positions.of(one.content.first().map_or(0, |first| found.span(first).start));
    json.put(r#"{"span":"#);
    json.spans(one.content.iter().map(|piece| found.span(piece)));
    json.put(r#","position":{"line":"#);
    json.number(line);
    json.put(r#","column":"#);
    json.number(column);
    json.put(r#"},"attribution":"#);
    json.optional(one.attribution.map(Id::of_attribution), Json::id);
    json.put(r#","block":""#);
    json.put(names::block(found.document.blocks[one.block].kind));
    json.put(r#""}"#);
}

/// Each claim with each of those that name it (by index), in the order of the claims.
fn by_claim<'c>(all: impl Iterator<Item = &'c [usize]>) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> =
        all.enumerate().flat_map(|(index, claims)| claims.iter().map(move |claim| (*claim, index))).collect();
    pairs.sort_unstable();
    pairs
}

/// Those that name a claim.
fn about(pairs: &[(usize, usize)], claim: usize) -> impl Iterator<Item = usize> {
    let from = pairs.partition_point(|(other, _)| *other < claim);
    pairs[from..].iter().take_while(move |(other, _)| *other == claim).map(|(_, index)| *index)
}
