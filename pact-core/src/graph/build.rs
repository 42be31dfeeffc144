//! From documents to the graph: first every node, then every edge.

use rustc_hash::FxHashSet;

use super::{
    Asks, Duplicate, Graph, KindSet, RegisterInfo,
    composition::{Written, WrittenSeat},
    edge::EdgeKind,
    node::{
        Actor, AgendaItem, Attestation, Body, Calendar, Challenge, Clause, Concept, Decision, Definition, Element,
        Explanation, Fact, Found, Head, Initiative, Kind, Measure, Meeting, Member, NodeId, NodeKind, Objective, Pact,
        Partnership, Provision, Quoted, Region, Scheme, Scope, Seat, Section, Strength, Terms, Waiver,
    },
    requirement::Compiler,
    resolve::{self, Pending},
    topology::{Edge, Topology},
};
use crate::{
    decode::{Lost, Meta},
    document::{
        body as bodies, calendar, composition as law, pact as written, requirement, shared as common,
        terms as terms_document,
        value::{Date, Entries, Quote, Ref, Refs, Text},
    },
    load::{Input, Loaded},
    name::Name,
    source::{FileId, Sources, Span},
};

/// Builds a graph from documents.
#[derive(Default)]
pub(crate) struct Builder {
    graph: Graph,
    pending: Vec<Pending>,
    edges: Vec<Edge>,
    /// The document being read, and the nodes' parent in it.
    document: NodeId,
    /// Keys that are reported for standing twice.
    repeated_keys: FxHashSet<Span>,
    /// What clauses and elements ask for, as it was written.
    asks: Vec<(NodeId, requirement::Several, requirement::Several)>,
    /// What provisions ask for, as it was written.
    laws: Vec<(NodeId, Written)>,
    /// What is written of seats beside their edges.
    seats: Vec<(NodeId, WrittenSeat)>,
}

impl Builder {
    /// Joins what was read. Documents are taken in the order of their paths, so that the order in which they were given
    /// makes no difference. O(size of the documents).
    pub(crate) fn build(mut input: Input) -> (Sources, Graph) {
        let mut builder = Self::default();
        builder.graph.names = std::mem::take(&mut input.names);
        builder.graph.incomplete = incomplete(&input);
        builder.graph.unread = unread(&input);
        builder.graph.lost_names = std::mem::take(&mut input.lost_names);
        builder.repeated_keys = std::mem::take(&mut input.repeated_keys);
        let path = |file: FileId, sources: &Sources| {
            sources.get(file).map(|source| source.path().to_owned()).unwrap_or_default()
        };
        input.terms.sort_by_cached_key(|loaded| path(loaded.file, &input.sources));
        input.pacts.sort_by_cached_key(|loaded| path(loaded.file, &input.sources));

        for Loaded { file, document } in std::mem::take(&mut input.terms) {
            builder.terms(file, document, &input);
        }
        let mut claimed = std::collections::BTreeSet::new();
        for Loaded { file, document } in std::mem::take(&mut input.pacts) {
            builder.pact(file, document, &mut input, &mut claimed);
        }
        builder.graph.unclaimed = input
            .registers
            .iter()
            .filter(|(path, _)| !claimed.contains(*path))
            .map(|(_, loaded)| loaded.file)
            .collect();

        let Self { mut graph, pending, mut edges, asks, laws, seats, .. } = builder;
        graph.sort_index();
        let mut asked = Vec::new();
        for (from, requires, forbids) in asks {
            let at = graph.span(from);
            let mut compiler =
                Compiler { from, names: &graph.names, asked: &mut asked, unmatchable: &mut graph.unmatchable, at };
            let asks = Asks { requires: compiler.all(&requires.0), forbids: compiler.all(&forbids.0) };
            graph.requirements.insert(from, asks);
        }
        for (from, written) in laws {
            let at = graph.span(from);
            let mut compiler =
                Compiler { from, names: &graph.names, asked: &mut asked, unmatchable: &mut graph.unmatchable, at };
            if let Some(law) = compiler.law(&written) {
                graph.laws.insert(from, law);
            }
        }
        for (from, written) in seats {
            let at = graph.span(from);
            let mut compiler =
                Compiler { from, names: &graph.names, asked: &mut asked, unmatchable: &mut graph.unmatchable, at };
            let law = compiler.seat_law(&written);
            graph.seat_laws.insert(from, law);
        }
        let outcome = resolve::resolve(&graph, pending, &asked, &mut edges);
        graph.asked = outcome.asked;
        graph.unresolved = outcome.unresolved;
        graph.broken = outcome.broken;
        graph.topology = Topology::new(graph.heads.len(), &edges);
        // Of an id that is given twice only one counts: what the other says is as good as unread.
        let twice: Vec<NodeKind> = graph.heads.iter().filter(|head| head.repeated).map(|head| head.kind).collect();
        twice.into_iter().for_each(|kind| graph.unread.insert(kind));
        super::quote::find(&mut graph, &input.sources);
        (input.sources, graph)
    }

