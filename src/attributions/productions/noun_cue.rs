//! "X's claim that P", "a claim by X that P", "reports that P".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::CueGroup;
use crate::attributions::feature::name;
use crate::attributions::parts::adjunct::is_time;
use crate::attributions::parts::content::{content_after, content_before, main_verb, opens_quotation, trimmed};
use crate::attributions::parts::source::{Source, Way, source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames, Meaning, Part};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::{Name, keys};
use crate::words::Kind;
use std::ops::Range;

/// "Kerry's claim that taxes would rise", "their hope to win"
pub fn possessive_noun(site: &Site<'_>) -> Option<Candidate> {
    let noun = noun_cue(site)?;
    if let Some(content) = was_it(site, &noun) {
        let (source, start) = possessor(site, &noun)?;
        let cue = start..site.cue().head_end;
        return Some(Candidate::new(name!("possessive-noun"), site, Some(source), content).with_cue(cue));
    }
    let at = told_behind(site, site.cue().head_end).or_else(|| content_start(site, site.cue().head_end))?;
    let (source, start) = possessor(site, &noun)?;
    if is_occasion(site, source.range.start) {
        return None;
    }
    let content = claimed(site, at, noun.start)?;
    let cue = start..cue_end(site, at);
    Some(Candidate::new(name!("possessive-noun"), site, Some(source), content).with_cue(cue))
}

/// "the mayor's message |to drivers is to stay at home": where content begins behind those who are told.
fn told_behind(site: &Site<'_>, at: usize) -> Option<usize> {
    let (reading, end) = (&site.reading, site.sentence.tokens.end);
    let to = at + 1 < end && reading.is_any(at, keys!["to", "for"]) && site.cue().takes(Frames::THAT);
    let told = to.then(|| source_after(reading, at + 1, end)).flatten().filter(|told| speaks(reading, &told.range))?;
    predicate(site, told.range.end)
}

/// "said |in his nightly address that P": the verb tells who said so, and the noun where.
fn is_occasion(site: &Site<'_>, start: usize) -> bool {
    let led = start.checked_sub(1).filter(|at| *at > site.start() && site.reading.is_word(*at, "in"));
    let says = |group: &CueGroup| group.form.is_main() && group.takes(Frames::TELL | Frames::SO);
    led.is_some_and(|at| site.groups[..site.index].iter().any(|group| group.tokens.end == at && says(group)))
}

/// "“They have not read it,” |was Quill's reply.": the quotation before "was".
fn was_it(site: &Site<'_>, noun: &Range<usize>) -> Option<Range<usize>> {
    let reading = &site.reading;
    let ends = noun.end >= site.sentence.tokens.end || reading.tag(noun.end) == Tag::Mark;
    let be = noun.start.checked_sub(1).filter(|be| ends && *be > site.start() && reading.tag(*be) == Tag::Be)?;
    let quotation = reading.tokens.quotation_at(be - 1).map(|index| &reading.tokens.quotations[index])?;
    let states = quotation.tokens.end == be && site.cue().takes(Frames::THAT);
    states.then(|| content_before(reading, site.sentence, be)).flatten()
}

/// "“Enough,” |was the verdict of the union", "“Not a chance,” |came the reply": the quotation before the verb, and whose words the noun says they are.
fn was_the_reply(site: &Site<'_>, noun: &Range<usize>) -> Option<Candidate> {
    let (reading, end) = (&site.reading, site.sentence.tokens.end);
    let verb = noun.start.checked_sub(1).filter(|verb| *verb > site.start() && reading.is_word(noun.start, "the"))?;
    let quotation = reading.tokens.quotation_at(verb - 1).map(|index| &reading.tokens.quotations[index])?;
    let stands = reading.tag(verb) == Tag::Be || reading.is_any(verb, keys!["came", "comes"]);
    if quotation.tokens.end != verb || !stands || !site.cue().takes(Frames::THAT) || possessor(site, noun).is_some() {
        return None;
    }
    let of = noun.end + 1 < end && reading.is_any(noun.end, keys!["of", "from", "by"]);
    let source =
        if of { source_after(reading, noun.end + 1, end).filter(|who| speaks(reading, &who.range)) } else { None };
    let alone = noun.end >= end || reading.tag(noun.end) == Tag::Mark;
    let content = content_before(reading, site.sentence, verb).filter(|_| alone || source.is_some())?;
    Some(Candidate::new(name!("was-the-reply"), site, source, content).with_cue(site.cue().head..site.cue().head_end))
}

