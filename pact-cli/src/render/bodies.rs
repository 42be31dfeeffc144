//! The bodies of a run, each with its table of members and with what the ledger lacks of it: what `pact seats` and `pact suggest` are made of.

mod ask;
mod law;
mod reason;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write},
};

use pact_core::{
    document::pact::Role,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{Body, Member, NodeId, NodeKind},
    },
    ledger::{Case, Entry, Verdict, Why},
    message::{Catalogue, Message},
    prove::{Gap, Lack, Lacking, Shows, Status, Truth, Witness},
    report::Report,
    roster::{Line, Roster, Shortage},
};

pub(super) use self::{
    ask::{Ask, How},
    law::{Kind, LawRow},
    reason::{Reason, Standing, Told, reasons},
};
use super::{case, clean, outcome, wrap};
use crate::output::Page;

/// Longer names are cut.
const NAME: usize = 80;
/// As many of several members are named in a sentence.
const FEW: usize = 8;

/// What is shown of a run.
#[derive(Debug)]
pub(crate) struct View<'r> {
    /// The run.
    pub(super) report: &'r Report,
    /// The words of the reader's language.
    pub(super) words: &'r Catalogue,
    /// The only body that is asked for.
    pub(super) body: Option<NodeId>,
    /// Whether people are named.
    pub(super) names: bool,
}

impl<'r> View<'r> {
    /// The bodies of a run in the reader's language.
    pub(crate) fn new(report: &'r Report, words: &'r Catalogue, body: Option<NodeId>, names: bool) -> Self {
        Self { report, words, body, names }
    }

    pub(super) fn graph(&self) -> &'r Graph {
        self.report.model.graph()
    }

    /// The bodies of each case that are shown, in the order of the ledger.
    pub(super) fn cases(&self) -> Vec<(&'r Case, Vec<Sheet<'r>>)> {
        self.report.ledger.cases.iter().map(|case| (case, self.sheets(case))).collect()
    }

    /// The bodies of a case. Linear in what the case lacks and in the members, times a logarithm.
    fn sheets(&self, case: &'r Case) -> Vec<Sheet<'r>> {
        let index = Index::new(self.graph(), case);
        let asked = case.rosters.iter().filter(|roster| match self.body {
            Some(body) => roster.body == body,
            None => !self.is_bare(roster),
        });
        asked.map(|roster| Sheet::new(self, case, roster, &index)).collect()
    }

    /// Whether there is nothing to be shown of a body.
    fn is_bare(&self, roster: &Roster) -> bool {
        let nobody = roster.lines.is_empty()
            && roster.members.is_empty()
            && roster.observers.is_empty()
            && roster.alternates.is_empty();
        nobody
            && self.graph().incoming(roster.body, EdgeKind::ProvisionOf).is_empty()
            && self.size(roster.body).is_none()
    }

    /// How large a body is to be, where that is said.
    pub(super) fn size(&self, body: NodeId) -> Option<&'r pact_core::document::body::Size> {
        let graph = self.graph();
        graph.get(graph.downcast::<Body>(body)?).size.as_ref()
    }

    /// A message as it is shown.
    pub(super) fn text(&self, message: &Message) -> String {
        clean::line(&self.words.text(message)).into_owned()
    }

    /// A node by what people call it, with its id.
    pub(super) fn named(&self, node: NodeId) -> String {
        case::named(self.graph(), node, self.words)
    }

    /// A node by what people call it; by its id where that is nothing.
    pub(super) fn called(&self, node: NodeId) -> String {
        let graph = self.graph();
        let label = graph.label(node).map(|label| label.get(self.words.language().tag()).trim());
        clean::short(label.filter(|label| !label.is_empty()).unwrap_or(graph.name(node)), NAME)
    }

    /// Several, joined by "and" or "or".
    pub(super) fn list(&self, all: &[String], last: &str) -> String {
        match all.split_last() {
            None => String::new(),
            Some((end, [])) => end.clone(),
            Some((end, rest)) => format!("{} {} {end}", rest.join(", "), self.words.label(last)),
        }
    }

    /// A member by whom it sits for and by its id; and by name where people are named.
    pub(super) fn member(&self, member: NodeId) -> String {
        let graph = self.graph();
        let id = clean::short(graph.name(member), NAME);
        let actors = graph.outgoing(member, EdgeKind::OnBehalfOf).iter().map(|actor| self.called(actor.node));
        let called: Vec<String> = self.person(member).into_iter().chain(actors).collect();
        if called.is_empty() { id } else { format!("{} ({id})", called.join(", ")) }
    }

    /// Several members: the first by name, the others by their number, so that a sentence stays one. O(1), however many there are.
    pub(super) fn members(&self, members: &[NodeId]) -> String {
        // "and one more" takes as much room as the one.
        let named = if members.len() == FEW + 1 { members.len() } else { members.len().min(FEW) };
        let mut names: Vec<String> = members.iter().take(named).map(|&member| self.member(member)).collect();
        if members.len() > named {
            names.push(self.text(&Message::new("cli-ask-more").with("count", members.len() - named)));
        }
        self.list(&names, "cli-and")
    }

    /// Who it is, where people are named.
    pub(super) fn person(&self, member: NodeId) -> Option<String> {
        let person = self.data(member)?.person.as_deref().filter(|_| self.names)?;
        Some(clean::short(person, NAME)).filter(|name| !name.is_empty())
    }

    /// What the register says of a member.
    pub(super) fn data(&self, member: NodeId) -> Option<&'r Member> {
        let graph = self.graph();
        graph.downcast::<Member>(member).map(|id| graph.get(id))
    }

    /// The office of a member, by its name.
    pub(super) fn office(&self, member: NodeId) -> Option<&'static str> {
        match self.data(member)?.role? {
            Role::Chair => Some("chair"),
            Role::Deputy => Some("deputy"),
            _ => None,
        }
    }

    /// From when and until when somebody sits, as it is written.
    pub(super) fn dates(&self, member: NodeId) -> (String, String) {
        let of = |date: Option<pact_core::document::value::Date>| date.map(|date| date.date.to_string());
        let data = self.data(member);
        (data.and_then(|data| of(data.from)).unwrap_or_default(), data.and_then(|data| of(data.to)).unwrap_or_default())
    }

    /// From when and until when somebody sits, in words.
    pub(super) fn term(&self, member: NodeId) -> String {
        let (from, to) = self.dates(member);
        match (from.is_empty(), to.is_empty()) {
            (true, true) => String::new(),
            (false, false) => format!("{from} – {to}"),
            (false, true) => self.text(&Message::new("cli-term-from").with("from", from)),
            (true, false) => self.text(&Message::new("cli-term-to").with("to", to)),
        }
    }
}

