//! Reads the files of `grammar/` when the program is built, so that it need not read them at each start.
//!
//! The lexicon's own modules do the work, those that load a desk's folder at run time too; what they make is stored as bytes and
//! compiled in (`src/lexicon/tables.rs`).

use std::path::Path;

#[allow(dead_code)]
#[path = "src/key.rs"]
mod key;
#[allow(dead_code, unused_imports)]
#[path = "src/lexicon/mod.rs"]
mod lexicon;
#[allow(dead_code)]
#[path = "src/terms.rs"]
mod terms;
#[allow(dead_code)]
#[path = "src/word_key.rs"]
mod word_key;
#[allow(dead_code)]
#[path = "src/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in ["build.rs", "grammar", "src/key.rs", "src/lexicon", "src/terms.rs", "src/word_key.rs", "src/words.rs"]
    {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-cfg=lexicon_built");
    let lexicon = lexicon::Lexicon::load(None).map_err(|error| format!("grammar/{error}"))?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("lexicon"), lexicon.to_bytes())?;
    Ok(())
}
