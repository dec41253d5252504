//! Hops that the copy does not state where they stand, but carries over; the rules are told in GRAMMAR.md.

use super::{Chains, DEEPEST, Hop};
use crate::attributions::{Attribution, Reading};
use crate::document::{BlockKind, Document};
use crate::lexicon::Classes;
use crate::mentions::Mentions;
use crate::terms::{AgentKind, Stance};
use crate::tokens::keys;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// How many sentences on an outlet still carries a speaker's words.
const REACH: usize = 3;

/// How many sentences back the speaker of a quotation may stand that names none.
const SPEAKER_REACH: usize = 2;

/// What is attributed inside a quotation that names no speaker came through the one who spoke last.
pub fn quote_last_speaker(reading: &Reading<'_>, attributions: &[Attribution], chains: &mut Chains) {
    let mut last: Option<(usize, usize)> = None;
    for index in 0..attributions.len() {
        let one = &attributions[index];
        if one.nested_in.is_some() {
            continue;
        }
        if !reading.tokens.is_quoted(one.head) {
            last = one.stance.carries_hop().then_some((index, one.sentence));
        } else if let Some((speaker, sentence)) = last
            && one.sentence <= sentence + SPEAKER_REACH
            && one.sentence > sentence
        {
            let infer = |hop: &Hop| Hop { inferred: true, rule: "lone-quotation", mention: None, ..hop.clone() };
            let before: Vec<Hop> = chains[speaker].iter().map(infer).collect();
            if !chains[index].first().is_some_and(|own| before.last().is_some_and(|hop| hop.same_agent(own))) {
                chains[index].splice(0..0, before);
            }
        }
    }
}

/// The outlets that relay a speaker stand before that speaker's following statements too, until another source comes in.
pub fn carry_outlets(reading: &Reading<'_>, attributions: &[Attribution], mentions: &Mentions, chains: &mut Chains) {
    let mut carried: Option<Carried> = None;
    let mut put_before: FxHashMap<usize, Vec<Hop>> = FxHashMap::default();
    for index in 0..attributions.len() {
        let sentence = attributions[index].sentence;
        if let ([speaker], Some(before)) = (&chains[index][..], &carried)
            && before.holds(reading, mentions, speaker, sentence)
            && speaker.rule != "told-publication"
            && !another_day(reading, before.sentence + 1..sentence + 1)
        {
            let outlets = before.outlets.clone();
            put_before.insert(index, outlets.clone());
            chains[index].splice(0..0, outlets);
        }
        if attributions[index].nested_in.is_none() || chains[index].len() > 1 {
            let now = Carried::of(&chains[index], mentions, sentence, index);
            // "…, he told the channel, Interfax reported": the outer one has the inner one's speaker in its words
            // "One of them said P, the Times reported. |It said Q. The other said R": the outlet itself goes on
            let goes_on = carried.as_ref().is_some_and(|before| before.is_outlet_alone(&chains[index]));
            let keeps = goes_on
                || attributions[index].nested_in.is_some()
                || carried.as_ref().is_some_and(|before| is_within(attributions, before.index, index));
            carried = if keeps { now.or(carried) } else { now };
        }
    }
    carry_inwards(attributions, &put_before, chains);
}

/// "He said |the ministry had told him P": what the speaker relays came through those outlets too.
fn carry_inwards(attributions: &[Attribution], put_before: &FxHashMap<usize, Vec<Hop>>, chains: &mut Chains) {
    if put_before.is_empty() {
        return;
    }
    for index in 0..attributions.len() {
        let around = std::iter::successors(attributions[index].nested_in, |at| attributions[*at].nested_in);
        let Some(outermost) = around.take(DEEPEST).last() else { continue };
        let speaker = chains[outermost].last().cloned();
        let his = speaker.is_some_and(|speaker| chains[index].first().is_some_and(|first| first.same_agent(&speaker)));
        if let Some(outlets) = put_before.get(&outermost).filter(|_| his) {
            chains[index].splice(0..0, outlets.iter().cloned());
        }
    }
}

