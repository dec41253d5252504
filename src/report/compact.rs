//! Compact JSON, byte for byte as `serde_json` writes it: a report is many small fields with known names, which need no escaping here.

use super::shared::SHARED;
use super::{decimal, escape};
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
    /// Where each shared part stands in it, by the part's place in memory.
    shared: FxHashMap<*const (), Range<usize>>,
}

impl Out {
    /// Writes a field's name between what stands `before` it and a colon. Inlined, for then all but `before` is known when compiled.
    #[inline(always)]
    fn name(&mut self, before: u8, name: &'static str) {
        let mut piece = [b'"'; LONGEST_NAME + 4];
        piece[0] = before;
        piece[2..name.len() + 2].copy_from_slice(name.as_bytes());
        piece[name.len() + 3] = b':';
        self.extend(&piece[..name.len() + 4]);
    }

    fn push(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    fn extend(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }
}

/// No field of the contract has a longer name, in bytes.
const LONGEST_NAME: usize = 28;

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

    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.out.name(self.before_next, name);
        self.before_next = b',';
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Open::end(self);
        Ok(())
    }
}

/// Small numbers are written as large ones.
macro_rules! small_numbers {
    ($($name:ident($type:ty) as $large:ident;)*) => {
        $(fn $name(self, number: $type) -> Result<(), Error> {
            self.$large(number.into())
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

    small_numbers! {
        serialize_i8(i8) as serialize_i64;
        serialize_i16(i16) as serialize_i64;
        serialize_i32(i32) as serialize_i64;
        serialize_u8(u8) as serialize_u64;
        serialize_u16(u16) as serialize_u64;
        serialize_u32(u32) as serialize_u64;
    }

    fn serialize_i64(self, number: i64) -> Result<(), Error> {
        self.0.extend(itoa::Buffer::new().format(number).as_bytes());
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        decimal::write(&mut self.0.bytes, number);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        match value {
            true => self.0.extend(b"true"),
            false => self.0.extend(b"false"),
        }
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
        self.0.push(b'"');
        escape::write(&mut self.0.bytes, text);
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
    #[inline(always)]
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Error> {
        self.0.push(b'"');
        self.0.extend(name.as_bytes());
        self.0.push(b'"');
        Ok(())
    }

    /// What has been written before is copied from there.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;
    use crate::report::shared::Shared;

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
        assert_eq!(compact(&vec![true, false]), "[true,false]");
        assert_eq!(compact(&Vec::<u8>::new()), "[]");
        assert_eq!(compact(&'é'), "\"é\"");
    }

    #[test]
    fn what_no_report_holds_is_refused() {
        let map = std::collections::BTreeMap::from([("a", 1)]);
        assert!(write(&mut Vec::new(), &map).is_err());
    }

    #[test]
    fn what_is_shared_is_written_wherever_it_stands() {
        let word = Shared::new("word".to_owned());
        let words: Shared<[_]> = [word.clone(), word].into_iter().collect();
        assert_eq!(compact(&[words.clone(), words].as_slice()), r#"[["word","word"],["word","word"]]"#);
    }
}
