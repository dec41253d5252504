//! Where cues may stand: the words of the lexicon that attribute, with what belongs to them.

use super::feature::{Name, name};
use super::view::Reading;
use crate::lexicon::{Classes, Cue, Frames, Meaning, Part};
use crate::phrases::Tag;
use crate::tokens::{Sentence, keys};
use crate::words::Kind;
use bitflags::bitflags;
use std::ops::Range;

/// A place where the copy may attribute something.
#[derive(Debug, Clone)]
pub struct CueGroup {
    /// The whole cue: auxiliaries, negation, adverbs and the word itself.
    pub tokens: Range<usize>,
    /// The word that makes it one.
    pub head: usize,
    /// One past the last token of the lexicon's own cue ("point out").
    pub head_end: usize,
    /// What the lexicon says of it.
    pub cue: Cue,
    /// Under which number the lexicon has it.
    pub number: u32,
    /// The form of its verb.
    pub form: Form,
    /// "was told"
    pub passive: bool,
    /// "has not said"
    pub negated: bool,
}

/// The form in which a cue stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// says, said: finite
    Finite,
    /// has said, was told: a participle with its auxiliary
    Compound,
    /// quoted, asked: a participle by itself
    Participle,
    /// saying
    Ing,
    /// to say
    Infinitive,
    /// claim (the noun), confident, according to
    Other,
}

impl Form {
    /// Its name in features.
    pub fn name(self) -> &'static Name<'static> {
        match self {
            Form::Finite => name!("finite"),
            Form::Compound => name!("compound"),
            Form::Participle => name!("participle"),
            Form::Ing => name!("ing"),
            Form::Infinitive => name!("infinitive"),
            Form::Other => name!("other"),
        }
    }

    /// Whether it can be a clause's main verb.
    pub fn is_main(self) -> bool {
        matches!(self, Form::Finite | Form::Compound)
    }
}

bitflags! {
    /// Sorts of cues; each is of one.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Sorts: u8 {
        /// says, has said: the main verb of a clause
        const MAIN = 1;
        /// was told
        const PASSIVE = 1 << 1;
        /// quoted, asked: a participle by itself
        const PARTICIPLE = 1 << 2;
        /// saying
        const ING = 1 << 3;
        /// to say
        const INFINITIVE = 1 << 4;
        /// claim
        const NOUN = 1 << 5;
        /// confident
        const ADJECTIVE = 1 << 6;
        /// according to
        const PHRASE = 1 << 7;

        /// A verb whose subject does what it says.
        const ACTIVE = Self::MAIN.bits() | Self::PARTICIPLE.bits() | Self::ING.bits() | Self::INFINITIVE.bits();
        /// Any verb.
        const VERB = Self::ACTIVE.bits() | Self::PASSIVE.bits();
    }
}

impl CueGroup {
    /// What sort of cue it is.
    pub fn sort(&self) -> Sorts {
        match (self.cue.part, self.form) {
            (Part::Noun, _) => Sorts::NOUN,
            (Part::Adjective, _) => Sorts::ADJECTIVE,
            (Part::Phrase, _) => Sorts::PHRASE,
            (Part::Verb, _) if self.passive => Sorts::PASSIVE,
            (Part::Verb, Form::Participle) => Sorts::PARTICIPLE,
            (Part::Verb, Form::Ing) => Sorts::ING,
            (Part::Verb, Form::Infinitive) => Sorts::INFINITIVE,
            (Part::Verb, Form::Finite | Form::Compound | Form::Other) => Sorts::MAIN,
        }
    }

    /// Whether the cue takes any of the frames.
    pub fn takes(&self, frames: Frames) -> bool {
        self.cue.frames.intersects(frames)
    }

    /// Whether the lexicon's cue has more than one word.
    pub fn has_several_words(&self) -> bool {
        self.head_end > self.head + 1
    }

    /// Whether it is a verb, of one word or several.
    pub fn is_verb(&self) -> bool {
        self.cue.part == Part::Verb
    }
}

/// What is found in one go through a sentence.
#[derive(Debug, Default)]
pub struct Spotted {
    /// All places where a cue may stand, in order.
    pub groups: Vec<CueGroup>,
    /// Its marks.
    pub marks: Marks,
}

/// Which marks a sentence has: where there are none, nothing that needs one is looked for.
#[derive(Debug, Default, Clone, Copy)]
pub struct Marks {
    /// One bit a kind.
    kinds: u32,
    /// The first one that does not open the sentence; 0 if there is none.
    first: usize,
    last_comma: usize,
}

impl Marks {
    fn add(&mut self, at: usize, kind: Kind, opens: bool) {
        self.kinds |= 1 << kind as u32;
        if self.first == 0 && !opens {
            self.first = at;
        }
        if kind == Kind::Comma {
            self.last_comma = at;
        }
    }

    /// Whether there is one of this kind.
    pub fn has(self, kind: Kind) -> bool {
        self.kinds & 1 << kind as u32 != 0
    }

