//! Every built-in rule, in the order of their codes. Lists, documentation and configuration come from here.

use pact_core::check::{Check, RuleInfo};

use crate::rules::{
    coherence, document, elements, exceptions, process, representation, requirements, structure, terms,
};

/// Every built-in check.
pub fn checks() -> &'static [&'static dyn Check] {
    &[
        // C: coherence
        &coherence::objective_in_the_air::ObjectiveInTheAir,
        &coherence::unsupported_national_objective::UnsupportedNationalObjective,
        &coherence::planned_counterpart::PlannedCounterpart,
        &coherence::duplicated_objective::DuplicatedObjective,
        &coherence::contradicting_objectives::ContradictingObjectives,
        &coherence::unused_strength::UnusedStrength,
        &coherence::unaddressed_challenge::UnaddressedChallenge,
        &coherence::aimless_initiative::AimlessInitiative,
        &coherence::incomplete_objective::IncompleteObjective,
        // D: document
        &document::unreadable_file::UnreadableFile,
        &document::syntax_error::SyntaxError,
        &document::limit_exceeded::LimitExceeded,
        &document::empty_file::EmptyFile,
        &document::unknown_document::UnknownDocument,
        &document::unsupported_version::UnsupportedVersion,
        &document::unknown_key::UnknownKey,
        &document::duplicate_key::DuplicateKey,
        &document::missing_key::MissingKey,
        &document::wrong_type::WrongType,
        &document::unknown_value::UnknownValue,
        &document::impossible_date::ImpossibleDate,
        &document::invalid_id::InvalidId,
        &document::uneven_row::UnevenRow,
        &document::stray_words::StrayWords,
        &document::unknown_rule::UnknownRule,
        &document::unclear_requirement::UnclearRequirement,
        // E: elements
        &elements::uncovered_element::UncoveredElement,
        &elements::missing_level::MissingLevel,
        &elements::uncovered_part::UncoveredPart,
        &elements::partnership_without_area::PartnershipWithoutArea,
        &elements::one_sided_partnership::OneSidedPartnership,
        // P: process
        &process::number_of_meetings::NumberOfMeetings,
        &process::meeting_outside_span::MeetingOutsideSpan,
        &process::unpresented_results::UnpresentedResults,
        &process::meeting_after_decision::MeetingAfterDecision,
        &process::missing_decision::MissingDecision,
        &process::premature_decision::PrematureDecision,
        &process::missed_deadline::MissedDeadline,
        &process::no_quorum::NoQuorum,
        &process::short_notice::ShortNotice,
        // Q: requirements
        &requirements::unmet_requirement::UnmetRequirement,
        &requirements::missing_attestation::MissingAttestation,
        &requirements::open_question::OpenQuestion,
        &requirements::missing_ruling::MissingRuling,
        // R: representation
        &representation::unfilled_seat::UnfilledSeat,
        &representation::overfilled_seat::OverfilledSeat,
        &representation::ineligible_member::IneligibleMember,
        &representation::wrong_nominator::WrongNominator,
        &representation::two_seats::TwoSeats,
        &representation::shared_seat::SharedSeat,
        &representation::wrong_size::WrongSize,
        &representation::unrepresented_policy_area::UnrepresentedPolicyArea,
        &representation::outsider_in_working_group::OutsiderInWorkingGroup,
        &representation::broken_quota::BrokenQuota,
        &representation::uneven_parity::UnevenParity,
        &representation::incomplete_nomination::IncompleteNomination,
        &representation::wrong_appointer::WrongAppointer,
        &representation::vacant_office::VacantOffice,
        &representation::incompatible_seats::IncompatibleSeats,
        &representation::unfit_member::UnfitMember,
        &representation::missing_alternate::MissingAlternate,
        &representation::term_out_of_bounds::TermOutOfBounds,
        &representation::term_past_event::TermPastEvent,
        &representation::terms_end_together::TermsEndTogether,
        &representation::term_ends_before_meeting::TermEndsBeforeMeeting,
        &representation::lasting_vacancy::LastingVacancy,
        &representation::irreconcilable_provisions::IrreconcilableProvisions,
        &representation::absent_seat::AbsentSeat,
        // S: structure
        &structure::duplicate_id::DuplicateId,
        &structure::dangling_reference::DanglingReference,
        &structure::ambiguous_reference::AmbiguousReference,
        &structure::wrong_kind::WrongKind,
        &structure::unknown_concept::UnknownConcept,
        &structure::circular_relation::CircularRelation,
        &structure::unused_definition::UnusedDefinition,
        &structure::contradictory_dates::ContradictoryDates,
        &structure::member_without_seat::MemberWithoutSeat,
        &structure::member_without_actor::MemberWithoutActor,
        &structure::empty_document::EmptyDocument,
        &structure::quote_not_in_source::QuoteNotInSource,
        &structure::repeated_reference::RepeatedReference,
        &structure::ungoverned_pact::UngovernedPact,
        &structure::wordless_clause::WordlessClause,
        &structure::unclaimed_register::UnclaimedRegister,
        &structure::repeated_label::RepeatedLabel,
        &structure::impossible_count::ImpossibleCount,
        &structure::empty_entry::EmptyEntry,
        &structure::similar_persons::SimilarPersons,
        &structure::terms_not_in_force::TermsNotInForce,
        &structure::contradictory_gender::ContradictoryGender,
        // T: terms
        &terms::seats_do_not_sum::SeatsDoNotSum,
        &terms::unguaranteed_policy_area::UnguaranteedPolicyArea,
        &terms::seatless_nominator::SeatlessNominator,
        &terms::unnominated_seat::UnnominatedSeat,
        &terms::month_without_year::MonthWithoutYear,
        &terms::undefined_term::UndefinedTerm,
        &terms::silent_clause::SilentClause,
        &terms::silent_topic::SilentTopic,
        &terms::unmatched_requirement::UnmatchedRequirement,
        &terms::unsatisfiable_composition::UnsatisfiableComposition,
        // X: exceptions
        &exceptions::idle_explanation::IdleExplanation,
        &exceptions::unauthorised_explanation::UnauthorisedExplanation,
        &exceptions::malformed_explanation::MalformedExplanation,
        &exceptions::idle_attestation::IdleAttestation,
        &exceptions::unauthorised_attestation::UnauthorisedAttestation,
        &exceptions::malformed_attestation::MalformedAttestation,
        &exceptions::lapsed_waiver::LapsedWaiver,
        &exceptions::unauthorised_waiver::UnauthorisedWaiver,
        &exceptions::malformed_waiver::MalformedWaiver,
        &exceptions::idle_waiver::IdleWaiver,
        &exceptions::expiring_waiver::ExpiringWaiver,
    ]
}

