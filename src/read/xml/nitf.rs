//! NITF: a story as one XML file.

use super::tree::{Element, Tree};
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::stated::{Handled, Stated, day};
use crate::read::story::Story;
use crate::read::{Format, Reason};

/// The stories of a NITF file: one. Errors: what is not well-formed, and a file without copy.
pub(in crate::read) fn read(text: &str) -> Result<Vec<Story>, Reason> {
    let source = Mapped::whole(text);
    let tree = Tree::parse(&source, Format::Nitf)?;
    let story = tree.find("nitf").or_else(|| tree.elements().next()).map(story).unwrap_or_default();
    if story.is_empty() { Err(Reason::NoCopy(Format::Nitf)) } else { Ok(vec![story]) }
}

/// The story in a `nitf` element.
pub(super) fn story(nitf: Element<'_>) -> Story {
    let mut story = Story { stated: stated(nitf), ..Story::default() };
    let headline = nitf.find("hl1").or_else(|| nitf.find("hedline"));
    if let Some(headline) = headline {
        headline.blocks().iter().take(1).for_each(|block| story.add(Role::Heading, &block.words));
    }
    let head = nitf.find("body.head");
    for (name, role) in [("byline", Role::Byline), ("dateline", Role::Dateline)] {
        let found = head.and_then(|head| head.child(name));
        found
            .iter()
            .flat_map(|found| found.blocks())
            .filter(|block| block.role == role)
            .for_each(|block| story.add_block(&block));
    }
    for name in ["body.content", "body.end"] {
        let found = nitf.find(name);
        found.iter().flat_map(|found| found.blocks()).for_each(|block| story.add_block(&block));
    }
    story
}

fn stated(nitf: Element<'_>) -> Stated {
    let attribute = |element: &str, key: &str| nitf.find(element).and_then(|found| found.attribute(key));
    let dateline = nitf.find("dateline");
    let norm = attribute("date.issue", "norm").or_else(|| attribute("story.date", "norm"));
    Stated {
        id: attribute("doc-id", "id-string"),
        headline: nitf.words_of("hl1").or_else(|| nitf.words_of("hedline")).or_else(|| nitf.words_of("title")),
        byline: nitf.find("byline").and_then(|byline| byline.words_of("person").or_else(|| byline.words())).map(name),
        place: dateline.and_then(|dateline| dateline.words_of("location")),
        publication: nitf.find("distributor").and_then(Element::words),
        published: norm.and_then(|norm| day(&norm)),
        language: nitf.attribute("lang"),
        slug: attribute("slug-line", "value")
            .or_else(|| attribute("du-key", "key"))
            .or_else(|| attribute("fixture", "fix-id")),
        credit: attribute("doc.copyright", "holder"),
        note: attribute("ed-msg", "info"),
        handled: handled(nitf),
        ..Stated::default()
    }
}

/// "Jane Doe" of "By Jane Doe".
fn name(byline: String) -> String {
    let by = byline.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    if by { byline[3..].trim().to_owned() } else { byline }
}

/// `del-list/from-src`: from whom to whom the item was sent.
fn handled(nitf: Element<'_>) -> Vec<Handled> {
    let list = nitf.find("del-list");
    let steps = list.iter().flat_map(|list| list.children()).filter(|step| step.is("from-src"));
    let party = |step: Element<'_>| step.attribute("src-name").or_else(|| step.words());
    steps.filter_map(|step| Some(Handled { party: party(step)?, action: None })).collect()
}
