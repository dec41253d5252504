//! Lines of plain text to paragraphs.
//!
//! Blank lines always part paragraphs. Between them, some copy wraps its lines at a width and some sets a paragraph on every line;
//! which of the two a document does is decided once, from all its lines.

use super::lines::Line;
use super::words::{ends_sentence, starts_small, words};
use super::{boilerplate, byline, credit, dateline};
use crate::lexicon::Boilerplate;
use crate::read::Role;
use crate::span::Span;

/// Copy that is wrapped has lines no longer than this, in bytes.
const WIDEST: usize = 120;

/// A quotation left open joins at most this many lines of copy that is not wrapped.
const LONGEST_QUOTATION: usize = 4;

/// A paragraph of the page, with what its markup says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its words, trimmed.
    pub span: Span,
    /// What the markup makes of it.
    pub role: Role,
}

/// The paragraphs of plain text, in order; `list` tells lines of page furniture.
pub(super) fn paragraphs(text: &str, lines: &[Line], list: &Boilerplate) -> Vec<Paragraph> {
    let rows = rows(text, lines, list);
    let page = Page { text, layout: Layout::of(text, &rows) };
    let mut found = Vec::new();
    for chunk in rows.split(|row| row.line.is_blank()).filter(|chunk| !chunk.is_empty()) {
        let is_first = found.is_empty();
        page.split(chunk, is_first, &mut found);
    }
    found
}

/// A line, and what those beside it ask.
#[derive(Clone, Copy)]
struct Row {
    line: Line,
    /// Whether it is no part of a paragraph, whatever stands around it. Told where a line stands right above or below it.
    stands_alone: bool,
}

fn rows(text: &str, lines: &[Line], list: &Boilerplate) -> Vec<Row> {
    let has_text = |at: usize| lines.get(at).is_some_and(|line| !line.is_blank());
    let row = |(at, line): (usize, &Line)| {
        let has_neighbour = has_text(at) && (has_text(at.wrapping_sub(1)) || has_text(at + 1));
        Row { line: *line, stands_alone: has_neighbour && stands_alone(line.span.of(text), list) }
    };
    lines.iter().enumerate().map(row).collect()
}

/// What every line is read with.
#[derive(Clone, Copy)]
struct Page<'a> {
    text: &'a str,
    layout: Layout,
}

impl Page<'_> {
    /// Parts a run of lines that no blank line parts.
    fn split(self, chunk: &[Row], is_first: bool, found: &mut Vec<Paragraph>) {
        let mut start = 0;
        for at in 1..=chunk.len() {
            let ends = at == chunk.len() || {
                let opens_text = is_first && at == 1;
                !Join { page: self, before: &chunk[start..at], next: chunk[at], opens_text }.holds()
            };
            if ends {
                let span = chunk[start].line.span.to(chunk[at - 1].line.span);
                found.push(Paragraph { span, role: Role::Text });
                start = at;
            }
        }
    }
}

/// How a document sets its paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Lines are wrapped at this many bytes.
    Wrapped(usize),
    /// Every line is a paragraph.
    Lines,
}

impl Layout {
    /// Wrapped lines are short, half of them stop in mid-sentence, and many of those after them go on in small letters.
    fn of(text: &str, rows: &[Row]) -> Self {
        let (mut open, mut small) = (0, 0);
        let mut lengths = Vec::new();
        for (line, next) in neighbours(text, rows) {
            lengths.push(line.len());
            open += usize::from(!ends_sentence(line));
            small += usize::from(starts_small(next));
        }
        lengths.sort_unstable();
        // The width is that of nearly all lines: a stray long one must not make the others look cut short.
        let width = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(usize::MAX);
        let is_wrapped = width <= WIDEST && open * 2 >= lengths.len() && small * 10 >= lengths.len() * 3;
        if is_wrapped { Self::Wrapped(width) } else { Self::Lines }
    }
}

/// Each line with the one right below it; lines that are never part of a paragraph say nothing of the layout.
fn neighbours<'a>(text: &'a str, rows: &[Row]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let is_part = |row: &Row| !row.line.is_blank() && !row.stands_alone;
    let pairs = rows.windows(2).filter(move |pair| pair.iter().all(is_part));
    let words = pairs.map(|pair| (pair[0].line.span.of(text), pair[1].line.span.of(text)));
    words.filter(|(_, next)| !starts_story(next))
}

/// Whether a line goes on with the paragraph before it.
struct Join<'a> {
    page: Page<'a>,
    /// The paragraph's lines so far: at least one.
    before: &'a [Row],
    next: Row,
    /// Whether the line before is the text's first.
    opens_text: bool,
}

