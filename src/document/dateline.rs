//! "MOSCOW, Sept. 4 (Reuters) -" at the start of a paragraph.
//!
//! A dateline is place, date, agency and dash, each of which may be missing. The parsers read what could be one; [`Parts::is_sure`]
//! and [`Parts::is_likely`] tell how much like one it looks.

use super::labels::is_label;
use super::words::{border_before, is_blank};
use crate::lexicon::{Lexicon, Meaning, WordId};
use memchr::{memchr3, memchr3_iter};
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n, take_while1};
use nom::character::complete::{char, digit1};
use nom::combinator::{map, map_opt, not, opt, peek, recognize, success, verify};
use nom::multi::{many_m_n, many0};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

/// A dateline's pieces as written, and the day it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// "MOSCOW".
    pub place: Option<&'a str>,
    /// "Sept. 4".
    pub date: Option<&'a str>,
    /// The date's numbers; `None` for a weekday alone.
    pub day: Option<DayOfYear>,
    /// "Reuters".
    pub agency: Option<&'a str>,
    /// The whole with its dash and without blanks at its end.
    pub whole: &'a str,
    /// Where the story begins: bytes from the start of the paragraph.
    pub len: usize,
}

/// A day of a month, perhaps with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayOfYear {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31, not checked against the month.
    pub day: i8,
    /// Four digits.
    pub year: Option<i16>,
}

/// No dateline is longer than this, in bytes.
const LONGEST: usize = 160;

/// Whether there is in the head what stands in every dateline: a colon, what closes the agency's name, or a dash.
fn has_end(head: &[u8]) -> bool {
    memchr3(b':', b')', b'/', head).is_some() || memchr3_iter(b'-', b'_', 0xe2, head).any(|at| is_dash(head, at))
}

/// Whether the mark at this byte is a dash and no hyphen within a word; the longer ones are the bytes 0xE2, 0x80 and 0x90 to 0x95.
fn is_dash(head: &[u8], at: usize) -> bool {
    let is_in_word = |at: Option<usize>| at.and_then(|at| head.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    match head[at] {
        0xe2 => matches!(head[at..], [_, 0x80, 0x90..=0x95, ..]),
        _ => !(is_in_word(at.checked_sub(1)) && is_in_word(Some(at + 1))),
    }
}

/// Words in capitals that stand before a dash and are no places, though they may well be who says so before a colon.
const NO_PLACES: &[&str] = &["NOTE", "POLL", "REPORT"];

/// Small words inside a place's name.
const PARTICLES: &[&str] =
    &["al", "da", "de", "del", "do", "dos", "du", "el", "la", "las", "le", "los", "of", "on", "the", "upon"];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The months in order.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What could be a dateline at the start of `paragraph`, with words of the story after it.
pub(super) fn dateline(paragraph: &str) -> Option<Parts<'_>> {
    let head = head_of(paragraph)?;
    if head.starts_with(['"', '“']) || !has_end(head.as_bytes()) {
        return None;
    }
    finished(whole(head).ok()?, paragraph, head)
}

/// Whether the first words tell already that no dateline is there: capitalised ones, which may be a place, with nothing but a blank
/// between them and a small one that no place and no date has. That is how most paragraphs begin.
fn opens_sentence(paragraph: &[u8]) -> bool {
    let mut rest = paragraph;
    for _ in 0..=MOST_BORDERS {
        let len = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (word, after) = rest.split_at(len);
        match (word, after) {
            ([], _) => return false,
            _ if may_be_in_date(word) => return false,
            ([b'a'..=b'z', ..], _) => return !PARTICLES.iter().any(|particle| particle.as_bytes() == word),
            (_, [b' ', next @ ..]) => rest = next,
            _ => return false,
        }
    }
    false
}

/// Whether a word of ASCII letters begins as the name of a month or weekday does.
fn may_be_in_date(word: &[u8]) -> bool {
    let Some(start) = word.first_chunk::<3>() else { return false };
    matches!(
        &start.map(|byte| byte.to_ascii_lowercase()),
        b"jan"
            | b"feb"
            | b"mar"
            | b"apr"
            | b"may"
            | b"jun"
            | b"jul"
            | b"aug"
            | b"sep"
            | b"oct"
            | b"nov"
            | b"dec"
            | b"mon"
            | b"tue"
            | b"wed"
            | b"thu"
            | b"fri"
            | b"sat"
            | b"sun"
    )
}

