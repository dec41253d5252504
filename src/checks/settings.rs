//! What a desk has set: which rules are on, how grave they are, and their numbers.

use super::rule::Rule;
use super::suppress::Sidecar;
use crate::terms::Severity;
use rustc_hash::{FxHashMap, FxHashSet};

/// The settings that hold for one document. The default: every rule as its own file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Severities by rule; `None` turns a rule off.
    pub severities: FxHashMap<&'static str, Option<Severity>>,
    /// Numbers by rule and name.
    pub numbers: FxHashMap<(&'static str, &'static str), usize>,
    /// Outlets of one's own house, in lower case: what they report is no pickup.
    pub own_outlets: Vec<String>,
    /// What the story's sidecar file suppresses.
    pub sidecar: Sidecar,
    /// Fingerprints of findings that were there before.
    pub baseline: FxHashSet<String>,
}

impl Settings {
    /// How grave the rule's findings are; `None` where it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.severities.get(rule.id).copied().unwrap_or(rule.severity)
    }

    /// What a rule may ask of the settings.
    pub fn options<'a>(&'a self, rule: &'static Rule) -> Options<'a> {
        Options { rule, settings: self }
    }
}

/// The settings of one rule.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    rule: &'static Rule,
    settings: &'a Settings,
}

impl Options<'_> {
    /// The number called `name`, as set or by default; 0 where the rule has none of that name.
    pub fn number(&self, name: &'static str) -> usize {
        let set = self.settings.numbers.get(&(self.rule.id, name)).copied();
        set.or_else(|| self.rule.default_of(name)).unwrap_or_default()
    }

    /// Whether an outlet (by its name) is one of the own house.
    pub fn is_own(&self, outlet: &str) -> bool {
        let lower = outlet.to_lowercase();
        self.settings.own_outlets.contains(&lower)
    }
}
