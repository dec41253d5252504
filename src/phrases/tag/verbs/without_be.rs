//! Participles without "be": "a plan backed by the union", "received classified files".

use crate::phrases::tag::{C, Tag, Tagger};
use crate::tokens::{Token, keys};
use crate::words::Kind;

/// Tokens between two commas that part a noun from its verb.
const LONGEST_ASIDE: usize = 12;

impl Tagger<'_> {
    /// "a plan |backed by the union", "those |polled", "than |planned", "as |reported by": a participle without "be".
    pub(super) fn is_reduced_passive(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if !token.is(C::VERB_PARTICIPLE) || !token.is(C::VERB_PAST) || self.title_case {
            return false;
        }
        let before = self.verb_context_at(at);
        // not "won |by almost 60 points", "answered |by saying"
        let doer = |at: usize| {
            let next = self.tokens.get(at).filter(|next| next.is_word() && !next.is(C::VERB_ING));
            next.is_some_and(|next| !keys!["about", "almost", "around", "nearly", "roughly"].contains(&next.key))
        };
        let by = || self.next_is_key(at, keys!["by"]) && doer(at + 2) && !self.is_key(at, keys!["said"]);
        match before.map(|before| self.tags[before]) {
            // "the actors |involved are", "people |interviewed said", but "the bank the government |said would fail"
            Some(Tag::Noun) if self.next_is(at, C::AUXILIARY) && !token.is(C::CUE_VERB) || self.next_speaks(at) => {
                !self.clause_inside(at)
            }
            // "footage |posted online shows"
            Some(Tag::Noun) if self.next_is(at, C::ADVERB) && !token.is(C::VERB_S) && self.is_told_behind(at) => true,
            Some(Tag::Noun) if self.is_dated(at) || self.is_seen_too(at) => true,
            // "companies |found guilty of it"
            Some(Tag::Noun)
                if self.is_key(at, keys!["found"])
                    && self.next_is_key(at, keys!["guilty", "liable", "dead", "responsible"]) =>
            {
                true
            }
            Some(Tag::Noun | Tag::Proper) => by() || self.is_in_way_of_verb(at),
            // "The bill, |described by one member as a “joke”,"
            Some(Tag::Mark) if token.is(C::CUE_VERB) && by() => {
                at > 1 && self.tokens[at - 1].kind == Kind::Comma && self.tags[at - 2].is_head()
            }
            Some(Tag::Mark) if self.parts_subject_from_verb(at) => true,
            Some(Tag::Subordinator) => before == at.checked_sub(1),
            Some(Tag::Preposition) => before.is_some_and(|before| self.is_key(before, keys!["than"])),
            Some(Tag::Determiner | Tag::Pronoun) => before.is_some_and(|before| self.is_key(before, keys!["those"])),
            _ => false,
        }
    }

    /// "the cracks, |discovered after the storm, posed no danger": between the commas that part a noun from its verb.
    fn parts_subject_from_verb(&self, at: usize) -> bool {
        let opens = at > 1 && self.tokens[at - 1].kind == Kind::Comma && self.tags[at - 2].is_head();
        if !opens || !self.next_is(at, C::PREPOSITION) {
            return false;
        }
        let aside = self.tokens[at + 1..].iter().take(LONGEST_ASIDE);
        let close = at + 1 + aside.take_while(|token| token.has_letters() || token.kind == Kind::Number).count();
        let comma = self.tokens.get(close).is_some_and(|mark| mark.kind == Kind::Comma);
        comma && self.is_at(close + 1, C::VERB_PAST | C::VERB_S | C::AUXILIARY) && !self.is_at(close + 1, C::NOUN)
    }

    /// "a study |published last month found", "a post |shared 40,000 times says": a time or a number, and then the clause's verb.
    fn is_dated(&self, at: usize) -> bool {
        const COUNTS: &[u64] =
            keys!["last", "this", "in", "on", "more", "than", "over", "nearly", "times", "week", "month", "year"];
        let is_time = |token: &Token| {
            token.kind == Kind::Number
                || token.is(C::TIME | C::WEEKDAY | C::MONTH | C::NUMBER_WORD)
                || COUNTS.contains(&token.key)
        };
        let times = self.tokens[at + 1..].iter().take(LONGEST_PHRASE).take_while(|token| is_time(token)).count();
        let verb = at + 1 + times;
        let told =
            self.is_at(verb, C::CUE_VERB) && self.is_at(verb, C::VERB_PAST | C::VERB_S) && !self.is_at(verb, C::NOUN);
        // "documents |unsealed on Tuesday show that"
        let plural = || at > 0 && self.tokens[at - 1].is(C::PLURAL);
        let show = || self.is_at(verb, C::CUE_VERB) && self.is_at(verb, C::VERB_BASE) && self.is_at(verb + 1, C::THAT);
        let told = told || show() && plural();
        times > 0
            && (told || self.is_at(verb, C::AUXILIARY) && self.tokens[at].is(C::CUE_VERB))
            && !self.verb_since_mark(at)
    }

    /// "a memo |circulated among lenders and seen by the Herald": a document, and a further participle with whoever did it.
    fn is_seen_too(&self, at: usize) -> bool {
        let document = at > 0 && self.tokens[at - 1].is(C::DOCUMENT_NOUN) && self.next_is(at, C::PREPOSITION);
        let phrase = (at + 2..self.tokens.len()).take(LONGEST_PHRASE).take_while(|at| self.tokens[*at].has_letters());
        let and = || phrase.into_iter().find(|at| self.is_key(*at, keys!["and"]));
        document
            && and()
                .is_some_and(|and| self.is_at(and + 1, C::VERB_PARTICIPLE) && self.next_is_key(and + 1, keys!["by"]))
    }

    /// A third person that attributes, one word on.
    fn is_told_behind(&self, at: usize) -> bool {
        self.is_at(at + 2, C::CUE_VERB) && self.is_at(at + 2, C::VERB_S)
    }

    /// A cue verb right behind, that is no adjective.
    fn next_speaks(&self, at: usize) -> bool {
        self.next_is(at, C::CUE_VERB) && self.next_is_verb(at) && !self.next_is(at, C::ADJECTIVE)
    }

    /// "people |involved in the case could": its clause has its verb later, behind the phrase that the participle leads.
    fn is_in_way_of_verb(&self, at: usize) -> bool {
        // "a man |charged in the shooting had"
        const DONE_TO: &[u64] = keys!["accused", "charged", "convicted", "suspected", "wanted"];
        let leads = self.next_is(at, C::PREPOSITION) && !self.next_is(at, C::SUBORDINATOR | C::TO);
        if self.tokens[at].is(C::CUE_VERB) && !self.is_key(at, DONE_TO) || !leads {
            return false;
        }
        let phrase = self.tokens[at + 1..].iter().take(LONGEST_PHRASE);
        let stops = C::COORDINATOR.union(C::SUBORDINATOR).union(C::RELATIVE).union(C::PRONOUN).union(C::THAT);
        let phrase = phrase.take_while(|next| next.has_letters() && !next.is(stops));
        let verb = |(place, next): (usize, &Token)| {
            next.is(C::AUXILIARY) || next.is(C::CUE_VERB) && next.is(C::VERB_S) && self.is_at(at + place + 2, C::THAT)
        };
        phrase.enumerate().any(verb)
    }

    /// "received |classified files", "seemed |poised": right behind a verb stands no finite one, unless the first closes a clause
    /// ("those who voted |left") or this one attributes.
    pub(super) fn follows_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let speaks = token.is(C::CUE_VERB) && !token.is(C::ADJECTIVE) || self.is_verb_with_object(at);
        token.is(C::VERB_PARTICIPLE) && token.is(C::VERB_PAST) && !speaks && !self.clause_inside(at)
    }

    /// ", struck by her story,": a form that may be a participle, behind the first comma and before a preposition. A verb that attributes is
    /// taken to have its subject before the comma ("the minister, Ada Quill, said in").
    pub(super) fn opens_participle_phrase(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let behind_comma = at > 0 && self.tokens[at - 1].kind == Kind::Comma;
        let behind_noun = at > 1 && self.tags[at - 2].is_head() && !self.comma_before(at - 1);
        behind_comma
            && behind_noun
            && token.is(C::VERB_PARTICIPLE)
            && !token.is(C::CUE_VERB)
            && self.next_is(at, C::PREPOSITION)
    }

    /// Whether a comma stands in the sentence before `at`.
    fn comma_before(&self, at: usize) -> bool {
        self.tokens[..at].iter().any(|token| token.kind == Kind::Comma)
    }
}

/// Tokens of a phrase that a participle leads.
const LONGEST_PHRASE: usize = 10;
