//! Noun phrases without what follows their head: "the senior White House official".

use super::tag::Tag;
use crate::lexicon::Classes;
use crate::tokens::{Token, keys};
use crate::words::Kind;
use std::ops::Range;

/// Base noun phrases of one sentence, as ranges of its tokens, in order; linear.
pub fn noun_phrases<'a>(tokens: &'a [Token], tags: &'a [Tag]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < tags.len() {
            let start = next;
            let len = if may_start(tags[start]) { noun_phrase_len(tokens, tags, start) } else { 0 };
            next += len.max(1);
            if len > 0 {
                return Some(start..next);
            }
        }
        None
    })
}

/// Whether a noun phrase may start with the tag: see [`continues`].
fn may_start(tag: Tag) -> bool {
    tag.is_nominal() || matches!(tag, Tag::Pronoun | Tag::Adverb)
}

/// Tokens of the noun phrase that starts here; 0 if none does.
#[inline]
fn noun_phrase_len(tokens: &[Token], tags: &[Tag], start: usize) -> usize {
    if tags[start] == Tag::Pronoun {
        return 1;
    }
    let (mut end, mut behind_head) = (start, start);
    while end < tags.len() && continues(tokens, tags, start, end) {
        end += 1;
        if tags[end - 1].is_head() {
            behind_head = end;
        }
    }
    // "the poor", "some": a determiner with nothing that could head it
    let headless = behind_head == start && tags[start] == Tag::Determiner;
    if headless { end - start } else { behind_head - start }
}

/// "the fleet is |safe, chief executive Quill said": an adjective behind "be", with no article before it, ends at its comma.
fn is_predicate(tags: &[Tag], at: usize) -> bool {
    let before = || tags[..at].iter().rev().find(|tag| **tag != Tag::Adverb && **tag != Tag::Negation);
    tags[at] == Tag::Adjective && before() == Some(&Tag::Be)
}

/// Whether the token at `at` still belongs to the noun phrase that starts at `start`.
#[inline]
fn continues(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let tag = tags[at];
    let after_head = || at > start && tags[at - 1].is_head();
    match tag {
        _ if tag.is_nominal() && after_head() && starts_what_is_told(tokens, tags, start, at) => false,
        Tag::Noun => true,
        Tag::Determiner | Tag::Pronoun if at > start => false,
        Tag::Proper => !starts_day(tokens, tags, start, at) && !starts_clause(tokens, tags, start, at),
        Tag::Possessive => after_head(),
        Tag::Adverb => before_adjective(tags, at) && !after_head(),
        Tag::Number if after_head() => {
            // "Boeing 737", but not "on Telegram |two people"
            let numbered = tokens[at].kind != Kind::Word || tokens[at].is_capitalised();
            tags[at - 1] == Tag::Number || tokens[at - 1].is_capitalised() && numbered || tokens[at].kind == Kind::Sign
        }
        // "told the BBC |last week"
        Tag::Adjective if after_head() => {
            !tokens[at].is(Classes::TIME) && tags.get(at + 1).is_some_and(|next| next.is_head())
        }
        Tag::Mark if tokens[at].kind == Kind::Comma => {
            between_adjectives(tags, start, at) && !is_predicate(tags, start) || before_name_ending(tokens, tags, at)
        }
        Tag::Mark => tokens[at].is_quote_mark() && at > start && opens_inside(tokens, tags, at),
        _ => tag.is_nominal(),
    }
}

/// "told jurors |Mr Ellery had": a name behind a bare plural, with a verb of its own.
fn starts_clause(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let before = &tokens[start];
    if at != start + 1 || tags[start] != Tag::Noun || !before.is(Classes::PLURAL) {
        return false;
    }
    let people = before.is(Classes::PERSON_NOUN | Classes::GROUP_NOUN) && !before.is(Classes::ORGANISATION_NOUN);
    let mut behind_name = tags[at..].iter().skip_while(|tag| **tag == Tag::Proper);
    people && behind_name.next().is_some_and(|next| next.is_finite())
}

/// "told Reuters |troops had left", "told the BBC |Kenyan officials were there": a plural behind a name, with a verb of its own.
fn starts_what_is_told(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let told = start > 0 && tags[at - 1] == Tag::Proper && keys!["told", "tells"].contains(&tokens[start - 1].key);
    if !told || tags[at] == Tag::Proper && !tokens[at].is(Classes::DEMONYM) {
        return false;
    }
    let words = tags[at..].iter().take(LONGEST_TOLD_OF).take_while(|tag| tag.is_nominal()).count();
    let verb = at + words;
    let plural = words > 0 && tags[verb - 1] == Tag::Noun && tokens[verb - 1].is(Classes::PLURAL);
    plural && tags.get(verb).is_some_and(|next| next.is_finite())
}

/// Words of whoever the words told are about.
const LONGEST_TOLD_OF: usize = 5;

/// "told CNN |Tuesday", "told reporters |Tuesday": a day behind a name or a noun is a phrase of its own; "Super Tuesday" is one.
fn starts_day(tokens: &[Token], tags: &[Tag], start: usize, at: usize) -> bool {
    let day = Classes::WEEKDAY;
    let is_name = |at: usize| tags[at] == Tag::Proper && !tokens[at].is(day | Classes::ADJECTIVE);
    tokens[at].is(day) && at > start && (is_name(at - 1) || tags[at - 1] == Tag::Noun)
}

/// "a “terrible situation”": a mark that opens within the phrase, before its head.
fn opens_inside(tokens: &[Token], tags: &[Tag], at: usize) -> bool {
    let before = matches!(tags[at - 1], Tag::Determiner | Tag::Adjective | Tag::Possessive);
    before && tokens[at].spaced && tags.get(at + 1).is_some_and(|next| next.is_nominal() && *next != Tag::Determiner)
}

fn before_adjective(tags: &[Tag], at: usize) -> bool {
    matches!(tags.get(at + 1), Some(Tag::Adjective | Tag::Number))
}

/// "Halden Bio|, Inc.", "Peter Quill|, Jr.": a comma within a name.
fn before_name_ending(tokens: &[Token], tags: &[Tag], comma: usize) -> bool {
    const ENDINGS: &[u64] = keys!["inc.", "inc", "ltd.", "ltd", "llc", "corp.", "plc", "jr.", "jr", "sr."];
    let named = || comma > 0 && tags[comma - 1] == Tag::Proper && tags[comma + 1] == Tag::Proper;
    tokens.get(comma + 1).is_some_and(|next| ENDINGS.contains(&next.key)) && named()
}

/// "a quiet, modest man"
fn between_adjectives(tags: &[Tag], start: usize, at: usize) -> bool {
    at > start
        && tags[at - 1] == Tag::Adjective
        && tags.get(at + 1) == Some(&Tag::Adjective)
        && !tags[start..at].iter().any(|tag| tag.is_head())
}
