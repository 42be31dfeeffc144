//! The table of edge kinds. Structure checks, exports, documentation and queries read it.

use super::node::NodeKind;

/// What an edge is called, in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeLabel {
    /// From its source to its target.
    pub forward: &'static str,
    /// From its target to its source.
    pub backward: &'static str,
}

/// A row of the table of edge kinds.
#[derive(Clone, Copy, Debug)]
pub struct EdgeKindInfo {
    /// The name: the key of the documents, with the kind of the source before it where the same key means different things.
    pub name: &'static str,
    /// The name of the same edges read backwards.
    pub inverse: &'static str,
    /// What it goes out from.
    pub from: &'static [NodeKind],
    /// What it leads to.
    pub to: &'static [NodeKind],
    /// The concept scheme in which its target stands, where only one will do.
    pub scheme: Option<&'static str>,
    /// Following it must never lead back. Such an edge joins nodes of one kind.
    pub acyclic: bool,
    /// English.
    pub en: EdgeLabel,
    /// Danish.
    pub da: EdgeLabel,
}

macro_rules! edge_kinds {
    ($( $(#[$meta:meta])* $edge:ident = $name:literal / $inverse:literal, [$($from:ident)*] -> [$($to:ident)*] $(in $scheme:literal)? $(, $acyclic:ident)?;
        en $en:literal / $en_back:literal, da $da:literal / $da_back:literal; )*) => {
        /// How a node relates to another. One row of the table each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EdgeKind { $( $(#[$meta])* $edge ),* }

        impl EdgeKind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$edge),*];

            /// The row of the table.
            pub fn info(self) -> &'static EdgeKindInfo {
                match self {
                    $(Self::$edge => {
                        const INFO: EdgeKindInfo = EdgeKindInfo {
                            name: $name,
                            inverse: $inverse,
                            from: &[$(NodeKind::$from),*],
                            to: &[$(NodeKind::$to),*],
                            scheme: edge_kinds!(@scheme $($scheme)?),
                            acyclic: edge_kinds!(@acyclic $($acyclic)?),
                            en: EdgeLabel { forward: $en, backward: $en_back },
                            da: EdgeLabel { forward: $da, backward: $da_back },
                        };
                        &INFO
                    })*
                }
            }
        }
    };
    (@scheme) => { None };
    (@scheme $scheme:literal) => { Some($scheme) };
    (@acyclic) => { false };
    (@acyclic acyclic) => { true };
}

impl EdgeKind {
    /// The name in machine formats.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|edge| edge.name() == name)
    }

    /// The kinds that an edge from a node of kind `from` may lead to.
    pub fn targets(self, from: NodeKind) -> &'static [NodeKind] {
        let to = self.info().to;
        if !self.info().acyclic {
            return to;
        }
        to.iter().position(|&kind| kind == from).and_then(|at| to.get(at..=at)).unwrap_or(&[])
    }
}

