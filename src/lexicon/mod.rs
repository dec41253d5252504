//! What the grammar knows of words: loads `grammar/` and answers questions about it.

mod alike;
mod boilerplate;
mod classes;
mod cue;
mod describe;
mod draft;
mod error;
mod files;
mod index;
mod inflect;
mod load;
mod names;
mod phrases;
mod rows;
mod table;
mod tables;
mod watch;
mod weights;
mod words;

pub use alike::{is_family_first, names_alike};
pub use boilerplate::Boilerplate;
pub use classes::Classes;
pub use cue::{Cue, Frames, Part};
pub use error::LexiconError;
pub use names::{Body, Country, Meaning, Outlet, StandIn};
use phrases::start;
pub use phrases::{Phrase, Spelling};
pub use table::{Row, rows};
pub use watch::{Watch, WatchWords, Watched};
pub use weights::{Bound, Weights};
pub use words::{Word, WordId, WordSet};

pub use crate::key::Key;
pub use crate::word_key::{word_key, word_key_of_any};
use files::Files;
use rows::{KINDS, NamedRow, PhraseRow, PhraseRun};
use std::path::Path;
use std::sync::OnceLock;
use tables::Tables;

/// The tables of the built-in files, which the build script makes; it has none itself.
#[cfg(lexicon_built)]
const BUILT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"));
#[cfg(not(lexicon_built))]
const BUILT: &[u8] = &[];

/// All that `grammar/` says of words, names and phrases.
#[derive(Debug)]
pub struct Lexicon {
    tables: Tables,
    boilerplate: Boilerplate,
}

