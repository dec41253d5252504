//! What productions are made of: subjects, addressees, adjuncts, content.

pub mod adjunct;
pub mod content;
mod listed;
pub mod source;
