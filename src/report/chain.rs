//! A chain as it is reported. Attributions and claims share it.

use super::contract::HopReport;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// The hops from the publication inwards to the root.
#[derive(Debug, Clone)]
pub struct Chain(Arc<[HopReport]>);

impl FromIterator<HopReport> for Chain {
    fn from_iter<T: IntoIterator<Item = HopReport>>(hops: T) -> Self {
        Self(hops.into_iter().collect())
    }
}

impl Deref for Chain {
    type Target = [HopReport];

    fn deref(&self) -> &[HopReport] {
        &self.0
    }
}

/// What a chain calls itself when it is written, so that [`super::compact`] knows what it may meet again.
pub(super) const SHARED: &str = "shared chain";

impl Serialize for Chain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(SHARED, &*self.0)
    }
}

impl JsonSchema for Chain {
    fn schema_name() -> Cow<'static, str> {
        Vec::<HopReport>::schema_name()
    }

    fn inline_schema() -> bool {
        Vec::<HopReport>::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<HopReport>::json_schema(generator)
    }
}
