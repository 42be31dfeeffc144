//! Why not every place can be filled: seat lines that ask for more people than there are for them.
//!
//! For a set L of lines, those who are eligible can fill at most need(L) = Σ over people of min(hats, lines of L where
//! the person is eligible) of its places, so L is short if places(L) − need(L) is positive. By the theorem of greatest
//! flow and least cut some set is short whenever a place stays empty (Hall's theorem, if everything is 1). A person's
//! share of need grows ever slower as L grows, so places − need is supermodular: two short sets that have no line in
//! common are short by the sum at least.
//!
//! # The smallest
//!
//! To find a smallest set is as hard as the shortest circuit of a transversal matroid, which is NP-hard. What is easy:
//! if only one place stays empty, there is one set that all short ones contain (sets that are short by the most are
//! closed under intersection), and it is what is reached from the empty place by alternating paths. That gives a first
//! set in any case, and the end of every branch of the exact search:
//!
//! Take a greatest flow. Every short set has a line with an empty place. Choose such a line: either it is not in the
//! set (drop the line; fewer places are empty) or it is (then fill it at the cost of lines that have not been chosen;
//! if that cannot be done, the chosen lines are themselves short). So with e empty places and a smallest set of k lines
//! there are at most binomial(e + k, k) branches. Branches are cut where nothing is empty any more, where the set would
//! be larger than the best, for lines with more people than a set of that size has places, for lines that are not
//! connected with the chosen ones, and for lines that are interchangeable.

#![expect(clippy::indexing_slicing, reason = "lines, groups and edges are numbered by the part that holds them")]

use rustc_hash::FxHashMap;

use super::{
    Seating,
    flow::{Cost, Flow},
    reach::Reach,
};

/// Seat lines that ask for more people than can be had for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// The lines, sorted.
    pub seats: Vec<u32>,
    /// Everybody who is eligible for one of them, sorted.
    pub people: Vec<u32>,
    /// How many places the lines have.
    pub places: u64,
    /// How many places these people can fill at most: no person more than there are hats, or lines for which the person
    /// is eligible. Less than `places`.
    pub can: u64,
    /// Whether no smaller one is known not to exist: it has the fewest lines, among those the fewest people, among
    /// those the lowest lines.
    pub smallest: bool,
}

impl Seating {
    /// The smallest reason why not every place can be filled that has to be; nothing if every such place can be.
    ///
    /// Smallest is fewest lines, then fewest people, then the lines that come first. To find it may take very long, so
    /// `steps` is a budget that is used up; see [`STEPS`](super::STEPS). If it runs out, the result is still a reason,
    /// but `smallest` is false. Besides the steps it costs as much as [`Seating::assign`]. A board needs some thousand
    /// steps.
    pub fn shortage(&self, steps: &mut u64) -> Option<Shortage> {
        let whole = Whole::new(self);
        let mut parts = whole.parts(steps);
        let mut best = None;
        for (part, state) in &mut parts {
            Search::new(part, steps).bound(state, &mut best);
        }
        // A line that is short alone is seen without any search.
        let alone = best.as_ref().is_none_or(|best| best.seats.len() == 1);
        let mut smallest = true;
        for (part, state) in parts.iter_mut().filter(|_| !alone) {
            smallest &= Search::new(part, steps).explore(state.clone(), &mut best);
        }
        let (best, seat) = best.and_then(|best| best.seats.first().copied().map(|seat| (best, seat)))?;
        let (part, _) = parts.iter().find(|(part, _)| part.seats.binary_search(&seat).is_ok())?;
        Some(whole.tell(part, &best, smallest))
    }

