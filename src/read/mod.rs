//! From command-line paths to decoded text, with what the input says of it.
//!
//! [`inputs`] turns paths into a list of things to read. [`load`] reads one of them: `encoding` makes text of its bytes, `format` tells
//! what it is, and the format's own reader (`html`, `xml`, `ninjs`, `teleprinter`, `mail`, `jsonl`) takes the copy out of its markup. What
//! they share: `mapped` is text that knows its place in the file, `markup` makes paragraphs of elements, `story` puts them together.
//! [`Batches`] streams what is larger than memory.

mod batches;
mod encoding;
mod entities;
mod error;
mod format;
mod front_matter;
mod html;
mod inputs;
mod json;
mod jsonl;
mod lines;
mod load;
mod mail;
mod mapped;
mod markdown;
mod markup;
mod ninjs;
mod piece;
mod source;
mod stated;
mod story;
mod teleprinter;
mod words;
mod xml;

pub use batches::{Batch, Batches};
pub use error::{ReadError, Reason};
pub use format::{Format, NoSuchFormat};
pub use inputs::{Input, inputs};
pub use lines::{LineIndex, Position, line_spans};
pub use load::{ReadOptions, load, parse};
pub use mapped::Places;
pub use piece::{Link, Piece, Role};
pub use source::{Source, SourceFile, comments};
pub use stated::{Handled, Stated};

use crate::span::Span;
use std::sync::Arc;

/// One document of an input, decoded, not yet taken apart.
#[derive(Debug, Clone)]
pub struct Raw {
    /// The path as given; `None` for standard input.
    pub path: Option<String>,
    /// What kind of input it is.
    pub format: Format,
    /// The text. For plain text in UTF-8 that is no mail, and Markdown without links and emphasis, these are the file's own bytes, a byte order mark and
    /// line ends included; for
    /// the other formats it is the copy without its markup.
    pub text: String,
    /// What the text is made of, in order; what no piece covers is not read.
    pub pieces: Vec<Piece>,
    /// What the input's metadata says of the copy.
    pub stated: Stated,
    /// The links in the text, in order.
    pub links: Vec<Link>,
    /// Where the text stands in the file; `None` where the text is the file.
    pub source: Option<Source>,
}

impl Raw {
    /// `text` that stood at `path` (`None`: standard input), read as Markdown if `format` says so, else as plain text.
    pub fn new(path: Option<String>, format: Format, text: impl Into<String>) -> Self {
        let (text, links, source) = match format {
            Format::Markdown => without_marks(text.into()),
            _ => (text.into(), Vec::new(), None),
        };
        let (stated, pieces) = match format {
            Format::Markdown => front_matter::read(&text),
            _ => (Stated::default(), vec![Piece { span: Span::new(0, text.len()), role: Role::Plain }]),
        };
        Self { path, format, text, pieces, stated, links, source }
    }
}

/// Markdown without its marks within lines, its links, and its file where something was taken out.
fn without_marks(text: String) -> (String, Vec<Link>, Option<Source>) {
    match markdown::without_marks(&text, front_matter::end(&text)) {
        None => (text, Vec::new(), None),
        Some((mapped, links)) => {
            let (plain, places) = mapped.into_parts();
            (plain, links, Some(Source { file: Arc::new(SourceFile::new(text)), places }))
        }
    }
}
