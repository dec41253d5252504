//! Lines of page furniture: `boilerplate.txt`.

use rustc_hash::FxHashSet;

/// How an entry meets a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// It is the line.
    Whole,
    /// It is the line, and the lines below it point to other copy.
    Above,
    /// It is the line, and what stands below is none of the story, up to a line `To`.
    From,
    /// It is the line with which such a stretch ends.
    To,
    /// The line begins with it.
    Start,
    /// The line ends with it.
    End,
    /// The paragraph begins with it, however long it is.
    Opening,
    /// The paragraph ends with it, however long it is.
    Closing,
    /// It is a word that goes with clock times and dates.
    Time,
}

pub(super) const MATCH_NAMES: &[(&str, Match)] = &[
    ("whole", Match::Whole),
    ("above", Match::Above),
    ("from", Match::From),
    ("to", Match::To),
    ("start", Match::Start),
    ("end", Match::End),
    ("opening", Match::Opening),
    ("closing", Match::Closing),
    ("time", Match::Time),
];

/// The entries by how they match, in small letters. The lines they are asked about are in small letters too.
#[derive(Debug, Default)]
pub struct Boilerplate {
    whole: FxHashSet<String>,
    above: FxHashSet<String>,
    from: FxHashSet<String>,
    to: FxHashSet<String>,
    start: Vec<String>,
    end: Vec<String>,
    opening: Paragraphs,
    closing: Paragraphs,
    time: FxHashSet<String>,
}

/// Entries that paragraphs of any length are asked for. Most paragraphs are told apart from all of them by one byte.
#[derive(Debug, Default)]
struct Paragraphs {
    /// The bytes that tell, one bit each.
    bytes: [u64; 4],
    entries: Vec<String>,
}

impl Paragraphs {
    fn add(&mut self, byte: Option<u8>, entry: String) {
        for byte in byte.iter().flat_map(|byte| [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()]) {
            self.bytes[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
        self.entries.push(entry);
    }

    /// The entries, where this byte tells one of them; else none.
    fn told_by(&self, byte: Option<&u8>) -> &[String] {
        let tells = |byte: &u8| self.bytes[usize::from(byte / 64)] >> (byte % 64) & 1 == 1;
        if byte.is_some_and(tells) { &self.entries } else { &[] }
    }
}

impl Boilerplate {
    /// The list of these lines.
    pub(super) fn of<'a>(lines: impl Iterator<Item = (&'a str, Match)>) -> Self {
        let mut list = Self::default();
        for (line, how) in lines {
            list.add(line, how);
        }
        list
    }

    fn add(&mut self, line: &str, how: Match) {
        let line = line.to_lowercase().replace('’', "'");
        match how {
            Match::Whole => drop(self.whole.insert(bare(&line).to_owned())),
            Match::Above | Match::From | Match::To => {
                self.whole.insert(bare(&line).to_owned());
                self.telling(how).insert(bare(&line).to_owned());
            }
            Match::Start => self.start.push(line),
            Match::End => self.end.push(line),
            Match::Opening => self.opening.add(line.as_bytes().first().copied(), line),
            Match::Closing => self.closing.add(line.as_bytes().last().copied(), line),
            Match::Time => drop(self.time.insert(line)),
        }
    }

    /// The lines that tell of those below or above them.
    fn telling(&mut self, how: Match) -> &mut FxHashSet<String> {
        match how {
            Match::From => &mut self.from,
            Match::To => &mut self.to,
            _ => &mut self.above,
        }
    }

    /// Whether an entry is the line, punctuation at both ends aside.
    pub fn is_line(&self, line: &str) -> bool {
        self.whole.contains(bare(line))
    }

    /// Whether an entry is the line and tells that what stands below points to other copy.
    pub fn is_above_pointers(&self, line: &str) -> bool {
        self.above.contains(bare(line))
    }

    /// Whether an entry is the line and begins a stretch that is none of the story.
    pub fn begins_stretch(&self, line: &str) -> bool {
        self.from.contains(bare(line))
    }

    /// Whether an entry is the line and ends such a stretch.
    pub fn ends_stretch(&self, line: &str) -> bool {
        self.to.contains(bare(line))
    }

    /// Whether a paragraph of any length is furniture by how it begins, or by its last sentence; upper and lower case are alike here.
    pub fn is_paragraph(&self, paragraph: &str) -> bool {
        let words = paragraph.trim_end_matches(|c: char| !c.is_alphanumeric());
        // "• This article was amended on"
        let first = paragraph.trim_start_matches(['•', '*', ' ']);
        self.opening.told_by(first.as_bytes().first()).iter().any(|entry| opens(first, entry))
            || self.closing.told_by(words.as_bytes().last()).iter().any(|entry| closes(words, entry))
    }

    /// Whether a word, in small letters and without punctuation at its ends, goes with clock times and dates.
    pub fn is_time_word(&self, word: &str) -> bool {
        self.time.contains(word)
    }

    /// Whether the line begins with an entry, on a word's border.
    pub fn starts(&self, line: &str) -> bool {
        self.start.iter().any(|entry| starts_with(line, entry))
    }

    /// Whether the line ends with an entry, on a word's border, punctuation at both ends aside.
    pub fn ends(&self, line: &str) -> bool {
        let bare = bare(line);
        self.end.iter().any(|entry| ends_with(bare, entry))
    }
}

/// Without punctuation at both ends.
fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| !c.is_alphanumeric())
}

fn starts_with(line: &str, entry: &str) -> bool {
    // most entries are told apart by the first byte
    let after = if line.bytes().next() == entry.bytes().next() { line.strip_prefix(entry) } else { None };
    after.is_some_and(|after| entry.ends_with([':', ',', '©']) || !after.starts_with(char::is_alphanumeric))
}

fn ends_with(line: &str, entry: &str) -> bool {
    line.strip_suffix(entry).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether `entry` begins a paragraph.
fn opens(paragraph: &str, entry: &str) -> bool {
    paragraph.get(..entry.len()).is_some_and(|start| start.eq_ignore_ascii_case(entry))
}

/// Whether `entry` is the last sentence of a paragraph whose last full stop is cut off.
fn closes(paragraph: &str, entry: &str) -> bool {
    let ends = || {
        let start = paragraph.len().checked_sub(entry.len())?;
        paragraph.split_at_checked(start).filter(|(_, end)| end.eq_ignore_ascii_case(entry))
    };
    ends().is_some_and(|(before, _)| bare_start(before).trim_end().ends_with(['.', '!', '?']))
}

/// Without punctuation at the start.
fn bare_start(line: &str) -> &str {
    line.trim_start_matches(|c: char| !c.is_alphanumeric())
}
