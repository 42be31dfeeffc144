//! Words that are a slip or two apart, found without comparing every two of them.
//!
//! Two words that differ by a letter (one too many, one wrong, two swapped) become the same when a letter is taken out of each: then they meet
//! under the digest of what is left. Digits are never taken out, since numbers tell things apart, and neither are blanks.

/// As many digests are kept at a time; sixteen bytes each.
const DIGESTS: usize = 6_000_000;
/// More words than these under one digest are a series, such as a list of test data, and no slips.
const SERIES: usize = 12;
/// Longer words are sentences.
const LETTERS: usize = 100;
/// An odd number whose bits look like chance.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
/// What undoes it.
const BACK: u64 = inverse(BASE);

/// Calls `meet` with the positions of every two words that may become equal when at most `reach(word)` letters (0, 1 or 2) are taken out of each; the smaller
/// position first. Two may meet more than once, and a few meet by chance: how far they are apart is for the caller to see.
///
/// Where the words are so many that two letters would take too much memory (tens of thousands of names), one letter is taken out.
///
/// # Complexity
/// O(words × length), for two letters O(words × length²); at most that many meetings times a constant.
pub fn meetings(words: &[&str], reach: impl Fn(&str) -> usize, mut meet: impl FnMut(usize, usize)) {
    let reaches: Vec<usize> = words.iter().map(|word| reach(word)).collect();
    let needed: usize = words.iter().zip(&reaches).filter(|(_, reach)| **reach > 1).map(|(word, _)| pairs(word)).sum();
    let at_most = if needed > DIGESTS { 1 } else { 2 };
    let mut digests: Vec<(u64, u32)> = Vec::new();
    for (at, (word, reach)) in words.iter().zip(reaches).enumerate().filter(|(_, (_, reach))| *reach > 0) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        shortened(word, reach.min(at_most), |digest| digests.push((digest, at)));
    }
    digests.sort_unstable();
    digests.dedup();
    for alike in digests.chunk_by(|(one, _), (other, _)| one == other).filter(|alike| alike.len() <= SERIES) {
        for (number, &(_, first)) in alike.iter().enumerate() {
            for &(_, other) in alike.iter().skip(number + 1) {
                meet(first as usize, other as usize);
            }
        }
    }
}

/// How many digests a word has when two letters are taken out.
fn pairs(word: &str) -> usize {
    let letters = word.chars().count().min(LETTERS);
    1 + letters + letters * letters.saturating_sub(1) / 2
}

/// The digests of a word, and of what is left of it when up to `reach` letters are taken out. Each takes O(1): a digest is a sum over the letters, each
/// times a power for its place, and what stands behind a letter that is taken out moves up by a place.
fn shortened(word: &str, reach: usize, mut digest: impl FnMut(u64)) {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() > LETTERS {
        return;
    }
    // Sums up to each letter: where nothing, one letter and two letters before it were taken out.
    let (mut whole, mut once, mut twice) = (vec![0_u64], vec![0_u64], vec![0_u64]);
    let (mut sums, mut power) = ([0_u64; 3], 1_u64);
    for &letter in &letters {
        let value = u64::from(letter).wrapping_mul(BASE) ^ (u64::from(letter) << 7);
        for (sum, all) in sums.iter_mut().zip([&mut twice, &mut once, &mut whole]) {
            *sum = sum.wrapping_add(value.wrapping_mul(power));
            power = power.wrapping_mul(BASE);
            all.push(*sum);
        }
        // Three powers were used, and the next letter begins with the second of them.
        power = power.wrapping_mul(BACK).wrapping_mul(BACK);
    }
    let sum = |all: &[u64], from: usize, to: usize| {
        all.get(to).copied().unwrap_or(0).wrapping_sub(all.get(from).copied().unwrap_or(0))
    };
    let end = letters.len();
    let may_go = |letter: &char| letter.is_alphabetic();
    digest(sum(&whole, 0, end));
    for (first, _) in letters.iter().enumerate().filter(|(_, letter)| may_go(letter)) {
        let head = sum(&whole, 0, first);
        digest(head.wrapping_add(sum(&once, first + 1, end)));
        if reach > 1 {
            for (second, _) in letters.iter().enumerate().skip(first + 1).filter(|(_, letter)| may_go(letter)) {
                let middle = sum(&once, first + 1, second);
                digest(head.wrapping_add(middle).wrapping_add(sum(&twice, second + 1, end)));
            }
        }
    }
}

/// The number that an odd number has to be multiplied by to give one, by Newton's method.
const fn inverse(odd: u64) -> u64 {
    let mut found = odd;
    let mut round = 0;
    while round < 6 {
        found = found.wrapping_mul(2_u64.wrapping_sub(odd.wrapping_mul(found)));
        round += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn met(words: &[&str], reach: usize) -> BTreeSet<(usize, usize)> {
        let mut all = BTreeSet::new();
        meetings(
            words,
            |_| reach,
            |one, other| {
                all.insert((one, other));
            },
        );
        all
    }

    #[test]
    fn slips_meet() {
        let words = ["anne hansen", "anne hanesn", "ane hansen", "anna hansen", "anne hansen 1", "bo"];
        assert_eq!(met(&words, 1), [(0, 1), (0, 2), (0, 3)].into());
        assert_eq!(met(&["kontor 12", "kontor 13", "kontor 1"], 2), BTreeSet::new(), "numbers tell apart");
        assert_eq!(met(&["abcd", "acbdx"], 2), [(0, 1)].into());
    }

    proptest! {
        /// Whatever is a letter or two apart meets; what meets is not far apart.
        #[test]
        fn as_comparing_every_two(words in proptest::collection::btree_set("[ab]{3,7}", 2..6), reach in 1..=2_usize) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let met = met(&words, reach);
            for (first, one) in words.iter().enumerate() {
                for (second, other) in words.iter().enumerate().skip(first + 1) {
                    let apart = strsim::osa_distance(one, other);
                    let together = met.contains(&(first, second));
                    prop_assert!(apart > reach || together, "{one} {other}");
                    prop_assert!(!together || apart <= 2 * reach, "{one} {other}");
                }
            }
        }
    }

    #[test]
    fn a_series_is_no_slip() {
        let words: Vec<String> = ('a'..='z').map(|letter| format!("plads {letter}")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(met(&words, 1), BTreeSet::new());
    }
}