    /// Adds a node under its id.
    fn add<T: Kind>(&mut self, name: Name, parent: Option<NodeId>, meta: Meta, data: T) -> NodeId {
        let kind = T::KIND;
        let node = NodeId(u32::try_from(self.graph.heads.len()).unwrap_or(u32::MAX));
        let column = T::column_mut(&mut self.graph.columns);
        let row = u32::try_from(column.len()).unwrap_or(u32::MAX);
        column.push((node, data));
        let document = if matches!(kind, NodeKind::Terms | NodeKind::Pact) { node } else { self.document };
        let parent = match kind.info().scope {
            Scope::Workspace => None,
            Scope::Document => Some(document),
            Scope::Parent => parent,
        };
        let mut repeated = false;
        match self.graph.index.exact.entry((kind, parent, name.symbol)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                repeated = true;
                if !self.repeated_keys.contains(&name.span) {
                    self.graph.duplicates.push(Duplicate { first: *first.get(), again: node });
                }
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(node);
                self.graph.index.anywhere.entry((kind, name.symbol)).or_default().push(node);
            }
        }
        if self.graph.kinds.is_empty() {
            self.graph.kinds.resize_with(NodeKind::ALL.len(), Vec::new);
        }
        if let Some(nodes) = self.graph.kinds.get_mut(kind as usize) {
            nodes.push(node);
        }
        let Meta { damaged, empty, .. } = meta;
        self.graph.heads.push(Head {
            kind,
            name: name.symbol,
            parent,
            document,
            span: name.span,
            damaged,
            empty,
            repeated,
            row,
        });
        node
    }

    fn edge(&mut self, from: NodeId, kind: EdgeKind, to: NodeId, span: Span) {
        self.edges.push(Edge { from, to, kind, span });
    }

    fn refer(&mut self, from: NodeId, edge: EdgeKind, reference: Option<Ref>) {
        self.pending.extend(reference.and_then(|reference| reference.0).map(|name| Pending::id(from, edge, name)));
    }

    fn refer_all(&mut self, from: NodeId, edge: EdgeKind, references: &Refs) {
        self.pending.extend(references.0.iter().map(|&name| Pending::id(from, edge, name)));
    }

    /// The id of a document, or its path where the id is missing or faulty.
    fn document_name(&mut self, id: Ref, file: FileId, sources: &Sources) -> Name {
        id.0.unwrap_or_else(|| {
            let path = sources.get(file).map_or("", |source| source.path());
            Name { symbol: self.graph.names.intern(path), span: Span::new(file, 0, 0) }
        })
    }

    fn terms(&mut self, file: FileId, document: terms_document::Terms, input: &Input) {
        let name = self.document_name(document.id, file, &input.sources);
        let source = document.source.unwrap_or_default();
        let prose = source.file.as_ref().and_then(|path| input.prose_of(file, &path.path));
        let data = Terms {
            title: Some(document.title),
            language: document.language,
            on: source.on,
            from: document.from,
            to: document.to,
            source: prose,
        };
        self.document = NodeId(u32::try_from(self.graph.heads.len()).unwrap_or(u32::MAX));
        let node = self.add(name, None, document.meta, data);
        self.refer(node, EdgeKind::IssuedBy, source.issued_by);
        self.refer_all(node, EdgeKind::WaivableBy, &document.waivable_by);
        self.common(document.schemes, document.regions, document.actors, document.bodies);
        for (name, element) in document.elements.list {
            self.element(name, element);
        }
        for (name, clause) in document.clauses.list {
            let data = Clause {
                force: clause.force,
                quote: quoted(clause.quote),
                text: clause.text,
                interpreted: clause.interpreted,
                from: clause.from,
                to: clause.to,
                on: clause.on.0.to_vec(),
                topics: clause.topic.0,
            };
            let node = self.add(name, None, clause.meta, data);
            self.refer_all(node, EdgeKind::Binds, &clause.binds);
            self.refer(node, EdgeKind::PartOf, clause.part_of);
            self.refer(node, EdgeKind::AboutElement, clause.element);
            self.refer_all(node, EdgeKind::Uses, &clause.uses);
            self.refer_all(node, EdgeKind::WaivableBy, &clause.waivable_by);
            self.ask(node, clause.requires, clause.forbids);
        }
        for (name, definition) in document.definitions.list {
            let data = Definition {
                label: definition.label,
                quote: quoted(definition.quote),
                interpreted: definition.interpreted,
            };
            let node = self.add(name, None, definition.meta, data);
            self.refer(node, EdgeKind::UnderClause, definition.clause);
            self.refer_all(node, EdgeKind::Means, &definition.means);
        }
        self.facts(document.facts);
        self.calendars(document.calendars);
    }

    fn ask(&mut self, node: NodeId, requires: requirement::Several, forbids: requirement::Several) {
        if !requires.0.is_empty() || !forbids.0.is_empty() {
            self.asks.push((node, requires, forbids));
        }
    }

    fn element(&mut self, name: Name, element: terms_document::Element) {
        let data = Element { label: element.label, quote: quoted(element.quote), text: element.text };
        let node = self.add(name, None, element.meta, data);
        self.refer(node, EdgeKind::UnderClause, element.clause);
        self.refer_all(node, EdgeKind::Uses, &element.uses);
        self.ask(node, element.requires, requirement::Several::default());
        for (part_name, part) in element.parts.list {
            let path = format!("{}/{}", self.graph.names.text(name.symbol), self.graph.names.text(part_name.symbol));
            let full = Name { symbol: self.graph.names.intern(&path), span: part_name.span };
            let data = Element { label: part.label, quote: quoted(part.quote), text: part.text };
            let child = self.add(full, None, part.meta, data);
            self.edge(child, EdgeKind::PartOf, node, part_name.span);
        }
    }

    fn facts(&mut self, facts: Entries<terms_document::Fact>) {
        for (name, fact) in facts.list {
            self.add(
                name,
                None,
                fact.meta,
                Fact { text: fact.text, holds: fact.holds, on: fact.on, sources: fact.sources.0 },
            );
        }
    }

    /// What terms and pacts have in common.
    fn common(
        &mut self,
        schemes: Entries<common::Scheme>,
        regions: Entries<common::Region>,
        actors: Entries<common::Actor>,
        bodies: Entries<bodies::Body>,
    ) {
        for (name, scheme) in schemes.list {
            let node = self.scheme(name, scheme.meta);
            for (name, concept) in scheme.concepts.list {
                let data = Concept { label: concept.label, quote: quoted(concept.quote) };
                let child = self.add(name, Some(node), concept.meta, data);
                self.edge(child, EdgeKind::InScheme, node, name.span);
                self.refer_all(child, EdgeKind::Broader, &concept.broader);
                self.refer_all(child, EdgeKind::PolicyArea, &concept.policy_area);
            }
        }
        for (name, region) in regions.list {
            let node = self.add(name, None, region.meta, Region { label: region.label });
            self.refer(node, EdgeKind::PartOf, region.part_of);
        }
        for (name, actor) in actors.list {
            let node = self.add(name, None, actor.meta, Actor { label: actor.label });
            self.refer_all(node, EdgeKind::Category, &actor.category);
            self.refer_all(node, EdgeKind::PolicyArea, &actor.policy_area);
            self.refer_all(node, EdgeKind::Region, &actor.region);
            self.refer_all(node, EdgeKind::Is, &actor.is);
            self.refer(node, EdgeKind::PartOf, actor.part_of);
        }
        for (name, body) in bodies.list {
            self.body(name, body);
        }
    }

    /// A scheme may be spread over several documents: whoever needs a concept adds it to the scheme of that name.
    fn scheme(&mut self, name: Name, meta: Meta) -> NodeId {
        match self.graph.index.exact.get(&(NodeKind::Scheme, None, name.symbol)) {
            Some(&node) => node,
            None => self.add(name, None, meta, Scheme {}),
        }
    }

    fn body(&mut self, name: Name, body: bodies::Body) {
        let size_clause = body.size.as_ref().and_then(|size| size.clause);
        let data = Body {
            label: body.label,
            kind: body.kind,
            size: body.size,
            nominated: body.nominators.is_some(),
            theme: body.theme,
            from: body.from,
            to: body.to,
        };
        let node = self.add(name, None, body.meta, data);
        self.refer(node, EdgeKind::PartOf, body.part_of);
        self.refer(node, EdgeKind::Secretariat, body.secretariat);
        self.refer_all(node, EdgeKind::PresentsAt, &body.presents_at);
        self.refer(node, EdgeKind::UnderClause, body.clause);
        self.refer(node, EdgeKind::SizeClause, size_clause);
        let nominators = body.nominators.unwrap_or_default();
        self.refer(node, EdgeKind::NominatorClause, nominators.clause);
        self.refer_all(node, EdgeKind::NominatorCategory, &nominators.category);
        self.refer_all(node, EdgeKind::NominatorActor, &nominators.actor);
        for (name, seat) in body.seats.list {
            self.seat(node, name, seat);
        }
        for (name, mut quota) in body.quotas.list {
            let entry = &mut quota.entry;
            let given = Given {
                label: entry.label.take(),
                quote: entry.quote.take(),
                from: entry.from,
                to: entry.to,
                clause: entry.clause,
                meta: Meta { damaged: quota.damaged, ..entry.meta },
            };
            self.provision(node, name, given, Written::Quota(Box::new(quota)));
        }
        self.provisions(node, body.chair, "chair", Written::Chair);
        self.provisions(node, body.deputy, "deputy", Written::Deputy);
        self.provisions(node, body.hats, "hats", Written::Hats);
        self.provisions(node, body.alternates.0.into_iter().map(|all| all.0), "alternates", |one| {
            Written::Alternates(Box::new(one))
        });
        self.provisions(node, body.tenure.0, "tenure", |one| Written::Tenure(Box::new(one)));
        self.provisions(node, body.vacancies, "vacancies", Written::Vacancies);
        self.provisions(node, body.quorum, "quorum", |one| Written::Quorum(Box::new(one)));
        self.provisions(node, body.notice, "notice", Written::Notice);
    }

    fn seat(&mut self, body: NodeId, name: Name, mut seat: bodies::Seat) {
        let law = WrittenSeat::of(&mut seat);
        let nomination = seat.nominated_by.unwrap_or_default();
        let data = Seat {
            label: seat.label,
            places: seat.places.unwrap_or(1),
            distinct: match seat.distinct {
                Some(bodies::Aspect::Word(word)) => Some(word),
                // Which scheme it is stands in the law of the seat.
                Some(bodies::Aspect::Scheme(_)) | None => None,
            },
            invited: seat.invited.unwrap_or(false),
            co_opted: seat.co_opted.unwrap_or(false),
            optional: seat.optional.unwrap_or(false),
            counts: seat.counts.unwrap_or(true),
            votes: seat.votes.unwrap_or(1),
            nomination: nomination.mode,
            names: nomination.names,
            from: seat.from,
            to: seat.to,
            quote: quoted(seat.quote),
        };
        let node = self.add(name, Some(body), seat.meta, data);
        self.edge(node, EdgeKind::SeatOf, body, name.span);
        let eligible = seat.eligible.unwrap_or_default();
        self.refer_all(node, EdgeKind::EligibleCategory, &eligible.category);
        self.refer_all(node, EdgeKind::EligibleActor, &eligible.actor);
        self.refer_all(node, EdgeKind::EligibleRegion, &eligible.region);
        self.refer_all(node, EdgeKind::NominatedBy, &nomination.who.named);
        self.refer_all(node, EdgeKind::NominatorCategory, &nomination.who.category);
        self.refer_all(node, EdgeKind::Fallback, &nomination.fallback);
        self.refer_all(node, EdgeKind::AppointedBy, &seat.appointed_by);
        self.refer_all(node, EdgeKind::PolicyArea, &seat.policy_area);
        self.refer(node, EdgeKind::UnderClause, seat.clause);
        self.seats.push((node, law));
    }

    /// A key of a body that says something of its composition: once, or several times under one key.
    fn provisions<T: Provided>(
        &mut self,
        body: NodeId,
        all: impl IntoIterator<Item = T>,
        key: &str,
        written: impl Fn(T) -> Written,
    ) {
        for (number, mut one) in all.into_iter().enumerate() {
            let text = if number == 0 { key.to_owned() } else { format!("{key}-{}", number + 1) };
            let given = one.given();
            let name = Name { symbol: self.graph.names.intern(&text), span: given.meta.span };
            self.provision(body, name, given, written(one));
        }
    }

    fn provision(&mut self, body: NodeId, name: Name, given: Given, law: Written) {
        let data = Provision { label: given.label, quote: quoted(given.quote), from: given.from, to: given.to };
        let node = self.add(name, Some(body), given.meta, data);
        self.edge(node, EdgeKind::ProvisionOf, body, name.span);
        self.refer(node, EdgeKind::UnderClause, given.clause);
        self.laws.push((node, law));
    }

    fn calendars(&mut self, calendars: Entries<calendar::Calendar>) {
        for (name, calendar) in calendars.list {
            let days = calendar.to_count();
            self.add(name, None, calendar.meta, Calendar { label: calendar.label, days });
        }
    }

    fn meeting(&mut self, name: Name, meeting: written::Meeting) {
        let data = Meeting {
            label: meeting.label,
            kind: meeting.kind,
            on: meeting.on,
            called: meeting.called,
            agenda: meeting.agenda.0.len(),
            attended: meeting.present.is_some(),
        };
        let node = self.add(name, None, meeting.meta, data);
        self.refer(node, EdgeKind::MeetingOf, meeting.body);
        self.refer_all(node, EdgeKind::Precedes, &meeting.precedes);
        self.refer_all(node, EdgeKind::Present, &meeting.present.unwrap_or_default());
        for (number, written::AgendaItem(item)) in meeting.agenda.0.into_iter().enumerate() {
            let name = Name { symbol: self.graph.names.intern(&(number + 1).to_string()), span: item.meta.span };
            let data = AgendaItem { text: item.text, attended: item.present.is_some() };
            let child = self.add(name, Some(node), item.meta, data);
            self.edge(child, EdgeKind::ItemOf, node, name.span);
            self.refer_all(child, EdgeKind::Present, &item.present.unwrap_or_default());
            self.refer_all(child, EdgeKind::Without, &item.without);
        }
    }

    fn pact(
        &mut self,
        file: FileId,
        document: written::Pact,
        input: &mut Input,
        claimed: &mut std::collections::BTreeSet<String>,
    ) {
        let name = self.document_name(document.id, file, &input.sources);
        let data = Pact {
            title: Some(document.title),
            language: document.language,
            level: document.level,
            status: document.status,
            from: document.from,
            to: document.to,
        };
        self.document = NodeId(u32::try_from(self.graph.heads.len()).unwrap_or(u32::MAX));
        let node = self.add(name, None, document.meta, data);
        self.refer_all(node, EdgeKind::Region, &document.region);
        self.refer_all(node, EdgeKind::Under, &document.terms);
        self.refer_all(node, EdgeKind::Supplements, &document.supplements);
        self.common(document.schemes, document.regions, document.actors, document.bodies);
        for (name, member) in document.members.list {
            self.member(name, member, Stands::InDocument);
        }
        for register in document.registers.0 {
            let Some(path) = register.file.as_ref().map(|path| input.path_of(file, &path.path)) else { continue };
            // A table that is named twice is read into the first; the second is reported.
            if claimed.contains(&path) {
                let span = register.file.as_ref().map_or(register.meta.span, |file| file.span);
                self.graph.shared_registers.push((node, span));
                continue;
            }
            let table = if claimed.contains(&path) { None } else { input.registers.get_mut(&path) };
            if let Some(loaded) = table {
                claimed.insert(path);
                self.graph.registers.push(RegisterInfo {
                    file: loaded.file,
                    heading: loaded.document.heading,
                    columns: loaded.document.columns.clone(),
                    doubtful: loaded.document.doubtful,
                    members: loaded.document.members.len(),
                    pact: node,
                });
                for (name, member) in std::mem::take(&mut loaded.document.members) {
                    self.member(name, member, Stands::InTable(register.body));
                }
            }
        }
        for (name, entry) in document.strengths.list {
            let node = self.add(name, None, entry.meta, Strength { label: entry.label.or(entry.text) });
            self.refer_all(node, EdgeKind::PolicyArea, &entry.policy_area);
        }
        for (name, entry) in document.challenges.list {
            let node = self.add(name, None, entry.meta, Challenge { label: entry.label.or(entry.text) });
            self.refer_all(node, EdgeKind::PolicyArea, &entry.policy_area);
        }
        let level = document.level;
        for (name, objective) in document.objectives.list {
            self.objective(name, objective, level);
        }
        for (name, initiative) in document.initiatives.list {
            self.initiative(name, initiative);
        }
        for (name, partnership) in document.partnerships.list {
            self.partnership(name, partnership);
        }
        for (name, meeting) in document.meetings.list {
            self.meeting(name, meeting);
        }
        for (name, decision) in document.decisions.list {
            let data = Decision {
                label: decision.label,
                on: decision.on,
                outcome: decision.outcome,
                sources: decision.sources.0,
            };
            let node = self.add(name, None, decision.meta, data);
            self.refer_all(node, EdgeKind::DecidedBy, &decision.by);
            self.refer_all(node, EdgeKind::DecisionAbout, &decision.about);
            self.refer(node, EdgeKind::TakenAt, decision.meeting);
            self.refer_all(node, EdgeKind::Precedes, &decision.precedes);
        }
        for (name, attestation) in document.attestations.list {
            let node = self.add(
                name,
                None,
                attestation.meta,
                Attestation { sources: attestation.sources.0, on: attestation.on, text: attestation.text },
            );
            self.refer_all(node, EdgeKind::Attests, &attestation.clause);
            self.refer(node, EdgeKind::AttestedBy, attestation.by);
        }
        for (name, explanation) in document.explanations.list {
            let node =
                self.add(name, None, explanation.meta, Explanation { reason: explanation.reason, on: explanation.on });
            self.refer_all(node, EdgeKind::Explains, &explanation.about);
            self.refer(node, EdgeKind::ExplainedBy, explanation.by);
        }
        for (name, waiver) in document.waivers.list {
            let data = Waiver { reason: waiver.reason, until: waiver.until };
            let node = self.add(name, None, waiver.meta, data);
            self.refer_all(node, EdgeKind::WaiverScope, &waiver.scope);
            self.refer_all(node, EdgeKind::Waives, &waiver.waives);
            self.refer(node, EdgeKind::WaivedBy, waiver.by);
            self.refer(node, EdgeKind::WaivedUnder, waiver.decision);
        }
        for (name, section) in document.sections.list {
            self.add(name, None, section.meta, Section { label: section.label, text: section.text });
        }
        self.facts(document.facts);
        self.calendars(document.calendars);
    }

    fn member(&mut self, name: Name, member: written::Member, stands: Stands) {
        let data = Member {
            person: member.person,
            from: member.from,
            to: member.to,
            vote: member.vote,
            role: member.role,
            blurred: member.meta.blurred,
        };
        let node = self.add(name, None, member.meta, data);
        let one = |reference: Option<Ref>| reference.unwrap_or_default().0.into_iter().collect();
        let said: [(EdgeKind, Refs); 9] = [
            (EdgeKind::MemberOf, Refs(one(member.body))),
            (EdgeKind::Fills, Refs(one(member.seat))),
            (EdgeKind::OnBehalfOf, member.actor),
            (EdgeKind::NominatedBy, member.nominated_by),
            (EdgeKind::AppointedBy, member.appointed_by),
            (EdgeKind::Gender, Refs(one(member.gender))),
            (EdgeKind::Is, member.is),
            (EdgeKind::StandsInFor, member.stands_in_for),
            (EdgeKind::PolicyArea, member.policy_area),
        ];
        if let Stands::InTable(body) = stands
            && member.body.is_none()
        {
            // The pact gives it, by its id.
            self.refer(node, EdgeKind::MemberOf, body);
        }
        for (edge, names) in said {
            let pending = |name| Pending { from: node, edge, name, called: matches!(stands, Stands::InTable(_)) };
            self.pending.extend(names.0.into_iter().map(pending));
        }
    }

    fn objective(&mut self, name: Name, objective: written::Objective, level: Option<written::Level>) {
        let data = Objective {
            label: objective.label.or(objective.text),
            level: objective.level.or(level),
            baseline: objective.baseline.map(measure),
            target: objective.target.map(measure),
        };
        let node = self.add(name, None, objective.meta, data);
        self.refer(node, EdgeKind::PartOf, objective.part_of);
        self.refer_all(node, EdgeKind::Supports, &objective.supports);
        self.refer_all(node, EdgeKind::AddsTo, &objective.adds_to);
        self.refer_all(node, EdgeKind::Duplicates, &objective.duplicates);
        self.refer_all(node, EdgeKind::Contradicts, &objective.contradicts);
        self.refer_all(node, EdgeKind::BuildsOn, &objective.builds_on);
        self.refer_all(node, EdgeKind::Addresses, &objective.addresses);
        self.refer_all(node, EdgeKind::Covers, &objective.covers);
        self.refer_all(node, EdgeKind::PolicyArea, &objective.policy_area);
        self.refer_all(node, EdgeKind::Owner, &objective.owner);
    }

    fn initiative(&mut self, name: Name, initiative: written::Initiative) {
        let data = Initiative {
            label: initiative.label.or(initiative.text),
            from: initiative.from,
            to: initiative.to,
            resources: initiative.resources,
        };
        let node = self.add(name, None, initiative.meta, data);
        self.refer_all(node, EdgeKind::InitiativeKind, &initiative.kind);
        self.refer(node, EdgeKind::PartOf, initiative.part_of);
        self.refer_all(node, EdgeKind::Precedes, &initiative.precedes);
        self.refer_all(node, EdgeKind::ContributesTo, &initiative.contributes_to);
        self.refer_all(node, EdgeKind::BuildsOn, &initiative.builds_on);
        self.refer_all(node, EdgeKind::Addresses, &initiative.addresses);
        self.refer_all(node, EdgeKind::Covers, &initiative.covers);
        self.refer_all(node, EdgeKind::Reaches, &initiative.reaches);
        self.refer_all(node, EdgeKind::PolicyArea, &initiative.policy_area);
        self.refer_all(node, EdgeKind::Owner, &initiative.owner);
    }

    fn partnership(&mut self, name: Name, partnership: written::Partnership) {
        let partners: Vec<Name> = partnership.partners.0.iter().map(|(name, _)| *name).collect();
        let committed =
            partnership.partners.0.into_iter().filter_map(|(name, partner)| Some((name, partner.commitment?)));
        let data = Partnership {
            label: partnership.label.or(partnership.text),
            commitments: committed.collect(),
            from: partnership.from,
            to: partnership.to,
        };
        let node = self.add(name, None, partnership.meta, data);
        self.pending.extend(partners.into_iter().map(|name| Pending::id(node, EdgeKind::Partner, name)));
        self.refer_all(node, EdgeKind::For, &partnership.r#for);
        self.refer_all(node, EdgeKind::Covers, &partnership.covers);
    }
}

