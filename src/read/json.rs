//! JSON whose strings know their place in the file.

use super::lines::Position;
use super::mapped::Mapped;
use super::{Format, Reason};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// An object's fields by their names in small letters, each as it stands in the file.
pub(super) struct Object<'a> {
    /// All text of the file, which the fields are pieces of.
    text: &'a str,
    fields: BTreeMap<String, &'a RawValue>,
}

/// One field of an object, or one entry of a list.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    text: &'a str,
    raw: &'a str,
}

/// The object that `text` is. Errors: what is no JSON, with the place; what is no object.
pub(super) fn object(text: &str, format: Format) -> Result<Object<'_>, Reason> {
    Field { text, raw: body(text) }.parse_object().map_err(|error| malformed(text, format, &error))
}

/// The object that `text` is, or the objects of the list that it is.
pub(super) fn objects(text: &str, format: Format) -> Result<Vec<Object<'_>>, Reason> {
    let whole = Field { text, raw: body(text) };
    if whole.raw.starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(whole.raw).map_err(|error| malformed(text, format, &error))?;
        let fields = items.into_iter().map(|raw| Field { text, raw: raw.get() });
        return Ok(fields.filter_map(Field::object).collect());
    }
    Ok(vec![object(text, format)?])
}

/// The value that stands at the bytes `range` of `text`; none that can be read, where the range is none.
pub(super) fn within(text: &str, range: Range<usize>) -> Field<'_> {
    Field { text, raw: text.get(range).unwrap_or_default().trim() }
}

/// A byte order mark is no part of the JSON.
fn body(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

fn malformed(text: &str, format: Format, error: &serde_json::Error) -> Reason {
    // The error counts lines from where the JSON begins, and columns in bytes.
    let lead = &text[..text.len() - text.trim_start_matches('\u{feff}').trim_start().len()];
    let before = lead.matches('\n').count();
    let line = text.split('\n').nth(before + error.line().saturating_sub(1)).unwrap_or_default();
    let column = line.char_indices().take_while(|(at, _)| *at < error.column()).count().max(1);
    let told = error.to_string();
    let what = told.split(" at line ").next().unwrap_or_default();
    Reason::Malformed {
        format,
        place: Position { line: before + error.line().max(1), column },
        what: format!("not the JSON that is wanted: {what}"),
    }
}

impl<'a> Object<'a> {
    /// The field of that name, which is given in small letters. Null is no field.
    pub fn field(&self, name: &str) -> Option<Field<'a>> {
        let raw = self.fields.get(name)?.get();
        (raw != "null").then_some(Field { text: self.text, raw })
    }

    /// The first of these fields whose words are not empty.
    pub fn words(&self, names: &[&str]) -> Option<String> {
        names.iter().filter_map(|name| self.field(name)).find_map(Field::words)
    }
}

impl<'a> Field<'a> {
    fn parse_object(self) -> serde_json::Result<Object<'a>> {
        let fields: BTreeMap<Cow<'a, str>, &'a RawValue> = serde_json::from_str(self.raw)?;
        let fields = fields.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect();
        Ok(Object { text: self.text, fields })
    }

    /// The object that it is.
    pub fn object(self) -> Option<Object<'a>> {
        self.parse_object().ok()
    }

    /// The entries of the list that it is; itself, where it is none.
    pub fn items(self) -> Vec<Field<'a>> {
        match serde_json::from_str::<Vec<&'a RawValue>>(self.raw) {
            Ok(items) => items.into_iter().map(|raw| Field { raw: raw.get(), ..self }).collect(),
            Err(_) => vec![self],
        }
    }

    /// The string that it is, with its place in the file.
    pub fn string(self) -> Option<Mapped> {
        let inner = self.raw.strip_prefix('"')?.strip_suffix('"')?;
        // Both are pieces of the one text, so that the difference of their addresses is a place in it.
        let start = (inner.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        (start + inner.len() <= self.text.len()).then(|| unescaped(inner, start))
    }

    /// Its words with single blanks: a string's, a number's, an object's name, or those of a list.
    pub fn words(self) -> Option<String> {
        let words = match self.raw.as_bytes().first()? {
            b'"' => self.string()?.into_parts().0,
            b'{' => self.object()?.words(&["name", "value", "literal"])?,
            b'[' => self.items().into_iter().filter_map(Field::flat_words).collect::<Vec<_>>().join(", "),
            _ => self.raw.to_owned(),
        };
        super::stated::tidy(&words)
    }

    /// The words of a list's entry, which is no list itself.
    fn flat_words(self) -> Option<String> {
        if self.raw.starts_with('[') { None } else { self.words() }
    }
}

