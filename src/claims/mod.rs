//! Claims: one for each proposition with its chain, however often it stands on the page.

mod alike;
mod hedges;
mod lines;
mod matter;
mod merge;
mod rows;
mod watched;
mod when;

pub use lines::{Line, lines};
pub use watched::{Watched, watched};
pub use when::when;

use crate::attributions::{Attribution, Reading, is_quoted_whole};
use crate::chains::{Chains, Hop};
use crate::document::{BlockKind, Document};
use crate::few::Few;
use crate::terms::Form;
use crate::tokens::Sentence;
pub use alike::Words;
use merge::{merge, sums_up};
use rows::{carries, is_passed_on, is_writers_own, makes_row};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// What is claimed.
#[derive(Debug, Clone)]
pub struct Claim<'a> {
    /// Whether it is quoted, or stands in the publication's own voice.
    pub form: Form,
    /// Where it stands, the first place first.
    pub occurrences: Few<Occurrence>,
    /// Its hops from the outermost to the root; empty in the publication's own voice.
    pub chain: Cow<'a, [Hop]>,
    /// "on Monday": the words that tell when it was said.
    pub when: Option<Range<usize>>,
    /// "probably", "may": the words that hedge it.
    pub hedges: Vec<Range<usize>>,
    /// Its content words in brief: see [`alike::sketch`].
    sketch: u64,
    /// See [`Claim::words`].
    words: OnceCell<Words>,
}

impl Claim<'_> {
    /// Its content words, by its first occurrence. Few claims are asked for them.
    pub fn words(&self, reading: &Reading<'_>) -> &Words {
        self.words.get_or_init(|| Words::of(reading, &self.occurrences[0].content))
    }

    /// Whether at least so many of a hundred of its content words stand in the other too.
    pub fn shares(&self, reading: &Reading<'_>, other: &Claim<'_>, least: usize) -> bool {
        let words = self.words(reading);
        // each bit that the other's sketch lacks stands for a word that it lacks, or several
        let lacking = (self.sketch & !other.sketch).count_ones() as usize;
        let may_be = 100 * words.count().saturating_sub(lacking) >= least * words.count();
        may_be && words.share_in(other.words(reading)) >= least
    }
}

/// One place where a claim stands.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// Its words, as tokens.
    pub content: Vec<Range<usize>>,
    /// The attribution that makes it; `None` in the publication's own voice.
    pub attribution: Option<usize>,
    /// Index of the block.
    pub block: usize,
}

/// The claims of a document, by the place of their first occurrence.
///
/// Lines about the reporting itself ("did not respond") are no claims.
pub fn build<'a>(
    document: &Document,
    reading: &Reading<'_>,
    attributions: &[Attribution],
    chains: &'a Chains,
    watched: &[Watched],
) -> Vec<Claim<'a>> {
    let mut found = Vec::with_capacity(attributions.len() + reading.tokens.sentences.len());
    found.extend(attributed(reading, attributions, chains, watched));
    let (bare, quoted) = untouched(document, reading, attributions);
    let bare = bare.into_iter().filter(|index| !lines::is_line(watched, &reading.tokens.sentences[*index].tokens));
    found.extend(bare.map(|sentence| own_voice(reading, sentence)));
    found.extend(quoted.into_iter().map(|sentence| lone_quotation(reading, attributions, chains, sentence)));
    let is_headline = |claim: &Claim| sums_up(document, claim.occurrences[0].block);
    found.sort_by_cached_key(|claim| (is_headline(claim), claim.occurrences[0].content[0].start));
    merge(document, reading, found)
}

fn attributed<'a>(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    chains: &'a Chains,
    watched: &[Watched],
) -> impl Iterator<Item = Claim<'a>> {
    let mut holds_others = vec![false; attributions.len()];
    attributions.iter().filter_map(|inner| inner.nested_in).for_each(|outer| holds_others[outer] = true);
    let is_passed_on = move |index: usize| {
        let may_be = holds_others[index] || attributions[index].rule == "citing";
        may_be && is_passed_on(reading, attributions, chains, index)
    };
    // "did not immediately reply to a request for comment"
    let no_answer = |one: &Attribution| {
        one.rule == "source-first-noun" && one.nested_in.is_none() && lines::is_line(watched, &one.cue)
    };
    let rows = (0..attributions.len()).filter(move |index| makes_row(reading, attributions, chains, *index));
    let rows = rows.filter(move |index| !no_answer(&attributions[*index]) && !is_passed_on(*index));
    rows.filter_map(move |index| claim(reading, attributions, chains, index))
}

