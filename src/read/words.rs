//! Comparing pieces of text by their words.

/// `text` as it is compared: letters and digits only, in small letters, words parted by one blank.
pub(super) fn plain_key(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether two headlines are the same, but for what a site adds to one at its end (" | The Courier").
pub(super) fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (plain_key(one), plain_key(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !short.is_empty()
        && long.starts_with(&short)
        && long[short.len()..].starts_with([' ']) | (long.len() == short.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sites_name_makes_no_difference() {
        assert!(same_words("Bridge “shut” - mayor", "Bridge shut – mayor | The Courier"));
        assert!(!same_words("Bridge", "Bridges shut"));
        assert!(!same_words("", "Bridge"));
    }
}
