//! Whether what stands behind a form is what a verb has there: its object, its clause, the end of a tag.

use crate::phrases::tag::{C, Tag, Tagger};
use crate::tokens::Token;
use crate::words::Kind;

impl Tagger<'_> {
    /// A verb's object or clause starts right after: a determiner, a pronoun, "that", "to", a name, a quotation.
    pub(super) fn object_follows(&self, at: usize) -> bool {
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

    pub(super) fn next_is_nominal_head(&self, at: usize) -> bool {
        self.next_is(at, C::NOUN) && !self.next_is(at, C::PREPOSITION | C::DETERMINER | C::TIME)
    }

    /// "…, ministry data show.": a cue verb at the sentence's end, its subject behind a comma or a quotation.
    fn ends_tag(&self, at: usize) -> bool {
        let nominal = |end: usize| self.tags[..end].iter().rev().take_while(|tag| tag.is_nominal()).count();
        let mut first = at - nominal(at);
        // ", a police report |seen by the Herald| shows."
        if first > 1 && self.tags[first - 1] == Tag::Preposition && self.tags[first - 2] == Tag::Participle {
            first -= 2 + nominal(first - 2);
        }
        let subject = at - first;
        let border = first.checked_sub(1).map(|i| &self.tokens[i]);
        let after_content =
            border.is_some_and(|t| t.kind == Kind::Comma || t.is_quote_mark() || t.kind == Kind::CloseQuote);
        // not ", oil hits |record"
        let silent = |noun: &Token| noun.is(C::VERB_S) && !noun.is(C::SOURCE_NOUN | C::CUE_NOUN) && subject > 1;
        let speaks = subject > 0 && !silent(&self.tokens[at - 1]);
        speaks && after_content && self.tokens[at].is(C::CUE_VERB) && self.fits_number(at)
    }

    /// ", Reuters |reports,", ", court records |show,", ", the survey |shows,", which is no item of a list.
    fn may_be_aside(&self, at: usize) -> bool {
        let subject = || self.tags[..at].iter().rev().take_while(|tag| tag.is_nominal());
        self.before(at) == Some(Tag::Proper)
            || self.tokens[at].is(C::VERB_BASE) && self.last_noun_is_plural(at) == Some(true)
            || subject().any(|tag| matches!(tag, Tag::Determiner | Tag::Proper))
    }
}
