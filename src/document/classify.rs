//! Paragraphs to blocks: what each is, and what it tells of the document.

use super::blocks::Paragraph;
use super::caption::{Caption, caption};
use super::dateline::{DayOfYear, Parts, dateline, is_known_place, unmarked_agency};
use super::headline::{FEWEST_WORDS, Head, MOST_ABOVE, head};
use super::labels::label_len;
use super::model::{Block, BlockKind, Dateline};
use super::neighbours::Page;
use super::words::{more_words_than, trim};
use super::{boilerplate, byline, credit};
use crate::lexicon::Lexicon;
use crate::read::Role;
use crate::span::Span;

/// A dateline that nothing but its place speaks for is looked for in this many paragraphs.
const DATELINE_WITHIN: usize = 4;

/// A first paragraph with fewer words than this has the next one as a lead too.
const LEAD_WORDS: usize = 15;

/// No more leads than this.
const MOST_LEADS: usize = 2;

/// The blocks, and what was read on the way.
#[derive(Debug, Default)]
pub(super) struct Classified {
    /// In order, trimmed, apart from each other.
    pub blocks: Vec<Block>,
    /// The first byline's words.
    pub byline: Option<String>,
    /// The outlet's name on a line of its own below the byline.
    pub imprint: Option<String>,
    /// The first credit's words.
    pub credit: Option<String>,
    /// The first dateline.
    pub dateline: Option<Dateline>,
    /// The day that dateline names.
    pub day: Option<DayOfYear>,
}

/// What each of `paragraphs` is; `lexicon` knows outlets and page furniture.
pub(super) fn classify(text: &str, paragraphs: &[Paragraph], lexicon: &Lexicon) -> Classified {
    let mut plain: Vec<Option<Block>> =
        paragraphs.iter().map(|paragraph| plain_block(text, *paragraph, lexicon)).collect();
    let imprint = Page { text, paragraphs, lexicon }.read(&mut plain);
    let story: Vec<Paragraph> =
        paragraphs.iter().zip(&plain).filter(|(_, block)| block.is_none()).map(|(found, _)| *found).collect();
    let mut reader = Reader {
        text,
        lexicon,
        found: Classified { imprint, ..Classified::default() },
        head: head_of(text, &story),
        story: 0,
        leads: Leads::default(),
        marked: Marked::default(),
    };
    reader.leads.dateline_at = reader.first_dateline(&story);
    for (paragraph, block) in paragraphs.iter().zip(&plain) {
        match block {
            Some(block) if paragraph.role == Role::Dateline => reader.add_dateline(*block),
            Some(block) => reader.add_plain(*block, paragraph.role),
            None => reader.add_story(*paragraph),
        }
    }
    reader.found
}

/// What a paragraph is by its own words alone; `None` for the story's own.
fn plain_block(text: &str, paragraph: Paragraph, lexicon: &Lexicon) -> Option<Block> {
    let (span, words) = (paragraph.span, paragraph.span.of(text));
    let block = |kind, span| Some(Block { kind, span, copy_of: None });
    if let Some(kind) = kind_of(paragraph.role, words) {
        return block(kind, span);
    }
    if boilerplate::is_boilerplate(words, lexicon.boilerplate()) {
        return block(BlockKind::Boilerplate, span);
    }
    if byline::byline(words).is_some() {
        return block(BlockKind::Byline, span);
    }
    if credit::credit(words).is_some() {
        return block(BlockKind::Credit, span);
    }
    match caption(words)? {
        Caption::Words(start, end) => {
            block(BlockKind::Caption, trim(text, Span::new(span.start + start, span.start + end)))
        }
        Caption::CreditOnly => block(BlockKind::Boilerplate, span),
    }
}

/// What a paragraph is by its markup alone. A caption has words to tell from the photographer's credit, and may be none.
fn kind_of(role: Role, words: &str) -> Option<BlockKind> {
    match role {
        Role::Furniture | Role::Dateline => Some(BlockKind::Boilerplate),
        Role::Byline => Some(BlockKind::Byline),
        Role::Credit => Some(BlockKind::Credit),
        Role::Caption if caption(words).is_none() => Some(BlockKind::Caption),
        _ => None,
    }
}

