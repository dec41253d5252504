//! Cuts the read blocks into tokens and looks each word up.

use super::token::{Case, Token};
use crate::lexicon::{Classes, Lexicon, WordId, word_key, word_key_of_any};
use crate::span::Span;
use crate::words::{Kind, Piece, piece_behind, plain_piece_behind};

/// Appends the tokens of one block (`span` of `text`) to `tokens`. A function of its own, for then its loop has all registers.
#[inline(never)]
pub fn tokenise(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    let block = span.of(text);
    let is_abbreviation = |word: &str| lexicon.is_abbreviation(word);
    let mut at = 0;
    loop {
        let (piece, key, case) = if let Some((piece, key)) = plain_piece_behind(block, at, &is_abbreviation) {
            (piece, key, case_of_plain(block.as_bytes(), &piece))
        } else if let Some(piece) = piece_behind(block, at, &is_abbreviation) {
            let (key, case) = key_and_case(&block[piece.start..piece.end], piece.kind, lexicon);
            (piece, key, case)
        } else {
            break;
        };
        at = piece.end;
        let place = Span::new(span.start + piece.start, span.start + piece.end);
        let mut token = Token::new(place, piece.kind, piece.spaced);
        (token.key, token.case) = (key, case);
        tokens.push(token);
    }
    look_up(text, &mut tokens[first..], lexicon);
}

/// Gives words the ids and classes that the lexicon has for them, and those that it does not know the classes that they may have.
fn look_up(text: &str, tokens: &mut [Token], lexicon: &Lexicon) {
    // all of them first: the lexicon's index is large, and no look-up need wait for what comes of the one before
    for token in tokens.iter_mut().filter(|token| token.has_letters()) {
        (token.word, token.classes) = lexicon.look_up(token.key);
    }
    for token in tokens.iter_mut().filter(|token| is_guessed(token)) {
        let word = token.span().of(text);
        let parts = parted_at_hyphen(word);
        token.classes |= guess(parts.unwrap_or(("", word)));
        if let Some(noun) = parts.and_then(|parts| noun_behind_prefix(parts, lexicon)) {
            (token.word, token.classes) = noun;
        }
        if token.case == Case::Lower && is_address(word) {
            token.case = Case::Capital;
        }
    }
}

/// Whether it is a word of which the lexicon tells no more than that some list has it.
fn is_guessed(token: &Token) -> bool {
    let told = Classes::all().difference(Classes::GIVEN_NAME.union(Classes::LISTED));
    let name_only = || token.word != WordId::UNKNOWN && token.is_capitalised() && token.is(Classes::NAME_START);
    !token.is(told) && token.has_letters() && !name_only()
}

/// The key of the lower-case form, and how the word is capitalised.
fn key_and_case(word: &str, kind: Kind, lexicon: &Lexicon) -> (u64, Case) {
    if !matches!(kind, Kind::Word | Kind::Number) {
        return (word_key(word), Case::Lower);
    }
    let (key, case) = match word.is_ascii() {
        true => (word_key_of_any(word), case_of_ascii(word.as_bytes())),
        false => (key_beyond_ascii(word), case_of_any(word)),
    };
    let is_name = case == Case::Lower && word.contains(char::is_uppercase) && is_name_behind_particle(word, lexicon);
    (key, if is_name { Case::Capital } else { case })
}

/// "al-Sharafi": the capital of a name that has its particle joined to it.
fn is_name_behind_particle(word: &str, lexicon: &Lexicon) -> bool {
    let Some((particle, name)) = word.split_once(['-', '\'', '’']) else { return false };
    let particle = || lexicon.word(lexicon.id_of(word_key_of_any(particle)));
    name.starts_with(char::is_uppercase) && particle().classes.contains(Classes::NAME_PARTICLE)
}

/// "nettavisen.no", "herald.co.uk": a web address, which names whoever is behind it.
fn is_address(word: &str) -> bool {
    const ENDS: [&str; 24] = [
        "com", "org", "net", "gov", "edu", "info", "news", "co", "uk", "fr", "de", "it", "es", "ru", "no", "se", "ch",
        "at", "nl", "be", "eu", "tv", "us", "io",
    ];
    let stop = word.bytes().rposition(|byte| byte == b'.');
    let name_and_end = stop.map(|stop| (&word[..stop], &word[stop + 1..]));
    name_and_end.is_some_and(|(name, end)| name.len() > 2 && !name.ends_with('.') && ENDS.contains(&end))
}

/// How a word without letters beyond ASCII is capitalised.
fn case_of_ascii(word: &[u8]) -> Case {
    match word {
        [b'A'..=b'Z', rest @ ..] if is_in_capitals(rest) => Case::Capitals,
        [b'A'..=b'Z', ..] => Case::Capital,
        _ => Case::Lower,
    }
}