/// The bytes of a paragraph that a dateline may fill; `None` where its first words rule one out.
fn head_of(paragraph: &str) -> Option<&str> {
    (!opens_sentence(paragraph.as_bytes())).then(|| &paragraph[..border_before(paragraph, LONGEST)])
}

/// An agency's name that nothing marks as one, so that only a known one counts: "AFP - ", "Tehran, IRNA – ", "TASS, November 3. ".
pub(super) fn unmarked_agency(paragraph: &str) -> Option<Parts<'_>> {
    let head = head_of(paragraph)?;
    let dashed = |head| terminated(alt((place_and_agency, agency_alone)), spaced_dash).parse(head);
    // of most heads a look for a dash tells that there is none
    let found = if has_end(head.as_bytes()) { dashed(head).ok() } else { None };
    let found = found.or_else(|| agency_and_date(head).ok())?;
    // A dash of the story's own goes on in small letters: "Reuters - the agency - said".
    let goes_on = found.0.starts_with(char::is_lowercase);
    finished(found, paragraph, head).filter(|_| !goes_on)
}

/// `found` at the start of a paragraph, whose first bytes are `head`.
fn finished<'a>((rest, mut parts): (&'a str, Parts<'a>), paragraph: &'a str, head: &'a str) -> Option<Parts<'a>> {
    parts.len = head.len() - rest.len();
    parts.whole = head[..parts.len].trim_end_matches(is_blank);
    let story_follows = !paragraph[parts.len..].trim_matches(is_blank).is_empty();
    (story_follows && parts.is_whole()).then_some(parts)
}

impl Parts<'_> {
    /// Whether enough pieces stand together to be a dateline at all.
    fn is_whole(&self) -> bool {
        match (self.place, self.agency) {
            (None, agency) => agency.is_some(),
            (Some(_), Some(_)) => true,
            (Some(place), None) => self.day.is_some() || is_place_in_capitals(place),
        }
    }

    /// Whether only a place in capitals and a colon speak for it: "ISLAMABAD: ", "MAYOR: ".
    pub fn is_bare_colon(&self) -> bool {
        self.agency.is_none() && self.date.is_none() && self.whole.ends_with(':')
    }

    /// Whether it is a dateline wherever it stands: it has a day, and a place or an agency.
    pub fn is_sure(&self) -> bool {
        self.day.is_some() && !self.has_doubtful_agency()
    }

    /// Whether it is a dateline where one is due, at the start of a story.
    pub fn is_likely(&self) -> bool {
        let by_place = || self.place.is_some() && !self.is_bare_colon();
        let by_agency = |agency| !is_party(agency) && !self.has_doubtful_agency();
        self.is_sure() || self.agency.map_or_else(by_place, by_agency)
    }

    /// Whether the agency's name could be any word in brackets, so that only a known one counts: "(dpa)", "(left)"; and "(AP):",
    /// which the name of somebody who speaks may end with.
    pub fn has_doubtful_agency(&self) -> bool {
        self.agency.is_some_and(is_small) || (self.agency.is_some() && self.date.is_none() && self.whole.ends_with(':'))
    }
}

/// "ROME", "FORT PIERCE, Fla."; not "EXCLUSIVE", not "U.S.".
fn is_place_in_capitals(place: &str) -> bool {
    let first = place.split([',', '/']).next().unwrap_or(place);
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    let is_short = first.split_whitespace().count() <= 4;
    is_short
        && capitals >= 4
        && !first.chars().any(char::is_lowercase)
        && !is_label(first)
        && !NO_PLACES.contains(&first)
}

/// Whether the lexicon knows the first of a dateline's places: as a country, a capital, a state or a city.
pub(super) fn is_known_place(place: &str, lexicon: &Lexicon) -> bool {
    let first = place.split([',', '/', '[']).next().unwrap_or(place).to_lowercase();
    let ids: Vec<WordId> = first.split(is_blank).filter(|word| !word.is_empty()).map(|word| lexicon.id(word)).collect();
    let [_, rest @ ..] = ids.as_slice() else { return false };
    lexicon.phrases(&ids).any(|phrase| {
        let is_place = matches!(phrase.meaning(), Meaning::Place | Meaning::Capital(_) | Meaning::Country(_));
        is_place && phrase.rest().eq(rest.iter().copied())
    })
}

/// "R-Ohio", "D": a politician's party, not an agency.
fn is_party(agency: &str) -> bool {
    agency.len() < 2 || ["R-", "D-", "I-"].iter().any(|party| agency.starts_with(party))
}

fn is_small(agency: &str) -> bool {
    !agency.contains(char::is_uppercase)
}

