//! What a page states of itself: JSON-LD, Open Graph, `meta` elements, its title.

use crate::read::json;
use crate::read::mapped::Mapped;
use crate::read::stated::{Stated, day, tidy};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Range;

/// Types of JSON-LD objects that are a story.
const STORIES: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "Report",
];

/// No more stories of JSON-LD than this are asked for the page's headline.
const MOST_STORIES: usize = 8;

/// What is gathered from a page's tags.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// `meta` elements, the first of each name.
    meta: BTreeMap<String, String>,
    language: Option<String>,
    title: String,
    /// The text of the element that is being read.
    reading: Option<Reading>,
    /// Objects of JSON-LD that are stories.
    linked: Vec<Value>,
    /// Where JSON-LD stands in the page.
    scripts: Vec<Range<usize>>,
}

#[derive(Debug)]
enum Reading {
    Title,
    Linked { json: String, start: usize },
}

impl Head {
    /// An element begins.
    pub fn open(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        match name {
            "html" => self.language = attribute("lang"),
            "title" if self.title.is_empty() => self.reading = Some(Reading::Title),
            "script" if attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                self.reading = Some(Reading::Linked { json: String::new(), start: usize::MAX });
            }
            "meta" => self.add_meta(attribute),
            _ => {}
        }
    }

    fn add_meta(&mut self, attribute: &dyn Fn(&str) -> Option<String>) {
        let key = attribute("property").or_else(|| attribute("name")).or_else(|| attribute("itemprop"));
        if let (Some(key), Some(value)) = (key, attribute("content").and_then(|value| tidy(&value))) {
            self.meta.entry(key.to_ascii_lowercase()).or_insert(value);
        }
    }

    /// Text of the page that begins at byte `start` of it.
    pub fn text(&mut self, words: &[u8], at: usize) {
        let words = String::from_utf8_lossy(words);
        match &mut self.reading {
            Some(Reading::Title) => self.title += &words,
            Some(Reading::Linked { json, start }) => {
                *start = (*start).min(at);
                *json += &words;
            }
            None => {}
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &str) {
        if matches!(name, "title" | "script")
            && let Some(Reading::Linked { json, start }) = self.reading.take()
        {
            self.scripts.push(start..start.saturating_add(json.len()));
            // What a site gets wrong here is no fault of the copy.
            let found: Option<Value> = serde_json::from_str(json.trim()).ok();
            found.into_iter().for_each(|found| gather(found, &mut self.linked));
        }
    }

    /// What the page states as its headline, the surest first.
    pub fn headlines(&self) -> impl Iterator<Item = &str> {
        let linked = self.linked.iter().take(MOST_STORIES).filter_map(|story| story["headline"].as_str());
        let meta = self.meta.get("og:title").map(String::as_str).into_iter();
        linked.chain(meta).chain(std::iter::once(self.title.as_str()))
    }

    /// The story's text as JSON-LD gives it, for a page that does not show it.
    pub fn article_body(&self, page: &str) -> Option<Mapped> {
        self.scripts.iter().find_map(|script| article_body(page, script.clone()))
    }

    /// All that is stated.
    pub fn stated(&self) -> Stated {
        let linked = self.linked.iter().map(linked_stated).fold(Stated::default(), Stated::or);
        linked.or(self.meta_stated())
    }

    fn meta_stated(&self) -> Stated {
        let of = |keys: &[&str]| keys.iter().find_map(|key| self.meta.get(*key)).cloned();
        // An author that is an address is no byline.
        let byline = of(&["author", "article:author", "parsely-author"]).filter(|byline| !byline.contains("://"));
        let date =
            of(&["article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "parsely-pub-date"]);
        Stated {
            headline: of(&["og:title"]).or_else(|| tidy(&self.title)),
            byline,
            publisher: of(&["og:site_name", "publisher", "application-name"]),
            published: date.and_then(|date| day(&date)),
            language: self.language.clone().or_else(|| of(&["og:locale", "language"])),
            ..Stated::default()
        }
    }
}

/// The body of the first story in JSON-LD that has one, with its place in the page.
fn article_body(page: &str, script: Range<usize>) -> Option<Mapped> {
    let found = json::within(page, script);
    let graph = found.object().and_then(|object| object.field("@graph"));
    let stories = graph.unwrap_or(found).items().into_iter().filter_map(json::Field::object);
    stories.filter_map(|story| story.field("articlebody")?.string()).find(|body| !body.text().trim().is_empty())
}

/// The stories in a piece of JSON-LD: itself, a list, or a graph. What lies deeper is not looked at.
fn gather(found: Value, stories: &mut Vec<Value>) {
    match found {
        Value::Array(all) => stories.extend(all.into_iter().filter(is_story)),
        Value::Object(mut fields) => match fields.remove("@graph") {
            Some(Value::Array(all)) => stories.extend(all.into_iter().filter(is_story)),
            _ => stories.extend(Some(Value::Object(fields)).filter(is_story)),
        },
        _ => {}
    }
}

fn is_story(found: &Value) -> bool {
    let is_one = |kind: &Value| kind.as_str().is_some_and(|kind| STORIES.contains(&kind));
    match &found["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_one),
        kind => is_one(kind),
    }
}

fn linked_stated(story: &Value) -> Stated {
    let words = |key: &str| names(&story[key]);
    Stated {
        headline: words("headline"),
        byline: words("author").filter(|byline| !byline.contains("://")),
        place: words("dateline").or_else(|| words("locationCreated")),
        publication: words("sourceOrganization"),
        publisher: words("publisher"),
        published: words("datePublished").and_then(|date| day(&date)),
        language: words("inLanguage"),
        credit: words("creditText"),
        ..Stated::default()
    }
}

/// The words of a value: itself, an object's name, or the names of a list.
fn names(value: &Value) -> Option<String> {
    let name = |value: &Value| value.as_str().or_else(|| value["name"].as_str()).and_then(tidy);
    match value {
        Value::Array(all) => tidy(&all.iter().filter_map(name).collect::<Vec<_>>().join(", ")),
        value => name(value),
    }
}
