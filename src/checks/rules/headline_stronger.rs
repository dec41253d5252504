//! The headline drops the lead's source or its hedge.

use crate::checks::{Example, Hit, Number, Options, Rule, Story};
use crate::claims::Claim;
use crate::document::BlockKind;
use crate::lexicon::Watch;
use crate::terms::{AgentKind, Form, Severity, Stance};
use crate::words::Kind;
use crate::words::lower_case;
use std::ops::Range;

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "headline-stronger",
    summary: "the headline drops the lead's source or its hedge",
    severity: Some(Severity::Error),
    after: "AFP, BBC",
    what: "Finds headlines that state as fact what the first paragraphs have from an anonymous source, from another outlet, with doubt, or only as possible.",
    why: "A headline travels alone. It must not promise more than the story can stand behind.",
    help: "put the source or the hedge into the headline: \"…, sources say\", \"may\", quotation marks",
    numbers: &[Number {
        name: "alike",
        default: 70,
        what: "how many of a hundred words of the headline must stand in the lead's claim",
    }],
    bad: &[
        Example {
            title: "the sources are gone",
            copy: "# Chip maker Halden moves its seat to Ireland\n\n\
                   Chip maker Halden moves its seat to Ireland, two people familiar with the matter said on Monday.\n\nThe company employs 900 people.\n",
        },
        Example {
            title: "the outlet is gone",
            copy: "# Chip maker Halden moves its seat to Ireland\n\n\
                   Chip maker Halden moves its seat to Ireland, the Financial Times reported on Monday.\n\nThe company employs 900 people.\n",
        },
    ],
    good: &[
        Example {
            title: "the headline names the source",
            copy: "# Chip maker Halden moves its seat to Ireland: sources\n\n\
                   Chip maker Halden moves its seat to Ireland, two people familiar with the matter said on Monday.\n\nThe company employs 900 people.\n",
        },
        Example {
            title: "trap: \"X - FT\"",
            copy: "# Chip maker Halden moves its seat to Ireland - FT\n\n\
                   Chip maker Halden moves its seat to Ireland, the Financial Times reported on Monday.\n\nThe company employs 900 people.\n",
        },
        Example {
            title: "trap: \"X, says Y\"",
            copy: "# Chip maker Halden moves its seat to Ireland, says minister\n\n\
                   Chip maker Halden moves its seat to Ireland, Economy Minister Ada Quill said on Monday.\n\nThe company employs 900 people.\n",
        },
        Example {
            title: "trap: an election, which is counted in public",
            copy: "# Quill wins the primary in Larkhaven\n\nAda Quill has won the primary in Larkhaven, the BBC reported on Monday.\n\nShe had two rivals.\n",
        },
    ],
    find,
};

/// With how many of the lead's claims a headline is compared.
const MOST: usize = 60;

fn find(story: &Story<'_>, options: &Options<'_>) -> Vec<Hit> {
    let headlines = story.claims.iter().enumerate().filter(|(_, claim)| is_bare_headline(story, claim));
    let stronger = headlines.filter_map(|(index, headline)| {
        let (lead, claim) = leads(story).take(MOST).find(|(lead, claim)| {
            is_kept_at_arms_length(story, claim)
                && story.shares(index, *lead, options.number("alike"))
                && !names_root(story, headline, claim)
        })?;
        Some(hit(story, (index, headline), (lead, claim)))
    });
    stronger.take(1).collect()
}

/// A headline in the copy's own voice, with nothing that keeps a distance.
fn is_bare_headline(story: &Story<'_>, claim: &Claim) -> bool {
    let range = &claim.occurrences[0].content[0];
    let headline = claim.occurrences.iter().all(|one| story.document.blocks[one.block].kind == BlockKind::Headline);
    let distant = || keeps_distance(story, &story.block_tokens(claim.occurrences[0].block));
    headline && claim.form == Form::OwnVoice && !story.is_copy(range.start) && !distant()
}

fn keeps_distance(story: &Story<'_>, headline: &Range<usize>) -> bool {
    let mark = |at: usize| {
        let token = story.reading.token(at);
        matches!(token.kind, Kind::Colon | Kind::OpenSingle | Kind::Dash)
            || token.is_quote_mark()
            || matches!(story.reading.str(at), "?" | "'")
    };
    story.watch(Watch::DISTANCE | Watch::UNCERTAIN, headline).is_some() || headline.clone().any(mark)
}

/// The claims of the first two paragraphs that have a source.
fn leads<'a>(story: &Story<'a>) -> impl Iterator<Item = (usize, &'a Claim<'a>)> {
    story
        .attributed()
        .filter(|(_, claim)| story.paragraph(story.claim_start(claim)).is_some_and(|paragraph| paragraph < 2))
}

/// Anonymous, second-hand or doubted.
fn is_kept_at_arms_length(story: &Story<'_>, claim: &Claim) -> bool {
    let Some(root) = claim.chain.last() else { return false };
    let weak = matches!(root.kind, AgentKind::Anonymous | AgentKind::Unknown | AgentKind::Outlet)
        || story.relay(claim).is_some();
    let cue = |lists: Watch| root.cue.as_ref().is_some_and(|cue| story.watch(lists, cue).is_some());
    // Who won an election is counted in public.
    let counted = story.watch(Watch::POLL | Watch::COUNTED, &story.sentence(story.claim_start(claim))).is_some();
    let doubted = root.stance == Some(Stance::Doubts);
    !cue(Watch::ELECTION_CALL) && !counted && (doubted || weak && cue(Watch::REPORT | Watch::HEARSAY))
}

/// Whether the headline names the claim's root: "Quill wants …".
fn names_root(story: &Story<'_>, headline: &Claim, claim: &Claim) -> bool {
    let words = story.str(&headline.occurrences[0].content[0]).to_lowercase();
    let agents = claim.chain.iter().filter_map(|hop| story.agent(hop));
    let mut names = agents.filter_map(|agent| agent.name.last(&story.reading)).map(|name| story.reading.str(name));
    names.any(|name| words.contains(&*lower_case(name)))
}

fn hit(story: &Story<'_>, (index, headline): (usize, &Claim), (lead, claim): (usize, &Claim)) -> Hit {
    let root = claim.chain.last();
    let name = root.map_or_else(|| "nobody named".to_owned(), |root| story.called(root));
    let message = format!("the headline states as fact what the lead has from {name}");
    Hit::new(message, story.span(&headline.occurrences[0].content[0]), "stated as fact")
        .and(story.claim_span(claim), "the lead's claim")
        .and(root.and_then(|root| story.hop_span(root)), "the source")
        .about([index, lead])
}
