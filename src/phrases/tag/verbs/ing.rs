//! What a word in -ing is here: a verb, a noun or an adjective.

use crate::lexicon::WordId;
use crate::phrases::tag::{C, Tag, Tagger};
use crate::tokens::{Token, keys};

impl Tagger<'_> {
    /// A verb ("said it was |moving"), a noun behind its determiner, or an adjective before its noun.
    pub(super) fn ing_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match self.before(at) {
            None if self.opens_subject(at) => Tag::Adjective,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective)
                if token.is(C::NOUN) && !self.next_is_nominal(at) =>
            {
                Tag::Noun
            }
            // "its |thinking told": no noun follows, and an article or an owner stands before
            Some(Tag::Determiner) if self.is_led_by_article(at) && !self.next_is_nominal(at) => Tag::Noun,
            // "a town hall |meeting in"
            Some(Tag::Noun) if self.is_compound_head(at) || self.is_occasion(at) => Tag::Noun,
            // "its Dec. 28 |meeting"
            Some(Tag::Number)
                if (token.is(C::NOUN) || !self.next_is_nominal(at) && self.next_is_verb(at))
                    && self.is_in_dated_phrase(at) =>
            {
                Tag::Noun
            }
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) if self.next_is_nominal(at) => Tag::Adjective,
            // "quoted him as |telling reporters"
            Some(Tag::Preposition) if token.is(C::CUE_VERB) && self.is_key(at - 1, keys!["as"]) => Tag::Ing,
            // "accused |neighbouring Eritrea": a word that is an adjective elsewhere
            Some(Tag::Finite | Tag::Preposition)
                if token.is(C::ADJECTIVE) && token.word != WordId::UNKNOWN && self.next_is_nominal(at) =>
            {
                Tag::Adjective
            }
            // "during |opening statements"
            Some(Tag::Preposition)
                if token.is(C::NOUN)
                    && self.next_is(at, C::CUE_NOUN)
                    && self.is_key(at - 1, keys!["during", "in", "at"]) =>
            {
                Tag::Adjective
            }
            // "told |cheering supporters that"
            Some(Tag::Finite) if self.next_is(at, C::PERSON_NOUN | C::GROUP_NOUN) && self.is_at(at + 2, C::THAT) => {
                Tag::Adjective
            }
            // "its auto |testing director"
            Some(Tag::Noun) if self.next_is(at, C::PERSON_NOUN | C::ROLE) && self.is_in_noun_phrase(at) => {
                Tag::Adjective
            }
            _ => Tag::Ing,
        }
    }

    /// "the |gathering showed", "its |thinking": not "some |saying", "heard her |say".
    fn is_led_by_article(&self, at: usize) -> bool {
        self.is_key(at - 1, keys!["a", "an", "the", "its", "their", "his", "my", "our"])
    }

    /// "|Trading sources in Singapore said": several people right behind, and a cue verb before any mark; not "|Quoting sources, it said".
    fn opens_subject(&self, at: usize) -> bool {
        let people = self.next_is(at, C::PERSON_NOUN | C::ANONYMOUS_NOUN) && self.next_is(at, C::PLURAL);
        let clause = self.tokens[at + 1..].iter().take(LONGEST_SUBJECT).take_while(|next| next.has_letters());
        let told = |next: &Token| next.is(C::CUE_VERB) && next.is(C::VERB_PAST | C::VERB_S) && !next.is(C::NOUN);
        people && !self.tokens[at].is(C::CUE_VERB) && clause.skip(1).any(told)
    }

    /// A word for an event behind one thing that has a determiner: "a court |hearing on", but "the ministers |meeting in".
    fn is_compound_head(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let noun = token.is(C::NOUN) && token.word != WordId::UNKNOWN && !self.tokens[at - 1].is(C::PLURAL);
        let object = C::DETERMINER.union(C::POSSESSIVE_DETERMINER).union(C::PRONOUN).union(C::THAT);
        let day = self.next_is(at, C::WEEKDAY | C::MONTH | C::TIME);
        noun && (day || !self.next_is_nominal(at)) && !self.next_is(at, object) && self.is_in_noun_phrase(at)
    }

    /// "in a closed-door |meeting that", "at a press |briefing that": an event that a preposition leads to, and the clause told there.
    fn is_occasion(&self, at: usize) -> bool {
        let event = self.tokens[at].is(C::NOUN) && self.next_is(at, C::THAT) && self.is_in_noun_phrase(at);
        let mut back = (0..at).rev().skip_while(|at| self.tags[*at].is_nominal());
        event && back.next().is_some_and(|at| self.tags[at] == Tag::Preposition)
    }

    /// "the March 4 |vote", "its 28 |members": behind a number that a determiner led.
    pub(super) fn is_in_dated_phrase(&self, at: usize) -> bool {
        let mut back = (0..at).rev().skip_while(|at| self.tags[*at] == Tag::Number || self.tokens[*at].is(C::MONTH));
        back.next().is_some_and(|at| matches!(self.tags[at], Tag::Determiner | Tag::Possessive))
    }

    /// Whether the noun before belongs to a phrase that a determiner begins.
    fn is_in_noun_phrase(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().skip_while(|tag| matches!(tag, Tag::Noun | Tag::Adjective));
        matches!(back.next(), Some(Tag::Determiner | Tag::Possessive))
    }
}

/// Tokens from the first word to the verb.
const LONGEST_SUBJECT: usize = 8;
