//! Command-line paths to a list of inputs.

use super::{ReadError, Reason};
use globset::GlobBuilder;
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

/// The endings of files in a directory that are taken for copy.
const ENDINGS: &[&str] = &[
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "xml", "nitf", "newsml", "json", "jsonl", "ndjson",
    "ninjs", "rss", "atom", "iptc", "anpa",
];

/// Where a folder lists what in it is no copy, as in a `.gitignore`.
const IGNORE_FILE: &str = ".whosaidignore";

/// What `paths` stand for, in the order given. A directory stands for the copy in it, by its endings, at any depth, sorted; a pattern
/// (`*`, `?`, `[…]`, `**`) for the files that fit it. Hidden files are skipped and ignore files honoured in both. A path with nothing
/// to read gives one [`Input::Failed`].
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
        // A shell that finds nothing for a pattern hands it on as it is.
        Err(_) if is_pattern(path) => files_like(path),
        Err(error) => vec![failed(path, &error)],
    }
}

/// The copy in a directory; an error where there is none.
fn files_below(directory: &Path) -> Vec<Input> {
    // The walker tells of an unreadable directory only in passing words; asking first gives the plain error.
    if let Err(error) = std::fs::read_dir(directory) {
        return vec![failed(directory, &error)];
    }
    let none =
        || Reason::EmptyDirectory(ENDINGS.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(" "));
    found_or(walk(directory, is_copy), directory, none)
}

/// The files that a pattern fits, of any ending; an error where there is none.
fn files_like(pattern: &Path) -> Vec<Input> {
    let words = pattern.to_string_lossy();
    let glob = match GlobBuilder::new(&words).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => {
            let reason = Reason::BadPattern(error.kind().to_string());
            return vec![Input::Failed(ReadError { path: words.into_owned(), reason })];
        }
    };
    let plain: PathBuf = pattern.components().take_while(|part| !is_pattern(part.as_ref())).collect();
    let (base, is_here) = if plain.as_os_str().is_empty() { (Path::new("."), true) } else { (&*plain, false) };
    // A walk of "." puts "./" before every path.
    let bare = |path: &Path| if is_here { path.strip_prefix(".").unwrap_or(path).to_owned() } else { path.to_owned() };
    let found = walk(base, |path| glob.is_match(bare(path)));
    let found = found.into_iter().map(|input| match input {
        Input::File(path) => Input::File(bare(&path)),
        other => other,
    });
    found_or(found.collect(), pattern, || Reason::NothingFits)
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// What was found; an error for `path`, where it is nothing.
fn found_or(found: Vec<Input>, path: &Path, reason: impl FnOnce() -> Reason) -> Vec<Input> {
    match found.is_empty() {
        true => vec![Input::Failed(ReadError { path: path.display().to_string(), reason: reason() })],
        false => found,
    }
}

/// The files below a directory that are wanted, sorted.
fn walk(directory: &Path, is_wanted: impl Fn(&Path) -> bool) -> Vec<Input> {
    let walk = WalkBuilder::new(directory)
        .require_git(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        // files of one directory: their paths differ in the name alone
        .sort_by_file_path(|a, b| a.as_os_str().cmp(b.as_os_str()))
        .build();
    walk.filter_map(|entry| input_of_entry(directory, entry, &is_wanted)).collect()
}

/// The input that a directory entry is, if it is one. What could not be walked is an error of its own.
fn input_of_entry(
    directory: &Path,
    entry: Result<ignore::DirEntry, ignore::Error>,
    is_wanted: &impl Fn(&Path) -> bool,
) -> Option<Input> {
    match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            (is_file && is_wanted(entry.path())).then(|| Input::File(entry.into_path()))
        }
        Err(ignore::Error::Partial(_)) => None,
        Err(error) => Some(failed_walk(directory, &error)),
    }
}

/// Whether a file in a directory is copy, by its ending.
fn is_copy(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
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
        let files = [
            (".gitignore", "draft*\n"),
            (".whosaidignore", "README.md\n"),
            ("draft.txt", ""),
            ("README.md", ""),
            ("story.txt", ""),
        ];
        assert_eq!(names(&Folder::new("ignored", &files)), ["story.txt"]);
    }

    #[test]
    fn an_empty_directory_is_one_error() {
        let folder = Folder::new("empty", &[("picture.png", "")]);
        let found = inputs(std::slice::from_ref(&folder.0));
        let [Input::Failed(error)] = found.as_slice() else { panic!("{found:?}") };
        assert!(matches!(error.reason, Reason::EmptyDirectory(_)));
        assert!(error.to_string().starts_with(&folder.0.display().to_string()));
    }

    #[test]
    fn a_pattern_stands_for_the_files_that_fit() {
        let files = [(".gitignore", "draft*\n"), ("draft.txt", ""), ("a.txt", ""), ("b/c.txt", ""), ("b/d.xml", "")];
        let folder = Folder::new("pattern", &files);
        let fit = |pattern: &str| {
            let found = inputs(&[folder.0.join(pattern)]);
            let name = |input: &Input| match input {
                Input::File(path) => path.strip_prefix(&folder.0).unwrap().display().to_string(),
                other => format!("{other:?}"),
            };
            found.iter().map(name).collect::<Vec<_>>()
        };
        assert_eq!(fit("*.txt"), ["a.txt"]);
        assert_eq!(fit("**/*.txt"), ["a.txt", "b/c.txt"]);
        assert_eq!(fit("b/?.[tx]*"), ["b/c.txt", "b/d.xml"]);
        assert!(fit("*.pdf")[0].contains("NothingFits"));
        assert!(fit("[")[0].contains("BadPattern"));
    }

    #[test]
    fn order_is_as_given_and_a_missing_file_is_an_error() {
        let found = inputs(&[PathBuf::from("no-such-story.txt"), PathBuf::from("-")]);
        let [Input::Failed(error), Input::Stdin] = found.as_slice() else { panic!("{found:?}") };
        let told = "no-such-story.txt: no such file or directory; check the path, or give - for standard input";
        assert_eq!(error.to_string(), told);
    }
}
