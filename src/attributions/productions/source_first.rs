//! "X said [that] P", "X told Y P", "X said: P", "X denied the charge".

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::cue::Form;
use crate::attributions::feature::{Name, name};
use crate::attributions::parts::adjunct::{adjunct, is_time};
use crate::attributions::parts::content::{
    content_after, content_after_colon, is_last_tag, opens_quotation, quotation_at_start, skip_adjuncts,
    skip_adjuncts_before_content,
};
use crate::attributions::parts::source::{source_after, speaks};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames, Meaning};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// "The minister said that taxes would rise."
pub fn source_first(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if is_noun(site) || calls_back(site) || is_behind_subject(site) {
        return None;
    }
    let end = site.sentence.tokens.end;
    let at = skip_adjuncts_before_content(&site.reading, behind_tally(site, cue.tokens.end), end);
    let fronted = fronted_adjunct(site, at);
    let at = fronted.unwrap_or(at);
    let colon = at < end && site.reading.token(at).kind == Kind::Colon;
    let frame = fronted.map(|_| Frames::THAT).or_else(|| clause_frame(site, at)).filter(|_| !colon)?;
    if !cue.takes(frame) || frame == Frames::THAT && is_no_clause(site, at) {
        return None;
    }
    propose(name!("source-first"), site, at).filter(|told| !tells_who_has_it(site, told))
}

/// "The ruling, Marsh |wrote, “will make us less free”": the subject of what is quoted stands before the tag.
fn is_behind_subject(site: &Site<'_>) -> bool {
    let (reading, quotation) = (&site.reading, site.cue().tokens.end + 1);
    if quotation + 1 >= site.sentence.tokens.end || !opens_quotation(reading, quotation) {
        return false;
    }
    let subject = reading.phrases.noun_at(site.start()).filter(|noun| noun.start == site.start());
    let before = |subject: &Range<usize>| {
        reading.token(subject.end).kind == Kind::Comma
            && !is_time(reading, subject)
            && site.own_subject().is_some_and(|source| source.clause_start == subject.end + 1)
    };
    reading.tag(quotation + 1).is_finite() && subject.is_some_and(|subject| before(&subject))
}

/// "voted 5-2 |to close the school": how many were for it, and how many against.
fn behind_tally(site: &Site<'_>, at: usize) -> usize {
    let reading = &site.reading;
    let votes =
        reading.is_any(site.cue().head, keys!["vote", "votes", "voted", "ruled"]) && at < site.sentence.tokens.end;
    at + usize::from(votes && reading.tag(at) == Tag::Number && !reading.token(at).is(Classes::NUMBER_WORD))
}

/// Whether what seems a clause behind the cue is a time, an object, or the main clause's.
fn is_no_clause(site: &Site<'_>, at: usize) -> bool {
    is_bare_time(site, at)
        || is_object_in_subject(site, at)
        || is_in_way_of_verb(site, at)
        || is_circumstance(site, at)
        || is_picture(site, at)
}

/// "Evacuations ordered |as the fire grows", "Trust apologises |after woman gave birth", "added |to evidence that sleep matters": what happens besides, and what is added to.
fn is_circumstance(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let cue = site.cue();
    let besides = reading.tag(at) == Tag::Subordinator && reading.is_any(at, keys!["as", "after"]);
    let one_clause = || reading.marks(at..site.sentence.tokens.end, Kind::Comma).next().is_none();
    let adds_to =
        reading.is_any(cue.head, keys!["add", "adds", "added", "adding"]) && reading.is_word(cue.head_end, "to");
    besides && one_clause() || adds_to
}

/// "The document |shown in the post is old": a participle that belongs to its noun, and the verb behind it is the main clause's. "told them in an
/// e-mail |seen by Reuters that he was ill": what follows is another's.
fn is_in_way_of_verb(site: &Site<'_>, at: usize) -> bool {
    let behind = site.cue().tokens.end;
    let agent = behind < at && site.reading.is_word(behind, "by");
    site.cue().form == Form::Participle && (agent || site.reading.tag(at) == Tag::Preposition)
}

