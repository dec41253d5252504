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
pub(super) fn write(out: &mut Vec<u8>, number: u64) {
    if number >= 10_000 {
        write(out, number / 10_000);
        return out.extend_from_slice(&four_digits(number % 10_000));
    }
    // all four, without those that it has not: how many it has is no branch then, which would often be guessed wrong
    let missing = usize::from(number < 1000) + usize::from(number < 100) + usize::from(number < 10);
    let digits = u32::from_le_bytes(four_digits(number)) >> (u8::BITS as usize * missing);
    out.extend_from_slice(&digits.to_le_bytes());
    out.truncate(out.len() - missing);
}

fn four_digits(number: u64) -> [u8; 4] {
    let [[a, b], [c, d]] = [PAIRS[number as usize / 100], PAIRS[number as usize % 100]];
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