impl Lexicon {
    /// The lexicon compiled into the program; made once.
    ///
    /// # Panics
    /// If a built-in file has a mistake, which a test rules out.
    pub fn built_in() -> &'static Lexicon {
        static BUILT_IN: OnceLock<Lexicon> = OnceLock::new();
        BUILT_IN.get_or_init(|| Lexicon::load(None).expect("the built-in grammar is sound"))
    }

    /// The built-in lexicon, with the files of `folder` over it if there is one.
    pub fn load(folder: Option<&Path>) -> Result<Lexicon, LexiconError> {
        match (folder, Tables::from_bytes(BUILT)) {
            (Some(folder), _) => Self::with_folder(folder),
            (None, Some(tables)) => Ok(Self::of(tables)),
            (None, None) => Self::of_files(&Files::default()),
        }
    }

    /// The built-in lexicon with a desk's own files over it; the error names file, line and column.
    pub fn with_folder(folder: &Path) -> Result<Lexicon, LexiconError> {
        Self::of_files(&Files::with_folder(folder)?)
    }

    fn of_files(files: &Files) -> Result<Lexicon, LexiconError> {
        load::load(files).map(Self::of)
    }

    /// All tables as bytes, which the build script stores.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.tables.to_bytes()
    }

    fn of(tables: Tables) -> Self {
        let boilerplate = Boilerplate::of(tables.furniture.iter().map(|row| (tables.text(row.line), row.how())));
        Self { tables, boilerplate }
    }

    /// The id of a word in lower case; [`WordId::UNKNOWN`] if it is not known.
    pub fn id(&self, lower: &str) -> WordId {
        self.id_of(word_key(lower))
    }

    /// The same by the value of the word's key in lower case.
    pub fn id_of(&self, lower: u64) -> WordId {
        self.look_up(lower).0
    }

    /// The id of a word by the value of its key in lower case, and the classes of this very form: those of a word that is not known
    /// tell at most that checks look for it.
    pub fn look_up(&self, lower: u64) -> (WordId, Classes) {
        let row = self.tables.word_index.find_or_default(lower).get();
        let is_known = (row as usize) < self.tables.words.len();
        (if is_known { WordId(row) } else { WordId::UNKNOWN }, self.classes(row))
    }

    /// What is known of a word.
    pub fn word(&self, id: WordId) -> Word {
        let row = &self.tables.words[id.0 as usize];
        Word {
            classes: self.classes(id.0),
            verb: row.verb.get().checked_sub(1),
            noun: row.noun.get().checked_sub(1),
            adjective: row.adjective.get().checked_sub(1),
            kind: row.kind.checked_sub(1).map(|kind| KINDS[kind as usize]),
        }
    }

    fn classes(&self, row: u32) -> Classes {
        Classes::from_bits_retain(self.tables.classes[row as usize].get())
    }

    /// A cue by its index.
    pub fn cue(&self, index: u32) -> Cue {
        self.tables.cues[index as usize].cue()
    }

    /// The dictionary form of a cue: "say", "point out".
    pub fn lemma(&self, cue: u32) -> &str {
        self.tables.text(self.tables.cues[cue as usize].lemma)
    }

    /// The phrases that are all of these words, or begin with the first three.
    pub fn phrases(&self, words: &[WordId]) -> impl Iterator<Item = Phrase<'_>> {
        let word = |place: usize| words.get(place).copied().unwrap_or(WordId::UNKNOWN);
        self.longer_phrases(word(0), word(1), word(2)).chain(self.lone_phrases(word(0)))
    }

    /// The phrases that are the first two words, or begin with all three; longest first.
    pub fn longer_phrases(&self, first: WordId, second: WordId, third: WordId) -> impl Iterator<Item = Phrase<'_>> {
        let run = |third: WordId| self.tables.phrase_index.find_value(start(first, second, third)).unwrap_or_default();
        let longest = if third == WordId::UNKNOWN { PhraseRun::default() } else { run(third) };
        self.phrases_of(longest).chain(self.phrases_of(run(WordId::UNKNOWN)))
    }

    /// Whether some phrase may begin with these two words; of most two words this tells that none does.
    pub fn may_begin_phrase(&self, first: WordId, second: WordId) -> bool {
        self.tables.phrase_index.may_have(start(first, second, WordId::UNKNOWN))
    }

    /// Those of one word.
    pub fn lone_phrases(&self, word: WordId) -> impl Iterator<Item = Phrase<'_>> {
        self.phrases_of(self.tables.words[word.0 as usize].phrases)
    }

    fn phrases_of(&self, run: PhraseRun) -> impl Iterator<Item = Phrase<'_>> {
        let start = run.start.get() as usize;
        self.tables.phrases[start..start + run.len.get() as usize].iter().map(|row| self.phrase(row))
    }

    fn phrase<'a>(&'a self, row: &'a PhraseRow) -> Phrase<'a> {
        let start = row.rest.get() as usize;
        let rest = &self.tables.rests[start..start + row.rest_len.get() as usize];
        Phrase { rest, row }
    }

    /// An outlet by its index.
    pub fn outlet(&self, index: u32) -> Outlet<'_> {
        let [name, kind, country] = self.named(&self.tables.outlets[index as usize]);
        Outlet { name, kind, country }
    }

    /// What sort of outlet it is.
    pub fn outlet_sort(&self, index: u32) -> &str {
        self.tables.text(self.tables.outlets[index as usize].more[0])
    }

    /// A country by its index.
    pub fn country(&self, index: u32) -> Country<'_> {
        let [name, adjective, capital] = self.named(&self.tables.countries[index as usize]);
        Country { name, adjective, capital }
    }

    /// A body by its index.
    pub fn body(&self, index: u32) -> Body<'_> {
        let [name, kind, _] = self.named(&self.tables.bodies[index as usize]);
        Body { name, kind }
    }

    fn named(&self, row: &NamedRow) -> [&str; 3] {
        [row.name, row.more[0], row.more[1]].map(|text| self.tables.text(text))
    }

    /// The canonical name of an outlet by its name or clear alias, with or without "the"; case does not matter.
    pub fn outlet_named(&self, name: &str) -> Option<Outlet<'_>> {
        self.outlet_index(name).map(|index| self.outlet(index))
    }

    /// The agency that a dateline or a credit line names, perhaps by a short name that only there is clear: "PTI", "AA". None where
    /// the short name is that of several.
    pub fn agency_named(&self, name: &str) -> Option<Outlet<'_>> {
        self.outlet_named(name).or_else(|| {
            let mut meant = self.lone_phrases(self.id(&name.to_lowercase())).filter_map(|phrase| {
                let Meaning::ShortOutlet(index) = phrase.meaning() else { return None };
                Some(index).filter(|index| self.outlet_sort(*index) == "agency").map(|index| self.outlet(index))
            });
            meant.next().filter(|_| meant.next().is_none())
        })
    }

    /// The index of an outlet by its name or clear alias.
    pub fn outlet_index(&self, name: &str) -> Option<u32> {
        let lower = name.trim().to_lowercase();
        let bare = lower.strip_prefix("the ").unwrap_or(&lower);
        self.outlet_in_small_letters(bare).or_else(|| self.outlet_in_small_letters(&lower))
    }

    fn outlet_in_small_letters(&self, name: &str) -> Option<u32> {
        self.tables.outlet_index.find(Key::of(name)).map(|index| index.get())
    }

    /// Whom a noun stands for.
    pub fn stand_in(&self, noun: WordId) -> Option<StandIn> {
        self.lone_phrases(noun).find_map(|phrase| match phrase.meaning() {
            Meaning::StandIn(whom) => Some(whom),
            _ => None,
        })
    }

    /// The type of outlet that a noun stands for: "the paper" is a newspaper.
    pub fn outlet_type(&self, noun: WordId) -> Option<&'static str> {
        self.stand_in(noun).filter(|whom| whom.is_outlet_type()).map(StandIn::name)
    }

    /// The weights of the scores.
    pub fn weights(&self) -> Weights<'_> {
        Weights(&self.tables)
    }

    /// The lines of page furniture.
    pub fn boilerplate(&self) -> &Boilerplate {
        &self.boilerplate
    }

    /// The words that checks look for.
    pub fn watch(&self) -> WatchWords<'_> {
        WatchWords(&self.tables)
    }

    /// Whether a word with its full stop is a known abbreviation: "Rte. 9", but not the broadcaster that ends "told RTE."
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.look_up(word_key_of_any(word)).1.contains(Classes::ABBREVIATION) && !self.is_name_in_capitals(word)
    }

    /// "RTE.": capitals that a name is written in, with a full stop behind.
    fn is_name_in_capitals(&self, word: &str) -> bool {
        let letters = word.trim_end_matches('.');
        let capitals = letters.len() > 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        capitals && self.look_up(word_key_of_any(letters)).1.contains(Classes::NAME_START)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_in_is_what_the_files_say() {
        let loaded = Lexicon::of_files(&Files::default()).unwrap();
        assert!(Tables::from_bytes(BUILT).is_some());
        assert!(Lexicon::built_in().to_bytes() == loaded.to_bytes());
    }

    #[test]
    fn no_two_words_share_a_key() {
        let built = Lexicon::built_in();
        let slots = built.tables.word_index.slots.iter().filter(|slot| !slot.is_free());
        // each word but the one that is not known has its own
        assert_eq!(slots.count(), built.tables.classes.len() - 1);
    }

    #[test]
    fn bytes_that_are_no_tables_are_refused() {
        assert!(Tables::from_bytes(&[]).is_none());
        assert!(Tables::from_bytes(&[9; 20]).is_none());
    }
}
