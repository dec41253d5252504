//! ANPA 1312.
//!
//! ```text
//! SYN SYN SOH a1234            service letter and number
//! r w BC-Bridge 11-03 0120     priority, category, slug, date, words
//! STX ^BC-Bridge,0120<         lines between ^ and < belong to the header
//! ^Mayor shuts bridge<         the headline
//! ^By ANN LEE<
//!     LARKHAVEN (XYZ) _ …      the text: paragraphs begin with a tab or blanks
//! ETX XYZ-NY-11-03-23 1015EST  the day
//! ```

use super::{Message, joined, lines, messages};
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::stated::{Stated, tidy};
use crate::read::story::Story;
use crate::read::{Format, Reason};
use crate::span::Span;
use jiff::civil::Date;

/// The stories of a file, one a message. Errors: a file without copy.
pub(in crate::read) fn read(file: &str) -> Result<Vec<Story>, Reason> {
    let stories: Vec<Story> = messages(file).map(|message| story(file, message)).filter(|s| !s.is_empty()).collect();
    if stories.is_empty() { Err(Reason::NoCopy(Format::Anpa1312)) } else { Ok(stories) }
}

fn story(file: &str, message: Message) -> Story {
    let mut head = Head { file, header: message.header, ..Head::default() };
    let mut body = Vec::new();
    for line in lines(file, message.text) {
        match header_line(file, line) {
            Some(inner) => head.take(inner),
            None => body.push(without_marks(file, line)),
        }
    }
    let body = joined(file, body.into_iter().take_while(|line| date(line.of(file)).is_none()));
    let mut story = Story { stated: head.stated(message), ..Story::default() };
    for (span, role) in [(head.headline, Role::Heading), (head.byline, Role::Byline)] {
        let words = span.map(|span| piece(file, span)).unwrap_or_default();
        story.add(role, &words);
    }
    if !body.text().trim().is_empty() {
        story.add(Role::Plain, &body);
    }
    story
}

fn piece(file: &str, span: Span) -> Mapped {
    joined(file, std::iter::once(span))
}

/// What stands between `^` and `<` (or `=`, or the line's end); a text line that begins with `^` has a blank after it.
fn header_line(file: &str, line: Span) -> Option<Span> {
    let words = line.of(file);
    let inner = words.strip_prefix('^').filter(|inner| !inner.starts_with(['\t', ' ']))?;
    let inner = inner.trim_end().trim_end_matches(['<', '=']).trim_end();
    Some(Span::new(line.start + 1, line.start + 1 + inner.len()))
}

/// A line of text without the signs for its beginning and its end.
fn without_marks(file: &str, line: Span) -> Span {
    let words = line.of(file);
    let start = line.start + usize::from(words.starts_with('^'));
    let end = line.start + words.trim_end().trim_end_matches('<').len();
    Span::new(start.min(end), end.max(start.min(end)))
}

/// What the header lines tell, in order: the slug, the headline, the byline, notes.
#[derive(Default)]
struct Head<'a> {
    file: &'a str,
    header: Span,
    slug: Option<Span>,
    headline: Option<Span>,
    byline: Option<Span>,
    note: Option<Span>,
}

impl Head<'_> {
    fn take(&mut self, line: Span) {
        let words = line.of(self.file);
        let starts = |start: &str| words.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
        let kind = if starts("by ") {
            &mut self.byline
        } else if starts("eds:") || starts("eds.") {
            &mut self.note
        } else if self.slug.is_none() && is_slug(words) {
            &mut self.slug
        } else {
            &mut self.headline
        };
        if kind.is_none() && !words.is_empty() {
            *kind = Some(line);
        }
    }

    fn stated(&self, message: Message) -> Stated {
        let words = |span: Option<Span>| span.and_then(|span| tidy(span.of(self.file)));
        let number = |c: char| !c.is_ascii_alphanumeric();
        let number = self.header.of(self.file).split(number).find(|word| !word.is_empty());
        let slug = words(self.slug).map(|slug| slug.split(',').next().unwrap_or_default().to_owned());
        let closing = Span::new(message.text.start, message.trailer.end);
        Stated {
            id: number.and_then(tidy),
            headline: words(self.headline),
            byline: words(self.byline).map(|byline| byline[2..].trim().to_owned()),
            slug,
            note: words(self.note),
            published: lines(self.file, closing).find_map(|line| date(line.of(self.file))),
            ..Stated::default()
        }
    }
}

/// "BC-Bridge,0120": no blanks but for a version ("BC-Bridge, 1st Ld,0120"), and a number of words.
fn is_slug(words: &str) -> bool {
    words.rsplit(',').next().is_some_and(|count| count.trim().parse::<u32>().is_ok())
}

/// The day of "XYZ-NY-11-03-23 1015EST".
fn date(line: &str) -> Option<Date> {
    let word = line.trim_start_matches(|c: char| c.is_control() || c == '^').split_whitespace().next()?;
    let mut parts = word.rsplit('-');
    let mut number = || parts.next().filter(|part| part.len() == 2).and_then(|part| part.parse::<i8>().ok());
    let (year, day, month) = (number()?, number()?, number()?);
    let agency = parts.next()?;
    let year = i16::from(year);
    agency.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(())?;
    Date::new(if year < 70 { 2000 + year } else { 1900 + year }, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\u{16}\u{16}\u{1}a1234\u{1f}\r\nr w BC-Bridge   11-03 0120\r\n\u{2}^BC-Bridge,0120<\r\n^Mayor shuts bridge<\r\n^By ANN LEE<\r\n^Eds: New throughout.<\r\n\tLARKHAVEN (XYZ) _ It rained<\r\nall day.<\r\n\u{3}XYZ-NY-11-03-23 1015EST\r\n\u{4}";

    #[test]
    fn a_message_is_taken_apart() {
        let stories = read(FILE).unwrap();
        let story = &stories[0];
        assert_eq!(story.text.text(), "Mayor shuts bridge\n\nBy ANN LEE\n\n\tLARKHAVEN (XYZ) _ It rained\nall day.\n");
        let stated = &story.stated;
        assert_eq!((stated.id.as_deref(), stated.slug.as_deref()), (Some("a1234"), Some("BC-Bridge")));
        assert_eq!((stated.byline.as_deref(), stated.note.as_deref()), (Some("ANN LEE"), Some("Eds: New throughout.")));
        assert_eq!(stated.published, Some(jiff::civil::date(2023, 11, 3)));
        let day = story.text.text().find("day.").unwrap();
        assert_eq!(story.text.place(day), FILE.find("day.").unwrap());
    }

    #[test]
    fn what_is_missing_is_missing() {
        assert!(read("\u{16}\u{1}").is_err());
        assert_eq!(read("\u{1}a1\r\nIt rained.").unwrap()[0].text.text().trim(), "It rained.");
        assert!(read("\u{1}a1\n\u{2}^<\n^\n^=\n").is_err());
    }
}
