//! "“It is a farce,” was how one parent put it", "“No comment,” was all Quill would say"

use crate::attributions::candidate::{Candidate, Site};
use crate::attributions::feature::name;
use crate::attributions::parts::content::content_before;
use crate::attributions::parts::source::Source;
use crate::phrases::Tag;
use crate::tokens::keys;

/// A quotation, "was", "how" or "all", and who put it so.
pub fn was_how(site: &Site<'_>) -> Option<Candidate> {
    let reading = &site.reading;
    let source = site.own_subject()?;
    // "was |all Quill would say": one noun phrase
    let all = reading.is_word(source.range.start, "all") && source.range.len() > 1;
    let how = if all { source.range.start } else { source.range.start.checked_sub(1)? };
    let be = how.checked_sub(1).filter(|be| *be > site.start())?;
    let quotation = reading.tokens.quotation_at(be - 1).map(|index| &reading.tokens.quotations[index])?;
    let was = reading.tag(be) == Tag::Be && reading.is_any(how, keys!["how", "all"]);
    if !was || quotation.tokens.end != be {
        return None;
    }
    let content = content_before(reading, site.sentence, be)?;
    let range = how + 1..source.range.end;
    let source = Source { clause_start: range.start, range, ..source };
    Some(Candidate::new(name!("was-how"), site, Some(source), content))
}
