//! "I" and "we".

use super::describe::describe;
use super::resolve::{Cast, Place, Resolved};
use crate::attributions::{Attribution, Reading, Source};
use crate::tokens::keys;

/// "I" and "we" in a quotation: "I" is the one who is quoted, "we" those for whom he speaks.
pub(super) fn resolve_first_persons<'a>(
    reading: &Reading<'a>,
    attributions: &[Attribution],
    sources: &mut [Option<Resolved>],
    cast: &mut Cast<'a>,
) {
    for index in 0..attributions.len() {
        let Some(source) = attributions[index].source.as_ref().filter(|source| is_first_person(reading, source)) else {
            continue;
        };
        let Some(speaker) = speaker_around(reading, attributions, sources, index) else {
            let place = Place {
                outer: None,
                accused: None,
                own: None,
                sentence: attributions[index].sentence,
                block: reading.tokens.sentences[attributions[index].sentence].block,
                speaks: true,
                subject: true,
            };
            sources[index] = Some(cast.meet(reading, &mut describe(reading, &source.range), &place));
            continue;
        };
        let singular = reading.is_any(source.range.start, keys!["i", "my"]);
        let agent = if singular { speaker.agent } else { cast.those_behind(speaker.agent) };
        cast.agents[agent].mentions.push(source.range.clone());
        sources[index] = Some(Resolved { agent, ..speaker });
    }
}

pub(super) fn is_first_person(reading: &Reading<'_>, source: &Source) -> bool {
    source.range.len() == 1 && reading.is_any(source.range.start, keys!["i", "we", "my", "our"])
}

/// Who speaks the words in which an attribution stands: the nearest around it that is no "I" itself.
fn speaker_around(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    sources: &[Option<Resolved>],
    index: usize,
) -> Option<Resolved> {
    let around = std::iter::successors(attributions[index].nested_in, |at| attributions[*at].nested_in).take(12);
    let mut others =
        around.filter(|at| !attributions[*at].source.as_ref().is_some_and(|s| is_first_person(reading, s)));
    sources[others.next()?].clone()
}
