//! `whosaid config init`: a configuration to start from, with a comment on everything.

use super::Profile;
use crate::checks::rules;
use crate::terms::Severity;

const HEAD: &str = "\
# What `whosaid check` looks for in the copy in this folder and below it. `whosaid rules ID` tells what a rule does,
# and `whosaid config show FILE` which values hold for a file. Lines without a mark before them are in force.

";

const HOUSE: &str = "
# The least severity that makes `whosaid check` fail: error, warning, note or never.
# fail-on = \"error\"

[house]
# In whose voice the copy speaks, as with --publication.
# publication = \"Larkhaven Courier\"
# Other outlets of the house: what they report is no pickup.
# outlets = [\"Sunday Courier\"]

# Each rule's severity: error, warning, note or off. A rule with numbers takes a table: severity, and numbers by name.
[rules]
";

const OVERRIDES: &str = "
# Other severities for some paths, relative to this file. The last one that matches counts.
# [[overrides]]
# paths = [\"opinion/**\"]
# rules = { mind-reading = \"off\" }
";

/// The text of a new `whosaid.toml`, which starts from `profile` if one is given.
pub fn commented(profile: Option<Profile>) -> String {
    let names = Profile::ALL.map(Profile::name).join(", ");
    let mark = if profile.is_some() { "" } else { "# " };
    let chosen = profile.unwrap_or(Profile::Reuters).name();
    let mut text = format!("{HEAD}# A standard to start from: {names}.\n{mark}profile = \"{chosen}\"\n{HOUSE}");
    for rule in rules::every() {
        let severity = rule.severity.map_or("off", Severity::name);
        text += &format!("# {}\n# {} = {severity:?}\n", rule.summary, rule.id);
    }
    text + OVERRIDES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::config::Config;

    #[test]
    fn it_reads_and_sets_no_more_than_its_profile() {
        for profile in std::iter::once(None).chain(Profile::ALL.map(Some)) {
            let config = Config::read("whosaid.toml", &commented(profile)).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(config.profile, profile);
            assert!(config.rules.is_empty());
        }
    }

    #[test]
    fn every_line_in_comment_can_be_put_in_force() {
        let bare: String = commented(None)
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") || rest.starts_with("[[") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let config = Config::read("whosaid.toml", &bare).unwrap_or_else(|error| panic!("{error}\n{bare}"));
        assert_eq!(config.rules.len(), rules::every().count());
    }
}
