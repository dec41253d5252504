//! "…, X reported, citing Y": the report's own source.

use super::noun_cue::is_outlet;
use super::{ACCORDING_TO, ADDRESSEE, CONTENT_FIRST, NOUN_CONTENT, SOURCE_FIRST};
use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::Form;
use crate::attributions::feature::name;
use crate::attributions::parts::content::{content_after, content_before, quotation_at_start};
use crate::attributions::parts::source::{Source, source_after, speaks};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::words::Kind;
use std::ops::Range;

/// "Kim would travel by train, the Times reported, citing officials." "Citing officials, the Times said …"
pub fn citing(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if cue.cue.stance != Stance::Cites || cue.form != Form::Ing && !is_relative(site) || is_ruled_out(site) {
        return None;
    }
    let source = site.source_behind().or_else(|| quoted_source(site))?;
    if !speaks(&site.reading, &headed(site, &source.range)) {
        return None;
    }
    let content = if cue.tokens.start == site.start() {
        let comma = source.range.end;
        (comma + 1 < site.sentence.tokens.end && site.reading.token(comma).kind == Kind::Comma).then_some(())?;
        reported_by_next(site).or_else(|| content_after(&site.reading, site.sentence, comma + 1, cue))?
    } else if is_relative(site) {
        reported_after(site, source.range.end)
            .or_else(|| told_by_phrase(site, source.range.end))
            .or_else(|| reported_by_phrase(site))?
    } else {
        reported_after(site, source.range.end)
            .or_else(|| reported(site, source.range.end))
            .or_else(|| reported_by_phrase(site))
            .or_else(|| reported_thing(site))
            .or_else(|| clause_before(site))?
    };
    Some(Candidate::new(name!("citing"), site, Some(source), content))
}

/// Words with a verb before the cue.
fn clause_before(site: &Site<'_>) -> Option<Range<usize>> {
    let content = content_before(&site.reading, site.sentence, site.cue().tokens.start);
    content.filter(|content| content.clone().any(|at| site.reading.tag(at).is_verbal()))
}

/// "citing |“a source close to the family”": what the outlet calls its source.
fn quoted_source(site: &Site<'_>) -> Option<Source> {
    let quotation = quotation_at_start(&site.reading, site.cue().head_end)?;
    source_after(&site.reading, quotation.start + 1, quotation.end)
}

/// "without |citing sources"
fn is_ruled_out(site: &Site<'_>) -> bool {
    let before = site.cue().tokens.start.checked_sub(1).filter(|at| *at >= site.start());
    before.is_some_and(|at| site.reading.is_word(at, "without"))
}

/// The first noun phrase with those behind "of": "price cuts by competitors" is no speaker, "the results of a survey" is one.
fn headed(site: &Site<'_>, source: &Range<usize>) -> Range<usize> {
    let reading = &site.reading;
    let noun_end = |at: usize| reading.phrases.noun_at(at).map_or(source.end, |noun| noun.end.min(source.end));
    let mut end = noun_end(source.start);
    while end + 1 < source.end && reading.is_word(end, "of") {
        end = noun_end(end + 1);
    }
    source.start..end
}

/// "The paper, which |cited a friend, said P"
fn is_relative(site: &Site<'_>) -> bool {
    let cue = site.cue();
    let before = cue.tokens.start.checked_sub(1).filter(|at| *at > site.start());
    cue.form.is_main() && before.is_some_and(|at| site.reading.tag(at) == Tag::Relative)
}

/// "|Citing officials, the Times said P": what the main clause reports.
fn reported_by_next(site: &Site<'_>) -> Option<Range<usize>> {
    let later = (site.index + 1..site.groups.len()).take(FEW).map(|index| site.at(index));
    let at = later.into_iter().find(|at| at.cue().form.is_main())?;
    let candidate = SOURCE_FIRST.propose(&at).or_else(|| ADDRESSEE.propose(&at))?;
    candidate.content.into_iter().next()
}

