//! A page's tags and text, to blocks.

use super::head::Head;
use super::input::Input;
use crate::read::mapped::Mapped;
use crate::read::markup::Builder;
use crate::read::story::Block;
use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{HtmlString, Token, Tokenizer};

/// A page as it is read.
pub(super) struct Page {
    pub blocks: Vec<Block>,
    /// What its head states.
    pub head: Head,
    /// The attributes of the tag that has the most.
    pub most_attributes: usize,
}

/// The blocks of a piece of a page.
pub(in crate::read) fn blocks(source: &Mapped) -> Vec<Block> {
    read(source).blocks
}

/// The blocks of a page, and what its head states.
pub(super) fn read(source: &Mapped) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let (mut builder, mut head, mut most_attributes) = (Builder::new(source), Head::default(), 0);
    for token in Tokenizer::new_with_emitter(Input(source.text()), emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                most_attributes = most_attributes.max(tag.attributes.len());
                let name = name(&tag.name);
                head.open(&name, &|key| attribute(&tag, key));
                builder.open(&name, &|key| attribute(&tag, key));
            }
            Token::EndTag(tag) => {
                let name = name(&tag.name);
                head.close(&name);
                builder.close(&name);
            }
            Token::String(words) => {
                head.text(&words, words.span.start);
                if let Some(range) = on_borders(source.text(), words.span.start, words.span.end) {
                    builder.text(range, true);
                }
            }
            _ => {}
        }
    }
    Page { blocks: builder.finish(), head, most_attributes }
}

/// A tag's name without a namespace's prefix.
fn name(name: &HtmlString) -> String {
    let name = String::from_utf8_lossy(name);
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

fn attribute(tag: &StartTag<usize>, key: &str) -> Option<String> {
    let value = tag.attributes.get(key.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}

/// The range, if it lies in the text on character borders.
fn on_borders(text: &str, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
    text.get(start..end).map(|_| start..end)
}
