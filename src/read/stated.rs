//! What an input's own metadata states of the copy.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// What an input states beside its text. Nothing of it is guessed: what is not stated is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// The item's own name: a guid, a line's `id`.
    pub id: Option<String>,
    /// The headline.
    pub headline: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it was filed.
    pub place: Option<String>,
    /// The agency or paper in whose voice the copy speaks: a provider, a `publication` key.
    pub publication: Option<String>,
    /// Who carries it, which may be another: a site's name.
    pub publisher: Option<String>,
    /// The day it is dated.
    pub published: Option<Date>,
    /// Language tag.
    pub language: Option<String>,
    /// The slug.
    pub slug: Option<String>,
    /// The credit line.
    pub credit: Option<String>,
    /// The desk's note to editors.
    pub note: Option<String>,
    /// Who handled the item, in order.
    pub handled: Vec<Handled>,
}

/// One step of an item's way through the agencies: who handled it and how. No hop of a claim's chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Handled {
    /// Who.
    pub party: String,
    /// What was done ("edited", "transmitted"), where it is stated.
    pub action: Option<String>,
}

impl Stated {
    /// What `self` states, and what only `other` states.
    pub fn or(self, other: Self) -> Self {
        Self {
            id: self.id.or(other.id),
            headline: self.headline.or(other.headline),
            byline: self.byline.or(other.byline),
            place: self.place.or(other.place),
            publication: self.publication.or(other.publication),
            publisher: self.publisher.or(other.publisher),
            published: self.published.or(other.published),
            language: self.language.or(other.language),
            slug: self.slug.or(other.slug),
            credit: self.credit.or(other.credit),
            note: self.note.or(other.note),
            handled: if self.handled.is_empty() { other.handled } else { self.handled },
        }
    }
}

/// `words` with single blanks and none at the ends; `None` where nothing is left.
pub(super) fn tidy(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

/// The day of "2024-03-12T10:00:00Z", "20240312T100000", "Tue, 12 Mar 2024 10:00:00 GMT", "2024-03-12".
pub(super) fn day(words: &str) -> Option<Date> {
    let words = words.trim();
    let dashed = || words.get(..10).and_then(|day| day.parse().ok());
    let solid = || words.get(..8).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok();
    let mail = || jiff::fmt::rfc2822::parse(words).ok().map(|time| time.date());
    dashed().or_else(solid).or_else(mail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        let third = Some(jiff::civil::date(2023, 11, 3));
        for written in [
            "2023-11-03",
            " 2023-11-03T23:59:00+09:00",
            "20231103T101500Z",
            "20231103",
            "Fri, 03 Nov 2023 10:15:00 GMT",
            "3 Nov 2023 10:15 +0100",
        ] {
            assert_eq!(day(written), third, "{written}");
        }
        for written in ["", "November 3", "2023-13-03", "20231303", "éééééééééé"] {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
