//! A document with its entries in another order, which says the same.

use pact_core::load::{
    self,
    tree::{Value, ValueKind},
};

/// A document with the entries of every list of entries in the reverse order, as JSON, which is YAML too. Lists of values keep theirs, which may mean
/// something. Nothing where the document cannot be read, or has no entries. O(bytes).
pub fn turned(path: &str, text: &str) -> Option<String> {
    let tree = load::values(path, text)?;
    let root = tree.root().filter(|root| root.kind() == ValueKind::Object)?;
    let mut turned = String::new();
    write(root, &mut turned);
    Some(turned)
}

fn write(value: Value<'_>, to: &mut String) {
    match value.kind() {
        ValueKind::Null => to.push_str("null"),
        ValueKind::Boolean | ValueKind::Integer | ValueKind::Number if is_json(value.text()) => {
            to.push_str(value.text())
        }
        ValueKind::Boolean | ValueKind::Integer | ValueKind::Number | ValueKind::String => text(value, to),
        ValueKind::Array => {
            to.push('[');
            for (at, item) in value.items().enumerate() {
                to.push_str(if at > 0 { "," } else { "" });
                write(item, to);
            }
            to.push(']');
        }
        ValueKind::Object => {
            to.push('{');
            let entries: Vec<_> = value.entries().collect();
            for (at, (key, of)) in entries.into_iter().rev().enumerate() {
                to.push_str(if at > 0 { ",\n" } else { "" });
                text(key, to);
                to.push(':');
                write(of, to);
            }
            to.push('}');
        }
    }
}

fn text(value: Value<'_>, to: &mut String) {
    to.push_str(&serde_json::Value::from(value.text()).to_string());
}

/// Whether a scalar is written as JSON writes it: YAML has other ways to write numbers.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok_and(|value| !value.is_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_turned_over_and_lists_are_not() {
        let text = "a: 1\nb: [x, 'y z', {c: ~, d: 2018-03-19}]\n# said\ne: true\n";
        let turned = turned("p.yaml", text).unwrap();
        assert_eq!(turned, "{\"e\":true,\n\"b\":[\"x\",\"y z\",{\"d\":\"2018-03-19\",\n\"c\":null}],\n\"a\":1}");
        assert_eq!(super::turned("p.yaml", "- a\n"), None);
        assert_eq!(super::turned("p.yaml", "a: [\n"), None);
        assert_eq!(super::turned("p.csv", "a,b\n"), None);
    }
}
