//! The flow from people to places that is greatest, and cheapest among the greatest.
//!
//! # What is solved
//!
//! One unit goes from the source through a person and a seat line to the sink for each place that is filled. A pair
//! that the register gives costs −1, any other pair 0; a line takes as many units as it has places, a person as many as
//! hats, a pair one. What the source charges for a person depends on the question, see [`Cost`]. Under [`Cost::Kept`]
//! the cost of a flow is minus the number of pairs that are kept, so a cheapest greatest flow is what
//! [`super::Seating::assign`] promises.
//!
//! # Why the result is optimal
//!
//! Successive shortest paths, from the empty flow. Every node has a potential such that no residual arc has a negative
//! reduced cost (cost of the arc + potential of its tail − potential of its head). That holds at first: people have 0,
//! lines and the sink −1, so a pair of the register costs 0 and any other 1. Each round measures the distances from the
//! source in reduced costs, which Dijkstra may do since none is negative, and adds them to the potentials. Then every
//! residual arc has still no negative reduced cost, and the arcs of shortest paths have exactly 0. Flow is pushed along
//! such arcs only; the reverse of an arc of 0 costs 0. So the invariant holds at all times, and a flow without negative
//! residual arcs has no negative residual cycle: it is the cheapest of its amount. The end is reached when no residual
//! path leads to the sink, so that the flow is the greatest.
//!
//! # Lines that need not be filled
//!
//! A unit that ends in a spare line costs `far` more, which is more than any path without that can differ from another.
//! So as long as a path leads to a place that has to be filled, none to a spare line is shorter, and later paths empty
//! no such place: the most of them are filled, and of all such flows the result is the cheapest. Where moves are to be
//! few, no path is taken from which on the cost is `far` or more, as it would fill places of spare lines for nothing: a
//! cheapest flow of whatever amount remains, and as there is none of the same cost with fewer units, nobody has a place
//! of a spare line but who keeps it.
//!
//! # Why it is fast
//!
//! A round does not push one path but a blocking flow: distances are pairs (cost, arcs), flow goes only from a layer to
//! the next, and a node that leads nowhere is not entered again in that round. As in Dinic's algorithm the number of
//! arcs grows from round to round while the cost of the paths stays the same, and the cost never falls. Costs that
//! differ are few: with F filled places the costs of all paths sum up to at most F, none is less than −1, so the
//! positive ones sum up to at most 2F, and at most 2√F of them are different.
//!
//! Eligibility is never spelled out as pairs. A person reaches all lines of the person's set but those where the person
//! sits. In a set only the person who is nearest to the source matters, the leader: nobody else offers a line a shorter
//! way, except the few lines where the leader sits. Those are offered by the others one by one. So a round costs the
//! people, the sets and the filled pairs, not people times lines.

#![expect(
    clippy::indexing_slicing,
    reason = "people, lines and sets are numbered by `Seating`, and every table has one row each"
)]

use std::{cmp::Reverse, collections::BinaryHeap, sync::Arc};

use super::{Assignment, Seating};

/// What the source charges for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cost {
    /// Nothing: the cost of a flow is minus what is kept of the register.
    Kept,
    /// Nothing for as many places as the register gives the person, 1 for each further one.
    ///
    /// Who has n lines in the register, keeps k of them and sits in x lines in the end, makes max(n − k, x − k) moves,
    /// as a line left and a line entered are one. That is max(n, x) − k = n + max(0, x − n) − k, and n is given. So the
    /// cheapest flow makes the fewest moves.
    Moves,
}

/// How far a node is from the source: reduced cost, then arcs.
type Distance = (u32, u32);
const FAR: Distance = (u32::MAX, u32::MAX);

/// A flow, with what its search needs.
pub(super) struct Flow {
    /// The set of each person, as a row of `Seating::may`, if there is one.
    pub(super) kind: Vec<usize>,
    pub(super) kinds: Vec<Arc<[u32]>>,
    hats: Vec<u32>,
    /// How many places each person gets for nothing.
    cheap: Vec<u32>,
    /// The pairs of the register that are lawful, sorted.
    lawful: Vec<Vec<u32>>,
    /// Where each person sits, sorted.
    pub(super) sits: Vec<Vec<u32>>,
    /// Who sits in each line, in no order that means anything.
    pub(super) sitting: Vec<Vec<u32>>,
    /// The empty places of each line.
    pub(super) vacant: Vec<u32>,
    spare: Vec<bool>,
    /// What a place of a spare line costs.
    far: i32,
    /// Whether a place of a spare line is filled only where that is cheaper than not to.
    thrifty: bool,
    person_potential: Vec<i32>,
    seat_potential: Vec<i32>,
    sink_potential: i32,
}

