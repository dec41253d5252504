//! Reads the lexicon's files.

use super::boilerplate::MATCH_NAMES;
use super::classes::{CLASS_NAMES, Classes};
use super::cue::{Cue, FRAME_NAMES, Frames, Part, STANCE_NAMES};
use super::draft::{Draft, DraftWatch};
use super::error::LexiconError;
use super::files::Files;
use super::inflect;
use super::names::{Body, Country, Meaning, Outlet, STAND_INS};
use super::phrases::Spelling;
use super::table::{Row, rows};
use super::tables::Tables;
use super::watch;
use super::weights::Bound;
use crate::terms::AgentKind;
use crate::words::cut;

type Loaded = Result<(), LexiconError>;

/// Takes one row of a table in.
type Reader = for<'a> fn(&mut Draft<'a>, Row<'a>) -> Loaded;

/// Reads all lexicon files; the first mistake is the error.
pub fn load(files: &Files) -> Result<Tables, LexiconError> {
    let mut draft = Draft::default();
    let tables: [(&str, Reader); 24] = [
        ("words.txt", word),
        ("verbs.txt", verb),
        ("cue-verbs.txt", cue_verb),
        ("cue-nouns.txt", cue_noun),
        ("cue-adjectives.txt", cue_adjective),
        ("cue-phrases.txt", cue_phrase),
        ("source-nouns.txt", source_noun),
        ("roles.txt", role),
        ("stand-ins.txt", stand_in),
        ("titles.txt", title),
        ("given-names.txt", given_name),
        ("outlets.txt", outlet),
        ("organisations.txt", body),
        ("countries.txt", country),
        ("places.txt", place),
        ("anonymity.txt", anonymity),
        ("venues.txt", venue),
        ("hedges.txt", hedge),
        ("abbreviations.txt", abbreviation),
        ("boilerplate.txt", boilerplate),
        ("watch-words.txt", watch_word),
        ("cue-weights.txt", weight),
        ("end-weights.txt", weight),
        ("rule-scores.txt", rule_score),
    ];
    for (name, read) in tables {
        for row in rows(&files.texts(name)) {
            read(&mut draft, row)?;
        }
    }
    Ok(draft.finish())
}

fn word<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let mut classes = Classes::empty();
    for name in row.list(1) {
        classes |= row.lookup(1, name, CLASS_NAMES)?;
    }
    draft.mark(row.cell(0), classes);
    let countable = Classes::DETERMINER | Classes::PREPOSITION | Classes::PRONOUN_SUBJECT | Classes::AUXILIARY;
    if classes.contains(Classes::NOUN) && !classes.intersects(countable) && row.cell(0).len() > 2 {
        draft.mark(&inflect::with_s(row.cell(0)), Classes::NOUN | Classes::PLURAL);
    }
    Ok(())
}

/// The four forms of a row's verb: written out, or regular.
fn forms(row: Row<'_>) -> Result<[String; 4], LexiconError> {
    let written: Vec<&str> = row.cell(1).split_whitespace().collect();
    match written[..] {
        [] => Ok(inflect::verb_forms(row.cell(0))),
        [s, past, participle, ing] => Ok([s, past, participle, ing].map(str::to_owned)),
        _ => Err(row.error(1, format!("four forms are wanted (or - for a regular verb), {} are here", written.len()))),
    }
}

const FORM_CLASSES: [Classes; 4] = [Classes::VERB_S, Classes::VERB_PAST, Classes::VERB_PARTICIPLE, Classes::VERB_ING];

fn verb<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    learn_verb(draft, row.cell(0), forms(row)?);
    Ok(())
}

fn learn_verb<'a>(draft: &mut Draft<'a>, lemma: &'a str, forms: [String; 4]) {
    draft.mark(lemma, Classes::VERB_BASE);
    for (form, class) in forms.iter().zip(FORM_CLASSES) {
        draft.mark(form, class);
    }
    if let Some([past, ing]) = inflect::doubled_l(lemma) {
        draft.mark(&past, Classes::VERB_PAST | Classes::VERB_PARTICIPLE);
        draft.mark(&ing, Classes::VERB_ING);
    }
    draft.forms.entry(lemma).or_insert(forms);
}

