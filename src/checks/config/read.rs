//! From TOML to a [`Config`], with the place of every mistake.

use super::{Config, ConfigError, Override, Profile, Set, What};
use crate::checks::nearest::nearest;
use crate::checks::rule::Rule;
use crate::checks::rules;
use crate::terms::Severity;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Read<T> = Result<T, ConfigError>;
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads a whole configuration.
pub(super) fn config(path: &str, text: &str) -> Read<Config> {
    let reader = Reader { path, text };
    let table = DeTable::parse(text).map_err(|error| {
        let message = format!("no TOML: {}", error.message());
        reader.error(error.span().unwrap_or(0..0), message)
    })?;
    reader.config(table.get_ref())
}

/// The severities as they are written.
const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("error", Some(Severity::Error)),
    ("warning", Some(Severity::Warning)),
    ("note", Some(Severity::Note)),
    ("off", None),
];

struct Reader<'t> {
    path: &'t str,
    text: &'t str,
}

impl Reader<'_> {
    fn error(&self, span: Range<usize>, message: String) -> ConfigError {
        ConfigError::at(self.path, self.text, span, message)
    }

    /// An error about a name that is none of `known`.
    fn unknown(&self, span: Range<usize>, what: &str, name: &str, known: &[&str]) -> ConfigError {
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("perhaps `{near}` is meant"),
            None => format!("there are {}", known.join(", ")),
        };
        self.error(span, format!("no {what} is called `{name}`; {help}"))
    }

    fn wanted(&self, value: &Value<'_>, what: &str) -> ConfigError {
        self.error(value.span(), format!("{what} is wanted here"))
    }

    fn config(&self, table: &DeTable<'_>) -> Read<Config> {
        let mut config = Config::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "profile" => {
                    config.profile = Some(self.one_of(value, "profile", &Profile::ALL.map(|one| (one.name(), one)))?)
                }
                "fail-on" => config.fail_on = Some(self.fail_on(value)?),
                "house" => self.house(self.table(value)?, &mut config)?,
                "rules" => config.rules = self.rules(self.table(value)?)?,
                "overrides" => config.overrides = self.overrides(value)?,
                other => {
                    return Err(self.unknown(
                        key.span(),
                        "key",
                        other,
                        &["profile", "fail-on", "house", "rules", "overrides"],
                    ));
                }
            }
        }
        Ok(config)
    }

    fn fail_on(&self, value: &Value<'_>) -> Read<Option<Severity>> {
        let known = SEVERITIES.map(|(name, severity)| (if name == "off" { "never" } else { name }, severity));
        self.one_of(value, "severity", &known)
    }

    fn house(&self, table: &DeTable<'_>, config: &mut Config) -> Read<()> {
        for (key, value) in table {
            match &**key.get_ref() {
                "publication" => config.publication = Some(self.string(value)?.to_owned()),
                "outlets" => {
                    config.outlets = self.strings(value)?.into_iter().map(|(outlet, _)| outlet.to_owned()).collect()
                }
                other => return Err(self.unknown(key.span(), "key of [house]", other, &["publication", "outlets"])),
            }
        }
        Ok(())
    }

    fn overrides(&self, value: &Value<'_>) -> Read<Vec<Override>> {
        let DeValue::Array(tables) = value.get_ref() else {
            return Err(self.wanted(value, "a list of tables, [[overrides]],"));
        };
        tables.iter().map(|table| self.one_override(table)).collect()
    }

    fn one_override(&self, value: &Value<'_>) -> Read<Override> {
        let (mut paths, mut rules) = (None, Vec::new());
        for (key, value) in self.table(value)? {
            match &**key.get_ref() {
                "paths" => paths = Some(self.globs(value)?),
                "rules" => rules = self.rules(self.table(value)?)?,
                other => return Err(self.unknown(key.span(), "key of [[overrides]]", other, &["paths", "rules"])),
            }
        }
        let paths = paths.ok_or_else(|| {
            self.error(value.span(), "paths are missing here, such as paths = [\"opinion/**\"]".to_owned())
        })?;
        Ok(Override { paths, rules })
    }

    fn globs(&self, value: &Value<'_>) -> Read<GlobSet> {
        let mut globs = GlobSetBuilder::new();
        for (pattern, span) in self.strings(value)? {
            globs.add(Glob::new(pattern).map_err(|error| self.error(span, format!("no pattern: {}", error.kind())))?);
        }
        globs.build().map_err(|error| self.error(value.span(), format!("no patterns: {}", error.kind())))
    }

    fn rules(&self, table: &DeTable<'_>) -> Read<Vec<Set>> {
        let mut sets = Vec::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            let known: Vec<&str> = rules::every().map(|rule| rule.id).collect();
            let rule = rules::named(name).ok_or_else(|| self.unknown_rule(key.span(), name, &known))?;
            self.rule(rule, value, &mut sets)?;
        }
        Ok(sets)
    }

    /// A list of all rules would be too long.
    fn unknown_rule(&self, span: Range<usize>, name: &str, known: &[&str]) -> ConfigError {
        match nearest(name, known.iter().copied()) {
            Some(_) => self.unknown(span, "rule", name, known),
            None => self.error(span, format!("no rule is called `{name}`; `whosaid rules` lists all")),
        }
    }

    /// `rule = "warning"`, or `rule = { severity = "warning", words = 6 }`.
    fn rule(&self, rule: &'static Rule, value: &Value<'_>, sets: &mut Vec<Set>) -> Read<()> {
        let from = |span: Range<usize>| format!("{}:{}", self.path, self.text[..span.start].matches('\n').count() + 1);
        let DeValue::Table(table) = value.get_ref() else {
            sets.push(Set {
                rule,
                what: What::Severity(self.one_of(value, "severity", &SEVERITIES)?),
                from: from(value.span()),
            });
            return Ok(());
        };
        for (key, value) in table {
            let name: &str = key.get_ref();
            let number = rule.numbers.iter().find(|number| number.name == name);
            let what = match (name, number) {
                ("severity", _) => What::Severity(self.one_of(value, "severity", &SEVERITIES)?),
                (_, Some(number)) => What::Number(number.name, self.number(value)?),
                _ => return Err(self.unknown_option(key.span(), rule, name)),
            };
            sets.push(Set { rule, what, from: from(value.span()) });
        }
        Ok(())
    }

    fn unknown_option(&self, span: Range<usize>, rule: &Rule, name: &str) -> ConfigError {
        let known: Vec<&str> =
            std::iter::once("severity").chain(rule.numbers.iter().map(|number| number.name)).collect();
        self.unknown(span, &format!("option of {}", rule.id), name, &known)
    }

    fn table<'v, 't>(&self, value: &'v Value<'t>) -> Read<&'v DeTable<'t>> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.wanted(value, "a table")),
        }
    }

    fn string<'v>(&self, value: &'v Value<'_>) -> Read<&'v str> {
        match value.get_ref() {
            DeValue::String(string) => Ok(string),
            _ => Err(self.wanted(value, "a string in quotation marks")),
        }
    }

    fn strings<'v>(&self, value: &'v Value<'_>) -> Read<Vec<(&'v str, Range<usize>)>> {
        let DeValue::Array(items) = value.get_ref() else { return Err(self.wanted(value, "a list of strings")) };
        items.iter().map(|item| Ok((self.string(item)?, item.span()))).collect()
    }

    fn number(&self, value: &Value<'_>) -> Read<usize> {
        let number = match value.get_ref() {
            DeValue::Integer(integer) => integer.as_str().parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| self.wanted(value, "a whole number that is not negative"))
    }

    fn one_of<T: Copy>(&self, value: &Value<'_>, what: &str, known: &[(&str, T)]) -> Read<T> {
        let name = self.string(value)?;
        let found = known.iter().find(|(known, _)| *known == name).map(|(_, found)| *found);
        found.ok_or_else(|| {
            self.unknown(value.span(), what, name, &known.iter().map(|(name, _)| *name).collect::<Vec<_>>())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        config("whosaid.toml", text).unwrap_err().to_string()
    }

    #[test]
    fn a_mistake_is_told_with_its_place_and_a_suggestion() {
        for (text, told) in [
            ("profil = \"ap\"\n", "whosaid.toml:1:1: no key is called `profil`; perhaps `profile` is meant"),
            ("profile = \"reuter\"\n", "whosaid.toml:1:11: no profile is called `reuter`; perhaps `reuters` is meant"),
            (
                "[rules]\nanon-bar = \"off\"\n",
                "whosaid.toml:2:1: no rule is called `anon-bar`; perhaps `anon-bare` is meant",
            ),
            (
                "[rules]\nnothing-like-it = \"off\"\n",
                "whosaid.toml:2:1: no rule is called `nothing-like-it`; `whosaid rules` lists all",
            ),
            (
                "[rules]\nanon-bare = \"eror\"\n",
                "whosaid.toml:2:13: no severity is called `eror`; perhaps `error` is meant",
            ),
            (
                "[rules.quote-no-source]\nword = 3\n",
                "whosaid.toml:2:1: no option of quote-no-source is called `word`; perhaps `words` is meant",
            ),
            (
                "[rules.quote-no-source]\nwords = -3\n",
                "whosaid.toml:2:9: a whole number that is not negative is wanted here",
            ),
            (
                "[house]\noutlet = []\n",
                "whosaid.toml:2:1: no key of [house] is called `outlet`; perhaps `outlets` is meant",
            ),
            (
                "[[overrides]]\nrules = {}\n",
                "whosaid.toml:1:1: paths are missing here, such as paths = [\"opinion/**\"]",
            ),
            (
                "fail-on = \"sometimes\"\n",
                "whosaid.toml:1:11: no severity is called `sometimes`; there are error, warning, note, never",
            ),
        ] {
            assert_eq!(error(text), told);
        }
        assert!(error("rules = [\n").starts_with("whosaid.toml:"));
    }

    #[test]
    fn overrides_come_last_and_profiles_first() {
        let text = "profile = \"ap\"\n[rules]\nanon-no-reason = \"note\"\nquote-no-source = { words = 6 }\n\
                    [[overrides]]\npaths = [\"opinion/**\"]\nrules = { anon-no-reason = \"off\" }\n";
        let config = config("whosaid.toml", text).unwrap();
        let severity =
            |path: &str, rule: &str| config.settings(std::path::Path::new(path)).severity(rules::named(rule).unwrap());
        assert_eq!(severity("news/a.txt", "anon-opinion"), Some(Severity::Error));
        assert_eq!(severity("news/a.txt", "anon-no-reason"), Some(Severity::Note));
        assert_eq!(severity("opinion/a.txt", "anon-no-reason"), None);
        let settings = config.settings(std::path::Path::new("a.txt"));
        assert_eq!(settings.options(rules::named("quote-no-source").unwrap()).number("words"), 6);
    }
}
