//! JSON Lines: one document a line, with `text` and, if they are known, `id`, `publication`, `date` and `headline`.

use super::json;
use super::piece::Role;
use super::stated::{Stated, day};
use super::story::Story;
use super::{Format, Reason};

/// The document of one line. Errors: what is no JSON object, one without `text`, and a `date` that is none.
pub(super) fn story(line: &str) -> Result<Story, Reason> {
    let object = json::object(line, Format::Jsonl)?;
    let Some(text) = object.field("text").and_then(json::Field::string) else {
        return Err(wrong(line, "no \"text\" on this line"));
    };
    let date = object.words(&["date"]);
    let published = date.as_deref().and_then(day);
    if date.is_some() && published.is_none() {
        return Err(wrong(line, "no such \"date\"; write it like 2023-09-04"));
    }
    let mut story = Story { stated: Stated { published, ..stated(&object) }, ..Story::default() };
    if let Some(headline) = object.field("headline").and_then(json::Field::string) {
        story.add(Role::Heading, &headline);
    }
    story.add(Role::Plain, &text);
    Ok(story)
}

fn stated(object: &json::Object<'_>) -> Stated {
    Stated {
        id: object.words(&["id"]),
        headline: object.words(&["headline"]),
        byline: object.words(&["byline", "author"]),
        publication: object.words(&["publication"]),
        language: object.words(&["language"]),
        slug: object.words(&["slug"]),
        ..Stated::default()
    }
}

fn wrong(line: &str, what: &str) -> Reason {
    let place = super::lines::position(line, line.len() - line.trim_start_matches('\u{feff}').len());
    Reason::Malformed { format: Format::Jsonl, place, what: what.to_owned() }
}
