//! Where the package's own files are.

use std::path::{Path, PathBuf};

/// A path below the package's own folder.
pub fn below_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
