//! What would put the composition of a body right, step by step: fewest changes first.

pub(crate) mod json;
pub(crate) mod text;

use std::collections::{BTreeMap, BTreeSet};

use pact_core::{
    graph::{edge::EdgeKind, node::NodeId},
    ledger::{Entry, Verdict},
    message::Message,
    prove::{
        Gap, Lack, Lacking,
        breach::{Breach, Shortfall},
    },
    roster::{Appointment, Move, Repair, Shortage},
};

use super::bodies::{self, Ask, Reason, SeatRow, Sheet, Told, View};

/// Of seats for which somebody would do as well so many are named.
const MOST: usize = 4;

/// What a step is about. The order is that in which steps are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Topic {
    /// Who is appointed, who moves, who leaves.
    Seats,
    /// Numbers and shares of members.
    Numbers,
    /// What nobody says.
    Facts,
    /// Who nominates and who appoints.
    Nominations,
    /// The chair and the deputy.
    Offices,
    /// One person in several seats.
    Hats,
    /// How long members sit.
    Terms,
    /// Who stands in.
    Alternates,
    /// Who is present, and when meetings are called.
    Meetings,
    /// What could not be read.
    Unread,
    /// Whatever else there is.
    Other,
}

impl Topic {
    /// Every name.
    pub(super) const NAMES: [&'static str; 11] = [
        "seats",
        "numbers",
        "facts",
        "nominations",
        "offices",
        "hats",
        "terms",
        "alternates",
        "meetings",
        "unread",
        "other",
    ];

    /// The name in machine formats and of the message.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::Numbers => "numbers",
            Self::Facts => "facts",
            Self::Nominations => "nominations",
            Self::Offices => "offices",
            Self::Hats => "hats",
            Self::Terms => "terms",
            Self::Alternates => "alternates",
            Self::Meetings => "meetings",
            Self::Unread => "unread",
            Self::Other => "other",
        }
    }

    fn of(lack: &Lack) -> Self {
        let breach = match &lack.what {
            _ if lack.gap == Gap::Unknown => return Self::Unread,
            Lacking::Breach(breach) => breach,
            Lacking::Size { .. } => return Self::Numbers,
            Lacking::NominatorUnknown { .. } | Lacking::WrongNominator { .. } => return Self::Nominations,
            Lacking::TwoSeats { .. } => return Self::Hats,
            Lacking::ActorUnknown | Lacking::SeatUnknown | Lacking::FactUnknown => return Self::Facts,
            Lacking::Vacant { .. }
            | Lacking::Overfilled { .. }
            | Lacking::Ineligible { .. }
            | Lacking::Shared { .. } => return Self::Seats,
            _ if lack.gap == Gap::Pending => return Self::Facts,
            _ => return Self::Other,
        };
        match breach {
            Breach::Count(_)
            | Breach::Uneven(_)
            | Breach::AnotherPart { .. }
            | Breach::SharedPeople { .. }
            | Breach::Irreconcilable { .. } => Self::Numbers,
            Breach::AppointerUnknown { .. } => Self::Nominations,
            _ if lack.gap == Gap::Pending => Self::Facts,
            Breach::NotJointly { .. }
            | Breach::NotEach { .. }
            | Breach::Fallback { .. }
            | Breach::WrongAppointer { .. } => Self::Nominations,
            Breach::FitnessUnsaid { .. }
            | Breach::RegionUnsaid { .. }
            | Breach::Unfit { .. }
            | Breach::AbsentSeat { .. } => Self::Seats,
            Breach::NobodyInOffice { .. } | Breach::SeveralInOffice { .. } | Breach::OutsideOffice { .. } => {
                Self::Offices
            }
            Breach::TooManySeats { .. } | Breach::NeverBoth { .. } | Breach::PersonUnsaid => Self::Hats,
            Breach::NoAlternate
            | Breach::UnfitAlternate { .. }
            | Breach::UnlikeAlternate { .. }
            | Breach::ForbiddenAlternate
            | Breach::OwnAlternate { .. } => Self::Alternates,
            Breach::TermTooLong { .. }
            | Breach::TermTooShort { .. }
            | Breach::TermUnknown { .. }
            | Breach::TooManyTerms { .. }
            | Breach::TooLongInAll { .. }
            | Breach::OutlastsEvent { .. }
            | Breach::EndTogether { .. }
            | Breach::EndsBefore { .. }
            | Breach::LongVacant { .. } => Self::Terms,
            Breach::NoQuorum { .. }
            | Breach::PresentOfWhich(_)
            | Breach::AttendanceUnknown
            | Breach::ShortNotice { .. }
            | Breach::NotCalled { .. }
            | Breach::UnknownDays
            | Breach::UncoveredDays { .. } => Self::Meetings,
        }
    }
}