    /// Whether one that does not open the sentence stands before `at`: content before a cue ends with one.
    pub fn has_before(self, at: usize) -> bool {
        self.first != 0 && self.first < at
    }

    /// Whether a comma stands at `at` or behind it; `at` is not the document's first token.
    pub fn has_comma_from(self, at: usize) -> bool {
        self.last_comma >= at
    }
}

impl Spotted {
    /// Goes through a sentence; what was found in another is forgotten.
    pub fn spot(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        self.groups.clear();
        self.marks = Marks::default();
        let mut next = sentence.tokens.start;
        let tags = &reading.phrases.tags[sentence.tokens.clone()];
        let words = reading.tokens.all[sentence.tokens.clone()].iter().zip(tags);
        for (at, (token, tag)) in sentence.tokens.clone().zip(words) {
            if !token.has_letters() {
                self.marks.add(at, token.kind, at == sentence.tokens.start);
            }
            if !token.is(STARTS_CUE) || at < next {
                continue;
            }
            let phrase = if token.is(Classes::PHRASE_START) { phrase_cue(reading, sentence, at) } else { None };
            let is_word = token.is(cue_classes(*tag));
            let word = || is_word.then(|| word_number(reading, sentence, at))?.map(|number| (1, number));
            if let Some((len, number)) = phrase.or_else(word) {
                next = at + len;
                self.groups.push(group(reading, sentence, at, next, number));
            }
        }
    }
}

/// Classes of the words with which a cue may begin.
const STARTS_CUE: Classes =
    Classes::PHRASE_START.union(Classes::CUE_VERB).union(Classes::CUE_NOUN).union(Classes::CUE_ADJECTIVE);

/// A word with this tag is a cue by itself only if it is of one of these classes.
fn cue_classes(tag: Tag) -> Classes {
    match tag {
        Tag::Noun => Classes::CUE_NOUN,
        Tag::Finite | Tag::Base | Tag::Ing => Classes::CUE_VERB,
        Tag::Participle | Tag::Adjective => Classes::CUE_VERB | Classes::CUE_ADJECTIVE,
        _ => Classes::empty(),
    }
}

