//! The weights of the scores: readable features, each with what it adds (log-odds).

use super::tables::Tables;
use crate::key::Key;

/// Weights by feature; a feature that is not there adds nothing.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a>(pub(super) &'a Tables);

/// How a score set by hand counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// It is the score.
    Exact,
    /// The fitted score is no less.
    Least,
}

impl Weights<'_> {
    /// The score set by hand for a production, where it has one: its frame is so tight, or so rare, that no fit is asked.
    pub fn of_rule(self, rule: &str) -> Option<f32> {
        self.by_hand(rule, Bound::Exact)
    }

    /// The least score of a production, where one is set by hand.
    pub fn least_of_rule(self, rule: &str) -> f32 {
        self.by_hand(rule, Bound::Least).unwrap_or(f32::NEG_INFINITY)
    }

    fn by_hand(self, rule: &str, bound: Bound) -> Option<f32> {
        let key = Key::of(rule).value();
        let found = self.0.rules.iter().find(|row| row.rule.get() == key && row.bound() == bound);
        found.map(|row| row.score.get())
    }

    /// The weight of the feature with this key.
    pub fn get(self, feature: Key) -> f32 {
        self.0.weight_index.find(feature).map_or(0.0, |row| self.0.weights[row].get())
    }
}