/// Something to be done.
#[derive(Debug)]
pub(super) struct Step<'r> {
    /// What it is about.
    pub(super) topic: Topic,
    /// What it is.
    pub(super) what: What<'r>,
    /// The lines of the ledger from which it follows.
    pub(super) entries: Vec<&'r Entry>,
}

/// What is to be done.
#[derive(Debug)]
pub(super) enum What<'r> {
    /// Somebody new for a seat.
    Appoint {
        /// For which, and for which others as well.
        appointment: &'r Appointment,
        /// Every other seat for which one would do as well that was followed up, each with its moves.
        alternatives: &'r [(NodeId, Vec<Move>)],
        /// Those of the others that ask for hardly more moves, fewest first.
        others: Vec<Other<'r>>,
        /// Whom to ask, seat by seat.
        ask: Vec<(NodeId, Ask)>,
        /// Why those who are there do not do.
        because: Vec<&'r Shortage>,
    },
    /// Somebody goes to another seat, into one, or out of one.
    Move {
        /// Who, and where.
        of: Move,
        /// Why the seat has to be left, where something says so.
        because: Vec<Reason<'r>>,
    },
    /// What is met now is not once the steps before it are taken.
    Breaks {
        /// The seat or the provision; the body where it is the size or who nominates.
        law: NodeId,
        /// What is missing then.
        missing: Box<Reason<'r>>,
    },
    /// It has to be found out whether these count.
    FindOut {
        /// The provision or the seat.
        law: NodeId,
        /// The members, sorted.
        members: &'r [NodeId],
    },
    /// What is missing says it.
    PutRight(Box<Reason<'r>>),
}

/// A seat for which somebody would do as well.
#[derive(Debug)]
pub(super) struct Other<'r> {
    /// The seat.
    seat: NodeId,
    /// What has to be moved then, and else need not.
    more: Vec<&'r Move>,
    /// What need not be moved then.
    fewer: Vec<&'r Move>,
}

/// The other seats for which somebody would do as well, those left out that take more than one move that is not made anyway: nobody asks the chair to make room
/// for a seat that can be filled at once. Those for which somebody is appointed anyway have a step of their own.
fn others<'r>(alternatives: &'r [(NodeId, Vec<Move>)], repair: &'r Repair) -> Vec<Other<'r>> {
    let base = &repair.moves;
    let appointed: BTreeSet<NodeId> = repair.appointments.iter().map(|appointment| appointment.seat).collect();
    let other = |(seat, moves): &'r (NodeId, Vec<Move>)| Other {
        seat: *seat,
        more: moves.iter().filter(|of| !base.contains(of)).collect(),
        fewer: base.iter().filter(|of| !moves.contains(of)).collect(),
    };
    let alternatives = alternatives.iter().filter(|(seat, _)| !appointed.contains(seat));
    let mut others: Vec<Other<'r>> = alternatives.map(other).filter(|other| other.more.len() <= 1).collect();
    others.sort_by_key(|other| other.more.len() + other.fewer.len());
    others.truncate(MOST);
    others
}