/// The head of the story: a marked heading, else what looks like one.
fn head_of(text: &str, story: &[Paragraph]) -> Head {
    if let Some(at) = story.iter().take(DATELINE_WITHIN).position(|paragraph| paragraph.role == Role::Heading) {
        return Head { headline: Some(at), len: at + 1 };
    }
    let opening: Vec<&str> = story.iter().take(MOST_ABOVE + 2).map(|paragraph| paragraph.span.of(text)).collect();
    head(&opening)
}

/// Walks the paragraphs in order.
struct Reader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    found: Classified,
    head: Head,
    /// How many paragraphs of the story came before.
    story: usize,
    leads: Leads,
    marked: Marked,
}

/// What was read from markup beside the story, and gives way to what the story's own lines say: so a contradiction between the two is
/// seen.
#[derive(Default)]
struct Marked {
    byline: bool,
    dateline: bool,
}

/// Which paragraphs are leads.
#[derive(Default)]
struct Leads {
    /// The paragraph of the story that has the first dateline.
    dateline_at: Option<usize>,
    given: usize,
    done: bool,
}

impl Leads {
    /// Whether the story's paragraph `at` is a lead. Up to the dateline all are; without one, the first, and the next if it was short.
    fn take(&mut self, at: usize, words: &str) -> bool {
        if self.done {
            return false;
        }
        self.given += 1;
        self.done = match self.dateline_at {
            Some(dateline) => at >= dateline,
            None => self.given == MOST_LEADS || more_words_than(words, LEAD_WORDS - 1),
        };
        true
    }
}

