//! Terms in several versions: two documents with one id that hold from different days. On each day one of them counts.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::Loaded;
use crate::{
    document::{
        terms::Terms,
        value::{Date, PartialDate},
    },
    name::Symbol,
    source::FileId,
};

/// A version of terms that does not count on the day of judging.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The id that it shares with the one that counts.
    pub id: Symbol,
    /// Where it stands.
    pub file: FileId,
    /// Where the one stands that counts.
    pub instead: FileId,
    /// From when it holds.
    pub from: Option<Date>,
    /// Until when it holds.
    pub to: Option<Date>,
}

/// Takes out the versions that do not count on a day: of several, the one counts that has begun last and has not ended. Where none is in force, the last that was
/// counts, or else the first that will be. Without a day, the last counts.
///
/// Documents of one id that do not say from when each of them holds are no versions; they are left, and the id is one that is given twice.
pub(super) fn set_aside(terms: &mut Vec<Loaded<Terms>>, day: Option<PartialDate>) -> Vec<SetAside> {
    let mut by_id: FxHashMap<Symbol, Vec<usize>> = FxHashMap::default();
    for (at, loaded) in terms.iter().enumerate() {
        if let Some(id) = loaded.document.id.0 {
            by_id.entry(id.symbol).or_default().push(at);
        }
    }
    let mut aside = vec![None; terms.len()];
    for (id, versions) in by_id.into_iter().filter(|(_, versions)| versions.len() > 1) {
        // From when a version holds that could not be read is not known, and so not which of them counts.
        let unread = |at: &usize| {
            terms.get(*at).is_some_and(|loaded| loaded.document.from.is_none() && loaded.document.meta.damaged)
        };
        if versions.iter().any(unread) {
            continue;
        }
        let begins =
            |at: usize| terms.get(at).and_then(|loaded| loaded.document.from).and_then(|from| from.date.first());
        let mut days: Vec<_> = versions.iter().map(|&at| begins(at)).collect();
        days.sort_unstable();
        let before = days.len();
        days.dedup();
        if days.len() < before {
            continue;
        }
        // In force before ended, ended before ahead; of those in force or ended the last, of those ahead the first.
        let rank = |at: usize| {
            let document = terms.get(at).map(|loaded| &loaded.document);
            let ahead = document
                .and_then(|document| document.from)
                .zip(day)
                .is_some_and(|(from, day)| day.certainly_before(from.date));
            let past = document
                .and_then(|document| document.to)
                .zip(day)
                .is_some_and(|(to, day)| to.date.certainly_before(day));
            let begins = begins(at);
            match (ahead, past) {
                (false, false) => (0, Some(Reverse(begins)), None),
                (false, true) => (1, Some(Reverse(begins)), None),
                (true, _) => (2, None, Some(begins)),
            }
        };
        let Some(counts) = versions.iter().copied().min_by_key(|&at| rank(at)) else { continue };
        let Some(instead) = terms.get(counts).map(|loaded| loaded.file) else { continue };
        for at in versions.into_iter().filter(|&at| at != counts) {
            if let (Some(place), Some(loaded)) = (aside.get_mut(at), terms.get(at)) {
                let Terms { from, to, .. } = loaded.document;
                *place = Some(SetAside { id, file: loaded.file, instead, from, to });
            }
        }
    }
    let mut all = aside.iter();
    terms.retain(|_| all.next().is_some_and(Option::is_none));
    aside.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use crate::{document::value::PartialDate, graph::node::Terms, load::Input};

    fn counting(day: Option<&str>) -> (Vec<String>, usize) {
        let mut input = Input::new();
        for (file, dates) in [
            ("a.yaml", "to: 2018-12-31"),
            ("b.yaml", "from: 2019-01-01, to: 2020-12-31"),
            ("c.yaml", "from: 2022-01-01"),
        ] {
            let dates = dates.replace(", ", "\n");
            input.add(file, format!("terms: 1\nid: law\ntitle: {file}\n{dates}\n"));
        }
        input.as_of(day.map(|day| PartialDate::parse(day).unwrap()));
        let model = input.build();
        let titles = model.graph().all::<Terms>().map(|(_, terms)| terms.title.as_ref().unwrap().get("en").to_owned());
        assert!(model.graph().duplicates().is_empty());
        (titles.collect(), model.set_aside().len())
    }

    #[test]
    fn the_version_in_force_on_the_day_counts() {
        let days = [
            (Some("2018-06-01"), "a.yaml"),
            (Some("2019-01-01"), "b.yaml"),
            (Some("2021-06-01"), "b.yaml"),
            (Some("2022-01-01"), "c.yaml"),
            (None, "c.yaml"),
        ];
        for (day, title) in days {
            assert_eq!(counting(day), (vec![title.to_owned()], 2), "{day:?}");
        }
    }

    #[test]
    fn an_id_that_is_given_twice_is_no_version() {
        let mut input = Input::new();
        for file in ["a.yaml", "b.yaml"] {
            input.add(file, "terms: 1\nid: law\ntitle: Law\nfrom: 2019-01-01\n");
        }
        let model = input.build();
        assert_eq!((model.graph().duplicates().len(), model.set_aside().len()), (1, 0));
    }
}
