//! "reportedly", "allegedly": somebody says so, nobody is named. "By his own account": he does.

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{body_end, trimmed};
use crate::attributions::parts::source::{Source, Way};
use crate::lexicon::{Classes, Frames};

/// "The plant has reportedly closed": the rest of the sentence is the content.
pub fn sourceless_adverb(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let before = trimmed(&site.reading, clause_start(site)..cue.tokens.start);
    let after = trimmed(&site.reading, cue.head_end..body_end(&site.reading, site.sentence).max(cue.head_end));
    let (first, second) = if before.is_empty() { (after, None) } else { (before, Some(after)) };
    let source = whose_own(site);
    let rule = if source.is_some() { name!("by-own-account") } else { name!("sourceless-adverb") };
    (!first.is_empty()).then(|| Candidate::new(rule, site, source, first).and_content(second))
}

/// "by |his own account": whose account the phrase says it is.
fn whose_own(site: &Site<'_>) -> Option<Source> {
    let owner = |at: &usize| site.reading.token(*at).is(Classes::POSSESSIVE_DETERMINER);
    let at = site.cue().tokens.clone().find(owner)?;
    Some(Source { range: at..at + 1, antecedent: None, way: Way::Adjacent, clause_start: at })
}

/// "The spokesman said |the king reportedly has …": a verb of speech, or "that", with a clause behind it.
fn reports(site: &Site<'_>, at: usize) -> bool {
    let speech = |group: &crate::attributions::cue::CueGroup| {
        group.is_verb() && group.form.is_main() && group.takes(Frames::THAT) && group.cue.stance.carries_hop()
    };
    let verb = site.groups.iter().any(|group| group.tokens.end == at + 1 && speech(group));
    let clause = at + 1 < site.cue().tokens.start;
    clause && (verb || site.reading.tag(at) == crate::phrases::Tag::That)
}

/// After the last comma and coordinator, or the sentence's start.
fn clause_start(site: &Site<'_>) -> usize {
    use crate::phrases::Tag;
    use crate::words::Kind;
    let start = site.start();
    let border = |at: &usize| {
        site.reading.token(*at).kind == Kind::Semicolon
            || site.reading.tag(*at) == Tag::Coordinator
                && *at > start
                && site.reading.token(*at - 1).kind == Kind::Comma
            || reports(site, *at)
    };
    (start..site.cue().tokens.start).rev().find(border).map_or(start, |at| at + 1)
}
