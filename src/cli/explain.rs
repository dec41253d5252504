//! `whosaid explain FILE [CLAIM]`.

use super::args::ExplainArgs;
use super::desk::Desk;
use super::documents::{self, Outcome};
use super::screen::Screen;
use crate::report::explain::{self, Options};
use anyhow::Result;
use std::io::{BufWriter, Write, stdout};

/// Explains the file's claims, or the one that is named.
pub fn run(args: &ExplainArgs) -> Result<Outcome> {
    let screen = Screen::new(&args.screen, false);
    let options = Options { width: screen.width, color: screen.color };
    let mut out = BufWriter::new(stdout().lock());
    let desk = Desk::new(&args.analysis, None)?.with_terms();
    let file = std::slice::from_ref(&args.file);
    let outcome = documents::each_as(
        file,
        &args.analysis,
        &desk,
        None,
        |found| found.report(),
        |document, text| {
            let claims = explain::select(&document, args.claim.as_deref(), args.all)?;
            explain::write(&document, text, &claims, options, &mut out)?;
            if args.claim.is_none() && !args.all {
                explain::left_out(&document).map_or(Ok(()), |line| writeln!(out, "{line}"))?;
            }
            Ok(())
        },
    )?;
    out.flush()?;
    Ok(outcome)
}
