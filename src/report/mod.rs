//! The report: what the analysis found, in the words and shapes that users read.
//!
//! Every format is one small struct that implements [`Reporter`]; all of them are made from the
//! types in [`contract`], so that they agree. What several of them need stands in [`names`],
//! [`summary`], [`arrows`] and [`cell`].

pub mod arrows;
pub mod assemble;
pub mod cell;
pub mod checks;
mod compact;
pub mod contract;
pub mod csv;
mod decimal;
pub mod diagnostics;
pub mod dot;
mod escape;
pub mod excerpt;
pub mod explain;
pub mod graph;
pub mod id;
pub mod json;
pub mod jsonl;
pub mod line;
pub mod markdown;
pub mod mermaid;
pub mod names;
pub mod owner;
pub mod places;
pub mod reporter;
pub mod rule_pages;
pub mod schema;
pub mod shared;
pub mod summary;
pub mod table;

#[cfg(test)]
pub(crate) mod fixture;

pub use reporter::Reporter;
