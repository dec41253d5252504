//! The options and subcommands, as clap reads them.

use crate::read::{Format, ReadOptions};
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::num::NonZeroU8;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  whosaid story.txt                       who is behind every claim, as a table
  pbpaste | whosaid                       the same for copy on the clipboard
  whosaid --all --full story.txt          every claim whole, those in its own voice too
  whosaid explain story.txt c3            why claim c3 has the chain it has
  whosaid --format csv -o claims.csv *.txt
                                          a spreadsheet of many stories
  whosaid 'wire/**/*.xml' pages/          NITF, NewsML-G2 and web pages, told by their content
  tail -f copy.jsonl | whosaid --from jsonl -f jsonl
                                          a line for each line, as it comes
  whosaid check stories/                  what a desk's standards have against them
  whosaid ./explain                       a file that is named like a subcommand

Exit codes: 0 fine; 1 `whosaid check` found an error (or what --fail-on says); 2 wrong usage, or an
input that could not be read (the others are still done).";

/// Who is behind every claim in a piece of news copy, and through whom it came
#[derive(Debug, Parser)]
#[command(name = "whosaid", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Cli {
    /// What else to do than to report.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The report, which is what is done without a subcommand.
    #[command(flatten)]
    pub report: ReportArgs,
}

/// What else can be asked for.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check copy against a desk's standards for sourcing
    Check(CheckArgs),
    /// List the checks, or tell all about one
    Rules(RulesArgs),
    /// Show or begin a configuration
    Config(ConfigArgs),
    /// Show on the copy's own lines why claims have the chains they have
    Explain(ExplainArgs),
    /// Tell what the grammar's lists know of a word
    Lexicon(LexiconArgs),
    /// Print the JSON Schema of what --format json writes
    Schema,
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual page
    Man,
}

/// What the analysis is told.
#[derive(Debug, Args)]
pub struct AnalysisArgs {
    /// Read every input as this format [default: told by its content]
    #[arg(long, value_name = "FORMAT", value_parser = format())]
    pub from: Option<Format>,
    /// The largest file that is read, in megabytes; for JSON Lines, which are streamed, the longest line
    #[arg(long, value_name = "MB", default_value_t = ReadOptions::MAX_SIZE)]
    pub max_size: u64,
    /// How many files are read at once [default: as many as there are processors]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroU8>,
    /// In whose voice the copy speaks [default: as its dateline or metadata say]
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub publication: Option<String>,
    /// The day the copy is dated, to tell which day "on Monday" is
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
    /// A folder with your own word lists, which add to the built-in ones
    #[arg(long, value_name = "DIR")]
    pub grammar: Option<PathBuf>,
    /// What the desk has set [default: whosaid.toml in the copy's folder or the nearest one above it]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

/// How the terminal is used.
#[derive(Debug, Args)]
pub struct ScreenArgs {
    /// Columns to fit [default: the terminal's, or 100 where there is none]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(24..))]
    pub width: Option<u16>,
    /// When to colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,
}

/// The report's options.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Copy to read: files, folders, or - for standard input [default: standard input]
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
    /// What to write
    #[arg(short, long, value_enum, default_value_t = OutputFormat::Table)]
    pub format: OutputFormat,
    /// Write to FILE, which is replaced only once all is written
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What the analysis is told.
    #[command(flatten)]
    pub analysis: AnalysisArgs,
    /// Show long claims whole in the table
    #[arg(long)]
    pub full: bool,
    /// List claims in the copy's own voice in the table too
    #[arg(long)]
    pub all: bool,
    /// How the terminal is used.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `check`'s options.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Copy to check: files, folders, or - for standard input [default: standard input]
    #[arg(value_name = "FILES")]
    pub files: Vec<PathBuf>,
    /// What to write
    #[arg(short, long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Write to FILE, which is replaced only once all is written
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The least severity that makes the exit code 1 [default: as configured, else error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,
    /// Write nothing; the exit code tells
    #[arg(short, long, conflicts_with_all = ["format", "output"])]
    pub quiet: bool,
    /// The path that standard input is taken to stand at
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<String>,
    /// Which rules are checked.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// What the analysis is told.
    #[command(flatten)]
    pub analysis: AnalysisArgs,
    /// How the terminal is used.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// Which rules are checked, and what is let stand.
#[derive(Debug, Args)]
pub struct RuleArgs {
    /// Check these rules only
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave these rules out
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Let stand what an earlier check's --format json found
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
}

/// `config`'s options.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What can be done with a configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the values that hold for a path, and where each comes from
    Show {
        /// The path of a story [default: any in the current folder]
        path: Option<PathBuf>,
        /// The configuration to show [default: whosaid.toml in the story's folder or the nearest one above it]
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Write a whosaid.toml with a comment on everything into the current folder
    Init {
        /// The standard to start from
        #[arg(long, value_enum)]
        profile: Option<ProfileName>,
    },
}

/// The standards to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProfileName {
    /// Reuters
    Reuters,
    /// Associated Press
    Ap,
    /// Agence France-Presse
    Afp,
    /// BBC
    Bbc,
}

/// `rules`' options.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// The rule to tell all about
    pub id: Option<String>,
    /// Tell all about every rule
    #[arg(long, conflicts_with = "id")]
    pub all: bool,
}

