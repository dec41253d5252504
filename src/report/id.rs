//! What a part of a document's report is called, so that others can point to it.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A letter that tells what sort of thing it is, and a number that counts from 1: `c3`. Written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    letter: u8,
    number: usize,
}

impl Id {
    /// Of an attribution, by its index.
    pub fn of_attribution(index: usize) -> Self {
        Self { letter: b'a', number: index + 1 }
    }

    /// Of a claim.
    pub fn of_claim(index: usize) -> Self {
        Self { letter: b'c', number: index + 1 }
    }

    /// Of a finding.
    pub fn of_finding(index: usize) -> Self {
        Self { letter: b'f', number: index + 1 }
    }

    /// Of an agent.
    pub fn of_agent(index: usize) -> Self {
        Self { letter: b'g', number: index + 1 }
    }

    /// Of a line about the reporting.
    pub fn of_line(index: usize) -> Self {
        Self { letter: b'l', number: index + 1 }
    }
}

impl Id {
    /// The sort of thing.
    pub(super) fn letter(self) -> u8 {
        self.letter
    }

    /// Counted from 1.
    pub(super) fn number(self) -> usize {
        self.number
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.letter), self.number)
    }
}

/// The letter and the digits of the largest number.
const LONGEST: usize = 21;

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = [self.letter; LONGEST];
        let mut digits = itoa::Buffer::new();
        let digits = digits.format(self.number).as_bytes();
        text[1..=digits.len()].copy_from_slice(digits);
        serializer.serialize_str(std::str::from_utf8(&text[..=digits.len()]).unwrap_or_default())
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn an_id_is_written_as_it_is_shown() {
        for id in [Id::of_claim(0), Id::of_agent(41), Id::of_line(usize::MAX - 1)] {
            assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
        }
        assert_eq!(Id::of_claim(2).to_string(), "c3");
    }
}