/// "documents |the newspaper said it had seen": what the clause is about stands before it.
fn tells_who_has_it(site: &Site<'_>, told: &Candidate) -> bool {
    let reading = &site.reading;
    let [content] = &told.content[..] else { return false };
    let first = told.source.as_ref().map_or(0, |source| source.clause_start);
    let tags = [Tag::Pronoun, Tag::Have, Tag::Participle];
    let had = content.len() == tags.len() && content.clone().zip(tags).all(|(at, tag)| reading.tag(at) == tag);
    had && first > site.start() && reading.tag(first - 1) == Tag::Noun
}

/// "The man who claimed |the prize was arrested": the relative clause has an object, and the verb behind it is the main clause's.
fn is_object_in_subject(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let cue = site.cue();
    let who = cue.tokens.start.checked_sub(1).filter(|who| *who > site.start() && reading.tag(*who) == Tag::Relative);
    let noun = who.and_then(|who| reading.phrases.noun_at(who - 1));
    let opens = |start: usize| {
        start == site.start() || matches!(reading.tag(start - 1), Tag::That | Tag::Mark | Tag::Subordinator)
    };
    let is_verb = |at: usize| reading.tag(at).is_finite();
    let clause = (at..site.sentence.tokens.end).take_while(|at| reading.tag(*at) != Tag::Mark);
    let verbs = clause.filter(|at| is_verb(*at) && !is_verb(at - 1)).count();
    cue.takes(Frames::NP) && reading.tag(at) != Tag::That && verbs == 1 && noun.is_some_and(|noun| opens(noun.start))
}

/// "She said, |if elected, she would stay", "He said, |according to aides, the deal was off": the content begins with an adjunct between commas. Gives where.
fn fronted_adjunct(site: &Site<'_>, at: usize) -> Option<usize> {
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    let opens = |at: usize| matches!(reading.tag(at), Tag::Subordinator | Tag::Preposition | Tag::Wh);
    if at + 1 >= end || reading.token(at).kind != Kind::Comma || !opens(at + 1) {
        return None;
    }
    let comma = reading.marks(at + 2..end.min(at + MOST_FRONTED), Kind::Comma).next()?;
    (clause_frame(site, comma + 1) == Some(Frames::THAT)).then_some(at + 1)
}

/// Tokens that such an adjunct may have.
const MOST_FRONTED: usize = 20;

/// "The minister told reporters that taxes would rise."
pub fn source_first_addressee(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let end = site.sentence.tokens.end;
    let told = site.source_behind()?;
    let at = match behind_who_is_told(site, told.range.end, end) {
        Some(quotation) => quotation?,
        None => skip_adjuncts_before_content(&site.reading, told.range.end, end),
    };
    let request = clause_frame(site, at)? == Frames::TO;
    if request && cue.takes(Frames::OBJ_TO) {
        return None;
    }
    // "told |his players to keep quiet": what is asked of them is content, and so are they
    propose(name!("source-first-addressee"), site, if request { cue.head_end } else { at })
}

/// "apologised to a woman |who had complained", "told those who had come, |“Go home”": where a relative clause tells who is told, the
/// quotation behind its comma, or nothing.
fn behind_who_is_told(site: &Site<'_>, who: usize, end: usize) -> Option<Option<usize>> {
    let reading = &site.reading;
    let is_who = who < end && reading.is_word(who, "who") && !site.cue().takes(Frames::WH);
    let leads = |at: usize| reading.token(at).kind == Kind::Comma || reading.tag(at) == Tag::That;
    let quotes = |at: &usize| leads(*at) && at + 1 < end && opens_quotation(reading, at + 1);
    is_who.then(|| (who..end.min(who + LONGEST_CLAUSE)).find(quotes).map(|at| at + 1))
}

/// Tokens of a clause that tells who is told.
const LONGEST_CLAUSE: usize = 25;

