//! Labels before a headline or a story: what sort of story it is.

/// In lower case.
const LABELS: &[&str] = &[
    "analysis",
    "breaking",
    "claim",
    "clarification",
    "corrected",
    "correction",
    "corrections",
    "editorial",
    "exclusive",
    "explained",
    "explainer",
    "fact check",
    "fact-check",
    "factbox",
    "feature",
    "focus",
    "insight",
    "interview",
    "listen",
    "live",
    "note",
    "obituary",
    "opinion",
    "photos",
    "profile",
    "q&a",
    "quotes",
    "rating",
    "recap",
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
    const MARKS: [char; 4] = [':', '-', '–', '—'];
    let label =
        |mark: usize| headline[..mark].trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    // "Fact-check: " has two
    let Some((mark, _)) = headline.match_indices(MARKS).take(2).find(|(mark, _)| is_label(label(*mark))) else {
        return 0;
    };
    let rest = headline[mark..].trim_start_matches([':', '-', '–', '—', ' ']);
    if rest.is_empty() { 0 } else { headline.len() - rest.len() }
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
        assert_eq!(bare("Fact-check: did the mayor know?"), "did the mayor know?");
        assert_eq!(bare("Q&A: 'I knew,' says mayor"), "'I knew,' says mayor");
    }
}
