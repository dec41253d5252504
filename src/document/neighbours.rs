//! What a paragraph is by those around it: an outlet's name beside the byline, headlines of other copy, what an advertisement brings along.

use super::blocks::Paragraph;
use super::boilerplate::{begins_stretch, ends_stretch, is_above_pointers};
use super::byline::{is_author_note, is_bare_name};
use super::caption::is_named_by_agency;
use super::headline::is_like_body;
use super::model::{Block, BlockKind};
use super::publication;
use super::words::{is_capitalised, more_words_than, starts_with_words, words};
use crate::lexicon::Lexicon;
use std::ops::Range;

/// No outlet has a name of more words.
const WORDS_OF_MASTHEAD: usize = 12;

/// A masthead, or the outlet's name below the headline, is one of as many lines.
const LINES_OF_HEAD: usize = 4;

/// An imprint stands no more lines than this above the byline.
const LINES_ABOVE: usize = 2;

/// A stretch that is none of the story has no more paragraphs than this.
const LONGEST_STRETCH: usize = 12;

/// A crosshead in quotation marks has no more words than this.
const WORDS_OF_CROSSHEAD: usize = 6;

/// A line below a picture's name with more words than this is the story's.
const WORDS_OF_CAPTION: usize = 30;

/// What is said of the author stands in as many of the last paragraphs.
const NOTES_WITHIN: usize = 8;

/// The paragraphs of a page, of which some are known by their own words.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub paragraphs: &'a [Paragraph],
    pub lexicon: &'a Lexicon,
}

impl<'a> Page<'a> {
    /// Adds to `plain` (one for each paragraph, `None` for the story's own) what the paragraphs are by those around them. Gives the outlet in
    /// whose voice the copy speaks, where a line tells.
    pub fn read(self, plain: &mut [Option<Block>]) -> Option<String> {
        self.leave_out_stretches(plain);
        self.mark_names_above_imprints(plain);
        let imprint = self.take_imprint(plain);
        self.mark_lines_below_bylines(plain);
        self.mark_author_notes(plain);
        self.mark_captions(plain);
        self.leave_out_crossheads(plain);
        self.leave_out_pointers(plain);
        imprint
    }

