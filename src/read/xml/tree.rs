//! The elements of an XML file, in document order, with their places in it.
//!
//! What could make a small file cost much is refused: declared entities (and with them external ones) and elements nested without
//! end. A document type without declarations is passed over, and never loaded.

use crate::read::entities;
use crate::read::lines;
use crate::read::mapped::Mapped;
use crate::read::markup::Builder;
use crate::read::stated::tidy;
use crate::read::story::Block;
use crate::read::{Format, Reason};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements within one another; news has about twenty.
const DEEPEST: usize = 256;

/// A file's nodes in document order.
pub(super) struct Tree<'a> {
    source: &'a Mapped,
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    kind: Kind<'a>,
    /// The node that follows what is inside this one.
    end: usize,
}

enum Kind<'a> {
    /// An element: its whole start tag without brackets, and the length of its name.
    Element(&'a str, usize),
    /// Text, with character references or (in CDATA) without.
    Text(Range<usize>, bool),
}

/// One element of a tree.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    index: usize,
}

impl<'a> Tree<'a> {
    /// The nodes of `source`. Errors: what is not well-formed, and what is refused; with the place.
    pub fn parse(source: &'a Mapped, format: Format) -> Result<Self, Reason> {
        let mut parser = Parser { text: source.text(), format, nodes: Vec::new(), open: Vec::new() };
        parser.run()?;
        Ok(Self { source, nodes: parser.nodes })
    }

    /// Every element, in document order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        let is_element = |index: &usize| matches!(self.nodes[*index].kind, Kind::Element(..));
        (0..self.nodes.len()).filter(is_element).map(|index| Element { tree: self, index })
    }

    /// The elements of these names that stand in no other of them, in document order.
    pub fn outermost(&self, names: &'static [&'static str]) -> impl Iterator<Item = Element<'_>> {
        let mut end = 0;
        self.elements().filter(move |element| {
            let is_one = element.index >= end && names.iter().any(|name| element.is(name));
            end = if is_one { element.node().end } else { end };
            is_one
        })
    }

    /// The first element of that name, at any depth.
    pub fn find(&self, name: &str) -> Option<Element<'_>> {
        self.elements().find(|element| element.is(name))
    }
}

struct Parser<'a> {
    text: &'a str,
    format: Format,
    nodes: Vec<Node<'a>>,
    /// Elements that have begun and not ended.
    open: Vec<usize>,
}

impl<'a> Parser<'a> {
    fn run(&mut self) -> Result<(), Reason> {
        // The parser leaves a byte order mark out, and does not count it.
        let inner = self.text.trim_start_matches('\u{feff}');
        let mark = self.text.len() - inner.len();
        let mut reader = Reader::from_str(inner);
        reader.config_mut().allow_dangling_amp = true;
        loop {
            let start = mark + offset(reader.buffer_position());
            let event = reader.read_event().map_err(|error| {
                self.malformed(mark + offset(reader.error_position()), format!("not well-formed: {error}"))
            })?;
            let range = start..mark + offset(reader.buffer_position());
            if matches!(event, Event::Eof) {
                return self.finish(range.start);
            }
            self.take(&event, range)?;
        }
    }

    fn take(&mut self, event: &Event<'_>, range: Range<usize>) -> Result<(), Reason> {
        match event {
            Event::Start(tag) => {
                if self.open.len() >= DEEPEST {
                    return Err(self.malformed(range.start, format!("elements nested deeper than {DEEPEST}")));
                }
                self.open.push(self.nodes.len());
                self.push_element(tag, range.start + 1);
            }
            Event::Empty(tag) => self.push_element(tag, range.start + 1),
            Event::End(_) => {
                let end = self.nodes.len();
                if let Some(open) = self.open.pop() {
                    self.nodes[open].end = end;
                }
            }
            Event::Text(_) | Event::GeneralRef(_) => self.push_text(range, true),
            Event::CData(_) => self.push_text(range.start + "<![CDATA[".len()..range.end - "]]>".len(), false),
            Event::DocType(declared) if declared.contains("<!ENTITY") => {
                let what =
                    "declares entities, which could grow without end or name other files; take the declarations out";
                return Err(self.malformed(range.start, what.to_owned()));
            }
            _ => {}
        }
        Ok(())
    }

    /// The tag's own letters begin at byte `at` of the text.
    fn push_element(&mut self, tag: &BytesStart<'_>, at: usize) {
        let end = self.nodes.len() + 1;
        let words = &self.text[at..at + tag.len()];
        self.nodes.push(Node { kind: Kind::Element(words, tag.name().as_ref().len()), end });
    }

