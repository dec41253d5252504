//! The two formats that teleprinters spoke, and that agencies still send: IPTC 7901 and ANPA 1312. Control characters mark the parts
//! of a message: SOH before the header, STX before the text, ETX after it.

pub(super) mod anpa;
pub(super) mod iptc;

use super::lines::line_spans;
use super::mapped::Mapped;
use crate::span::Span;

const SOH: char = '\u{1}';
const STX: char = '\u{2}';
const ETX: char = '\u{3}';
const EOT: char = '\u{4}';

/// The parts of one message, as places in the file.
#[derive(Debug, Clone, Copy)]
struct Message {
    header: Span,
    text: Span,
    trailer: Span,
}

/// The messages of a file. What stands before the first SOH is none.
fn messages(file: &str) -> impl Iterator<Item = Message> {
    let starts: Vec<usize> = file.match_indices(SOH).map(|(at, _)| at + 1).collect();
    let ends: Vec<usize> = starts.iter().skip(1).map(|start| start - 1).chain([file.len()]).collect();
    starts.into_iter().zip(ends).map(move |(start, end)| message(file, Span::new(start, end)))
}

/// Where no STX is, the header is the first line.
fn message(file: &str, span: Span) -> Message {
    let words = span.of(file);
    let end = words.find([ETX, EOT]).unwrap_or(words.len());
    let (header, text) = match words[..end].find(STX) {
        Some(stx) => (stx, stx + 1),
        None => words[..end].find(['\n', '\r']).map_or((end, end), |line| (line, line)),
    };
    let place = |start: usize, end: usize| Span::new(span.start + start, span.start + end);
    Message { header: place(0, header), text: place(text, end), trailer: place(end, words.len()) }
}

/// The lines of a piece of the file.
fn lines(file: &str, span: Span) -> impl Iterator<Item = Span> {
    line_spans(span.of(file)).map(move |line| Span::new(span.start + line.start, span.start + line.end))
}

/// The pieces of the file as lines of one text, without control characters at their ends.
fn joined(file: &str, lines: impl Iterator<Item = Span>) -> Mapped {
    let mut out = Mapped::default();
    for line in lines {
        if !out.is_empty() {
            out.push_as("\n", line.start.saturating_sub(1));
        }
        out.push(line.of(file), line.start);
    }
    out
}
