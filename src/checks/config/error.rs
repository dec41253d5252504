//! What is wrong with a configuration, and where.

use std::ops::Range;
use thiserror::Error;

/// A mistake in a configuration file: `whosaid.toml:3:1: …`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}:{line}:{column}: {message}")]
pub struct ConfigError {
    /// The file as it was named.
    pub path: String,
    /// 1-based.
    pub line: usize,
    /// 1-based, in characters.
    pub column: usize,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl ConfigError {
    /// An error at the bytes `span` of `text`.
    pub(super) fn at(path: &str, text: &str, span: Range<usize>, message: String) -> Self {
        let before = text.get(..span.start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { path: path.to_owned(), line, column, message }
    }
}
