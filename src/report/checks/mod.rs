//! What the checks found, as other programs read it: one small struct a format.

mod github;
mod gitlab;
mod junit;
mod markdown;
mod place;
mod rdjson;
mod sarif;

pub use github::Github;
pub use gitlab::Gitlab;
pub use junit::Junit;
pub use markdown::Markdown;
pub use rdjson::Rdjson;
pub use sarif::Sarif;

use super::contract::DocumentReport;
use super::reporter::Reporter;
use std::io::{Result, Write};

/// Writes nothing: the exit code tells.
#[derive(Debug)]
pub struct Quiet;

impl Reporter for Quiet {
    fn document(&mut self, _doc: &DocumentReport, _text: &str, _out: &mut dyn Write) -> Result<()> {
        Ok(())
    }
}
