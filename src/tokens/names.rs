//! Phrases of the lexicon as they stand in the copy.

use super::token::{Case, Token};
use crate::lexicon::{Classes, Lexicon, Meaning, Phrase, Spelling, WordId};

/// A phrase of the lexicon found in the copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// How many tokens it takes.
    pub len: usize,
    /// What it stands for.
    pub meaning: Meaning,
}

/// The lexicon's phrases that start with the first of `tokens`, longest first.
pub fn names<'a>(tokens: &'a [Token], lexicon: &'a Lexicon) -> impl Iterator<Item = Name> + 'a {
    let first = tokens.first().filter(|token| token.is(Classes::NAME_START | Classes::PHRASE_START));
    let second = tokens.get(1).map_or(WordId::UNKNOWN, |token| token.word);
    let phrases = first.into_iter().flat_map(move |token| lexicon.phrases(token.word, second));
    phrases
        .filter(|phrase| stands(phrase, tokens))
        .map(|phrase| Name { len: phrase.rest().len() + 1, meaning: phrase.meaning })
}

fn stands(phrase: &Phrase<'_>, tokens: &[Token]) -> bool {
    let spelt = match phrase.spelling {
        Spelling::Any => true,
        Spelling::Capital => tokens[0].is_capitalised(),
        Spelling::Article => tokens.get(1).is_some_and(Token::is_capitalised),
        Spelling::Capitals => {
            tokens[0].case == Case::Capitals || tokens[0].case == Case::Capital && tokens[0].is(Classes::ABBREVIATION)
        }
    };
    spelt
        && tokens.len() > phrase.rest().len()
        && phrase.rest().zip(&tokens[1..]).all(|(word, token)| word == token.word)
}
