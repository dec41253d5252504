//! What is attributed: where it begins and where it ends.

use super::adjunct::{adjunct, is_time};
use super::source::{source_after, speaks};
use crate::attributions::cue::{CueGroup, Form};
use crate::attributions::view::Reading;
use crate::lexicon::{Classes, Frames, Meaning};
use crate::phrases::Tag;
use crate::terms::Stance;
use crate::tokens::{Name, Sentence, Token, keys};
use crate::words::Kind;
use std::ops::Range;

/// Content after a cue, from `at` to its end in the sentence; `cue` is the one it belongs to.
pub fn content_after(reading: &Reading<'_>, sentence: &Sentence, at: usize, cue: &CueGroup) -> Option<Range<usize>> {
    let limit = within_quotation(reading, at, cue, body_end(reading, sentence));
    if at >= limit {
        return None;
    }
    let end = content_end(reading, at, limit, cue);
    let range = trimmed_behind(reading, at..end);
    (!range.is_empty()).then_some(range)
}

/// Where a cue inside a quotation must end its content: before the closing mark. What is quoted says nothing of what follows.
pub fn within_quotation(reading: &Reading<'_>, at: usize, cue: &CueGroup, limit: usize) -> usize {
    let around = reading.tokens.quotation_at(cue.head).filter(|_| reading.tokens.is_quoted(cue.head));
    let end = around.map(|index| reading.tokens.quotations[index].tokens.end).filter(|end| at < *end);
    end.map_or(limit, |end| limit.min(if reading.token(end - 1).is_quote_mark() { end - 1 } else { end }))
}

/// One past the sentence's last token that can belong to content: the final full stop is left out, closing marks stay.
pub fn body_end(reading: &Reading<'_>, sentence: &Sentence) -> usize {
    let mut end = sentence.tokens.end;
    while end > sentence.tokens.start && matches!(reading.token(end - 1).kind, Kind::Stop | Kind::Ellipsis) {
        end -= 1;
    }
    end
}

/// Where the content that starts at `start` stops, `limit` at the latest.
fn content_end(reading: &Reading<'_>, start: usize, limit: usize, cue: &CueGroup) -> usize {
    let mut at = start;
    if let Some(end) = opening_quotation_end(reading, start, limit) {
        if ends_with_its_quotation(reading, end, limit) {
            return end;
        }
        at = end;
    }
    while let Some(next) = reading.those(at..limit, may_end_content).next() {
        at = next;
        if let Some(quotation) =
            reading.tokens.quotation_at(at).filter(|q| reading.tokens.quotations[*q].tokens.start == at)
        {
            at = reading.tokens.quotations[quotation].tokens.end.min(limit);
            if at < limit && said_after_quotation(reading, at, limit) {
                return at;
            }
            continue;
        }
        if stops_content(reading, start, at, limit, cue) {
            return at;
        }
        at += 1;
    }
    limit
}

/// The end of the quotation that opens the content.
fn opening_quotation_end(reading: &Reading<'_>, start: usize, limit: usize) -> Option<usize> {
    let quotation = reading.tokens.quotation_at(start).filter(|_| !reading.tokens.is_quoted(start))?;
    Some(reading.tokens.quotations[quotation].tokens.end.min(limit))
}

/// A quotation that closes with its own full stop or comma ends the content; one that runs on in the sentence does not.
fn ends_with_its_quotation(reading: &Reading<'_>, end: usize, limit: usize) -> bool {
    if end >= limit {
        return true;
    }
    let last = end.checked_sub(2).map(|at| reading.token(at).kind);
    let next = reading.token(end).kind;
    matches!(last, Some(Kind::Comma | Kind::Stop | Kind::Exclaim))
        || next == Kind::Comma && said_after_quotation(reading, end, limit)
}

/// `", he added` right after a quotation
fn said_after_quotation(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    is_trailing_tag(reading, at, limit)
        || is_source_phrase(reading, at)
        || reading.token(at).kind == Kind::Comma && is_trailing_tag(reading, at + 1, limit)
}

/// Whether another statement begins here, so that content that started at `start` is over.
fn stops_content(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    if at == start || reading.tokens.is_quoted(at) {
        return false;
    }
    match reading.token(at).kind {
        Kind::Semicolon => true,
        Kind::Comma if opens_inside(reading, start, at) || parts_subject(reading, start, at) => false,
        Kind::Comma => {
            stops_at_comma(reading, at + 1, limit, cue)
                || ends_fronted_clause(reading, at, limit, cue)
                || ends_relative_clause(reading, at, limit, cue)
        }
        Kind::Word => {
            reading.tag(at) == Tag::Coordinator && continues_subject(reading, at + 1, limit, cue)
                || joins_another_verb(reading, start, at, limit, cue)
                || starts_trailing_clause(reading, at)
                || contrasts_speaker(reading, at, limit)
        }
        _ => false,
    }
}

