//! Whether a form behind a noun is the verb that has it for its subject.

use crate::phrases::tag::{C, CLOSED, Tag, Tagger};
use crate::tokens::{Token, keys};
use crate::words::Kind;

impl Tagger<'_> {
    /// Whether a form is a verb here that has a noun or a name before it, with at most "not" and adverbs between.
    pub(super) fn is_verb_behind_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        match self.before(at) {
            // "gold never falls"
            Some(Tag::Negation) => self.fits_number(at) || token.is(C::VERB_S),
            // "the campaign now hopes"
            Some(Tag::Adverb) if !token.is(C::ADJECTIVE) => {
                token.is(C::VERB_S | C::VERB_PAST) || token.is(C::VERB_BASE) && !self.next_is_nominal(at)
            }
            // "a refugee rights |program director"
            _ if self.is_quoted_here(at)
                || self.modifies_person(at)
                || self.is_title_between_names(at)
                || self.is_subject_of_tag(at)
                || self.heads_document(at)
                || self.is_told_of_by_clause(at) =>
            {
                false
            }
            _ => {
                token.is(C::VERB_PAST | C::VERB_ING) && (!token.is(C::NOUN) || !token.is(C::VERB_BASE))
                    || self.object_follows(at)
                    || self.is_only_verb(at)
                    || self.is_only_past(at)
                    || self.has_clause(at)
                    || self.ends_subordinate_clause(at)
                    || self.reports_from_a_place(at)
                    || self.introduces_quotation(at)
                    || self.is_past_with_particle(at)
                    || self.is_headline_verb(at)
            }
        }
    }

    /// "quoted a source in the emergency |services as saying": the one quoted ends here.
    fn is_quoted_here(&self, at: usize) -> bool {
        let saying = self.next_is_key(at, keys!["as"]) && self.is_at(at + 2, C::VERB_ING | C::HAVE);
        saying && self.tokens[at].is(C::NOUN) && self.verb_in_clause(at)
    }

    /// ", court |records show.": a plural behind a comma, with a cue verb that goes with it and ends the sentence.
    pub(in crate::phrases::tag) fn is_subject_of_tag(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ends = self.tokens.get(at + 2).is_none_or(|next| next.kind == Kind::Stop);
        let shown = ends && self.next_is(at, C::CUE_VERB) && self.next_is(at, C::VERB_BASE);
        token.is(C::NOUN) && token.is(C::PLURAL) && shown
    }

    /// "court |documents seen by the Herald", "a police |report that it had seen": a noun of a document, told by the "by" behind it, or by "a"
    /// before what would be its subject.
    fn heads_document(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let by = || self.tokens.get(at + 2).is_some_and(|_| self.is_key(at + 2, keys!["by"]));
        let seen = || self.next_is(at, C::VERB_PARTICIPLE) && by();
        let one =
            || token.is(C::VERB_BASE) && !token.is(C::VERB_PAST) && at >= 2 && self.is_key(at - 2, keys!["a", "an"]);
        token.is(C::DOCUMENT_NOUN) && token.is(C::NOUN) && (seen() || one())
    }

    /// "the ecodesign |rules that were leaked": a plural, and "that" with an auxiliary behind it.
    fn is_told_of_by_clause(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let clause = self.next_is(at, C::THAT) && self.is_at(at + 2, C::AUXILIARY);
        token.is(C::NOUN) && token.is(C::VERB_S) && token.is(C::PLURAL) && clause
    }

    /// A bare form that is a noun too, right before one person's role that has no article of its own, or of what has a name
    /// ("the rights |group Fair Share").
    fn modifies_person(&self, at: usize) -> bool {
        let person =
            self.tokens.get(at + 1).is_some_and(|next| next.is(C::PERSON_NOUN | C::ROLE) && !next.is(C::PLURAL));
        let token = &self.tokens[at];
        let role = person && !self.next_is_name(at);
        let named = self.next_is_name(at) && token.is(C::SOURCE_NOUN) && !token.is(C::CUE_VERB | C::PLURAL);
        !self.title_case && (role || named) && token.is(C::NOUN) && token.is(C::VERB_BASE)
    }

    /// "told Fox News host Ann Jones": a bare form between names, with the clause's verb before it.
    fn is_title_between_names(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is(C::PERSON_NOUN)
            && token.is(C::VERB_BASE)
            && self.before(at) == Some(Tag::Proper)
            && self.next_is_name(at)
            && self.verb_since_mark(at)
    }

    /// "The idea rests on", "Lawmaker urges calm": a third person behind a singular, and no other verb in the clause.
    fn is_only_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ahead = self.tokens[at + 1..].iter().take(MOST_IN_CLAUSE).take_while(|next| next.has_letters());
        let is_verb =
            |next: &Token| next.is(C::AUXILIARY | C::VERB_PAST | C::VERB_S) && !next.is(C::NOUN | C::ADJECTIVE);
        !self.title_case
            && token.is(C::VERB_S)
            && (self.last_noun_is_plural(at) == Some(false) || self.preposition_since_mark(at))
            && self.tokens.get(at + 1).is_some_and(Token::has_letters)
            && !self.verb_in_clause(at)
            && !ahead.into_iter().any(is_verb)
    }

    /// "The company |forecast revenue of", "The bank |cut rates": a past form that is a bare form and a noun too, behind whoever may do so and
    /// before a noun, with no other verb in the clause.
    fn is_only_past(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ends = |next: &Token| !next.has_letters() || next.is(C::COORDINATOR | C::SUBORDINATOR);
        let ahead = self.tokens[at + 1..].iter().take(MOST_IN_CLAUSE).take_while(|next| !ends(next));
        let is_verb = |next: &Token| next.is(C::AUXILIARY | C::RELATIVE | C::THAT | C::VERB_PAST) && !next.is(C::NOUN);
        let subject = self.verb_context_at(at).map(|before| &self.tokens[before]);
        let doer = C::ORGANISATION_NOUN | C::PERSON_NOUN | C::OUTLET_NOUN | C::GROUP_NOUN;
        let acts = |noun: &Token| noun.is_capitalised() || noun.is(doer);
        !self.title_case
            && token.is(C::VERB_PAST)
            && token.is(C::CUE_VERB)
            && self.next_is_nominal(at)
            && subject.is_some_and(acts)
            && !self.verb_in_clause(at)
            && !ahead.into_iter().any(is_verb)
    }

    /// "The party |claims victory was stolen", "Quill |laughs and says": what would be a plural has a noun or an "and" with a cue verb behind it.
    fn has_clause(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let joined = self.next_is(at, C::COORDINATOR)
            && self.is_at(at + 2, C::CUE_VERB)
            && self.is_at(at + 2, C::VERB_S)
            && !self.is_at(at + 2, C::NOUN);
        let modifier = usize::from(self.next_is(at, C::ADJECTIVE) && self.is_at(at + 2, C::NOUN));
        let subject = at + 1 + modifier;
        let bare = C::PREPOSITION | C::DETERMINER | C::TIME;
        let clause = token.is(C::CUE_VERB)
            && self.is_at(subject, C::NOUN)
            && !self.is_at(subject, bare)
            && self.is_at(subject + 1, C::AUXILIARY);
        !self.title_case
            && token.is(C::VERB_S)
            && self.last_noun_is_plural(at) != Some(true)
            && (joined || clause)
            && !self.verb_in_clause(at)
    }

    /// "the average of polls |shows": the noun right before need not be the subject's head.
    fn preposition_since_mark(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.any(|tag| *tag == Tag::Preposition)
    }

    /// "If the bill |passes,", "until the vote |nears,": a clause that a subordinator opens has a verb before it ends.
    fn ends_subordinate_clause(&self, at: usize) -> bool {
        let back = || self.tags[..at].iter().rev().take(MOST_IN_CLAUSE);
        let subject = back().take_while(|tag| tag.is_nominal() || **tag == Tag::Preposition).count();
        let first = at - subject;
        let opened = first > 0
            && self.tags[first - 1] == Tag::Subordinator
            && self.tags[first] != Tag::Preposition
            && !self.is_key(first - 1, keys!["as"]);
        let ends = self.tokens.get(at + 1).is_none_or(|next| matches!(next.kind, Kind::Comma | Kind::Stop));
        subject > 0 && opened && ends && self.tokens[at].is(C::VERB_S) && self.fits_number(at)
    }

    /// "An email from Quill to the engineers |reads: “Say nothing.”": whatever noun stands right before it.
    fn introduces_quotation(&self, at: usize) -> bool {
        let colon = self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Colon);
        let quoted = colon && self.tokens.get(at + 2).is_some_and(Token::is_quote_mark);
        quoted && self.tokens[at].is(C::CUE_VERB) && self.tokens[at].is(C::VERB_S) && !self.verb_since_mark(at)
    }

    /// "Court |finds ferry deal was illegal": a third person right behind one speaker without an article, with which the sentence opens.
    fn is_headline_verb(&self, at: usize) -> bool {
        let speaker = at == 1 && self.tokens[0].is(C::SOURCE_NOUN) && !self.tokens[0].is(C::PLURAL);
        let tells = self.tokens[at].is(C::VERB_S) && self.tokens[at].is(C::CUE_VERB);
        // not "Government figures |show"
        let object = self.next_is(at, C::NOUN | C::ADJECTIVE) && !self.next_is(at, C::CUE_VERB | CLOSED);
        speaker && tells && object && !self.title_case
    }

    /// "Ana Lopes |hit back": a form that is a past one too, right behind a name and before an adverb that begins no noun phrase.
    fn is_past_with_particle(&self, at: usize) -> bool {
        let named = self.before(at) == Some(Tag::Proper) && !self.title_case;
        let particle = self.next_is(at, C::ADVERB) && !self.next_is(at, C::ADJECTIVE | C::DETERMINER);
        named && self.tokens[at].is(C::VERB_PAST) && particle && !self.verb_in_clause(at)
    }

    /// "Ana Lopes |reports from the hospital that": a name, a cue verb, and what follows in the clause is "that".
    fn reports_from_a_place(&self, at: usize) -> bool {
        let clause = self.tokens[at + 1..].iter().take(MOST_IN_CLAUSE);
        let mut clause = clause.take_while(|next| next.has_letters());
        let verb = self.tokens[at].is(C::CUE_VERB) && self.tokens[at].is(C::VERB_S) && !self.verb_since_mark(at);
        let named = self.before(at) == Some(Tag::Proper) && !self.title_case;
        verb && named && self.next_is(at, C::PREPOSITION) && clause.any(|next| next.is(C::THAT))
    }
}

/// Tokens of a clause that are looked at for a verb.
const MOST_IN_CLAUSE: usize = 16;