    /// Reasons that have no line in common, until none is left; sorted by their lines.
    ///
    /// Found one after the other: the smallest, then the smallest of what remains without its lines, and so on. What
    /// this guarantees:
    ///
    /// - each is a reason by itself, whatever happens to the others;
    /// - without the lines of all of them every place can be filled;
    /// - together they need at least as many new people as the sum of `places` − `can`, and that is at most what
    ///   [`Seating::repair`] says. It may be less: people who can fill what remains cannot at the same time fill the
    ///   lines of a reason.
    ///
    /// `smallest` says that it was the smallest of its own corner of what remained: lines that are joined by people.
    /// When the steps have run out, what remains is told as one reason a corner.
    pub fn shortages(&self, steps: &mut u64) -> Vec<Shortage> {
        let whole = Whole::new(self);
        let mut parts = whole.parts(steps);
        let mut found = Vec::new();
        while let Some((part, mut state)) = parts.pop() {
            let mut best = None;
            let mut search = Search::new(&part, steps);
            let smallest = if *search.steps == 0 {
                best = Some(search.measure(&(0..part.seats.len() as u32).collect::<Vec<_>>()));
                false
            } else {
                search.bound(&mut state, &mut best);
                best.as_ref().is_some_and(|best| best.seats.len() == 1) || search.explore(state.clone(), &mut best)
            };
            let Some(best) = best else { continue };
            for &line in &best.lines {
                search.drop(&mut state, line);
            }
            search.refill(&mut state);
            search.split(&mut state, &mut parts);
            found.push(whole.tell(&part, &best, smallest));
        }
        found.sort_unstable_by(|one: &Shortage, other| one.seats.cmp(&other.seats));
        found
    }
}

/// The lines that lie behind empty places, with everybody who is eligible for one. No other line is in a smallest short
/// set: it is full in every greatest flow.
struct Whole {
    part: Part,
    state: State,
    /// The people of each group.
    members: Vec<Vec<u32>>,
}

impl Whole {
    fn new(seating: &Seating) -> Self {
        // A place that need not be filled is no place that is asked for.
        let asked = seating.places.iter().zip(&seating.spare).map(|(&places, &spare)| if spare { 0 } else { places });
        let flow = Flow::solve(seating, &asked.collect::<Vec<_>>(), Cost::Kept);
        let mut reach = Reach::new(&flow);
        let vacant = (0..).zip(&flow.vacant).filter(|&(_, &vacant)| vacant > 0);
        let mut seats: Vec<u32> = vacant.flat_map(|(seat, _)| reach.behind(&flow, seat)).collect();
        seats.sort_unstable();
        // Who is eligible for the same of these lines and has as many hats is the same.
        let mut lists: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
        let mut list_of: Vec<Option<(usize, usize)>> = vec![None; flow.kinds.len()];
        let mut groups: FxHashMap<(usize, u32), usize> = FxHashMap::default();
        let (mut members, mut builder) = (Vec::<Vec<u32>>::new(), Part::default());
        builder.seats.clone_from(&seats);
        builder.places = seats.iter().map(|&seat| u64::from(seating.places[seat as usize])).collect();
        let mut filled = Vec::new();
        for (person, &kind) in flow.kind.iter().enumerate() {
            let (list, length) = *list_of[kind].get_or_insert_with(|| {
                let lines = flow.kinds[kind].iter().filter_map(|seat| seats.binary_search(seat).ok());
                let lines: Vec<u32> = lines.map(|line| line as u32).collect();
                let (length, next) = (lines.len(), lists.len());
                (*lists.entry(lines).or_insert(next), length)
            });
            if length == 0 {
                continue;
            }
            let hats = seating.people[person].hats.min(length as u32);
            let group = *groups.entry((list, hats)).or_insert_with(|| {
                let lines = flow.kinds[kind].iter().filter_map(|seat| seats.binary_search(seat).ok());
                builder.group(members.len() as u32, u64::from(hats), lines.map(|line| line as u32));
                members.push(Vec::new());
                members.len() - 1
            });
            builder.groups[group].count += 1;
            members[group].push(person as u32);
            filled.resize(builder.lines.len(), 0);
            for seat in &flow.sits[person] {
                let edges = builder.groups[group].from..builder.groups[group].to;
                let line =
                    seats.binary_search(seat).map(|line| builder.lines[edges.clone()].binary_search(&(line as u32)));
                if let Ok(Ok(at)) = line {
                    filled[edges.start + at] += 1;
                }
            }
        }
        filled.resize(builder.lines.len(), 0);
        let part = builder.index();
        Self { state: State::new(&part, filled), part, members }
    }

    fn parts(&self, steps: &mut u64) -> Vec<(Part, State)> {
        let mut parts = Vec::new();
        Search::new(&self.part, steps).split(&mut self.state.clone(), &mut parts);
        parts
    }

