//! TOML with places, for `pact.toml`.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    limits::Limits,
    tree::{ScalarText, Stop, Tree, TreeBuilder, ValueKind},
};
use crate::{fault::SyntaxProblem, source::FileId};

/// Parses a TOML file. Its nesting is bounded by the parser (80 levels) and by our own limit.
pub(crate) fn parse<'s>(file: FileId, source: &'s str, limits: Limits) -> Result<Tree<'s>, Stop> {
    let mut builder = TreeBuilder::new(file, source, limits);
    match DeTable::parse(source) {
        Ok(table) => {
            entries(&mut builder, table.get_ref(), 0, offset(source.len()))?;
            Ok(builder.finish())
        }
        Err(error) => {
            let range = error.span().unwrap_or(0..0);
            let span = builder.span(offset(range.start), offset(range.end));
            Err(Stop::Syntax { problem: SyntaxProblem::Other, words: error.message().to_owned(), span })
        }
    }
}

fn entries(builder: &mut TreeBuilder<'_>, table: &DeTable<'_>, start: u32, end: u32) -> Result<(), Stop> {
    builder.open(ValueKind::Object, start, start)?;
    for (key, content) in table.iter() {
        let span = key.span();
        builder.scalar(ValueKind::String, offset(span.start), offset(span.end), ScalarText::Resolved(key.get_ref()))?;
        value(builder, content)?;
    }
    builder.close(end);
    Ok(())
}

fn value(builder: &mut TreeBuilder<'_>, value: &Spanned<DeValue<'_>>) -> Result<(), Stop> {
    let (start, end) = (offset(value.span().start), offset(value.span().end));
    let mut scalar = |kind, text: &str| builder.scalar(kind, start, end, ScalarText::Resolved(text)).map(|_| ());
    match value.get_ref() {
        DeValue::String(text) => scalar(ValueKind::String, text),
        DeValue::Integer(number) => scalar(ValueKind::Integer, number.as_str()),
        DeValue::Float(number) => scalar(ValueKind::Number, number.as_str()),
        DeValue::Boolean(true) => scalar(ValueKind::Boolean, "true"),
        DeValue::Boolean(false) => scalar(ValueKind::Boolean, "false"),
        DeValue::Datetime(date) => scalar(ValueKind::String, &date.to_string()),
        DeValue::Array(items) => {
            builder.open(ValueKind::Array, start, end)?;
            for item in items.iter() {
                self::value(builder, item)?;
            }
            builder.close(end);
            Ok(())
        }
        DeValue::Table(table) => entries(builder, table, start, end),
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_places() {
        let text = "workspace = 1\nas-of = 2018-03-01\n[rules]\nunused-definition = \"off\"\n";
        let tree = parse(FileId::default(), text, Limits::default()).unwrap();
        let root = tree.root().unwrap();
        assert_eq!(root.get("as-of").unwrap().text(), "2018-03-01");
        let level = root.get("rules").unwrap().get("unused-definition").unwrap();
        assert_eq!(&text[level.span().start as usize..level.span().end as usize], "\"off\"");
    }

    #[test]
    fn what_is_no_toml_says_where() {
        let stop = parse(FileId::default(), "a = 1\nb = \n", Limits::default()).unwrap_err();
        assert!(matches!(stop, Stop::Syntax { span, .. } if span.start >= 9), "{stop:?}");
    }
}