/// What is to be done about a body, in the order in which it is listed.
pub(super) fn steps<'r>(view: &View<'r>, sheet: &Sheet<'r>) -> Vec<Step<'r>> {
    let seats: BTreeMap<NodeId, &SeatRow<'r>> = sheet.every_seat().map(|row| (row.line.seat, row)).collect();
    let told = sheet.told.iter().copied().filter(|told: &Told<'r>| !told.is_settled());
    let reasons = bodies::reasons(view, told);
    let mended = Mended::new(sheet);
    let mut steps = repair(view, sheet, &seats, &reasons);
    for reason in reasons {
        if mended.covers(reason.lack) {
            continue;
        }
        let topic = Topic::of(reason.lack);
        let entries = reason.entries.clone();
        if let Some(short) = shortfall(reason.lack)
            && !short.unknown.is_empty()
            && topic == Topic::Numbers
        {
            let what = What::FindOut { law: reason.lack.subject, members: &short.unknown };
            steps.push(Step { topic: Topic::Facts, what, entries: entries.clone() });
        }
        steps.push(Step { topic, what: What::PutRight(Box::new(reason)), entries });
    }
    steps.sort_by_key(|step| step.topic);
    steps
}

/// The count that is not what it has to be.
pub(super) fn shortfall(lack: &Lack) -> Option<&Shortfall> {
    match &lack.what {
        Lacking::Breach(Breach::Count(short) | Breach::Uneven(short)) => Some(short),
        _ => None,
    }
}

/// The least that would fill every place: new people first, as few for a seat as there are, then moves.
fn repair<'r>(
    view: &View<'r>,
    sheet: &Sheet<'r>,
    seats: &BTreeMap<NodeId, &SeatRow<'r>>,
    reasons: &[Reason<'r>],
) -> Vec<Step<'r>> {
    let roster = sheet.roster;
    let mut appointments: Vec<&Appointment> = roster.repair.appointments.iter().collect();
    appointments.sort_by_key(|appointment| appointment.people);
    let mut by_subject: BTreeMap<NodeId, Vec<&Reason<'r>>> = BTreeMap::new();
    for reason in reasons {
        by_subject.entry(reason.lack.subject).or_default().push(reason);
    }
    let mut steps = Vec::new();
    for appointment in appointments {
        let alternatives = roster.alternatives(appointment);
        let others = others(alternatives, &roster.repair);
        let all: Vec<NodeId> = std::iter::once(appointment.seat).chain(others.iter().map(|other| other.seat)).collect();
        let ask = all.iter().filter_map(|seat| Some((*seat, seats.get(seat)?.ask.clone()))).collect();
        let because = sheet.shortages().filter(|one| one.seats.contains(&appointment.seat)).collect();
        let vacancies = all.iter().filter_map(|seat| by_subject.get(seat)).flatten();
        let entries = entries(view, vacancies.copied().filter(|reason| bodies::is_vacancy(reason.lack)), &all, sheet);
        steps.push(Step {
            topic: Topic::Seats,
            what: What::Appoint { appointment, alternatives, others, ask, because },
            entries,
        });
    }
    for &of in &roster.repair.moves {
        let on_member = by_subject.get(&of.member).into_iter().flatten();
        let on_seat = of.from.and_then(|seat| by_subject.get(&seat)).into_iter().flatten();
        let drives = |reason: &&&Reason<'r>| match &reason.lack.what {
            Lacking::Ineligible { seat, .. }
            | Lacking::Breach(Breach::Unfit { seat } | Breach::AbsentSeat { seat, .. }) => Some(*seat) == of.from,
            Lacking::Overfilled { .. } => true,
            _ => false,
        };
        let because: Vec<Reason<'r>> = on_member.chain(on_seat).filter(drives).map(|&reason| reason.clone()).collect();
        let entered: Vec<NodeId> = of.to.or(of.from).into_iter().collect();
        let entries = entries(view, because.iter(), &entered, sheet);
        steps.push(Step { topic: Topic::Seats, what: What::Move { of, because }, entries });
    }
    for broken in &roster.repair.breaks {
        let entries: Vec<&'r Entry> = broken.clauses.iter().filter_map(|&clause| sheet.case.entry(clause)).collect();
        let told = entries.iter().copied().map(Some).chain(entries.is_empty().then_some(None));
        let told = told.map(|entry| Told { entry, lack: &broken.lack });
        for missing in bodies::reasons(view, told) {
            let what = What::Breaks { law: broken.law, missing: Box::new(missing) };
            steps.push(Step { topic: Topic::Seats, what, entries: entries.clone() });
        }
    }
    steps
}

