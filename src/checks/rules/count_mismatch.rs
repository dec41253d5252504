//! "Three sources" here, another count there.

use crate::checks::{Example, Hit, Options, Rule, Story};
use crate::claims::Claim;
use crate::mentions::number;
use crate::span::Span;
use crate::terms::{AgentKind, Severity};

/// See [`Rule`].
pub const RULE: Rule = Rule {
    id: "count-mismatch",
    summary: "\"three sources\" here, another count there for the same claim",
    severity: Some(Severity::Warning),
    after: "Reuters",
    what: "Finds a claim that stands twice in the copy, with one number of anonymous sources here and another one there.",
    why: "The count is all that a reader has to judge by. Two counts mean that one is wrong.",
    help: "say how many there were, everywhere the same",
    numbers: &[],
    bad: &[
        Example {
            title: "three, then two",
            copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nIt employs 900 people.\n\n\
               The port of Larkhaven will be sold to a Danish fund, two officials said.\n",
        },
        Example {
            title: "the two sources were three",
            copy: "Halden is to move its seat to Ireland in March, three sources told Reuters.\n\nThe company has 900 people.\n\nHalden is to move its seat to Ireland in March, the two sources said.\n",
        },
        Example {
            title: "two who were briefed, then four",
            copy: "The central bank will cut rates in June, two people briefed on its plans said.\n\nRates stand at 4 percent.\n\nFour people briefed on the plans said the central bank would cut rates in June.\n",
        },
    ],
    good: &[
        Example {
            title: "three, everywhere",
            copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nIt employs 900 people.\n\n\
                   The port of Larkhaven will be sold to a Danish fund, the three officials said.\n",
        },
        Example {
            title: "trap: another claim",
            copy: "The port of Larkhaven will be sold in May to a Danish fund, three officials said on Monday.\n\nThe workers will go on strike, two officials said.\n",
        },
        Example {
            title: "trap: one of them says more",
            copy: "Halden plans to move its legal seat to Ireland, three people familiar with the matter said.\n\nHalden plans to move its legal seat to Ireland in March, one of the people said.\n",
        },
    ],
    find,
};

/// How many of a hundred content words make it the same claim.
const SAME: usize = 60;

fn find(story: &Story<'_>, _options: &Options<'_>) -> Vec<Hit> {
    let counted: Vec<Counted> = story.attributed().flat_map(|(index, claim)| counted(story, index, claim)).collect();
    let differ = counted.iter().enumerate().filter_map(|(at, later)| {
        let before = counted[..at].iter().rev().take(24);
        let same = |one: &&Counted| one.claim == later.claim || story.alike(one.claim, later.claim, SAME);
        let earlier = before.into_iter().filter(|one| one.number != later.number).find(same)?;
        Some((earlier, later))
    });
    differ
        .map(|(earlier, later)| {
            let message = format!("{} stand behind this here, and {} before", later.number, earlier.number);
            Hit::new(message, later.content, "the claim")
                .and(later.source, "this many")
                .and(earlier.source, "that many")
                .about([later.claim])
                .about((later.claim != earlier.claim).then_some(earlier.claim))
        })
        .collect()
}

/// One place where a number of unnamed sources stands behind a claim.
struct Counted {
    claim: usize,
    number: u32,
    source: Span,
    content: Span,
}

/// The places where a claim's anonymous root is counted: "the two sources" may be told later of what "three sources" said.
fn counted(story: &Story<'_>, index: usize, claim: &Claim) -> Vec<Counted> {
    let anonymous = claim.chain.last().is_some_and(|root| root.kind == AgentKind::Anonymous);
    let occurrences =
        claim.occurrences.iter().filter(|one| anonymous && story.paragraph(one.content[0].start).is_some());
    let counted = occurrences.filter_map(|one| {
        let source = &story.attributions[one.attribution?].source.as_ref()?.range;
        let number = number(&story.reading, source)?;
        Some(Counted { claim: index, number, source: story.span(source), content: story.occurrence_span(one) })
    });
    counted.collect()
}
