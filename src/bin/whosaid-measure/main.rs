//! Measures the grammar on annotated corpora (brat standoff), and fits the weights of its scores on them.

mod brat;
mod calibration;
mod fit;
mod label;
mod marked;
mod measure;
mod misses;
mod score;

use anyhow::Result;
use clap::{Parser, Subcommand};
use fit::Examples;
use std::path::PathBuf;
use whosaid::attributions::{EndSite, Proposal, end_sites, proposals};
use whosaid::document::{Document, DocumentOptions};
use whosaid::lexicon::Lexicon;
use whosaid::phrases::Phrases;
use whosaid::read::{Format, Raw};
use whosaid::tokens::Tokens;

/// Measures whosaid's grammar and fits the weights of its scores.
#[derive(Parser)]
struct Arguments {
    /// A folder of word lists and weights that are read after the built-in ones.
    #[arg(long, global = true)]
    grammar: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fit the weights of the cue score on a corpus and print them as grammar/cue-weights.txt.
    Fit {
        /// A folder with text/ and attributions/.
        corpus: PathBuf,
        #[command(flatten)]
        settings: fit::Settings,
    },
    /// Fit the weights of where content ends and print them as grammar/end-weights.txt; to be done before `fit`.
    FitEnds {
        /// A folder with text/ and attributions/.
        corpus: PathBuf,
        #[command(flatten)]
        settings: fit::Settings,
    },
    /// Score what is found in a corpus, and count what goes wrong by class, construction and form.
    Score {
        /// A folder with text/ and attributions/.
        corpus: PathBuf,
        /// List the misses of this class.
        #[arg(long)]
        list: Option<misses::Class>,
        /// Count and list the misses of this subset only.
        #[arg(long, default_value = "all")]
        subset: score::Subset,
    },
    /// Show the tags, noun phrases and candidates of a sentence.
    Show {
        /// The sentence.
        text: String,
    },
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let lexicon = &Lexicon::load(arguments.grammar.as_deref())?;
    match arguments.command {
        Command::Fit { corpus, settings } => {
            let mut examples = Examples::default();
            for document in brat::corpus(&corpus)? {
                label::proposals(&document, &propose(&document.text, lexicon), &mut examples);
            }
            print!("{}", fit::fit(&examples, settings, "Weights of the cue score"));
        }
        Command::FitEnds { corpus, settings } => {
            let mut examples = Examples::default();
            for document in brat::corpus(&corpus)? {
                label::ends(&document, &ends(&document.text, lexicon), &mut examples);
            }
            print!("{}", fit::fit(&examples, settings, "Weights of where content ends"));
        }
        Command::Score { corpus, list, subset } => {
            let corpus = brat::corpus(&corpus)?;
            let listing = measure::Listing { class: list, subset };
            measure::measure(&corpus, |text| found(text, lexicon), listing).print();
        }
        Command::Show { text } => show(&text, lexicon),
    }
    Ok(())
}

/// Prints what each stage makes of a text.
fn show(text: &str, lexicon: &Lexicon) {
    let document = document(text, lexicon);
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    for sentence in &tokens.sentences {
        let tagged = sentence.tokens.clone().map(|at| format!("{}/{:?}", tokens.str(at), phrases.tags[at]));
        println!("{}", tagged.collect::<Vec<_>>().join(" "));
        let nouns = phrases.nouns.iter().filter(|noun| sentence.tokens.contains(&noun.start));
        println!("  nouns: {}", nouns.map(|noun| tokens.span(noun).of(text)).collect::<Vec<_>>().join(" | "));
    }
    let words = |spans: &[whosaid::span::Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    for one in proposals(&document, &tokens, &phrases, lexicon) {
        println!(
            "{:6.2} {}: {} | {} | {}",
            one.score,
            one.rule,
            words(&one.source),
            one.cue.of(text),
            words(&one.content)
        );
    }
}

fn document(text: &str, lexicon: &Lexicon) -> Document {
    Document::from_raw(raw(text), &DocumentOptions::default(), lexicon)
}

fn raw(text: &str) -> Raw {
    Raw::new(None, Format::Text, text)
}

fn found(text: &str, lexicon: &Lexicon) -> measure::Found {
    let (report, _) = whosaid::analyse(raw(text), &DocumentOptions::default(), lexicon);
    measure::Found { report, proposals: propose(text, lexicon) }
}

fn ends(text: &str, lexicon: &Lexicon) -> Vec<EndSite> {
    let document = document(text, lexicon);
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    end_sites(&tokens, &phrases, lexicon)
}

fn propose(text: &str, lexicon: &Lexicon) -> Vec<Proposal> {
    let document = document(text, lexicon);
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    proposals(&document, &tokens, &phrases, lexicon)
}
