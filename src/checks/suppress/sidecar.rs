//! `story.txt.whosaid.toml`: what is suppressed in copy that cannot hold comments, by fingerprint.

use crate::checks::rules;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use thiserror::Error;

/// A sidecar file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sidecar {
    /// The file as it was named.
    pub path: String,
    /// What it suppresses.
    pub entries: Vec<Entry>,
}

/// One finding that is suppressed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The rule that found it.
    pub rule: String,
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// Why it may stand.
    pub reason: String,
}

/// A mistake in a sidecar file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{path}: {message}")]
pub struct SidecarError {
    path: String,
    message: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    ignore: Vec<Entry>,
}

impl Sidecar {
    /// Reads a sidecar; `path` is what errors call it.
    pub fn read(path: &str, text: &str) -> Result<Self, SidecarError> {
        let error = |message: String| SidecarError { path: path.to_owned(), message };
        let file: File = toml::from_str(text).map_err(|wrong| {
            let line = wrong.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            error(format!("line {line}: {}; an entry is [[ignore]] with rule, fingerprint and reason", wrong.message()))
        })?;
        if let Some(unknown) = file.ignore.iter().find(|entry| rules::named(&entry.rule).is_none()) {
            return Err(error(format!("no rule is called {}; `whosaid rules` lists all", unknown.rule)));
        }
        if let Some(bare) = file.ignore.iter().find(|entry| entry.reason.trim().is_empty()) {
            return Err(error(format!("the entry for {} gives no reason; write why it may stand", bare.fingerprint)));
        }
        Ok(Self { path: path.to_owned(), entries: file.ignore })
    }

    /// The entries' numbers by the rule and the fingerprint of what they suppress.
    pub fn by_finding(&self) -> FxHashMap<(&str, &str), usize> {
        let entries = self.entries.iter().enumerate();
        entries.map(|(index, entry)| ((entry.rule.as_str(), entry.fingerprint.as_str()), index)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_told() {
        let read = |text: &str| Sidecar::read("a.whosaid.toml", text).unwrap_err().to_string();
        assert!(
            read("[[ignore]]\nrule = \"anon-bare\"\n")
                .starts_with("a.whosaid.toml: line 1: missing field `fingerprint`")
        );
        assert!(read("[[ignor]]\nrule = \"anon-bare\"\n").contains("unknown field `ignor`"));
        let entry = |rule: &str, reason: &str| {
            format!("[[ignore]]\nrule = \"{rule}\"\nfingerprint = \"00\"\nreason = \"{reason}\"\n")
        };
        assert!(read(&entry("anon-bar", "x")).contains("no rule is called anon-bar"));
        assert!(read(&entry("anon-bare", " ")).contains("gives no reason"));
        assert_eq!(Sidecar::read("a", &entry("anon-bare", "x")).unwrap().entries.len(), 1);
    }
}
