//! The lexicon while its files are being read.

use super::boilerplate::Match;
use super::classes::Classes;
use super::cue::Cue;
use super::index::{FilteredIndex, Index};
use super::names::{Body, Country, Meaning, Outlet};
use super::phrases::{Spelling, start};
use super::rows::{
    CueRow, FurnitureRow, KINDS, NamedRow, PhraseRow, PhraseRun, RuleRow, TextRow, WatchRow, WordRow, number,
};
use super::tables::{Table, Tables};
use super::watch::{self, Watch};
use super::weights::Bound;
use super::words::{Word, WordId};
use crate::key::Key;
use crate::word_key::word_key;
use crate::words::lower_case;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use zerocopy::little_endian::{F32, U32, U64};

/// What has been read so far; the words of its entries are the files' own.
#[derive(Debug)]
pub struct Draft<'a> {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    /// The forms of verbs by their lemma.
    pub forms: FxHashMap<&'a str, [String; 4]>,
    /// Each with its lemma.
    pub cues: Vec<(&'a str, Cue)>,
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

impl DraftWatch {
    /// What its first word is told of it.
    fn class(&self) -> Classes {
        if self.rest.is_empty() { Classes::WATCH_ALONE } else { Classes::WATCH_START }
    }
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
        self.mark_lists();
        let mut words = self.word_rows();
        let (word_index, classes) = self.word_index();
        let (phrases, rests, phrase_index) = self.phrase_rows(&mut words);
        let cues = self.cues.iter().map(|(lemma, cue)| CueRow::of(cue, texts.add(lemma))).collect();
        let outlets_named = self.outlet_names.iter().map(|(name, outlet)| (Key::of(name).value(), U32::new(*outlet)));
        let outlet_index = Index::of(outlets_named);
        let weights = self.weights.iter().map(|(feature, weight)| (Key::of(feature).value(), F32::new(*weight)));
        let weights = Index::of(weights);
        let (watch, watch_rests, watch_index) = self.watch_rows();
        let rules = self.rules.iter();
        let rules = rules.map(|(rule, score, bound)| (Key::of(rule).value(), RuleRow::of(*score, *bound)));
        let rules = Index::of(rules);
        let furniture = self.furniture.iter().map(|(line, how)| FurnitureRow::of(texts.add(line), *how)).collect();
        let outlets = self.outlets.iter().map(|one| texts.named(one.name, [one.kind, one.country])).collect();
        let countries = self.countries.iter().map(|one| texts.named(one.name, [one.adjective, one.capital])).collect();
        let bodies = self.bodies.iter().map(|one| texts.named(one.name, [one.kind, ""])).collect();
        Tables {
            texts: texts.all.into(),
            words: words.into(),
            word_index,
            classes,
            cues,
            phrases,
            rests,
            phrase_index,
            outlets,
            outlet_index,
            countries,
            bodies,
            weights,
            rules,
            furniture,
            watch,
            watch_rests,
            watch_index,
        }
    }

    /// Tells words where in phrases they stand.
    fn mark_lists(&mut self) {
        for phrase in &self.watch {
            if let Some(id) = self.ids.get(&*phrase.first) {
                self.words[id.0 as usize].classes |= phrase.class();
            }
        }
        for phrase in &self.phrases {
            let (marked, class) = match phrase.words[..] {
                [alone] => (alone, Classes::PHRASE_ALONE),
                [_, second, ..] => (second, Classes::PHRASE_SECOND),
                [] => continue,
            };
            self.words[marked.0 as usize].classes |= class;
        }
    }

    /// The words by their keys, behind them those that only checks look for, and the classes of all.
    fn word_index(&self) -> (Index<U32>, Table<U64>) {
        let mut watched: BTreeMap<u64, Classes> = BTreeMap::new();
        for one in self.watch.iter().filter(|one| !self.ids.contains_key(&*one.first)) {
            *watched.entry(word_key(&one.first)).or_default() |= one.class();
        }
        let known = self.ids.iter().map(|(form, id)| (word_key(form), id.0));
        let rows = known.chain(watched.keys().copied().zip(self.words.len() as u32..));
        let index = Index::of(rows.map(|(key, row)| (key, U32::new(row))));
        let classes = self.words.iter().map(|word| word.classes).chain(watched.values().copied());
        (index, classes.map(|classes| U64::new(classes.bits())).collect())
    }

    fn word_rows(&self) -> Vec<WordRow> {
        let cue = |cue: Option<u32>| U32::new(cue.map_or(0, |cue| cue + 1));
        let rows = self.words.iter().map(|word| WordRow {
            verb: cue(word.verb),
            noun: cue(word.noun),
            adjective: cue(word.adjective),
            phrases: PhraseRun::default(),
            kind: word.kind.map_or(0, |kind| number(KINDS, kind) + 1),
        });
        rows.collect()
    }

    /// The phrases in the order of their table, the words after their first, and where those stand that begin alike; each word is told
    /// where those stand that are it alone.
    fn phrase_rows(&mut self, words: &mut [WordRow]) -> (Table<PhraseRow>, Table<U32>, FilteredIndex<PhraseRun>) {
        let word = |phrase: &DraftPhrase, place: usize| phrase.words.get(place).copied().unwrap_or(WordId::UNKNOWN);
        let beginning = |first: WordId, second: WordId| start(first, second, WordId::UNKNOWN);
        let start = |phrase: &DraftPhrase| start(word(phrase, 0), word(phrase, 1), word(phrase, 2));
        self.phrases.sort_by_key(|one| (start(one), Reverse(one.words.len())));
        let (mut rows, mut rests, mut runs, mut beginnings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for same in self.phrases.chunk_by(|a, b| start(a) == start(b)) {
            let run = PhraseRun { start: U32::new(rows.len() as u32), len: U32::new(same.len() as u32) };
            match same[0].words[..] {
                [alone] => words[alone.0 as usize].phrases = run,
                [first, second, ..] => {
                    runs.push((start(&same[0]), run));
                    beginnings.push(beginning(first, second));
                }
                [] => {}
            }
            for phrase in same {
                let first = rests.len();
                rests.extend(phrase.words[1..].iter().map(|word| U32::new(word.0)));
                rows.push(PhraseRow::of(first..rests.len(), phrase.spelling, phrase.meaning));
            }
        }
        let index = FilteredIndex::with_beginnings(runs.into_iter(), beginnings.into_iter());
        (rows.into(), rests.into(), index)
    }

    /// The watched phrases, the words after their first, and where those stand that are or begin with one or two words.
    fn watch_rows(&mut self) -> (Table<WatchRow>, Table<U64>, FilteredIndex<PhraseRun>) {
        let key = |word: &String| word_key(word);
        let start = |phrase: &DraftWatch| watch::start(key(&phrase.first), phrase.rest.first().map(key));
        self.watch.sort_by_key(start);
        let (mut rows, mut rests, mut runs) = (Vec::new(), Vec::new(), Vec::new());
        for same in self.watch.chunk_by(|a, b| start(a) == start(b)) {
            let run = PhraseRun { start: U32::new(rows.len() as u32), len: U32::new(same.len() as u32) };
            runs.push((start(&same[0]), run));
            for phrase in same {
                let (rest, rest_len) = (U32::new(rests.len() as u32), U32::new(phrase.rest.len() as u32));
                rows.push(WatchRow { rest, rest_len, lists: U32::new(phrase.lists.bits()) });
                rests.extend(phrase.rest.iter().map(|word| U64::new(key(word))));
            }
        }
        (rows.into(), rests.into(), FilteredIndex::of(runs.into_iter()))
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
