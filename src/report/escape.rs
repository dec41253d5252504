//! Texts with escapes where JSON wants them; most have none.

/// Writes `text` behind what `out` holds, without the quotation marks around it.
pub(super) fn write(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(len) = first_escaped(rest) {
        out.extend_from_slice(&rest[..len]);
        escape(out, rest[len]);
        rest = &rest[len + 1..];
    }
    out.extend_from_slice(rest);
}

/// Where the first byte stands that is escaped; looks at sixteen at once.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    let (pieces, last) = bytes.as_chunks::<16>();
    let plain = pieces.iter().take_while(|piece| !any_escaped(*piece)).count();
    if plain == pieces.len() && !any_escaped_of_few(last) {
        return None;
    }
    bytes[16 * plain..].iter().position(|byte| is_escaped(*byte)).map(|at| 16 * plain + at)
}

/// Whether any of fewer than sixteen bytes is escaped; of four or more, some are looked at twice.
fn any_escaped_of_few(bytes: &[u8]) -> bool {
    if let Some(eights) = ends::<8>(bytes) {
        any_escaped(eights.as_flattened())
    } else if let Some(fours) = ends::<4>(bytes) {
        any_escaped([fours, fours].as_flattened().as_flattened())
    } else {
        any_escaped(bytes)
    }
}

/// The first and the last `N` bytes, which may overlap.
fn ends<const N: usize>(bytes: &[u8]) -> Option<[[u8; N]; 2]> {
    Some([*bytes.first_chunk()?, *bytes.last_chunk()?])
}

/// Looks at every byte, which is fast where their number is known when compiled.
#[inline(always)]
fn any_escaped(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |any, byte| any | is_escaped(*byte))
}

/// Whether a byte stands for more in JSON: control characters, quotation marks and backslashes.
fn is_escaped(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

fn escape(out: &mut Vec<u8>, byte: u8) {
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
