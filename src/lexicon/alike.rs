//! When two names are one.

/// Whether a later name is a short form of an earlier one: a surname, a given name with it, an acronym.
///
/// Both are words in lower case, titles and roles left out.
pub fn names_alike(full: &[String], later: &[String]) -> bool {
    let (Some(surname), Some(last)) = (full.last(), later.last()) else { return false };
    let same_surname = surname == last && (later.len() == 1 || full.len() == 1 || initials_fit(full, later));
    let family_first = match full {
        [family, given] => is_family_first(family, given),
        _ => full.len() == 3,
    };
    let first_of_east_asian = family_first && later.len() == 1 && full[0] == *last;
    same_surname || first_of_east_asian || is_acronym(full, later) || is_acronym(later, full)
}

/// "Chang Chun-hsiung": two words, and a hyphen in the second.
pub fn is_family_first(family: &str, given: &str) -> bool {
    given.contains('-') && !family.contains('-')
}

/// "J. Smith" and "John Smith", "John F. Smith" and "John Smith"
fn initials_fit(full: &[String], later: &[String]) -> bool {
    let (a, b) = (&full[0], &later[0]);
    a == b
        || a.ends_with('.') && b.starts_with(a.trim_end_matches('.'))
        || b.ends_with('.') && a.starts_with(b.trim_end_matches('.'))
}

fn is_acronym(full: &[String], later: &[String]) -> bool {
    if later.len() != 1 || full.len() < 3 {
        return false;
    }
    let letters = || later[0].chars().filter(|c| c.is_alphabetic());
    let all = full.iter().filter_map(|word| word.chars().next());
    let big = full.iter().filter(|word| !SMALL.contains(&word.as_str())).filter_map(|word| word.chars().next());
    letters().map(char::len_utf8).sum::<usize>() > 1 && (letters().eq(all) || letters().eq(big))
}

const SMALL: [&str; 6] = ["of", "the", "for", "and", "on", "in"];

#[cfg(test)]
mod tests {
    use super::names_alike;

    fn name(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_lowercase).collect()
    }

    #[test]
    fn surnames_initials_and_acronyms() {
        assert!(names_alike(&name("John Kirby"), &name("Kirby")));
        assert!(names_alike(&name("Kim Jong Un"), &name("Kim")));
        assert!(names_alike(&name("Wen Tai-shan"), &name("Wen")));
        assert!(names_alike(&name("International Atomic Energy Agency"), &name("IAEA")));
        assert!(!names_alike(&name("John Smith"), &name("Anna Smith")));
    }
}
