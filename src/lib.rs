//! whosaid: who is behind every claim in a piece of news copy, and through whom it came.
//!
//! Data flows one way; a module imports only stages left of it:
//!
//! ```text
//! read -> document -> tokens -> phrases -> attributions -> mentions -> chains -> claims -> checks -> report
//! ```

mod analysis;
pub mod attributions;
pub mod chains;
pub mod checks;
pub mod claims;
pub mod cli;
mod dates;
pub mod document;
mod few;
mod key;
pub mod lexicon;
mod link_notes;
pub mod mentions;
pub mod phrases;
pub mod read;
pub mod report;
pub mod span;
pub mod terms;
pub mod tokens;
mod word_key;
pub mod words;

pub use analysis::{analyse, analyse_as, analyse_with};
