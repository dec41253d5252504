//! `whosaid explain`: why a claim has the chain it has, shown on the copy's own lines.

use super::arrows;
use super::cell::{clean, clean_copy, options, shorten};
use super::contract::{AttributionReport, Chain, ClaimReport, DocumentReport, HopReport};
use super::excerpt::{self, Lines, Mark};
use super::id::Id;
use super::names;
use super::summary::is_own_voice;
use crate::document::PublicationFrom;
use crate::span::Span;
use std::io::{Result, Write};

/// How many terms of a confidence are shown.
const TOP_TERMS: usize = 5;

/// How an explanation is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Terminal columns.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
}

/// The document has no claim of that id.
#[derive(Debug, thiserror::Error)]
#[error("no claim {wanted} in {path}: {known}")]
pub struct NoSuchClaim {
    wanted: String,
    path: String,
    known: String,
}

impl NoSuchClaim {
    fn new(wanted: &str, doc: &DocumentReport) -> Self {
        let known = match doc.claims.as_slice() {
            [] => "it has no claims".to_owned(),
            [only] => format!("it has only {}", only.id),
            [first, .., last] => format!("it has {} to {}", first.id, last.id),
        };
        Self { wanted: clean(wanted), path: clean(names::path(doc)), known }
    }
}

/// The claims to explain: the one called `id`, else all with a source, and with `all` the rest too.
pub fn select<'d>(
    doc: &'d DocumentReport,
    id: Option<&str>,
    all: bool,
) -> std::result::Result<Vec<&'d ClaimReport>, NoSuchClaim> {
    let Some(id) = id else {
        return Ok(doc.claims.iter().filter(|c| all || !is_own_voice(c)).collect());
    };
    let found = doc.claims.iter().find(|c| c.id.to_string().eq_ignore_ascii_case(id));
    found.map(|claim| vec![claim]).ok_or_else(|| NoSuchClaim::new(id, doc))
}

/// Explains `claims` of `doc`, whose text is `text`.
pub fn write(
    doc: &DocumentReport,
    text: &str,
    claims: &[&ClaimReport],
    options: Options,
    out: &mut dyn Write,
) -> Result<()> {
    let explainer = Explainer { doc, text, lines: Lines::of(text, &doc.lines_of_file), options };
    let attributions = names::attributions(doc);
    for (i, claim) in claims.iter().enumerate() {
        if i > 0 {
            writeln!(out)?;
        }
        let id = claim.occurrences.first().and_then(|o| o.attribution);
        explainer.claim(claim, id.and_then(|id| attributions.get(&id).copied()), out)?;
    }
    Ok(())
}

/// The line that tells how many claims [`select`] leaves out without an id and without `all`, or that there are none at all.
pub fn left_out(doc: &DocumentReport) -> Option<String> {
    if doc.claims.is_empty() {
        return Some(format!("{}: no claims", clean(names::path(doc))));
    }
    let own = doc.claims.iter().filter(|c| is_own_voice(c)).count();
    let line = || format!("{} in the copy's own voice not explained; --all explains them", names::count(own, "claim"));
    (own > 0).then(line)
}

struct Explainer<'d> {
    doc: &'d DocumentReport,
    text: &'d str,
    lines: Lines,
    options: Options,
}

