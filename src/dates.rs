//! Resolves "Monday", "Aug. 30" or "last week" against the day a story is dated.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The day that the words mean in a story dated `day`; `None` where they do not tell a day.
pub fn resolve(words: &str, day: Date) -> Option<Date> {
    let lower = words.to_lowercase();
    match lower.as_str() {
        "today" | "tonight" => return Some(day),
        "yesterday" => return day.yesterday().ok(),
        _ => {}
    }
    if let [count, unit, "ago" | "earlier"] = lower.split_whitespace().collect::<Vec<_>>()[..] {
        return days_back(count, unit, day);
    }
    let first = lower.split_whitespace().next()?;
    weekday(first).map_or_else(|| month_day(&lower, day), |wanted| latest_weekday(wanted, day))
}

/// Whether the word counts days, weeks, months or years.
pub fn is_span(word: &str) -> bool {
    matches!(word.trim_end_matches('s'), "day" | "week" | "month" | "year")
}

/// "two days ago"; months and years tell no day.
fn days_back(count: &str, unit: &str, day: Date) -> Option<Date> {
    const COUNTS: [&str; 10] = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let count = if matches!(count, "an" | "one") { "a" } else { count };
    let spelt = COUNTS.iter().position(|word| *word == count).map(|place| place as i64 + 1);
    let count = spelt.or_else(|| count.parse().ok().filter(|count| (1..=999).contains(count)))?;
    match unit.trim_end_matches('s') {
        "day" => day.checked_sub(count.days()).ok(),
        "week" => day.checked_sub((7 * count).days()).ok(),
        _ => None,
    }
}

/// The weekday on or before the day.
fn latest_weekday(wanted: Weekday, day: Date) -> Option<Date> {
    (0..7).filter_map(|back| day.checked_sub(back.days()).ok()).find(|date| date.weekday() == wanted)
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    let stem = word.get(..3)?;
    let is_day = word.ends_with("day") || word.trim_end_matches('.').len() <= 5;
    DAYS.iter().find(|(name, _)| *name == stem && is_day).map(|(_, day)| *day)
}

/// "aug. 30", "august 30, 2023": without a year, the latest such day on or before the story's.
fn month_day(lower: &str, day: Date) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = MONTHS.iter().position(|name| lower.starts_with(name))? as i8 + 1;
    let numbers: Vec<i16> = lower.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let of_month = i8::try_from(*numbers.first()?).ok()?;
    let year = numbers.get(1).copied().unwrap_or(day.year());
    let date = Date::new(year, month, of_month).ok()?;
    if date > day && numbers.len() == 1 { Date::new(year - 1, month, of_month).ok() } else { Some(date) }
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use jiff::civil::date;

    #[test]
    fn weekdays_and_dates_fall_on_or_before_the_storys_day() {
        let day = date(2023, 9, 4);
        assert_eq!(resolve("Monday", day), Some(day));
        assert_eq!(resolve("Sunday", day), Some(date(2023, 9, 3)));
        assert_eq!(resolve("Aug. 30", day), Some(date(2023, 8, 30)));
        assert_eq!(resolve("Dec. 30", day), Some(date(2022, 12, 30)));
        assert_eq!(resolve("two days ago", day), Some(date(2023, 9, 2)));
        assert_eq!(resolve("a week earlier", day), Some(date(2023, 8, 28)));
        assert_eq!(resolve("three months ago", day), None);
        assert_eq!(resolve("earlier", day), None);
    }
}
