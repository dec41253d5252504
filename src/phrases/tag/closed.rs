//! Words of closed classes: determiners, pronouns, "that", "to", conjunctions and prepositions.

use super::{C, CLOSED, Tag, Tagger};
use crate::tokens::{Token, keys};
use crate::words::Kind;

impl Tagger<'_> {
    /// Words of closed classes.
    pub(super) fn tag_closed(&self, at: usize) -> Option<Tag> {
        let token = &self.tokens[at];
        if !token.is(CLOSED) {
            return None;
        }
        // "would save": a word that is a verb as well is one behind a modal
        if token.is(C::PREPOSITION) && token.is(C::VERB_BASE) && self.before(at) == Some(Tag::Modal) {
            return None;
        }
        // "audio provided by": a participle that is a subordinator elsewhere
        if token.is(C::SUBORDINATOR) && token.is(C::VERB_PARTICIPLE) && self.next_is_key(at, keys!["by"]) {
            return None;
        }
        // "is considering": an -ing form that is a preposition elsewhere is a verb behind "be"
        if token.is(C::PREPOSITION) && token.is(C::VERB_ING) && self.verb_context(at) == Some(Tag::Be) {
            return None;
        }
        let found = match () {
            () if token.is(C::THAT) => self.tag_that(at),
            () if token.is(C::TO) => self.tag_to(at),
            () if token.is(C::NEGATION) && token.is(C::DETERMINER) && self.determines_nothing(at) => Tag::Determiner,
            () if self.is_key(at, keys!["such"]) && self.after_determiner(at) => Tag::Adjective,
            () if token.is(C::NEGATION) => Tag::Negation,
            () if token.is(C::MODAL) && !self.after_determiner(at) => Tag::Modal,
            () if token.is(C::BE) => Tag::Be,
            () if token.is(C::HAVE) => Tag::Have,
            () if token.is(C::DO) => Tag::Do,
            () if token.is(C::WH) && token.is(C::RELATIVE) => self.tag_relative(at),
            () if token.is(C::RELATIVE) => self.tag_relative(at),
            // "the file was all |but closed"
            () if self.is_key(at, keys!["but"]) && at > 0 && self.is_key(at - 1, keys!["all"]) => Tag::Adverb,
            // "not |yet reviewed"
            () if self.is_key(at, keys!["yet"]) && self.before(at) == Some(Tag::Negation) => Tag::Adverb,
            () if token.is(C::COORDINATOR) => Tag::Coordinator,
            () if token.is(C::QUANTIFIER) && self.is_quantifying_noun(at) => Tag::Noun,
            // "an overwhelming |majority of voters"
            () if token.is(C::QUANTIFIER) && token.is(C::NOUN) && self.is_counted_of(at) => Tag::Noun,
            // "the most recent poll"
            () if token.is(C::QUANTIFIER) && token.is(C::ADVERB) && self.is_superlative(at) => Tag::Adverb,
            () if token.is(C::QUANTIFIER) && self.is_subject_of_bare_verb(at) => {
                if self.after_determiner(at) {
                    Tag::Noun
                } else {
                    Tag::Pronoun
                }
            }
            () if token.is(C::PREPOSITION) && token.is(C::ADJECTIVE) && self.is_between_determiner_and_noun(at) => {
                Tag::Adjective
            }
            () if token.is(C::WH) && token.is(C::DETERMINER) && self.opens_wh_clause(at) => Tag::Wh,
            () if token.is(C::DETERMINER | C::POSSESSIVE_DETERMINER) => self.tag_determiner(at),
            () if token.is(C::PRONOUN | C::REFLEXIVE) => self.tag_pronoun(at),
            () if token.is(C::QUANTIFIER) => Tag::Determiner,
            () if token.is(C::NUMBER_WORD | C::ADVERB) && self.is_first_done(at) => Tag::Adverb,
            // "no one knows"
            () if self.is_key(at, keys!["one"]) && self.before(at) == Some(Tag::Negation) => Tag::Pronoun,
            () if token.is(C::NUMBER_WORD) => Tag::Number,
            () if token.is(C::WH) => Tag::Wh,
            // "has since emerged"
            () if self.is_key(at, keys!["since"]) && self.before(at) == Some(Tag::Have) => Tag::Adverb,
            () if token.is(C::PREPOSITION) && self.is_about_so_many(at) => Tag::Adverb,
            () if token.is(C::SUBORDINATOR) && token.is(C::PREPOSITION) => self.tag_subordinator_or_preposition(at),
            () if token.is(C::SUBORDINATOR) => Tag::Subordinator,
            () if token.is(C::PREPOSITION) => Tag::Preposition,
            () => return None,
        };
        Some(found)
    }

    /// "|About 61,000 monitors are recalled", "said that |around 40 people": a number, and a clause that begins with it.
    fn is_about_so_many(&self, at: usize) -> bool {
        let counts = self.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number || next.is(C::NUMBER_WORD));
        let opens = matches!(self.before(at), None | Some(Tag::That));
        opens && counts && self.is_key(at, keys!["about", "around", "over"])
    }

    /// "no effect", "found no such effect"; not "there is no such effect"
    fn determines_nothing(&self, at: usize) -> bool {
        let is = self.before(at) == Some(Tag::Be);
        self.next_is_nominal(at) || !is && self.next_is_key(at, keys!["such"]) && self.next_is_nominal(at + 1)
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
        // "what Quill calls", "what aide Ada Quill calls"
        let capital = |at: usize| !self.title_case && self.tokens.get(at).is_some_and(Token::is_capitalised);
        let named = self.is_key(at, keys!["what"])
            && (capital(at + 1) && !self.next_is(at, C::DEMONYM)
                || self.next_is(at, C::SOURCE_NOUN) && capital(at + 2));
        self.next_is(at, C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN_SUBJECT) && !self.next_is(at, C::WH)
            || speaker_then_cue
            || named
    }

    fn is_superlative(&self, at: usize) -> bool {
        let behind = matches!(self.before(at), Some(Tag::Determiner | Tag::Possessive));
        behind && self.next_is(at, C::ADJECTIVE | C::ADVERB) && !self.next_is(at, CLOSED)
    }

    /// "Many |fear the worst": several, and one thing behind them that has an object is a verb.
    fn is_subject_of_bare_verb(&self, at: usize) -> bool {
        let several = self.is_key(at, keys!["many", "most", "some", "few", "several", "both"]);
        let verb = self.next_is(at, C::VERB_BASE) && !self.next_is(at, C::PLURAL | C::ADJECTIVE | CLOSED);
        let object = C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN | C::THAT;
        // "a few |worried that"
        let feels = self.next_is(at, C::VERB_PAST) && self.next_is(at, C::CUE_VERB) && self.is_at(at + 2, C::THAT);
        several && (verb && self.is_at(at + 2, object) || feels)
    }

    /// "the Senate minority leader", "there is a lot": a quantifier that is a noun here.
    fn is_quantifying_noun(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let ends = self.tokens.get(at + 1).is_none_or(|next| !next.has_letters());
        let after = self.before(at);
        token.is(C::NOUN)
            && (after == Some(Tag::Proper)
                || after == Some(Tag::Determiner) && (ends || self.next_is_nominal(at) || self.is_a_couple(at)))
    }

    /// "a |majority of", "an overwhelming |majority of": behind an article or an adjective.
    fn is_counted_of(&self, at: usize) -> bool {
        let led = matches!(self.before(at), Some(Tag::Determiner | Tag::Adjective));
        led && self.is_key(at, keys!["majority", "minority"]) && self.next_is_key(at, keys!["of"])
    }

    /// "the |couple said", "the |majority has": right before its verb.
    fn is_a_couple(&self, at: usize) -> bool {
        self.next_is(at, C::VERB_PAST | C::VERB_S | C::AUXILIARY) && !self.next_is(at, C::NOUN | C::ADJECTIVE)
    }

    /// "the following day"
    fn is_between_determiner_and_noun(&self, at: usize) -> bool {
        self.after_determiner(at) && self.next_is(at, C::NOUN | C::ADJECTIVE)
    }

    fn tag_that(&self, at: usize) -> Tag {
        // not "said on Friday |that remained so"
        let after_noun =
            matches!(self.before(at), Some(Tag::Noun | Tag::Proper)) && !self.tokens[at - 1].is(C::WEEKDAY);
        let before_verb =
            self.next_is(at, C::AUXILIARY | C::VERB_S | C::VERB_PAST) && !self.next_is(at, C::NOUN | C::ADJECTIVE);
        // "could not verify that claim."
        // nor "called that report “misleading”"
        // "disputed that account, saying P"
        let adds = |at: usize| {
            let comma = self.tokens.get(at).is_some_and(|next| next.kind == Kind::Comma);
            comma && self.tokens.get(at + 1).is_some_and(|next| next.is(C::VERB_ING) && next.is(C::CUE_VERB))
        };
        let ends = |at: usize| {
            adds(at) || self.tokens.get(at).is_none_or(|next| next.kind == Kind::Stop || next.is_quote_mark())
        };
        // "added that forced selling could"
        let modifies = self.next_is(at, C::VERB_PARTICIPLE)
            && self.tokens.get(at + 2).is_some_and(|next| next.is(C::NOUN | C::VERB_ING) && !next.is(CLOSED));
        let points =
            self.next_is(at, C::NOUN) && !self.next_is(at, C::PLURAL) && !self.next_is_name(at) && ends(at + 2);
        // "pointed out that"
        let particle = at > 1 && self.tokens[at - 1].is(C::ADVERB) && self.tags[at - 2].is_verbal();
        match self.before(at) {
            _ if after_noun && (before_verb || self.is_told_of_by_verb(at)) => Tag::Relative,
            Some(Tag::Preposition) if !particle => Tag::Determiner,
            _ if points => Tag::Determiner,
            // "described |that as laughable"
            Some(Tag::Finite | Tag::Participle) if self.next_is_key(at, keys!["as"]) => Tag::Pronoun,
            _ if self.is_object_before_aside(at) => Tag::Pronoun,
            _ if before_verb && !modifies => Tag::Pronoun,
            _ => Tag::That,
        }
    }

    /// "disputed |that, saying it was late", "denied |that.": no clause follows.
    fn is_object_before_aside(&self, at: usize) -> bool {
        let Some(mark) = self.tokens.get(at + 1) else { return true };
        let adds = keys!["saying", "adding", "arguing", "insisting", "claiming", "calling", "telling"];
        let comma = mark.kind == Kind::Comma && self.tokens.get(at + 2).is_some_and(|next| adds.contains(&next.key));
        mark.kind == Kind::Stop || comma
    }

    /// "a system |that supports small parties": behind one thing that tells nothing, a third person and no other verb in the clause.
    fn is_told_of_by_verb(&self, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let ahead = self.tokens.iter().skip(at + 2).take(LONGEST_CLAUSE).take_while(|next| next.has_letters());
        let is_verb = |next: &Token| next.is(C::AUXILIARY | C::VERB_PAST | C::VERB_S) && !next.is(C::NOUN);
        self.next_is(at, C::VERB_S)
            && !before.is(C::PLURAL | C::CUE_NOUN | C::DOCUMENT_NOUN)
            && !ahead.into_iter().any(is_verb)
    }

    fn tag_to(&self, at: usize) -> Tag {
        // "according to", "due to"
        if at > 0 && self.tokens[at - 1].is(C::PREPOSITION) {
            return Tag::Preposition;
        }
        // "a letter to |staff, …"; "to staff the office"
        let object = self
            .tokens
            .get(at + 2)
            .is_some_and(|next| next.is(C::DETERMINER | C::NOUN | C::ADJECTIVE | C::POSSESSIVE_DETERMINER));
        if self.next_is_key(at, keys!["staff", "crew", "police"]) && !object {
            return Tag::Preposition;
        }
        // "pledged to “bring"
        let at = at + usize::from(self.tokens.get(at + 1).is_some_and(|next| next.is_quote_mark() && next.spaced));
        let verb = self.next_is(at, C::VERB_BASE | C::BE | C::HAVE | C::DO) && !self.next_is_name(at);
        let adverb_then_verb = self.next_is(at, C::ADVERB | C::NEGATION)
            && self.tokens.get(at + 2).is_some_and(|t| t.is(C::VERB_BASE | C::BE | C::HAVE));
        // "known to police": none but a body, with no object
        let body =
            self.next_is(at, C::ORGANISATION_NOUN) && !self.next_is(at, C::CUE_VERB) && !self.object_behind(at + 1);
        if verb && !body || adverb_then_verb { Tag::To } else { Tag::Preposition }
    }

    /// Whether a noun phrase stands behind the word at `at`.
    fn object_behind(&self, at: usize) -> bool {
        let open = C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN | C::NOUN | C::ADJECTIVE | C::NUMBER_WORD;
        self.next_is(at, open) || self.next_is_name(at)
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
        // "his “incredible” side"
        let quoted = usize::from(self.tokens.get(at + 1).is_some_and(|mark| mark.is_quote_mark() && mark.spaced));
        // "in her |closing argument"
        let led =
            self.before(at) == Some(Tag::Preposition) && self.next_is(at, C::VERB_ING) && self.is_at(at + 2, C::NOUN);
        if led {
            return Tag::Determiner;
        }
        let nominal_next = self.tokens.get(at + 1 + quoted).is_some_and(|next| {
            next.has_letters()
                && (next.is_capitalised()
                    || next.is(C::NOUN | C::ADJECTIVE | C::NUMBER_WORD | C::VERB_PARTICIPLE)
                    || next.kind == Kind::Number)
                && !next.is(CLOSED.difference(C::NUMBER_WORD | C::QUANTIFIER))
        });
        // "his |visiting Tajik counterpart"
        let person = usize::from(self.next_is_name(at + 1)) + 2;
        let visitor = self.next_is(at, C::VERB_ING) && self.is_at(at + person, C::PERSON_NOUN);
        // "this means": the determiner of one thing before what would be several
        let one = self.is_key(at, keys!["this", "that"]) && self.next_is(at, C::VERB_S);
        let verb_next = self.next_is(at, C::VERB_S | C::VERB_PAST) && !self.next_is(at, C::NOUN) || one;
        if nominal_next && !verb_next || visitor && token.is(C::POSSESSIVE_DETERMINER) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        }
    }

    fn tag_pronoun(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if self.after_determiner(at) && token.is(C::NOUN) {
            return Tag::Noun;
        }
        // "one |former colleague"
        let former = self.next_is_key(at, keys!["former", "other"]);
        if token.is(C::NUMBER_WORD) && (former || self.next_is_nominal(at)) {
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
        // "testified before a jury |that she had paid", "said after the vote |he would go": the verb is another clause's
        let is_others = |t: &Token| t.is(C::THAT) || keys!["he", "she", "they", "we", "i"].contains(&t.key);
        let ahead = self.tokens[at + 1..].iter().take(8).enumerate();
        let mut clause = ahead.take_while(|(seen, t)| t.has_letters() && (*seen == 0 || !is_others(t))).map(|(_, t)| t);
        clause.any(|t| t.is(C::AUXILIARY | C::VERB_PAST | C::VERB_S) && !t.is(C::NOUN) && !t.is_capitalised())
            || self.is_name_with_verb(at + 1)
            || self.is_people_with_verb(at + 1)
    }

    /// "after |residents warn of gridlock": people, and what they say as a headline has it.
    fn is_people_with_verb(&self, at: usize) -> bool {
        let people = self.is_at(at, C::PLURAL) && self.is_at(at, C::PERSON_NOUN | C::GROUP_NOUN | C::ANONYMOUS_NOUN);
        let says = self.is_at(at + 1, C::CUE_VERB) && self.is_at(at + 1, C::VERB_BASE) && !self.is_at(at + 1, C::NOUN);
        people && says
    }

    /// "as |Ms Quill accused the minister": a name, and a past form with its object.
    fn is_name_with_verb(&self, at: usize) -> bool {
        let name = self.tokens[at..].iter().take(LONGEST_NAME).take_while(|next| next.is_capitalised()).count();
        let verb = at + name;
        let object = C::DETERMINER | C::POSSESSIVE_DETERMINER | C::PRONOUN;
        let past = self.is_at(verb, C::VERB_PAST) && self.is_at(verb, C::CUE_VERB);
        name > 0 && past && self.is_at(verb + 1, object)
    }
}

/// Words that a name before its verb may have.
const LONGEST_NAME: usize = 5;

/// Tokens of a relative clause that are looked at for a verb.
const LONGEST_CLAUSE: usize = 8;
