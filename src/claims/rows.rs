//! Which attributions make a row of their own, and which leave it to one inside or around them.

use super::matter;
use crate::attributions::{Attribution, Reading};
use crate::chains::Chains;
use crate::lexicon::{Classes, Frames};
use crate::phrases::Tag;
use crate::terms::{AgentKind, Stance};
use crate::tokens::keys;
use std::ops::Range;

/// Whether an attribution makes a row if none within passes its content on: those that carry a hop, and private ones that stand outermost.
pub(super) fn makes_row(reading: &Reading<'_>, attributions: &[Attribution], chains: &Chains, index: usize) -> bool {
    let attribution = &attributions[index];
    let own = carries(attribution) || attribution.nested_in.is_none();
    let told = attribution.nested_in.is_none() || !attribution.unreal && !says_of_oneself(attributions, chains, index);
    !attribution.content.is_empty()
        && states_something(reading, attributions, chains, index)
        // "The paper cited two officials": that is where the paper's claims come from
        && attribution.only_cited(reading).is_none()
        && own
        && told
}

/// Whether an attribution says something of the matter: it is no question, no judgement, and no act of which another tells.
fn states_something(reading: &Reading<'_>, attributions: &[Attribution], chains: &Chains, index: usize) -> bool {
    let attribution = &attributions[index];
    !is_reference(reading, attribution)
        && !is_writers_own(reading, attribution)
        && !is_part_of_finding(reading, attributions, attribution)
        && !only_judges(reading, attribution)
        && !is_act_refused(reading, attribution)
        && !is_in_question(reading, attribution)
        && !is_question(reading, attribution)
        && !is_act_inside(reading, attribution)
        && !is_scheduled(reading, attribution)
        && !is_left_unsaid(reading, attribution)
        && !is_denied(reading, attributions, attribution)
        && !leads_nowhere(reading, attributions, chains, index)
}

/// "|I think the council is wrong", "When |I asked her": the "I" of a column or a feature, which speaks in the publication's own voice.
pub(super) fn is_writers_own(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let first = |at: usize| reading.is_any(at, keys!["i", "we", "my", "our"]) && !reading.tokens.is_quoted(at);
    let source = attribution.source.as_ref().map(|source| source.range.clone());
    attribution.nested_in.is_none() && source.is_some_and(|source| source.len() == 1 && first(source.start))
}

/// "asked whether the firm had |been warned of it": nobody says that it had.
fn is_in_question(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let before = attribution.cue.start.saturating_sub(LONGEST_QUESTION)..attribution.cue.start;
    let mut clause = before.rev().take_while(|at| reading.tag(*at) != Tag::Mark);
    // "|Asked how he wanted to be remembered, he"
    let asked = |at: usize| reading.is_any(at, keys!["asked", "pressed"]) && reading.tag(at + 1) == Tag::Wh;
    // "Asked by reporters |if he would ask"
    let whether = |at: usize| reading.is_word(at, "whether") || reading.is_word(at, "if") && reading.tag(at) == Tag::Wh;
    clause.any(|at| whether(at) || asked(at))
}

/// "asked |whether he would stay", "asks me |about my train": a question to somebody.
fn is_question(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    const ASKS: &[u64] = keys!["ask", "asks", "asked", "asking", "wondered", "wonders"];
    const PRESSES: &[u64] = keys!["press", "presses", "pressed", "grill", "grills", "grilled", "questioned", "quizzed"];
    let asks = reading.is_any(attribution.head, ASKS);
    // "press the chief |on near misses"
    if attribution.rule == "source-first-told-of" && reading.is_any(attribution.head, PRESSES) {
        return true;
    }
    // "Do you think |they did enough?"
    let you = attribution.source.as_ref().is_some_and(|source| reading.is_word(source.range.start, "you"));
    if you && attribution.content.last().is_some_and(|last| reading.str(last.end - 1) == "?") {
        return true;
    }
    let Some(start) = attribution.content.first().map(|piece| piece.start).filter(|_| asks) else { return false };
    matches!(reading.tag(start), Tag::Wh | Tag::Relative) || reading.is_any(start, keys!["if", "about", "whether"])
}

