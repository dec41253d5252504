//! `whosaid config show`: every value that holds for a path, and where it comes from.

use super::{Config, What};
use crate::checks::rules;
use crate::terms::Severity;
use rustc_hash::FxHashMap;
use std::path::Path;

impl Config {
    /// The effective values for `path`, as TOML that could be a configuration; each line says where its value comes from.
    /// `file` is what the configuration's own file is called.
    pub fn show(&self, path: &Path, file: &str) -> String {
        let mut text = String::new();
        let quoted = |words: &str| format!("{words:?}");
        let mut line =
            |key: &str, value: String, from: &str| text += &format!("{:<48} # {from}\n", format!("{key} = {value}"));
        if let Some(profile) = self.profile {
            line("profile", quoted(profile.name()), file);
        }
        let (fail_on, from) = self.fail_on.map_or((Some(Severity::Error), "default"), |set| (set, file));
        line("fail-on", quoted(fail_on.map_or("never", Severity::name)), from);
        if let Some(publication) = &self.publication {
            line("house.publication", quoted(publication), file);
        }
        if !self.outlets.is_empty() {
            line("house.outlets", format!("{:?}", self.outlets), file);
        }
        text + "\n[rules]\n" + &self.show_rules(path)
    }

    fn show_rules(&self, path: &Path) -> String {
        let mut from: FxHashMap<(&str, &str), &str> = FxHashMap::default();
        for set in self.sets(path) {
            let key = match set.what {
                What::Severity(_) => "severity",
                What::Number(name, _) => name,
            };
            from.insert((set.rule.id, key), &set.from);
        }
        let settings = self.settings(path);
        let mut text = String::new();
        for rule in rules::every() {
            let origin = |key: &'static str| from.get(&(rule.id, key)).copied().unwrap_or("default");
            let severity = settings.severity(rule).map_or("off", Severity::name);
            text += &format!("{:<48} # {}\n", format!("{}.severity = {severity:?}", rule.id), origin("severity"));
            for number in rule.numbers {
                let value = settings.options(rule).number(number.name);
                text +=
                    &format!("{:<48} # {}\n", format!("{}.{} = {value}", rule.id, number.name), origin(number.name));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_reads_as_the_same_settings() {
        let text = "profile = \"bbc\"\nfail-on = \"warning\"\n[house]\noutlets = [\"Larkhaven Courier\"]\n[rules]\nanon-bare = \"note\"\n";
        let config = Config::read("whosaid.toml", text).unwrap();
        let shown = config.show(Path::new("a.txt"), "whosaid.toml");
        let again = Config::read("shown.toml", &shown).unwrap_or_else(|error| panic!("{error}\n{shown}"));
        for rule in rules::every() {
            let severity = |config: &Config| config.settings(Path::new("a.txt")).severity(rule);
            assert_eq!(severity(&config), severity(&again), "{}", rule.id);
        }
        assert!(
            shown.contains("# whosaid.toml:6\n") && shown.contains("# profile bbc\n") && shown.contains("# default\n"),
            "{shown}"
        );
    }
}
