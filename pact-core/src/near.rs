//! "Did you mean": the candidate that a misspelt word most likely stands for.

/// The candidate nearest to `word`, if one is near enough to be meant. Ties go to the smaller word, so that the answer does not
/// depend on the order of the candidates. O(candidates × word length²).
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let letters = word.chars().count();
    // One slip in three letters is a typo; more is another word.
    let allowed = if letters < 2 { 0 } else { (letters / 3).clamp(1, 4) };
    let folded = fold(word);
    candidates
        .into_iter()
        .filter(|&candidate| candidate != word)
        .filter_map(|candidate| {
            let other = fold(candidate);
            // A word cut short, or drawn out, is meant as the whole: `stemme` for `stemmeret`.
            let shorter = letters.min(other.chars().count());
            if shorter >= 4 && (other.starts_with(&folded) || folded.starts_with(&other)) {
                return Some((allowed, candidate));
            }
            if other.chars().count().abs_diff(letters) > allowed {
                return None;
            }
            Some((strsim::damerau_levenshtein(&folded, &other), candidate))
        })
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Case, and `_` for `-`, are slips of their own that cost nothing.
fn fold(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_finds_its_word() {
        assert_eq!(nearest("objektives", ["actors", "objectives"]), Some("objectives"));
        assert_eq!(nearest("nominated_by", ["nominated-by", "note"]), Some("nominated-by"));
        assert_eq!(nearest("HTX", ["htx", "hhx"]), Some("htx"));
        assert_eq!(nearest("stemme", ["stemmeret", "id"]), Some("stemmeret"));
        assert_eq!(nearest("lo", ["ac", "da"]), None);
        assert_eq!(nearest("purpose", ["label", "clause"]), None);
    }

    #[test]
    fn ties_do_not_depend_on_order() {
        assert_eq!(nearest("ax", ["ab", "ac"]), Some("ab"));
        assert_eq!(nearest("ax", ["ac", "ab"]), Some("ab"));
    }
}
