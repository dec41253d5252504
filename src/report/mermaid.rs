//! `--format mermaid`: a graph per document, for Markdown pages that draw Mermaid.

use super::cell::clean;
use super::contract::DocumentReport;
use super::graph::{Edge, Graph, Node};
use super::names;
use super::reporter::Reporter;
use super::summary;
use crate::terms::AgentKind;
use std::io::{Result, Write};

/// Writes one flowchart per document; roots stand left, the publication right.
#[derive(Debug, Default)]
pub struct Mermaid;

/// How the kinds of agents are drawn.
const LOOKS: &[(&str, &str)] = &[
    ("publication", "fill:#ffffff,stroke:#333333,stroke-width:3px,color:#000000"),
    ("outlet", "fill:#dbe9f6,stroke:#333333,color:#000000"),
    ("person", "fill:#e3f2e1,stroke:#333333,color:#000000"),
    ("organisation", "fill:#f3ecd9,stroke:#333333,color:#000000"),
    ("group", "fill:#e3f2e1,stroke:#333333,stroke-width:3px,color:#000000"),
    ("document", "fill:#eeeeee,stroke:#333333,color:#000000"),
    ("anonymous", "fill:#f8dede,stroke:#333333,stroke-dasharray:4,color:#000000"),
    ("unknown", "fill:#f8dede,stroke:#333333,stroke-dasharray:4,color:#000000"),
];

impl Reporter for Mermaid {
    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        let graph = Graph::of(doc);
        writeln!(out, "%% {}", clean(&summary::line(doc)))?;
        writeln!(out, "flowchart LR")?;
        for (index, node) in graph.nodes.iter().enumerate() {
            writeln!(out, "  n{index}{}", shape(node))?;
        }
        for edge in &graph.edges {
            write_edge(edge, out)?;
        }
        for (name, look) in LOOKS {
            let nodes = members(&graph, name);
            if !nodes.is_empty() {
                writeln!(out, "  classDef {name} {look}\n  class {nodes} {name}")?;
            }
        }
        Ok(())
    }
}

fn members(graph: &Graph, kind: &str) -> String {
    let of_kind = graph.nodes.iter().enumerate().filter(|(_, node)| names::kind(node.kind) == kind);
    of_kind.map(|(index, _)| format!("n{index}")).collect::<Vec<_>>().join(",")
}

/// Brackets tell the kind too, for those who do not see colours.
fn shape(node: &Node) -> String {
    let text = format!("\"{}<br/>{}\"", escaped(&node.label), names::kind(node.kind));
    match node.kind {
        AgentKind::Publication | AgentKind::Outlet => format!("[{text}]"),
        AgentKind::Organisation => format!("{{{{{text}}}}}"),
        AgentKind::Document => format!("[/{text}/]"),
        AgentKind::Unknown => format!("{{{text}}}"),
        AgentKind::Person | AgentKind::Group | AgentKind::Anonymous => format!("([{text}])"),
    }
}

fn write_edge(edge: &Edge, out: &mut dyn Write) -> Result<()> {
    let label = edge.shown().iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br/>");
    let arrow = if edge.inferred { "-.->" } else { "-->" };
    writeln!(out, "  n{} {arrow}|\"{label}\"| n{}", edge.from, edge.to)
}

/// Mermaid reads `#…;` as a character and knows no escapes with a backslash.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => safe.push_str("#quot;"),
            '#' => safe.push_str("#35;"),
            '<' => safe.push_str("#lt;"),
            '>' => safe.push_str("#gt;"),
            '&' => safe.push_str("#amp;"),
            '`' => safe.push_str("#96;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_story() {
        let (doc, text) = fixture::story();
        insta::assert_snapshot!(fixture::render(&mut Mermaid, &[(&doc, &text)]));
    }

    #[test]
    fn marks_in_names_are_escaped() {
        assert_eq!(escaped("\"a\" <b> #1"), "#quot;a#quot; #lt;b#gt; #35;1");
    }
}
