//! What somebody may have meant who mistyped a name.

use strsim::damerau_levenshtein;

/// The name most like `typed`, if no more than a third of its letters differ.
pub fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let typed = &typed.to_lowercase();
    let measured = names.map(|name| (damerau_levenshtein(typed, name), name));
    let (distance, name) = measured.min()?;
    (distance * 3 <= name.len().max(typed.len())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_names_are_proposed() {
        let names = || ["anon-bare", "hop-lost"].into_iter();
        assert_eq!(nearest("anon-bar", names()), Some("anon-bare"));
        assert_eq!(nearest("hoplost", names()), Some("hop-lost"));
        assert_eq!(nearest("HOP_LOST", names()), Some("hop-lost"));
        assert_eq!(nearest("colour", names()), None);
    }
}
