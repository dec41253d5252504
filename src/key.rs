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

/// The digit of each byte in lower case; 0 where it is not ASCII.
const DIGITS: [u8; 256] = {
    let mut digits = [0; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        digits[byte as usize] = byte.to_ascii_lowercase() + 1;
        byte += 1;
    }
    digits
};

/// The same; 0 for all that is no letter or digit besides.
const DIGITS_OF_WORDS: [u8; 256] = {
    let mut digits = DIGITS;
    let mut byte = 0u8;
    while byte.is_ascii() {
        if !byte.is_ascii_alphanumeric() {
            digits[byte as usize] = 0;
        }
        byte += 1;
    }
    digits
};

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

    /// The value of the key of the text in lower case.
    pub fn value_in_lower_case(text: &str) -> u64 {
        Self::ascii_value_in_lower_case(text).unwrap_or_else(|| Self::of(&text.to_lowercase()).value())
    }

    /// The same without writing the text out; `None` where it is not all ASCII.
    #[inline]
    pub fn ascii_value_in_lower_case(text: &str) -> Option<u64> {
        let mut digits = 0u64;
        for byte in text.bytes() {
            match DIGITS[usize::from(byte)] {
                0 => return None,
                digit => digits = digits.wrapping_mul(BASE).wrapping_add(u64::from(digit)),
            }
        }
        Some(digits)
    }

    /// How many ASCII letters and digits the text begins with, and the value of the key of these in lower case.
    #[inline]
    pub fn of_leading_word(text: &[u8]) -> (usize, u64) {
        let mut value = 0u64;
        for (len, byte) in text.iter().enumerate() {
            match DIGITS_OF_WORDS[usize::from(*byte)] {
                0 => return (len, value),
                digit => value = value.wrapping_mul(BASE).wrapping_add(u64::from(digit)),
            }
        }
        (text.len(), value)
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
        assert_eq!(Key::value_in_lower_case("LEMMA É"), Key::of("lemma é").value());
        assert_eq!(Key::value_in_lower_case("Lemma"), Key::of("lemma").value());
        assert_eq!(Key::of_leading_word("Lemma2, form".as_bytes()), (6, Key::of("lemma2").value()));
        assert_eq!(Key::of_leading_word("é".as_bytes()), (0, Key::EMPTY.value()));
    }
}