/// "a claim by Kerry that taxes would rise", "word from officials that …"
pub fn noun_by(site: &Site<'_>) -> Option<Candidate> {
    let noun = noun_cue(site)?;
    if let Some(reply) = was_the_reply(site, &noun) {
        return Some(reply);
    }
    let cue = site.cue();
    let by = cue.head_end;
    let end = site.sentence.tokens.end;
    // "|no confirmation from the army that": it said nothing
    if by + 1 >= end || site.reading.token(noun.start).is(Classes::NEGATION) {
        return None;
    }
    if site.reading.is_word(by, "of")
        && let Some(whose) = noun_of_speaker(site, &noun, by)
    {
        return Some(whose);
    }
    if site.reading.is_word(by, "of") && cue.takes(Frames::OF) {
        return noun_of_by(site, by);
    }
    if !site.reading.is_any(by, keys!["by", "from", "among", "in", "on"]) {
        return None;
    }
    let source =
        source_after(&site.reading, by + 1, end).filter(|source| leads_to_source(site, &noun, by, &source.range))?;
    let at = content_start(site, source.range.end)?;
    let content = claimed(site, at, noun.start)?;
    Some(Candidate::new(name!("noun-by"), site, Some(source), content).with_cue(cue.head..cue.head_end))
}

/// "The verdict of |the panel| was that the ship was unsafe": whose the statement is.
fn noun_of_speaker(site: &Site<'_>, noun: &Range<usize>, of: usize) -> Option<Candidate> {
    let source = source_after(&site.reading, of + 1, site.sentence.tokens.end)?;
    let at = predicate(site, source.range.end).filter(|_| speaks(&site.reading, &source.range))?;
    let content = claimed(site, at, noun.start)?;
    Some(Candidate::new(name!("noun-by"), site, Some(source), content).with_cue(site.cue().head..site.cue().head_end))
}

/// Whether the preposition between a noun and `source` makes it the source: "by", "from"; "in" and "on" of an outlet, but not where the
/// noun is a venue itself ("said in a statement on state television").
fn leads_to_source(site: &Site<'_>, noun: &Range<usize>, preposition: usize, source: &Range<usize>) -> bool {
    let reading = &site.reading;
    let is_venue = || noun.start > site.start() && reading.is_word(noun.start - 1, "in");
    let frames = match () {
        () if !speaks(reading, source) => return false,
        () if reading.is_word(preposition, "by") => Frames::BY | Frames::THAT,
        () if reading.is_any(preposition, keys!["from", "among"]) => Frames::FROM,
        () if reading.is_any(preposition, keys!["in", "on"]) && is_outlet(reading, source) && !is_venue() => {
            Frames::THAT
        }
        () => return false,
    };
    site.cue().takes(frames)
}

/// "the Wall Street Journal", "a local newspaper"
pub(super) fn is_outlet(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let named = |at: usize| reading.names(at).any(|name| matches!(name.meaning, Meaning::Outlet(_)));
    let outlet = Classes::OUTLET_NOUN | Classes::ENDS_OUTLET_NAME | Classes::ENDS_PAPER_NAME;
    range.clone().any(|at| named(at) || reading.token(at).is(outlet))
}

/// "the announcement of new taxes by the ministry": what stands between "of" and "by".
fn noun_of_by(site: &Site<'_>, of: usize) -> Option<Candidate> {
    let end = site.sentence.tokens.end;
    // "a survey of 1,500 adults by the institute": those asked are nothing that it says
    if site.reading.is_any(of - 1, MEASURES) {
        return None;
    }
    let what = source_after(&site.reading, of + 1, end)?.range;
    let near = what.start + 1..(what.end + 1).min(end.saturating_sub(1)).min(what.start + LONGEST_MATTER);
    let by = near.into_iter().find(|at| site.reading.is_word(*at, "by"))?;
    let source = source_after(&site.reading, by + 1, end).filter(|source| speaks(&site.reading, &source.range))?;
    Some(Candidate::new(name!("noun-by"), site, Some(source), of + 1..by).with_cue(site.cue().head..of + 1))
}

