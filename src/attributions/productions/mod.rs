//! The constructions of English that attribute: one production a construction, one file each.

mod according_to;
mod adjective;
mod as_reported;
mod as_saying;
mod citing;
mod colon;
mod content_first;
mod cue_first;
mod cue_inside;
mod dash;
mod fronted;
mod headline;
mod heard_from;
mod noun_cue;
mod object_content;
mod passive;
mod relative_inside;
mod source_first;
mod sourceless;
mod was_how;

use super::candidate::{Candidate, Site};
use super::cue::Sorts;
use crate::lexicon::Frames;
use std::sync::LazyLock;

/// A construction: at what cues it is tried, and what it proposes there.
#[derive(Clone, Copy)]
pub struct Production {
    sorts: Sorts,
    /// One of these the cue takes; any cue does where there are none.
    frames: Frames,
    propose: fn(&Site<'_>) -> Option<Candidate>,
}

impl Production {
    const fn of(sorts: Sorts, frames: Frames, propose: fn(&Site<'_>) -> Option<Candidate>) -> Self {
        Self { sorts, frames, propose }
    }

    /// At most one attribution; none at a cue that it is not for.
    pub fn propose(&self, site: &Site<'_>) -> Option<Candidate> {
        if self.sorts.contains(site.sort) { self.propose_for_sort(site) } else { None }
    }

    /// The same where it is known to be for cues of that sort.
    fn propose_for_sort(&self, site: &Site<'_>) -> Option<Candidate> {
        if self.frames.is_empty() || site.cue().takes(self.frames) { (self.propose)(site) } else { None }
    }
}

const ANY: Frames = Frames::empty();
const CLAUSE: Frames = Frames::THAT.union(Frames::QUOTE).union(Frames::TO).union(Frames::WH).union(Frames::ING);
const SPEECH: Frames = Frames::THAT.union(Frames::QUOTE).union(Frames::SO).union(Frames::TELL);
const COMPLEMENT: Frames = Frames::OBJ_TO
    .union(Frames::OBJ_OF)
    .union(Frames::OBJ_FOR)
    .union(Frames::NAME)
    .union(Frames::AS)
    .union(Frames::AGAINST);
const NO_VERB: Sorts = Sorts::VERB.complement();
const NOT_PASSIVE: Sorts = Sorts::PASSIVE.complement();

const ACCORDING_TO: Production = Production::of(Sorts::all(), Frames::SOURCE_AFTER, according_to::source_after_phrase);
const CONTENT_FIRST: Production =
    Production::of(Sorts::MAIN.union(Sorts::PASSIVE), SPEECH, content_first::content_then_source);
const SOURCE_FIRST: Production = Production::of(Sorts::ACTIVE, CLAUSE, source_first::source_first);
const ADDRESSEE: Production = Production::of(Sorts::ACTIVE, Frames::TELL, source_first::source_first_addressee);
const NOUN_CONTENT: Production = Production::of(Sorts::ACTIVE, ANY, source_first::source_first_noun);
const WAS_QUOTED: Production = Production::of(Sorts::PASSIVE, Frames::AS_SAYING, as_saying::was_quoted_as_saying);

/// Every production that is tried at a cue, in a fixed order.
const AT_CUES: &[Production] = &[
    ACCORDING_TO,
    Production::of(NO_VERB, Frames::NO_SOURCE, sourceless::sourceless_adverb),
    Production::of(NOT_PASSIVE, Frames::AS_SAYING, as_saying::quoted_as_saying),
    WAS_QUOTED,
    Production::of(NOT_PASSIVE, ANY, citing::citing),
    Production::of(Sorts::MAIN.union(Sorts::PARTICIPLE), Frames::THAT.union(Frames::QUOTE), as_reported::as_reported),
    Production::of(Sorts::MAIN.union(Sorts::PASSIVE), SPEECH, cue_inside::cue_inside),
    CONTENT_FIRST,
    Production::of(Sorts::MAIN, SPEECH, content_first::content_then_cue),
    Production::of(Sorts::MAIN, SPEECH, content_first::content_question),
    Production::of(Sorts::MAIN, Frames::QUOTE, cue_first::cue_then_source),
    Production::of(Sorts::MAIN, SPEECH.union(Frames::AS).union(Frames::NAME), was_how::was_how),
    Production::of(Sorts::PASSIVE, ANY, passive::expected_to),
    Production::of(Sorts::VERB, Frames::THAT.union(Frames::WH).union(Frames::TELL), passive::it_is_said),
    Production::of(Sorts::PASSIVE.union(Sorts::PARTICIPLE), ANY, passive::content_passive),
    Production::of(Sorts::VERB, Frames::NAME.union(Frames::AS), passive::named_by),
    Production::of(Sorts::PASSIVE, Frames::TELL, passive::told_passive),
    Production::of(Sorts::ACTIVE, ANY, heard_from::heard_from),
    Production::of(Sorts::ACTIVE, COMPLEMENT, object_content::object_and_complement),
    Production::of(Sorts::ACTIVE, Frames::OBJ_AT, object_content::object_at_number),
    Production::of(Sorts::MAIN, Frames::THAT, relative_inside::relative_inside),
    Production::of(Sorts::MAIN, Frames::NAME, relative_inside::what_is_called),
    Production::of(Sorts::MAIN, Frames::AS, relative_inside::described_as),
    SOURCE_FIRST,
    ADDRESSEE,
    Production::of(Sorts::ACTIVE, Frames::TELL.union(Frames::OBJ_TO), source_first::source_first_told_of),
    Production::of(Sorts::VERB, ANY, source_first::source_first_colon),
    NOUN_CONTENT,
    Production::of(Sorts::ACTIVE, ANY, fronted::fronted_participle),
    Production::of(NOT_PASSIVE, Frames::SOURCE_BEFORE, source_first::source_before_phrase),
    Production::of(Sorts::NOUN, ANY, noun_cue::possessive_noun),
    Production::of(Sorts::NOUN, ANY, noun_cue::noun_by),
    Production::of(Sorts::NOUN, ANY, noun_cue::bare_noun),
    Production::of(Sorts::ADJECTIVE.union(Sorts::PASSIVE), ANY, adjective::predicative),
];

/// All that the productions propose at a cue, in that order.
pub fn proposed<'a>(site: &'a Site<'a>) -> impl Iterator<Item = Candidate> + 'a {
    productions_for(site.sort).iter().filter_map(|production| production.propose_for_sort(site))
}

/// Those that are for cues of one sort.
fn productions_for(sort: Sorts) -> &'static [Production] {
    static BY_SORT: LazyLock<Vec<Vec<Production>>> = LazyLock::new(|| {
        let those_for = |sort| AT_CUES.iter().filter(|production| production.sorts.contains(sort)).copied().collect();
        Sorts::all().iter().map(those_for).collect()
    });
    &BY_SORT[sort.bits().trailing_zeros() as usize]
}

/// Productions that need no cue word: a colon or a dash, tried once a sentence.
pub const AT_MARKS: &[fn(&MarkSite<'_>) -> Option<Candidate>] = &[
    headline::source_colon,
    headline::content_dash_source,
    colon::speaker_colon,
    colon::clause_colon,
    dash::quotation_dash_source,
];

pub use headline::MarkSite;
use source_first::clause_frame as source_first_frame;
