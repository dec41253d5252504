//! What a word may be: one bit a class.

use bitflags::bitflags;

bitflags! {
    /// The classes that a word form may belong to; a form may have several.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Classes: u64 {
        /// a, the
        const DETERMINER = 1;
        /// his, their
        const POSSESSIVE_DETERMINER = 1 << 1;
        /// he, they
        const PRONOUN_SUBJECT = 1 << 2;
        /// him, them
        const PRONOUN_OBJECT = 1 << 3;
        /// it, this, someone
        const PRONOUN_OTHER = 1 << 4;
        /// himself
        const REFLEXIVE = 1 << 5;
        /// who, which, that
        const RELATIVE = 1 << 6;
        /// what, how, whether
        const WH = 1 << 7;
        /// in, of
        const PREPOSITION = 1 << 8;
        /// and, but
        const COORDINATOR = 1 << 9;
        /// because, while
        const SUBORDINATOR = 1 << 10;
        /// is, been
        const BE = 1 << 11;
        /// has, had
        const HAVE = 1 << 12;
        /// does, did
        const DO = 1 << 13;
        /// will, could
        const MODAL = 1 << 14;
        /// not, n't, never
        const NEGATION = 1 << 15;
        /// to
        const TO = 1 << 16;
        /// that
        const THAT = 1 << 17;
        /// repeatedly
        const ADVERB = 1 << 18;
        /// senior
        const ADJECTIVE = 1 << 19;
        /// A common noun.
        const NOUN = 1 << 20;
        /// two, million
        const NUMBER_WORD = 1 << 21;
        /// September, Sept.
        const MONTH = 1 << 22;
        /// Monday
        const WEEKDAY = 1 << 23;
        /// today, earlier
        const TIME = 1 << 24;
        /// many, several
        const QUANTIFIER = 1 << 25;
        /// go
        const VERB_BASE = 1 << 26;
        /// goes
        const VERB_S = 1 << 27;
        /// went
        const VERB_PAST = 1 << 28;
        /// gone
        const VERB_PARTICIPLE = 1 << 29;
        /// going
        const VERB_ING = 1 << 30;
        /// A form of a verb that can attribute.
        const CUE_VERB = 1 << 31;
        /// A noun that can attribute.
        const CUE_NOUN = 1 << 32;
        /// An adjective that can attribute.
        const CUE_ADJECTIVE = 1 << 33;
        /// minister
        const PERSON_NOUN = 1 << 34;
        /// residents
        const GROUP_NOUN = 1 << 35;
        /// official, sources
        const ANONYMOUS_NOUN = 1 << 36;
        /// ministry
        const ORGANISATION_NOUN = 1 << 37;
        /// report
        const DOCUMENT_NOUN = 1 << 38;
        /// newspaper
        const OUTLET_NOUN = 1 << 39;
        /// A word of a role: "chief", "executive".
        const ROLE = 1 << 40;
        /// Mr., President
        const TITLE = 1 << 41;
        /// Maria
        const GIVEN_NAME = 1 << 42;
        /// France
        const COUNTRY = 1 << 43;
        /// French
        const DEMONYM = 1 << 44;
        /// probably
        const HEDGE = 1 << 45;
        /// A plural noun.
        const PLURAL = 1 << 46;
        /// 's
        const POSSESSIVE_MARK = 1 << 47;
        /// A man's name or title, "he".
        const MASCULINE = 1 << 48;
        /// A woman's name or title, "she".
        const FEMININE = 1 << 49;
        /// Starts a cue of several words.
        const PHRASE_START = 1 << 50;
        /// Starts the name of an outlet, country or body of several words, or is one.
        const NAME_START = 1 << 51;
        /// An abbreviation with its full stop.
        const ABBREVIATION = 1 << 52;
        /// A word that begins names and is an ordinary one too: "Amber", "Blue".
        const NAME_OR_WORD = 1 << 53;
        /// An adverb that by itself says who is not named: "reportedly".
        const SOURCELESS = 1 << 54;

        /// A small word inside names: "Ursula von der Leyen".
        const NAME_PARTICLE = 1 << 55;
        /// Starts a phrase of several words that checks look for.
        const WATCH_START = 1 << 56;
        /// The last word of outlets' names: "Dala TV".
        const ENDS_OUTLET_NAME = 1 << 57;
        /// today, yesterday
        const DAY = 1 << 58;
        /// The last word of newspapers' names, and never the first: "Halden Courier".
        const ENDS_PAPER_NAME = 1 << 59;

        /// Stands second in some name or phrase of several words.
        const PHRASE_SECOND = 1 << 60;
        /// Is a name or phrase by itself.
        const PHRASE_ALONE = 1 << 61;
        /// "London-based", "Kremlin-backed": an adjective in spite of its capital.
        const NAME_ADJECTIVE = 1 << 62;
        /// Is a word that checks look for.
        const WATCH_ALONE = 1 << 63;
        /// Tells of the lexicon's lists, and nothing of the word itself.
        const LISTED = Self::PHRASE_START.bits() | Self::NAME_START.bits() | Self::WATCH_START.bits()
            | Self::WATCH_ALONE.bits() | Self::PHRASE_SECOND.bits() | Self::PHRASE_ALONE.bits();

        /// Any form of an ordinary verb.
        const VERB = Self::VERB_BASE.bits() | Self::VERB_S.bits() | Self::VERB_PAST.bits()
            | Self::VERB_PARTICIPLE.bits() | Self::VERB_ING.bits();
        /// be, have, do and the modals.
        const AUXILIARY = Self::BE.bits() | Self::HAVE.bits() | Self::DO.bits() | Self::MODAL.bits();
        /// A noun that can head a source.
        const SOURCE_NOUN = Self::PERSON_NOUN.bits() | Self::GROUP_NOUN.bits() | Self::ANONYMOUS_NOUN.bits()
            | Self::ORGANISATION_NOUN.bits() | Self::DOCUMENT_NOUN.bits() | Self::OUTLET_NOUN.bits();
        /// Any pronoun that can stand for an agent.
        const PRONOUN = Self::PRONOUN_SUBJECT.bits() | Self::PRONOUN_OBJECT.bits() | Self::PRONOUN_OTHER.bits();
    }
}

