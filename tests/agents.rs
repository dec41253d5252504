//! What the report tells of those who speak.

use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::contract::AgentReport;

fn agents(text: &str) -> Vec<AgentReport> {
    let raw = Raw::new(None, Format::Text, text);
    whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0.agents
}

#[test]
fn the_reason_for_anonymity_stands_with_the_agent() {
    let told = agents("The port will be sold in May, said a senior official, who spoke on condition of anonymity.");
    assert_eq!(told[0].anonymity_reason.as_deref(), Some("on condition of anonymity"));
    let untold = agents("The port will be sold in May, said a senior official.");
    assert_eq!(untold[0].anonymity_reason, None);
}

#[test]
fn a_role_before_or_after_the_name_stands_with_the_person() {
    for text in [
        "Harbour master Lena Obst said on Friday that the pier was closed.",
        "Lena Obst, the harbour master, said on Friday that the pier was closed.",
    ] {
        let told = agents(text);
        assert_eq!(told[0].canonical, "Lena Obst", "{text}");
        assert_eq!(told[0].role.as_deref().map(str::to_lowercase), Some("harbour master".to_owned()), "{text}");
    }
}

#[test]
fn a_short_name_is_the_outlet_that_the_copy_has_introduced_and_else_no_one_in_particular() {
    let told = agents("The mine will close, the New York Times reported. It is empty, the Times said.");
    assert_eq!(told.iter().map(|agent| agent.canonical.as_str()).collect::<Vec<_>>(), ["New York Times"]);
    let untold = agents("The mine will close, the Times reported. It is empty, the Times said.");
    assert_eq!(untold.iter().map(|agent| agent.canonical.as_str()).collect::<Vec<_>>(), ["Times"]);
}
