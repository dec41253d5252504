//! Why an input could not be read.

use super::{Format, Position};
use std::fmt;
use thiserror::Error;

/// An input that could not be read, and why. Shown as `path:line:column: reason`, the place only where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    #[error("no copy in this directory (files that end in {0}); name a file, or another directory")]
    EmptyDirectory(String),
    /// A pattern that is none.
    #[error("no pattern of file names: {0}; quote the path if it is one")]
    BadPattern(String),
    /// A pattern that no file fits.
    #[error("no file fits this pattern; check it, or name a file")]
    NothingFits,
    /// Bytes that are no text.
    #[error("looks like {0}; give its text, or HTML or XML")]
    NoText(&'static str),
    /// Larger than allowed.
    #[error("larger than {0} MB; raise the limit with --max-size, or give it in parts or as --from jsonl")]
    TooLarge(u64),
    /// Markup that cannot be read.
    #[error("{what}{}", hint(*format))]
    Malformed {
        /// What it was read as.
        format: Format,
        /// Where it goes wrong.
        place: Position,
        /// What is wrong there.
        what: String,
    },
    /// XML that is none of the known formats.
    #[error("XML of an unknown format (its first element is <{0}>); name its format with --from")]
    UnknownMarkup(String),
    /// Well-formed, and no story in it.
    #[error("no copy found in this {} file; give another, or name its format with --from", .0.name())]
    NoCopy(Format),
    /// Anything else the system says.
    #[error("cannot be read: {0}; try again, or give a copy of it")]
    Other(String),
}

/// What to do about markup that cannot be read.
fn hint(format: Format) -> String {
    format!("; mend the {} there, or name another format with --from", format.name())
}

impl Reason {
    /// The same in a file where `before` lines stand before what was read.
    pub(super) fn after_lines(self, before: usize) -> Self {
        match self {
            Self::Malformed { format, place, what } => {
                Self::Malformed { format, place: Position { line: place.line + before, ..place }, what }
            }
            other => other,
        }
    }

    /// Where in the file it goes wrong, where that can be said.
    fn place(&self) -> Option<Position> {
        match self {
            Self::Malformed { place, .. } => Some(*place),
            _ => None,
        }
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, reason } = self;
        match reason.place() {
            Some(Position { line, column }) => write!(out, "{path}:{line}:{column}: {reason}"),
            None => write!(out, "{path}: {reason}"),
        }
    }
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
