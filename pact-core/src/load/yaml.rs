//! YAML 1.2 with places.

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span as GranitSpan, options};

use super::{
    limits::{Limit, Limits},
    tree::{ScalarText, Stop, Tree, TreeBuilder, ValueKind},
};
use crate::{fault::SyntaxProblem, source::FileId};

/// Parses a file that holds one YAML document. Without a document the tree is empty.
pub(crate) fn parse<'s>(file: FileId, source: &'s str, limits: Limits) -> Result<Tree<'s>, Stop> {
    // The parser's own limit is a backstop one above ours, so that ours gives the message.
    let nesting = limits.depth + 1;
    let options = options! {
        flow_nesting_limit: nesting,
        block_nesting_limit: nesting,
        emit_comments: false,
        emit_unresolved_aliases: true,
    };
    let mut events = Events {
        source,
        builder: TreeBuilder::new(file, source, limits),
        anchors: Vec::new(),
        ends: vec![0],
        documents: 0,
    };
    for event in Parser::new_from_str_with_options(source, options) {
        match event {
            Ok((event, span)) => events.take(&event, span)?,
            Err(error) => return Err(events.stop(&error, limits)),
        }
    }
    Ok(events.builder.finish())
}

struct Events<'s> {
    source: &'s str,
    builder: TreeBuilder<'s>,
    /// The slot of each anchor, by the parser's number for it (from 1).
    anchors: Vec<Option<u32>>,
    /// For each open list, where the last thing in it ended: block collections end where the parser looks next.
    ends: Vec<u32>,
    documents: usize,
}

impl Events<'_> {
    fn take(&mut self, event: &Event<'_>, span: GranitSpan) -> Result<(), Stop> {
        let range = span.byte_range().unwrap_or(0..0);
        let (start, end) = (offset(range.start), offset(range.end));
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Stop::SecondDocument(self.builder.span(start, end)));
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                let written = self.source.get(range.clone()).unwrap_or("");
                let (kind, end) = match style {
                    ScalarStyle::Plain if written.is_empty() => (ValueKind::Null, end),
                    ScalarStyle::Plain if tag.is_none() => (plain_kind(text), end),
                    ScalarStyle::Literal | ScalarStyle::Folded => {
                        (ValueKind::String, start + offset(written.trim_end().len()))
                    }
                    _ => (ValueKind::String, end),
                };
                let text = match verbatim(written, text, *style) {
                    Some(skip) => ScalarText::Verbatim { start: start + skip, end: start + skip + offset(text.len()) },
                    None => ScalarText::Resolved(if written.is_empty() && kind == ValueKind::Null { "" } else { text }),
                };
                let slot = self.builder.scalar(kind, start, end, text)?;
                self.anchor(*anchor, slot);
                self.ended(end);
            }
            Event::SequenceStart(_, anchor, _) => self.open(ValueKind::Array, *anchor, start, end)?,
            Event::MappingStart(_, anchor, _) => self.open(ValueKind::Object, *anchor, start, end)?,
            Event::SequenceEnd | Event::MappingEnd => {
                let last = self.ends.pop().unwrap_or(0);
                let end = if range.is_empty() { last } else { end };
                self.builder.close(end);
                self.ended(end);
            }
            Event::Alias(anchor) => {
                let alias = self.builder.span(start, end);
                let slot = self.anchors.get(*anchor).copied().flatten().ok_or(Stop::UnknownAlias(alias))?;
                self.builder.repeat(slot, alias)?;
                self.ended(end);
            }
            Event::UnresolvedAlias(_) => return Err(Stop::UnknownAlias(self.builder.span(start, end))),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, kind: ValueKind, anchor: usize, start: u32, end: u32) -> Result<(), Stop> {
        let slot = self.builder.open(kind, start, end)?;
        self.anchor(anchor, slot);
        self.ends.push(end);
        Ok(())
    }

    fn ended(&mut self, end: u32) {
        if let Some(last) = self.ends.last_mut() {
            *last = (*last).max(end);
        }
    }

    fn anchor(&mut self, anchor: usize, slot: u32) {
        if anchor == 0 {
            return;
        }
        if self.anchors.len() <= anchor {
            self.anchors.resize(anchor + 1, None);
        }
        if let Some(place) = self.anchors.get_mut(anchor) {
            *place = Some(slot);
        }
    }

    fn stop(&self, error: &granit_parser::ScanError, limits: Limits) -> Stop {
        let at = offset(error.marker().byte_offset().unwrap_or(self.source.len()).min(self.source.len()));
        let span = self.builder.span(at, at);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) || self.builder.depth() > limits.depth {
            return Stop::Limit { limit: Limit::Depth, span };
        }
        Stop::Syntax { problem: problem(error.kind()), words: error.info(), span }
    }
}

