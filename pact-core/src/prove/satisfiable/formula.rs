//! What is said of a member, and what follows from it: formulas over the plainest tests.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    document::pact::Role,
    graph::{
        Graph,
        composition::{Group, GroupTest},
        node::NodeId,
        requirement::Target,
    },
    solve::tally::Chance,
};

/// Something that is so of a member or is not, of which everything else that the law of a body asks is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Atom {
    /// In this seat.
    Seat(NodeId),
    /// With a vote.
    Vote,
    /// On behalf of this actor.
    Actor(NodeId),
    /// On behalf of an actor at home in this region, or in a part of it.
    Region(NodeId),
    /// This concept, or a narrower one, is said of the member or of its actor.
    Concept(NodeId),
    /// In this role.
    Role(Role),
    /// Nominated by it.
    NominatedBy(NodeId),
    /// Appointed by it.
    AppointedBy(NodeId),
    /// A member of this body too.
    MemberOf(NodeId),
    /// The chair of this body.
    ChairOf(NodeId),
    /// Somebody stands in for the member.
    StoodInFor,
}

/// A statement about one member.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Formula {
    Is(Atom),
    Always(bool),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

impl Formula {
    pub(super) const TRUE: Self = Self::Always(true);

    pub(super) fn not(self) -> Self {
        Self::Not(Box::new(self))
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self::All(vec![self, other])
    }

    /// If the first then the second.
    pub(super) fn implies(first: Atom, then: Atom) -> Self {
        Self::Any(vec![Self::Is(first).not(), Self::Is(then)])
    }

    /// Not both.
    pub(super) fn apart(one: Atom, other: Atom) -> Self {
        Self::All(vec![Self::Is(one), Self::Is(other)]).not()
    }

    pub(super) fn any(atoms: impl IntoIterator<Item = Atom>) -> Self {
        Self::Any(atoms.into_iter().map(Self::Is).collect())
    }

    /// Whether somebody is in a group; nothing where a reference in it leads nowhere.
    pub(super) fn of_group(graph: &Graph, group: &Group) -> Option<Self> {
        group.tests.iter().map(|test| Self::of_test(graph, test)).collect::<Option<_>>().map(Self::All)
    }

    fn of_test(graph: &Graph, test: &GroupTest) -> Option<Self> {
        let of = |targets: &[Target], atom: fn(NodeId) -> Atom| {
            let nodes: Option<Vec<NodeId>> = targets.iter().map(|&target| graph.meant(target)).collect();
            nodes.map(|nodes| Self::any(nodes.into_iter().map(atom)))
        };
        let groups =
            |groups: &[Group]| groups.iter().map(|group| Self::of_group(graph, group)).collect::<Option<Vec<_>>>();
        match test {
            GroupTest::Seat(targets) => of(targets, Atom::Seat),
            GroupTest::Actor(targets) => of(targets, Atom::Actor),
            GroupTest::Region(targets) => of(targets, Atom::Region),
            GroupTest::Concept(targets) => of(targets, Atom::Concept),
            GroupTest::NominatedBy(targets) => of(targets, Atom::NominatedBy),
            GroupTest::AppointedBy(targets) => of(targets, Atom::AppointedBy),
            GroupTest::MemberOf(targets) => of(targets, Atom::MemberOf),
            GroupTest::ChairOf(targets) => of(targets, Atom::ChairOf),
            GroupTest::Role(roles) => Some(Self::any(roles.iter().map(|&role| Atom::Role(role)))),
            GroupTest::Vote(true) => Some(Self::Is(Atom::Vote)),
            GroupTest::Vote(false) => Some(Self::Is(Atom::Vote).not()),
            GroupTest::AllOf(all) => groups(all).map(Self::All),
            GroupTest::AnyOf(all) => groups(all).map(Self::Any),
            GroupTest::NoneOf(all) => groups(all).map(|all| Self::Any(all).not()),
        }
    }

    /// What is left of it when what is certain is put in.
    pub(super) fn given(&self, known: &dyn Fn(Atom) -> Chance) -> Self {
        let several = |all: &[Self], neutral: bool| {
            let mut left = Vec::new();
            for one in all {
                match one.given(known) {
                    Self::Always(value) if value == neutral => {}
                    Self::Always(_) => return Err(Self::Always(!neutral)),
                    rest => left.push(rest),
                }
            }
            match left.pop() {
                None => Err(Self::Always(neutral)),
                Some(only) if left.is_empty() => Err(only),
                Some(last) => {
                    left.push(last);
                    Ok(left)
                }
            }
        };
        match self {
            Self::Is(atom) => match known(*atom) {
                Chance { yes: true, no: false } => Self::Always(true),
                Chance { yes: false, no: true } => Self::Always(false),
                _ => self.clone(),
            },
            Self::Always(_) => self.clone(),
            Self::All(all) => several(all, true).map_or_else(|done| done, Self::All),
            Self::Any(all) => several(all, false).map_or_else(|done| done, Self::Any),
            Self::Not(one) => match one.given(known) {
                Self::Always(value) => Self::Always(!value),
                rest => rest.not(),
            },
        }
    }

    pub(super) fn atoms(&self, into: &mut BTreeSet<Atom>) {
        match self {
            Self::Is(atom) => {
                into.insert(*atom);
            }
            Self::Always(_) => {}
            Self::All(all) | Self::Any(all) => all.iter().for_each(|one| one.atoms(into)),
            Self::Not(one) => one.atoms(into),
        }
    }

