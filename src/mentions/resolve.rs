//! Makes one agent of its mentions: decides who is asked whom a mention means.

mod asked;
mod bodies;
mod brief;
mod canonical;
mod cast;
mod compared;
mod headlines;
mod heads;
mod holders;
mod interviews;
mod last_speakers;
mod lone_words;
mod names;
mod noted;
mod nouns;
mod outlets;
mod parts_of_names;
mod pronouns;
mod reach;
mod salience;

pub use cast::Cast;
pub(super) use compared::in_brief;
pub(super) use reach::MEMORY;

use super::agent::Known;
use super::describe::{Description, Sort};
use crate::attributions::Reading;
use compared::words_key;

/// Where a mention stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of its block.
    pub block: usize,
    /// Whether it is the source of an attribution.
    pub speaks: bool,
    /// Whether it stands first in its sentence.
    pub subject: bool,
    /// The agent inside whose words it stands.
    pub outer: Option<usize>,
    /// The one of whom the words speak in which it stands: "accused |Quill of lying when he said".
    pub accused: Option<usize>,
    /// Where the words begin and end that it is said to speak, if it stands outside them.
    pub own: Option<(usize, usize)>,
}

/// Whom a mention names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The agent's index.
    pub agent: usize,
    /// Whether that is sure enough to be stated.
    pub sure: bool,
    /// Who else it may be.
    pub candidates: Vec<usize>,
}

impl<'a> Cast<'a> {
    /// The agent of a mention; a new one if no earlier one fits. The description is set right by what the copy has told before.
    pub fn meet(&mut self, reading: &Reading<'a>, description: &mut Description, place: &Place) -> Resolved {
        self.set_right(reading, description, place);
        let found = match description.sort {
            Sort::Pronoun => self.by_pronoun(reading, description, place),
            Sort::Name => self.by_name(reading, description, place),
            Sort::Definite => self.by_description(reading, description, place),
            Sort::Indefinite => self.by_same_words(reading, description, place),
        };
        if let Some(known) = &found {
            self.note_more(reading, known.agent, description);
        }
        let resolved = found.unwrap_or_else(|| {
            let sure = description.sort != Sort::Pronoun;
            Resolved { agent: self.introduce(reading, description), sure, candidates: Vec::new() }
        });
        self.note(reading, resolved.agent, description, place);
        resolved
    }

    fn by_name(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        if let Some(agent) = self.by_introduced_acronym(reading, description) {
            return Some(sure(agent));
        }
        match description.known {
            Some(Known::Outlet(index)) => self.outlet(reading, index, description).map(sure),
            Some(known) => self.by_known.get(&known).copied().map(sure),
            None => self.by_unknown_name(reading, description, place),
        }
    }

    /// "the ministry", "the minister"; "the Kansas Republican" is rather the last speaker than any other Republican.
    fn by_description(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let speaker = || self.by_epithet(reading, description, place);
        let noun = || self.by_noun(reading, description, place);
        let found = if description.range.len() > 2 { speaker().or_else(noun) } else { noun().or_else(speaker) };
        found
            .or_else(|| self.by_title(reading, description, place))
            .or_else(|| self.by_office_untold(reading, description, place))
            .or_else(|| self.by_man_or_woman(reading, description, place).map(sure))
            .or_else(|| self.in_headline(reading, description, place).map(sure))
    }

    /// "U.S. officials" twice is one agent, as far as can be told.
    fn by_same_words(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<Resolved> {
        let same = self.latest(self.called.with(words_key(reading, &description.range)));
        same.or_else(|| self.lone_body(reading, description))
            .or_else(|| self.bare_body(reading, description, place))
            .or_else(|| self.in_headline(reading, description, place))
            .map(sure)
    }
}

fn sure(agent: usize) -> Resolved {
    Resolved { agent, sure: true, candidates: Vec::new() }
}
