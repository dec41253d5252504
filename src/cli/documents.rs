//! From paths to analysed documents, one after the other.

use super::args::AnalysisArgs;
use crate::analyse;
use crate::document::DocumentOptions;
use crate::lexicon::Lexicon;
use crate::read::{self, Batches, ReadOptions};
use crate::report::contract::DocumentReport;
use anyhow::Result;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// How a run went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All was done.
    Fine,
    /// All was done, and the checks found something grave enough to fail.
    Findings,
    /// Something could not be read, which has been told.
    InputError,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
            Outcome::InputError => ExitCode::from(2),
        }
    }
}

/// Reads and analyses `files` in order, and hands each document and its text to `done`. A file that
/// cannot be read is one line on standard error; the others are still done.
pub fn each(
    files: &[PathBuf],
    args: &AnalysisArgs,
    mut done: impl FnMut(&DocumentReport, &str) -> Result<()>,
) -> Result<Outcome> {
    let lexicon = Lexicon::load(args.grammar.as_deref())?;
    let options = DocumentOptions { publication: args.publication.clone(), date: args.date };
    let mut outcome = Outcome::Fine;
    let reading = ReadOptions { from: args.from, max_size: args.max_size };
    for batch in Batches::new(read::inputs(files), reading) {
        for document in batch.documents(reading) {
            match document {
                Ok(raw) => {
                    let (document, text) = analyse(raw, &options, &lexicon);
                    done(&document, &text)?;
                }
                Err(error) => {
                    complain(&error);
                    outcome = Outcome::InputError;
                }
            }
        }
    }
    Ok(outcome)
}

/// One line on standard error.
pub fn complain(error: &dyn std::fmt::Display) {
    // Where standard error is closed, there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "whosaid: error: {error}");
}
