//! Whole numbers in decimal. Most of a report's are places in a text, of four digits at most.

/// The numbers below a hundred, in two digits.
static PAIRS: [[u8; 2]; 100] = pairs();

const fn pairs() -> [[u8; 2]; 100] {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + number as u8 / 10, b'0' + number as u8 % 10];
        number += 1;
    }
    pairs
}

/// Writes `number` behind what `out` holds.
#[inline]
pub(super) fn write(out: &mut Vec<u8>, number: u64) {
    if number < 10_000 {
        write_short(out, number as usize);
    } else {
        write_long(out, number);
    }
}

/// A number of four digits at most. How many they are is no branch, for it would often be guessed wrong.
#[inline]
fn write_short(out: &mut Vec<u8>, number: usize) {
    let digits = u32::from_le_bytes(four_digits(number));
    let zeros_before = ((digits ^ u32::from_le_bytes(*b"0000")) | LAST_DIGIT).trailing_zeros() / u8::BITS;
    out.extend_from_slice(&(digits >> (zeros_before * u8::BITS)).to_le_bytes());
    out.truncate(out.len() - zeros_before as usize);
}

/// The last digit is written even if it is 0.
const LAST_DIGIT: u32 = 1 << 24;

/// Kept apart, so that the usual way is short.
#[inline(never)]
fn write_long(out: &mut Vec<u8>, number: u64) {
    write(out, number / 10_000);
    out.extend_from_slice(&four_digits((number % 10_000) as usize));
}

#[inline]
fn four_digits(number: usize) -> [u8; 4] {
    let [[a, b], [c, d]] = [PAIRS[number / 100], PAIRS[number % 100]];
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_rust_writes_them() {
        for number in (0..10_100).chain([u64::MAX]) {
            let mut out = Vec::new();
            write(&mut out, number);
            assert_eq!(out, number.to_string().as_bytes());
        }
    }
}
