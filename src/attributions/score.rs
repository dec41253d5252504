//! How likely a candidate is an attribution: a sum of readable terms.

use super::candidate::{Candidate, Site};
use super::cue::CueGroup;
use super::feature::{Keys, MOST_FEATURES, Name, name, text};
use super::parts::source::{Source, Way};
use super::view::Reading;
use crate::document::BlockKind;
use crate::lexicon::{Bound, Classes, Part, Weights};
use crate::phrases::Tag;
use crate::terms::{Stance, Term};
use crate::tokens::keys;
use crate::words::Kind;

/// Everything about a candidate that the score looks at, one readable feature each; `emit` gets them in a fixed order.
pub fn features(site: &Site<'_>, candidate: &Candidate, block: BlockKind, mut emit: impl FnMut(&[&Name<'_>])) {
    const LEMMA: &Name<'_> = name!("lemma ");
    const RULE: &Name<'_> = name!("rule ");
    const STANCE: &Name<'_> = name!("stance ");
    const AND: &Name<'_> = name!(" + ");
    const NEXT: &Name<'_> = name!(" + next ");
    const SOURCE: &Name<'_> = name!(" + source ");
    const CONTENT: &Name<'_> = name!(" + content ");
    const OBJECT: &Name<'_> = name!(" + object ");
    const LENGTH: &Name<'_> = name!("length ");
    const SPACE: &Name<'_> = name!(" ");
    let cue = site.cue();
    let reading = &site.reading;
    let (lemma, rule, form) = (&Name::of(reading.lexicon.lemma(cue.number)), candidate.rule, cue.form.name());
    let (part, stance) = (part_name(cue.cue.part), stance_name(cue.cue.stance));
    let who = source_kind(reading, candidate.source.as_ref());
    let way = candidate.source.as_ref().map_or(name!("none"), |source| source.way.name());
    let opening = opening(reading, candidate.content[0].start);
    let next = next_kind(reading, candidate.cue.end, site.sentence.tokens.end);
    let length = length_bucket(candidate);
    emit(&[name!("bias")]);
    emit(&[LEMMA, lemma]);
    emit(&[LEMMA, lemma, AND, form]);
    emit(&[LEMMA, lemma, AND, rule]);
    emit(&[LEMMA, lemma, NEXT, next]);
    emit(&[RULE, rule]);
    emit(&[RULE, rule, AND, form]);
    emit(&[RULE, rule, SOURCE, who]);
    emit(&[RULE, rule, AND, way]);
    emit(&[RULE, rule, NEXT, next]);
    emit(&[RULE, rule, CONTENT, opening]);
    emit(&[part, SPACE, form, NEXT, next]);
    emit(&[part, SPACE, form, SOURCE, who]);
    emit(&[STANCE, stance, AND, part, SPACE, form]);
    emit(&[STANCE, stance, SOURCE, who]);
    emit(&[STANCE, stance, CONTENT, opening]);
    emit(&[name!("before "), before_name(reading, site.start(), candidate.cue.start)]);
    emit(&[LENGTH, length]);
    emit(&[RULE, rule, AND, LENGTH, length]);
    emit(&[name!("block "), block_name(block), AND, rule]);
    let object = object_kind(reading, candidate);
    let told = telling(reading, cue);
    let place = candidate.source.as_ref().map_or(candidate.cue.start, |source| source.clause_start);
    emit(&[LEMMA, lemma, SOURCE, who]);
    emit(&[LEMMA, lemma, CONTENT, opening]);
    emit(&[LEMMA, lemma, OBJECT, object]);
    emit(&[STANCE, stance, OBJECT, object]);
    emit(&[RULE, rule, OBJECT, object]);
    emit(&[RULE, rule, AND, told]);
    emit(&[STANCE, stance, AND, told]);
    emit(&[RULE, rule, name!(" + behind "), before_name(reading, site.start(), place)]);
    for (circumstance, holds) in CIRCUMSTANCES.iter().zip(circumstances(site, candidate)) {
        if holds {
            emit(&[*circumstance]);
            emit(&[*circumstance, AND, part, SPACE, form]);
        }
    }
}