fn cue(row: Row<'_>, part: Part, stance_column: usize) -> Result<Cue, LexiconError> {
    let mut frames = Frames::empty();
    for name in row.list(stance_column + 1) {
        frames |= row.lookup(stance_column + 1, name, FRAME_NAMES)?;
    }
    let stance = row.known(stance_column, STANCE_NAMES)?;
    Ok(Cue { part, stance, frames })
}

fn add_cue<'a>(draft: &mut Draft<'a>, row: Row<'a>, cue: Cue) -> u32 {
    draft.cues.push((row.cell(0), cue));
    (draft.cues.len() - 1) as u32
}

fn cue_verb<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let forms = forms(row)?;
    let cue = add_cue(draft, row, cue(row, Part::Verb, 2)?);
    let doubled = inflect::doubled_l(row.cell(0));
    for form in forms.iter().chain(doubled.iter().flatten()).map(String::as_str).chain([row.cell(0)]) {
        let word = draft.entry(form);
        word.classes |= Classes::CUE_VERB;
        word.verb.get_or_insert(cue);
    }
    learn_verb(draft, row.cell(0), forms);
    Ok(())
}

fn plural(row: Row<'_>) -> String {
    match row.cell(1) {
        "" => inflect::with_s(row.cell(0)),
        written => written.to_owned(),
    }
}

fn cue_noun<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let cue = add_cue(draft, row, cue(row, Part::Noun, 2)?);
    let plural = plural(row);
    // "opposition | opposition": one that has no plural
    let several = if plural == row.cell(0) { Classes::empty() } else { Classes::PLURAL };
    for (form, number) in [(row.cell(0), Classes::empty()), (&plural, several)] {
        let word = draft.entry(form);
        word.classes |= Classes::CUE_NOUN | Classes::NOUN | number;
        word.noun.get_or_insert(cue);
    }
    Ok(())
}

fn cue_adjective<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let cue = add_cue(draft, row, cue(row, Part::Adjective, 1)?);
    let word = draft.entry(row.cell(0));
    word.classes |= Classes::CUE_ADJECTIVE | Classes::ADJECTIVE;
    word.adjective = Some(cue);
    Ok(())
}

fn cue_phrase<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let mut cue = cue(row, Part::Phrase, 1)?;
    let (first, rest) = row.cell(0).split_once(' ').unwrap_or((row.cell(0), ""));
    let forms = all_forms(draft, first);
    if forms.len() > 1 || opens_verb_group(draft, first) {
        cue.part = Part::Verb;
    }
    if cue.frames.contains(Frames::NO_SOURCE) && rest.is_empty() {
        draft.mark(first, Classes::SOURCELESS | Classes::ADVERB);
    }
    let meaning = Meaning::Cue(add_cue(draft, row, cue));
    let rests = joined_forms(draft, rest).filter(|rests| rests.len() == forms.len());
    for (index, form) in forms.iter().enumerate() {
        let rest = rests.as_ref().map_or(rest, |rests| &rests[index]);
        learn_phrase(draft, &format!("{form} {rest}"), Spelling::Any, meaning, Classes::PHRASE_START);
    }
    Ok(())
}

/// "nor deny" of "confirm nor deny": a verb joined to the first one has the same form.
fn joined_forms(draft: &Draft<'_>, rest: &str) -> Option<Vec<String>> {
    let (join, verb) = rest.split_once(' ').filter(|(join, _)| ["and", "or", "nor"].contains(join))?;
    Some(all_forms(draft, verb).into_iter().map(|form| format!("{join} {form}")).collect())
}

/// "would like", "not respond to": a phrase that begins inside a verb group is a verb.
fn opens_verb_group(draft: &mut Draft<'_>, first: &str) -> bool {
    let classes = draft.entry(first).classes;
    classes.contains(Classes::MODAL) || classes.contains(Classes::NEGATION) && !classes.contains(Classes::DETERMINER)
}

/// Every form of a verb's lemma, the lemma first; a word that is no verb has itself alone.
fn all_forms(draft: &Draft<'_>, lemma: &str) -> Vec<String> {
    let irregular: &[&str] = match lemma {
        "be" => &["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"],
        "have" => &["have", "has", "had", "having", "'ve"],
        "do" => &["do", "does", "did", "done", "doing"],
        "not" => &["not", "n't", "n’t"],
        _ => &[],
    };
    if !irregular.is_empty() {
        return irregular.iter().map(|form| (*form).to_owned()).collect();
    }
    let mut forms = vec![lemma.to_owned()];
    forms.extend(draft.forms.get(lemma).into_iter().flatten().cloned());
    forms.dedup();
    forms
}

