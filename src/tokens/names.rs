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
        for at in 0..tokens.len() {
            starts.push(all.len() as u32);
            if tokens[at].is(Classes::NAME_START | Classes::PHRASE_START) {
                all.extend(starting_with(&tokens[at..], lexicon));
            }
        }
        starts.push(all.len() as u32);
        Self { all, starts }
    }

    /// Those that start at a token, longest first; none past the last token.
    pub fn at(&self, token: usize) -> &[Name] {
        let Some([start, end, ..]) = self.starts.get(token..) else { return &[] };
        &self.all[*start as usize..*end as usize]
    }
}

/// The lexicon's phrases that start with the first of `tokens`, longest first.
fn starting_with<'a>(tokens: &'a [Token], lexicon: &'a Lexicon) -> impl Iterator<Item = Name> + 'a {
    let second = tokens.get(1).map_or(WordId::UNKNOWN, |token| token.word);
    lexicon
        .phrases(tokens[0].word, second)
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