/// The sum of the weights of a candidate's features (log-odds).
pub fn score(site: &Site<'_>, candidate: &Candidate, block: BlockKind, weights: Weights<'_>) -> f32 {
    let by_hand = weights.by_hand(candidate.rule.key());
    if let Some((score, Bound::Exact)) = by_hand {
        return score;
    }
    let mut keys = Keys::none();
    features(site, candidate, block, |feature| keys.add(feature));
    let sum = keys.weights(weights).fold(0.0, |sum, weight| sum + weight);
    by_hand.map_or(sum, |(least, _)| sum.max(least))
}

/// How many terms of a score are kept to be shown.
const MOST_TERMS: usize = 8;

/// The weightiest terms of the sum, the weightiest first.
pub fn terms(site: &Site<'_>, candidate: &Candidate, block: BlockKind, weights: Weights<'_>) -> Vec<Term> {
    if let Some((score, Bound::Exact)) = weights.by_hand(candidate.rule.key()) {
        return vec![Term {
            feature: format!("rule {}, set by hand", candidate.rule.text()),
            weight: f64::from(score),
        }];
    }
    let mut keys = Keys::none();
    features(site, candidate, block, |feature| keys.add(feature));
    let sizes: Vec<f32> = keys.weights(weights).collect();
    let least = lightest_shown(&sizes);
    let mut terms = Vec::with_capacity(MOST_FEATURES);
    let mut sizes = sizes.into_iter();
    features(site, candidate, block, |feature| {
        let weight = sizes.next().unwrap_or_default();
        if weight != 0.0 && weight.abs() >= least {
            terms.push(Term { feature: text(feature), weight: f64::from(weight) });
        }
    });
    terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()).then_with(|| a.feature.cmp(&b.feature)));
    terms.truncate(MOST_TERMS);
    terms
}

/// The size of the lightest weight that is shown; only features that are shown are written out.
fn lightest_shown(weights: &[f32]) -> f32 {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    sizes.get(MOST_TERMS - 1).copied().unwrap_or_default()
}

/// Of attributions with this score (log-odds), about this share is right; the line through the log-odds is told, and held against
/// texts that it was not fitted on, in docs/accuracy.md.
pub fn confidence(score: f32) -> f64 {
    1.0 / (1.0 + (-(SLOPE * f64::from(score) + OFFSET)).exp())
}

/// What `whosaid-measure score` gives for the corpus that the weights were fitted on.
const SLOPE: f64 = 1.03;
const OFFSET: f64 = -0.22;

fn part_name(part: Part) -> &'static Name<'static> {
    match part {
        Part::Verb => name!("verb"),
        Part::Noun => name!("noun"),
        Part::Adjective => name!("adjective"),
        Part::Phrase => name!("phrase"),
    }
}

pub(super) fn stance_name(stance: Stance) -> &'static Name<'static> {
    match stance {
        Stance::Says => name!("Says"),
        Stance::Cites => name!("Cites"),
        Stance::Confirms => name!("Confirms"),
        Stance::Doubts => name!("Doubts"),
        Stance::Denies => name!("Denies"),
        Stance::Declines => name!("Declines"),
        Stance::Believes => name!("Believes"),
        Stance::Intends => name!("Intends"),
        Stance::Decrees => name!("Decrees"),
        Stance::Witnesses => name!("Witnesses"),
    }
}

fn block_name(block: BlockKind) -> &'static Name<'static> {
    match block {
        BlockKind::Headline => name!("Headline"),
        BlockKind::Lead => name!("Lead"),
        BlockKind::Body => name!("Body"),
        BlockKind::Caption => name!("Caption"),
        BlockKind::Byline => name!("Byline"),
        BlockKind::Credit => name!("Credit"),
        BlockKind::Boilerplate => name!("Boilerplate"),
    }
}

const CIRCUMSTANCES: [&Name<'static>; 9] = [
    name!("inside a quotation"),
    name!("negated"),
    name!("passive"),
    name!("after a modal"),
    name!("another cue before"),
    name!("another cue after"),
    name!("content is quoted"),
    name!("in a subordinate clause"),
    name!("no source"),
];

