//! Inputs as units of work: a file, or some lines of JSON Lines that have arrived.
//!
//! JSON Lines are never held whole: lines are handed on as soon as they are there, so that the program can stand in a pipe.

use super::load::{line_document, load};
use super::{Format, Input, Raw, ReadError, ReadOptions, Reason, encoding};
use std::io::{BufRead, BufReader, Read};

/// How many bytes of lines are handed on at once, at most.
const BUFFER: usize = 16 * 1024;

/// Something to read that needs nothing else to be read before.
#[derive(Debug)]
pub struct Batch {
    /// How many inputs were begun before and with it.
    number: usize,
    work: Work,
}

#[derive(Debug)]
enum Work {
    /// An input that is read whole.
    Whole(Input),
    /// Whole lines of JSON Lines.
    Lines(Lines),
    /// An input that could not be read on.
    Failed(ReadError),
}

/// Whole lines of JSON Lines.
#[derive(Debug)]
struct Lines {
    path: Option<String>,
    /// How many lines of the file stand before them.
    before: usize,
    bytes: Vec<u8>,
}

impl Batch {
    /// How many inputs were begun before and with it.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The documents in it, in order; an error stands where a document could not be read.
    pub fn documents(self, options: ReadOptions) -> Vec<Result<Raw, ReadError>> {
        match self.work {
            Work::Failed(error) => vec![Err(error)],
            Work::Lines(lines) => lines.documents(),
            Work::Whole(input) => match load(&input, options) {
                Ok(documents) => documents.into_iter().map(Ok).collect(),
                Err(error) => vec![Err(error)],
            },
        }
    }
}

impl Lines {
    fn documents(self) -> Vec<Result<Raw, ReadError>> {
        let lines = self.bytes.split(|byte| *byte == b'\n').enumerate();
        let filled = lines.filter(|(_, line)| !is_blank(line));
        filled.map(|(index, line)| self.document(line, self.before + index)).collect()
    }

    fn document(&self, line: &[u8], before: usize) -> Result<Raw, ReadError> {
        let decoded = encoding::decode(line.to_vec());
        let document = decoded.and_then(|line| line_document(&line, before, self.path.as_deref()));
        document.map_err(|reason| ReadError { path: name(self.path.as_ref()), reason })
    }
}

/// Whether nothing stands on a line, a byte order mark aside.
fn is_blank(line: &[u8]) -> bool {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii().is_empty()
}

fn name(path: Option<&String>) -> String {
    path.cloned().unwrap_or_else(|| "standard input".to_owned())
}

/// The batches of some inputs, in order.
pub struct Batches {
    /// Those that are not begun yet.
    inputs: std::vec::IntoIter<Input>,
    /// How many there were.
    count: usize,
    options: ReadOptions,
    open: Option<Stream>,
}

impl Batches {
    /// The batches of `inputs`.
    pub fn new(inputs: Vec<Input>, options: ReadOptions) -> Self {
        Self { count: inputs.len(), inputs: inputs.into_iter(), options, open: None }
    }

    /// How many inputs there are.
    pub fn inputs(&self) -> usize {
        self.count
    }

    /// Whether there is one batch at most, so that no second thread has anything to do.
    pub fn is_one(&self) -> bool {
        let lines = |input: &Input| is_lines(input, self.options);
        self.count <= 1 && !self.inputs.as_slice().iter().any(lines)
    }

    fn next_work(&mut self) -> Option<Work> {
        loop {
            if let Some(stream) = &mut self.open {
                if let Some(work) = stream.next() {
                    return Some(work);
                }
                self.open = None;
            }
            let input = self.inputs.next()?;
            if !is_lines(&input, self.options) {
                return Some(Work::Whole(input));
            }
            match Stream::open(input, self.options) {
                Ok(stream) => self.open = Some(stream),
                Err(error) => return Some(Work::Failed(error)),
            }
        }
    }
}

impl Iterator for Batches {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let work = self.next_work()?;
        Some(Batch { number: self.count - self.inputs.len(), work })
    }
}

/// Whether an input is streamed: it is said to be JSON Lines, or named so.
fn is_lines(input: &Input, options: ReadOptions) -> bool {
    let is_named = |input: &Input| {
        let Input::File(path) = input else { return false };
        path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
    };
    !matches!(input, Input::Failed(_)) && options.from.map_or_else(|| is_named(input), |from| from == Format::Jsonl)
}

/// A file of JSON Lines that is being read.
struct Stream {
    path: Option<String>,
    source: BufReader<Box<dyn Read + Send>>,
    /// How many lines were handed on.
    before: usize,
    /// The beginning of a line that is not all there yet.
    rest: Vec<u8>,
    options: ReadOptions,
    done: bool,
}

