//! Whose people speak: the body that an agent is, or belongs to.

use super::story::Story;
use crate::mentions::Agent;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::words::lower_case;

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
    pub fn of(story: &Story<'_>, agent: &Agent) -> Option<Self> {
        let name = match agent.kind {
            AgentKind::Organisation => Some(agent.canonical.clone()),
            AgentKind::Person | AgentKind::Anonymous | AgentKind::Group => {
                agent.affiliation.clone().or_else(|| described(story, agent))
            }
            _ => None,
        }?;
        let words = words(&name);
        (!words.is_empty()).then_some(Self { words, name })
    }

    /// Whether both are one body: all words of the shorter name stand in the longer one.
    pub fn is(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        short.words.iter().all(|word| long.words.contains(word))
    }
}

/// No more of an agent's mentions are searched for one that describes it: a story may say "he" a thousand times.
const MOST_MENTIONS: usize = 60;

/// The nouns before the word that says what somebody is: "central bank" of "a senior central bank official".
fn described(story: &Story<'_>, agent: &Agent) -> Option<String> {
    let mention = agent.mentions.iter().take(MOST_MENTIONS).find(|mention| mention.len() > 1)?;
    let noun = |at: &usize| matches!(story.reading.tag(*at), Tag::Noun | Tag::Proper);
    let is_name = |at: &usize| agent.name.contains(&lower_case(story.reading.str(*at)).into_owned());
    let goes_on = |at: &usize| story.reading.tag(*at).is_nominal();
    let role: Vec<usize> = mention.clone().take_while(goes_on).filter(noun).filter(|at| !is_name(at)).collect();
    let (_, before) = role.split_last()?;
    (!before.is_empty()).then(|| before.iter().map(|at| story.reading.str(*at)).collect::<Vec<_>>().join(" "))
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
