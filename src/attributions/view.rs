//! Tokens as nom sees them: forwards from a place, or backwards from it.

use crate::lexicon::{Classes, Cue, Lexicon, Meaning, StandIn, word_key};
use crate::phrases::{Phrases, Tag};
use crate::tokens::{Name, Token, Tokens};
use crate::words::Kind;
use nom::{IResult, Input, Needed, Offset};
use std::ops::Range;

/// All that productions may look at: tokens, phrases and the lexicon.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The document's tokens.
    pub tokens: &'a Tokens<'a>,
    /// Their tags and noun phrases.
    pub phrases: &'a Phrases,
    /// What is known of words.
    pub lexicon: &'a Lexicon,
    /// What is asked for most, at hand.
    all: &'a [Token],
    tags: &'a [Tag],
}

impl<'a> Reading<'a> {
    /// The reading of a document.
    pub fn of(tokens: &'a Tokens<'a>, phrases: &'a Phrases, lexicon: &'a Lexicon) -> Self {
        Self { tokens, phrases, lexicon, all: &tokens.all, tags: &phrases.tags }
    }

    /// The token at an index; all indices are of the document's tokens.
    pub fn token(&self, at: usize) -> &'a Token {
        &self.all[at]
    }

    /// The token's tag.
    pub fn tag(&self, at: usize) -> Tag {
        self.tags[at]
    }

    /// The tokens in `range` that `wanted` accepts.
    pub fn those<F: Fn(&Token) -> bool>(
        &self,
        range: Range<usize>,
        wanted: F,
    ) -> impl DoubleEndedIterator<Item = usize> + use<'a, F> {
        let start = range.start;
        let tokens = self.all.get(range).unwrap_or_default().iter().enumerate();
        tokens.filter(move |(_, token)| wanted(token)).map(move |(at, _)| start + at)
    }

    /// The marks of the kind in `range`.
    pub fn marks(&self, range: Range<usize>, kind: Kind) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        self.those(range, move |token| token.kind == kind)
    }

    /// Whether a token in `range` has the tag.
    pub fn has_tag(&self, range: Range<usize>, tag: Tag) -> bool {
        self.tags.get(range).is_some_and(|tags| tags.contains(&tag))
    }

    /// Whether a finite verb stands in `range`.
    pub fn has_finite(&self, range: Range<usize>) -> bool {
        self.tags.get(range).is_some_and(|tags| tags.iter().any(|tag| tag.is_finite()))
    }

    /// The token's own words.
    pub fn str(&self, at: usize) -> &'a str {
        self.tokens.str(at)
    }

    /// Whether the token is this word (given in lower case).
    #[inline(always)]
    pub fn is_word(&self, at: usize, word: &str) -> bool {
        // the key is made when this is compiled in
        self.token(at).key == word_key(word)
    }

    /// Whether the token is one of these words (made by [`keys!`]).
    pub fn is_any(&self, at: usize, words: &[u64]) -> bool {
        words.contains(&self.token(at).key)
    }

    /// The lexicon's phrases that start at the token, longest first.
    pub fn names(&self, at: usize) -> impl Iterator<Item = Name> + use<'a> {
        let starts = self.all.get(at).is_some_and(Token::starts_name);
        let names = if starts { self.tokens.names_at(at) } else { &[] };
        names.iter().copied()
    }

    /// Whom the token stands for, as a noun: see [`Lexicon::stand_in`].
    pub fn stand_in(&self, at: usize) -> Option<StandIn> {
        let token = self.token(at);
        token.is(Classes::PHRASE_ALONE).then(|| self.lexicon.stand_in(token.word))?
    }

    /// The cue that the token is, where it is a form of a verb that attributes.
    pub fn verb_cue(&self, at: usize) -> Option<Cue> {
        let token = self.token(at);
        let number = token.is(Classes::CUE_VERB).then(|| self.lexicon.word(token.word).verb)?;
        number.map(|number| self.lexicon.cue(number))
    }

    /// Length of the longest phrase of that meaning at the token; 0 if there is none.
    pub fn phrase_len(&self, at: usize, meaning: Meaning) -> usize {
        self.names(at).find(|name| name.meaning == meaning).map_or(0, |name| name.len)
    }

    /// Whether a phrase of that meaning starts within `range`.
    pub fn has_phrase(&self, range: Range<usize>, meaning: Meaning) -> bool {
        self.tokens.names_within(range).iter().any(|name| name.meaning == meaning)
    }

    /// The tokens of `range`, read forwards.
    pub fn ahead(&self, range: Range<usize>) -> Ahead<'_> {
        Words { reading: self, range }
    }

    /// The tokens of `range`, read backwards from its end.
    pub fn behind(&self, range: Range<usize>) -> Behind<'_> {
        Words { reading: self, range }
    }
}

