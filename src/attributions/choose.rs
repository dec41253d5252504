//! The one place that chooses: the best candidate of each cue, and what to do where two of them meet.

use super::candidate::Candidate;
use super::parts::content::trimmed;
use super::view::Reading;
use std::ops::Range;

/// A candidate with its score and the sentence it stands in.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The candidate.
    pub candidate: Candidate,
    /// Log-odds that it is an attribution.
    pub score: f32,
    /// The head word of its cue.
    pub head: usize,
    /// The log-odds that it needs inside another's content; of a likely one, once it is settled.
    pub nested_odds: f32,
    /// Whether it is an unlikely one and the whole of it stands in quotation marks.
    pub quoted: bool,
    /// Index of its cue in the sentence's groups; `None` for a mark.
    pub group: Option<usize>,
    /// Its content as the production proposed it, before it was ended where that is likeliest: the score is of this. Kept where the
    /// terms of the score are asked for.
    pub proposed: Option<Vec<Range<usize>>>,
}

/// The best candidate of each cue of a sentence that is more likely than not, without contradictions, by place of the cue.
///
/// First those that stand by themselves, then what stands inside them. `settle` ends the content of one whose cue is free where that
/// is likeliest. All of `scored` is taken.
pub fn choose(reading: &Reading<'_>, scored: &mut Vec<Scored>, settle: impl Fn(&mut Scored)) -> Vec<Scored> {
    if scored.is_empty() {
        return Vec::new();
    }
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.head.cmp(&b.head)));
    let likely = scored.partition_point(|one| is_likely(one.score));
    let mut chosen: Vec<Scored> = Vec::with_capacity(likely);
    let mut scored = scored.drain(..);
    for mut one in scored.by_ref().take(likely) {
        if chosen.iter().any(|other| share_cue(&one.candidate, &other.candidate)) {
            continue;
        }
        settle(&mut one);
        let inner = cut_to_fit(reading, &mut one, &chosen);
        let cut = |index: usize| inner.iter().find(|(at, _)| *at == index).map(|(_, other)| other);
        if chosen.iter().enumerate().all(|(index, other)| agree(&one, cut(index).unwrap_or(other))) {
            inner.into_iter().for_each(|(index, other)| chosen[index] = other);
            chosen.push(one);
        }
    }
    if !chosen.iter().all(|one| fits(one, &chosen)) {
        let fitting: Vec<bool> = chosen.iter().map(|one| fits(one, &chosen)).collect();
        let mut fitting = fitting.into_iter();
        chosen.retain(|_| fitting.next().unwrap_or(true));
    }
    for mut one in scored {
        cut_inside(reading, &mut one, &chosen);
        let inside = one.score > one.nested_odds && (one.quoted || is_held(&one, &chosen));
        if inside && chosen.iter().all(|other| agree(&one, other)) {
            chosen.push(one);
        }
    }
    chosen.sort_by_key(|one| one.head);
    chosen
}

/// Where a candidate and one that is chosen hold each other's cue, the inner one's content is cut to stand inside the outer one's,
/// before its cue and source. A tag behind the content ("…, Y said") is outer, and gives the chosen ones (by index) as it cuts them;
/// else the likelier one is.
fn cut_to_fit(reading: &Reading<'_>, one: &mut Scored, chosen: &[Scored]) -> Vec<(usize, Scored)> {
    let is_inside = |other: &Scored| {
        let in_quotation = reading.tokens.is_quoted(one.head) && !reading.tokens.is_quoted(other.head);
        hold_each_other(one, other) && is_tag(&one.candidate) && !is_tag(&other.candidate) && !in_quotation
    };
    let mut inner: Vec<(usize, Scored)> = chosen
        .iter()
        .enumerate()
        .filter(|(_, other)| is_inside(other))
        .map(|(at, other)| (at, other.clone()))
        .collect();
    for (_, other) in &mut inner {
        cut(reading, &mut other.candidate, &one.candidate);
    }
    if inner.is_empty() {
        cut_inside(reading, one, chosen);
    }
    inner
}

