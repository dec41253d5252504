//! Markdown: paragraphs without their heading, list and quotation marks.

use super::blocks::Paragraph;
use super::boilerplate;
use super::lines::Line;
use super::words::trim;
use crate::lexicon::Boilerplate;
use crate::read::Role;
use crate::span::Span;

/// The paragraphs, in order; `list` tells lines of page furniture.
pub(super) fn paragraphs(text: &str, lines: &[Line], list: &Boilerplate) -> Vec<Paragraph> {
    let mut reader = Reader { text, list, found: Vec::new(), open: None };
    let mut at = 0;
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
    let is_alone = target.find(')').is_some_and(|at| at + 1 == target.len());
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
        let lines = lines(text, Span::new(0, text.len()));
        let list = Lexicon::built_in().boilerplate();
        paragraphs(text, &lines, list).iter().map(|found| (found.role, found.span.of(text))).collect()
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
        assert_eq!(read("[The mayor]("), [(Role::Text, "[The mayor](")]);
    }
}
