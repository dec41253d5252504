//! `whosaid config show` and `whosaid config init`.

use super::args::{AnalysisArgs, ConfigCommand, ProfileName};
use super::desk::{Desk, FILE};
use crate::checks::config::{Config, Profile, commented};
use crate::read::ReadOptions;
use anyhow::{Result, bail};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What to print.
pub fn run(command: &ConfigCommand) -> Result<String> {
    match command {
        ConfigCommand::Show { path, config } => show(path.as_deref(), config.clone()),
        ConfigCommand::Init { profile } => init(profile.map(named)),
    }
}

fn show(path: Option<&Path>, config: Option<PathBuf>) -> Result<String> {
    let args = AnalysisArgs {
        publication: None,
        date: None,
        grammar: None,
        config,
        from: None,
        max_size: ReadOptions::MAX_SIZE,
        threads: None,
    };
    let path = path.unwrap_or(Path::new("story.txt"));
    let found = Desk::new(&args, None)?.config(Some(path))?;
    Ok(match found {
        Some(found) => format!("# {}\n{}", found.file, found.config.show(&found.relative(path), &found.file)),
        None => format!("# no {FILE} here or above\n{}", Config::default().show(path, "default")),
    })
}

/// Writes a new file; one that is there already is left as it is.
fn init(profile: Option<Profile>) -> Result<String> {
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(FILE);
    match file {
        Ok(mut file) => file.write_all(commented(profile).as_bytes())?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{FILE}: is there already; edit it, or take it away first")
        }
        Err(error) => bail!("{FILE}: cannot be written ({})", error.kind()),
    }
    Ok(format!("{FILE} written"))
}

fn named(name: ProfileName) -> Profile {
    match name {
        ProfileName::Reuters => Profile::Reuters,
        ProfileName::Ap => Profile::Ap,
        ProfileName::Afp => Profile::Afp,
        ProfileName::Bbc => Profile::Bbc,
    }
}