edge_kinds! {
    /// A smaller thing and the larger one of its kind.
    PartOf = "part-of" / "has-part", [Region Actor Body Clause Element Objective Initiative] -> [Region Actor Body Clause Element Objective Initiative], acyclic;
        en "is part of" / "has as part", da "er del af" / "har som del";
    /// A concept and a wider one of the same scheme.
    Broader = "broader" / "narrower", [Concept] -> [Concept], acyclic;
        en "is a case of" / "covers", da "er en slags" / "omfatter";
    /// What has to come first.
    Precedes = "precedes" / "follows", [Initiative Meeting Decision] -> [Initiative Meeting Decision], acyclic;
        en "comes before" / "comes after", da "går forud for" / "følger efter";
    /// A concept and its scheme.
    InScheme = "in-scheme" / "concept", [Concept] -> [Scheme];
        en "is in" / "has", da "står i" / "har";
    /// An actor and its category.
    Category = "category" / "has-category", [Actor] -> [Concept] in "actor-category";
        en "is of category" / "is the category of", da "hører til kategorien" / "er kategori for";
    /// What belongs to a policy area.
    PolicyArea = "policy-area" / "policy-area-of", [Actor Concept Seat Member Strength Challenge Objective Initiative] -> [Concept] in "policy-area";
        en "is in policy area" / "is the policy area of", da "hører til politikområdet" / "er politikområde for";
    /// Where an actor or a pact is at home.
    Region = "region" / "region-of", [Actor Pact] -> [Region];
        en "is at home in" / "is home to", da "hører hjemme i" / "er hjemsted for";
    /// The terms' issuer.
    IssuedBy = "issued-by" / "issued", [Terms] -> [Actor Body];
        en "was issued by" / "issued", da "er udstedt af" / "har udstedt";
    /// Whom a clause binds.
    Binds = "binds" / "bound-by", [Clause] -> [Actor Body];
        en "binds" / "is bound by", da "forpligter" / "er forpligtet af";
    /// The element that a clause is about.
    AboutElement = "element" / "element-of", [Clause] -> [Element];
        en "is about" / "is the subject of", da "angår" / "er genstand for";
    /// The clause that asks for an element or gives a body or a seat.
    UnderClause = "clause" / "gives", [Body Seat Provision Element Definition] -> [Clause];
        en "is under clause" / "gives", da "følger af bestemmelsen" / "giver";
    /// A seat and its body.
    SeatOf = "seat-of" / "has-seat", [Seat] -> [Body];
        en "is a seat of" / "has the seat", da "er plads i" / "har pladsen";
    /// A provision and its body.
    ProvisionOf = "provision-of" / "has-provision", [Provision] -> [Body];
        en "is a provision on" / "has the provision", da "er regel for" / "har reglen";
    /// Who keeps a body's papers.
    Secretariat = "secretariat" / "secretariat-of", [Body] -> [Actor];
        en "has as secretariat" / "is the secretariat of", da "sekretariatsbetjenes af" / "sekretariatsbetjener";
    /// The category that makes eligible for a seat.
    EligibleCategory = "eligible-category" / "category-eligible-for", [Seat] -> [Concept] in "actor-category";
        en "is open to category" / "makes eligible for", da "er åben for kategorien" / "giver adgang til";
    /// The actor that is eligible for a seat.
    EligibleActor = "eligible-actor" / "eligible-for", [Seat] -> [Actor];
        en "is open to" / "is eligible for", da "er åben for" / "kan besætte";
    /// The region that makes eligible for a seat.
    EligibleRegion = "eligible-region" / "region-eligible-for", [Seat] -> [Region];
        en "is open to actors of" / "makes eligible for", da "er åben for aktører fra" / "giver adgang til";
    /// The clause that says how large a body is.
    SizeClause = "size-clause" / "gives-size", [Body] -> [Clause];
        en "has its size by clause" / "gives the size of", da "har sin størrelse efter bestemmelsen" / "giver størrelsen på";
    /// The clause that says who puts members of a body forward.
    NominatorClause = "nominator-clause" / "gives-nominators", [Body] -> [Clause];
        en "has its nominators by clause" / "gives the nominators of", da "har sine udpegende parter efter bestemmelsen" / "giver de udpegende parter til";
    /// The category of those who put members of a body forward.
    NominatorCategory = "nominator-category" / "nominator-category-of", [Body Seat] -> [Concept] in "actor-category";
        en "is appointed from category" / "is a nominating category of", da "udpeges fra kategorien" / "er udpegende kategori for";
    /// An actor that puts members of a body forward.
    NominatorActor = "nominator" / "nominator-of", [Body] -> [Actor];
        en "is appointed from" / "is a nominator of", da "udpeges fra" / "er udpegende part for";
    /// Who puts somebody forward.
    NominatedBy = "nominated-by" / "nominates", [Seat Member] -> [Actor Body];
        en "is nominated by" / "nominates", da "udpeges af" / "udpeger";
    /// Who puts somebody forward where those who should do not agree.
    Fallback = "fallback" / "fallback-for", [Seat] -> [Actor Body];
        en "is nominated instead by" / "nominates instead for", da "udpeges subsidiært af" / "udpeger subsidiært til";
    /// Who appoints, or elects.
    AppointedBy = "appointed-by" / "appoints", [Seat Provision Member] -> [Actor Body];
        en "is appointed by" / "appoints", da "udnævnes af" / "udnævner";
    /// A member and the body.
    MemberOf = "member-of" / "has-member", [Member] -> [Body];
        en "is a member of" / "has as member", da "er medlem af" / "har som medlem";
    /// A member and the seat.
    Fills = "fills" / "filled-by", [Member] -> [Seat];
        en "fills" / "is filled by", da "besætter" / "er besat af";
    /// On whose behalf a member sits.
    OnBehalfOf = "on-behalf-of" / "represented-by", [Member] -> [Actor];
        en "sits on behalf of" / "is represented by", da "repræsenterer" / "er repræsenteret ved";
    /// Of which gender somebody is.
    Gender = "gender" / "gender-of", [Member] -> [Concept] in "gender";
        en "is" / "is the gender of", da "er" / "er køn for";
    /// What else is said of an actor or a person.
    Is = "is" / "said-of", [Actor Member] -> [Concept];
        en "is" / "is said of", da "er" / "siges om";
    /// Whom an alternate stands in for.
    StandsInFor = "stands-in-for" / "stood-in-for-by", [Member] -> [Member], acyclic;
        en "stands in for" / "is stood in for by", da "er suppleant for" / "har som suppleant";
    /// The terms that a pact is held against.
    Under = "under" / "governs", [Pact] -> [Terms];
        en "is held against" / "governs", da "holdes op mod" / "gælder for";
    /// The pact that another adds to.
    Supplements = "supplements" / "supplemented-by", [Pact] -> [Pact], acyclic;
        en "supplements" / "is supplemented by", da "supplerer" / "suppleres af";
    /// An objective that helps to reach another.
    Supports = "supports" / "supported-by", [Objective] -> [Objective], acyclic;
        en "supports" / "is supported by", da "understøtter" / "understøttes af";
    /// An objective that goes further than another.
    AddsTo = "adds-to" / "added-to-by", [Objective] -> [Objective], acyclic;
        en "adds to" / "is added to by", da "lægger til" / "får tillæg fra";
    /// Objectives that say the same.
    Duplicates = "duplicates" / "duplicated-by", [Objective] -> [Objective];
        en "duplicates" / "is duplicated by", da "gentager" / "gentages af";
    /// Objectives that cannot both be reached.
    Contradicts = "contradicts" / "contradicted-by", [Objective] -> [Objective];
        en "contradicts" / "is contradicted by", da "strider mod" / "modsiges af";
    /// What builds on a strength.
    BuildsOn = "builds-on" / "built-on-by", [Objective Initiative] -> [Strength];
        en "builds on" / "is built on by", da "bygger på" / "danner grundlag for";
    /// What addresses a challenge.
    Addresses = "addresses" / "addressed-by", [Objective Initiative] -> [Challenge];
        en "addresses" / "is addressed by", da "imødegår" / "imødegås af";
    /// What covers an element.
    Covers = "covers" / "covered-by", [Objective Initiative Partnership] -> [Element];
        en "covers" / "is covered by", da "dækker" / "dækkes af";
    /// What an initiative contributes to.
    ContributesTo = "contributes-to" / "contribution", [Initiative] -> [Objective];
        en "contributes to" / "is furthered by", da "bidrager til" / "fremmes af";
    /// What kind of initiative it is.
    InitiativeKind = "initiative-kind" / "initiative-kind-of", [Initiative] -> [Concept] in "initiative-kind";
        en "is an initiative of kind" / "is the kind of", da "er en indsats af typen" / "er typen for";
    /// Whom an initiative reaches.
    Reaches = "reaches" / "reached-by", [Initiative] -> [Concept];
        en "reaches" / "is reached by", da "når" / "nås af";
    /// Who answers for something.
    Owner = "owner" / "owns", [Objective Initiative] -> [Actor Body];
        en "is answered for by" / "answers for", da "hører under" / "har ansvar for";
    /// Who takes part.
    Partner = "partner" / "partner-in", [Partnership] -> [Actor];
        en "has as partner" / "is a partner in", da "har som partner" / "er partner i";
    /// What partners do together.
    For = "for" / "carried-by", [Partnership] -> [Initiative Objective Pact];
        en "is for" / "is carried by", da "er til for" / "bæres af";
    /// A meeting and the body that meets.
    MeetingOf = "meeting-of" / "has-meeting", [Meeting] -> [Body];
        en "is a meeting of" / "meets at", da "er møde i" / "mødes til";
    /// The meeting at which a body presents its results.
    PresentsAt = "presents-at" / "hears", [Body] -> [Meeting];
        en "presents its results at" / "hears the results of", da "præsenterer sine resultater på" / "hører resultaterne fra";
    /// Who was at a meeting, or at an item of its agenda.
    Present = "present" / "present-at", [Meeting AgendaItem] -> [Member];
        en "was attended by" / "was present at", da "havde deltagelse af" / "deltog i";
    /// Who left for an item of an agenda.
    Without = "without" / "left-for", [AgendaItem] -> [Member];
        en "was dealt with without" / "left for", da "blev behandlet uden" / "forlod mødet ved";
    /// An item and the meeting on whose agenda it is.
    ItemOf = "item-of" / "has-item", [AgendaItem] -> [Meeting];
        en "is on the agenda of" / "has on its agenda", da "er på dagsordenen for" / "har på dagsordenen";
    /// Who decides.
    DecidedBy = "decided-by" / "decides", [Decision] -> [Actor Body];
        en "is taken by" / "takes", da "træffes af" / "træffer";
    /// What a decision is about.
    DecisionAbout = "decision-about" / "decided-in", [Decision] -> [Pact Terms Body Clause Element Objective Initiative Partnership];
        en "is about" / "is decided in", da "angår" / "afgøres ved";
    /// Where a decision was taken.
    TakenAt = "taken-at" / "decision", [Decision] -> [Meeting];
        en "is taken at" / "is where the decision is", da "træffes på" / "er mødet for";
    /// What an attestation is about.
    Attests = "attests" / "attested-in", [Attestation] -> [Clause Element];
        en "vouches for" / "is vouched for in", da "står inde for" / "bekræftes i";
    /// Who vouches.
    AttestedBy = "attested-by" / "attested", [Attestation] -> [Actor Body];
        en "is given by" / "gives", da "er afgivet af" / "afgiver";
    /// What an explanation is about.
    Explains = "explains" / "explained-in", [Explanation] -> [Clause Element];
        en "explains" / "is explained in", da "begrunder" / "begrundes i";
    /// Who explains.
    ExplainedBy = "explained-by" / "explained", [Explanation] -> [Actor Body];
        en "is given by" / "gives", da "er afgivet af" / "afgiver";
    /// What a waiver sets aside.
    Waives = "waives" / "waived-in", [Waiver] -> [Clause Element];
        en "waives" / "is waived in", da "dispenserer fra" / "er der dispenseret fra i";
    /// Who waives.
    WaivedBy = "waived-by" / "waived", [Waiver] -> [Actor Body];
        en "is given by" / "gives", da "er givet af" / "giver";
    /// The decision behind a waiver.
    WaivedUnder = "waived-under" / "grounds", [Waiver] -> [Decision];
        en "rests on" / "is the ground for", da "hviler på" / "er grundlag for";
    /// For what a waiver holds, where it does not hold for everything.
    WaiverScope = "waiver-scope" / "in-waiver-scope", [Waiver] -> [Body Seat Objective Initiative Partnership Meeting Decision Strength Challenge];
        en "holds for" / "is within the scope of", da "gælder for" / "er omfattet af";
    /// Who may waive a clause, or any clause of the terms.
    WaivableBy = "waivable-by" / "may-waive", [Terms Clause] -> [Actor Body];
        en "may be waived by" / "may waive", da "kan fraviges af" / "kan dispensere fra";
    /// Words that a clause uses.
    Uses = "uses" / "used-in", [Clause Element] -> [Definition];
        en "uses the words" / "are used in", da "bruger ordene" / "bruges i";
    /// How words are read.
    Means = "means" / "meaning-of", [Definition] -> [Scheme Concept];
        en "are read as" / "is the reading of", da "læses som" / "er læsningen af";
    /// What a requirement of a clause or an element speaks of.
    Concerns = "concerns" / "concerned-by", [Clause Element Body Seat Provision] -> [Region Scheme Concept Actor Body Seat Element Pact Clause Objective Initiative Partnership Meeting Decision Strength Challenge Fact Terms Section Member Calendar];
        en "asks about" / "is asked about in", da "spørger om" / "spørges der om i";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_in_both_directions() {
        let mut seen = BTreeSet::new();
        for kind in EdgeKind::ALL {
            assert!(seen.insert(kind.info().name), "{}", kind.info().name);
            assert!(seen.insert(kind.info().inverse), "{}", kind.info().inverse);
        }
    }

    #[test]
    fn a_relation_that_must_not_lead_back_can_lead_on() {
        for kind in EdgeKind::ALL.iter().filter(|kind| kind.info().acyclic) {
            let info = kind.info();
            assert!(info.from.iter().any(|from| info.to.contains(from)), "{}", info.name);
        }
    }

    #[test]
    fn kinds_fit_into_the_bits_that_topologies_keep() {
        assert!(EdgeKind::ALL.len() <= 128);
        assert!(NodeKind::ALL.len() <= 32);
    }

    #[test]
    fn every_row_says_which_kinds_it_joins_and_what_it_is_called() {
        for kind in EdgeKind::ALL {
            let info = kind.info();
            assert!(!info.from.is_empty() && !info.to.is_empty(), "{}", info.name);
            for label in [info.en.forward, info.en.backward, info.da.forward, info.da.backward] {
                assert!(!label.is_empty(), "{}", info.name);
            }
        }
    }
}
