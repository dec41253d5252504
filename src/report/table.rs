//! `--format table`: what an editor at a terminal reads.
//!
//! The table fits its width: wide terminals get a column for everything, narrower ones have the
//! chain beneath the root, and the narrowest all beneath the claim.

use super::arrows;
use super::cell::{clean, clean_copy, limit, shorten, wrap};
use super::contract::{ClaimReport, DocumentReport, LineReport};
use super::id::Id;
use super::names::{self, count, line as line_about, root_sort};
use super::owner;
use super::reporter::Reporter;
use super::summary::{self, is_own_voice, is_uncallable};
use crate::document::BlockKind;
use crate::terms::AgentKind;
use comfy_table::{Cell, Color, ColumnConstraint, ContentArrangement, LineStyle, Table as Grid, TableStyle, Width};
use std::io::{Result, Write};
use textwrap::core::display_width;

/// The narrowest table that is drawn, in terminal columns.
const NARROWEST: usize = 24;

/// Lines between the header and the rows and between rows; no vertical ones, which would cost width.
const STYLE: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .row_separator(LineStyle::none().fill('┈').junction('┈'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// How the table is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Terminal columns; less than 24 is taken as 24.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether to show long claims whole.
    pub full: bool,
    /// Whether to list claims in the publication's own voice.
    pub all: bool,
}

/// Writes the summing line, the table of attributed claims and, if asked for, the own-voice claims.
#[derive(Debug)]
pub struct Table {
    options: Options,
    started: bool,
}

impl Table {
    /// A table drawn as `options` say.
    pub fn new(options: Options) -> Self {
        let width = options.width.clamp(NARROWEST, u16::MAX.into());
        Self { options: Options { width, ..options }, started: false }
    }

    fn claims(&self, claims: &[&ClaimReport], out: &mut dyn Write) -> Result<()> {
        if claims.is_empty() {
            return Ok(());
        }
        let layout = Layout::fitting(self.options.width);
        let rows = claims.iter().map(|c| Row { cells: layout.cells(c, self.options.full), color: color(c) }).collect();
        self.grid(layout.header(), rows, layout.claim_lines(), out)?;
        let hops = claims.iter().flat_map(|c| c.chain.iter());
        let mut legend = arrows::legend(hops);
        if claims.iter().any(|c| is_uncallable(c)) {
            legend.insert(0, "! nobody you could call");
        }
        if claims.iter().any(|c| in_headline(c)) {
            legend.push("h in the headline");
        }
        self.legend(&legend, out)
    }

    /// In one line where that fits, else a line each.
    fn legend(&self, signs: &[&str], out: &mut dyn Write) -> Result<()> {
        if signs.is_empty() {
            return Ok(());
        }
        let line = signs.join("   ");
        let fits = display_width(&line) <= self.options.width;
        if fits { self.lines(&line, out) } else { self.lines(&signs.join("\n"), out) }
    }

    /// What the copy says of its own reporting, one line each.
    fn reporting(&self, doc: &DocumentReport, out: &mut dyn Write) -> Result<()> {
        let place = |line: &LineReport| format!("{}:{}", line.position.line, line.position.column);
        doc.lines.iter().try_for_each(|line| self.lines(&format!("{} {}", place(line), line_about(line)), out))
    }

    fn own_voice(&self, claims: &[&ClaimReport], out: &mut dyn Write) -> Result<()> {
        if claims.is_empty() {
            return Ok(());
        }
        if !self.options.all {
            let text = format!("{} in the copy's own voice not listed; --all shows them", count(claims.len(), "claim"));
            return self.lines(&text, out);
        }
        let cells = |c: &&ClaimReport| vec![c.id.to_string(), clean(&c.text), place(c)];
        let rows = claims.iter().map(|c| Row { cells: cells(c), color: None }).collect();
        self.grid(&["#", "in its own voice", "where"], rows, 2, out)
    }

    /// Which checks found something, and at which claims: "checks: anon-bare (error, c2)".
    fn findings(&self, doc: &DocumentReport, out: &mut dyn Write) -> Result<()> {
        if doc.findings.is_empty() {
            return Ok(());
        }
        let told = doc.findings.iter().map(|finding| {
            let severity = finding.severity.name().to_owned();
            let claims = finding.claims.iter().take(MOST_CLAIMS).map(Id::to_string);
            let about = std::iter::once(severity).chain(claims).collect::<Vec<_>>().join(", ");
            format!("{} ({about})", finding.rule)
        });
        let told = told.collect::<Vec<_>>().join(", ");
        self.lines(&format!("checks: {told}; `whosaid check` shows them"), out)
    }

    fn grid(&self, header: &[&str], mut rows: Vec<Row>, claim_lines: usize, out: &mut dyn Write) -> Result<()> {
        let widths = widths(header, &rows, self.options.width);
        let lines = if self.options.full { usize::MAX } else { claim_lines };
        rows.iter_mut().for_each(|row| row.fold(&widths, lines));
        let mut grid = Grid::new();
        grid.load_style(STYLE)
            .set_width(self.options.width as u16)
            .set_content_arrangement(ContentArrangement::Dynamic);
        if self.options.color {
            // Whether to colour was decided with NO_COLOR in mind; crossterm would decide anew.
            crossterm::style::force_color_output(true);
            grid.enforce_styling();
        } else {
            grid.force_no_tty();
        }
        grid.set_header(header.iter().zip(&widths).map(|(title, width)| wrap(title, *width).join("\n")));
        grid.add_rows(rows.into_iter().map(Row::colored));
        for (column, width) in grid.column_iter_mut().zip(widths) {
            column.set_padding((0, PADDING));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width as u16 + PADDING)));
        }
        writeln!(out, "\n{}", grid.trim_fmt())
    }

    fn lines(&self, text: &str, out: &mut dyn Write) -> Result<()> {
        wrap(text, self.options.width).iter().try_for_each(|line| writeln!(out, "{line}"))
    }
}

