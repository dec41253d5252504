//! The weights of the scores: readable features, each with what it adds (log-odds).

use super::error::LexiconError;
use super::table::Row;
use rustc_hash::FxHashMap;
use std::hash::{Hash, Hasher};

/// Weights by feature; a feature that is not there adds nothing.
#[derive(Debug, Default)]
pub struct Weights {
    by_hash: FxHashMap<u64, f32>,
}

impl Weights {
    /// Reads rows of `feature | weight`.
    pub fn load(rows: &[Row<'_>]) -> Result<Self, LexiconError> {
        let mut by_hash = FxHashMap::default();
        for row in rows {
            let weight = row.cell(1).parse::<f32>();
            let weight = weight.map_err(|_| row.error(1, "a number is wanted here, such as 1.5".to_owned()))?;
            by_hash.insert(hash(&row.cell(0)), weight);
        }
        Ok(Self { by_hash })
    }

    /// The weight of the feature with this hash.
    pub fn get(&self, feature: u64) -> f32 {
        self.by_hash.get(&feature).copied().unwrap_or(0.0)
    }

    /// Whether any weight is known.
    pub fn is_empty(&self) -> bool {
        self.by_hash.is_empty()
    }
}

/// The hash under which a feature's text is kept.
pub fn hash(feature: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    feature.hash(&mut hasher);
    hasher.finish()
}
