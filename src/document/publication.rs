//! In whose voice the copy speaks.

use super::DocumentOptions;
use super::caption::taken_for;
use super::credit;
use super::model::{Block, BlockKind, Dateline, Publication, PublicationFrom};
use super::words::{is_capitalised, more_words_than, starts_with_words, words};
use crate::lexicon::{Classes, Lexicon, word_key_of_any};
use crate::read::Stated;

/// The publication: what the options say, else what the input's own metadata names as the copy's source, else the dateline's agency,
/// else the outlet that stands beside the byline (`imprint`) or that a closing line names (`credited`), else whoever carries the copy, else
/// "this copy". A name that the lexicon does not know stays as written.
pub(super) fn publication(
    options: &DocumentOptions,
    stated: &Stated,
    (dateline, imprint): (Option<&Dateline>, Option<&str>),
    credited: Option<&str>,
    lexicon: &Lexicon,
) -> Publication {
    let agency = dateline.and_then(|dateline| dateline.agency.as_deref());
    let told = [
        (options.publication.as_deref(), PublicationFrom::Option),
        (stated.publication.as_deref(), PublicationFrom::Metadata),
        (agency, PublicationFrom::Dateline),
        (imprint, PublicationFrom::Imprint),
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

/// Whether a line is the name of an outlet and nothing else, as it stands below a byline: one that the lexicon knows, or that ends as
/// papers' names do ("The Harbor Gazette").
pub(super) fn is_imprint(line: &str, lexicon: &Lexicon) -> bool {
    let line = name_of_imprint(line, lexicon);
    let is_name =
        || words(line).all(is_capitalised) && words(line).last().is_some_and(|last| ends_paper_name(last, lexicon));
    !more_words_than(line, MOST_WORDS)
        && (lexicon.outlet_named(line).is_some() || more_words_than(line, 1) && is_name())
}

/// "BBC News" of "BBC News, South West": the outlet alone, where the lexicon knows it and its desk stands behind it.
pub(super) fn name_of_imprint<'a>(line: &'a str, lexicon: &Lexicon) -> &'a str {
    let parts = line.split_once(',').map(|(name, desk)| (name.trim_end(), desk));
    let is_desk = |desk: &str| !more_words_than(desk, WORDS_OF_DESK) && words(desk).all(is_capitalised);
    parts.filter(|(name, desk)| is_desk(desk) && lexicon.outlet_named(name).is_some()).map_or(line, |(name, _)| name)
}

/// A desk has no more words.
const WORDS_OF_DESK: usize = 4;

/// "BBC News" of the byline "Hannah Price, BBC News, Leeds": an outlet that the lexicon knows, behind a name.
pub(super) fn in_byline<'a>(byline: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let mut parts = byline.split([',', '|', '\n']).skip(1).map(str::trim);
    parts.find(|part| lexicon.outlet_named(part).is_some()).or_else(|| of_staff(byline, lexicon))
}

/// "Al Jazeera" of "By Al Jazeera Staff and News Agencies".
fn of_staff<'a>(byline: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let name = byline.get(3..).filter(|_| starts_with_words(byline, "by"))?;
    let staff = ["Staff", "staff"].iter().find_map(|staff| name.find(staff))?;
    Some(name[..staff].trim()).filter(|name| lexicon.outlet_named(name).is_some())
}

fn ends_paper_name(word: &str, lexicon: &Lexicon) -> bool {
    let word = lexicon.word(lexicon.id_of(word_key_of_any(word)));
    word.classes.intersects(Classes::ENDS_PAPER_NAME | Classes::ENDS_OUTLET_NAME)
}

/// An imprint with more words than this is something else.
const MOST_WORDS: usize = 6;

/// The outlet that a line after the story names as its owner, else one that a picture was taken for; one that the lexicon does not know is none.
pub(super) fn credited<'a>(text: &'a str, blocks: &[Block], lexicon: &Lexicon) -> Option<&'a str> {
    let is_story = |block: &Block| matches!(block.kind, BlockKind::Lead | BlockKind::Body);
    let owners = blocks.iter().rev().map(|block| (block, credit::owner(block.span.of(text))));
    let closing = owners.take_while(|(block, owner)| owner.is_some() || !is_story(block));
    let is_known = |name: &&str| lexicon.outlet_named(name).is_some();
    closing.filter_map(|(_, owner)| owner).find(is_known).or_else(|| pictured(text, blocks).find(is_known))
}

/// Whom the pictures were taken for.
fn pictured<'a>(text: &'a str, blocks: &[Block]) -> impl Iterator<Item = &'a str> {
    let of_pictures = blocks.iter().filter(|block| matches!(block.kind, BlockKind::Caption | BlockKind::Boilerplate));
    // a caption's block ends before its credit
    of_pictures.filter_map(|block| taken_for(text[block.span.start..].lines().next()?))
}
