//! `--format dot`: a graph per document, for Graphviz.

use super::cell::clean;
use super::contract::DocumentReport;
use super::graph::{Edge, Graph, Node};
use super::names;
use super::reporter::Reporter;
use super::summary;
use crate::terms::AgentKind;
use std::io::{Result, Write};

/// Writes one `digraph` per document; roots stand left, the publication right.
#[derive(Debug, Default)]
pub struct Dot;

impl Reporter for Dot {
    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        let graph = Graph::of(doc);
        writeln!(out, "digraph {} {{", quoted(&clean(names::path(doc))))?;
        writeln!(
            out,
            "  graph [rankdir=LR, labelloc=t, fontname=\"sans-serif\", label={}]",
            quoted(&summary::line(doc))
        )?;
        writeln!(out, "  node [style=filled, fillcolor=white, fontname=\"sans-serif\"]")?;
        writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=10]")?;
        for (index, node) in graph.nodes.iter().enumerate() {
            writeln!(out, "  n{index} [label={}, {}]", quoted(&node_label(node)), look(node.kind))?;
        }
        for edge in &graph.edges {
            write_edge(edge, out)?;
        }
        writeln!(out, "}}")
    }
}

fn node_label(node: &Node) -> String {
    format!("{}\n{}", node.label, names::kind(node.kind))
}

fn write_edge(edge: &Edge, out: &mut dyn Write) -> Result<()> {
    let style = if edge.inferred { ", style=dashed" } else { "" };
    // left-justified lines: each ends with \l
    let label: String = edge.shown().iter().map(|line| format!("{}\\l", escaped(line))).collect();
    writeln!(out, "  n{} -> n{} [label=\"{label}\"{style}]", edge.from, edge.to)
}

/// How a kind of agent is drawn.
fn look(kind: AgentKind) -> &'static str {
    match kind {
        AgentKind::Publication => "shape=box, penwidth=2",
        AgentKind::Outlet => "shape=box, fillcolor=\"#dbe9f6\"",
        AgentKind::Person => "shape=ellipse, fillcolor=\"#e3f2e1\"",
        AgentKind::Organisation => "shape=hexagon, fillcolor=\"#f3ecd9\"",
        AgentKind::Group => "shape=ellipse, peripheries=2, fillcolor=\"#e3f2e1\"",
        AgentKind::Document => "shape=note, fillcolor=\"#eeeeee\"",
        AgentKind::Anonymous => "shape=ellipse, style=\"filled,dashed\", fillcolor=\"#f8dede\"",
        AgentKind::Unknown => "shape=diamond, style=\"filled,dashed\", fillcolor=\"#f8dede\"",
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_story() {
        let (doc, text) = fixture::story();
        insta::assert_snapshot!(fixture::render(&mut Dot, &[(&doc, &text)]));
    }

    #[test]
    fn marks_in_names_are_escaped() {
        assert_eq!(quoted("the \"Post\" \\ co"), r#""the \"Post\" \\ co""#);
    }
}
