//! "Did you mean": the candidate that a misspelt word most likely stands for.

/// The candidate nearest to `word`, if one is near enough to be meant.
///
/// Among equally near ones a candidate of the same length is preferred, since letters are swapped more often than left out; a short word with
/// several equally near ones has none. The answer does not depend on the order of the candidates. O(candidates × word length²).
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let letters = word.chars().count();
    // One slip in three letters is a typo; more is another word. One or two letters are told apart by case alone.
    let allowed = if letters < 3 { 0 } else { ((letters + 1) / 3).min(4) };
    let folded = fold(word);
    let distance = |candidate: &str| {
        let other = fold(candidate);
        let apart = other.chars().count().abs_diff(letters);
        // A word cut short, or drawn out, is meant as the whole: `stemme` for `stemmeret`.
        let shorter = letters.min(other.chars().count());
        if shorter >= 4 && apart <= 3 && (other.starts_with(&folded) || folded.starts_with(&other)) {
            return Some((allowed.max(1), apart));
        }
        if apart > allowed {
            return None;
        }
        Some((strsim::damerau_levenshtein(&folded, &other), apart)).filter(|(distance, _)| *distance <= allowed)
    };
    let mut best: Option<((usize, usize), &'c str)> = None;
    let mut tied = false;
    for candidate in candidates.into_iter().filter(|&candidate| candidate != word) {
        let Some(found) = distance(candidate) else { continue };
        match best {
            Some((least, chosen)) if (found, candidate) >= (least, chosen) => {
                tied |= found == least && candidate != chosen
            }
            Some((least, chosen)) => {
                tied = found == least && candidate != chosen;
                best = Some((found, candidate));
            }
            None => best = Some((found, candidate)),
        }
    }
    best.filter(|_| !tied || letters > 4).map(|(_, candidate)| candidate)
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
        assert_eq!(nearest("bodys", ["bodies", "note"]), Some("bodies"));
        assert_eq!(nearest("DK04", ["DK041", "DK40"]), Some("DK40"), "swapped letters before one left out");
        assert_eq!(nearest("organisation", ["organ"]), None);
        assert_eq!(nearest("C2", ["B2", "C3"]), None);
        assert_eq!(nearest("lox", ["loa", "lob"]), None, "several are as near");
        assert_eq!(nearest("purpose", ["label", "clause"]), None);
    }

    #[test]
    fn ties_do_not_depend_on_order() {
        assert_eq!(nearest("skolex", ["skolea", "skoleb"]), Some("skolea"));
        assert_eq!(nearest("skolex", ["skoleb", "skolea"]), Some("skolea"));
    }
}
