//! IPTC 7901.
//!
//! ```text
//! SOH XYZ0123 4 POL 120 …      service and number, priority, category, words
//! bridge/mayor/                slug lines end with a slash
//! STX Mayor shuts bridge =     the headline ends with an equals sign
//!    Larkhaven (XYZ) - …       the text
//! ETX 031015 GMT NOV 23        day, hour and minute, month, year
//! ```

use super::{Message, joined, lines, messages};
use crate::read::mapped::Mapped;
use crate::read::piece::Role;
use crate::read::stated::{Stated, tidy};
use crate::read::story::Story;
use crate::read::{Format, Reason};
use crate::span::Span;
use jiff::civil::Date;
use jiff::fmt::strtime;

/// A headline has no more lines than this.
const HEADLINE_LINES: usize = 4;

/// The stories of a file, one a message. Errors: a file without copy.
pub(in crate::read) fn read(file: &str) -> Result<Vec<Story>, Reason> {
    let stories: Vec<Story> = messages(file).map(|message| story(file, message)).filter(|s| !s.is_empty()).collect();
    if stories.is_empty() { Err(Reason::NoCopy(Format::Iptc7901)) } else { Ok(stories) }
}

fn story(file: &str, message: Message) -> Story {
    let text: Vec<Span> = lines(file, message.text).collect();
    let headline = headline(file, &text);
    let words = joined(file, text[..headline.len()].iter().copied());
    let body = joined(file, text[headline.len()..].iter().copied());
    let mut story = Story { stated: stated(file, message), ..Story::default() };
    if let Some(end) = words.text().trim_end().strip_suffix('=').map(|words| words.trim_end().len()) {
        let start = words.len() - words.text().trim_start().len();
        story.add(Role::Heading, &one_line(&words, start, end));
        story.stated.headline = tidy(&words.text()[start.min(end)..end]);
    }
    if !body.text().trim().is_empty() {
        story.add(Role::Plain, &body);
    }
    story
}

/// The words from `start` to `end` with blanks for line ends.
fn one_line(words: &Mapped, start: usize, end: usize) -> Mapped {
    let mut out = Mapped::default();
    let mut at = start;
    while let Some(found) = words.text().get(at..end).and_then(|rest| rest.find('\n')) {
        out.append(words, at..at + found);
        out.push_as(" ", words.place(at + found));
        at += found + 1;
    }
    out.append(words, at..end.max(at));
    out
}

/// The lines of the headline: up to the one that ends with an equals sign.
fn headline<'a>(file: &str, text: &'a [Span]) -> &'a [Span] {
    let ends = |line: &Span| line.of(file).trim_end().ends_with('=');
    let end = text.iter().take(HEADLINE_LINES).position(ends);
    end.map_or(&[], |end| &text[..=end])
}

fn stated(file: &str, message: Message) -> Stated {
    let mut header = lines(file, message.header).map(|line| line.of(file).trim()).filter(|line| !line.is_empty());
    let number = header.next().and_then(|line| line.split_whitespace().next()).and_then(tidy);
    let slug = header.find(|line| line.ends_with('/')).map(|line| line.trim_end_matches('/'));
    Stated {
        id: number,
        slug: slug.and_then(tidy),
        published: lines(file, message.trailer).find_map(|line| date(line.of(file))),
        ..Stated::default()
    }
}

/// The day of "031015 GMT NOV 23".
fn date(line: &str) -> Option<Date> {
    let mut words = line.trim_start_matches(|c: char| c.is_control()).split_whitespace();
    let time = words.next().filter(|time| time.len() == 6 && time.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut rest: Vec<&str> = words.collect();
    let year = rest.pop()?.trim_matches(|c: char| !c.is_ascii_digit());
    let format = if year.len() == 4 { "%d %b %Y" } else { "%d %b %y" };
    let written = format!("{} {} {year}", &time[..2], rest.pop()?.get(..3)?);
    strtime::parse(format, &written).ok()?.to_date().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\u{1}xyz0123 4 pol 120 xyz 0044\r\nbridge/mayor/\r\n\u{2}Mayor shuts\r\nbridge =\r\n   Larkhaven (XYZ) - It rained.\r\n\u{3}\r\n031015 GMT NOV 23\r\n\u{4}";

    #[test]
    fn a_message_is_taken_apart() {
        let stories = read(&FILE.repeat(2)).unwrap();
        assert_eq!(stories.len(), 2);
        let story = &stories[1];
        assert_eq!(story.text.text(), "Mayor shuts bridge\n\n   Larkhaven (XYZ) - It rained.\n");
        let stated = &story.stated;
        assert_eq!((stated.id.as_deref(), stated.slug.as_deref()), (Some("xyz0123"), Some("bridge/mayor")));
        assert_eq!(stated.published, Some(jiff::civil::date(2023, 11, 3)));
        let rained = story.text.text().find("rained").unwrap();
        assert_eq!(story.text.place(rained), FILE.len() + FILE.find("rained").unwrap());
    }

    #[test]
    fn what_is_missing_is_missing() {
        assert!(read("\u{1}").is_err());
        assert!(read("").is_err());
        assert_eq!(read("\u{1}x\nIt rained.").unwrap()[0].text.text().trim(), "It rained.");
        assert_eq!(read("\u{1}x\n\u{2}=\nIt rained.").unwrap()[0].pieces.len(), 1);
    }
}
