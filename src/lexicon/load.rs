//! Makes a lexicon of its files.

use super::boilerplate::MATCH_NAMES;
use super::classes::{CLASS_NAMES, Classes};
use super::cue::{Cue, FRAME_NAMES, Frames, Part, STANCE_NAMES};
use super::error::LexiconError;
use super::files::Files;
use super::inflect;
use super::names::{Country, Meaning, Outlet};
use super::phrases::{Phrase, Spelling};
use super::table::{Row, rows};
use super::weights::Weights;
use super::{Body, Lexicon};
use crate::terms::AgentKind;
use crate::words::cut;

type Loaded = Result<(), LexiconError>;

/// Takes one row of a table in.
type Reader = fn(&mut Lexicon, Row<'_>) -> Loaded;

/// Reads all lexicon files; the first mistake is the error.
pub fn load(files: &Files) -> Result<Lexicon, LexiconError> {
    let mut lexicon = Lexicon::default();
    let tables: [(&str, Reader); 20] = [
        ("words.txt", word),
        ("verbs.txt", verb),
        ("cue-verbs.txt", cue_verb),
        ("cue-nouns.txt", cue_noun),
        ("cue-adjectives.txt", cue_adjective),
        ("cue-phrases.txt", cue_phrase),
        ("source-nouns.txt", source_noun),
        ("roles.txt", role),
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
    ];
    for (name, read) in tables {
        for row in rows(&files.texts(name)) {
            read(&mut lexicon, row)?;
        }
    }
    lexicon.weights = Weights::load(&rows(&files.texts("cue-weights.txt")), &rows(&files.texts("rule-scores.txt")))?;
    lexicon.phrases.finish();
    Ok(lexicon)
}

fn word(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let mut classes = Classes::empty();
    for name in row.list(1) {
        classes |= row.lookup(1, name, CLASS_NAMES)?;
    }
    lexicon.words.mark(row.cell(0), classes);
    let countable = Classes::DETERMINER | Classes::PREPOSITION | Classes::PRONOUN_SUBJECT | Classes::AUXILIARY;
    if classes.contains(Classes::NOUN) && !classes.intersects(countable) && row.cell(0).len() > 2 {
        lexicon.words.mark(&inflect::with_s(row.cell(0)), Classes::NOUN | Classes::PLURAL);
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

fn verb(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    learn_verb(lexicon, row.cell(0), forms(row)?);
    Ok(())
}

fn learn_verb(lexicon: &mut Lexicon, lemma: &str, forms: [String; 4]) {
    lexicon.words.mark(lemma, Classes::VERB_BASE);
    for (form, class) in forms.iter().zip(FORM_CLASSES) {
        lexicon.words.mark(form, class);
    }
    lexicon.forms.entry(lemma.into()).or_insert(forms);
}

fn cue(row: Row<'_>, part: Part, stance_column: usize) -> Result<Cue, LexiconError> {
    let mut frames = Frames::empty();
    for name in row.list(stance_column + 1) {
        frames |= row.lookup(stance_column + 1, name, FRAME_NAMES)?;
    }
    let stance = row.known(stance_column, STANCE_NAMES)?;
    Ok(Cue { lemma: row.cell(0).to_owned(), part, stance, frames })
}

fn add_cue(lexicon: &mut Lexicon, cue: Cue) -> u32 {
    lexicon.cues.push(cue);
    (lexicon.cues.len() - 1) as u32
}

fn cue_verb(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let forms = forms(row)?;
    let cue = add_cue(lexicon, cue(row, Part::Verb, 2)?);
    for form in forms.iter().map(String::as_str).chain([row.cell(0)]) {
        let word = lexicon.words.entry(form);
        word.classes |= Classes::CUE_VERB;
        word.verb.get_or_insert(cue);
    }
    learn_verb(lexicon, row.cell(0), forms);
    Ok(())
}

fn plural(row: Row<'_>) -> String {
    match row.cell(1) {
        "" => inflect::with_s(row.cell(0)),
        written => written.to_owned(),
    }
}

fn cue_noun(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let cue = add_cue(lexicon, cue(row, Part::Noun, 2)?);
    let plural = plural(row);
    for (form, number) in [(row.cell(0), Classes::empty()), (&plural, Classes::PLURAL)] {
        let word = lexicon.words.entry(form);
        word.classes |= Classes::CUE_NOUN | Classes::NOUN | number;
        word.noun.get_or_insert(cue);
    }
    Ok(())
}

fn cue_adjective(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let cue = add_cue(lexicon, cue(row, Part::Adjective, 1)?);
    let word = lexicon.words.entry(row.cell(0));
    word.classes |= Classes::CUE_ADJECTIVE | Classes::ADJECTIVE;
    word.adjective = Some(cue);
    Ok(())
}

fn cue_phrase(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let mut cue = cue(row, Part::Phrase, 1)?;
    let (first, rest) = row.cell(0).split_once(' ').unwrap_or((row.cell(0), ""));
    let forms = lexicon.all_forms(first);
    if forms.len() > 1 {
        cue.part = Part::Verb;
    }
    if cue.frames.contains(Frames::NO_SOURCE) && rest.is_empty() {
        lexicon.words.mark(first, Classes::SOURCELESS | Classes::ADVERB);
    }
    let meaning = Meaning::Cue(add_cue(lexicon, cue));
    for form in forms {
        learn_phrase(lexicon, &format!("{form} {rest}"), Spelling::Any, meaning, Classes::PHRASE_START);
    }
    Ok(())
}

/// Adds a phrase; `mark` goes on its first word.
fn learn_phrase(lexicon: &mut Lexicon, phrase: &str, spelling: Spelling, meaning: Meaning, mark: Classes) {
    let mut ids = Vec::new();
    for piece in cut(phrase, |_| true) {
        ids.push(lexicon.words.learn(&phrase[piece.start..piece.end]));
    }
    let Some((first, rest)) = ids.split_first() else {
        return;
    };
    lexicon.words.mark_id(*first, mark);
    lexicon.phrases.add(*first, Phrase { rest: rest.into(), spelling, meaning });
}

/// Adds a name that counts only as it is capitalised here; an all-capital one only in capitals.
fn learn_name(lexicon: &mut Lexicon, name: &str, meaning: Meaning) {
    let first = name.split([' ', '-']).next().unwrap_or("");
    let is_capitals = first.len() > 1 && !first.contains(char::is_lowercase);
    let spelling = match first.chars().next() {
        _ if first == "The" => Spelling::Article,
        _ if is_capitals => Spelling::Capitals,
        Some(c) if c.is_uppercase() => Spelling::Capital,
        _ => Spelling::Any,
    };
    learn_phrase(lexicon, name, spelling, meaning, Classes::NAME_START);
}

const KIND_NAMES: &[(&str, (AgentKind, Classes))] = &[
    ("person", (AgentKind::Person, Classes::PERSON_NOUN)),
    ("group", (AgentKind::Group, Classes::GROUP_NOUN)),
    ("anonymous", (AgentKind::Anonymous, Classes::ANONYMOUS_NOUN)),
    ("organisation", (AgentKind::Organisation, Classes::ORGANISATION_NOUN)),
    ("document", (AgentKind::Document, Classes::DOCUMENT_NOUN)),
    ("outlet", (AgentKind::Outlet, Classes::OUTLET_NOUN)),
];

fn source_noun(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let (kind, class) = row.known(2, KIND_NAMES)?;
    let plural = plural(row);
    for (form, number) in [(row.cell(0), Classes::empty()), (&plural, Classes::PLURAL)] {
        if form.contains(' ') {
            continue;
        }
        let word = lexicon.words.entry(form);
        word.classes |= class | Classes::NOUN | number;
        word.kind.get_or_insert(kind);
    }
    Ok(())
}

fn role(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    for word in row.cell(0).split(' ') {
        if lexicon.words.entry(word).classes.is_empty() {
            lexicon.words.mark(word, Classes::NOUN);
        }
    }
    if let Some(last) = row.cell(0).split(' ').next_back() {
        lexicon.words.mark(last, Classes::ROLE);
    }
    learn_phrase(lexicon, row.cell(0), Spelling::Any, Meaning::Role, Classes::NAME_START);
    Ok(())
}

const GENDERS: &[(&str, Classes)] =
    &[("m", Classes::MASCULINE), ("f", Classes::FEMININE), ("u", Classes::empty()), ("", Classes::empty())];

fn title(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let gender = row.known(1, GENDERS)?;
    for word in row.cell(0).split(' ') {
        lexicon.words.mark(word, Classes::TITLE | gender);
        lexicon.words.mark(word.trim_end_matches('.'), Classes::TITLE | gender);
    }
    Ok(())
}

fn given_name(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let gender = row.known(1, GENDERS)?;
    let word = row.known(2, &[("", Classes::empty()), ("word", Classes::NAME_OR_WORD)])?;
    lexicon.words.mark(row.cell(0), Classes::GIVEN_NAME | gender | word);
    Ok(())
}

fn outlet(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let index = lexicon.outlets.len() as u32;
    lexicon.outlets.push(Outlet {
        name: row.cell(0).to_owned(),
        kind: row.cell(1).to_owned(),
        country: row.cell(2).to_owned(),
    });
    for name in [row.cell(0)].into_iter().chain(row.list(3)) {
        learn_name(lexicon, name, Meaning::Outlet(index));
        lexicon.outlet_names.entry(name.to_lowercase()).or_insert(index);
    }
    for name in row.list(4) {
        learn_name(lexicon, name, Meaning::ShortOutlet(index));
    }
    Ok(())
}

fn body(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let index = lexicon.bodies.len() as u32;
    lexicon.bodies.push(Body { name: row.cell(0).to_owned(), kind: row.cell(2).to_owned() });
    for name in [row.cell(0)].into_iter().chain(row.list(1)) {
        learn_name(lexicon, name, Meaning::Body(index));
    }
    Ok(())
}

fn country(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let index = lexicon.countries.len() as u32;
    lexicon.countries.push(Country {
        name: row.cell(0).to_owned(),
        adjective: row.cell(1).to_owned(),
        capital: row.cell(3).to_owned(),
    });
    for name in [row.cell(0)].into_iter().chain(row.list(4)) {
        learn_name(lexicon, name, Meaning::Country(index));
        if !name.contains(' ') {
            lexicon.words.mark(name, Classes::COUNTRY);
        }
    }
    for name in row.list(3) {
        learn_name(lexicon, name, Meaning::Capital(index));
    }
    for demonym in row.list(1) {
        lexicon.words.mark(demonym.split(' ').next_back().unwrap_or(""), Classes::DEMONYM | Classes::ADJECTIVE);
    }
    for people in row.list(2) {
        lexicon.words.mark(people, Classes::DEMONYM | Classes::NOUN);
    }
    Ok(())
}

fn place(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    learn_name(lexicon, row.cell(0), Meaning::Place);
    Ok(())
}

fn anonymity(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let meaning = row.known(1, &[("source", Meaning::AnonymousSource), ("reason", Meaning::AnonymityReason)])?;
    learn_phrase(lexicon, row.cell(0), Spelling::Any, meaning, Classes::NAME_START);
    Ok(())
}

fn venue(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let meaning = row.known(1, &[("audience", Meaning::Audience), ("occasion", Meaning::Occasion)])?;
    learn_phrase(lexicon, row.cell(0), Spelling::Any, meaning, Classes::NAME_START);
    Ok(())
}

fn hedge(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    if row.cell(0).contains(' ') {
        learn_phrase(lexicon, row.cell(0), Spelling::Any, Meaning::Hedge, Classes::NAME_START);
    } else {
        lexicon.words.mark(row.cell(0), Classes::HEDGE);
    }
    Ok(())
}

fn abbreviation(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
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
    lexicon.words.mark(row.cell(0), classes | Classes::ABBREVIATION);
    Ok(())
}

fn boilerplate(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    lexicon.boilerplate.add(row.cell(0), row.known(1, MATCH_NAMES)?);
    Ok(())
}

fn watch_word(lexicon: &mut Lexicon, row: Row<'_>) -> Loaded {
    let mut watch = std::mem::take(&mut lexicon.watch);
    let added = watch.add(row, |first| lexicon.all_forms(first));
    lexicon.watch = watch;
    added
}