    fn tell(&self, part: &Part, found: &Found, smallest: bool) -> Shortage {
        let mut groups: Vec<u32> = found.lines.iter().flat_map(|&line| part.groups_of(line)).collect();
        groups.sort_unstable();
        groups.dedup();
        let members = groups.iter().flat_map(|&group| &self.members[part.groups[group as usize].id as usize]);
        let mut people: Vec<u32> = members.copied().collect();
        people.sort_unstable();
        Shortage { seats: found.seats.clone(), people, places: found.places, can: found.need, smallest }
    }
}

/// People of whom it does not matter who is who.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Its number in the whole.
    id: u32,
    count: u64,
    hats: u64,
    /// Its edges.
    from: usize,
    to: usize,
}

/// Lines that are joined by people, and those people in groups.
///
/// A flow here is by groups and not by people. That loses nothing: if each line takes at most as many of a group as
/// there are, and all together at most as many as there are hats, the lines' places can be dealt out to the group in
/// turn, so that nobody gets two places of a line or more than the fair share, which is no more than the hats.
#[derive(Debug, Default)]
struct Part {
    /// The number of each line in the whole, rising.
    seats: Vec<u32>,
    places: Vec<u64>,
    groups: Vec<Group>,
    /// The line of each edge; the edges of a group are neighbours and their lines rise.
    lines: Vec<u32>,
    group_of: Vec<u32>,
    /// The edges of each line.
    edges: Vec<Vec<u32>>,
    /// Lines with the same groups have the same number.
    twin: Vec<u32>,
}

impl Part {
    fn group(&mut self, id: u32, hats: u64, lines: impl Iterator<Item = u32>) {
        let (group, from) = (self.groups.len() as u32, self.lines.len());
        self.lines.extend(lines);
        let to = self.lines.len();
        self.group_of.resize(to, group);
        self.groups.push(Group { id, count: 0, hats, from, to });
    }

    fn index(mut self) -> Self {
        self.edges = vec![Vec::new(); self.seats.len()];
        for (edge, &line) in self.lines.iter().enumerate() {
            self.edges[line as usize].push(edge as u32);
        }
        let mut classes: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        self.twin = (0..self.seats.len() as u32)
            .map(|line| {
                let next = classes.len() as u32;
                *classes.entry(self.groups_of(line).collect()).or_insert(next)
            })
            .collect();
        self
    }

    fn groups_of(&self, line: u32) -> impl Iterator<Item = u32> {
        self.edges[line as usize].iter().map(|&edge| self.group_of[edge as usize])
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Open,
    /// In every set of this branch.
    In,
    /// In no set of this branch.
    Out,
}

/// A branch: a flow, and what has been decided of the lines.
#[derive(Clone, Debug)]
struct State {
    /// For each edge how many of the group sit in the line.
    flow: Vec<u32>,
    /// How many hats of each group are used.
    used: Vec<u64>,
    /// How many places of each line are filled.
    filled: Vec<u64>,
    status: Vec<Status>,
}

impl State {
    fn new(part: &Part, flow: Vec<u32>) -> Self {
        let (mut used, mut filled) = (vec![0; part.groups.len()], vec![0; part.seats.len()]);
        for (edge, &amount) in flow.iter().enumerate() {
            used[part.group_of[edge] as usize] += u64::from(amount);
            filled[part.lines[edge] as usize] += u64::from(amount);
        }
        Self { flow, used, filled, status: vec![Status::Open; part.seats.len()] }
    }
}

/// A short set of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    lines: Vec<u32>,
    seats: Vec<u32>,
    people: u64,
    places: u64,
    need: u64,
}

impl Found {
    fn rank(&self) -> (usize, u64, &[u32]) {
        (self.seats.len(), self.people, &self.seats)
    }