/// What a case says, by what it is about.
struct Index<'r> {
    /// What is missing, by the body.
    told: BTreeMap<NodeId, Vec<Told<'r>>>,
    /// What keeps a clause from being judged at all.
    unjudged: BTreeMap<NodeId, &'r Lack>,
    /// What shows that a provision is kept, by the provision.
    shown: BTreeMap<NodeId, Vec<&'r Witness>>,
    /// The same where the witness is about a member or a meeting, by the body and what sort of provision it is.
    by_kind: BTreeMap<(NodeId, Kind), Vec<&'r Witness>>,
    /// Bodies of whose seats or members a clause sees that they are filled or stood in for, which is not worth to be told one by one.
    filled: BTreeSet<(NodeId, Kind, NodeId)>,
}

impl<'r> Index<'r> {
    /// O(lacks and witnesses of the case, times a logarithm).
    fn new(graph: &Graph, case: &'r Case) -> Self {
        let mut index = Self {
            told: BTreeMap::new(),
            unjudged: BTreeMap::new(),
            shown: BTreeMap::new(),
            by_kind: BTreeMap::new(),
            filled: BTreeSet::new(),
        };
        for entry in &case.entries {
            for lack in reason::lacks(entry).iter().filter(|lack| is_of_composition(entry, lack)) {
                let own = lack.subject == entry.node;
                if own && lack.gap == Gap::Unknown {
                    index.unjudged.entry(entry.node).or_insert(lack);
                }
                let bodies = match body_of(graph, lack.subject) {
                    Some(body) => vec![body],
                    // A fact on which it depends whether a seat is there.
                    None if graph.kind(lack.subject) == NodeKind::Fact || own => composed_by(graph, entry.node),
                    None => Vec::new(),
                };
                for body in bodies {
                    index.told.entry(body).or_default().push(Told { entry: Some(entry), lack });
                }
            }
            for witness in &entry.proof.witnesses {
                if graph.kind(witness.subject) == NodeKind::Provision {
                    index.shown.entry(witness.subject).or_default().push(witness);
                    continue;
                }
                let kind = match witness.shows {
                    Shows::InOffice(Role::Deputy) => Kind::Deputy,
                    Shows::InOffice(_) => Kind::Chair,
                    Shows::Terms(_) => Kind::Tenure,
                    Shows::Present(..) => Kind::Quorum,
                    Shows::Called(_) => Kind::Notice,
                    Shows::Members(_) => Kind::Size,
                    Shows::Filled if graph.kind(witness.subject) == NodeKind::Member => Kind::Alternates,
                    Shows::Filled => Kind::Vacancies,
                    _ => continue,
                };
                let Some(body) = body_of(graph, witness.subject) else { continue };
                if witness.shows == Shows::Filled {
                    index.filled.insert((body, kind, entry.node));
                } else {
                    index.by_kind.entry((body, kind)).or_default().push(witness);
                }
            }
        }
        for lack in &case.unclaimed {
            if let Some(body) = body_of(graph, lack.subject) {
                index.told.entry(body).or_default().push(Told { entry: None, lack });
            }
        }
        index
    }
}

