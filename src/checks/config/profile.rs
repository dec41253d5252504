//! Profiles: a standard's own severities, as a desk can start from. Each is a file of the same form as `whosaid.toml`.

use super::read;
use super::{Config, Set};
use std::sync::OnceLock;

/// Whose standard it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Reuters
    Reuters,
    /// Associated Press
    Ap,
    /// Agence France-Presse
    Afp,
    /// BBC
    Bbc,
}

impl Profile {
    /// All of them.
    pub const ALL: [Profile; 4] = [Self::Reuters, Self::Ap, Self::Afp, Self::Bbc];

    /// "reuters"
    pub fn name(self) -> &'static str {
        match self {
            Self::Reuters => "reuters",
            Self::Ap => "ap",
            Self::Afp => "afp",
            Self::Bbc => "bbc",
        }
    }

    /// Its file.
    pub fn text(self) -> &'static str {
        match self {
            Self::Reuters => include_str!("profiles/reuters.toml"),
            Self::Ap => include_str!("profiles/ap.toml"),
            Self::Afp => include_str!("profiles/afp.toml"),
            Self::Bbc => include_str!("profiles/bbc.toml"),
        }
    }

    /// What it sets; nothing where its file has a mistake, which a test rules out.
    pub(super) fn sets(self) -> &'static [Set] {
        static READ: [OnceLock<Vec<Set>>; 4] = [const { OnceLock::new() }; 4];
        READ[self as usize].get_or_init(|| {
            let mut sets = self.read().map(|config| config.rules).unwrap_or_default();
            sets.iter_mut().for_each(|set| set.from = format!("profile {}", self.name()));
            sets
        })
    }

    fn read(self) -> Result<Config, super::ConfigError> {
        read::config(self.name(), self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_reads_and_sets_something() {
        for profile in Profile::ALL {
            let config = profile.read().unwrap_or_else(|error| panic!("{error}"));
            assert!(!config.rules.is_empty(), "{}", profile.name());
            assert!(profile.sets().iter().all(|set| set.from == format!("profile {}", profile.name())));
        }
    }
}