/// Which of them hold.
fn circumstances(site: &Site<'_>, candidate: &Candidate) -> [bool; 9] {
    let reading = &site.reading;
    let cue = site.cue();
    let auxiliaries = cue.tokens.start..cue.head;
    let modal = auxiliaries.clone().any(|at| reading.tag(at) == Tag::Modal);
    let stronger = |group: &CueGroup| group.form.is_main() && group.is_verb() && !reading.tokens.is_quoted(group.head);
    let earlier = site.groups[..site.index].iter().any(stronger);
    let later = site.groups[site.index + 1..].iter().any(stronger);
    [
        reading.tokens.is_quoted(cue.head),
        cue.negated,
        cue.passive,
        modal,
        earlier,
        later,
        candidate.content.iter().any(|piece| reading.tokens.quotation_at(piece.start).is_some()),
        in_subordinate_clause(reading, site.start(), candidate),
        candidate.source.is_none(),
    ]
}

/// A subordinator right before the source: "if the minister said".
fn in_subordinate_clause(reading: &Reading<'_>, start: usize, candidate: &Candidate) -> bool {
    let source = candidate.source.as_ref().filter(|source| source.way != Way::After);
    let place = source.map_or(candidate.cue.start, |source| source.clause_start);
    place > start && matches!(reading.tag(place - 1), Tag::Subordinator | Tag::That | Tag::Wh)
}

/// What sort of source it is.
fn source_kind(reading: &Reading<'_>, source: Option<&Source>) -> &'static Name<'static> {
    let Some(source) = source else { return name!("none") };
    let head = head_of(reading, source);
    let token = reading.token(head);
    match reading.tag(head) {
        Tag::Relative => name!("who"),
        Tag::Pronoun => pronoun_kind(reading, head),
        Tag::Proper => name!("name"),
        _ if token.is(Classes::POSSESSIVE_DETERMINER) => name!("possessive"),
        _ if token.is(Classes::PERSON_NOUN) => name!("person"),
        _ if token.is(Classes::ANONYMOUS_NOUN) => name!("anonymous"),
        _ if token.is(Classes::GROUP_NOUN) => name!("group"),
        _ if token.is(Classes::OUTLET_NOUN) => name!("outlet"),
        _ if token.is(Classes::ORGANISATION_NOUN) => name!("organisation"),
        _ if token.is(Classes::DOCUMENT_NOUN) => name!("document"),
        _ if token.is(Classes::DEMONYM) => name!("people"),
        _ => name!("noun"),
    }
}

fn pronoun_kind(reading: &Reading<'_>, at: usize) -> &'static Name<'static> {
    match () {
        () if reading.is_any(at, keys!["he", "she"]) => name!("he"),
        () if reading.is_any(at, keys!["i", "we"]) => name!("i"),
        () if reading.is_any(at, keys!["they"]) => name!("they"),
        () if reading.is_any(at, keys!["you"]) => name!("you"),
        () if reading.is_any(at, keys!["it"]) => name!("it"),
        () if reading.is_any(at, keys!["this", "that", "these", "those", "what", "which"]) => name!("this"),
        () => name!("someone"),
    }
}

/// The head word of a source: the last word of its first base noun phrase.
pub fn head_of(reading: &Reading<'_>, source: &Source) -> usize {
    let first = reading.phrases.noun_at(source.range.start);
    first.map_or(source.range.end - 1, |noun| noun.end.min(source.range.end) - 1)
}

/// How content begins.
pub(super) fn opening(reading: &Reading<'_>, at: usize) -> &'static Name<'static> {
    if super::parts::content::opens_quotation(reading, at) {
        return name!("quotation");
    }
    // "say |at least six people have died": as "six people" does
    let counts = reading.is_word(at, "at")
        && reading.tokens.all.get(at + 1).is_some_and(|next| keys!["least", "most"].contains(&next.key));
    match reading.tag(at) {
        _ if counts => name!("nominal"),
        Tag::That => name!("that"),
        Tag::To => name!("to"),
        Tag::Wh | Tag::Relative => name!("wh"),
        Tag::Ing => name!("ing"),
        Tag::Pronoun => name!("pronoun"),
        Tag::Proper => name!("name"),
        Tag::Determiner => name!("determiner"),
        Tag::Mark => name!("mark"),
        Tag::Preposition | Tag::Subordinator => name!("preposition"),
        tag if tag.is_nominal() => name!("nominal"),
        _ => name!("other"),
    }
}

