//! `whosaid check FILES…`: the desk's standards, applied to every story.

use super::args::{CheckArgs, CheckFormat, FailOn};
use super::desk::Desk;
use super::documents::{self, Outcome};
use super::output::Output;
use super::screen::Screen;
use crate::report::contract::DocumentReport;
use crate::report::{Reporter, checks, diagnostics, json, jsonl};
use crate::terms::Severity;
use anyhow::Result;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Checks the files, or standard input where none are given.
pub fn run(args: &CheckArgs) -> Result<Outcome> {
    let files = if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files.clone() };
    let desk = Desk::new(&args.analysis, Some(&args.rules))?;
    let mut reporter = reporter(args);
    let mut out = Output::open(args.output.as_deref())?;
    let mut failed = false;
    reporter.begin(&mut out)?;
    let name = args.stdin_filename.as_deref();
    let read = documents::each_as(
        &files,
        &args.analysis,
        &desk,
        name,
        |found| found.report(),
        |document, text| {
            failed |= fails(&document, fail_on(args, &desk, &document)?);
            reporter.document(&document, text, &mut out)?;
            Ok(out.flush()?)
        },
    )?;
    reporter.end(&mut out)?;
    out.finish()?;
    Ok(match read {
        Outcome::Fine if failed => Outcome::Findings,
        other => other,
    })
}

/// The least severity that fails: as the command line says, else the configuration, else errors.
fn fail_on(args: &CheckArgs, desk: &Desk, document: &DocumentReport) -> Result<Option<Severity>> {
    match args.fail_on {
        Some(FailOn::Error) => return Ok(Some(Severity::Error)),
        Some(FailOn::Warning) => return Ok(Some(Severity::Warning)),
        Some(FailOn::Note) => return Ok(Some(Severity::Note)),
        Some(FailOn::Never) => return Ok(None),
        None => {}
    }
    let found = desk.config(document.path.as_deref().map(Path::new))?;
    Ok(found.and_then(|found| found.config.fail_on).unwrap_or(Some(Severity::Error)))
}

/// Whether some finding is as grave as wanted.
fn fails(document: &DocumentReport, least: Option<Severity>) -> bool {
    least.is_some_and(|least| document.findings.iter().any(|finding| finding.severity <= least))
}

fn reporter(args: &CheckArgs) -> Box<dyn Reporter> {
    if args.quiet {
        return Box::new(checks::Quiet);
    }
    match args.format {
        CheckFormat::Text => {
            let screen = Screen::new(&args.screen, args.output.is_some());
            let options = diagnostics::Options { width: screen.width, color: screen.color };
            Box::new(diagnostics::Diagnostics::new(options))
        }
        CheckFormat::Json => Box::new(json::Json::default()),
        CheckFormat::Jsonl => Box::new(jsonl::JsonLines::default()),
        CheckFormat::Github => Box::new(checks::Github::default()),
        CheckFormat::Sarif => Box::new(checks::Sarif::default()),
        CheckFormat::Junit => Box::new(checks::Junit::default()),
        CheckFormat::Gitlab => Box::new(checks::Gitlab::default()),
        CheckFormat::Rdjson => Box::new(checks::Rdjson::default()),
        CheckFormat::Markdown => Box::new(checks::Markdown::default()),
    }
}
