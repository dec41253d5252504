//! Markdown: front matter, and paragraphs without their heading, list and quotation marks.

use super::blocks::{Paragraph, Role};
use super::boilerplate;
use super::lines::Line;
use super::words::{trim, trimmed};
use crate::lexicon::Boilerplate;
use crate::span::Span;
use jiff::civil::Date;

/// What a document's front matter says; the rest of its keys are left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// `title:`, `headline:`
    pub title: Option<String>,
    /// `author:`, `byline:`
    pub author: Option<String>,
    /// `date:`, `published:`
    pub date: Option<Date>,
    /// `publication:`, `publisher:`
    pub publication: Option<String>,
    /// `language:`, `lang:`
    pub language: Option<String>,
    /// `slug:`
    pub slug: Option<String>,
}

/// The front matter's keys, and how many lines it takes with its fences: none where there is none.
pub(super) fn front_matter(text: &str, lines: &[Line]) -> (FrontMatter, usize) {
    let mut found = FrontMatter::default();
    let is_fence = |line: &Line| matches!(line.span.of(text), "---" | "...");
    let Some(inner) =
        lines.first().filter(|first| first.span.of(text) == "---").and_then(|_| lines[1..].iter().position(is_fence))
    else {
        return (found, 0);
    };
    for (key, value) in lines[1..=inner].iter().filter_map(|line| line.span.of(text).split_once(':')) {
        found.take(trimmed(key), unquoted(value));
    }
    (found, inner + 2)
}

/// A value without quotation marks around it.
fn unquoted(value: &str) -> &str {
    let value = trimmed(value);
    let inner = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
    inner.unwrap_or(value)
}

impl FrontMatter {
    /// Takes one key's value; an empty value says nothing.
    fn take(&mut self, key: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        match key.to_ascii_lowercase().as_str() {
            "title" | "headline" => self.title = Some(value.to_owned()),
            "author" | "byline" => self.author = Some(value.to_owned()),
            "publication" | "publisher" => self.publication = Some(value.to_owned()),
            "language" | "lang" => self.language = Some(value.to_owned()),
            "slug" => self.slug = Some(value.to_owned()),
            // A time may follow the day.
            "date" | "published" => self.date = value.get(..10).and_then(|day| day.parse().ok()),
            _ => {}
        }
    }
}

/// The paragraphs, in order; the first `front` lines are front matter, and `list` tells lines of page furniture.
pub(super) fn paragraphs(text: &str, lines: &[Line], front: usize, list: &Boilerplate) -> Vec<Paragraph> {
    let mut reader = Reader { text, list, found: Vec::new(), open: None };
    if front > 0 {
        reader.push(lines[0].span.to(lines[front - 1].span), Role::Furniture);
    }
    let mut at = front;
    while at < lines.len() {
        at += reader.read(&lines[at..]);
    }
    reader.close(Role::Text);
    reader.found
}

/// Reads line by line.
struct Reader<'a> {
    text: &'a str,
    list: &'a Boilerplate,
    found: Vec<Paragraph>,
    /// The paragraph that the next line may go on with.
    open: Option<Span>,
}

impl Reader<'_> {
    /// Reads the first of `lines`, or all of a fenced piece; says how many it took.
    fn read(&mut self, lines: &[Line]) -> usize {
        let line = lines[0].span;
        let words = line.of(self.text);
        if let Some(fenced) = self.fenced(lines) {
            self.close(Role::Text);
            self.push(line.to(lines[fenced - 1].span), Role::Furniture);
            return fenced;
        }
        if let Some(heading) = heading(words) {
            self.close(Role::Text);
            self.push(Span::new(line.start + heading.start, line.start + heading.end), Role::Heading);
        } else if is_underline(words) && self.open.is_some() {
            self.close(Role::Heading);
        } else {
            self.read_text(line);
        }
        1
    }

    fn read_text(&mut self, line: Span) {
        let (mark, parts) = item_mark(line.of(self.text));
        let inner = trim(self.text, Span::new(line.start + mark, line.end));
        if parts || inner.is_empty() {
            self.close(Role::Text);
        }
        if !inner.is_empty() {
            self.open = Some(self.open.map_or(inner, |open| open.to(inner)));
        }
    }

    /// How many lines a piece of code takes, if one starts here and is closed.
    fn fenced(&self, lines: &[Line]) -> Option<usize> {
        let is_fence = |line: &Line| line.span.of(self.text).starts_with("```");
        is_fence(&lines[0]).then(|| lines[1..].iter().position(is_fence).map(|at| at + 2)).flatten()
    }

    fn close(&mut self, role: Role) {
        if let Some(span) = self.open.take() {
            let role = if is_furniture(span.of(self.text), self.list) { Role::Furniture } else { role };
            self.push(span, role);
        }
    }

    fn push(&mut self, span: Span, role: Role) {
        let span = if role == Role::Furniture { span } else { without_emphasis(self.text, span) };
        if !span.is_empty() {
            self.found.push(Paragraph { span, role });
        }
    }
}