/// The lines on which these reasons stand; else those of the clauses that give the seats.
fn entries<'a, 'r: 'a>(
    view: &View<'r>,
    reasons: impl Iterator<Item = &'a Reason<'r>>,
    seats: &[NodeId],
    sheet: &Sheet<'r>,
) -> Vec<&'r Entry> {
    let mut known = BTreeSet::new();
    let mut found: Vec<&'r Entry> = Vec::new();
    for entry in reasons.flat_map(|reason| reason.entries.iter().copied()) {
        if known.insert(entry.node) {
            found.push(entry);
        }
    }
    if found.is_empty() {
        let clauses = seats.iter().flat_map(|&seat| view.graph().outgoing(seat, EdgeKind::UnderClause));
        for entry in clauses.filter_map(|clause| sheet.case.entry(clause.node)) {
            if known.insert(entry.node) {
                found.push(entry);
            }
        }
    }
    found
}

/// What is mended by the appointments and the moves.
struct Mended {
    filled: BTreeSet<NodeId>,
    left: BTreeSet<(NodeId, NodeId)>,
    relieved: BTreeSet<NodeId>,
}

impl Mended {
    fn new(sheet: &Sheet<'_>) -> Self {
        let repair = &sheet.roster.repair;
        let appointed = repair.appointments.iter().flat_map(|appointment| {
            let others = sheet.roster.alternatives(appointment).iter().map(|(seat, _)| *seat);
            std::iter::once(appointment.seat).chain(others)
        });
        Self {
            filled: appointed.chain(repair.moves.iter().filter_map(|of| of.to)).collect(),
            left: repair.moves.iter().filter_map(|of| Some((of.member, of.from?))).collect(),
            relieved: repair.moves.iter().filter_map(|of| of.from).collect(),
        }
    }

    /// Whether nothing more is to be done about a lack.
    fn covers(&self, lack: &Lack) -> bool {
        match &lack.what {
            _ if lack.gap == Gap::Unknown => false,
            Lacking::Vacant { .. } => self.filled.contains(&lack.subject),
            Lacking::Overfilled { .. } => self.relieved.contains(&lack.subject),
            Lacking::Ineligible { seat, .. }
            | Lacking::Breach(Breach::Unfit { seat } | Breach::AbsentSeat { seat, .. }) => {
                self.left.contains(&(lack.subject, *seat))
            }
            _ => false,
        }
    }
}

/// What a step is, as a sentence.
fn sentence(view: &View<'_>, step: &Step<'_>) -> String {
    let text = match &step.what {
        What::Appoint { appointment, others, .. } => {
            let all = std::iter::once(appointment.seat).chain(others.iter().map(|other| other.seat));
            let seats: Vec<String> = all.map(|seat| view.named(seat)).collect();
            let message = Message::new("cli-suggest-appoint")
                .with("people", appointment.people)
                .with("seats", view.list(&seats, "cli-or"));
            view.text(&message)
        }
        What::Move { of, .. } => capital(&moved(view, *of)),
        What::Breaks { missing, .. } => {
            view.text(&Message::new("cli-suggest-breaks").with("why", missing.text.as_str()))
        }
        What::FindOut { law, members } => {
            let message = Message::new("cli-suggest-find-out")
                .with("law", view.called(*law))
                .with("members", view.members(members));
            view.text(&message)
        }
        What::PutRight(reason) => capital(&reason.text),
    };
    if text.ends_with(['.', '!', '?']) { text } else { format!("{text}.") }
}

