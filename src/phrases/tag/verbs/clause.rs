//! What the clause has had before a word.

use crate::phrases::tag::{Tag, Tagger};

impl Tagger<'_> {
    /// Whether a relative or other clause opens between the last mark and here.
    pub(super) fn clause_inside(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.any(|tag| matches!(tag, Tag::Relative | Tag::Wh | Tag::That | Tag::Subordinator))
    }

    /// Whether a finite verb stands between the last mark and here: then another one may follow "and".
    pub(super) fn verb_since_mark(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.into_iter().any(|tag| tag.is_finite() || *tag == Tag::Base)
    }

    /// The same, or since "that": "believe that troops and |allied militias had".
    pub(super) fn verb_in_that_clause(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().rev().take_while(|tag| !matches!(tag, Tag::Mark | Tag::That));
        back.into_iter().any(|tag| tag.is_finite() || *tag == Tag::Base)
    }

    /// The same since the last mark, or since an "and" that has a subject of its own behind it ("prices rose and the bank |acts").
    pub(super) fn verb_in_clause(&self, at: usize) -> bool {
        let opens = |at: usize| self.tags[at] == Tag::Coordinator && self.tags.get(at + 1) == Some(&Tag::Determiner);
        let mut back = (0..at).rev().take_while(|at| self.tags[*at] != Tag::Mark && !opens(*at));
        back.any(|at| self.tags[at].is_finite() || self.tags[at] == Tag::Base)
    }
}