/// No word but those with which another statement may begin: "but", "while", "even as".
fn may_end_content(token: &Token) -> bool {
    token.kind != Kind::Word || token.is(Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::ADVERB)
}

/// The first border, up to `limit`, behind which content that starts at `start` cannot go: a semicolon, the end of the relative or
/// fronted clause that the cue stands in, words about the telling.
pub fn furthest_end(reading: &Reading<'_>, start: usize, limit: usize, cue: &CueGroup) -> usize {
    let main = main_verb_behind_relative(reading, start, limit, cue);
    let gap = || {
        reading.tag(start).is_finite().then(|| second_verb(reading, &(start..limit.min(start + MOST_IN_SUBJECT))))?
    };
    let limit = main.or_else(gap).unwrap_or(limit);
    let is_border = |at: &usize| match reading.token(*at).kind {
        Kind::Word => {
            shares_speaker(reading, start, *at, limit, cue) || joins_another_verb(reading, start, *at, limit, cue)
        }
        Kind::Semicolon => true,
        Kind::Comma if opens_inside(reading, start, *at) || parts_subject(reading, start, *at) => false,
        Kind::Comma => {
            ends_fronted_clause(reading, *at, limit, cue)
                || ends_relative_clause(reading, *at, limit, cue)
                || is_relay(reading, *at + 1)
                || contrasts_speaker(reading, *at + 1, limit)
                || speaker_saying(reading, *at + 1, limit)
                || is_others_aside(reading, *at + 1, limit)
                || is_source_phrase(reading, *at + 1)
                || is_manner_of_telling(reading, *at + 1, limit)
                || is_word_for_it(reading, *at + 1, limit)
        }
        _ => false,
    };
    let mut may = reading.those(start + 1..limit, may_end_content);
    let border = may.find(|at| !reading.tokens.is_quoted(*at) && is_border(at)).unwrap_or(limit);
    let border = told_behind_quotation(reading, start..border).unwrap_or(border);
    told_on_occasion(reading, start..border).unwrap_or(border)
}

/// "confirmed the arrest |in an email": behind a noun phrase, where it was said.
fn told_on_occasion(reading: &Reading<'_>, content: Range<usize>) -> Option<usize> {
    let first = reading.phrases.noun_at(content.start).filter(|noun| noun.start == content.start)?.end;
    (first < content.end && reading.phrase_len(first, Meaning::Occasion) > 0).then_some(first)
}

/// "called it “a farce” |in an interview", "called it “a farce,” |noting that": behind a quotation, where or what else was said.
fn told_behind_quotation(reading: &Reading<'_>, content: Range<usize>) -> Option<usize> {
    let closes = |at: usize| {
        let quotation = reading.tokens.quotation_at(at - 1);
        quotation.is_some_and(|index| reading.tokens.quotations[index].tokens.end == at)
    };
    let behind_marks = reading.those(content.clone(), Token::is_quote_mark).map(|mark| mark + 1);
    let mut inside = behind_marks.filter(|at| content.contains(at));
    const WHEN: &[u64] = keys!["during", "when", "while", "after", "before", "earlier", "last"];
    // not "said it was “wrong” |when he did so"
    let when = |at: usize| reading.is_any(at, WHEN) && !reading.has_finite(content.start..at);
    let told = |at: usize| {
        let occasion = reading.phrase_len(at, Meaning::Occasion) > 0;
        let names =
            || reading.tag(at) == Tag::Ing && reading.verb_cue(at).is_some_and(|cue| cue.frames.contains(Frames::NAME));
        occasion || names() || is_ing_cue(reading, at) || when(at) || is_source_phrase(reading, at)
    };
    inside.find(|at| closes(*at) && told(*at))
}

/// ", |a charge the party denies", ", |a view echoed by the mayor": what the speaker's words are called, by the copy.
pub fn is_word_for_it(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let that = |at: usize| at < limit && matches!(reading.tag(at), Tag::That | Tag::Relative);
    let is_count = |at: usize| reading.is_any(at, keys!["figure", "number", "tally", "toll"]);
    let names_words =
        |at: usize| reading.tag(at) == Tag::Noun && (reading.token(at).is(Classes::CUE_NOUN) || is_count(at));
    // ", |allegations that Israel denies"
    if at < limit && names_words(at) && reading.token(at).is(Classes::PLURAL) && that(at + 1) {
        return true;
    }
    let article = at + 2 < limit && reading.is_any(at, keys!["a", "an"]);
    let word = (at + 1..limit.min(at + 4)).find(|at| names_words(*at)).filter(|word| article && word + 1 < limit);
    word.is_some_and(|word| {
        let next = reading.tag(word + 1);
        let disputed =
            word + 2 < limit && reading.token(word + 1).is(Classes::VERB_PARTICIPLE) && reading.is_word(word + 2, "by");
        disputed || next.is_nominal() || matches!(next, Tag::Relative | Tag::That | Tag::Pronoun)
    })
}

