//! A story written for the tests, with the report that its analysis ought to give.

use super::contract::*;
use super::id::Id;
use super::places::Places;
use super::reporter::Reporter;
use super::shared::Shared;
use crate::document::{BlockKind, Dateline, Format, Meta, Position, Publication, PublicationFrom};
use crate::span::Span;
use crate::terms::{AgentKind, Form, Stance, Term};

const STORY: &str = "\
Harbour bridge to close for a year - Courier

LARKHAVEN, Sept. 4 (Reuters) - The harbour bridge will close for a year from January, the Larkhaven Courier reported on Monday, citing two council officials.

\"We have no money for it and no plan,\" Mayor Ada Quill told reporters. \"We wait.\"

The Courier said the works would cost 40 million crowns, more than twice what the council set aside for all its roads, bridges and harbour walls together in the last three years of which accounts have been published.

An inspection report found that three of the nine piers were cracked.

The second bridge is reportedly in danger too.

It said the ferry would run all night.

The bridge opened in 1931.
";

/// The story's report and its text.
pub fn story() -> (DocumentReport, String) {
    let doc = DocumentReport {
        path: Some("bridge.txt".to_owned()),
        format: Format::Text,
        meta: meta(),
        attributions: attributions(),
        claims: claims(),
        findings: vec![],
        lines: vec![],
        agents: vec![],
        lines_of_file: vec![],
    };
    (doc, STORY.to_owned())
}

