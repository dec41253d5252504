//! Bytes from a file or from standard input.

use super::{Input, Raw, ReadError, decode};
use std::io::Read;

/// Reads and decodes one input. Errors: what [`ReadError`] lists.
pub fn load(input: &Input) -> Result<Raw, ReadError> {
    match input {
        Input::Failed(error) => Err(error.clone()),
        Input::Stdin => decode(read_stdin()?, None),
        Input::File(path) => {
            let name = path.display().to_string();
            let bytes = std::fs::read(path).map_err(|error| ReadError::from_io(&name, &error))?;
            decode(bytes, Some(name))
        }
    }
}

fn read_stdin() -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    match std::io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(ReadError::from_io("standard input", &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reason;
    use std::path::PathBuf;

    #[test]
    fn a_failed_input_hands_its_error_back() {
        let error = ReadError { path: "a".into(), reason: Reason::Missing };
        assert_eq!(load(&Input::Failed(error.clone())), Err(error));
    }

    #[test]
    fn a_file_that_is_gone_is_an_error() {
        let error = load(&Input::File(PathBuf::from("gone.txt"))).unwrap_err();
        assert_eq!((error.path.as_str(), error.reason), ("gone.txt", Reason::Missing));
    }
}
