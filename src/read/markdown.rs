//! Markdown's marks within lines, taken out of the text: links, emphasis and footnote marks.
//!
//! "The BBC [said](https://…) that" is one sentence for a reader, and has to be one for the grammar. What parts the text into paragraphs
//! (headings, lists, code) is left where it is, and so are pictures, comments and links that are all of a line.

use super::mapped::Mapped;
use super::piece::Link;
use crate::span::Span;
use std::ops::Range;

/// The text without such marks from byte `from` on, with the place of each piece of it, and its links; `None` where there are none.
pub(super) fn without_marks(text: &str, from: usize) -> Option<(Mapped, Vec<Link>)> {
    let mut marks = Marks { text, at: from, cuts: Vec::new(), links: Vec::new(), ahead: Vec::new() };
    while marks.at < text.len() {
        marks.step();
    }
    let Marks { mut cuts, links, .. } = marks;
    cuts.sort_unstable_by_key(|cut| cut.start);
    // a mark of emphasis in a link's target ends with the link
    let mut free = 0;
    cuts.retain(|cut| {
        let is_free = cut.start >= free;
        free = free.max(cut.end);
        is_free
    });
    (!cuts.is_empty()).then(|| cut_out(text, &cuts, links))
}

/// The text without `cuts`, which are in order and apart.
fn cut_out(text: &str, cuts: &[Range<usize>], links: Vec<(Range<usize>, String)>) -> (Mapped, Vec<Link>) {
    let (mut mapped, mut at) = (Mapped::default(), 0);
    for cut in cuts {
        mapped.push(&text[at..cut.start], at);
        at = cut.end;
    }
    mapped.push(&text[at..], at);
    let gone: Vec<usize> = cuts.iter().scan(0, |sum, cut| Some(std::mem::replace(sum, *sum + cut.len()))).collect();
    // a place that is itself cut out is where the cut was
    let moved = |place: usize| match cuts.partition_point(|cut| cut.start < place).checked_sub(1) {
        None => place,
        Some(last) => place.max(cuts[last].end) - cuts[last].len() - gone[last],
    };
    let moved = |(label, target): (Range<usize>, String)| Link {
        span: Span::new(moved(label.start), moved(label.end).max(moved(label.start))),
        target,
    };
    (mapped, links.into_iter().map(moved).collect())
}

/// How far a link's words, its target and emphasis may reach, in bytes: what keeps the work linear.
const LONGEST: usize = 400;
/// How many pieces of markup may be open at one place.
const DEEPEST: usize = 8;

/// Looks for marks from left to right.
struct Marks<'a> {
    text: &'a str,
    at: usize,
    cuts: Vec<Range<usize>>,
    /// The words and targets of links, in the file's bytes.
    links: Vec<(Range<usize>, String)>,
    /// Ends of what is open, which are cut out already.
    ahead: Vec<Range<usize>>,
}

impl Marks<'_> {
    /// Looks at one byte, and goes on behind what begins there.
    fn step(&mut self) {
        if let Some(index) = self.ahead.iter().position(|end| end.start == self.at) {
            self.at = self.ahead.swap_remove(index).end;
            return;
        }
        let rest = &self.text.as_bytes()[self.at..];
        self.at += match rest {
            [b'\\', ..] => 2.min(rest.len()),
            [b'`', ..] => self.code(),
            [b'<', b'!', b'-', b'-', ..] => self.text[self.at..].find("-->").map_or(rest.len(), |end| end + 3),
            [b'!', b'[', ..] => self.link(self.at + 1).map_or(1, |link| link.end.end - self.at),
            [b'[', ..] => self.open_link(),
            [b'*' | b'_', ..] => self.open_emphasis(),
            _ => 1,
        };
    }

    /// Bytes up to the mark's partner on the line, or those of the mark alone.
    fn code(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let len = rest.iter().take_while(|byte| **byte == b'`').count();
        let line = rest[len..].iter().take(LONGEST).take_while(|byte| **byte != b'\n');
        line.into_iter().position(|byte| *byte == b'`').map_or(len, |end| len + end + 1)
    }

    fn open_link(&mut self) -> usize {
        self.ahead.retain(|end| end.start > self.at);
        let Some(link) = self.link(self.at).filter(|link| !self.is_all_of_its_line(link)) else { return 1 };
        let is_note = self.text.as_bytes()[link.words.start..].starts_with(b"^");
        match link.target {
            _ if self.ahead.len() >= DEEPEST => return 1,
            None if is_note && !self.text[link.end.end..].starts_with(':') => {
                self.cuts.push(self.at..link.end.end);
                return link.end.end - self.at;
            }
            None => return 1,
            Some(target) => self.links.push((link.words.clone(), self.text[target].to_owned())),
        }
        self.cuts.extend([self.at..link.words.start, link.end.clone()]);
        self.ahead.push(link.end);
        1
    }

    /// The link whose words open at the bracket `open`.
    fn link(&self, open: usize) -> Option<Found> {
        let close = closing(self.text, open, (b'[', b']'))?;
        let next = self.text.as_bytes().get(close + 1);
        let words = open + 1..close;
        let brackets = match next {
            Some(b'(') => (b'(', b')'),
            Some(b'[') => (b'[', b']'),
            _ => return Some(Found { words, end: close..close + 1, target: None }),
        };
        let end = closing(self.text, close + 1, brackets)?;
        Some(Found { words, end: close..end + 1, target: Some(close + 2..end) })
    }

    /// A link that stands alone is furniture, or a line of its own.
    fn is_all_of_its_line(&self, link: &Found) -> bool {
        let before = self.text[..self.at].bytes().rev().find(|byte| *byte != b' ');
        let behind = self.text[link.end.end..].bytes().find(|byte| !matches!(byte, b' ' | b'\r'));
        before.is_none_or(|byte| byte == b'\n') && behind.is_none_or(|byte| byte == b'\n')
    }

    /// Cuts out a mark of emphasis and its partner.
    fn open_emphasis(&mut self) -> usize {
        self.ahead.retain(|end| end.start > self.at);
        let mark = mark_at(self.text.as_bytes(), self.at);
        let before = self.text[..self.at].chars().next_back();
        let opens = !before.is_some_and(char::is_alphanumeric) && !is_blank(self.text[mark.end..].chars().next());
        let close = if opens && mark.len() <= 3 && self.ahead.len() < DEEPEST { self.partner(&mark) } else { None };
        let len = mark.len();
        if let Some(close) = close {
            self.cuts.extend([mark, close.clone()]);
            self.ahead.push(close);
        }
        len
    }

    /// The same mark, behind a word and before none, in the same paragraph.
    fn partner(&self, mark: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let high = bytes.len().min(mark.end + LONGEST);
        let mut at = mark.end;
        while at < high && !bytes[at..].starts_with(b"\n\n") {
            let other = if bytes[at] == bytes[mark.start] { mark_at(bytes, at) } else { at..at + 1 };
            let closes = bytes[at] == bytes[mark.start]
                && other.len() == mark.len()
                && !is_blank(self.text[..at].chars().next_back())
                && !self.text[other.end..].chars().next().is_some_and(char::is_alphanumeric);
            if closes && !self.cuts.iter().rev().take(DEEPEST).any(|cut| cut.start <= at && at < cut.end) {
                return Some(other);
            }
            at = other.end;
        }
        None
    }
}

