//! Whom to ask for somebody to fill a seat.

use pact_core::{
    document::body::NominationMode,
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, Seat},
    },
    message::Message,
    prove::is_eligible,
};

use super::View;

/// More of them are counted.
const MOST: usize = 8;

/// What those who are asked have to do with the seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum How {
    /// Any one of them nominates.
    OneOf,
    /// Each of them nominates.
    Each,
    /// All of them nominate together.
    Jointly,
    /// They appoint; nobody nominates.
    Appoint,
    /// They may fill it; nobody is named who nominates or appoints.
    Eligible,
    /// Members of the body are appointed from them.
    OfBody,
    /// The body takes in whom it wants.
    CoOpted,
    /// Nothing says.
    Unsaid,
}

impl How {
    /// The name in machine formats and of the message.
    pub(in crate::render) fn name(self) -> &'static str {
        match self {
            Self::OneOf => "one-of",
            Self::Each => "each",
            Self::Jointly => "jointly",
            Self::Appoint => "appoint",
            Self::Eligible => "eligible",
            Self::OfBody => "of-body",
            Self::CoOpted => "co-opted",
            Self::Unsaid => "unsaid",
        }
    }

    /// Every name.
    pub(in crate::render) const NAMES: [&'static str; 8] =
        ["one-of", "each", "jointly", "appoint", "eligible", "of-body", "co-opted", "unsaid"];

    /// Whether they put somebody forward.
    pub(in crate::render) fn nominates(self) -> bool {
        matches!(self, Self::OneOf | Self::Each | Self::Jointly)
    }
}

/// Whom to ask: the nominators; else who appoints; else who may fill it.
#[derive(Clone, Debug)]
pub(in crate::render) struct Ask {
    /// What they have to do with it.
    pub(in crate::render) how: How,
    /// Actors and bodies, sorted.
    pub(in crate::render) agents: Vec<NodeId>,
    /// Categories of actors, sorted.
    pub(in crate::render) categories: Vec<NodeId>,
    /// Regions from which the actors are, sorted.
    pub(in crate::render) regions: Vec<NodeId>,
    /// Who does it where those do not agree, sorted.
    pub(in crate::render) fallback: Vec<NodeId>,
}

impl Ask {
    /// For a seat.
    pub(super) fn of(graph: &Graph, seat: NodeId) -> Self {
        let ends = |node: NodeId, edge: EdgeKind| {
            let mut ends: Vec<NodeId> = graph.outgoing(node, edge).iter().map(|end| end.node).collect();
            ends.sort_unstable_by(|&a, &b| graph.order(a, b));
            ends.dedup();
            ends
        };
        let of = |how: How, node: NodeId, agents: EdgeKind, categories: Option<EdgeKind>| Self {
            how,
            agents: ends(node, agents),
            categories: categories.map(|edge| ends(node, edge)).unwrap_or_default(),
            regions: Vec::new(),
            fallback: Vec::new(),
        };
        let data = graph.downcast::<Seat>(seat).map(|id| graph.get(id));
        let how = match data.map(|seat| seat.nomination).unwrap_or_default() {
            NominationMode::OneOf => How::OneOf,
            NominationMode::Each => How::Each,
            NominationMode::Jointly => How::Jointly,
        };
        let body = graph.outgoing(seat, EdgeKind::SeatOf).first().map(|body| body.node);
        let nominators = of(how, seat, EdgeKind::NominatedBy, Some(EdgeKind::NominatorCategory));
        let found = [
            Self { fallback: ends(seat, EdgeKind::Fallback), ..nominators },
            of(How::Appoint, seat, EdgeKind::AppointedBy, None),
            Self {
                regions: ends(seat, EdgeKind::EligibleRegion),
                ..of(How::Eligible, seat, EdgeKind::EligibleActor, Some(EdgeKind::EligibleCategory))
            },
        ];
        if let Some(mut found) = found.into_iter().find(|ask| !ask.is_empty()) {
            // Whoever is named has to be of the categories and the regions as well, and then these say nothing more.
            let named = found.agents.iter().copied().filter(|&actor| is_eligible(graph, actor, seat));
            let named: Vec<NodeId> = named.collect();
            if found.how == How::Eligible && !named.is_empty() {
                found = Self { agents: named, categories: Vec::new(), regions: Vec::new(), ..found };
            }
            return found;
        }
        let of_body =
            body.map(|body| of(How::OfBody, body, EdgeKind::NominatorActor, Some(EdgeKind::NominatorCategory)));
        match of_body.filter(|ask| !ask.is_empty()) {
            Some(ask) => ask,
            None => {
                let how = if data.is_some_and(|seat| seat.co_opted) { How::CoOpted } else { How::Unsaid };
                Self { how, agents: Vec::new(), categories: Vec::new(), regions: Vec::new(), fallback: Vec::new() }
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.agents.is_empty() && self.categories.is_empty() && self.regions.is_empty()
    }

    /// They in words: `DI og Dansk Erhverv`, `kategorien Kommune`. Empty where nobody is named.
    pub(in crate::render) fn who(&self, view: &View<'_>) -> String {
        let mut all: Vec<String> = self.agents.iter().take(MOST).map(|&agent| view.called(agent)).collect();
        let categories = self.categories.iter().take(MOST);
        all.extend(
            categories
                .map(|&category| view.text(&Message::new("cli-of-category").with("category", view.called(category)))),
        );
        let hidden = self.agents.len().saturating_sub(MOST) + self.categories.len().saturating_sub(MOST);
        if hidden > 0 {
            all.push(view.text(&Message::new("cli-ask-more").with("count", hidden)));
        }
        let last = if matches!(self.how, How::Each | How::Jointly) { "cli-and" } else { "cli-or" };
        let who = view.list(&all, last);
        let regions: Vec<String> = self.regions.iter().take(MOST).map(|&region| view.called(region)).collect();
        let message = match (who.is_empty(), regions.is_empty()) {
            (_, true) => return who,
            (true, false) => Message::new("cli-of-region"),
            (false, false) => Message::new("cli-in-region").with("who", who),
        };
        view.text(&message.with("region", view.list(&regions, "cli-or")))
    }

    /// Whom to ask, as a sentence; nothing where nothing says.
    pub(in crate::render) fn sentence(&self, view: &View<'_>) -> Option<String> {
        if self.how == How::Unsaid {
            return None;
        }
        let fallback: Vec<String> = self.fallback.iter().take(MOST).map(|&agent| view.called(agent)).collect();
        let message = Message::new("cli-ask")
            .with("how", self.how.name())
            .with("who", self.who(view))
            .with("fallbacks", fallback.len())
            .with("fallback", view.list(&fallback, "cli-or"));
        Some(view.text(&message))
    }

    /// Who nominates, in a cell; empty where nobody is named.
    pub(in crate::render) fn nominators(&self, view: &View<'_>) -> String {
        if !self.how.nominates() {
            return String::new();
        }
        let message = Message::new("cli-nominators").with("how", self.how.name()).with("who", self.who(view));
        view.text(&message)
    }
}
