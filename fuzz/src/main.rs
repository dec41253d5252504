//! Runs the fuzz targets on a stable compiler: inputs are made by changing and joining the samples.
//!
//! ```sh
//! cargo run --release -- SECONDS [SEED]      # from this folder; all targets in turn
//! ```
//!
//! An input that makes a target panic, or takes longer than ten seconds, is written to `artifacts/`, and the run goes on.

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};
use whosaid_fuzz::{analyse, append, read};

/// A target and its name.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 3] = [("read", read), ("analyse", analyse), ("append", append)];

/// No input may take longer.
const SLOW: Duration = Duration::from_secs(10);

/// Inputs are cut to this many bytes.
const LARGEST: usize = 60_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|word| word.parse().ok()).unwrap_or(60);
    let seed = arguments.next().and_then(|word| word.parse().ok()).unwrap_or(1);
    std::panic::set_hook(Box::new(|_| {}));
    let corpus = corpus(Path::new(env!("CARGO_MANIFEST_DIR")));
    println!("{} samples, seed {seed}", corpus.len());
    let mut maker = Maker { random: Random(seed), corpus };
    let (end, mut counts, mut bad) = (Instant::now() + Duration::from_secs(seconds), [0u64; 3], 0);
    while Instant::now() < end {
        for (index, target) in TARGETS.iter().enumerate() {
            bad += u64::from(!holds(*target, &maker.input()));
            counts[index] += 1;
        }
    }
    for ((name, _), count) in TARGETS.iter().zip(counts) {
        println!("{name}: {count} inputs");
    }
    println!("{bad} bad");
    std::process::exit(i32::from(bad > 0));
}

/// Runs one target on one input; what goes wrong is kept.
fn holds((name, target): Target, input: &[u8]) -> bool {
    let begun = Instant::now();
    let panicked = catch_unwind(|| target(input)).is_err();
    let took = begun.elapsed();
    if !panicked && took < SLOW {
        return true;
    }
    let hash = input.iter().fold(0u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(*byte)));
    let path = format!("{}/artifacts/{name}-{hash:016x}", env!("CARGO_MANIFEST_DIR"));
    let kept =
        fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/artifacts")).and_then(|()| fs::write(&path, input));
    println!("{name}: {} after {took:?}: {path} {kept:?}", if panicked { "panic" } else { "slow" });
    false
}

/// The samples of every format, and the stories.
fn corpus(root: &Path) -> Vec<Vec<u8>> {
    let folders = ["../examples/formats", "../examples/copy"].map(|folder| root.join(folder));
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("the samples are there"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}

/// A small generator (xorshift) is all that is needed, and makes a run that can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = (self.0 | 1).wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) ^ (self.0 >> 11)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// Pieces that the readers look for, and that break them.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "'",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{16}",
    "\u{feff}",
    "\u{200f}",
    "😀",
    "\u{301}",
    "<",
    ">",
    "</",
    "/>",
    "<p>",
    "</p>",
    "<div>",
    "<h1>",
    "</h1>",
    "<a href='x'>",
    "</a>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE ",
    "<pre>",
    "<br>",
    "<article>",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&eacute;",
    ";",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\\",
    "\\u",
    "\\ud83d",
    "\\n",
    "null",
    "{\"text\":\"",
    "\"}",
    "<nitf>",
    "<newsItem>",
    "<item>",
    "<entry>",
    "<hl1>",
    "<body.content>",
    "<inlineXML>",
    "<title>",
    "^",
    "<\r\n",
    " =",
    "ROME, Nov. 3 (AP) -",
    "(Reuters) -",
    "By Ann Lee",
    "said",
    " said that ",
    ", according to ",
    " told reporters ",
    "it said",
    "he added",
    " citing ",
    "the Times",
    "Mr. ",
    "U.S. officials",
    "on Monday",
    "---",
    "# ",
    "> ",
    "- ",
    "```",
    "title: ",
];

struct Maker {
    random: Random,
    corpus: Vec<Vec<u8>>,
}

impl Maker {
    /// A sample, changed up to eight times; its first byte says how it is read.
    fn input(&mut self) -> Vec<u8> {
        let mut bytes = vec![self.random.next() as u8];
        let sample = self.random.below(self.corpus.len());
        bytes.extend_from_slice(&self.corpus[sample]);
        for _ in 0..self.random.below(9) {
            self.change(&mut bytes);
        }
        bytes.truncate(LARGEST);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            bytes.push(self.random.next() as u8);
        }
        let at = self.random.below(bytes.len());
        let end = (at + 1 + self.random.below(200)).min(bytes.len());
        match self.random.below(8) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let piece = bytes[at..end].to_vec();
                let times = 1 << self.random.below(9);
                bytes.splice(at..at, piece.repeat(times));
            }
            3 => {
                let other = self.random.below(self.corpus.len());
                let from = self.random.below(self.corpus[other].len());
                let to = (from + self.random.below(3000)).min(self.corpus[other].len());
                bytes.splice(at..at, self.corpus[other][from..to].iter().copied());
            }
            4 => bytes[at] = self.random.next() as u8,
            5 => bytes[at] ^= 1 << self.random.below(8),
            _ => {
                let piece = PIECES[self.random.below(PIECES.len())];
                let times = if self.random.below(4) == 0 { 1 << self.random.below(12) } else { 1 };
                bytes.splice(at..at, piece.bytes().collect::<Vec<_>>().repeat(times));
            }
        }
        bytes.truncate(4 * LARGEST);
    }
}
