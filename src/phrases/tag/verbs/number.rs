//! Whether a verb form goes with the noun before it in number.

use crate::lexicon::WordId;
use crate::phrases::tag::{C, Tag, Tagger};
use crate::tokens::{Case, keys};

impl Tagger<'_> {
    /// Whether the verb form goes with the noun before it: "sources say", "the source says".
    pub(super) fn fits_number(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        match self.last_noun_is_plural(at) {
            // not "a police |report"
            Some(true) => token.is(C::VERB_PAST) || token.is(C::VERB_BASE) && !self.is_one_of(at),
            Some(false) => {
                token.is(C::VERB_S | C::VERB_PAST) || token.is(C::VERB_BASE) && self.follows_plural_and_its_phrase(at)
            }
            // "an unnamed Lumen |engineer as"
            None => !token.is(C::VERB_BASE) || token.is(C::VERB_PAST) || !self.is_one_of(at),
        }
    }

    /// Behind a phrase that "a" begins: no verb in the plural follows it, but for "a few people |say".
    fn is_one_of(&self, at: usize) -> bool {
        let counts = |at: usize| self.tokens[at].is(C::QUANTIFIER | C::NUMBER_WORD);
        let inside = |at: &usize| matches!(self.tags[*at], Tag::Proper | Tag::Adjective | Tag::Noun) && !counts(*at);
        // "a figure police |dispute" are two phrases
        let nouns = (0..at).rev().take_while(inside).filter(|at| self.tags[*at] == Tag::Noun).take(2).count();
        let mut back = (0..at).rev().skip_while(inside).filter(|_| nouns < 2);
        let first = back.next().filter(|first| self.tags[*first] == Tag::Determiner);
        first.is_some_and(|first| keys!["a", "an"].contains(&self.tokens[first].key))
    }

    /// "Analysts at Dahl Bank |estimate": the subject is the plural before the preposition.
    fn follows_plural_and_its_phrase(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().enumerate().rev().take_while(|(_, tag)| **tag != Tag::Mark);
        let preposition = back.into_iter().find(|(_, tag)| **tag == Tag::Preposition).map(|(at, _)| at);
        // "Documents |seen by Reuters show"
        let participle = |at: usize| at > 0 && self.tags[at] == Tag::Participle;
        let subject = preposition.and_then(|at| at.checked_sub(1));
        let subject = subject.map(|at| at - usize::from(participle(at)));
        // "Some in the party |fear"
        let some =
            |at: usize| self.is_key(at, keys!["some", "many", "most", "several", "few", "both", "those", "others"]);
        let several = |noun: usize| self.tags[noun] == Tag::Noun && self.tokens[noun].is(C::PLURAL) || some(noun);
        subject.is_some_and(several) && self.tokens[at].is(C::CUE_VERB) && !self.verb_since_mark(at)
    }

    /// Whether the noun before is plural; `None` where that cannot be told.
    pub(super) fn last_noun_is_plural(&self, at: usize) -> Option<bool> {
        let before = self.verb_context_at(at)?;
        let token = &self.tokens[before];
        match self.tags[before] {
            Tag::Noun => Some(token.is(C::PLURAL)),
            // "the Greens say", "the Times reports": a name in the plural may be one thing
            Tag::Proper if self.is_joined_name(before) => Some(true),
            Tag::Proper if token.word != WordId::UNKNOWN && !token.is(C::PLURAL) => Some(false),
            // "the HC |pulls up"
            Tag::Proper if token.case == Case::Capitals => Some(false),
            _ => None,
        }
    }

    /// "Quill and Ada Berg |say": a name behind another and an "and".
    fn is_joined_name(&self, at: usize) -> bool {
        let len = self.tags[..=at].iter().rev().take(4).take_while(|tag| **tag == Tag::Proper).count();
        let before = (at + 1).checked_sub(len + 2);
        before.is_some_and(|first| self.tags[first] == Tag::Proper && self.tags[first + 1] == Tag::Coordinator)
    }
}
