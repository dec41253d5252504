//! Captions and picture credits.

use super::words::{border_before, ends_sentence, has_pair, more_words_than, starts_like, trimmed};
use memchr::memchr2_iter;

/// How a caption begins.
const LABELS: &[&str] = &[
    "file photo:",
    "file photo -",
    "file photo –",
    "file:",
    "file - ",
    "file – ",
    "photo:",
    "file picture:",
    "image:",
    "pictured:",
    "caption:",
];

/// What ends a caption: the photographer's credit.
const CREDITS: &[&str] = &[
    "reuters/",
    "afp/",
    "epa/",
    "(ap photo/",
    "ap photo/",
    "(ap photo",
    "kcna via reuters",
    "(photo by ",
    "(photo:",
    "(getty images",
    "credit...",
    "via getty images",
    "/getty images",
];

/// Agencies whose name, at the start of a line without a full stop, stands before what their picture shows.
const AGENCIES: &[&str] = &["getty images ", "pa media ", "afp via getty images "];

/// What stands in each of these that has neither a slash nor a bracket.
const VIA: &[u8] = b"via ";

/// How those begin that stand in brackets.
const IN_BRACKETS: &[u8] = b"apgAPG";

/// No more words than this are left to say anything: it is a credit only.
const FEWEST_WORDS: usize = 4;

/// A photographer's credit has no more words than this.
const WORDS_OF_CREDIT: usize = 8;

/// A paragraph that goes with a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caption {
    /// Words about the picture: from where to where in the paragraph, in bytes.
    Words(usize, usize),
    /// Only a label or a photographer's name.
    CreditOnly,
}

/// What the paragraph is to a picture; `None` where nothing speaks for one.
pub(super) fn caption(paragraph: &str) -> Option<Caption> {
    let paragraph = without_offer(paragraph);
    let label = label_of(paragraph).or_else(|| agency_of(paragraph)).map(str::len);
    let credit = credit_start(paragraph);
    if label.is_none() && credit.is_none() {
        return None;
    }
    let (start, end) = (label.unwrap_or(0), credit.unwrap_or(paragraph.len()));
    let says_something = start < end && more_words_than(&paragraph[start..end], FEWEST_WORDS);
    Some(if says_something { Caption::Words(start, end) } else { Caption::CreditOnly })
}

/// The label that a paragraph begins with.
fn label_of(paragraph: &str) -> Option<&'static str> {
    let first = paragraph.bytes().next().map(|byte| byte.to_ascii_lowercase());
    LABELS.iter().copied().filter(|label| label.bytes().next() == first).find(|label| starts_like(paragraph, label))
}

/// "Getty Images |A train stands beside the slip", as a page's text for those who cannot see its picture.
fn agency_of(paragraph: &str) -> Option<&'static str> {
    let first = paragraph.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let mut alike = AGENCIES.iter().copied().filter(|agency| agency.bytes().next() == first);
    let agency = alike.find(|agency| starts_like(paragraph, agency))?;
    let shown = &paragraph[agency.len()..];
    (shown.starts_with(char::is_uppercase) && !ends_sentence(shown)).then_some(agency)
}

/// Whether a line tells what a picture shows behind the name of the picture's agency.
pub(super) fn is_named_by_agency(paragraph: &str) -> bool {
    agency_of(paragraph).is_some()
}

/// Whom the photographer worked for, by a credit at the end of a line: "The Echo" of "Credit...Jane Doe for The Echo".
pub(super) fn taken_for(line: &str) -> Option<&str> {
    let tail = &line[border_before(line, line.len().saturating_sub(WIDEST_CREDIT))..];
    let lower = tail.to_ascii_lowercase();
    let credit = ["credit", "photo by ", "photograph by "].iter().filter_map(|word| lower.find(word)).min()?;
    let outlet = credit + lower[credit..].rfind(" for ")? + " for ".len();
    Some(tail[outlet..].trim_end_matches(['.', ')', ' ']))
}

/// A credit with the outlet that it was taken for is no longer, in bytes.
const WIDEST_CREDIT: usize = 100;

/// Without the offer to buy the picture that follows its credit.
fn without_offer(paragraph: &str) -> &str {
    let line = trimmed(paragraph);
    let line = line.strip_suffix(", opens new tab").unwrap_or(line);
    line.strip_suffix("Purchase Licensing Rights").map_or(paragraph, str::trim_end)
}

