//! Names a few slips away from one that is not there, found without comparing it with every one of them.
//!
//! The names stand in the order of their letters, so that one begins as the one before it does. What was worked out for that beginning is not worked out
//! again, and names of which the beginning is too far off already are passed over together: it is a search in a tree that nobody builds.

use super::{plain, slips_apart};

/// As many things are named where several are equally near.
const NAMED: usize = 3;
/// Names longer than this are sentences.
const LETTERS: usize = 300;
/// Farther than anything that is asked for.
const FAR: u16 = u16::MAX / 2;

/// What things are called.
#[derive(Debug)]
pub struct Names<'c, T> {
    all: Vec<Named<'c, T>>,
}

/// A name of a thing.
#[derive(Debug)]
struct Named<'c, T> {
    /// How it sounds ([`plain`]).
    letters: Vec<char>,
    /// How many letters it begins with as the name before it does.
    common: usize,
    /// How it is written.
    written: &'c str,
    thing: T,
}

impl<'c, T> Names<'c, T> {
    /// Names with what is called so; a thing may have several. O(names × length × log names).
    pub fn new(all: impl IntoIterator<Item = (&'c str, T)>) -> Self {
        let named = |(written, thing)| {
            let letters: Vec<char> = plain(written).chars().collect();
            Named { letters, common: 0, written, thing }
        };
        let all = all.into_iter().map(named);
        let mut all: Vec<Named<'c, T>> =
            all.filter(|named| !named.letters.is_empty() && named.letters.len() <= LETTERS).collect();
        all.sort_by(|a, b| a.letters.cmp(&b.letters));
        let mut before: &[char] = &[];
        let mut commons = Vec::with_capacity(all.len());
        for named in &all {
            commons.push(before.iter().zip(&named.letters).take_while(|(a, b)| a == b).count());
            before = &named.letters;
        }
        for (named, common) in all.iter_mut().zip(commons) {
            named.common = common;
        }
        Self { all }
    }

    /// Adds the names that are nearest to some letters, and no farther than the nearest so far; nothing where the steps ran out.
    fn search<'n>(&'n self, name: &[char], nearest: &mut Nearest<'n, 'c, T>, steps: &mut usize) -> Option<()> {
        let first: Vec<u16> = (0..=name.len()).map(|at| u16::try_from(at).unwrap_or(FAR)).collect();
        // How far each beginning of a name is from each beginning of what is looked for: a row for each letter of what they have in common.
        let mut rows: Vec<Vec<u16>> = vec![first];
        // The last row is too far off already, whatever follows.
        let mut dead = false;
        for named in &self.all {
            if named.common + 1 < rows.len() {
                rows.truncate(named.common + 1);
                dead = false;
            }
            *steps = steps.checked_sub(1)?;
            if dead || named.letters.len().abs_diff(name.len()) > usize::from(nearest.distance) {
                continue;
            }
            for (depth, &letter) in named.letters.iter().enumerate().skip(rows.len() - 1) {
                *steps = steps.checked_sub(2 * usize::from(nearest.distance) + 1)?;
                let before =
                    depth.checked_sub(1).and_then(|at| Some((rows.get(at)?.as_slice(), *named.letters.get(at)?)));
                let row =
                    row(before, rows.last().map_or(&[], Vec::as_slice), letter, name, depth + 1, nearest.distance);
                dead = row.iter().all(|&distance| distance > nearest.distance);
                rows.push(row);
                if dead {
                    break;
                }
            }
            let distance = rows.last().filter(|_| !dead).and_then(|row| row.last()).copied().unwrap_or(FAR);
            if distance < nearest.distance {
                nearest.names.clear();
                nearest.distance = distance;
            }
            if distance == nearest.distance {
                nearest.names.push(named);
            }
        }
        Some(())
    }
}

/// The names that were found.
struct Nearest<'n, 'c, T> {
    /// How far they are; before any was found, how far they may be.
    distance: u16,
    names: Vec<&'n Named<'c, T>>,
}

/// How far a name is from each beginning of what is looked for, with one letter more: a letter too many, too few, wrong, or swapped with the next. Only
/// what can come within `most` is worked out.
fn row(before: Option<(&[u16], char)>, last: &[u16], letter: char, name: &[char], depth: usize, most: u16) -> Vec<u16> {
    let at = |row: &[u16], column: usize| row.get(column).copied().unwrap_or(FAR);
    let mut row = vec![FAR; name.len() + 1];
    let most = usize::from(most);
    let mut left = FAR;
    for column in depth.saturating_sub(most)..=(depth + most).min(name.len()) {
        let mut distance = at(last, column).saturating_add(1).min(left.saturating_add(1));
        if let Some(wanted) = column.checked_sub(1).and_then(|at| name.get(at)) {
            distance = distance.min(at(last, column - 1).saturating_add(u16::from(*wanted != letter)));
            if let Some((before, swapped)) = before
                && *wanted == swapped
                && column.checked_sub(2).and_then(|at| name.get(at)) == Some(&letter)
            {
                distance = distance.min(at(before, column - 2).saturating_add(1));
            }
        }
        if let Some(place) = row.get_mut(column) {
            *place = distance;
        }
        left = distance;
    }
    row
}

