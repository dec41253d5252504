//! The shape of a document; how one is made is told in the files beside this one.

use crate::read::Source;
pub use crate::read::{Format, Handled, Link, Position};
use crate::span::Span;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// One piece of copy, decoded, with its blocks.
#[derive(Debug, Clone)]
pub struct Document {
    /// The path as given; `None` for standard input.
    pub path: Option<String>,
    /// What kind of input it was.
    pub format: Format,
    /// The decoded text. For plain text in UTF-8 these are the file's own bytes; for marked-up formats, the copy without its markup.
    pub text: String,
    /// Headline, byline, dateline, publication and so on.
    pub meta: Meta,
    /// Blocks in reading order; they do not overlap.
    pub blocks: Vec<Block>,
    /// The links in the text, in order.
    pub links: Vec<Link>,
    /// Where the text stands in its file; `None` where it is the file.
    pub source: Option<Source>,
}

/// One paragraph-like piece of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is: trimmed of white space, and a body block starts after its dateline.
    pub span: Span,
    /// The earlier block (by index) that this one repeats, on a page that carries its story twice.
    pub copy_of: Option<usize>,
}

/// What a block of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The first paragraph of the story, or a summary above it.
    Lead,
    /// A paragraph of the story.
    Body,
    /// A picture's caption.
    Caption,
    /// "By Jane Doe".
    Byline,
    /// "(Reporting by …; Editing by …)".
    Credit,
    /// Navigation, "Share this post" and the like: never read for claims.
    Boilerplate,
}

impl BlockKind {
    /// Whether the analysis reads the block for attributions.
    pub fn is_read(self) -> bool {
        matches!(self, Self::Headline | Self::Lead | Self::Body | Self::Caption)
    }
}

/// What is known of the document beside its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Meta {
    /// The headline's words.
    pub headline: Option<String>,
    /// The byline's words, without "By".
    pub byline: Option<String>,
    /// Where and when the story was filed, and by which agency.
    pub dateline: Option<Dateline>,
    /// In whose voice the copy speaks.
    pub publication: Publication,
    /// The day the story is dated, from the dateline or `--date`.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Language tag, where the input states one.
    pub language: Option<String>,
    /// The slug, where the input states one.
    pub slug: Option<String>,
    /// "(Reporting by …)", without the brackets, or the credit line that the input states.
    pub credit: Option<String>,
    /// The item's own name, where the input states one: a guid, a line's `id`.
    pub id: Option<String>,
    /// The desk's note to editors, where the input states one.
    pub note: Option<String>,
    /// Who handled the item on its way, where the input states it. These are no hops of a claim.
    pub handled: Vec<Handled>,
    /// What the text says otherwise than the input's metadata.
    pub contradictions: Vec<Contradiction>,
}

/// Something that the text says otherwise than the input's metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Contradiction {
    /// What they disagree on.
    pub about: Disputed,
    /// What the text says, as written.
    pub text: String,
    /// What the metadata states.
    pub metadata: String,
    /// Where the text says so.
    pub span: Option<Span>,
}

/// What text and metadata may disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Disputed {
    /// The dateline's place.
    Place,
    /// The day of the dateline.
    Date,
    /// In whose voice the copy speaks: the dateline's agency.
    Publication,
    /// Who wrote it.
    Byline,
}

/// "MOSCOW, Sept. 4 (Reuters) -"
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dateline {
    /// "MOSCOW", as written.
    pub place: Option<String>,
    /// "Sept. 4", as written.
    pub date: Option<String>,
    /// "Reuters", as written.
    pub agency: Option<String>,
    /// The whole dateline with its dash.
    pub span: Span,
}

/// In whose voice the copy speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Publication {
    /// "Reuters"; "this copy" where nothing tells.
    pub name: String,
    /// What told it.
    pub from: PublicationFrom,
}

/// What told the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PublicationFrom {
    /// `--publication`.
    Option,
    /// The agency in the dateline.
    Dateline,
    /// The input's own metadata.
    Metadata,
    /// The byline, or a line of its own beside it.
    Imprint,
    /// A closing line: "© 2024 …"; or a picture's credit: "Ann Lee for The New York Times".
    Credit,
    /// Nothing: it is "this copy".
    Default,
}
