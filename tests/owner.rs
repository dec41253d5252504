//! Whose copy it may be, where nothing says so.

use whosaid::document::{DocumentOptions, Format};
use whosaid::lexicon::Lexicon;
use whosaid::read::Raw;
use whosaid::report::owner::hint;

fn hint_of(text: &str) -> Option<String> {
    let raw = Raw::new(None, Format::Text, text);
    hint(&whosaid::analyse(raw, &DocumentOptions::default(), Lexicon::built_in()).0)
}

#[test]
fn an_outlet_that_all_have_told_may_be_whose_copy_it_is() {
    let text = "A clerk told the Guardian that it was late. Documents seen by the Guardian show that it rained.";
    let told = "2 claims came to The Guardian; if this is its copy, --publication \"The Guardian\" says so";
    assert_eq!(hint_of(text).as_deref(), Some(told));
}

#[test]
fn nothing_is_guessed_of_one_claim_or_two_outlets_or_known_copy() {
    let one = "A clerk told the Guardian that it was late.";
    assert_eq!(hint_of(one), None);
    assert_eq!(hint_of(&format!("{one} The mayor told the BBC that it rained.")), None);
    assert_eq!(hint_of(&format!("OSLO, May 3 (Reuters) - {one} A nurse told the Guardian that it rained.")), None);
}
