//! In what form a verb stands here: finite, a participle, a bare form, or no verb after all.

use crate::phrases::tag::{C, Tag, Tagger};
use crate::tokens::keys;
use crate::words::Kind;

impl Tagger<'_> {
    /// The tag of a word that is a verb, or has the form of one, by what stands around it.
    pub(in crate::phrases::tag) fn verb_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if token.is(C::VERB_ING) {
            return self.ing_tag(at);
        }
        match self.verb_context(at) {
            // "not yet peer |reviewed"
            Some(Tag::Noun) if token.is(C::VERB_PARTICIPLE) && self.is_key(at - 1, keys!["peer"]) => Tag::Adjective,
            Some(Tag::To | Tag::Modal | Tag::Do) if token.is(C::VERB_BASE) => Tag::Base,
            Some(Tag::Have | Tag::Be) if token.is(C::VERB_PARTICIPLE | C::VERB_ING) => Tag::Participle,
            Some(Tag::Number) if self.is_done_to_several(at) => Tag::Adjective,
            _ if self.is_reduced_passive(at) => Tag::Participle,
            Some(Tag::Noun | Tag::Proper) if self.is_name_for_object(at) => Tag::Adjective,
            Some(Tag::Coordinator) if token.is(C::VERB_BASE) && self.is_joined_to_base(at) => Tag::Base,
            Some(Tag::Finite | Tag::Base | Tag::Participle | Tag::Ing) if self.follows_verb(at) => {
                if self.next_is_nominal(at) { Tag::Adjective } else { Tag::Participle }
            }
            // "the claim that the well was dry angered farmers"
            Some(Tag::Adjective) if token.is(C::VERB_PAST) && at > 0 && self.is_predicate(at - 1) => Tag::Finite,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective)
                if token.is(C::VERB_PARTICIPLE) && self.next_is_nominal(at) =>
            {
                Tag::Adjective
            }
            Some(Tag::Determiner | Tag::Possessive) if !token.is(C::VERB_PAST | C::VERB_S) => Tag::Noun,
            // "the sidelines"
            Some(Tag::Determiner | Tag::Possessive) if token.is(C::VERB_S) && !token.is(C::VERB_PAST) => Tag::Noun,
            // "fresh craters": no finite verb stands right behind an adjective that is no predicate
            Some(Tag::Adjective)
                if token.is(C::VERB_S) && self.before(at) == Some(Tag::Adjective) && !self.is_predicate(at - 1) =>
            {
                Tag::Noun
            }
            // "a U.S. |think tank": of these two a verb has no object
            Some(Tag::Proper | Tag::Adjective | Tag::Determiner) if self.is_think_tank(at) => Tag::Noun,
            // "a US-based think tank"
            Some(Tag::Adjective)
                if token.is(C::VERB_BASE)
                    && self.before(at) == Some(Tag::Adjective)
                    && !self.is_predicate(at - 1)
                    && self.next_is_nominal_head(at) =>
            {
                Tag::Noun
            }
            Some(Tag::Preposition) if token.is(C::VERB_PARTICIPLE) => Tag::Adjective,
            // "18 |named storms"
            Some(Tag::Number)
                if token.is(C::VERB_PARTICIPLE) && self.next_is(at, C::PLURAL) && self.next_is_nominal(at) =>
            {
                Tag::Adjective
            }
            // "to cheers": no finite verb stands right behind a preposition
            Some(Tag::Preposition) if token.is(C::VERB_S) && self.before(at) == Some(Tag::Preposition) => Tag::Noun,
            Some(Tag::Coordinator)
                if token.is(C::VERB_PARTICIPLE)
                    && (token.is(C::ADJECTIVE) || !token.is(C::CUE_VERB))
                    && self.next_is_nominal(at)
                    && !self.verb_in_that_clause(at) =>
            {
                Tag::Adjective
            }
            Some(Tag::Coordinator) if self.is_second_predicate(at) => Tag::Participle,
            Some(Tag::Mark) if self.opens_participle_phrase(at) => Tag::Participle,
            _ if token.is(C::VERB_PAST | C::VERB_S) => Tag::Finite,
            _ if token.is(C::VERB_PARTICIPLE) => Tag::Participle,
            // ", say people close to him": the subject stands behind
            Some(Tag::Mark)
                if self.behind_content(at)
                    && token.is(C::CUE_VERB)
                    && (self.next_is_nominal(at) || self.next_is(at, C::DETERMINER | C::QUANTIFIER)) =>
            {
                Tag::Finite
            }
            None | Some(Tag::Mark) if !self.title_case => Tag::Base,
            _ => Tag::Finite,
        }
    }

    /// "called the report |biased and said": what a verb of naming says its object is.
    fn is_name_for_object(&self, at: usize) -> bool {
        const NAMES: &[u64] =
            keys!["called", "calls", "deemed", "labelled", "labeled", "branded", "considered", "ruled"];
        let token = &self.tokens[at];
        let ends = self.tokens.get(at + 1).is_none_or(|next| !next.has_letters() || next.is(C::COORDINATOR));
        let verb = |at: &usize| self.tags[*at].is_finite() || self.tags[*at] == Tag::Mark;
        let before = || (0..at).rev().take(LONGEST_OBJECT).find(verb);
        ends && token.is(C::ADJECTIVE) && before().is_some_and(|verb| self.is_key(verb, NAMES))
    }

    /// "baseless and politically |motivated": a participle that an adverb leads, joined to an adjective that has no noun behind it.
    fn is_second_predicate(&self, at: usize) -> bool {
        let adverb = at > 2 && self.tags[at - 1] == Tag::Adverb;
        let joined = adverb && self.tags[at - 2] == Tag::Coordinator && self.tags[at - 3] == Tag::Adjective;
        let ends = self.tokens.get(at + 1).is_none_or(|next| !next.has_letters() || next.is(C::PREPOSITION));
        joined && ends && self.tokens[at].is(C::VERB_PARTICIPLE)
    }

    fn is_think_tank(&self, at: usize) -> bool {
        let key_in = |at: usize, words: &[u64]| self.tokens.get(at).is_some_and(|token| words.contains(&token.key));
        key_in(at, keys!["think"]) && key_in(at + 1, keys!["tank", "tanks"])
    }

    /// Behind a comma or a closing quotation mark.
    fn behind_content(&self, at: usize) -> bool {
        at > 1 && matches!(self.tokens[at - 1].kind, Kind::Comma | Kind::CloseQuote | Kind::PlainQuote)
    }

    /// "was dry": an adjective right behind "be", but for adverbs.
    fn is_predicate(&self, adjective: usize) -> bool {
        self.tags[adjective] == Tag::Adjective && self.verb_context(adjective) == Some(Tag::Be)
    }

    /// "two |arrested men had": a participle before several people with a verb of their own.
    fn is_done_to_several(&self, at: usize) -> bool {
        let people = self.next_is(at, C::PERSON_NOUN | C::GROUP_NOUN) && self.next_is(at, C::PLURAL);
        let verb =
            self.is_at(at + 2, C::AUXILIARY) || self.is_at(at + 2, C::CUE_VERB) && self.is_at(at + 2, C::VERB_PAST);
        self.tokens[at].is(C::VERB_PARTICIPLE) && people && verb
    }
}

/// Tokens between a verb of naming and the name.
const LONGEST_OBJECT: usize = 6;