/// Cuts the candidate's content to stand inside that of any chosen one that it would hold and be held by.
fn cut_inside(reading: &Reading<'_>, one: &mut Scored, chosen: &[Scored]) {
    for other in chosen {
        if hold_each_other(one, other) {
            cut(reading, &mut one.candidate, &other.candidate);
        }
    }
}

fn hold_each_other(one: &Scored, other: &Scored) -> bool {
    holds(&one.candidate, &other.candidate) && holds(&other.candidate, &one.candidate)
}

fn is_tag(candidate: &Candidate) -> bool {
    matches!(candidate.rule.text(), "content-first" | "content-first-inverted")
}

fn cut(reading: &Reading<'_>, inner: &mut Candidate, outer: &Candidate) {
    let source = outer.source.as_ref().map_or(outer.cue.start, |source| source.range.start);
    let behind = outer.cue.start >= inner.cue.end;
    let limit = if source >= inner.cue.end { source.min(outer.cue.start) } else { outer.cue.start };
    let home = outer.content.iter().find(|piece| overlaps(piece, &inner.cue)).cloned().unwrap_or_default();
    let kept = inner.content.iter().filter(|piece| !behind || piece.start < limit).map(|piece| {
        let range = if behind { piece.start..piece.end.min(limit) } else { piece.start.max(home.start)..piece.end };
        trimmed(reading, range.start..range.end.max(range.start))
    });
    let kept: Vec<Range<usize>> = kept.filter(|piece| !piece.is_empty()).collect();
    if !kept.is_empty() {
        inner.content = kept;
    }
}

/// The log-odds above which a candidate is kept: where F1 is best, lower than even odds.
const ODDS: f32 = -0.75;

/// Whether a candidate of that score is kept where it stands by itself.
pub fn is_likely(score: f32) -> bool {
    score > ODDS
}

/// Whether a candidate is likely enough for its place.
fn fits(one: &Scored, chosen: &[Scored]) -> bool {
    one.score > one.nested_odds || !is_held(one, chosen)
}

fn is_held(one: &Scored, chosen: &[Scored]) -> bool {
    chosen.iter().any(|other| holds(&other.candidate, &one.candidate))
}

/// Whether two attributions can both be right: not one cue twice, and not each inside the other.
fn agree(one: &Scored, other: &Scored) -> bool {
    let (a, b) = (&one.candidate, &other.candidate);
    let both_ways = holds(a, b) && holds(b, a);
    let eats_source = source_holds_cue(a, b) || source_holds_cue(b, a);
    !share_cue(a, b) && !both_ways && !eats_source && !share_colon(a, b)
}

/// "Asked about what friends described as a crisis, Quill said: 'No.'": the words behind a colon have one speaker.
fn share_colon(a: &Candidate, b: &Candidate) -> bool {
    let colon = "source-first-colon";
    (a.rule.text() == colon || b.rule.text() == colon) && a.content == b.content
}

fn share_cue(a: &Candidate, b: &Candidate) -> bool {
    cues(a).any(|cue| cues(b).any(|other| overlaps(cue, other)))
}

/// The cue of a candidate, and of the one inside it.
fn cues(candidate: &Candidate) -> impl Iterator<Item = &Range<usize>> {
    std::iter::once(&candidate.cue).chain(candidate.inner.iter().map(|inner| &inner.cue))
}

/// Whether the cue of `inner` stands in the content of `outer`.
pub fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    outer.content.iter().any(|piece| overlaps(piece, &inner.cue))
}

fn source_holds_cue(a: &Candidate, b: &Candidate) -> bool {
    a.source.as_ref().is_some_and(|source| overlaps(&source.range, &b.cue) && b.rule.text() != "noun-by")
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