impl Reporter for Table {
    fn document(&mut self, doc: &DocumentReport, _text: &str, out: &mut dyn Write) -> Result<()> {
        if self.started {
            writeln!(out)?;
        }
        self.started = true;
        self.lines(&summary::line(doc), out)?;
        let (own, attributed): (Vec<_>, Vec<_>) = doc.claims.iter().partition(|c| is_own_voice(c));
        self.claims(&attributed, out)?;
        self.reporting(doc, out)?;
        self.own_voice(&own, out)?;
        self.findings(doc, out)?;
        owner::hint(doc).map_or(Ok(()), |hint| self.lines(&hint, out))
    }
}

/// How many claims of a finding are named.
const MOST_CLAIMS: usize = 3;

/// Columns to the right of every cell; one more stands between two cells.
const PADDING: u16 = 1;

/// Which columns there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Wide,
    Medium,
    Narrow,
}

impl Layout {
    fn fitting(width: usize) -> Self {
        match width {
            120.. => Self::Wide,
            60.. => Self::Medium,
            _ => Self::Narrow,
        }
    }

    fn header(self) -> &'static [&'static str] {
        match self {
            Self::Wide => &["#", "claim", "root", "chain", "form", "when", "where"],
            Self::Medium => &["#", "claim", "root, chain", "how, where"],
            Self::Narrow => &["#", "claim, and who is behind it"],
        }
    }

    /// The most lines of a claim's cell; narrow cells have more in them than the claim.
    fn claim_lines(self) -> usize {
        match self {
            Self::Wide => 3,
            Self::Medium => 4,
            Self::Narrow => usize::MAX,
        }
    }

    fn cells(self, claim: &ClaimReport, full: bool) -> Vec<String> {
        let (id, text, root) = (claim.id.to_string(), clean_copy(&claim.text), root(claim));
        let (how, when, place) = (names::how(claim), when(claim), place(claim));
        if self == Self::Wide {
            return vec![id, text, root, arrows::chain(&claim.chain), how.join("\n"), when.join("\n"), place];
        }
        let behind = stack(vec![root, chain_below(claim)], "\n");
        let how = [how, when, vec![place]].concat();
        if self == Self::Medium {
            return vec![id, text, behind, stack(how, "\n")];
        }
        let text = if full { text } else { shorten(&text, NARROW_CLAIM) };
        vec![id, format!("{text}\n{behind}\n{}", stack(how, " · "))]
    }
}

