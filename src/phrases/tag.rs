//! What part each token plays in its sentence: one tag a token, by its classes and its neighbours.

use crate::lexicon::{Classes as C, WordId, WordSet};
use crate::tokens::{Case, Token, keys};
use crate::words::Kind;

/// The part a token plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// A common noun.
    Noun,
    /// A name.
    Proper,
    /// he, it, someone
    Pronoun,
    /// a, his, some
    Determiner,
    /// senior
    Adjective,
    /// repeatedly
    Adverb,
    /// 43, two
    Number,
    /// in, of
    Preposition,
    /// "to" before an infinitive
    To,
    /// and, but
    Coordinator,
    /// because, while
    Subordinator,
    /// that
    That,
    /// who, which
    Relative,
    /// what, whether
    Wh,
    /// will, could
    Modal,
    /// is, been
    Be,
    /// has
    Have,
    /// did
    Do,
    /// not
    Negation,
    /// said, goes: a finite verb
    Finite,
    /// go, after "to" or a modal
    Base,
    /// gone, said: a participle
    Participle,
    /// going
    Ing,
    /// 's of a possessor
    Possessive,
    /// Any mark.
    Mark,
}

impl Tag {
    /// Whether it can stand inside a noun phrase.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Proper | Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Possessive)
    }

    /// Whether it can be the last word of a noun phrase.
    pub fn is_head(self) -> bool {
        matches!(self, Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number)
    }

    /// Whether it is a verb, auxiliaries included.
    pub fn is_verbal(self) -> bool {
        self.is_auxiliary() || matches!(self, Tag::Finite | Tag::Base | Tag::Participle | Tag::Ing)
    }

    /// Whether it makes a clause: a finite verb or an auxiliary.
    pub fn is_finite(self) -> bool {
        self == Tag::Finite || self.is_auxiliary()
    }

    /// be, have, do and the modals.
    pub fn is_auxiliary(self) -> bool {
        matches!(self, Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
    }
}

/// Tags one sentence's tokens; linear. `title_case` says that capitals mean nothing here (a headline);
/// `names` are words that the copy uses as names elsewhere. The tags are written to `tags`, which is emptied first.
pub fn tag(tokens: &[Token], title_case: bool, names: &WordSet, tags: &mut Vec<Tag>) {
    tags.clear();
    let tagger = Tagger { tokens, title_case, names, tags };
    for at in 0..tokens.len() {
        let tag = tagger.tag(at);
        tagger.tags.push(tag);
    }
}

struct Tagger<'a> {
    tokens: &'a [Token],
    title_case: bool,
    names: &'a WordSet,
    tags: &'a mut Vec<Tag>,
}

