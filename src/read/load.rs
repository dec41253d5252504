//! One input to its documents.

use super::story::Story;
use super::{Format, Input, Raw, ReadError, Reason, Source, SourceFile};
use super::{encoding, html, jsonl, mail, ninjs, teleprinter, xml};
use std::io::Read;
use std::sync::Arc;

/// How inputs are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOptions {
    /// `--from`: the format, whatever the input looks like.
    pub from: Option<Format>,
    /// `--max-size`: the largest file, or line of JSON Lines, in megabytes (of 1,000,000 bytes).
    pub max_size: u64,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { from: None, max_size: Self::MAX_SIZE }
    }
}

impl ReadOptions {
    /// The largest file that is read unless `--max-size` says otherwise, in megabytes.
    pub const MAX_SIZE: u64 = 50;

    /// The same in bytes.
    pub(super) fn max_bytes(self) -> u64 {
        self.max_size.saturating_mul(1_000_000)
    }
}

/// Reads one input whole, and gives its documents: one, or one for each story in it. Errors: what [`ReadError`] lists.
pub fn load(input: &Input, options: ReadOptions) -> Result<Vec<Raw>, ReadError> {
    match input {
        Input::Failed(error) => Err(error.clone()),
        Input::Stdin => parse(bytes("standard input", std::io::stdin().lock(), options)?, None, options),
        Input::File(path) => {
            let name = path.display().to_string();
            let file = std::fs::File::open(path).map_err(|error| ReadError::from_io(&name, &error))?;
            // A file that is known to be too large need not be read to be told so; a pipe has no length.
            if file.metadata().is_ok_and(|about| about.len() > options.max_bytes()) {
                return Err(ReadError { path: name, reason: Reason::TooLarge(options.max_size) });
            }
            parse(bytes(&name, file, options)?, Some(name), options)
        }
    }
}

/// All bytes of `source`, which is called `name`. No more is held than is allowed.
fn bytes(name: &str, source: impl Read, options: ReadOptions) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let limit = options.max_bytes();
    match source.take(limit.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) if bytes.len() as u64 > limit => {
            Err(ReadError { path: name.to_owned(), reason: Reason::TooLarge(options.max_size) })
        }
        Ok(_) => Ok(bytes),
        Err(error) => Err(ReadError::from_io(name, &error)),
    }
}

/// The documents in the `bytes` that stood at `path` (`None`: standard input). Errors: what is no text, markup that cannot be read,
/// markup without copy.
pub fn parse(bytes: Vec<u8>, path: Option<String>, options: ReadOptions) -> Result<Vec<Raw>, ReadError> {
    documents(bytes, path.as_deref(), options.from)
        .map_err(|reason| ReadError { path: path.unwrap_or_else(|| "standard input".to_owned()), reason })
}

fn documents(bytes: Vec<u8>, path: Option<&str>, from: Option<Format>) -> Result<Vec<Raw>, Reason> {
    let text = encoding::decode(bytes)?;
    let format = from.map_or_else(|| Format::detect(path, &text), Ok)?;
    let stories = match format {
        Format::Text => match mail::read(&text) {
            Some(mail) => vec![mail],
            None => return Ok(vec![Raw::new(path.map(str::to_owned), format, text)]),
        },
        Format::Markdown => return Ok(vec![Raw::new(path.map(str::to_owned), format, text)]),
        Format::Html => html::read(&text)?,
        Format::Nitf => xml::nitf::read(&text)?,
        Format::NewsmlG2 => xml::newsml::read(&text)?,
        Format::Feed => xml::feed::read(&text)?,
        Format::Ninjs => ninjs::read(&text)?,
        Format::Iptc7901 => teleprinter::iptc::read(&text)?,
        Format::Anpa1312 => teleprinter::anpa::read(&text)?,
        Format::Jsonl => return lines(&text, path),
    };
    let file = Arc::new(SourceFile::new(text));
    Ok(stories.into_iter().map(|story| raw(story, path, format, &file)).collect())
}

/// The documents of JSON Lines that are in memory already. Errors: the first bad line.
fn lines(text: &str, path: Option<&str>) -> Result<Vec<Raw>, Reason> {
    let is_blank = |line: &str| line.trim_start_matches('\u{feff}').trim().is_empty();
    let lines = text.split('\n').enumerate().filter(|(_, line)| !is_blank(line));
    lines.map(|(before, line)| line_document(line, before, path)).collect()
}

/// The document of one line that has `before` lines before it.
pub(super) fn line_document(line: &str, before: usize, path: Option<&str>) -> Result<Raw, Reason> {
    let story = jsonl::story(line).map_err(|reason| reason.after_lines(before))?;
    let file = Arc::new(SourceFile::after_lines(line.to_owned(), before));
    Ok(raw(story, path, Format::Jsonl, &file))
}

/// The document that a story of `file` is.
fn raw(story: Story, path: Option<&str>, format: Format, file: &Arc<SourceFile>) -> Raw {
    let (text, places) = story.text.into_parts();
    let source = Some(Source { file: Arc::clone(file), places });
    let path = path.map(str::to_owned);
    Raw { path, format, text, pieces: story.pieces, stated: story.stated, links: story.links, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_failed_input_hands_its_error_back() {
        let error = ReadError { path: "a".into(), reason: Reason::Missing };
        assert_eq!(load(&Input::Failed(error.clone()), ReadOptions::default()).unwrap_err(), error);
    }

    #[test]
    fn a_file_that_is_gone_is_an_error() {
        let error = load(&Input::File(PathBuf::from("gone.txt")), ReadOptions::default()).unwrap_err();
        assert_eq!((error.path.as_str(), error.reason), ("gone.txt", Reason::Missing));
    }

    #[test]
    fn a_file_over_the_limit_is_an_error() {
        let options = ReadOptions { max_size: 1, ..ReadOptions::default() };
        assert_eq!(bytes("a", &[b'x'; 1_000_000][..], options).unwrap().len(), 1_000_000);
        let error = bytes("a", std::io::repeat(b'x'), options).unwrap_err();
        assert!(error.to_string().starts_with("a: larger than 1 MB; "), "{error}");
    }

    #[test]
    fn the_error_names_standard_input() {
        let error = parse(b"%PDF-1.4".to_vec(), None, ReadOptions::default()).unwrap_err();
        assert!(error.to_string().starts_with("standard input: looks like a PDF file"));
    }

    #[test]
    fn a_bad_line_is_named() {
        let file = b"{\"text\": \"Rain.\"}\n\n{\"id\": 1}\n".to_vec();
        let options = ReadOptions { from: Some(Format::Jsonl), ..ReadOptions::default() };
        let error = parse(file, Some("a.jsonl".to_owned()), options).unwrap_err();
        assert!(error.to_string().starts_with("a.jsonl:3:1: no \"text\" on this line"), "{error}");
    }
}
