//! Another verb of the speaker: what it says is no part of the content before it.

use super::own_clause::main_clause_starts;
use super::trailing_tag::skip_verb_lead;
use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::parts::source::{source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;

/// "Prosecutors say he forged it |and allege that": a further statement of the speaker. Its verb goes with the cue's and not with the
/// content's.
pub(super) fn shares_speaker(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    let verb = at + 1;
    let tenses = Classes::VERB_PAST | Classes::VERB_S | Classes::VERB_BASE;
    if reading.tag(at) != Tag::Coordinator || verb >= limit || !cue.form.is_main() || tells_on(reading, verb, cue) {
        return false;
    }
    // "has said that the pier is safe |and has asked"
    let own = || (start..at).any(|at| reading.token(at).key == reading.token(verb).key);
    if goes_on_in_auxiliary(reading, verb, limit, cue) && !own() {
        return true;
    }
    if reading.tag(verb) != Tag::Finite {
        return false;
    }
    // "called it a farce |and left"
    if cue.head < start && !reading.has_finite(start..at) {
        return (reading.token(verb).classes & reading.token(cue.head).classes).intersects(tenses);
    }
    if !continues_subject(reading, verb, limit, cue) {
        return false;
    }
    let own = (start..at).find(|i| reading.tag(*i).is_finite());
    let with_content =
        own.is_some_and(|own| (reading.token(own).classes & reading.token(verb).classes).intersects(tenses));
    let thing = !matches!(reading.tag(start), Tag::That | Tag::To | Tag::Wh | Tag::Relative)
        && !main_clause_starts(reading, start, limit);
    let acts =
        || content_speaks(reading, start, limit) && !own.is_some_and(|own| is_done_to_thing(reading, start, own));
    states(reading, verb) && (thing || own.is_some() && (!with_content || !acts()))
}

/// "said an inquiry |had been opened and appealed": what something had done to it is no act, and the next verb is the speaker's.
fn is_done_to_thing(reading: &Reading<'_>, start: usize, own: usize) -> bool {
    let passive = reading.tag(own) == Tag::Have && reading.tag(own + 1) == Tag::Be;
    let noun = reading.phrases.noun_at(own.max(start + 1) - 1).filter(|noun| noun.end == own);
    let head = noun.map(|noun| noun.end - 1).filter(|head| reading.tag(*head) == Tag::Noun);
    let people = Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN;
    passive && head.is_some_and(|head| !reading.token(head).is(people))
}

/// "told the court that he had come home and |told her that P": a second time the same verb, to a pronoun, is not the first one's speaker's.
fn tells_on(reading: &Reading<'_>, verb: usize, cue: &CueGroup) -> bool {
    let told = verb + 1 < reading.tokens.all.len() && reading.is_any(verb + 1, keys!["him", "her", "them", "me", "us"]);
    let behind = reading.tokens.all.get(cue.head_end).is_some() && reading.tag(cue.head_end) != Tag::Pronoun;
    told && behind && verb > cue.head && reading.token(verb).key == reading.token(cue.head).key
}

/// "praised the plan |and said", "the refusal to use it |and called", "describing her youth |and recalling": what was said so far has no
/// verb that this one could be joined to.
pub(super) fn joins_another_verb(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    if reading.tag(at) != Tag::Coordinator || at < cue.tokens.end {
        return false;
    }
    let Some(verb) = (at + 1..limit).find(|at| reading.tag(*at) != Tag::Adverb) else { return false };
    let token = reading.token(verb);
    let finite = match reading.tag(verb) {
        // "to clean up the mine and |reclaim the land"
        Tag::Finite if token.is(Classes::VERB_BASE) => false,
        Tag::Finite => !token.is(Classes::NOUN) || token.is(Classes::VERB_PAST),
        tag => tag.is_auxiliary(),
    };
    // "said it was over, |and so did Lund"
    let so_did = at + 2 < limit && reading.is_word(at + 1, "so") && reading.tag(at + 2) == Tag::Do;
    if so_did
        || owns_as_speaker(reading, start, verb, limit)
        || gives_no_more(reading, verb, limit)
        || answers_alone(reading, start, at, verb, limit)
    {
        return true;
    }
    // "blaming weak demand |and sending its shares down"
    let acts = || verb + 1 < limit && matches!(reading.tag(verb + 1), Tag::Determiner | Tag::Pronoun | Tag::Proper);
    let joins_ing = cue.form == Form::Ing && reading.tag(verb) == Tag::Ing && (token.is(Classes::CUE_VERB) || acts());
    joins_ing && !(start..at).any(|at| reading.tag(at).is_verbal()) || finite && !reading.has_finite(start..at)
}

/// "warned it was over-earning and |cut her target": "it" has no "her", and so the verb is the speaker's.
fn owns_as_speaker(reading: &Reading<'_>, start: usize, verb: usize, limit: usize) -> bool {
    let subject = start + usize::from(reading.tag(start) == Tag::That);
    let it = subject < verb && reading.is_any(subject, keys!["it"]);
    it && verb + 2 < limit && reading.tag(verb) == Tag::Finite && reading.is_any(verb + 1, keys!["her", "his"])
}

/// "but |gave no details", "but |did not elaborate", "and |declined to comment": that the speaker said no more.
fn gives_no_more(reading: &Reading<'_>, verb: usize, limit: usize) -> bool {
    const GAVE: &[u64] = keys!["gave", "offered", "provided", "cited", "disclosed", "gives", "offers", "provides"];
    const MORE: &[u64] =
        keys!["elaborate", "give", "provide", "offer", "specify", "expand", "disclose", "say", "name", "identify"];
    let none = verb + 1 < limit && reading.is_any(verb + 1, keys!["no", "few"]) && reading.is_any(verb, GAVE);
    let not =
        verb + 2 < limit && matches!(reading.tag(verb), Tag::Do | Tag::Modal) && reading.tag(verb + 1) == Tag::Negation;
    none || not && reading.is_any(verb + 2, MORE) || declines_more(reading, verb, limit)
}

/// "and |declined to comment further", "but |refused to name them", "and |declined further comment"
fn declines_more(reading: &Reading<'_>, verb: usize, limit: usize) -> bool {
    const TO: &[u64] =
        keys!["comment", "elaborate", "specify", "say", "name", "identify", "discuss", "disclose", "answer", "respond"];
    let declines = verb + 2 < limit && reading.is_any(verb, keys!["declined", "refused", "declines", "refuses"]);
    let act = || reading.tag(verb + 1) == Tag::To && reading.is_any(verb + 2, TO);
    let thing = || reading.is_word(verb + 2, "comment") || reading.is_word(verb + 1, "comment");
    declines && (act() || thing())
}

/// "declined to comment |and Poe did not call back": no infinitive is joined to a clause.
fn answers_alone(reading: &Reading<'_>, start: usize, at: usize, next: usize, limit: usize) -> bool {
    let infinitive = reading.tag(start) == Tag::To && !reading.has_finite(start..at);
    infinitive && main_clause_starts(reading, next, limit)
}

/// A verb by which somebody states something, of somebody or not: "said", "called", "accused".
fn states(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::THAT | Frames::QUOTE | Frames::NAME | Frames::OBJ_OF | Frames::TELL | Frames::AS_SAYING;
    // "demanded a meeting", "appealed for calm"
    let asks = |stance: Stance| {
        stance == Stance::Intends
            && reading
                .is_any(at, keys!["demanded", "demands", "appealed", "appeals", "urged", "urges", "called", "calls"])
    };
    reading
        .verb_cue(at)
        .is_some_and(|cue| asks(cue.stance) || cue.frames.intersects(frames) && cue.stance.carries_hop())
}

/// Whether the subject of the content's clause can speak for itself: "the plant" cannot, and "she" is most likely who speaks anyway.
fn content_speaks(reading: &Reading<'_>, start: usize, limit: usize) -> bool {
    let at = start + usize::from(reading.tag(start) == Tag::That);
    let pronoun = at < limit && reading.tag(at) == Tag::Pronoun;
    !pronoun && source_after(reading, at, limit).is_none_or(|subject| speaks(reading, &subject.range))
}

/// "and said", "but denied": a finite cue verb in the same form with no subject of its own.
pub(super) fn continues_subject(reading: &Reading<'_>, mut at: usize, limit: usize, cue: &CueGroup) -> bool {
    while at < limit && matches!(reading.tag(at), Tag::Adverb) {
        at += 1;
    }
    if at >= limit || !cue.form.is_main() || tells_on(reading, at, cue) {
        return false;
    }
    if goes_on_in_auxiliary(reading, at, limit, cue) {
        return true;
    }
    if !reading.token(at).is(Classes::CUE_VERB) {
        return false;
    }
    let same = Classes::VERB_PAST | Classes::VERB_S | Classes::VERB_BASE;
    reading.tag(at) == Tag::Finite && (reading.token(at).classes & reading.token(cue.head).classes).intersects(same)
}

/// "concluded P, but |did not recommend", "has said P and |has asked": an auxiliary that goes with the cue, and a cue verb.
fn goes_on_in_auxiliary(reading: &Reading<'_>, at: usize, limit: usize, cue: &CueGroup) -> bool {
    let verb = skip_verb_lead(reading, at, limit);
    let is_cue = verb < limit && reading.tag(verb).is_verbal() && reading.token(verb).is(Classes::CUE_VERB);
    let past = reading.token(cue.head).is(Classes::VERB_PAST);
    match reading.tag(at) {
        Tag::Do => is_cue && past == reading.is_word(at, "did"),
        Tag::Have => is_cue && reading.token(at).key == reading.token(cue.tokens.start).key,
        _ => false,
    }
}
