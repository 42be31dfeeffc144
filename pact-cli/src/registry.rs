//! Every rule that this program has without reading anything: those that are built in, and those under which troubles with plugins are told.

use pact_core::check::RuleInfo;

/// The rules, sorted by code.
pub(crate) fn rules() -> impl Iterator<Item = &'static RuleInfo> {
    pact_rules::registry::rules().chain(pact_plugins::setup::rules())
}

/// The rule of a name or a code, in small letters or as it is written.
pub(crate) fn find(name: &str) -> Option<&'static RuleInfo> {
    let plugins = || pact_plugins::setup::rules().iter();
    let own = || plugins().find(|rule| rule.name == name || rule.code.eq_ignore_ascii_case(name));
    pact_rules::registry::find(name).or_else(own)
}