/// The distances that a round measured. What is not nearer than the sink is `FAR`.
struct Layers {
    person: Vec<Distance>,
    seat: Vec<Distance>,
    sink: Distance,
}

/// The leader of a set, and how far its lines have been reached.
struct Front {
    leader: u32,
    /// The leader's distance with true costs, then arcs.
    reach: (i32, u32),
    /// The next line in `order` that the leader offers.
    next: usize,
    /// When it is due, so that entries of the queue which a new leader made obsolete are known.
    due: Distance,
    /// The lines of the set, those of the greatest potential first, since they are reached first.
    order: Vec<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Person(u32),
    Seat(u32),
    /// The leader of a set reaches the next line.
    Offer(u32),
}

type Queue = BinaryHeap<Reverse<(Distance, Event)>>;

impl Flow {
    /// The cheapest greatest flow with so many places a line.
    pub(super) fn solve(seating: &Seating, places: &[u32], cost: Cost) -> Self {
        let mut kinds = seating.may.clone();
        kinds.push(Arc::default());
        let nothing = kinds.len() - 1;
        let kind: Vec<usize> = seating.people.iter().map(|person| (person.may as usize).min(nothing)).collect();
        let mut flow = Self {
            hats: seating.people.iter().map(|person| person.hats).collect(),
            cheap: (seating.people.iter())
                .map(|person| match cost {
                    Cost::Kept => person.hats,
                    Cost::Moves => person.hats.min(person.now.len() as u32),
                })
                .collect(),
            lawful: (seating.people.iter().zip(&kind))
                .map(|(person, &kind)| {
                    let lawful = |seat: &u32| kinds[kind].binary_search(seat).is_ok();
                    person.now.iter().copied().filter(lawful).collect()
                })
                .collect(),
            sits: vec![Vec::new(); kind.len()],
            sitting: vec![Vec::new(); places.len()],
            vacant: places.to_vec(),
            spare: seating.spare.clone(),
            // The cost of a path lies between minus and plus the number of the people on it.
            far: i32::try_from(kind.len()).map_or(i32::MAX / 4, |people| people.min(i32::MAX / 16) * 2 + 4),
            thrifty: cost == Cost::Moves,
            person_potential: vec![0; kind.len()],
            seat_potential: vec![-1; places.len()],
            sink_potential: -1,
            kind,
            kinds,
        };
        while let Some(layers) = flow.measure() {
            flow.push(&layers);
        }
        flow
    }

    pub(super) fn into_assignment(self) -> Assignment {
        let kept = |(sits, lawful): (&Vec<u32>, &Vec<u32>)| {
            sits.iter().filter(|seat| lawful.binary_search(seat).is_ok()).count() as u64
        };
        Assignment {
            filled: self.sits.iter().map(|sits| sits.len() as u64).sum(),
            needed: self.needed(),
            kept: self.sits.iter().zip(&self.lawful).map(kept).sum(),
            seats: self.sits,
            vacant: self.vacant,
        }
    }

    /// How many places are filled of those that have to be.
    pub(super) fn needed(&self) -> u64 {
        let lines = self.sitting.iter().zip(&self.spare).filter(|(_, spare)| !**spare);
        lines.map(|(sitting, _)| sitting.len() as u64).sum()
    }

    /// What is charged for a place of a line.
    fn toll(&self, seat: u32) -> i32 {
        if self.spare[seat as usize] { self.far } else { 0 }
    }

    /// What the source charges for one more place of a person, if the person has a hat left.
    fn charge(&self, person: usize) -> Option<i32> {
        let sits = self.sits[person].len();
        (sits < self.hats[person] as usize).then(|| i32::from(sits >= self.cheap[person] as usize))
    }

