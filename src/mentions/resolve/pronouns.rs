//! Whom "he", "it" and "they" mean.

use super::cast::Cast;
use super::salience::{A_BODY, A_RIVAL, FAR, most_salient};
use super::{Place, Resolved, sure};
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::mentions::agent::{Agent, Gender};
use crate::mentions::builds::is_aged;
use crate::mentions::describe::{Description, base_phrase};
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use crate::words::Kind;

impl Cast<'_> {
    /// "he", "it", "they": whoever stands out, or else the subject of what is said.
    pub(super) fn by_pronoun(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<Resolved> {
        let at = description.range.start;
        let wanted = wanted(reading, description)?;
        let named: fn(&Agent<'_>) -> bool =
            |agent| agent.kind == AgentKind::Organisation && agent.known.is_none() && agent.name.len() == 1;
        let he = description.kind == AgentKind::Person;
        let mut spoken_of = names_in(reading, place.own);
        let fronted = fronted_phrase(reading, at, place.sentence);
        spoken_of.extend(names_in(reading, fronted));
        let sort = (description.gender, description.plural);
        let aside = (!reading.tokens.is_quoted(at)).then_some(reading);
        let apposed = verbless_phrase(reading, at, place.sentence);
        let nouns = nouns_in(reading, place.own);
        let others = Others { named: &spoken_of, nouns: &nouns, met_in: fronted, apposed, aside };
        let salient = |fits: fn(&Agent<'_>) -> bool| self.most_salient(reading, fits, place, &others, sort);
        let found = salient(wanted).or_else(|| he.then(|| salient(named)).flatten());
        if let Some(one) = self.unnamed_one(reading, description, place) {
            return Some(sure(one));
        }
        let near = |found: &Resolved| self.latest[found.agent].sentence + NEAR_SPEAKER >= place.sentence;
        let subject = || self.own_subject(reading, description, place).map(sure);
        found.clone().filter(near).or_else(subject).or(found)
    }

    /// "A former official said P. |They said Q.": somebody unnamed of whom the copy does not tell whether it is a man, and nobody else spoke.
    fn unnamed_one(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let they = place.speaks && reading.is_word(description.range.start, "they");
        let spoke = |index: &usize| {
            let latest = self.latest[*index];
            they && latest.spoke && latest.sentence + 1 == place.sentence
        };
        let mut spoke = self.met_within(1, place.sentence).filter(spoke);
        let only = spoke.next().filter(|_| spoke.next().is_none())?;
        let agent = &self.agents[only];
        let unnamed = agent.kind == AgentKind::Anonymous && agent.is_one_person() && agent.gender.is_none();
        (unnamed && place.outer != Some(only)).then_some(only)
    }

    /// "Nordbahn AG will close two plants, |it said": what is said, and nobody else near, tells of the speaker.
    fn own_subject(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let at = description.range.start;
        let (start, end) = place.own.filter(|(_, end)| place.speaks && *end <= at)?;
        let fits = |agent: &Agent<'_>| match description.kind {
            AgentKind::Person => agent.is_one_person() && agent.may_be_of(description.gender),
            _ if description.plural => agent.are_several() || agent.kind == AgentKind::Organisation,
            _ => !agent.plural && matches!(agent.kind, AgentKind::Outlet | AgentKind::Organisation),
        };
        let is_subject = |index: usize| {
            let latest = self.latest[index];
            let quoted = reading.tokens.is_quoted(latest.token);
            (start..end).contains(&latest.token) && latest.subject && !quoted
        };
        self.latest(self.in_reach().filter(|index| is_subject(*index) && fits(&self.agents[*index])))
    }

    /// The agent that stands out most among those that fit: near, a speaker, a subject.
    fn most_salient(
        &self,
        reading: &Reading<'_>,
        fits: impl Fn(&Agent<'_>) -> bool,
        place: &Place,
        others: &Others<'_>,
        (gender, plural): (Option<Gender>, bool),
    ) -> Option<Resolved> {
        // who is known to be a woman is likelier "she" than one of whom that is not known; most whom the copy calls "he" are so
        let weight = if gender == Some(Gender::Feminine) { 6 } else { 2 };
        let of_gender = |index: usize| weight * i64::from(gender.is_some() && self.agents[index].gender == gender);
        let one_body = |index: usize| plural && !self.agents[index].are_several();
        // "The council says residents know that they …": rather those of whom it speaks
        let of_number = |index: usize| {
            A_BODY * (i64::from(one_body(index)) + i64::from(one_body(index) && place.outer == Some(index)))
        };
        let prior = |index: usize| self.salience(index, place) + of_gender(index) - of_number(index);
        let salience = |index: usize| (prior(index), self.latest[index].token, index);
        let fitting = self.met_within(FAR, place.sentence).filter(|index| fits(&self.agents[*index]));
        let salient = fitting.map(salience).filter(|(salience, ..)| *salience > 0);
        let is_named = |index: usize| self.names[index].words > 0 && others.named.contains(&self.names[index].key);
        let is_told_of = |index: usize| {
            let noun = self.agents[index].noun.filter(|_| !others.nouns.is_empty() && self.names[index].words == 0);
            noun.is_some_and(|noun| others.nouns.contains(&reading.token(noun).key))
        };
        let may_be = |index: usize| {
            let own = self.agents[index].name.is_empty() && self.is_met_in(index, others.apposed);
            let inside = own || others.aside.is_some_and(|reading| self.is_met_in_quotations(reading, index));
            let met_there = self.is_met_in(index, place.own) || self.is_met_in(index, others.met_in);
            !met_there && !is_named(index) && !is_told_of(index) && !inside
        };
        most_salient(salient.filter(|(.., index)| may_be(*index)).collect(), A_RIVAL)
    }

    /// "“|My mother used to say so,” Reyes says. She shrugs.": somebody without a name of whom nobody has told but in a quotation.
    fn is_met_in_quotations(&self, reading: &Reading<'_>, index: usize) -> bool {
        let agent = &self.agents[index];
        let mut told = agent.mentions.iter().take(MOST_MENTIONS);
        agent.name.is_empty() && told.all(|mention| reading.tokens.is_quoted(mention.start))
    }

    /// Whether the agent was first met in these words: those that the source is said to speak ("'My wife said so,' he said"), or a phrase
    /// that tells of it.
    fn is_met_in(&self, index: usize, words: Option<(usize, usize)>) -> bool {
        let first = self.agents[index].mentions.first();
        words.is_some_and(|(start, end)| first.is_some_and(|mention| (start..end).contains(&mention.start)))
    }
}

/// Whom a pronoun cannot mean.
struct Others<'a> {
    /// Keys of names in what is said, and in the phrase before.
    named: &'a [u64],
    /// Keys of nouns with "the" in what is said.
    nouns: &'a [u64],
    /// "Asked by an interviewer, |he": a phrase that tells of the pronoun, and so names others.
    met_in: Option<(usize, usize)>,
    /// "The daughter of a miner, |she": a phrase that tells what she is, and of nobody else, where it names nobody.
    apposed: Option<(usize, usize)>,
    /// Where the copy has the pronoun in its own words: the reading, by which to tell whom it has met in quotations only.
    aside: Option<&'a Reading<'a>>,
}

/// What an agent must be for the pronoun to mean it.
fn wanted(reading: &Reading<'_>, description: &Description) -> Option<fn(&Agent<'_>) -> bool> {
    let is = |words: &[u64]| reading.is_any(description.range.start, words);
    match () {
        () if is(keys!["he", "him", "his"]) => Some(|a| a.is_one_person() && a.gender != Some(Gender::Feminine)),
        () if is(keys!["she", "her", "hers"]) => Some(|a| a.is_one_person() && a.gender != Some(Gender::Masculine)),
        () if is_aged(reading, &base_phrase(reading, &description.range)) => Some(|a| a.is_one_person()),
        () if is(keys!["it", "its"]) => Some(|a| {
            let body = matches!(a.kind, AgentKind::Outlet | AgentKind::Organisation);
            !a.plural && (body || a.kind == AgentKind::Document && a.spoke)
        }),
        () if is(keys!["they", "them", "their"]) => Some(|a| a.are_several() || a.is_body_that_spoke()),
        () => None,
    }
}

/// How many sentences back a pronoun's speaker stands rather than in the words that the pronoun speaks.
const NEAR_SPEAKER: usize = 2;

/// Keys of the names in the words that a source is said to speak: in "he says Quill knows" he is not Quill.
fn names_in(reading: &Reading<'_>, own: Option<(usize, usize)>) -> Vec<u64> {
    let Some((start, end)) = own else { return Vec::new() };
    let names = (start..end.min(start + MOST_WORDS)).filter(|at| reading.tag(*at) == Tag::Proper);
    names.map(|at| reading.token(at).key).collect()
}

/// Keys of the nouns with "the" in the words that a source is said to speak: in "they say the engineers left" they are not the engineers.
fn nouns_in(reading: &Reading<'_>, own: Option<(usize, usize)>) -> Vec<u64> {
    let Some((start, end)) = own else { return Vec::new() };
    let led = |at: &usize| reading.tag(*at) == Tag::Noun && *at > start && reading.is_word(*at - 1, "the");
    let nouns = (start..end.min(start + MOST_WORDS)).filter(led);
    nouns.filter(|at| reading.token(*at).is(Classes::PLURAL)).map(|at| reading.token(at).key).collect()
}

/// "Questioned by Fiona Bell, |she": where the phrase begins and ends before the pronoun that it tells of, and so whom it does not name.
fn fronted_phrase(reading: &Reading<'_>, pronoun: usize, sentence: usize) -> Option<(usize, usize)> {
    let start = reading.tokens.sentences[sentence].tokens.start;
    let participle =
        reading.tag(start).is_verbal() && reading.token(start).is(Classes::VERB_PARTICIPLE | Classes::VERB_ING);
    let opens = participle || reading.is_word(start, "born");
    let behind_comma = pronoun > start && reading.token(pronoun - 1).kind == Kind::Comma;
    // "Through a spokesman |he said"
    let through = pronoun > start && reading.is_any(start, keys!["through", "via"]);
    (opens && behind_comma || through).then_some((start, pronoun))
}

/// "Born in Oslo in 1936, the daughter of a miner, |she": the phrase without a finite verb before the pronoun's comma.
fn verbless_phrase(reading: &Reading<'_>, pronoun: usize, sentence: usize) -> Option<(usize, usize)> {
    let start = reading.tokens.sentences[sentence].tokens.start;
    let behind_comma = pronoun > start + 1 && reading.token(pronoun - 1).kind == Kind::Comma;
    let near = pronoun - start <= MOST_WORDS;
    (behind_comma && near && !reading.has_finite(start..pronoun)).then_some((start, pronoun))
}

/// How many mentions of an agent are asked where they stand.
const MOST_MENTIONS: usize = 4;

/// How many words of a source's own are asked for names; keeps the work linear.
const MOST_WORDS: usize = 60;
