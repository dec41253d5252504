//! What the markup of an input says of the pieces of its text.

use crate::span::Span;

/// A piece of the text that is read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it is in the text.
    pub span: Span,
    /// What it is.
    pub role: Role,
}

/// What a piece of the text is by its markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Lines that are yet to be parted into paragraphs.
    Plain,
    /// Lines of Markdown, yet to be parted.
    Markdown,
    /// A paragraph.
    Text,
    /// The headline, or a heading between paragraphs.
    Heading,
    /// "ROME, Nov. 3", set apart from the paragraph that it opens.
    Dateline,
    /// A picture's caption.
    Caption,
    /// "By Jane Doe".
    Byline,
    /// Who made the copy.
    Credit,
    /// No copy: front matter, code, a picture.
    Furniture,
}

/// A link in the copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words that carry it, in the text.
    pub span: Span,
    /// Where it leads, as written.
    pub target: String,
}

impl Link {
    /// The same link in a text that begins `by` bytes later.
    pub(super) fn moved(self, by: usize) -> Self {
        Self { span: Span::new(self.span.start + by, self.span.end + by), ..self }
    }
}
