//! Words that are the same part of the sentence whatever stands around them: most words.

use super::{C, CLOSED, Tag};

/// The tag of a word that is no name and that nothing around can make anything else; `None` if its neighbours have to be asked.
pub(super) fn tag_alone(classes: C) -> Option<Tag> {
    let closed = classes.intersection(CLOSED).bits();
    if closed == 0 {
        return open_alone(classes);
    }
    // of the words that belong to several closed classes, the neighbours decide
    let (tag, unless) = ALONE[closed.trailing_zeros() as usize]?;
    (closed & (closed - 1) == 0 && !classes.intersects(unless)).then_some(tag)
}

/// The same for a word of no closed class.
fn open_alone(classes: C) -> Option<Tag> {
    const SEVERAL: C = C::VERB.union(C::ADJECTIVE).union(C::ADVERB).union(C::TIME);
    const NOUN: C = C::NOUN.union(C::SOURCE_NOUN);
    let found = classes.intersection(SEVERAL);
    match () {
        () if found.is_empty() || found == C::TIME && classes.contains(C::NOUN) => Some(Tag::Noun),
        () if classes.intersects(NOUN) => None,
        () if found == C::ADJECTIVE => Some(Tag::Adjective),
        () if found == C::ADVERB || found == C::TIME => Some(Tag::Adverb),
        () => None,
    }
}

/// By the number of a closed class: the tag of words that belong to no other closed class, unless to one of those named with it.
const ALONE: [Option<(Tag, C)>; 64] = {
    let mut alone = [None; 64];
    let mut row = 0;
    while row < ROWS.len() {
        let (class, tag, unless) = ROWS[row];
        let mut place = 0;
        while place < 64 {
            if class.bits() >> place & 1 == 1 {
                alone[place] = Some((tag, unless));
            }
            place += 1;
        }
        row += 1;
    }
    alone
};

const ROWS: &[(C, Tag, C)] = &[
    (C::DETERMINER.union(C::POSSESSIVE_DETERMINER), Tag::Determiner, C::empty()),
    (C::PRONOUN.union(C::REFLEXIVE), Tag::Pronoun, C::NOUN.union(C::ADJECTIVE)),
    (C::WH, Tag::Wh, C::empty()),
    (C::PREPOSITION, Tag::Preposition, C::VERB_BASE.union(C::VERB_ING).union(C::ADJECTIVE).union(C::ADVERB)),
    (C::COORDINATOR, Tag::Coordinator, C::ADVERB),
    (C::SUBORDINATOR, Tag::Subordinator, C::VERB_PARTICIPLE),
    (C::BE, Tag::Be, C::empty()),
    (C::HAVE, Tag::Have, C::empty()),
    (C::DO, Tag::Do, C::empty()),
    (C::NEGATION, Tag::Negation, C::empty()),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::WordSet;
    use crate::phrases::tag::Tagger;
    use crate::span::Span;
    use crate::tokens::Token;
    use crate::words::Kind;

    fn word(classes: C) -> Token {
        let mut word = Token::new(Span::new(0, 1), Kind::Word, true);
        word.classes = classes;
        word
    }

    #[test]
    fn neighbours_make_nothing_else_of_these_words() {
        let before =
            [Tag::Noun, Tag::Proper, Tag::Pronoun, Tag::Determiner, Tag::Modal, Tag::Be, Tag::Negation, Tag::Mark];
        let behind = [C::NOUN, C::ADJECTIVE, C::VERB_PAST, C::VERB_BASE, C::DETERMINER, C::THAT];
        let one = |bit: u32| C::from_bits_retain(1 << bit);
        for classes in (0..64).flat_map(|a| (a..64).map(move |b| one(a) | one(b))) {
            let Some(tag) = tag_alone(classes) else { continue };
            for (before, behind) in before.iter().flat_map(|tag| behind.map(|next| (*tag, next))) {
                let tokens = [word(C::empty()), word(classes), word(behind)];
                let tags = &mut [before, Tag::Mark, Tag::Mark];
                let tagger = Tagger { tokens: &tokens, title_case: false, names: &WordSet::default(), tags };
                assert_eq!(tagger.tag_by_neighbours(1), tag, "{classes:?} behind {before:?}, before {behind:?}");
            }
        }
    }
}
