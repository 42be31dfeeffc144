//! One sentence that says why the exit code is what it is.

use std::collections::BTreeSet;

use pact_core::{
    document::workspace::Stage,
    finding::Level,
    graph::node::NodeId,
    ledger::Verdict,
    message::Message,
    report::{Outcome, Report, Reported},
};

/// Why a run came out as it did.
pub(super) fn sentence(report: &Report) -> Message {
    let outcome = report.outcome();
    let message = match outcome {
        Outcome::Holds => holds(report),
        Outcome::Fails => fails(report),
        Outcome::Undecided if !report.errors.is_empty() => Message::new("cli-undecided-check"),
        Outcome::Undecided if report.model.document_count() == 0 => Message::new("cli-undecided-nothing"),
        Outcome::Undecided if report.is_unheld() => Message::new("cli-undecided-unheld"),
        Outcome::Undecided if report.is_out_of_force() => Message::new("cli-undecided-not-in-force"),
        Outcome::Undecided if is_only_unjudged(report) => {
            Message::new("cli-undecided-clause").with("clauses", report.ledger.count(Verdict::Error))
        }
        Outcome::Undecided => Message::new("cli-undecided-unread"),
    };
    message.with("code", u32::from(outcome.exit_code()))
}

fn holds(report: &Report) -> Message {
    let ledger = &report.ledger;
    if ledger.cases.is_empty() {
        let id = if report.findings.is_empty() { "cli-holds" } else { "cli-holds-with-findings" };
        return Message::new(id);
    }
    let id = match ledger.judged.stage {
        Stage::Draft => "cli-holds-draft",
        Stage::Final => "cli-holds-final",
    };
    let waiting = ledger.count(Verdict::Open) + ledger.count(Verdict::Attest);
    Message::new(id).with("waiting", waiting)
}

fn fails(report: &Report) -> Message {
    let failing = failing(report);
    let (clauses, errors) = (failing.len(), other_errors(report, &failing));
    let id = match (clauses, errors) {
        (0, _) => "cli-fails-errors",
        (_, 0) => "cli-fails-clauses",
        _ => "cli-fails-both",
    };
    Message::new(id).with("clauses", clauses).with("errors", errors)
}

/// The clauses and elements that fail the check, each with its proposal.
fn failing(report: &Report) -> BTreeSet<(NodeId, NodeId)> {
    let fail_on = report.ledger.judged.fail_on;
    let lines = report.ledger.cases.iter().flat_map(|case| case.entries.iter().map(move |entry| (case.pact, entry)));
    lines.filter(|(_, entry)| entry.fails(fail_on)).map(|(pact, entry)| (pact, entry.node)).collect()
}

/// How many errors there are that do not say why one of those clauses is not met.
fn other_errors(report: &Report, failing: &BTreeSet<(NodeId, NodeId)>) -> usize {
    let of_a_clause = |reported: &Reported| {
        let cited = reported.finding.cited;
        cited.is_some_and(|cited| cited.pact.is_some_and(|pact| failing.contains(&(pact, cited.node))))
    };
    report.findings.iter().filter(|reported| reported.level == Level::Error && !of_a_clause(reported)).count()
}

/// Whether everything was read, and a clause could still not be judged.
fn is_only_unjudged(report: &Report) -> bool {
    use pact_core::check::Consequence;
    let undecided = |rule: usize| report.rules.get(rule).is_some_and(|rule| rule.consequence == Consequence::Undecided);
    report.ledger.count(Verdict::Error) > 0 && !report.findings.iter().any(|reported| undecided(reported.rule))
}
