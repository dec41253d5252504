//! The lexicon while its files are being read.

use super::boilerplate::Match;
use super::classes::Classes;
use super::cue::Cue;
use super::index::Index;
use super::names::{Body, Country, Meaning, Outlet};
use super::phrases::Spelling;
use super::rows::{
    CueRow, FurnitureRow, KINDS, NO_WORD, NamedRow, PhraseRow, RuleRow, TextRow, WatchRow, WordRow, number,
};
use super::tables::{Table, Tables};
use super::watch::Watch;
use super::weights::Bound;
use super::words::{Word, WordId};
use crate::key::Key;
use crate::words::lower_case;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use zerocopy::little_endian::{F32, U32, U64};

/// What has been read so far; the words of its entries are the files' own.
#[derive(Debug)]
pub struct Draft<'a> {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    /// The forms of verbs by their lemma.
    pub forms: FxHashMap<&'a str, [String; 4]>,
    pub cues: Vec<Cue<'a>>,
    phrases: Vec<DraftPhrase>,
    pub outlets: Vec<Outlet<'a>>,
    /// Names of outlets in small letters, each with the outlet that has it first.
    pub outlet_names: Vec<(String, u32)>,
    pub countries: Vec<Country<'a>>,
    pub bodies: Vec<Body<'a>>,
    weights: Vec<(&'a str, f32)>,
    weight_of: FxHashMap<u64, usize>,
    pub rules: Vec<(&'a str, f32, Bound)>,
    pub furniture: Vec<(&'a str, Match)>,
    pub watch: Vec<DraftWatch>,
}

#[derive(Debug)]
struct DraftPhrase {
    words: Vec<WordId>,
    spelling: Spelling,
    meaning: Meaning,
}

/// A watched word or phrase, in lower case.
#[derive(Debug)]
pub struct DraftWatch {
    pub first: String,
    pub rest: Vec<String>,
    pub lists: Watch,
}

impl Default for Draft<'_> {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            // the word that is not known
            words: vec![Word::default()],
            forms: FxHashMap::default(),
            cues: Vec::new(),
            phrases: Vec::new(),
            outlets: Vec::new(),
            outlet_names: Vec::new(),
            countries: Vec::new(),
            bodies: Vec::new(),
            weights: Vec::new(),
            weight_of: FxHashMap::default(),
            rules: Vec::new(),
            furniture: Vec::new(),
            watch: Vec::new(),
        }
    }
}

impl<'a> Draft<'a> {
    /// The id of a form, known from now on.
    pub fn learn(&mut self, form: &str) -> WordId {
        let lower = lower_case(form);
        let lower = if lower.contains('’') { Cow::Owned(lower.replace('’', "'")) } else { lower };
        if let Some(id) = self.ids.get(&*lower) {
            return *id;
        }
        let id = WordId(self.words.len() as u32);
        self.words.push(Word::default());
        self.ids.insert(lower.into(), id);
        id
    }

    /// The word's entry, to be added to.
    pub fn entry(&mut self, form: &str) -> &mut Word {
        let id = self.learn(form);
        &mut self.words[id.0 as usize]
    }

    /// Adds classes to a word.
    pub fn mark(&mut self, form: &str, classes: Classes) {
        self.entry(form).classes |= classes;
    }

    /// Adds a phrase of at least one word; `mark` goes on its first word.
    pub fn add_phrase(&mut self, words: Vec<WordId>, spelling: Spelling, meaning: Meaning, mark: Classes) {
        let Some(first) = words.first() else { return };
        self.words[first.0 as usize].classes |= mark;
        self.phrases.push(DraftPhrase { words, spelling, meaning });
    }

