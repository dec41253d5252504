//! The hand-written tables of `tests/intended/`, and how far a report agrees with one.

use std::collections::BTreeSet;
use whosaid::document::PublicationFrom;
use whosaid::lexicon::Lexicon;
use whosaid::report::contract::{Chain, ClaimReport, DocumentReport, HopReport};
use whosaid::terms::AgentKind;

/// How alike the words of two claims must be, from 0 to 1 (Jaccard).
const ALIKE: f64 = 0.5;

/// Words after which a noun phrase's head has come.
const AFTER_HEAD: &[&str] =
    &["of", "in", "to", "for", "from", "at", "on", "by", "with", "who", "which", "familiar", "close"];

/// One row of a table: a claim and the agents of its chain, from the outside in.
#[derive(Debug)]
pub struct Row {
    /// The claim's words.
    pub claim: String,
    /// The agents, the publication first.
    pub chain: Vec<String>,
}

/// The rows of a table. Panics on a row without claim and chain.
pub fn rows(table: &str) -> Vec<Row> {
    let lines = table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let mut cells = line.split('|').map(str::trim);
    let (claim, chain) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
    assert!(!claim.is_empty() && !chain.is_empty(), "claim | chain is wanted: {line}");
    Row { claim: claim.to_owned(), chain: chain.split(['←', '⇠']).map(|agent| agent.trim().to_owned()).collect() }
}

/// How many of the rows the report has.
#[derive(Debug, Default, Clone, Copy)]
pub struct Score {
    /// Rows in the table.
    pub rows: usize,
    /// Rows whose claim is found.
    pub claims: usize,
    /// Rows whose claim is found with its chain.
    pub chains: usize,
}

impl std::ops::AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.claims += other.claims;
        self.chains += other.chains;
    }
}

/// Takes for each row the claim that is likest, each claim once.
pub fn score(rows: &[Row], report: &DocumentReport) -> (Score, Vec<String>) {
    let mut left: Vec<&ClaimReport> = report.claims.iter().filter(|claim| claim.chain.len() > 1).collect();
    let mut score = Score { rows: rows.len(), ..Score::default() };
    let mut missed = Vec::new();
    for row in rows {
        let likeness = |claim: &ClaimReport| (agrees(row, claim, report), alike(&row.claim, &claim.text));
        let likely = left.iter().enumerate().map(|(at, claim)| (at, likeness(claim)));
        let best = likely.filter(|(_, (_, alike))| *alike >= ALIKE).max_by(|(_, a), (_, b)| a.partial_cmp(b).unwrap());
        if let Some((at, (agrees, _))) = best {
            score.claims += 1;
            score.chains += usize::from(agrees);
            let claim = left.remove(at);
            if !agrees {
                missed.push(format!("chain {}, not {}: {}", told(&claim.chain), row.chain.join(" ← "), row.claim));
            }
        } else {
            missed.push(format!("no claim: {}", row.claim));
        }
    }
    (score, missed)
}

fn told(chain: &Chain) -> String {
    chain.iter().map(|hop| hop.canonical.as_str()).collect::<Vec<_>>().join(" ← ")
}

fn words(text: &str) -> BTreeSet<String> {
    let pieces = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    pieces.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Shared words over all words.
fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    one.intersection(&other).count() as f64 / one.union(&other).count().max(1) as f64
}

fn agrees(row: &Row, claim: &ClaimReport, report: &DocumentReport) -> bool {
    let hops = row.chain.iter().zip(claim.chain.iter());
    row.chain.len() == claim.chain.len() && hops.into_iter().all(|(agent, hop)| is_agent(agent, hop, report))
}

/// Whether a hop is the agent of that name, by the name's head word.
fn is_agent(agent: &str, hop: &HopReport, report: &DocumentReport) -> bool {
    match agent {
        "unknown" => hop.kind == AgentKind::Unknown,
        "this copy" => hop.kind == AgentKind::Publication && report.meta.publication.from == PublicationFrom::Default,
        _ if outlet(agent).is_some() && outlet(agent) == outlet(&hop.canonical) => true,
        _ => {
            let known = words(&format!("{} {}", hop.text, hop.canonical));
            words(agent).is_superset(&known) || words(&head(agent)).is_subset(&known)
        }
    }
}

/// An outlet's full name, by any of its names.
fn outlet(name: &str) -> Option<&'static str> {
    Lexicon::built_in().outlet_named(name).map(|outlet| outlet.name)
}

/// The last word of a noun phrase before what hangs on it.
fn head(agent: &str) -> String {
    let before = agent.split(',').next().unwrap_or("").split_whitespace();
    before.take_while(|word| !AFTER_HEAD.contains(word)).last().unwrap_or(agent).to_owned()
}
