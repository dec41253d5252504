//! Where and to whom something was said: "told reporters", "in an interview with the BBC".

use crate::attributions::{Attribution, Reading, Way};
use crate::lexicon::{Classes, Meaning};
use crate::mentions::Mentions;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// What was found beside a cue.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Venue {
    /// The words: "in a statement", "reporters".
    pub words: Option<Range<usize>>,
    /// The outlet (agent, mention) that it was said to or in.
    pub outlet: Option<(usize, Range<usize>)>,
}

/// The venue of an attribution: in the words between its cue and its content, or at its sentence's start.
///
/// What opens the sentence belongs to the first who speaks in it, and `outer` may be the one around this: "In a note carried by TASS, the
/// ministry said the army had warned of it".
pub fn venue(
    reading: &Reading<'_>,
    attribution: &Attribution,
    outer: Option<&Attribution>,
    mentions: &Mentions<'_>,
) -> Venue {
    let mut found = Venue::default();
    let first = outer.is_none_or(|outer| outer.cue.start > attribution.cue.start);
    let opening = if first { sentence_opening(reading, attribution) } else { None };
    for range in [after_cue(reading, attribution), opening, behind_thing(reading, attribution)].into_iter().flatten() {
        look_in(reading, &range, mentions, attribution, &mut found);
    }
    found
}

/// From the cue to the content, or to the sentence's next mark.
fn after_cue(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let sentence = &reading.tokens.sentences[attribution.sentence].tokens;
    let start = match &attribution.source {
        Some(source) if source.way == Way::After => source.range.end,
        _ => attribution.cue.end,
    };
    let content = attribution.content.iter().map(|piece| piece.start).find(|at| *at >= start).unwrap_or(sentence.end);
    let stop = (start..content.min(sentence.end).min(start + 25)).find(|at| {
        matches!(reading.token(*at).kind, Kind::Stop | Kind::Semicolon | Kind::Colon) || reading.tag(*at) == Tag::Ing
    });
    let end = stop.unwrap_or(content.min(sentence.end).min(start + 25));
    (start < end).then_some(start..end)
}

/// "confirmed the closure |to the Herald": behind a noun phrase.
fn behind_thing(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let end = attribution.content.last().filter(|_| attribution.rule == "source-first-noun")?.end;
    let sentence = reading.tokens.sentences[attribution.sentence].tokens.end;
    let noun = (end + 1 < sentence && reading.is_word(end, "to")).then(|| reading.phrases.noun_at(end + 1))??;
    let is_outlet =
        |at: usize| reading.names(at).any(|name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_)));
    (noun.start == end + 1 && noun.end <= sentence && noun.clone().any(is_outlet)).then_some(end..noun.end)
}

/// "In an interview with the BBC, the minister said …": up to the first comma.
fn sentence_opening(reading: &Reading<'_>, attribution: &Attribution) -> Option<Range<usize>> {
    let sentence = &reading.tokens.sentences[attribution.sentence].tokens;
    let opens = reading.tag(sentence.start) == Tag::Preposition || reading.tag(sentence.start) == Tag::Ing;
    let source = attribution.source.as_ref().filter(|source| source.way != Way::After)?;
    let end = source.range.start.min(sentence.start + 20);
    let content_first = attribution.content.first().is_some_and(|piece| piece.start < source.range.start);
    (opens && !content_first && end > sentence.start).then_some(sentence.start..end)
}

fn look_in(
    reading: &Reading<'_>,
    range: &Range<usize>,
    mentions: &Mentions<'_>,
    attribution: &Attribution,
    found: &mut Venue,
) {
    for at in range.clone() {
        for name in reading.names(at).filter(|name| at + name.len <= range.end) {
            if matches!(name.meaning, Meaning::Audience | Meaning::Occasion) && found.words.is_none() {
                found.words = Some(at..at + name.len);
            }
        }
        if found.outlet.is_none() && carries(reading, range, at, attribution) {
            found.outlet = outlet_at(reading, mentions, at, range.end);
        }
    }
}

/// Whether an outlet here would pass the words on: it was told, or it is where they stood.
fn carries(reading: &Reading<'_>, range: &Range<usize>, at: usize, attribution: &Attribution) -> bool {
    let told = at == range.start && at == attribution.cue.end;
    let before = at.checked_sub(1).filter(|b| *b >= range.start);
    told || before.is_some_and(|b| {
        reading.is_any(b, keys!["with", "to", "by", "in", "on", "told", "for", "of"])
            || reading.is_any(b, keys!["the"]) && b == range.start
    })
}

pub fn outlet_at(
    reading: &Reading<'_>,
    mentions: &Mentions<'_>,
    at: usize,
    end: usize,
) -> Option<(usize, Range<usize>)> {
    let noun = reading.phrases.noun_at(at).filter(|noun| noun.start == at && noun.end <= end)?;
    let possessive = noun.clone().find(|i| reading.token(*i).is(Classes::POSSESSIVE_MARK));
    let agent = mentions.starting_at(at)?;
    let one = &mentions.agents[agent];
    let is_broadcaster = |noun: usize| reading.lexicon.outlet_type(reading.token(noun).word) == Some("broadcaster");
    // "state television" is no station that one could name, "the media" are many, and "her website" is her own
    let own = reading.token(at).is(Classes::POSSESSIVE_DETERMINER);
    let sort = own || one.plural || one.noun.is_some_and(is_broadcaster);
    let nameless = one.known.is_none() && one.name.is_empty() && sort;
    // "told |the BBC's Ann Gray"
    if let Some(outlet) = one.reports_for.filter(|_| possessive.is_some()) {
        return Some((outlet, noun.start..possessive?));
    }
    (one.kind == AgentKind::Outlet && !nameless).then(|| (agent, noun.start..possessive.unwrap_or(noun.end)))
}
