//! What a production proposes.

use super::cue::{CueGroup, Marks, Sorts, Spotted};
use super::feature::Name;
use super::parts::source::{Source, source_after, subject_before, subject_of};
use super::view::Reading;
use crate::lexicon::Frames;
use crate::tokens::Sentence;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// Where a production is tried: one cue of one sentence.
pub struct Site<'a> {
    /// Tokens, phrases, lexicon.
    pub reading: Reading<'a>,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Every place in it where a cue may stand.
    pub groups: &'a [CueGroup],
    /// Its marks.
    pub marks: Marks,
    /// The one that is tried.
    pub index: usize,
    cue: &'a CueGroup,
    /// What sort of cue it is.
    pub sort: Sorts,
    /// What [`Site::subject`] and [`Site::own_subject`] have found: many productions ask.
    subject: OnceCell<Option<Source>>,
    own_subject: OnceCell<Option<Source>>,
    /// What [`Site::source_behind`] has found.
    source_behind: OnceCell<Option<Source>>,
    /// The place that was last asked what kind of clause starts there, and the answer: productions ask one after the other.
    pub clause_frame: Cell<(usize, Option<Frames>)>,
}

impl<'a> Site<'a> {
    /// The cue with this index among those of its sentence.
    pub fn new(reading: Reading<'a>, sentence: &'a Sentence, spotted: &'a Spotted, index: usize) -> Self {
        let Spotted { groups, marks } = spotted;
        let cue = &groups[index];
        Self {
            reading,
            sentence,
            groups,
            marks: *marks,
            index,
            cue,
            sort: cue.sort(),
            subject: OnceCell::new(),
            own_subject: OnceCell::new(),
            source_behind: OnceCell::new(),
            clause_frame: Cell::new((usize::MAX, None)),
        }
    }

    /// Another cue of the sentence.
    pub fn at(&self, index: usize) -> Self {
        let (cue, clause_frame) = (&self.groups[index], Cell::new((usize::MAX, None)));
        let (subject, own_subject, source_behind) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { index, cue, sort: cue.sort(), subject, own_subject, source_behind, clause_frame, ..*self }
    }

    /// The subject of the cue, or else of the verb before it in the sentence.
    pub fn subject(&self) -> Option<Source> {
        let found = || subject_of(&self.reading, self.start(), self.cue(), || self.own_subject());
        self.subject.get_or_init(found).clone()
    }

    /// The cue's own subject before it.
    pub fn own_subject(&self) -> Option<Source> {
        let found = || subject_before(&self.reading, self.start(), self.cue().tokens.start);
        self.own_subject.get_or_init(found).clone()
    }

    /// Who stands right behind the cue: whoever says it, or is told.
    pub fn source_behind(&self) -> Option<Source> {
        let found = || source_after(&self.reading, self.cue().head_end, self.sentence.tokens.end);
        self.source_behind.get_or_init(found).clone()
    }

    /// The cue that is tried.
    pub fn cue(&self) -> &'a CueGroup {
        self.cue
    }

    /// First token of the sentence.
    pub fn start(&self) -> usize {
        self.sentence.tokens.start
    }
}

/// A possible attribution; all ranges are of tokens.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The production's name.
    pub rule: &'static Name<'static>,
    /// Who speaks; `None` where nobody is named.
    pub source: Option<Source>,
    /// The cue.
    pub cue: Range<usize>,
    /// What is attributed, in text order.
    pub content: Vec<Range<usize>>,
    /// The further attribution that the same words make: "quoted Y as saying P".
    pub inner: Option<Box<Candidate>>,
}

impl Candidate {
    /// A candidate of the cue at `site` with one piece of content.
    pub fn new(rule: &'static Name<'static>, site: &Site<'_>, source: Option<Source>, content: Range<usize>) -> Self {
        Self { rule, source, cue: site.cue().tokens.clone(), content: vec![content], inner: None }
    }

    /// The same with another cue.
    pub fn with_cue(self, cue: Range<usize>) -> Self {
        Self { cue, ..self }
    }

    /// The same with one more piece of content.
    pub fn and_content(mut self, piece: Option<Range<usize>>) -> Self {
        self.content.extend(piece.filter(|piece| !piece.is_empty()));
        self.content.sort_by_key(|piece| piece.start);
        self
    }
}
