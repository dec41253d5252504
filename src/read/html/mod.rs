//! Web pages: their main text, headline and metadata.
//!
//! `page` cuts a page into blocks that know their place in the file; `main_text` tells which of them are the story; `head` reads what
//! the page states of itself.

mod head;
mod input;
mod main_text;
mod page;

pub(super) use page::blocks;

use super::Reason;
use super::mapped::Mapped;
use super::piece::Role;
use super::story::{Block, Story};
use super::words::same_words;
use head::Head;
use page::Page;

/// JSON-LD may hold the story of a page that shows none of it, or its beginning, until a script has run. It is taken where it is as many
/// times longer than what the page shows.
const FAR_LONGER: usize = 2;

/// The story of a page. Errors: a page without text.
pub(super) fn read(text: &str) -> Result<Vec<Story>, Reason> {
    let source = Mapped::whole(text);
    let page = page::read(&source);
    let kept = main_text::select(text, &page);
    let Page { blocks, head, .. } = page;
    let headline = headline(&blocks, &kept, &head);
    let mut story = Story { stated: head.stated(), ..Story::default() };
    let length = |index: &usize| blocks[*index].words.len();
    let hidden =
        head.article_body(text).filter(|body| body.len() > FAR_LONGER * kept.iter().map(length).sum::<usize>());
    for (index, block) in blocks.iter().enumerate() {
        if Some(index) == headline {
            story.add_block(&Block { role: Role::Heading, ..block.clone() });
        } else if hidden.is_none() && kept.binary_search(&index).is_ok() {
            story.add_block(block);
        }
    }
    if let Some(body) = hidden {
        story.add(Role::Plain, &body);
    }
    if story.is_empty() { Err(Reason::NoCopy(super::Format::Html)) } else { Ok(vec![story]) }
}

/// The block that is the headline: the heading that says what the page states as its headline, else the highest one before the
/// story's first paragraph, the last of those.
fn headline(blocks: &[Block], kept: &[usize], head: &Head) -> Option<usize> {
    let first_text = kept.iter().copied().find(|index| blocks[*index].role == Role::Text).unwrap_or(0);
    let headings = || blocks.iter().enumerate().filter(|(_, block)| block.level > 0);
    let stated = head.headlines().find_map(|stated| {
        headings().find(|(_, block)| same_words(block.words.text(), stated)).map(|(index, _)| index)
    });
    let above = || headings().filter(|(index, block)| *index < first_text && block.level == 1).map(|(index, _)| index);
    stated.or_else(|| above().next_back())
}
