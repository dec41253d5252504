//! From paths to analysed documents, in order.

use super::args::AnalysisArgs;
use super::in_order;
use super::progress::Progress;
use crate::analyse;
use crate::document::DocumentOptions;
use crate::lexicon::Lexicon;
use crate::read::{self, Batch, Batches, ReadError, ReadOptions};
use crate::report::contract::DocumentReport;
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

/// What became of one document: its report and its text, or why it could not be read.
type Done = Result<(DocumentReport, String), ReadError>;

/// Reads and analyses `files`, several at once, and hands each document and its text to `done`, in order. A file that cannot be read
/// is one line on standard error; the others are still done.
pub fn each(
    files: &[PathBuf],
    args: &AnalysisArgs,
    mut done: impl FnMut(&DocumentReport, &str) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let lexicon = Lexicon::load(args.grammar.as_deref())?;
    let options = DocumentOptions { publication: args.publication.clone(), date: args.date };
    let reading = ReadOptions { from: args.from, max_size: args.max_size };
    let batches = Batches::new(read::inputs(files), reading);
    let (mut progress, mut outcome) = (Progress::new(batches.inputs()), Outcome::Fine);
    let threads =
        if batches.is_one() { 1 } else { args.threads.map_or_else(processors, |threads| threads.get().into()) };
    let work = |batch: Batch| (batch.number(), analysed(batch, reading, &options, &lexicon));
    in_order::run(batches, threads, work, |(number, documents)| {
        progress.at(number);
        documents.into_iter().try_for_each(|document| match document {
            Ok((document, text)) => progress.suspended(|| done(&document, &text)),
            Err(error) => {
                progress.suspended(|| complain(&error));
                outcome = Outcome::InputError;
                Ok(())
            }
        })
    })?;
    progress.finish();
    Ok(outcome)
}

/// All documents of a batch.
fn analysed(batch: Batch, reading: ReadOptions, options: &DocumentOptions, lexicon: &Lexicon) -> Vec<Done> {
    let documents = batch.documents(reading).into_iter();
    documents.map(|document| document.map(|raw| analyse(raw, options, lexicon))).collect()
}

/// How many threads can work at once here.
fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// One line on standard error.
pub fn complain(error: &dyn std::fmt::Display) {
    // Where standard error is closed, there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "whosaid: error: {error}");
}
