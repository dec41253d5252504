//! RSS and Atom: each entry is a story.

use super::tree::{Element, Tree};
use crate::read::html;
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::stated::{Stated, day};
use crate::read::story::{Block, Story};
use crate::read::{Format, Reason};

/// The stories of a feed. Errors: what is not well-formed, and a feed without entries.
pub(in crate::read) fn read(text: &str) -> Result<Vec<Story>, Reason> {
    let source = Mapped::whole(text);
    let tree = Tree::parse(&source, Format::Feed)?;
    let channel = Stated { publisher: channel_name(&tree), ..Stated::default() };
    let entries = tree.outermost(&["item", "entry"]);
    let stories: Vec<Story> = entries.map(|entry| story(entry, &channel)).filter(|story| !story.is_empty()).collect();
    if stories.is_empty() { Err(Reason::NoCopy(Format::Feed)) } else { Ok(stories) }
}

fn channel_name(tree: &Tree<'_>) -> Option<String> {
    let channel = tree.elements().find(|element| element.is("channel") || element.is("feed"))?;
    channel.child("title").and_then(Element::words)
}

fn story(entry: Element<'_>, channel: &Stated) -> Story {
    let mut story = Story { stated: stated(entry).or(channel.clone()), ..Story::default() };
    let title = entry.child("title").map(blocks);
    if let Some(title) = title.iter().flatten().next() {
        story.add(Role::Heading, &title.words);
    }
    // The whole text where the feed has it, else its summary.
    let bodies = ["encoded", "content", "description", "summary"];
    let body = bodies.iter().filter_map(|name| entry.child(name)).map(blocks).find(|blocks| !blocks.is_empty());
    body.iter().flatten().for_each(|block| story.add_block(block));
    story
}

/// Feeds carry HTML as escaped text, and Atom also as elements.
fn blocks(element: Element<'_>) -> Vec<Block> {
    match element.children().next() {
        Some(_) => element.blocks(),
        None => html::blocks(&element.mapped()),
    }
}

fn stated(entry: Element<'_>) -> Stated {
    let words = |name: &str| entry.child(name).and_then(Element::words);
    let author = entry.child("author").and_then(|author| author.words_of("name").or_else(|| author.words()));
    let date = ["pubDate", "date", "published", "updated"].into_iter().find_map(words);
    Stated {
        id: words("guid").or_else(|| words("id")),
        headline: words("title"),
        byline: words("creator").or(author).filter(|byline| !byline.contains('@')),
        publication: entry.child("source").and_then(|source| source.words_of("title").or_else(|| source.words())),
        published: date.and_then(|date| day(&date)),
        language: entry.attribute("lang"),
        credit: words("credit"),
        ..Stated::default()
    }
}