/// "said that|, according to its records, P": a comma right behind "that".
fn opens_inside(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    comma == start + 1 && reading.tag(start) == Tag::That
}

/// "Those who believe the war is over |should go", "what the army calls a ceasefire |lasted a day": the main verb of the sentence that
/// the cue's relative clause is the subject of.
fn main_verb_behind_relative(reading: &Reading<'_>, start: usize, limit: usize, cue: &CueGroup) -> Option<usize> {
    let sentence = reading.tokens.sentence_at(cue.head);
    let first = reading.tokens.sentences[sentence].tokens.start;
    let before = cue.tokens.start.checked_sub(1).filter(|at| *at >= first)?;
    // "activists |clamouring to block him say": a clause without "who"
    let reduced = cue.form == Form::Ing && reading.tag(before).is_head() && reading.tag(before) != Tag::Pronoun;
    let open_relative = reading.tag(before) == Tag::Relative && reading.tag(before.max(1) - 1).is_head() || reduced;
    let free_relative = reading.tag(first) == Tag::Wh
        && source_after(reading, first + 1, limit).is_some_and(|it| it.range.end == cue.tokens.start);
    let subject = first..before;
    let alone = subject.clone().all(|at| !reading.tag(at).is_verbal() && reading.tag(at) != Tag::Mark);
    if !(open_relative && alone || free_relative) {
        return None;
    }
    let content = start..limit.min(start + MOST_IN_SUBJECT);
    if free_relative && !cue.takes(Frames::THAT) {
        return content.clone().find(|at| reading.tag(*at).is_finite());
    }
    main_verb(reading, &content)
}

/// "the bank he said would fail |was saved": a finite verb behind the first and its group, before any word that opens another clause.
pub fn second_verb(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let in_group = |at: usize| reading.tag(at).is_auxiliary() || matches!(reading.tag(at), Tag::Adverb | Tag::Negation);
    // the main verb, or what stands behind "is"
    let main = content.clone().find(|at| !in_group(*at)).filter(|at| !reading.token(*at).is(Classes::CUE_VERB))?;
    let opens = Classes::COORDINATOR | Classes::SUBORDINATOR | Classes::RELATIVE | Classes::WH | Classes::THAT;
    let clause = main + 1..content.end;
    let mut clause = clause.take_while(|at| reading.token(*at).has_letters() && !reading.token(*at).is(opens));
    // not "a mistake |he regretted"
    let behind_subject = |at: usize| matches!(reading.tag(at - 1), Tag::Pronoun | Tag::Proper);
    clause.find(|at| reading.tag(*at).is_auxiliary() && !reading.tag(*at - 1).is_auxiliary() && !behind_subject(*at))
}

/// Tokens that are searched for the main verb behind such a clause.
const MOST_IN_SUBJECT: usize = 60;

/// "Prosecutors say he forged it |and allege that": a further statement of the speaker. Its verb goes with the cue's and not with the
/// content's.
fn shares_speaker(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    let verb = at + 1;
    let tenses = Classes::VERB_PAST | Classes::VERB_S | Classes::VERB_BASE;
    if reading.tag(at) != Tag::Coordinator || verb >= limit || !cue.form.is_main() {
        return false;
    }
    // "has said that the pier is safe |and has asked"
    let own = || (start..at).any(|at| reading.token(at).key == reading.token(verb).key);
    if goes_on_in_auxiliary(reading, verb, limit, cue) && !own() {
        return true;
    }
    if reading.tag(verb) != Tag::Finite {
        return false;
    }
    // "called it a farce |and left"
    if cue.head < start && !reading.has_finite(start..at) {
        return (reading.token(verb).classes & reading.token(cue.head).classes).intersects(tenses);
    }
    if !continues_subject(reading, verb, limit, cue) {
        return false;
    }
    let own = (start..at).find(|i| reading.tag(*i).is_finite());
    let with_content =
        own.is_some_and(|own| (reading.token(own).classes & reading.token(verb).classes).intersects(tenses));
    let thing = !matches!(reading.tag(start), Tag::That | Tag::To | Tag::Wh | Tag::Relative)
        && !main_clause_starts(reading, start, limit);
    states(reading, verb) && (thing || own.is_some() && (!with_content || !content_speaks(reading, start, limit)))
}

