//! Finds what is kept under a key, without a search.

use crate::key::Key;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::hint::select_unpredictable;
use zerocopy::little_endian::{U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// A perfect hash table, flat so that it can be stored: the factor of a key's bucket tells the one slot where the key can be.
#[derive(Debug, Default)]
pub struct Index<V: Clone + 'static> {
    /// Per bucket, a factor that gives each of its keys a slot of its own; a power of two of them.
    pub(super) factors: Cow<'static, [U16]>,
    pub(super) slots: Cow<'static, [Slot<V>]>,
}

/// What is kept under a key, and what tells the key from others: half of its hash. Of the keys that an index does not have, one in
/// two thousand million is taken for one that it has.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Slot<V> {
    /// 0 where nothing is kept.
    check: U32,
    value: V,
}

impl<V> Slot<V> {
    pub fn is_free(&self) -> bool {
        self.check == U32::ZERO
    }
}

impl<V: Copy + Default> Index<V> {
    /// The index of these keys, each with its value; of those with the same key it keeps the first.
    pub fn of(entries: impl Iterator<Item = (u64, V)>) -> Self {
        let mut entries: Vec<(u64, V)> = entries.map(|(key, value)| (hash(key), value)).collect();
        entries.sort_by_key(|(hash, _)| *hash);
        entries.dedup_by_key(|(hash, _)| *hash);
        let count = (entries.len() / KEYS_A_BUCKET + 1).next_power_of_two();
        let mut buckets = vec![Vec::new(); count];
        entries.iter().for_each(|entry| buckets[bucket(entry.0, count)].push(*entry));
        // an eighth of the slots stays free, or as much more as it takes
        let mut sizes = (1..MOST_EIGHTHS).map(|eighths| entries.len() + entries.len() * eighths / 8 + 1);
        sizes.find_map(|slots| Self::with_slots(&buckets, slots)).expect("no two keys have nearly the same hash")
    }

    /// The index with so many slots; `None` if they are too few.
    fn with_slots(buckets: &[Vec<(u64, V)>], slots: usize) -> Option<Self> {
        let mut factors = vec![U16::ZERO; buckets.len()];
        let mut slots = vec![Slot::default(); slots];
        // while there is room, those that need most of it
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|bucket| Reverse(buckets[*bucket].len()));
        for bucket in order {
            let factor = (1..=u16::MAX).step_by(2).find(|factor| fill(&mut slots, &buckets[bucket], *factor))?;
            factors[bucket] = U16::new(factor);
        }
        Some(Self { factors: factors.into(), slots: slots.into() })
    }

    /// What is kept under the key.
    pub fn find(&self, key: Key) -> Option<V> {
        self.find_value(key.value())
    }

    /// The same by the key's value.
    pub fn find_value(&self, key: u64) -> Option<V> {
        let hash = hash(key);
        self.slot(hash).filter(|slot| slot.check == check(hash)).map(|slot| slot.value)
    }

    /// The same, or what stands for nothing; the next look-up need not wait for whether there is something.
    pub fn find_or_default(&self, key: u64) -> V {
        let hash = hash(key);
        let Some(slot) = self.slot(hash) else { return V::default() };
        select_unpredictable(slot.check == check(hash), slot.value, V::default())
    }

    /// The slot where what has this hash can be.
    fn slot(&self, hash: u64) -> Option<&Slot<V>> {
        let factor = self.factors.get(bucket(hash, self.factors.len()))?;
        self.slots.get(place(hash, factor.get(), self.slots.len()))
    }
}

/// Gives all entries of a bucket the slots that the factor tells, or none of them if one is taken.
fn fill<V: Copy + Default>(slots: &mut [Slot<V>], entries: &[(u64, V)], factor: u16) -> bool {
    let count = slots.len();
    for (done, (hash, value)) in entries.iter().enumerate() {
        let slot = &mut slots[place(*hash, factor, count)];
        if !slot.is_free() {
            entries[..done].iter().for_each(|(hash, _)| slots[place(*hash, factor, count)] = Slot::default());
            return false;
        }
        *slot = Slot { check: check(*hash), value: *value };
    }
    true
}

/// The first size is nearly always enough; keys that nine times as many slots do not part are parted by none.
const MOST_EIGHTHS: usize = 64;

/// With more of them there are fewer buckets, and more factors to be tried.
const KEYS_A_BUCKET: usize = 4;

fn bucket(hash: u64, buckets: usize) -> usize {
    (hash >> 40) as usize & buckets.wrapping_sub(1)
}

fn place(hash: u64, factor: u16, slots: usize) -> usize {
    let mixed = hash.wrapping_mul(factor.into()) >> 32;
    ((mixed * slots as u64) >> 32) as usize
}

fn check(hash: u64) -> U32 {
    // not only the bits that tell the slot too, and never that of a free one
    U32::new((hash >> 16) as u32 | 1)
}

/// The key with its bits mixed into the higher ones, which are the ones to be asked: its low bits tell of the key's low bits alone.
fn hash(key: u64) -> u64 {
    key.wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// An index that is asked for many keys that it does not have.
#[derive(Debug, Default)]
pub struct FilteredIndex<V: Clone + 'static> {
    /// A Bloom filter of one bit a key: so small that it stays at hand where the slots do not. A power of two of bytes.
    pub(super) filter: Cow<'static, [u8]>,
    pub(super) index: Index<V>,
}

impl<V: Copy + Default> FilteredIndex<V> {
    /// The same as [`Index::of`].
    pub fn of(entries: impl ExactSizeIterator<Item = (u64, V)> + Clone) -> Self {
        Self::with_beginnings(entries, std::iter::empty())
    }

    /// The same, and the filter tells of further keys, of what some entries begin with.
    pub fn with_beginnings(
        entries: impl ExactSizeIterator<Item = (u64, V)> + Clone,
        beginnings: impl Iterator<Item = u64>,
    ) -> Self {
        // one bit in eight is set at most by the entries' own keys
        let mut filter = vec![0; entries.len().next_power_of_two()];
        for key in entries.clone().map(|(key, _)| key).chain(beginnings) {
            let (byte, bit) = filter_place(key, filter.len());
            filter[byte] |= bit;
        }
        Self { filter: filter.into(), index: Index::of(entries) }
    }

    /// Whether something may be kept under the key's value, or may begin with what it stands for.
    pub fn may_have(&self, key: u64) -> bool {
        let (byte, bit) = filter_place(key, self.filter.len());
        self.filter.get(byte).is_some_and(|bits| bits & bit != 0)
    }

    /// What is kept under the key's value.
    pub fn find_value(&self, key: u64) -> Option<V> {
        if self.may_have(key) { self.index.find_value(key) } else { None }
    }
}

/// The byte and the bit that tell of a key.
fn filter_place(key: u64, bytes: usize) -> (usize, u8) {
    let hash = (hash(key) >> 40) as usize;
    (hash >> 3 & bytes.wrapping_sub(1), 1 << (hash & 7))
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