fn whole(head: &str) -> IResult<&str, Parts<'_>> {
    let Ok((rest, place)) = place(head) else {
        return preceded(opt(named_before), alt((agency_first, without_place))).parse(head);
    };
    let before_date = [with_colon_before_date, with_dash_before_date].map(|read| read(place, rest));
    if let Some(found) = before_date.into_iter().find_map(Result::ok) {
        return Ok(found);
    }
    let (rest, date) = opt(preceded(comma, date)).parse(rest)?;
    let found = parts(Some(place), date);
    let dash = |input| with_dash(found, input);
    if found.day.is_none() {
        let colon = |input| with_bare_colon(found, input);
        return alt((dash, colon, |input| with_marked_agency(found, input))).parse(rest);
    }
    let bare_agency = |input| with_bare_agency(found, input);
    let colon = |input| with_colon(found, input);
    let all_three = |input| with_all_three(found, input);
    alt((dash, bare_agency, colon, all_three)).parse(rest)
}

/// "NEW DELHI: Nov 3 (PTI) - "; a colon ends many a line's first words, so that the agency has to be there.
fn with_colon_before_date<'a>(place: &'a str, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, date) = preceded((char(':'), blank1), dated).parse(input)?;
    let (rest, agency) = terminated(agency, alt((dash, recognize((opt(char(':')), blank0))))).parse(rest)?;
    Ok((rest, Parts { agency: Some(agency), ..parts(Some(place), Some(date)) }))
}

/// "CAIRO - 23 November 2023: ", "TEHRAN – Nov 3 – "
fn with_dash_before_date<'a>(place: &'a str, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, _) = verify(success(place), is_place_in_capitals).parse(input)?;
    let (rest, date) = preceded(spaced_dash, dated).parse(rest)?;
    let found = parts(Some(place), Some(date));
    alt((|input| with_dash(found, input), |input| with_colon(found, input))).parse(rest)
}

/// "May 3 (AP) -", "(AP) -", "/TASS/. "
fn without_place(input: &str) -> IResult<&str, Parts<'_>> {
    let (rest, date) = opt(dated).parse(input)?;
    let found = parts(None, date);
    let slashes = map(terminated(slashed_agency, blank1), |agency| Parts { agency: Some(agency), ..found });
    alt((|input| with_dash(found, input), slashes)).parse(rest)
}

/// "(by Ann Lee) " before the dateline.
fn named_before(input: &str) -> IResult<&str, &str> {
    recognize((alt((tag("(by "), tag("(By "))), take_while_m_n(1, 60, |c| c != ')'), char(')'), blank1)).parse(input)
}

/// "MOSCOW /TASS/. ", "LAHORE (APP): "; neither date nor dash is there.
fn with_marked_agency<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let is_due = found.date.is_none() && found.place.is_some_and(is_place_in_capitals);
    let (rest, _) = verify(success(()), |()| is_due).parse(input)?;
    let slashes = terminated(slashed_agency, blank1);
    let colon = terminated(agency, (char(':'), blank1));
    let (rest, agency) = alt((slashes, colon)).parse(rest)?;
    Ok((rest, Parts { agency: Some(agency), ..found }))
}

/// "Tehran, IRNA"
fn place_and_agency(input: &str) -> IResult<&str, Parts<'_>> {
    let place = recognize((place_word, many_m_n(0, 3, (blank1, place_word))));
    let (rest, (place, _, agency)) = (place, (char(','), blank1), agency_word).parse(input)?;
    Ok((rest, Parts { agency: Some(agency), ..parts(Some(place), None) }))
}

/// "AFP"
fn agency_alone(input: &str) -> IResult<&str, Parts<'_>> {
    map(agency_word, |agency| Parts { agency: Some(agency), ..parts(None, None) }).parse(input)
}

/// "TASS, November 3. "
fn agency_and_date(input: &str) -> IResult<&str, Parts<'_>> {
    let date = delimited((char(','), blank1), dated, (opt(char('.')), blank1));
    let (rest, (agency, date)) = (agency_word, date).parse(input)?;
    Ok((rest, Parts { agency: Some(agency), ..parts(None, Some(date)) }))
}

fn agency_word(input: &str) -> IResult<&str, &str> {
    recognize((capital, take_while_m_n(1, 20, char::is_alphabetic))).parse(input)
}

