//! `whosaid rules [ID]`: what the checks look for.

use crate::checks::rules;
use crate::report::rule_pages;
use anyhow::{Result, anyhow};

/// The list of all rules, or the page of one.
pub fn text(id: Option<&str>) -> Result<String> {
    match id {
        None => Ok(rule_pages::list()),
        Some(id) => rules::named(id).map(rule_pages::page).ok_or_else(|| anyhow!(unknown(id))),
    }
}

fn unknown(id: &str) -> String {
    match rules::nearest(id) {
        Some(near) => format!("no rule is called {id}; perhaps {near} is meant (`whosaid rules` lists all)"),
        None => format!("no rule is called {id}; `whosaid rules` lists all"),
    }
}
