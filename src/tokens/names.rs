//! Phrases of the lexicon as they stand in the copy.

use super::token::{Case, Token};
use crate::lexicon::{Classes, Lexicon, Meaning, Phrase, Spelling, WordId};
use std::ops::Range;

/// A phrase of the lexicon found in the copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// How many tokens it takes.
    pub len: usize,
    /// What it stands for.
    pub meaning: Meaning,
}

/// All phrases of the lexicon in the copy, found once: every stage asks for them.
#[derive(Debug)]
pub struct Names {
    all: Vec<Name>,
    /// Per token, where its phrases begin in `all`; one more for the end.
    starts: Vec<u32>,
}

impl Names {
    /// Finds them; linear.
    pub fn of(tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut all = Vec::new();
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        for (at, token) in tokens.iter().enumerate() {
            if !token.starts_name() || !may_start_phrase(&tokens[at..], lexicon) {
                continue;
            }
            let before = all.len();
            starting_with(&tokens[at..], lexicon, &mut all);
            if all.len() > before {
                starts.resize(at + 1, before as u32);
            }
        }
        starts.resize(tokens.len() + 1, all.len() as u32);
        Self { all, starts }
    }

    /// Those that start at a token, longest first; none past the last token.
    pub fn at(&self, token: usize) -> &[Name] {
        match self.starts.get(token..) {
            Some([start, end, ..]) if start < end => &self.all[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// Those that start within `tokens`.
    pub fn within(&self, tokens: Range<usize>) -> &[Name] {
        let place = |token: usize| self.starts.get(token).map_or(self.all.len(), |start| *start as usize);
        &self.all[place(tokens.start)..place(tokens.end)]
    }
}

/// Whether a phrase of the lexicon may start with the first of `tokens`, a word that starts some. Most stand before one that goes on with
/// none, and the lexicon's phrases need not be asked.
fn may_start_phrase(tokens: &[Token], lexicon: &Lexicon) -> bool {
    tokens[0].is(Classes::PHRASE_ALONE) || goes_on(tokens, lexicon)
}

/// Whether the second word is one that phrases go on with after the first.
fn goes_on(tokens: &[Token], lexicon: &Lexicon) -> bool {
    matches!(tokens, [first, second, ..]
        if second.is(Classes::PHRASE_SECOND) && lexicon.may_begin_phrase(first.word, second.word))
}

/// Adds the lexicon's phrases that start with the first of `tokens`, longest first.
fn starting_with(tokens: &[Token], lexicon: &Lexicon, found: &mut Vec<Name>) {
    let mut add = |phrase: Phrase<'_>| {
        if stands(&phrase, tokens) {
            found.push(Name { len: phrase.rest().len() + 1, meaning: phrase.meaning() });
        }
    };
    if goes_on(tokens, lexicon) {
        let third = tokens.get(2).map_or(WordId::UNKNOWN, |token| token.word);
        lexicon.longer_phrases(tokens[0].word, tokens[1].word, third).for_each(&mut add);
    }
    if tokens[0].is(Classes::PHRASE_ALONE) {
        lexicon.lone_phrases(tokens[0].word).for_each(&mut add);
    }
}

fn stands(phrase: &Phrase<'_>, tokens: &[Token]) -> bool {
    let spelt = match phrase.spelling() {
        Spelling::Any => true,
        Spelling::Capital => tokens[0].is_capitalised(),
        Spelling::Article => tokens.get(1).is_some_and(Token::is_capitalised),
        Spelling::Capitals => {
            tokens[0].case == Case::Capitals || tokens[0].case == Case::Capital && tokens[0].is(Classes::ABBREVIATION)
        }
    };
    spelt
        && tokens.len() > phrase.rest().len()
        // that the second and third words are the phrase's is how it was found
        && phrase.rest().zip(&tokens[1..]).skip(2).all(|(word, token)| word == token.word)
}