/// Who goes where.
fn moved(view: &View<'_>, of: Move) -> String {
    let how = match (of.from, of.to) {
        (Some(_), Some(_)) => "move",
        (None, _) => "enter",
        (Some(_), None) => "leave",
    };
    let seat = |seat: Option<NodeId>| seat.map(|seat| view.named(seat)).unwrap_or_default();
    let message = Message::new("cli-suggest-move")
        .with("how", how)
        .with("member", view.member(of.member))
        .with("from", seat(of.from))
        .with("to", seat(of.to));
    view.text(&message)
}

/// What belongs to a step: whom to ask, what else goes with it, why, and under which clause.
fn details(view: &View<'_>, step: &Step<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    match &step.what {
        What::Appoint { others, ask, because, .. } => {
            lines.extend(asked(view, ask));
            let with = |moves: &[&Move]| moves.iter().map(|&&of| moved(view, of)).collect::<Vec<_>>();
            for other in others.iter().filter(|other| other.more.len() + other.fewer.len() > 0) {
                let message = Message::new("cli-suggest-if")
                    .with("seat", view.called(other.seat))
                    .with("mores", other.more.len())
                    .with("more", view.list(&with(&other.more), "cli-and"))
                    .with("fewers", other.fewer.len())
                    .with("fewer", view.list(&with(&other.fewer), "cli-and"));
                lines.push(view.text(&message));
            }
            for shortage in because {
                let why = super::seats::shortage(view, shortage);
                lines.push(view.text(&Message::new("cli-suggest-because").with("why", why)));
            }
        }
        What::Move { of, because } => {
            if of.from.is_none() {
                lines.push(view.words.label("cli-suggest-unseated"));
            }
            for reason in because {
                lines.push(view.text(&Message::new("cli-suggest-because").with("why", reason.text.as_str())));
            }
        }
        What::Breaks { .. } | What::FindOut { .. } | What::PutRight(_) => {}
    }
    let under: Vec<String> = step.entries.iter().map(|entry| cited(view, entry)).collect();
    if !under.is_empty() {
        lines.push(view.text(&Message::new("cli-suggest-under").with("clauses", view.list(&under, "cli-and"))));
    }
    lines
}

/// Whom to ask: once where it is the same for every seat.
fn asked(view: &View<'_>, ask: &[(NodeId, Ask)]) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for (seat, ask) in ask {
        let Some(sentence) = ask.sentence(view) else { continue };
        match told.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, seats)) => seats.push(view.called(*seat)),
            None => told.push((sentence, vec![view.called(*seat)])),
        }
    }
    let one = told.len() == 1;
    let line = |(sentence, seats): (String, Vec<String>)| {
        if one {
            return sentence;
        }
        let seats = view.list(&seats, "cli-and");
        view.text(&Message::new("cli-suggest-ask-for").with("seats", seats).with("ask", sentence))
    };
    told.into_iter().map(line).collect()
}

/// A clause with its force: `M1 (skal)`.
fn cited(view: &View<'_>, entry: &Entry) -> String {
    super::clause::head(&view.report.model, entry.node, view.words)
}

/// The text with a capital letter at its beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether something of the body could not be judged, so that there may be more to do.
fn is_unsure(sheet: &Sheet<'_>) -> bool {
    sheet.every_seat().any(|row| row.standing.verdict == Verdict::Error)
        || sheet.laws.iter().any(|row| matches!(row.standing.verdict, Verdict::Error | Verdict::Open))
}

#[cfg(test)]
mod tests {
    use pact_core::message::Language;

    use super::*;

    #[test]
    fn every_topic_has_a_heading() {
        for language in Language::ALL {
            let words = crate::words::catalogue(language).unwrap();
            let ids = Topic::NAMES.map(|name| format!("cli-suggest-topic-{name}"));
            assert!(ids.iter().all(|id| words.has(id)), "{ids:?}");
        }
        assert_eq!(Topic::NAMES[Topic::Seats as usize], Topic::Seats.name());
        assert_eq!(Topic::NAMES[Topic::Other as usize], Topic::Other.name());
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!((capital("øvrige"), capital("»a«"), capital("")), ("Øvrige".into(), "»a«".into(), String::new()));
    }
}
