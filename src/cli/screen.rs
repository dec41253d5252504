//! How wide the output may be, and whether it is coloured.

use super::args::{ColorChoice, ScreenArgs};
use std::env::var_os;
use std::io::IsTerminal;

/// The width where there is no terminal: the same everywhere, so that output can be compared.
const WIDTH_WITHOUT_TERMINAL: usize = 100;

/// What the output may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Terminal columns.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
}

impl Screen {
    /// As `args` say, else as standard output is; `to_file` where the output goes elsewhere.
    pub fn new(args: &ScreenArgs, to_file: bool) -> Self {
        let terminal = !to_file && std::io::stdout().is_terminal();
        let natural = if terminal { terminal_width() } else { WIDTH_WITHOUT_TERMINAL };
        let no_color = var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = var_os("TERM").is_some_and(|value| value == "dumb");
        Self {
            width: args.width.map_or(natural, usize::from),
            color: wants_color(args.color, terminal && !no_color && !dumb),
        }
    }
}

fn wants_color(choice: ColorChoice, welcome: bool) -> bool {
    match choice {
        ColorChoice::Auto => welcome,
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    }
}

fn terminal_width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stdout());
    size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0).unwrap_or(WIDTH_WITHOUT_TERMINAL)
}
