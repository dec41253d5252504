//! Finds what is kept under a key, without a search.

use crate::key::Key;
use std::borrow::Cow;
use zerocopy::little_endian::U64;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// A hash table, flat so that it can be stored (open addressing, linear probing).
#[derive(Debug, Default)]
pub struct Index<V: Clone + 'static> {
    /// A power of two of them; at most two thirds are taken.
    pub(super) slots: Cow<'static, [Slot<V>]>,
}

/// A key (the value of a text's, or some other number) and what is kept under it: side by side, so that who finds the one need not look elsewhere for the other. Keys have so many
/// digits that two texts never share one by chance; a test holds that no two words of the grammar do.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Slot<V> {
    /// [`FREE`] where nothing is kept.
    key: U64,
    value: V,
}

/// No text's key but that of the empty one; nothing is kept under it.
const FREE: U64 = U64::new(Key::EMPTY.value());

#[cfg(test)]
impl<V> Slot<V> {
    pub fn is_taken(&self) -> bool {
        self.key != FREE
    }

    pub fn key(&self) -> u64 {
        self.key.get()
    }

    pub fn value(&self) -> &V {
        &self.value
    }
}

impl<V: Copy + Default> Index<V> {
    /// The index of these keys, each with its value; of those with the same key it keeps the first.
    pub fn of(entries: impl ExactSizeIterator<Item = (u64, V)>) -> Self {
        let mut slots = vec![Slot::default(); (entries.len() * 3 / 2 + 1).next_power_of_two()];
        for (key, value) in entries {
            let key = U64::new(key);
            let mut at = hash(key.get()) & (slots.len() - 1);
            while slots[at].key != FREE && slots[at].key != key {
                at = (at + 1) % slots.len();
            }
            if slots[at].key == FREE {
                slots[at] = Slot { key, value };
            }
        }
        Self { slots: slots.into() }
    }

    /// What is kept under the key.
    pub fn find(&self, key: Key) -> Option<V> {
        self.find_value(key.value())
    }

    /// The same by the key's value.
    pub fn find_value(&self, key: u64) -> Option<V> {
        let slots = &*self.slots;
        let mask = slots.len().checked_sub(1)?;
        let mut at = hash(key);
        loop {
            let slot = &slots[at & mask];
            if slot.key == FREE {
                return None;
            }
            if slot.key.get() == key {
                return Some(slot.value);
            }
            at += 1;
        }
    }
}

/// An index that is asked for many keys that it does not have.
#[derive(Debug, Default)]
pub struct FilteredIndex<V: Clone + 'static> {
    /// A Bloom filter of one bit a key, [`SLOTS_A_BYTE`] slots to a byte: so small that it stays at hand where the slots do not.
    pub(super) filter: Cow<'static, [u8]>,
    pub(super) index: Index<V>,
}

/// That leaves one bit in six set at most.
const SLOTS_A_BYTE: usize = 2;

impl<V: Copy + Default> FilteredIndex<V> {
    /// The same as [`Index::of`].
    pub fn of(entries: impl ExactSizeIterator<Item = (u64, V)>) -> Self {
        let index = Index::of(entries);
        let mut filter = vec![0; index.slots.len().div_ceil(SLOTS_A_BYTE)];
        let last = filter.len() * 8 - 1;
        for slot in index.slots.iter().filter(|slot| slot.key != FREE) {
            let bit = hash(slot.key.get()) & last;
            filter[bit / 8] |= 1 << (bit % 8);
        }
        Self { filter: filter.into(), index }
    }

    /// What is kept under the key's value.
    pub fn find_value(&self, key: u64) -> Option<V> {
        let last = (self.filter.len() * 8).checked_sub(1)?;
        let bit = hash(key) & last;
        if self.filter[bit / 8] >> (bit % 8) & 1 == 0 {
            return None;
        }
        self.index.find_value(key)
    }
}

/// Its low bits tell where the search for a key begins.
fn hash(key: u64) -> usize {
    // a key's low digits depend on the text's last letters alone: the high ones choose the place
    let mixed = (key ^ key >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use zerocopy::little_endian::U32;

    #[test]
    fn every_key_is_found_and_no_other() {
        let texts: Vec<String> = (0..1000).map(|n| format!("word {n}")).collect();
        let keys: Vec<Key> = texts.iter().map(|text| Key::of(text)).collect();
        let index = Index::of(keys.iter().enumerate().map(|(row, key)| (key.value(), row)));
        for (row, key) in keys.iter().enumerate() {
            assert_eq!(index.find(*key), Some(row));
        }
        assert_eq!(index.find(Key::of("word")), None);
        assert_eq!(index.find(Key::EMPTY), None);
        assert_eq!(Index::<U32>::default().find(Key::of("word")), None);
        assert_eq!(Index::<U32>::of([].into_iter()).find(Key::of("word")), None);
    }

    #[test]
    fn of_two_with_one_key_the_first_is_kept() {
        let index =
            Index::of([("a", 1), ("b", 2), ("a", 3)].map(|(text, value)| (Key::of(text).value(), value)).into_iter());
        assert_eq!(index.find(Key::of("a")), Some(1));
    }

    #[test]
    fn a_filter_lets_every_key_through() {
        let keys: Vec<u64> = (0..1000).map(|n| Key::of(&format!("word {n}")).value()).collect();
        let index = FilteredIndex::of(keys.iter().map(|key| (*key, *key)));
        assert!(keys.iter().all(|key| index.find_value(*key) == Some(*key)));
        assert_eq!(index.find_value(Key::of("word").value()), None);
        assert_eq!(FilteredIndex::<u64>::default().find_value(keys[0]), None);
        assert_eq!(FilteredIndex::<u64>::of([].into_iter()).find_value(keys[0]), None);
    }
}
