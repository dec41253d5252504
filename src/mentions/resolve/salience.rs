//! How much an agent stands out: by how near it was met, and what it did there.

use super::cast::Cast;
use super::{Place, Resolved};

impl Cast<'_> {
    pub(super) fn salience(&self, index: usize, place: &Place) -> i64 {
        let latest = self.latest[index];
        let distance = place.sentence.saturating_sub(latest.sentence) as i64;
        let own = if place.outer == Some(index) { 12 } else { 18 * i64::from(place.accused == Some(index)) };
        let apart = 5 * i64::from(latest.block != place.block);
        let subject = if distance == 1 && apart == 0 { 9 } else { 5 };
        40 - 6 * distance - apart + 9 * i64::from(latest.spoke) + subject * i64::from(latest.subject) + own
    }
}

/// How many sentences back nobody stands out any more, whatever he did there and whoever is asked for.
pub(super) const FAR: usize = 13;

/// By how much the one that "he" means must stand out.
pub(super) const A_RIVAL: i64 = 3;

/// By how much a body stands out less than several people do where the copy has "they": two sentences.
pub(super) const A_BODY: i64 = 12;

/// By how much the one that a surname means must, where another bears it: two sentences.
pub(super) const A_NAMESAKE: i64 = 12;

/// How much nearer the one stands whom the very words have meant before: four sentences.
pub(super) const CALLED_SO: i64 = 24;

/// The one that stands out most, of (salience, latest token, agent); unsure where others stand out about as much.
pub(super) fn most_salient(mut ranked: Vec<(i64, usize, usize)>, margin: i64) -> Option<Resolved> {
    ranked.sort_by(|a, b| b.cmp(a));
    let (best, _, agent) = *ranked.first()?;
    let rivals: Vec<usize> =
        ranked.iter().skip(1).filter(|(s, ..)| best - s < margin).map(|(.., index)| *index).collect();
    Some(Resolved { agent, sure: rivals.is_empty(), candidates: rivals })
}