/// Adds a phrase; `mark` goes on its first word.
fn learn_phrase(draft: &mut Draft<'_>, phrase: &str, spelling: Spelling, meaning: Meaning, mark: Classes) {
    let ids = cut(phrase, |_| true).map(|piece| draft.learn(&phrase[piece.start..piece.end])).collect();
    draft.add_phrase(ids, spelling, meaning, mark);
}

/// Adds a name that counts only as it is capitalised here; an all-capital one only in capitals.
fn learn_name(draft: &mut Draft<'_>, name: &str, meaning: Meaning) {
    let first = name.split([' ', '-']).next().unwrap_or("");
    let is_capitals = first.len() > 1 && !first.contains(char::is_lowercase);
    let spelling = match first.chars().next() {
        _ if first == "The" => Spelling::Article,
        _ if is_capitals => Spelling::Capitals,
        Some(c) if c.is_uppercase() => Spelling::Capital,
        _ => Spelling::Any,
    };
    learn_phrase(draft, name, spelling, meaning, Classes::NAME_START);
}

const KIND_NAMES: &[(&str, (AgentKind, Classes))] = &[
    ("person", (AgentKind::Person, Classes::PERSON_NOUN)),
    ("group", (AgentKind::Group, Classes::GROUP_NOUN)),
    ("anonymous", (AgentKind::Anonymous, Classes::ANONYMOUS_NOUN)),
    ("organisation", (AgentKind::Organisation, Classes::ORGANISATION_NOUN)),
    ("document", (AgentKind::Document, Classes::DOCUMENT_NOUN)),
    ("outlet", (AgentKind::Outlet, Classes::OUTLET_NOUN)),
];

fn source_noun<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let (kind, class) = row.known(2, KIND_NAMES)?;
    let class = class | row.known(3, GENDERS)?;
    let plural = plural(row);
    for (form, number) in [(row.cell(0), Classes::empty()), (&plural, Classes::PLURAL)] {
        if form.contains(' ') {
            learn_phrase(draft, form, Spelling::Any, Meaning::SourceNoun(kind), Classes::NAME_START);
            continue;
        }
        let word = draft.entry(form);
        word.classes |= class | Classes::NOUN | number;
        word.kind.get_or_insert(kind);
    }
    Ok(())
}

fn role<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    for word in row.cell(0).split(' ') {
        if draft.entry(word).classes.is_empty() {
            draft.mark(word, Classes::NOUN);
        }
    }
    if let Some(last) = row.cell(0).split(' ').next_back() {
        draft.mark(last, Classes::ROLE);
    }
    learn_phrase(draft, row.cell(0), Spelling::Any, Meaning::Role, Classes::NAME_START);
    Ok(())
}

fn stand_in<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let ends = [("", Classes::empty()), ("name", Classes::ENDS_OUTLET_NAME), ("last", Classes::ENDS_PAPER_NAME)];
    let ends = row.known(2, &ends)?;
    draft.mark(row.cell(0), ends);
    if ends == Classes::ENDS_PAPER_NAME && row.cell(1).is_empty() {
        draft.mark(row.cell(0), Classes::NOUN);
        return Ok(());
    }
    let whom = row.known(1, STAND_INS)?;
    learn_phrase(draft, row.cell(0), Spelling::Any, Meaning::StandIn(whom), Classes::NAME_START);
    Ok(())
}

const GENDERS: &[(&str, Classes)] =
    &[("m", Classes::MASCULINE), ("f", Classes::FEMININE), ("u", Classes::empty()), ("", Classes::empty())];

fn title<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    // a chief is no man because a Chief Rabbi is
    let gender = row.known(1, GENDERS)?.difference(if row.cell(0).contains(' ') { GENDER } else { Classes::empty() });
    for word in row.cell(0).split(' ') {
        draft.mark(word, Classes::TITLE | gender);
        draft.mark(word.trim_end_matches('.'), Classes::TITLE | gender);
    }
    Ok(())
}

const GENDER: Classes = Classes::MASCULINE.union(Classes::FEMININE);

fn given_name<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let gender = row.known(1, GENDERS)?;
    let word = row.known(2, &[("", Classes::empty()), ("word", Classes::NAME_OR_WORD)])?;
    draft.mark(row.cell(0), Classes::GIVEN_NAME | gender | word);
    Ok(())
}

