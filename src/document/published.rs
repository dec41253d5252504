//! The day a story is dated.

use super::dateline::DayOfYear;
use jiff::ToSpan;
use jiff::civil::Date;

/// The day meant by a dateline's `day`, where `known` is the day that `--date` or the input's metadata gives. A full date in the
/// dateline stands; one without a year is the latest that is not long after `known`; without a dateline's date, `known` itself.
pub(super) fn published(day: Option<DayOfYear>, known: Option<Date>) -> Option<Date> {
    match (day, known) {
        (Some(DayOfYear { year: Some(year), month, day }), _) => Date::new(year, month, day).ok().or(known),
        (Some(day), Some(known)) => latest(day, known).or(Some(known)),
        (None, known) => known,
        (Some(_), None) => None,
    }
}

/// By how many days a dateline may be ahead of the day that is known: sent for the morrow, or held back.
const AHEAD: i32 = 7;

/// The latest such day up to a few days after `known`. Eight years back are enough for any 29 February.
fn latest(day: DayOfYear, known: Date) -> Option<Date> {
    let last = known.checked_add(AHEAD.days()).unwrap_or(known);
    let years = (0..=8).map(|back| last.year() - back);
    years.filter_map(|year| Date::new(year, day.month, day.day).ok()).find(|date| *date <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn on(month: i8, day: i8, year: Option<i16>) -> Option<DayOfYear> {
        Some(DayOfYear { month, day, year })
    }

    #[test]
    fn the_year_comes_from_the_known_date() {
        assert_eq!(published(on(9, 4, None), Some(date(2023, 9, 5))), Some(date(2023, 9, 4)));
        assert_eq!(published(on(12, 31, None), Some(date(2024, 1, 1))), Some(date(2023, 12, 31)));
        assert_eq!(published(on(2, 29, None), Some(date(2023, 5, 1))), Some(date(2020, 2, 29)));
        assert_eq!(published(on(9, 4, None), None), None);
        assert_eq!(published(on(9, 7, None), Some(date(2023, 9, 5))), Some(date(2023, 9, 7)));
        assert_eq!(published(on(1, 1, None), Some(date(2023, 12, 31))), Some(date(2024, 1, 1)));
        assert_eq!(published(on(9, 14, None), Some(date(2023, 9, 5))), Some(date(2022, 9, 14)));
    }

    #[test]
    fn a_full_date_stands() {
        assert_eq!(published(on(3, 12, Some(2024)), Some(date(2025, 1, 1))), Some(date(2024, 3, 12)));
        assert_eq!(published(on(2, 31, Some(2024)), None), None);
    }

    #[test]
    fn without_a_date_in_the_dateline_the_known_one_counts() {
        assert_eq!(published(None, Some(date(2025, 1, 1))), Some(date(2025, 1, 1)));
        assert_eq!(published(on(2, 31, None), Some(date(2025, 1, 1))), Some(date(2025, 1, 1)));
    }
}
