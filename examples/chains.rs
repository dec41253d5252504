//! Prints each claim of a story on one line, with the chain that stands behind it.
//!
//! ```sh
//! cargo run --example chains examples/copy/diplomacy.txt
//! ```

use std::error::Error;
use std::path::PathBuf;
use whosaid::document::DocumentOptions;
use whosaid::lexicon::Lexicon;
use whosaid::read::{self, Input, ReadOptions};
use whosaid::report::contract::ClaimReport;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give a story to read, e.g. examples/copy/diplomacy.txt")?;
    let options = DocumentOptions::default();
    // A feed has many stories; most files have one.
    for raw in read::load(&Input::File(PathBuf::from(path)), ReadOptions::default())? {
        let (report, _text) = whosaid::analyse(raw, &options, Lexicon::built_in());
        for claim in &report.claims {
            println!("{}: {}", chain(claim), claim.text);
        }
    }
    Ok(())
}

/// "Reuters ← New York Times ⇠ U.S. officials": from the outside in, with a broken arrow before what is only inferred.
fn chain(claim: &ClaimReport) -> String {
    let mut told = String::new();
    for hop in claim.chain.iter() {
        if !told.is_empty() {
            told += if hop.inferred { " ⇠ " } else { " ← " };
        }
        told += &hop.canonical;
    }
    told
}
