//! Texts as the scores see them: words, and attributions as sets of words. The definitions are those of PolNeAR's usual scorers
//! (Newell et al. 2018): punctuation and white space never decide whether two spans agree.

use crate::brat::Gold;
use std::collections::BTreeSet;
use std::ops::Range;

/// A text cut into words and other characters.
pub struct Words {
    /// Byte ranges, in text order.
    pub spans: Vec<Range<usize>>,
    is_word: Vec<bool>,
    lower: Vec<String>,
}

/// Words that two sources may share without being the same source.
const FUNCTION_WORDS: &str = "a an the this that these those of in on at to for from by with as and or but nor who whom whose which \
    what than then is are was were be been being has have had do does did no not his her its their our my your mr mrs ms dr also both \
    all some any one other another such";

impl Words {
    /// Cuts `text` into runs of letters and digits (inner apostrophes, stops, commas, hyphens included) and single other characters.
    pub fn of(text: &str) -> Self {
        let mut words = Self { spans: Vec::new(), is_word: Vec::new(), lower: Vec::new() };
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let len = if first.is_alphanumeric() { word_len(&text[at..]) } else { first.len_utf8() };
            if !first.is_whitespace() {
                words.spans.push(at..at + len);
                words.is_word.push(first.is_alphanumeric());
                words.lower.push(text[at..at + len].to_lowercase());
            }
            at += len;
        }
        words
    }

    /// Indices of everything that the pieces (bytes) touch.
    pub fn covered(&self, pieces: &[Range<usize>]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for piece in pieces {
            let first = self.spans.partition_point(|span| span.end <= piece.start);
            found.extend((first..self.spans.len()).take_while(|at| self.spans[*at].start < piece.end));
        }
        found
    }

    /// Those of `indices` that are words; all of them where none is.
    pub fn words_of(&self, indices: &BTreeSet<usize>) -> BTreeSet<usize> {
        let words: BTreeSet<usize> = indices.iter().copied().filter(|at| self.is_word[*at]).collect();
        if words.is_empty() { indices.clone() } else { words }
    }

    /// The word in lower case.
    pub fn lower(&self, at: usize) -> &str {
        &self.lower[at]
    }

    fn is_function_word(&self, at: usize) -> bool {
        FUNCTION_WORDS.split_whitespace().any(|word| word == self.lower[at])
    }
}

/// Bytes of the word that `text` begins with.
fn word_len(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins =
            matches!(c, '\'' | '’' | '.' | ',' | '-') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// An attribution, annotated or found, as sets of words.
pub struct Marked {
    /// Everything covered, by role: source, cue, content.
    pub covered: [BTreeSet<usize>; 3],
    /// The words of it, by role.
    pub words: [BTreeSet<usize>; 3],
    /// Whether the cue is one of speech: a reporting verb or "according to".
    pub is_speech: bool,
    /// Whether the content begins with a quotation mark.
    pub is_quote: bool,
}

/// The roles' places in [`Marked`].
pub const SOURCE: usize = 0;
/// The cue's place.
pub const CUE: usize = 1;
/// The content's place.
pub const CONTENT: usize = 2;

impl Marked {
    /// What the annotation (or its like, made of what was found) covers.
    pub fn of(text: &str, words: &Words, gold: &Gold) -> Self {
        let covered = [&gold.source, &gold.cue, &gold.content].map(|pieces| words.covered(pieces));
        let own = [0, 1, 2].map(|role: usize| words.words_of(&covered[role]));
        let is_speech = is_speech(words, &covered[CUE]);
        let is_quote = covered[CONTENT].first().is_some_and(|first| is_quote(text, words.spans[*first].start));
        Self { covered, words: own, is_speech, is_quote }
    }

    /// Whether it has a source.
    pub fn is_sourced(&self) -> bool {
        !self.words[SOURCE].is_empty()
    }

    /// Share of the content words that both have (Jaccard index).
    pub fn content_jaccard(&self, other: &Self) -> f64 {
        jaccard(&self.words[CONTENT], &other.words[CONTENT])
    }

    /// Whether the sources share the last word of either, or a word that is no function word.
    pub fn same_source(&self, other: &Self, words: &Words) -> bool {
        let (mine, theirs) = (&self.words[SOURCE], &other.words[SOURCE]);
        let has_last = |a: &BTreeSet<usize>, b: &BTreeSet<usize>| a.last().is_some_and(|last| b.contains(last));
        has_last(mine, theirs)
            || has_last(theirs, mine)
            || mine.intersection(theirs).any(|at| !words.is_function_word(*at))
    }

    /// Whether the cues share a word or mark.
    pub fn same_cue(&self, other: &Self) -> bool {
        !self.covered[CUE].is_disjoint(&other.covered[CUE])
    }
}

/// Share of what is in either that is in both.
pub fn jaccard(a: &BTreeSet<usize>, b: &BTreeSet<usize>) -> f64 {
    let all = a.union(b).count();
    if all == 0 { 0.0 } else { a.intersection(b).count() as f64 / all as f64 }
}

fn is_quote(text: &str, start: usize) -> bool {
    let mark = |c: char| "\"“”„«‘'`".contains(c);
    text[start..].chars().next().is_some_and(mark) || text[..start].chars().next_back().is_some_and(mark)
}

/// Verbs of reporting, as the measure of "speech" has them.
const SPEECH: &str = "say tell report cite announce add claim state ask warn accuse acknowledge admit advise affirm allege answer argue \
    assert assure boast call caution charge comment complain concede confirm contend counter declare deny describe disclose dismiss \
    emphasize exclaim explain express insist joke lament maintain mention note observe opine pledge post predict proclaim promise quip \
    quote read recall recount reiterate remark remind repeat reply respond retort reveal shout slam speak stress suggest swear testify \
    tweet urge vow write";

fn is_speech(words: &Words, cue: &BTreeSet<usize>) -> bool {
    let all: Vec<&str> = cue.iter().map(|at| words.lower(*at)).collect();
    let text = all.join(" ");
    text.contains("according to")
        || text.contains("in the words of")
        || text == ":"
        || all.iter().any(|word| is_speech_verb(word))
}

fn is_speech_verb(word: &str) -> bool {
    const IRREGULAR: [&str; 8] = ["said", "told", "spoke", "spoken", "wrote", "written", "swore", "sworn"];
    IRREGULAR.contains(&word) || SPEECH.split_whitespace().any(|lemma| is_form_of(word, lemma))
}

/// Whether `word` is the lemma with a regular ending.
fn is_form_of(word: &str, lemma: &str) -> bool {
    const ENDINGS: [&str; 5] = ["", "s", "ing", "ed", "es"];
    let has = |stem: &str, endings: &[&str]| word.strip_prefix(stem).is_some_and(|rest| endings.contains(&rest));
    let doubled = || {
        lemma
            .chars()
            .next_back()
            .is_some_and(|last| "tmp".contains(last) && has(&format!("{lemma}{last}"), &["ed", "ing"]))
    };
    has(lemma, &ENDINGS)
        || lemma.strip_suffix('e').is_some_and(|stem| has(stem, &["ed", "ing"]))
        || lemma.strip_suffix('y').is_some_and(|stem| has(stem, &["ies", "ied"]))
        || doubled()
}
