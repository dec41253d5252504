//! Whether a word is a verb here, and in what form.

mod behind_noun;
mod clause;
mod forms;
mod ing;
mod number;
mod object;
mod verb_or_not;
mod without_be;

use super::{Tag, Tagger};
use crate::tokens::keys;

impl Tagger<'_> {
    /// The word before that matters for a verb: adverbs, "not", "all" behind "were" and a mark that opens a quotation within the clause
    /// are passed over.
    pub(super) fn verb_context(&self, at: usize) -> Option<Tag> {
        self.verb_context_at(at).map(|at| self.tags[at])
    }

    pub(super) fn verb_context_at(&self, at: usize) -> Option<usize> {
        let mut before = at;
        for _ in 0..4 {
            before = before.checked_sub(1)?;
            if !self.is_passed_over(before) {
                return Some(before);
            }
        }
        None
    }

    fn is_passed_over(&self, at: usize) -> bool {
        match self.tags[at] {
            Tag::Adverb | Tag::Negation => true,
            Tag::Mark => self.quotes_on(at),
            _ => self.floats(at),
        }
    }

    /// "it |“regrets” the delay", "to |“fight on”", "a |“battle” ahead": a mark that opens a quotation inside a clause or a noun phrase.
    fn quotes_on(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let opens = token.is_quote_mark() && token.spaced && self.tokens.get(at + 1).is_some_and(|next| !next.spaced);
        let goes_on = matches!(
            self.before(at),
            Some(Tag::Pronoun | Tag::To | Tag::Modal | Tag::Determiner | Tag::Possessive | Tag::Preposition)
        );
        opens && goes_on
    }

    /// "were |all hurt", "have |both said": a quantifier between an auxiliary and its verb.
    fn floats(&self, at: usize) -> bool {
        let auxiliary = self.before(at).is_some_and(Tag::is_auxiliary);
        auxiliary && keys!["all", "both", "each"].contains(&self.tokens[at].key)
    }
}