    /// Measures the distances and moves the potentials; nothing if the sink is not reached.
    fn measure(&mut self) -> Option<Layers> {
        let mut layers = Layers { person: vec![FAR; self.sits.len()], seat: vec![FAR; self.sitting.len()], sink: FAR };
        let mut fronts: Vec<Option<Front>> = self.kinds.iter().map(|_| None).collect();
        let mut queue: Queue = (0..self.sits.len())
            .filter_map(|person| {
                let cost = self.charge(person)? - self.person_potential[person];
                Some(Reverse(((cost as u32, 1), Event::Person(person as u32))))
            })
            .collect();
        while let Some(Reverse((distance, event))) = queue.pop() {
            if distance >= layers.sink {
                break;
            }
            match event {
                Event::Person(person) if layers.person[person as usize] == FAR => {
                    layers.person[person as usize] = distance;
                    self.leave_person(person, distance, &layers, &mut fronts, &mut queue);
                }
                Event::Seat(seat) if layers.seat[seat as usize] == FAR => {
                    self.leave_seat(seat, distance, &mut layers, &mut queue);
                }
                Event::Offer(kind) => {
                    let Some(front) = &mut fronts[kind as usize] else { continue };
                    if front.due != distance {
                        continue;
                    }
                    let seat = front.order[front.next];
                    (front.next, front.due) = (front.next + 1, FAR);
                    self.announce(kind, front, &layers, &mut queue);
                    if layers.seat[seat as usize] == FAR {
                        self.leave_seat(seat, distance, &mut layers, &mut queue);
                    }
                }
                _ => {}
            }
        }
        // The potential of the sink is going to be the cost of the path.
        if layers.sink == FAR || (self.thrifty && self.sink_potential + layers.sink.0 as i32 >= self.far) {
            return None;
        }
        let nearer = |distance: &Distance| distance.0.min(layers.sink.0) as i32;
        for (potential, distance) in self.person_potential.iter_mut().zip(&layers.person) {
            *potential += nearer(distance);
        }
        for (potential, distance) in self.seat_potential.iter_mut().zip(&layers.seat) {
            *potential += nearer(distance);
        }
        self.sink_potential += layers.sink.0 as i32;
        Some(layers)
    }

    fn leave_person(
        &self,
        person: u32,
        distance: Distance,
        layers: &Layers,
        fronts: &mut [Option<Front>],
        queue: &mut Queue,
    ) {
        let at = person as usize;
        let reach = (distance.0 as i32 + self.person_potential[at], distance.1);
        let offer = |seat: u32, cost: i32, (reach, arcs): (i32, u32), queue: &mut Queue| {
            if layers.seat[seat as usize] == FAR {
                let distance = ((reach + cost - self.seat_potential[seat as usize]) as u32, arcs + 1);
                queue.push(Reverse((distance, Event::Seat(seat))));
            }
        };
        let sits_in = |person: u32, seat: &u32| self.sits[person as usize].binary_search(seat).is_ok();
        for &seat in &self.lawful[at] {
            if !sits_in(person, &seat) {
                offer(seat, -1, reach, queue);
            }
        }
        let kind = self.kind[at];
        let front = match &mut fronts[kind] {
            Some(front) if front.reach <= reach => {
                // The leader is nearer, but can not offer the lines where the leader sits.
                for &seat in &self.sits[front.leader as usize] {
                    if !sits_in(person, &seat) {
                        offer(seat, 0, reach, queue);
                    }
                }
                return;
            }
            Some(front) => {
                // A new leader: where the old one sits has been passed over, and where the new one sits has to be
                // offered by the old one, who is the nearest of the others. Where both sit, the others have made their
                // offers already.
                for &seat in &self.sits[front.leader as usize] {
                    if !sits_in(person, &seat) {
                        offer(seat, 0, reach, queue);
                    }
                }
                for &seat in &self.sits[at] {
                    if !sits_in(front.leader, &seat) {
                        offer(seat, 0, front.reach, queue);
                    }
                }
                (front.leader, front.reach) = (person, reach);
                front
            }
            empty => {
                let mut order = self.kinds[kind].to_vec();
                order.sort_by_key(|&seat| Reverse(self.seat_potential[seat as usize]));
                empty.insert(Front { leader: person, reach, next: 0, due: FAR, order })
            }
        };
        self.announce(kind as u32, front, layers, queue);
    }

