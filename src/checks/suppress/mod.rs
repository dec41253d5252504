//! Suppression: findings that an editor has looked at and lets stand, with a reason.
//!
//! In copy that can hold comments by a comment before the paragraph, else by the finding's fingerprint in a file beside the copy.
//! A baseline takes out what was there before. What is suppressed is in no output at all.

mod comment;
mod sidecar;
mod unused;

pub use sidecar::{Sidecar, SidecarError};
pub use unused::RULE as UNUSED;

use super::finding::{Finding, Hit};
use super::settings::Settings;
use super::story::Story;
use comment::Scopes;

/// Takes out what comments, the sidecar and the baseline suppress; adds a finding for each of the first two that suppresses nothing.
pub fn apply(story: &Story<'_>, settings: &Settings, found: &mut Vec<Finding>) -> Vec<Hit> {
    let comments = comment::comments(story.document);
    let (scopes, entries) = (Scopes::of(&comments), settings.sidecar.by_finding());
    let mut comment_used = vec![false; comments.len()];
    let mut entry_used = vec![false; settings.sidecar.entries.len()];
    found.retain(|finding| {
        let comment = scopes.covering(finding);
        let entry = entries.get(&(finding.rule.id, finding.fingerprint.as_str())).copied();
        comment.inspect(|index| comment_used[*index] = true);
        entry.inspect(|index| entry_used[*index] = true);
        comment.is_none() && entry.is_none() && !settings.baseline.contains(&finding.fingerprint)
    });
    let idle = comments.iter().zip(comment_used).filter(|(comment, used)| !used || comment.fault.is_some());
    let mut hits: Vec<Hit> = idle.map(|(comment, _)| unused::of_comment(comment)).collect();
    let entries = settings.sidecar.entries.iter().zip(entry_used).filter(|(_, used)| !used);
    hits.extend(entries.map(|(entry, _)| unused::of_entry(story, &settings.sidecar, entry)));
    hits
}
