//! A chain as it is reported. Attributions and claims share it, and its JSON is made once for all of them.

use super::contract::HopReport;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// The hops from the publication inwards to the root.
#[derive(Debug, Clone)]
pub struct Chain(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    hops: Vec<HopReport>,
    json: OnceLock<Box<RawValue>>,
}

impl FromIterator<HopReport> for Chain {
    fn from_iter<T: IntoIterator<Item = HopReport>>(hops: T) -> Self {
        Self(Arc::new(Shared { hops: hops.into_iter().collect(), json: OnceLock::new() }))
    }
}

impl Deref for Chain {
    type Target = [HopReport];

    fn deref(&self) -> &[HopReport] {
        &self.0.hops
    }
}

impl Serialize for Chain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.json.get().is_none() {
            // where another thread was faster, its text is the same
            let _ = self.0.json.set(to_raw_value(&self.0.hops).map_err(Error::custom)?);
        }
        self.0.json.get().serialize(serializer)
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