    fn words(self, at: usize) -> &'a str {
        self.paragraphs[at].span.of(self.text)
    }

    fn block(self, at: usize, kind: BlockKind) -> Option<Block> {
        Some(Block { kind, span: self.paragraphs[at].span, copy_of: None })
    }

    /// What stands between "Skip past newsletter promotion" and "after newsletter promotion".
    fn leave_out_stretches(self, plain: &mut [Option<Block>]) {
        let list = self.lexicon.boilerplate();
        let mut begun: Option<usize> = None;
        for at in 0..plain.len() {
            if !is_furniture(&plain[at]) {
                continue;
            }
            match begun {
                Some(start) if ends_stretch(self.words(at), list) => {
                    (start..at).for_each(|at| plain[at] = self.block(at, BlockKind::Boilerplate));
                    begun = None;
                }
                Some(start) if at - start > LONGEST_STRETCH => begun = None,
                _ if begins_stretch(self.words(at), list) => begun = Some(at),
                _ => {}
            }
        }
    }

    /// "Ann Lee" above "BBC News, South West" is who wrote it.
    fn mark_names_above_imprints(self, plain: &mut [Option<Block>]) {
        let free: Vec<usize> = free(plain).take(LINES_OF_HEAD + 1).collect();
        for pair in free.windows(2).skip(1) {
            let (name, imprint) = (self.words(pair[0]), self.words(pair[1]));
            if is_bare_name(name) && publication::is_imprint(imprint, self.lexicon) {
                plain[pair[0]] = self.block(pair[0], BlockKind::Byline);
                return;
            }
        }
    }

    /// The outlet in whose voice the copy speaks: by a line beside the first byline, by that byline, or by one of the first lines. The line is
    /// furniture then.
    fn take_imprint(self, plain: &mut [Option<Block>]) -> Option<String> {
        let byline = plain.iter().position(|block| block.is_some_and(|block| block.kind == BlockKind::Byline));
        let is_imprint = |at: &usize| plain[*at].is_none() && publication::is_imprint(self.words(*at), self.lexicon);
        let beside = byline.and_then(|byline| lines_beside(byline, plain.len()).find(is_imprint));
        let in_byline = |byline: usize| publication::in_byline(self.words(byline), self.lexicon);
        if let Some(name) = byline.and_then(in_byline).filter(|_| beside.is_none()) {
            return Some(name.to_owned());
        }
        let is_above = |at: &usize| byline.is_none_or(|byline| *at < byline);
        let masthead = || free(plain).take(LINES_OF_HEAD).filter(is_above).find(|at| self.is_masthead(*at));
        let line = beside.or_else(masthead)?;
        plain[line] = self.block(line, BlockKind::Boilerplate);
        Some(publication::name_of_imprint(self.words(line), self.lexicon).to_owned())
    }

    /// The name of an outlet; one that the lexicon does not know on the first line only.
    fn is_masthead(self, at: usize) -> bool {
        let line = self.words(at);
        let is_known = || !more_words_than(line, WORDS_OF_MASTHEAD) && self.lexicon.outlet_named(line).is_some();
        is_known() || at == 0 && publication::is_imprint(line, self.lexicon)
    }

    /// "Reporting from Oslo" below the byline.
    fn mark_lines_below_bylines(self, plain: &mut [Option<Block>]) {
        for at in 1..plain.len() {
            let below = plain[at].is_none() && plain[at - 1].is_some_and(|block| block.kind == BlockKind::Byline);
            let line = self.words(at);
            if below && starts_with_words(line, "reporting from") && !more_words_than(line, WORDS_OF_MASTHEAD) {
                plain[at] = self.block(at, BlockKind::Byline);
            }
        }
    }

    /// "Ann Lee covers water for The Echo.", below a story by Ann Lee.
    fn mark_author_notes(self, plain: &mut [Option<Block>]) {
        let is_byline = |block: &Option<Block>| block.is_some_and(|block| block.kind == BlockKind::Byline);
        let Some(byline) = plain.iter().position(is_byline).map(|at| self.words(at)) else { return };
        for at in (0..plain.len()).rev().take(NOTES_WITHIN) {
            if plain[at].is_none() && is_author_note(self.words(at), byline) {
                plain[at] = self.block(at, BlockKind::Credit);
            }
        }
    }

    /// The line right below one that names a picture by its agency tells of the picture too.
    fn mark_captions(self, plain: &mut [Option<Block>]) {
        for at in 1..plain.len() {
            let named = plain[at].is_none()
                && plain[at - 1].is_some_and(|block| block.kind == BlockKind::Caption)
                && is_named_by_agency(self.words(at - 1));
            if named && self.is_right_below(at) && !more_words_than(self.words(at), WORDS_OF_CAPTION) {
                plain[at] = self.block(at, BlockKind::Caption);
            }
        }
    }

    /// Whether no blank line stands between a paragraph and the one above.
    fn is_right_below(self, at: usize) -> bool {
        let between = &self.text[self.paragraphs[at - 1].span.end..self.paragraphs[at].span.start];
        between.bytes().filter(|byte| *byte == b'\n').count() == 1
    }

    /// "'Cut off'" on a line of its own, between two paragraphs of the story: a heading, and nobody's words.
    fn leave_out_crossheads(self, plain: &mut [Option<Block>]) {
        for at in 1..plain.len().saturating_sub(1) {
            let between = plain[at - 1..=at + 1].iter().all(Option::is_none);
            if between && is_quoted_crosshead(self.words(at)) && is_like_body(self.words(at - 1)) {
                plain[at] = self.block(at, BlockKind::Boilerplate);
            }
        }
    }

    /// Where the story has begun, the headlines of other copy that stand below a line like "Related coverage" are furniture, up to the
    /// story's next sentence.
    fn leave_out_pointers(self, plain: &mut [Option<Block>]) {
        let list = self.lexicon.boilerplate();
        let (mut in_story, mut pointing) = (false, false);
        for (at, block) in plain.iter_mut().enumerate() {
            if is_furniture(block) && is_above_pointers(self.words(at), list) {
                pointing = in_story;
            }
            // where the story has begun and nothing points, nothing could change
            if block.is_some() || in_story && !pointing {
                continue;
            }
            match is_like_body(self.words(at)) {
                true => (in_story, pointing) = (true, false),
                false if pointing => *block = self.block(at, BlockKind::Boilerplate),
                false => {}
            }
        }
    }
}

fn is_furniture(block: &Option<Block>) -> bool {
    block.is_some_and(|block| block.kind == BlockKind::Boilerplate)
}

/// The paragraphs that are the story's own, by what is known.
fn free(plain: &[Option<Block>]) -> impl Iterator<Item = usize> {
    plain.iter().enumerate().filter(|(_, block)| block.is_none()).map(|(at, _)| at)
}

/// The line below the byline, then those just above it; a page's first line is its headline there.
fn lines_beside(byline: usize, lines: usize) -> impl Iterator<Item = usize> {
    let around: Range<usize> = byline.saturating_sub(LINES_ABOVE).max(1)..lines.min(byline + 2);
    around.rev()
}

/// A few words within one pair of marks, and no mark that ends a sentence.
fn is_quoted_crosshead(line: &str) -> bool {
    let pairs = [('\'', '\''), ('"', '"'), ('‘', '’'), ('“', '”')];
    let inner = pairs.iter().find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(*close));
    inner.is_some_and(|inner| {
        inner.ends_with(char::is_alphanumeric)
            && words(inner).next().is_some_and(is_capitalised)
            && !more_words_than(inner, WORDS_OF_CROSSHEAD)
    })
}
