//! Every rule, one file each. CONTRIBUTING.md tells how to add one.

mod anon_bare;
mod anon_single_root;
mod bad_quote_marks;
mod hop_lost;
mod pickup_anon_source;
mod quote_no_source;

use super::rule::Rule;

/// All rules, in the order of the documentation.
pub const ALL: &[&Rule] = &[
    &quote_no_source::RULE,
    &anon_bare::RULE,
    &anon_single_root::RULE,
    &pickup_anon_source::RULE,
    &hop_lost::RULE,
    &bad_quote_marks::RULE,
];

/// The rule called `id`.
pub fn named(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}

/// The rule whose name is most like `id`, if one is near.
pub fn nearest(id: &str) -> Option<&'static str> {
    super::nearest::nearest(id, ALL.iter().map(|rule| rule.id))
}