/// The string whose escaped letters are `inner`, which stands at byte `start` of the file.
fn unescaped(inner: &str, start: usize) -> Mapped {
    let mut out = Mapped::default();
    let mut at = 0;
    while let Some(found) = inner[at..].find('\\') {
        let slash = at + found;
        out.push(&inner[at..slash], start + at);
        let (character, len) = escape(&inner[slash..]);
        out.push_as(character.encode_utf8(&mut [0; 4]), start + slash);
        at = slash + len;
    }
    out.push(&inner[at..], start + at);
    out
}

/// The character that the escape at the start of `text` stands for, and its length in bytes. Half of a pair is U+FFFD.
fn escape(text: &str) -> (char, usize) {
    match text.as_bytes().get(1) {
        Some(b'n') => ('\n', 2),
        Some(b't') => ('\t', 2),
        Some(b'r') => ('\r', 2),
        Some(b'b') => ('\u{8}', 2),
        Some(b'f') => ('\u{c}', 2),
        Some(b'u') => unicode_escape(text),
        Some(byte) if byte.is_ascii() => (char::from(*byte), 2),
        _ => ('\\', 1),
    }
}

fn unicode_escape(text: &str) -> (char, usize) {
    let unit = |at: usize| text.get(at..at + 4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let Some(first) = unit(2) else { return ('\\', 1) };
    let second = text.get(6..8).filter(|next| *next == "\\u").and_then(|_| unit(8));
    let pair = [Some(first), second].into_iter().flatten();
    match char::decode_utf16(pair).next() {
        Some(Ok(character)) => (character, if character.len_utf16() == 2 { 12 } else { 6 }),
        _ => (char::REPLACEMENT_CHARACTER, 6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_know_their_places() {
        let text = "\n{\"Text\": \"a\\n\\u00e9\\ud83d\\ude00\\\"b\"}";
        let words = object(text, Format::Jsonl).unwrap().field("text").unwrap().string().unwrap();
        assert_eq!(words.text(), "a\né😀\"b");
        assert_eq!(&text[words.place(0)..][..1], "a");
        assert_eq!(&text[words.place(1)..][..2], "\\n");
        assert_eq!(&text[words.place(2)..][..6], "\\u00e9");
        assert_eq!(&text[words.place(9)..][..1], "b");
    }

    #[test]
    fn half_a_pair_is_replaced() {
        let words = object(r#"{"text":"\ud83d x \udc00"}"#, Format::Jsonl).unwrap().words(&["text"]);
        assert_eq!(words.as_deref(), Some("\u{fffd} x \u{fffd}"));
    }

    #[test]
    fn words_of_all_sorts() {
        let text = r#"{"a": " x  y ", "b": {"Name": "Ann"}, "c": [{"name": "Ann"}, "Bo", ["no"]], "d": 12, "e": null, "f": ""}"#;
        let object = object(text, Format::Ninjs).unwrap();
        let words = |name: &str| object.words(&[name]);
        assert_eq!(
            (words("a"), words("b"), words("c")),
            (Some("x y".into()), Some("Ann".into()), Some("Ann, Bo".into()))
        );
        assert_eq!((words("d"), words("e"), words("f")), (Some("12".into()), None, None));
    }

    #[test]
    fn errors_name_the_place() {
        let Err(Reason::Malformed { place, .. }) = object("\n\n{\"é\": 1,\n\"é\": x}", Format::Ninjs) else {
            panic!()
        };
        assert_eq!(place, Position { line: 4, column: 6 });
    }
}
