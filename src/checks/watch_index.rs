//! The watched words of the copy, by list: the first one in a stretch of any length is found without walking through it.

use crate::claims::Watched;
use crate::lexicon::Watch;
use std::cell::OnceCell;
use std::ops::Range;

/// Watched words in text order, and where each list's words are among them.
pub struct WatchIndex<'a> {
    watched: &'a [Watched],
    /// The lists of all of them.
    lists: Watch,
    /// Per stretch of tokens up to the last watched word, the place in `watched` of the first word that does not start before it.
    place_at: Vec<u32>,
    /// Per list, in the order of their bits, the places of its words in `watched`; most copy never needs them.
    of_list: OnceCell<Vec<Vec<usize>>>,
}

impl<'a> WatchIndex<'a> {
    /// Looks at each word once.
    pub fn new(watched: &'a [Watched]) -> Self {
        let mut place_at = Vec::with_capacity(watched.last().map_or(0, |last| last.tokens.start / STRETCH + 1));
        let mut lists = Watch::empty();
        for (place, one) in watched.iter().enumerate() {
            while place_at.len() * STRETCH <= one.tokens.start {
                place_at.push(place as u32);
            }
            lists |= one.lists;
        }
        Self { watched, lists, place_at, of_list: OnceCell::new() }
    }

    /// The first word of one of `lists` that starts in a token range; takes the logarithm of their number.
    pub fn first(&self, lists: Watch, range: &Range<usize>) -> Option<Range<usize>> {
        if !self.lists.intersects(lists) {
            return None;
        }
        let rest = &self.watched[self.from(range.start)..];
        for one in rest.iter().take(STEPS) {
            match one.tokens.start < range.end {
                true if one.lists.intersects(lists) => return Some(one.tokens.clone()),
                true => {}
                false => return None,
            }
        }
        if rest.len() > STEPS { self.first_by_lists(lists, range) } else { None }
    }

    /// The place of the first word that does not start before the token.
    fn from(&self, token: usize) -> usize {
        let Some(place) = self.place_at.get(token / STRETCH) else { return self.watched.len() };
        let near = &self.watched[*place as usize..];
        *place as usize + near.iter().take_while(|one| one.tokens.start < token).count()
    }

    fn first_by_lists(&self, lists: Watch, range: &Range<usize>) -> Option<Range<usize>> {
        let of_list = self.of_list.get_or_init(|| by_lists(self.watched));
        let first = numbers(lists).filter_map(|list| {
            let places = &of_list[list];
            places.get(places.partition_point(|place| self.watched[*place].tokens.start < range.start)).copied()
        });
        let word = &self.watched[first.min()?].tokens;
        (word.start < range.end).then(|| word.clone())
    }

    /// The words of one of `lists` that start in a token range, in text order.
    pub fn within(&self, lists: Watch, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let from = if self.lists.intersects(lists) { self.from(range.start) } else { self.watched.len() };
        let end = range.end;
        let inside = self.watched[from..].iter().take_while(move |one| one.tokens.start < end);
        inside.filter(move |one| one.lists.intersects(lists)).map(|one| one.tokens.clone())
    }

    /// Every word of one of `lists`, in text order.
    pub fn all(&self, lists: Watch) -> impl Iterator<Item = Range<usize>> {
        let all = if self.lists.intersects(lists) { self.watched } else { &[] };
        all.iter().filter(move |one| one.lists.intersects(lists)).map(|one| one.tokens.clone())
    }
}

/// Tokens in a stretch: some of them are walked through.
const STRETCH: usize = 8;

/// So many words are looked at one by one before the lists are asked: seldom does a sentence have more.
const STEPS: usize = 64;

/// Per list, the places of its words; linear.
fn by_lists(watched: &[Watched]) -> Vec<Vec<usize>> {
    let mut of_list = vec![Vec::new(); u32::BITS as usize];
    for (place, one) in watched.iter().enumerate() {
        numbers(one.lists).for_each(|list| of_list[list].push(place));
    }
    of_list
}

/// The lists' numbers: the places of their bits.
fn numbers(lists: Watch) -> impl Iterator<Item = usize> {
    let bits = std::iter::successors(Some(lists.bits()), |bits| Some(bits & bits.wrapping_sub(1)));
    bits.take_while(|bits| *bits != 0).map(|bits| bits.trailing_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_the_lists_is_found() {
        let word = |tokens: Range<usize>, lists| Watched { tokens, lists };
        let watched = [word(1..2, Watch::TOLL), word(4..6, Watch::POLL | Watch::TOLL), word(9..10, Watch::MIND)];
        let index = WatchIndex::new(&watched);
        assert_eq!(index.first(Watch::TOLL, &(0..20)), Some(1..2));
        assert_eq!(index.first(Watch::TOLL | Watch::MIND, &(2..20)), Some(4..6));
        assert_eq!(index.first(Watch::MIND, &(0..9)), None);
        assert_eq!(index.first(Watch::LEGAL, &(0..20)), None);
        assert_eq!(index.all(Watch::TOLL).count(), 2);
    }
}
