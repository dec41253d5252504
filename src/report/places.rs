//! Where something stands in the text: nearly always in one piece, for which no list need be made.

use crate::span::Span;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Deref;

/// Reads and writes as the list of its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Places {
    /// A single piece.
    One(Span),
    /// Several, or none.
    Other(Vec<Span>),
}

impl Deref for Places {
    type Target = [Span];

    fn deref(&self) -> &[Span] {
        match self {
            Self::One(only) => std::slice::from_ref(only),
            Self::Other(all) => all,
        }
    }
}

impl<'a> IntoIterator for &'a Places {
    type Item = &'a Span;
    type IntoIter = std::slice::Iter<'a, Span>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Span> for Places {
    fn from_iter<I: IntoIterator<Item = Span>>(all: I) -> Self {
        let mut rest = all.into_iter();
        match (rest.next(), rest.next()) {
            (Some(only), None) => Self::One(only),
            (first, second) => Self::Other(first.into_iter().chain(second).chain(rest).collect()),
        }
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self[..].serialize(serializer)
    }
}

impl JsonSchema for Places {
    fn schema_name() -> Cow<'static, str> {
        <[Span]>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        <[Span]>::schema_id()
    }

    fn inline_schema() -> bool {
        <[Span]>::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        <[Span]>::json_schema(generator)
    }
}
