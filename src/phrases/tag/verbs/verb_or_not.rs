//! Whether a form that may be a verb or something else is a verb here.

use crate::phrases::tag::{C, CLOSED, Tag, Tagger};
use crate::tokens::keys;
use crate::words::Kind;

impl Tagger<'_> {
    /// Whether a form that may be a verb or something else is a verb here.
    pub(in crate::phrases::tag) fn is_verb_here(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let adjective_only = !token.is(C::NOUN);
        match self.verb_context(at) {
            Some(Tag::To | Tag::Modal) => token.is(C::VERB_BASE),
            Some(Tag::Do) => token.is(C::VERB_BASE),
            Some(Tag::Have) => token.is(C::VERB_PARTICIPLE),
            // "as long as"
            _ if token.is(C::ADVERB)
                && at > 0
                && self.is_key(at - 1, keys!["as"])
                && self.next_is_key(at, keys!["as"]) =>
            {
                false
            }
            // "told investors last month"
            _ if token.is(C::TIME) && adjective_only && self.next_is(at, C::TIME) => false,
            // "is warning voters", "was appointed head"
            Some(Tag::Be) if token.is(C::VERB_ING) => true,
            Some(Tag::Be) => token.is(C::VERB_PARTICIPLE) && !self.next_is_nominal_head(at),
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) => false,
            // "after reports that": behind a subordinator stands a subject, "when asked" apart
            Some(Tag::Subordinator) if token.is(C::NOUN) && token.is(C::VERB_S) => false,
            Some(Tag::Number) if token.is(C::NOUN) && self.is_in_dated_phrase(at) => false,
            // "48 percent support the plan"
            Some(Tag::Number) if token.is(C::VERB_BASE) && self.object_follows(at) => true,
            Some(Tag::Preposition | Tag::Number) => token.is(C::VERB_ING) && !token.is(C::CUE_NOUN),
            Some(Tag::Pronoun) => self.is_finite_form(at) || token.is(C::VERB_BASE),
            // "who police said was drunk"
            Some(Tag::Relative) if token.is(C::NOUN) && self.next_is_verb(at) => false,
            // "which last week urged it"
            Some(Tag::Relative) if token.is(C::ADJECTIVE) && self.next_is(at, C::NOUN) && self.next_is_verb(at + 1) => {
                false
            }
            Some(Tag::Relative) => token.is(C::VERB_S | C::VERB_PAST | C::VERB_BASE),
            // "who cares", "what matters is"
            Some(Tag::Wh) if token.is(C::VERB_S) && self.is_asked_for(at) => true,
            Some(Tag::Noun) if token.is(C::VERB_S) && self.is_document_of_adjunct(at) => false,
            Some(Tag::Noun | Tag::Proper) => self.is_verb_behind_noun(at),
            Some(Tag::Finite | Tag::Participle | Tag::Base | Tag::Ing) if token.is(C::NOUN) => false,
            Some(Tag::Mark) if token.is(C::VERB_S) && self.closes_relative_clause(at) => true,
            Some(Tag::Mark) if token.is(C::VERB_BASE) && self.closes_aside(at) => true,
            // "The paper, long an advocate of reform, said"
            Some(Tag::Mark) if token.is(C::ADVERB) && !token.is(C::VERB_PAST) && self.next_is(at, C::DETERMINER) => {
                false
            }
            // ", police Chief Ron Baird said"
            Some(Tag::Mark) if token.is(C::SOURCE_NOUN) && self.next_is_name(at) && !token.is(C::CUE_VERB) => false,
            Some(Tag::Mark) if token.is(C::CUE_NOUN) && token.is(C::VERB_S) && self.is_dismissed(at) => false,
            Some(Tag::Mark) if token.is(C::VERB_S) && self.opens_headline_tag(at) => true,
            // ", state Sen. Ann Lowe, said": a base form behind a comma has no subject
            Some(Tag::Mark) if token.is(C::NOUN) && token.is(C::VERB_BASE) && self.is_before_title(at) => false,
            Some(Tag::Coordinator) if token.is(C::VERB_BASE) && self.is_joined_to_base(at) => true,
            Some(Tag::Coordinator) => token.is(C::VERB_PAST) || self.object_follows(at) && token.is(C::VERB),
            // "Planning officers had recommended it"
            None if self.next_is(at, C::SOURCE_NOUN) && self.is_at(at + 2, C::AUXILIARY | C::CUE_VERB) => false,
            None => token.is(C::VERB_ING) && !self.next_is_verb(at),
            _ => token.is(C::VERB_PAST | C::VERB_ING) || self.object_follows(at),
        }
    }

    /// "claimed in court |documents that": where a verb stands before the preposition, no subject stands behind it.
    fn is_document_of_adjunct(&self, at: usize) -> bool {
        let told = at > 2 && self.tags[at - 2] == Tag::Preposition && self.tags[at - 3].is_verbal();
        told && self.tokens[at].is(C::DOCUMENT_NOUN)
    }

    /// "The president, who came to power in 2017, |faces resistance": a verb with its object behind a relative clause between commas.
    fn closes_relative_clause(&self, at: usize) -> bool {
        let is_comma = |at: usize| self.tokens[at].kind == Kind::Comma;
        let inside = (0..at.saturating_sub(1)).rev().take(LONGEST_ASIDE).find(|at| is_comma(*at));
        let opens = |comma: usize| self.tags[comma + 1] == Tag::Relative && comma > 0 && self.tags[comma - 1].is_head();
        is_comma(at - 1) && inside.is_some_and(opens) && self.next_is_nominal(at)
    }

    /// "dismissed as “absurd” |reports that": a plural behind what somebody calls it.
    fn is_dismissed(&self, at: usize) -> bool {
        let closes = at > 2 && self.tokens[at - 1].is_quote_mark();
        let opening = (1..at.saturating_sub(1)).rev().take(LONGEST_NAME).find(|at| self.tokens[*at].is_quote_mark());
        closes && opening.is_some_and(|opening| self.is_key(opening - 1, keys!["as"]))
    }

    /// "Minister to quit, |claims union": a cue verb behind a comma, and whoever says so, with no full stop.
    fn opens_headline_tag(&self, at: usize) -> bool {
        let rest = &self.tokens[at + 1..];
        let nominal = rest.iter().all(|token| token.has_letters() && !token.is(C::VERB_PAST | CLOSED));
        // not ", shares slide"
        let speaker = C::PERSON_NOUN | C::ORGANISATION_NOUN | C::GROUP_NOUN;
        let speaks =
            rest.last().is_some_and(|last| last.is(speaker) && !last.is(C::VERB_BASE) || last.is_capitalised());
        let behind_comma = at > 2 && self.tokens[at - 1].kind == Kind::Comma;
        behind_comma && self.tokens[at].is(C::CUE_VERB) && rest.len() <= LONGEST_SPEAKER && nominal && speaks
    }

    /// "The researchers, led by Ana Pires, |report in the journal that": a cue verb behind what stands between commas behind several people.
    fn closes_aside(&self, at: usize) -> bool {
        let is_comma = |at: usize| self.tokens[at].kind == Kind::Comma;
        let opens = |comma: &usize| is_comma(*comma) && *comma > 0;
        let inside = (0..at - 1).rev().take(LONGEST_ASIDE).find(opens).filter(|_| is_comma(at - 1));
        let several = |comma: usize| self.tags[comma - 1] == Tag::Noun && self.tokens[comma - 1].is(C::PLURAL);
        let clause = || self.tokens[at + 1..].iter().take(LONGEST_ASIDE).take_while(|next| next.has_letters());
        self.tokens[at].is(C::CUE_VERB)
            && self.next_is(at, C::PREPOSITION)
            && inside.is_some_and(|comma| several(comma) && self.tags[comma + 1] == Tag::Participle)
            && clause().any(|next| next.is(C::THAT))
    }

    /// "can overheat and |catch fire": a bare form right behind "and", with another right before it.
    pub(in crate::phrases::tag) fn is_joined_to_base(&self, at: usize) -> bool {
        let bare = at > 1 && self.tags[at - 1] == Tag::Coordinator && self.tags[at - 2] == Tag::Base;
        bare && self.next_is_nominal(at) && self.is_key(at - 1, keys!["and", "or"])
    }

    /// Behind a comma, and right before somebody's title.
    fn is_before_title(&self, at: usize) -> bool {
        let titled = self.next_is(at, C::TITLE) && self.next_is_name(at);
        titled && at > 0 && self.tokens[at - 1].kind == Kind::Comma && !self.tokens[at].is(C::VERB_PAST)
    }

    fn is_finite_form(&self, at: usize) -> bool {
        self.tokens[at].is(C::VERB_S | C::VERB_PAST)
    }

    /// Behind "who", or behind "what" and before what no noun in the plural has behind it: "what |runs through", "what |matters is".
    fn is_asked_for(&self, at: usize) -> bool {
        let goes_on = C::PREPOSITION.union(C::TO).union(C::DETERMINER).union(C::ADVERB);
        let one = self.next_is(at, C::BE) && self.next_is(at, C::VERB_S) || self.next_is_key(at, keys!["is", "was"]);
        match self.verb_context_at(at) {
            Some(before) if self.is_key(before, keys!["who"]) => true,
            Some(before) if self.is_key(before, keys!["what"]) => one || self.next_is(at, goes_on),
            _ => false,
        }
    }
}

/// Words of a speaker with which a headline ends.
const LONGEST_SPEAKER: usize = 4;

/// Tokens of a relative clause between commas.
const LONGEST_ASIDE: usize = 20;

/// Tokens of what somebody calls a thing.
const LONGEST_NAME: usize = 8;
