//! Copy that comes by mail, as a mail program shows it, saves it as text, or pastes it: the headers above it are no copy, the subject is
//! its headline, and the marks before the lines of a mail that is answered or handed on are no part of them.
//!
//! What is encoded for its way (MIME: base64, quoted-printable) is not read.

use super::lines::line_spans;
use super::mapped::Mapped;
use super::piece::Role;
use super::stated::{Stated, day};
use super::story::Story;
use crate::span::Span;
use memchr::memmem;

/// The headers that mail programs show, in small letters.
const HEADERS: &[&str] =
    &["from", "to", "cc", "bcc", "subject", "date", "sent", "reply-to", "importance", "attachments", "message-id"];

/// What a mail program sets before the subject of a mail that is answered or handed on.
const HANDED_ON: &[&str] = &["fwd:", "fw:", "re:"];

/// Fewer lines with a mark before them are no mail.
const FEWEST_MARKED: usize = 3;

/// The story of a mail; `None` for text that is none.
pub(super) fn read(text: &str) -> Option<Story> {
    if !has_signs(text) {
        return None;
    }
    let mut lines: Vec<Span> = line_spans(text).collect();
    // the first letter may be a byte order mark
    lines[0].start += text.len() - text.trim_start_matches('\u{feff}').len();
    let headers = headers(text, &lines);
    let is_marked = is_marked(text, &lines, &headers);
    (is_marked || !headers.is_empty()).then(|| story(text, &lines, &headers, is_marked))
}

/// Whether anything stands in the text's first lines that a mail cannot be without; in most copy nothing does.
fn has_signs(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let has = |sign: &str| memmem::find(head, sign.as_bytes()).is_some();
    text.starts_with('>') || has(">") || has("ubject:") || has("UBJECT:")
}

/// Bytes within which a mail's head, or the first mark before a line, is looked for.
const HEAD: usize = 2_000;

/// A line of a mail's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Header<'a> {
    /// Which line it is.
    at: usize,
    name: &'a str,
    value: Span,
}

/// The headers of the mails in the text: runs of lines that have a subject, and another, and a blank line below. They open the text, or a
/// mail that is handed on: an e-mail that a story tells of is none.
fn headers<'a>(text: &'a str, lines: &[Span]) -> Vec<Header<'a>> {
    let mut found: Vec<Header> = Vec::new();
    let mut run: Vec<Header> = Vec::new();
    let mut opens = true;
    for (at, line) in lines.iter().enumerate() {
        let words = unmarked(text, *line).of(text);
        match header(text, unmarked(text, *line), at) {
            Some(header) if opens => run.push(header),
            // a header that goes on
            _ if !run.is_empty() && line.of(text).starts_with([' ', '\t']) => {
                run.push(Header { at, name: "", value: Span::new(line.end, line.end) });
            }
            _ if words.is_empty() && run.is_empty() => {}
            _ => {
                let has_subject = run.iter().any(|header| is(header, "subject"));
                if words.is_empty() && has_subject && run.len() > 1 {
                    found.append(&mut run);
                }
                run.clear();
                opens = is_handing_on(words);
            }
        }
    }
    found
}

/// "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:", a rule of underscores.
fn is_handing_on(line: &str) -> bool {
    let is_rule = line.len() > 8 && line.bytes().all(|byte| byte == b'_');
    let lower = line.to_ascii_lowercase();
    let names = ["original message", "forwarded message"].iter().any(|name| lower.contains(name));
    is_rule || names && (line.starts_with('-') || line.ends_with(':'))
}

fn is(header: &Header, name: &str) -> bool {
    header.name.eq_ignore_ascii_case(name)
}

/// "Subject: Mayor shuts bridge"
fn header<'a>(text: &'a str, line: Span, at: usize) -> Option<Header<'a>> {
    let words = line.of(text);
    let (name, value) = words.split_once(':')?;
    let is_known = HEADERS.iter().any(|header| header.eq_ignore_ascii_case(name));
    let start = line.end - value.trim_start().len();
    is_known.then(|| Header { at, name, value: Span::new(start, start + value.trim().len()) })
}

/// A line without the marks of a mail that is answered or handed on: "> > Rain fell."
fn unmarked(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let start = line.start + words.len() - words.trim_start_matches(['>', ' ']).len();
    let marked = words.starts_with('>');
    let span = if marked { Span::new(start, line.end) } else { line };
    Span::new(span.start, span.start + span.of(text).trim_end().len())
}

/// Whether half of the lines below the headers have a mark before them.
fn is_marked(text: &str, lines: &[Span], headers: &[Header]) -> bool {
    let is_header = |at: usize| headers.binary_search_by_key(&at, |header| header.at).is_ok();
    let told = lines.iter().enumerate().filter(|(at, line)| !is_header(*at) && !line.of(text).trim().is_empty());
    let (mut all, mut marked) = (0, 0);
    for (_, line) in told {
        all += 1;
        marked += usize::from(line.of(text).starts_with('>'));
    }
    marked >= FEWEST_MARKED && 2 * marked >= all
}

