//! An organisation is quoted anonymously, and also "declined to comment".

use crate::attributions::Attribution;
use crate::checks::{Example, Hit, Options, Party, Rule, Story};
use crate::claims::Claim;
use crate::lexicon::{StandIn, Watch};
use crate::phrases::Tag;
use crate::span::Span;
use crate::terms::{AgentKind, Severity, Stance};
use crate::tokens::keys;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-and-declined",
    summary: "an organisation is quoted anonymously and also \"declined to comment\"",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds copy that quotes somebody of a body without a name, and says of the same body that it declined to comment, did not reply or could not be reached.",
    why: "One of the two misleads: the body did comment, through somebody whom the copy hides.",
    help: "drop the refusal, or make clear that it was asked of somebody else: its spokesman, its embassy",
    numbers: &[],
    bad: &[
        Example {
            title: "it spoke and declined",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe Transport Ministry declined to comment.\n",
        },
        Example {
            title: "the body stands before its officials",
            copy: "The yard will be sold in May, two Defence Ministry officials said on Monday.\n\nThe Defence Ministry declined to comment.\n",
        },
        Example {
            title: "somebody inside, and nobody at home",
            copy: "LARKHAVEN, May 3 (Reuters) - Halden plans to close its plant in Larkhaven, a person at the company said on Tuesday.\n\nHalden did not immediately respond to a request for comment.\n",
        },
        Example {
            title: "calls that were not returned",
            copy: "A Larkhaven police officer who asked not to be named said that two men had been held.\n\nCalls to the Larkhaven police were not returned.\n",
        },
    ],
    good: &[
        Example {
            title: "another body declined",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nThe port declined to comment.\n",
        },
        Example {
            title: "trap: clearly another official",
            copy: "The port of Larkhaven will be sold in May, a senior official at the Transport Ministry said on Monday.\n\nMinister Ada Quill declined to comment.\n",
        },
        Example {
            title: "trap: somebody at the company's bank",
            copy: "Halden plans to close its plant, a person at the company's bank said.\n\nHalden declined to comment.\n",
        },
        Example {
            title: "trap: one body of a common name, and another",
            copy: "Some campaign staffers said they had signed the papers.\n\nThe campaign of Senator Ada Quill did not reply to emails about its contracts.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let declined: Vec<Refusal> =
        story.all_watched(Watch::NO_REPLY).take(MOST).filter_map(|words| refusal(story, &words)).collect();
    if declined.is_empty() {
        return Vec::new();
    }
    let hidden = story.attributed().filter_map(|(index, claim)| Some((index, claim, body_of(story, claim)?)));
    let both = hidden.filter_map(|(index, claim, body)| {
        let refusal = declined.iter().find(|refusal| is_theirs(story, claim, &body, &refusal.party))?;
        Some(hit(story, (index, claim), refusal))
    });
    both.take(1).collect()
}

/// How many refusals are looked at.
const MOST: usize = 24;

/// One place where somebody declined to comment, did not reply or could not be reached.
struct Refusal {
    party: Party,
    span: Span,
}

/// Who would not speak: the source of the attribution that says so, else the noun before the words.
fn refusal(story: &Story<'_>, words: &Range<usize>) -> Option<Refusal> {
    if story.reading.tokens.is_quoted(words.start) || story.paragraph(words.start).is_none() {
        return None;
    }
    let attributed = attributed(story, words);
    let (party, start) = match attributed {
        Some((index, one)) => (decliner(story, index), one.source.as_ref()?.range.start),
        None => {
            let noun = subject(story, words.start)?;
            (Party::named(story, story.str(&noun)), noun.start)
        }
    };
    // "the campaign of Senator Quill" is not any campaign
    let whose = |at: usize| story.reading.is_any(at, keys!["of", "for"]);
    let party = party.filter(|party| !party.is_common() || !(start..words.start).any(whose))?;
    Some(Refusal { party, span: story.span(&(start.min(words.start)..words.end)) })
}

/// The attribution that tells of the refusal by its cue ("declined"), or says it ("the company said it would not comment").
fn attributed<'a>(story: &Story<'a>, words: &Range<usize>) -> Option<(usize, &'a Attribution)> {
    let sentence = story.sentence(words.start);
    let from = story.attributions.partition_point(|one| one.cue.start < sentence.start);
    let near =
        story.attributions[from..].iter().enumerate().take(NEAR).take_while(|(_, one)| one.cue.start < sentence.end);
    let own =
        |one: &Attribution| one.source.is_some() && (words.contains(&one.cue.start) || one.cue.contains(&words.start));
    let it = |one: &Attribution| {
        let subject =
            subject(story, words.start).is_some_and(|noun| story.reading.is_any(noun.start, keys!["it", "they"]));
        one.source.is_some() && subject && one.content.iter().any(|piece| piece.contains(&words.start))
    };
    let found = near.clone().find(|(_, one)| own(one)).or_else(|| near.clone().find(|(_, one)| it(one)));
    found.map(|(at, one)| (from + at, one))
}

/// Attributions of a sentence that are looked at, and tokens between a subject and its verb.
const NEAR: usize = 8;

/// The noun phrase before a verb, with adverbs, auxiliaries, a comma or the rest of the verb between.
fn subject(story: &Story<'_>, verb: usize) -> Option<Range<usize>> {
    let sentence = story.sentence(verb);
    let mut before = (sentence.start..verb).rev().take(NEAR);
    let noun = before.find_map(|at| story.reading.phrases.noun_at(at))?;
    let between = |at: usize| {
        let tag = story.reading.tag(at);
        tag.is_auxiliary() || tag.is_verbal() || matches!(tag, Tag::Adverb | Tag::Negation | Tag::To | Tag::Mark)
    };
    (noun.end..verb).all(between).then_some(noun)
}

/// The body that an attribution's source is or belongs to; a person with a name is no body, unless the name is all that is known.
fn decliner(story: &Story<'_>, index: usize) -> Option<Party> {
    let agent = &story.mentions.agents[story.mentions.sources[index].as_ref()?.agent];
    let speaks = agent.noun.and_then(|noun| story.reading.stand_in(noun)) == Some(StandIn::SpeaksFor);
    match agent.kind {
        AgentKind::Person if agent.role.is_none() && agent.name.len() > 1 => Party::named(story, &agent.canonical),
        AgentKind::Person if !agent.name.is_empty() && !speaks => None,
        _ => Party::of(story, agent),
    }
}

/// The body whose people stand unnamed at the root of a claim of the copy's own.
fn body_of(story: &Story<'_>, claim: &Claim) -> Option<Party> {
    let [root] = &claim.chain[..] else { return None };
    let agent = story.hidden(root).filter(|_| root.stance != Some(Stance::Declines))?;
    Party::of(story, agent)
}

/// Whether the body that would not speak is the one whose people did: by its name, or as "the company" of a sentence that names it.
fn is_theirs(story: &Story<'_>, claim: &Claim, body: &Party, refused: &Party) -> bool {
    let told = || story.span(&story.sentence(story.claim_start(claim))).of(story.text());
    let company = body.name.starts_with("the ") && !refused.is_common() && refused.stands_in(told());
    match body.is_common() {
        true => company || refused.is_common() && body.is(refused),
        false => body.is(refused),
    }
}

fn hit(story: &Story<'_>, (index, claim): (usize, &Claim), refusal: &Refusal) -> Hit {
    Hit::new("would not comment, and is quoted without a name", refusal.span, "no comment")
        .and(claim.chain.last().and_then(|root| story.hop_span(root)), "quoted without a name")
        .about([index])
}