/// "praised the plan |and said", "the refusal to use it |and called", "describing her youth |and recalling": what was said so far has no
/// verb that this one could be joined to.
fn joins_another_verb(reading: &Reading<'_>, start: usize, at: usize, limit: usize, cue: &CueGroup) -> bool {
    if reading.tag(at) != Tag::Coordinator || at < cue.tokens.end {
        return false;
    }
    let Some(verb) = (at + 1..limit).find(|at| reading.tag(*at) != Tag::Adverb) else { return false };
    let token = reading.token(verb);
    let finite = match reading.tag(verb) {
        // "to clean up the mine and |reclaim the land"
        Tag::Finite if token.is(Classes::VERB_BASE) => false,
        Tag::Finite => !token.is(Classes::NOUN) || token.is(Classes::VERB_PAST),
        tag => tag.is_auxiliary(),
    };
    // "said it was over, |and so did Lund"
    let so_did = at + 2 < limit && reading.is_word(at + 1, "so") && reading.tag(at + 2) == Tag::Do;
    if so_did || gives_no_more(reading, verb, limit) || answers_alone(reading, start, at, verb, limit) {
        return true;
    }
    let joins_ing = cue.form == Form::Ing && reading.tag(verb) == Tag::Ing && token.is(Classes::CUE_VERB);
    joins_ing && !(start..at).any(|at| reading.tag(at).is_verbal()) || finite && !reading.has_finite(start..at)
}

/// "but |gave no details", "but |did not elaborate": that the speaker said no more.
fn gives_no_more(reading: &Reading<'_>, verb: usize, limit: usize) -> bool {
    const GAVE: &[u64] = keys!["gave", "offered", "provided", "cited", "disclosed", "gives", "offers", "provides"];
    const MORE: &[u64] =
        keys!["elaborate", "give", "provide", "offer", "specify", "expand", "disclose", "say", "name", "identify"];
    let none = verb + 1 < limit && reading.is_any(verb + 1, keys!["no", "few"]) && reading.is_any(verb, GAVE);
    let not = verb + 2 < limit && reading.tag(verb) == Tag::Do && reading.tag(verb + 1) == Tag::Negation;
    none || not && reading.is_any(verb + 2, MORE)
}

/// "declined to comment |and Poe did not call back": no infinitive is joined to a clause.
fn answers_alone(reading: &Reading<'_>, start: usize, at: usize, next: usize, limit: usize) -> bool {
    let infinitive = reading.tag(start) == Tag::To && !reading.has_finite(start..at);
    infinitive && main_clause_starts(reading, next, limit)
}

/// A verb by which somebody states something, of somebody or not: "said", "called", "accused".
fn states(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::THAT | Frames::QUOTE | Frames::NAME | Frames::OBJ_OF | Frames::TELL | Frames::AS_SAYING;
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames) && cue.stance.carries_hop())
}

/// "said that the cut|, which he called a blow, would come": a relative clause behind a subject that has no verb yet.
fn parts_subject(reading: &Reading<'_>, start: usize, comma: usize) -> bool {
    let relative = comma + 1 < reading.tokens.all.len() && reading.tag(comma + 1) == Tag::Relative;
    relative && reading.tag(comma - 1).is_head() && !reading.has_finite(start..comma)
}

/// ", which he said were bribes", ", at which she asked", ", where experts say judges are eager": an aside in somebody's words, and no part of what was said.
fn is_others_aside(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let led =
        usize::from(at + 2 < limit && reading.tag(at) == Tag::Preposition && reading.tag(at + 1) == Tag::Relative);
    let at = at + led;
    let relative = at + 1 < limit && matches!(reading.tag(at), Tag::Relative | Tag::Wh);
    relative && new_speaker(reading, at + 1, limit)
}

/// Whether the subject of the content's clause can speak for itself: "the plant" cannot, and "she" is most likely who speaks anyway.
fn content_speaks(reading: &Reading<'_>, start: usize, limit: usize) -> bool {
    let at = start + usize::from(reading.tag(start) == Tag::That);
    let pronoun = at < limit && reading.tag(at) == Tag::Pronoun;
    !pronoun && source_after(reading, at, limit).is_none_or(|subject| speaks(reading, &subject.range))
}

/// "after", "as" and the like start an adjunct of the whole only with a cue of their own; "when asked" does at once.
fn starts_trailing_clause(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_word(at, "when")
        && reading.tokens.all.get(at + 1).is_some()
        && reading.is_any(at + 1, keys!["asked", "questioned", "pressed"])
}

fn stops_at_comma(reading: &Reading<'_>, next: usize, limit: usize, cue: &CueGroup) -> bool {
    if next >= limit {
        return false;
    }
    is_ing_cue(reading, next)
        || is_source_phrase(reading, next)
        || starts_trailing_clause(reading, next)
        || is_manner_of_telling(reading, next, limit)
        || is_trailing_tag(reading, next, limit)
        || reading.tag(next) == Tag::Coordinator
            && (continues_subject(reading, next + 1, limit, cue) || new_speaker(reading, next + 1, limit))
        || contrasts_speaker(reading, next, limit)
        || speaker_saying(reading, next, limit)
}

