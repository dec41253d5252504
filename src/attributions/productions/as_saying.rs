//! "X quoted Y as saying P", "Y was quoted by X as saying P".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::{
    body_end, content_after, content_before, skip_adjuncts, skip_adjuncts_before_content,
};
use crate::attributions::parts::source::{Source, source_after};
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// "Interfax quoted the minister as saying the plant was safe."
pub fn quoted_as_saying(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let limit = body_end(&site.reading, site.sentence);
    let at = behind_name(site, cue.head_end, limit).unwrap_or(cue.head_end);
    let quoted = source_after(&site.reading, at, limit)?;
    let saying = as_saying(site, after_comma(site, quoted.range.end), limit)?;
    let outlet = site.subject();
    let content = said(site, saying.end, outlet.as_ref().map_or(cue.tokens.start, |source| source.clause_start))?;
    let (whole, before) = if content.start > saying.start {
        // "quoted the ministry on Friday |as saying": the day is the outlet's
        let apart = saying.start > after_comma(site, quoted.range.end);
        let whole = if apart { at..quoted.range.end } else { at..content.end };
        (whole, apart.then_some(saying.start..content.end))
    } else {
        (quoted.range.start..saying.end, Some(content.clone()))
    };
    let outer = Candidate::new(name!("quoted-as-saying"), site, outlet, whole).and_content(before);
    Some(outer.holding(quoted, saying, content))
}

/// "quoted what it called |a source as saying", "what it described as |a source": where the speaker begins.
fn behind_name(site: &Site<'_>, what: usize, limit: usize) -> Option<usize> {
    let reading = &site.reading;
    let outlet =
        (what + 1 < limit && reading.is_word(what, "what")).then(|| source_after(reading, what + 1, limit))??;
    let verb = outlet.range.end;
    let frames = (verb + 2 < limit).then(|| reading.verb_cue(verb))??.frames;
    let described = frames.contains(Frames::AS) && reading.is_word(verb + 1, "as");
    (described || frames.contains(Frames::NAME)).then_some(verb + 1 + usize::from(described))
}

/// "The minister was quoted by Interfax as saying the plant was safe."
pub fn was_quoted_as_saying(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let limit = body_end(&site.reading, site.sentence);
    let quoted = site.subject()?;
    let by = skip_adjuncts(&site.reading, cue.head_end, limit).min(limit);
    let saying = (cue.head_end..(by + 1).min(limit)).find_map(|at| as_saying(site, at, limit))?;
    let content = said(site, saying.end, quoted.clause_start)?;
    match by_agent(site, cue.head_end, saying.start) {
        Some(outlet) => {
            let outer = Candidate::new(name!("was-quoted-as-saying"), site, Some(outlet), content.clone());
            Some(outer.holding(quoted, saying, content))
        }
        None => {
            let whole = cue.tokens.start..saying.end;
            Some(Candidate::new(name!("was-quoted-as-saying"), site, Some(quoted), content).with_cue(whole))
        }
    }
}

fn by_agent(site: &Site<'_>, from: usize, to: usize) -> Option<Source> {
    let by = (from..to).find(|at| site.reading.is_any(*at, keys!["by", "in"]))?;
    source_after(&site.reading, by + 1, to)
}

fn after_comma(site: &Site<'_>, at: usize) -> usize {
    let comma = at < site.sentence.tokens.end && site.reading.token(at).kind == Kind::Comma;
    at + usize::from(comma)
}

/// "as saying", "as having said": its tokens, if it starts at `at`.
fn as_saying(site: &Site<'_>, at: usize, limit: usize) -> Option<Range<usize>> {
    let at = skip_one_adjunct(site, at, limit);
    let reading = &site.reading;
    if at + 1 >= limit || !reading.is_word(at, "as") {
        return None;
    }
    let having = at + 2 < limit && reading.token(at + 1).is(Classes::HAVE) && reading.tag(at + 2) == Tag::Participle;
    (reading.tag(at + 1) == Tag::Ing || having).then(|| {
        let end = at + 2 + usize::from(having);
        let colon = end < limit && reading.token(end).kind == Kind::Colon;
        at..end + usize::from(colon)
    })
}

/// "quoted him on Monday as saying"
fn skip_one_adjunct(site: &Site<'_>, at: usize, limit: usize) -> usize {
    if at < limit && !site.reading.is_word(at, "as") { skip_adjuncts(&site.reading, at, limit) } else { at }
}

/// What was said: after "as saying", or before the whole where nothing but a time stands after it.
fn said(site: &Site<'_>, after: usize, before: usize) -> Option<Range<usize>> {
    let limit = body_end(&site.reading, site.sentence);
    let after = behind_told(site, after, limit);
    if skip_adjuncts(&site.reading, after, limit) >= limit {
        return content_before(&site.reading, site.sentence, before);
    }
    let at = skip_adjuncts_before_content(&site.reading, after, limit);
    content_after(&site.reading, site.sentence, at, site.cue())
}

/// "as telling |lawmakers": those told, where nothing but a time follows or a clause does.
fn behind_told(site: &Site<'_>, after: usize, limit: usize) -> usize {
    let tells = site.reading.verb_cue(after - 1).is_some_and(|cue| cue.frames.contains(Frames::TELL));
    let told = tells.then(|| source_after(&site.reading, after, limit)).flatten();
    told.map_or(after, |told| told.range.end)
}

impl Candidate {
    /// The same with the quoted speaker's attribution inside.
    fn holding(self, quoted: Source, saying: Range<usize>, content: Range<usize>) -> Self {
        let inner = Candidate {
            rule: name!("as-saying"),
            source: Some(quoted),
            cue: saying,
            content: vec![content],
            inner: None,
        };
        Candidate { inner: Some(Box::new(inner)), ..self }
    }
}