/// Whether a lack may be about who sits in a body, and not about what it does or writes.
fn is_of_composition(entry: &Entry, lack: &Lack) -> bool {
    // That there was nothing to look at says nothing of what there is.
    let nothing = matches!(lack.what, Lacking::Nothing) && lack.subject == entry.node;
    !nothing
        && !matches!(
            lack.what,
            Lacking::Meetings { .. }
                | Lacking::NotYetHeld
                | Lacking::NoMeetingOn { .. }
                | Lacking::Outside { .. }
                | Lacking::NoSpan { .. }
                | Lacking::Undated
                | Lacking::NeverPresents { .. }
                | Lacking::PresentsEarly { .. }
                | Lacking::Undecided { .. }
                | Lacking::NotYetDecided { .. }
                | Lacking::Otherwise { .. }
                | Lacking::OffDay { .. }
                | Lacking::MeetingAfter { .. }
                | Lacking::Premature { .. }
                | Lacking::Unattested { .. }
                | Lacking::Section { .. }
                | Lacking::Uncovered
        )
}

/// The body that something belongs to.
fn body_of(graph: &Graph, node: NodeId) -> Option<NodeId> {
    let first = |node: NodeId, edge: EdgeKind| graph.outgoing(node, edge).first().map(|end| end.node);
    match graph.kind(node) {
        NodeKind::Body => Some(node),
        NodeKind::Seat => first(node, EdgeKind::SeatOf),
        NodeKind::Provision => first(node, EdgeKind::ProvisionOf),
        NodeKind::Member => first(node, EdgeKind::MemberOf),
        NodeKind::Meeting => first(node, EdgeKind::MeetingOf),
        NodeKind::AgendaItem => first(first(node, EdgeKind::ItemOf)?, EdgeKind::MeetingOf),
        _ => None,
    }
}

/// The bodies of whose composition a clause gives something.
fn composed_by(graph: &Graph, clause: NodeId) -> Vec<NodeId> {
    let edges = [EdgeKind::UnderClause, EdgeKind::SizeClause, EdgeKind::NominatorClause];
    let given = edges.iter().flat_map(|&edge| graph.incoming(clause, edge));
    let given = given
        .map(|given| given.node)
        .filter(|&node| matches!(graph.kind(node), NodeKind::Seat | NodeKind::Provision | NodeKind::Body));
    let mut bodies: Vec<NodeId> = given.filter_map(|node| body_of(graph, node)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies
}

/// A body: its seats and members, and what the law says of it.
#[derive(Debug)]
pub(super) struct Sheet<'r> {
    /// The proposal and the terms.
    pub(super) case: &'r Case,
    /// Seat by seat.
    pub(super) roster: &'r Roster,
    /// How many places are to be filled.
    pub(super) places: usize,
    /// How many of them are.
    pub(super) filled: usize,
    /// The seats with places that are to be filled and are not.
    pub(super) open: Vec<SeatRow<'r>>,
    /// The seats of which every place is filled.
    pub(super) seats: Vec<SeatRow<'r>>,
    /// Those with places that may stay empty, or of which it is not known whether they are there.
    pub(super) spare: Vec<SeatRow<'r>>,
    /// Members for whom no seat is found; or all of them, where there are no seats.
    pub(super) without: Vec<PersonRow<'r>>,
    /// Those who only listen, and have no seat to do so.
    pub(super) observers: Vec<PersonRow<'r>>,
    /// Those who stand in for whoever cannot come.
    pub(super) alternates: Vec<PersonRow<'r>>,
    /// The provisions on the body.
    pub(super) laws: Vec<LawRow<'r>>,
    /// What else is missing of the body.
    pub(super) others: Vec<Reason<'r>>,
    /// Everything that is missing, as the ledger tells it.
    pub(super) told: Vec<Told<'r>>,
}

