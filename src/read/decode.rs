//! Bytes to text.

use super::{Format, Raw, ReadError, Reason};

/// How many bytes are looked at to tell text from a binary file.
const SAMPLE: usize = 8 * 1024;

/// The text of `bytes` that stood at `path` (`None`: standard input). Nothing is changed: a byte order mark and line ends stay.
/// Errors: a binary file, UTF-16, bytes that are not UTF-8.
pub fn decode(bytes: Vec<u8>, path: Option<String>) -> Result<Raw, ReadError> {
    match text_of(bytes) {
        Ok(text) => Ok(Raw { format: Format::detect(path.as_deref(), &text), path, text }),
        Err(reason) => Err(ReadError { path: path.unwrap_or_else(|| "standard input".to_owned()), reason }),
    }
}

fn text_of(bytes: Vec<u8>) -> Result<String, Reason> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Reason::Utf16);
    }
    if looks_binary(&bytes[..bytes.len().min(SAMPLE)]) {
        return Err(Reason::Binary);
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Reason::NotUtf8 { offset, line: line_of(&error.as_bytes()[..offset]) }
    })
}

/// A NUL byte, or more than a tenth of control characters.
fn looks_binary(sample: &[u8]) -> bool {
    let controls = sample.iter().filter(|byte| is_odd_control(**byte)).count();
    sample.contains(&0) || controls * 10 > sample.len()
}

/// A control byte that text has no use for. Escape is left out: terminal colours may have been pasted along.
fn is_odd_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b)
}

/// The 1-based line that follows `before`, whichever line ends it uses.
fn line_of(before: &[u8]) -> usize {
    let feeds = before.iter().filter(|byte| **byte == b'\n').count();
    let returns =
        before.iter().enumerate().filter(|(at, byte)| **byte == b'\r' && before.get(at + 1) != Some(&b'\n')).count();
    1 + feeds + returns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(bytes: &[u8]) -> Reason {
        decode(bytes.to_vec(), None).unwrap_err().reason
    }

    #[test]
    fn text_is_kept_byte_for_byte() {
        let text = "\u{feff}One line.\r\nAnother – line.\rA third.\n";
        assert_eq!(decode(text.as_bytes().to_vec(), None).unwrap().text, text);
    }

    #[test]
    fn an_empty_file_is_fine() {
        assert_eq!(decode(Vec::new(), Some("a.txt".into())).unwrap().text, "");
    }

    #[test]
    fn the_first_bad_byte_is_named() {
        let error = decode(b"One.\r\nTwo.\rCaf\xe9.".to_vec(), Some("a.txt".into())).unwrap_err();
        assert_eq!(error.reason, Reason::NotUtf8 { offset: 14, line: 3 });
        let told = "a.txt: not UTF-8 at byte 14 (line 3); convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8";
        assert_eq!(error.to_string(), told);
    }

    #[test]
    fn binary_and_utf16_are_told_apart() {
        assert_eq!(reason(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Reason::Binary);
        assert_eq!(reason(&[1, 2, 3, 4, b'a', b'b']), Reason::Binary);
        assert_eq!(reason(b"\xff\xfeT\0h\0e\0"), Reason::Utf16);
    }

    #[test]
    fn the_error_names_standard_input() {
        assert!(decode(vec![0], None).unwrap_err().to_string().starts_with("standard input: looks like a binary file"));
    }
}
