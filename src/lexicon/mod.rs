//! What the grammar knows of words: loads `grammar/` and answers questions about it.

mod alike;
mod boilerplate;
mod classes;
mod cue;
mod describe;
mod error;
mod files;
mod inflect;
mod key;
mod load;
mod names;
mod phrases;
mod table;
mod watch;
mod weights;
mod words;

pub use alike::names_alike;
pub use boilerplate::Boilerplate;
pub use classes::Classes;
pub use cue::{Cue, Frames, Part};
pub use error::LexiconError;
pub use key::Key;
pub use names::{Country, Meaning, Outlet, outlet_type};
pub use phrases::{Phrase, Spelling};
pub use table::{Row, rows};
pub use watch::{Watch, WatchWords};
pub use weights::Weights;
pub use words::{Word, WordId};

use files::Files;
use phrases::Phrases;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::OnceLock;
use words::Words;

/// A body that speaks in the news: "White House", "Kremlin".
#[derive(Debug, Clone)]
pub struct Body {
    /// Its full name.
    pub name: String,
    /// ministry, company, party …
    pub kind: String,
}

/// All that `grammar/` says of words, names and phrases.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Words,
    forms: FxHashMap<Box<str>, [String; 4]>,
    cues: Vec<Cue>,
    phrases: Phrases,
    outlets: Vec<Outlet>,
    outlet_names: FxHashMap<String, u32>,
    countries: Vec<Country>,
    bodies: Vec<Body>,
    weights: Weights,
    boilerplate: Boilerplate,
    watch: WatchWords,
}

impl Lexicon {
    /// The lexicon compiled into the program; loaded once.
    ///
    /// # Panics
    /// If a built-in file has a mistake, which a test rules out.
    pub fn built_in() -> &'static Lexicon {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(|| load::load(&Files::default()).expect("the built-in grammar is sound"))
    }

    /// The built-in lexicon, with the files of `folder` over it if there is one.
    pub fn load(folder: Option<&Path>) -> Result<Lexicon, LexiconError> {
        match folder {
            Some(folder) => Self::with_folder(folder),
            None => load::load(&Files::default()),
        }
    }

    /// The built-in lexicon with a desk's own files over it; the error names file, line and column.
    pub fn with_folder(folder: &Path) -> Result<Lexicon, LexiconError> {
        load::load(&Files::with_folder(folder)?)
    }

    /// The id of a word in lower case.
    pub fn id(&self, lower: &str) -> WordId {
        self.words.id(lower)
    }

    /// What is known of a word.
    pub fn word(&self, id: WordId) -> &Word {
        self.words.get(id)
    }

    /// A cue by its index.
    pub fn cue(&self, index: u32) -> &Cue {
        &self.cues[index as usize]
    }

    /// The phrases that start with a word, longest first.
    pub fn phrases(&self, first: WordId) -> &[Phrase] {
        self.phrases.starting_with(first)
    }

    /// An outlet by its index.
    pub fn outlet(&self, index: u32) -> &Outlet {
        &self.outlets[index as usize]
    }

    /// A country by its index.
    pub fn country(&self, index: u32) -> &Country {
        &self.countries[index as usize]
    }

    /// A body by its index.
    pub fn body(&self, index: u32) -> &Body {
        &self.bodies[index as usize]
    }

    /// The canonical name of an outlet by its name or clear alias, with or without "the"; case does not matter.
    pub fn outlet_named(&self, name: &str) -> Option<&Outlet> {
        self.outlet_index(name).map(|index| self.outlet(index))
    }

    /// The index of an outlet by its name or clear alias.
    pub fn outlet_index(&self, name: &str) -> Option<u32> {
        let lower = name.trim().to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        self.outlet_names.get(bare).or_else(|| self.outlet_names.get(&lower)).copied()
    }

    /// The weights of the scores.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The lines of page furniture.
    pub fn boilerplate(&self) -> &Boilerplate {
        &self.boilerplate
    }

    /// The words that checks look for.
    pub fn watch(&self) -> &WatchWords {
        &self.watch
    }

    /// Whether a word with its full stop is a known abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let id = self.words.id(&word.to_lowercase());
        self.words.get(id).classes.contains(Classes::ABBREVIATION)
    }

    /// Every form of a verb's lemma, the lemma first; a word that is no verb has itself alone.
    fn all_forms(&self, lemma: &str) -> Vec<String> {
        let irregular: &[&str] = match lemma {
            "be" => &["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"],
            "have" => &["have", "has", "had", "having", "'ve"],
            "do" => &["do", "does", "did", "done", "doing"],
            _ => &[],
        };
        if !irregular.is_empty() {
            return irregular.iter().map(|form| (*form).to_owned()).collect();
        }
        let mut forms = vec![lemma.to_owned()];
        forms.extend(self.forms.get(lemma).into_iter().flatten().cloned());
        forms.dedup();
        forms
    }
}