/// ", |with other countries saying"
fn speaker_saying(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let with = at + 1 < limit && reading.is_word(at, "with");
    let source = with.then(|| source_after(reading, at + 1, limit)).flatten().map(|source| source.range.end);
    let noun = with.then(|| reading.phrases.noun_at(at + 1)).flatten().map(|noun| noun.end);
    source.into_iter().chain(noun).any(|verb| verb < limit && is_ing_cue(reading, verb))
}

/// "while the union said", "even as Oslo warned"
fn contrasts_speaker(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    is_even_as(reading, at, limit)
        || at < limit
            && reading.is_any(at, keys!["while", "although", "though", "whereas", "but"])
            && new_speaker(reading, at + 1, limit)
}

/// "even as Oslo warned"
fn is_even_as(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let even_as = at + 2 < limit && reading.is_word(at, "even") && reading.is_word(at + 1, "as");
    even_as && new_speaker(reading, at + 2, limit)
}

/// "When the ministry said P, |the company …": the cue stands in a fronted clause, which ends where the main clause begins.
fn ends_fronted_clause(reading: &Reading<'_>, comma: usize, limit: usize, cue: &CueGroup) -> bool {
    let start = reading.tokens.sentences[reading.tokens.sentence_at(cue.head)].tokens.start;
    // "Asked about a report that P, |she said …", "Commenting on a report that P, |she said …"
    let forms = Classes::VERB_PARTICIPLE | Classes::VERB_ING;
    let participle =
        reading.tag(start).is_verbal() && reading.token(start).is(forms) || reading.is_word(start, "having");
    let opens = participle || matches!(reading.tag(start), Tag::Subordinator | Tag::Preposition | Tag::Wh);
    let comma_before = || reading.marks(start..cue.tokens.start, Kind::Comma).next().is_some();
    let main = || main_clause_starts(reading, comma + 1, limit) || parted_subject_starts(reading, comma + 1, limit);
    opens && !comma_before() && !cue.takes(Frames::SOURCE_AFTER) && main()
}

/// "Ada Quill, who was there, said": a speaker with a relative clause between commas, which no subordinate clause's object is.
fn parted_subject_starts(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let subject = source_after(reading, at, limit).map(|subject| subject.range);
    let subject = subject.filter(|subject| subject.end + 1 < limit && speaks(reading, subject));
    let comma = subject.map(|subject| subject.end).filter(|at| reading.token(*at).kind == Kind::Comma);
    comma.is_some_and(|comma| reading.tag(comma + 1) == Tag::Relative && reading.token(comma + 1).is(Classes::WH))
}

/// "The bank, which said P, |rose", "The mayor, saying P, |left": the cue stands in a parenthesis, and the main verb follows.
fn ends_relative_clause(reading: &Reading<'_>, comma: usize, limit: usize, cue: &CueGroup) -> bool {
    let relative = cue.tokens.start.checked_sub(1).is_some_and(|at| {
        let adjunct = cue.form == Form::Ing && reading.token(at).kind == Kind::Comma;
        adjunct || reading.tag(at) == Tag::Relative || is_whose(reading, at)
    });
    let mut verb = comma + 1;
    while verb < limit && reading.tag(verb) == Tag::Adverb {
        verb += 1;
    }
    relative && verb < limit && reading.tag(verb).is_finite()
}

/// ", whose husband |signed": the subject of a clause that "whose" opens ends at `last`.
fn is_whose(reading: &Reading<'_>, last: usize) -> bool {
    let noun = reading.phrases.noun_at(last).filter(|noun| noun.end == last + 1);
    noun.is_some_and(|noun| noun.start > 0 && reading.is_word(noun.start - 1, "whose"))
}

/// The first finite verb group beyond those that the clauses in the content have themselves: the main verb of the sentence, where the
/// content stands in its subject. "Kerry's claim that P |angered farmers", "those who believe P |should wait"
pub fn main_verb(reading: &Reading<'_>, content: &Range<usize>) -> Option<usize> {
    let clause = |at: usize| !matches!(reading.tag(at), Tag::That | Tag::To | Tag::Wh | Tag::Relative);
    let mut clauses = usize::from(clause(content.start) && has_subject(reading, content));
    let mut verbs = 0;
    for at in content.clone() {
        let tag = reading.tag(at);
        let opens = matches!(tag, Tag::That | Tag::Relative | Tag::Wh | Tag::Subordinator | Tag::Coordinator);
        let lead = (content.start..at).rev().find(|at| !matches!(reading.tag(*at), Tag::Adverb | Tag::Negation));
        let continues = lead.is_some_and(|lead| reading.tag(lead).is_auxiliary());
        let verb = tag.is_finite() && !continues;
        clauses += usize::from(opens);
        verbs += usize::from(verb);
        if verb && verbs > clauses {
            return Some(at);
        }
    }
    None
}