/// A seat and whoever fills it.
#[derive(Debug)]
pub(super) struct SeatRow<'r> {
    /// The seat.
    pub(super) line: &'r Line,
    /// How it stands.
    pub(super) standing: Standing,
    /// Why.
    pub(super) reasons: Vec<Reason<'r>>,
    /// Whom to ask for somebody to fill it.
    pub(super) ask: Ask,
}

/// Somebody without a seat.
#[derive(Debug)]
pub(super) struct PersonRow<'r> {
    /// Who.
    pub(super) member: NodeId,
    /// How it stands; nothing where nothing is said of whoever is no member.
    pub(super) standing: Option<Standing>,
    /// Why.
    pub(super) reasons: Vec<Reason<'r>>,
}

/// Where something that is missing is told.
#[derive(Clone, Copy)]
enum Place {
    Seat(usize),
    Without(usize),
    Observer(usize),
    Alternate(usize),
}

/// People on the register, and where what is missing of each is told.
type People<'a> = (&'a [NodeId], fn(usize) -> Place);

impl<'r> Sheet<'r> {
    fn new(view: &View<'r>, case: &'r Case, roster: &'r Roster, index: &Index<'r>) -> Self {
        let graph = view.graph();
        let told = index.told.get(&roster.body).cloned().unwrap_or_default();
        let mut laws = law::rows(view, roster.body);
        let mut at: BTreeMap<NodeId, Place> = BTreeMap::new();
        for (position, line) in roster.lines.iter().enumerate() {
            at.insert(line.seat, Place::Seat(position));
            let people =
                line.holders.iter().flat_map(|holder| std::iter::once(&holder.member).chain(&holder.alternates));
            for &member in people {
                at.entry(member).or_insert(Place::Seat(position));
            }
        }
        let without = if roster.lines.is_empty() { &roster.members } else { &roster.seatless };
        let groups: [People<'_>; 3] =
            [(without, Place::Without), (&roster.observers, Place::Observer), (&roster.alternates, Place::Alternate)];
        for (members, place) in groups {
            for (position, &member) in members.iter().enumerate() {
                at.entry(member).or_insert(place(position));
            }
        }
        let kinds = law::Positions::new(graph, roster.body, &laws);
        let mut of_seats: Vec<Vec<Told<'r>>> = vec![Vec::new(); roster.lines.len()];
        let mut of_without: Vec<Vec<Told<'r>>> = vec![Vec::new(); without.len()];
        let mut of_observers: Vec<Vec<Told<'r>>> = vec![Vec::new(); roster.observers.len()];
        let mut of_alternates: Vec<Vec<Told<'r>>> = vec![Vec::new(); roster.alternates.len()];
        let mut others = Vec::new();
        for one in &told {
            let breaks = kinds.of(one);
            let place = at.get(&one.lack.subject).copied();
            let list = match place {
                Some(Place::Seat(position)) => of_seats.get_mut(position),
                Some(Place::Without(position)) => of_without.get_mut(position),
                Some(Place::Observer(position)) => of_observers.get_mut(position),
                Some(Place::Alternate(position)) => of_alternates.get_mut(position),
                None => None,
            };
            let elsewhere = list.is_some();
            if let Some(list) = list {
                list.push(*one);
            }
            for &position in &breaks {
                if let Some(law) = laws.get_mut(position) {
                    law.add(*one, elsewhere, view);
                }
            }
            if !elsewhere && breaks.is_empty() {
                others.push(*one);
            }
        }
        let seats = roster.lines.iter().zip(of_seats).map(|(line, told)| seat_row(view, case, line, told, index));
        let (open, seats): (Vec<SeatRow<'r>>, Vec<_>) =
            seats.partition(|row| row.line.vacant > 0 && is_asked(row.line));
        let (seats, spare) = seats.into_iter().partition(|row| row.line.vacant == 0 && row.line.there == Truth::Yes);
        let person = |member: NodeId, told: Vec<Told<'r>>, judged: bool| {
            let standing = if judged || !told.is_empty() { Some(Standing::of(&told, view)) } else { None };
            PersonRow { member, standing, reasons: reason::reasons(view, told) }
        };
        let rows = |members: &[NodeId], told: Vec<Vec<Told<'r>>>, judged: bool| {
            members.iter().zip(told).map(|(&member, told)| person(member, told, judged)).collect()
        };
        for law in &mut laws {
            law.settle(view, case, roster.body, index);
        }
        let counted = |line: &&Line| is_asked(line);
        let (places, vacant) = roster
            .lines
            .iter()
            .filter(counted)
            .fold((0, 0), |(places, vacant), line| (places + line.places, vacant + line.vacant));
        Self {
            case,
            roster,
            places,
            filled: places - vacant,
            open,
            seats,
            spare,
            without: rows(without, of_without, roster.lines.is_empty()),
            observers: rows(&roster.observers, of_observers, false),
            alternates: rows(&roster.alternates, of_alternates, false),
            laws,
            others: reason::reasons(view, others),
            told,
        }
    }

