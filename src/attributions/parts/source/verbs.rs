//! What a cue verb takes: by this it is told whether it goes on with the sentence or belongs to a noun.

use crate::attributions::view::Reading;
use crate::lexicon::Frames;
use crate::tokens::keys;

/// Whether the verb is a cue that takes a clause ("said"): such a one is no reduced relative.
pub(super) fn takes_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(Frames::THAT | Frames::TELL))
}

/// Whether the verb is a cue that takes a clause: such a one goes on with the sentence and not with the noun.
pub(super) fn states(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::THAT))
}

/// "said |several delegations to the conference told him": a verb that takes a clause and tells nobody has no noun for its object.
pub(super) fn states_only(reading: &Reading<'_>, at: usize) -> bool {
    let frames = reading.verb_cue(at).map(|cue| cue.frames);
    frames.is_some_and(|frames| frames.contains(Frames::THAT) && !frames.contains(Frames::TELL))
}

/// Whether the verb is a cue that takes a quotation or one told: such a one is no reduced relative, while "released" may be.
pub(super) fn is_spoken(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(Frames::QUOTE | Frames::TELL))
}

/// A verb of telling or thinking ("say so"): in "who believe the ministry said so", it is the ministry that said so.
pub(super) fn reports(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::SO | Frames::TELL;
    reading.tag(at).is_verbal() && reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames))
}

/// "a lawyer briefed |on the case", "people told |of the plan": a verb that wants somebody told, and names nobody, tells who was.
pub fn has_nobody_told(reading: &Reading<'_>, at: usize) -> bool {
    let next = at + 1;
    let nobody = next < reading.tokens.all.len() && reading.is_any(next, keys!["on", "about", "of", "by"]);
    nobody && reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::TELL))
}