impl Reader<'_> {
    fn add_plain(&mut self, block: Block, role: Role) {
        let words = block.span.of(self.text);
        match block.kind {
            BlockKind::Byline if self.found.byline.is_none() || self.gives_way(role) => {
                self.marked.byline = role == Role::Byline;
                self.found.byline = Some(byline::byline(words).unwrap_or(words).to_owned());
            }
            BlockKind::Credit => self.keep_credit(words),
            _ => {}
        }
        self.found.blocks.push(block);
    }

    /// Whether the byline that was read from markup gives way to this one, of the story's own lines.
    fn gives_way(&self, role: Role) -> bool {
        self.marked.byline && role != Role::Byline && self.leads.given == 0
    }

    fn keep_credit(&mut self, words: &str) {
        if self.found.credit.is_none() {
            self.found.credit = Some(credit::credit(words).unwrap_or(words).to_owned());
        }
    }

    /// A dateline that the markup sets apart from the paragraph that it opens.
    fn add_dateline(&mut self, block: Block) {
        self.found.blocks.push(block);
        if self.found.dateline.is_some() {
            return;
        }
        let words = block.span.of(self.text);
        self.marked.dateline = true;
        // The dash and the story that follow a dateline are what it is known by.
        let bare = words.trim_end_matches(['-', '–', '—', ' ']);
        let completed = format!("{bare} — x");
        match dateline(&completed) {
            Some(parts) => self.keep_dateline(&parts, block.span),
            None => {
                let place = Some(words.to_owned());
                self.found.dateline = Some(Dateline { place, date: None, agency: None, span: block.span });
            }
        }
    }

    fn keep_dateline(&mut self, parts: &Parts<'_>, span: Span) {
        let owned = |piece: Option<&str>| piece.map(str::to_owned);
        let (place, date, agency) = (owned(parts.place), owned(parts.date), owned(parts.agency));
        self.found.dateline = Some(Dateline { place, date, agency, span });
        self.found.day = parts.day;
    }

    fn add_story(&mut self, paragraph: Paragraph) {
        let at = self.story;
        self.story += 1;
        let is_above = at < self.head.len;
        let is_short = || !more_words_than(paragraph.span.of(self.text), FEWEST_WORDS - 1);
        if self.head.headline == Some(at) || (paragraph.role == Role::Heading && !is_short()) {
            let label = label_len(paragraph.span.of(self.text));
            self.push(BlockKind::Headline, Span::new(paragraph.span.start + label, paragraph.span.end));
        } else if (is_above && is_short())
            || self.head.headline.is_some_and(|headline| at < headline)
            || paragraph.role == Role::Heading
        {
            self.keep_place(paragraph.span);
            self.push(BlockKind::Boilerplate, paragraph.span);
        } else {
            self.add_body(at, paragraph.span);
        }
    }

    /// "ISTANBUL" on a line of its own above the story is its dateline.
    fn keep_place(&mut self, span: Span) {
        let words = span.of(self.text);
        let is_one = !words.contains(char::is_lowercase) && is_known_place(words, self.lexicon);
        if is_one && self.found.dateline.is_none() {
            let place = Some(words.to_owned());
            self.found.dateline = Some(Dateline { place, date: None, agency: None, span });
        }
    }

    /// A paragraph of the story, without its dateline, and apart from a credit at its end.
    fn add_body(&mut self, at: usize, span: Span) {
        let dateline = self.dateline_len(at, span);
        let credit = credit::at_end_of(span.of(self.text)).filter(|credit| *credit > dateline);
        let end = credit.map_or(span.end, |credit| span.start + credit);
        let body = trim(self.text, Span::new(span.start + dateline, end));
        let kind = if self.leads.take(at, body.of(self.text)) { BlockKind::Lead } else { BlockKind::Body };
        self.push(kind, body);
        if credit.is_some() {
            let credit = Span::new(end, span.end);
            self.keep_credit(credit.of(self.text));
            self.push(BlockKind::Credit, credit);
        }
    }

    fn push(&mut self, kind: BlockKind, span: Span) {
        if !span.is_empty() {
            self.found.blocks.push(Block { kind, span, copy_of: None });
        }
    }

    /// How many bytes of dateline a paragraph begins with; the first dateline is kept.
    fn dateline_len(&mut self, at: usize, span: Span) -> usize {
        let Some(parts) = self.dateline_of(at, span.of(self.text)) else {
            return 0;
        };
        let gives_way = self.marked.dateline && at < self.head.len + DATELINE_WITHIN;
        if self.found.dateline.is_none() || gives_way {
            self.marked.dateline = false;
            self.keep_dateline(&parts, Span::new(span.start, span.start + parts.whole.len()));
        }
        parts.len
    }

    /// The dateline that the story's paragraph `at` begins with.
    fn dateline_of<'t>(&self, at: usize, words: &'t str) -> Option<Parts<'t>> {
        let unmarked = || unmarked_agency(words).filter(|parts| parts.agency.is_some_and(|name| self.is_agency(name)));
        let unmarked = if self.is_due(at) { unmarked() } else { None };
        unmarked.or_else(|| dateline(words).filter(|parts| self.accepts(at, parts)))
    }

    fn is_agency(&self, name: &str) -> bool {
        self.lexicon.agency_named(name).is_some_and(|outlet| outlet.kind == "agency")
    }

    /// Whether a first dateline may stand in the story's paragraph `at`.
    fn is_due(&self, at: usize) -> bool {
        self.found.dateline.is_none() && at < self.head.len + DATELINE_WITHIN
    }

    /// Whether what could be a dateline is one: sure ones anywhere, an outlet's name anywhere (only an agency's in small letters), the first one again, and any that is
    /// likely at the start of the story.
    fn accepts(&self, at: usize, parts: &Parts) -> bool {
        let again = || self.found.dateline.as_ref().is_some_and(|first| first.span.of(self.text) == parts.whole);
        let is_known = parts.agency.is_some_and(|agency| match parts.has_doubtful_agency() {
            true => self.is_agency(agency),
            false => self.lexicon.outlet_named(agency).is_some(),
        });
        let is_place = || parts.is_bare_colon() && parts.place.is_some_and(|place| is_known_place(place, self.lexicon));
        parts.is_sure() || again() || is_known || (self.is_due(at) && (parts.is_likely() || is_place()))
    }

    /// The first paragraph near the story's start that has a dateline.
    fn first_dateline(&self, story: &[Paragraph]) -> Option<usize> {
        let near = story.iter().enumerate().skip(self.head.len).take(DATELINE_WITHIN);
        let mut with = near.filter(|(at, paragraph)| self.dateline_of(*at, paragraph.span.of(self.text)).is_some());
        with.next().map(|(at, _)| at)
    }
}
