//! How fast copy is read: each stage alone, and all of them. `cargo bench`, which reports bytes a second and how much memory is asked
//! for how often; `docs/performance.md` tells what came of it.
//!
//! The copy is the example stories: one after the other as documents of their own for the whole, and over and over, to about a million
//! bytes, for the stages. The benches of one to four million show that the time is linear in the text.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use mimalloc::MiMalloc;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use whosaid::attributions::{self, Attribution, Reading};
use whosaid::checks::{self, Settings, Story};
use whosaid::document::{Document, DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::phrases::Phrases;
use whosaid::read::Raw;
use whosaid::report::Reporter;
use whosaid::report::jsonl::JsonLines;
use whosaid::report::line;
use whosaid::tokens::Tokens;
use whosaid::{analyse, analyse_as};
use whosaid::{chains, claims, mentions};

/// Counts what the program's own allocator is asked for.
#[global_allocator]
static ALLOCATOR: AllocProfiler<MiMalloc> = AllocProfiler::new(MiMalloc);

fn main() {
    divan::main();
}

const MILLION: usize = 1_000_000;

/// The example stories.
static STORIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/copy");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
});

fn raw(bytes: usize) -> Raw {
    let all = STORIES.join("\n\n") + "\n\n";
    Raw::new(None, Format::Text, all.repeat(bytes.div_ceil(all.len())))
}

fn document() -> Document {
    Document::from_raw(raw(MILLION), &DocumentOptions::default(), Lexicon::built_in())
}

/// The stages up to the attributions, for benches of what comes after.
struct Read<'a> {
    reading: Reading<'a>,
    attributions: Vec<Attribution>,
}

/// Runs `stage` over the document with all stages up to the attributions done.
fn after_attributions<T>(bencher: Bencher<'_, '_>, stage: impl Fn(&Document, &Read<'_>) -> T + Sync) {
    let (document, lexicon) = (document(), Lexicon::built_in());
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    let attributions = attributions::find(&document, &tokens, &phrases, lexicon, false);
    let read = Read { reading: Reading::of(&tokens, &phrases, lexicon), attributions };
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| stage(&document, &read));
}

/// The tables that are compiled in.
#[divan::bench(sample_count = 100)]
fn lexicon_built_in() -> Lexicon {
    Lexicon::load(None).unwrap()
}

/// All files read at run time, as with a desk's own folder.
#[divan::bench(sample_count = 10)]
fn lexicon_with_a_folder(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().unwrap();
    bencher.bench(|| Lexicon::with_folder(folder.path()).unwrap());
}

#[divan::bench(sample_count = 10)]
fn stage_1_document(bencher: Bencher<'_, '_>) {
    let input = bencher.with_inputs(|| raw(MILLION)).input_counter(|raw| BytesCount::of_str(&raw.text));
    input.bench_values(|raw| Document::from_raw(raw, &DocumentOptions::default(), Lexicon::built_in()));
}

#[divan::bench(sample_count = 10)]
fn stage_2_tokens(bencher: Bencher<'_, '_>) {
    let document = document();
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| Tokens::of(&document, Lexicon::built_in()));
}

#[divan::bench(sample_count = 10)]
fn stage_3_phrases(bencher: Bencher<'_, '_>) {
    let document = document();
    let tokens = Tokens::of(&document, Lexicon::built_in());
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| Phrases::of(&document, &tokens));
}

#[divan::bench(sample_count = 10)]
fn stage_4_attributions(bencher: Bencher<'_, '_>) {
    let (document, lexicon) = (document(), Lexicon::built_in());
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    let bencher = bencher.counter(BytesCount::of_str(&document.text));
    bencher.bench(|| attributions::find(&document, &tokens, &phrases, lexicon, false));
}

#[divan::bench(sample_count = 10)]
fn stage_5_mentions(bencher: Bencher<'_, '_>) {
    after_attributions(bencher, |_, read| mentions::resolve(&read.reading, &read.attributions).agents.len());
}

#[divan::bench(sample_count = 10)]
fn stages_5_and_6_chains(bencher: Bencher<'_, '_>) {
    after_attributions(bencher, |document, read| {
        let mentions = mentions::resolve(&read.reading, &read.attributions);
        chains::build(document, &read.reading, &read.attributions, &mentions)
    });
}

#[divan::bench(sample_count = 10)]
fn stages_5_to_7_claims(bencher: Bencher<'_, '_>) {
    after_attributions(bencher, |document, read| {
        let mentions = mentions::resolve(&read.reading, &read.attributions);
        let chains = chains::build(document, &read.reading, &read.attributions, &mentions);
        claims::build(document, &read.reading, &read.attributions, &chains, &claims::watched(&read.reading)).len()
    });
}

#[divan::bench(sample_count = 10)]
fn stage_8_checks(bencher: Bencher<'_, '_>) {
    let (document, lexicon) = (document(), Lexicon::built_in());
    let tokens = Tokens::of(&document, lexicon);
    let phrases = Phrases::of(&document, &tokens);
    let attributions = attributions::find(&document, &tokens, &phrases, lexicon, false);
    let reading = Reading::of(&tokens, &phrases, lexicon);
    let mentions = mentions::resolve(&reading, &attributions);
    let chains = chains::build(&document, &reading, &attributions, &mentions);
    let watched = claims::watched(&reading);
    let claims = claims::build(&document, &reading, &attributions, &chains, &watched);
    // the words of claims that are alike are made in the first round only
    bencher.counter(BytesCount::of_str(&document.text)).bench_local(|| {
        let story = Story::new(&document, reading, (&attributions, &mentions), &chains, &claims, &watched);
        checks::check(&story, &Settings::default())
    });
}

/// A report as a line of JSON; counts bytes of copy, of which a report has many times more.
#[divan::bench(sample_count = 10)]
fn stage_9_json_lines(bencher: Bencher<'_, '_>) {
    let (report, text) = analyse(raw(MILLION), &DocumentOptions::default(), Lexicon::built_in());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| JsonLines::default().document(&report, &text, &mut std::io::sink()).unwrap());
}

/// From copy to JSON Lines, each example story a document.
#[divan::bench(sample_count = 100)]
fn whole_of_stories(bencher: Bencher<'_, '_>) {
    let bytes: usize = STORIES.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for story in STORIES.iter() {
            let raw = Raw::new(None, Format::Text, story.clone());
            let (options, settings) = (DocumentOptions::default(), Settings::default());
            let (line, _) =
                analyse_as(raw, &options, Lexicon::built_in(), &settings, |found| line::line(found, vec![]));
            divan::black_box(line.unwrap());
        }
    });
}

#[divan::bench(args = [1, 2, 4], sample_count = 5)]
fn whole_of_millions(bencher: Bencher<'_, '_>, millions: usize) {
    let input = bencher.with_inputs(|| raw(millions * MILLION)).input_counter(|raw| BytesCount::of_str(&raw.text));
    input.bench_values(|raw| analyse(raw, &DocumentOptions::default(), Lexicon::built_in()));
}
