//! Files that hold what is expected are written anew with `UPDATE=1 cargo test`.

/// Whether that is wanted now.
pub fn is_wanted() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty())
}
