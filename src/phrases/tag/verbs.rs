//! Whether a word is a verb here, and in what form.

use super::{C, Tag, Tagger};
use crate::lexicon::WordId;
use crate::tokens::{Token, keys};
use crate::words::Kind;

impl Tagger<'_> {
    /// The word before that matters for a verb: adverbs, "not", "all" behind "were" and a mark that opens a quotation within the clause
    /// are passed over.
    pub(super) fn verb_context(&self, at: usize) -> Option<Tag> {
        self.verb_context_at(at).map(|at| self.tags[at])
    }

    fn verb_context_at(&self, at: usize) -> Option<usize> {
        let mut back = (0..at).rev().take(4);
        let is_adverb = |at: usize| matches!(self.tags[at], Tag::Adverb | Tag::Negation);
        back.find(|at| !is_adverb(*at) && !self.quotes_on(*at) && !self.floats(*at))
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

    pub(super) fn verb_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if token.is(C::VERB_ING) {
            return self.ing_tag(at);
        }
        match self.verb_context(at) {
            Some(Tag::To | Tag::Modal | Tag::Do) if token.is(C::VERB_BASE) => Tag::Base,
            Some(Tag::Have | Tag::Be) if token.is(C::VERB_PARTICIPLE | C::VERB_ING) => Tag::Participle,
            _ if self.is_reduced_passive(at) => Tag::Participle,
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
            // "to cheers": no finite verb stands right behind a preposition
            Some(Tag::Preposition) if token.is(C::VERB_S) && self.before(at) == Some(Tag::Preposition) => Tag::Noun,
            Some(Tag::Coordinator)
                if token.is(C::VERB_PARTICIPLE)
                    && (token.is(C::ADJECTIVE) || !token.is(C::CUE_VERB))
                    && self.next_is_nominal(at)
                    && !self.verb_since_mark(at) =>
            {
                Tag::Adjective
            }
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

    /// ", struck by her story,": a form that may be a participle, behind the first comma and before a preposition. A verb that attributes is
    /// taken to have its subject before the comma ("the minister, Ada Quill, said in").
    fn opens_participle_phrase(&self, at: usize) -> bool {
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

    /// "a plan |backed by the union", "those |polled", "than |planned", "as |reported by": a participle without "be".
    fn is_reduced_passive(&self, at: usize) -> bool {
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
            Some(Tag::Noun | Tag::Proper) => by() || self.is_in_way_of_verb(at),
            Some(Tag::Subordinator) => before == at.checked_sub(1),
            Some(Tag::Preposition) => before.is_some_and(|before| self.is_key(before, keys!["than"])),
            Some(Tag::Determiner | Tag::Pronoun) => before.is_some_and(|before| self.is_key(before, keys!["those"])),
            _ => false,
        }
    }

    /// A third person that attributes, one word on.
    fn is_told_behind(&self, at: usize) -> bool {
        self.is_at(at + 2, C::CUE_VERB) && self.is_at(at + 2, C::VERB_S)
    }

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
    fn follows_verb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let speaks = token.is(C::CUE_VERB) && !token.is(C::ADJECTIVE) || self.is_verb_with_object(at);
        token.is(C::VERB_PARTICIPLE) && token.is(C::VERB_PAST) && !speaks && !self.clause_inside(at)
    }

    /// Whether a relative or other clause opens between the last mark and here.
    fn clause_inside(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.any(|tag| matches!(tag, Tag::Relative | Tag::Wh | Tag::That | Tag::Subordinator))
    }

    /// Whether a finite verb stands between the last mark and here: then another one may follow "and".
    fn verb_since_mark(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.into_iter().any(|tag| tag.is_finite() || *tag == Tag::Base)
    }

    /// The same since the last mark, or since an "and" that has a subject of its own behind it ("prices rose and the bank |acts").
    fn verb_in_clause(&self, at: usize) -> bool {
        let opens = |at: usize| self.tags[at] == Tag::Coordinator && self.tags.get(at + 1) == Some(&Tag::Determiner);
        let mut back = (0..at).rev().take_while(|at| self.tags[*at] != Tag::Mark && !opens(*at));
        back.any(|at| self.tags[at].is_finite() || self.tags[at] == Tag::Base)
    }

    fn ing_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match self.before(at) {
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective)
                if token.is(C::NOUN) && !self.next_is_nominal(at) =>
            {
                Tag::Noun
            }
            // "a town hall |meeting in"
            Some(Tag::Noun) if self.is_compound_head(at) => Tag::Noun,
            // "its Dec. 28 |meeting"
            Some(Tag::Number) if token.is(C::NOUN) && self.is_in_dated_phrase(at) => Tag::Noun,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) if self.next_is_nominal(at) => Tag::Adjective,
            // "accused |neighbouring Eritrea": a word that is an adjective elsewhere
            Some(Tag::Finite | Tag::Preposition)
                if token.is(C::ADJECTIVE) && token.word != WordId::UNKNOWN && self.next_is_nominal(at) =>
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

    /// A word for an event behind one thing that has a determiner: "a court |hearing on", but "the ministers |meeting in".
    fn is_compound_head(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let noun = token.is(C::NOUN) && token.word != WordId::UNKNOWN && !self.tokens[at - 1].is(C::PLURAL);
        let object = C::DETERMINER.union(C::POSSESSIVE_DETERMINER).union(C::PRONOUN).union(C::THAT);
        let day = self.next_is(at, C::WEEKDAY | C::MONTH | C::TIME);
        noun && (day || !self.next_is_nominal(at)) && !self.next_is(at, object) && self.is_in_noun_phrase(at)
    }

    /// "the March 4 |vote", "its 28 |members": behind a number that a determiner led.
    fn is_in_dated_phrase(&self, at: usize) -> bool {
        let mut back = (0..at).rev().skip_while(|at| self.tags[*at] == Tag::Number || self.tokens[*at].is(C::MONTH));
        back.next().is_some_and(|at| matches!(self.tags[at], Tag::Determiner | Tag::Possessive))
    }

    /// Whether the noun before belongs to a phrase that a determiner begins.
    fn is_in_noun_phrase(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().skip_while(|tag| matches!(tag, Tag::Noun | Tag::Adjective));
        matches!(back.next(), Some(Tag::Determiner | Tag::Possessive))
    }

    /// Whether a form that may be a verb or something else is a verb here.
    pub(super) fn is_verb_here(&self, at: usize) -> bool {
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
            // "gold never falls"
            Some(Tag::Noun | Tag::Proper) if self.before(at) == Some(Tag::Negation) => {
                self.fits_number(at) || token.is(C::VERB_S)
            }
            // "the campaign now hopes"
            Some(Tag::Noun | Tag::Proper) if self.before(at) == Some(Tag::Adverb) && !token.is(C::ADJECTIVE) => {
                token.is(C::VERB_S | C::VERB_PAST) || token.is(C::VERB_BASE) && !self.next_is_nominal(at)
            }
            // "a refugee rights |program director"
            Some(Tag::Noun | Tag::Proper) if self.modifies_person(at) => false,
            Some(Tag::Noun | Tag::Proper) if self.is_title_between_names(at) => false,
            Some(Tag::Noun | Tag::Proper) if self.is_subject_of_tag(at) => false,
            Some(Tag::Noun | Tag::Proper) => {
                token.is(C::VERB_PAST | C::VERB_ING) && (adjective_only || !token.is(C::VERB_BASE))
                    || self.object_follows(at)
                    || self.is_only_verb(at)
                    || self.ends_subordinate_clause(at)
                    || self.reports_from_a_place(at)
            }
            Some(Tag::Finite | Tag::Participle | Tag::Base | Tag::Ing) if token.is(C::NOUN) => false,
            Some(Tag::Mark) if token.is(C::VERB_S) && self.closes_relative_clause(at) => true,
            // "The paper, long an advocate of reform, said"
            Some(Tag::Mark) if token.is(C::ADVERB) && !token.is(C::VERB_PAST) && self.next_is(at, C::DETERMINER) => {
                false
            }
            // ", police Chief Ron Baird said"
            Some(Tag::Mark) if token.is(C::SOURCE_NOUN) && self.next_is_name(at) && !token.is(C::CUE_VERB) => false,
            Some(Tag::Coordinator) => token.is(C::VERB_PAST) || self.object_follows(at) && token.is(C::VERB),
            None => token.is(C::VERB_ING) && !self.next_is_verb(at),
            _ => token.is(C::VERB_PAST | C::VERB_ING) || self.object_follows(at),
        }
    }

    /// ", court |records show.": a plural behind a comma, with a cue verb that goes with it and ends the sentence.
    fn is_subject_of_tag(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ends = self.tokens.get(at + 2).is_none_or(|next| next.kind == Kind::Stop);
        let shown = ends && self.next_is(at, C::CUE_VERB) && self.next_is(at, C::VERB_BASE);
        token.is(C::NOUN) && token.is(C::PLURAL) && shown
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

    /// "The president, who came to power in 2017, |faces resistance": a verb with its object behind a relative clause between commas.
    fn closes_relative_clause(&self, at: usize) -> bool {
        let is_comma = |at: usize| self.tokens[at].kind == Kind::Comma;
        let inside = (0..at.saturating_sub(1)).rev().take(LONGEST_ASIDE).find(|at| is_comma(*at));
        let opens = |comma: usize| self.tags[comma + 1] == Tag::Relative && comma > 0 && self.tags[comma - 1].is_head();
        is_comma(at - 1) && inside.is_some_and(opens) && self.next_is_nominal(at)
    }

    /// "the average of polls |shows": the noun right before need not be the subject's head.
    fn preposition_since_mark(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.any(|tag| *tag == Tag::Preposition)
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

    /// "Ana Lopes |reports from the hospital that": a name, a cue verb, and what follows in the clause is "that".
    fn reports_from_a_place(&self, at: usize) -> bool {
        let clause = self.tokens[at + 1..].iter().take(MOST_IN_CLAUSE);
        let mut clause = clause.take_while(|next| next.has_letters());
        let verb = self.tokens[at].is(C::CUE_VERB) && self.tokens[at].is(C::VERB_S) && !self.verb_since_mark(at);
        let named = self.before(at) == Some(Tag::Proper) && !self.title_case;
        verb && named && self.next_is(at, C::PREPOSITION) && clause.any(|next| next.is(C::THAT))
    }

    fn is_finite_form(&self, at: usize) -> bool {
        self.tokens[at].is(C::VERB_S | C::VERB_PAST)
    }

    fn next_is_nominal_head(&self, at: usize) -> bool {
        self.next_is(at, C::NOUN) && !self.next_is(at, C::PREPOSITION | C::DETERMINER | C::TIME)
    }

    /// A verb's object or clause starts right after: a determiner, a pronoun, "that", "to", a name, a quotation.
    fn object_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return self.ends_tag(at) };
        let closed =
            C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN | C::THAT | C::WH | C::REFLEXIVE | C::SUBORDINATOR;
        // "promises to “end"
        let quoted = usize::from(self.tokens.get(at + 2).is_some_and(|mark| mark.is_quote_mark() && mark.spaced));
        let infinitive =
            next.is(C::TO) && self.tokens.get(at + 2 + quoted).is_some_and(|t| t.is(C::VERB_BASE | C::BE | C::HAVE));
        let opens = next.is(closed)
            || infinitive
            || next.is_quote_mark()
            || matches!(next.kind, Kind::Colon | Kind::Number)
            || next.kind == Kind::Sign && self.tokens.get(at + 2).is_some_and(|number| number.kind == Kind::Number)
            || next.is(C::NUMBER_WORD)
            || next.is_capitalised() && !self.title_case
            || self.title_case && next.has_letters() && !next.is(C::PREPOSITION | C::COORDINATOR | C::AUXILIARY)
            || next.is(C::ADVERB | C::QUANTIFIER) && !next.is(C::NOUN | C::PREPOSITION);
        // a plural hardly ever modifies a noun: "images show fresh craters"
        // ", Reuters reports, citing"
        let ends = next.kind == Kind::Stop || next.kind == Kind::Comma && self.may_be_aside(at);
        let after_plural =
            self.last_noun_is_plural(at) == Some(true) && self.tokens[at].is(C::VERB_BASE) && self.next_is_nominal(at);
        self.fits_number(at) && (opens || after_plural || ends && self.ends_tag(at))
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

    /// Whether the verb form goes with the noun before it: "sources say", "the source says".
    fn fits_number(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        match self.last_noun_is_plural(at) {
            Some(true) => token.is(C::VERB_BASE | C::VERB_PAST),
            Some(false) => {
                token.is(C::VERB_S | C::VERB_PAST) || token.is(C::VERB_BASE) && self.follows_plural_and_its_phrase(at)
            }
            // "an unnamed Lumen |engineer as"
            None => !token.is(C::VERB_BASE) || token.is(C::VERB_PAST) || !self.is_one_of(at),
        }
    }

    /// Behind a name that "a" begins: no verb in the plural follows it.
    fn is_one_of(&self, at: usize) -> bool {
        let mut back = (0..at).rev().skip_while(|at| matches!(self.tags[*at], Tag::Proper | Tag::Adjective));
        let first = back.next().filter(|first| self.tags[*first] == Tag::Determiner);
        first.is_some_and(|first| keys!["a", "an"].contains(&self.tokens[first].key))
    }

    /// "Analysts at Dahl Bank |estimate": the subject is the plural before the preposition.
    fn follows_plural_and_its_phrase(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().enumerate().rev().take_while(|(_, tag)| **tag != Tag::Mark);
        let preposition = back.into_iter().find(|(_, tag)| **tag == Tag::Preposition).map(|(at, _)| at);
        let subject = preposition.and_then(|preposition| preposition.checked_sub(1));
        subject.is_some_and(|noun| self.tags[noun] == Tag::Noun && self.tokens[noun].is(C::PLURAL))
            && self.tokens[at].is(C::CUE_VERB)
            && !self.verb_since_mark(at)
    }

    /// "…, ministry data show.": a cue verb at the sentence's end, its subject behind a comma or a quotation.
    fn ends_tag(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().rev();
        let subject = back.take_while(|tag| tag.is_nominal()).count();
        let border = at.checked_sub(subject + 1).map(|i| &self.tokens[i]);
        let after_content =
            border.is_some_and(|t| t.kind == Kind::Comma || t.is_quote_mark() || t.kind == Kind::CloseQuote);
        subject > 0 && after_content && self.tokens[at].is(C::CUE_VERB) && self.fits_number(at)
    }

    /// ", Reuters |reports,", ", court records |show,", ", the survey |shows,", which is no item of a list.
    fn may_be_aside(&self, at: usize) -> bool {
        let subject = || self.tags[..at].iter().rev().take_while(|tag| tag.is_nominal());
        self.before(at) == Some(Tag::Proper)
            || self.tokens[at].is(C::VERB_BASE) && self.last_noun_is_plural(at) == Some(true)
            || subject().any(|tag| matches!(tag, Tag::Determiner | Tag::Proper))
    }

    /// Whether the noun before is plural; `None` where that cannot be told.
    fn last_noun_is_plural(&self, at: usize) -> Option<bool> {
        let before = self.verb_context_at(at)?;
        let token = &self.tokens[before];
        match self.tags[before] {
            Tag::Noun => Some(token.is(C::PLURAL)),
            // "the Greens say", "the Times reports": a name in the plural may be one thing
            Tag::Proper if self.is_joined_name(before) => Some(true),
            Tag::Proper if token.word != WordId::UNKNOWN && !token.is(C::PLURAL) => Some(false),
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

/// Tokens of a relative clause between commas.
const LONGEST_ASIDE: usize = 20;

/// Tokens of a phrase that a participle leads.
const LONGEST_PHRASE: usize = 10;

/// Tokens of a clause that are looked at for a verb.
const MOST_IN_CLAUSE: usize = 16;