impl Tagger<'_> {
    fn tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Number => Tag::Number,
            Kind::Word => self.tag_word(at),
            Kind::Sign => self.tag_sign(at),
            Kind::Apostrophe if self.is_plural_possessive(at) => Tag::Possessive,
            _ => Tag::Mark,
        }
    }

    /// "$" and "%" belong to their number.
    fn tag_sign(&self, at: usize) -> Tag {
        let next_to_number = self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number)
            || at > 0 && self.tokens[at - 1].kind == Kind::Number;
        if next_to_number { Tag::Number } else { Tag::Mark }
    }

    /// "the sources' names"
    fn is_plural_possessive(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|i| (&self.tokens[i], self.tags[i]));
        !self.tokens[at].spaced
            && before.is_some_and(|(token, tag)| tag == Tag::Proper || tag == Tag::Noun && token.is(C::PLURAL))
            && self.tokens.get(at + 1).is_some_and(|next| next.spaced && next.is(C::NOUN | C::ADJECTIVE))
    }

    fn tag_word(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if token.is(C::POSSESSIVE_MARK) {
            return self.tag_apostrophe_s(at);
        }
        if self.is_name(at) || self.is_name_particle(at) {
            return Tag::Proper;
        }
        self.tag_closed(at).unwrap_or_else(|| self.tag_open(at))
    }

    /// "'s": a possessor's mark, or "is" or "has".
    fn tag_apostrophe_s(&self, at: usize) -> Tag {
        let next_is_open = self.next_is(at, C::ADJECTIVE | C::NOUN);
        let next_starts_predicate = !next_is_open
            && self.next_is(at, C::NEGATION | C::DETERMINER | C::PRONOUN | C::PREPOSITION)
            || self.next_is(at, C::VERB_ING) && !self.next_is(at, C::NOUN);
        match self.before(at) {
            Some(Tag::Pronoun | Tag::Wh | Tag::Relative | Tag::That | Tag::Adverb) => Tag::Be,
            _ if next_starts_predicate => Tag::Be,
            _ => Tag::Possessive,
        }
    }

    /// Whether a capital letter makes it a name.
    fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if !token.is_capitalised() || token.is(C::NAME_ADJECTIVE) {
            return false;
        }
        let ordinary = token.is(CLOSED | C::VERB | C::ADJECTIVE | C::ADVERB | C::NOUN);
        if self.title_case {
            return !ordinary || token.is(C::GIVEN_NAME | C::COUNTRY) || self.names.contains(token.word);
        }
        if self.is_body_in_capitals(at) {
            return true;
        }
        if self.starts_clause(at) {
            return self.is_name_at_start(at);
        }
        let small = token.is(CLOSED) && !token.is(C::MONTH | C::WEEKDAY | C::GIVEN_NAME | C::COUNTRY);
        !small || token.case == Case::Capitals && token.span().len() > 1 && !token.is(C::PRONOUN)
    }

    /// "the WHO", "WHO experts": a body, where the words around are no capitals.
    fn is_body_in_capitals(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let shouted = || self.tokens.get(at + 1).is_some_and(|next| next.case == Case::Capitals);
        token.is(C::WH) && token.case == Case::Capitals && !shouted()
    }

    /// "von der" between two names.
    fn is_name_particle(&self, at: usize) -> bool {
        let mut rest = self.tokens[at..].iter().take(3).skip_while(|token| token.is(C::NAME_PARTICLE));
        self.tokens[at].is(C::NAME_PARTICLE)
            && self.before(at) == Some(Tag::Proper)
            && rest.next().is_some_and(Token::is_capitalised)
    }

    fn is_name_at_start(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let next_is_name = self.tokens.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.is(CLOSED));
        let open = C::VERB | C::ADJECTIVE | C::ADVERB | C::NOUN;
        match () {
            () if token.is(C::GIVEN_NAME | C::COUNTRY | C::WEEKDAY | C::MONTH) && !token.is(C::NAME_OR_WORD) => true,
            () if token.is(CLOSED) => false,
            () if token.word == WordId::UNKNOWN => !token.is(C::ADVERB | C::VERB_ING),
            () if self.names.contains(token.word) => true,
            () if token.is(C::VERB_BASE) && !token.is(C::NOUN | C::ADJECTIVE) && self.next_is_verb(at) => true,
            () if token.is(C::NAME_OR_WORD) => next_is_name,
            () if token.is(C::ADVERB) => false,
            () if token.is(C::CUE_VERB) && token.is(C::VERB_PAST | C::VERB_S) && !token.is(C::NOUN) => false,
            () if token.is(C::TITLE) => true,
            () if token.is(C::VERB_ING | C::PLURAL) => false,
            () if token.is(open) => next_is_name && !token.is(C::ADJECTIVE | C::SOURCE_NOUN),
            () => true,
        }
    }

    /// At the sentence's start, or after an opening quotation mark or a colon.
    fn starts_clause(&self, at: usize) -> bool {
        at == 0
            || matches!(
                self.tokens[at - 1].kind,
                Kind::OpenQuote | Kind::PlainQuote | Kind::OpenSingle | Kind::Colon | Kind::Stop | Kind::Exclaim
            )
            || at == 1 && self.tags[0] == Tag::Mark
    }

    /// Words of closed classes.
    fn tag_closed(&self, at: usize) -> Option<Tag> {
        let token = &self.tokens[at];
        if !token.is(CLOSED) {
            return None;
        }
        // "would save": a word that is a verb as well is one behind a modal
        if token.is(C::PREPOSITION) && token.is(C::VERB_BASE) && self.before(at) == Some(Tag::Modal) {
            return None;
        }
        // "is considering": an -ing form that is a preposition elsewhere is a verb behind "be"
        if token.is(C::PREPOSITION) && token.is(C::VERB_ING) && self.verb_context(at) == Some(Tag::Be) {
            return None;
        }
        let found = match () {
            () if token.is(C::THAT) => self.tag_that(at),
            () if token.is(C::TO) => self.tag_to(at),
            () if token.is(C::NEGATION) && token.is(C::DETERMINER) && self.next_is_nominal(at) => Tag::Determiner,
            () if token.is(C::NEGATION) => Tag::Negation,
            () if token.is(C::MODAL) && !self.after_determiner(at) => Tag::Modal,
            () if token.is(C::BE) => Tag::Be,
            () if token.is(C::HAVE) => Tag::Have,
            () if token.is(C::DO) => Tag::Do,
            () if token.is(C::WH) && token.is(C::RELATIVE) => self.tag_relative(at),
            () if token.is(C::RELATIVE) => self.tag_relative(at),
            () if token.is(C::COORDINATOR) => Tag::Coordinator,
            () if token.is(C::QUANTIFIER) && self.is_quantifying_noun(at) => Tag::Noun,
            () if token.is(C::PREPOSITION) && token.is(C::ADJECTIVE) && self.is_between_determiner_and_noun(at) => {
                Tag::Adjective
            }
            () if token.is(C::WH) && token.is(C::DETERMINER) && self.opens_wh_clause(at) => Tag::Wh,
            () if token.is(C::DETERMINER | C::POSSESSIVE_DETERMINER) => self.tag_determiner(at),
            () if token.is(C::PRONOUN | C::REFLEXIVE) => self.tag_pronoun(at),
            () if token.is(C::QUANTIFIER) => Tag::Determiner,
            () if token.is(C::NUMBER_WORD | C::ADVERB) && self.is_first_done(at) => Tag::Adverb,
            () if token.is(C::NUMBER_WORD) => Tag::Number,
            () if token.is(C::WH) => Tag::Wh,
            () if token.is(C::SUBORDINATOR) && token.is(C::PREPOSITION) => self.tag_subordinator_or_preposition(at),
            () if token.is(C::SUBORDINATOR) => Tag::Subordinator,
            () if token.is(C::PREPOSITION) => Tag::Preposition,
            () => return None,
        };
        Some(found)
    }

    /// "was first reported", "first met her": a number word that is an adverb here.
    fn is_first_done(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let done = self.next_is(at, C::VERB_PAST | C::VERB_PARTICIPLE) && !self.next_is(at, C::NOUN | C::ADJECTIVE);
        token.is(C::NUMBER_WORD) && token.is(C::ADVERB) && done && !self.after_determiner(at)
    }

    /// "what the army calls", "what police said": a subject right behind it, so that it determines no noun.
    fn opens_wh_clause(&self, at: usize) -> bool {
        let speaker_then_cue = self.next_is(at, C::SOURCE_NOUN)
            && self
                .tokens
                .get(at + 2)
                .is_some_and(|t| t.is(C::CUE_VERB) && t.is(C::VERB_PAST | C::VERB_S | C::VERB_BASE));
        self.next_is(at, C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN_SUBJECT) && !self.next_is(at, C::WH)
            || speaker_then_cue
    }

    /// "the Senate minority leader", "there is a lot": a quantifier that is a noun here.
    fn is_quantifying_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ends = self.tokens.get(at + 1).is_none_or(|next| !next.has_letters());
        let after = self.before(at);
        token.is(C::NOUN)
            && (after == Some(Tag::Proper) || after == Some(Tag::Determiner) && (ends || self.next_is_nominal(at)))
    }

    /// "the following day"
    fn is_between_determiner_and_noun(&self, at: usize) -> bool {
        self.after_determiner(at) && self.next_is(at, C::NOUN | C::ADJECTIVE)
    }

    fn after_determiner(&self, at: usize) -> bool {
        self.before(at) == Some(Tag::Determiner)
    }

    fn tag_that(&self, at: usize) -> Tag {
        let after_noun = matches!(self.before(at), Some(Tag::Noun | Tag::Proper));
        let before_verb =
            self.next_is(at, C::AUXILIARY | C::VERB_S | C::VERB_PAST) && !self.next_is(at, C::NOUN | C::ADJECTIVE);
        // "could not verify that claim."
        // nor "called that report “misleading”"
        let ends = |at: usize| self.tokens.get(at).is_none_or(|next| next.kind == Kind::Stop || next.is_quote_mark());
        // "added that forced selling could"
        let modifies = self.next_is(at, C::VERB_PARTICIPLE)
            && self.tokens.get(at + 2).is_some_and(|next| next.is(C::NOUN | C::VERB_ING) && !next.is(CLOSED));
        let points =
            self.next_is(at, C::NOUN) && !self.next_is(at, C::PLURAL) && !self.next_is_name(at) && ends(at + 2);
        // "pointed out that"
        let particle = at > 1 && self.tokens[at - 1].is(C::ADVERB) && self.tags[at - 2].is_verbal();
        match self.before(at) {
            _ if after_noun && before_verb => Tag::Relative,
            Some(Tag::Preposition) if !particle => Tag::Determiner,
            _ if points => Tag::Determiner,
            _ if before_verb && !modifies => Tag::Pronoun,
            _ => Tag::That,
        }
    }

    fn tag_to(&self, at: usize) -> Tag {
        // "according to", "due to"
        if at > 0 && self.tokens[at - 1].is(C::PREPOSITION) {
            return Tag::Preposition;
        }
        let verb = self.next_is(at, C::VERB_BASE | C::BE | C::HAVE | C::DO) && !self.next_is_name(at);
        let adverb_then_verb = self.next_is(at, C::ADVERB | C::NEGATION)
            && self.tokens.get(at + 2).is_some_and(|t| t.is(C::VERB_BASE | C::BE | C::HAVE));
        if verb || adverb_then_verb { Tag::To } else { Tag::Preposition }
    }

    fn tag_relative(&self, at: usize) -> Tag {
        let after_nominal =
            matches!(self.before(at), Some(Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Preposition | Tag::Number));
        let after_mark = at > 0 && matches!(self.tokens[at - 1].kind, Kind::Comma | Kind::CloseBracket | Kind::Dash);
        let after_and = self.before(at) == Some(Tag::Coordinator);
        if after_nominal || (after_mark || after_and) && at > 1 { Tag::Relative } else { Tag::Wh }
    }

    /// "his" and "this" before a noun; a pronoun elsewhere.
    fn tag_determiner(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if !token.is(C::PRONOUN) {
            return Tag::Determiner;
        }
        if self.after_determiner(at) && token.is(C::NOUN) {
            return Tag::Noun;
        }
        let nominal_next = self.tokens.get(at + 1).is_some_and(|next| {
            next.has_letters()
                && (next.is_capitalised()
                    || next.is(C::NOUN | C::ADJECTIVE | C::NUMBER_WORD | C::VERB_PARTICIPLE)
                    || next.kind == Kind::Number)
                && !next.is(CLOSED.difference(C::NUMBER_WORD | C::QUANTIFIER))
        });
        let verb_next = self.next_is(at, C::VERB_S | C::VERB_PAST) && !self.next_is(at, C::NOUN);
        if nominal_next && !verb_next { Tag::Determiner } else { Tag::Pronoun }
    }

    fn tag_pronoun(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if self.after_determiner(at) && token.is(C::NOUN) {
            return Tag::Noun;
        }
        if token.is(C::NUMBER_WORD) && self.next_is_nominal(at) {
            return Tag::Number;
        }
        if token.is(C::ADJECTIVE) && self.next_is_nominal(at) {
            return Tag::Adjective;
        }
        let can_determine = token.is(C::QUANTIFIER | C::DETERMINER) && !token.is(C::PRONOUN_SUBJECT);
        if can_determine && self.next_is(at, C::NOUN | C::ADJECTIVE) && !self.next_is(at, CLOSED) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        }
    }

    fn tag_subordinator_or_preposition(&self, at: usize) -> Tag {
        let clause = self.next_is(at, C::PRONOUN_SUBJECT);
        let nominal = self.next_is(at, C::NUMBER_WORD | C::MONTH | C::WEEKDAY)
            || self.tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Number);
        if clause || !nominal && self.has_verb_soon(at) { Tag::Subordinator } else { Tag::Preposition }
    }

    /// Whether a finite verb follows within eight tokens, before any mark.
    fn has_verb_soon(&self, at: usize) -> bool {
        // "testified before a jury |that she had paid": the verb is another clause's
        let ahead = self.tokens[at + 1..].iter().take(8).enumerate();
        let mut clause =
            ahead.take_while(|(seen, t)| t.has_letters() && (*seen == 0 || !t.is(C::THAT))).map(|(_, t)| t);
        clause.any(|t| t.is(C::AUXILIARY | C::VERB_PAST | C::VERB_S) && !t.is(C::NOUN) && !t.is_capitalised())
    }

    /// Words of the open classes: noun, verb, adjective or adverb by what stands around.
    fn tag_open(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let verb = token.is(C::VERB);
        let other = token.is(C::NOUN | C::ADJECTIVE | C::ADVERB);
        match (verb, other) {
            (true, false) => self.verb_tag(at),
            (true, true) if self.is_verb_here(at) => self.verb_tag(at),
            _ => self.nominal_tag(at),
        }
    }

    /// The word before that matters for a verb: adverbs, "not" and a mark that opens a quotation within the clause are passed over.
    fn verb_context(&self, at: usize) -> Option<Tag> {
        let mut back = (0..at).rev().take(4);
        let passed = |at: usize| matches!(self.tags[at], Tag::Adverb | Tag::Negation) || self.quotes_on(at);
        back.find(|at| !passed(*at)).map(|at| self.tags[at])
    }

    /// "it |“regrets” the delay", "to |“fight on”": a mark that opens a quotation behind a subject or "to".
    fn quotes_on(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let opens = token.is_quote_mark() && token.spaced && self.tokens.get(at + 1).is_some_and(|next| !next.spaced);
        opens && matches!(self.before(at), Some(Tag::Pronoun | Tag::To | Tag::Modal))
    }

    fn verb_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if token.is(C::VERB_ING) {
            return self.ing_tag(at);
        }
        match self.verb_context(at) {
            Some(Tag::To | Tag::Modal | Tag::Do) if token.is(C::VERB_BASE) => Tag::Base,
            Some(Tag::Have | Tag::Be) if token.is(C::VERB_PARTICIPLE | C::VERB_ING) => Tag::Participle,
            // "the claim that the well was dry angered farmers"
            Some(Tag::Adjective) if token.is(C::VERB_PAST) && at > 0 && self.is_predicate(at - 1) => Tag::Finite,
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective)
                if token.is(C::VERB_PARTICIPLE) && self.next_is_nominal(at) =>
            {
                Tag::Adjective
            }
            Some(Tag::Determiner | Tag::Possessive) if !token.is(C::VERB_PAST | C::VERB_S) => Tag::Noun,
            // "fresh craters": no finite verb stands right behind an adjective that is no predicate
            Some(Tag::Adjective)
                if token.is(C::VERB_S) && self.before(at) == Some(Tag::Adjective) && !self.is_predicate(at - 1) =>
            {
                Tag::Noun
            }
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
                if token.is(C::VERB_PARTICIPLE) && self.next_is_nominal(at) && !self.verb_since_mark(at) =>
            {
                Tag::Adjective
            }
            Some(Tag::Mark) if self.opens_participle_phrase(at) => Tag::Participle,
            _ if token.is(C::VERB_PAST | C::VERB_S) => Tag::Finite,
            _ if token.is(C::VERB_PARTICIPLE) => Tag::Participle,
            // ", say people close to him": the subject stands behind
            Some(Tag::Mark) if self.behind_content(at) && token.is(C::CUE_VERB) && self.next_is_nominal(at) => {
                Tag::Finite
            }
            None | Some(Tag::Mark) if !self.title_case => Tag::Base,
            _ => Tag::Finite,
        }
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

    /// Whether a finite verb stands between the last mark and here: then another one may follow "and".
    fn verb_since_mark(&self, at: usize) -> bool {
        let back = self.tags[..at].iter().rev().take_while(|tag| **tag != Tag::Mark);
        back.into_iter().any(|tag| tag.is_finite() || *tag == Tag::Base)
    }

    fn ing_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match self.before(at) {
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective)
                if token.is(C::NOUN) && !self.next_is_nominal(at) =>
            {
                Tag::Noun
            }
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) if self.next_is_nominal(at) => Tag::Adjective,
            // "accused |neighbouring Eritrea": a word that is an adjective elsewhere
            Some(Tag::Finite | Tag::Preposition)
                if token.is(C::ADJECTIVE) && token.word != WordId::UNKNOWN && self.next_is_nominal(at) =>
            {
                Tag::Adjective
            }
            // "its auto |testing director"
            Some(Tag::Noun) if self.next_is(at, C::PERSON_NOUN | C::ROLE) && self.is_in_noun_phrase(at) => {
                Tag::Adjective
            }
            _ => Tag::Ing,
        }
    }

    /// Whether the noun before belongs to a phrase that a determiner begins.
    fn is_in_noun_phrase(&self, at: usize) -> bool {
        let mut back = self.tags[..at].iter().rev().skip_while(|tag| matches!(tag, Tag::Noun | Tag::Adjective));
        matches!(back.next(), Some(Tag::Determiner | Tag::Possessive))
    }

    fn next_is_nominal(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            next.has_letters()
                && (next.is_capitalised() || next.is(C::NOUN | C::ADJECTIVE))
                && !next.is(CLOSED)
                && !self.is_verb_with_object(at + 1)
        })
    }

    /// "the firm |closed its plant", "the general |assured parliament that": a past form that may be an adjective, with what only a verb has behind it.
    fn is_verb_with_object(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is = |at: usize, classes: C| self.tokens.get(at).is_some_and(|next| next.is(classes));
        let object = C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN | C::THAT;
        let told = token.is(C::CUE_VERB) && is(at + 1, C::SOURCE_NOUN) && is(at + 2, C::THAT);
        token.is(C::VERB_PAST) && !token.is(C::NOUN) && !token.is_capitalised() && (is(at + 1, object) || told)
    }

    /// Whether a form that may be a verb or something else is a verb here.
    fn is_verb_here(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let adjective_only = !token.is(C::NOUN);
        match self.verb_context(at) {
            Some(Tag::To | Tag::Modal) => token.is(C::VERB_BASE),
            Some(Tag::Do) => token.is(C::VERB_BASE),
            Some(Tag::Have) => token.is(C::VERB_PARTICIPLE),
            // "told investors last month"
            _ if token.is(C::TIME) && adjective_only && self.next_is(at, C::TIME) => false,
            // "is warning voters", "was appointed head"
            Some(Tag::Be) if token.is(C::VERB_ING) => true,
            Some(Tag::Be) => token.is(C::VERB_PARTICIPLE) && !self.next_is_nominal_head(at),
            Some(Tag::Determiner | Tag::Possessive | Tag::Adjective) => false,
            // "after reports that": behind a subordinator stands a subject, "when asked" apart
            Some(Tag::Subordinator) if token.is(C::NOUN) && token.is(C::VERB_S) => false,
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
            // "gold never falls"
            Some(Tag::Noun | Tag::Proper) if self.before(at) == Some(Tag::Negation) => {
                self.fits_number(at) || token.is(C::VERB_S)
            }
            // "the campaign now hopes"
            Some(Tag::Noun | Tag::Proper) if self.before(at) == Some(Tag::Adverb) && !self.next_is_nominal(at) => {
                token.is(C::VERB_S | C::VERB_BASE | C::VERB_PAST) && !token.is(C::ADJECTIVE)
            }
            Some(Tag::Noun | Tag::Proper) if self.is_title_between_names(at) => false,
            Some(Tag::Noun | Tag::Proper) if self.is_subject_of_tag(at) => false,
            Some(Tag::Noun | Tag::Proper) => {
                token.is(C::VERB_PAST | C::VERB_ING) && (adjective_only || !token.is(C::VERB_BASE))
                    || self.object_follows(at)
                    || self.is_only_verb(at)
                    || self.reports_from_a_place(at)
            }
            Some(Tag::Finite | Tag::Participle | Tag::Base | Tag::Ing) if token.is(C::NOUN) => false,
            Some(Tag::Mark) if token.is(C::VERB_S) && self.closes_relative_clause(at) => true,
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
        let infinitive =
            next.is(C::TO) && self.tokens.get(at + 2).is_some_and(|t| t.is(C::VERB_BASE | C::BE | C::HAVE));
        let opens = next.is(closed)
            || infinitive
            || next.is_quote_mark()
            || matches!(next.kind, Kind::Colon | Kind::Number)
            || next.is(C::NUMBER_WORD)
            || next.is_capitalised() && !self.title_case
            || self.title_case && next.has_letters() && !next.is(C::PREPOSITION | C::COORDINATOR | C::AUXILIARY)
            || next.is(C::ADVERB | C::QUANTIFIER) && !next.is(C::NOUN | C::PREPOSITION);
        // a plural hardly ever modifies a noun: "images show fresh craters"
        // ", Reuters reports, citing"
        let ends = next.kind == Kind::Stop || next.kind == Kind::Comma && self.before(at) == Some(Tag::Proper);
        let after_plural =
            self.last_noun_is_plural(at) == Some(true) && self.tokens[at].is(C::VERB_BASE) && self.next_is_nominal(at);
        self.fits_number(at) && (opens || after_plural || ends && self.ends_tag(at))
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
            && !self.verb_since_mark(at)
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
        first.is_some_and(|first| [keys!["a"][0], keys!["an"][0]].contains(&self.tokens[first].key))
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

    /// Whether the noun before is plural; `None` where that cannot be told.
    fn last_noun_is_plural(&self, at: usize) -> Option<bool> {
        let (token, tag) = at.checked_sub(1).map(|i| (&self.tokens[i], self.tags[i]))?;
        match tag {
            Tag::Noun => Some(token.is(C::PLURAL)),
            // "the Greens say", "the Times reports": a name in the plural may be one thing
            Tag::Proper if self.is_joined_name(at - 1) => Some(true),
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

    fn next_is_verb(&self, at: usize) -> bool {
        self.next_is(at, C::AUXILIARY) || self.next_is(at, C::VERB_PAST | C::VERB_S) && !self.next_is(at, C::NOUN)
    }

    fn nominal_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let noun_next = || self.next_is_nominal(at);
        let after_name = || matches!(self.before(at), Some(Tag::Proper | Tag::Adjective | Tag::Possessive));
        match () {
            () if token.is(C::SOURCE_NOUN) && after_name() => Tag::Noun,
            // "the business daily"
            () if token.is(C::OUTLET_NOUN) && self.before(at) == Some(Tag::Noun) => Tag::Noun,
            () if token.is(C::ADVERB)
                && !(token.is(C::ADJECTIVE | C::NOUN) && noun_next())
                && !(token.is(C::NOUN) && self.after_determiner(at)) =>
            {
                Tag::Adverb
            }
            () if token.is(C::TIME) && !token.is(C::NOUN) && !(token.is(C::ADJECTIVE) && noun_next()) => Tag::Adverb,
            () if token.is(C::ADJECTIVE) && (!token.is(C::NOUN) || noun_next()) => Tag::Adjective,
            () if token.is(C::VERB_PARTICIPLE | C::VERB_ING) && noun_next() => Tag::Adjective,
            () => Tag::Noun,
        }
    }

    fn before(&self, at: usize) -> Option<Tag> {
        at.checked_sub(1).map(|i| self.tags[i])
    }

    fn next_is(&self, at: usize, classes: C) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| next.is(classes))
    }

    fn next_is_name(&self, at: usize) -> bool {
        !self.title_case && self.tokens.get(at + 1).is_some_and(Token::is_capitalised)
    }
}

/// Tokens of a relative clause between commas.
const LONGEST_ASIDE: usize = 20;

/// Tokens of a clause that are looked at for a verb.
const MOST_IN_CLAUSE: usize = 16;

/// Words of closed classes: no names, and no open-class words.
const CLOSED: C = C::DETERMINER
    .union(C::POSSESSIVE_DETERMINER)
    .union(C::PRONOUN)
    .union(C::REFLEXIVE)
    .union(C::RELATIVE)
    .union(C::WH)
    .union(C::PREPOSITION)
    .union(C::COORDINATOR)
    .union(C::SUBORDINATOR)
    .union(C::AUXILIARY)
    .union(C::NEGATION)
    .union(C::TO)
    .union(C::THAT)
    .union(C::QUANTIFIER)
    .union(C::NUMBER_WORD);
