//! `<!-- whosaid: ignore anon-bare because the desk knows the source -->`

use crate::checks::finding::Finding;
use crate::checks::rules;
use crate::document::{Block, Document, Format};
use crate::read;
use crate::span::Span;

/// A comment that suppresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The whole comment.
    pub span: Span,
    /// The rules that it names.
    rules: Vec<String>,
    /// Where findings are suppressed: the block that holds the comment, or the next one; `None` is the whole file.
    scope: Option<Span>,
    /// What is wrong with it; it suppresses nothing then.
    pub fault: Option<String>,
}

impl Comment {
    /// Whether it suppresses the finding.
    pub fn covers(&self, finding: &Finding) -> bool {
        let here = self.scope.is_none_or(|scope| scope.overlaps(finding.at.span));
        self.fault.is_none() && here && self.rules.iter().any(|rule| rule == finding.rule.id)
    }
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const NAME: &str = "whosaid:";

/// The comments of a document whose format can hold them, in order; linear.
pub fn comments(document: &Document) -> Vec<Comment> {
    let file = File::of(document);
    let own = |span: &Span| {
        let inside = &file.text[span.start + OPEN.len()..span.end - CLOSE.len()];
        let words = inside.trim().strip_prefix(NAME)?;
        Some(comment(&file, *span, words.trim()))
    };
    match &document.source {
        Some(source) if !file.text.is_empty() => source.file.comments(NAME).iter().filter_map(own).collect(),
        _ => read::comments(file.text, NAME).iter().filter_map(own).collect(),
    }
}

/// The file that a document stands in, with its comments; empty where its format has none.
struct File<'a> {
    document: &'a Document,
    text: &'a str,
}

impl<'a> File<'a> {
    fn of(document: &'a Document) -> Self {
        let text = match (document.format, &document.source) {
            (Format::Markdown, _) => &document.text,
            (Format::Html | Format::Nitf | Format::NewsmlG2, Some(source)) => source.file.text(),
            _ => "",
        };
        Self { document, text }
    }

    /// Where a byte of the document's text stands in the file.
    fn place(&self, at: usize) -> usize {
        self.document.source.as_ref().map_or(at, |source| source.places.of(at))
    }
}

/// Reads `ignore RULES because REASON`, or `ignore-file RULES because REASON`.
fn comment(file: &File<'_>, span: Span, words: &str) -> Comment {
    let (order, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let (names, reason) = rest.split_once("because").unwrap_or((rest, ""));
    let rules: Vec<String> =
        names.split([',', ' ', '\n', '\t', '\r']).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let block = block(file, span);
    let scope = if order == "ignore-file" { None } else { Some(block) };
    let fault = fault(order, &rules, reason.trim());
    // Where the text was taken out of markup, the comment is not in it: it is shown at its paragraph.
    let span = if file.document.source.is_none() { span } else { Span::new(block.start, block.start) };
    Comment { span, rules, scope, fault }
}

fn fault(order: &str, rules: &[String], reason: &str) -> Option<String> {
    let unknown = rules.iter().find(|rule| rules::named(rule).is_none());
    match unknown {
        _ if !matches!(order, "ignore" | "ignore-file") => Some("begin with `ignore` or `ignore-file`".to_owned()),
        _ if rules.is_empty() => Some("name the rules that it suppresses".to_owned()),
        Some(rule) => Some(match rules::nearest(rule) {
            Some(near) => format!("no rule is called {rule}; perhaps {near} is meant"),
            None => format!("no rule is called {rule}"),
        }),
        None if reason.is_empty() => Some("give a reason: `… because …`".to_owned()),
        None => None,
    }
}

/// The block that holds the comment, else the next one that is read, else the end.
fn block(file: &File<'_>, span: Span) -> Span {
    let read = || file.document.blocks.iter().filter(|block| block.kind.is_read());
    let holds = |block: &&Block| file.place(block.span.start) <= span.start && span.end <= file.place(block.span.end);
    let next = || read().find(|block| file.place(block.span.start) >= span.end);
    let end = file.document.text.len();
    read().find(holds).or_else(next).map_or(Span::new(end, end), |block| block.span)
}