/// The same of a plain word or mark of `text`: of most the first letter tells.
fn case_of_plain(text: &[u8], piece: &Piece) -> Case {
    if text[piece.start].is_ascii_uppercase() { case_of_ascii(&text[piece.start..piece.end]) } else { Case::Lower }
}

/// Whether the letters after the first are capitals too, and there are some.
fn is_in_capitals(rest: &[u8]) -> bool {
    !rest.iter().any(u8::is_ascii_lowercase) && rest.iter().any(u8::is_ascii_uppercase)
}

/// The key of the lower-case form under which the lexicon keeps a word; a curly apostrophe becomes a plain one.
fn key_beyond_ascii(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    word_key(&letters.collect::<String>())
}

/// How a word with letters beyond ASCII is capitalised.
fn case_of_any(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() && word.starts_with(first) => {
            let mut rest = letters.peekable();
            let more = rest.peek().is_some();
            if more && rest.all(char::is_uppercase) { Case::Capitals } else { Case::Capital }
        }
        _ => Case::Lower,
    }
}

/// What stands before a word's last hyphen, and behind it.
fn parted_at_hyphen(word: &str) -> Option<(&str, &str)> {
    let hyphen = word.bytes().rposition(|byte| byte == b'-')?;
    Some((&word[..hyphen], &word[hyphen + 1..]))
}

/// What a word that the lexicon does not know may be, by the ending of what stands behind its last hyphen.
fn guess((name, last_part): (&str, &str)) -> Classes {
    if is_name_adjective(name, last_part) {
        return Classes::ADJECTIVE | Classes::NAME_ADJECTIVE;
    }
    if !name.is_empty() && is_two_figures(name, last_part) {
        return Classes::NUMBER_WORD;
    }
    let Some(end) = last_part.as_bytes().last_chunk::<4>() else { return Classes::NOUN };
    match &end.map(|byte| byte.to_ascii_lowercase()) {
        [.., b'l', b'y'] => Classes::ADVERB,
        // "ship-tracking", "fact-finding"
        [.., b'i', b'n', b'g'] if name.len() > LONGEST_PREFIX => Classes::NOUN | Classes::ADJECTIVE,
        [.., b'i', b'n', b'g'] => Classes::VERB_ING | Classes::NOUN | Classes::ADJECTIVE,
        [.., b'e', b'd'] => Classes::VERB_PAST | Classes::VERB_PARTICIPLE | Classes::ADJECTIVE,
        [.., b'o', b'u', b's'] | [.., b'f', b'u', b'l'] | [.., b'i', b'v', b'e'] => Classes::ADJECTIVE,
        [.., b'i', b's', b'h'] | b"able" | b"ible" | b"ical" | b"dial" | b"less" => Classes::ADJECTIVE,
        [.., b's' | b'u' | b'i', b's'] => Classes::NOUN,
        [.., b's'] => Classes::NOUN | Classes::PLURAL,
        _ => Classes::NOUN,
    }
}

/// Letters of what may stand before a verb ("re-opening", "out-voting").
const LONGEST_PREFIX: usize = 3;

/// "ex-minister", "half-brother", "Vice-captain": what the noun behind the hyphen is; in "Soo-man" there is none, but a name.
fn noun_behind_prefix((prefix, noun): (&str, &str), lexicon: &Lexicon) -> Option<(WordId, Classes)> {
    const PREFIXES: [&str; 6] = ["Ex", "Co", "Vice", "Step", "Half", "Self"];
    let noun_classes = Classes::SOURCE_NOUN | Classes::NOUN | Classes::ROLE | Classes::PLURAL;
    let kept = noun_classes | Classes::MASCULINE | Classes::FEMININE;
    let small = |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase());
    if !(small(noun) && (small(prefix) || PREFIXES.contains(&prefix))) {
        return None;
    }
    let (id, classes) = lexicon.look_up(word_key_of_any(noun));
    let person = classes.intersects(Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ANONYMOUS_NOUN);
    person.then_some((id, classes.intersection(kept)))
}

/// "Thirty-one"
fn is_two_figures(tens: &str, ones: &str) -> bool {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const ONES: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let is_any = |word: &str, words: &[&str]| words.iter().any(|one| one.eq_ignore_ascii_case(word));
    is_any(tens.trim_end_matches('-'), &TENS) && is_any(ones, &ONES)
}

/// "London-based", "US-led", parted at the hyphen.
fn is_name_adjective(name: &str, participle: &str) -> bool {
    let small = || participle.len() > 2 && participle.bytes().all(|byte| byte.is_ascii_lowercase());
    name.starts_with(char::is_uppercase) && participle.ends_with("ed") && small()
}

/// Whether a token can be no part of a sentence by itself: a closing quotation mark or bracket.
pub fn closes(token: &Token) -> bool {
    matches!(token.kind, Kind::CloseQuote | Kind::CloseBracket | Kind::PlainQuote | Kind::Apostrophe) && !token.spaced
}
