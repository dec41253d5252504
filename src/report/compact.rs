//! Compact JSON, byte for byte as `serde_json` writes it: a report is many small fields with known names, which need no escaping here.

use super::chain::SHARED;
use rustc_hash::FxHashMap;
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Error;
use std::ops::Range;

/// Writes `value` behind what `bytes` holds. Errors: a value of a sort that no report has (bytes, tuples, maps, enums with fields).
pub(super) fn write(bytes: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    let mut out = Out { bytes: std::mem::take(bytes), shared: FxHashMap::default() };
    let written = value.serialize(Writer(&mut out));
    *bytes = out.bytes;
    written
}

/// What has been written.
struct Out {
    bytes: Vec<u8>,
    /// Where each chain stands in it, by the chain's place in memory: attributions and claims share theirs.
    shared: FxHashMap<*const (), Range<usize>>,
}

impl Out {
    fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn extend(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }
}

struct Writer<'o>(&'o mut Out);

/// A list or an object that is being written.
struct Open<'o> {
    out: &'o mut Out,
    /// Opens it, before the first element; a comma from then on.
    before_next: u8,
    /// Closes it.
    close: u8,
}

impl Open<'_> {
    fn element(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        self.out.push(self.before_next);
        self.before_next = b',';
        value.serialize(Writer(self.out))
    }

    /// Closes it, and opens it first if it is empty.
    fn end(self) {
        if self.before_next != b',' {
            self.out.push(self.before_next);
        }
        self.out.push(self.close);
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.out.bytes.reserve(key.len() + 4);
        self.out.extend(&[self.before_next, b'"']);
        self.before_next = b',';
        self.out.extend(key.as_bytes());
        self.out.extend(b"\":");
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

/// Numbers are written as their own formatting has them.
macro_rules! whole_numbers {
    ($($name:ident: $type:ty),*) => {
        $(fn $name(self, number: $type) -> Result<(), Error> {
            self.0.extend(itoa::Buffer::new().format(number).as_bytes());
            Ok(())
        })*
    };
}

/// No report has any of these.
macro_rules! refused {
    ($($name:ident($($type:ty),*) -> $result:ty;)*) => {
        $(fn $name(self, $(_: $type),*) -> Result<$result, Error> {
            Err(Error::custom("no report holds such a value"))
        })*
    };
}

type No = Impossible<(), Error>;

impl<'o> Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'o>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = Open<'o>;
    type SerializeStructVariant = No;

    whole_numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.0.extend(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_f32(self, number: f32) -> Result<(), Error> {
        serde_json::to_writer(&mut self.0.bytes, &number)
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        serde_json::to_writer(&mut self.0.bytes, &number)
    }

    fn serialize_char(self, letter: char) -> Result<(), Error> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.0.bytes.reserve(text.len() + 2);
        self.0.push(b'"');
        escaped(&mut self.0.bytes, text);
        self.0.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.extend(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    /// A variant's name is a word, as a field's is.
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Error> {
        self.0.push(b'"');
        self.0.extend(name.as_bytes());
        self.0.push(b'"');
        Ok(())
    }

    /// A chain that has been written before is copied from there.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Error> {
        if name != SHARED {
            return value.serialize(self);
        }
        let (place, start) = (std::ptr::from_ref(value).cast(), self.0.bytes.len());
        match self.0.shared.get(&place) {
            Some(written) => self.0.bytes.extend_from_within(written.clone()),
            None => {
                value.serialize(Writer(self.0))?;
                self.0.shared.insert(place, start..self.0.bytes.len());
            }
        }
        Ok(())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(Error::custom("no report holds such a value"))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'o>, Error> {
        Ok(Open { out: self.0, before_next: b'[', close: b']' })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'o>, Error> {
        Ok(Open { out: self.0, before_next: b'{', close: b'}' })
    }

    refused! {
        serialize_bytes(&[u8]) -> ();
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}

/// Writes a text with escapes where JSON wants them; most texts have none.
fn escaped(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(len) = first_escaped(rest) {
        out.extend_from_slice(&rest[..len]);
        escape(out, rest[len]);
        rest = &rest[len + 1..];
    }
    out.extend_from_slice(rest);
}

/// Where the first byte stands that is escaped; looks at many at once.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    let (pieces, _) = bytes.as_chunks::<16>();
    let is_plain = |piece: &&[u8; 16]| !piece.iter().fold(false, |any, byte| any | is_escaped(*byte));
    let plain = 16 * pieces.iter().take_while(is_plain).count();
    bytes[plain..].iter().position(|byte| is_escaped(*byte)).map(|at| plain + at)
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
    use crate::report::fixture;
    use proptest::prelude::*;

    fn compact(value: &impl Serialize) -> String {
        let mut out = Vec::new();
        write(&mut out, value).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_report_is_written_as_serde_json_writes_it() {
        let (document, _) = fixture::story();
        assert_eq!(compact(&document), serde_json::to_string(&document).unwrap());
    }

    #[test]
    fn values_are_written_as_serde_json_writes_them() {
        let numbers = vec![0.0, 0.5, 1e30, f64::NAN];
        assert_eq!(compact(&numbers), serde_json::to_string(&numbers).unwrap());
        assert_eq!(compact(&vec![Some(-1), None]), "[-1,null]");
        assert_eq!(compact(&Vec::<u8>::new()), "[]");
        assert_eq!(compact(&'é'), "\"é\"");
    }

    #[test]
    fn what_no_report_holds_is_refused() {
        let map = std::collections::BTreeMap::from([("a", 1)]);
        assert!(write(&mut Vec::new(), &map).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_escaped_as_serde_json_does(text in any::<String>()) {
            prop_assert_eq!(compact(&text), serde_json::to_string(&text).unwrap());
        }

        #[test]
        fn any_character_is_escaped_as_serde_json_does(letter in any::<char>(), byte in 0u8..0x80) {
            let text = format!("{letter}{}", char::from(byte));
            prop_assert_eq!(compact(&text), serde_json::to_string(&text).unwrap());
        }
    }
}
