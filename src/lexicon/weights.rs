//! The weights of the scores: readable features, each with what it adds (log-odds).

use super::error::LexiconError;
use super::key::Key;
use super::table::Row;
use rustc_hash::FxHashMap;

/// Weights by feature; a feature that is not there adds nothing.
#[derive(Debug, Default)]
pub struct Weights {
    by_feature: FxHashMap<u64, f32>,
    by_rule: FxHashMap<String, (f32, Bound)>,
}

/// How a score set by hand counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// It is the score.
    Exact,
    /// The fitted score is no less.
    Least,
}

impl Weights {
    /// Reads rows of `feature | weight`, and of `production | score | least`.
    pub fn load(fitted: &[Row<'_>], by_rule: &[Row<'_>]) -> Result<Self, LexiconError> {
        let mut weights = Self::default();
        for row in fitted {
            weights.by_feature.insert(Key::of(row.cell(0)).value(), number(row)?);
        }
        for row in by_rule {
            let bound = row.known(2, &[("", Bound::Exact), ("least", Bound::Least)])?;
            weights.by_rule.insert(row.cell(0).to_owned(), (number(row)?, bound));
        }
        Ok(weights)
    }

    /// The score set by hand for a production, where it has one: its frame is so tight, or so rare, that no fit is asked.
    pub fn of_rule(&self, rule: &str) -> Option<f32> {
        self.by_rule.get(rule).filter(|(_, bound)| *bound == Bound::Exact).map(|(score, _)| *score)
    }

    /// The least score of a production, where one is set by hand.
    pub fn least_of_rule(&self, rule: &str) -> f32 {
        let least = self.by_rule.get(rule).filter(|(_, bound)| *bound == Bound::Least);
        least.map_or(f32::NEG_INFINITY, |(score, _)| *score)
    }

    /// The weight of the feature with this key.
    pub fn get(&self, feature: Key) -> f32 {
        self.by_feature.get(&feature.value()).copied().unwrap_or(0.0)
    }
}

fn number(row: &Row<'_>) -> Result<f32, LexiconError> {
    let weight = row.cell(1).parse();
    weight.map_err(|_| row.error(1, "a number is wanted here, such as 1.5".to_owned()))
}