impl Stream {
    fn open(input: Input, options: ReadOptions) -> Result<Self, ReadError> {
        let (path, source): (_, Box<dyn Read + Send>) = match input {
            Input::File(path) => {
                let name = path.display().to_string();
                let file = std::fs::File::open(&path).map_err(|error| ReadError::from_io(&name, &error))?;
                (Some(name), Box::new(file))
            }
            Input::Stdin => (None, Box::new(std::io::stdin())),
            Input::Failed(error) => return Err(error),
        };
        let source = BufReader::with_capacity(BUFFER, source);
        Ok(Self { path, source, before: 0, rest: Vec::new(), options, done: false })
    }

    fn failed(&mut self, reason: Reason) -> Work {
        self.done = true;
        Work::Failed(ReadError { path: name(self.path.as_ref()), reason })
    }

    /// Lines that end where `len` bytes of what has come end.
    fn take(&mut self, len: usize) -> Work {
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(&self.source.buffer()[..len]);
        self.source.consume(len);
        let lines = Lines { path: self.path.clone(), before: self.before, bytes };
        self.before += lines.bytes.iter().filter(|byte| **byte == b'\n').count();
        Work::Lines(lines)
    }
}

impl Iterator for Stream {
    type Item = Work;

    fn next(&mut self) -> Option<Work> {
        while !self.done {
            let come = match self.source.fill_buf() {
                Ok(come) => come,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Some(self.failed(ReadError::from_io("", &error).reason)),
            };
            if come.is_empty() {
                self.done = true;
                return (!self.rest.is_empty()).then(|| self.take(0));
            }
            if let Some(last) = come.iter().rposition(|byte| *byte == b'\n') {
                return Some(self.take(last + 1));
            }
            let len = come.len();
            self.rest.extend_from_slice(self.source.buffer());
            self.source.consume(len);
            if self.rest.len() as u64 > self.options.max_bytes() {
                return Some(self.failed(Reason::TooLarge(self.options.max_size)));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(source: impl Read + Send + 'static) -> Stream {
        let source: Box<dyn Read + Send> = Box::new(source);
        let options = ReadOptions { max_size: 1, ..ReadOptions::default() };
        let source = BufReader::with_capacity(BUFFER, source);
        Stream { path: None, source, before: 0, rest: Vec::new(), options, done: false }
    }

    fn done(work: Work) -> Vec<Result<Raw, ReadError>> {
        Batch { number: 1, work }.documents(ReadOptions::default())
    }

    fn documents(stream: Stream) -> Vec<Result<Raw, ReadError>> {
        stream.flat_map(done).collect()
    }

    #[test]
    fn every_line_is_a_document_with_its_place() {
        let lines: String = (0..5000).map(|n| format!("{{\"id\": {n}, \"text\": \"Rain {n}.\"}}\r\n")).collect();
        let found = documents(stream(std::io::Cursor::new(lines + "\n{\"text\": \"The end.\"}")));
        assert_eq!(found.len(), 5001);
        for (index, document) in found.iter().enumerate().take(5000) {
            let document = document.as_ref().unwrap();
            assert_eq!(
                (document.text.as_str(), document.stated.id.as_deref()),
                (&*format!("Rain {index}."), Some(&*index.to_string()))
            );
            assert_eq!(document.source.as_ref().unwrap().position(0).line, index + 1);
        }
        assert_eq!(found[5000].as_ref().unwrap().source.as_ref().unwrap().position(4).line, 5002);
    }

    #[test]
    fn what_has_come_is_handed_on_before_the_next_is_there() {
        let (reader, mut writer) = std::io::pipe().unwrap();
        let mut stream = stream(reader);
        std::io::Write::write_all(&mut writer, b"{\"text\": \"Rain.\"}\n{\"te").unwrap();
        let first = done(stream.next().unwrap());
        assert_eq!(first.len(), 1);
        std::io::Write::write_all(&mut writer, b"xt\": \"Snow.\"}").unwrap();
        drop(writer);
        assert_eq!(documents(stream)[0].as_ref().unwrap().text, "Snow.");
    }

    #[test]
    fn an_endless_line_is_an_error() {
        let found = documents(stream(std::io::repeat(b'x')));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].as_ref().unwrap_err().reason, Reason::TooLarge(1));
    }

    #[test]
    fn a_byte_order_mark_is_no_document() {
        for (bytes, line) in [("\u{feff}{\"text\": \"Rain.\"}\n", 1), ("\u{feff}\r\n{\"text\": \"Rain.\"}", 2)] {
            let found = documents(stream(std::io::Cursor::new(bytes)));
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].as_ref().unwrap().source.as_ref().unwrap().position(0).line, line);
        }
    }

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let found = documents(stream(&b"{\"text\": \"Rain.\"}\nnonsense\n{\"text\": \"Snow.\"}\n"[..]));
        let told = found[1].as_ref().unwrap_err().to_string();
        assert!(found[0].is_ok() && found[2].is_ok());
        assert!(told.starts_with("standard input:2:2: not the JSON that is wanted"), "{told}");
    }
}