/// "(ANSA) - ROME, NOV 3 - ", "(ANSA) ROME, NOV 3 - "
fn agency_first(input: &str) -> IResult<&str, Parts<'_>> {
    let (rest, (agency, between)) = (agency, opt(dash)).parse(input)?;
    let (rest, place) = preceded(blank0, place).parse(rest)?;
    let (rest, date) = terminated(opt(preceded(comma, date)), spaced_dash).parse(rest)?;
    // Without a date, the words before a dash of the story's own look like a place.
    let is_place = |place: &str| date.is_some() || (between.is_some() && is_place_in_capitals(place));
    let (rest, _) = verify(success(place), is_place).parse(rest)?;
    Ok((rest, Parts { agency: Some(agency), ..parts(Some(place), date) }))
}

/// "ISLAMABAD: ", which many a line begins like that is no dateline.
fn with_bare_colon<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, _) = (char(':'), blank1).parse(input)?;
    let (rest, _) = verify(success(()), |()| found.date.is_none()).parse(rest)?;
    Ok((rest, found))
}

/// "PARIS, May 3 (AP) --", "PARIS --", "May 3 (AP) -", "(AP) -"; place and date are `found` already, here and below.
fn with_dash<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, agency) = opt(alt((agency, small_agency))).parse(input)?;
    // A hyphen needs room where nothing else marks the dateline: "ROME-based".
    let (rest, _) = if agency.is_some() { dash(rest) } else { spaced_dash(rest) }?;
    Ok((rest, Parts { agency, ..found }))
}

/// "Tehran, Oct 21, IRNA -- "
fn with_bare_agency<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, agency) = terminated(bare_agency, spaced_dash).parse(input)?;
    Ok((rest, Parts { agency: Some(agency), ..found }))
}

/// "Moscow, 16 July: ", "ISLAMABAD, Nov 03 (APP):"
fn with_colon<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let (rest, agency) = opt(agency).parse(input)?;
    let (rest, _) = if agency.is_some() {
        preceded(char(':'), blank0).parse(rest)
    } else {
        preceded(char(':'), blank1).parse(rest)
    }?;
    Ok((rest, Parts { agency, ..found }))
}

/// "Hong Kong, 6 Feb (ZTS) ", with no dash at all; "MOSCOW, November 3. /TASS/. ", "MOSCOW, November 3. (TASS). "
fn with_all_three<'a>(found: Parts<'a>, input: &'a str) -> IResult<&'a str, Parts<'a>> {
    let bracketed = delimited(opt(char('.')), agency, opt(char('.')));
    let (rest, agency) = terminated(alt((bracketed, slashed_agency)), blank0).parse(input)?;
    Ok((rest, Parts { agency: Some(agency), ..found }))
}

fn parts<'a>(place: Option<&'a str>, date: Option<(&'a str, Option<DayOfYear>)>) -> Parts<'a> {
    let day = date.and_then(|(_, day)| day);
    Parts { place, date: date.map(|(words, _)| words), day, agency: None, whole: "", len: 0 }
}

/// "NEW YORK/LONDON", "Nuevo Laredo, Mexico", "New Delhi [India]", "Patna (Bihar) [India]".
fn place(input: &str) -> IResult<&str, &str> {
    let particles = alt((terminated(particle, blank1), tag("")));
    let next = preceded(particles, place_word);
    let country = (blank1, delimited(char('['), take_while1(is_place_letter), char(']')));
    let more = many_m_n(0, MOST_BORDERS, preceded(place_border, next));
    recognize((place_word, more, opt(region), opt(country))).parse(input)
}

/// No place has more words behind its first.
const MOST_BORDERS: usize = 5;

/// " (Ladakh)" behind a place and before its country or a date; what is all in capitals is an agency.
fn region(input: &str) -> IResult<&str, &str> {
    let name = take_while_m_n(2, 30, |c| is_place_letter(c) || c == ' ');
    let name = verify(name, |name: &str| name.contains(char::is_lowercase) && name.starts_with(char::is_uppercase));
    let next = alt((recognize(char(',')), recognize((blank1, char('[')))));
    preceded(blank1, delimited(char('('), name, (char(')'), peek(next)))).parse(input)
}

/// A capitalised word that is no part of a date. The full stop of "MOSCOW. March 24" is left to [`comma`].
fn place_word(input: &str) -> IResult<&str, &str> {
    let word = (capital, take_while(is_place_letter), opt(abbreviation_stop));
    preceded((peek(capital), not(date)), recognize(word)).parse(input)
}

/// The full stop of "Fla.", "N.Y.", "ST."; a full stop that a date follows ends the place.
fn abbreviation_stop(input: &str) -> IResult<&str, &str> {
    let more = (capital, take_while(is_place_letter), char('.'));
    recognize((char('.'), peek(not((blank1, date))), many0(more))).parse(input)
}

fn is_place_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\'' | '’')
}