    /// Puts the next line that the leader of a set reaches into the queue.
    fn announce(&self, kind: u32, front: &mut Front, layers: &Layers, queue: &mut Queue) {
        let passed = |seat: u32| {
            layers.seat[seat as usize] != FAR || self.sits[front.leader as usize].binary_search(&seat).is_ok()
        };
        while front.order.get(front.next).is_some_and(|&seat| passed(seat)) {
            front.next += 1;
        }
        let Some(&seat) = front.order.get(front.next) else {
            front.due = FAR;
            return;
        };
        let due = ((front.reach.0 - self.seat_potential[seat as usize]) as u32, front.reach.1 + 1);
        if due != front.due {
            front.due = due;
            queue.push(Reverse((due, Event::Offer(kind))));
        }
    }

    fn leave_seat(&self, seat: u32, distance: Distance, layers: &mut Layers, queue: &mut Queue) {
        let at = seat as usize;
        layers.seat[at] = distance;
        let (reach, arcs) = (distance.0 as i32 + self.seat_potential[at], distance.1 + 1);
        if self.vacant[at] > 0 {
            layers.sink = layers.sink.min(((reach + self.toll(seat) - self.sink_potential) as u32, arcs));
        }
        for &person in &self.sitting[at] {
            if layers.person[person as usize] == FAR {
                let undone = i32::from(self.lawful[person as usize].binary_search(&seat).is_ok());
                let cost = reach + undone - self.person_potential[person as usize];
                queue.push(Reverse(((cost as u32, arcs), Event::Person(person))));
            }
        }
    }

    /// Pushes a blocking flow along shortest paths.
    fn push(&mut self, layers: &Layers) {
        let mut walk = Walk::new(self, layers);
        for person in 0..self.sits.len() {
            while layers.person[person].1 == 1 && self.charge(person) == Some(self.person_potential[person]) {
                let Some(path) = walk.find(self, layers, person as u32) else { break };
                for (person, seat, gives_up) in path {
                    let sits = &mut self.sits[person as usize];
                    if let Some(index) = gives_up.and_then(|old| sits.binary_search(&old).ok()) {
                        sits.remove(index);
                    }
                    if let Err(index) = sits.binary_search(&seat) {
                        sits.insert(index, seat);
                    }
                    if let Some(old) = gives_up {
                        // The walk stands at this person in that line: the last one takes the place, and is looked at next.
                        self.sitting[old as usize].swap_remove(walk.sitting[old as usize]);
                    }
                    self.sitting[seat as usize].push(person);
                    walk.end = seat;
                }
                self.vacant[walk.end as usize] -= 1;
            }
        }
    }
}

/// How far the search for a blocking flow has come. Nothing that was seen to lead nowhere is looked at twice.
struct Walk {
    /// The lines of each set that were reached, by potential and layer.
    order: Vec<Vec<(Distance2, u32)>>,
    /// For each of them where the next one is that may still lead to the sink, as a forest.
    alive: Vec<Vec<u32>>,
    dead: Vec<bool>,
    /// The next pair of the register, and the next line of the set, for each person.
    lawful: Vec<u32>,
    next: Vec<u32>,
    /// The next of those who sit in each line.
    sitting: Vec<usize>,
    /// The line in which the last path ended.
    end: u32,
}

/// Potential and layer.
type Distance2 = (i32, u32);

impl Walk {
    fn new(flow: &Flow, layers: &Layers) -> Self {
        let mut used = vec![false; flow.kinds.len()];
        for (distance, &kind) in layers.person.iter().zip(&flow.kind) {
            used[kind] |= *distance != FAR;
        }
        let order: Vec<Vec<(Distance2, u32)>> = (flow.kinds.iter().zip(used))
            .map(|(seats, used)| {
                let reached = seats.iter().filter(|&&seat| used && layers.seat[seat as usize] != FAR);
                let key = |&seat: &u32| ((flow.seat_potential[seat as usize], layers.seat[seat as usize].1), seat);
                let mut order: Vec<_> = reached.map(key).collect();
                order.sort_unstable();
                order
            })
            .collect();
        Self {
            alive: order.iter().map(|order| (0..=order.len() as u32).collect()).collect(),
            order,
            dead: vec![false; flow.sitting.len()],
            lawful: vec![0; flow.sits.len()],
            next: vec![0; flow.sits.len()],
            sitting: vec![0; flow.sitting.len()],
            end: 0,
        }
    }

