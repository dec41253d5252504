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
mod headline;
mod noun_cue;
mod object_content;
mod passive;
mod relative_inside;
mod source_first;
mod sourceless;

use super::candidate::{Candidate, Site};

/// A production looks at one cue and proposes at most one attribution.
pub type Production = fn(&Site<'_>) -> Option<Candidate>;

/// Every production that is tried at a cue, in a fixed order.
pub const AT_CUES: &[Production] = &[
    according_to::source_after_phrase,
    sourceless::sourceless_adverb,
    as_saying::quoted_as_saying,
    as_saying::was_quoted_as_saying,
    citing::citing,
    as_reported::as_reported,
    cue_inside::cue_inside,
    content_first::content_then_source,
    content_first::content_then_cue,
    content_first::content_question,
    cue_first::cue_then_source,
    passive::expected_to,
    passive::it_is_said,
    passive::content_passive,
    passive::told_passive,
    object_content::object_and_complement,
    object_content::object_at_number,
    relative_inside::relative_inside,
    relative_inside::what_is_called,
    relative_inside::described_as,
    source_first::source_first,
    source_first::source_first_addressee,
    source_first::source_first_told_of,
    source_first::source_first_colon,
    source_first::source_first_noun,
    source_first::source_before_phrase,
    noun_cue::possessive_noun,
    noun_cue::noun_by,
    noun_cue::bare_noun,
    adjective::predicative,
];

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