    /// Adds the weight of a feature, or sets it anew. The error is another feature with the same key.
    pub fn add_weight(&mut self, feature: &'a str, weight: f32) -> Result<(), &'a str> {
        let row = *self.weight_of.entry(Key::of(feature).value()).or_insert(self.weights.len());
        match self.weights.get_mut(row) {
            None => self.weights.push((feature, weight)),
            Some(known) if known.0 == feature => known.1 = weight,
            Some((other, _)) => return Err(other),
        }
        Ok(())
    }

    /// The tables of all that was read.
    pub fn finish(mut self) -> Tables {
        let mut texts = Texts::default();
        let (mut words, word_index) = self.word_rows();
        let (phrases, rests) = self.phrase_rows(&mut words);
        let cues = self.cues.iter().map(|cue| CueRow::of(cue, texts.add(cue.lemma))).collect();
        let (outlet_names, outlet_index) = self.outlet_name_rows();
        let (weights, weight_index) = self.weight_rows();
        let (watch, watch_rests, watch_index) = self.watch_rows();
        let rules = self.rules.iter().map(|(rule, score, bound)| RuleRow::of(rule, *score, *bound));
        let rules = rules.collect();
        let furniture = self.furniture.iter().map(|(line, how)| FurnitureRow::of(texts.add(line), *how)).collect();
        let outlets = self.outlets.iter().map(|one| texts.named(one.name, [one.kind, one.country])).collect();
        let countries = self.countries.iter().map(|one| texts.named(one.name, [one.adjective, one.capital])).collect();
        let bodies = self.bodies.iter().map(|one| texts.named(one.name, [one.kind, ""])).collect();
        Tables {
            texts: texts.all.into(),
            words: words.into(),
            word_index,
            cues,
            phrases,
            rests,
            outlets,
            outlet_names,
            outlet_index,
            countries,
            bodies,
            weights,
            weight_index,
            rules,
            furniture,
            watch,
            watch_rests,
            watch_index,
        }
    }

    fn word_rows(&mut self) -> (Vec<WordRow>, Index) {
        for phrase in &self.watch {
            if let Some(id) = self.ids.get(&*phrase.first) {
                self.words[id.0 as usize].classes |= Classes::WATCH_START;
            }
        }
        let mut keys = vec![Key::EMPTY; self.words.len()];
        for (form, id) in &self.ids {
            keys[id.0 as usize] = Key::of(form);
        }
        let cue = |cue: Option<u32>| U32::new(cue.map_or(0, |cue| cue + 1));
        let rows = self.words.iter().map(|word| WordRow {
            classes: U64::new(word.classes.bits()),
            verb: cue(word.verb),
            noun: cue(word.noun),
            adjective: cue(word.adjective),
            phrases: U32::ZERO,
            phrase_count: U32::ZERO,
            alone_count: U32::ZERO,
            kind: word.kind.map_or(0, |kind| number(KINDS, kind) + 1),
        });
        (rows.collect(), Index::of(&keys))
    }

    /// The phrases in the order of their table and the words after their first; each first word is told where its phrases stand.
    fn phrase_rows(&mut self, words: &mut [WordRow]) -> (Table<PhraseRow>, Table<U32>) {
        let second = |phrase: &DraftPhrase| phrase.words.get(1).map_or(NO_WORD, |word| U32::new(word.0));
        self.phrases.sort_by_key(|one| (one.words[0], second(one).get(), Reverse(one.words.len())));
        let (mut rows, mut rests) = (Vec::new(), Vec::new());
        for phrase in &self.phrases {
            let first = &mut words[phrase.words[0].0 as usize];
            if first.phrase_count == 0 {
                first.phrases = U32::new(rows.len() as u32);
            }
            first.phrase_count += 1;
            first.alone_count += u32::from(phrase.words.len() == 1);
            let start = rests.len();
            rests.extend(phrase.words[1..].iter().map(|word| U32::new(word.0)));
            rows.push(PhraseRow::of(second(phrase), start..rests.len(), phrase.spelling, phrase.meaning));
        }
        (rows.into(), rests.into())
    }

    fn outlet_name_rows(&self) -> (Table<U32>, Index) {
        let rows = self.outlet_names.iter().map(|(_, outlet)| U32::new(*outlet));
        let keys: Vec<Key> = self.outlet_names.iter().map(|(name, _)| Key::of(name)).collect();
        (rows.collect(), Index::of(&keys))
    }

    /// The watched phrases by their first word, and the words after it.
    fn watch_rows(&mut self) -> (Table<WatchRow>, Table<U64>, Index) {
        let second = |phrase: &DraftWatch| phrase.rest.first().map_or(0, |second| Key::of(second).value());
        self.watch.sort_by(|a, b| (&a.first, second(a)).cmp(&(&b.first, second(b))));
        let (mut rows, mut rests) = (Vec::new(), Vec::new());
        for phrase in &self.watch {
            rows.push(WatchRow {
                first: U64::new(Key::of(&phrase.first).value()),
                second: U64::new(second(phrase)),
                rest: U32::new(rests.len() as u32),
                rest_len: U32::new(phrase.rest.len() as u32),
                lists: U32::new(phrase.lists.bits()),
            });
            rests.extend(phrase.rest.iter().map(|word| U64::new(Key::of(word).value())));
        }
        let keys: Vec<Key> = self.watch.iter().map(|phrase| Key::of(&phrase.first)).collect();
        (rows.into(), rests.into(), Index::of(&keys))
    }

    fn weight_rows(&self) -> (Table<F32>, Index) {
        let rows = self.weights.iter().map(|(_, weight)| F32::new(*weight));
        let keys: Vec<Key> = self.weights.iter().map(|(feature, _)| Key::of(feature)).collect();
        (rows.collect(), Index::of(&keys))
    }
}

/// All texts, one behind the other.
#[derive(Default)]
struct Texts {
    all: String,
}

impl Texts {
    fn add(&mut self, text: &str) -> TextRow {
        let start = U32::new(self.all.len() as u32);
        self.all.push_str(text);
        TextRow { start, len: U32::new(text.len() as u32) }
    }

    fn named(&mut self, name: &str, more: [&str; 2]) -> NamedRow {
        NamedRow { name: self.add(name), more: more.map(|text| self.add(text)) }
    }
}
