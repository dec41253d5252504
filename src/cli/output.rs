//! Where a report goes: standard output, or a file that is replaced only once all is written.

use anyhow::{Result, anyhow};
use std::fs::{File, Permissions};
use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// An open output. Dropped without [`Output::finish`], it leaves a file as it was.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A new file beside the one that it will replace.
    Replacing(BufWriter<NamedTempFile>, PathBuf),
    /// A device or pipe, which can only be written straight into.
    Straight(BufWriter<File>),
}

impl Output {
    /// Opens `path`, or standard output without one. Fails where the path cannot be written.
    pub fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else {
            return Ok(Self::Stdout(BufWriter::new(stdout())));
        };
        Self::file(path).map_err(|error| failed(path, "written", &error))
    }

    fn file(path: &Path) -> io::Result<Self> {
        // A link stays a link: what it points to is replaced.
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        match target.metadata() {
            Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(found) if !found.is_file() => Ok(Self::Straight(BufWriter::new(File::create(&target)?))),
            Ok(found) => Self::beside(target, Some(found.permissions())),
            Err(_) => Self::beside(target, None),
        }
    }

    /// A new file in the target's folder, as renaming works only within one file system.
    fn beside(target: PathBuf, permissions: Option<Permissions>) -> io::Result<Self> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".whosaid-");
        let permissions = permissions.or_else(usual_permissions);
        if let Some(permissions) = permissions.filter(|p| !p.readonly()) {
            builder.permissions(permissions);
        }
        let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
        Ok(Self::Replacing(BufWriter::new(file), target))
    }

    /// Writes what is left and puts a new file in its place.
    pub fn finish(self) -> Result<()> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::Straight(mut out) => Ok(out.flush()?),
            Self::Replacing(out, target) => {
                let file = out.into_inner().map_err(|error| error.into_error())?;
                file.persist(&target).map_err(|error| failed(&target, "replaced", &error.error))?;
                Ok(())
            }
        }
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Stdout(out) => out,
            Self::Replacing(out, _) => out,
            Self::Straight(out) => out,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }
}

/// Only the kind of `error`: its words would name the temporary file.
fn failed(path: &Path, what: &str, error: &io::Error) -> anyhow::Error {
    let (path, kind) = (path.display(), error.kind());
    anyhow!("{path}: cannot be {what} ({kind}); give another file with --output")
}

/// What a new file gets, less the user's mask; a temporary file would be its owner's alone.
#[cfg(unix)]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        std::fs::write(&path, "old").unwrap();
        let mut out = Output::open(Some(&path)).unwrap();
        out.write_all(b"half").unwrap();
        out.flush().unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
        drop(out);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);

        let mut out = Output::open(Some(&path)).unwrap();
        out.write_all(b"new").unwrap();
        out.finish().unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let error = Output::open(Some(Path::new("no/such/folder/report.json"))).unwrap_err();
        assert!(format!("{error:#}").starts_with("no/such/folder/report.json: cannot be written"));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_into_not_replaced() {
        let out = Output::open(Some(Path::new("/dev/null"))).unwrap();
        assert!(matches!(out, Output::Straight(_)));
    }
}
