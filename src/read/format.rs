//! What kind of input it is. The one place that decides.

use super::Reason;
use schemars::JsonSchema;
use serde::Serialize;
use std::path::Path;
use std::str::FromStr;

/// What the input was, by its content or by `--from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text, or a page as pasted from a browser.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// NITF: News Industry Text Format.
    Nitf,
    /// NewsML-G2, with one item or several.
    NewsmlG2,
    /// ninjs, 1.x to 3.x.
    Ninjs,
    /// IPTC 7901, a teleprinter format.
    #[serde(rename = "iptc-7901")]
    Iptc7901,
    /// ANPA 1312, a teleprinter format.
    #[serde(rename = "anpa-1312")]
    Anpa1312,
    /// An RSS or Atom feed; each entry is a document.
    Feed,
    /// JSON Lines: one document a line.
    Jsonl,
}

/// A format's name that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no format of that name; there are {}", Format::ALL.map(Format::name).join(", "))]
pub struct NoSuchFormat;

impl FromStr for Format {
    type Err = NoSuchFormat;

    fn from_str(name: &str) -> Result<Self, NoSuchFormat> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(NoSuchFormat)
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Nitf,
        Self::NewsmlG2,
        Self::Ninjs,
        Self::Iptc7901,
        Self::Anpa1312,
        Self::Feed,
        Self::Jsonl,
    ];

    /// The name that `--from` takes and the report gives.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Nitf => "nitf",
            Self::NewsmlG2 => "newsml-g2",
            Self::Ninjs => "ninjs",
            Self::Iptc7901 => "iptc-7901",
            Self::Anpa1312 => "anpa-1312",
            Self::Feed => "feed",
            Self::Jsonl => "jsonl",
        }
    }

    /// The format of `text` that stood at `path` (`None`: standard input). Errors: XML that is none of the known formats.
    pub fn detect(path: Option<&str>, text: &str) -> Result<Self, Reason> {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if let Some(found) = teleprinter(start).or_else(|| json(path, start)) {
            return Ok(found);
        }
        if start.starts_with('<')
            && let Some(found) = markup(path, start)?
        {
            return Ok(found);
        }
        Ok(by_name(path).unwrap_or(if opens_with_front_matter(text) { Self::Markdown } else { Self::Text }))
    }
}

/// Copy that opens with the control characters of a teleprinter: ANPA's message number is a letter and digits, IPTC's begins with
/// the agency's letters.
fn teleprinter(start: &str) -> Option<Format> {
    let number = start.trim_start_matches(['\u{16}', '\r', '\n']).strip_prefix('\u{1}')?;
    let letters = number.chars().take_while(|c| c.is_alphabetic()).count();
    Some(if letters == 1 { Format::Anpa1312 } else { Format::Iptc7901 })
}

/// An object, or a list of objects. One with a `text`, or a file named so, is a line of JSON Lines.
fn json(path: Option<&str>, start: &str) -> Option<Format> {
    let inner = start.strip_prefix('[').map_or(start, str::trim_start);
    inner.strip_prefix('{').map(str::trim_start).filter(|rest| rest.starts_with(['"', '}']))?;
    let is_named = ending(path).is_some_and(|ending| ending == "jsonl" || ending == "ndjson");
    let line = start.lines().next().unwrap_or_default();
    let has_text = || serde_json::from_str::<TextLine>(line).is_ok();
    Some(if is_named || (start.starts_with('{') && has_text()) { Format::Jsonl } else { Format::Ninjs })
}

/// What tells a line of JSON Lines; the rest of its keys do not matter.
#[derive(serde::Deserialize)]
struct TextLine<'a> {
    #[serde(borrow, rename = "text")]
    _text: std::borrow::Cow<'a, str>,
}

/// By the first element's name; `None` where it is none that a page or a feed opens with. What declares itself XML, or is named so, has
/// to be of a known kind.
fn markup(path: Option<&str>, start: &str) -> Result<Option<Format>, Reason> {
    let (name, is_declared) = first_element(start);
    let is_xml = is_declared || ending(path).is_some_and(|ending| ending == "xml");
    let local = name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    Ok(match local.as_str() {
        "nitf" => Some(Format::Nitf),
        "newsitem" | "newsmessage" | "packageitem" => Some(Format::NewsmlG2),
        "rss" | "rdf" | "feed" => Some(Format::Feed),
        local if PAGE_ELEMENTS.contains(&local) || is_page(start) => Some(Format::Html),
        local if is_xml => return Err(Reason::UnknownMarkup(local.to_owned())),
        _ => None,
    })
}

/// Elements that a page, or a piece of one, opens with.
const PAGE_ELEMENTS: &[&str] = &[
    "html",
    "head",
    "body",
    "meta",
    "title",
    "link",
    "script",
    "style",
    "main",
    "article",
    "section",
    "header",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "table",
    "blockquote",
    "figure",
    "span",
    "center",
    "font",
];

fn is_page(start: &str) -> bool {
    start.get(..14).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"))
}

