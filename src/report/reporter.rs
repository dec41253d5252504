//! What every output format does.

use super::contract::DocumentReport;
use std::io::{Result, Write};

/// Writes documents one after the other, so that many files do not pile up in memory.
///
/// Call `begin` once, `document` for each document in input order, `end` once. Each fails only
/// where `out` does.
pub trait Reporter {
    /// Writes what stands before the first document.
    fn begin(&mut self, _out: &mut dyn Write) -> Result<()> {
        Ok(())
    }

    /// Writes one document; `text` is the decoded text that its spans point into.
    fn document(&mut self, doc: &DocumentReport, text: &str, out: &mut dyn Write) -> Result<()>;

    /// Writes what stands after the last document.
    fn end(&mut self, _out: &mut dyn Write) -> Result<()> {
        Ok(())
    }
}
