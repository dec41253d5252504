//! The weights of the scores: readable features, each with what it adds (log-odds).

use super::tables::Tables;
use crate::key::Key;

/// Weights by feature; a feature that is not there adds nothing.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a>(pub(super) &'a Tables);

/// How a score set by hand counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It is the score.
    Exact,
    /// The fitted score is no less.
    Least,
}

impl Weights<'_> {
    /// The score set by hand for the production with this key, where it has one, and how it counts: its frame is so tight, or so
    /// rare, that a fit alone is not asked.
    pub fn by_hand(self, rule: Key) -> Option<(f32, Bound)> {
        self.0.rules.find(rule).map(|row| (row.score.get(), row.bound()))
    }

    /// The weight of the feature whose key has this value.
    pub fn get(self, feature: u64) -> f32 {
        self.0.weights.find_or_default(feature).get()
    }
}
