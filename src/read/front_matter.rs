//! What the front matter of Markdown says.

use super::line_spans;
use super::piece::{Piece, Role};
use super::stated::{Stated, day, tidy};
use crate::span::Span;

/// What the front matter states, and the pieces of `text`: the front matter, if there is one, and the rest.
pub(super) fn read(text: &str) -> (Stated, Vec<Piece>) {
    let Some((stated, end)) = front_matter(text) else {
        return (Stated::default(), vec![Piece { span: Span::new(0, text.len()), role: Role::Markdown }]);
    };
    let front = Piece { span: Span::new(0, end), role: Role::Furniture };
    (stated, vec![front, Piece { span: Span::new(end, text.len()), role: Role::Markdown }])
}

/// Where the front matter ends; 0 where there is none.
pub(super) fn end(text: &str) -> usize {
    front_matter(text).map_or(0, |(_, end)| end)
}

/// What stands between two fences at the start of the text, and the bytes up to the end of the second.
fn front_matter(text: &str) -> Option<(Stated, usize)> {
    let words = |line: Span| line.of(text).trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut lines = line_spans(text);
    lines.next().filter(|first| words(*first) == "---")?;
    let mut stated = Stated::default();
    for line in lines {
        if matches!(words(line), "---" | "...") {
            return Some((stated, line.end));
        }
        if let Some((key, value)) = words(line).split_once(':') {
            take(&mut stated, key.trim(), unquoted(value));
        }
    }
    None
}

/// A value without quotation marks around it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let inner = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
    inner.unwrap_or(value)
}

/// Takes one key's value; an empty value says nothing.
fn take(stated: &mut Stated, key: &str, value: &str) {
    let Some(words) = tidy(value) else { return };
    match key.to_ascii_lowercase().as_str() {
        "title" | "headline" => stated.headline = Some(words),
        "author" | "byline" => stated.byline = Some(words),
        "publication" | "publisher" => stated.publication = Some(words),
        "location" | "place" => stated.place = Some(words),
        "language" | "lang" => stated.language = Some(words),
        "slug" => stated.slug = Some(words),
        "credit" => stated.credit = Some(words),
        "date" | "published" => stated.published = day(&words),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read() {
        let text = "\u{feff}---\ntitle: \"A bridge: falls\"\nauthor: Ann Lee\ndate: 2024-03-12T10:00\npublication: The Echo\nlang: en\ndraft:\n---\nText.";
        let (stated, pieces) = read(text);
        assert_eq!(stated.headline.as_deref(), Some("A bridge: falls"));
        assert_eq!(stated.byline.as_deref(), Some("Ann Lee"));
        assert_eq!(stated.published, Some(jiff::civil::date(2024, 3, 12)));
        assert_eq!(stated.publication.as_deref(), Some("The Echo"));
        assert_eq!((stated.language.as_deref(), stated.slug), (Some("en"), None));
        assert_eq!(pieces[1].span.of(text).trim(), "Text.");
    }

    #[test]
    fn front_matter_that_never_ends_is_none() {
        assert_eq!(read("---\ntitle: x").1.len(), 1);
    }
}
