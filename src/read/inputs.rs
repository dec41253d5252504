//! Command-line paths to a list of inputs.

use super::{ReadError, Reason};
use ignore::WalkBuilder;
use std::path::{Path, PathBuf};

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// `-` on the command line.
    Stdin,
    /// A path that cannot be read; [`super::load`] hands the error back.
    Failed(ReadError),
}

/// What `paths` stand for, in the order given. A directory stands for its `.txt` and `.md` files, at any depth, sorted; hidden files
/// are skipped and ignore files honoured. A path with nothing to read gives one [`Input::Failed`].
pub fn inputs(paths: &[PathBuf]) -> Vec<Input> {
    paths.iter().flat_map(|path| inputs_of(path)).collect()
}

/// What one path stands for: at least one input.
fn inputs_of(path: &Path) -> Vec<Input> {
    if path == Path::new("-") {
        return vec![Input::Stdin];
    }
    match std::fs::metadata(path) {
        Ok(found) if found.is_dir() => files_below(path),
        Ok(_) => vec![Input::File(path.to_owned())],
        Err(error) => vec![failed(path, &error)],
    }
}

/// The copy in a directory; an error where there is none.
fn files_below(directory: &Path) -> Vec<Input> {
    // The walker tells of an unreadable directory only in passing words; asking first gives the plain error.
    if let Err(error) = std::fs::read_dir(directory) {
        return vec![failed(directory, &error)];
    }
    let walk = WalkBuilder::new(directory).require_git(false).sort_by_file_path(|a, b| a.cmp(b)).build();
    let found: Vec<Input> = walk.filter_map(|entry| input_of_entry(directory, entry)).collect();
    if found.is_empty() {
        let reason = Reason::EmptyDirectory;
        return vec![Input::Failed(ReadError { path: directory.display().to_string(), reason })];
    }
    found
}

/// The input that a directory entry is, if it is one. What could not be walked is an error of its own.
fn input_of_entry(directory: &Path, entry: Result<ignore::DirEntry, ignore::Error>) -> Option<Input> {
    match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            (is_file && is_copy(entry.path())).then(|| Input::File(entry.into_path()))
        }
        Err(ignore::Error::Partial(_)) => None,
        Err(error) => Some(failed_walk(directory, &error)),
    }
}

/// Whether a file in a directory is copy, by its ending.
fn is_copy(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ["txt", "md"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn failed(path: &Path, error: &std::io::Error) -> Input {
    Input::Failed(ReadError::from_io(&path.display().to_string(), error))
}

/// The walker's error, with the path where it knows one.
fn failed_walk(directory: &Path, error: &ignore::Error) -> Input {
    let path = path_of(error).unwrap_or(directory).display().to_string();
    match error.io_error() {
        Some(io) => Input::Failed(ReadError::from_io(&path, io)),
        None => Input::Failed(ReadError { path, reason: Reason::Other(error.to_string()) }),
    }
}

/// The path that a walker's error speaks of.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder for one test, taken away when dropped.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let root = std::env::temp_dir().join(format!("whosaid-inputs-{}-{name}", std::process::id()));
            for (path, text) in files {
                let path = root.join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            fs::create_dir_all(&root).unwrap();
            Self(root)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn names(folder: &Folder) -> Vec<String> {
        let found = inputs(std::slice::from_ref(&folder.0));
        found
            .iter()
            .map(|input| match input {
                Input::File(path) => path.strip_prefix(&folder.0).unwrap().display().to_string(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn a_directory_gives_its_copy_sorted() {
        let files = [("b.txt", ""), ("a/z.md", ""), ("picture.png", ""), (".hidden.txt", ""), ("c.TXT", "")];
        assert_eq!(names(&Folder::new("sorted", &files)), ["a/z.md", "b.txt", "c.TXT"]);
    }

    #[test]
    fn ignore_files_are_honoured() {
        let files = [(".gitignore", "draft*\n"), ("draft.txt", ""), ("story.txt", "")];
        assert_eq!(names(&Folder::new("ignored", &files)), ["story.txt"]);
    }

    #[test]
    fn an_empty_directory_is_one_error() {
        let folder = Folder::new("empty", &[("picture.png", "")]);
        let found = inputs(std::slice::from_ref(&folder.0));
        let [Input::Failed(error)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(error.reason, Reason::EmptyDirectory);
        assert!(error.to_string().starts_with(&folder.0.display().to_string()));
    }

    #[test]
    fn order_is_as_given_and_a_missing_file_is_an_error() {
        let found = inputs(&[PathBuf::from("no-such-story.txt"), PathBuf::from("-")]);
        let [Input::Failed(error), Input::Stdin] = found.as_slice() else { panic!("{found:?}") };
        let told = "no-such-story.txt: no such file or directory; check the path, or give - for standard input";
        assert_eq!(error.to_string(), told);
    }
}
