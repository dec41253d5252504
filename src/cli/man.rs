//! `whosaid man`: one page, with a section for each subcommand.

use super::args::Cli;
use anyhow::Result;
use clap::{Command, CommandFactory};
use clap_mangen::Man;

/// The manual page in roff.
pub fn page() -> Result<String> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let man = Man::new(command.clone());
    let mut page = vec![];
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for subcommand in command.get_subcommands() {
        page.extend(section(subcommand)?.into_bytes());
    }
    man.render_extra_section(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(with_one_preamble(&text(page)).replace(".SH EXTRA\n", ".SH EXAMPLES AND EXIT CODES\n"))
}

/// One subcommand: what it does, how it is called, its options; the headings are those of a section within the page.
fn section(subcommand: &Command) -> Result<String> {
    let man = Man::new(subcommand.clone());
    let mut parts = vec![];
    man.render_description_section(&mut parts)?;
    man.render_synopsis_section(&mut parts)?;
    man.render_options_section(&mut parts)?;
    let title = format!(".SH WHOSAID {}\n", subcommand.get_name().to_uppercase());
    Ok(text(parts).replace("\n.SH ", "\n.SS ").replace(".SS DESCRIPTION\n", &title))
}

/// Every piece starts with the lines that tell how an apostrophe is written; the page keeps the first of them.
fn with_one_preamble(pieces: &str) -> String {
    let is_preamble = |line: &&str| line.contains(".ds Aq");
    let preamble = pieces.split_inclusive('\n').take_while(is_preamble);
    preamble.chain(pieces.split_inclusive('\n').filter(|line| !is_preamble(line))).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subcommand_has_its_options() {
        let page = page().unwrap();
        let (_, explain) = page.split_once(".SH WHOSAID EXPLAIN\n").unwrap();
        let (explain, _) = explain.split_once("\n.SH ").unwrap();
        for told in ["whosaid explain", "CLAIM", r"\-\-publication", r"\-\-width"] {
            assert!(explain.contains(told), "{told}");
        }
        for name in Cli::command().get_subcommands().map(|c| c.get_name().to_uppercase()) {
            assert_eq!(page.matches(&format!(".SH WHOSAID {name}\n")).count(), 1, "{name}");
        }
    }

    #[test]
    fn it_is_one_page() {
        let page = page().unwrap();
        assert_eq!(page.matches("\n.TH ").count(), 1);
        assert_eq!(page.matches(".ds Aq").count(), 2);
        assert!(!page.contains("DESCRIPTION") && !page.contains("EXTRA"));
    }
}
