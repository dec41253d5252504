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
        return write_long(out, number);
    }
    let number = number as usize;
    let [[a, b], [c, d]] = [PAIRS[number / 100], PAIRS[number % 100]];
    match number {
        0..10 => out.push(d),
        10..100 => out.extend_from_slice(&[c, d]),
        100..1000 => out.extend_from_slice(&[b, c, d]),
        _ => out.extend_from_slice(&[a, b, c, d]),
    }
}

/// Kept apart, so that the usual way is short.
#[inline(never)]
fn write_long(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
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
