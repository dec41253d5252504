//! `whosaid.toml`: what a desk sets, and the profiles it can start from.

mod error;
mod init;
mod profile;
mod read;
mod show;

pub use error::ConfigError;
pub use init::commented;
pub use profile::Profile;

use super::rule::Rule;
use super::settings::Settings;
use crate::terms::Severity;
use globset::GlobSet;
use std::path::Path;

/// A configuration file, read and checked.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The profile it starts from.
    pub profile: Option<Profile>,
    /// The least severity that fails, where it is set; `Some(None)` is never.
    pub fail_on: Option<Option<Severity>>,
    /// The outlet whose copy this is.
    pub publication: Option<String>,
    /// Other outlets of the house.
    pub outlets: Vec<String>,
    /// What is set of rules, in the order in which it counts.
    rules: Vec<Set>,
    /// What is set for some paths only.
    overrides: Vec<Override>,
}

/// One thing that is set of one rule.
#[derive(Debug, Clone)]
struct Set {
    rule: &'static Rule,
    what: What,
    /// "profile ap", "whosaid.toml:12"
    from: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// `None` turns it off.
    Severity(Option<Severity>),
    Number(&'static str, usize),
}

#[derive(Debug, Clone)]
struct Override {
    paths: GlobSet,
    rules: Vec<Set>,
}

impl Config {
    /// Reads a configuration; `path` is what errors call it. Errors name line and column, and what may have been meant.
    pub fn read(path: &str, text: &str) -> Result<Self, ConfigError> {
        read::config(path, text)
    }

    /// The settings for a story at `path`, which is relative to the configuration's own folder.
    pub fn settings(&self, path: &Path) -> Settings {
        let mut settings = Settings::default();
        for set in self.sets(path) {
            match set.what {
                What::Severity(severity) => _ = settings.severities.insert(set.rule.id, severity),
                What::Number(name, number) => _ = settings.numbers.insert((set.rule.id, name), number),
            }
        }
        settings.own_outlets = self.outlets.iter().map(|outlet| outlet.to_lowercase()).collect();
        settings
    }

    /// Everything that is set for `path`: the profile's first, the overrides' last.
    fn sets(&self, path: &Path) -> impl Iterator<Item = &Set> {
        let matching = self.overrides.iter().filter(|one| one.paths.is_match(path)).flat_map(|one| &one.rules);
        let profile = self.profile.iter().flat_map(|profile| profile.sets());
        profile.chain(&self.rules).chain(matching.collect::<Vec<_>>())
    }
}
