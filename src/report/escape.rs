//! Texts with escapes where JSON wants them; most have none.

/// Writes `text` behind what `out` holds, without the quotation marks around it.
pub(super) fn write(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    if is_plain(bytes) {
        out.extend_from_slice(bytes);
    } else {
        write_escaped(out, bytes);
    }
}

/// Whether no byte is escaped; looks at sixteen at once where there are as many.
fn is_plain(bytes: &[u8]) -> bool {
    match bytes.last_chunk::<16>() {
        Some(last) => bytes.as_chunks().0.iter().chain([last]).all(are_plain),
        None => !bytes.iter().any(is_escaped),
    }
}

/// Whether none of them is escaped; looks at many at once.
#[inline]
pub(super) fn are_plain<const N: usize>(bytes: &[u8; N]) -> bool {
    !bytes.iter().fold(false, |any, byte| any | needs_escape(*byte))
}

/// Kept apart, so that the usual way is short.
#[inline(never)]
fn write_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    for piece in bytes.split_inclusive(is_escaped) {
        match piece.split_last() {
            Some((last, plain)) if is_escaped(last) => {
                out.extend_from_slice(plain);
                escape(out, *last);
            }
            _ => out.extend_from_slice(piece),
        }
    }
}

/// Whether a byte stands for more in JSON: control characters, quotation marks and backslashes.
const fn needs_escape(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// The same by a table, which is faster for a byte alone.
pub(super) fn is_escaped(byte: &u8) -> bool {
    ESCAPED[usize::from(*byte)]
}

static ESCAPED: [bool; 256] = escaped();

const fn escaped() -> [bool; 256] {
    let mut escaped = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        escaped[byte] = needs_escape(byte as u8);
        byte += 1;
    }
    escaped
}

/// Writes what stands for a byte that needs an escape.
pub(super) fn escape(out: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => return out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        write(&mut out, text);
        format!("\"{}\"", String::from_utf8(out).unwrap())
    }

    proptest! {
        #[test]
        fn any_text_is_escaped_as_serde_json_does(text in any::<String>()) {
            prop_assert_eq!(escaped(&text), serde_json::to_string(&text).unwrap());
        }

        #[test]
        fn any_character_is_escaped_wherever_it_stands(before in 0usize..40, byte in 0u8..0x80, after in 0usize..40) {
            let text = format!("{}{}{}", "é".repeat(before), char::from(byte), "a".repeat(after));
            prop_assert_eq!(escaped(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