/// A clause without "that": a noun phrase, and a finite verb right behind it.
fn has_subject(reading: &Reading<'_>, content: &Range<usize>) -> bool {
    main_clause_starts(reading, content.start, content.end)
}

/// A subject and, after it, a finite verb.
fn main_clause_starts(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    if at + 1 < limit && reading.is_word(at, "there") && reading.tag(at + 1).is_auxiliary() {
        return true;
    }
    let Some(subject) = source_after(reading, at, limit) else { return false };
    let verb = subject.range.end;
    verb < limit && reading.tag(verb).is_finite()
}

/// ", without giving details": how it was told, and no part of what was told.
pub fn is_manner_of_telling(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    at + 1 < limit && reading.is_word(at, "without") && reading.tag(at + 1) == Tag::Ing
}

/// "adding that", "citing", "saying": an -ing cue after a comma.
fn is_ing_cue(reading: &Reading<'_>, at: usize) -> bool {
    let frames = Frames::THAT | Frames::QUOTE | Frames::AS_SAYING;
    let leads = |name: &Name| match name.meaning {
        Meaning::Cue(index) => reading.lexicon.cue(index).frames.contains(Frames::SOURCE_BEFORE),
        _ => false,
    };
    // "saying", "taking to Twitter to"
    let states = || reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames));
    reading.tag(at) == Tag::Ing && (states() || reading.names(at).any(|name| leads(&name)))
}

/// ", citing three councillors": whence the speaker has it, and no part of what is said.
fn is_relay(reading: &Reading<'_>, at: usize) -> bool {
    let is_ing = at < reading.tokens.all.len() && reading.tag(at) == Tag::Ing;
    is_ing && reading.verb_cue(at).is_some_and(|cue| cue.stance == Stance::Cites)
}

/// "according to"
fn is_source_phrase(reading: &Reading<'_>, at: usize) -> bool {
    reading.names(at).any(|name| match name.meaning {
        Meaning::Cue(index) => reading.lexicon.cue(index).frames.contains(Frames::SOURCE_AFTER),
        _ => false,
    })
}

/// "and said", "but denied": a finite cue verb in the same form with no subject of its own.
fn continues_subject(reading: &Reading<'_>, mut at: usize, limit: usize, cue: &CueGroup) -> bool {
    while at < limit && matches!(reading.tag(at), Tag::Adverb) {
        at += 1;
    }
    if at >= limit || !cue.form.is_main() {
        return false;
    }
    if goes_on_in_auxiliary(reading, at, limit, cue) {
        return true;
    }
    if !reading.token(at).is(Classes::CUE_VERB) {
        return false;
    }
    let same = Classes::VERB_PAST | Classes::VERB_S | Classes::VERB_BASE;
    reading.tag(at) == Tag::Finite && (reading.token(at).classes & reading.token(cue.head).classes).intersects(same)
}

/// "concluded P, but |did not recommend", "has said P and |has asked": an auxiliary that goes with the cue, and a cue verb.
fn goes_on_in_auxiliary(reading: &Reading<'_>, at: usize, limit: usize, cue: &CueGroup) -> bool {
    let verb = skip_verb_lead(reading, at, limit);
    let is_cue = verb < limit && reading.tag(verb).is_verbal() && reading.token(verb).is(Classes::CUE_VERB);
    let past = reading.token(cue.head).is(Classes::VERB_PAST);
    match reading.tag(at) {
        Tag::Do => is_cue && past == reading.is_word(at, "did"),
        Tag::Have => is_cue && reading.token(at).key == reading.token(cue.tokens.start).key,
        _ => false,
    }
}

/// "but the ministry denied": a subject and its finite cue verb.
fn new_speaker(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    let Some(source) = source_after(reading, at, limit) else { return false };
    let end = source.range.end;
    let verb = skip_verb_lead(reading, end, limit);
    is_speech_verb(reading, verb, limit)
}

/// Passes over adverbs and auxiliaries.
fn skip_verb_lead(reading: &Reading<'_>, mut at: usize, limit: usize) -> usize {
    while at < limit
        && (reading.tag(at) == Tag::Adverb || reading.tag(at).is_auxiliary() || reading.tag(at) == Tag::Negation)
    {
        at += 1;
    }
    at
}

/// A verb that takes a clause or a quotation.
fn is_speech_verb(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    // "was |unable to verify"
    let at = at + 2 * usize::from(at + 2 < limit && reading.is_word(at, "unable") && reading.tag(at + 1) == Tag::To);
    if at >= limit || !matches!(reading.tag(at), Tag::Finite | Tag::Participle | Tag::Base) {
        return false;
    }
    let frames = Frames::THAT | Frames::QUOTE | Frames::OBJ_AT;
    reading.verb_cue(at).is_some_and(|cue| cue.frames.intersects(frames) && cue.stance.carries_hop())
}