/// "the club was |discussing a trade", told by somebody: a verb that takes no clause tells of an act, and who tells of that is the root.
fn is_act_inside(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let act = attribution.rule == "source-first-noun" && attribution.stance == Stance::Says;
    let takes_clause = || reading.verb_cue(attribution.head).is_none_or(|cue| cue.frames.contains(Frames::THAT));
    // "had been complaining |about it"
    // "had written |400 tickets"
    let writes = || reading.is_any(attribution.head, keys!["written", "wrote", "writes", "write", "writing"]);
    let about = || reading.is_any(attribution.cue.end - 1, keys!["about", "over", "on", "at"]);
    act && attribution.nested_in.is_some() && (about() || writes() || !takes_clause())
}

/// "reported it |without saying where it got the information": that is not told.
fn is_left_unsaid(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let before = attribution.cue.start.checked_sub(1);
    before.is_some_and(|before| reading.is_word(before, "without")) && reading.tag(attribution.head) == Tag::Ing
}

/// "the firm |will publish its results on Friday": what is to come is no statement yet.
fn is_scheduled(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let thing = attribution.rule == "source-first-noun" && attribution.stance == Stance::Says;
    thing && reading.is_any(attribution.cue.start, keys!["will", "shall"])
}

/// "denied |having told her to leave": it is the telling that was denied.
fn is_denied(reading: &Reading<'_>, attributions: &[Attribution], attribution: &Attribution) -> bool {
    let outer = attribution.nested_in.map(|outer| &attributions[outer]).filter(|outer| outer.stance == Stance::Denies);
    // "denied |claims by residents that P": they claimed it all the same
    let verb = reading.tag(attribution.head).is_verbal();
    verb && outer.and_then(|outer| outer.content.first()).is_some_and(|content| content.start == attribution.cue.start)
}

/// What is found is the whole, for an attribution inside another's words: "The data |do not show that P", "the poll found that
/// |52% said they were worried", "“|our results show that P,” the authors write".
fn is_part_of_finding(reading: &Reading<'_>, attributions: &[Attribution], attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.as_ref().map(|source| source.range.clone()) else { return false };
    let Some(outer) = attribution.nested_in.map(|outer| &attributions[outer]) else { return false };
    let found = outer.stance == Stance::Witnesses;
    // what is not shown is denied
    let by_verb = || reading.verb_cue(attribution.head).is_some_and(|cue| cue.stance == Stance::Witnesses);
    let shows = attribution.stance == Stance::Witnesses || by_verb();
    let not = shows && reading.has_tag(attribution.cue.clone(), Tag::Negation);
    let work = shows || reading.token(source.end - 1).is(Classes::DOCUMENT_NOUN);
    let own = work && reading.is_any(source.start, keys!["our", "my"]) && reading.tokens.is_quoted(attribution.head);
    not || own || found && is_share(reading, &source)
}

/// "52%", "four in ten", "nearly two-thirds of voters": so many of those asked.
fn is_share(reading: &Reading<'_>, source: &Range<usize>) -> bool {
    const SHARES: &[u64] =
        keys!["half", "most", "majority", "third", "quarter", "two-thirds", "three-quarters", "percent", "cent", "%"];
    let of_ten = |at: usize| at > source.start && reading.is_word(at, "in") && reading.tag(at - 1) == Tag::Number;
    source.clone().take(6).any(|at| of_ten(at) || reading.is_any(at, SHARES))
}

/// "the ministry buried figures |showing P": what is said is that it buried them, and the figures are no hop alone.
fn follows_verb(reading: &Reading<'_>, outer: &Attribution, inner: &Attribution) -> bool {
    let Some(source) = inner.source.as_ref().filter(|_| reading.tag(inner.head) == Tag::Ing) else { return false };
    let around = outer.content.iter().find(|piece| piece.contains(&source.range.start));
    around.is_some_and(|piece| reading.has_finite(piece.start..source.range.start))
}

/// Tokens between "whether" and a cue of its clause.
const LONGEST_QUESTION: usize = 12;

