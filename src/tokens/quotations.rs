//! Which quotation marks belong together.

use super::token::Token;
use crate::words::Kind;
use std::ops::Range;

/// A stretch of the copy in quotation marks, within one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// Its tokens, marks included. Where no mark closes it, it runs to its block's end.
    pub tokens: Range<usize>,
    /// Whether a mark closes it.
    pub closed: bool,
    /// The quotation in an earlier paragraph that this one goes on with.
    pub continues: Option<usize>,
}

/// Finds the outer quotations of each block (`blocks` are token ranges in reading order) by the marks that stand in them; linear.
pub fn quotations(tokens: &[Token], blocks: &[Range<usize>], marks: &[usize]) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut marks = marks;
    for block in blocks {
        let (here, behind) = marks.split_at(marks.partition_point(|mark| *mark < block.end));
        marks = behind;
        let open_before = found.last().is_some_and(|last| !last.closed && last.tokens.end == block.start);
        let first_new = found.len();
        Marks { tokens, block: block.clone() }.pair(here, &mut found);
        let reopens = found.get(first_new).is_some_and(|first| first.tokens.start == block.start);
        if open_before && reopens {
            found[first_new].continues = Some(first_new - 1);
        }
    }
    found
}

/// Every mark of any sort that opens or closes quotations, in order.
pub fn marks(tokens: &[Token]) -> Vec<usize> {
    tokens.iter().enumerate().filter(|(_, token)| is_mark(token.kind)).map(|(at, _)| at).collect()
}

fn is_mark(kind: Kind) -> bool {
    matches!(kind, Kind::OpenQuote | Kind::CloseQuote | Kind::PlainQuote | Kind::OpenSingle | Kind::Apostrophe)
}

struct Marks<'a> {
    tokens: &'a [Token],
    block: Range<usize>,
}

impl Marks<'_> {
    fn pair(&self, marks: &[usize], found: &mut Vec<Quotation>) {
        let mut open: Option<usize> = None;
        let single = !marks.iter().any(|at| self.tokens[*at].is_quote_mark());
        for at in marks.iter().copied() {
            match open {
                None if self.opens(at, single) => open = Some(at),
                Some(start) if self.closes(at, start) => {
                    let end = at + 1 + usize::from(self.closes_nested_too(at));
                    found.push(Quotation { tokens: start..end, closed: true, continues: None });
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open.filter(|start| self.tokens[*start].is_quote_mark()) {
            found.push(Quotation { tokens: start..self.block.end, closed: false, continues: None });
        }
    }

    /// Whether the mark can open: it leans on what follows. Single marks count where the block has no double ones.
    fn opens(&self, at: usize, single: bool) -> bool {
        let token = &self.tokens[at];
        let leans_right = at + 1 < self.block.end && !self.tokens[at + 1].spaced;
        match token.kind {
            Kind::OpenQuote => true,
            // typed the wrong way round at the paragraph's start
            Kind::CloseQuote => at == self.block.start && leans_right,
            Kind::PlainQuote => leans_right || token.spaced && at + 1 < self.block.end,
            Kind::OpenSingle => single && leans_right,
            Kind::Apostrophe => single && token.spaced && leans_right && self.has_closing_single(at),
            _ => false,
        }
    }

    fn closes(&self, at: usize, start: usize) -> bool {
        let token = &self.tokens[at];
        let may_close = token.is_quote_mark() || token.kind == Kind::Apostrophe;
        if !may_close || self.is_inches(at) {
            return false;
        }
        match (self.tokens[start].kind, token.kind) {
            (Kind::OpenSingle | Kind::Apostrophe, Kind::Apostrophe) => !token.spaced && self.ends_word(at),
            (Kind::OpenSingle | Kind::Apostrophe, _) => false,
            (_, Kind::CloseQuote) => true,
            // typed the wrong way round behind a word or stop
            (Kind::OpenQuote, Kind::OpenQuote) => !token.spaced && self.ends_word(at),
            (_, Kind::PlainQuote) => !self.opens_nested(at),
            _ => false,
        }
    }

    /// The second mark of 6'2": feet and inches.
    fn is_inches(&self, at: usize) -> bool {
        let before = at.checked_sub(3).filter(|first| *first >= self.block.start).map(|first| &self.tokens[first..at]);
        let kinds = before.is_some_and(|before| {
            let [feet, mark, inches] = before else { return false };
            let numbers = feet.kind == Kind::Number && inches.kind == Kind::Number;
            numbers && mark.kind == Kind::Apostrophe && !mark.spaced && !inches.spaced
        });
        (kinds || self.closes_again(at)) && !self.tokens[at].spaced
    }

    /// A mark right behind a number, where another one closes behind the comma: "he is 6'2","
    fn closes_again(&self, at: usize) -> bool {
        let behind_number = at > self.block.start && self.tokens[at - 1].kind == Kind::Number;
        let again = |stop: &Token, mark: &Token| {
            matches!(stop.kind, Kind::Comma | Kind::Stop) && mark.is_quote_mark() && !mark.spaced && !stop.spaced
        };
        behind_number
            && matches!(&self.tokens[at + 1..self.block.end.max(at + 1)], [stop, mark, ..] if again(stop, mark))
    }

    /// Three apostrophes in a row: the marks of a quotation and of the one inside it, cut in the wrong order.
    fn closes_nested_too(&self, at: usize) -> bool {
        let next = at + 1;
        next < self.block.end
            && self.tokens[at].kind == Kind::PlainQuote
            && self.tokens[next].kind == Kind::Apostrophe
            && !self.tokens[next].spaced
            && self.ends_word(next)
    }

    /// A plain mark with space before and none after, while a quotation is open, opens one inside it.
    fn opens_nested(&self, at: usize) -> bool {
        let leans_right = at + 1 < self.block.end && !self.tokens[at + 1].spaced && self.tokens[at + 1].has_letters();
        self.tokens[at].spaced && leans_right
    }

    fn ends_word(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_none_or(|next| at + 1 >= self.block.end || next.spaced || !next.has_letters())
    }

    /// Whether some later mark near by can close a plain single one; looks at 80 tokens at most.
    fn has_closing_single(&self, at: usize) -> bool {
        let end = self.block.end.min(at + 80);
        (at + 2..end).any(|i| self.tokens[i].kind == Kind::Apostrophe && !self.tokens[i].spaced && self.ends_word(i))
    }
}
