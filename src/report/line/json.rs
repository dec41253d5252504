//! JSON that tells of one text, most of it pieces of that text and their places.

use super::escapes::Escapes;
use crate::report::{compact, decimal, escape, id::Id};
use crate::span::Span;
use serde::Serialize;
use std::ops::Range;

/// The report of most texts has no more bytes for each of the text's. Room for them costs nothing before it is written in, and to make it
/// piece by piece would mean to copy what is there already.
const BYTES_A_BYTE: usize = 16;

pub struct Json<'a> {
    bytes: Vec<u8>,
    text: &'a [u8],
    escapes: Escapes,
}

impl<'a> Json<'a> {
    /// JSON that tells of `text`, in the room of `buffer`.
    pub fn of(text: &'a str, mut buffer: Vec<u8>) -> Self {
        buffer.clear();
        buffer.reserve(text.len() * BYTES_A_BYTE);
        Self { bytes: buffer, text: text.as_bytes(), escapes: Escapes::of(text.as_bytes()) }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many bytes have been written.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// What was written before, once more.
    pub fn again(&mut self, written: Range<usize>) {
        self.bytes.extend_from_within(written);
    }

    /// JSON as it stands.
    #[inline]
    pub fn put(&mut self, json: &str) {
        self.bytes.extend_from_slice(json.as_bytes());
    }

    #[inline]
    pub fn number(&mut self, number: usize) {
        decimal::write(&mut self.bytes, number as u64);
    }

    /// A share of 1 in thousandths: `0.5`, `1.0`.
    pub fn share(&mut self, thousandths: usize) {
        let digit = |unit: usize| b'0' + (thousandths / unit % 10) as u8;
        self.bytes.extend_from_slice(&[digit(1000), b'.', digit(100), digit(10), digit(1)]);
        let zeros = usize::from(thousandths.is_multiple_of(10)) + usize::from(thousandths.is_multiple_of(100));
        self.bytes.truncate(self.bytes.len() - zeros);
    }

    pub fn flag(&mut self, value: bool) {
        self.put(if value { "true" } else { "false" });
    }

    pub fn id(&mut self, id: Id) {
        self.bytes.extend_from_slice(&[b'"', id.letter()]);
        self.number(id.number());
        self.put("\"");
    }

    /// A word of the contract, which needs no escapes.
    pub fn name(&mut self, name: &str) {
        self.put("\"");
        self.put(name);
        self.put("\"");
    }

    /// Any text.
    pub fn string(&mut self, text: &str) {
        self.put("\"");
        escape::write(&mut self.bytes, text);
        self.put("\"");
    }

    /// A piece of the text.
    pub fn quoted(&mut self, span: Span) {
        self.put("\"");
        self.words(span);
        self.put("\"");
    }

    /// Pieces of the text with dots between them, without quotation marks around them all.
    pub fn pieces(&mut self, pieces: &[Span]) {
        for (index, piece) in pieces.iter().enumerate() {
            if index > 0 {
                self.put(" … ");
            }
            self.words(*piece);
        }
    }

    /// A piece of the text without quotation marks around it.
    pub fn words(&mut self, span: Span) {
        let mut start = span.start;
        for place in self.escapes.within(span) {
            self.bytes.extend_from_slice(&self.text[start..place]);
            escape::escape(&mut self.bytes, self.text[place]);
            start = place + 1;
        }
        self.bytes.extend_from_slice(&self.text[start..span.end]);
    }

    pub fn span(&mut self, span: Span) {
        self.put(r#"{"start":"#);
        self.number(span.start);
        self.put(r#","end":"#);
        self.number(span.end);
        self.put("}");
    }

    pub fn spans(&mut self, spans: impl IntoIterator<Item = Span>) {
        self.list(spans, Self::span);
    }

    /// A list of what `write` makes of each.
    pub fn list<T>(&mut self, all: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.put("[");
        for (index, one) in all.into_iter().enumerate() {
            if index > 0 {
                self.put(",");
            }
            write(self, one);
        }
        self.put("]");
    }

    pub fn optional<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self, value),
            None => self.put("null"),
        }
    }

    /// What there is little of.
    pub fn value(&mut self, value: &impl Serialize) -> serde_json::Result<()> {
        compact::write(&mut self.bytes, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, write: impl Fn(&mut Json<'_>)) -> String {
        let mut json = Json::of(text, Vec::new());
        write(&mut json);
        String::from_utf8(json.into_bytes()).unwrap()
    }

    #[test]
    fn shares_are_written_as_serde_json_writes_them() {
        for thousandths in 0..=1000 {
            let share = thousandths as f64 / 1000.0;
            assert_eq!(written("", |json| json.share(thousandths)), serde_json::to_string(&share).unwrap());
        }
    }

    #[test]
    fn pieces_of_the_text_are_escaped() {
        let text = "He said \"no\".\n\"No\"\tand went.";
        for start in 0..text.len() {
            for end in start..=text.len() {
                let words = written(text, |json| json.quoted(Span::new(start, end)));
                assert_eq!(words, serde_json::to_string(&text[start..end]).unwrap());
            }
        }
    }

    #[test]
    fn pieces_are_joined_with_dots() {
        assert_eq!(written("one two", |json| json.pieces(&[Span::new(0, 3), Span::new(4, 7)])), "one … two");
        assert_eq!(written("", |json| json.pieces(&[])), "");
    }

    #[test]
    fn lists_and_spans_are_json() {
        assert_eq!(written("", |json| json.spans([])), "[]");
        let spans = [Span::new(1, 20), Span::new(300, 12345)];
        assert_eq!(written("", |json| json.spans(spans)), serde_json::to_string(&spans).unwrap());
        assert_eq!(written("", |json| json.id(Id::of_claim(41))), "\"c42\"");
    }
}