/// A link, or words in brackets.
struct Found {
    words: Range<usize>,
    /// The bracket that ends the words, and the target behind it.
    end: Range<usize>,
    target: Option<Range<usize>>,
}

/// The run of one sign that begins at `at`.
fn mark_at(bytes: &[u8], at: usize) -> Range<usize> {
    at..at + bytes[at..].iter().take_while(|byte| **byte == bytes[at]).count()
}

fn is_blank(next: Option<char>) -> bool {
    next.is_none_or(char::is_whitespace)
}

/// The bracket that closes the one at `open`, in the same paragraph.
fn closing(text: &str, open: usize, (opens, closes): (u8, u8)) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0;
    for at in open..bytes.len().min(open + LONGEST) {
        match bytes[at] {
            byte if byte == opens => depth += 1,
            byte if byte == closes && depth == 1 => return Some(at),
            byte if byte == closes => depth -= 1,
            b'\n' if bytes[at..].starts_with(b"\n\n") => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        without_marks(text, 0).map_or(text.to_owned(), |(mapped, _)| mapped.text().to_owned())
    }

    #[test]
    fn links_and_emphasis_are_taken_out() {
        for (text, wanted) in [
            ("The BBC [said](https://a.org/x_(y)) it.", "The BBC said it."),
            ("The [**BBC**](a \"b\") said *it* and __more__.", "The BBC said it and more."),
            ("As [he][1] said[^2] in [*May*][].", "As he said in May."),
            ("***All*** of it, **not [a](b) bit**.", "All of it, not a bit."),
        ] {
            assert_eq!(plain(text), wanted);
        }
    }

    #[test]
    fn what_is_no_mark_within_a_line_is_left() {
        for text in [
            "* One\n* Two",
            "![A bridge](b.png) fell",
            "[Read more](https://example.org)",
            "He [the mayor] said 2 * 3 * 4 of a_b_c.",
            "`*x*` and \\*y\\* and <!-- whosaid: ignore *a* because *b* --> [^1]: a note",
            "***\n\n*open\n\nclosed*",
            "[open",
        ] {
            assert_eq!(without_marks(text, 0).map(|found| found.0.text().to_owned()), None, "{text}");
        }
    }

    #[test]
    fn places_and_links_are_those_of_the_file() {
        let text = "Ü **The** [BBC](https://a.org) said.";
        let (mapped, links) = without_marks(text, 0).unwrap();
        assert_eq!(mapped.text(), "Ü The BBC said.");
        let at = |words: &str| mapped.place(mapped.text().find(words).unwrap());
        assert_eq!([at("The"), at("BBC"), at("said")], ["The", "BBC", "said"].map(|words| text.find(words).unwrap()));
        assert_eq!((links[0].span.of(mapped.text()), links[0].target.as_str()), ("BBC", "https://a.org"));
    }

    #[test]
    fn links_lie_in_the_text_wherever_brackets_cross() {
        for text in ["[a](b\r[c](d é)\r[e](f) *g* [h](i", "[a_](b:\rc](dé) [e](f *g* h) *i*", "*[a*](b) [c](d*) é"] {
            let (mapped, links) = without_marks(text, 0).unwrap();
            assert!(links.iter().all(|link| mapped.text().get(link.span.start..link.span.end).is_some()), "{text}");
        }
    }

    #[test]
    fn many_open_marks_are_soon_read() {
        for part in ["*a ", "[a", "[a](b", "**_a", "`a\n", "<!--"] {
            without_marks(&part.repeat(40_000), 0);
        }
    }
}