/// A run of tokens that nom parses; `BACK` reads it from its end.
#[derive(Clone)]
pub struct Words<'a, const BACK: bool> {
    /// What they are tokens of.
    pub reading: &'a Reading<'a>,
    /// Which tokens are left.
    pub range: Range<usize>,
}

/// Tokens read forwards.
pub type Ahead<'a> = Words<'a, false>;
/// Tokens read backwards.
pub type Behind<'a> = Words<'a, true>;
/// What a production's parts give.
pub type Parsed<I, O> = IResult<I, O, ()>;

impl<const BACK: bool> Words<'_, BACK> {
    /// Index of the next token to be read.
    pub fn next(&self) -> Option<usize> {
        if self.range.is_empty() {
            return None;
        }
        Some(if BACK { self.range.end - 1 } else { self.range.start })
    }

    /// Where reading stands: the border between what is read and what is not.
    pub fn place(&self) -> usize {
        if BACK { self.range.end } else { self.range.start }
    }
}

/// Token indices in reading order.
#[derive(Debug, Clone)]
pub struct Indices {
    range: Range<usize>,
    back: bool,
}

impl Iterator for Indices {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.back { self.range.next_back() } else { self.range.next() }
    }
}

impl<const BACK: bool> Input for Words<'_, BACK> {
    type Item = usize;
    type Iter = Indices;
    type IterIndices = std::iter::Enumerate<Indices>;

    fn input_len(&self) -> usize {
        self.range.len()
    }

    fn take(&self, count: usize) -> Self {
        self.take_split(count).1
    }

    fn take_from(&self, count: usize) -> Self {
        self.take_split(count).0
    }

    /// (what is left, what is taken), as nom has it.
    fn take_split(&self, count: usize) -> (Self, Self) {
        let Range { start, end } = self.range;
        let (left, taken) =
            if BACK { (start..end - count, end - count..end) } else { (start + count..end, start..start + count) };
        (Words { range: left, ..self.clone() }, Words { range: taken, ..self.clone() })
    }

    fn position<P: Fn(usize) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Indices {
        Indices { range: self.range.clone(), back: BACK }
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.range.len() { Ok(count) } else { Err(Needed::new(count - self.range.len())) }
    }
}

impl<const BACK: bool> Offset for Words<'_, BACK> {
    fn offset(&self, later: &Self) -> usize {
        self.place().abs_diff(later.place())
    }
}

/// The one primitive: a token that `wanted` accepts; gives its index.
pub fn token<'a, const BACK: bool>(
    wanted: impl Fn(&Reading<'a>, usize) -> bool,
) -> impl Fn(Words<'a, BACK>) -> Parsed<Words<'a, BACK>, usize> {
    move |input| match input.next() {
        Some(at) if wanted(input.reading, at) => Ok((input.take_from(1), at)),
        _ => Err(nom::Err::Error(())),
    }
}

/// A token with the tag.
pub fn tagged<'a, const BACK: bool>(tag: Tag) -> impl Fn(Words<'a, BACK>) -> Parsed<Words<'a, BACK>, usize> {
    token(move |reading, at| reading.tag(at) == tag)
}

/// A mark of the kind.
pub fn mark<'a, const BACK: bool>(kind: Kind) -> impl Fn(Words<'a, BACK>) -> Parsed<Words<'a, BACK>, usize> {
    token(move |reading, at| reading.token(at).kind == kind)
}

/// A whole base noun phrase that borders on the place; gives its tokens.
pub fn noun_phrase<const BACK: bool>(input: Words<'_, BACK>) -> Parsed<Words<'_, BACK>, Range<usize>> {
    let found = input.next().and_then(|at| input.reading.phrases.noun_at(at));
    match found {
        Some(noun) if noun.start >= input.range.start && noun.end <= input.range.end => {
            Ok((input.take_from(noun.len()), noun))
        }
        _ => Err(nom::Err::Error(())),
    }
}