/// "The mayor told reporters about the fire.", "They asked him about his taxes."
pub fn source_first_told_of(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    let end = site.sentence.tokens.end;
    let told_of = Frames::ABOUT | Frames::OF | Frames::ON | Frames::OVER;
    if !cue.takes(told_of) {
        return None;
    }
    let told = site.source_behind()?;
    let (at, _) = (cue.head_end + 1..=told.range.end.min(end - 1))
        .filter_map(|at| Some((at, Frames::of_preposition(site.reading.token(at).key)?)))
        .find(|(at, frame)| {
            told_of.contains(*frame) && cue.takes(*frame) && site.reading.tag(*at) == Tag::Preposition
        })?;
    // "briefed reporters |on a call"
    let apart = is_when(site, at + 1) || site.reading.phrase_len(at, Meaning::Occasion) > 0;
    (!apart).then(|| propose(name!("source-first-told-of"), site, at)).flatten()
}

/// "The minister said: taxes will rise."
pub fn source_first_colon(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if !site.marks.has(Kind::Colon) || is_noun(site) {
        return None;
    }
    let end = site.sentence.tokens.end;
    // not that of "9:40"
    let is_time = |colon: &usize| {
        let digits = |at: usize| at < end && site.reading.token(at).kind == Kind::Number;
        digits(*colon - 1) && digits(*colon + 1) && !site.reading.token(*colon + 1).spaced
    };
    let near = cue.head_end..end.min(cue.head_end + 25);
    let colon = site.reading.marks(near, Kind::Colon).next().filter(|colon| !is_time(colon))?;
    let quoted_between = (cue.head_end..colon).any(|at| site.reading.tokens.is_quoted(at));
    if quoted_between {
        return None;
    }
    let source = site.subject()?;
    let content = content_after_colon(&site.reading, site.sentence, colon, cue)?;
    // "Hewitt writes: The film …"
    let next = content.start;
    let states = colon == cue.tokens.end && cue.takes(Frames::QUOTE) && site.reading.token(next).is_capitalised();
    let rule = if states && cue.form.is_main() { name!("source-verb-colon") } else { name!("source-first-colon") };
    let candidate = Candidate::new(rule, site, Some(source), content);
    let tokens = if colon == cue.tokens.end { cue.tokens.start..colon + 1 } else { cue.tokens.clone() };
    Some(candidate.with_cue(tokens))
}

/// "The minister denied the charge.", "called for talks"
pub fn source_first_noun(site: &Site<'_>) -> Option<Candidate> {
    let cue = site.cue();
    if is_reason_given(site) || calls_back(site) || is_neither(site) {
        return None;
    }
    let at = noun_content_start(site).filter(|at| *at < site.sentence.tokens.end)?;
    let led = site.reading.tag(at - 1) == Tag::Preposition;
    // "warned of |“a disaster”"
    let quoted_thing = |frame| led && frame == Frames::QUOTE;
    let clause = || clause_frame(site, at).is_some_and(|frame| cue.takes(frame) && !quoted_thing(frame));
    // "confessed to |the police that P": those told
    let told = || led && tells_to(site, at);
    let greets = site.reading.is_any(at, keys!["goodbye", "farewell", "hello", "thanks"]);
    if greets || is_picture(site, at) || is_when(site, at) || is_bare_statement(site, at) || clause() || told() {
        return None;
    }
    let candidate = propose(name!("source-first-noun"), site, at)?;
    // "warned against false hope|: “This is early.”": what is quoted is said
    let said = candidate.content.first().cloned().unwrap_or_default();
    let quoted = |colon: usize| colon + 1 < site.sentence.tokens.end && opens_quotation(&site.reading, colon + 1);
    if site.reading.marks(said, Kind::Colon).any(quoted) {
        return None;
    }
    let tokens = cue.tokens.start..if led { at } else { cue.tokens.end };
    Some(candidate.with_cue(tokens))
}

