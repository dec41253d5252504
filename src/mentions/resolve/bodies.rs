//! Which body is meant by a noun that names none: "the company", "police".

use super::Place;
use super::cast::Cast;
use super::compared::known_classes;
use crate::attributions::Reading;
use crate::lexicon::{Classes, StandIn};
use crate::mentions::agent::Known;
use crate::mentions::describe::Description;
use crate::phrases::Tag;
use crate::terms::AgentKind;
use crate::tokens::keys;
use std::ops::Range;

impl Cast<'_> {
    /// "the company", "the group": the latest body that has a name.
    pub(super) fn by_sort_of_body(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<usize> {
        let noun = description.noun?;
        let whom = reading.stand_in(noun).filter(|whom| whom.is_body() || whom.is_outlet_type())?;
        let called = reading.token(noun).key;
        let fits = |index: &usize| self.has_name(*index) && self.may_be_called(reading, *index, whom, called);
        match () {
            () if tells_nothing_more(reading, &description.range) => self.body_near(fits, whom, place),
            () if tells_more(reading, &description.range) => self.body_that_just_spoke(fits, place),
            () => None,
        }
    }

    /// "the force" after "Essex Police", "the authority" after "Kent County Council": the latest body near of the sort that the noun is used of.
    pub(super) fn by_like_noun(
        &self,
        reading: &Reading<'_>,
        description: &Description,
        place: &Place,
    ) -> Option<usize> {
        let noun = description.noun.filter(|_| tells_nothing_more(reading, &description.range))?;
        let (_, heads) = USED_OF.iter().find(|(used, _)| reading.is_any(noun, used))?;
        let is_so = |index: &usize| {
            let head = self.agents[*index].noun.filter(|_| self.has_name(*index));
            head.is_some_and(|head| reading.is_any(head, heads)) && self.salience(*index, place) >= OWN_BODY_NEAR
        };
        self.latest(self.in_reach().rev().filter(is_so))
    }

    /// A body with a name, and no country.
    fn has_name(&self, index: usize) -> bool {
        let agent = &self.agents[index];
        let country = matches!(agent.known, Some(Known::Country(_)));
        agent.kind == AgentKind::Organisation && !agent.name.is_empty() && !country
    }

    /// The latest that has spoken, or else the one that stands out.
    fn body_near(&self, fits: impl Fn(&usize) -> bool, whom: StandIn, place: &Place) -> Option<usize> {
        let stands_out = |index: &usize| (self.salience(*index, place), self.latest[*index].token);
        let least = if whom == StandIn::OwnBody { OWN_BODY_NEAR } else { 1 };
        let close = |index: &usize| self.salience(*index, place) >= least;
        let spoken = |index: &usize| fits(index) && self.agents[*index].spoke;
        let heard = |index: &usize| spoken(index) && (whom != StandIn::OwnBody || close(index));
        let silent = || self.in_reach().rev().filter(&fits).filter(close).max_by_key(stands_out);
        self.latest(self.in_reach().rev().filter(heard)).or_else(silent)
    }

    /// The latest that has spoken, where it was met in this sentence or the one before it.
    fn body_that_just_spoke(&self, fits: impl Fn(&usize) -> bool, place: &Place) -> Option<usize> {
        let spoken = |index: &usize| fits(index) && self.agents[*index].spoke;
        let just_spoke = |index: &usize| spoken(index) && self.latest[*index].sentence + 1 >= place.sentence;
        self.latest(self.in_reach().rev().filter(just_spoke))
    }

    /// Whether a body with a name may be called by a noun (its key). What has been "the company", or is named for things ("Blue Strait
    /// Lines"), is not "the union".
    fn may_be_called(&self, reading: &Reading<'_>, index: usize, whom: StandIn, noun: u64) -> bool {
        let own = whom == StandIn::OwnBody;
        let named_for_things = || {
            let head = self.agents[index].noun.map_or(Classes::empty(), |head| known_classes(reading, head));
            head.contains(Classes::PLURAL) && !head.intersects(Classes::SOURCE_NOUN)
        };
        if self.is_of_another_sort(reading, index, noun) {
            return false;
        }
        match self.body_nouns.get(&index) {
            Some((sort, other)) => *other == noun || *sort == whom && !own,
            None => !(own && named_for_things()),
        }
    }

    /// A council, a ministry or a union, which is no bank and no company.
    fn is_of_another_sort(&self, reading: &Reading<'_>, index: usize, called: u64) -> bool {
        const ANY_BODY: &[u64] =
            keys!["group", "organisation", "organization", "body", "institution", "agency", "watchdog", "regulator"];
        const FIRMS: &[u64] =
            keys!["company", "firm", "bank", "retailer", "manufacturer", "automaker", "carmaker", "airline"];
        const NO_FIRMS: &[u64] = keys!["union", "charity", "club", "watchdog", "regulator"];
        let no_firm = |noun: usize| reading.is_any(noun, NO_FIRMS) && FIRMS.contains(&called);
        if self.agents[index].noun.is_some_and(no_firm) {
            return true;
        }
        let sort = self.agents[index].noun.filter(|noun| reading.token(*noun).is(Classes::ORGANISATION_NOUN));
        let told =
            sort.is_some_and(|noun| reading.stand_in(noun).is_none() && !reading.token(noun).is(Classes::ABBREVIATION));
        told && !ANY_BODY.contains(&called)
    }

    /// "Company sees revenue of": a headline or a summary leaves out the article.
    pub(super) fn bare_body(&self, reading: &Reading<'_>, description: &Description, place: &Place) -> Option<usize> {
        let bare = description.range.len() == 1 && !description.plural && place.speaks && place.subject;
        bare.then(|| self.by_sort_of_body(reading, description, place))?
    }

    /// "police said" where the copy has named one police, "Larkhaven Police".
    pub(super) fn lone_body(&self, reading: &Reading<'_>, description: &Description) -> Option<usize> {
        let bare = description.kind == AgentKind::Organisation && description.range.len() == 1;
        let noun = description.noun.filter(|_| bare)?;
        let named = |index: &usize| !self.agents[*index].name.is_empty();
        let mut named = self.heads.own.with(reading.token(noun).key).filter(named);
        named.next().filter(|_| named.next().is_none())
    }
}