/// "X said", "said X", "X told reporters on Monday" up to the end or a comma: a tag behind the content.
pub fn is_trailing_tag(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    trailing_tag_end(reading, at, limit).is_some()
}

fn trailing_tag_end(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    if at >= limit {
        return None;
    }
    let verb = match source_after(reading, at, limit) {
        Some(source) => {
            let verb = skip_verb_lead(reading, source.range.end, limit);
            let verb = skip_parenthesis(reading, source.range.end, verb, limit);
            is_speech_verb(reading, verb, limit).then_some(verb)?
        }
        None => is_speech_verb(reading, at, limit).then_some(at)?,
    };
    let inverted = verb == at;
    let mut end = verb + 1;
    if inverted {
        end = source_after(reading, end, limit)?.range.end;
    } else if end < limit && reading.verb_cue(verb).is_some_and(|cue| cue.frames.contains(Frames::TELL)) {
        end = source_after(reading, end, limit).map_or(end, |addressee| addressee.range.end);
    }
    let end = skip_adjuncts(reading, end, limit);
    (end >= limit
        || matches!(
            reading.token(end).kind,
            Kind::Comma | Kind::Stop | Kind::CloseBracket | Kind::Semicolon | Kind::Colon | Kind::Dash
        )
        || reading.tag(end) == Tag::Subordinator)
        .then_some(end)
}

/// "X, the minister, said": passes over what stands between commas before the verb.
fn skip_parenthesis(reading: &Reading<'_>, after_source: usize, verb: usize, limit: usize) -> usize {
    if verb >= limit || reading.token(verb).kind != Kind::Comma {
        return verb;
    }
    let close = reading.marks(after_source + 1..limit.min(after_source + 30), Kind::Comma).next();
    close.map_or(verb, |at| skip_verb_lead(reading, at + 1, limit))
}

/// Passes over times, places and venues after a cue.
pub fn skip_adjuncts(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    let mut ahead = reading.ahead(at..limit);
    while let Ok((rest, _)) = adjunct(ahead.clone()) {
        ahead = rest;
    }
    ahead.place()
}

/// ", citing two sources,": how the speaker came by it, between commas. Gives where it ends.
fn relay_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 1 < limit && reading.token(at).kind == Kind::Comma && is_relay(reading, at + 1);
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    Some(close + 1)
}

/// "said in a report|, seen by the Herald, |that": gives where it ends.
fn seen_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Comma;
    let participle = opens && reading.token(at + 1).is(Classes::VERB_PARTICIPLE) && reading.is_word(at + 2, "by");
    let close = participle.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// "said|, in an interview last year, |that": gives where it ends.
fn adjunct_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Comma && reading.tag(at + 1) == Tag::Preposition;
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Comma).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// "said — on a podcast, as it happens — |that": gives where it ends.
fn dash_parenthesis(reading: &Reading<'_>, at: usize, limit: usize) -> Option<usize> {
    let opens = at + 2 < limit && reading.token(at).kind == Kind::Dash;
    let close = opens.then(|| reading.marks(at + 2..limit.min(at + MOST_RELAYED), Kind::Dash).next())??;
    (close + 1 < limit && content_starts(reading, close + 1)).then_some(close + 1)
}

/// Tokens that such a parenthesis may have.
const MOST_RELAYED: usize = 25;

/// Passes over times, places and venues after a cue where content in a clause or quotation follows them.
pub fn skip_adjuncts_before_content(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    let mut place = at;
    let mut ahead = reading.ahead(at..limit);
    loop {
        let parenthesis = relay_parenthesis(reading, ahead.place(), limit);
        let parenthesis = parenthesis.or_else(|| seen_parenthesis(reading, ahead.place(), limit));
        let parenthesis = parenthesis.or_else(|| adjunct_parenthesis(reading, ahead.place(), limit));
        if let Some(next) = parenthesis.or_else(|| dash_parenthesis(reading, ahead.place(), limit)) {
            ahead = reading.ahead(next..limit);
            if next < limit && (content_starts(reading, next) || clause_starts(reading, next)) {
                place = next;
            }
            continue;
        }
        let Ok((rest, range)) = adjunct(ahead.clone()) else { return place };
        ahead = rest;
        let next = ahead.place();
        // "said on Facebook |the road was open"
        let tells_where = reading.phrase_len(range.start, Meaning::Occasion) == range.len();
        // "said through a spokesman |it was shut"
        let he = || reading.tag(next) == Tag::Pronoun && next + 1 < limit && reading.tag(next + 1).is_finite();
        let apart = || tells_where || is_time(reading, &range) || he();
        // "vowed on Tuesday |to stay", "agreed in principle |to stay"
        let bare = range.len() == 2 && reading.tag(range.end - 1) == Tag::Noun;
        let infinitive = || reading.tag(next) == Tag::To && (is_time(reading, &range) || bare);
        if next >= limit || content_starts(reading, next) || infinitive() || clause_starts(reading, next) && apart() {
            place = next;
        }
    }
}