    /// Takes its place as the best, if it is better.
    fn offer(self, best: &mut Option<Self>) -> bool {
        let better = best.as_ref().is_none_or(|best| self.rank() < best.rank());
        if better {
            *best = Some(self);
        }
        better
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hunt {
    /// A path was found, and the flow goes along it.
    Filled,
    /// There is none; `Search::seen` is all that was reached.
    Closed,
    /// More lines were reached than were to be.
    Large,
}

const UNSEEN: u32 = u32::MAX;
const START: u32 = u32::MAX - 1;

/// The states that may wait at a time, times the size of each: a limit of memory, not of time.
const WAITING: usize = 1 << 25;

/// Looks for short sets of one part.
struct Search<'p, 's> {
    part: &'p Part,
    steps: &'s mut u64,
    /// The edge by which each line and each group was reached.
    line_by: Vec<u32>,
    group_by: Vec<u32>,
    seen: Vec<u32>,
    seen_groups: Vec<u32>,
    /// For `measure` and `prune`, 0 in between: how many lines of the set each group is eligible for.
    share: Vec<u64>,
}

impl<'p, 's> Search<'p, 's> {
    fn new(part: &'p Part, steps: &'s mut u64) -> Self {
        Self {
            line_by: vec![UNSEEN; part.seats.len()],
            group_by: vec![UNSEEN; part.groups.len()],
            share: vec![0; part.groups.len()],
            seen: Vec::new(),
            seen_groups: Vec::new(),
            part,
            steps,
        }
    }

    fn spend(&mut self, steps: usize) {
        *self.steps = self.steps.saturating_sub(steps as u64 + 1);
    }

    /// Forgets what was seen, but for the first so many.
    fn forget(&mut self, lines: usize, groups: usize) {
        for line in self.seen.drain(lines..) {
            self.line_by[line as usize] = UNSEEN;
        }
        for group in self.seen_groups.drain(groups..) {
            self.group_by[group as usize] = UNSEEN;
        }
    }

    /// Fills one place of a line along an alternating path that ends in a free hat or, to `rob`, in a line that is open.
    ///
    /// After a failure what was seen stays: no later path leads through it, as long as it also ends in a free hat.
    fn hunt(&mut self, state: &mut State, start: u32, rob: bool, limit: usize) -> Hunt {
        if self.line_by[start as usize] != UNSEEN {
            return Hunt::Closed;
        }
        let part = self.part;
        let before = (self.seen.len(), self.seen_groups.len());
        self.line_by[start as usize] = START;
        self.seen.push(start);
        let mut next = before.0;
        while let Some(&line) = self.seen.get(next) {
            next += 1;
            self.spend(part.edges[line as usize].len());
            for &edge in &part.edges[line as usize] {
                let at = part.group_of[edge as usize];
                let group = part.groups[at as usize];
                // If the whole group sits in this line, nobody of it can be had.
                if self.group_by[at as usize] != UNSEEN || u64::from(state.flow[edge as usize]) >= group.count {
                    continue;
                }
                self.group_by[at as usize] = edge;
                self.seen_groups.push(at);
                if state.used[at as usize] < group.count * group.hats {
                    state.used[at as usize] += 1;
                    self.follow(state, at, start);
                    self.forget(before.0, before.1);
                    return Hunt::Filled;
                }
                for edge in group.from..group.to {
                    *self.steps = self.steps.saturating_sub(1);
                    let other = part.lines[edge];
                    if state.flow[edge] == 0 || self.line_by[other as usize] != UNSEEN {
                        continue;
                    }
                    self.line_by[other as usize] = edge as u32;
                    self.seen.push(other);
                    if rob && state.status[other as usize] == Status::Open && other != start {
                        state.filled[other as usize] -= 1;
                        state.flow[edge] -= 1;
                        self.follow(state, at, start);
                        self.forget(before.0, before.1);
                        return Hunt::Filled;
                    }
                    if self.seen.len() - before.0 > limit {
                        return Hunt::Large;
                    }
                }
            }
        }
        Hunt::Closed
    }

    /// Moves people along the path by which a group was reached.
    fn follow(&self, state: &mut State, mut group: u32, start: u32) {
        state.filled[start as usize] += 1;
        loop {
            let entered = self.group_by[group as usize] as usize;
            state.flow[entered] += 1;
            let line = self.part.lines[entered];
            if line == start {
                return;
            }
            let left = self.line_by[line as usize] as usize;
            state.flow[left] -= 1;
            group = self.part.group_of[left];
        }
    }

    /// Takes a line out; whoever sat there is free.
    fn drop(&mut self, state: &mut State, line: u32) {
        self.spend(self.part.edges[line as usize].len());
        for &edge in &self.part.edges[line as usize] {
            let group = self.part.group_of[edge as usize] as usize;
            state.used[group] -= u64::from(std::mem::take(&mut state.flow[edge as usize]));
        }
        state.filled[line as usize] = 0;
        state.status[line as usize] = Status::Out;
    }

    fn vacant(&self, state: &State, line: u32) -> u64 {
        let at = line as usize;
        if state.status[at] == Status::Out { 0 } else { self.part.places[at] - state.filled[at] }
    }

    /// Makes the flow greatest again, and counts the places that stay empty.
    fn refill(&mut self, state: &mut State) -> u64 {
        let mut empty = 0;
        self.spend(self.part.seats.len());
        for line in 0..self.part.seats.len() as u32 {
            while self.vacant(state, line) > 0 && self.hunt(state, line, false, usize::MAX) == Hunt::Filled {}
            empty += self.vacant(state, line);
        }
        self.forget(0, 0);
        empty
    }

    /// What is reached from an empty place of a greatest flow, if it is not too much.
    fn closure(&mut self, state: &mut State, line: u32, limit: usize) -> Option<Vec<u32>> {
        // In a greatest flow the hunt finds nothing to fill, so nothing is changed.
        let mut lines = None;
        if self.hunt(state, line, false, limit) == Hunt::Closed {
            let mut seen = self.seen.clone();
            seen.sort_unstable();
            lines = Some(seen);
        }
        self.forget(0, 0);
        lines
    }

    /// What a set asks for, and what can be had.
    fn measure(&mut self, lines: &[u32]) -> Found {
        let part = self.part;
        let mut found = Found {
            lines: lines.to_vec(),
            seats: lines.iter().map(|&line| part.seats[line as usize]).collect(),
            places: lines.iter().map(|&line| part.places[line as usize]).sum(),
            people: 0,
            need: 0,
        };
        for &line in lines {
            self.spend(part.edges[line as usize].len());
            for group in part.groups_of(line) {
                let (share, group) = (&mut self.share[group as usize], part.groups[group as usize]);
                found.people += if *share == 0 { group.count } else { 0 };
                found.need += if *share < group.hats { group.count } else { 0 };
                *share += 1;
            }
        }
        for group in lines.iter().flat_map(|&line| part.groups_of(line)) {
            self.share[group as usize] = 0;
        }
        found
    }

    /// Offers a short set that is quickly found. Says whether it is better than the best.
    fn bound(&mut self, state: &mut State, best: &mut Option<Found>) -> bool {
        let mut better = false;
        for line in 0..self.part.seats.len() as u32 {
            let single = self.measure(&[line]);
            if single.places > single.need {
                better |= single.offer(best);
            }
        }
        if better || best.as_ref().is_some_and(|best| best.seats.len() == 1) {
            return better;
        }
        let mut vacant: Vec<u32> =
            (0..self.part.seats.len() as u32).filter(|&line| self.vacant(state, line) > 0).collect();
        // What lies behind one of several interchangeable lines lies behind all.
        let mut known = vec![false; self.part.seats.len()];
        vacant.retain(|&line| !std::mem::replace(&mut known[self.part.twin[line as usize] as usize], true));
        let mut limit = 2;
        let mut least: Option<Found> = None;
        // What lies behind one place may be all, behind another little: that is seen first, so that a little costs little.
        while least.is_none() {
            for &line in &vacant {
                let last = *self.steps == 0;
                if let Some(lines) = self.closure(state, line, if last { usize::MAX } else { limit }) {
                    self.measure(&lines).offer(&mut least);
                }
                if last {
                    break;
                }
            }
            limit = limit.saturating_mul(2);
            if vacant.is_empty() {
                break;
            }
        }
        let Some(least) = least else { return false };
        let least = self.shrink(state, least);
        least.offer(best)
    }

    /// Leaves out lines as long as the rest is short.
    fn shrink(&mut self, state: &State, found: Found) -> Found {
        let mut state = state.clone();
        let mut inside = vec![false; self.part.seats.len()];
        for &line in &found.lines {
            inside[line as usize] = true;
        }
        for line in 0..self.part.seats.len() as u32 {
            if !inside[line as usize] {
                self.drop(&mut state, line);
            }
        }
        let mut empty = self.refill(&mut state);
        for &line in found.lines.iter().rev() {
            if *self.steps == 0 || empty == 1 {
                break;
            }
            self.spend(state.flow.len());
            let mut without = state.clone();
            self.drop(&mut without, line);
            let left = self.refill(&mut without);
            if left > 0 {
                (state, empty) = (without, left);
            }
        }
        // With one empty place what is reached from it is in every short set that is left.
        let vacant = (0..self.part.seats.len() as u32).find(|&line| self.vacant(&state, line) > 0);
        if let Some(lines) = vacant.filter(|_| empty == 1).and_then(|line| self.closure(&mut state, line, usize::MAX)) {
            return self.measure(&lines);
        }
        let lines: Vec<u32> =
            found.lines.iter().copied().filter(|&line| state.status[line as usize] != Status::Out).collect();
        self.measure(&lines)
    }

    /// Looks for everything that is better than the best, which there has to be. Says whether it came to the end.
    fn explore(&mut self, state: State, best: &mut Option<Found>) -> bool {
        let mut waiting = vec![state];
        while let Some(mut state) = waiting.pop() {
            loop {
                if *self.steps == 0 || waiting.len() * (state.flow.len() + state.status.len()) > WAITING {
                    return false;
                }
                let Some(most) = best.as_ref().map(|best| best.seats.len()) else { return false };
                let pruned = self.prune(&mut state, most);
                let empty = self.refill(&mut state);
                if pruned == Pruned::All || empty == 0 {
                    break;
                }
                if pruned == Pruned::Some {
                    continue;
                }
                let mut vacant = (0..self.part.seats.len() as u32).filter(|&line| self.vacant(&state, line) > 0);
                let Some(line) = vacant.next() else { break };
                if empty == 1 {
                    if let Some(lines) = self.closure(&mut state, line, usize::MAX) {
                        self.measure(&lines).offer(best);
                    }
                    break;
                }
                // Of interchangeable lines the best set has those with more places first, and of equal ones those that
                // come first: any other could be put in the place of a later one that has no more.
                let part = self.part;
                let twins: Vec<u32> = (0..part.seats.len() as u32)
                    .filter(|&other| {
                        part.twin[other as usize] == part.twin[line as usize]
                            && state.status[other as usize] == Status::Open
                    })
                    .collect();
                let places = |line: u32| part.places[line as usize];
                let mut without = state.clone();
                self.spend(state.flow.len());
                for &other in twins.iter().filter(|&&other| other >= line && places(other) <= places(line)) {
                    self.drop(&mut without, other);
                }
                waiting.push(without);
                if !self.choose(
                    &mut state,
                    twins.iter().copied().filter(|&other| other <= line && places(other) >= places(line)),
                ) {
                    let chosen: Vec<u32> = (0..part.seats.len() as u32)
                        .filter(|&line| state.status[line as usize] == Status::In)
                        .collect();
                    self.measure(&chosen).offer(best);
                    break;
                }
            }
        }
        true
    }

    /// Puts lines into the set, and fills them. If that cannot be done, the lines that are in the set are short.
    fn choose(&mut self, state: &mut State, lines: impl Iterator<Item = u32>) -> bool {
        for line in lines {
            state.status[line as usize] = Status::In;
            while self.vacant(state, line) > 0 {
                let hunt = self.hunt(state, line, true, usize::MAX);
                self.forget(0, 0);
                if hunt != Hunt::Filled {
                    return false;
                }
            }
        }
        true
    }

    /// Takes out lines that are in no short set of at most so many lines with all that are chosen.
    fn prune(&mut self, state: &mut State, most: usize) -> Pruned {
        let part = self.part;
        let chosen: Vec<u32> =
            (0..part.seats.len() as u32).filter(|&line| state.status[line as usize] == Status::In).collect();
        // The chosen lines are not short.
        if chosen.len() >= most {
            return Pruned::All;
        }
        let mut pruned = Pruned::None;
        if let Some(&first) = chosen.first() {
            let joined = self.joined(state, first);
            for line in 0..part.seats.len() as u32 {
                if !joined[line as usize] && state.status[line as usize] == Status::Open {
                    self.drop(state, line);
                    pruned = Pruned::Some;
                }
            }
            if chosen.iter().any(|&line| !joined[line as usize]) {
                return Pruned::All;
            }
        }
        let Found { places, need, .. } = self.measure(&chosen);
        for group in chosen.iter().flat_map(|&line| part.groups_of(line)) {
            self.share[group as usize] += 1;
        }
        let open: Vec<u32> =
            (0..part.seats.len() as u32).filter(|&line| state.status[line as usize] == Status::Open).collect();
        let mut sizes: Vec<u64> = open.iter().map(|&line| part.places[line as usize]).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let others: u64 = sizes.iter().take(most - chosen.len() - 1).sum();
        for &line in &open {
            self.spend(part.edges[line as usize].len());
            let more: u64 = part
                .groups_of(line)
                .map(|group| (part.groups[group as usize], self.share[group as usize]))
                .map(|(group, share)| if share < group.hats { group.count } else { 0 })
                .sum();
            if places + part.places[line as usize] + others <= need + more {
                self.drop(state, line);
                pruned = Pruned::Some;
            }
        }
        for group in chosen.iter().flat_map(|&line| part.groups_of(line)) {
            self.share[group as usize] = 0;
        }
        pruned
    }

    /// The lines that are joined with one by people and lines that are not out.
    fn joined(&mut self, state: &State, start: u32) -> Vec<bool> {
        let part = self.part;
        let (mut lines, mut groups) = (vec![false; part.seats.len()], vec![false; part.groups.len()]);
        let mut next = vec![start];
        lines[start as usize] = true;
        while let Some(line) = next.pop() {
            self.spend(part.edges[line as usize].len());
            for group in part.groups_of(line) {
                if std::mem::replace(&mut groups[group as usize], true) {
                    continue;
                }
                let Group { from, to, .. } = part.groups[group as usize];
                self.spend(to - from);
                for &other in &part.lines[from..to] {
                    let fits = state.status[other as usize] != Status::Out;
                    if fits && !std::mem::replace(&mut lines[other as usize], true) {
                        next.push(other);
                    }
                }
            }
        }
        lines
    }

    /// The parts of what lies behind empty places, each with its flow.
    fn split(&mut self, state: &mut State, parts: &mut Vec<(Part, State)>) {
        let part = self.part;
        for line in 0..part.seats.len() as u32 {
            if self.vacant(state, line) > 0 {
                self.hunt(state, line, false, usize::MAX);
            }
        }
        let behind: Vec<bool> = self.line_by.iter().map(|&by| by != UNSEEN).collect();
        self.forget(0, 0);
        let mut part_of = vec![usize::MAX; part.seats.len()];
        let first = parts.len();
        let mut place = vec![0; part.seats.len()];
        let mut builders: Vec<(Part, Vec<u32>)> = Vec::new();
        let mut root: Vec<u32> = (0..part.seats.len() as u32).collect();
        let find = |root: &mut Vec<u32>, mut line: u32| {
            while root[line as usize] != line {
                root[line as usize] = root[root[line as usize] as usize];
                line = root[line as usize];
            }
            line
        };
        for group in &part.groups {
            let mut lines = part.lines[group.from..group.to].iter().filter(|&&line| behind[line as usize]);
            let Some(&one) = lines.next() else { continue };
            for &line in lines {
                let (one, other) = (find(&mut root, one), find(&mut root, line));
                // The lower one is the root, so that the parts come in the order of their first lines.
                root[one.max(other) as usize] = one.min(other);
            }
        }
        for line in (0..part.seats.len()).filter(|&line| behind[line]) {
            let root = find(&mut root, line as u32) as usize;
            if part_of[root] == usize::MAX {
                part_of[root] = builders.len();
                builders.push((Part::default(), Vec::new()));
            }
            part_of[line] = part_of[root];
            let (builder, _) = &mut builders[part_of[line]];
            place[line] = builder.seats.len() as u32;
            builder.seats.push(part.seats[line]);
            builder.places.push(part.places[line]);
        }
        for group in &part.groups {
            let edges: Vec<usize> = (group.from..group.to).filter(|&edge| behind[part.lines[edge] as usize]).collect();
            let Some(&edge) = edges.first() else { continue };
            let (builder, flow) = &mut builders[part_of[part.lines[edge] as usize]];
            builder.group(group.id, group.hats, edges.iter().map(|&edge| place[part.lines[edge] as usize]));
            if let Some(last) = builder.groups.last_mut() {
                last.count = group.count;
            }
            flow.extend(edges.iter().map(|&edge| state.flow[edge]));
        }
        parts.extend(builders.into_iter().map(|(builder, flow)| {
            let part = builder.index();
            let state = State::new(&part, flow);
            (part, state)
        }));
        // What is found first is taken last.
        parts[first..].reverse();
        self.spend(part.lines.len() + part.seats.len());
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pruned {
    None,
    Some,
    /// Nothing in this branch is better than the best.
    All,
}