/// The longest claim in the narrow layout, where what follows it in the cell must not be cut off.
const NARROW_CLAIM: usize = 120;

fn stack(parts: Vec<String>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// `! U.S. and allied sources (anon)`: the mark shows without colour too.
fn root(claim: &ClaimReport) -> String {
    let mark = if is_uncallable(claim) { "! " } else { "" };
    format!("{mark}{} ({})", arrows::root(claim), root_sort(claim))
}

/// The chain beneath the root, or one word where the root would only be repeated.
fn chain_below(claim: &ClaimReport) -> String {
    match claim.chain.len() {
        0..=2 if claim.first_hand && claim.root.kind == AgentKind::Unknown => String::new(),
        0..=2 if claim.first_hand => "first-hand".to_owned(),
        _ => arrows::chain(&claim.chain),
    }
}

fn when(claim: &ClaimReport) -> Vec<String> {
    let Some(when) = &claim.when else {
        return vec![];
    };
    let date = when.date.map(|d| d.to_string());
    std::iter::once(clean(&when.text)).chain(date).collect()
}

/// `9:1 +2 h`: where the claim first stands, how often again, and whether the headline has it.
pub(super) fn place(claim: &ClaimReport) -> String {
    let Some(first) = claim.occurrences.first() else {
        return String::new();
    };
    let mut place = format!("{}:{}", first.position.line, first.position.column);
    if claim.occurrences.len() > 1 {
        place.push_str(&format!(" +{}", claim.occurrences.len() - 1));
    }
    if in_headline(claim) {
        place.push_str(" h");
    }
    place
}

fn in_headline(claim: &ClaimReport) -> bool {
    claim.occurrences.iter().any(|o| o.block == BlockKind::Headline)
}

/// Red: nobody to call. Yellow: second-hand. Green: somebody or something first-hand that can be checked.
fn color(claim: &ClaimReport) -> Option<Color> {
    match claim.root.kind {
        _ if is_uncallable(claim) => Some(Color::Red),
        AgentKind::Publication => None,
        _ if !claim.first_hand => Some(Color::Yellow),
        AgentKind::Person | AgentKind::Organisation | AgentKind::Document => Some(Color::Green),
        _ => None,
    }
}

struct Row {
    cells: Vec<String>,
    color: Option<Color>,
}

/// The column that has the claim's words.
const CLAIM: usize = 1;

/// The column that has the root, where there is one of its own.
const ROOT: usize = 2;

impl Row {
    /// Folds every cell to its column, so that what is drawn is no wider.
    fn fold(&mut self, widths: &[usize], claim_lines: usize) {
        for (i, (cell, width)) in self.cells.iter_mut().zip(widths).enumerate() {
            let lines = wrap(cell, *width);
            let lines = if i == CLAIM { limit(lines, claim_lines, *width) } else { lines };
            *cell = lines.join("\n");
        }
    }

    fn colored(self) -> Vec<Cell> {
        let color = self.color;
        let cell = |(i, text)| match color {
            Some(color) if i == 0 || i == ROOT => Cell::new_owned(text).fg(color),
            _ => Cell::new_owned(text),
        };
        self.cells.into_iter().enumerate().map(cell).collect()
    }
}

/// Each column's width: as wide as its contents but no more than its share; the claim has what is left.
fn widths(header: &[&str], rows: &[Row], total: usize) -> Vec<usize> {
    let natural = |i: usize| rows.iter().map(|row| widest_line(&row.cells[i])).max().unwrap_or(0);
    let title = |i: usize| header[i].split(' ').map(display_width).max().unwrap_or(0);
    let width = |i: usize| natural(i).min(share(header[i], total)).max(title(i));
    let mut widths: Vec<_> = (0..header.len()).map(width).collect();
    let others: usize = widths.iter().sum::<usize>() - widths[CLAIM];
    let room = total.saturating_sub(others + 2 * header.len() - 1).max(1);
    widths[CLAIM] = room.min(natural(CLAIM).max(display_width(header[CLAIM])));
    widths
}

/// The most that the column of that title takes of `total`.
fn share(title: &str, total: usize) -> usize {
    match title {
        "root" => total / 6,
        "chain" => total / 4,
        "root, chain" => total * 3 / 10,
        _ => 16,
    }
}

fn widest_line(text: &str) -> usize {
    text.split('\n').map(display_width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::contract::HopReport;
    use crate::report::fixture;
    use crate::report::shared::Shared;
    use unicode_width::UnicodeWidthStr;

    const PLAIN: Options = Options { width: 100, color: false, full: false, all: false };

    fn drawn(options: Options) -> String {
        let (doc, text) = fixture::story();
        fixture::render(&mut Table::new(options), &[(&doc, &text)])
    }

    #[test]
    fn wide() {
        insta::assert_snapshot!(drawn(Options { width: 140, ..PLAIN }));
    }

    #[test]
    fn eighty_columns() {
        insta::assert_snapshot!(drawn(Options { width: 80, ..PLAIN }));
    }

    #[test]
    fn forty_columns() {
        insta::assert_snapshot!(drawn(Options { width: 40, all: true, ..PLAIN }));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [24, 40, 59, 60, 80, 100, 119, 120, 200] {
            for (full, all) in [(false, false), (true, true)] {
                for line in drawn(Options { width, full, all, ..PLAIN }).lines() {
                    assert!(line.width() <= width, "{} of {width}: {line}", line.width());
                }
            }
        }
    }

    #[test]
    fn hardly_any_width_is_no_panic() {
        for width in 0..24 {
            assert!(!drawn(Options { width, ..PLAIN }).is_empty());
        }
    }

    #[test]
    fn hostile_names_fit_too() {
        let (mut doc, text) = fixture::story();
        for claim in &mut doc.claims {
            claim.text = "👩‍👩‍👧‍👦❤️漢字\u{1b}[2J\n\r".repeat(50);
            let broad = |hop: &HopReport| HopReport { canonical: "❤️".repeat(90), ..hop.clone() };
            claim.chain = claim.chain.iter().map(|hop| Shared::new(broad(hop))).collect();
            claim.occurrences[0].position.line = usize::MAX;
        }
        for width in [40, 80, 100, 200] {
            let drawn = fixture::render(&mut Table::new(Options { width, ..PLAIN }), &[(&doc, &text)]);
            assert!(!drawn.contains('\u{1b}'));
            for line in drawn.lines() {
                assert!(line.width() <= width, "{} of {width}: {line}", line.width());
            }
        }
    }

    #[test]
    fn full_shows_all_words() {
        assert!(drawn(PLAIN).contains('…'));
        let full = drawn(Options { full: true, ..PLAIN });
        assert!(full.contains("published"));
    }

    #[test]
    fn own_voice_is_counted_and_listed_on_demand() {
        assert!(drawn(PLAIN).contains("1 claim in the copy's own voice not listed"));
        assert!(!drawn(PLAIN).contains("opened in 1931"));
        assert!(drawn(Options { all: true, ..PLAIN }).contains("opened in 1931"));
    }

    #[test]
    fn colour_only_when_asked_for() {
        assert!(!drawn(PLAIN).contains('\u{1b}'));
        let colored = drawn(Options { color: true, ..PLAIN });
        assert!(colored.contains("\u{1b}[38;5;9m"), "{colored:?}");
    }

    #[test]
    fn colours_tell_who_can_be_called() {
        use Color::*;
        let (doc, _) = fixture::story();
        let colors: Vec<_> = doc.claims.iter().map(color).collect();
        assert_eq!(colors, [Some(Red), Some(Green), Some(Red), Some(Green), Some(Red), Some(Green), None]);
    }
}
