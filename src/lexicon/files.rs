//! Where the lexicon's files come from: built in, and a desk's own folder over them.

use super::error::LexiconError;
use std::path::Path;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        const BUILT_IN: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../grammar/", $name)))),*];
    };
}

built_in!(
    "words.txt",
    "verbs.txt",
    "cue-verbs.txt",
    "cue-nouns.txt",
    "cue-adjectives.txt",
    "cue-phrases.txt",
    "cue-weights.txt",
    "end-weights.txt",
    "rule-scores.txt",
    "source-nouns.txt",
    "roles.txt",
    "stand-ins.txt",
    "titles.txt",
    "given-names.txt",
    "outlets.txt",
    "organisations.txt",
    "countries.txt",
    "places.txt",
    "anonymity.txt",
    "venues.txt",
    "hedges.txt",
    "abbreviations.txt",
    "boilerplate.txt",
    "watch-words.txt",
);

/// The text of every lexicon file: the built-in ones and those of a folder.
#[derive(Debug, Default)]
pub struct Files {
    own: Vec<(String, String, String)>,
}

impl Files {
    /// The built-in files and, over them, the `*.txt` files of `folder`.
    pub fn with_folder(folder: &Path) -> Result<Self, LexiconError> {
        let unreadable = |cause| LexiconError::Unreadable { path: folder.display().to_string(), cause };
        let mut paths: Vec<_> = std::fs::read_dir(folder)
            .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect())
            .map_err(unreadable)?;
        paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
        paths.sort();
        let own = paths.iter().map(|path| own_file(path)).collect::<Result<_, _>>()?;
        Ok(Self { own })
    }

    /// The texts of the file called `name`, the built-in one first, each with the name that errors show.
    pub fn texts(&self, name: &str) -> Vec<(&str, &str)> {
        let built_in = BUILT_IN.iter().filter(|(known, _)| *known == name).copied();
        let own = self.own.iter().filter(|(known, ..)| known == name);
        built_in.chain(own.map(|(_, path, text)| (path.as_str(), text.as_str()))).collect()
    }
}

fn own_file(path: &Path) -> Result<(String, String, String), LexiconError> {
    let shown = path.display().to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if !BUILT_IN.iter().any(|(known, _)| *known == name) {
        let known: Vec<&str> = BUILT_IN.iter().map(|(known, _)| *known).collect();
        return Err(LexiconError::UnknownFile { path: shown, known: known.join(", ") });
    }
    let text =
        std::fs::read_to_string(path).map_err(|cause| LexiconError::Unreadable { path: shown.clone(), cause })?;
    Ok((name, shown, text))
}
