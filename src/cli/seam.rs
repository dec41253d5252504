//! Where the command line meets reading and analysis.
//!
//! A stand-in: it reads plain files and finds nothing. All that the command line needs of the
//! other stages is named here and nowhere else.

use crate::document::{Format, Meta, Publication, PublicationFrom};
use crate::report::contract::DocumentReport;
use anyhow::{Context, Result, ensure};
use jiff::civil::Date;
use std::path::{Path, PathBuf};

/// What the analysis is told.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// In whose voice the copy speaks.
    pub publication: Option<String>,
    /// The day it is dated.
    pub date: Option<Date>,
}

/// The grammar's lists.
#[derive(Debug)]
pub struct Lexicon;

impl Lexicon {
    /// The built-in lists, with those in `folder` added. Fails where these cannot be read.
    pub fn load(folder: Option<&Path>) -> Result<Self> {
        if let Some(folder) = folder {
            ensure!(
                folder.is_dir(),
                "{}: no such folder; check --grammar",
                folder.display()
            );
        }
        Ok(Self)
    }

    /// What the lists know of `word`.
    pub fn describe(&self, word: &str) -> String {
        format!("{word}: in no list")
    }
}

/// Something to read.
pub type Input = PathBuf;

/// One input, decoded.
#[derive(Debug)]
pub struct Raw {
    path: Option<String>,
    text: String,
}

/// What `files` stand for.
pub fn inputs(files: &[PathBuf]) -> Vec<Input> {
    files.to_vec()
}

/// Reads one input.
pub fn load(input: &Input) -> Result<Raw> {
    if input == Path::new("-") {
        let text = std::io::read_to_string(std::io::stdin()).context("standard input")?;
        return Ok(Raw { path: None, text });
    }
    let path = input.display().to_string();
    let text = std::fs::read_to_string(input).with_context(|| path.clone());
    Ok(Raw {
        text: text.map_err(|error| anyhow::anyhow!("{error:#}"))?,
        path: Some(path),
    })
}

/// The report on `raw`, and the text that its spans point into.
pub fn analyse(raw: Raw, options: &Options, _lexicon: &Lexicon) -> (DocumentReport, String) {
    let from = if options.publication.is_some() {
        PublicationFrom::Option
    } else {
        PublicationFrom::Default
    };
    let name = options
        .publication
        .clone()
        .unwrap_or_else(|| "this copy".to_owned());
    let meta = Meta {
        headline: None,
        byline: None,
        dateline: None,
        publication: Publication { name, from },
        published: options.date,
        language: None,
        slug: None,
        credit: None,
    };
    let (attributions, claims, findings, agents) = Default::default();
    let document = DocumentReport {
        path: raw.path,
        format: Format::Text,
        meta,
        attributions,
        claims,
        findings,
        agents,
    };
    (document, raw.text)
}
