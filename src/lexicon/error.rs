//! What can be wrong with a lexicon file, and where.

/// A mistake in a grammar file, with its place.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// An entry cannot be understood.
    #[error("{file}:{line}:{column}: {message}")]
    Entry {
        /// The file's name.
        file: String,
        /// 1-based line.
        line: usize,
        /// 1-based column, in characters.
        column: usize,
        /// What is wrong, and how to mend it.
        message: String,
    },
    /// A file or folder cannot be read.
    #[error("{path}: {cause}; check the path given to --grammar")]
    Unreadable {
        /// The path as given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file that no part of the grammar reads.
    #[error("{path}: no grammar file has this name; the names are {known}")]
    UnknownFile {
        /// The path found.
        path: String,
        /// The names that are known.
        known: String,
    },
}
