//! The copy's own lines with spans labelled beneath them.
//!
//! A paragraph is often one line of the file, far wider than a terminal. So the lines are folded
//! here, with the file's line number before the first row of each, and annotate-snippets draws
//! the labels beneath the rows.

use super::cell::options;
use crate::span::Span;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// How much of a line is shown before the first mark and after the last one, in bytes.
const CONTEXT: usize = 160;

/// How many rows of one mark are shown; those between its first and last ones are left out, where there are two or more.
const ROWS_OF_A_MARK: usize = 6;

/// How much of a long mark is shown, in bytes: half of it at its start, and half at its end.
const LONGEST: usize = 1200;

/// The columns that annotate-snippets puts before a row, and a label behind it.
const GUTTER: usize = 4 + 10;

/// A piece of text to label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it is in the text.
    pub span: Span,
    /// What stands beneath it.
    pub label: String,
    /// Whether it is what the reader should look at first.
    pub first: bool,
}

impl Mark {
    /// A mark that is one among others.
    pub fn new(span: Span, label: impl Into<String>) -> Self {
        Self { span, label: label.into(), first: false }
    }

    /// The mark that is looked at first.
    pub fn first(span: Span, label: impl Into<String>) -> Self {
        Self { first: true, ..Self::new(span, label) }
    }

    fn kind(&self) -> AnnotationKind {
        if self.first { AnnotationKind::Primary } else { AnnotationKind::Context }
    }
}

/// Where a text's lines begin, in bytes.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<usize>,
    /// Their lines in the file; empty where the text is the file.
    in_file: Vec<usize>,
}

impl Lines {
    /// The lines of `text`, with the lines of the file where they begin; none are given where the text is the file.
    pub fn of(text: &str, in_file: &[usize]) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(after).collect(), in_file: in_file.to_vec() }
    }

    /// The 1-based number, in the file, of the line that has byte `at` of the text.
    pub fn number(&self, at: usize) -> usize {
        self.shown(self.line(at))
    }

    /// The number in the file of line `number` of the text.
    fn shown(&self, number: usize) -> usize {
        self.in_file.get(number - 1).copied().unwrap_or(number)
    }

    /// The 1-based number, in the text, of the line that has byte `at`.
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// The bytes of line `number` of `text`, without its line break.
    fn bytes(&self, number: usize, text: &str) -> Range<usize> {
        let start = self.starts[number - 1];
        let end = self.starts.get(number).copied().unwrap_or(text.len());
        start..start + text[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

/// The rows of `text` that have `marks`, with a label beneath each; empty where nothing is marked.
pub fn draw(text: &str, lines: &Lines, marks: &[Mark], width: usize, color: bool) -> String {
    let shows = |mark: &&Mark| text.get(mark.span.start..mark.span.end).is_some_and(|shown| !shown.is_empty());
    let marks: Vec<Mark> = marks.iter().filter(shows).cloned().collect();
    if marks.is_empty() {
        return String::new();
    }
    let rows = Rows::around(text, lines, &marks, width.max(24));
    let snippet =
        Snippet::source(&rows.text).line_numbering(false).annotations(marks.iter().flat_map(|m| rows.annotations(m)));
    let group = Group::with_level(Level::INFO).element(snippet);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.hyperlink(false).decor_style(DecorStyle::Unicode).term_width(width.max(24)).render(&[group])
}

/// Folded text, and where each row of it comes from.
#[derive(Default)]
struct Rows {
    text: String,
    /// Bytes of the document, and the byte of `text` where they begin.
    rows: Vec<(Range<usize>, usize)>,
}

impl Rows {
    fn around(text: &str, lines: &Lines, marks: &[Mark], width: usize) -> Self {
        let mut rows = Self::default();
        let digits = lines.number(marks.iter().map(|m| m.span.end).max().unwrap_or(0)).to_string().len();
        for (number, range) in pieces(text, lines, marks) {
            rows.fold(text, lines.shown(number), range, digits, width.saturating_sub(GUTTER + digits + 2).max(8));
        }
        rows
    }

    /// Adds `range` of line `number`, folded to `width` columns.
    fn fold(&mut self, text: &str, number: usize, range: Range<usize>, digits: usize, width: usize) {
        let mut at = range.start;
        for (i, piece) in textwrap::wrap(&text[range.clone()], options(width)).iter().enumerate() {
            let skipped = text[at..range.end].find(&**piece).unwrap_or(0);
            let start = at + skipped;
            at = (start + piece.len()).min(range.end);
            let label = if i == 0 { number.to_string() } else { String::new() };
            self.text.push_str(&format!("{label:>digits$}  "));
            self.rows.push((start..at, self.text.len()));
            self.text.push_str(&text[start..at]);
            self.text.push('\n');
        }
    }

    /// One annotation for each row that `mark` touches; the last has the label.
    fn annotations<'m>(&self, mark: &'m Mark) -> Vec<Annotation<'m>> {
        let touched: Vec<_> = self.rows.iter().filter_map(|row| part(row, mark.span)).collect();
        let count = touched.len();
        let shown = |i: usize| count <= ROWS_OF_A_MARK + 1 || i < ROWS_OF_A_MARK / 2 || i >= count - ROWS_OF_A_MARK / 2;
        let annotate = |(i, range): (usize, Range<usize>)| {
            let annotation = mark.kind().span(range);
            if i + 1 == count { annotation.label(mark.label.as_str()) } else { annotation }
        };
        touched.into_iter().enumerate().filter(|(i, _)| shown(*i)).map(annotate).collect()
    }
}

