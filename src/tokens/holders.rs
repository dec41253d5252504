//! To which part of the copy each token belongs.

use std::ops::Range;

/// Per token, the part (by index) that holds it.
#[derive(Debug, Default)]
pub struct Holders {
    /// Counted from 1; 0 where no part holds the token.
    numbers: Vec<u32>,
}

impl Holders {
    /// Of the parts with these tokens; a token that two of them have is the later one's.
    pub fn of(parts: impl Iterator<Item = (usize, Range<usize>)>, tokens: usize) -> Self {
        let mut numbers = vec![0; tokens];
        parts.for_each(|(index, part)| numbers[part].fill(index as u32 + 1));
        Self { numbers }
    }

    /// The part that holds a token.
    pub fn at(&self, token: usize) -> Option<usize> {
        self.numbers.get(token)?.checked_sub(1).map(|index| index as usize)
    }
}
