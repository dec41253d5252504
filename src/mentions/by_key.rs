//! Finds agents by a key that each has: a noun's, or that of its words.

use super::resolve::MEMORY;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Which agents have which key; an agent's key may change.
#[derive(Debug, Default)]
pub struct ByKey {
    /// Of each agent; `None` where it has none.
    keys: Vec<Option<u64>>,
    /// Agents in the order in which they were given their keys, each with the place here of the one that was given the same key before.
    given: Vec<(usize, Option<usize>)>,
    /// The place in `given` of the last one with each key.
    newest: FxHashMap<u64, usize>,
}

impl ByKey {
    /// For about so many agents with keys.
    pub fn with_capacity(agents: usize) -> Self {
        let newest = FxHashMap::with_capacity_and_hasher(agents, FxBuildHasher);
        Self { keys: Vec::with_capacity(agents), given: Vec::with_capacity(agents), newest }
    }

    /// The next agent, with its key.
    pub fn push(&mut self, key: Option<u64>) {
        self.keys.push(None);
        self.set(self.keys.len() - 1, key);
    }

    /// The key that an agent has.
    pub fn key(&self, agent: usize) -> Option<u64> {
        self.keys[agent]
    }

    /// Another key for an agent.
    pub fn set(&mut self, agent: usize, key: Option<u64>) {
        self.keys[agent] = key;
        if let Some(key) = key {
            let before = self.newest.insert(key, self.given.len());
            self.given.push((agent, before));
        }
    }

    /// Whether some agent has the key, or has had it.
    pub fn has_had(&self, key: u64) -> bool {
        self.newest.contains_key(&key)
    }

    /// The agents with the key among the last ones met, the newest first.
    pub fn with(&self, key: u64) -> impl Iterator<Item = usize> {
        let first = self.keys.len().saturating_sub(MEMORY);
        let last = self.newest.get(&key).copied();
        let places = std::iter::successors(last, |place| self.given[*place].1).take(MEMORY);
        let agents = places.map(|place| self.given[place].0);
        agents.filter(move |agent| *agent >= first && self.keys[*agent] == Some(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agents_are_found_by_the_key_that_they_have_now() {
        let mut agents = ByKey::default();
        [Some(7), None, Some(7), Some(9)].into_iter().for_each(|key| agents.push(key));
        assert_eq!(agents.with(7).collect::<Vec<_>>(), [2, 0]);
        agents.set(2, Some(9));
        assert_eq!(agents.with(7).collect::<Vec<_>>(), [0]);
        assert_eq!(agents.with(9).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(agents.with(1).count(), 0);
    }

    #[test]
    fn only_the_last_ones_are_found() {
        let mut agents = ByKey::default();
        (0..2 * MEMORY).for_each(|_| agents.push(Some(7)));
        assert_eq!(agents.with(7).count(), MEMORY);
    }
}
