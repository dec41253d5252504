//! Finds agents by a key that each has: a noun's, or that of its words.

use super::resolve::MEMORY;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Which agents have which key; an agent's key may change.
#[derive(Debug, Default)]
pub struct ByKey {
    /// Of each agent; `None` where it has none.
    keys: Vec<Option<u64>>,
    /// The keys in the order in which they were given.
    given: Vec<Given>,
    /// The place in `given` of the last one with each key.
    newest: FxHashMap<u64, usize>,
}

/// That an agent was given a key.
#[derive(Debug)]
struct Given {
    agent: usize,
    /// How many agents there were.
    agents: usize,
    /// The place in [`ByKey::given`] where the same key was given before.
    before: Option<usize>,
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
            self.given.push(Given { agent, agents: self.keys.len(), before });
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
        let given = std::iter::successors(last.map(|place| &self.given[place]), |given| {
            given.before.map(|place| &self.given[place])
        });
        // before that there were none but those that are out of reach
        let near = given.take(MEMORY).take_while(move |given| given.agents > first);
        near.map(|given| given.agent).filter(move |agent| *agent >= first && self.keys[*agent] == Some(key))
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
