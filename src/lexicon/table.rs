//! The one format of all lexicon files: a line an entry, columns between bars.

use super::error::LexiconError;
use rustc_hash::FxHashMap;

/// One entry of a lexicon file: its cells, and where they stand.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    file: &'a str,
    line: usize,
    text: &'a str,
}

impl<'a> Row<'a> {
    /// The cell of the column, counted from 0; empty where it is left out or `-`.
    pub fn cell(&self, column: usize) -> &'a str {
        let cell = self.text.split('|').nth(column).unwrap_or("").trim();
        if cell == "-" { "" } else { cell }
    }

    /// The comma-separated items of a cell.
    pub fn list(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column).split(',').map(str::trim).filter(|item| !item.is_empty())
    }

    /// The cell read as a known name; an error with its place and the names there are.
    pub fn known<T: Copy>(&self, column: usize, names: &[(&str, T)]) -> Result<T, LexiconError> {
        self.lookup(column, self.cell(column), names)
    }

    /// One item of a cell read as a known name.
    pub fn lookup<T: Copy>(&self, column: usize, item: &str, names: &[(&str, T)]) -> Result<T, LexiconError> {
        let found = names.iter().find(|(name, _)| *name == item).map(|(_, value)| *value);
        found.ok_or_else(|| {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            self.error(column, format!("`{item}` is not known here; use one of {}", known.join(", ")))
        })
    }

    /// An error at the cell's place.
    pub fn error(&self, column: usize, message: String) -> LexiconError {
        let before: usize = self.text.split('|').take(column).map(|cell| cell.chars().count() + 1).sum();
        let cell = self.text.split('|').nth(column).unwrap_or("");
        let blank = cell.chars().take_while(|c| c.is_whitespace()).count();
        LexiconError::Entry { file: self.file.to_owned(), line: self.line, column: before + blank + 1, message }
    }
}

/// The entries of one table: the built-in file's, then each later file's over them.
///
/// A later entry with the same first column replaces an earlier one; one that starts with `!` takes it out.
pub fn rows<'a>(files: &[(&'a str, &'a str)]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = files.iter().flat_map(|(name, text)| file_rows(name, text)).collect();
    if files.len() > 1 {
        rows = overridden(rows);
    }
    rows
}

fn file_rows<'a>(file: &'a str, text: &'a str) -> impl Iterator<Item = Row<'a>> {
    text.lines().enumerate().filter_map(move |(index, line)| {
        let text = without_comment(line);
        (!text.trim().is_empty()).then_some(Row { file, line: index + 1, text })
    })
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    line.find("  #").map_or(line, |at| &line[..at])
}

fn overridden(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let mut last: FxHashMap<&str, (&str, usize)> = FxHashMap::default();
    for (index, row) in rows.iter().enumerate() {
        let key = row.cell(0).trim_start_matches('!').trim();
        last.insert(key, (row.file, index));
    }
    let is_last = |index: usize, row: &Row<'_>| {
        let key = row.cell(0);
        !key.starts_with('!') && last.get(key).is_some_and(|(file, at)| *at == index || *file == row.file)
    };
    rows.iter().enumerate().filter(|(index, row)| is_last(*index, row)).map(|(_, row)| *row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_file_replaces_and_takes_out() {
        let files = [("a.txt", "# verbs\nsay | x  # usual\ntell | y"), ("mine/a.txt", "say | z\n!tell")];
        let rows = rows(&files);
        assert_eq!(rows.iter().map(|r| (r.cell(0), r.cell(1))).collect::<Vec<_>>(), [("say", "z")]);
    }

    #[test]
    fn an_error_names_file_line_and_column() {
        let text = "say | -\ntell |  sayz";
        let rows = rows(&[("cues.txt", text)]);
        let error = rows[1].known(1, &[("says", 1)]).unwrap_err();
        assert_eq!(error.to_string(), "cues.txt:2:9: `sayz` is not known here; use one of says");
    }
}