/// Where a photographer's credit at the end begins: in the last few words, with no sentence after it.
fn credit_start(paragraph: &str) -> Option<usize> {
    if let Some(bracket) = bracketed_credit(paragraph) {
        return Some(bracket);
    }
    let tail_start = border_before(paragraph, paragraph.len().saturating_sub(60));
    let tail = &paragraph[tail_start..];
    // "Credit...Ann Lee" has dots
    if !may_hold_credit(tail.as_bytes()) && !has_pair(tail, *b"..") {
        return None;
    }
    let tail = tail.to_ascii_lowercase();
    let at = CREDITS.iter().filter_map(|credit| tail.rfind(credit)).min()?;
    let credit = trimmed(tail[at..].trim_end_matches(['.', ')', ']']));
    let stands_alone = at + tail_start == 0
        || paragraph[..tail_start + at].trim_end().ends_with(['.', '!', '?', ')', '”', '"', '/', ',', ';', '[']);
    (stands_alone && !more_words_than(credit, WORDS_OF_CREDIT) && !credit.contains(". ")).then_some(tail_start + at)
}

/// "Protesters at the port |[Ann Lee/Reuters]"
fn bracketed_credit(paragraph: &str) -> Option<usize> {
    let inner = paragraph.strip_suffix(']')?;
    let open = inner.rfind('[')?;
    let credit = &inner[open + 1..];
    (credit.contains('/') && !credit.contains(['"', '“']) && !more_words_than(credit, WORDS_OF_CREDIT)).then_some(open)
}

/// Whether anything stands in the text that a photographer's credit cannot be without; of most paragraphs' ends nothing does.
fn may_hold_credit(tail: &[u8]) -> bool {
    let is_via = |at: usize| tail[at..].get(..VIA.len()).is_some_and(|word| word.eq_ignore_ascii_case(VIA));
    let is_sign = |at: usize| tail[at] == b'/' || tail.get(at + 1).is_some_and(|next| IN_BRACKETS.contains(next));
    memchr2_iter(b'/', b'(', tail).any(is_sign) || memchr2_iter(b'v', b'V', tail).any(is_via)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The caption's words.
    fn read(paragraph: &str) -> Option<&str> {
        match caption(paragraph)? {
            Caption::Words(start, end) => Some(trimmed(&paragraph[start..end])),
            Caption::CreditOnly => Some("-"),
        }
    }

    #[test]
    fn label_and_credit_are_no_words_of_the_caption() {
        let paragraph = "FILE PHOTO: The mayor opens the new bridge in May. REUTERS/Ann Lee";
        assert_eq!(read(paragraph), Some("The mayor opens the new bridge in May."));
        assert_eq!(read("The mayor opens the new bridge. (AP Photo/Ann Lee)"), Some("The mayor opens the new bridge."));
        assert_eq!(
            read("The mayor opens the new bridge. REUTERS/Ann Lee Purchase Licensing Rights, opens new tab"),
            Some("The mayor opens the new bridge.")
        );
        assert_eq!(
            read("FILE - The mayor opens the new bridge, May 4, 2024. (AP Photo/Ann Lee, File)"),
            Some("The mayor opens the new bridge, May 4, 2024.")
        );
        assert_eq!(read("Pictured: the mayor opens the new bridge"), Some("the mayor opens the new bridge"));
    }

    #[test]
    fn a_picture_can_be_named_by_its_agency() {
        assert_eq!(read("Getty Images A train stands beside the slip"), Some("A train stands beside the slip"));
        assert_eq!(read("Getty Images said the picture was its own."), None);
        assert_eq!(read("Getty Images Chief Ann Lee said so."), None);
    }

    #[test]
    fn a_credit_can_stand_in_brackets() {
        let caption = "Protesters hold a banner at the port of Larkhaven [Ann Lee/Reuters]";
        assert_eq!(read(caption), Some("Protesters hold a banner at the port of Larkhaven"));
        assert_eq!(read("He said that he [the mayor] would go [on Monday]"), None);
    }

    #[test]
    fn a_credit_tells_whom_the_picture_was_taken_for() {
        assert_eq!(taken_for("A dry canal.Credit...Ann Lee for The New York Times"), Some("The New York Times"));
        assert_eq!(taken_for("(Photo by Ann Lee for The Washington Post)"), Some("The Washington Post"));
        assert_eq!(taken_for("A dry canal. Credit: Ann Lee"), None);
        assert_eq!(taken_for("She took credit, and paid for it"), Some("it"));
        assert_eq!(taken_for("The bank wrote to The Echo for years"), None);
    }

    #[test]
    fn a_credit_alone_says_nothing() {
        assert_eq!(read("REUTERS/Ann Lee"), Some("-"));
        assert_eq!(read("Photo: Ann Lee"), Some("-"));
    }

    #[test]
    fn story_text_is_no_caption() {
        assert_eq!(read("The poll by Reuters/Ipsos of 1,000 adults was taken in May."), None);
        assert_eq!(read("Two in three say so, says a poll taken by Reuters/Ipsos."), None);
        assert_eq!(read("He photographed it."), None);
    }
}
