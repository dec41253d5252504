//! From elements and text, whether of a page or of XML, to blocks: paragraphs, headings, captions.

use super::entities;
use super::mapped::Mapped;
use super::piece::Role;
use super::story::Block;
use std::ops::Range;

/// What stands in these is no copy.
const LEFT_OUT: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "aside", "svg", "iframe", "select", "textarea", "button",
    "title", "object", "audio", "video", "math",
];

/// Classes of elements that show somebody's post from elsewhere, set beside the copy as pictures are.
const EMBEDDED: &[&str] =
    &["twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "fb-post", "reddit-embed-bq"];

/// These begin and end a block.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "block",
    "body",
    "body.content",
    "body.end",
    "body.head",
    "bq",
    "byline",
    "byttl",
    "caption",
    "center",
    "credit",
    "dateline",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hedline",
    "hl1",
    "hl2",
    "hr",
    "html",
    "li",
    "main",
    "media",
    "media-caption",
    "media-producer",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tagline",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// These have no end tag.
const EMPTY: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// What an element makes of the text in it.
fn role_of(name: &str) -> Option<Role> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" => Role::Heading,
        "figcaption" | "media-caption" | "caption" => Role::Caption,
        "media-producer" | "credit" => Role::Furniture,
        "byline" => Role::Byline,
        "byttl" => Role::Furniture,
        "dateline" => Role::Dateline,
        "tagline" => Role::Credit,
        "pre" => Role::Plain,
        _ => return None,
    })
}

/// How high a heading an element is.
fn level_of(name: &str) -> u8 {
    match name {
        "h1" | "hl1" => 1,
        "h2" | "hl2" => 2,
        "h3" | "h4" | "h5" | "h6" => 3,
        _ => 0,
    }
}

/// Whether an element with these attributes is the story itself.
fn is_story(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
    matches!(name, "article" | "main" | "body.content")
        || attribute("itemprop").is_some_and(|property| property == "articleBody")
        || attribute("role").is_some_and(|role| role == "main")
}

/// Whether an element shows a post from elsewhere.
fn is_embedded(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> bool {
    matches!(name, "blockquote" | "div")
        && attribute("class").is_some_and(|classes| classes.split(' ').any(|class| EMBEDDED.contains(&class)))
}

/// Takes elements and text in order, and makes blocks of them. It needs no well-formed nesting: an end tag that ends nothing is passed
/// over.
pub(super) struct Builder<'a> {
    source: &'a Mapped,
    blocks: Vec<Block>,
    /// The block that is being filled.
    words: Mapped,
    links: Vec<(Range<usize>, String)>,
    /// Where in the words a link was opened, and where it leads.
    link: Option<(usize, String)>,
    /// Elements whose role holds until they end, the innermost last.
    roles: Vec<(String, Role, u8)>,
    /// Elements that mark the story, the innermost last.
    stories: Vec<String>,
    /// The element that is being left out, and how often it stands in itself.
    left_out: Option<(String, usize)>,
    /// Whether blanks came since the last word.
    blank: bool,
    /// Whether a line break came since the last word.
    line_break: bool,
}

impl<'a> Builder<'a> {
    /// A builder for markup that stands in `source`.
    pub fn new(source: &'a Mapped) -> Self {
        Self {
            source,
            blocks: Vec::new(),
            words: Mapped::default(),
            links: Vec::new(),
            link: None,
            roles: Vec::new(),
            stories: Vec::new(),
            left_out: None,
            blank: false,
            line_break: false,
        }
    }

