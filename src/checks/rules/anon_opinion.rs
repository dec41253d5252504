//! An anonymous root is quoted with opinion or abuse.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::lexicon::Watch;
use crate::terms::Severity;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "anon-opinion",
    summary: "an anonymous root is quoted with opinion or abuse, not information",
    severity: Some(Severity::Warning),
    after: "AP",
    what: "Finds quotations of sources who are not named that hold abuse or opinion. The words are listed in `watch-words.txt`.",
    why: "Anonymity is given for information that cannot be had otherwise. It is no cover for an attack.",
    help: "leave the quotation out, or have somebody say it by name",
    numbers: &[],
    bad: &[Example {
        title: "abuse from behind a curtain",
        copy: "\"The mayor is a coward and an idiot,\" a senior official at the port said on Monday.\n",
    }],
    good: &[
        Example {
            title: "information",
            copy: "\"The mayor has not signed the papers,\" a senior official at the port said on Monday.\n",
        },
        Example {
            title: "trap: somebody says it by name",
            copy: "\"The mayor is a coward and an idiot,\" harbour master Ivo Sorrel said on Monday.\n",
        },
    ],
    find,
};

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let quoted = story.attributed().filter_map(|(index, claim)| {
        let root = claim.chain.last().filter(|root| story.hidden(root).is_some())?;
        let content = &story.shown(claim).content;
        let abuse = content.iter().find_map(|piece| story.watch(Watch::OPINION, piece))?;
        let message = format!("{} is not named, and is quoted with an opinion", story.name(root));
        let hit = Hit::new(message, story.claim_span(claim), "the quotation");
        let here = story.reading.tokens.is_quoted(abuse.start) && story.paragraph(abuse.start).is_some();
        here.then(|| hit.and(story.span(&abuse), "opinion").and(story.hop_span(root), "not named").about([index]))
    });
    quoted.collect()
}
