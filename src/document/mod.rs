//! The document: decoded text, what is known of it, and its blocks in reading order.
//!
//! Every later stage points into [`Document::text`] by byte spans.
//!
//! `lines` and `blocks` (or `markdown`) cut the text into paragraphs; `classify` tells what each is, asking `boilerplate`, `byline`,
//! `credit`, `caption`, `headline` and `dateline` of its words, and `neighbours` of those around it; `copies` finds what stands twice, `contradictions` what the metadata says otherwise.

mod blocks;
mod boilerplate;
mod byline;
mod caption;
mod classify;
mod contradictions;
mod copies;
mod credit;
mod dateline;
mod headline;
mod labels;
mod lines;
mod markdown;
mod model;
mod neighbours;
mod position;
mod publication;
mod published;
mod words;

#[cfg(test)]
mod tests;

pub use labels::is_label;
pub use model::*;
pub use position::Positions;

use crate::lexicon::{Boilerplate, Lexicon};
use crate::read::{Piece, Raw, Role, Stated};
use blocks::Paragraph;
use classify::Classified;
use jiff::civil::Date;

/// What the user knows of the copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentOptions {
    /// `--publication`: in whose voice the copy speaks.
    pub publication: Option<String>,
    /// `--date`: the day the copy is dated.
    pub date: Option<Date>,
    /// Whether the terms of each score are kept, which only an explanation shows.
    pub terms: bool,
}

impl Document {
    /// Takes decoded text apart. `lexicon` knows the names of outlets and the lines of page furniture.
    /// Linear in the text; any text at all gives a document.
    pub fn from_raw(raw: Raw, options: &DocumentOptions, lexicon: &Lexicon) -> Self {
        let Raw { path, format, text, pieces, stated, links, source } = raw;
        let paragraphs = paragraphs(&text, &pieces, lexicon.boilerplate());
        let mut found = classify::classify(&text, &paragraphs, lexicon);
        copies::mark(&text, &mut found.blocks);
        let blocks = std::mem::take(&mut found.blocks);
        let meta = meta(&text, &blocks, found, stated, options, lexicon);
        Self { path, format, text, meta, blocks, links, source }
    }

    /// Looks up lines and columns in this document.
    pub fn positions(&self) -> Positions<'_> {
        Positions::new(&self.text, self.source.as_ref())
    }
}

/// The paragraphs of the pieces that an input is made of, in order.
fn paragraphs(text: &str, pieces: &[Piece], list: &Boilerplate) -> Vec<Paragraph> {
    let mut found = Vec::new();
    for piece in pieces {
        let lines = || lines::lines(text, piece.span);
        match piece.role {
            Role::Plain => found.extend(blocks::paragraphs(text, &lines(), list)),
            Role::Markdown => found.extend(markdown::paragraphs(text, &lines(), list)),
            role => found.push(Paragraph { span: words::trim(text, piece.span), role }),
        }
    }
    found
}

/// Puts together what the copy, the input's metadata and the user tell.
fn meta(
    text: &str,
    blocks: &[Block],
    found: Classified,
    stated: Stated,
    options: &DocumentOptions,
    lexicon: &Lexicon,
) -> Meta {
    let headline =
        blocks.iter().find(|block| block.kind == BlockKind::Headline).map(|block| block.span.of(text).to_owned());
    let credited = publication::credited(text, blocks, lexicon);
    let publication = publication::publication(
        options,
        &stated,
        (found.dateline.as_ref(), found.imprint.as_deref()),
        credited,
        lexicon,
    );
    let contradictions = contradictions::find(&found, &stated, lexicon);
    Meta {
        headline: headline.or(stated.headline),
        publication,
        byline: found.byline.or(stated.byline),
        published: published::published(found.day, options.date.or(stated.published)),
        dateline: found.dateline,
        language: stated.language,
        slug: stated.slug,
        credit: found.credit.or(stated.credit),
        id: stated.id,
        note: stated.note,
        handled: stated.handled,
        contradictions,
    }
}
