//! JSON (RFC 8259) with places. The lexer is a library's; the loop around it keeps places and does not recurse.

use hifijson::{SliceLexer, num::Lex as _, str::LexAlloc as _, token::Lex as _};

use super::{
    limits::Limits,
    tree::{ScalarText, Stop, Tree, TreeBuilder, ValueKind},
};
use crate::{fault::SyntaxProblem, source::FileId};

/// Parses a file that holds one JSON value. Without a value the tree is empty.
pub(crate) fn parse<'s>(file: FileId, source: &'s str, limits: Limits) -> Result<Tree<'s>, Stop> {
    let mut lexer = SliceLexer::new(source.as_bytes());
    let mut walk = Walk { source, builder: TreeBuilder::new(file, source, limits), open: Vec::new() };
    if lexer.ws_peek().is_none() {
        return Ok(walk.builder.finish());
    }
    loop {
        let opened = walk.value(&mut lexer)?;
        if !walk.onward(&mut lexer, opened)? {
            return Ok(walk.builder.finish());
        }
    }
}

struct Walk<'s> {
    source: &'s str,
    builder: TreeBuilder<'s>,
    open: Vec<ValueKind>,
}

impl Walk<'_> {
    fn at(&self, lexer: &SliceLexer<'_>) -> u32 {
        u32::try_from(self.source.len() - lexer.as_slice().len()).unwrap_or(u32::MAX)
    }

    fn syntax<T>(&self, at: u32, problem: SyntaxProblem, words: impl Into<String>) -> Result<T, Stop> {
        Err(Stop::Syntax { problem, words: words.into(), span: self.builder.span(at, at) })
    }

    /// Reads a scalar, or the bracket that opens a list or an object; whether it was a bracket.
    fn value(&mut self, lexer: &mut SliceLexer<'_>) -> Result<bool, Stop> {
        let Some(next) = lexer.ws_peek() else {
            return self.syntax(self.at(lexer), SyntaxProblem::Other, "expected a value, found the end of the file");
        };
        let start = self.at(lexer);
        match next {
            b'"' => {
                self.string(lexer, start)?;
            }
            b'0'..=b'9' | b'-' => {
                if let Err(error) = lexer.num_ignore().validate() {
                    return self.syntax(self.at(lexer), SyntaxProblem::Character, format!("not a number: {error:?}"));
                }
                let end = self.at(lexer);
                let written = self.source.get(start as usize..end as usize).unwrap_or("");
                let kind = if written.contains(['.', 'e', 'E']) { ValueKind::Number } else { ValueKind::Integer };
                self.builder.scalar(kind, start, end, ScalarText::Verbatim { start, end })?;
            }
            b't' | b'f' | b'n' => {
                let Some(word) = lexer.null_or_bool() else {
                    return self.syntax(start, SyntaxProblem::Character, "expected a value");
                };
                let kind = if word.is_some() { ValueKind::Boolean } else { ValueKind::Null };
                let end = self.at(lexer);
                self.builder.scalar(kind, start, end, ScalarText::Verbatim { start, end })?;
            }
            b'[' | b'{' => {
                lexer.discarded();
                let kind = if next == b'{' { ValueKind::Object } else { ValueKind::Array };
                self.builder.open(kind, start, start + 1)?;
                self.open.push(kind);
                return Ok(true);
            }
            _ => return self.syntax(start, SyntaxProblem::Character, "expected a value"),
        }
        Ok(false)
    }

    fn string(&mut self, lexer: &mut SliceLexer<'_>, start: u32) -> Result<(), Stop> {
        let text = match lexer.discarded().str_string() {
            Ok(text) => text,
            Err(error) => return self.syntax(self.at(lexer).max(start), SyntaxProblem::Quote, error.to_string()),
        };
        let end = self.at(lexer);
        let inside = (start + 1, end.saturating_sub(1));
        let text = if self.source.get(inside.0 as usize..inside.1 as usize) == Some(&*text) {
            ScalarText::Verbatim { start: inside.0, end: inside.1 }
        } else {
            ScalarText::Resolved(&text)
        };
        self.builder.scalar(ValueKind::String, start, end, text).map(|_| ())
    }

    /// Goes from the end of a value, or from an opening bracket, to the start of the next value; false at the end.
    fn onward(&mut self, lexer: &mut SliceLexer<'_>, mut opened: bool) -> Result<bool, Stop> {
        loop {
            let Some(&kind) = self.open.last() else {
                return match lexer.ws_peek() {
                    Some(_) => self.syntax(self.at(lexer), SyntaxProblem::Bracket, "expected the end of the file"),
                    None => Ok(false),
                };
            };
            let (closing, what) = if kind == ValueKind::Object { (b'}', "object") } else { (b']', "array") };
            let Some(next) = lexer.ws_peek() else {
                return self.syntax(self.at(lexer), SyntaxProblem::Bracket, format!("the {what} is not closed"));
            };
            let at = self.at(lexer);
            if next == closing {
                lexer.discarded();
                self.open.pop();
                self.builder.close(at + 1);
                opened = false;
                continue;
            }
            if !opened {
                if next != b',' {
                    return self.syntax(at, SyntaxProblem::Bracket, format!("expected `,` or the end of the {what}"));
                }
                lexer.discarded();
            }
            if kind == ValueKind::Object {
                self.key(lexer)?;
            } else if lexer.ws_peek() == Some(b']') {
                return self.syntax(at, SyntaxProblem::Character, "a comma before the end of the array");
            }
            return Ok(true);
        }
    }

    fn key(&mut self, lexer: &mut SliceLexer<'_>) -> Result<(), Stop> {
        let next = lexer.ws_peek();
        let start = self.at(lexer);
        if next != Some(b'"') {
            return self.syntax(start, SyntaxProblem::Quote, "expected a key in quotes");
        }
        self.string(lexer, start)?;
        if lexer.ws_peek() != Some(b':') {
            return self.syntax(self.at(lexer), SyntaxProblem::Colon, "expected `:`");
        }
        lexer.discarded();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{limits::Limit, tree::Value};

    #[test]
    fn values_keep_their_places() {
        let text = r#" {"a": [1, "æ\n"], "b": {"c": null}} "#;
        let tree = parse(FileId::default(), text, Limits::default()).unwrap();
        let root = tree.root().unwrap();
        let slice = |value: Value<'_>| &text[value.span().start as usize..value.span().end as usize];
        assert_eq!(slice(root), text.trim());
        assert_eq!(slice(root.get("a").unwrap()), r#"[1, "æ\n"]"#);
        assert_eq!(root.get("a").unwrap().items().map(Value::text).collect::<Vec<_>>(), ["1", "æ\n"]);
        assert_eq!(slice(root.get("b").unwrap().get("c").unwrap()), "null");
    }

    #[test]
    fn what_is_no_json_says_where() {
        for (text, at) in
            [("{\"a\":1,}", 7), ("[1,]", 2), ("{a:1}", 1), ("[1 2]", 3), ("{} x", 3), ("[", 1), ("{\"a\"", 4)]
        {
            match parse(FileId::default(), text, Limits::default()) {
                Err(Stop::Syntax { span, .. }) => assert_eq!(span.start, at, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn nesting_has_a_limit() {
        for text in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
            assert!(matches!(
                parse(FileId::default(), &text, Limits::default()),
                Err(Stop::Limit { limit: Limit::Depth, .. })
            ));
        }
    }
}
