//! "Did you mean": the candidate that a misspelt word most likely stands for.

pub mod slips;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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

/// A word of a text, as it is written and as it sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in lower case without accents; `å`, `æ` and `ø` as `aa`, `ae` and `oe`.
    pub plain: String,
    /// It begins with a capital letter.
    pub capital: bool,
    /// It has letters, and none of them is a small one.
    pub all_capital: bool,
}

/// The words of a text, without what is neither a letter nor a digit. O(length).
pub fn words(text: &str) -> Vec<Word> {
    let text: String = text.nfc().collect();
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| Word {
        plain: word.chars().flat_map(char::to_lowercase).fold(String::new(), sound),
        capital: word.starts_with(char::is_uppercase),
        all_capital: word.contains(char::is_uppercase) && !word.contains(char::is_lowercase),
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

/// What something goes by: how it sounds ([`plain`]), and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called<'c> {
    /// How it sounds.
    pub plain: String,
    /// How it is written.
    pub written: &'c str,
}

impl<'c> Called<'c> {
    /// A name.
    pub fn new(written: &'c str) -> Self {
        Self { plain: plain(written), written }
    }
}

/// The candidate whose name is nearest to `name`, if one is near enough to be meant.
///
/// Names are longer than ids and more alike, as those of five regions are, so that a letter in six may be wrong and no more. What only looks
/// different, such as case, hyphens and `ae` for `æ`, costs nothing. Of equally near ones that which is written most like it is meant; a short name with several
/// has none. The answer does not depend on the order of the candidates. O(candidates × length²).
pub fn nearest_name<'n, 'c: 'n>(
    name: &str,
    candidates: impl IntoIterator<Item = &'n Called<'c>>,
) -> Option<&'n Called<'c>> {
    let sounds = plain(name);
    let letters = sounds.chars().count();
    let allowed = if letters < 3 { 0 } else { (letters / 6).clamp(1, 3) };
    let mut best: Option<((usize, usize), &'n Called<'c>)> = None;
    let mut tied = false;
    for candidate in candidates.into_iter().filter(|candidate| candidate.written != name && !sounds.is_empty()) {
        let apart = candidate.plain.chars().count().abs_diff(letters);
        let least = best.map_or(allowed, |((least, _), _)| least);
        if apart > least {
            continue;
        }
        let distance = slips_apart(&sounds, &candidate.plain);
        if distance > least {
            continue;
        }
        let found = (distance, slips_apart(name, candidate.written));
        match best {
            Some((least, chosen)) if (found, candidate.written) >= (least, chosen.written) => {
                tied |= found == least && candidate.written != chosen.written;
            }
            Some((least, chosen)) => {
                tied = found == least && candidate.written != chosen.written;
                best = Some((found, candidate));
            }
            None => best = Some((found, candidate)),
        }
    }
    best.filter(|((distance, _), _)| *distance == 0 || !tied || letters > 7).map(|(_, candidate)| candidate)
}

/// Case, and `_` for `-`, are slips of their own that cost nothing.
fn fold(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::{Called, nearest, nearest_name, plain};

    fn named(name: &str, candidates: &[&'static str]) -> Option<&'static str> {
        let candidates: Vec<Called<'static>> = candidates.iter().map(|&written| Called::new(written)).collect();
        nearest_name(name, &candidates).map(|called| called.written)
    }

    #[test]
    fn a_misspelt_name_finds_what_is_called_so() {
        let all = ["Dansk Industri", "dansk-industri", "Dansk Erhverv", "Region Nordjylland", "KL"];
        for name in ["Dansk Industrie", "Danks Industri", "Dansk  industri.", "DANSK INDUSTRI"] {
            assert_eq!(named(name, &all), Some("Dansk Industri"), "{name}");
        }
        assert_eq!(named("dansk-industrie", &all), Some("dansk-industri"));
        assert_eq!(named("Region Midtjylland", &all), None, "another region");
        assert_eq!(named("DA", &all), None);
        assert_eq!(named("Vaekstforum", &["Vækstforum"]), Some("Vækstforum"));
        assert_eq!(named("Skive", &["Skave", "Skove"]), None, "several are as near");
        assert_eq!(named("?", &["!"]), None);
    }

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
    }
}