/// "refused to unlock his phone", "rejected a bid to reopen the case": an act, where "refused to discuss the case" would be no word.
pub(super) fn is_act_refused(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let Some(start) = attribution.content.first().map(|piece| piece.start) else { return false };
    let is_thing = attribution.rule == "source-first-noun";
    let denies_clauses = || reading.verb_cue(attribution.head).is_some_and(|cue| cue.frames.contains(Frames::THAT));
    match attribution.stance {
        Stance::Declines if reading.tag(start) == Tag::To => !is_of_speech(reading, start + 1),
        // "rejected a truce proposed by Oslo" is an act, "rejected claims of fraud" is none, and nor is "denied links to the group"
        Stance::Denies if !denies_clauses() => {
            is_thing && !named_stance(reading, start).is_some_and(Stance::carries_hop)
        }
        Stance::Declines | Stance::Denies => is_thing && named_stance(reading, start) == Some(Stance::Intends),
        _ => false,
    }
}

/// "discuss the case", "be interviewed"
fn is_of_speech(reading: &Reading<'_>, verb: usize) -> bool {
    let passive = reading.tag(verb) == Tag::Be && verb + 1 < reading.tokens.all.len();
    reading.token(if passive { verb + 1 } else { verb }).is(Classes::CUE_VERB)
}

/// The stance of the noun that heads what stands at a token: a bid, a plan, a claim.
fn named_stance(reading: &Reading<'_>, at: usize) -> Option<Stance> {
    let head = reading.phrases.noun_at(at).map(|noun| reading.token(noun.end - 1));
    let cue = head.and_then(|head| reading.lexicon.word(head.word).noun);
    cue.map(|index| reading.lexicon.cue(index).stance)
}

/// "praised the crew for its help", "spoke about the weather": a verb that takes no clause, and nothing said that could be true or false.
fn only_judges(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let states = match attribution.rule {
        "source-first-noun" => Frames::THAT,
        // "was blunt about his predecessor"
        "predicative-adjective" => Frames::empty(),
        "object-and-complement" => Frames::THAT | Frames::OBJ_OF | Frames::OBJ_TO | Frames::NAME,
        _ => return false,
    };
    if !matches!(attribution.stance, Stance::Says | Stance::Believes | Stance::Doubts) {
        return false;
    }
    let by_verb = || reading.verb_cue(attribution.head).is_none_or(|cue| cue.frames.intersects(states));
    let takes_clause = !states.is_empty() && by_verb();
    let words = || attribution.content.iter().flat_map(|piece| piece.clone());
    // "criticised it as a mistake", and what is quoted, may be true or false
    let says_more = |at: usize| {
        let tag = reading.tag(at);
        tag.is_finite() || reading.is_word(at, "as") || reading.tokens.is_quoted(at)
    };
    // "voiced concern about the ties"
    let head = words().next().and_then(|at| reading.phrases.noun_at(at)).map(|noun| noun.end - 1);
    let names_a_statement = head.is_some_and(|at| reading.token(at).is(Classes::CUE_NOUN));
    // "apologised |for the state of the kitchen"
    let led = attribution.rule == "source-first-noun" && reading.is_word(attribution.cue.end - 1, "for");
    (!takes_clause || led) && !names_a_statement && !tells_of_an_act(reading, attribution) && !words().any(says_more)
}

/// "described |hearing a loud bang", "saw |six bodies", "showed |the bridge collapsing": an -ing form, or so and so many of a thing, may be true or
/// false.
fn tells_of_an_act(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let Some(start) = attribution.content.first().map(|piece| piece.start) else { return false };
    let with_object = || reading.tokens.all.get(start + 1).is_some() && reading.tag(start + 1) == Tag::Determiner;
    let is_verb = || matches!(reading.tag(start), Tag::Ing | Tag::Adjective) || with_object();
    let is_act = reading.token(start).is(Classes::VERB_ING) && is_verb();
    let sees = attribution.stance == Stance::Witnesses && attribution.rule == "source-first-noun";
    let counted = sees && reading.tag(start) == Tag::Number;
    let last = attribution.content.last().map_or(start, |piece| piece.end.max(1) - 1);
    is_act || counted || sees && last > start && reading.tag(last) == Tag::Ing
}

