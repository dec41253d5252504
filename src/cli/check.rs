//! `whosaid check FILES…`: the desk's standards, applied to every story.

use super::args::{CheckArgs, CheckFormat, FailOn};
use super::documents::{self, Outcome};
use super::output::Output;
use super::screen::Screen;
use crate::report::contract::DocumentReport;
use crate::report::{Reporter, diagnostics, json, jsonl};
use crate::terms::Severity;
use anyhow::Result;
use std::io::Write;
use std::path::PathBuf;

/// Checks the files, or standard input where none are given.
pub fn run(args: &CheckArgs) -> Result<Outcome> {
    let files = if args.files.is_empty() { vec![PathBuf::from("-")] } else { args.files.clone() };
    let mut reporter = reporter(args);
    let mut out = Output::open(args.output.as_deref())?;
    reporter.begin(&mut out)?;
    let mut failed = false;
    let read = documents::each(&files, &args.analysis, |document, text| {
        failed |= fails(document, args.fail_on);
        reporter.document(document, text, &mut out)?;
        Ok(out.flush()?)
    })?;
    reporter.end(&mut out)?;
    out.finish()?;
    Ok(match read {
        Outcome::Fine if failed => Outcome::Findings,
        other => other,
    })
}

/// Whether some finding is as grave as wanted.
fn fails(document: &DocumentReport, fail_on: FailOn) -> bool {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Note => Severity::Note,
        FailOn::Never => return false,
    };
    document.findings.iter().any(|finding| finding.severity <= least)
}

fn reporter(args: &CheckArgs) -> Box<dyn Reporter> {
    match args.format {
        CheckFormat::Text => {
            let screen = Screen::new(&args.screen, args.output.is_some());
            let options = diagnostics::Options { width: screen.width, color: screen.color };
            Box::new(diagnostics::Diagnostics::new(options))
        }
        CheckFormat::Json => Box::new(json::Json::default()),
        CheckFormat::Jsonl => Box::new(jsonl::JsonLines),
    }
}
