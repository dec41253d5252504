//! What kind of input it is. The one place that decides.

use schemars::JsonSchema;
use serde::Serialize;
use std::path::Path;

/// What the input was, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text, or a page as pasted from a browser.
    Text,
    /// Markdown.
    Markdown,
}

impl Format {
    /// The format of `text` that stood at `path` (`None`: standard input).
    pub fn detect(path: Option<&str>, text: &str) -> Self {
        if path.is_some_and(is_markdown_name) || opens_with_front_matter(text) { Self::Markdown } else { Self::Text }
    }
}

/// Whether the path's ending is one of Markdown's.
fn is_markdown_name(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
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

    #[test]
    fn markdown_by_name_or_by_front_matter() {
        assert_eq!(Format::detect(Some("story.MD"), "Plain words."), Format::Markdown);
        assert_eq!(Format::detect(None, "---\ntitle: A bridge falls\n---\n"), Format::Markdown);
        assert_eq!(Format::detect(Some("story.txt"), "\u{feff}---\r\ntitle: x\r\n---\r\n"), Format::Markdown);
    }

    #[test]
    fn anything_else_is_text() {
        assert_eq!(Format::detect(Some("story.txt"), "---\nThe mayor said: no.\n"), Format::Text);
        assert_eq!(Format::detect(None, ""), Format::Text);
    }
}