/// The name of the first element, past declarations and comments, and whether there was an XML declaration.
fn first_element(start: &str) -> (&str, bool) {
    let mut rest = start;
    while let Some(inner) = rest.strip_prefix('<') {
        let after = match inner {
            inner if inner.starts_with("!--") => inner.split_once("-->").map(|(_, after)| after),
            inner if inner.starts_with('?') => inner.split_once("?>").map(|(_, after)| after),
            inner if inner.starts_with('!') => past_declaration(inner),
            inner => {
                return (
                    inner.split(|c: char| !is_name_letter(c)).next().unwrap_or_default(),
                    start.starts_with("<?xml"),
                );
            }
        };
        rest = after.unwrap_or_default().trim_start();
    }
    ("", false)
}

/// What follows a document type, which may have an internal subset in brackets.
fn past_declaration(inner: &str) -> Option<&str> {
    let end = inner.find(['>', '['])?;
    let rest = &inner[end..];
    let rest = if rest.starts_with('[') { rest.split_once(']')?.1 } else { rest };
    Some(rest.split_once('>')?.1)
}

fn is_name_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ':' | '-' | '_' | '.')
}

fn by_name(path: Option<&str>) -> Option<Format> {
    match ending(path)?.as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        // What it holds is told there, where it is no news.
        "json" => Some(Format::Ninjs),
        _ => None,
    }
}

/// The ending of the path's name, in small letters.
fn ending(path: Option<&str>) -> Option<String> {
    Some(Path::new(path?).extension()?.to_str()?.to_ascii_lowercase())
}

/// Whether the text begins with a `---` line, then a `key:` line. A lone rule above plain copy is no front matter.
fn opens_with_front_matter(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let fence = lines.next().is_some_and(|line| line.trim_end() == "---");
    let key = lines.next().and_then(|line| line.split_once(':')).map(|(key, _)| key);
    fence && key.is_some_and(|key| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(path: Option<&str>, text: &str) -> Format {
        Format::detect(path, text).unwrap()
    }

    #[test]
    fn markdown_by_name_or_by_front_matter() {
        assert_eq!(detect(Some("story.MD"), "Plain words."), Format::Markdown);
        assert_eq!(detect(None, "---\ntitle: A bridge falls\n---\n"), Format::Markdown);
        assert_eq!(detect(Some("story.txt"), "\u{feff}---\r\ntitle: x\r\n---\r\n"), Format::Markdown);
    }

    #[test]
    fn anything_else_is_text() {
        for text in [
            "---\nThe mayor said: no.\n",
            "",
            "{Passage omitted} Rain.",
            "[Rain] fell.",
            "<embed id=1/>\nRain.",
            "< 5 cm fell",
        ] {
            assert_eq!(detect(Some("story.txt"), text), Format::Text, "{text}");
        }
    }

    #[test]
    fn content_decides() {
        let cases = [
            ("\n <!DOCTYPE html>\n<x-page>", Format::Html),
            ("<!-- page --><div class=a><p>Rain</p></div>", Format::Html),
            ("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>", Format::Nitf),
            ("<?xml version='1.0'?><!DOCTYPE nitf [<!ENTITY a \"b\">]><nitf>", Format::Nitf),
            ("\u{feff}<?xml version='1.0'?><newsItem guid='x'>", Format::NewsmlG2),
            ("<nar:newsMessage>", Format::NewsmlG2),
            ("<rss version='2.0'>", Format::Feed),
            ("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", Format::Feed),
            ("{\"uri\": \"x\", \"body_text\": \"Rain.\"}", Format::Ninjs),
            ("[\n {\"uri\": \"x\"}]", Format::Ninjs),
            ("{\"text\": \"Rain.\", \"id\": 3}\n{\"text\": \"Snow.\"}\n", Format::Jsonl),
            ("\u{1}XYZ0123 4 POL 120 wind\r\n", Format::Iptc7901),
            ("\u{16}\u{16}\u{1}a1234\u{1f}rw\n", Format::Anpa1312),
        ];
        for (text, format) in cases {
            assert_eq!(detect(None, text), format, "{text}");
        }
    }

    #[test]
    fn a_name_helps_where_content_does_not() {
        assert_eq!(detect(Some("a.html"), "Rain <b>fell</b>"), Format::Html);
        assert_eq!(detect(Some("a.jsonl"), "{\"id\": 1}"), Format::Jsonl);
        assert_eq!(detect(Some("a.html"), "<nitf>"), Format::Nitf);
        assert_eq!(detect(Some("a.json"), "[1, 2]"), Format::Ninjs);
        assert_eq!(detect(None, "[1, 2]"), Format::Text);
    }

    #[test]
    fn unknown_xml_is_an_error() {
        let unknown = Err(Reason::UnknownMarkup("invoice".to_owned()));
        assert_eq!(Format::detect(None, "<?xml version='1.0'?><!-- x --><Invoice>"), unknown);
        assert_eq!(Format::detect(Some("a.xml"), "<Invoice>"), unknown);
        assert_eq!(detect(Some("a.txt"), "<Invoice>"), Format::Text);
    }

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
            assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        }
        assert!("pdf".parse::<Format>().is_err());
    }
}