/// "The mayor said P." as a lead, and right behind it "…, she told the Courier in an interview": the lead and the headline sum up what was
/// told there, so that the outlet stands before them too.
pub fn lead_of_interview(
    document: &Document,
    reading: &Reading<'_>,
    attributions: &[Attribution],
    mentions: &Mentions,
    chains: &mut Chains,
) {
    let kind = |index: usize| document.blocks[reading.tokens.sentences[attributions[index].sentence].block].kind;
    let stands = |index: &usize| attributions[*index].nested_in.is_none();
    let is_lead = |index: &usize| matches!(kind(*index), BlockKind::Headline | BlockKind::Lead);
    let Some(first) = (0..attributions.len()).find(|index| stands(index) && kind(*index) == BlockKind::Lead) else {
        return;
    };
    let reach = attributions[first].sentence + SPEAKER_REACH;
    let near = (first + 1..attributions.len()).take_while(|index| attributions[*index].sentence <= reach);
    let told = near.filter(stands).find(|index| chains[*index].len() > 1 && is_interview(reading, &chains[*index]));
    let Some(told) = told.and_then(|index| Carried::of(&chains[index], mentions, attributions[index].sentence, index))
    else {
        return;
    };
    // "said in an interview with state television": that was another occasion, and the headline sums up that one
    if chains[first].last().is_some_and(|speaker| speaker.venue.is_some()) {
        return;
    }
    for index in (0..told.index).filter(stands).filter(is_lead) {
        if let [speaker] = &chains[index][..]
            && speaker.same_agent(&told.speaker)
            && speaker.venue.is_none()
        {
            let outlets = told.outlets.iter().cloned().map(|hop| Hop { rule: "interview-ahead", ..hop });
            chains[index].splice(0..0, outlets);
        }
    }
}

/// Whether the words beside the cue tell of an interview.
fn is_interview(reading: &Reading<'_>, chain: &[Hop]) -> bool {
    let venue = chain.last().and_then(|hop| hop.venue.clone());
    venue.is_some_and(|mut words| words.any(|at| reading.is_word(at, "interview")))
}

/// Whether the attribution `inner` stands within `outer`.
fn is_within(attributions: &[Attribution], inner: usize, outer: usize) -> bool {
    let around = std::iter::successors(attributions[inner].nested_in, |at| attributions[*at].nested_in).take(DEEPEST);
    around.into_iter().any(|at| at == outer)
}

/// Whether one of the sentences opens with a day of its own ("On Saturday, …"): another occasion.
fn another_day(reading: &Reading<'_>, mut sentences: Range<usize>) -> bool {
    sentences.any(|index| {
        let tokens = &reading.tokens.sentences[index].tokens;
        (tokens.start..tokens.end.min(tokens.start + 2)).any(|at| reading.token(at).is(Classes::WEEKDAY))
    })
}

/// A speaker and the outlets through whom the copy has him.
struct Carried {
    outlets: Vec<Hop>,
    speaker: Hop,
    sentence: usize,
    /// The attribution that shows it.
    index: usize,
}

impl Carried {
    fn of(chain: &[Hop], mentions: &Mentions, sentence: usize, index: usize) -> Option<Self> {
        let (speaker, outlets) = chain.split_last()?;
        let is_outlet = |hop: &Hop| hop.agent.is_some_and(|agent| mentions.agents[agent].kind == AgentKind::Outlet);
        // "Lumen plans a recall, the Courier said": Lumen told it nothing
        let spoke = speaker.stance.is_none_or(Stance::carries_hop);
        let relayed = spoke && !outlets.is_empty() && outlets.iter().all(is_outlet) && !is_outlet(speaker);
        let infer = |hop: &Hop| Hop { inferred: true, rule: "carried-outlet", mention: None, ..hop.clone() };
        relayed.then(|| Self {
            outlets: outlets.iter().map(infer).collect(),
            speaker: speaker.clone(),
            sentence,
            index,
        })
    }

    /// The outlet's own words, through which nobody speaks.
    fn is_outlet_alone(&self, chain: &[Hop]) -> bool {
        matches!((chain, &self.outlets[..]), ([only], [outlet]) if only.same_agent(outlet))
    }

    fn holds(&self, reading: &Reading<'_>, mentions: &Mentions, speaker: &Hop, sentence: usize) -> bool {
        let one_of_them = || self.is_several(reading, mentions) && is_part(reading, speaker);
        (speaker.same_agent(&self.speaker) || one_of_them()) && sentence <= self.sentence + REACH
    }

    /// "three people", or one of them who spoke last.
    fn is_several(&self, reading: &Reading<'_>, mentions: &Mentions) -> bool {
        let plural = self.speaker.agent.is_some_and(|agent| mentions.agents[agent].plural);
        let unnamed = matches!(self.speaker.kind, AgentKind::Anonymous | AgentKind::Group);
        unnamed && plural || is_part(reading, &self.speaker)
    }
}

