//! "Did you mean": the candidate that a misspelt word most likely stands for.

pub mod names;
pub mod slips;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// As many candidates are named where several are equally near.
const NAMED: usize = 3;

/// The candidate nearest to `word`, if one is near enough to be meant; of several that are equally near the first in the order of letters.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    nearest_all(word, candidates).first().copied()
}

/// The candidates nearest to `word`, if any is near enough to be meant: all that are equally near, three at most, in the order of letters.
///
/// Among equally near ones candidates of the same length are preferred, since letters are swapped more often than left out; a short word with
/// several equally near ones has none. The answer does not depend on the order of the candidates. O(candidates × word length²).
pub fn nearest_all<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
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
    let mut least: Option<(usize, usize)> = None;
    let mut best: Vec<&'c str> = Vec::new();
    for candidate in candidates.into_iter().filter(|&candidate| candidate != word) {
        let Some(found) = distance(candidate).filter(|found| least.is_none_or(|least| *found <= least)) else {
            continue;
        };
        if least.replace(found) != Some(found) {
            best.clear();
        }
        if !best.contains(&candidate) {
            best.push(candidate);
            best.sort_unstable();
            best.truncate(NAMED);
        }
    }
    if best.len() > 1 && letters <= 4 { Vec::new() } else { best }
}

/// A word of a text, as it is written and as it sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in lower case without accents; `å`, `æ` and `ø` as `aa`, `ae` and `oe`.
    pub plain: String,
    /// It begins with a capital letter.
    pub capital: bool,
    /// It has letters, and none of them is a small one.
    pub all_capital: bool,
    /// It has a letter that not every keyboard has, such as `ü`.
    pub accented: bool,
}

/// The words of a text, without what is neither a letter nor a digit. O(length).
pub fn words(text: &str) -> Vec<Word> {
    let text: String = text.nfc().collect();
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| Word {
        plain: word.chars().flat_map(char::to_lowercase).fold(String::new(), sound),
        capital: word.starts_with(char::is_uppercase),
        all_capital: word.contains(char::is_uppercase) && !word.contains(char::is_lowercase),
        accented: !word.is_ascii(),
    };
    words.map(word).collect()
}

/// The words of a text as they sound, with a blank between them. Two texts that have the same are spellings of one. O(length).
pub fn plain(text: &str) -> String {
    words(text).into_iter().map(|word| word.plain).collect::<Vec<_>>().join(" ")
}

/// Adds a small letter the way that a keyboard without it writes it.
fn sound(mut word: String, letter: char) -> String {
    match letter {
        'å' => word.push_str("aa"),
        'æ' | 'ä' => word.push_str("ae"),
        'ø' | 'ö' | 'œ' => word.push_str("oe"),
        'ß' => word.push_str("ss"),
        'þ' => word.push_str("th"),
        'ð' | 'đ' => word.push('d'),
        'ł' => word.push('l'),
        letter if letter.is_ascii() => word.push(letter),
        letter => word.extend(std::iter::once(letter).nfd().filter(|&part| !is_combining_mark(part))),
    }
    word
}

/// How many slips two words are apart: a letter too many, too few, wrong, or swapped with the next. O(length²).
pub fn slips_apart(one: &str, other: &str) -> usize {
    strsim::osa_distance(one, other)
}

/// Case, and `_` for `-`, are slips of their own that cost nothing.
fn fold(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::{nearest, nearest_all, plain};

    #[test]
    fn spellings_of_one_name_sound_the_same() {
        assert_eq!(plain("Søren  ÅRUP-Jensen,"), "soeren aarup jensen");
        assert_eq!(plain("Rene\u{301} M\u{fc}ller"), plain("rene muller"));
        assert_eq!(plain("…"), "");
    }

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
        assert_eq!(
            nearest_all("skolex", ["skoleb", "skolea", "skole-x", "skoled", "skolec"]),
            ["skolea", "skoleb", "skolec"]
        );
    }
}
