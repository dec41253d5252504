//! What every rule tells of itself.

use super::finding::Hit;
use super::settings::Options;
use super::story::Story;
use crate::terms::Severity;

/// A check, with all that is printed of it.
#[derive(Debug)]
pub struct Rule {
    /// "pickup-anon-source"
    pub id: &'static str,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// How grave its findings are; `None` where it is off unless turned on.
    pub severity: Option<Severity>,
    /// Whose standard it is.
    pub after: &'static str,
    /// What it does.
    pub what: &'static str,
    /// Why that is bad.
    pub why: &'static str,
    /// How to mend it.
    pub help: &'static str,
    /// What may be configured beside its severity.
    pub numbers: &'static [Number],
    /// Stories in which it must fire; the first is the one that the documentation shows.
    pub bad: &'static [Example],
    /// The same stories mended, and traps: it must be silent.
    pub good: &'static [Example],
    /// How it looks.
    pub find: fn(&Story<'_>, &Options<'_>) -> Vec<Hit>,
}

/// A number that a rule can be told.
#[derive(Debug)]
pub struct Number {
    /// Its key in the configuration.
    pub name: &'static str,
    /// What it is where nothing is configured.
    pub default: usize,
    /// What it means.
    pub what: &'static str,
}

/// A short piece of copy. One that opens with front matter is Markdown, with `<` HTML, else plain text.
#[derive(Debug)]
pub struct Example {
    /// What it is an example of.
    pub title: &'static str,
    /// The copy.
    pub copy: &'static str,
}

impl Rule {
    /// The default of one of the rule's numbers.
    pub fn default_of(&self, name: &str) -> Option<usize> {
        self.numbers.iter().find(|number| number.name == name).map(|number| number.default)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}