/// The names of classes in `words.txt`.
pub const CLASS_NAMES: &[(&str, Classes)] = &[
    ("determiner", Classes::DETERMINER),
    ("possessive-determiner", Classes::POSSESSIVE_DETERMINER),
    ("pronoun-subject", Classes::PRONOUN_SUBJECT),
    ("pronoun-object", Classes::PRONOUN_OBJECT),
    ("pronoun-other", Classes::PRONOUN_OTHER),
    ("reflexive", Classes::REFLEXIVE),
    ("relative", Classes::RELATIVE),
    ("wh", Classes::WH),
    ("preposition", Classes::PREPOSITION),
    ("coordinator", Classes::COORDINATOR),
    ("subordinator", Classes::SUBORDINATOR),
    ("be", Classes::BE),
    ("have", Classes::HAVE),
    ("do", Classes::DO),
    ("modal", Classes::MODAL),
    ("negation", Classes::NEGATION),
    ("to", Classes::TO),
    ("that", Classes::THAT),
    ("adverb", Classes::ADVERB),
    ("adjective", Classes::ADJECTIVE),
    ("noun", Classes::NOUN),
    ("plural", Classes::PLURAL),
    ("verb", Classes::VERB_BASE),
    ("number-word", Classes::NUMBER_WORD),
    ("month", Classes::MONTH),
    ("weekday", Classes::WEEKDAY),
    ("time", Classes::TIME),
    ("day", Classes::DAY),
    ("quantifier", Classes::QUANTIFIER),
    ("possessive", Classes::POSSESSIVE_MARK),
    ("name-particle", Classes::NAME_PARTICLE),
    ("begins-names", Classes::NAME_OR_WORD),
];
