//! The document: decoded text, what is known of it, and its blocks in reading order.
//!
//! Every later stage points into [`Document::text`] by byte spans.

mod model;

pub use model::*;
