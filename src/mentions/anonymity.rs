//! Why a source is not named, where the copy says so.

use super::agent::Agent;
use super::resolve::Resolved;
use crate::attributions::{Attribution, Reading};
use crate::lexicon::Meaning;
use crate::terms::AgentKind;
use crate::words::Kind;
use std::ops::Range;

/// Gives each anonymous agent the reason that stands in a sentence in which it speaks; the first one counts.
pub fn note_reasons<'a>(
    reading: &Reading<'a>,
    attributions: &[Attribution],
    sources: &[Option<Resolved>],
    agents: &mut [Agent<'a>],
) {
    for (attribution, source) in attributions.iter().zip(sources) {
        let Some(agent) = source.as_ref().map(|resolved| &mut agents[resolved.agent]) else { continue };
        // "the third man, who spoke on condition of anonymity"
        let unnamed_person = agent.kind == AgentKind::Person && agent.name.is_empty();
        if (agent.kind == AgentKind::Anonymous || unnamed_person) && agent.anonymity_reason.is_none() {
            let sentence = &reading.tokens.sentences[attribution.sentence].tokens;
            let reason = reason_in(reading, sentence);
            if reason.is_some() {
                agent.kind = AgentKind::Anonymous;
            }
            agent.anonymity_reason = reason.map(|range| reading.tokens.span(&range).of(reading.tokens.text));
        }
    }
}

/// "on condition of anonymity because the talks were private": from the phrase to the next mark.
fn reason_in(reading: &Reading<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let start = sentence.clone().find(|at| reading.phrase_len(*at, Meaning::AnonymityReason) > 0)?;
    let stops = |at: &usize| matches!(reading.token(*at).kind, Kind::Comma | Kind::Stop | Kind::Semicolon);
    let end = (start..sentence.end).find(stops).unwrap_or(sentence.end);
    Some(start..end)
}