impl Join<'_> {
    fn holds(&self) -> bool {
        match self.page.layout {
            Layout::Wrapped(width) => !self.parts_wrapped(width),
            Layout::Lines => self.goes_on_in_small_letters() || self.goes_on_quoting(),
        }
    }

    fn last_row(&self) -> Row {
        self.before[self.before.len() - 1]
    }

    fn last(&self) -> &str {
        self.last_row().line.span.of(self.page.text)
    }

    fn next(&self) -> &str {
        self.next.line.span.of(self.page.text)
    }

    /// Whether a new paragraph begins in wrapped copy: indented, after a line that stopped early, or a line of its own kind.
    fn parts_wrapped(&self, width: usize) -> bool {
        let indented = self.next.line.indent > self.last_row().line.indent + 1;
        let early = self.stopped_early(width) && (ends_sentence(self.last()) || self.opens_text);
        let alone = self.before.len() == 1 && self.last_row().stands_alone;
        let next_alone =
            self.next.stands_alone && (ends_sentence(self.last()) || self.opens_text || self.next().starts_with('('));
        let small = starts_small(self.next());
        let byline = || self.next.stands_alone && self.next().get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
        !small && (byline() || indented || early || alone || next_alone || starts_story(self.next()))
    }

    /// Whether the next line's first word would have had room on the last line.
    fn stopped_early(&self, width: usize) -> bool {
        let word = words(self.next()).next().map_or(0, str::len);
        self.last().len() + word + 8 <= width
    }

    fn goes_on_in_small_letters(&self) -> bool {
        let last = self.last();
        !ends_sentence(last) && !last.ends_with(':') && starts_small(self.next()) && !self.last_row().stands_alone
    }

    /// Whether a quotation is open, and the next line does not open one anew.
    fn goes_on_quoting(&self) -> bool {
        let lines = self.before.len();
        lines < LONGEST_QUOTATION
            && !self.next().starts_with(['"', '“'])
            && self.last().len() <= 4 * WIDEST
            && is_quotation_open(self.before.iter().map(|row| row.line.span.of(self.page.text)))
    }
}

/// Whether a quotation is begun and not ended in these lines.
fn is_quotation_open<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let (mut straight, mut curly) = (0usize, 0isize);
    for mark in lines.flat_map(str::chars) {
        match mark {
            '"' => straight += 1,
            '“' => curly += 1,
            '”' => curly -= 1,
            _ => {}
        }
    }
    straight % 2 == 1 || curly > 0
}

/// Whether a line is no part of a paragraph, whatever stands around it.
fn stands_alone(line: &str, list: &Boilerplate) -> bool {
    boilerplate::is_boilerplate(line, list) || byline::byline(line).is_some() || credit::credit(line).is_some()
}

/// Whether a line begins with a dateline that cannot stand within a sentence.
fn starts_story(line: &str) -> bool {
    dateline::dateline(line).is_some_and(|found| found.is_likely() && (found.is_sure() || found.agency.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::lines::lines;
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> Vec<&str> {
        let list = Lexicon::built_in().boilerplate();
        paragraphs(text, &lines(text, Span::new(0, text.len())), list)
            .iter()
            .map(|paragraph| paragraph.span.of(text))
            .collect()
    }

    #[test]
    fn blank_lines_part() {
        assert_eq!(read("One.\n\n \u{a0}\t\r\nTwo.\r\r"), ["One.", "Two."]);
        assert_eq!(read(""), [""; 0]);
    }

    #[test]
    fn a_line_can_be_a_paragraph() {
        assert_eq!(read("The mayor spoke.\nThe council did not.\n"), ["The mayor spoke.", "The council did not."]);
        assert_eq!(read("Home\nNews\nWeather"), ["Home", "News", "Weather"]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "The mayor of the old town said on Monday that\nthe bridge over the river would be closed for\nrepairs.\n\nNo date was given.\n";
        assert_eq!(read(text), [&text[..text.find("\n\n").unwrap()], "No date was given."]);
    }

    #[test]
    fn wrapped_paragraphs_part_at_an_indent_or_a_line_cut_short() {
        let first =
            "The mayor of the old town said on Monday that\nthe bridge over the river would be closed for\nrepairs.";
        let second = "No date was given for when the people of the\ntown could use it again.";
        assert_eq!(read(&format!("{first}\n{second}\n")), [first, second]);
        assert_eq!(read(&format!("   {first}\n   {second}\n")), [first, second]);
    }

    #[test]
    fn a_headline_above_wrapped_copy_is_its_own() {
        let story = "ROME, May 4 (AP) - The mayor of the old town said on\nMonday that the bridge over the river would be shut\nand then closed.";
        assert_eq!(read(&format!("Bridge to close\n{story}")), ["Bridge to close", story]);
        assert_eq!(read(&format!("Bridge to close\nBy Ann Lee\n{story}")), ["Bridge to close", "By Ann Lee", story]);
        let headline = "Bridge over the river to close\nfor repairs in May";
        assert_eq!(read(&format!("{headline}\nBy Ann Lee\n{story}")), [headline, "By Ann Lee", story]);
    }

    #[test]
    fn an_open_quotation_goes_on() {
        assert_eq!(read("\"It rained.\nIt poured,\" she said.\nThen it stopped.").len(), 2);
        assert_eq!(read("“It rained.\n“It poured,” she said.\nThen it stopped.").len(), 3);
    }
}
