//! Whether two claims say the same, by their content words.

use crate::attributions::Reading;
use crate::lexicon::Classes;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The content words of a claim, cut to their first letters so that "Korea" and "Korean" agree.
#[derive(Debug, Clone)]
pub struct Words {
    all: FxHashSet<String>,
}

/// How many letters of a word are compared.
const STEM: usize = 5;

const SMALL: Classes = Classes::DETERMINER
    .union(Classes::PREPOSITION)
    .union(Classes::PRONOUN)
    .union(Classes::POSSESSIVE_DETERMINER)
    .union(Classes::AUXILIARY)
    .union(Classes::COORDINATOR)
    .union(Classes::SUBORDINATOR)
    .union(Classes::TO)
    .union(Classes::THAT)
    .union(Classes::POSSESSIVE_MARK);

impl Words {
    /// The content words in the token ranges.
    pub fn of(reading: &Reading<'_>, content: &[Range<usize>]) -> Self {
        let tokens = content.iter().flat_map(|piece| piece.clone());
        let words = tokens.filter(|at| reading.token(*at).has_letters() && !reading.token(*at).is(SMALL));
        Self { all: words.map(|at| reading.str(at).to_lowercase().chars().take(STEM).collect()).collect() }
    }

    /// Whether both have the very same words.
    pub fn same(&self, other: &Words) -> bool {
        !self.all.is_empty() && self.all == other.all
    }

    /// How many of a hundred of these words stand in the other too.
    pub fn share_in(&self, other: &Words) -> usize {
        if self.all.is_empty() {
            return 0;
        }
        100 * self.all.intersection(&other.all).count() / self.all.len()
    }
}
