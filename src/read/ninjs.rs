//! ninjs 1.x to 3.x: news in JSON. Version 3 spells its keys with capitals inside, 1 and 2 without; both are taken. So are the keys
//! of a line of JSON Lines, for one that is set over several lines.

use super::json::{self, Field, Object};
use super::mapped::Mapped;
use super::piece::Role;
use super::stated::{Stated, day};
use super::story::Story;
use super::{Format, Reason, html};

/// The stories of a file: one object, or a list of them. Errors: what is no JSON, and a file without copy.
pub(super) fn read(text: &str) -> Result<Vec<Story>, Reason> {
    let items = json::objects(text, Format::Ninjs)?;
    let stories: Vec<Story> = items.iter().map(story).filter(|story| !story.is_empty()).collect();
    if stories.is_empty() { Err(Reason::NoCopy(Format::Ninjs)) } else { Ok(stories) }
}

fn story(item: &Object<'_>) -> Story {
    let mut story = Story { stated: stated(item), ..Story::default() };
    let Some(body) = body(item) else { return Story::default() };
    if let Some(headline) = headline(item) {
        story.add(Role::Heading, &headline);
    }
    match body {
        Body::Page(words) => html::blocks(&words).iter().for_each(|block| story.add_block(block)),
        Body::Plain(words) => story.add(Role::Plain, &words),
    }
    story
}

/// The copy itself.
enum Body {
    Page(Mapped),
    Plain(Mapped),
}

impl Body {
    /// What is read rather: marked paragraphs before plain text, long before short.
    fn rank(&self) -> (bool, usize) {
        match self {
            Self::Page(words) => (true, words.len()),
            Self::Plain(words) => (false, words.len()),
        }
    }
}

fn body(item: &Object<'_>) -> Option<Body> {
    let named = [("body_xhtml", true), ("body_html", true), ("body_text", false), ("text", false)];
    let named = named.into_iter().filter_map(|(name, is_page)| Some((item.field(name)?.string()?, is_page)));
    let listed = item.field("bodies").map(Field::items).unwrap_or_default();
    let listed = listed.into_iter().filter_map(Field::object).filter_map(|body| {
        let kind = body.words(&["contenttype", "content_type"]).unwrap_or_default();
        Some((body.field("value")?.string()?, kind.contains("html")))
    });
    let bodies = named.chain(listed).filter(|(words, _)| !words.text().trim().is_empty());
    let bodies = bodies.map(|(words, is_page)| if is_page { Body::Page(words) } else { Body::Plain(words) });
    bodies.max_by_key(Body::rank)
}

/// `headline`, or the main one of `headlines`, else the first.
fn headline(item: &Object<'_>) -> Option<Mapped> {
    let listed = item.field("headlines").map(Field::items).unwrap_or_default();
    let mut listed: Vec<Object<'_>> = listed.into_iter().filter_map(Field::object).collect();
    listed.sort_by_key(|one| one.words(&["role"]).is_none_or(|role| !role.contains("main")));
    let listed = listed.iter().find_map(|one| one.field("value")?.string());
    let headline = item.field("headline").and_then(Field::string).or(listed)?;
    (!headline.text().trim().is_empty()).then_some(headline)
}

fn stated(item: &Object<'_>) -> Stated {
    let date = item.words(&["versioncreated", "firstcreated", "contentcreated", "datecreated", "date"]);
    Stated {
        id: item.words(&["uri", "altids", "id"]),
        headline: headline(item).and_then(|headline| super::stated::tidy(headline.text())),
        byline: item.words(&["by", "byline", "author"]),
        place: item.words(&["located", "dateline"]),
        publication: item.words(&["infosources", "infosource", "provider", "source", "publication"]),
        published: date.and_then(|date| day(&date)),
        language: item.words(&["language"]),
        slug: item.words(&["slugline", "slug"]),
        credit: item.words(&["creditline", "copyrightholder"]),
        note: item.words(&["ednote"]),
        ..Stated::default()
    }
}
