//! Features of a candidate: each is a readable text, put together of names.

use crate::lexicon::{Key, Weights};

/// A name that features are made of, with its key: no text is written to look a feature up.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    text: &'a str,
    key: Key,
}

impl<'a> Name<'a> {
    /// The name with this text.
    pub const fn of(text: &'a str) -> Self {
        Self { text, key: Key::of(text) }
    }

    /// How it reads.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The key of its text.
    pub fn key(self) -> Key {
        self.key
    }
}

/// A name that is made when the program is compiled, and its key with it.
macro_rules! name {
    ($text:literal) => {
        const { &$crate::attributions::feature::Name::of($text) }
    };
}
pub(super) use name;

/// The key of a feature, under which its weight is kept.
fn key(feature: &[&Name<'_>]) -> Key {
    feature.iter().fold(Key::EMPTY, |key, name| key.then(name.key))
}

/// The keys of what is scored: all of its features first, then their weights. That is less code than each weight where its feature is
/// made, and no look-up waits for the one before.
pub struct Keys {
    all: [u64; MOST_FEATURES],
    len: usize,
}

/// Nothing that is scored has more features than this.
pub const MOST_FEATURES: usize = 46;

impl Keys {
    /// No feature yet.
    pub fn none() -> Self {
        Self { all: [0; MOST_FEATURES], len: 0 }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a feature.
    pub fn add(&mut self, feature: &[&Name<'_>]) {
        self.all[self.len] = key(feature).value();
        self.len += 1;
    }

    /// The weights of the features, in their order.
    pub fn weights<'a>(&'a self, weights: Weights<'a>) -> impl Iterator<Item = f32> + 'a {
        self.all[..self.len].iter().map(move |key| weights.get(*key))
    }
}

/// The feature as it is read and written.
pub fn text(feature: &[&Name<'_>]) -> String {
    let mut text = String::with_capacity(feature.iter().map(|name| name.text.len()).sum());
    text.extend(feature.iter().map(|name| name.text));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_has_the_key_of_its_text() {
        let say = Name::of("say");
        let feature = [name!("lemma "), &say, name!(" + "), name!("finite")];
        assert_eq!(text(&feature), "lemma say + finite");
        assert_eq!(key(&feature), Key::of(&text(&feature)));
    }
}
