//! The lexicon's tables: flat, so that those compiled into the program are used where they lie.

use super::index::{FilteredIndex, Index};
use super::rows::{CueRow, FurnitureRow, NamedRow, PhraseRow, PhraseRun, RuleRow, TextRow, WatchRow, WordRow};
use std::borrow::Cow;
use zerocopy::little_endian::{F32, U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// Rows of one sort.
pub type Table<T> = Cow<'static, [T]>;

/// All that the grammar's files say.
#[derive(Debug)]
pub struct Tables {
    /// All texts, one behind the other.
    pub texts: Cow<'static, str>,
    /// The first stands for every word that is not known.
    pub words: Table<WordRow>,
    pub word_index: Index<U32>,
    /// All that each word may be: of those that have a row, and of those that only checks look for behind them.
    pub classes: Table<U64>,
    pub cues: Table<CueRow>,
    pub phrases: Table<PhraseRow>,
    /// The words of phrases after the first.
    pub rests: Table<U32>,
    /// Per two words, the phrases that begin with them.
    pub phrase_index: FilteredIndex<PhraseRun>,
    pub outlets: Table<NamedRow>,
    /// Per name or clear alias of an outlet, in small letters, which outlet it is.
    pub outlet_index: Index<U32>,
    pub countries: Table<NamedRow>,
    pub bodies: Table<NamedRow>,
    /// Per feature, what it adds to a score.
    pub weights: Index<F32>,
    /// Per production with a score set by hand, that score.
    pub rules: Index<RuleRow>,
    pub furniture: Table<FurnitureRow>,
    pub watch: Table<WatchRow>,
    pub watch_rests: Table<U64>,
    /// Per one or two words, the watched phrases that are or begin with them.
    pub watch_index: FilteredIndex<PhraseRun>,
}

impl Tables {
    /// One of the texts.
    pub fn text(&self, row: TextRow) -> &str {
        let start = row.start.get() as usize;
        &self.texts[start..start + row.len.get() as usize]
    }

    /// The tables as bytes, the same on every machine.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, self.texts.as_bytes());
        put(&mut bytes, &self.words);
        put_index(&mut bytes, &self.word_index);
        put(&mut bytes, &self.classes);
        put(&mut bytes, &self.cues);
        put(&mut bytes, &self.phrases);
        put(&mut bytes, &self.rests);
        put(&mut bytes, &self.phrase_index.filter);
        put_index(&mut bytes, &self.phrase_index.index);
        put(&mut bytes, &self.outlets);
        put_index(&mut bytes, &self.outlet_index);
        put(&mut bytes, &self.countries);
        put(&mut bytes, &self.bodies);
        put_index(&mut bytes, &self.weights);
        put_index(&mut bytes, &self.rules);
        put(&mut bytes, &self.furniture);
        put(&mut bytes, &self.watch);
        put(&mut bytes, &self.watch_rests);
        put(&mut bytes, &self.watch_index.filter);
        put_index(&mut bytes, &self.watch_index.index);
        bytes
    }

    /// The tables that [`Tables::to_bytes`] gave; nothing is copied. `None` where the bytes are no tables.
    pub fn from_bytes(mut bytes: &'static [u8]) -> Option<Self> {
        let bytes = &mut bytes;
        Some(Self {
            texts: std::str::from_utf8(take(bytes)?).ok()?.into(),
            words: table(bytes)?,
            word_index: index(bytes)?,
            classes: table(bytes)?,
            cues: table(bytes)?,
            phrases: table(bytes)?,
            rests: table(bytes)?,
            phrase_index: filtered(bytes)?,
            outlets: table(bytes)?,
            outlet_index: index(bytes)?,
            countries: table(bytes)?,
            bodies: table(bytes)?,
            weights: index(bytes)?,
            rules: index(bytes)?,
            furniture: table(bytes)?,
            watch: table(bytes)?,
            watch_rests: table(bytes)?,
            watch_index: filtered(bytes)?,
        })
    }
}

/// Appends a table with its length in bytes before it.
fn put<T: IntoBytes + Immutable>(bytes: &mut Vec<u8>, table: &[T]) {
    let table = table.as_bytes();
    bytes.extend((table.len() as u64).to_le_bytes());
    bytes.extend(table);
}

fn put_index<V: IntoBytes + Immutable + Unaligned + Clone>(bytes: &mut Vec<u8>, index: &Index<V>) {
    put(bytes, &index.factors);
    put(bytes, &index.slots);
}

/// The bytes of the next table, taken off.
fn take(bytes: &mut &'static [u8]) -> Option<&'static [u8]> {
    let (len, rest) = bytes.split_first_chunk()?;
    let (table, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*len)).ok()?)?;
    *bytes = rest;
    Some(table)
}

fn table<T: FromBytes + Immutable + KnownLayout + Clone>(bytes: &mut &'static [u8]) -> Option<Table<T>> {
    <[T]>::ref_from_bytes(take(bytes)?).ok().map(Cow::Borrowed)
}

fn index<V: FromBytes + Immutable + KnownLayout + Unaligned + Clone>(bytes: &mut &'static [u8]) -> Option<Index<V>> {
    Some(Index { factors: table(bytes)?, slots: table(bytes)? })
}

fn filtered<V: FromBytes + Immutable + KnownLayout + Unaligned + Clone>(
    bytes: &mut &'static [u8],
) -> Option<FilteredIndex<V>> {
    Some(FilteredIndex { filter: table(bytes)?, index: index(bytes)? })
}
