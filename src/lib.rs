//! whosaid: who is behind every claim in a piece of news copy, and through whom it came.
//!
//! Data flows one way; a module imports only stages left of it:
//!
//! ```text
//! read -> document -> tokens -> phrases -> attributions -> mentions -> chains -> claims -> checks -> report
//! ```

pub mod cli;
pub mod document;
pub mod report;
pub mod span;
pub mod terms;
