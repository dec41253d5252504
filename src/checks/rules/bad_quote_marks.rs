//! A quotation that never closes or never opens.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::BlockKind;
use crate::span::Span;
use crate::terms::Severity;
use crate::words::Kind;

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
    let mut hits = unclosed(story);
    hits.extend(unopened(story));
    hits
}

fn unclosed(story: &Story<'_>) -> Vec<Hit> {
    let quotations = &story.reading.tokens.quotations;
    let open = quotations.iter().enumerate().filter(|(index, quotation)| {
        let goes_on = quotations.get(index + 1).is_some_and(|next| next.continues == Some(*index));
        !quotation.closed && !goes_on && is_story(story, quotation.tokens.start)
    });
    open.map(|(_, quotation)| {
        let mark = story.span(&(quotation.tokens.start..quotation.tokens.start + 1));
        Hit::new("a quotation opens here and never closes", words_at(story, mark), "opens")
    })
    .collect()
}

fn unopened(story: &Story<'_>) -> Vec<Hit> {
    let tokens = story.reading.tokens;
    let stray = (0..tokens.all.len()).filter(|at| {
        let mark = tokens.all[*at].is_quote_mark() && tokens.quotation_at(*at).is_none();
        let inches = *at > 0 && tokens.all[at - 1].kind == Kind::Number && !tokens.all[*at].spaced;
        mark && !inches && is_story(story, *at)
    });
    stray
        .map(|at| {
            Hit::new("a quotation closes here and never opened", story.span(&(at.saturating_sub(1)..at + 1)), "closes")
        })
        .collect()
}

fn is_story(story: &Story<'_>, at: usize) -> bool {
    let markup = story.document.blocks[story.block(at)].span.of(story.text()).contains(['<', '>']);
    matches!(story.block_kind(at), BlockKind::Lead | BlockKind::Body) && !story.is_copy(at) && !markup
}

/// The mark with the word behind it, so that a fingerprint tells it from others.
fn words_at(story: &Story<'_>, mark: Span) -> Span {
    let text = &story.text()[mark.end..];
    let words = text.split_inclusive(char::is_whitespace).take(3).map(str::len).sum::<usize>();
    Span::new(mark.start, mark.end + text[..words].trim_end().len())
}
