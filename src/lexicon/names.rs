//! The names the lexicon knows: outlets, countries, bodies.

use crate::terms::AgentKind;

/// A news outlet.
#[derive(Debug, Clone, Copy)]
pub struct Outlet<'a> {
    /// "New York Times", without the article.
    pub name: &'a str,
    /// agency, newspaper, broadcaster, magazine, site
    pub kind: &'a str,
    /// Where it is at home.
    pub country: &'a str,
}

/// Whom a noun stands for that names nobody: "the paper", "the company", "a spokesman".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandIn {
    /// An outlet of that type.
    Newspaper,
    /// See [`StandIn::Newspaper`].
    Agency,
    /// See [`StandIn::Newspaper`].
    Broadcaster,
    /// See [`StandIn::Newspaper`].
    Magazine,
    /// See [`StandIn::Newspaper`].
    Site,
    /// An outlet of any type.
    Outlet,
    /// A body that has a name.
    Body,
    /// A body of a sort of its own, which no company is: a union.
    OwnBody,
    /// Somebody who speaks for a body.
    SpeaksFor,
}

/// The names of whom nouns stand for, in `stand-ins.txt`.
pub const STAND_INS: &[(&str, StandIn)] = &[
    ("newspaper", StandIn::Newspaper),
    ("agency", StandIn::Agency),
    ("broadcaster", StandIn::Broadcaster),
    ("magazine", StandIn::Magazine),
    ("site", StandIn::Site),
    ("outlet", StandIn::Outlet),
    ("body", StandIn::Body),
    ("own-body", StandIn::OwnBody),
    ("speaks-for", StandIn::SpeaksFor),
];

impl StandIn {
    /// Its name in `stand-ins.txt`.
    pub fn name(self) -> &'static str {
        STAND_INS.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
    }

    /// Whether it stands for an outlet of one type.
    pub fn is_outlet_type(self) -> bool {
        !matches!(self, Self::Outlet | Self::Body | Self::OwnBody | Self::SpeaksFor)
    }

    /// Whether it stands for a body.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Body | Self::OwnBody)
    }
}

/// A country or region that speaks through its government.
#[derive(Debug, Clone, Copy)]
pub struct Country<'a> {
    /// "South Korea"
    pub name: &'a str,
    /// "South Korean"
    pub adjective: &'a str,
    /// "Seoul"
    pub capital: &'a str,
}

/// A body that speaks in the news: "White House", "Kremlin".
#[derive(Debug, Clone, Copy)]
pub struct Body<'a> {
    /// Its full name.
    pub name: &'a str,
    /// ministry, company, party …
    pub kind: &'a str,
}

/// What a phrase of the lexicon stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A cue of several words: index into the lexicon's cues.
    Cue(u32),
    /// An outlet's name or clear alias: index into its outlets.
    Outlet(u32),
    /// A short name that means the outlet only where the copy has introduced it.
    ShortOutlet(u32),
    /// A country's name: index into its countries.
    Country(u32),
    /// A country's capital, which may stand for its government.
    Capital(u32),
    /// A body that speaks: index into its bodies.
    Body(u32),
    /// A noun that stands for somebody named elsewhere.
    StandIn(StandIn),
    /// A source noun of several words: "coast guard".
    SourceNoun(AgentKind),
    /// A role of several words.
    Role,
    /// Those spoken to: "reporters", "a news conference".
    Audience,
    /// The occasion: "in a statement".
    Occasion,
    /// Describes a source who is not named.
    AnonymousSource,
    /// Says why a source is not named.
    AnonymityReason,
    /// A place on the map.
    Place,
    /// A hedge of several words.
    Hedge,
}