fn claim<'a>(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    chains: &'a Chains,
    index: usize,
) -> Option<Claim<'a>> {
    let attribution = &attributions[index];
    let block = reading.tokens.sentences[attribution.sentence].block;
    let around = std::iter::successors(Some(index), |inner| attributions[*inner].nested_in).take(8);
    let when = around.into_iter().find_map(|at| when(reading, &attributions[at]));
    let content = matter::matter(reading, attribution)?;
    let (sketch, hedges) = (alike::sketch(reading, &content), hedges::hedges(reading, &content));
    let occurrences = Few::one(Occurrence { content, attribution: Some(index), block });
    let (form, chain, words) = (attribution.form, Cow::Borrowed(&chains[index][..]), OnceCell::new());
    Some(Claim { form, occurrences, chain, when, hedges, sketch, words })
}

/// Sentences that no attribution touches, by index: those in the publication's own voice, and whole quotations.
fn untouched(document: &Document, reading: &Reading<'_>, attributions: &[Attribution]) -> (Vec<usize>, Vec<usize>) {
    let sentences = &reading.tokens.sentences;
    let mut touched = vec![false; sentences.len()];
    for attribution in attributions.iter().filter(|one| !is_writers_own(reading, one)) {
        touched[attribution.sentence] = true;
        for piece in &attribution.content {
            let first = reading.tokens.sentence_at(piece.start);
            let after = sentences[first..].iter().take_while(|sentence| sentence.tokens.start < piece.end);
            touched[first..first + after.count()].fill(true);
        }
    }
    let bare = (0..sentences.len()).filter(|index| !touched[*index]);
    let asserting = bare.filter(|index| asserts(document, reading, &sentences[*index].tokens, sentences[*index].block));
    asserting.partition(|index| !is_quoted_whole(reading, &sentences[*index]))
}

/// A claim in the publication's own voice.
fn own_voice<'a>(reading: &Reading<'_>, sentence: usize) -> Claim<'a> {
    let Sentence { tokens, block } = reading.tokens.sentences[sentence].clone();
    let hedges = hedges::hedges(reading, std::slice::from_ref(&tokens));
    let sketch = alike::sketch(reading, std::slice::from_ref(&tokens));
    let occurrences = Few::one(Occurrence { content: vec![tokens], attribution: None, block });
    let (form, chain, words) = (Form::OwnVoice, Cow::Borrowed(&[][..]), OnceCell::new());
    Claim { form, occurrences, chain, when: None, hedges, sketch, words }
}

/// A quotation without a speaker of its own: the one who spoke last is inferred, where that was just before.
fn lone_quotation<'a>(
    reading: &Reading<'_>,
    attributions: &[Attribution],
    chains: &Chains,
    sentence: usize,
) -> Claim<'a> {
    let before = attributions.partition_point(|one| one.sentence < sentence);
    let near = (0..before)
        .rev()
        .take(8)
        .find(|index| attributions[*index].nested_in.is_none() && carries(&attributions[*index]));
    let near = near.filter(|index| attributions[*index].sentence + SPEAKER_REACH >= sentence);
    // "“P,” she testified, according to the transcript. |“Q.”": hers too
    let quoted = |index: &usize| attributions[*index].form != Form::Indirect && carries(&attributions[*index]);
    let inner = near.and_then(|outer| {
        (outer.saturating_sub(4)..before).find(|index| attributions[*index].nested_in == Some(outer) && quoted(index))
    });
    let near = inner.filter(|_| near.is_some_and(|outer| is_passed_on(reading, attributions, chains, outer))).or(near);
    let infer = |hop: &Hop| Hop { inferred: true, rule: "lone-quotation", mention: None, ..hop.clone() };
    let chain =
        near.map_or_else(|| vec![Hop::nobody("lone-quotation")], |index| chains[index].iter().map(infer).collect());
    Claim { form: Form::Direct, chain: Cow::Owned(chain), ..own_voice(reading, sentence) }
}

/// How many sentences back the speaker of a lone quotation may stand.
const SPEAKER_REACH: usize = 2;

/// Whether a sentence asserts something: it has a verb and three words at least, and asks nothing.
fn asserts(document: &Document, reading: &Reading<'_>, range: &Range<usize>, block: usize) -> bool {
    let words = range.clone().filter(|at| reading.token(*at).has_letters()).take(3).count();
    let verb = range.clone().any(|at| reading.tag(at).is_verbal());
    let copied = document.blocks[block].copy_of.is_some();
    let asks = reading.is_word(range.end - 1, "?");
    words >= 3 && (verb || copied || document.blocks[block].kind == BlockKind::Headline) && !asks
}