/// "one of the people", "another", "a second official", "two of them": some of those who have been told of.
fn is_part(reading: &Reading<'_>, hop: &Hop) -> bool {
    const SOME: &[u64] = keys!["one", "another", "other", "two", "three", "some", "several"];
    const NEXT: &[u64] = keys!["second", "third", "fourth", "fifth"];
    let Some(words) = hop.mention.as_ref().filter(|_| hop.kind == AgentKind::Anonymous) else { return false };
    let alone = words.len() == 1
        || reading.is_word(words.start + 1, "of") && reading.is_any(words.start + 2, keys!["the", "them"]);
    let next =
        (2..=3).contains(&words.len()) && reading.is_word(words.start, "a") && reading.is_any(words.start + 1, NEXT);
    alone && reading.is_any(words.start, SOME) || next
}

/// The outlet and the source of a chain of just these two.
fn relayed(chain: &[Hop], mentions: &Mentions) -> Option<(Hop, Hop)> {
    let [outlet, speaker] = chain else { return None };
    let is_outlet = |hop: &Hop| hop.agent.is_some_and(|agent| mentions.agents[agent].kind == AgentKind::Outlet);
    (is_outlet(outlet) && !is_outlet(speaker)).then(|| (outlet.clone(), speaker.clone()))
}

/// What an outlet's report cites stands behind the report's other claims too.
///
/// Only the source of the report ("citing officials"), never the speaker of one relayed claim; and only where the
/// outlet cites one source in the whole copy.
pub fn inherit_report_sources(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    mentions: &Mentions,
    chains: &mut Chains,
) {
    let mut cited: FxHashMap<usize, Vec<Hop>> = FxHashMap::default();
    for (attribution, chain) in attributions.iter().zip(&*chains) {
        let Some((outlet, source)) = cited_by_outlet(reading, attribution, chain, mentions) else { continue };
        let sources = cited.entry(outlet.agent.unwrap_or_default()).or_default();
        if !sources.iter().any(|known| known.same_agent(&source)) {
            sources.push(source);
        }
    }
    let citing: FxHashSet<usize> =
        attributions.iter().filter(|one| one.rule == "citing").filter_map(|one| one.nested_in).collect();
    for (index, chain) in chains.iter_mut().enumerate() {
        let report = attributions[index].stance != Stance::Cites && !citing.contains(&index);
        let Some(source) = (report && !is_opinion(reading, chain)).then(|| inherited(chain, &cited)).flatten() else {
            continue;
        };
        chain.push(Hop { inferred: true, rule: "report-source", mention: None, ..source });
    }
}

/// The outlet and its source: ", citing officials", or a sentence that says no more.
fn cited_by_outlet(
    reading: &Reading<'_>,
    attribution: &Attribution,
    chain: &[Hop],
    mentions: &Mentions,
) -> Option<(Hop, Hop)> {
    match chain {
        _ if attribution.rule == "citing" => relayed(chain, mentions),
        // "one message quoted by prosecutors": theirs is no report
        [outlet] if !matches!(outlet.kind, AgentKind::Group | AgentKind::Person | AgentKind::Anonymous) => {
            Some((outlet.clone(), cited_alone(reading, attribution, mentions)?))
        }
        _ => None,
    }
}

/// "The paper cited |a person briefed on the plan": a sentence that only tells on whom the outlet relies.
fn cited_alone(reading: &Reading<'_>, attribution: &Attribution, mentions: &Mentions) -> Option<Hop> {
    let source = attribution.only_cited(reading)?;
    let agent = mentions.starting_at(source.start)?;
    let kind = mentions.agents[agent].kind;
    Some(Hop { agent: Some(agent), kind, mention: Some(source), ..Hop::nobody("report-source") })
}

/// "an editorial in the Herald": an opinion of its own rests on nobody whom the Herald cites.
fn is_opinion(reading: &Reading<'_>, chain: &[Hop]) -> bool {
    let words = chain.first().and_then(|hop| hop.mention.clone()).unwrap_or_default();
    words.take(3).any(|at| reading.is_any(at, keys!["editorial", "column", "commentary", "op-ed", "editorials"]))
}

fn inherited(chain: &[Hop], cited: &FxHashMap<usize, Vec<Hop>>) -> Option<Hop> {
    let [outlet] = chain else { return None };
    let outlet = outlet.agent?;
    match &cited.get(&outlet)?[..] {
        [only] => Some(only.clone()),
        _ => None,
    }
}