fn problem(kind: &ErrorKind) -> SyntaxProblem {
    match kind {
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::DocumentIndicatorInQuotedScalar => SyntaxProblem::Quote,
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => SyntaxProblem::Bracket,
        ErrorKind::MappingValueNotAllowed | ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            SyntaxProblem::Colon
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => SyntaxProblem::Indentation,
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => SyntaxProblem::Tab,
        ErrorKind::UnexpectedCharacter { .. } => SyntaxProblem::Character,
        _ => SyntaxProblem::Other,
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// How far into what is written the text stands as it is meant, if it does.
fn verbatim(written: &str, text: &str, style: ScalarStyle) -> Option<u32> {
    match style {
        ScalarStyle::Plain => (written == text).then_some(0),
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            (written.get(1..written.len().saturating_sub(1))? == text).then_some(1)
        }
        _ => None,
    }
}

/// What a plain scalar is in the core schema of YAML 1.2: `no` and `2018-03-19` are texts.
fn plain_kind(text: &str) -> ValueKind {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return ValueKind::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => return ValueKind::Boolean,
        _ => {}
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits(unsigned) {
        return ValueKind::Integer;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let fraction = match mantissa.split_once('.') {
        Some((whole, part)) => {
            (whole.is_empty() || digits(whole)) && (part.is_empty() || digits(part)) && mantissa.len() > 1
        }
        None => digits(mantissa) && exponent.is_some(),
    };
    if fraction && exponent.is_none_or(digits) { ValueKind::Number } else { ValueKind::String }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::tree::Value;

    fn parsed(text: &str) -> Tree<'_> {
        parse(FileId::default(), text, Limits::default()).unwrap()
    }

    fn slice<'a>(text: &'a str, value: Value<'_>) -> &'a str {
        &text[value.span().start as usize..value.span().end as usize]
    }

    #[test]
    fn values_keep_their_places() {
        let text = "a: æ  # note\nb:\n  - 'x''y'\n  - \"z\"\n\nc: |\n  one\n  two\n\nd:\n";
        let tree = parsed(text);
        let root = tree.root().unwrap();
        assert_eq!(slice(text, root.get("a").unwrap()), "æ");
        let b = root.get("b").unwrap();
        assert_eq!(slice(text, b), "- 'x''y'\n  - \"z\"");
        assert_eq!(b.items().map(Value::text).collect::<Vec<_>>(), ["x'y", "z"]);
        assert_eq!(root.get("c").unwrap().text(), "one\ntwo\n");
        assert_eq!(slice(text, root.get("c").unwrap()), "one\n  two");
        assert_eq!(root.get("d").unwrap().kind(), ValueKind::Null);
    }

    #[test]
    fn plain_scalars_follow_the_core_schema() {
        use ValueKind::{Boolean, Integer, Null, Number, String};
        for (text, kind) in [
            ("no", String),
            ("yes", String),
            ("true", Boolean),
            ("~", Null),
            ("19", Integer),
            ("-3", Integer),
            ("1.5", Number),
            ("1e3", Number),
            (".5", Number),
            (".", String),
            ("2018-03-19", String),
            ("1.2.3", String),
            ("e3", String),
            ("20 %", String),
        ] {
            assert_eq!(plain_kind(text), kind, "{text}");
        }
    }

    #[test]
    fn an_alias_repeats_its_anchor() {
        let tree = parsed("a: &x [1, 2]\nb: *x\n");
        let b: Vec<_> = tree.root().unwrap().get("b").unwrap().items().map(Value::text).collect();
        assert_eq!(b, ["1", "2"]);
    }

    #[test]
    fn what_is_no_yaml_says_where() {
        let at = |text: &str| match parse(FileId::default(), text, Limits::default()) {
            Err(Stop::Syntax { span, .. } | Stop::SecondDocument(span) | Stop::UnknownAlias(span)) => span.start,
            other => panic!("{other:?}"),
        };
        assert_eq!(at("a: 'open"), 3);
        assert_eq!(at("a: *nothing"), 3);
        assert_eq!(at("a: 1\n---\nb: 1\n"), 5);
    }

    #[test]
    fn nesting_has_a_limit() {
        for text in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000)] {
            assert!(matches!(
                parse(FileId::default(), &text, Limits::default()),
                Err(Stop::Limit { limit: Limit::Depth, .. })
            ));
        }
    }

    #[test]
    fn an_alias_bomb_is_cut_short() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..30 {
            let before = format!("*a{}, ", level - 1).repeat(10);
            text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
        }
        assert!(matches!(
            parse(FileId::default(), &text, Limits::default()),
            Err(Stop::Limit { limit: Limit::AliasValues, .. })
        ));
    }
}
