//! The words that checks look for, in lists: "killed" tells of a toll, "experts" is a vague plural.

use super::error::LexiconError;
use super::rows::{PhraseRun, WatchRow};
use super::table::Row;
use super::tables::Tables;
use bitflags::bitflags;

bitflags! {
    /// The lists that a word or phrase may stand in.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Watch: u32 {
        /// What an editor wants a source for: "killed", "corrupt".
        const CONTESTABLE = 1;
        /// Tells of dead or injured people.
        const TOLL = 1 << 1;
        /// An opinion or abuse, no information.
        const OPINION = 1 << 2;
        /// A plural that hides who speaks: "experts".
        const VAGUE = 1 << 3;
        /// Outlets that are not named: "local media".
        const MEDIA = 1 << 4;
        /// Says that something could not be, or was, verified.
        const VERIFICATION = 1 << 5;
        /// Says that somebody did not reply, or could not be reached.
        const NO_REPLY = 1 << 6;
        /// A reason for anonymity that only says it was not allowed.
        const BOILERPLATE_REASON = 1 << 7;
        /// Accuses somebody.
        const ACCUSE = 1 << 8;
        /// Presents as established what follows.
        const FACTIVE = 1 << 9;
        /// A court, a charge, a plea.
        const LEGAL = 1 << 10;
        /// Places something in the past, known by now.
        const HISTORY = 1 << 11;
        /// A poll or survey.
        const POLL = 1 << 12;
        /// Names one who speaks without describing him: "source".
        const BARE = 1 << 13;
        /// Says that something was confirmed.
        const CONFIRMED = 1 << 14;
        /// A war or disaster that a line about all of it may cover.
        const CONFLICT = 1 << 15;
        /// Many shows a document or a picture of it.
        const EVIDENCE = 1 << 16;
        /// Settled by a court.
        const CONVICTED = 1 << 17;
        /// A state of mind, seen from outside: "fears".
        const MIND = 1 << 18;
        /// Takes a claim's doubt into the headline: "alleged", "reported".
        const DISTANCE = 1 << 19;
        /// Casts doubt on the speaker: "claimed".
        const DOUBT = 1 << 20;
        /// Hedges a claim: "may", "likely".
        const UNCERTAIN = 1 << 21;
        /// Tells what is at stake: "confidential".
        const DETAIL = 1 << 22;
        /// Says that there is a source, and names none: "reportedly".
        const HEARSAY = 1 << 23;
        /// Denies, without an attribution of its own: "wrongdoing".
        const DENIAL = 1 << 24;
        /// Names one whose name is kept back: "official", "person familiar".
        const HIDDEN = 1 << 25;
        /// Tells of a report: "reported", "according to".
        const REPORT = 1 << 26;
        /// Calls an election.
        const ELECTION_CALL = 1 << 27;
        /// A body that has officials: "city".
        const BODY = 1 << 28;
        /// A source by that very word: "source", "person familiar".
        const SOURCE = 1 << 29;
        /// What is counted or asked, and needs no check: "delegates", "interview".
        const COUNTED = 1 << 30;
        /// Gives somebody a name: "called".
        const NAMING = 1 << 31;
    }
}

/// The lists by their names in `watch-words.txt`.
const LIST_NAMES: &[(&str, Watch)] = &[
    ("contestable", Watch::CONTESTABLE),
    ("toll", Watch::TOLL),
    ("opinion", Watch::OPINION),
    ("vague", Watch::VAGUE),
    ("media", Watch::MEDIA),
    ("verification", Watch::VERIFICATION),
    ("no-reply", Watch::NO_REPLY),
    ("boilerplate-reason", Watch::BOILERPLATE_REASON),
    ("accuse", Watch::ACCUSE),
    ("factive", Watch::FACTIVE),
    ("legal", Watch::LEGAL),
    ("history", Watch::HISTORY),
    ("poll", Watch::POLL),
    ("bare", Watch::BARE),
    ("confirmed", Watch::CONFIRMED),
    ("conflict", Watch::CONFLICT),
    ("evidence", Watch::EVIDENCE),
    ("convicted", Watch::CONVICTED),
    ("mind", Watch::MIND),
    ("distance", Watch::DISTANCE),
    ("doubt", Watch::DOUBT),
    ("uncertain", Watch::UNCERTAIN),
    ("detail", Watch::DETAIL),
    ("hearsay", Watch::HEARSAY),
    ("denial", Watch::DENIAL),
    ("hidden", Watch::HIDDEN),
    ("report", Watch::REPORT),
    ("election-call", Watch::ELECTION_CALL),
    ("body", Watch::BODY),
    ("source", Watch::SOURCE),
    ("counted", Watch::COUNTED),
    ("naming", Watch::NAMING),
];

/// The lists that a row of `word or phrase | lists` names.
pub(super) fn lists(row: Row<'_>) -> Result<Watch, LexiconError> {
    let mut lists = Watch::empty();
    for name in row.list(1) {
        lists |= row.lookup(1, name, LIST_NAMES)?;
    }
    Ok(lists)
}

/// The key under which watched phrases are found: of their first word, or of the first two.
pub(super) fn start(first: u64, second: Option<u64>) -> u64 {
    second.map_or(first, |second| first ^ second.rotate_left(32))
}

/// A watched word or phrase.
#[derive(Debug, Clone, Copy)]
pub struct Watched<'a> {
    tables: &'a Tables,
    row: &'a WatchRow,
}

impl<'a> Watched<'a> {
    /// The keys ([`word_key`](super::word_key)) of the words that must follow its first, in lower case.
    pub fn rest(self) -> impl ExactSizeIterator<Item = u64> {
        let start = self.row.rest.get() as usize;
        let rest = &self.tables.watch_rests[start..start + self.row.rest_len.get() as usize];
        rest.iter().map(|word| word.get())
    }

    /// The lists it stands in.
    pub fn lists(self) -> Watch {
        Watch::from_bits_retain(self.row.lists.get())
    }
}

/// All watched words and phrases, by first word.
#[derive(Debug, Clone, Copy)]
pub struct WatchWords<'a>(pub(super) &'a Tables);

impl<'a> WatchWords<'a> {
    /// Those that are one word, by its key in lower case; asked of a word that is one of them.
    pub fn alone(self, word: u64) -> impl Iterator<Item = Watched<'a>> {
        self.run(self.0.watch_index.index.find_value(start(word, None)))
    }

    /// Those that begin with two words, by their keys in lower case.
    pub fn starting_with(self, first: u64, second: u64) -> impl Iterator<Item = Watched<'a>> {
        self.run(self.0.watch_index.find_value(start(first, Some(second))))
    }

    fn run(self, run: Option<PhraseRun>) -> impl Iterator<Item = Watched<'a>> {
        let run = run.unwrap_or_default();
        let first = run.start.get() as usize;
        self.0.watch[first..first + run.len.get() as usize].iter().map(move |row| Watched { tables: self.0, row })
    }
}