    /// An element begins; `name` is its local name in small letters.
    pub fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth += usize::from(left_out == name);
            return;
        }
        match name {
            "br" => self.break_line(),
            "a" => self.open_link(attribute("href")),
            // The parts of a dateline, which may stand side by side without a blank.
            "location" | "story.date" => self.blank = true,
            _ if LEFT_OUT.contains(&name) || is_embedded(name, attribute) => {
                self.finish_block();
                self.left_out = Some((name.to_owned(), 1));
            }
            _ if BLOCKS.contains(&name) => self.open_block(name, attribute),
            _ => {}
        }
    }

    fn open_block(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        self.finish_block();
        if EMPTY.contains(&name) {
            return;
        }
        // A heading that was not closed ends where the next block begins.
        self.roles.pop_if(|(_, role, _)| *role == Role::Heading);
        if let Some(role) = role_of(name) {
            self.roles.push((name.to_owned(), role, level_of(name)));
        }
        if is_story(name, attribute) {
            self.stories.push(name.to_owned());
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &str) {
        if let Some((left_out, depth)) = &mut self.left_out {
            *depth -= usize::from(left_out == name);
            if *depth == 0 {
                self.left_out = None;
            }
            return;
        }
        if name == "a" {
            self.close_link();
        } else if BLOCKS.contains(&name) {
            self.finish_block();
            if self.roles.last().is_some_and(|(open, ..)| open == name) {
                self.roles.pop();
            }
            if self.stories.last().is_some_and(|open| open == name) {
                self.stories.pop();
            }
        }
    }

    /// Text stands at the bytes `range` of the source; `has_references` tells whether `&amp;` is one there.
    pub fn text(&mut self, range: Range<usize>, has_references: bool) {
        if self.left_out.is_some() {
            return;
        }
        if !has_references {
            return self.add_text(self.source, range);
        }
        let mut decoded = Mapped::default();
        entities::append(&mut decoded, self.source, range);
        self.add_text(&decoded, 0..decoded.len());
    }

    /// Adds words with one blank for any number of them; in a preformatted block, as they are.
    fn add_text(&mut self, from: &Mapped, range: Range<usize>) {
        if self.role().0 == Role::Plain {
            return self.words.append(from, range);
        }
        let text = &from.text()[range.clone()];
        let mut at = 0;
        for word in text.split(is_blank) {
            if !word.is_empty() {
                self.add_word(from, range.start + at..range.start + at + word.len());
            }
            at += word.len();
            if let Some(blank) = text[at..].chars().next() {
                self.blank = true;
                at += blank.len_utf8();
            }
        }
    }

    fn add_word(&mut self, from: &Mapped, word: Range<usize>) {
        if std::mem::take(&mut self.blank) && !self.words.is_empty() {
            let place = from.place(word.start);
            self.words.push_as(" ", place.saturating_sub(1));
        }
        self.line_break = false;
        self.words.append(from, word);
    }

    /// A line break is a blank, two of them end a paragraph.
    fn break_line(&mut self) {
        if self.role().0 == Role::Plain {
            let place = self.words.place(self.words.len());
            self.words.push_as("\n", place);
        } else if self.line_break {
            self.finish_block();
        } else {
            self.blank = true;
            self.line_break = true;
        }
    }

    fn open_link(&mut self, target: Option<String>) {
        self.close_link();
        let start = self.words.len() + usize::from(self.blank && !self.words.is_empty());
        self.link = target.map(|target| (start, target));
    }

    fn close_link(&mut self) {
        if let Some((start, target)) = self.link.take() {
            let end = self.words.len();
            self.links.push((start.min(end)..end, target));
        }
    }

    fn role(&self) -> (Role, u8) {
        self.roles.last().map_or((Role::Text, 0), |(_, role, level)| (*role, *level))
    }

    fn finish_block(&mut self) {
        let open = self.link.as_ref().map(|(_, target)| target.clone());
        self.close_link();
        self.link = open.map(|target| (0, target));
        self.blank = false;
        self.line_break = false;
        let words = std::mem::take(&mut self.words);
        let links = std::mem::take(&mut self.links);
        if !words.text().trim().is_empty() {
            let (role, level) = self.role();
            self.blocks.push(Block { words, role, links, in_story: !self.stories.is_empty(), level });
        }
    }

    /// All blocks, in order.
    pub fn finish(mut self) -> Vec<Block> {
        self.finish_block();
        self.blocks
    }
}

/// Blanks that markup makes one of; a no-break space stays.
fn is_blank(c: char) -> bool {
    c.is_ascii_whitespace() || c == '\u{b}'
}
