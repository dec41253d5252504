//! Measures the grammar on annotated corpora (brat standoff), and fits the weights of its scores on them.

mod agree;
mod brat;
mod fit;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use whosaid::attributions::{Proposal, proposals};
use whosaid::document::{Document, DocumentOptions};
use whosaid::lexicon::Lexicon;
use whosaid::phrases::Phrases;
use whosaid::read::{Format, Raw};
use whosaid::tokens::Tokens;

/// Measures whosaid's grammar and fits the weights of its scores.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fit the weights of the cue score on a corpus and print them as grammar/cue-weights.txt.
    Fit {
        /// A folder with text/ and attributions/.
        corpus: PathBuf,
        /// Passes over the corpus.
        #[arg(long, default_value_t = 6)]
        passes: usize,
        /// Pull of the weights to zero: larger means fewer weights.
        #[arg(long, default_value_t = 3.0)]
        l1: f64,
        /// Pull of the weights to small values.
        #[arg(long, default_value_t = 1.0)]
        l2: f64,
    },
}

fn main() -> Result<()> {
    let Command::Fit { corpus, passes, l1, l2 } = Arguments::parse().command;
    let corpus = brat::corpus(&corpus)?;
    let lexicon = Lexicon::built_in();
    print!("{}", fit::fit(&corpus, |text| propose(text, lexicon), fit::Settings { passes, l1, l2 }));
    Ok(())
}

fn propose(text: &str, lexicon: &Lexicon) -> Vec<Proposal> {
    let raw = Raw { path: None, format: Format::Text, text: text.to_owned() };
    let names = |name: &str| lexicon.outlet_named(name).map(|outlet| outlet.name.clone());
    let document = Document::from_raw(raw, &DocumentOptions::default(), &names);
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    proposals(&document, &tokens, &phrases, lexicon)
}
