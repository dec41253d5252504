//! The chains of a story as a graph: agents as nodes, and what passed between two of them as an edge.

use super::arrows;
use super::cell::{clean_copy, shorten};
use super::contract::{ClaimReport, DocumentReport, HopReport};
use super::id::Id;
use super::summary::is_own_voice;
use crate::terms::AgentKind;
use rustc_hash::FxHashMap;

/// An agent of the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its name, with `?` where the copy does not tell who it is.
    pub label: String,
    /// What kind of agent it is.
    pub kind: AgentKind,
}

/// What came from one agent to the next on its way to the reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The inner agent, by its place among the nodes.
    pub from: usize,
    /// The outer one, who passes it on.
    pub to: usize,
    /// Whether the copy does not state the hop.
    pub inferred: bool,
    /// The claims that begin here, with their first words.
    pub lines: Vec<String>,
    /// The ids of those that only pass.
    pub passed: Vec<String>,
}

/// The chains of one document. Claims in the publication's own voice have none.
#[derive(Debug, Default, PartialEq)]
pub struct Graph {
    /// The agents, the publication first.
    pub nodes: Vec<Node>,
    /// The hops, in the order of the claims.
    pub edges: Vec<Edge>,
}

/// How many terminal columns of a claim an edge shows.
const LONGEST_CLAIM: usize = 44;
/// How many claims an edge shows.
const MOST_CLAIMS: usize = 4;
/// How many ids stand in one line.
const IDS_A_LINE: usize = 8;

impl Graph {
    /// The graph of a document's claims.
    pub fn of(doc: &DocumentReport) -> Self {
        let mut maker = Maker::default();
        for claim in doc.claims.iter().filter(|claim| !is_own_voice(claim)) {
            maker.add(claim);
        }
        maker.graph
    }
}

#[derive(Default)]
struct Maker {
    graph: Graph,
    nodes: FxHashMap<(Option<Id>, String), usize>,
    edges: FxHashMap<(usize, usize, bool), usize>,
}

impl Maker {
    fn add(&mut self, claim: &ClaimReport) {
        for (outer, inner) in claim.chain.iter().zip(claim.chain.iter().skip(1)) {
            let (to, from) = (self.node(outer), self.node(inner));
            let is_root = claim.chain.last().is_some_and(|root| std::ptr::eq(root, inner));
            let edges = &mut self.graph.edges;
            let index = *self.edges.entry((from, to, inner.inferred)).or_insert_with(|| {
                edges.push(Edge { from, to, inferred: inner.inferred, lines: Vec::new(), passed: Vec::new() });
                edges.len() - 1
            });
            if is_root {
                edges[index].lines.push(first_words(claim));
            } else {
                edges[index].passed.push(claim.id.to_string());
            }
        }
    }

    fn node(&mut self, hop: &HopReport) -> usize {
        let unresolved = if hop.resolved { "" } else { "?" };
        let label = format!("{}{unresolved}", arrows::name(hop));
        let nodes = &mut self.graph.nodes;
        *self.nodes.entry((hop.agent, label.clone())).or_insert_with(|| {
            nodes.push(Node { label, kind: hop.kind });
            nodes.len() - 1
        })
    }
}

fn first_words(claim: &ClaimReport) -> String {
    shorten(&format!("{} {}", claim.id, clean_copy(&claim.text)), LONGEST_CLAIM)
}

impl Edge {
    /// The lines that are shown; where there are more, the last one counts them.
    pub fn shown(&self) -> Vec<String> {
        let more = self.lines.len().saturating_sub(MOST_CLAIMS);
        let mut lines: Vec<String> = self.lines.iter().take(MOST_CLAIMS).cloned().collect();
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        lines.extend(self.passed.chunks(IDS_A_LINE).map(|ids| ids.join(" ")));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn an_agent_is_one_node_and_a_hop_one_edge() {
        let (doc, _) = fixture::story();
        let graph = Graph::of(&doc);
        let labels: Vec<_> = graph.nodes.iter().map(|node| node.label.as_str()).collect();
        assert_eq!(labels[0], "Reuters");
        assert_eq!(labels.iter().filter(|label| **label == "Larkhaven Courier").count(), 1);
        assert!(graph.edges.iter().any(|edge| edge.inferred));
    }

    #[test]
    fn an_edge_of_many_claims_counts_them() {
        let lines = (1..=6).map(|n| format!("c{n}")).collect();
        let passed = vec!["c7".to_owned(), "c8".to_owned()];
        let edge = Edge { from: 0, to: 1, inferred: false, lines, passed };
        assert_eq!(edge.shown(), ["c1", "c2", "c3", "c4", "and 2 more", "c7 c8"]);
    }
}
