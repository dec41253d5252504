//! Names in brief, which soon tells those apart that have nothing in common.

use crate::attributions::Reading;
use crate::lexicon::is_family_first;
use crate::mentions::name::Name;

/// So much of a name as rules most others out.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Brief {
    /// A bit for each thing below that another name may have in common with this one: of most two names none is the same.
    sketch: u64,
    pub(super) words: usize,
    /// Of the last word.
    pub(super) key: u64,
    /// Of the first word.
    first: u64,
    /// Of the last word but one, of three or more.
    inner: Option<u64>,
    /// The first letter of the first word.
    initial: Option<char>,
    /// Whether the family name may stand first: "Chang Chun-hsiung".
    family_first: bool,
}

impl Brief {
    pub(super) fn of(reading: &Reading<'_>, name: &Name) -> Self {
        let (Some(first), Some(last)) = (name.words(reading).next(), name.last(reading)) else {
            return Self::default();
        };
        let family_first = name.len() >= 3 || name.len() == 2 && is_family_first(reading.str(first), reading.str(last));
        let initial = reading.str(first).chars().find(|c| c.is_alphabetic()).and_then(|c| c.to_lowercase().next());
        let (key, first) = (reading.token(last).key, reading.token(first).key);
        let inner = (name.len() >= 3).then(|| name.keys(reading).rev().nth(1)).flatten();
        let brief = Self { sketch: 0, words: name.len(), key, first, inner, initial, family_first };
        Self { sketch: brief.sketch(), ..brief }
    }

    /// The bits of the words by their keys, and, where [`Brief::may_be`] asks for it, that of the first letter.
    fn sketch(&self) -> u64 {
        let word = |key: u64| 1 << (key >> (u64::BITS - 6));
        let letter = |letter: char| 1 << (u32::from(letter) % u64::BITS);
        let initial = if self.words == 1 || self.family_first { self.initial.map_or(1, letter) } else { 0 };
        word(self.key) | word(self.first) | self.inner.map_or(0, word) | initial
    }

    /// Whether [`names_alike`] may hold: one surname, or one word that may be an acronym or the first of three.
    pub(super) fn may_be(self, later: Brief) -> bool {
        let short = |one: Brief, other: Brief| one.words == 1 && other.family_first && one.initial == other.initial;
        let first = |full: Brief, one: Brief| one.words == 1 && full.words >= 2 && full.first == one.key;
        let inside = |full: Brief, part: Brief| part.words < full.words && full.inner == Some(part.key);
        let in_common = || {
            inside(self, later)
                || self.key == later.key
                || first(self, later)
                || first(later, self)
                || short(self, later)
                || short(later, self)
        };
        self.sketch & later.sketch != 0 && in_common()
    }
}
