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
