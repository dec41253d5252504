//! What stands between commas, dashes or brackets behind a subject: an apposition, a relative clause, an age, a place.

use crate::attributions::parts::content::is_trailing_tag;
use crate::attributions::view::{Behind, Parsed, Reading, mark};
use crate::lexicon::Classes;
use crate::phrases::Tag;
use crate::tokens::keys;
use crate::words::Kind;
use std::ops::Range;

/// ", the minister of trade," or ", who lost the vote,": gives what stands between the commas.
pub(super) fn comma_parenthesis(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::Comma)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(LONGEST_PARENTHESIS));
    let mut found = None;
    for at in (low..closing).rev() {
        let token = reading.token(at);
        // "one survivor, known only as “Inmate C”,"
        if reading.tokens.is_quoted(at) && is_name_in_marks(reading, at)
            || token.is_quote_mark() && is_name_in_marks(reading, at)
        {
            continue;
        }
        let quoted = token.is_quote_mark() && !is_of_quoted_word(reading, at);
        if quoted || matches!(token.kind, Kind::Semicolon | Kind::Colon) {
            break;
        }
        if token.kind == Kind::Comma
            && at > low
            && is_parenthesis(reading, at + 1..closing)
            && (reading.tag(at - 1).is_head() || reading.token(at - 1).kind == Kind::CloseBracket)
            && !reading.token(at - 1).is(Classes::WEEKDAY | Classes::MONTH)
        {
            // "Quill, speaking in Oslo, |said that Lund, then the mayor, had": another verb's parenthesis
            if found.is_some() && reading.tag(at + 1) == Tag::Finite {
                break;
            }
            // "near the town, the mayor|, Yusuf Haddad, told": a town is no mayor
            if found.is_some() && is_role_of_name(reading, at, closing) {
                break;
            }
            found = Some(at);
            if opens_parenthesis(reading, at + 1) {
                break;
            }
        }
    }
    let mut open = found.ok_or(nom::Err::Error(()))?;
    if reading.tag(open + 1) == Tag::Relative {
        open = residence(reading, low, open).unwrap_or(open);
    }
    open = age(reading, low, open).unwrap_or(open);
    let count = closing - open;
    Ok((nom::Input::take_from(&rest, count), open + 1..closing))
}

/// "marked |“sensitive|”": a mark of a word or two in the clause, and of nothing that somebody said.
fn is_of_quoted_word(reading: &Reading<'_>, mark: usize) -> bool {
    let quotation = reading.tokens.quotation_at(mark).map(|index| &reading.tokens.quotations[index].tokens);
    quotation.is_some_and(|words| {
        let joined = words.start > 0 && reading.token(words.start - 1).has_letters();
        words.len() <= LONGEST_WORD && joined && reading.token(words.end - 2).has_letters()
    })
}

/// Tokens of a word or two in quotation marks, the marks included.
const LONGEST_WORD: usize = 5;

/// ", |the mayor, Yusuf Haddad,": one person's role, the comma at `open`, behind what is neither a name nor a person.
fn is_role_of_name(reading: &Reading<'_>, open: usize, closing: usize) -> bool {
    let is_person = |at: usize| reading.tag(at) == Tag::Proper || reading.token(at).is(Classes::PERSON_NOUN);
    let role = reading.phrases.noun_at(open + 1).filter(|noun| noun.start == open + 1 && noun.end < closing);
    !is_person(open - 1)
        && role.is_some_and(|role| {
            let last = reading.token(role.end - 1);
            reading.tag(role.start) == Tag::Determiner && last.is(Classes::PERSON_NOUN) && !last.is(Classes::PLURAL)
        })
}

/// "Bellini|, 58, a professor,": the comma before an age behind a name.
fn age(reading: &Reading<'_>, low: usize, closing: usize) -> Option<usize> {
    let open = closing.checked_sub(2).filter(|open| *open > low && reading.token(*open).kind == Kind::Comma)?;
    let person = reading.tag(open - 1) == Tag::Proper || reading.token(open - 1).is(Classes::PERSON_NOUN);
    (reading.tag(closing - 1) == Tag::Number && person).then_some(open)
}

/// "Ada Quill|, 34, of Bergen, Norway, who …": the comma before the age or the place, behind the name.
fn residence(reading: &Reading<'_>, low: usize, closing: usize) -> Option<usize> {
    let near = low.max(closing.saturating_sub(LONGEST_RESIDENCE))..closing;
    let opens = |at: &usize| {
        let next = reading.tag(at + 1);
        reading.token(*at).kind == Kind::Comma
            && (next == Tag::Number || reading.is_any(at + 1, keys!["of", "from"]))
            && *at > low
            && (reading.tag(at - 1) == Tag::Proper || reading.token(at - 1).is(Classes::PERSON_NOUN))
    };
    near.into_iter().find(opens)
}

/// Tokens that age and place may have.
const LONGEST_RESIDENCE: usize = 10;

