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
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).filter(|name| !name.is_empty()).collect();
            let wrong =
                if item.is_empty() { "nothing stands here".into() } else { format!("`{item}` is not known here") };
            self.error_at(column, item, format!("{wrong}; use one of {}", known.join(", ")))
        })
    }

    /// An error at the cell's place.
    pub fn error(&self, column: usize, message: String) -> LexiconError {
        self.error_at(column, self.cell(column), message)
    }

    /// An error at the place of one of the cell's items; at the cell's where it has no such item, at the line's end where there is no cell.
    fn error_at(&self, column: usize, item: &str, message: String) -> LexiconError {
        let Some(cell) = self.text.split('|').nth(column) else {
            return self.entry_error(self.text.trim_end().chars().count(), message);
        };
        let before: usize = self.text.split('|').take(column).map(|cell| cell.chars().count() + 1).sum();
        self.entry_error(before + chars_before(cell, item), message)
    }

    /// An error after this many characters of the line.
    fn entry_error(&self, before: usize, message: String) -> LexiconError {
        LexiconError::Entry { file: self.file.to_owned(), line: self.line, column: before + 1, message }
    }
}

/// How many characters stand before the item of a cell; before the cell's words where none of its items is this one.
fn chars_before(cell: &str, item: &str) -> usize {
    let blank = |text: &str| text.chars().take_while(|c| c.is_whitespace()).count();
    let mut before = 0;
    for piece in cell.split(',') {
        if piece.trim() == item {
            return before + blank(piece);
        }
        before += piece.chars().count() + 1;
    }
    blank(cell)
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
    fn an_item_of_a_list_is_pointed_at() {
        let rows = rows(&[("cues.txt", "é, e | that,  thet, to")]);
        let error = rows[0].lookup(1, "thet", &[("that", 1), ("to", 2)]).unwrap_err();
        assert_eq!(error.to_string(), "cues.txt:1:15: `thet` is not known here; use one of that, to");
    }

    #[test]
    fn an_empty_cell_is_told_so() {
        for (text, column) in [("say | - | that", 7), ("say |  | that", 8), ("say", 4)] {
            let error = rows(&[("cues.txt", text)])[0].known(1, &[("says", 1), ("doubts", 2)]).unwrap_err();
            assert_eq!(error.to_string(), format!("cues.txt:1:{column}: nothing stands here; use one of says, doubts"));
        }
    }

    #[test]
    fn an_error_names_file_line_and_column() {
        let text = "say | -\ntell |  sayz";
        let rows = rows(&[("cues.txt", text)]);
        let error = rows[1].known(1, &[("says", 1)]).unwrap_err();
        assert_eq!(error.to_string(), "cues.txt:2:9: `sayz` is not known here; use one of says");
    }
}
