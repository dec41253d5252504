//! Keys of texts, under which tables keep what they know of them.

/// The key of a text. The key of two texts one behind the other is made of their keys (see [`Key::then`]), so a text that is put
/// together of known pieces need not be written out to be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The text's bytes as the digits of one number, modulo 2^64 (a polynomial hash).
    digits: u64,
    /// [`BASE`] to the power of the text's length.
    scale: u64,
}

/// Any large odd number does; this one is the 64-bit golden ratio.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Key {
    /// The key of no text at all.
    pub const EMPTY: Self = Self { digits: 0, scale: 1 };

    /// The key of a text.
    pub const fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut key = Self::EMPTY;
        let mut at = 0;
        while at < bytes.len() {
            key = key.with(bytes[at]);
            at += 1;
        }
        key
    }

    /// The key of this text and one byte more.
    #[inline]
    pub const fn with(self, byte: u8) -> Self {
        // a byte of 0 counts too
        let digit = byte as u64 + 1;
        Self { digits: self.digits.wrapping_mul(BASE).wrapping_add(digit), scale: self.scale.wrapping_mul(BASE) }
    }

    /// The key of this text and the next one behind it.
    #[inline]
    pub const fn then(self, next: Self) -> Self {
        Self {
            digits: self.digits.wrapping_mul(next.scale).wrapping_add(next.digits),
            scale: self.scale.wrapping_mul(next.scale),
        }
    }

    /// The number that stands for the text.
    #[inline]
    pub const fn value(self) -> u64 {
        self.digits
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn pieces_make_the_whole() {
        let whole = Key::of("lemma say + finite");
        let pieces = ["lemma ", "say", "", " + ", "finite"];
        assert_eq!(pieces.into_iter().map(Key::of).fold(Key::EMPTY, Key::then), whole);
        assert_ne!(Key::of("lemma say + finit"), whole);
        assert_ne!(Key::of("\0"), Key::EMPTY);
    }
}
