//! What productions are made of: subjects, addressees, adjuncts, content.

pub mod adjunct;
pub mod content;
pub mod source;