/// "posted |a picture of her baby", "shares |a video", "showed |no emotion": what one shows, and does not say. "posted |a statement" is said.
fn is_picture(site: &Site<'_>, at: usize) -> bool {
    const SHOWS: &[u64] = keys![
        "post", "posts", "posted", "posting", "shared", "shares", "sharing", "show", "shows", "showed", "showing"
    ];
    const SHOWN: &[u64] = keys!["profit", "profits", "loss", "losses", "emotion", "remorse", "mercy", "reaction"];
    let reading = &site.reading;
    let shows = reading.is_any(site.cue().head, SHOWS);
    let object = reading.phrases.noun_at(at).filter(|object| shows && object.start == at);
    object.is_some_and(|object| {
        let head = reading.token(object.end - 1);
        let document = head.is(Classes::DOCUMENT_NOUN) && !head.is(Classes::CUE_NOUN);
        document || reading.is_any(object.end - 1, SHOWN)
    })
}

/// "confessed to |the police that P", "confirmed to |the paper that P": "to" leads to those told, who are no content.
fn tells_to(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let told = source_after(reading, at, site.sentence.tokens.end).map(|told| told.range);
    let that = |told: &Range<usize>| told.end < site.sentence.tokens.end && reading.tag(told.end) == Tag::That;
    reading.is_word(at - 1, "to") && told.is_some_and(|told| that(&told) && speaks(reading, &told))
}

/// "said Friday afternoon": a time with no verb of its own behind it.
fn is_bare_time(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let time = reading.phrases.noun_at(at).filter(|noun| noun.start == at && is_time(reading, noun));
    time.is_some_and(|time| {
        // "said |the winter “will decide it”"
        let next = time.end + usize::from(opens_quotation(reading, time.end));
        next >= site.sentence.tokens.end || !reading.tag(next).is_finite()
    })
}

/// "|Neither the mayor nor the police responded to it": nobody did.
fn is_neither(site: &Site<'_>) -> bool {
    let before = site.start()..site.cue().tokens.start;
    site.reading.is_word(site.start(), "neither") && before.into_iter().any(|at| site.reading.is_word(at, "nor"))
}

/// "recalls 120,000 vehicles", "recalled its ambassador": an act. Nobody remembers things by their number.
fn calls_back(site: &Site<'_>) -> bool {
    let reading = &site.reading;
    let at = site.cue().head_end;
    let recalls = at > 0 && reading.is_any(at - 1, keys!["recall", "recalls", "recalled", "recalling"]);
    let object = || reading.phrases.noun_at(at).filter(|object| object.start == at && !is_time(reading, object));
    let is_called_back = |object: Range<usize>| {
        reading.is_word(object.start, "its") || object.clone().any(|at| reading.tag(at) == Tag::Number)
    };
    recalls && object().is_some_and(is_called_back)
}

/// "reported on Monday": the day is no content; "warned of a long winter" is another matter.
fn is_when(site: &Site<'_>, at: usize) -> bool {
    let time = site.reading.phrases.noun_at(at).is_some_and(|noun| is_time(&site.reading, &noun));
    let cue = site.cue();
    time && (at == cue.head_end || site.reading.is_any(at - 1, keys!["on", "in", "at", "over", "for"]))
}

/// "reported |on its Telegram channel": where it stood is no content.
fn is_where(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let own = at + 1 < site.sentence.tokens.end && reading.token(at + 1).is(Classes::POSSESSIVE_DETERMINER);
    own && reading.phrase_len(at, Meaning::Occasion) > 0
}

/// "issued a statement at noon": a statement of which nothing is told.
fn is_bare_statement(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let end = site.sentence.tokens.end;
    let Some(noun) = reading.phrases.noun_at(at).filter(|noun| noun.start == at) else { return false };
    let head = reading.token(noun.end - 1);
    let says = site.cue().cue.stance == Stance::Says && at == site.cue().head_end;
    let states =
        || reading.lexicon.word(head.word).noun.is_some_and(|index| reading.lexicon.cue(index).stance == Stance::Says);
    let bare = reading.is_any(at, keys!["a", "an", "no"]) && noun.len() <= 3;
    if !says || !bare || !states() {
        return false;
    }
    let after = skip_adjuncts_of_act(reading, noun.end, end);
    after >= end || matches!(reading.token(after).kind, Kind::Stop | Kind::Comma)
}

