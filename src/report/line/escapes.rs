//! Where a text needs escapes, so that its pieces, which overlap, need not be looked through one by one.

use crate::report::escape::{are_plain, is_escaped};
use crate::span::Span;

pub struct Escapes {
    /// The bytes that are escaped.
    places: Vec<u32>,
    /// Per stretch of the text, which of them is the first that stands in it or behind it.
    first: Vec<u32>,
}

/// Bytes in a stretch.
const STRETCH: usize = 32;

impl Escapes {
    pub fn of(text: &[u8]) -> Self {
        let (mut places, mut first) = (Vec::new(), Vec::with_capacity(text.len() / STRETCH + 1));
        for (index, stretch) in text.chunks(STRETCH).enumerate() {
            first.push(places.len() as u32);
            // most stretches have none, which is told of all their bytes at once
            if !stretch.first_chunk::<STRETCH>().is_some_and(are_plain) {
                let escaped = (index * STRETCH..).zip(stretch).filter(|(_, byte)| is_escaped(byte));
                places.extend(escaped.map(|(place, _)| place as u32));
            }
        }
        Self { places, first }
    }

    /// Those within a piece of the text.
    pub fn within(&self, span: Span) -> impl Iterator<Item = usize> {
        let near = self.first.get(span.start / STRETCH).map_or(self.places.len(), |first| *first as usize);
        let behind =
            self.places[near..].iter().map(|place| *place as usize).skip_while(move |place| *place < span.start);
        behind.take_while(move |place| *place < span.end)
    }
}