/// What measures something: "a study of mice by", "an analysis of the data by".
const MEASURES: &[u64] =
    keys!["survey", "surveys", "poll", "polls", "study", "studies", "analysis", "review", "assessment"];

/// Tokens that may stand between "of" and "by".
const LONGEST_MATTER: usize = 16;

/// "Reports that taxes would rise": nobody is named.
pub fn bare_noun(site: &Site<'_>) -> Option<Candidate> {
    let noun = noun_cue(site)?;
    let at = site.cue().head_end;
    if at >= site.sentence.tokens.end || site.reading.tag(at) != Tag::That || possessor(site, &noun).is_some() {
        return None;
    }
    let content = claimed(site, at, noun.start)?;
    let rule = if there_are(site, &noun) { name!("there-are-reports") } else { name!("bare-noun") };
    Some(Candidate::new(rule, site, None, content))
}

/// "there were |reports that", "there have been |claims that"; not "there is no |evidence that"
fn there_are(site: &Site<'_>, noun: &Range<usize>) -> bool {
    if site.reading.token(noun.start).is(Classes::NEGATION) || !site.cue().cue.stance.carries_hop() {
        return false;
    }
    // "amid |claims that"
    const AMID: &[u64] = keys!["amid", "amidst", "despite", "following", "after", "over"];
    let several = noun.len() == 1 && site.reading.token(noun.start).is(Classes::PLURAL);
    if several && noun.start > site.start() && site.reading.is_any(noun.start - 1, AMID) {
        return true;
    }
    let verbs = (site.start()..noun.start).rev().take_while(|at| site.reading.tag(*at).is_auxiliary()).count();
    let there = (noun.start - verbs).checked_sub(1).filter(|at| *at >= site.start() && verbs > 0);
    there.is_some_and(|at| site.reading.is_word(at, "there"))
}

/// The content from `at`; where the noun phrase is a subject, its verb ends it: "Kerry's claim that P |angered farmers".
fn claimed(site: &Site<'_>, at: usize, noun_start: usize) -> Option<Range<usize>> {
    let content = content_after(&site.reading, site.sentence, at, site.cue())?;
    // "said |the claim that P was wrong"
    let said = |at: usize| site.reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::THAT));
    let subject = noun_start == site.start() || site.reading.tag(noun_start - 1) == Tag::That || said(noun_start - 1);
    let verb = if subject { main_verb(&site.reading, &content) } else { None };
    let end = verb.unwrap_or(content.end);
    let range = trimmed(&site.reading, content.start..end);
    (!range.is_empty()).then_some(range)
}

/// The noun phrase that the cue heads.
fn noun_cue(site: &Site<'_>) -> Option<Range<usize>> {
    let cue = site.cue();
    if cue.cue.part != Part::Noun {
        return None;
    }
    let noun = site.reading.phrases.noun_at(cue.head)?;
    (noun.end == cue.head_end).then_some(noun)
}

/// The possessor in the noun phrase, or the outlet whose report it is, and where the cue starts: at its "'s", or at the noun.
fn possessor(site: &Site<'_>, noun: &Range<usize>) -> Option<(Source, usize)> {
    let reading = &site.reading;
    let mark = noun.clone().rev().find(|at| reading.tag(*at) == Tag::Possessive);
    let range = match mark {
        Some(mark) if mark > noun.start => noun.start..mark,
        _ if reading.token(noun.start).is(Classes::POSSESSIVE_DETERMINER) => noun.start..noun.start + 1,
        _ => outlet_before(site, noun)?,
    };
    let start = range.end;
    Some((Source { clause_start: range.start, range, antecedent: None, way: Way::Adjacent }, start))
}