    fn push_text(&mut self, range: Range<usize>, has_references: bool) {
        let end = self.nodes.len() + 1;
        // The parser parts text at every reference; a run of them is one text.
        if let Some(Node { kind: Kind::Text(last, true), .. }) = self.nodes.last_mut()
            && has_references
            && last.end == range.start
        {
            last.end = range.end;
            return;
        }
        self.nodes.push(Node { kind: Kind::Text(range, has_references), end });
    }

    fn finish(&self, at: usize) -> Result<(), Reason> {
        match self.open.last().map(|open| &self.nodes[*open].kind) {
            Some(Kind::Element(tag, name)) => {
                Err(self.malformed(at, format!("the file ends within <{}>", &tag[..*name])))
            }
            _ if self.nodes.iter().all(|node| matches!(node.kind, Kind::Text(..))) => {
                Err(self.malformed(0, "there is no element".to_owned()))
            }
            _ => Ok(()),
        }
    }

    fn malformed(&self, at: usize, what: String) -> Reason {
        Reason::Malformed { format: self.format, place: lines::position(self.text, at), what }
    }
}

/// The parser counts in 64 bits, and the text is in memory.
fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or_default()
}

impl<'t> Element<'t> {
    fn node(self) -> &'t Node<'t> {
        &self.tree.nodes[self.index]
    }

    fn tag(self) -> (&'t str, usize) {
        match &self.node().kind {
            Kind::Element(tag, name) => (tag, *name),
            Kind::Text(..) => ("", 0),
        }
    }

    /// Its name without a namespace's prefix.
    pub fn name(self) -> &'t str {
        let (tag, name) = self.tag();
        tag[..name].rsplit(':').next().unwrap_or_default()
    }

    /// Whether its name is this, upper and lower case alike.
    pub fn is(self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value of the attribute of that name, prefixes aside.
    pub fn attribute(self, key: &str) -> Option<String> {
        let (tag, name) = self.tag();
        let start = BytesStart::from_content(tag, name);
        let mut attributes = start.html_attributes();
        let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == key)?;
        tidy(&entities::decoded(&found.value))
    }

    /// The indices of the nodes right inside it.
    fn child_indices(self) -> impl Iterator<Item = usize> {
        let nodes = &self.tree.nodes;
        let end = self.node().end;
        std::iter::successors(Some(self.index + 1), move |at| nodes.get(*at).map(|node| node.end))
            .take_while(move |at| *at < end)
    }

    /// The elements right inside it.
    pub fn children(self) -> impl Iterator<Item = Element<'t>> {
        let is_element = move |index: &usize| matches!(self.tree.nodes[*index].kind, Kind::Element(..));
        self.child_indices().filter(is_element).map(move |index| Element { index, ..self })
    }

    /// The first element of that name right inside it.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.is(name))
    }

    /// Every element inside it, at any depth.
    pub fn descendants(self) -> impl Iterator<Item = Element<'t>> {
        let is_element = move |index: &usize| matches!(self.tree.nodes[*index].kind, Kind::Element(..));
        (self.index + 1..self.node().end).filter(is_element).map(move |index| Element { index, ..self })
    }

    /// The first element of that name inside it.
    pub fn find(self, name: &str) -> Option<Element<'t>> {
        self.descendants().find(|element| element.is(name))
    }

    /// All text inside it, as it stands.
    pub fn mapped(self) -> Mapped {
        let mut out = Mapped::default();
        for node in &self.tree.nodes[self.index + 1..self.node().end] {
            match &node.kind {
                Kind::Text(range, true) => entities::append(&mut out, self.tree.source, range.clone()),
                Kind::Text(range, false) => out.append(self.tree.source, range.clone()),
                Kind::Element(..) => {}
            }
        }
        out
    }

    /// All text inside it with single blanks; `None` where there is none.
    pub fn words(self) -> Option<String> {
        tidy(self.mapped().text())
    }

    /// The words of the first element of that name inside it.
    pub fn words_of(self, name: &str) -> Option<String> {
        self.descendants().filter(|element| element.is(name)).find_map(Element::words)
    }

    /// What stands inside it as paragraphs and headings.
    pub fn blocks(self) -> Vec<Block> {
        let mut builder = Builder::new(self.tree.source);
        let mut open: Vec<(usize, String)> = Vec::new();
        for index in self.index..self.node().end {
            while open.last().is_some_and(|(end, _)| *end <= index) {
                open.pop().into_iter().for_each(|(_, name)| builder.close(&name));
            }
            let node = &self.tree.nodes[index];
            match &node.kind {
                Kind::Text(range, has_references) => builder.text(range.clone(), *has_references),
                Kind::Element(..) => {
                    let element = Element { index, ..self };
                    let name = element.name().to_ascii_lowercase();
                    builder.open(&name, &|key| element.attribute(key));
                    open.push((node.end, name));
                }
            }
        }
        builder.finish()
    }
}