/// Whether an attribution passes a claim on: its stance does, and the act took place.
pub(super) fn carries(attribution: &Attribution) -> bool {
    attribution.stance.carries_hop() && !attribution.unreal
}

/// "staff were told nothing": inside another's words, and nobody is named. A row only where a word says that it is hearsay.
fn leads_nowhere(reading: &Reading<'_>, attributions: &[Attribution], chains: &Chains, index: usize) -> bool {
    let attribution = &attributions[index];
    let hearsay = matches!(attribution.rule, "sourceless-adverb" | "it-is-said");
    let inside = attribution.nested_in.is_some() && attribution.source.is_none() && !hearsay;
    // "a number that is expected to rise": what is expected stands in the clause around it
    // "a question, which |the council is expected to answer"
    let behind_relative = |at: usize| at > 0 && reading.tag(at - 1) == Tag::Relative;
    let relative = |piece: &Range<usize>| {
        piece.len() == 1 && reading.tag(piece.start) == Tag::Relative
            || attribution.rule == "expected-to" && behind_relative(piece.start)
    };
    let of_clause = attribution.source.is_none() && attribution.content.first().is_some_and(relative);
    let nameless = inside || of_clause;
    // "allies argued that the record shows …": the speaker interprets; only what measures or writes speaks itself
    let interpreted =
        attribution.nested_in.is_some() && attribution.stance == Stance::Witnesses && !is_document(chains, index);
    // "Reuters could not verify the report": the publication speaks of another's claim
    let of_publication = chains[index].is_empty() && attribution.rule == "source-first-noun";
    nameless || interpreted || of_publication
}

/// Whether a document is the root.
fn is_document(chains: &Chains, index: usize) -> bool {
    chains[index].last().is_some_and(|hop| hop.kind == AgentKind::Document)
}

/// "Rumsfeld said he did not know": whoever speaks of his own words makes one claim, the outer one.
fn says_of_oneself(attributions: &[Attribution], chains: &Chains, index: usize) -> bool {
    let Some(outer) = attributions[index].nested_in else { return false };
    let agent = |at: usize| chains[at].last().and_then(|hop| hop.agent);
    let of_own_side = chains[index].last().is_some_and(|hop| hop.rule == "speaks-for");
    of_own_side || agent(index).is_some() && agent(index) == agent(outer)
}

/// Whether a nested attribution that carries a hop passes on most of the content, a fronted adjunct left aside.
pub(super) fn is_passed_on(reading: &Reading<'_>, attributions: &[Attribution], chains: &Chains, index: usize) -> bool {
    let near = index.saturating_sub(24)..(index + 24).min(attributions.len());
    let outer = &attributions[index];
    // "The fund told clients P, the paper said, citing a letter": what the paper passes on, the letter does too
    let around = if outer.rule == "citing" { outer.nested_in } else { None };
    let nested = near.filter(|inner| {
        let within = attributions[*inner].nested_in;
        (within == Some(index) || *inner != index && within.is_some() && within == around)
            && stands_in(outer, &attributions[*inner])
            && carries(&attributions[*inner])
            && states_something(reading, attributions, chains, *inner)
            && !matter::is_policy(reading, &attributions[*inner])
            && !follows_verb(reading, outer, &attributions[*inner])
            && !says_of_oneself(attributions, chains, *inner)
    });
    let passed: usize = nested.map(|inner| reach(reading, outer, &attributions[inner])).sum();
    let whole: usize = outer.content.iter().map(ExactSizeIterator::len).sum();
    passed * 10 >= whole * 6
}

/// Whether content of the inner one stands in the outer one's.
fn stands_in(outer: &Attribution, inner: &Attribution) -> bool {
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    inner.content.iter().any(|piece| outer.content.iter().any(|other| overlaps(piece, other)))
}