impl Explainer<'_> {
    fn claim(&self, claim: &ClaimReport, attribution: Option<&AttributionReport>, out: &mut dyn Write) -> Result<()> {
        let head = format!("{}  {}", claim.id, clean_copy(&claim.text));
        writeln!(out, "{}", shorten(&head, self.options.width))?;
        if let Some(first) = claim.occurrences.first() {
            let (path, at) = (clean(names::path(self.doc)), first.position);
            writeln!(out, "at {path}:{}:{}", at.line, at.column)?;
        }
        self.excerpt(claim, attribution, out)?;
        match attribution {
            Some(attribution) => self.production(attribution, out)?,
            None => writeln!(out, "found by: no attribution covers it, so that the copy itself says it")?,
        }
        self.circumstances(claim, out)?;
        self.reporting(claim, out)?;
        self.chain(claim, out)
    }

    fn excerpt(&self, claim: &ClaimReport, attribution: Option<&AttributionReport>, out: &mut dyn Write) -> Result<()> {
        let marks = attribution.map(|a| marks(a, &claim.chain)).unwrap_or_else(|| own_marks(claim));
        let (width, color) = (self.options.width, self.options.color);
        let drawn = excerpt::draw(self.text, &self.lines, &marks, width, color);
        if drawn.is_empty() { Ok(()) } else { writeln!(out, "{drawn}") }
    }

    fn production(&self, attribution: &AttributionReport, out: &mut dyn Write) -> Result<()> {
        let mut terms: Vec<_> = attribution.terms.iter().collect();
        terms.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
        let terms: Vec<_> = terms.iter().take(TOP_TERMS).map(|t| format!("{} {:+.2}", t.feature, t.weight)).collect();
        let colon = if terms.is_empty() { "" } else { ": " };
        let (rule, confidence) = (&attribution.rule, attribution.confidence);
        let stance = names::stance(attribution.stance);
        let text = format!("found by: {rule} ({stance}), confidence {confidence:.2}{colon}{}", terms.join(", "));
        self.wrapped(&text, "  ", out)
    }

    /// What else the table has of the claim: its other places, when it was said, its hedges.
    fn circumstances(&self, claim: &ClaimReport, out: &mut dyn Write) -> Result<()> {
        let others = claim.occurrences.iter().skip(1).map(|o| format!("{}:{}", o.position.line, o.position.column));
        let when = claim.when.iter().map(|w| clean(&w.text) + &w.date.map(|d| format!(" ({d})")).unwrap_or_default());
        let hedges = claim.hedges.iter().map(|hedge| clean(hedge));
        for (what, list) in
            [("also at", others.collect::<Vec<_>>()), ("when", when.collect()), ("hedges", hedges.collect())]
        {
            if !list.is_empty() {
                self.wrapped(&format!("{what}: {}", list.join(", ")), "  ", out)?;
            }
        }
        Ok(())
    }

    /// The lines about verification and answers that concern the claim.
    fn reporting(&self, claim: &ClaimReport, out: &mut dyn Write) -> Result<()> {
        let about = self.doc.lines.iter().filter(|line| claim.lines.contains(&line.id));
        for line in about {
            let place = format!("line {}", line.position.line);
            let said = shorten(&clean(&line.text), 120);
            self.wrapped(&format!("{}: {said} ({place})", names::line_kind(line.kind)), "  ", out)?;
        }
        Ok(())
    }

    fn chain(&self, claim: &ClaimReport, out: &mut dyn Write) -> Result<()> {
        writeln!(out, "chain:")?;
        for (i, hop) in claim.chain.iter().enumerate() {
            let line = if i == 0 { self.publication(hop) } else { self.hop(hop) };
            self.wrapped(&format!("  {line}"), "      ", out)?;
        }
        Ok(())
    }

    fn publication(&self, hop: &HopReport) -> String {
        let told = match self.doc.meta.publication.from {
            PublicationFrom::Option => "given with --publication",
            PublicationFrom::Dateline => "the agency in the dateline",
            PublicationFrom::Metadata => "named in the input's metadata",
            PublicationFrom::Imprint => "named beside the byline",
            PublicationFrom::Credit => "named in a closing line",
            PublicationFrom::Default => "which does not name itself; --publication does",
        };
        format!("{}: the publication, {told}", arrows::name(hop))
    }

    fn hop(&self, hop: &HopReport) -> String {
        let arrow = if hop.inferred { '⇠' } else { '←' };
        let unresolved = if hop.resolved { "" } else { "?" };
        let (name, kind) = (arrows::name(hop), names::short_kind(hop.kind));
        format!("{arrow} {name}{unresolved} ({kind}): {}", self.reasons(hop).join("; "))
    }

    /// Why the hop is there, each reason with the words it rests on.
    fn reasons(&self, hop: &HopReport) -> Vec<String> {
        let inferred = || format!("inferred, not stated here ({})", hop.rule);
        let mut reasons = vec![if hop.inferred { inferred() } else { hop.rule.to_owned() }];
        reasons.extend(self.named(hop));
        reasons.extend(hop.cue_text.as_ref().map(|cue| self.words("cue", cue, hop.cue)));
        reasons.extend(hop.venue.as_ref().map(|venue| format!("venue \"{}\"", clean(venue))));
        reasons.extend(self.details(hop));
        if !hop.candidates.is_empty() {
            let candidates: Vec<_> = hop.candidates.iter().map(|c| clean(c)).collect();
            reasons.push(format!("may be {}", candidates.join(" or ")));
        }
        reasons
    }

    /// What the copy tells of the agent: whom it works or speaks for, how many they are, why it is not named.
    fn details(&self, hop: &HopReport) -> Vec<String> {
        let by_id = |id: Id| self.doc.agents.iter().find(|agent| agent.id == id);
        let Some(agent) = hop.agent.and_then(by_id) else { return Vec::new() };
        let acts_for = agent.acts_for.and_then(by_id);
        let facts = [
            agent.role.as_ref().map(|role| format!("role \"{}\"", clean(role))),
            acts_for.map(|body| format!("acts for {}", clean(&body.canonical))),
            agent.affiliation.as_ref().filter(|_| acts_for.is_none()).map(|of| format!("of {}", clean(of))),
            agent.number.map(|number| format!("{number} of them")),
            agent.anonymity_reason.as_ref().map(|why| format!("not named: \"{}\"", clean(why))),
        ];
        facts.into_iter().flatten().collect()
    }

    fn named(&self, hop: &HopReport) -> Option<String> {
        let here = hop.mention.map(|at| ("named", at));
        let (how, at) = here.or_else(|| hop.mentions.first().map(|at| ("first named", *at)))?;
        Some(self.words(how, self.text.get(at.start..at.end)?, Some(at)))
    }

    fn words(&self, what: &str, words: &str, at: Option<Span>) -> String {
        let line = at.map(|at| format!(" in line {}", self.lines.number(at.start))).unwrap_or_default();
        format!("{what} \"{}\"{line}", shorten(&clean(words), 80))
    }

    fn wrapped(&self, text: &str, indent: &str, out: &mut dyn Write) -> Result<()> {
        writeln!(out, "{}", textwrap::fill(text, options(self.options.width).subsequent_indent(indent)))
    }
}