fn place_border(input: &str) -> IResult<&str, &str> {
    alt((recognize((char(','), blank1)), tag("/"), recognize((char('-'), peek(capital))), blank1)).parse(input)
}

fn particle(input: &str) -> IResult<&str, &str> {
    verify(take_while1(char::is_alphabetic), |word: &str| PARTICLES.contains(&word)).parse(input)
}

fn capital(input: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 1, char::is_uppercase).parse(input)
}

/// What stands between place and date.
fn comma(input: &str) -> IResult<&str, &str> {
    alt((recognize((opt(alt((char(','), char('.')))), blank1)), tag(","))).parse(input)
}

/// "Sept. 4, 2023", "12 Mar 2024", "Monday", "2023-11-03".
fn date(input: &str) -> IResult<&str, (&str, Option<DayOfYear>)> {
    let dated = preceded(opt((weekday, opt(char(',')), blank1)), alt((month_first, day_first)));
    let day = alt((map(dated, Some), map(weekday, |_| None), in_figures));
    let (rest, day) = terminated(day, not_in_word).parse(input)?;
    Ok((rest, (&input[..input.len() - rest.len()], day)))
}

/// A date with its day, no weekday alone.
fn dated(input: &str) -> IResult<&str, (&str, Option<DayOfYear>)> {
    verify(date, |found: &(&str, Option<DayOfYear>)| found.1.is_some()).parse(input)
}

/// "2023-11-03", "23/11/2023"; where either number may be the month, no day is known.
fn in_figures(input: &str) -> IResult<&str, Option<DayOfYear>> {
    let number = || map_opt(digit1, |digits: &str| digits.parse::<i16>().ok());
    let (rest, (first, mark)) = (number(), alt((char('-'), char('/'), char('.')))).parse(input)?;
    let (rest, (second, third)) = (terminated(number(), char(mark)), number()).parse(rest)?;
    let (rest, day) = map_opt(success(()), |()| day_in_figures(first, second, third)).parse(rest)?;
    Ok((rest, day))
}

/// The day that three numbers name; `None` where they are no date at all.
fn day_in_figures(first: i16, second: i16, third: i16) -> Option<Option<DayOfYear>> {
    let years = 1900..2200;
    let known = |year, month: i16, day: i16| {
        let is_one = (1..=12).contains(&month) && (1..=31).contains(&day);
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        is_one.then_some(DayOfYear { month, day, year: Some(year) })
    };
    if years.contains(&first) {
        return known(first, second, third).map(Some);
    }
    let found = years.contains(&third).then(|| [known(third, first, second), known(third, second, first)])?;
    match found {
        [Some(one), Some(other)] => Some((one == other).then_some(one)),
        [one, other] => one.or(other).map(Some),
    }
}

fn month_first(input: &str) -> IResult<&str, DayOfYear> {
    // "Nov.3"
    let border = alt((recognize((char('.'), blank0)), blank1));
    let (rest, (month, _, day, year)) = (month_word, border, day_number, opt(year)).parse(input)?;
    Ok((rest, DayOfYear { month, day, year }))
}

fn day_first(input: &str) -> IResult<&str, DayOfYear> {
    let (rest, (day, _, month, year)) = (day_number, blank1, month, opt(year)).parse(input)?;
    Ok((rest, DayOfYear { month, day, year }))
}

/// "Sept.", "September", "SEPT".
fn month(input: &str) -> IResult<&str, i8> {
    terminated(month_word, opt(char('.'))).parse(input)
}

fn month_word(input: &str) -> IResult<&str, i8> {
    map_opt(take_while1(char::is_alphabetic), month_number).parse(input)
}

/// The month that `word` names, in full or cut short to three or four letters.
fn month_number(word: &str) -> Option<i8> {
    let starts = |full: &str| full.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let is_meant = |full: &&str| (word.len() == full.len() || (3..=4).contains(&word.len())) && starts(full);
    let at = MONTHS.iter().position(is_meant)?;
    i8::try_from(at + 1).ok()
}

/// "3", "03", "3rd".
fn day_number(input: &str) -> IResult<&str, i8> {
    let number = map_opt(digit1, |digits: &str| digits.parse().ok().filter(|day| (1..=31).contains(day)));
    terminated(number, opt(alt((tag("st"), tag("nd"), tag("rd"), tag("th"))))).parse(input)
}