fn outlet<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let index = draft.outlets.len() as u32;
    draft.outlets.push(Outlet { name: row.cell(0), kind: row.cell(1), country: row.cell(2) });
    for name in [row.cell(0)].into_iter().chain(row.list(3)) {
        learn_name(draft, name, Meaning::Outlet(index));
        draft.outlet_names.push((name.to_lowercase(), index));
    }
    for name in row.list(4) {
        learn_name(draft, name, Meaning::ShortOutlet(index));
    }
    Ok(())
}

fn body<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let index = draft.bodies.len() as u32;
    draft.bodies.push(Body { name: row.cell(0), kind: row.cell(2) });
    for name in [row.cell(0)].into_iter().chain(row.list(1)) {
        learn_name(draft, name, Meaning::Body(index));
    }
    Ok(())
}

fn country<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let index = draft.countries.len() as u32;
    draft.countries.push(Country { name: row.cell(0), adjective: row.cell(1), capital: row.cell(3) });
    for name in [row.cell(0)].into_iter().chain(row.list(4)) {
        learn_name(draft, name, Meaning::Country(index));
        if !name.contains(' ') {
            draft.mark(name, Classes::COUNTRY);
        }
    }
    for name in row.list(3) {
        learn_name(draft, name, Meaning::Capital(index));
    }
    for demonym in row.list(1) {
        draft.mark(demonym.split(' ').next_back().unwrap_or(""), Classes::DEMONYM | Classes::ADJECTIVE);
    }
    for people in row.list(2) {
        draft.mark(people, Classes::DEMONYM | Classes::NOUN | Classes::PLURAL);
    }
    Ok(())
}

fn place<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    learn_name(draft, row.cell(0), Meaning::Place);
    Ok(())
}

fn anonymity<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let meaning = row.known(1, &[("source", Meaning::AnonymousSource), ("reason", Meaning::AnonymityReason)])?;
    learn_phrase(draft, row.cell(0), Spelling::Any, meaning, Classes::NAME_START);
    Ok(())
}

fn venue<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let meaning = row.known(1, &[("audience", Meaning::Audience), ("occasion", Meaning::Occasion)])?;
    learn_phrase(draft, row.cell(0), Spelling::Any, meaning, Classes::NAME_START);
    Ok(())
}

fn hedge<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    if row.cell(0).contains(' ') {
        learn_phrase(draft, row.cell(0), Spelling::Any, Meaning::Hedge, Classes::NAME_START);
    } else {
        draft.mark(row.cell(0), Classes::HEDGE);
    }
    Ok(())
}

fn abbreviation<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let classes = row.known(
        1,
        &[
            ("title", Classes::TITLE),
            ("month", Classes::MONTH),
            ("place", Classes::empty()),
            ("company", Classes::empty()),
            ("other", Classes::empty()),
        ],
    )?;
    draft.mark(row.cell(0), classes | Classes::ABBREVIATION);
    Ok(())
}

fn boilerplate<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    draft.furniture.push((row.cell(0), row.known(1, MATCH_NAMES)?));
    Ok(())
}

/// A watched word or phrase, in all forms of its first word.
fn watch_word<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let lists = watch::lists(row)?;
    let lower = row.cell(0).to_lowercase();
    let mut words = cut(&lower, |_| true).map(|piece| &lower[piece.start..piece.end]);
    let Some(first) = words.next() else { return Ok(()) };
    let rest: Vec<String> = words.map(str::to_owned).collect();
    for first in all_forms(draft, first) {
        draft.watch.push(DraftWatch { first, rest: rest.clone(), lists });
    }
    Ok(())
}

fn weight<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let weight = number(row)?;
    draft
        .add_weight(row.cell(0), weight)
        .map_err(|other| row.error(0, format!("this feature has the same key as `{other}`; change BASE in src/key.rs")))
}

fn rule_score<'a>(draft: &mut Draft<'a>, row: Row<'a>) -> Loaded {
    let bound = row.known(2, &[("", Bound::Exact), ("least", Bound::Least)])?;
    draft.rules.push((row.cell(0), number(row)?, bound));
    Ok(())
}

fn number(row: Row<'_>) -> Result<f32, LexiconError> {
    let weight = row.cell(1).parse();
    weight.map_err(|_| row.error(1, "a number is wanted here, such as 1.5".to_owned()))
}
