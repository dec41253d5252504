//! Finds a row of a table by its key, without a search.

use crate::key::Key;
use std::borrow::Cow;
use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// A hash table over the rows of another table, flat so that it can be stored (open addressing, linear probing).
#[derive(Debug, Default)]
pub struct Index {
    /// A power of two of them; at most two thirds are taken.
    pub(super) slots: Cow<'static, [Slot]>,
}

/// The number of a row, counted from 1 (0: the slot is free), and its key. Keys have so many digits that two texts never share one
/// by chance; a test holds that no two words of the grammar do.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct Slot {
    key: U64,
    row: U32,
}

#[cfg(test)]
impl Slot {
    pub fn is_taken(&self) -> bool {
        self.row.get() != 0
    }

    pub fn key(&self) -> u64 {
        self.key.get()
    }
}

impl Index {
    /// The index of rows with these keys, in order; of rows with the same key it finds the first.
    pub fn of(keys: &[Key]) -> Self {
        let mut slots = vec![Slot::default(); (keys.len() * 3 / 2 + 1).next_power_of_two()];
        for (row, key) in keys.iter().enumerate() {
            let mut at = place(key.value(), slots.len());
            while slots[at].row.get() != 0 {
                at = (at + 1) % slots.len();
            }
            slots[at] = Slot { key: U64::new(key.value()), row: U32::new(row as u32 + 1) };
        }
        Self { slots: slots.into() }
    }

    /// The row with the key.
    pub fn find(&self, key: Key) -> Option<usize> {
        self.find_value(key.value())
    }

    /// The same by the key's value.
    pub fn find_value(&self, key: u64) -> Option<usize> {
        let slots = &*self.slots;
        let mask = slots.len().checked_sub(1)?;
        let mut at = place(key, slots.len());
        loop {
            let slot = slots[at & mask];
            let row = (slot.row.get() as usize).checked_sub(1)?;
            if slot.key.get() == key {
                return Some(row);
            }
            at += 1;
        }
    }
}

/// Where the search for a key begins.
fn place(key: u64, slots: usize) -> usize {
    // a key's low digits depend on the text's last letters alone: the high ones choose the place
    let mixed = (key ^ key >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> 32) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_no_other() {
        let texts: Vec<String> = (0..1000).map(|n| format!("word {n}")).collect();
        let keys: Vec<Key> = texts.iter().map(|text| Key::of(text)).collect();
        let index = Index::of(&keys);
        for (row, key) in keys.iter().enumerate() {
            assert_eq!(index.find(*key), Some(row));
        }
        assert_eq!(index.find(Key::of("word")), None);
        assert_eq!(Index::default().find(Key::of("word")), None);
        assert_eq!(Index::of(&[]).find(Key::of("word")), None);
    }
}