    /// A path from a person to an empty place: who takes which line, and gives up which for it.
    fn find(&mut self, flow: &Flow, layers: &Layers, source: u32) -> Option<Vec<(u32, u32, Option<u32>)>> {
        let mut path: Vec<(u32, u32, Option<u32>)> = Vec::new();
        let (mut person, mut gives_up) = (source, None);
        loop {
            let Some(seat) = self.line(flow, layers, person) else {
                // This person leads nowhere: the one before takes the next who sits in the line.
                let (before, seat, before_gives_up) = path.pop()?;
                self.sitting[seat as usize] += 1;
                let onward = self.onward(flow, layers, seat);
                (person, gives_up) = match onward {
                    Some(next) => {
                        path.push((before, seat, before_gives_up));
                        (next, Some(seat))
                    }
                    None => (before, before_gives_up),
                };
                continue;
            };
            let (potential, layer) = (flow.seat_potential[seat as usize], layers.seat[seat as usize].1);
            let ends = potential + flow.toll(seat) == flow.sink_potential && layer + 1 == layers.sink.1;
            if ends && flow.vacant[seat as usize] > 0 {
                path.push((person, seat, gives_up));
                return Some(path);
            }
            if let Some(next) = self.onward(flow, layers, seat) {
                path.push((person, seat, gives_up));
                (person, gives_up) = (next, Some(seat));
            }
        }
    }

    /// A line of the next layer that the person can take along an arc of no reduced cost.
    fn line(&mut self, flow: &Flow, layers: &Layers, person: u32) -> Option<u32> {
        let at = person as usize;
        let (potential, layer) = (flow.person_potential[at], layers.person[at].1 + 1);
        while let Some(&seat) = flow.lawful[at].get(self.lawful[at] as usize) {
            let fits = layers.seat[seat as usize] != FAR
                && layers.seat[seat as usize].1 == layer
                && flow.seat_potential[seat as usize] == potential - 1;
            if fits && !self.dead[seat as usize] && flow.sits[at].binary_search(&seat).is_err() {
                return Some(seat);
            }
            self.lawful[at] += 1;
        }
        // A pair of the register is never among these: it has a reduced cost of 0 or more with its cost of −1, so more
        // than 0 without.
        let kind = flow.kind[at];
        if self.next[at] == 0 {
            self.next[at] = self.order[kind].partition_point(|(key, _)| *key < (potential, layer)) as u32;
        }
        loop {
            let next = self.living(kind, self.next[at]);
            self.next[at] = next;
            match self.order[kind].get(next as usize) {
                Some(&(key, seat)) if key == (potential, layer) => {
                    if flow.sits[at].binary_search(&seat).is_err() {
                        return Some(seat);
                    }
                    // Where one sits in this round one sits to its end.
                    self.next[at] += 1;
                }
                _ => return None,
            }
        }
    }

    /// The first line of a set, from a position on, that may still lead to the sink.
    fn living(&mut self, kind: usize, from: u32) -> u32 {
        let (order, alive) = (&self.order[kind], &mut self.alive[kind]);
        let mut at = from as usize;
        loop {
            while alive[at] as usize != at {
                alive[at] = alive[alive[at] as usize];
                at = alive[at] as usize;
            }
            match order.get(at) {
                Some((_, seat)) if self.dead[*seat as usize] => alive[at] += 1,
                _ => return at as u32,
            }
        }
    }

    /// Somebody who sits in a line and can leave it along an arc of no reduced cost; if nobody, the line is dead.
    fn onward(&mut self, flow: &Flow, layers: &Layers, seat: u32) -> Option<u32> {
        let at = seat as usize;
        let (potential, layer) = (flow.seat_potential[at], layers.seat[at].1 + 1);
        while let Some(&person) = flow.sitting[at].get(self.sitting[at]) {
            let (distance, undone) =
                (layers.person[person as usize], flow.lawful[person as usize].binary_search(&seat));
            let fits = distance != FAR && distance.1 == layer;
            if fits && flow.person_potential[person as usize] == potential + i32::from(undone.is_ok()) {
                return Some(person);
            }
            self.sitting[at] += 1;
        }
        self.dead[at] = true;
        None
    }
}
