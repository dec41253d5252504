//! Files that hold what is expected, and how they are written anew.

use similar::TextDiff;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A path below the package's own folder.
pub fn below_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether the expected files are to be written anew: `UPDATE=1 cargo test`.
pub fn is_updating() -> bool {
    env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Compares `found` with what stands in the file `path` (below the package); the difference, if there is one. With `UPDATE=1` the file
/// is written instead.
pub fn difference(path: &str, found: &str) -> Option<String> {
    let file = below_root(path);
    if is_updating() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, found).unwrap();
        return None;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    let diff = TextDiff::from_lines(&expected, found);
    (expected != found).then(|| diff.unified_diff().context_radius(2).header(path, "found").to_string())
}
