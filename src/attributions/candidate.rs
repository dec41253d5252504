//! What a production proposes.

use super::cue::CueGroup;
use super::parts::source::Source;
use super::view::Reading;
use crate::tokens::Sentence;
use std::ops::Range;

/// Where a production is tried: one cue of one sentence.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// Tokens, phrases, lexicon.
    pub reading: Reading<'a>,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// Every place in it where a cue may stand.
    pub groups: &'a [CueGroup<'a>],
    /// The one that is tried.
    pub index: usize,
}

impl<'a> Site<'a> {
    /// The cue that is tried.
    pub fn cue(&self) -> &'a CueGroup<'a> {
        &self.groups[self.index]
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
    pub rule: &'static str,
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
    pub fn new(rule: &'static str, site: &Site<'_>, source: Option<Source>, content: Range<usize>) -> Self {
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
