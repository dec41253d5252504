//! From command-line paths to decoded text.
//!
//! [`inputs`] turns paths into a list of things to read, [`load`] reads and decodes one of them. A new input format is a new
//! [`Format`], told apart in one place (`format.rs`).

mod decode;
mod error;
mod format;
mod inputs;
mod load;

pub use decode::decode;
pub use error::{ReadError, Reason};
pub use format::Format;
pub use inputs::{Input, inputs};
pub use load::load;

/// One input, decoded, not yet taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// The path as given; `None` for standard input.
    pub path: Option<String>,
    /// What kind of input it is.
    pub format: Format,
    /// The decoded text. For a UTF-8 file these are the file's own bytes, a byte order mark and line ends included.
    pub text: String,
}

impl Raw {
    /// `text` that stood at `path` (`None`: standard input), read as `format`, whatever it looks like.
    pub fn new(path: Option<String>, format: Format, text: impl Into<String>) -> Self {
        Self { path, format, text: text.into() }
    }
}