    /// Every seat, the open ones first.
    pub(super) fn every_seat(&self) -> impl Iterator<Item = &SeatRow<'r>> {
        self.open.iter().chain(&self.seats).chain(&self.spare)
    }

    /// The shortages that say more than the row of a seat does: who sits in it, and that it has open places.
    pub(super) fn shortages(&self) -> impl Iterator<Item = &'r Shortage> {
        let lines: BTreeMap<NodeId, &Line> = self.roster.lines.iter().map(|line| (line.seat, line)).collect();
        self.roster.shortages.iter().filter(move |shortage| match shortage.seats.as_slice() {
            [only] => lines.get(only).is_none_or(|line| {
                let sits: BTreeSet<NodeId> = line.holders.iter().map(|holder| holder.member).collect();
                !shortage.held.is_empty() || !shortage.people.iter().all(|member| sits.contains(member))
            }),
            _ => true,
        })
    }

    /// How many places are to be filled and are not.
    pub(super) fn vacant(&self) -> usize {
        self.places - self.filled
    }
}

/// Whether the places of a seat are to be filled.
fn is_asked(line: &Line) -> bool {
    line.there == Truth::Yes && !line.optional
}

fn seat_row<'r>(
    view: &View<'r>,
    case: &'r Case,
    line: &'r Line,
    told: Vec<Told<'r>>,
    index: &Index<'r>,
) -> SeatRow<'r> {
    let graph = view.graph();
    let clause = graph.outgoing(line.seat, EdgeKind::UnderClause).first().map(|clause| clause.node);
    let entry = clause.and_then(|clause| case.entry(clause));
    let mut standing = Standing::of(&told, view);
    if clause.is_some_and(|clause| index.unjudged.contains_key(&clause)) || line.there == Truth::Unread {
        standing.add(Verdict::Error, entry);
    }
    match line.there {
        Truth::Unsaid => standing.add(Verdict::Open, entry),
        _ if told.is_empty() && entry.is_some_and(is_idle) => standing = Standing::new(Verdict::Inapplicable),
        _ => {}
    }
    SeatRow { line, standing, reasons: reason::reasons(view, told), ask: Ask::of(graph, line.seat) }
}

/// Whether nothing is asked as the clause does not hold on the day.
fn is_idle(entry: &Entry) -> bool {
    entry.verdict == Verdict::Inapplicable && entry.why == Why::NotInForce
}

/// What the status of a requirement is called in the ledger.
fn verdict(status: Status) -> Verdict {
    match status {
        Status::Inapplicable => Verdict::Inapplicable,
        Status::Met => Verdict::Met,
        Status::Attest => Verdict::Attest,
        Status::Open => Verdict::Open,
        Status::Error => Verdict::Error,
        Status::Unmet => Verdict::Unmet,
    }
}

/// Whether a lack is only that places are empty.
pub(super) fn is_vacancy(lack: &Lack) -> bool {
    matches!(lack.what, Lacking::Vacant { .. })
}

/// Writes what is said of each body for people, case by case, and how the check came out.
pub(super) fn write_each(
    out: &mut dyn Write,
    view: &View<'_>,
    page: Page,
    of_body: impl Fn(&mut dyn Write, &View<'_>, &Sheet<'_>, Page) -> io::Result<()>,
) -> io::Result<()> {
    let cases = view.cases();
    let several = cases.len() > 1;
    for (case, sheets) in &cases {
        if several {
            let heading = case::heading(view.graph(), case, view.report.ledger.judged, view.words);
            writeln!(out, "{}\n", wrap::fill(&view.text(&heading), page.width))?;
        }
        for sheet in sheets {
            of_body(out, view, sheet, page)?;
        }
        if sheets.is_empty() {
            writeln!(out, "{}\n", wrap::fill(&view.words.label("cli-no-bodies"), page.width))?;
        }
    }
    if cases.is_empty() {
        writeln!(out, "{}", wrap::indented(&view.words.label("cli-no-case"), page.width, "", "  "))?;
    }
    writeln!(out, "{}", wrap::indented(&view.words.text(&outcome::sentence(view.report)), page.width, "", "  "))
}
