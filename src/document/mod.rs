//! The document: decoded text, what is known of it, and its blocks in reading order.
//!
//! Every later stage points into [`Document::text`] by byte spans.
//!
//! `lines` and `blocks` (or `markdown`) cut the text into paragraphs; `classify` tells what each is, asking `boilerplate`, `byline`,
//! `credit`, `caption`, `headline` and `dateline`; `copies` finds what stands twice.

mod blocks;
mod boilerplate;
mod byline;
mod caption;
mod classify;
mod copies;
mod credit;
mod dateline;
mod headline;
mod lines;
mod markdown;
mod model;
mod position;
mod publication;
mod published;
mod words;

#[cfg(test)]
mod tests;

pub use model::*;
pub use position::Positions;

use crate::lexicon::Lexicon;
use crate::read::Raw;
use classify::Classified;
use jiff::civil::Date;
use markdown::FrontMatter;

/// What the user knows of the copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentOptions {
    /// `--publication`: in whose voice the copy speaks.
    pub publication: Option<String>,
    /// `--date`: the day the copy is dated.
    pub date: Option<Date>,
}

impl Document {
    /// Takes decoded text apart. `lexicon` knows the names of outlets and the lines of page furniture.
    /// Linear in the text; any text at all gives a document.
    pub fn from_raw(raw: Raw, options: &DocumentOptions, lexicon: &Lexicon) -> Self {
        let Raw { path, format, text } = raw;
        let lines = lines::lines(&text);
        let (front, paragraphs) = match format {
            Format::Text => (FrontMatter::default(), blocks::paragraphs(&text, &lines, lexicon.boilerplate())),
            Format::Markdown => {
                let (front, len) = markdown::front_matter(&text, &lines);
                (front, markdown::paragraphs(&text, &lines, len, lexicon.boilerplate()))
            }
        };
        let mut found = classify::classify(&text, &paragraphs, lexicon);
        copies::mark(&text, &mut found.blocks);
        let blocks = std::mem::take(&mut found.blocks);
        let meta = meta(&text, &blocks, found, front, options, lexicon);
        Self { path, format, text, meta, blocks }
    }

    /// Looks up lines and columns in this document.
    pub fn positions(&self) -> Positions<'_> {
        Positions::new(&self.text)
    }
}

/// Puts together what the page, its front matter and the user tell.
fn meta(
    text: &str,
    blocks: &[Block],
    found: Classified,
    front: FrontMatter,
    options: &DocumentOptions,
    lexicon: &Lexicon,
) -> Meta {
    let headline =
        blocks.iter().find(|block| block.kind == BlockKind::Headline).map(|block| block.span.of(text).to_owned());
    let credited = publication::credited(text, blocks, lexicon);
    let told = (options.publication.as_deref(), front.publication.as_deref());
    Meta {
        headline: headline.or(front.title),
        byline: found.byline.or(front.author),
        publication: publication::publication(told.0, told.1, found.dateline.as_ref(), credited, lexicon),
        published: published::published(found.day, options.date.or(front.date)),
        dateline: found.dateline,
        language: front.language,
        slug: front.slug,
        credit: found.credit,
    }
}
