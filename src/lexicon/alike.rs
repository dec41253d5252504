//! When two names are one.

use crate::words::is_same_word;

/// The words of a name, titles and roles left out; in capitals or not.
pub trait NameWords<'a>: DoubleEndedIterator<Item = &'a str> + Clone {}

impl<'a, T: DoubleEndedIterator<Item = &'a str> + Clone> NameWords<'a> for T {}

/// Whether a later name is a short form of an earlier one: a surname, a given name with it, an acronym.
pub fn names_alike<'a, 'b>(full: impl NameWords<'a>, later: impl NameWords<'b>) -> bool {
    let (Some(first), Some(surname)) = (full.clone().next(), full.clone().next_back()) else { return false };
    let (Some(later_first), Some(last)) = (later.clone().next(), later.clone().next_back()) else { return false };
    let (words, later_words) = (full.clone().count(), later.clone().count());
    let either_short = words == 1 || later_words == 1;
    let same_surname = is_same_word(surname, last) && (either_short || initials_fit(first, later_first));
    let family_first = words == 3 || words == 2 && is_family_first(first, surname);
    let first_of_east_asian = family_first && later_words == 1 && is_same_word(first, last);
    let acronym = later_words == 1 && words >= 3 && is_acronym(full, last);
    same_surname || first_of_east_asian || acronym || words == 1 && later_words >= 3 && is_acronym(later, surname)
}

/// "Chang Chun-hsiung": two words, and a hyphen in the second.
pub fn is_family_first(family: &str, given: &str) -> bool {
    given.contains('-') && !family.contains('-')
}

/// "J. Smith" and "John Smith", "John F. Smith" and "John Smith": whether the first words may be one's.
fn initials_fit(a: &str, b: &str) -> bool {
    let starts = |name: &str, initial: &str| {
        let letters = initial.trim_end_matches('.');
        letters.len() < initial.len() && name.get(..letters.len()).is_some_and(|start| is_same_word(start, letters))
    };
    is_same_word(a, b) || starts(a, b) || starts(b, a)
}

/// Whether a word has the first letters of a name's words, small ones perhaps left out.
fn is_acronym<'a>(full: impl NameWords<'a>, word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let first = |word: &'a str| word.chars().next().into_iter().flat_map(char::to_lowercase);
    let is_big = |word: &&str| !SMALL.iter().any(|small| is_same_word(word, small));
    let big = full.clone().filter(is_big).flat_map(first);
    letters().nth(1).is_some() && (letters().eq(full.flat_map(first)) || letters().eq(big))
}

const SMALL: [&str; 6] = ["of", "the", "for", "and", "on", "in"];

#[cfg(test)]
mod tests {
    use super::names_alike;

    fn alike(full: &str, later: &str) -> bool {
        names_alike(full.split(' '), later.split(' '))
    }

    #[test]
    fn surnames_initials_and_acronyms() {
        assert!(alike("John Kirby", "Kirby"));
        assert!(alike("Kim Jong Un", "Kim"));
        assert!(alike("Wen Tai-shan", "Wen"));
        assert!(alike("International Atomic Energy Agency", "IAEA"));
        assert!(alike("International Institute for Ship Safety", "IISS"));
        assert!(alike("J. Smith", "JOHN Smith"));
        assert!(alike("John Smith", "J. Smith"));
        assert!(!alike("John Smith", "Anna Smith"));
        assert!(!alike("International Atomic Energy Agency", "IAEO"));
    }
}
