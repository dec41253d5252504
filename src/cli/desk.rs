//! What a desk has set for each story: its configuration, sidecar file and baseline, and what the command line says.

use super::args::{AnalysisArgs, RuleArgs};
use crate::checks::config::Config;
use crate::checks::suppress::Sidecar;
use crate::checks::{Rule, Settings, rules};
use crate::document::DocumentOptions;
use crate::terms::Severity;
use anyhow::{Context, Result, anyhow};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// The name of a configuration.
pub const FILE: &str = "whosaid.toml";

/// Finds what holds for a story.
#[derive(Debug)]
pub struct Desk {
    options: DocumentOptions,
    /// The configuration given with `--config`.
    given: Option<Arc<Found>>,
    /// The configuration of each folder that was asked for.
    folders: Mutex<FxHashMap<PathBuf, Option<Arc<Found>>>>,
    select: Vec<&'static Rule>,
    ignore: Vec<&'static Rule>,
    /// Fingerprints by path.
    baseline: FxHashMap<String, FxHashSet<String>>,
}

/// A configuration, and the folder whose paths it speaks of.
#[derive(Debug)]
pub struct Found {
    /// The configuration.
    pub config: Config,
    /// The file as it is shown.
    pub file: String,
    folder: PathBuf,
}

impl Desk {
    /// What the command line says. Fails where a file that it names cannot be used, or a rule does not exist.
    pub fn new(args: &AnalysisArgs, rules: Option<&RuleArgs>) -> Result<Self> {
        let given = args.config.as_deref().map(read_config).transpose()?;
        let named = |ids: &[String]| ids.iter().map(|id| rule(id)).collect::<Result<Vec<_>>>();
        let baseline = rules.and_then(|rules| rules.baseline.as_deref()).map(read_baseline).transpose()?;
        Ok(Self {
            options: DocumentOptions { publication: args.publication.clone(), date: args.date, terms: false },
            given: given.map(Arc::new),
            folders: Mutex::default(),
            select: rules.map_or(Ok(Vec::new()), |rules| named(&rules.select))?,
            ignore: rules.map_or(Ok(Vec::new()), |rules| named(&rules.ignore))?,
            baseline: baseline.unwrap_or_default(),
        })
    }

    /// The same desk, which wants the terms of every score as well.
    pub fn with_terms(mut self) -> Self {
        self.options.terms = true;
        self
    }

    /// What the analysis of the story at `path` is told, and the settings of its checks.
    pub fn of(&self, path: Option<&str>) -> Result<(DocumentOptions, Settings)> {
        let found = self.config(path.map(Path::new))?;
        let mut settings = found.as_ref().map_or_else(Settings::default, |found| found.settings(path));
        self.choose(&mut settings);
        if let Some(path) = path {
            settings.sidecar = read_sidecar(path)?;
            settings.baseline = self.baseline.get(&plain(path)).cloned().unwrap_or_default();
        }
        let mut options = self.options.clone();
        options.publication = options.publication.or_else(|| found.and_then(|found| found.config.publication.clone()));
        Ok((options, settings))
    }

    /// The configuration for a path: the one given, else `whosaid.toml` in its folder or one above it.
    pub fn config(&self, path: Option<&Path>) -> Result<Option<Arc<Found>>> {
        if self.given.is_some() {
            return Ok(self.given.clone());
        }
        let folder =
            path.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // A poisoned lock only says that another thread panicked; the map is whole all the same.
        let mut folders = self.folders.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(found) = folders.get(folder) {
            return Ok(found.clone());
        }
        let found = find(folder)?.map(Arc::new);
        folders.insert(folder.to_owned(), found.clone());
        Ok(found)
    }

    /// `--select` turns all others off, `--ignore` some.
    fn choose(&self, settings: &mut Settings) {
        for rule in rules::every() {
            let chosen = self.select.contains(&rule);
            if self.ignore.contains(&rule) || !self.select.is_empty() && !chosen {
                settings.severities.insert(rule.id, None);
            } else if chosen && settings.severity(rule).is_none() {
                settings.severities.insert(rule.id, Some(Severity::Warning));
            }
        }
    }
}

impl Found {
    fn settings(&self, path: Option<&str>) -> Settings {
        self.config.settings(&self.relative(Path::new(path.unwrap_or("-"))))
    }

    /// The path as the configuration's patterns have it: from its own folder on.
    pub fn relative(&self, path: &Path) -> PathBuf {
        let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        full.strip_prefix(&self.folder).map_or(full.clone(), Path::to_owned)
    }
}

/// `whosaid.toml` in a folder or the nearest one above it.
fn find(folder: &Path) -> Result<Option<Found>> {
    let full = std::path::absolute(folder).with_context(|| format!("{}: no such folder", folder.display()))?;
    let file = full.ancestors().map(|above| above.join(FILE)).find(|file| file.is_file());
    file.map(|file| read_config(&file)).transpose()
}

fn read_config(path: &Path) -> Result<Found> {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let here = std::env::current_dir().unwrap_or_default();
    let shown = full.strip_prefix(&here).unwrap_or(&full).display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow!("{shown}: cannot be read ({}); check the path given to --config", reason(&error)))?;
    let config = Config::read(&shown, &text)?;
    let folder = full.parent().map_or_else(PathBuf::new, Path::to_owned);
    Ok(Found { config, file: shown, folder })
}

/// `story.txt.whosaid.toml` beside `story.txt`, where there is one.
fn read_sidecar(path: &str) -> Result<Sidecar> {
    let file = format!("{path}.{FILE}");
    match std::fs::read_to_string(&file) {
        Ok(text) => Ok(Sidecar::read(&file, &text)?),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Sidecar::default()),
        Err(error) => Err(anyhow!("{file}: cannot be read ({}); mend it, or take it away", reason(&error))),
    }
}

/// A path as it is from here, however it was written: `./stories/a.txt` and its absolute path are `stories/a.txt`.
fn plain(path: &str) -> String {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.into());
    let here = std::env::current_dir().unwrap_or_default();
    full.strip_prefix(&here).unwrap_or(&full).to_string_lossy().into_owned()
}

/// The fingerprints by path in an earlier `--format json` or `jsonl` output.
fn read_baseline(path: &Path) -> Result<FxHashMap<String, FxHashSet<String>>> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| anyhow!("{shown}: cannot be read ({}); check the path given to --baseline", reason(&error)))?;
    let mut found: FxHashMap<String, FxHashSet<String>> = FxHashMap::default();
    for value in serde_json::Deserializer::from_str(&text).into_iter::<serde_json::Value>() {
        let value =
            value.with_context(|| format!("{shown}: no baseline; make one with whosaid check --format json"))?;
        let documents = value["documents"].as_array().cloned().unwrap_or_else(|| vec![value]);
        for document in documents {
            let prints = document["findings"].as_array().into_iter().flatten();
            let prints = prints.filter_map(|finding| finding["fingerprint"].as_str().map(str::to_owned));
            found.entry(plain(document["path"].as_str().unwrap_or_default())).or_default().extend(prints);
        }
    }
    Ok(found)
}

/// Why a file cannot be read, in words that say so.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        kind => kind.to_string(),
    }
}

/// The rule called `id`; the error says which one may be meant.
pub fn rule(id: &str) -> Result<&'static Rule> {
    let near = || match rules::nearest(id) {
        Some(near) => format!("perhaps {near} is meant (`whosaid rules` lists all)"),
        None => "`whosaid rules` lists all".to_owned(),
    };
    rules::named(id).ok_or_else(|| anyhow!("no rule is called {id}; {}", near()))
}