    /// Whether it holds; nothing where that hangs on what is not said.
    pub(super) fn value(&self, facts: &BTreeMap<Atom, bool>) -> Option<bool> {
        let several = |all: &[Self], decisive: bool| {
            let mut sure = true;
            for one in all {
                match one.value(facts) {
                    Some(value) if value == decisive => return Some(decisive),
                    Some(_) => {}
                    None => sure = false,
                }
            }
            sure.then_some(!decisive)
        };
        match self {
            Self::Is(atom) => facts.get(atom).copied(),
            Self::Always(value) => Some(*value),
            Self::All(all) => several(all, false),
            Self::Any(all) => several(all, true),
            Self::Not(one) => one.value(facts).map(|value| !value),
        }
    }
}

/// What is so of one member, of some atoms.
pub(super) type Profile = BTreeMap<Atom, bool>;

/// Atoms that have something to do with each other, and every way in which they can be.
#[derive(Clone, Debug)]
pub(super) struct Component {
    pub(super) profiles: Vec<Profile>,
}

/// The same while it is put together.
#[derive(Default)]
struct Linked<'f> {
    atoms: Vec<Atom>,
    rules: Vec<&'f Formula>,
    counted: Vec<&'f Formula>,
}

/// Why atoms could not be gone through: there are too many ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMany;

/// More profiles than this are not gone through for atoms that hang together.
const PROFILES: usize = 4096;
/// Nor more attempts to find them.
const ATTEMPTS: usize = 200_000;

/// Splits atoms into those that hang together by a rule or by what is counted, and gives every profile of each that keeps the rules. Of those that
/// nothing that is counted tells apart the first is kept, which has the fewest things that are so.
pub(super) fn components(
    atoms: &BTreeSet<Atom>,
    rules: &[Formula],
    counted: &[Formula],
) -> Result<Vec<Component>, TooMany> {
    let order: Vec<Atom> = atoms.iter().copied().collect();
    let number = |atom: &Atom| order.binary_search(atom).ok();
    let mut parent: Vec<usize> = (0..order.len()).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while let Some(&up) = parent.get(at).filter(|&&up| up != at) {
            at = up;
        }
        at
    }
    let within = |formula: &Formula| {
        let mut own = BTreeSet::new();
        formula.atoms(&mut own);
        own.iter().filter_map(number).collect::<Vec<usize>>()
    };
    for formula in rules.iter().chain(counted) {
        let own = within(formula);
        for pair in own.windows(2) {
            if let [one, other] = *pair {
                let (one, other) = (root(&mut parent, one), root(&mut parent, other));
                if let Some(up) = parent.get_mut(one.max(other)) {
                    *up = one.min(other);
                }
            }
        }
    }
    let mut all: BTreeMap<usize, Linked<'_>> = BTreeMap::new();
    for (at, atom) in order.iter().enumerate() {
        all.entry(root(&mut parent, at)).or_default().atoms.push(*atom);
    }
    for rule in rules {
        // A rule that is about nothing and does not hold leaves nobody.
        match within(rule).first() {
            Some(&first) => all.entry(root(&mut parent, first)).or_default().rules.push(rule),
            None if rule.value(&Profile::new()) == Some(false) => return Ok(vec![Component { profiles: Vec::new() }]),
            None => {}
        }
    }
    for formula in counted {
        if let Some(&first) = within(formula).first() {
            all.entry(root(&mut parent, first)).or_default().counted.push(formula);
        }
    }
    all.into_values().map(|Linked { atoms, rules, counted }| component(&atoms, &rules, &counted)).collect()
}

fn component(atoms: &[Atom], rules: &[&Formula], counted: &[&Formula]) -> Result<Component, TooMany> {
    // The rules to look at when an atom is settled.
    let touched: Vec<Vec<&Formula>> = atoms
        .iter()
        .map(|atom| {
            let about = |rule: &&&Formula| {
                let mut own = BTreeSet::new();
                rule.atoms(&mut own);
                own.contains(atom)
            };
            rules.iter().filter(about).copied().collect()
        })
        .collect();
    let mut seen: BTreeSet<Vec<bool>> = BTreeSet::new();
    let mut profiles: Vec<Profile> = Vec::new();
    let mut attempts = 0;
    // Each with the values that are still to be tried for its atom.
    let mut facts = Profile::new();
    let mut open: Vec<Vec<bool>> = vec![vec![true, false]];
    while let Some(depth) = open.len().checked_sub(1) {
        let Some(atom) = atoms.get(depth) else {
            let signature: Vec<bool> = counted.iter().map(|formula| formula.value(&facts) == Some(true)).collect();
            if seen.insert(signature) {
                profiles.push(facts.clone());
            }
            open.pop();
            continue;
        };
        facts.remove(atom);
        let Some(value) = open.last_mut().and_then(Vec::pop) else {
            open.pop();
            continue;
        };
        attempts += 1;
        if profiles.len() > PROFILES || attempts > ATTEMPTS {
            return Err(TooMany);
        }
        facts.insert(*atom, value);
        let kept = touched.get(depth).is_none_or(|rules| rules.iter().all(|rule| rule.value(&facts) != Some(false)));
        if kept {
            open.push(vec![true, false]);
        }
    }
    Ok(Component { profiles })
}