/// Where a member is written down.
#[derive(Clone, Copy)]
enum Stands {
    /// In a document, which refers by ids.
    InDocument,
    /// In a table, which may refer by labels, of the members of this body where it does not say so itself.
    InTable(Option<Ref>),
}

/// What every provision gives, whatever it asks for.
struct Given {
    label: Option<Text>,
    quote: Option<Quote>,
    from: Option<Date>,
    to: Option<Date>,
    clause: Option<Ref>,
    meta: Meta,
}

/// A key of a body that says something of its composition.
trait Provided {
    fn given(&mut self) -> Given;
}

macro_rules! provided {
    ($($kind:ty: $this:ident => $entry:expr, $damaged:expr;)*) => { $(
        impl Provided for $kind {
            fn given(&mut self) -> Given {
                let $this = self;
                let damaged = $damaged;
                let entry = $entry;
                let meta = Meta { damaged, ..entry.meta };
                Given { label: None, quote: entry.quote.take(), from: None, to: None, clause: entry.clause, meta }
            }
        }
    )* };
}

provided! {
    law::Office: this => this, this.meta.damaged;
    law::Hats: this => this, this.meta.damaged;
    law::AlternatesEntry: this => this, this.meta.damaged;
    law::Tenure: this => &mut this.entry, this.damaged;
    law::Vacancies: this => this, this.meta.damaged;
    law::Quorum: this => &mut this.entry, this.damaged;
    law::Notice: this => this, this.meta.damaged;
}