/// "P, according to the papers, |citing a letter", "…, which |cited a letter": what the phrase tells of what stands before it.
fn reported_by_phrase(site: &Site<'_>) -> Option<Range<usize>> {
    let before = site.cue().tokens.start.checked_sub(1)?;
    let comma = before - usize::from(site.reading.tag(before) == Tag::Relative && before > site.start());
    let comma = Some(comma).filter(|at| site.reading.token(*at).kind == Kind::Comma)?;
    let earlier = (0..site.index).rev().take(FEW).map(|index| site.at(index));
    let ends_here = |candidate: &Candidate| candidate.source.as_ref().is_some_and(|source| source.range.end == comma);
    let phrase = earlier.into_iter().find_map(|at| ACCORDING_TO.propose(&at).filter(ends_here))?;
    phrase.content.into_iter().next().filter(|content| content.end <= phrase.cue.start)
}

/// "According to Profil, which |quoted an officer, P": what the phrase before tells.
fn told_by_phrase(site: &Site<'_>, comma: usize) -> Option<Range<usize>> {
    let earlier = (0..site.index).rev().take(FEW).map(|index| site.at(index));
    let candidate = earlier.into_iter().find_map(|at| ACCORDING_TO.propose(&at))?;
    candidate.content.into_iter().find(|content| content.start > comma)
}

/// "The Herald first reported the talks, |citing two clerks": no clause, but a thing, which ends at the comma.
fn reported_thing(site: &Site<'_>) -> Option<Range<usize>> {
    let comma = site.cue().tokens.start.checked_sub(1).filter(|at| *at > site.start())?;
    let mut earlier = (0..site.index).rev().take(FEW).map(|index| site.at(index));
    let told = earlier.find(|at| at.cue().form.is_main()).filter(|at| {
        let says = matches!(at.cue().cue.stance, Stance::Says | Stance::Confirms);
        says && site.reading.token(comma).kind == Kind::Comma
    })?;
    let candidate = NOUN_CONTENT.propose(&told)?;
    candidate.content.into_iter().next().filter(|thing| thing.end == comma)
}

/// How many cues further on are asked.
const FEW: usize = 4;

/// "Dala TV, |quoting the ministry, said P": what the verb behind the parenthesis reports.
fn reported_after(site: &Site<'_>, comma: usize) -> Option<Range<usize>> {
    // "officials |who asked not to be named" are no parenthesis's end
    if comma >= site.sentence.tokens.end || site.reading.token(comma).kind != Kind::Comma {
        return None;
    }
    let next = (site.index + 1..site.groups.len()).find(|at| site.groups[*at].tokens.start > comma)?;
    let group = site.groups.get(next).filter(|group| group.form.is_main() && group.tokens.start == comma + 1)?;
    let at = site.at(next);
    let candidate = SOURCE_FIRST.propose(&at).or_else(|| ADDRESSEE.propose(&at))?;
    candidate.content.into_iter().next().filter(|content| content.start >= group.tokens.end)
}

/// What the cue before it reports: "P, the Times reported, |citing officials", "the Times reported P, |citing officials". Who plans or
/// thinks cites nobody, where another reports that.
fn reported(site: &Site<'_>, after: usize) -> Option<Range<usize>> {
    let earlier = || (0..site.index).rev().take(6).map(|index| site.at(index)).filter(|at| at.cue().form.is_main());
    let told_at = |at: Site<'_>| {
        // "Earlier, |the Times reported, citing officials, that P": a word is not what it reported
        let told = |it: &Candidate| it.content.iter().flat_map(Clone::clone).any(|at| site.reading.tag(at).is_verbal());
        CONTENT_FIRST.propose(&at).filter(told).or_else(|| SOURCE_FIRST.propose(&at)).or_else(|| ADDRESSEE.propose(&at))
    };
    let tells = || earlier().filter(|at| at.cue().cue.stance.carries_hop());
    // "|The Times wrote that the army had told P, citing an officer": the paper cites, and not the army
    let outlets = |it: &Candidate| it.source.as_ref().is_some_and(|source| is_outlet(&site.reading, &source.range));
    let whole = |it: &Candidate| it.content.last().is_some_and(|content| content.end + 1 == site.cue().tokens.start);
    let published = tells().find_map(|at| told_at(at).filter(|it| outlets(it) && whole(it)));
    let telling = published.or_else(|| tells().find_map(told_at));
    let candidate = telling.or_else(|| earlier().find_map(told_at))?;
    let apart = |content: &Range<usize>| content.end <= site.cue().tokens.start || content.start >= after;
    candidate.content.into_iter().next().filter(apart)
}
