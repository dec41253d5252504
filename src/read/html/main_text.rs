//! Which of a page's blocks are its story.
//!
//! dom_smoothie (Mozilla's Readability) finds the main text, but not where in the file it stands. So the blocks that it hands back
//! are looked up among the page's own.

use super::page::{self, Page};
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::story::Block;
use crate::read::words::plain_key;
use dom_smoothie::{Config, Readability};
use std::collections::HashSet;

/// The largest page whose main text is looked for, in bytes, in elements, in elements within one another, and in attributes of one tag.
/// Beyond them the page's own marks have to do: the search takes more than linear time.
const LARGEST: usize = 4_000_000;
const MOST_ELEMENTS: usize = 30_000;
const DEEPEST: usize = 150;
const MOST_ATTRIBUTES: usize = 200;

/// The indices of the story's blocks, the lowest first: those of the main text; else those in an element that marks the story; else all.
pub(super) fn select(text: &str, page: &Page) -> Vec<usize> {
    let blocks = page.blocks.as_slice();
    let main = if page.most_attributes <= MOST_ATTRIBUTES { main_blocks(text) } else { HashSet::new() };
    let is_main = |block: &Block| main.contains(&plain_key(block.words.text()));
    let chosen = indices(blocks, is_main);
    // A few stray lines are no story.
    if chosen.iter().any(|index| blocks[*index].role == Role::Text) {
        return with_neighbours(blocks, chosen);
    }
    let marked = indices(blocks, |block| block.in_story);
    if marked.is_empty() { (0..blocks.len()).collect() } else { marked }
}

fn indices(blocks: &[Block], is_chosen: impl Fn(&Block) -> bool) -> Vec<usize> {
    blocks.iter().enumerate().filter(|(_, block)| is_chosen(block)).map(|(index, _)| index).collect()
}

/// The main text's blocks, and between the first and the last of them the captions, bylines and paragraphs that stand in the element
/// which marks the story, that were taken out with pictures.
fn with_neighbours(blocks: &[Block], chosen: Vec<usize>) -> Vec<usize> {
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { return chosen };
    let known: HashSet<usize> = chosen.iter().copied().collect();
    let is_in_story = chosen.iter().any(|index| blocks[*index].in_story);
    let belongs = |index: &usize| known.contains(index) || (is_in_story && blocks[*index].in_story);
    (*first..=*last).filter(belongs).collect()
}

/// What the blocks of the main text say, as they are compared.
fn main_blocks(text: &str) -> HashSet<String> {
    if !is_within_limits(text) {
        return HashSet::new();
    }
    let config = Config { disable_json_ld: true, keep_classes: false, ..Config::default() };
    let article = Readability::new(text, None, Some(config)).ok().and_then(|mut page| page.parse().ok());
    let Some(article) = article else { return HashSet::new() };
    let blocks = page::blocks(&Mapped::whole(&article.content));
    blocks.iter().map(|block| plain_key(block.words.text())).collect()
}

/// Whether a page is small and shallow enough to look for its main text.
fn is_within_limits(text: &str) -> bool {
    if text.len() > LARGEST {
        return false;
    }
    let (mut elements, mut depth, mut deepest) = (0usize, 0usize, 0usize);
    for pair in text.as_bytes().windows(2).filter(|pair| pair[0] == b'<') {
        match pair[1] {
            b'/' => depth = depth.saturating_sub(1),
            second if second.is_ascii_alphabetic() => {
                elements += 1;
                depth += 1;
                deepest = deepest.max(depth);
            }
            _ => {}
        }
    }
    // Elements without an end tag (<br>, <img>) count as open too; a page has many of them, so that the limit on depth is not tight.
    elements <= MOST_ELEMENTS && deepest <= DEEPEST + elements / 4
}