fn quoted(quote: Option<Quote>) -> Option<Quoted> {
    quote.map(|quote| Quoted { text: quote.text, span: quote.span, found: Found::NoSource })
}

fn measure(measure: written::Measure) -> Box<Measure> {
    Box::new(Measure {
        value: measure.value,
        on: measure.on.map(|on| on.date),
        text: measure.text,
        span: measure.meta.span,
    })
}

/// The kinds of which entries were lost whose ids are known, beside those of which whole definitions were.
fn unread(input: &Input) -> KindSet {
    let entries = input.lost.iter().filter_map(|lost| match lost {
        Lost::Entry(section) => Some(of_section(section).unwrap_or(NodeKind::Concept)),
        _ => None,
    });
    entries.collect::<KindSet>().union(incomplete(input))
}

fn of_section(section: &str) -> Option<NodeKind> {
    NodeKind::ALL.iter().copied().find(|kind| kind.info().section == section)
}

/// The kinds of which definitions were lost.
fn incomplete(input: &Input) -> KindSet {
    if input.file_lost {
        return KindSet::ALL;
    }
    let mut kinds = KindSet::default();
    for lost in &input.lost {
        match lost {
            Lost::Everything => kinds = KindSet::ALL,
            Lost::Key(key) if key == "id" => {
                kinds.insert(NodeKind::Terms);
                kinds.insert(NodeKind::Pact);
            }
            Lost::Section(key) | Lost::Key(key) if key == "parts" => kinds.insert(NodeKind::Element),
            Lost::Section(key) | Lost::Key(key) if key == "registers" => kinds.insert(NodeKind::Member),
            Lost::Section(key) | Lost::Key(key) if key == "schemes" => {
                kinds.insert(NodeKind::Scheme);
                kinds.insert(NodeKind::Concept);
            }
            // Whoever refers to it refers to something.
            Lost::Entry(_) => {}
            // A concept scheme goes by a name of its own.
            Lost::Section(key) => kinds.insert(of_section(key).unwrap_or(NodeKind::Concept)),
            // Most keys define nothing.
            Lost::Key(key) => {
                if let Some(kind) = of_section(key) {
                    kinds.insert(kind);
                }
            }
        }
    }
    kinds
}

impl Input {
    /// The path of a file that another one names.
    pub(crate) fn path_of(&self, file: FileId, relative: &str) -> String {
        let base = self.sources.get(file).map_or("", |source| source.path());
        self.given_path(base, relative)
    }

    /// The source's text that a document names, if it was given.
    pub(crate) fn prose_of(&self, file: FileId, relative: &str) -> Option<FileId> {
        self.prose.get(&self.path_of(file, relative)).copied()
    }
}
