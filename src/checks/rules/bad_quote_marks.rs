//! A quotation that never closes or never opens.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::{Block, BlockKind};
use crate::span::Span;
use crate::terms::Severity;
use crate::words::Kind;
use rustc_hash::FxHashMap;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "bad-quote-marks",
    summary: "a quotation that never closes or never opens",
    severity: Some(Severity::Error),
    after: "style guides",
    what: "Finds double quotation marks without a partner in their paragraph. A quotation that goes on in the next paragraph, which opens with a mark again, is right.",
    why: "Where a quotation ends is where somebody else's words end and yours begin.",
    help: "set the missing mark, or take this one away",
    numbers: &[],
    bad: &[
        Example {
            title: "it never closes",
            copy: "\"We wait for the ferry, Mayor Ada Quill said on Monday.\n\nThe bridge is closed.\n",
        },
        Example {
            title: "it never opens",
            copy: "We wait for the ferry,\" Mayor Ada Quill said on Monday.\n\nThe bridge is closed.\n",
        },
        Example {
            title: "it never closes, in curly marks",
            copy: "“We wait for the ferry, Mayor Ada Quill said.\n\nThe bridge is closed.\n",
        },
    ],
    good: &[
        Example { title: "both marks stand", copy: "\"We wait for the ferry,\" Mayor Ada Quill said on Monday.\n" },
        Example {
            title: "trap: the quotation goes on in the next paragraph",
            copy: "\"We wait for the ferry,\" Mayor Ada Quill said. \"It comes at nine.\n\n\"And it leaves at ten.\"\n",
        },
        Example { title: "trap: inches", copy: "He is 6'2\" tall, his lawyer Ada Quill said.\n" },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let has_markup = |block: &Block| block.span.of(story.text()).contains(['<', '>']);
    let mut markup: FxHashMap<usize, bool> = FxHashMap::default();
    let mut is_story = |at: usize| {
        let block = story.block(at);
        is_story(story, at) && !*markup.entry(block).or_insert_with(|| has_markup(&story.document.blocks[block]))
    };
    let mut hits = unclosed(story, &mut is_story);
    hits.extend(unopened(story, &mut is_story));
    hits
}

fn unclosed(story: &Story<'_>, is_story: &mut impl FnMut(usize) -> bool) -> Vec<Hit> {
    let quotations = &story.reading.tokens.quotations;
    let open = quotations.iter().enumerate().filter(|(index, quotation)| {
        let goes_on = quotations.get(index + 1).is_some_and(|next| next.continues == Some(*index));
        !quotation.closed && !goes_on && is_story(quotation.tokens.start)
    });
    open.map(|(_, quotation)| {
        let words = words_at(story, quotation.tokens.start);
        Hit::new("a quotation opens here and never closes", words, "opens")
    })
    .collect()
}

fn unopened(story: &Story<'_>, is_story: &mut impl FnMut(usize) -> bool) -> Vec<Hit> {
    let tokens = story.reading.tokens;
    let marks = tokens.quotation_marks.iter().copied().filter(|at| tokens.all[*at].is_quote_mark());
    let stray = marks.filter(|at| {
        let inches = || *at > 0 && tokens.all[at - 1].kind == Kind::Number && !tokens.all[*at].spaced;
        tokens.quotation_at(*at).is_none() && !inches() && is_story(*at)
    });
    stray
        .map(|at| {
            Hit::new("a quotation closes here and never opened", story.span(&(at.saturating_sub(1)..at + 1)), "closes")
        })
        .collect()
}

fn is_story(story: &Story<'_>, at: usize) -> bool {
    matches!(story.block_kind(at), BlockKind::Lead | BlockKind::Body) && !story.is_copy(at)
}

/// The mark with three words behind it, so that a fingerprint tells it from others.
fn words_at(story: &Story<'_>, mark: usize) -> Span {
    let end = story.sentence(mark).end.max(mark + 1);
    story.span(&(mark..end.min(mark + 4)))
}