/// Where in the line the words of a `#` heading are.
fn heading(line: &str) -> Option<std::ops::Range<usize>> {
    let marks = line.len() - line.trim_start_matches('#').len();
    let is_heading = (1..=6).contains(&marks) && line[marks..].starts_with([' ', '\t']);
    is_heading.then(|| {
        let words = trim(line, Span::new(marks, line.trim_end_matches('#').len().max(marks)));
        words.start..words.end
    })
}

/// The line of signs under a heading.
fn is_underline(line: &str) -> bool {
    line.len() >= 2 && ['=', '-'].iter().any(|sign| line.chars().all(|c| c == *sign))
}

/// How many bytes of list and quotation marks a line begins with, and whether a new paragraph starts there.
fn item_mark(line: &str) -> (usize, bool) {
    if let Some(quoted) = line.strip_prefix('>') {
        return (line.len() - quoted.trim_start_matches(['>', ' ']).len(), false);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = match digits {
        0 => line.strip_prefix(['-', '*', '+']),
        1..=2 => line[digits..].strip_prefix(['.', ')']),
        _ => None,
    };
    match after {
        Some(after) if after.starts_with([' ', '\t']) => (line.len() - after.len(), true),
        _ => (0, false),
    }
}

/// A picture, a comment, a link to elsewhere.
fn is_furniture(words: &str, list: &Boilerplate) -> bool {
    let is_picture = words.starts_with("![") && words.ends_with(')') && words.matches('[').count() == 1;
    let is_comment = words.starts_with("<!--") && words.ends_with("-->");
    is_picture || is_comment || lone_link(words).is_some_and(|label| boilerplate::is_boilerplate(label, list))
}

/// The words of a link that is all there is.
fn lone_link(words: &str) -> Option<&str> {
    let (label, target) = words.strip_prefix('[')?.split_once("](")?;
    let is_alone = target.find(')') == Some(target.len() - 1);
    is_alone.then_some(label)
}

/// `span` without emphasis marks that enclose all of it.
fn without_emphasis(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let enclosed = ["***", "**", "__", "*", "_"].iter().find_map(|mark| {
        let inner = words.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark)).then_some(mark.len())
    });
    enclosed.map_or(span, |mark| trim(text, Span::new(span.start + mark, span.end - mark)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lines::lines;
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> Vec<(Role, &str)> {
        let lines = lines(text);
        let (_, front) = front_matter(text, &lines);
        let list = Lexicon::built_in().boilerplate();
        paragraphs(text, &lines, front, list).iter().map(|found| (found.role, found.span.of(text))).collect()
    }

    #[test]
    fn front_matter_is_read() {
        let text = "---\ntitle: \"A bridge: falls\"\nauthor: Ann Lee\ndate: 2024-03-12T10:00\npublication: The Echo\nlang: en\ndraft:\n---\nText.";
        let (found, lines) = front_matter(text, &lines(text));
        assert_eq!(lines, 8);
        assert_eq!(found.title.as_deref(), Some("A bridge: falls"));
        assert_eq!(found.author.as_deref(), Some("Ann Lee"));
        assert_eq!(found.date, Some(jiff::civil::date(2024, 3, 12)));
        assert_eq!(found.publication.as_deref(), Some("The Echo"));
        assert_eq!((found.language.as_deref(), found.slug), (Some("en"), None));
        assert_eq!(read(text)[1], (Role::Text, "Text."));
    }

    #[test]
    fn front_matter_that_never_ends_is_none() {
        assert_eq!(front_matter("---\ntitle: x", &lines("---\ntitle: x")).1, 0);
    }

    #[test]
    fn marks_are_left_out() {
        let text =
            "# Bridge falls ##\n\nThe mayor\nspoke.\n- One\n* Two\n\n> Quoted words.\n\n**By Ann Lee**\n\nUnder\n===\n";
        let found = [
            (Role::Heading, "Bridge falls"),
            (Role::Text, "The mayor\nspoke."),
            (Role::Text, "One"),
            (Role::Text, "Two"),
            (Role::Text, "Quoted words."),
            (Role::Text, "By Ann Lee"),
            (Role::Heading, "Under"),
        ];
        assert_eq!(read(text), found);
    }

    #[test]
    fn pictures_and_code_are_furniture() {
        let text = "![A bridge](bridge.png)\n\n```\nThe code.\n```\n\n[Read more](https://example.org)\n\n[The mayor](x) spoke.";
        let roles: Vec<_> = read(text).iter().map(|found| found.0).collect();
        assert_eq!(roles, [Role::Furniture, Role::Furniture, Role::Furniture, Role::Text]);
        assert_eq!(read("```\nNever closed."), [(Role::Text, "```\nNever closed.")]);
    }
}