/// What `reporter` writes for `docs`.
pub fn render(reporter: &mut dyn Reporter, docs: &[(&DocumentReport, &str)]) -> String {
    let mut out = Vec::new();
    reporter.begin(&mut out).unwrap();
    for (doc, text) in docs {
        reporter.document(doc, text, &mut out).unwrap();
    }
    reporter.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn span(words: &str) -> Span {
    let start = STORY.find(words).unwrap_or_else(|| panic!("not in the story: {words}"));
    Span::new(start, start + words.len())
}

fn spans(pieces: &[&str]) -> Places {
    pieces.iter().map(|words| span(words)).collect()
}

fn position(at: Span) -> Position {
    let before = &STORY[..at.start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    Position { line, column }
}

fn meta() -> Meta {
    Meta {
        headline: Some("Harbour bridge to close for a year - Courier".to_owned()),
        byline: None,
        dateline: Some(Dateline {
            place: Some("LARKHAVEN".to_owned()),
            date: Some("Sept. 4".to_owned()),
            agency: Some("Reuters".to_owned()),
            span: span("LARKHAVEN, Sept. 4 (Reuters) -"),
        }),
        publication: Publication { name: "Reuters".to_owned(), from: PublicationFrom::Dateline },
        published: None,
        language: None,
        slug: None,
        credit: None,
        id: None,
        note: None,
        handled: vec![],
        contradictions: vec![],
    }
}

fn publication() -> HopReport {
    HopReport {
        text: "Reuters".to_owned(),
        canonical: "Reuters".to_owned(),
        kind: AgentKind::Publication,
        role: None,
        mentions: Places::Other(vec![]),
        cue: None,
        cue_text: None,
        stance: None,
        venue: None,
        inferred: false,
        resolved: true,
        candidates: vec![],
        mention: None,
        rule: "publication",
        agent: None,
    }
}

fn hop(mention: &str, canonical: &str, kind: AgentKind, cue: &str, rule: &'static str) -> HopReport {
    HopReport {
        text: mention.to_owned(),
        canonical: canonical.to_owned(),
        kind,
        role: None,
        mentions: spans(&[mention]),
        cue: Some(span(cue)),
        cue_text: Some(cue.to_owned()),
        stance: Some(Stance::Says),
        mention: Some(span(mention)),
        rule,
        agent: Some(Id::of_agent(0)),
        ..publication()
    }
}

fn courier(mention: &str, cue: &str) -> HopReport {
    hop(mention, "Larkhaven Courier", AgentKind::Outlet, cue, "source")
}

fn officials() -> HopReport {
    hop("two council officials", "two council officials", AgentKind::Anonymous, "citing", "relay")
}

fn inferred(hop: HopReport) -> HopReport {
    HopReport { inferred: true, mention: None, rule: "carried-over", ..hop }
}

fn it() -> HopReport {
    let candidates = vec!["Larkhaven Courier".to_owned(), "inspection report".to_owned()];
    HopReport { resolved: false, candidates, ..hop("It", "It", AgentKind::Organisation, "said the ferry", "source") }
}

fn attributions() -> Vec<AttributionReport> {
    vec![
        attribution(
            1,
            "the Larkhaven Courier",
            "reported",
            &["The harbour bridge will close for a year from January"],
            Form::Indirect,
        ),
        attribution(
            2,
            "Mayor Ada Quill",
            "told",
            &["\"We have no money for it and no plan,\"", "\"We wait.\""],
            Form::Direct,
        ),
        attribution(3, "The Courier", "said", &[COST], Form::Indirect),
        attribution(4, "An inspection report", "found", &["that three of the nine piers were cracked"], Form::Indirect),
        attribution(5, "", "reportedly", &["The second bridge is", "in danger too"], Form::Indirect),
        attribution(6, "It", "said the ferry", &["the ferry would run all night"], Form::Indirect),
    ]
}

const COST: &str = "the works would cost 40 million crowns, more than twice what the council set aside for all its roads, bridges and harbour walls together in the last three years of which accounts have been published";

fn attribution(number: usize, source: &str, cue: &str, content: &[&str], form: Form) -> AttributionReport {
    let term = |feature: &str, weight| Term { feature: feature.to_owned(), weight };
    AttributionReport {
        id: Id::of_attribution(number - 1),
        source: spans(if source.is_empty() { &[] } else { std::slice::from_ref(&source) }),
        cue: spans(&[cue]),
        content: spans(content),
        source_text: source.to_owned(),
        cue_text: cue.to_owned(),
        content_text: content.join(" … "),
        form,
        stance: Stance::Says,
        rule: "source-cue-content",
        confidence: 0.93,
        chain: std::iter::empty().collect(),
        nested_in: None,
        terms: [term("speech verb", 2.25), term("named source", 1.5), term("no that", -0.5)].into(),
    }
}

fn claims() -> Vec<ClaimReport> {
    use AgentKind::*;
    let quill = HopReport {
        venue: Some("told reporters".to_owned()),
        ..hop("Mayor Ada Quill", "Ada Quill", Person, "told", "source")
    };
    let report = hop("An inspection report", "inspection report", Document, "found", "source");
    let nobody = HopReport {
        mention: None,
        mentions: Places::Other(vec![]),
        text: String::new(),
        canonical: String::new(),
        ..hop("It", "", Unknown, "reportedly", "source")
    };
    let mut claims = vec![
        claim(
            1,
            &["The harbour bridge will close for a year from January"],
            vec![courier("the Larkhaven Courier", "reported"), officials()],
        ),
        claim(2, &["\"We have no money for it and no plan,\"", "\"We wait.\""], vec![quill]),
        claim(3, &[COST], vec![courier("The Courier", "said"), inferred(officials())]),
        claim(4, &["that three of the nine piers were cracked"], vec![report]),
        claim(5, &["The second bridge is", "in danger too"], vec![nobody]),
        claim(6, &["the ferry would run all night"], vec![it()]),
        claim(7, &["The bridge opened in 1931"], vec![]),
    ];
    claims[0].when = Some(When { text: "on Monday".to_owned(), date: Some(jiff::civil::date(2023, 9, 4)) });
    let headline = Occurrence { block: BlockKind::Headline, ..occurrence("Harbour bridge to close for a year", None) };
    claims[0].occurrences.push(headline);
    claims[1].form = Form::Direct;
    claims[6].form = Form::OwnVoice;
    claims
}

fn claim(number: usize, content: &[&str], hops: Vec<HopReport>) -> ClaimReport {
    let chain: Chain = std::iter::once(publication()).chain(hops).map(Shared::new).collect();
    let root = &chain[chain.len() - 1];
    let attribution = (number < 7).then(|| Id::of_attribution(number - 1));
    ClaimReport {
        id: Id::of_claim(number - 1),
        text: content.join(" … "),
        form: Form::Indirect,
        root: Root {
            text: root.canonical.clone(),
            kind: root.kind,
            callable: !matches!(root.kind, AgentKind::Anonymous | AgentKind::Unknown),
        },
        first_hand: !chain.iter().any(|h| h.kind == AgentKind::Outlet),
        chain,
        when: None,
        hedges: vec![],
        occurrences: vec![Occurrence { span: spans(content), ..occurrence(content[0], attribution) }],
        lines: vec![],
        findings: vec![],
    }
}

fn occurrence(words: &str, attribution: Option<Id>) -> Occurrence {
    Occurrence { span: spans(&[words]), position: position(span(words)), attribution, block: BlockKind::Body }
}