fn year(input: &str) -> IResult<&str, i16> {
    let digits = verify(digit1, |digits: &str| digits.len() == 4);
    map_opt(preceded((opt(char(',')), blank1), digits), |digits: &str| digits.parse().ok()).parse(input)
}

fn weekday(input: &str) -> IResult<&str, &str> {
    let is_weekday = |word: &str| WEEKDAYS.iter().any(|day| day.eq_ignore_ascii_case(word));
    terminated(verify(take_while1(char::is_alphabetic), is_weekday), not_in_word).parse(input)
}

fn not_in_word(input: &str) -> IResult<&str, ()> {
    not(take_while_m_n(1, 1, char::is_alphanumeric)).parse(input)
}

/// " (Reuters)", " - (AP)"
fn agency(input: &str) -> IResult<&str, &str> {
    let name = verify(take_while_m_n(1, 40, |c| !matches!(c, '(' | ')')), |name: &str| is_agency_name(name));
    preceded((opt((blank1, one_dash)), blank0), delimited(char('('), name, char(')'))).parse(input)
}

/// " (dpa)"; of " (dpa/lno)", which names a regional service too, the agency.
fn small_agency(input: &str) -> IResult<&str, &str> {
    let name = || take_while_m_n(2, 10, |c: char| c.is_lowercase() || c == '-');
    let service = opt((char('/'), name()));
    preceded(blank0, delimited(char('('), terminated(name(), service), char(')'))).parse(input)
}

/// ". /TASS/."; of "/TASS Correspondent Ann Lee/" the agency.
fn slashed_agency(input: &str) -> IResult<&str, &str> {
    let name = verify(take_while_m_n(2, 50, |c| c != '/'), |name: &str| is_agency_name(name));
    let name = map(name, |name: &str| name.split(" Correspondent").next().unwrap_or(name));
    let before = (opt(char('.')), blank0);
    delimited(before, delimited(char('/'), name, char('/')), opt(char('.'))).parse(input)
}

fn is_agency_name(name: &str) -> bool {
    name.starts_with(char::is_alphabetic) && name.chars().any(char::is_uppercase) && !name.ends_with(['.', '!', '?'])
}

/// ", IRNA", ". INTERFAX" or " Kyodo" between the date and the dash.
fn bare_agency(input: &str) -> IResult<&str, &str> {
    delimited((opt(alt((char(','), char('.')))), blank1), agency_word, peek(spaced_dash)).parse(input)
}

/// The dash after an agency; EFE writes ".- " or " .- ".
fn dash(input: &str) -> IResult<&str, &str> {
    recognize((blank0, opt(char('.')), blank0, alt((tag("--"), recognize(one_dash))), blank0)).parse(input)
}

fn one_dash(input: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 1, |c| matches!(c, '-' | '_' | '‐' | '‑' | '‒' | '–' | '—' | '―')).parse(input)
}

/// A dash that cannot be a hyphen: with white space on both sides, or a long or double one.
fn spaced_dash(input: &str) -> IResult<&str, &str> {
    let long = recognize((blank0, alt((tag("--"), tag("—"), tag("―"))), blank0));
    let short = recognize((blank1, one_dash, blank1));
    alt((long, short)).parse(input)
}

fn blank0(input: &str) -> IResult<&str, &str> {
    take_while(is_blank).parse(input)
}