/// How many tokens of the outer content a nested attribution takes: source, cue, content, and the adjunct before it.
fn reach(reading: &Reading<'_>, outer: &Attribution, inner: &Attribution) -> usize {
    let content: usize = inner.content.iter().map(ExactSizeIterator::len).sum();
    let source = inner.source.as_ref().map_or(0, |source| source.range.len());
    let first = inner.source.as_ref().map_or(inner.cue.start, |source| source.range.start.min(inner.cue.start));
    let start = outer.content.first().map_or(first, |piece| piece.start);
    let opens = matches!(reading.tag(start), Tag::Subordinator | Tag::Preposition | Tag::Wh) && start < first;
    // "When asked about the bridge, he said …": no clause of its own
    let asked = |at: usize| at == start + 1 && reading.token(at).is(Classes::VERB_PARTICIPLE);
    let is_verb = |at: usize| reading.tag(at).is_finite() && !asked(at);
    // "At least 12 people were killed, … as relatives accused": that is no adjunct
    let adjunct = opens && !(start..first).any(is_verb);
    content + source + inner.cue.len() + if adjunct { first - start } else { 0 }
}

/// "denied the charge": a bare pointer that states no proposition.
fn is_reference(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let words: usize = attribution.content.iter().map(ExactSizeIterator::len).sum();
    let quoted = attribution.content.iter().any(|piece| reading.tokens.quotation_at(piece.start).is_some());
    let whole = attribution
        .content
        .iter()
        .any(|piece| reading.tokens.quotation_at(piece.start) != reading.tokens.quotation_at(attribution.head));
    let thing = matches!(attribution.rule, "source-first-noun" | "passive-by");
    // "found |no such effect", "reported |no injuries"
    let start = attribution.content.first().map_or(attribution.head, |piece| piece.start);
    let none = || words > 1 && reading.is_word(start, "no") && reading.tag(start) == Tag::Determiner;
    let tells_of_none = || states_clauses(reading, attribution) && none();
    // "neither confirmed nor denied the report": what was left open
    let left_open =
        attribution.stance == Stance::Declines && attribution.cue.clone().any(|at| reading.is_word(at, "neither"));
    // "denied links to Moscow", but not "denied knowledge of them"
    let last = attribution.content.last().map_or(start, |piece| piece.end.max(1) - 1);
    let named = words > 2 && reading.tag(last) != Tag::Pronoun;
    let denied =
        attribution.stance == Stance::Denies && named && reading.has_tag(start + 1..start + 2, Tag::Preposition);
    let short = words <= 3 && !denied && !left_open && !tells_of_an_act(reading, attribution) && !tells_of_none();
    !quoted && thing && (short || points_back(reading, attribution)) || words <= 1 && !(quoted && whole)
}

/// "report", "find": a verb that takes a clause too, and carries it.
fn states_clauses(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let clause = || reading.verb_cue(attribution.head).is_some_and(|cue| cue.frames.contains(Frames::THAT));
    matches!(attribution.stance, Stance::Says | Stance::Witnesses | Stance::Confirms) && clause()
}

/// "dismissed the claim at a rally": a statement of which the copy has told before, and where it was answered.
fn points_back(reading: &Reading<'_>, attribution: &Attribution) -> bool {
    let Some(start) = attribution.content.first().map(|piece| piece.start) else { return false };
    let noun = reading.phrases.noun_at(start).filter(|noun| noun.start == start);
    // "echoing |comments by the president"
    let echoes = reading.is_any(attribution.head, keys!["echo", "echoes", "echoed", "echoing"]);
    if echoes && noun.as_ref().is_some_and(|noun| reading.token(noun.end - 1).is(Classes::CUE_NOUN)) {
        return true;
    }
    noun.filter(|noun| noun.end < reading.tokens.all.len()).is_some_and(|noun| {
        let told = reading.is_any(start, keys!["the", "this", "that", "those", "these", "such"]);
        let goes_on =
            reading.tag(noun.end) == Tag::That || reading.is_any(noun.end, keys!["of", "about", "against", "by"]);
        told && reading.token(noun.end - 1).is(Classes::CUE_NOUN)
            && reading.tag(noun.end) == Tag::Preposition
            && !goes_on
    })
}
