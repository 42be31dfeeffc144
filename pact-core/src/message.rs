//! Messages as ids with typed arguments, and the catalogues that put them into words (Project Fluent).
//!
//! A finding never holds a sentence. So it can be compared, counted and fingerprinted whatever language it is read in.

use std::{borrow::Cow, collections::BTreeMap};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::civil;

use crate::{
    document::{
        amount::Amount,
        period::{Period, Unit},
        requirement::{Path, Step},
        value::{PartialDate, Text},
    },
    graph::{
        Graph,
        edge::EdgeKind,
        node::{NodeId, NodeKind},
    },
};

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Danish.
    Danish,
}

impl Language {
    /// Every language that there is a catalogue for.
    pub const ALL: [Self; 2] = [Self::English, Self::Danish];

    /// The tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Danish => "da",
        }
    }

    /// The language of a tag or of a locale such as `da_DK.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or("");
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Words of the user, or an id: the same in every language.
    Text(String),
    /// The path of a file. Where the file lies does not count in fingerprints, only its name.
    Path(String),
    /// A number.
    Number(u64),
    /// A date, written in ISO 8601.
    Date(PartialDate),
    /// A number of heads, a share or a majority.
    Amount(Amount),
    /// A period of time.
    Period(Period),
    /// A kind of node, named in the reader's language.
    Kind(NodeKind),
    /// Kinds of which any will do, in the plural.
    Kinds(Vec<NodeKind>),
    /// A relation, named in the reader's language.
    Edge(EdgeKind),
    /// Alternatives, joined by "or" in the reader's language.
    OneOf(Vec<String>),
    /// Several things, joined by "and" in the reader's language.
    All(Vec<String>),
    /// Words of the catalogue, each by its id, joined by "and".
    Words(Vec<Cow<'static, str>>),
    /// A text for people, in the reader's language where it has it.
    Localised(Text),
    /// A node, by what people call it and its id.
    Thing(Thing),
    /// Several nodes, joined by "and".
    Things(Vec<Thing>),
    /// The first of several nodes, joined by "and", and how many more there are: a message stays short however many things it is about.
    Few {
        /// Those that are named.
        things: Vec<Thing>,
        /// How many more there are.
        more: usize,
    },
    /// Several nodes of which any will do, joined by "or".
    AnyThing(Vec<Thing>),
    /// Relations one after the other, each with its alternatives, named in the reader's language.
    Relations(Path),
    /// A way through the graph: each edge with the nodes that it joins.
    Way(Vec<Leg>),
    /// Another message, in words.
    Said(Box<Message>),
}

/// A node as a reader knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its id.
    pub id: String,
    /// What people call it. Members have none: their names are personal data.
    pub label: Option<Text>,
}

impl Thing {
    /// A node of a graph.
    pub fn of(graph: &Graph, node: NodeId) -> Self {
        let label = match graph.kind(node) {
            // What a clause or an exception says is too long for a name.
            NodeKind::Clause | NodeKind::Attestation | NodeKind::Explanation | NodeKind::Waiver => None,
            _ => graph.label(node).filter(|label| !label.is_blank()).cloned(),
        };
        Self { id: graph.name(node).to_owned(), label }
    }
}

/// An edge of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Where it begins.
    pub from: Thing,
    /// The relation; nothing between members who are one person.
    pub edge: Option<EdgeKind>,
    /// From its source to its target, and not backwards.
    pub forward: bool,
    /// Where it leads.
    pub to: Thing,
}

/// How many things a message names when it could name any number.
const FEW: usize = 8;

impl Arg {
    /// The first of several nodes by name, the others by their number. O(1), however many there are.
    pub fn few(graph: &Graph, nodes: &[NodeId]) -> Self {
        // "and one more" takes as much room as the one.
        let named = if nodes.len() == FEW + 1 { nodes.len() } else { nodes.len().min(FEW) };
        let things = nodes.iter().take(named).map(|&node| Thing::of(graph, node)).collect();
        Self::Few { things, more: nodes.len() - named }
    }
}

