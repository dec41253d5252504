//! Which encoding a file's bytes are in, and the text that they are.

use super::Reason;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr;

/// How many bytes are looked at for a declaration, for a binary file and for UTF-16 without a mark.
const SAMPLE: usize = 8 * 1024;

/// How many bytes the detection of an undeclared encoding reads.
const DETECTED: usize = 1024 * 1024;

/// How files begin that are no text, and what they are called.
const NO_TEXT: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xfe\0\0", "text in UTF-32"),
    (b"\0\0\xfe\xff", "text in UTF-32"),
];

/// The text of a file's `bytes`. UTF-8 is kept byte for byte, its byte order mark too; other marks are left out. Errors: what is no
/// text.
///
/// A mark decides; then valid UTF-8 is UTF-8; then what the file declares; then what its bytes look like.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, Reason> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some((_, what)) = NO_TEXT.iter().find(|(start, _)| sample.starts_with(start)) {
        return Err(Reason::NoText(what));
    }
    if let Some(wide) = wide_encoding(sample) {
        return Ok(wide.decode_with_bom_removal(&bytes).0.into_owned());
    }
    if looks_binary(sample) {
        return Err(Reason::NoText("a binary file"));
    }
    let declared = declared(sample);
    if declared.is_some_and(|declared| !declared.is_ascii_compatible()) {
        return Ok(decode_as(declared, &bytes));
    }
    String::from_utf8(bytes).or_else(|error| Ok(decode_as(declared, error.as_bytes())))
}

/// UTF-16 by its mark, or by its zeros: every other byte of English copy.
fn wide_encoding(sample: &[u8]) -> Option<&'static Encoding> {
    if let Some((marked, _)) = Encoding::for_bom(sample) {
        return (marked != UTF_8).then_some(marked);
    }
    memchr(0, sample)?;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    let is_mostly = |zeros: usize| half > 1 && zeros * 10 >= half * 9;
    match (zeros(0), zeros(1)) {
        (high, low) if is_mostly(high) && low * 10 <= half => Some(UTF_16BE),
        (high, low) if is_mostly(low) && high * 10 <= half => Some(UTF_16LE),
        _ => None,
    }
}

/// More than a tenth of control characters. A stray one, even a NUL, is found in copy off the wire.
fn looks_binary(sample: &[u8]) -> bool {
    // line ends and all: seldom so many that they need to be told apart
    let any = |piece: &[u8]| piece.iter().map(|byte| u8::from(byte.is_ascii_control())).sum::<u8>();
    if sample.chunks(128).map(|piece| usize::from(any(piece))).sum::<usize>() * 10 <= sample.len() {
        return false;
    }
    let controls = sample.iter().filter(|byte| is_odd_control(**byte)).count();
    controls > 8 && controls * 10 > sample.len()
}

/// A control byte that text has no use for. Escape is left out: terminal colours may have been pasted along; so are those that wire
/// formats mark their parts with.
fn is_odd_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b | 0x01..=0x04 | 0x16)
}

/// The encoding that an XML declaration or a page's `charset` names.
fn declared(sample: &[u8]) -> Option<&'static Encoding> {
    memchr(b'<', sample)?;
    let head = String::from_utf8_lossy(&sample[..sample.len().min(2048)]).to_ascii_lowercase();
    let is_markup = head.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start().starts_with('<');
    let xml = || head.split_once("?>").and_then(|(declaration, _)| declaration.split_once("encoding=")).map(|(_, v)| v);
    let html = || head.split_once("charset=").map(|(_, value)| value);
    let value = is_markup.then(|| xml().or_else(html)).flatten()?;
    let label = value.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ';', '>', '/', ' ', '?']).next()?;
    // A file whose bytes are single ones is no UTF-16, whatever it says.
    Encoding::for_label(label.as_bytes()).filter(|named| ![UTF_16LE, UTF_16BE].contains(named))
}

/// `bytes` that are no clean UTF-8, by what they declare or else look like.
fn decode_as(declared: Option<&'static Encoding>, bytes: &[u8]) -> String {
    if let Some(text) = nearly_utf8(bytes) {
        return text;
    }
    let named = declared.filter(|declared| *declared != UTF_8);
    named.unwrap_or_else(|| detected(bytes)).decode_without_bom_handling(bytes).0.into_owned()
}

/// The text of UTF-8 with a few broken bytes, which become U+FFFD: where whole characters beyond ASCII are far more.
fn nearly_utf8(bytes: &[u8]) -> Option<String> {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (whole > 10 * broken).then(|| String::from_utf8_lossy(bytes).into_owned())
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(DETECTED)], true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes.to_vec()).unwrap()
    }

    #[test]
    fn utf_8_is_kept_byte_for_byte() {
        let words = "\u{feff}One line.\r\nAnother – line.\rA \u{200f}third\u{200b}: 😀\0.\n";
        assert_eq!(text(words.as_bytes()), words);
        assert_eq!(text(b""), "");
    }

    #[test]
    fn utf_16_is_known_with_and_without_its_mark() {
        let words = "The café is closed, the mayor said.";
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [[b"\xff\xfe", &little[..]].concat(), [b"\xfe\xff", &big[..]].concat(), little, big] {
            assert_eq!(text(&bytes), words);
        }
    }

    #[test]
    fn western_copy_is_known_by_its_bytes() {
        assert_eq!(text(b"The caf\xe9 is closed, the mayor said."), "The café is closed, the mayor said.");
        assert_eq!(text(b"\x93We know,\x94 he said \x96 twice."), "“We know,” he said – twice.");
    }

    #[test]
    fn a_declared_encoding_is_used() {
        assert_eq!(
            text(b"<?xml version='1.0' encoding='ISO-8859-2'?><p>\xb3\xf3d\xbc</p>").split('>').nth(2),
            Some("łódź</p")
        );
        assert!(text(b"<html><meta charset=windows-1251><p>\xec\xfd\xf0</p>").contains("мэр"));
        assert!(text(b"<meta charset=\"iso-2022-jp\"><p>\x1b$B%M%3\x1b(B</p>").contains("ネコ"));
    }

    #[test]
    fn what_is_declared_wrongly_is_read_all_the_same() {
        assert!(text("<meta charset='iso-8859-1'><p>café</p>".as_bytes()).contains("café"));
        assert!(text(b"<meta charset=utf-8><p>caf\xe9 noir</p>").contains("café"));
        assert!(text(b"<?xml version='1.0' encoding='UTF-16'?><p>rain</p>").contains("rain"));
        assert!(text(b"<meta charset=nonsense><p>rain</p>").contains("rain"));
    }

    #[test]
    fn one_broken_byte_does_not_spoil_utf_8() {
        let words = "“Café” – “noir” ".repeat(5);
        let bytes = [words.as_bytes(), b"\xff", words.as_bytes()].concat();
        assert_eq!(text(&bytes), format!("{words}\u{fffd}{words}"));
    }

    #[test]
    fn what_is_no_text_is_told_by_name() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), Err(Reason::NoText("a picture")));
        assert_eq!(decode(b"%PDF-1.7 ...".to_vec()), Err(Reason::NoText("a PDF file")));
        assert_eq!(decode([5, 6, 7, b'a'].repeat(20)), Err(Reason::NoText("a binary file")));
    }
}
