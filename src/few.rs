//! A list of mostly one.

use std::ops::{Deref, DerefMut};

/// A list that takes no memory of its own before it holds more than one.
#[derive(Debug, Clone, Default)]
pub enum Few<T> {
    /// Nothing.
    #[default]
    None,
    /// One, as a list.
    One([T; 1]),
    /// As many as there are.
    Many(Vec<T>),
}

impl<T> Few<T> {
    /// A list of one.
    pub fn one(item: T) -> Self {
        Self::One([item])
    }

    /// Adds one behind the others.
    pub fn push(&mut self, item: T) {
        if let Self::Many(all) = self {
            return all.push(item);
        }
        *self = match std::mem::take(self) {
            Self::One([first]) => Self::Many(vec![first, item]),
            _ => Self::One([item]),
        };
    }

    /// Adds another list behind this one.
    pub fn append(&mut self, other: Self) {
        match other {
            Self::None => {}
            Self::One([item]) => self.push(item),
            Self::Many(all) => self.extend(all),
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::None => &[],
            Self::One(one) => one,
            Self::Many(all) => all,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::None => &mut [],
            Self::One(one) => one,
            Self::Many(all) => all,
        }
    }
}

impl<T> Extend<T> for Few<T> {
    fn extend<Items: IntoIterator<Item = T>>(&mut self, items: Items) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn it_holds_what_was_put_in_it() {
        let mut few = Few::default();
        for count in 0..4 {
            assert_eq!(*few, (0..count).collect::<Vec<_>>()[..]);
            few.push(count);
        }
        few.extend([4]);
        few.append(Few::None);
        few.append(Few::one(5));
        few[0] = 9;
        assert_eq!(few.iter().copied().collect::<Vec<_>>(), [9, 1, 2, 3, 4, 5]);
        assert_eq!(*Few::one("one"), ["one"]);
    }
}
