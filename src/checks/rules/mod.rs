//! Every rule, one file each. CONTRIBUTING.md tells how to add one.

mod accused_no_response;
mod anon_and_declined;
mod anon_bare;
mod anon_boilerplate_reason;
mod anon_in_lead;
mod anon_no_byline;
mod anon_no_reason;
mod anon_opinion;
mod anon_single_root;
mod anon_vague_plural;
mod attribution_not_restated;
mod bad_quote_marks;
mod chain_too_deep;
mod chain_truncated;
mod claim_unattributed;
mod count_mismatch;
mod dateline_mismatch;
mod doubt_verb;
mod factive_verb;
mod headline_stronger;
mod hedge_lost;
mod hop_lost;
mod lead_no_source;
mod mind_reading;
mod one_party_only;
mod pickup_anon_source;
mod pickup_late_credit;
mod pickup_no_link;
mod pickup_no_verify;
mod pickup_uncredited;
mod plural_mismatch;
mod quote_late_speaker;
mod quote_no_source;
mod quote_run_on;
mod toll_unsourced;
mod verify_scope;

use super::rule::Rule;

/// All rules, in the order of the documentation.
pub const ALL: &[&Rule] = &[
    &quote_no_source::RULE,
    &quote_late_speaker::RULE,
    &quote_run_on::RULE,
    &claim_unattributed::RULE,
    &lead_no_source::RULE,
    &headline_stronger::RULE,
    &attribution_not_restated::RULE,
    &anon_bare::RULE,
    &anon_vague_plural::RULE,
    &anon_single_root::RULE,
    &anon_no_reason::RULE,
    &anon_boilerplate_reason::RULE,
    &anon_opinion::RULE,
    &anon_and_declined::RULE,
    &anon_in_lead::RULE,
    &anon_no_byline::RULE,
    &plural_mismatch::RULE,
    &count_mismatch::RULE,
    &pickup_no_verify::RULE,
    &pickup_anon_source::RULE,
    &pickup_uncredited::RULE,
    &pickup_late_credit::RULE,
    &pickup_no_link::RULE,
    &chain_too_deep::RULE,
    &chain_truncated::RULE,
    &hop_lost::RULE,
    &hedge_lost::RULE,
    &factive_verb::RULE,
    &doubt_verb::RULE,
    &mind_reading::RULE,
    &one_party_only::RULE,
    &toll_unsourced::RULE,
    &accused_no_response::RULE,
    &verify_scope::RULE,
    &dateline_mismatch::RULE,
    &bad_quote_marks::RULE,
];

/// All rules about copy, and the one about suppressions.
pub fn every() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().copied().chain([&super::suppress::UNUSED])
}

/// The rule called `id`.
pub fn named(id: &str) -> Option<&'static Rule> {
    every().find(|rule| rule.id == id)
}

/// The rule whose name is most like `id`, if one is near.
pub fn nearest(id: &str) -> Option<&'static str> {
    super::nearest::nearest(id, every().map(|rule| rule.id))
}
