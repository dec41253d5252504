//! Why an input could not be read.

use thiserror::Error;

/// An input that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}: {reason}")]
pub struct ReadError {
    /// The path as given; "standard input" for `-`.
    pub path: String,
    /// What went wrong, and how to mend it.
    pub reason: Reason,
}

/// What went wrong, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reason {
    /// Nothing stands at that path.
    #[error("no such file or directory; check the path, or give - for standard input")]
    Missing,
    /// The system would not let it be read.
    #[error("permission denied; allow reading it, e.g. with chmod +r")]
    Denied,
    /// A folder without copy.
    #[error("no .txt or .md files in this directory; name a file, or another directory")]
    EmptyDirectory,
    /// Bytes that are no text.
    #[error("looks like a binary file; give it as plain text or Markdown")]
    Binary,
    /// Text in two-byte units.
    #[error("UTF-16, not UTF-8; convert it, e.g. with iconv -f UTF-16 -t UTF-8")]
    Utf16,
    /// Text in another encoding.
    #[error("not UTF-8 at byte {offset} (line {line}); convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8")]
    NotUtf8 {
        /// Bytes before the first bad one.
        offset: usize,
        /// The bad byte's line, 1-based.
        line: usize,
    },
    /// Anything else the system says.
    #[error("cannot be read: {0}; try again, or give a copy of it")]
    Other(String),
}

impl ReadError {
    /// The error that the system's `error` means for `path`.
    pub(super) fn from_io(path: &str, error: &std::io::Error) -> Self {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => Reason::Missing,
            std::io::ErrorKind::PermissionDenied => Reason::Denied,
            _ => Reason::Other(error.to_string()),
        };
        Self { path: path.to_owned(), reason }
    }
}
