//! How a rule is declared: its documentation, its code and name, and its check, in one file.

use pact_core::check::{Context, Sink};

/// What a built-in rule does. Everything else about it is in its declaration.
pub(crate) trait Rule {
    /// Looks at what was read and says what it finds.
    fn check(context: Context<'_>, sink: &mut Sink);
}

/// Declares a rule: a unit struct whose documentation is the rule's, and its [`Check`](pact_core::check::Check).
///
/// The documentation has the parts *What it checks*, *Why it matters*, *Example* and *How to fix*. Its examples are fenced as
/// `yaml,fails` or `yaml,passes` and run as tests: a failing one gives exactly one finding, of this rule.
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])*
        pub struct $rule:ident = $code:literal $name:literal in $group:literal, $level:ident, $consequence:ident, since $since:literal;
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $rule;

        impl pact_core::check::Check for $rule {
            fn rules(&self) -> &[pact_core::check::RuleInfo] {
                static INFO: [pact_core::check::RuleInfo; 1] = [pact_core::check::RuleInfo {
                    code: std::borrow::Cow::Borrowed($code),
                    name: std::borrow::Cow::Borrowed($name),
                    group: std::borrow::Cow::Borrowed($group),
                    level: pact_core::finding::Level::$level,
                    consequence: pact_core::check::Consequence::$consequence,
                    since: std::borrow::Cow::Borrowed($since),
                    docs: std::borrow::Cow::Borrowed(concat!($($doc, "\n"),*)),
                    translations: std::borrow::Cow::Borrowed(&[(
                        std::borrow::Cow::Borrowed("da"),
                        std::borrow::Cow::Borrowed(include_str!(concat!(
                            env!("CARGO_MANIFEST_DIR"),
                            "/locales/da/rules/",
                            $name,
                            ".md"
                        ))),
                    )]),
                }];
                &INFO
            }

            fn run(
                &self,
                context: pact_core::check::Context<'_>,
                sink: &mut pact_core::check::Sink,
            ) -> Result<(), pact_core::check::CheckError> {
                <Self as $crate::rule::Rule>::check(context, sink);
                Ok(())
            }
        }
    };
}
pub(crate) use declare_rule;
