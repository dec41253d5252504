//! From paths to analysed documents, in order.

use super::args::AnalysisArgs;
use super::desk::Desk;
use super::in_order;
use super::progress::Progress;
use crate::analyse_as;
use crate::lexicon::Lexicon;
use crate::read::{self, Batch, Batches, Format, Raw, ReadError, ReadOptions};
use crate::report::assemble::Found;
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

/// What became of one document: what was made of it and its text, or why there is none.
type Done<Made> = Result<(Made, String), Wrong>;

/// Why an input was not analysed.
enum Wrong {
    /// It could not be read; the others can.
    Input(ReadError),
    /// What the desk has set cannot be used.
    Desk(anyhow::Error),
}

/// Reads and analyses `files`, several at once, and hands what `make` makes of each, and its text, to `done`, in order. A file that
/// cannot be read is one line on standard error; the others are still done.
pub fn each<Made: Send>(
    files: &[PathBuf],
    args: &AnalysisArgs,
    make: impl Fn(&Found<'_>) -> Made + Sync,
    done: impl FnMut(Made, &str) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    each_as(files, args, &Desk::new(args, None)?, None, make, done)
}

/// The same as a desk has set it; standard input is called `stdin_name`, where that is given.
pub fn each_as<Made: Send>(
    files: &[PathBuf],
    args: &AnalysisArgs,
    desk: &Desk,
    stdin_name: Option<&str>,
    make: impl Fn(&Found<'_>) -> Made + Sync,
    mut done: impl FnMut(Made, &str) -> anyhow::Result<()>,
) -> anyhow::Result<Outcome> {
    let lexicon = Lexicon::load(args.grammar.as_deref())?;
    let reading = ReadOptions { from: args.from, max_size: args.max_size };
    let batches = Batches::new(read::inputs(files), reading);
    let (mut progress, mut outcome) = (Progress::new(batches.inputs()), Outcome::Fine);
    let threads =
        if batches.is_one() { 1 } else { args.threads.map_or_else(processors, |threads| threads.get().into()) };
    let analyse = |raw: Raw| analysed(raw, desk, stdin_name, &lexicon, &make);
    let work = |batch: Batch| (batch.number(), documents(batch, reading, analyse));
    in_order::run(batches, threads, work, |(number, documents)| {
        progress.at(number);
        documents.into_iter().try_for_each(|document| match document {
            Ok((made, text)) => progress.suspended(|| done(made, &text)),
            Err(Wrong::Desk(error)) => Err(error),
            Err(Wrong::Input(error)) => {
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
fn documents<Made>(batch: Batch, reading: ReadOptions, analyse: impl Fn(Raw) -> Done<Made>) -> Vec<Done<Made>> {
    let documents = batch.documents(reading).into_iter();
    documents.map(|document| document.map_err(Wrong::Input).and_then(&analyse)).collect()
}

/// One document, as the desk has set it.
fn analysed<Made>(
    raw: Raw,
    desk: &Desk,
    stdin_name: Option<&str>,
    lexicon: &Lexicon,
    make: impl FnOnce(&Found<'_>) -> Made,
) -> Done<Made> {
    let raw = match stdin_name {
        Some(name) if raw.path.is_none() => renamed(raw, name),
        _ => raw,
    };
    let (options, settings) = desk.of(raw.path.as_deref()).map_err(Wrong::Desk)?;
    Ok(analyse_as(raw, &options, lexicon, &settings, make))
}

/// Standard input as if it stood at `name`, which tells plain text from Markdown.
fn renamed(raw: Raw, name: &str) -> Raw {
    let format = Format::detect(Some(name), &raw.text).unwrap_or(raw.format);
    match (raw.format, format) {
        (Format::Text, Format::Markdown) => Raw::new(Some(name.to_owned()), format, raw.text),
        _ => Raw { path: Some(name.to_owned()), ..raw },
    }
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