/// Nouns by which bodies go in the sentences behind their names, and the last words of those names.
const USED_OF: &[(&[u64], &[u64])] = &[
    (keys!["force"], keys!["police", "constabulary"]),
    (keys!["authority"], keys!["council"]),
    (keys!["school", "college"], keys!["academy", "college", "primary", "grammar", "high"]),
    (keys!["service"], keys!["brigade", "service"]),
    (keys!["body"], keys!["association", "federation", "union", "league", "society"]),
];

/// "a |company spokesman", "the company", "the |Kyoto-based firm", "the |Swedish automaker"
fn tells_nothing_more(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    range.len() <= 2
        || has_before_noun(reading, range, Classes::NAME_ADJECTIVE | Classes::DEMONYM)
        || is_based_somewhere(reading, range)
}

/// "the |New York-based group"
fn is_based_somewhere(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let based = range.end - 2;
    let place = |at: usize| reading.tag(at) == Tag::Proper;
    range.len() > 3 && reading.token(based).is(Classes::NAME_ADJECTIVE) && (range.start + 1..based).all(place)
}

/// "the nonpartisan agency", "the rights group"; "the other company" is another.
fn tells_more(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    let another = reading.is_any(range.start + 1, keys!["other", "same", "parent", "rival", "new", "local", "former"]);
    has_before_noun(reading, range, Classes::ADJECTIVE | Classes::NOUN)
        && reading.is_word(range.start, "the")
        && !another
}

/// Whether one word of the classes stands between the article and the noun.
fn has_before_noun(reading: &Reading<'_>, range: &Range<usize>, classes: Classes) -> bool {
    range.len() == 3 && reading.token(range.start + 1).is(classes)
}

/// How much a body must stand out to be "the union": met in the last three sentences.
const OWN_BODY_NEAR: i64 = 22;
