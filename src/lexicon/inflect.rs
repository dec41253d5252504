//! The regular forms of English verbs and nouns.

/// A verb's forms: third person, past, participle, -ing.
pub fn verb_forms(lemma: &str) -> [String; 4] {
    let past = regular_past(lemma);
    [with_s(lemma), past.clone(), past, regular_ing(lemma)]
}

/// A noun's regular plural, or a verb's third person: "claims", "wishes", "parties".
pub fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y_stem(word) {
        return format!("{stem}ies");
    }
    if ["s", "sh", "ch", "x", "z"].iter().any(|end| word.ends_with(end)) {
        return format!("{word}es");
    }
    if word.ends_with('o') && !ends_vowel_o(word) {
        return format!("{word}es");
    }
    format!("{word}s")
}

/// Past and -ing as they are spelt in Britain: "labelled", "signalling". `None` where no final l is doubled.
pub fn doubled_l(lemma: &str) -> Option<[String; 2]> {
    let stem = lemma.strip_suffix('l')?;
    let before = stem.strip_suffix(['a', 'e', 'i', 'o', 'u'])?;
    let one_vowel = !before.ends_with(['a', 'e', 'i', 'o', 'u']);
    (one_vowel && before.contains(['a', 'e', 'i', 'o', 'u'])).then(|| [format!("{lemma}led"), format!("{lemma}ling")])
}

fn ends_vowel_o(word: &str) -> bool {
    word.len() > 1 && word[..word.len() - 1].ends_with(['a', 'e', 'i', 'o', 'u'])
}

fn regular_past(lemma: &str) -> String {
    match (lemma.ends_with('e'), consonant_y_stem(lemma)) {
        (true, _) => format!("{lemma}d"),
        (_, Some(stem)) => format!("{stem}ied"),
        _ => format!("{lemma}ed"),
    }
}

fn regular_ing(lemma: &str) -> String {
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| lemma.ends_with(end));
    match lemma.strip_suffix('e') {
        Some(stem) if lemma.ends_with("ie") => format!("{}ying", &stem[..stem.len() - 1]),
        Some(stem) if !keeps_e => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

fn consonant_y_stem(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    let vowel = stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    (!stem.is_empty() && !vowel).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms() {
        assert_eq!(verb_forms("deny"), ["denies", "denied", "denied", "denying"]);
        assert_eq!(verb_forms("argue"), ["argues", "argued", "argued", "arguing"]);
        assert_eq!(verb_forms("agree"), ["agrees", "agreed", "agreed", "agreeing"]);
        assert_eq!(verb_forms("stress"), ["stresses", "stressed", "stressed", "stressing"]);
        assert_eq!(verb_forms("say")[3], "saying");
        assert_eq!(verb_forms("veto")[0], "vetoes");
    }

    #[test]
    fn a_final_l_is_doubled_in_britain() {
        assert_eq!(doubled_l("label"), Some(["labelled".to_owned(), "labelling".to_owned()]));
        assert_eq!(doubled_l("reveal"), None);
        assert_eq!(doubled_l("call"), None);
        assert_eq!(doubled_l("tell"), None);
    }
}
