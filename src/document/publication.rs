//! In whose voice the copy speaks.

use super::DocumentOptions;
use super::credit;
use super::model::{Block, BlockKind, Dateline, Publication, PublicationFrom};
use crate::lexicon::Lexicon;
use crate::read::Stated;

/// The publication: what the options say, else what the input's own metadata names as the copy's source, else the dateline's agency,
/// else the outlet that a closing line names (`credited`), else whoever carries the copy, else "this copy". A name that the lexicon
/// does not know stays as written.
pub(super) fn publication(
    options: &DocumentOptions,
    stated: &Stated,
    dateline: Option<&Dateline>,
    credited: Option<&str>,
    lexicon: &Lexicon,
) -> Publication {
    let agency = dateline.and_then(|dateline| dateline.agency.as_deref());
    let told = [
        (options.publication.as_deref(), PublicationFrom::Option),
        (stated.publication.as_deref(), PublicationFrom::Metadata),
        (agency, PublicationFrom::Dateline),
        (credited, PublicationFrom::Credit),
        (stated.publisher.as_deref(), PublicationFrom::Metadata),
    ];
    match told.into_iter().find_map(|(name, from)| Some((name?, from))) {
        Some((name, from)) => {
            let outlet =
                if from == PublicationFrom::Dateline { lexicon.agency_named(name) } else { lexicon.outlet_named(name) };
            let name = outlet.map_or(name, |outlet| outlet.name).to_owned();
            Publication { name, from }
        }
        None => Publication { name: "this copy".to_owned(), from: PublicationFrom::Default },
    }
}

/// The outlet that a line after the story names as its owner; one that the lexicon does not know is none.
pub(super) fn credited<'a>(text: &'a str, blocks: &[Block], lexicon: &Lexicon) -> Option<&'a str> {
    let is_story = |block: &Block| matches!(block.kind, BlockKind::Lead | BlockKind::Body);
    let owners = blocks.iter().rev().map(|block| (block, credit::owner(block.span.of(text))));
    let closing = owners.take_while(|(block, owner)| owner.is_some() || !is_story(block));
    closing.filter_map(|(_, owner)| owner).find(|name| lexicon.outlet_named(name).is_some())
}