/// "a |Bloomberg report that": the outlet's name before the noun.
fn outlet_before(site: &Site<'_>, noun: &Range<usize>) -> Option<Range<usize>> {
    let reading = &site.reading;
    let head = site.cue().head;
    let is_outlet = |name: &Name| matches!(name.meaning, Meaning::Outlet(_) | Meaning::ShortOutlet(_));
    let ends_here = |at: usize| reading.names(at).any(|name| is_outlet(&name) && at + name.len == head);
    let reports = reading.is_any(head, keys!["report", "reports", "story", "article", "investigation"]);
    (noun.start..head).find(|at| reports && ends_here(*at)).map(|at| at..head)
}

/// Where the content begins: "that", "to", or after the preposition that the noun takes.
fn content_start(site: &Site<'_>, at: usize) -> Option<usize> {
    let cue = site.cue();
    if at >= site.sentence.tokens.end {
        return None;
    }
    let preposition = Frames::of_preposition(site.reading.token(at).key);
    match site.reading.tag(at) {
        // "his stay in |the spring"
        Tag::Preposition if site.reading.is_any(at, keys!["in", "on"]) && is_time_behind(site, at) => None,
        // "The council's response: |“No.”"
        Tag::Mark if cue.takes(Frames::THAT) && introduces_quotation(site, at) => Some(at + 1),
        Tag::That if cue.takes(Frames::THAT) => Some(at),
        Tag::To if cue.takes(Frames::TO) => Some(at),
        Tag::Preposition if preposition.is_some_and(|frame| cue.takes(frame)) => Some(at + 1),
        _ if cue.takes(Frames::THAT | Frames::POSS) => predicate(site, at),
        _ => None,
    }
}

/// "in the spring", "on Monday"
fn is_time_behind(site: &Site<'_>, preposition: usize) -> bool {
    let reading = &site.reading;
    let noun = reading.phrases.noun_at(preposition + 1).filter(|noun| noun.start == preposition + 1);
    noun.is_some_and(|noun| is_time(reading, &noun))
}

/// "The council's view is |that the bridge must close", "Its position has always been |that", "His message was clear: |the bridge will stay":
/// where a statement begins that the noun is said to be.
fn predicate(site: &Site<'_>, at: usize) -> Option<usize> {
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    let is_verb = |at: usize| {
        let tag = reading.tag(at);
        matches!(tag, Tag::Be | Tag::Have | Tag::Adverb | Tag::Participle) && !reading.token(at).is(Classes::CUE_VERB)
            || reading.is_any(at, keys!["remains", "remained", "been"])
    };
    let next = (at..end.min(at + LONGEST_PREDICATE)).find(|at| !is_verb(*at)).filter(|next| *next > at)?;
    // a quotation behind the colon has a production of its own
    let colon = |at: usize| at + 1 < end && reading.token(at).kind == Kind::Colon && !opens_quotation(reading, at + 1);
    let plain = |at: usize| reading.is_any(at, keys!["clear", "simple", "blunt", "stark", "unequivocal", "plain"]);
    match reading.tag(next) {
        Tag::That => Some(next),
        // "the advice from doctors is |to rest"
        Tag::To if advises(site) && reading.tag(next - 1) == Tag::Be => Some(next),
        _ if colon(next) => Some(next + 1),
        Tag::Adjective if plain(next) && colon(next + 1) => Some(next + 2),
        _ => None,
    }
}

/// "advice", "message": what says what to do; an "aim" is nothing said.
fn advises(site: &Site<'_>) -> bool {
    site.cue().takes(Frames::TO) && site.cue().cue.stance == Stance::Says
}

/// Words of such a verb with its adverbs.
const LONGEST_PREDICATE: usize = 5;

fn introduces_quotation(site: &Site<'_>, at: usize) -> bool {
    let colon = site.reading.token(at).kind == Kind::Colon;
    colon && at + 1 < site.sentence.tokens.end && opens_quotation(&site.reading, at + 1)
}

/// The cue takes the preposition before its content.
fn cue_end(site: &Site<'_>, content: usize) -> usize {
    site.cue().head_end.max(if site.reading.tag(content - 1) == Tag::Preposition { content } else { 0 })
}