/// The attribution's own parts, and what else of the chain is stated.
fn marks(attribution: &AttributionReport, chain: &Chain) -> Vec<Mark> {
    let (source, cue) = (&attribution.source, &attribution.cue);
    let mut marks = labelled("source", source);
    marks.extend(cue.iter().map(|span| Mark::first(*span, "cue")));
    marks.extend(labelled("content", &attribution.content));
    let other = |span: &Span| !source.iter().chain(cue).any(|own| own.overlaps(*span));
    for hop in chain.iter().filter(|hop| !hop.inferred) {
        marks.extend(hop.mention.filter(other).map(|span| Mark::new(span, "hop")));
        marks.extend(hop.cue.filter(other).map(|span| Mark::new(span, "hop's cue")));
    }
    marks
}

fn labelled(label: &str, spans: &[Span]) -> Vec<Mark> {
    spans.iter().map(|span| Mark::new(*span, label)).collect()
}

fn own_marks(claim: &ClaimReport) -> Vec<Mark> {
    claim.occurrences.first().map(|first| labelled("own voice", &first.span)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    const OPTIONS: Options = Options { width: 80, color: false };

    fn explained(id: Option<&str>, options: Options) -> String {
        let (doc, text) = fixture::story();
        let mut out = vec![];
        write(&doc, &text, &select(&doc, id, false).unwrap(), options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_claim() {
        insta::assert_snapshot!(explained(None, OPTIONS));
    }

    #[test]
    fn own_voice() {
        insta::assert_snapshot!(explained(Some("c7"), OPTIONS));
    }

    #[test]
    fn no_panic_at_any_width() {
        for width in 0..90 {
            assert!(!explained(None, Options { width, ..OPTIONS }).is_empty());
        }
    }

    #[test]
    fn an_unknown_claim_names_the_known_ones() {
        let (doc, _) = fixture::story();
        let error = select(&doc, Some("c70"), false).unwrap_err();
        assert_eq!(error.to_string(), "no claim c70 in bridge.txt: it has c1 to c7");
    }
}
