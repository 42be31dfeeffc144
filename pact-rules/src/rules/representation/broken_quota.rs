use pact_core::{
    check::{Context, Sink},
    document::composition::Population,
    message::Message,
    prove::{
        Lacking,
        breach::{Amiss, Breach},
    },
    solve::tally::Prospect,
};

use crate::{
    lacks::{self, Topic},
    rule::{Rule, declare_rule},
};

declare_rule! {
    /// A body with more or fewer members of a group than it is to have.
    ///
    /// ## What it checks
    /// Every quota of a body (`quotas`), what holds of some of the members of a seat (`of-which`), and the number of pooled alternates. A share is held
    /// against the whole that it is of, exactly: 40 % of 19 members is 8, not 7. Members of whom it is not known whether they count, and open places, are
    /// looked at both ways: what can still come right is open, and what no appointment to an open place can mend is told as that.
    ///
    /// ## Why it matters
    /// A quota is how a body comes to have those in it whom nobody would have thought of. Whether it can still be met is seen best while places are open;
    /// afterwards somebody has to leave.
    ///
    /// ## Example
    /// ```yaml,fails
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 5, clause: A } }
    ///     quotas: { balance: { label: Gender balance, every: gender, at-least: 40 %, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Five members from the towns sit on the board. }
    ///   B: { force: must, text: Of each gender there are at least 40 percent. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, gender: woman }
    ///   m2: { body: board, seat: towns, actor: east, gender: man }
    ///   m3: { body: board, seat: towns, actor: east, gender: man }
    ///   m4: { body: board, seat: towns, actor: west, gender: man }
    ///   m5: { body: board, seat: towns, actor: west, gender: man }
    /// ```
    ///
    /// ```yaml,passes
    /// terms: 1
    /// id: board
    /// title: Board
    /// schemes: { gender: [woman, man] }
    /// bodies:
    ///   board:
    ///     seats: { towns: { places: 5, clause: A } }
    ///     quotas: { balance: { label: Gender balance, every: gender, at-least: 40 %, clause: B } }
    /// clauses:
    ///   A: { force: constitutive, text: Five members from the towns sit on the board. }
    ///   B: { force: must, text: Of each gender there are at least 40 percent. }
    /// # --- pact.yaml
    /// pact: 1
    /// id: proposal
    /// title: Proposal
    /// level: regional
    /// status: proposed
    /// terms: board
    /// actors: { east: { label: East Town }, west: { label: West Town } }
    /// members:
    ///   m1: { body: board, seat: towns, actor: east, gender: woman }
    ///   m2: { body: board, seat: towns, actor: east, gender: woman }
    ///   m3: { body: board, seat: towns, actor: east, gender: man }
    ///   m4: { body: board, seat: towns, actor: west, gender: man }
    ///   m5: { body: board, seat: towns, actor: west, gender: man }
    /// ```
    ///
    /// ## How to fix
    /// Appoint those who are missing to the places that are open. Where the message says that members have to be replaced, no other appointment will do. If
    /// somebody counts and it does not show, say so of the member: `gender`, `is`, `policy-area`, or the category of the actor.
    pub struct BrokenQuota = "R110" "broken-quota" in "representation", Warning, Finding, since "0.2.0";
}

impl Rule for BrokenQuota {
    fn check(context: Context<'_>, sink: &mut Sink) {
        lacks::report_with(context, sink, Topic::BrokenQuota, |_, lack| Message::new(help(&lack.what)));
    }
}

/// What can be done: of open places is spoken only where there are any.
fn help(what: &Lacking) -> &'static str {
    let Lacking::Breach(Breach::Count(short)) = what else { return "broken-quota-help" };
    // More of those who are no members can always be named.
    let listed = matches!(short.population, Population::Alternates | Population::Nominees | Population::Observers);
    match (short.amiss, short.prospect) {
        (Amiss::Few, _) if listed => "broken-quota-help-name",
        (Amiss::Few, Prospect::Impossible) if short.open > 0 => "broken-quota-help-both",
        (Amiss::Few, Prospect::Impossible) => "broken-quota-help-replace",
        (Amiss::Many, Prospect::Impossible) => "broken-quota-help-fewer",
        _ if short.open > 0 => "broken-quota-help",
        _ if !short.unknown.is_empty() => "broken-quota-help-say",
        (Amiss::Few, _) => "broken-quota-help-name",
        (Amiss::Many, _) => "broken-quota-help-fewer",
    }
}

#[cfg(test)]
mod tests {
    use pact_core::{load::Input, report::Options};

    /// What to do about a quota of a board of three.
    fn told(quota: &str, members: &[&str]) -> Vec<String> {
        let mut input = Input::new();
        input.add(
            "t.yaml",
            format!(
                "terms: 1\nid: t\ntitle: T\nschemes: {{ gender: [w, m] }}\nbodies: {{ b: {{ seats: {{ s: {{ places: 3 }} }}, quotas: {{ q: {{ clause: A, {quota} }} }} }} }}\nclauses: {{ A: {{ force: must, text: A. }} }}\n"
            ),
        );
        let members: String =
            (1..).zip(members).map(|(at, more)| format!("  m{at}: {{ body: b, seat: s{more} }}\n")).collect();
        input.add(
            "p.yaml",
            format!("pact: 1\nid: p\ntitle: P\nlevel: regional\nstatus: proposed\nterms: t\nmembers:\n{members}"),
        );
        let report = crate::check(input, &Options::default());
        let own = report.findings.iter().filter(|found| report.rules[found.rule].code == "R110");
        own.filter_map(|found| found.finding.help.as_ref().map(|help| help.id.to_string())).collect()
    }

    #[test]
    fn open_places_are_spoken_of_only_where_there_are_any() {
        let (w, m) = (", gender: w", ", gender: m");
        let women = "count: { gender: w }, at-least: 2";
        assert_eq!(told(women, &[m, m, m]), ["broken-quota-help-replace"]);
        assert_eq!(told(women, &[m, m]), ["broken-quota-help-both"]);
        assert_eq!(told("count: { gender: w }, at-most: 1", &[w, w, m]), ["broken-quota-help-fewer"]);
        assert_eq!(told("among: alternates, at-least: 1", &[w, w, m]), ["broken-quota-help-name"]);
    }
}
