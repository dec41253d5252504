//! Which of a page's first paragraphs is the headline.

use super::dateline;
use super::words::{ends_sentence, is_capitalised, more_words_than, plain_words, words};
use rustc_hash::FxHashSet;

/// A headline has no more words than this.
const MOST_WORDS: usize = 25;

/// No more paragraphs than this stand above a story: headline, deck, lines of navigation that are not listed.
pub(super) const MOST_ABOVE: usize = 24;

/// A line that has as many of its longer words in common with the story's first paragraph says what it says.
const SHARED_WORDS: usize = 2;

/// Where as many lines stand above a story, some of them are navigation.
const MANY_LINES: usize = 4;

/// A line with fewer words than this above the headline is navigation.
pub(super) const FEWEST_WORDS: usize = 3;

/// What stands above the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    /// Which paragraph is the headline.
    pub headline: Option<usize>,
    /// How many paragraphs come before the story's first.
    pub len: usize,
}

/// The head of a story with these paragraphs; furniture, bylines and captions are already left out.
pub(super) fn head(paragraphs: &[&str]) -> Head {
    let above = paragraphs.iter().take(MOST_ABOVE + 1).take_while(|paragraph| !is_like_body(paragraph)).count();
    match above {
        0 => head_of_sentences(paragraphs),
        _ if above > MOST_ABOVE || above == paragraphs.len() => head_of_one(paragraphs),
        _ => Head { headline: Some(headline_of(&paragraphs[..above], paragraphs[above])), len: above },
    }
}

/// Which of the lines above the story's first paragraph is the headline: the first of some length, unless it has no word of the story
/// while another of many lines says what the story says.
fn headline_of(above: &[&str], story: &str) -> usize {
    let first = first_of_some_length(above);
    if above.len() < MANY_LINES {
        return first;
    }
    let told = telling_words(story);
    let shared = |line: &str| telling_words(line).intersection(&told).count();
    if shared(above[first]) > 0 {
        return first;
    }
    above.iter().position(|line| shared(line) >= SHARED_WORDS).unwrap_or(first)
}

/// The longer words of a line, without what their endings change, each once.
fn telling_words(line: &str) -> FxHashSet<String> {
    let cut = |word: &str| word.chars().take(5).collect::<String>();
    plain_words(line).filter(|word| word.chars().count() > 3).map(|word| cut(&word)).collect()
}

/// Where no line stands out by its missing full stop: the first may be a headline with one.
fn head_of_sentences(paragraphs: &[&str]) -> Head {
    match paragraphs {
        [first, next, more @ ..] if is_headline_with_stop(first, next, more.len() >= 2) => {
            Head { headline: Some(0), len: 1 }
        }
        _ => Head { headline: None, len: 0 },
    }
}

/// Where nothing ends like a sentence: the first line, if there is anything below it.
fn head_of_one(paragraphs: &[&str]) -> Head {
    let has_headline = paragraphs.len() > 1;
    Head { headline: has_headline.then_some(0), len: usize::from(has_headline) }
}

/// The first with enough words to say something; else the first.
fn first_of_some_length(above: &[&str]) -> usize {
    above.iter().position(|line| more_words_than(line, FEWEST_WORDS - 1)).unwrap_or(0)
}

/// Whether a paragraph looks like one of the story: long, ended like a sentence, or opened by a dateline.
pub(super) fn is_like_body(paragraph: &str) -> bool {
    (ends_sentence(paragraph) && more_words_than(paragraph, FEWEST_WORDS - 1))
        || more_words_than(paragraph, MOST_WORDS)
        || paragraph.ends_with([':', ','])
        || dateline::dateline(paragraph).is_some_and(|found| found.is_likely())
}