/// Whether the words can stand between two commas after a noun: an apposition, a relative clause, an adjunct, an age.
fn is_parenthesis(reading: &Reading<'_>, range: Range<usize>) -> bool {
    if range.is_empty() || range.len() > LONGEST_PARENTHESIS {
        return false;
    }
    let is_verb = |at: usize| reading.tag(at).is_finite();
    // "the mayor, |Quill said,"
    if is_some_of_whom(reading, &range) || is_tag(reading, &range) {
        return true;
    }
    match reading.tag(range.start) {
        // ", |during which the general,": a clause that has no verb yet
        Tag::Preposition if range.len() > 1 && reading.tag(range.start + 1) == Tag::Relative => {
            range.clone().any(is_verb)
        }
        // ", |where the landlady, Bridie Shaw,": a clause that has no verb yet
        Tag::Relative if reading.is_any(range.start, keys!["where", "when"]) => range.clone().any(is_verb),
        Tag::Relative | Tag::Participle | Tag::Ing => true,
        Tag::Preposition | Tag::Subordinator | Tag::Adverb => true,
        Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number => {
            // "a former leader now |allied with Quill"
            let reduced = |at: usize| {
                reading.token(at).is(Classes::VERB_PARTICIPLE)
                    && at + 1 < range.end
                    && reading.tag(at + 1) == Tag::Preposition
            };
            let relative = range.clone().any(|at| reading.tag(at) == Tag::Relative);
            relative || !range.clone().any(|at| is_verb(at) && !reduced(at))
        }
        // "Modehaus, one of its customers,"
        Tag::Pronoun => {
            let of = range.len() > 2 && reading.is_word(range.start + 1, "of");
            let some = of && reading.is_any(range.start, keys!["one", "some", "both"]);
            // "Quill, himself under pressure,"
            let self_told =
                range.len() > 1 && reading.is_any(range.start, keys!["himself", "herself", "itself", "themselves"]);
            (some || self_told) && !range.clone().any(is_verb)
        }
        // "the study, carried out in 2019,", "Quill, asked whether it would be shut,"
        Tag::Finite => {
            // "asked |at his weekly press conference whether he would stay"
            let asked = reading.is_any(range.start, keys!["asked", "pressed", "questioned"]);
            let mut near = range.start + 1..range.end.min(range.start + if asked { 10 } else { 4 });
            let embeds = near.any(|at| matches!(reading.tag(at), Tag::Wh | Tag::Subordinator | Tag::That));
            // "the memo, dated Jan. 12 and |marked “sensitive”,"
            let joined =
                |at: usize| reading.tag(at - 1) == Tag::Coordinator && reading.token(at).is(Classes::VERB_PARTICIPLE);
            let another = range.clone().skip(1).any(|at| is_verb(at) && !joined(at));
            reading.token(range.start).is(Classes::VERB_PARTICIPLE) && (embeds || !another)
        }
        _ => false,
    }
}

/// ", all of whom spoke on condition of anonymity,"
fn is_some_of_whom(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    const SOME: &[u64] = keys!["all", "some", "most", "many", "both", "none", "neither", "several", "one", "two"];
    range.len() > 3
        && reading.is_any(range.start, SOME)
        && reading.is_word(range.start + 1, "of")
        && reading.is_any(range.start + 2, keys!["whom", "which"])
}

/// "known as |“Inmate C”": a quotation of a few words that is a name.
fn is_name_in_marks(reading: &Reading<'_>, at: usize) -> bool {
    let marks = reading.tokens.quotation_at(at).map(|index| &reading.tokens.quotations[index].tokens);
    let name = marks.filter(|marks| marks.len() <= LONGEST_NICKNAME && marks.start > 0);
    name.is_some_and(|marks| reading.is_any(marks.start - 1, keys!["as", "called", "nicknamed", "named", "codenamed"]))
}

/// Tokens of a name in quotation marks, with the marks.
const LONGEST_NICKNAME: usize = 6;

/// "the mayor, |Quill said,": a tag that parts the subject from its verb.
pub(super) fn is_tag(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let told = || is_trailing_tag(reading, range.start, range.end);
    range.len() <= LONGEST_TAG && reading.tag(range.end - 1) == Tag::Finite && told()
}

/// Tokens that such a tag may have.
const LONGEST_TAG: usize = 12;

/// "who", "which", "a", "the": words that begin a parenthesis for certain.
fn opens_parenthesis(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.tag(at), Tag::Relative | Tag::Determiner | Tag::Noun | Tag::Participle | Tag::Ing)
}

/// " - including the mayor - ": gives what stands between the dashes.
pub(super) fn dash_parenthesis(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::Dash)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(LONGEST_PARENTHESIS));
    let open = reading.marks(low..closing, Kind::Dash).next_back().ok_or(nom::Err::Error(()))?;
    if open <= low || open + 1 == closing || !reading.tag(open - 1).is_head() {
        return Err(nom::Err::Error(()));
    }
    Ok((nom::Input::take_from(&rest, closing - open), open + 1..closing))
}

/// "(R-Ohio)"
pub(super) fn bracket(input: Behind<'_>) -> Parsed<Behind<'_>, Range<usize>> {
    let (rest, closing) = mark(Kind::CloseBracket)(input)?;
    let reading = rest.reading;
    let low = rest.range.start.max(closing.saturating_sub(15));
    let open = reading.marks(low..closing, Kind::OpenBracket).next_back().ok_or(nom::Err::Error(()))?;
    Ok((nom::Input::take_from(&rest, closing - open), open..closing + 1))
}

/// Tokens that a parenthesis may have; keeps the work linear.
pub(super) const LONGEST_PARENTHESIS: usize = 40;
