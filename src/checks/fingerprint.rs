//! Fingerprints: the same for the same finding, whatever is edited elsewhere in the story.

use rustc_hash::FxHashMap;

/// Gives out the fingerprints of one document.
#[derive(Debug, Default)]
pub struct Fingerprints {
    given: FxHashMap<u64, u32>,
}

impl Fingerprints {
    /// The fingerprint of what `rule` finds at `words`: 16 hexadecimal digits, made of the rule and the words alone. The second time
    /// that the same words stand in a document, it is another one.
    pub fn of(&mut self, rule: &str, words: &str) -> String {
        let base = hash(key(rule, words).bytes());
        let times = self.given.entry(base).or_default();
        *times += 1;
        match *times {
            1 => format!("{base:016x}"),
            times => format!("{:016x}", hash(format!("{base:016x} {times}").bytes())),
        }
    }
}

/// The rule and the words in lower case, without marks and line breaks: a changed comma is no new finding.
fn key(rule: &str, words: &str) -> String {
    let mut key = rule.to_owned();
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        key.push(' ');
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    key
}

/// The fingerprint of any text: 16 hexadecimal digits.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", hash(text.bytes()))
}

/// FNV-1a, 64 bits: the hashes of Rust's own library may change from one version to the next, and these are kept in files.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(hash("".bytes()), 0xcbf29ce484222325);
        assert_eq!(hash("foobar".bytes()), 0x85944171f73967e8);
    }

    #[test]
    fn marks_and_line_breaks_do_not_matter_and_words_do() {
        let of = |words| Fingerprints::default().of("rule", words);
        assert_eq!(of("The bridge,\nhe said"), of("the bridge he said"));
        assert_ne!(of("the bridge"), of("the bridges"));
        assert_ne!(of("the bridge"), Fingerprints::default().of("other", "the bridge"));
    }

    #[test]
    fn the_same_words_twice_are_told_apart() {
        let mut given = Fingerprints::default();
        let (first, second) = (given.of("rule", "sources"), given.of("rule", "sources"));
        assert_ne!(first, second);
        assert_eq!((first.len(), second.len()), (16, 16));
    }
}
