//! News in XML: NITF, NewsML-G2, RSS and Atom.
//!
//! `tree` reads the elements with their places in the file; each format picks what it knows out of them.

pub(super) mod feed;
pub(super) mod newsml;
pub(super) mod nitf;
mod tree;