/// The longest cue of the phrases that start at a token: its length and number.
fn phrase_cue(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<(usize, u32)> {
    let fits = |len: usize| at + len <= sentence.tokens.end;
    let (len, number) = reading.names(at).find_map(|name| match name.meaning {
        Meaning::Cue(number) if fits(name.len) => Some((name.len, number)),
        _ => None,
    })?;
    let fits = reading.lexicon.cue(number).part != Part::Verb || is_verb_tag(reading, at);
    fits.then_some((len, number))
}

fn is_verb_tag(reading: &Reading<'_>, at: usize) -> bool {
    reading.tag(at).is_verbal() || reading.tag(at) == Tag::Negation
}

/// The cue that a single word makes at a token.
pub fn word_cue(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<CueGroup> {
    let may_be = reading.token(at).is(cue_classes(reading.tag(at)));
    let number = may_be.then(|| word_number(reading, sentence, at))??;
    Some(group(reading, sentence, at, at + 1, number))
}

/// Under which number the lexicon has the cue that a word is which may be one by its tag.
fn word_number(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<u32> {
    let (token, tag) = (reading.token(at), reading.tag(at));
    let word = reading.lexicon.word(token.word);
    match tag {
        Tag::Noun => word.noun,
        // "was assured |by the bank that": something was done to him
        Tag::Participle if follows_be(reading, sentence, at) => {
            word.adjective.filter(|_| !is_told_by(reading, sentence, at)).or(word.verb)
        }
        Tag::Adjective => word
            .adjective
            .or(word.verb.filter(|_| token.is(Classes::VERB_PARTICIPLE) && follows_be(reading, sentence, at))),
        _ => word.verb,
    }
}

/// "assured by", "informed by": a verb that wants somebody told, and whoever tells.
fn is_told_by(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let by = at + 1 < sentence.tokens.end && reading.is_word(at + 1, "by");
    by && reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::TELL))
}

/// "was frustrated", "are now deeply worried"
fn follows_be(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let adverbs =
        (sentence.tokens.start..at).rev().take_while(|at| matches!(reading.tag(*at), Tag::Adverb | Tag::Negation));
    let before = at - adverbs.count();
    before > sentence.tokens.start && reading.tag(before - 1) == Tag::Be
}

/// The cue with this number in the lexicon, of which `head..head_end` are the words, with what belongs to it here.
fn group(reading: &Reading<'_>, sentence: &Sentence, head: usize, head_end: usize, number: u32) -> CueGroup {
    let cue = reading.lexicon.cue(number);
    let start =
        if matches!(cue.part, Part::Verb | Part::Adjective) { group_start(reading, sentence, head) } else { head };
    let end = group_end(reading, sentence, head_end, &cue);
    let auxiliaries = start..head;
    let has = |tag: Tag| auxiliaries.clone().any(|at| reading.tag(at) == tag);
    let be_before = has(Tag::Be);
    let participle =
        matches!(reading.tag(head), Tag::Participle | Tag::Adjective) || reading.tag(head) == Tag::Finite && be_before;
    CueGroup {
        tokens: start..end,
        head,
        head_end,
        cue,
        number,
        form: form(reading, head, &auxiliaries, cue.part),
        passive: cue.part == Part::Verb && be_before && participle,
        negated: has(Tag::Negation),
    }
}

/// The first token of the verb group: auxiliaries, "not" and adverbs before the head belong to it.
fn group_start(reading: &Reading<'_>, sentence: &Sentence, head: usize) -> usize {
    let mut start = head;
    for at in (sentence.tokens.start..head).rev() {
        match reading.tag(at) {
            tag if tag.is_auxiliary() => start = at,
            Tag::Negation | Tag::Adverb => start = at,
            Tag::To if is_joined_infinitive(reading, sentence, at) => start = at,
            Tag::Finite | Tag::Participle | Tag::Ing if reading.tag(at + 1) == Tag::To => {
                start = at;
            }
            _ => break,
        }
    }
    trim_leading_adverbs(reading, start, head)
}

/// "seems to", "used to", "continued to": a verb that carries the next one's cue along.
fn is_joined_infinitive(reading: &Reading<'_>, sentence: &Sentence, to: usize) -> bool {
    const CARRIERS: &[u64] = keys![
        "seem",
        "seems",
        "seemed",
        "appear",
        "appears",
        "appeared",
        "continue",
        "continues",
        "continued",
        "used",
        "going",
        "went",
        "goes",
        "has",
        "have",
        "had",
        "began",
        "begun",
        "came",
        "tend",
        "tends",
        "tended",
        "like",
        "likes",
        "liked",
    ];
    to > sentence.tokens.start && reading.is_any(to - 1, CARRIERS)
}

/// "today" before the first auxiliary belongs to the clause, not to the cue; so does what opens the sentence or follows a mark. In "may not
/// speak publicly |said", the adverb is the other verb's.
fn trim_leading_adverbs(reading: &Reading<'_>, mut start: usize, head: usize) -> usize {
    if start == head {
        return head;
    }
    let before = start.checked_sub(1).map(|at| reading.tag(at));
    let behind_subject = before.is_some_and(|tag| tag.is_head() || tag == Tag::Relative);
    let day_or_time = if behind_subject { Classes::DAY } else { Classes::TIME };
    let is_left_out = |at: usize| before == Some(Tag::Base) || reading.token(at).is(day_or_time);
    while start < head && reading.tag(start) == Tag::Adverb && is_left_out(start) {
        start += 1;
    }
    start
}

/// One past the cue's last token: a particle or an adverb right after a verb belongs to it.
fn group_end(reading: &Reading<'_>, sentence: &Sentence, head_end: usize, cue: &Cue) -> usize {
    let mut end = head_end;
    while end < sentence.tokens.end
        && cue.part == Part::Verb
        && reading.tag(end) == Tag::Adverb
        && !reading.token(end).is(Classes::TIME | Classes::WH | Classes::SUBORDINATOR | Classes::QUANTIFIER)
        && reading.token(end).case == crate::tokens::Case::Lower
        && followed_by_border(reading, sentence, end + 1)
    {
        end += 1;
    }
    end
}

/// The sentence's end, a mark, "that" or "to": what may follow a cue and its adverb.
fn followed_by_border(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    at >= sentence.tokens.end || matches!(reading.tag(at), Tag::Mark | Tag::That | Tag::To | Tag::Preposition)
}

fn form(reading: &Reading<'_>, head: usize, auxiliaries: &Range<usize>, part: Part) -> Form {
    if !matches!(part, Part::Verb) {
        let finite = auxiliaries.clone().any(|at| reading.tag(at).is_auxiliary());
        return if finite { Form::Compound } else { Form::Other };
    }
    let auxiliary = auxiliaries.clone().any(|at| reading.tag(at).is_auxiliary());
    let to = auxiliaries.clone().any(|at| reading.tag(at) == Tag::To)
        || head > 0 && auxiliaries.is_empty() && reading.tag(head - 1) == Tag::To;
    match reading.tag(head) {
        _ if auxiliaries.clone().any(|at| reading.tag(at) == Tag::Finite) => Form::Finite,
        _ if to => Form::Infinitive,
        _ if auxiliary => Form::Compound,
        Tag::Ing => Form::Ing,
        Tag::Participle => Form::Participle,
        Tag::Base => Form::Infinitive,
        _ => Form::Finite,
    }
}

/// Whether the cue tells of no act that took place: an infinitive, or a verb after a modal.
pub fn is_unreal(reading: &Reading<'_>, group: &CueGroup) -> bool {
    let modal = (group.tokens.start..group.head).any(|at| reading.tag(at) == Tag::Modal);
    // "|without saying where it had that"
    let without =
        group.form == Form::Ing && group.tokens.start > 0 && reading.is_word(group.tokens.start - 1, "without");
    group.is_verb() && (group.form == Form::Infinitive || modal || without)
}