/// Passes over times and places behind an act.
fn skip_adjuncts_of_act(reading: &Reading<'_>, at: usize, end: usize) -> usize {
    let led = |word: &str| at < end && reading.is_word(at, word);
    if led("on") && at + 1 < end && !reading.phrases.noun_at(at + 1).is_some_and(|noun| is_time(reading, &noun))
        || led("of")
    {
        return at;
    }
    skip_adjuncts(reading, at, end)
}

/// "The minister took to Twitter to say taxes will rise.": the whole phrase is the cue, and so is a verb of speech behind it.
pub fn source_before_phrase(site: &Site<'_>) -> Option<Candidate> {
    let rule = name!("source-before-phrase");
    if let Some(verb) = said_behind_phrase(site) {
        let start = skip_adjuncts_before_content(&site.reading, verb.cue().tokens.end, site.sentence.tokens.end);
        clause_frame(&verb, start).filter(|frame| verb.cue().takes(*frame))?;
        let whole = site.cue().tokens.start..verb.cue().tokens.end;
        return propose(rule, site, start).map(|candidate| candidate.with_cue(whole));
    }
    propose(rule, site, site.cue().head_end)
}

/// "took to Twitter to |say": the verb of speech right behind the phrase.
fn said_behind_phrase<'a>(site: &Site<'a>) -> Option<Site<'a>> {
    let next = site.groups.get(site.index + 1).filter(|next| next.head == site.cue().head_end)?;
    let says = next.is_verb() && next.takes(Frames::THAT) && next.cue.stance == Stance::Says;
    says.then(|| site.at(site.index + 1))
}

/// "…, citing personal reasons": an -ing relay cue behind a comma whose object cannot speak.
fn is_reason_given(site: &Site<'_>) -> bool {
    site.cue().cue.stance == Stance::Cites && site.cue().form == Form::Ing
}

/// Where content in a noun phrase begins: right after the cue, or after the preposition that it takes.
pub(super) fn noun_content_start(site: &Site<'_>) -> Option<usize> {
    let cue = site.cue();
    let at = cue.head_end;
    if at >= site.sentence.tokens.end {
        return None;
    }
    let preposition = Frames::of_preposition(site.reading.token(at).key);
    match preposition {
        // not "declined to comment |on Friday"
        Some(frame) if cue.takes(frame) && !is_when(site, at + 1) => (!is_where(site, at)).then_some(at + 1),
        _ => behind_time(site, at).or_else(|| {
            let is_bare = preposition.is_none() && cue.takes(Frames::NP) && starts_noun(site, at);
            is_bare.then_some(at)
        }),
    }
}

/// "announced on Friday |the arrest", "spoke out Tuesday about |the strike": where content begins behind a time.
fn behind_time(site: &Site<'_>, at: usize) -> Option<usize> {
    let reading = &site.reading;
    let cue = site.cue();
    let end = site.sentence.tokens.end;
    let (rest, range) = adjunct(reading.ahead(at..end)).ok()?;
    let next = rest.next()?;
    let frame = Frames::of_preposition(reading.token(next).key);
    let led = next + 1 < end && reading.tag(next) == Tag::Preposition && frame.is_some_and(|frame| cue.takes(frame));
    match is_time(reading, &range) || reading.tag(at) == Tag::Adverb {
        true if led => Some(next + 1),
        true if cue.takes(Frames::NP) && reading.tag(next) == Tag::Determiner && starts_noun(site, next) => Some(next),
        _ => None,
    }
}

fn starts_noun(site: &Site<'_>, at: usize) -> bool {
    site.reading.phrases.noun_at(at).is_some_and(|noun| noun.start == at) || opens_quotation(&site.reading, at)
}