/// Names and codes that a rule had before, with the code that it has now. A code is never given to another rule.
const REDIRECTS: &[(&str, &str)] = &[];

/// What is known of every built-in rule, in the order of their codes.
pub fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    checks().iter().flat_map(|check| check.rules())
}

/// The rule of a name or a code, present or past. Case does not count in codes.
pub fn find(name: &str) -> Option<&'static RuleInfo> {
    let redirected = REDIRECTS.iter().find(|(old, _)| old.eq_ignore_ascii_case(name)).map_or(name, |(_, code)| code);
    rules().find(|rule| rule.name == redirected || rule.code.eq_ignore_ascii_case(redirected))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<&str> = rules().map(|rule| rule.code.as_ref()).collect();
        assert!(codes.is_sorted(), "{codes:?}");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    }

    #[test]
    fn every_rule_file_is_registered_under_its_name() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let mut files = BTreeSet::new();
        for group in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
        {
            for file in std::fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path()) {
                let name = file.file_stem().unwrap().to_str().unwrap().replace('_', "-");
                files.insert((group.file_name().unwrap().to_str().unwrap().to_owned(), name));
            }
        }
        let registered: BTreeSet<_> = rules().map(|rule| (rule.group.to_string(), rule.name.to_string())).collect();
        assert_eq!(files, registered, "a rule file that the registry does not list, or the reverse");
    }

    #[test]
    fn every_rule_says_since_when() {
        for rule in rules() {
            let numbers = rule.since.split('.').all(|part| part.parse::<u32>().is_ok());
            assert!(numbers && rule.since.split('.').count() == 3, "{}: since {}", rule.name, rule.since);
        }
    }

    #[test]
    fn redirects_lead_to_a_rule_and_take_no_name_in_use() {
        for (old, code) in REDIRECTS {
            assert!(find(code).is_some(), "{old} is redirected to {code}, which no rule has");
            assert!(!rules().any(|rule| rule.name == *old || rule.code == *old), "{old} is in use");
        }
    }

    #[test]
    fn rules_are_found_by_name_and_code() {
        assert_eq!(find("s102").map(|rule| rule.name.as_ref()), Some("dangling-reference"));
        assert_eq!(find("dangling-reference").map(|rule| rule.code.as_ref()), Some("S102"));
        assert!(find("nothing").is_none());
    }
}