/// The things whose names are nearest to `name`, if any is near enough to be meant, each with its name: nearest first, and three at most.
///
/// Names are longer than ids and more alike, as those of five regions are, so that a letter in six may be wrong and no more. What only looks
/// different, such as case, hyphens and `ae` for `æ`, costs nothing. Of equally near ones that which is written most like it comes first; a short name with several
/// has none. The answer does not depend on the order of the names. Nothing where the steps ran out.
///
/// O(names) at most for those that are passed over, and O(length) for each letter in which a name that is not differs from the one before it.
pub fn nearest_names<'n, 'c: 'n, T: Copy + Ord + 'n>(
    name: &str,
    all: impl IntoIterator<Item = &'n Names<'c, T>>,
    steps: &mut usize,
) -> Vec<(&'c str, T)> {
    let sounds: Vec<char> = plain(name).chars().collect();
    if sounds.is_empty() || sounds.len() > LETTERS {
        return Vec::new();
    }
    let allowed = if sounds.len() < 3 { 0 } else { (sounds.len() / 6).clamp(1, 3) };
    let mut nearest = Nearest { distance: u16::try_from(allowed).unwrap_or(0), names: Vec::new() };
    for names in all {
        if names.search(&sounds, &mut nearest, steps).is_none() {
            return Vec::new();
        }
    }
    // Of several names of one thing that which is written most like it.
    let written = nearest.names.iter().filter(|named| named.written != name);
    let mut found: Vec<(usize, &'c str, T)> =
        written.map(|named| (slips_apart(name, named.written), named.written, named.thing)).collect();
    found.sort_unstable();
    let mut different: Vec<(&'c str, T)> = Vec::new();
    for (_, written, thing) in found {
        if different.len() <= NAMED && different.iter().all(|&(other, own)| other != written && own != thing) {
            different.push((written, thing));
        }
    }
    if different.len() > 1 && nearest.distance > 0 && sounds.len() <= 7 {
        return Vec::new();
    }
    different.truncate(NAMED);
    different
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(name: &str, candidates: &[&'static str]) -> Vec<&'static str> {
        let names = Names::new(candidates.iter().copied().zip(0..));
        let found = nearest_names(name, [&names], &mut 1_000_000);
        found.into_iter().map(|(written, _)| written).collect()
    }

    #[test]
    fn a_misspelt_name_finds_what_is_called_so() {
        let all = ["Dansk Industri", "Dansk Erhverv", "Region Nordjylland", "KL"];
        for name in ["Dansk Industrie", "Danks Industri", "Dansk  industri.", "DANSK INDUSTRI", "dansk-industrie"] {
            assert_eq!(named(name, &all), ["Dansk Industri"], "{name}");
        }
        assert!(named("Region Midtjylland", &all).is_empty(), "another region");
        assert!(named("DA", &all).is_empty());
        assert_eq!(named("Vaekstforum", &["Vækstforum"]), ["Vækstforum"]);
        assert!(named("?", &["!"]).is_empty());
    }

    #[test]
    fn what_is_equally_near_is_named_as_well() {
        assert_eq!(named("Kreis Wst", &["Kreis Ost", "Kreis West", "Kreis Nord"]), ["Kreis Ost", "Kreis West"]);
        assert_eq!(named("kreis west", &["Kreis Ost", "Kreis West"]), ["Kreis West"]);
        assert!(named("Skive", &["Skave", "Skove"]).is_empty(), "a short name with several");
        let many = ["Kontor A 1", "Kontor B 1", "Kontor C 1", "Kontor D 1"];
        assert_eq!(named("Kontor X 1", &many), many[..3]);
        // Two names of one thing are no two things.
        let names = Names::new([("Dansk Industri", 1), ("dansk-industri", 1), ("Dansk Industrii", 2)]);
        assert_eq!(
            nearest_names("dansk industria", [&names], &mut 1_000_000),
            [("dansk-industri", 1), ("Dansk Industrii", 2)]
        );
    }

    #[test]
    fn a_series_of_names_is_searched_in_few_steps() {
        let all: Vec<String> = (0..500).map(|at| format!("Verband Nummer {at} Nord")).collect();
        let names = Names::new(all.iter().map(String::as_str).zip(0..));
        for name in
            ["Verband Nummer 217 Nrod", "Verbnd Nummer 217 Nord", "Verband Numer 217 Nrd", "verband numer 217  nord"]
        {
            let mut steps = 40_000;
            let found = nearest_names(name, [&names], &mut steps);
            assert_eq!(found, [("Verband Nummer 217 Nord", 217)], "{name}");
        }
        assert!(nearest_names("Verbnd Nummer 217 Nord", [&names], &mut 100).is_empty(), "no steps left");
    }

    proptest! {
        /// What is found is what comparing with every name finds.
        #[test]
        fn as_comparing_every_name(name in "[abc]{3,24}", all in proptest::collection::btree_set("[abc]{1,24}", 0..12)) {
            let names = Names::new(all.iter().map(String::as_str).zip(0..));
            let found: Vec<&str> = nearest_names(&name, [&names], &mut 1_000_000).into_iter().map(|(name, _)| name).collect();
            let allowed = (name.len() / 6).clamp(1, 3);
            let apart = |other: &&String| strsim::osa_distance(&name, other);
            let others = || all.iter().filter(|other| **other != name);
            let same = all.contains(&name);
            let least = others().map(|other| apart(&other)).min().filter(|least| *least <= allowed && !same);
            let mut expected: Vec<&str> =
                others().filter(|other| Some(apart(other)) == least).map(String::as_str).collect();
            if expected.len() > 1 && name.len() <= 7 {
                expected.clear();
            }
            expected.truncate(3);
            prop_assert_eq!(found, expected);
        }
    }
}
