//! Tags and base noun phrases of every sentence.

mod chunk;
mod tag;

pub use tag::Tag;

use crate::document::{BlockKind, Document};
use crate::lexicon::{Classes, Meaning, WordId, WordSet};
use crate::tokens::{Holders, Name, Sentence, Token, Tokens};
use crate::words::Kind;
use std::ops::Range;

/// The phrases of a document; all indices are of its tokens.
#[derive(Debug)]
pub struct Phrases {
    /// One tag a token.
    pub tags: Vec<Tag>,
    /// Base noun phrases in order.
    pub nouns: Vec<Range<usize>>,
    /// Per token, the noun phrase that holds it.
    noun_of: Holders,
}

impl Phrases {
    /// Tags and phrases of all sentences; linear.
    pub fn of(document: &Document, tokens: &Tokens<'_>) -> Self {
        // those that have none yet count as marks
        let mut tags = vec![Tag::Mark; tokens.all.len()];
        let mut nouns = Vec::with_capacity(tokens.all.len() / 3);
        let names = names(document, tokens);
        for sentence in &tokens.sentences {
            let words = &tokens.all[sentence.tokens.clone()];
            let here = &mut tags[sentence.tokens.clone()];
            tag::tag(words, is_title_case(document, sentence, words), &names, here);
            let offset = sentence.tokens.start;
            join_names(tokens, offset, here);
            nouns.extend(chunk::noun_phrases(words, here).map(|r| r.start + offset..r.end + offset));
        }
        let noun_of = Holders::of(nouns.iter().cloned().enumerate(), tags.len());
        Self { tags, nouns, noun_of }
    }

    /// The noun phrase that holds the token.
    pub fn noun_at(&self, token: usize) -> Option<Range<usize>> {
        self.noun_of.at(token).map(|index| self.nouns[index].clone())
    }
}

/// "a |Department of Justice official": the whole name of a body or outlet stands before a noun, with the "of" that is in it. `tags` are
/// those of the sentence that starts at `offset`.
fn join_names(tokens: &Tokens<'_>, offset: usize, tags: &mut [Tag]) {
    let is_body = |name: &&Name| name.len > 2 && matches!(name.meaning, Meaning::Body(_) | Meaning::Outlet(_));
    // most sentences have none
    if !tokens.names_within(offset..offset + tags.len()).iter().any(|name| is_body(&name)) {
        return;
    }
    for at in 0..tags.len() {
        if tags[at] != Tag::Proper || !tokens.all[offset + at].starts_name() {
            continue;
        }
        let end = tokens.names_at(offset + at).iter().find(is_body).map(|name| at + name.len);
        if let Some(end) = end.filter(|end| tags.get(*end) == Some(&Tag::Noun)) {
            tags[at..end].fill(Tag::Proper);
        }
    }
}

/// Known words that the copy writes with a capital inside sentences and never without: names there, and so at a sentence's start.
fn names(document: &Document, tokens: &Tokens<'_>) -> WordSet {
    let mut names = WordSet::default();
    for (at, token) in tokens.all.iter().enumerate() {
        if token.is_capitalised() && stands_inside(document, tokens, at) {
            names.insert(token.word);
        }
    }
    for (at, token) in tokens.all.iter().enumerate() {
        if !token.is_capitalised() && names.contains(token.word) && stands_inside(document, tokens, at) {
            names.remove(token.word);
        }
    }
    names
}

/// Whether a known word stands where it has no capital unless it is a name: in no headline, and first in no sentence, no quotation, and not
/// behind a label and its colon.
fn stands_inside(document: &Document, tokens: &Tokens<'_>, at: usize) -> bool {
    let token = &tokens.all[at];
    let Some(sentence) = tokens.sentences.get(tokens.sentence_at(at)) else { return false };
    token.is_word()
        && token.word != WordId::UNKNOWN
        && at > sentence.tokens.start
        && !tokens.all[at - 1].is_quote_mark()
        && tokens.all[at - 1].kind != Kind::Colon
        && document.blocks[sentence.block].kind != BlockKind::Headline
}

/// Whether capitals mean nothing in this sentence: a headline in which most words have one.
fn is_title_case(document: &Document, sentence: &Sentence, words: &[Token]) -> bool {
    if document.blocks[sentence.block].kind != BlockKind::Headline {
        return false;
    }
    let open = |t: &&Token| t.is_word() && !t.is(Classes::PREPOSITION | Classes::DETERMINER | Classes::COORDINATOR);
    let all = words.iter().filter(open).count();
    let capitals = words.iter().filter(open).filter(|t| t.is_capitalised()).count();
    all >= 3 && capitals * 4 >= all * 3
}
