//! Rows of the lexicon's tables as they are stored: of fixed size, whatever the machine.

use super::boilerplate::Match;
use super::cue::{Cue, Frames, Part};
use super::names::{Meaning, StandIn};
use super::phrases::Spelling;
use super::weights::Bound;
use crate::terms::{AgentKind, Stance};
use zerocopy::little_endian::{F32, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

/// Where a text stands among all the lexicon's texts, in bytes.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct TextRow {
    pub start: U32,
    pub len: U32,
}

/// A word form.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct WordRow {
    /// Numbers of cues, counted from 1; 0 for none.
    pub verb: U32,
    pub noun: U32,
    pub adjective: U32,
    /// The phrases that are this word and no more.
    pub phrases: PhraseRun,
    /// The kind of agent, counted from 1; 0 for none.
    pub kind: u8,
}

/// A cue.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct CueRow {
    pub lemma: TextRow,
    frames: U32,
    part: u8,
    stance: u8,
}

impl CueRow {
    pub fn of(cue: &Cue, lemma: TextRow) -> Self {
        let frames = U32::new(cue.frames.bits());
        Self { lemma, frames, part: number(PARTS, cue.part), stance: number(STANCES, cue.stance) }
    }

    pub fn cue(&self) -> Cue {
        Cue {
            part: PARTS[self.part as usize],
            stance: STANCES[self.stance as usize],
            frames: Frames::from_bits_retain(self.frames.get()),
        }
    }
}

/// Phrases that stand together: the first of them, and how many they are.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct PhraseRun {
    pub start: U32,
    pub len: U32,
}

/// A phrase. Those with the same three first words stand together, longest first.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct PhraseRow {
    /// The words after the first, in the table of these: the first, and how many.
    pub rest: U32,
    pub rest_len: U32,
    spelling: u8,
    /// What it stands for, and which of these.
    meaning: u8,
    of: U32,
}

impl PhraseRow {
    /// `rest` is where the words after the first stand.
    pub fn of(rest: std::ops::Range<usize>, spelling: Spelling, meaning: Meaning) -> Self {
        let (meaning, of) = meaning_numbers(meaning);
        Self {
            rest: U32::new(rest.start as u32),
            rest_len: U32::new(rest.len() as u32),
            spelling: number(SPELLINGS, spelling),
            meaning,
            of: U32::new(of),
        }
    }

    pub fn spelling(&self) -> Spelling {
        SPELLINGS[self.spelling as usize]
    }

    pub fn meaning(&self) -> Meaning {
        let of = self.of.get();
        match self.meaning {
            0 => Meaning::Cue(of),
            1 => Meaning::Outlet(of),
            2 => Meaning::ShortOutlet(of),
            3 => Meaning::Country(of),
            4 => Meaning::Capital(of),
            5 => Meaning::Body(of),
            6 => Meaning::SourceNoun(KINDS[of as usize]),
            plain => PLAIN_MEANINGS[plain as usize - 7],
        }
    }
}

fn meaning_numbers(meaning: Meaning) -> (u8, u32) {
    match meaning {
        Meaning::Cue(of) => (0, of),
        Meaning::Outlet(of) => (1, of),
        Meaning::ShortOutlet(of) => (2, of),
        Meaning::Country(of) => (3, of),
        Meaning::Capital(of) => (4, of),
        Meaning::Body(of) => (5, of),
        Meaning::SourceNoun(kind) => (6, number(KINDS, kind).into()),
        plain => (7 + number(PLAIN_MEANINGS, plain), 0),
    }
}

/// A line of page furniture.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct FurnitureRow {
    pub line: TextRow,
    how: u8,
}

impl FurnitureRow {
    pub fn of(line: TextRow, how: Match) -> Self {
        Self { line, how: number(MATCHES, how) }
    }

    pub fn how(&self) -> Match {
        MATCHES[self.how as usize]
    }
}

/// A word or phrase that checks look for. Those with the same two first words stand together.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct WatchRow {
    /// The words after the first, in the table of these: the first, and how many.
    pub rest: U32,
    pub rest_len: U32,
    pub lists: U32,
}

/// Something with a name and up to two more facts of it, in words: an outlet, a country, a body.
#[derive(Debug, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct NamedRow {
    pub name: TextRow,
    pub more: [TextRow; 2],
}

/// A production's score set by hand.
#[derive(Debug, Default, Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub struct RuleRow {
    pub score: F32,
    bound: u8,
}

impl RuleRow {
    pub fn of(score: f32, bound: Bound) -> Self {
        Self { score: F32::new(score), bound: number(BOUNDS, bound) }
    }

    pub fn bound(&self) -> Bound {
        BOUNDS[self.bound as usize]
    }
}

const PARTS: &[Part] = &[Part::Verb, Part::Noun, Part::Adjective, Part::Phrase];

const STANCES: &[Stance] = &[
    Stance::Says,
    Stance::Cites,
    Stance::Confirms,
    Stance::Doubts,
    Stance::Denies,
    Stance::Declines,
    Stance::Believes,
    Stance::Intends,
    Stance::Decrees,
    Stance::Witnesses,
];

pub const KINDS: &[AgentKind] = &[
    AgentKind::Publication,
    AgentKind::Outlet,
    AgentKind::Person,
    AgentKind::Organisation,
    AgentKind::Group,
    AgentKind::Document,
    AgentKind::Anonymous,
    AgentKind::Unknown,
];

const SPELLINGS: &[Spelling] = &[Spelling::Any, Spelling::Capital, Spelling::Capitals, Spelling::Article];

const BOUNDS: &[Bound] = &[Bound::Exact, Bound::Least];

const MATCHES: &[Match] = &[
    Match::Whole,
    Match::Above,
    Match::From,
    Match::To,
    Match::Start,
    Match::End,
    Match::Opening,
    Match::Closing,
    Match::Time,
];

const PLAIN_MEANINGS: &[Meaning] = &[
    Meaning::Role,
    Meaning::Audience,
    Meaning::Occasion,
    Meaning::AnonymousSource,
    Meaning::AnonymityReason,
    Meaning::Place,
    Meaning::Hedge,
    Meaning::StandIn(StandIn::Newspaper),
    Meaning::StandIn(StandIn::Agency),
    Meaning::StandIn(StandIn::Broadcaster),
    Meaning::StandIn(StandIn::Magazine),
    Meaning::StandIn(StandIn::Site),
    Meaning::StandIn(StandIn::Outlet),
    Meaning::StandIn(StandIn::Body),
    Meaning::StandIn(StandIn::OwnBody),
    Meaning::StandIn(StandIn::SpeaksFor),
];

/// The place of `wanted` among all there are.
pub fn number<T: PartialEq>(all: &[T], wanted: T) -> u8 {
    all.iter().position(|one| *one == wanted).expect("every one is listed") as u8
}