/// The bytes of the rows' text that show what `row` and `span` have in common.
fn part((range, at): &(Range<usize>, usize), span: Span) -> Option<Range<usize>> {
    let (start, end) = (span.start.max(range.start), span.end.min(range.end));
    (start < end).then(|| at + start - range.start..at + end - range.start)
}

/// The pieces of the lines that hold `marks`, each with its line's number: near the marks only, as a line may be very long.
fn pieces(text: &str, lines: &Lines, marks: &[Mark]) -> Vec<(usize, Range<usize>)> {
    let mut spans: Vec<Span> = marks.iter().flat_map(|m| ends(text, m.span)).collect();
    spans.sort();
    let mut pieces: Vec<(usize, Range<usize>)> = vec![];
    for span in spans {
        for number in lines.line(span.start)..=lines.line(span.end.saturating_sub(1)) {
            let piece = near(text, lines.bytes(number, text), span);
            match pieces.last_mut() {
                Some((last, range)) if *last == number && piece.start <= range.end => {
                    range.end = range.end.max(piece.end)
                }
                _ if piece.is_empty() => {}
                _ => pieces.push((number, piece)),
            }
        }
    }
    pieces
}

/// A span, or where it is long its start and its end.
fn ends(text: &str, span: Span) -> Vec<Span> {
    if span.end - span.start <= LONGEST {
        return vec![span];
    }
    let border = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (border(span.start + LONGEST / 2), border(span.end - LONGEST / 2));
    vec![Span::new(span.start, start), Span::new(end, span.end)]
}

/// What of `line` lies within [`CONTEXT`] of `span`, cut at spaces.
fn near(text: &str, line: Range<usize>, span: Span) -> Range<usize> {
    let start = span.start.clamp(line.start, line.end);
    let end = span.end.clamp(line.start, line.end);
    from_space(text, line.start, start)..up_to_space(text, end, line.end)
}

/// Where to begin so that no more than [`CONTEXT`] bytes, and no half word, stand before `start`.
fn from_space(text: &str, line_start: usize, start: usize) -> usize {
    let far = start.saturating_sub(CONTEXT);
    if far <= line_start {
        return line_start;
    }
    // Bytes, as `far` may lie inside a character; a space byte never does.
    let space = text.as_bytes()[far..start].iter().position(|b| *b == b' ');
    space.map_or(start, |at| far + at + 1)
}

/// The same behind `end`.
fn up_to_space(text: &str, end: usize, line_end: usize) -> usize {
    let far = end + CONTEXT;
    if far >= line_end {
        return line_end;
    }
    let space = text.as_bytes()[end..far].iter().rposition(|b| *b == b' ');
    space.map_or(end, |at| end + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(label: &str, text: &str, words: &str) -> Mark {
        let start = text.find(words).unwrap();
        Mark { first: label == "cue", ..Mark::new(Span::new(start, start + words.len()), label) }
    }

    fn drawn(text: &str, marks: &[Mark], width: usize) -> String {
        draw(text, &Lines::of(text, &[]), marks, width, false)
    }

    #[test]
    fn lines_are_numbered_from_one() {
        let lines = Lines::of("a\nbc\r\n\nd", &[]);
        assert_eq!([0, 2, 5, 6, 7, 99].map(|at| lines.number(at)), [1, 2, 2, 3, 4, 4]);
        assert_eq!(lines.bytes(2, "a\nbc\r\n\nd"), 2..4);
        let in_file = Lines::of("a\nbc", &[7, 30]);
        assert_eq!([0, 2, 3].map(|at| in_file.number(at)), [7, 30, 30]);
    }

    #[test]
    fn a_quotation_over_three_lines() {
        let text = "Intro.\n\n\"We have\nno money\nfor it,\" she said.\n";
        let marks = [
            mark("content", text, "\"We have\nno money\nfor it,\""),
            mark("source", text, "she"),
            mark("cue", text, "said"),
        ];
        insta::assert_snapshot!(drawn(text, &marks, 60));
    }

    #[test]
    fn far_off_text_is_left_out() {
        let far = "word ".repeat(2000);
        let text = format!("{far}it is so, he said {far}and so on {far}");
        let marks =
            [mark("content", &text, "it is so"), mark("cue", &text, "said"), mark("content", &text, "and so on")];
        assert!(drawn(&text, &marks, 80).lines().count() < 40);
    }

    #[test]
    fn of_a_long_mark_its_ends_are_shown() {
        let text = format!("\"{}end,\" he said.\n", "we wait for the ferry and it does not come\n".repeat(5000));
        let content = text.find(" he").unwrap();
        let shown = drawn(&text, &[Mark::first(Span::new(0, content), "content")], 80);
        assert!(shown.lines().count() < 60, "{shown}");
        assert!(shown.contains("\"we wait") && shown.contains("end,\""), "{shown}");
    }

    #[test]
    fn odd_text_is_no_panic() {
        let text = "é\u{85}漢字👩‍👩‍👧‍👦\t\u{202e}x\r\nž “ok” said\u{0} …".repeat(30);
        let ends: Vec<_> = text.char_indices().map(|(at, _)| at).step_by(7).collect();
        for (start, end) in ends.iter().zip(&ends[3..]) {
            for width in [0, 30, 80] {
                drawn(&text, &[Mark::first(Span::new(*start, *end), "cue")], width);
            }
        }
        assert_eq!(drawn("", &[Mark::first(Span::new(0, 0), "cue")], 80), "");
    }
}
