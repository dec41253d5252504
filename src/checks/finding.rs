//! What a rule finds.

use super::rule::Rule;
use crate::span::Span;
use crate::terms::Severity;

/// A piece of the copy, and what it is to the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where it stands.
    pub span: Span,
    /// "the claim", "relays it".
    pub text: String,
}

/// What a rule hands back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What is wrong, in a few words.
    pub message: String,
    /// The place that the finding is shown at.
    pub at: Label,
    /// What else of the copy belongs to it.
    pub also: Vec<Label>,
    /// The claims (by index) that it is about, the one it is shown at first.
    pub claims: Vec<usize>,
}

impl Hit {
    /// A hit at `span`, which is `label` to it.
    pub fn new(message: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        let at = Label { span, text: label.into() };
        Self { message: message.into(), at, also: Vec::new(), claims: Vec::new() }
    }

    /// The same with one more piece of the copy, if there is one.
    pub fn and(mut self, span: impl Into<Option<Span>>, label: impl Into<String>) -> Self {
        if let Some(span) = span.into().filter(|span| *span != self.at.span) {
            self.also.push(Label { span, text: label.into() });
        }
        self
    }

    /// The same, about these claims.
    pub fn about(mut self, claims: impl IntoIterator<Item = usize>) -> Self {
        self.claims.extend(claims);
        self
    }
}

/// A hit with all that is told of it.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub at: Label,
    /// What else of the copy belongs to it.
    pub also: Vec<Label>,
    /// The claims (by index) that it is about.
    pub claims: Vec<usize>,
    /// The same for the same finding after edits elsewhere in the story.
    pub fingerprint: String,
}

impl Finding {
    /// The finding of `rule` that a hit is; its fingerprint is still to be given.
    pub fn new(rule: &'static Rule, severity: Severity, hit: Hit) -> Self {
        let Hit { message, at, also, claims } = hit;
        Self { rule, severity, message, at, also, claims, fingerprint: String::new() }
    }
}