/// What is told of: a clause, or what sort of thing its noun phrase names.
fn object_kind(reading: &Reading<'_>, candidate: &Candidate) -> &'static Name<'static> {
    let first = &candidate.content[0];
    let Some(noun) = reading.phrases.noun_at(first.start).filter(|noun| noun.start <= first.start) else {
        return name!("none");
    };
    let verb = noun.end < first.end && reading.tag(noun.end).is_finite();
    let head = reading.token(noun.end - 1);
    match reading.tag(noun.end - 1) {
        _ if verb => name!("clause"),
        Tag::Pronoun => name!("pronoun"),
        Tag::Proper => name!("name"),
        Tag::Number => name!("number"),
        _ if head.is(Classes::CUE_NOUN) => name!("statement"),
        _ if head.is(Classes::DOCUMENT_NOUN) => name!("document"),
        _ if head.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN) => name!("person"),
        _ if head.is(Classes::SOURCE_NOUN) => name!("body"),
        _ if head.is(Classes::PLURAL) => name!("things"),
        _ => name!("thing"),
    }
}

/// How the verb tells it: its tense, or the auxiliary before it.
fn telling(reading: &Reading<'_>, cue: &CueGroup) -> &'static Name<'static> {
    let first = (cue.tokens.start..cue.head).find(|at| reading.tag(*at).is_auxiliary());
    match first.map(|at| reading.tag(at)) {
        Some(Tag::Be) => name!("being"),
        Some(Tag::Have) => name!("having"),
        Some(Tag::Do) => name!("doing"),
        Some(_) => name!("modal"),
        None if reading.token(cue.head).is(Classes::VERB_PAST) => name!("past"),
        None if reading.token(cue.head).is(Classes::VERB_S) => name!("present"),
        None => name!("bare"),
    }
}

/// What stands right after the cue.
fn next_kind(reading: &Reading<'_>, at: usize, end: usize) -> &'static Name<'static> {
    if at >= end {
        return name!("end");
    }
    match reading.token(at).kind {
        Kind::Comma => name!("comma"),
        Kind::Stop => name!("stop"),
        Kind::Colon => name!("colon"),
        _ if reading.tag(at) == Tag::Preposition => preposition_name(reading, at),
        _ => opening(reading, at),
    }
}

fn preposition_name(reading: &Reading<'_>, at: usize) -> &'static Name<'static> {
    const KEYS: &[u64] = keys!["of", "for", "on", "about", "against", "in", "with", "at", "to", "by", "from", "as"];
    const NAMES: [&Name<'static>; 12] = [
        name!("of"),
        name!("for"),
        name!("on"),
        name!("about"),
        name!("against"),
        name!("in"),
        name!("with"),
        name!("at"),
        name!("to"),
        name!("by"),
        name!("from"),
        name!("as"),
    ];
    let named = KEYS.iter().position(|key| *key == reading.token(at).key);
    named.map_or(name!("preposition"), |place| NAMES[place])
}

/// What stands right before the cue.
pub(super) fn before_name(reading: &Reading<'_>, start: usize, at: usize) -> &'static Name<'static> {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return name!("start") };
    match reading.tag(before) {
        Tag::Proper => name!("name"),
        Tag::Pronoun => name!("pronoun"),
        Tag::Noun if reading.token(before).is(Classes::SOURCE_NOUN) => name!("source noun"),
        Tag::Noun => name!("noun"),
        Tag::Relative => name!("who"),
        Tag::Coordinator => name!("and"),
        Tag::To => name!("to"),
        Tag::Mark if reading.token(before).kind == Kind::Comma => name!("comma"),
        Tag::Mark => name!("mark"),
        Tag::Possessive => name!("possessive"),
        tag if tag.is_verbal() => name!("verb"),
        _ => name!("other"),
    }
}

fn length_bucket(candidate: &Candidate) -> &'static Name<'static> {
    let words: usize = candidate.content.iter().map(ExactSizeIterator::len).sum();
    match words {
        0..=1 => name!("1"),
        2..=3 => name!("2-3"),
        4..=7 => name!("4-7"),
        8..=15 => name!("8-15"),
        16..=30 => name!("16-30"),
        _ => name!("31-"),
    }
}
