//! What pages write behind their links for those who cannot see the sign, and what is pasted along: ", opens new tab". No word of the copy.

use crate::span::Span;
use memchr::memmem;

const NOTES: &[&str] = &[", opens new tab", ", opens new window", " (opens in a new tab)", " (opens in new tab)"];

/// What stands in all of them.
const SIGN: &str = "opens ";

/// Whether the text may have such notes; most has none.
pub fn may_have(text: &str) -> bool {
    memmem::find(text.as_bytes(), SIGN.as_bytes()).is_some()
}

/// The pieces of a block (a span of `text`) between its notes, in order; most blocks have none, and are one piece.
pub fn pieces_between(text: &str, block: Span) -> Vec<Span> {
    let mut pieces = Vec::with_capacity(1);
    let mut start = block.start;
    for sign in memmem::find_iter(block.of(text).as_bytes(), SIGN).map(|at| block.start + at) {
        if let Some(note) = note_around(text, sign).filter(|note| start <= note.start && note.end <= block.end) {
            pieces.push(Span::new(start, note.start));
            start = note.end;
        }
    }
    pieces.push(Span::new(start, block.end));
    pieces
}

/// The note whose sign begins at this byte.
fn note_around(text: &str, sign: usize) -> Option<Span> {
    NOTES.iter().find_map(|note| {
        let start = sign.checked_sub(note.find(SIGN)?)?;
        text.get(start..start + note.len()).filter(|words| words == note).map(|_| Span::new(start, start + note.len()))
    })
}

/// The words without such notes.
pub fn without(words: &str) -> String {
    pieces_between(words, Span::new(0, words.len())).iter().map(|piece| piece.of(words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn notes_are_left_out() {
        assert_eq!(without("Kestrel (KES.L), opens new tab said so."), "Kestrel (KES.L) said so.");
        assert_eq!(without("A report (opens in a new tab) says, opens new tab"), "A report says");
        assert_eq!(without("The shop opens new doors, opens late."), "The shop opens new doors, opens late.");
    }

    proptest! {
        #[test]
        fn pieces_are_in_order_and_on_borders(words in "(é|, opens new tab|opens | \\(opens in new tab\\)|\\PC){0,12}") {
            let mut end = 0;
            for piece in pieces_between(&words, Span::new(0, words.len())) {
                prop_assert!(end <= piece.start && piece.start <= piece.end);
                prop_assert!(words.is_char_boundary(piece.start) && words.is_char_boundary(piece.end));
                end = piece.end;
            }
            prop_assert_eq!(end, words.len());
        }
    }
}
