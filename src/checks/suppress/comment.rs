//! `<!-- whosaid: ignore anon-bare because the desk knows the source -->`

use crate::checks::finding::Finding;
use crate::checks::rules;
use crate::document::{Block, Document, Format};
use crate::read;
use crate::span::Span;
use rustc_hash::FxHashMap;

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

/// Finds the comment that suppresses a finding without asking all of them.
pub struct Scopes<'a> {
    /// By rule.
    of_rule: FxHashMap<&'a str, OfRule>,
}

/// What holds for the whole file, and what for a block, in the blocks' order: numbers of comments.
type OfRule = (Option<usize>, Vec<(Span, usize)>);

impl<'a> Scopes<'a> {
    /// What `comments` suppress, each by its number among them.
    pub fn of(comments: &'a [Comment]) -> Self {
        let mut of_rule: FxHashMap<&str, OfRule> = FxHashMap::default();
        for (index, comment) in comments.iter().enumerate().filter(|(_, comment)| comment.fault.is_none()) {
            for rule in &comment.rules {
                let (file, blocks) = of_rule.entry(rule).or_default();
                match comment.scope {
                    Some(scope) => blocks.push((scope, index)),
                    None => *file = file.or(Some(index)),
                }
            }
        }
        of_rule.values_mut().for_each(|(_, blocks)| blocks.sort_unstable());
        Self { of_rule }
    }

    /// The comment that suppresses the finding.
    pub fn covering(&self, finding: &Finding) -> Option<usize> {
        let (file, blocks) = self.of_rule.get(finding.rule.id)?;
        let next = blocks.get(blocks.partition_point(|(scope, _)| scope.end <= finding.at.span.start));
        file.or(next.filter(|(scope, _)| scope.overlaps(finding.at.span)).map(|(_, index)| *index))
    }
}

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const NAME: &str = "whosaid:";

/// The comments of a document whose format can hold them, in order; linear.
pub fn comments(document: &Document) -> Vec<Comment> {
    let file = File::of(document);
    let places = match &document.source {
        Some(source) if !file.text.is_empty() => source.file.comments(NAME).to_vec(),
        _ => read::comments(file.text, NAME),
    };
    if places.is_empty() {
        return Vec::new();
    }
    let blocks: Vec<&Block> = document.blocks.iter().filter(|block| block.kind.is_read()).collect();
    let own = |span: Span| {
        let inside = &file.text[span.start + OPEN.len()..span.end - CLOSE.len()];
        let words = inside.trim().strip_prefix(NAME)?;
        Some(comment(&file, span, block(&file, &blocks, span), words.trim()))
    };
    places.into_iter().filter_map(own).collect()
}

/// The file that a document stands in, with its comments; empty where its format has none.
struct File<'a> {
    document: &'a Document,
    text: &'a str,
}

impl<'a> File<'a> {
    fn of(document: &'a Document) -> Self {
        let text = match (document.format, &document.source) {
            (Format::Markdown, None) => &document.text,
            (Format::Markdown | Format::Html | Format::Nitf | Format::NewsmlG2, Some(source)) => source.file.text(),
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
fn comment(file: &File<'_>, span: Span, block: Span, words: &str) -> Comment {
    let (order, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let (names, reason) = rest.split_once("because").unwrap_or((rest, ""));
    let rules: Vec<String> =
        names.split([',', ' ', '\n', '\t', '\r']).filter(|name| !name.is_empty()).map(str::to_owned).collect();
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

/// The one of the `blocks`, which are in order, that holds the comment, else the next one, else the end.
fn block(file: &File<'_>, blocks: &[&Block], span: Span) -> Span {
    let next = blocks.partition_point(|block| file.place(block.span.end) < span.end);
    let end = file.document.text.len();
    blocks.get(next).map_or(Span::new(end, end), |block| block.span)
}
