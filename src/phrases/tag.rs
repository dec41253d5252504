//! What part each token plays in its sentence: one tag a token, by its classes and its neighbours.

mod alone;
mod closed;
mod verbs;

use crate::lexicon::{Classes as C, WordId, WordSet};
use crate::tokens::{Case, Token, keys};
use crate::words::Kind;
use alone::tag_alone;

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
/// `names` are words that the copy uses as names elsewhere. The tags are written to `tags`, all of which are marks yet.
pub fn tag(tokens: &[Token], title_case: bool, names: &WordSet, tags: &mut [Tag]) {
    let tagger = Tagger { tokens, title_case, names, tags };
    for (at, token) in tokens.iter().enumerate() {
        tagger.tags[at] = tagger.tag(at, token);
    }
}

struct Tagger<'a> {
    tokens: &'a [Token],
    title_case: bool,
    names: &'a WordSet,
    tags: &'a mut [Tag],
}

impl Tagger<'_> {
    fn tag(&self, at: usize, token: &Token) -> Tag {
        match token.kind {
            Kind::Number => Tag::Number,
            Kind::Word => self.tag_word(at, token),
            Kind::Sign => self.tag_sign(at),
            Kind::Apostrophe if self.is_plural_possessive(at) => Tag::Possessive,
            _ => Tag::Mark,
        }
    }

    /// "$" and "%" belong to their number, the stroke of "Reuters/Ipsos" to its names.
    fn tag_sign(&self, at: usize) -> Tag {
        let joins =
            !self.tokens[at].spaced && self.tokens.get(at + 1).is_some_and(|next| !next.spaced && next.is_word());
        // "Marks & Spencer"
        let named = || self.next_is_name(at) && self.before(at) == Some(Tag::Proper);
        if self.is_key(at, keys!["&"]) && named() {
            return Tag::Proper;
        }
        // "OPEC+ delegates"
        if self.is_key(at, keys!["+"]) && !self.tokens[at].spaced && self.before(at) == Some(Tag::Proper) {
            return Tag::Proper;
        }
        if joins && matches!(self.before(at), Some(Tag::Noun | Tag::Proper)) {
            return self.tags[at - 1];
        }
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

    fn tag_word(&self, at: usize, token: &Token) -> Tag {
        if token.is_capitalised() && self.is_name(at) {
            return Tag::Proper;
        }
        if token.is(C::POSSESSIVE_MARK | C::NAME_PARTICLE) {
            return self.tag_small_part(at);
        }
        tag_alone(token.classes).unwrap_or_else(|| self.tag_by_neighbours(at))
    }

    /// "'s", and what may stand inside a name.
    fn tag_small_part(&self, at: usize) -> Tag {
        match () {
            () if self.tokens[at].is(C::POSSESSIVE_MARK) => self.tag_apostrophe_s(at),
            () if self.is_name_particle(at) => Tag::Proper,
            () => self.tag_by_neighbours(at),
        }
    }

    // most words need none of this, and what they need is quicker with this apart
    #[inline(never)]
    fn tag_by_neighbours(&self, at: usize) -> Tag {
        self.tag_closed(at).unwrap_or_else(|| self.tag_open(at))
    }

    /// "'s": a possessor's mark, or "is" or "has".
    fn tag_apostrophe_s(&self, at: usize) -> Tag {
        let next_is_open = self.next_is(at, C::ADJECTIVE | C::NOUN);
        let next_starts_predicate = !next_is_open
            && self.next_is(at, C::NEGATION | C::DETERMINER | C::PRONOUN | C::PREPOSITION)
            || self.next_is(at, C::VERB_ING) && !self.next_is(at, C::NOUN);
        match self.before(at) {
            Some(Tag::Proper) if self.belongs_to_name(at) => Tag::Proper,
            Some(Tag::Pronoun | Tag::Relative) if self.is_has(at) => Tag::Have,
            Some(Tag::Pronoun | Tag::Wh | Tag::Relative | Tag::That | Tag::Adverb) => Tag::Be,
            _ if next_starts_predicate && !self.opens_compound(at + 1) => Tag::Be,
            _ => Tag::Possessive,
        }
    }

    /// "who|'s called for a vote", "he|'s promised to go": nobody is called for, nor promised to.
    fn is_has(&self, at: usize) -> bool {
        let done =
            keys!["said", "promised", "pledged", "vowed", "refused", "declined", "threatened", "talked", "spoken"];
        let called =
            self.next_is_key(at, keys!["called"]) && self.tokens.get(at + 2).is_some_and(|t| t.is(C::PREPOSITION));
        (called || self.next_is_key(at, done)) && !self.is_key(at - 1, keys!["it", "that", "which"])
    }

    /// "Moody|'s said", "McDonald|'s will", "Macy|'s on Tuesday said": where no noun can follow, the mark is the name's own.
    fn belongs_to_name(&self, at: usize) -> bool {
        let speaks = self.next_is(at, C::CUE_VERB) && self.next_is(at, C::VERB_PAST | C::VERB_S);
        // not "Sony|'s planned purchase"
        let bare = self.next_is_key(at, keys!["said", "says"]) || !self.is_at(at + 2, C::NOUN | C::ADJECTIVE);
        let acts = speaks && bare && !self.next_is(at, C::NOUN | C::ADJECTIVE);
        let day = self.next_is_key(at, keys!["on"]) && self.is_at(at + 2, C::WEEKDAY);
        acts || day || self.next_is(at, C::AUXILIARY)
    }

    /// "the council's |planning committee", "Oslo's |housing officer": an -ing form, and one body or person that it tells of.
    fn opens_compound(&self, at: usize) -> bool {
        let body = C::ORGANISATION_NOUN | C::ROLE | C::PERSON_NOUN;
        self.is_at(at, C::VERB_ING) && self.is_at(at + 1, body) && !self.is_at(at + 1, C::PLURAL)
    }

    /// Whether its capital letter makes it a name.
    fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if token.is(C::NAME_ADJECTIVE | C::POSSESSIVE_MARK) {
            return false;
        }
        if self.title_case {
            let ordinary = token.is(CLOSED | C::VERB | C::ADJECTIVE | C::ADVERB | C::NOUN);
            return !ordinary || token.is(C::GIVEN_NAME | C::COUNTRY) || self.names.contains(token.word);
        }
        if self.is_body_in_capitals(at) {
            return true;
        }
        if self.is_office_in_capitals(at) {
            return false;
        }
        if self.starts_clause(at) {
            return self.is_name_at_start(at);
        }
        let small = token.is(CLOSED) && !token.is(C::MONTH | C::WEEKDAY | C::GIVEN_NAME | C::COUNTRY);
        // "Justices |A S Rao and P Thomas"
        let initial = token.byte_len() == 1 && self.is_key(at, keys!["a"]) && self.next_is_name(at);
        // "Air Force |One", "Tom |Were"
        let behind_name = token.is(C::NUMBER_WORD | C::AUXILIARY) && self.before(at) == Some(Tag::Proper);
        !small
            || initial
            || behind_name && self.tokens[at - 1].is_capitalised()
            || token.case == Case::Capitals && token.span().len() > 1 && !token.is(C::PRONOUN)
    }

    /// "One MP", "the Halden MP": what somebody is, with an article and no name behind; not "Ada Quill MP".
    fn is_office_in_capitals(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let office = token.case == Case::Capitals && token.is(C::PERSON_NOUN) && token.is(C::TITLE);
        let led = |tag: &Tag| matches!(tag, Tag::Determiner | Tag::Number | Tag::Possessive);
        let first = || self.tags[..at].iter().rev().find(|tag| **tag != Tag::Proper);
        office && !self.next_is_name(at) && first().is_some_and(led)
    }

    /// "the WHO", "WHO experts": a body, where the words around are no capitals.
    fn is_body_in_capitals(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let shouted = || self.tokens.get(at + 1).is_some_and(|next| next.case == Case::Capitals);
        token.is(C::WH) && token.case == Case::Capitals && !shouted()
    }

    /// "von der" between two names, at a word that may stand so.
    fn is_name_particle(&self, at: usize) -> bool {
        let mut rest = self.tokens[at..].iter().take(3).skip_while(|token| token.is(C::NAME_PARTICLE));
        // "Kestrel Foods plc"
        let firm = self.is_key(at, keys!["plc"]);
        self.before(at) == Some(Tag::Proper) && (firm || rest.next().is_some_and(Token::is_capitalised))
    }

    fn is_name_at_start(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let next_is_name = self.tokens.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.is(CLOSED));
        let open = C::VERB | C::ADJECTIVE | C::ADVERB | C::NOUN;
        match () {
            () if token.is(C::GIVEN_NAME | C::COUNTRY | C::WEEKDAY | C::MONTH) && !token.is(C::NAME_OR_WORD) => true,
            () if token.is(C::ADJECTIVE | C::NOUN) && self.opens_body_name(at) => true,
            () if token.is(CLOSED) => false,
            // "Small, who was there, said"
            () if token.is(C::ADJECTIVE) && !token.is(C::NOUN) && self.next_is_speech(at) => true,
            // "United |are believed to"
            () if token.is(C::ADJECTIVE) && !token.is(C::NOUN | C::ADVERB) && self.next_is(at, C::AUXILIARY) => true,
            // "Tully |has told", "Connolly |said"
            () if token.word == WordId::UNKNOWN && token.is(C::ADVERB) && self.next_is(at, C::HAVE) => true,
            () if token.word == WordId::UNKNOWN => !token.is(C::ADVERB | C::VERB_ING) || self.next_is_speech(at),
            () if self.names.contains(token.word) => true,
            () if token.is(C::VERB_BASE) && !token.is(C::NOUN | C::ADJECTIVE) && self.next_is_verb(at) => true,
            // "Pat said"
            () if token.is(C::VERB_BASE) && !token.is(C::ADJECTIVE | C::SOURCE_NOUN) && self.next_is_speech(at) => true,
            () if token.is(C::NAME_OR_WORD) => next_is_name,
            () if token.is(C::ADVERB) => false,
            () if token.is(C::CUE_VERB) && token.is(C::VERB_PAST | C::VERB_S) && !token.is(C::NOUN) => false,
            () if token.is(C::TITLE) => true,
            () if token.is(C::VERB_ING | C::PLURAL) => false,
            () if token.is(open) => next_is_name && !token.is(C::ADJECTIVE | C::SOURCE_NOUN),
            () => true,
        }
    }

    /// "|Northern Trains said", "|Scottish Water", "|Great Western Railway": an adjective with which the names of bodies begin, and capital
    /// words of which the last is a thing, and nobody's office.
    fn opens_body_name(&self, at: usize) -> bool {
        let peoples = self.tokens[at].is(C::DEMONYM) && self.tokens[at].is(C::ADJECTIVE);
        if !peoples && !self.is_key(at, OPEN_NAMES) {
            return false;
        }
        let behind = self.tokens[at + 1..].iter().take(LONGEST_BODY).take_while(|next| next.is_capitalised());
        let not_things = C::GIVEN_NAME | C::PERSON_NOUN | C::ROLE | C::TITLE | C::GROUP_NOUN | C::COUNTRY | C::DEMONYM;
        let others = not_things | C::WEEKDAY | C::MONTH | CLOSED;
        let others = if peoples { others | C::SOURCE_NOUN } else { others };
        let is_thing = |last: &Token| last.is(C::NOUN) && last.word != WordId::UNKNOWN && !last.is(others);
        behind.last().is_some_and(is_thing)
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

    fn after_determiner(&self, at: usize) -> bool {
        self.before(at) == Some(Tag::Determiner)
    }

    /// Words of the open classes: noun, verb, adjective or adverb by what stands around.
    fn tag_open(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let verb = token.is(C::VERB);
        let other = token.is(C::NOUN | C::ADJECTIVE | C::ADVERB);
        match (verb, other) {
            // ", |leaked emails show."
            (true, false) if self.is_participle_of_tag(at) => Tag::Adjective,
            (true, false) => self.verb_tag(at),
            (true, true) if self.is_verb_here(at) => self.verb_tag(at),
            _ => self.nominal_tag(at),
        }
    }

    /// ", |leaked emails show.", "|Leaked emails show that": a participle, and the plural that it belongs to, with its cue verb.
    fn is_participle_of_tag(&self, at: usize) -> bool {
        let noun = at + 1;
        let behind_comma = at > 0 && self.tokens[at - 1].kind == Kind::Comma;
        let opens = || at == 0 && self.is_at(noun, C::PLURAL) && self.is_at(noun + 1, C::CUE_VERB);
        // ", |leaked memo suggests."
        let shows = || {
            self.is_at(noun, C::DOCUMENT_NOUN) && self.is_at(noun + 1, C::CUE_VERB) && self.is_at(noun + 1, C::VERB_S)
        };
        let last = || self.tokens.get(noun + 2).is_none_or(|next| next.kind == Kind::Stop);
        let ends = || behind_comma && noun < self.tokens.len() && (self.is_subject_of_tag(noun) || shows() && last());
        self.tokens[at].is(C::VERB_PARTICIPLE) && (opens() || ends())
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
        // "the firm |agreed to sell"
        let to = || token.is(C::CUE_VERB) && is(at + 1, C::TO) && is(at + 2, C::VERB_BASE | C::BE | C::HAVE);
        let bound = is(at + 1, object) || told || to();
        token.is(C::VERB_PAST) && !token.is(C::NOUN) && !token.is_capitalised() && bound
    }

    fn next_is_verb(&self, at: usize) -> bool {
        self.next_is(at, C::AUXILIARY) || self.next_is(at, C::VERB_PAST | C::VERB_S) && !self.next_is(at, C::NOUN)
    }

    /// "Connolly |said", "Harding|, 34, denied": a name, though it ends as an adverb or an -ing form does.
    fn next_is_speech(&self, at: usize) -> bool {
        let told_of = self.tokens.get(at + 2).is_some_and(|word| word.kind == Kind::Number || word.is(C::RELATIVE));
        let aside = told_of && self.tokens[at + 1].kind == Kind::Comma;
        aside
            || self.next_is(at, C::CUE_VERB) && self.next_is(at, C::VERB_PAST | C::VERB_S) && !self.next_is(at, C::NOUN)
    }

    fn nominal_tag(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let noun_next = || self.next_is_nominal(at);
        let after_name = || matches!(self.before(at), Some(Tag::Proper | Tag::Adjective | Tag::Possessive));
        match () {
            () if token.is(C::SOURCE_NOUN) && after_name() => Tag::Noun,
            // "an |earlier version"
            () if token.is(C::ADVERB) && self.leads_noun(at) => Tag::Adjective,
            // "the business daily"
            () if token.is(C::OUTLET_NOUN) && self.before(at) == Some(Tag::Noun) => Tag::Noun,
            // "it just means"
            () if token.is(C::ADVERB) && self.before(at) == Some(Tag::Pronoun) && self.next_is(at, C::VERB) => {
                Tag::Adverb
            }
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

    /// "an |earlier version", "the |then mayor": an adverb between an article and a noun.
    fn leads_noun(&self, at: usize) -> bool {
        let article = at > 0 && self.is_key(at - 1, keys!["a", "an", "the"]);
        article && self.next_is(at, C::NOUN) && !self.next_is(at, C::ADJECTIVE | C::ADVERB | CLOSED)
    }

    fn before(&self, at: usize) -> Option<Tag> {
        at.checked_sub(1).map(|i| self.tags[i])
    }

    fn next_is(&self, at: usize, classes: C) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| next.is(classes))
    }

    fn is_key(&self, at: usize, keys: &[u64]) -> bool {
        keys.contains(&self.tokens[at].key)
    }

    fn is_at(&self, at: usize, classes: C) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(classes))
    }

    fn next_is_key(&self, at: usize, keys: &[u64]) -> bool {
        at + 1 < self.tokens.len() && self.is_key(at + 1, keys)
    }

    fn next_is_name(&self, at: usize) -> bool {
        !self.title_case && self.tokens.get(at + 1).is_some_and(Token::is_capitalised)
    }
}

/// Adjectives with which the names of bodies begin, and that seldom tell of an office.
const OPEN_NAMES: &[u64] = keys![
    "northern",
    "southern",
    "eastern",
    "western",
    "north",
    "south",
    "east",
    "west",
    "central",
    "national",
    "royal",
    "great",
    "greater",
    "united",
    "international",
    "global",
    "general",
    "public",
    "free",
    "open",
    "living",
    "clean",
    "green",
    "digital",
    "social",
    "mental",
    "safe",
    "human",
    "medical"
];

/// Capital words of a body's name that are looked at.
const LONGEST_BODY: usize = 5;

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
