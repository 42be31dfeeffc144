//! Whether a condition holds of a node.

use super::Prover;
use crate::{
    document::requirement::Comparison,
    graph::{
        attribute::Value,
        node::NodeId,
        requirement::{Condition, Related, Test, Tested, Wanted},
    },
    name::Symbol,
};

impl Prover<'_> {
    /// Whether a condition holds of a node. What a node does not say, no condition holds of.
    pub(super) fn holds(&self, condition: &Condition, node: NodeId) -> bool {
        condition.tests.iter().all(|test| self.test(test, node))
    }

    /// Whether a condition that does not hold of a node may hold all the same: what it asks about could not be read.
    pub(super) fn may_hold(&self, condition: &Condition, node: NodeId) -> bool {
        self.graph.head(node).damaged
            || condition.tests.iter().any(|test| match test {
                Test::Relation(steps, related) => steps.iter().any(|&step| {
                    let mut doubt = self.is_doubtful(node, step);
                    // A condition within a condition may be doubtful as well.
                    if let Related::Such(such) = related {
                        self.each(node, step, |end| doubt |= self.may_hold(such, end));
                    }
                    doubt
                }),
                Test::Not(condition) => self.may_hold(condition, node),
                // What is absent may be taken from the document, of which not all could be read: the level of an objective.
                Test::Attribute(attributes, _) => {
                    let head = self.graph.head(node);
                    let attribute = attributes.iter().find(|attribute| attribute.kind == head.kind);
                    self.graph.head(head.document).damaged
                        && attribute.is_some_and(|attribute| attribute.get(self.graph, node).is_none())
                }
                Test::Is(_) => false,
            })
    }

    /// Whether a condition asks what members are beside being members. Then those who do not sit in the body themselves count too.
    pub(super) fn asks_for_roles(condition: &Condition) -> bool {
        condition.tests.iter().any(|test| match test {
            Test::Attribute(attributes, _) => attributes.iter().any(|attribute| attribute.name == "role"),
            Test::Not(condition) => Self::asks_for_roles(condition),
            Test::Is(_) | Test::Relation(..) => false,
        })
    }

    fn test(&self, test: &Test, node: NodeId) -> bool {
        match test {
            Test::Is(targets) => targets.iter().any(|&target| self.graph.meant(target) == Some(node)),
            // What may hold is not known not to.
            Test::Not(condition) => !self.holds(condition, node) && !self.may_hold(condition, node),
            Test::Attribute(attributes, wanted) => {
                let kind = self.graph.kind(node);
                let attribute = attributes.iter().find(|attribute| attribute.kind == kind);
                let value = attribute.and_then(|attribute| attribute.get(self.graph, node));
                match wanted {
                    Wanted::OneOf(words) => {
                        value.is_some_and(|value| words.iter().any(|&word| self.is_word(value, word)))
                    }
                    Wanted::Compare(comparison) => compares(value, comparison),
                }
            }
            Test::Relation(steps, related) => {
                let mut found = 0_usize;
                for &step in steps {
                    self.each(node, step, |end| {
                        found += usize::from(self.scope.sees(self.graph, end) && self.is_related(related, end));
                    });
                }
                let doubtful = || steps.iter().any(|&step| self.is_doubtful(node, step));
                match related {
                    // There may be more than can be seen.
                    Related::Compare(comparison) if !has_only_lower_bounds(comparison) && doubtful() => false,
                    Related::Compare(comparison) => {
                        comparison.given.is_none_or(|given| given == (found > 0))
                            && comparison.bounds().is_none_or(|bounds| bounds.admit(found))
                    }
                    _ => found > 0,
                }
            }
        }
    }

    fn is_related(&self, related: &Related, end: NodeId) -> bool {
        match related {
            Related::To(targets) => targets.iter().any(|&target| self.graph.meant(target) == Some(end)),
            Related::Such(condition) => self.holds(condition, end),
            Related::Compare(_) => true,
        }
    }

    fn is_word(&self, value: Value<'_>, word: Symbol) -> bool {
        let word = self.graph.text(word);
        match value {
            Value::Word(value) => value == word,
            Value::Number(value) => word.parse() == Ok(value),
            Value::Boolean(value) => word == if value { "true" } else { "false" },
            Value::Date(value) => {
                crate::document::value::PartialDate::parse(word).is_some_and(|date| value.lies_in(date))
            }
            Value::Text => false,
        }
    }

    /// Whether something is given under a key.
    pub(super) fn is_given(&self, tested: &Tested, node: NodeId) -> bool {
        let kind = self.graph.kind(node);
        let attribute = tested.attributes.iter().find(|attribute| attribute.kind == kind);
        let value = attribute.and_then(|attribute| attribute.get(self.graph, node));
        if value.is_some_and(|value| value != Value::Number(0)) {
            return true;
        }
        let mut found = false;
        for &step in &tested.steps {
            self.each(node, step, |end| found |= self.scope.sees(self.graph, end));
        }
        found
    }
}

/// Whether more of something never hurts.
fn has_only_lower_bounds(comparison: &Comparison) -> bool {
    comparison.given != Some(false) && comparison.bounds().is_none_or(|bounds| bounds.at_most.is_none())
}

fn compares(value: Option<Value<'_>>, comparison: &Comparison) -> bool {
    let given = comparison.given.is_none_or(|given| given == value.is_some_and(|value| value != Value::Number(0)));
    let number = comparison.bounds().is_none_or(|bounds| match value {
        Some(Value::Number(number)) => usize::try_from(number).is_ok_and(|number| bounds.admit(number)),
        _ => false,
    });
    let date = match value {
        Some(Value::Date(date)) => Some(date),
        _ => None,
    };
    let day =
        |wanted: Option<crate::document::value::Date>,
         holds: fn(&crate::document::value::PartialDate, crate::document::value::PartialDate) -> bool| {
            wanted.is_none_or(|wanted| date.is_some_and(|date| holds(&date, wanted.date)))
        };
    given
        && number
        && day(comparison.before, |date, bound| date.certainly_before(bound))
        && day(comparison.after, |date, bound| bound.certainly_before(*date))
        && day(
            comparison.on_or_before,
            |date, bound| matches!((date.last(), bound.last()), (Some(date), Some(bound)) if date <= bound),
        )
        && day(
            comparison.on_or_after,
            |date, bound| matches!((date.first(), bound.first()), (Some(date), Some(bound)) if date >= bound),
        )
}
