//! What is known of a cue: its stance, and what may follow it.

use crate::terms::Stance;
use crate::word_key::word_key;
use bitflags::bitflags;

/// A word or phrase that can attribute.
#[derive(Debug, Clone, Copy)]
pub struct Cue {
    /// What sort of word it is.
    pub part: Part,
    /// What it says of the speaker's attitude.
    pub stance: Stance,
    /// What may follow it.
    pub frames: Frames,
}

/// What sort of word a cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// "say", "point out"
    Verb,
    /// "claim"
    Noun,
    /// "confident"
    Adjective,
    /// "according to"
    Phrase,
}

bitflags! {
    /// What may follow a cue; told with examples in `grammar/README.md`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Frames: u32 {
        /// A clause.
        const THAT = 1;
        /// A quotation.
        const QUOTE = 1 << 1;
        /// A noun phrase.
        const NP = 1 << 2;
        /// An infinitive.
        const TO = 1 << 3;
        /// An -ing clause.
        const ING = 1 << 4;
        /// A clause with who, what, whether.
        const WH = 1 << 5;
        /// One spoken to, then the content.
        const TELL = 1 << 6;
        /// One spoken to, then an infinitive.
        const OBJ_TO = 1 << 7;
        /// An object, then "as" and more content.
        const AS = 1 << 8;
        /// A further source, then "as saying".
        const AS_SAYING = 1 << 9;
        /// An object, then its name.
        const NAME = 1 << 10;
        /// "of" and content.
        const OF = 1 << 11;
        /// "for" and content.
        const FOR = 1 << 12;
        /// "on" and content.
        const ON = 1 << 13;
        /// "about" and content.
        const ABOUT = 1 << 14;
        /// "against" and content.
        const AGAINST = 1 << 15;
        /// "in" and content.
        const IN = 1 << 16;
        /// "with" and content.
        const WITH = 1 << 17;
        /// "at" and content.
        const AT = 1 << 18;
        /// "over" and content.
        const OVER = 1 << 19;
        /// "from": content after a verb, the source after a noun.
        const FROM = 1 << 20;
        /// An object, then "of" and more content.
        const OBJ_OF = 1 << 21;
        /// An object, then "for" and more content.
        const OBJ_FOR = 1 << 22;
        /// "so", "as much".
        const SO = 1 << 23;
        /// Content need not be there.
        const NONE = 1 << 24;
        /// A possessive source before a noun.
        const POSS = 1 << 25;
        /// A source after "by".
        const BY = 1 << 26;
        /// The source stands after the phrase.
        const SOURCE_AFTER = 1 << 27;
        /// The source stands before the phrase.
        const SOURCE_BEFORE = 1 << 28;
        /// There is no source.
        const NO_SOURCE = 1 << 29;
        /// An object, then "at" and a number.
        const OBJ_AT = 1 << 30;

    }
}

/// The names of the frames in the grammar's files.
pub const FRAME_NAMES: &[(&str, Frames)] = &[
    ("that", Frames::THAT),
    ("quote", Frames::QUOTE),
    ("np", Frames::NP),
    ("to", Frames::TO),
    ("ing", Frames::ING),
    ("wh", Frames::WH),
    ("tell", Frames::TELL),
    ("obj-to", Frames::OBJ_TO),
    ("as", Frames::AS),
    ("as-saying", Frames::AS_SAYING),
    ("name", Frames::NAME),
    ("of", Frames::OF),
    ("for", Frames::FOR),
    ("on", Frames::ON),
    ("about", Frames::ABOUT),
    ("against", Frames::AGAINST),
    ("in", Frames::IN),
    ("with", Frames::WITH),
    ("at", Frames::AT),
    ("over", Frames::OVER),
    ("from", Frames::FROM),
    ("obj-of", Frames::OBJ_OF),
    ("obj-for", Frames::OBJ_FOR),
    ("obj-at", Frames::OBJ_AT),
    ("so", Frames::SO),
    ("none", Frames::NONE),
    ("poss", Frames::POSS),
    ("by", Frames::BY),
    ("source-after", Frames::SOURCE_AFTER),
    ("source-before", Frames::SOURCE_BEFORE),
    ("no-source", Frames::NO_SOURCE),
];

/// The names of the stances in the grammar's files.
pub const STANCE_NAMES: &[(&str, Stance)] = &[
    ("says", Stance::Says),
    ("cites", Stance::Cites),
    ("confirms", Stance::Confirms),
    ("doubts", Stance::Doubts),
    ("denies", Stance::Denies),
    ("declines", Stance::Declines),
    ("believes", Stance::Believes),
    ("intends", Stance::Intends),
    ("decrees", Stance::Decrees),
    ("witnesses", Stance::Witnesses),
];

impl Frames {
    /// The frame of a preposition ("of", "for" …), if it is one; `word` is the value of its key in lower case.
    pub fn of_preposition(word: u64) -> Option<Frames> {
        const AFTER: [(u64, Frames); 10] = [
            (word_key("of"), Frames::OF),
            (word_key("for"), Frames::FOR),
            (word_key("on"), Frames::ON),
            (word_key("about"), Frames::ABOUT),
            (word_key("against"), Frames::AGAINST),
            (word_key("in"), Frames::IN),
            (word_key("with"), Frames::WITH),
            (word_key("at"), Frames::AT),
            (word_key("over"), Frames::OVER),
            (word_key("from"), Frames::FROM),
        ];
        AFTER.into_iter().find(|(key, _)| *key == word).map(|(_, frame)| frame)
    }
}
