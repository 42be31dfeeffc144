//! What a clause or an element says, in the source's words and in the reader's.

use pact_core::{
    document::value::Text,
    graph::{
        Graph,
        node::{Clause, Element, Found, NodeId, Quoted},
    },
    source::Span,
};

/// The words of a clause or an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wording<'g> {
    quote: Option<&'g Quoted>,
    text: Option<&'g Text>,
    label: Option<&'g Text>,
    interpreted: Option<&'g Text>,
}

impl<'g> Wording<'g> {
    /// The words of a node; none when it is neither a clause nor an element.
    pub(super) fn of(graph: &'g Graph, node: NodeId) -> Self {
        if let Some(id) = graph.downcast::<Clause>(node) {
            let Clause { quote, text, interpreted, .. } = graph.get(id);
            Self { quote: quote.as_ref(), text: text.as_ref(), label: None, interpreted: interpreted.as_ref() }
        } else if let Some(id) = graph.downcast::<Element>(node) {
            let Element { quote, text, label } = graph.get(id);
            Self { quote: quote.as_ref(), text: text.as_ref(), label: label.as_ref(), interpreted: None }
        } else {
            Self::default()
        }
    }

    /// The words of the source.
    pub(super) fn quote(self) -> Option<&'g str> {
        self.quote.map(|quote| &*quote.text)
    }

    /// Where the source has them.
    pub(super) fn in_source(self) -> Option<Span> {
        match self.quote?.found {
            Found::At(span) => Some(span),
            Found::Nowhere | Found::NoSource => None,
        }
    }

    /// What it says: in the words of the source where they are given, else in a language. Empty when it says nothing.
    pub(super) fn said(self, language: &str) -> &'g str {
        let text = self.text.or(self.label).map(|text| text.get(language));
        self.quote().or(text).unwrap_or("")
    }

    /// What it says in a language, where that is not the source's own.
    pub(super) fn reading(self, language: &str) -> Option<&'g str> {
        self.quote.and(self.text).and_then(|text| exactly(text, language))
    }

    /// What it is called: its label, else what it says, in a language where there is a version in it.
    pub(super) fn called(self, language: &str) -> &'g str {
        let label = self.label.map(|label| label.get(language));
        let read = || self.text.and_then(|text| exactly(text, language));
        label.or_else(read).unwrap_or_else(|| self.said(language))
    }

    /// Why it is read as it is.
    pub(super) fn interpreted(self, language: &str) -> Option<&'g str> {
        self.interpreted.map(|text| text.get(language))
    }
}

/// The version of a text in a language, if it has one.
fn exactly<'t>(text: &'t Text, language: &str) -> Option<&'t str> {
    text.versions().find(|(tag, _)| *tag == Some(language)).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use pact_core::load::Input;

    use super::*;

    #[test]
    fn the_source_speaks_first_and_the_readers_language_where_it_must() {
        let mut input = Input::new();
        let terms = "terms: 1\nid: a\ntitle: A\nlanguage: da\nsource: { file: s.txt }\nclauses:\n  \
             A: { force: must, quote: skal mødes, text: { en: must meet } }\n  B: { force: may, text: kan }\n\
             elements:\n  E: { label: { da: Møder, en: Meetings }, clause: A }\n";
        input.add("a.yaml", terms);
        input.add("s.txt", "De skal mødes.");
        let model = input.build();
        let graph = model.graph();
        let mut clauses = graph.all::<Clause>().map(|(id, _)| Wording::of(graph, id.node()));
        let (first, second) = (clauses.next().unwrap(), clauses.next().unwrap());
        assert_eq!(
            (first.said("en"), first.called("en"), first.called("da")),
            ("skal mødes", "must meet", "skal mødes")
        );
        assert_eq!((first.reading("en"), first.reading("da")), (Some("must meet"), None));
        assert_eq!(first.in_source().map(|span| model.sources().slice(span)), Some("skal mødes"));
        assert_eq!((second.said("da"), second.reading("da"), second.in_source()), ("kan", None, None));
        let (element, _) = graph.all::<Element>().next().unwrap();
        assert_eq!(Wording::of(graph, element.node()).called("en"), "Meetings");
    }
}