impl From<Thing> for Arg {
    fn from(thing: Thing) -> Self {
        Self::Thing(thing)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<NodeKind> for Arg {
    fn from(kind: NodeKind) -> Self {
        Self::Kind(kind)
    }
}

impl From<EdgeKind> for Arg {
    fn from(kind: EdgeKind) -> Self {
        Self::Edge(kind)
    }
}

impl From<PartialDate> for Arg {
    fn from(date: PartialDate) -> Self {
        Self::Date(date)
    }
}

impl From<civil::Date> for Arg {
    fn from(date: civil::Date) -> Self {
        Self::Date(date.into())
    }
}

impl From<Amount> for Arg {
    fn from(amount: Amount) -> Self {
        Self::Amount(amount)
    }
}

impl From<Period> for Arg {
    fn from(period: Period) -> Self {
        Self::Period(period)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// A message: its id in the catalogues, and what it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The id in the catalogues.
    pub id: Cow<'static, str>,
    /// The arguments by name, in the order in which the check gave them.
    pub args: Vec<(Cow<'static, str>, Arg)>,
    /// Arguments that are there to be read and do not tell one fault from another: words of a library or of the system, lists of what would
    /// be right. Fingerprints leave them out, so that they survive new versions.
    pub shown: Vec<(Cow<'static, str>, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new(), shown: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Arg>) -> Self {
        self.args.push((name.into(), value.into()));
        self
    }

    /// Adds an argument that is there to be read and does not tell one fault from another.
    #[must_use]
    pub fn showing(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Arg>) -> Self {
        self.shown.push((name.into(), value.into()));
        self
    }
}

/// A catalogue that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("message catalogue for `{language}`: {reason}")]
pub struct CatalogueError {
    language: String,
    reason: String,
}

/// What Fluent makes of catalogues.
fn bundle<'a>(
    tag: &str,
    sources: impl IntoIterator<Item = &'a str>,
) -> Result<FluentBundle<FluentResource>, CatalogueError> {
    let error = |reason: String| CatalogueError { language: tag.to_owned(), reason };
    let id = tag.parse().map_err(|reason| error(format!("{reason:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible characters in terminals and files; renderers take care of hostile text themselves.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource =
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| error(format!("{errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| error(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

/// The messages of a language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The messages of others, by what stands before the stroke in their ids.
    scopes: BTreeMap<String, FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Reads catalogues in Fluent's syntax.
    ///
    /// # Errors
    /// When one breaks the syntax, or two give the same message.
    pub fn new<'a>(language: Language, sources: impl IntoIterator<Item = &'a str>) -> Result<Self, CatalogueError> {
        let bundle = bundle(language.tag(), sources)?;
        Ok(Self { language, bundle, scopes: BTreeMap::new() })
    }

    /// Adds the messages of somebody else, such as a plugin: those of which the id begins with the scope and a stroke, as `scope/id`. `tag` is the language
    /// that they are in (BCP 47), by which numbers and plurals are put.
    ///
    /// # Errors
    /// When the source breaks the syntax, or gives a message twice.
    pub fn add_scope(&mut self, scope: &str, tag: &str, source: &str) -> Result<(), CatalogueError> {
        self.scopes.insert(scope.to_owned(), bundle(tag, [source])?);
        Ok(())
    }

    /// Where a message is looked up, and its id there.
    fn place<'i>(&self, id: &'i str) -> Option<(&FluentBundle<FluentResource>, &'i str)> {
        match id.split_once('/') {
            Some((scope, id)) => self.scopes.get(scope).map(|bundle| (bundle, id)),
            None => Some((&self.bundle, id)),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message of this id.
    pub fn has(&self, id: &str) -> bool {
        self.place(id).is_some_and(|(bundle, id)| bundle.has_message(id))
    }

    /// The message in words. A message that is missing comes out as its id between brackets: nothing is ever dropped silently.
    pub fn text(&self, message: &Message) -> String {
        let place = self.place(&message.id);
        let Some((bundle, pattern)) = place.and_then(|(bundle, id)| Some((bundle, bundle.get_message(id)?.value()?)))
        else {
            return format!("[{}]", message.id);
        };
        let mut args = FluentArgs::new();
        for (name, arg) in message.args.iter().chain(&message.shown) {
            args.set(name.as_ref(), self.value(arg));
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// The message of an id without arguments.
    pub fn label(&self, id: &str) -> String {
        self.text(&Message::new(id.to_owned()))
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) | Arg::Path(text) => FluentValue::from(text.as_str()),
            // Fluent's numbers are floating; counts here stay far below where that matters.
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Date(date) => FluentValue::from(date.to_string()),
            Arg::Amount(amount) => FluentValue::from(self.amount(*amount)),
            Arg::Period(period) => FluentValue::from(self.period(*period)),
            Arg::Kind(kind) => FluentValue::from(self.kind(*kind)),
            Arg::Kinds(kinds) => {
                FluentValue::from(self.join(kinds.iter().map(|&kind| self.kinds(kind).to_owned()), self.or()))
            }
            Arg::Edge(edge) => FluentValue::from(self.edge(*edge)),
            Arg::OneOf(words) => FluentValue::from(self.join(words.iter().map(|word| format!("`{word}`")), self.or())),
            Arg::All(words) => FluentValue::from(self.join(words.iter().map(|word| format!("`{word}`")), self.and())),
            Arg::Words(ids) => FluentValue::from(self.join(ids.iter().map(|id| self.label(id.as_ref())), self.and())),
            Arg::Localised(text) => FluentValue::from(text.get(self.language.tag())),
            Arg::Thing(thing) => FluentValue::from(self.thing(thing)),
            Arg::Things(things) => {
                FluentValue::from(self.join(things.iter().map(|thing| self.thing(thing)), self.and()))
            }
            Arg::Few { things, more } => {
                let rest = match (more, self.language) {
                    (0, _) => None,
                    (more, Language::English) => Some(format!("{more} more")),
                    (more, Language::Danish) => Some(format!("{more} til")),
                };
                FluentValue::from(self.join(things.iter().map(|thing| self.thing(thing)).chain(rest), self.and()))
            }
            Arg::AnyThing(things) => {
                FluentValue::from(self.join(things.iter().map(|thing| self.thing(thing)), self.or()))
            }
            Arg::Relations(path) => {
                let steps = path.steps.iter().map(|steps| {
                    let names = steps.iter().map(|step| match *step {
                        Step::Forward(edge) => self.relation(Some(edge), true).to_owned(),
                        Step::Backward(edge) => self.relation(Some(edge), false).to_owned(),
                        Step::SamePerson => self.relation(None, true).to_owned(),
                    });
                    self.join(names, self.or())
                });
                FluentValue::from(steps.collect::<Vec<_>>().join(" → "))
            }
            Arg::Said(message) => FluentValue::from(self.text(message)),
            Arg::Way(legs) => {
                let legs = legs.iter().map(|leg| {
                    let relation = self.relation(leg.edge, leg.forward);
                    format!("{} {relation} {}", self.thing(&leg.from), self.thing(&leg.to))
                });
                FluentValue::from(legs.collect::<Vec<_>>().join("; "))
            }
        }
    }

    /// What people call a node, with its id.
    pub fn thing(&self, thing: &Thing) -> String {
        match (&thing.label, self.language) {
            (None, _) => format!("`{}`", thing.id),
            (Some(label), Language::English) => format!("“{}” (`{}`)", label.get("en").trim(), thing.id),
            (Some(label), Language::Danish) => format!("»{}« (`{}`)", label.get("da").trim(), thing.id),
        }
    }

    /// What a relation is called, read forwards or backwards; without one, that between members who are one person.
    pub fn relation(&self, edge: Option<EdgeKind>, forward: bool) -> &'static str {
        let label = match (edge, self.language) {
            (Some(edge), Language::English) => edge.info().en,
            (Some(edge), Language::Danish) => edge.info().da,
            (None, Language::English) => return "is the same person as",
            (None, Language::Danish) => return "er samme person som",
        };
        if forward { label.forward } else { label.backward }
    }

    /// A number of heads, a share (`40 %`, `2/3`) or a majority.
    pub fn amount(&self, amount: Amount) -> String {
        match (amount, self.language) {
            (Amount::Majority, Language::English) => "a majority".to_owned(),
            (Amount::Majority, Language::Danish) => "et flertal".to_owned(),
            (_, Language::English) => amount.to_string(),
            // Decimals stand behind a comma.
            (_, Language::Danish) => amount.to_string().replace('.', ","),
        }
    }

    /// A period: `4 years`, `1 working day`.
    pub fn period(&self, period: Period) -> String {
        let (one, many) = match (period.unit, self.language) {
            (Unit::Years, Language::English) => ("year", "years"),
            (Unit::Months, Language::English) => ("month", "months"),
            (Unit::Weeks, Language::English) => ("week", "weeks"),
            (Unit::Days, Language::English) => ("day", "days"),
            (Unit::WorkingDays, Language::English) => ("working day", "working days"),
            (Unit::Years, Language::Danish) => ("år", "år"),
            (Unit::Months, Language::Danish) => ("måned", "måneder"),
            (Unit::Weeks, Language::Danish) => ("uge", "uger"),
            (Unit::Days, Language::Danish) => ("dag", "dage"),
            (Unit::WorkingDays, Language::Danish) => ("hverdag", "hverdage"),
        };
        format!("{} {}", period.number, if period.number == 1 { one } else { many })
    }

    /// What a kind of node is called.
    pub fn kind(&self, kind: NodeKind) -> &'static str {
        match self.language {
            Language::English => kind.info().en.one,
            Language::Danish => kind.info().da.one,
        }
    }

    /// What several nodes of a kind are called.
    pub fn kinds(&self, kind: NodeKind) -> &'static str {
        match self.language {
            Language::English => kind.info().en.many,
            Language::Danish => kind.info().da.many,
        }
    }

    /// What a relation is called, from its source to its target.
    pub fn edge(&self, edge: EdgeKind) -> &'static str {
        match self.language {
            Language::English => edge.info().en.forward,
            Language::Danish => edge.info().da.forward,
        }
    }

    fn or(&self) -> &'static str {
        match self.language {
            Language::English => "or",
            Language::Danish => "eller",
        }
    }

    fn and(&self) -> &'static str {
        match self.language {
            Language::English => "and",
            Language::Danish => "og",
        }
    }

    /// `a`, `a or b`, `a, b or c`.
    fn join(&self, words: impl Iterator<Item = String>, last: &str) -> String {
        let mut words: Vec<String> = words.collect();
        let Some(end) = words.pop() else { return String::new() };
        if words.is_empty() { end } else { format!("{} {last} {end}", words.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_put_into_the_readers_words() {
        let source = "m = { $kind } { $names } { $count ->\n    [one] one\n   *[other] { $count }\n }\n";
        let message = Message::new("m")
            .with("kind", NodeKind::Seat)
            .with("names", Arg::OneOf(vec!["a".into(), "b".into(), "c".into()]))
            .with("count", 1_u32);
        let text = |language| Catalogue::new(language, [source]).unwrap().text(&message);
        assert_eq!(text(Language::English), "seat `a`, `b` or `c` one");
        assert_eq!(text(Language::Danish), "plads `a`, `b` eller `c` one");
    }

    #[test]
    fn amounts_and_periods_are_written_as_the_reader_writes_them() {
        let text = |language, arg: Arg| {
            Catalogue::new(language, ["m = { $a }\n"]).unwrap().text(&Message::new("m").with("a", arg))
        };
        let cases: [(Arg, &str, &str); 5] = [
            (Amount::parse("12.5 %").unwrap().into(), "12.5 %", "12,5 %"),
            (Amount::Majority.into(), "a majority", "et flertal"),
            (Amount::Heads(3).into(), "3", "3"),
            (Period { number: 1, unit: Unit::WorkingDays }.into(), "1 working day", "1 hverdag"),
            (Period { number: 4, unit: Unit::Years }.into(), "4 years", "4 år"),
        ];
        for (arg, english, danish) in cases {
            assert_eq!(text(Language::English, arg.clone()), english);
            assert_eq!(text(Language::Danish, arg), danish);
        }
    }

    #[test]
    fn of_many_things_a_few_are_named() {
        let thing = |at: usize| Thing { id: format!("s{at}"), label: None };
        let text = |language, more| {
            let few = Arg::Few { things: vec![thing(1), thing(2)], more };
            Catalogue::new(language, ["m = { $a }\n"]).unwrap().text(&Message::new("m").with("a", few))
        };
        assert_eq!(text(Language::English, 0), "`s1` and `s2`");
        assert_eq!(text(Language::English, 7), "`s1`, `s2` and 7 more");
        assert_eq!(text(Language::Danish, 7), "`s1`, `s2` og 7 til");
    }

    #[test]
    fn words_of_the_catalogue_are_joined() {
        let source = "m = { $words }\na = x\nb = y\n";
        let message = Message::new("m").with("words", Arg::Words(vec!["a".into(), "b".into()]));
        let text = |language| Catalogue::new(language, [source]).unwrap().text(&message);
        assert_eq!(text(Language::English), "x and y");
        assert_eq!(text(Language::Danish), "x og y");
    }

    #[test]
    fn messages_of_a_scope_are_its_own() {
        let mut catalogue = Catalogue::new(Language::Danish, ["m = her\n"]).unwrap();
        catalogue.add_scope("x", "nl", "m = daar { $words }\na = een\n").unwrap();
        let words = Arg::Words(vec!["x/a".into(), "m".into()]);
        assert_eq!(catalogue.text(&Message::new("x/m").with("words", words)), "daar een og her");
        assert!(catalogue.has("x/a") && !catalogue.has("a") && !catalogue.has("y/m") && !catalogue.has("x/b"));
        assert_eq!(catalogue.label("y/m"), "[y/m]");
        let said = Arg::Said(Box::new(Message::new("x/a")));
        let mut outer = Catalogue::new(Language::English, ["m = so: { $said }\n"]).unwrap();
        outer.add_scope("x", "en", "a = one\n").unwrap();
        assert_eq!(outer.text(&Message::new("m").with("said", said)), "so: one");
    }

    #[test]
    fn a_missing_message_shows() {
        let catalogue = Catalogue::new(Language::English, [""]).unwrap();
        assert_eq!(catalogue.text(&Message::new("nothing")), "[nothing]");
    }

    #[test]
    fn locales_name_languages() {
        assert_eq!(Language::from_tag("da_DK.UTF-8"), Some(Language::Danish));
        assert_eq!(Language::from_tag("en"), Some(Language::English));
        assert_eq!(Language::from_tag("C"), None);
    }
}
