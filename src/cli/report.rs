//! `whosaid FILES…`: the report.

use super::args::{Cli, OutputFormat, ReportArgs};
use super::documents::{self, Outcome};
use super::output::Output;
use super::screen::Screen;
use crate::report::assemble::Found;
use crate::report::{Reporter, csv, dot, json, jsonl, line, markdown, mermaid, table};
use anyhow::{Result, bail};
use clap::CommandFactory;
use std::io::{IsTerminal, Write, stderr, stdin};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Reports on the files, or on standard input where none are given.
pub fn run(args: &ReportArgs) -> Result<Outcome> {
    if args.files.is_empty() && stdin().is_terminal() {
        return usage();
    }
    refuse_late_subcommand(&args.files)?;
    let mut out = Output::open(args.output.as_deref())?;
    let outcome = match args.format {
        OutputFormat::Jsonl => lines(args, &mut out)?,
        _ => reports(args, &mut out)?,
    };
    out.finish()?;
    Ok(outcome)
}

/// JSON Lines, which are written straight from what was found, in buffers that are used again once they are written out.
fn lines(args: &ReportArgs, out: &mut Output) -> Result<Outcome> {
    let spare = Mutex::new(Vec::new());
    // a thread that panicked left the buffers whole
    let spare = || spare.lock().unwrap_or_else(PoisonError::into_inner);
    let make = |found: &Found<'_>| line::line(found, spare().pop().unwrap_or_default());
    documents::each(&files(args), &args.analysis, make, |line, _| {
        let line = line?;
        out.write_all(&line)?;
        spare().push(line);
        Ok(out.flush()?)
    })
}

/// All other formats, which are made from reports.
fn reports(args: &ReportArgs, out: &mut Output) -> Result<Outcome> {
    let mut reporter = reporter(args);
    reporter.begin(out)?;
    let outcome = documents::each(
        &files(args),
        &args.analysis,
        |found| found.report(),
        |document, text| {
            reporter.document(&document, text, out)?;
            Ok(out.flush()?)
        },
    )?;
    reporter.end(out)?;
    Ok(outcome)
}

/// Nothing to read and nobody sending anything: waiting for typed copy would look like hanging.
fn usage() -> Result<Outcome> {
    write!(stderr(), "{}", Cli::command().render_help())?;
    Ok(Outcome::InputError)
}

/// `whosaid --all explain story.txt` would look for a file named explain.
fn refuse_late_subcommand(files: &[PathBuf]) -> Result<()> {
    let command = Cli::command();
    for file in files.iter().filter(|file| !file.exists()) {
        if let Some(name) = command.get_subcommands().map(|c| c.get_name()).find(|name| file == Path::new(name)) {
            bail!("{name}: no such file; for the subcommand, put the options after it: whosaid {name} …");
        }
    }
    Ok(())
}

fn files(args: &ReportArgs) -> Vec<PathBuf> {
    if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files.clone() }
}

fn reporter(args: &ReportArgs) -> Box<dyn Reporter> {
    match args.format {
        OutputFormat::Table => Box::new(table::Table::new(table_options(args))),
        OutputFormat::Json => Box::new(json::Json::default()),
        OutputFormat::Jsonl => Box::new(jsonl::JsonLines::default()),
        OutputFormat::Markdown => Box::new(markdown::Markdown::default()),
        OutputFormat::Csv => Box::new(csv::Csv),
        OutputFormat::Dot => Box::new(dot::Dot),
        OutputFormat::Mermaid => Box::new(mermaid::Mermaid),
    }
}

fn table_options(args: &ReportArgs) -> table::Options {
    let screen = Screen::new(&args.screen, args.output.is_some());
    table::Options { width: screen.width, color: screen.color, full: args.full, all: args.all }
}
