//! Tells in words what the lexicon knows of a word: `whosaid lexicon WORD`.

use super::cue::{FRAME_NAMES, STANCE_NAMES};
use super::{Classes, Lexicon, Meaning};
use crate::words::cut;

impl Lexicon {
    /// What is known of a word or name, one fact a line; where nothing is, of what follows its article; else a line that says so.
    pub fn describe(&self, text: &str) -> String {
        let lower = text.trim().to_lowercase();
        let bare = ["the ", "a ", "an "].iter().find_map(|article| lower.strip_prefix(article));
        let mut facts = self.facts(&lower);
        if let Some(bare) = bare.filter(|_| facts.is_empty()) {
            facts = self.facts(bare.trim_start());
        }
        if facts.is_empty() {
            facts.push(format!("{}: in no list of the grammar; see grammar/README.md for how to add it", text.trim()));
        }
        facts.iter().map(|fact| format!("{fact}\n")).collect()
    }

    fn facts(&self, lower: &str) -> Vec<String> {
        let mut facts = self.word_facts(lower);
        facts.extend(self.phrase_facts(lower));
        facts
    }

    fn word_facts(&self, lower: &str) -> Vec<String> {
        let word = self.word(self.id(lower));
        let mut facts = Vec::new();
        let classes: Vec<String> = word
            .classes
            .difference(Classes::LISTED)
            .iter_names()
            .filter(|(name, _)| !matches!(*name, "VERB" | "AUXILIARY" | "SOURCE_NOUN" | "PRONOUN"))
            .map(|(name, _)| name.to_lowercase().replace('_', " "))
            .collect();
        if !classes.is_empty() {
            facts.push(format!("word: {}", classes.join(", ")));
        }
        for cue in [word.verb, word.noun, word.adjective].into_iter().flatten() {
            facts.push(self.describe_cue(cue));
        }
        if let Some(kind) = word.kind {
            facts.push(format!("source noun: {}", format!("{kind:?}").to_lowercase()));
        }
        facts
    }

    fn phrase_facts(&self, lower: &str) -> Vec<String> {
        let ids: Vec<_> = cut(lower, |_| true).map(|piece| self.id(&lower[piece.start..piece.end])).collect();
        let Some((_, rest)) = ids.split_first() else {
            return Vec::new();
        };
        let whole = self.phrases(&ids).filter(|phrase| phrase.rest().eq(rest.iter().copied()));
        whole.map(|phrase| self.describe_meaning(phrase.meaning())).collect()
    }

    fn describe_meaning(&self, meaning: Meaning) -> String {
        match meaning {
            Meaning::Cue(index) => self.describe_cue(index),
            Meaning::Outlet(index) => self.describe_outlet("outlet", index),
            Meaning::ShortOutlet(index) => self.describe_outlet("outlet, once the copy has named it", index),
            Meaning::Country(index) => format!("country: {}", self.country(index).name),
            Meaning::Capital(index) => format!("capital of {}", self.country(index).name),
            Meaning::Body(index) => format!("organisation: {} ({})", self.body(index).name, self.body(index).kind),
            Meaning::StandIn(whom) => format!("stands in: {}", whom.name()),
            Meaning::SourceNoun(kind) => format!("source noun: {}", format!("{kind:?}").to_lowercase()),
            Meaning::Role => "role".to_owned(),
            Meaning::Audience => "venue: those spoken to".to_owned(),
            Meaning::Occasion => "venue: the occasion".to_owned(),
            Meaning::AnonymousSource => "anonymity: a source who is not named".to_owned(),
            Meaning::AnonymityReason => "anonymity: why a source is not named".to_owned(),
            Meaning::Place => "place".to_owned(),
            Meaning::Hedge => "hedge".to_owned(),
        }
    }

    fn describe_cue(&self, index: u32) -> String {
        let cue = self.cue(index);
        let stance = STANCE_NAMES.iter().find(|(_, s)| *s == cue.stance).map_or("", |(name, _)| name);
        let frames: Vec<&str> =
            FRAME_NAMES.iter().filter(|(_, f)| cue.frames.contains(*f)).map(|(name, _)| *name).collect();
        let part = format!("{:?}", cue.part).to_lowercase();
        format!("cue: {} ({part}), {stance}; takes {}", self.lemma(index), frames.join(", "))
    }

    fn describe_outlet(&self, what: &str, index: u32) -> String {
        let outlet = self.outlet(index);
        format!("{what}: {} ({}, {})", outlet.name, outlet.kind, outlet.country)
    }

    /// How many words and phrases there are of each sort, for tests of the grammar's size.
    pub fn count(&self, class: Classes) -> usize {
        (0..self.tables.words.len() as u32).filter(|word| self.classes(*word).intersects(class)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_no_list_is_told_so() {
        let told = Lexicon::built_in().describe(" Zzgurf ");
        assert_eq!(told, "Zzgurf: in no list of the grammar; see grammar/README.md for how to add it\n");
    }

    #[test]
    fn an_article_does_not_hide_a_name() {
        let lexicon = Lexicon::built_in();
        assert!(lexicon.describe("the New York Times").contains("outlet: New York Times"));
        assert!(lexicon.describe("a minister").contains("source noun: person"));
        assert!(lexicon.describe("the").contains("word: "));
    }
}
