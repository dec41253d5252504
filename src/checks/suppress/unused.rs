//! A suppression that suppresses nothing.

use super::comment::Comment;
use super::sidecar::{Entry, Sidecar};
use crate::checks::{Example, Hit, Rule, Story};
use crate::span::Span;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "unused-suppression",
    summary: "a suppression that suppresses nothing",
    severity: Some(Severity::Warning),
    after: "whosaid",
    what: "Finds comments and entries of a sidecar file that suppress no finding, or that name no rule or give no reason.",
    why: "What was let stand once hides what comes later. A suppression should go when the finding is gone.",
    help: "take the suppression out, or mend it",
    numbers: &[],
    bad: &[
        Example {
            title: "nothing is found here",
            copy: "---\ntitle: Bridge closes\n---\n\n<!-- whosaid: ignore anon-bare because the desk knows the source -->\n\nThe bridge is closed, Mayor Ada Quill said.\n",
        },
        Example {
            title: "no reason is given",
            copy: "---\ntitle: Deal off\n---\n\n<!-- whosaid: ignore anon-bare -->\n\nThe deal is off, a source said.\n",
        },
    ],
    good: &[Example {
        title: "a finding is suppressed",
        copy: "---\ntitle: Deal off\n---\n\n<!-- whosaid: ignore anon-bare, anon-single-root because the desk knows the source -->\n\nThe deal is off, a source said.\n",
    }],
    // What is unused is known only after all other rules: `suppress::apply` tells it.
    find: |_, _| Vec::new(),
};

/// The hit for a comment that is unused or has a fault.
pub fn of_comment(comment: &Comment) -> Hit {
    match &comment.fault {
        Some(fault) => Hit::new(format!("this suppresses nothing: {fault}"), comment.span, "has a fault"),
        None => Hit::new("this suppresses nothing: there is no such finding", comment.span, "unused"),
    }
}

/// The hit for an entry of the sidecar, shown at the story's start.
pub fn of_entry(story: &Story<'_>, sidecar: &Sidecar, entry: &Entry) -> Hit {
    let start = story.document.blocks.first().map_or(0, |block| block.span.start);
    let message = format!(
        "{}: the entry for {} suppresses nothing: there is no finding {}",
        sidecar.path, entry.rule, entry.fingerprint
    );
    Hit::new(message, Span::new(start, start), "")
}
