//! NewsML-G2: news items, one or several, with NITF, XHTML or plain text inside.

use super::nitf;
use super::tree::{Element, Tree};
use crate::read::html;
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::stated::{Handled, Stated, day};
use crate::read::story::Story;
use crate::read::words::same_words;
use crate::read::{Format, Reason};

/// The stories of a file, one for each item with text. Errors: what is not well-formed, and a file without copy.
pub(in crate::read) fn read(text: &str) -> Result<Vec<Story>, Reason> {
    let source = Mapped::whole(text);
    let tree = Tree::parse(&source, Format::NewsmlG2)?;
    let items = tree.outermost(&["newsItem"]);
    let stories: Vec<Story> = items.map(story).filter(|story| !story.is_empty()).collect();
    if stories.is_empty() { Err(Reason::NoCopy(Format::NewsmlG2)) } else { Ok(stories) }
}

fn story(item: Element<'_>) -> Story {
    let content = item.child("contentSet");
    let nitf = content.and_then(|content| content.find("nitf"));
    let inner = nitf.map(nitf::story).or_else(|| content.map(body)).unwrap_or_default();
    with_head(item, inner)
}

/// The story of inline XHTML, or else of plain text.
fn body(content: Element<'_>) -> Story {
    let mut story = Story::default();
    if let Some(page) = content.child("inlineXML") {
        // What a page's head says is its title, not its text.
        let body = page.find("body").unwrap_or(page);
        body.blocks().iter().for_each(|block| story.add_block(block));
    } else if let Some(data) = content.child("inlineData") {
        let words = data.mapped();
        let is_page = data.attribute("contenttype").is_some_and(|kind| kind.contains("html"));
        match is_page {
            true => html::blocks(&words).iter().for_each(|block| story.add_block(block)),
            false => story.add(Role::Plain, &words),
        }
    }
    story
}

/// The inner story with what the item says of it: its headline and dateline are put before it, where it does not have them itself.
fn with_head(item: Element<'_>, inner: Story) -> Story {
    if inner.is_empty() {
        return inner;
    }
    let meta = item.child("contentMeta");
    let headline = meta.and_then(|meta| meta.child("headline")).map(|headline| headline.blocks());
    let headline = headline.iter().flatten().next();
    let opening = inner.pieces.first().map(|piece| piece.span.of(inner.text.text())).unwrap_or_default();
    let mut story = Story::default();
    if let Some(headline) =
        headline.filter(|headline| !same_words(headline.words.text(), opening) && inner.pieces[0].role != Role::Heading)
    {
        story.add(Role::Heading, &headline.words);
    }
    for piece in &inner.pieces {
        story.add_part(piece.role, &inner.text, piece.span.start..piece.span.end);
    }
    let moved = moved_by(&story, &inner);
    story.links = inner.links.into_iter().map(|link| link.moved(moved)).collect();
    story.stated = stated(item).or(inner.stated);
    story
}

/// How many bytes the inner story's text begins later.
fn moved_by(story: &Story, inner: &Story) -> usize {
    story.text.len() - inner.text.len()
}

fn stated(item: Element<'_>) -> Stated {
    let meta = |name: &str| item.child("contentMeta").and_then(|meta| meta.child(name));
    let item_meta = |name: &str| item.child("itemMeta").and_then(|meta| meta.child(name));
    let date = item_meta("versionCreated").or_else(|| item_meta("firstCreated")).or_else(|| meta("contentCreated"));
    Stated {
        id: item.attribute("guid"),
        headline: meta("headline").and_then(Element::words),
        byline: meta("by").and_then(Element::words).or_else(|| meta("creator").and_then(named)),
        place: meta("located").and_then(named),
        publication: item_meta("provider").and_then(named).or_else(|| meta("infoSource").and_then(named)),
        published: date.and_then(Element::words).and_then(|date| day(&date)),
        language: meta("language").and_then(|language| language.attribute("tag")),
        slug: meta("slugline").and_then(Element::words),
        credit: meta("creditline").and_then(Element::words),
        note: item_meta("edNote").and_then(Element::words),
        handled: handled(item),
        ..Stated::default()
    }
}

/// What an element names: its `name`, its `literal`, or the code of its `qcode`.
fn named(element: Element<'_>) -> Option<String> {
    let code = || element.attribute("qcode").and_then(|code| code.rsplit(':').next().map(str::to_owned));
    element.words_of("name").or_else(|| element.attribute("literal")).or_else(code).or_else(|| element.words())
}

fn handled(item: Element<'_>) -> Vec<Handled> {
    let history = item.child("hopHistory");
    let hops = history.iter().flat_map(|history| history.children()).filter(|hop| hop.is("hop"));
    let action = |hop: Element<'_>| hop.child("action").and_then(named);
    hops.filter_map(|hop| Some(Handled { party: hop.child("party").and_then(named)?, action: action(hop) })).collect()
}