/// "a Russian saying: …"
fn is_noun(site: &Site<'_>) -> bool {
    let cue = site.cue();
    let reading = &site.reading;
    let before = cue.tokens.start.checked_sub(1).filter(|at| *at > site.start());
    // not "with the mayor |saying: “Go.”"
    let noun = before.and_then(|at| reading.phrases.noun_at(at)).map_or(site.start(), |noun| noun.start);
    let with = noun > site.start() && reading.is_word(noun - 1, "with");
    let after_noun = !with && before.is_some_and(|at| reading.tag(at).is_nominal());
    let colon = cue.tokens.end < site.sentence.tokens.end && reading.token(cue.tokens.end).kind == Kind::Colon;
    cue.form == Form::Ing && after_noun && colon
}

fn propose(rule: &'static Name<'static>, site: &Site<'_>, at: usize) -> Option<Candidate> {
    let cue = site.cue();
    // "companies |found guilty of it can be fined"
    if cue.form == Form::Participle && site.reading.is_word(cue.head, "found") {
        return None;
    }
    let source = site.subject()?;
    let content = content_after(&site.reading, site.sentence, at, cue)?;
    // "writing |in the Times, she said": a place and no words
    let words = content.clone();
    let places = site.reading.tag(words.start) == Tag::Preposition && !site.reading.has_finite(words);
    if rule.text() == "source-first" && places && !opens_quotation(&site.reading, content.start) {
        return None;
    }
    // "it wrote itself": nobody speaks
    if site.reading.token(content.start).is(Classes::REFLEXIVE) {
        return None;
    }
    Some(Candidate::new(rule, site, Some(source), content))
}

/// What kind of clause starts at `at`: the frame that allows it.
pub fn clause_frame(site: &Site<'_>, at: usize) -> Option<Frames> {
    let (asked, mut frame) = site.clause_frame.get();
    if asked != at {
        frame = find_clause_frame(site, at);
        site.clause_frame.set((at, frame));
    }
    frame
}

fn find_clause_frame(site: &Site<'_>, at: usize) -> Option<Frames> {
    let reading = &site.reading;
    if at >= site.sentence.tokens.end {
        return None;
    }
    let token = reading.token(at);
    let after_comma =
        token.kind == Kind::Comma && at + 1 < site.sentence.tokens.end && opens_quotation(reading, at + 1);
    match reading.tag(at) {
        Tag::Mark if is_title(reading, at) || is_lone_adverb(reading, at) => None,
        Tag::Mark if opens_quotation(reading, at) || after_comma || token.kind == Kind::Colon => Some(Frames::QUOTE),
        Tag::That => Some(Frames::THAT),
        Tag::To => Some(Frames::TO),
        // "told them |never to speak of it"
        Tag::Negation if at + 1 < site.sentence.tokens.end && reading.tag(at + 1) == Tag::To => Some(Frames::TO),
        Tag::Wh | Tag::Relative => Some(Frames::WH),
        // "P, ANI reported |quoting the commission"
        Tag::Ing if reading.verb_cue(at).is_some_and(|cue| cue.stance == Stance::Cites) => None,
        Tag::Ing if !site.cue().takes(Frames::ING) && bare_clause(site, at + 1) => Some(Frames::THAT),
        Tag::Ing => Some(Frames::ING),
        Tag::Do | Tag::Have | Tag::Be if reading.is_any(at, keys!["doing", "having", "being"]) => Some(Frames::ING),
        Tag::Subordinator if reading.is_any(at, keys!["if", "when", "where"]) => Some(Frames::WH),
        tag if tag.is_nominal()
            || tag == Tag::Pronoun
            || tag == Tag::Adverb
            || tag == Tag::Negation
            || tag == Tag::Preposition
            || tag == Tag::Subordinator =>
        {
            bare_clause(site, at).then_some(Frames::THAT)
        }
        _ => None,
    }
}

/// "apologised “unreservedly”": how it was done, in somebody's word.
fn is_lone_adverb(reading: &Reading<'_>, at: usize) -> bool {
    quotation_at_start(reading, at).is_some_and(|quotation| quotation.len() == 3 && reading.tag(at + 1) == Tag::Adverb)
}

