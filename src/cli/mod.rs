//! The command line: what may be asked for, and what is done about it.

mod args;
mod check;
mod config;
mod desk;
mod documents;
mod explain;
mod in_order;
mod man;
mod output;
mod progress;
mod report;
mod rules;
mod screen;

pub use args::{Cli, Command};
pub use documents::{Outcome, complain};

use crate::lexicon::Lexicon;
use anyhow::Result;
use clap::CommandFactory;
use std::io::{ErrorKind, Write};

/// Does what `cli` asks for. An error has not been shown to the user yet.
pub fn run(cli: Cli) -> Result<Outcome> {
    dispatch(cli).map_err(|error| match error.is::<std::io::Error>() {
        true => error.context("the output cannot be written"),
        false => error,
    })
}

fn dispatch(cli: Cli) -> Result<Outcome> {
    match cli.command {
        None => report::run(&cli.report),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Config(args)) => print(config::run(&args.command)?.trim_end()),
        Some(Command::Rules(args)) => print(rules::text(&args)?.trim_end()),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Lexicon(args)) => {
            let lexicon = Lexicon::load(args.grammar.as_deref())?;
            print(lexicon.describe(&args.word).trim_end())
        }
        Some(Command::Schema) => print(crate::report::schema::contract_schema().trim_end()),
        Some(Command::Completions(args)) => print(&completions(args.shell)),
        Some(Command::Man) => print(man::page()?.trim_end()),
    }
}

/// Whether `error` only says that nobody reads the output any more.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    kinds.into_iter().any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}

fn print(text: &str) -> Result<Outcome> {
    writeln!(std::io::stdout(), "{text}")?;
    Ok(Outcome::Fine)
}

fn completions(shell: clap_complete::Shell) -> String {
    let mut script = vec![];
    clap_complete::generate(shell, &mut Cli::command(), "whosaid", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
