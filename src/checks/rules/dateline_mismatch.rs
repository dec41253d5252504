//! The dateline contradicts the metadata, or the publication its provider.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::document::PublicationFrom;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "dateline-mismatch",
    summary: "the dateline contradicts the metadata, or the publication its provider",
    severity: Some(Severity::Warning),
    after: "whosaid",
    what: "Finds copy whose dateline names another agency than its metadata names as the publication.",
    why: "Whose copy it is decides whose voice the claims without a source are in, and who is \"us\" in \"told us\".",
    help: "mend the metadata, or the dateline; where one outlet runs another's copy, say so in the credit",
    numbers: &[],
    bad: &[Example {
        title: "two agencies",
        copy: "---\ntitle: Bridge closes\npublication: Agence France-Presse\n---\n\nLARKHAVEN, Sept. 4 (Reuters) - The harbour bridge closed on Monday.\n",
    }],
    good: &[
        Example {
            title: "one agency",
            copy: "---\ntitle: Bridge closes\npublication: Reuters\n---\n\nLARKHAVEN, Sept. 4 (Reuters) - The harbour bridge closed on Monday.\n",
        },
        Example {
            title: "trap: the same agency by its short name",
            copy: "---\ntitle: Bridge closes\npublication: Associated Press\n---\n\nLARKHAVEN (AP) - The harbour bridge closed on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    provider(story).into_iter().collect()
}

/// The agency of the dateline is not the publication of the metadata.
fn provider(story: &Story<'_>) -> Option<Hit> {
    let meta = &story.document.meta;
    let dateline = meta.dateline.as_ref()?;
    let agency = dateline.agency.as_deref()?;
    let name = story.reading.lexicon.outlet_named(agency).map_or(agency, |outlet| outlet.name);
    let told = matches!(meta.publication.from, PublicationFrom::Metadata | PublicationFrom::Option);
    let differs = told && !name.eq_ignore_ascii_case(&meta.publication.name);
    let message = format!("the dateline says {name}, the metadata {}", meta.publication.name);
    differs.then(|| Hit::new(message, dateline.span, "another agency"))
}