/// "sang “The Long Road Home”": a quotation whose longer words all have a capital, without a mark at its end.
fn is_title(reading: &Reading<'_>, at: usize) -> bool {
    let Some(inside) = quotation_at_start(reading, at).filter(|quotation| quotation.len() > 3) else { return false };
    let inside = inside.start + 1..inside.end - 1;
    let longer = || inside.clone().filter(|at| reading.token(*at).has_letters() && reading.str(*at).len() > 3);
    let ended = matches!(reading.token(inside.end - 1).kind, Kind::Comma | Kind::Stop | Kind::Exclaim | Kind::Ellipsis);
    !ended && longer().count() >= 2 && longer().all(|at| reading.token(at).is_capitalised())
}

/// Whether a clause without "that" starts here: a subject and a finite verb before the clause is over.
fn bare_clause(site: &Site<'_>, at: usize) -> bool {
    let reading = &site.reading;
    let end = site.sentence.tokens.end.min(at + 30);
    let mut seen_noun = false;
    let mut behind_aside = at;
    for i in at..end {
        if i < behind_aside {
            continue;
        }
        match reading.tag(i) {
            Tag::Mark => match reading.token(i).kind {
                Kind::Semicolon | Kind::Colon => return false,
                // "said the owner|, whom they did not name, |was being questioned"
                // "told them |on Thursday, in what would be a first": no clause has begun
                Kind::Comma
                    if reading.tag(at) == Tag::Preposition && i + 1 < end && reading.tag(i + 1) == Tag::Preposition =>
                {
                    return false;
                }
                Kind::Comma if seen_noun && ends_object(reading, i, end) => return false,
                // "exposed 60 records|, researchers say"
                Kind::Comma if seen_noun && is_last_tag(reading, i + 1, site.sentence.tokens.end) => return false,
                Kind::Comma if seen_noun => behind_aside = relative_aside(reading, i, end).map_or(i, |comma| comma + 1),
                Kind::Comma if i > at => return false,
                _ => {}
            },
            Tag::Relative => return false,
            Tag::To if !seen_noun => return false,
            // "read the statement and folded it": the verb goes on with the cue's own subject
            tag if seen_noun && tag.is_finite() => return reading.tag(i - 1) != Tag::Coordinator,
            // "read the memo or |he read it"
            Tag::Coordinator if seen_noun && i + 2 < end && is_new_clause(reading, i + 1) => return false,
            tag => seen_noun |= tag.is_head() || tag == Tag::Determiner,
        }
    }
    false
}

/// "he |read it": a pronoun that is a subject, and its verb.
fn is_new_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is(Classes::PRONOUN_SUBJECT) && reading.tag(at + 1).is_finite()
}

/// "granted bail|, holding that the case was weak", "backed the bill|, hours after Quill had left": what stands behind the last comma is an
/// adjunct with its own verb, and no clause has begun before it.
fn ends_object(reading: &Reading<'_>, comma: usize, end: usize) -> bool {
    let rest = comma + 1..end;
    let opens = |at: usize| reading.tag(at) == Tag::Ing || reading.tag(at) == Tag::Subordinator;
    let timed =
        |at: usize| reading.tag(at).is_nominal() && at + 1 < end && reading.is_any(at + 1, keys!["after", "before"]);
    let adjunct = !rest.is_empty() && (opens(comma + 1) || timed(comma + 1));
    let goes_on =
        |comma: usize| comma + 1 < end && (reading.tag(comma + 1).is_finite() || reading.tag(comma + 1) == Tag::Adverb);
    adjunct && !reading.marks(rest, Kind::Comma).any(goes_on)
}

/// The comma that ends a relative clause which one at `open` opens.
fn relative_aside(reading: &Reading<'_>, open: usize, end: usize) -> Option<usize> {
    let opens = open + 1 < end && reading.tag(open + 1) == Tag::Relative;
    opens.then(|| reading.marks(open + 2..end, Kind::Comma).next())?
}
