//! A page's bytes as the tokeniser asks for them.

use html5gum::{Readable, Reader};

/// A page.
pub(super) struct Input<'a>(pub &'a str);

/// Reads a page, and stops for a moment once in a while.
///
/// The tokeniser calls itself for every attribute in quotation marks of one tag, and would use up the stack on a tag that has thousands.
/// An error that is passed over, and takes no byte with it, makes it come back and go on from where it was.
pub(super) struct Pausing<'a> {
    rest: &'a [u8],
    /// How many quotation marks are still read before the next pause.
    marks: usize,
    /// Whether the last bytes may be a character reference that has not ended ("&am"): a pause there would lose them.
    reference: bool,
}

/// So many quotation marks are read in one go.
const MARKS: usize = 500;

/// No error at all: see [`Pausing`].
#[derive(Debug, thiserror::Error)]
#[error("a pause")]
pub(super) struct Pause;

impl<'a> Readable<'a> for Input<'a> {
    type Reader = Pausing<'a>;

    fn to_reader(self) -> Pausing<'a> {
        Pausing { rest: self.0.as_bytes(), marks: MARKS, reference: false }
    }
}

/// Whether a byte may stand in a character reference, behind its "&".
fn is_in_reference(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'#'
}

impl Reader for Pausing<'_> {
    type Error = Pause;

    fn read_byte(&mut self) -> Result<Option<u8>, Pause> {
        let Some((byte, rest)) = self.rest.split_first() else { return Ok(None) };
        if *byte == b'"' {
            if self.marks == 0 && !self.reference {
                self.marks = MARKS;
                return Err(Pause);
            }
            self.marks = self.marks.saturating_sub(1);
        }
        self.reference = *byte == b'&' || self.reference && is_in_reference(*byte);
        self.rest = rest;
        Ok(Some(*byte))
    }

    fn read_until<'b>(&'b mut self, needle: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Pause> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        // A chunk ends before one of the bytes that are looked for, or is that byte.
        let before = self.rest.iter().position(|byte| needle.contains(byte)).unwrap_or(self.rest.len());
        let (chunk, rest) = self.rest.split_at(before.max(1));
        let open = chunk.iter().rposition(|byte| !is_in_reference(*byte));
        self.reference = open.map_or(self.reference, |open| chunk[open] == b'&');
        self.rest = rest;
        Ok(Some(chunk))
    }

    fn try_read_string(&mut self, wanted: &[u8], case_sensitive: bool) -> Result<bool, Pause> {
        let found = self.rest.get(..wanted.len());
        let is_it = found
            .is_some_and(|found| if case_sensitive { found == wanted } else { found.eq_ignore_ascii_case(wanted) });
        if is_it {
            self.rest = &self.rest[wanted.len()..];
        }
        Ok(is_it)
    }
}