/// "that", a quotation mark, a colon, or a comma before one of them.
fn content_starts(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.token(at);
    reading.tag(at) == Tag::That
        || token.kind == Kind::Colon
        || opens_quotation(reading, at)
        || token.kind == Kind::Comma && at + 1 < reading.tokens.all.len() && opens_quotation(reading, at + 1)
        || matches!(reading.tag(at), Tag::Wh)
}

fn clause_starts(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Determiner | Tag::Pronoun | Tag::Noun | Tag::Proper | Tag::Number | Tag::Adjective)
}

/// Whether a quotation starts at the token.
pub fn opens_quotation(reading: &Reading<'_>, at: usize) -> bool {
    reading.tokens.quotation_at(at).is_some_and(|q| reading.tokens.quotations[q].tokens.start == at)
}

/// The quotation that starts at the token, in its sentence or as the paragraph after it.
pub fn quotation_at_start(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    let quotation = &reading.tokens.quotations[reading.tokens.quotation_at(at)?];
    (quotation.tokens.start == at).then(|| quotation.tokens.clone())
}

/// Content after a colon: the rest of the sentence, or the quotation in the paragraph below where the colon ends the sentence.
pub fn content_after_colon(
    reading: &Reading<'_>,
    sentence: &Sentence,
    colon: usize,
    cue: &CueGroup,
) -> Option<Range<usize>> {
    if colon + 1 >= sentence.tokens.end {
        return quotation_at_start(reading, sentence.tokens.end);
    }
    content_after(reading, sentence, colon + 1, cue)
}

/// Content before a source or cue: from the clause's start to the token before `end`, a comma left out. An "and" or "but" that opens
/// the sentence outside quotation marks is the writer's.
pub fn content_before(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let start = content_start(reading, sentence, end);
    let joins =
        start == sentence.tokens.start && reading.tag(start) == Tag::Coordinator && !reading.is_word(start, "so");
    let start = start + usize::from(joins && start + 1 < end);
    let range = trimmed(reading, start..end);
    (!range.is_empty()).then_some(range)
}

/// Where content that ends at `end` begins: the sentence's start, or the start of the quotation it closes.
fn content_start(reading: &Reading<'_>, sentence: &Sentence, end: usize) -> usize {
    let start = sentence.tokens.start;
    let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else { return end };
    let last = if reading.token(last).kind == Kind::Comma && last > start { last - 1 } else { last };
    let quotation = reading.tokens.quotation_at(last).map(|index| (index, &reading.tokens.quotations[index].tokens));
    match quotation {
        // the cue stands in the quotation too: a mark is missing, or somebody is quoted who tells what another said
        Some((_, around)) if around.end > end => around.start.max(start),
        Some((index, _)) => quoted_start(reading, sentence, index),
        None => start,
    }
}

/// The start of a quotation's content: its mark, or the clause it stands in.
fn quoted_start(reading: &Reading<'_>, sentence: &Sentence, index: usize) -> usize {
    let start = sentence.tokens.start;
    let open = reading.tokens.quotations[index].tokens.start;
    let before = open.checked_sub(1).filter(|at| *at >= start);
    match before {
        None => open,
        Some(at) if reading.token(at).kind == Kind::Comma || reading.token(at).kind == Kind::Colon => {
            if has_cue_before(reading, start, at) { open } else { start }
        }
        Some(at) if is_speech_verb(reading, at, open) => open,
        Some(_) => start,
    }
}

fn has_cue_before(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| is_speech_verb(reading, at, end))
}

/// Without commas, colons, dashes and full stops at its ends; quotation marks stay.
pub fn trimmed(reading: &Reading<'_>, mut range: Range<usize>) -> Range<usize> {
    let loose = |at: usize| {
        matches!(reading.token(at).kind, Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::Stop)
    };
    while !range.is_empty() && loose(range.start) {
        range.start += 1;
    }
    while !range.is_empty() && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The same of content behind a cue: nor with a last word that opens a clause ("left in May, when|, according to the court, …").
pub fn trimmed_behind(reading: &Reading<'_>, range: Range<usize>) -> Range<usize> {
    let range = trimmed(reading, range);
    let opens = |at: usize| matches!(reading.tag(at), Tag::Wh | Tag::Relative | Tag::Coordinator | Tag::Subordinator);
    // "exposed a rift |that"
    let that = matches!(reading.tag(range.end.max(1) - 1), Tag::That | Tag::Relative);
    let dangles = range.len() > 2 && (that || reading.token(range.end - 2).kind == Kind::Comma && opens(range.end - 1));
    if dangles { trimmed(reading, range.start..range.end - 1) } else { range }
}
