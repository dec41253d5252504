//! What a capital word alone is, as the rest of the copy tells: a surname, a family, an office.

use super::Place;
use super::cast::Cast;
use super::compared::in_brief;
use super::reach::MEMORY;
use crate::attributions::Reading;
use crate::lexicon::Classes;
use crate::mentions::agent::Known;
use crate::mentions::describe::{Description, Sort};
use crate::mentions::kinds::is_noun_of_firms;
use crate::mentions::name::Name;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::{Case, keys};
use crate::words::Kind;
use std::ops::Range;

impl Cast<'_> {
    /// Sets the description right where the rest of the copy tells what a capital word alone is.
    pub(super) fn set_right(&self, reading: &Reading<'_>, description: &mut Description, place: &Place) {
        if is_firm_that_says_it(reading, description, place) {
            description.kind = AgentKind::Organisation;
        }
        if is_firm_that_files(reading, description) {
            description.kind = AgentKind::Organisation;
        }
        if is_based_in_place(reading, description) {
            description.sort = Sort::Definite;
        }
        if description.name.len() != 1 {
            return;
        }
        if self.is_surname_of_known(reading, description) {
            (description.kind, description.known) = (AgentKind::Person, None);
        }
        if self.is_family(reading, description) {
            (description.kind, description.plural) = (AgentKind::Group, true);
        } else if self.is_surname(reading, description) || self.is_one_who_says_he(reading, description, place) {
            description.kind = AgentKind::Person;
        } else if is_lone_office(reading, description) && self.with_a_like_name(reading, &description.name).is_empty() {
            (description.sort, description.kind) = (Sort::Definite, AgentKind::Person);
            (description.name, description.name_range, description.role) = (Name::default(), None, None);
        }
    }

    /// "Quill", where the copy has "Ada Quill" somewhere.
    fn is_surname(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let lone = of.kind == AgentKind::Organisation && of.known.is_none() && of.name.len() == 1;
        lone && of.name.first_key(reading).is_some_and(|name| self.surnames.contains(&name))
    }

    /// "Trump said |he would go": a name that nothing introduces, and whose bearer says "he" or "she". A firm has been told to be one, or has a
    /// longer name.
    fn is_one_who_says_he(&self, reading: &Reading<'_>, of: &Description, place: &Place) -> bool {
        let lone = of.kind == AgentKind::Organisation && of.known.is_none() && of.role.is_none() && of.range.len() == 1;
        let capital = of.name.last(reading).is_some_and(|at| reading.token(at).case == Case::Capital);
        if !(lone && capital && place.speaks && says_he(reading, of, place)) {
            return false;
        }
        let is_body = |index: &usize| {
            let agent = &self.agents[*index];
            agent.kind == AgentKind::Organisation && (agent.name.len() > 1 || self.body_nouns.contains_key(index))
        };
        !self.with_a_like_name(reading, &of.name).iter().any(is_body)
    }

    /// "Dell" where the copy has "Minister Graziano Dell", and nothing of the company.
    fn is_surname_of_known(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let Some(known @ (Known::Body(_) | Known::Outlet(_))) = of.known else { return false };
        let lone = of.name.len() == 1 && of.range.len() == 1 && !self.by_known.contains_key(&known);
        let bears = |name: u64| {
            let person =
                |index: &usize| self.agents[*index].kind == AgentKind::Person && self.names[*index].key == name;
            self.named.iter().rev().take(MEMORY).any(person)
        };
        lone && of.name.first_key(reading).is_some_and(bears)
    }

    /// "the Connollys", where the copy has "Pat Connolly" somewhere.
    fn is_family(&self, reading: &Reading<'_>, of: &Description) -> bool {
        let several = of.name.len() == 1 && of.known.is_none() && reading.is_word(of.range.start, "the");
        let name = of.name.last(reading).filter(|_| several && of.range.len() == 2);
        let one = name.and_then(|name| reading.str(name).strip_suffix('s'));
        one.is_some_and(|one| self.surnames.contains(&in_brief(one)))
    }
}

/// "the buyer |said in a filing": people file nothing with a regulator.
fn is_firm_that_files(reading: &Reading<'_>, of: &Description) -> bool {
    let noun = of.noun.filter(|_| of.name.is_empty() && !of.plural && of.kind == AgentKind::Person);
    let behind = of.range.end..(of.range.end + NEAR_FILING).min(reading.tokens.all.len());
    let files = || behind.clone().any(|at| reading.is_any(at, keys!["filing", "prospectus"]));
    let said = || !behind.is_empty() && reading.is_word(behind.start, "said");
    noun.is_some_and(|noun| is_noun_of_firms(reading, noun)) && said() && files()
}

/// Tokens from a speaker to "filing".
const NEAR_FILING: usize = 6;

/// "the San Jose, |California-based company": its article stands before the comma.
fn is_based_in_place(reading: &Reading<'_>, of: &Description) -> bool {
    let start = of.range.start;
    let based = of.range.len() == 2 && reading.token(start).is(Classes::NAME_ADJECTIVE);
    let behind_comma = based && start >= 2 && reading.token(start - 1).kind == Kind::Comma;
    let town = behind_comma.then(|| reading.phrases.noun_at(start - 2)).flatten();
    town.is_some_and(|town| reading.is_word(town.start, "the"))
}

/// "LG Dongwoo said |it would sell": no initials, as those of "JD Quill" are.
fn is_firm_that_says_it(reading: &Reading<'_>, of: &Description, place: &Place) -> bool {
    let person = of.kind == AgentKind::Person && of.name.len() > 1 && of.gender.is_none() && place.speaks;
    let first = of.name.words(reading).next().filter(|_| person);
    let capitals = |at: usize| reading.token(at).case == Case::Capitals && !reading.str(at).contains('.');
    first.is_some_and(capitals) && says(reading, of, place, keys!["it"])
}

/// Whether what somebody is said to say behind the name begins with "he" or "she".
fn says_he(reading: &Reading<'_>, of: &Description, place: &Place) -> bool {
    says(reading, of, place, keys!["he", "she"])
}

/// Whether what stands behind the name as its words begins with one of these.
fn says(reading: &Reading<'_>, of: &Description, place: &Place, words: &[u64]) -> bool {
    let Some((start, _)) = place.own.filter(|(start, _)| *start >= of.range.end) else { return false };
    let first = start + usize::from(reading.is_word(start, "that"));
    first < reading.tokens.all.len() && reading.is_any(first, words)
}

/// "Judge rejects bid", "Director of 'Saltmarsh' says": a capital word for an office is no name of a body.
fn is_lone_office(reading: &Reading<'_>, of: &Description) -> bool {
    let body = of.name.len() == 1 && of.known.is_none() && of.kind == AgentKind::Organisation;
    let Some(head) = of.noun.filter(|_| body) else { return false };
    let token = reading.token(head);
    let is_number = |at: usize| reading.tag(at) == Tag::Number;
    let office = token.is(Classes::PERSON_NOUN | Classes::ROLE) && !token.is(Classes::PLURAL | Classes::GIVEN_NAME);
    // "14:10 |Mayor: stay indoors"
    let others = |noun: Range<usize>| noun.start..head;
    office && reading.phrases.noun_at(head).map(others).is_some_and(|mut before| before.all(is_number))
}