fn story(text: &str, lines: &[Span], headers: &[Header], is_marked: bool) -> Story {
    let subject = headers.iter().rev().find(|header| is(header, "subject"));
    let sent = headers.iter().rev().find(|header| is(header, "date") || is(header, "sent"));
    let published = sent.and_then(|header| day(header.value.of(text)));
    let mut story = Story { stated: Stated { published, ..Stated::default() }, ..Story::default() };
    let mut start = 0;
    for header in headers {
        add_lines(&mut story, text, &lines[start..header.at], is_marked);
        match Some(header) == subject {
            true => story.add(Role::Heading, &piece(text, topic(text, header.value))),
            false => story.add(Role::Furniture, &piece(text, lines[header.at])),
        }
        start = header.at + 1;
    }
    add_lines(&mut story, text, &lines[start..], is_marked);
    story
}

/// The subject without "Fwd:" and "Re:".
fn topic(text: &str, subject: Span) -> Span {
    let words = subject.of(text);
    let mark =
        HANDED_ON.iter().find(|mark| words.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)));
    let Some(mark) = mark else { return subject };
    let rest = words[mark.len()..].trim_start().len();
    topic(text, Span::new(subject.end - rest, subject.end))
}

fn add_lines(story: &mut Story, text: &str, lines: &[Span], is_marked: bool) {
    let mut body = Mapped::default();
    for line in lines {
        if !body.is_empty() {
            body.push_as("\n", line.start - 1);
        }
        let line = if is_marked { unmarked(text, *line) } else { *line };
        body.push(line.of(text), line.start);
    }
    if !body.text().trim().is_empty() {
        story.add(Role::Plain, &body);
    }
}

fn piece(text: &str, span: Span) -> Mapped {
    let mut piece = Mapped::default();
    piece.push(span.of(text), span.start);
    piece
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The pieces of the story.
    fn pieces(story: &Story) -> Vec<(Role, &str)> {
        story.pieces.iter().map(|piece| (piece.role, piece.span.of(story.text.text()))).collect()
    }

    #[test]
    fn headers_are_no_copy_and_marks_are_none() {
        let mail = "From: desk@example.org\r\nTo: a@example.org,\r\n b@example.org\r\nDate: Mon, 5 May 2025 10:00:00 +0100\r\nSubject: Fwd: RE: Mayor shuts bridge\r\n\r\n\
                    > The mayor shut the\r\n> bridge on Monday.\r\n>\r\n> > Nobody was hurt.\r\n";
        let story = read(mail).unwrap();
        let body = "The mayor shut the\nbridge on Monday.\n\nNobody was hurt.";
        let [from, _, more, date, subject, (Role::Plain, text)] = pieces(&story)[..] else {
            panic!("{:?}", pieces(&story))
        };
        assert_eq!(from, (Role::Furniture, "From: desk@example.org"));
        assert_eq!((more.0, date.0), (Role::Furniture, Role::Furniture));
        assert_eq!(subject, (Role::Heading, "Mayor shuts bridge"));
        assert_eq!(text.trim(), body);
        assert_eq!(story.stated.published, Some(jiff::civil::date(2025, 5, 5)));
        let bridge = story.text.text().find("bridge on").unwrap();
        assert_eq!(story.text.place(bridge), mail.find("bridge on").unwrap());
    }

    #[test]
    fn the_last_mail_of_several_has_the_headline() {
        let mail = "From: a@example.org\nSubject: FYI\n\nSee below.\n\n-----Original Message-----\nFrom: b@example.org\nSubject: Mayor shuts bridge\n\nThe mayor shut the bridge.\n";
        let story = read(mail).unwrap();
        let headings: Vec<&str> =
            pieces(&story).iter().filter(|piece| piece.0 == Role::Heading).map(|piece| piece.1).collect();
        assert_eq!(headings, ["Mayor shuts bridge"]);
    }

    proptest! {
        #[test]
        fn every_piece_stands_in_the_text_and_every_place_in_the_file(
            lines in prop::collection::vec(
                prop_oneof![
                    "[> ]{0,4}\\PC{0,9}",
                    Just("Subject: Fwd: Re: é".to_owned()),
                    Just("From: a".to_owned()),
                    Just(" b".to_owned()),
                    Just(String::new()),
                    Just("Begin forwarded message:".to_owned()),
                ],
                0..24,
            ),
            end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        ) {
            let text = lines.join(end);
            if let Some(story) = read(&text) {
                for piece in &story.pieces {
                    let words = piece.span.of(story.text.text());
                    prop_assert!(!words.is_empty());
                    prop_assert!(text.is_char_boundary(story.text.place(piece.span.start)));
                    let first = words.chars().next().unwrap();
                    prop_assert!(text[story.text.place(piece.span.start)..].starts_with(first));
                }
            }
        }
    }

    #[test]
    fn other_text_is_none() {
        for text in [
            "",
            "Subject: to approval, he said.\n\nRain fell.\n",
            "From: the mayor\nSubject: to approval, the bridge will be shut.\nHe said so.\n",
            "The story has an e-mail.\n\nFrom: a@example.org\nSubject: the bridge\n\nHe sent it.\n",
            "> 4 per cent fell\nRain fell.\nSnow fell.\n",
            ">",
            ">\n>",
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
