//! The JSON Schema of the contract, derived from its types.

use super::contract::Report;

/// The schema of what `--format json` prints, with a final newline.
pub fn contract_schema() -> String {
    let schema = schemars::schema_for!(Report);
    // A schema is a tree of plain JSON values, so that writing it cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        let committed = include_str!("../../schema/whosaid-1.json");
        assert!(
            committed == contract_schema(),
            "the contract's types changed; run `cargo run -- schema > schema/whosaid-1.json`"
        );
    }
}
