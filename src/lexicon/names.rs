//! The names the lexicon knows: outlets, countries, bodies.

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

/// What sort of outlet a noun means: "the paper" is a newspaper, "the channel" a broadcaster. `None` for "the outlet" and other nouns.
pub fn outlet_type(noun: &str) -> Option<&'static str> {
    const TYPES: [(&str, &[&str]); 5] = [
        ("newspaper", &["newspaper", "paper", "daily", "tabloid", "broadsheet", "gazette"]),
        ("agency", &["agency", "newswire", "wire", "service"]),
        ("broadcaster", &["broadcaster", "channel", "network", "station", "television", "radio", "tv"]),
        ("magazine", &["magazine", "weekly", "monthly", "newsmagazine", "periodical"]),
        ("site", &["website", "site", "portal", "blog", "online"]),
    ];
    TYPES.iter().find(|(_, nouns)| nouns.contains(&noun)).map(|(kind, _)| *kind)
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