/// Whether a first line with a full stop is a headline: set in capitals, above a dateline, or written as headlines are. Above a long
/// story (`is_long`), a far longer next paragraph is a sign too.
fn is_headline_with_stop(line: &str, next: &str, is_long: bool) -> bool {
    let opens_story = |text| dateline::dateline(text).is_some_and(|found| found.is_likely());
    if more_words_than(line, MOST_WORDS) || !ends_sentence(line) || opens_story(line) {
        return false;
    }
    let is_far_shorter = || is_long && next.len() >= 2 * line.len() && is_short(line) && !tells_the_past(line);
    is_set_in_capitals(line)
        || opens_story(next)
        || (is_headlinese(line) && next.len() > line.len())
        || is_far_shorter()
}

/// Whether nearly all longer words begin with a capital.
fn is_set_in_capitals(line: &str) -> bool {
    let longer = || words(line).filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let capitals = longer().filter(|word| is_capitalised(word)).count();
    capitals >= 3 && capitals * 4 >= longer().count() * 3
}

/// Whether a short line is written in the present, without the small words that a report has.
fn is_headlinese(line: &str) -> bool {
    is_short(line)
        && !tells_the_past(line)
        && !has_word_of(line, &["the", "a", "an", "is", "are", "has", "have", "i", "we"])
}

/// Whether a line is as short as headlines are, and quotes in single marks as they do.
fn is_short(line: &str) -> bool {
    !more_words_than(line, 14) && !line.contains(['"', '“'])
}

/// Whether a line tells when, or of what was: a report's sentence.
fn tells_the_past(line: &str) -> bool {
    const TELLING: &[&str] = &[
        "was",
        "were",
        "had",
        "he",
        "she",
        "they",
        "it",
        "said",
        "told",
        "been",
        "did",
        "there",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
    ];
    has_word_of(line, TELLING)
}

fn has_word_of(line: &str, list: &[&str]) -> bool {
    plain_words(line).any(|word| list.contains(&&*word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The mayor said on Monday that the bridge over the river would be closed for repairs until May.";

    fn read(paragraphs: &[&str]) -> (Option<usize>, usize) {
        let head = head(paragraphs);
        (head.headline, head.len)
    }

    #[test]
    fn a_line_without_full_stop_is_the_headline() {
        assert_eq!(read(&["Mayor to close old bridge", BODY]), (Some(0), 1));
        assert_eq!(read(&["Town news", "Mayor to close old bridge", "Deck of the story here", BODY]), (Some(1), 3));
    }

    #[test]
    fn a_line_that_says_what_the_story_says_is_the_headline() {
        let navigation = ["The best of the town's news", "Learn more about us here", "Europe"];
        let lines = [&navigation[..], &["Bridge to be shut for repairs", "Town will rely on a ferry", BODY]].concat();
        assert_eq!(read(&lines), (Some(3), 5));
        assert_eq!(read(&["Quill shuts it down", "Bridge to be closed for repairs", BODY]), (Some(0), 2));
    }

    #[test]
    fn a_headline_may_end_with_a_full_stop() {
        assert_eq!(read(&["Mayor To Close Bridge Over The River.", BODY]), (Some(0), 1));
        assert_eq!(read(&["Mayor vows to close old bridge.", BODY]), (Some(0), 1));
        assert_eq!(read(&["The bridge is closing.", BODY, BODY, BODY]), (Some(0), 1));
        assert_eq!(read(&["The bridge is to close.", &format!("ROME (AP) - {BODY}"), BODY]), (Some(0), 1));
    }

    #[test]
    fn a_sentence_is_no_headline() {
        assert_eq!(read(&["The bridge is to close.", BODY]), (None, 0));
        assert_eq!(read(&["The bridge was closed.", BODY, BODY, BODY]), (None, 0));
        assert_eq!(read(&[&format!("ROME - {BODY}"), BODY]), (None, 0));
        assert_eq!(read(&[BODY]), (None, 0));
        assert_eq!(read(&["Ministers said to be in talks"]), (None, 0));
        assert_eq!(read(&[]), (None, 0));
    }
}