/// The formats that findings can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// The copy's lines with labels, for the terminal
    Text,
    /// One JSON object with all documents
    Json,
    /// One JSON object a line, one line a document
    Jsonl,
    /// Workflow commands that GitHub shows beside the lines
    Github,
    /// SARIF 2.1.0, for code scanning; a claim's chain is a code flow
    Sarif,
    /// JUnit XML: a story is a suite, a finding a failure
    Junit,
    /// GitLab Code Quality
    Gitlab,
    /// reviewdog's diagnostics
    Rdjson,
    /// A table for a pull request's comment
    Markdown,
}

/// What makes a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Note,
    /// Nothing
    Never,
}

/// `explain`'s options.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Copy to read, or - for standard input
    pub file: PathBuf,
    /// The claim to explain, as the table numbers it (c3) [default: every claim with a source]
    pub claim: Option<String>,
    /// What the analysis is told.
    #[command(flatten)]
    pub analysis: AnalysisArgs,
    /// Explain claims in the copy's own voice too
    #[arg(long)]
    pub all: bool,
    /// How the terminal is used.
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `lexicon`'s options.
#[derive(Debug, Args)]
pub struct LexiconArgs {
    /// The word or phrase to look up
    pub word: String,
    /// A folder with your own word lists, which add to the built-in ones
    #[arg(long, value_name = "DIR")]
    pub grammar: Option<PathBuf>,
}

/// `completions`' options.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// The formats that a report can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// A table for the terminal
    Table,
    /// One JSON object with all documents
    Json,
    /// One JSON object a line, one line a document
    Jsonl,
    /// A heading and a table per document
    Markdown,
    /// One row a claim, for a spreadsheet
    Csv,
    /// The chains as a graph per document, for Graphviz
    Dot,
    /// The chains as a graph per document, for pages that draw Mermaid
    Mermaid,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The formats by their names.
fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>())
}

/// A plain day; jiff alone would take a time behind it too.
fn date(text: &str) -> Result<Date, String> {
    let day: Option<Date> = text.parse().ok();
    day.filter(|day| day.to_string() == text).ok_or_else(|| "no such day; write it like 2023-09-04".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn only_plain_days_are_dates() {
        assert_eq!(date("2023-09-04"), Ok(jiff::civil::date(2023, 9, 4)));
        for wrong in ["2023-02-30", "2023-09-04T10:00", "4.9.2023", "20230904", ""] {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_file_named_like_a_subcommand() {
        let cli = Cli::parse_from(["whosaid", "./explain"]);
        assert_eq!(cli.report.files, [PathBuf::from("./explain")]);
    }
}