fn blank1(input: &str) -> IResult<&str, &str> {
    take_while1(is_blank).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Place, date and agency of a dateline, and the words after it.
    fn read(paragraph: &str) -> Option<(&str, &str, &str, &str)> {
        let found = dateline(paragraph)?;
        let (place, date, agency) = (found.place, found.date, found.agency);
        Some((place.unwrap_or("-"), date.unwrap_or("-"), agency.unwrap_or("-"), &paragraph[found.len..]))
    }

    #[test]
    fn every_usual_form_is_read() {
        let cases = [
            ("MOSCOW, Sept. 4 (Reuters) - Rain", ("MOSCOW", "Sept. 4", "Reuters")),
            ("(Reuters) -\u{a0} Rain", ("-", "-", "Reuters")),
            ("Dec 29 (Reuters) - Rain", ("-", "Dec 29", "Reuters")),
            ("ST. IVES - (AP) -- Rain", ("ST. IVES", "-", "AP")),
            ("(Reuters) – Rain", ("-", "-", "Reuters")),
            ("PARIS (AP) _ Rain", ("PARIS", "-", "AP")),
            ("LONDON, Jan 18 (AFP) -- Rain", ("LONDON", "Jan 18", "AFP")),
            ("Seoul, Aug. 29 (Yonhap) -- Rain", ("Seoul", "Aug. 29", "Yonhap")),
            ("AMMAN -- Rain", ("AMMAN", "-", "-")),
            ("WASHINGTON — Rain", ("WASHINGTON", "-", "-")),
            ("WASHINGTON ― Rain", ("WASHINGTON", "-", "-")),
            ("BEIJING, 4 September (Xinhua) Rain", ("BEIJING", "4 September", "Xinhua")),
            ("Jerusalem, 12 Mar 2024 (AFP) - Rain", ("Jerusalem", "12 Mar 2024", "AFP")),
            ("NEW YORK/LONDON, Nov 3 (Reuters) - Rain", ("NEW YORK/LONDON", "Nov 3", "Reuters")),
            ("DUBAI (Reuters) - Rain", ("DUBAI", "-", "Reuters")),
            ("SALEM, N.H., Oct. 2 (UPI) — Rain", ("SALEM, N.H.", "Oct. 2", "UPI")),
            ("FORT AVON, Fla. - Rain", ("FORT AVON, Fla.", "-", "-")),
            ("ST. IVES, England (AP) — Rain", ("ST. IVES, England", "-", "AP")),
            ("OSLO. March 24 (Interfax) - Rain", ("OSLO", "March 24", "Interfax")),
            ("Oslo, 16 July: Rain", ("Oslo", "16 July", "-")),
            ("Tehran, Oct 21, IRNA -- Rain", ("Tehran", "Oct 21", "IRNA")),
            ("Osaka, Dec. 7 Kyodo -- Rain", ("Osaka", "Dec. 7", "Kyodo")),
            ("Hong Kong, 6 Feb (ZTS) Rain", ("Hong Kong", "6 Feb", "ZTS")),
            ("Beijing 10 Nov (Xinhua)-- Rain", ("Beijing", "10 Nov", "Xinhua")),
            ("RIO DE JANEIRO, May 3, 2021 (AP) -- Rain", ("RIO DE JANEIRO", "May 3, 2021", "AP")),
            ("Rio de Janeiro, Monday (AP) -- Rain", ("Rio de Janeiro", "Monday", "AP")),
            ("Valletta (dpa) - Rain", ("Valletta", "-", "dpa")),
            ("Hamburg (dpa) – Rain", ("Hamburg", "-", "dpa")),
            ("PORT-AU-PRINCE, Haiti (AP) — Rain", ("PORT-AU-PRINCE, Haiti", "-", "AP")),
            ("(ANSA) - ROME, NOV 3 - Rain", ("ROME", "NOV 3", "ANSA")),
            ("(ANSA) - Rome, November 3 - Rain", ("Rome", "November 3", "ANSA")),
            ("Madrid, 3 Nov (EFE).- Rain", ("Madrid", "3 Nov", "EFE")),
            ("MOSCOW, November 3. /TASS/. Rain", ("MOSCOW", "November 3", "TASS")),
            ("MOSCOW, November 3 /TASS/. Rain", ("MOSCOW", "November 3", "TASS")),
            ("New Delhi, Nov 3 (PTI) Rain", ("New Delhi", "Nov 3", "PTI")),
            ("New Delhi [India], November 3 (ANI): Rain", ("New Delhi [India]", "November 3", "ANI")),
            ("ISLAMABAD, Nov 03 (APP):Rain", ("ISLAMABAD", "Nov 03", "APP")),
            ("ANKARA (AA) - Rain", ("ANKARA", "-", "AA")),
            ("Stuttgart (dpa/lsw) - Rain", ("Stuttgart", "-", "dpa")),
            ("Paris, Nov 3, 2023 (AFP) - Rain", ("Paris", "Nov 3, 2023", "AFP")),
            ("Lisbon, Nov. 3, 2023 (Lusa) – Rain", ("Lisbon", "Nov. 3, 2023", "Lusa")),
            (
                "UNITED NATIONS, Nov 3 (Thomson Reuters Foundation) - Rain",
                ("UNITED NATIONS", "Nov 3", "Thomson Reuters Foundation"),
            ),
            ("HAVANA, Nov 3 (Prensa Latina) Rain", ("HAVANA", "Nov 3", "Prensa Latina")),
            ("NEW DELHI: Nov 3 (PTI) - Rain", ("NEW DELHI", "Nov 3", "PTI")),
            ("Mumbai: Nov 3 (PTI): Rain", ("Mumbai", "Nov 3", "PTI")),
            ("DUBAI, 3rd November, 2023 (WAM) -- Rain", ("DUBAI", "3rd November, 2023", "WAM")),
            ("ISLAMABAD: Rain", ("ISLAMABAD", "-", "-")),
            ("CAIRO - 23 November 2023: Rain", ("CAIRO", "23 November 2023", "-")),
            ("TEHRAN – Nov 3 - Rain", ("TEHRAN", "Nov 3", "-")),
            ("ROME, 2023-11-03 (AP) - Rain", ("ROME", "2023-11-03", "AP")),
            ("Leh (Ladakh), Nov.3 (PTI) Rain", ("Leh (Ladakh)", "Nov.3", "PTI")),
            ("(by Ann Lee) (ANSA) ROME, NOV 3 - Rain", ("ROME", "NOV 3", "ANSA")),
            ("MOSCOW, May 3. /TASS Correspondent Ann Lee/. Rain", ("MOSCOW", "May 3", "TASS")),
            ("/TASS/. Rain", ("-", "-", "TASS")),
            ("LAHORE (APP): Rain", ("LAHORE", "-", "APP")),
        ];
        for (paragraph, (place, date, agency)) in cases {
            assert_eq!(read(paragraph), Some((place, date, agency, "Rain")), "{paragraph}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_left() {
        let cases = [
            "EXCLUSIVE — The mayor resigns",
            "U.S. - China talks resume",
            "ROME-based officials met",
            "Rain — and more rain — fell",
            "The mayor (centre) - who resigned - left",
            "(Laughter.) — He went on",
            "Ann Lee (left) - who resigned - left",
            "Oslo, May 4 (late) - Rain",
            "Valletta (dpa) - Rain",
            "MAYOR: We wait",
            "OSLO",
            "OSLO -- ",
            "",
            "May 4 - the day it rained",
            "He said (twice) no",
            "Moscow: a city",
            "NATO said - again - no",
            "On Monday Graham - a senator - said so",
            "MAYOR SHUTS BRIDGE TOO LATE, EARLY — It rained",
            "SORREL (Labour): We wait",
            "Arsenal - 3 May: a draw",
            "(Reuters) Ann Lee - a senator - said so",
            "AC /DC/ played",
        ];
        for paragraph in cases {
            assert_eq!(dateline(paragraph).filter(Parts::is_likely), None, "{paragraph}");
        }
    }

    #[test]
    fn a_dash_of_the_story_ends_no_place() {
        assert_eq!(read("(Reuters) - Rain fell - and snow"), Some(("-", "-", "Reuters", "Rain fell - and snow")));
    }

    #[test]
    fn an_unmarked_agency_stands_before_a_dash_or_a_date() {
        let read = |paragraph| {
            let found = unmarked_agency(paragraph)?;
            Some((found.place.unwrap_or("-"), found.agency.unwrap_or("-"), &paragraph[found.len..]))
        };
        assert_eq!(read("AFP - Rain"), Some(("-", "AFP", "Rain")));
        assert_eq!(read("Tehran, IRNA – Rain"), Some(("Tehran", "IRNA", "Rain")));
        assert_eq!(read("TASS, November 3. Rain"), Some(("-", "TASS", "Rain")));
        for paragraph in ["Reuters - the agency - said", "AFP said - again", "TASS, in November.", "IRNA – "] {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn a_party_is_no_agency() {
        assert!(!dateline("Sen. Ann Lee (R-Ohio) – who voted").unwrap().is_likely());
    }

    #[test]
    fn the_day_is_read() {
        let day = |paragraph| dateline(paragraph).unwrap().day.unwrap();
        assert_eq!(day("ROME, SEPT 4 (AP) - Rain"), DayOfYear { month: 9, day: 4, year: None });
        let third = |year| DayOfYear { month: 11, day: 23, year };
        assert_eq!(day("CAIRO - 23 November 2023: Rain"), third(Some(2023)));
        for written in ["2023-11-23", "23/11/2023", "11/23/2023", "23.11.2023"] {
            let paragraph = format!("ROME, {written} (AP) - Rain");
            let found = dateline(&paragraph).and_then(|found| found.day);
            assert_eq!(found, Some(third(Some(2023))), "{written}");
        }
        assert_eq!(dateline("ROME, 03/11/2023 (AP) - Rain").unwrap().day, None);
        assert_eq!(dateline("ROME, 45/11/2023 (AP) - Rain"), None);
        assert_eq!(day("ROME, Monday, 29 Feb 2024 (AP) - Rain"), DayOfYear { month: 2, day: 29, year: Some(2024) });
    }
}
