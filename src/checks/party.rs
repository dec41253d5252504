//! Whose people speak: the body that an agent is, or belongs to.

use super::story::Story;
use crate::lexicon::{Classes, StandIn, word_key, word_key_of_any};
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::{lower_case, nation_stem};
use std::borrow::Cow;

/// The words of a body's name, in lower case: "defence", "ministry" for the ministry, its officials, and its spokesman Ada Quill; "defence"
/// for its minister.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    words: Vec<String>,
    /// As the copy has it.
    pub name: String,
}

impl Party {
    /// The body that an agent is or belongs to, where the copy tells it.
    pub fn of(story: &Story<'_>, agent: &Agent<'_>) -> Option<Self> {
        let name = match agent.kind {
            AgentKind::Organisation => Some(agent.canonical.clone()),
            AgentKind::Person | AgentKind::Anonymous | AgentKind::Group => {
                let told = agent.affiliation.or_else(|| spoken_for(story, agent)).map(Cow::from);
                told.or_else(|| described(story, agent).map(Cow::from))
            }
            _ => None,
        };
        Self::named(story, &name?)
    }

    /// The body that words name: "the Transport Ministry", or the one that "a Halden spokeswoman" speaks for.
    pub fn named(story: &Story<'_>, name: &str) -> Option<Self> {
        let words = words(name).into_iter().filter(|word| !speaks_for(story, word)).map(|word| body_word(story, word));
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| Self { words, name: name.to_owned() })
    }

    /// Whether the words are a common noun: "the company", "campaign", of which the copy tells elsewhere which one it is.
    pub fn is_common(&self) -> bool {
        let name = self.name.strip_prefix("The ").unwrap_or(&self.name);
        !name.contains(|c: char| c.is_uppercase() || matches!(c, '\'' | '’'))
    }

    /// Whether all its words stand in a text.
    pub fn stands_in(&self, text: &str) -> bool {
        let there = words(text);
        self.words.iter().all(|word| there.iter().any(|other| other.starts_with(word.as_str())))
    }

    /// Whether both are one body: all words of the shorter name stand in the longer one.
    pub fn is(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        short.words.iter().all(|word| long.words.contains(word))
    }
}

/// The role of one who speaks for a body, which names that body: "Ukrainian Foreign Ministry spokesman".
fn spoken_for<'a>(story: &Story<'_>, agent: &Agent<'a>) -> Option<&'a str> {
    let role = agent.role?;
    let (_, last) = role.rsplit_once(' ')?;
    speaks_for(story, last).then_some(role)
}

/// "spokesman", "spokeswoman"
fn speaks_for(story: &Story<'_>, word: &str) -> bool {
    let lexicon = story.reading.lexicon;
    lexicon.stand_in(lexicon.id_of(word_key_of_any(word))) == Some(StandIn::SpeaksFor)
}

/// Words that say how high somebody stands, and not where.
const RANKS: &[u64] = keys!["deputy", "vice", "first", "assistant", "acting", "chief"];

/// No more of an agent's mentions are searched for one that describes it: a story may say "he" a thousand times.
const MOST_MENTIONS: usize = 60;

/// The nouns before the word that says what somebody is: "central bank" of "a senior central bank official".
fn described(story: &Story<'_>, agent: &Agent<'_>) -> Option<String> {
    let mention = agent.mentions.iter().take(MOST_MENTIONS).find(|mention| mention.len() > 1)?;
    let noun = |at: &usize| matches!(story.reading.tag(*at), Tag::Noun | Tag::Proper);
    let is_name = |at: &usize| agent.name.has(&story.reading, story.reading.token(*at).key);
    let goes_on = |at: &usize| story.reading.tag(*at).is_nominal();
    let role: Vec<usize> = mention.clone().take_while(goes_on).filter(noun).filter(|at| !is_name(at)).collect();
    let (_, before) = role.split_last()?;
    let before: Vec<&usize> = before.iter().filter(|at| !story.reading.is_any(**at, RANKS)).collect();
    (!before.is_empty()).then(|| before.iter().map(|at| story.reading.str(**at)).collect::<Vec<_>>().join(" "))
}

/// A country by the letters that it shares with its people ("Ukraine", "Ukrainian"), and a military as an army.
fn body_word(story: &Story<'_>, word: String) -> String {
    let lexicon = story.reading.lexicon;
    let classes = lexicon.word(lexicon.id_of(word_key(&word))).classes;
    let nation = classes.intersects(Classes::DEMONYM | Classes::COUNTRY);
    match word.as_str() {
        "military" | "forces" | "troops" => "army".to_owned(),
        _ if nation => nation_stem(&word).to_owned(),
        _ => word,
    }
}

fn words(name: &str) -> Vec<String> {
    let plain = lower_case(name).replace("'s", "").replace("’s", "");
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1 && *word != "the");
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_name_is_the_same_body() {
        let party = |name: &str| Party { words: words(name), name: name.to_owned() };
        assert!(party("the Defence Ministry").is(&party("Defence Ministry's")));
        assert!(party("Larkhaven police").is(&party("police")));
        assert!(!party("Transport Ministry").is(&party("Defence Ministry")));
    }
}
