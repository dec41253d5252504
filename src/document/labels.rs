//! Labels before a headline or a story: what sort of story it is.

/// In lower case.
const LABELS: &[&str] = &[
    "analysis",
    "breaking",
    "clarification",
    "corrected",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "feature",
    "focus",
    "insight",
    "interview",
    "listen",
    "live",
    "opinion",
    "photos",
    "profile",
    "quotes",
    "refile",
    "timeline",
    "update",
    "video",
    "watch",
    "wrapup",
];

/// Whether a word is such a label, in whatever case: it is no place, and nobody who speaks.
pub fn is_label(word: &str) -> bool {
    LABELS.iter().any(|label| word.eq_ignore_ascii_case(label))
}

/// Bytes of the label that a headline begins with, the blanks behind it included: "Exclusive: ", "UPDATE 2-"; 0 where there is none.
pub(super) fn label_len(headline: &str) -> usize {
    let Some(mark) = headline.find([':', '-', '–', '—']) else { return 0 };
    let mut words = headline[..mark].split_whitespace();
    let is_label =
        words.next().is_some_and(is_label) && words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let rest = headline[mark..].trim_start_matches([':', '-', '–', '—', ' ']);
    if is_label && !rest.is_empty() { headline.len() - rest.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::label_len;

    #[test]
    fn a_label_is_no_part_of_the_headline() {
        let bare = |headline: &'static str| &headline[label_len(headline)..];
        assert_eq!(bare("Exclusive: Mayor knew of cracks"), "Mayor knew of cracks");
        assert_eq!(bare("UPDATE 2-Mayor resigns"), "Mayor resigns");
        assert_eq!(bare("ANALYSIS — Why the mayor went"), "Why the mayor went");
        assert_eq!(bare("Live music returns to Larkhaven - mayor"), "Live music returns to Larkhaven - mayor");
        assert_eq!(bare("Watch:"), "Watch:");
    }
}
