"""Write checks for pact as plugins, in Python.

A plugin is a class ``Check`` with one method, in a module that ``componentize-py`` makes a component of:

    from pact_plugin import Finding, Message, Plugin

    class Check(Plugin):
        def check(self, graph, request):
            for pact in request.pacts:
                objectives = graph.nodes_in(pact, "objective")
                for objective, owners in zip(objectives, graph.edges("owner", objectives)):
                    if not owners:
                        yield Finding("owned", objective, Message("no-owner", objective=objective), pact=pact)

What it finds are messages by id with typed values. The sentences stand in ``locales/en.ftl`` and so on; what the plugin is called, which rules it has and what
it asks to see stand in ``plugin.toml``.

A plugin runs in a world in which nothing can be reached: there are no files, no network and no environment, the clock stands still, and randomness is the same
in every run. What is printed goes to the author's diary. Import modules at the top: when a plugin runs, there is nothing left to import them from. An exception
that is not caught is told to the reader with its place, and gives the verdict *error*; nothing else of the run suffers.
"""

import json
import traceback
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Sequence, Set, Union

from componentize_py_types import Err
from wit_world.imports import graph as _graph
from wit_world.imports import log as _log
from wit_world.imports import types as _types

__all__ = [
    "Date",
    "Edit",
    "Failure",
    "Finding",
    "Graph",
    "Kind",
    "Message",
    "Node",
    "Outcome",
    "Plugin",
    "Question",
    "Refusal",
    "Related",
    "Relation",
    "Request",
    "Words",
    "log",
    "looking_at",
]


class Node(int):
    """A node: its number in this run. Another run may give it another."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Node({int(self)})"


class Kind(str):
    """The name of a kind of node, to be said in the reader's words."""

    __slots__ = ()


class Relation(str):
    """The name of a relation, to be said in the reader's words."""

    __slots__ = ()


class Words(List[str]):
    """Messages of the catalogue by their ids, joined by "and"."""

    __slots__ = ()


@dataclass(frozen=True, order=True)
class Date:
    """A date. ``month`` and ``day`` are 0 where only the year, or the year and the month, are known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04}", f"{self.month:02}", f"{self.day:02}"]
        return "-".join(parts[: 1 if not self.month else 2 if not self.day else 3])


class Refusal(Exception):
    """Why a question to the graph is not answered: ``not-granted``, ``unknown``, ``wrong-type`` or ``limit``, and what was refused."""

    def __init__(self, reason: str, what: str) -> None:
        told = {
            "not-granted": "`{}` may not be seen: add it under `[sees]` in plugin.toml, and let the user grant it",
            "unknown": "there is no kind, attribute, relation or node `{}`",
            "wrong-type": "the attribute `{}` has values of another type",
            "limit": "the answer has {} bytes, more than may cross the boundary at once",
        }
        super().__init__(told.get(reason, f"`{{}}` was refused: {reason}").format(what))
        self.reason = reason
        self.what = what


class Failure(Exception):
    """Raised by a plugin that cannot carry out its check, with the reason in the author's own words."""


Value = Union[str, int, Date, Node, Kind, Relation, Words, Iterable[Node]]


class Message:
    """A message of the plugin's catalogues and the values that it speaks of, each under the name by which the catalogues know it.

    A value is a text (the same in every language), a number, a `Date`, a `Node`, several nodes, a `Kind`, a `Relation` or `Words`.
    """

    __slots__ = ("id", "values")

    def __init__(self, id: str, /, **values: Value) -> None:
        self.id = id
        self.values: Dict[str, Value] = values

    def __repr__(self) -> str:
        return "Message(" + ", ".join([repr(self.id), *(f"{name}={value!r}" for name, value in self.values.items())]) + ")"


Said = Union[Message, str]
"""A message, or the id of one without values."""


@dataclass
class Related:
    """A node that belongs to a finding or to evidence, with what is to be seen there."""

    node: Node
    role: Said


@dataclass
class Edit:
    """A change that would mend a finding: another value for a key of a node. It is shown, and never made."""

    node: Node
    key: str
    value: str


@dataclass
class Finding:
    """Something that is not as it should be: under which rule, about which node, and what is wrong."""

    rule: str
    subject: Node
    message: Said
    help: Optional[Said] = None
    related: List[Related] = field(default_factory=list)
    clause: Optional[Node] = None
    """The clause or the element that asks for it."""
    pact: Optional[Node] = None
    """The proposal that does not do what the clause asks for. The force of the clause decides then how grave it is."""
    edits: List[Edit] = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    """A clause that leaves it to a rule of the plugin whether a proposal complies."""

    rule: str
    clause: Node
    pact: Node


@dataclass
class Outcome:
    """How a question comes out: ``met`` (which needs evidence), ``unmet`` (which needs a finding with the same rule, clause and proposal), ``open`` (facts are
    missing), ``attest`` (a human has to vouch) or ``inapplicable``."""

    question: Question
    state: str
    evidence: List[Related] = field(default_factory=list)


@dataclass
class Request:
    """What a run asks."""

    rules: List[str]
    """The rules that are switched on, by name."""
    pacts: List[Node]
    """The proposals, in a fixed order."""
    questions: List[Question]
    """What a verdict is asked for. There has to be an `Outcome` for each."""
    as_of: Optional[Date]
    """The day as of which to judge, if one is given. There is no other clock."""
    config: Dict[str, Any]
    """The configuration. It fits the schema that ``plugin.toml`` names."""

    def runs(self, rule: str) -> bool:
        """Whether a rule is switched on."""
        return rule in self.rules

    def questions_of(self, rule: str, pact: Node) -> List[Question]:
        """The questions that are put to a rule about a proposal."""
        return [question for question in self.questions if question.rule == rule and question.pact == pact]


class Graph:
    """The graph of the documents, as far as ``plugin.toml`` asks for it and the user granted it.

    Ask about many nodes at once: a question a node costs ten times as much. Answers are columns: what is asked of the first node stands first. Every question
    raises `Refusal` when what it names may not be seen or does not exist.
    """

    __slots__ = ("_source",)

    def __init__(self, source: Any = _graph) -> None:
        self._source = source

    def nodes(self, kind: str) -> List[Node]:
        """The nodes of a kind, in the order of their ids."""
        return _nodes(_ask(self._source.nodes, kind))

    def nodes_in(self, document: Node, kind: str) -> List[Node]:
        """The nodes of a kind that stand in a document: a node of kind ``terms`` or ``pact``."""
        nodes = self.nodes(kind)
        return [node for node, of in zip(nodes, self.documents(nodes)) if of == document]

    def kinds(self, of: Sequence[Node]) -> List[str]:
        """The kind of each node."""
        return _parts(self._source.kinds, of)

    def ids(self, of: Sequence[Node]) -> List[str]:
        """The id of each node, as the documents write it."""
        return _parts(self._source.ids, of)

    def words(self, attribute: str, of: Sequence[Node]) -> List[Optional[str]]:
        """An attribute whose values are words of a fixed list. ``None`` for a node that does not say."""
        return _parts(self._source.words, of, attribute)

    def numbers(self, attribute: str, of: Sequence[Node]) -> List[Optional[int]]:
        """An attribute whose values are whole numbers."""
        return _parts(self._source.numbers, of, attribute)

    def flags(self, attribute: str, of: Sequence[Node]) -> List[Optional[bool]]:
        """An attribute that is true or false."""
        return _parts(self._source.flags, of, attribute)

    def dates(self, attribute: str, of: Sequence[Node]) -> List[Optional[Date]]:
        """An attribute whose values are dates."""
        return [_date(date) for date in _parts(self._source.dates, of, attribute)]

    def has(self, attribute: str, of: Sequence[Node]) -> List[bool]:
        """Whether each node gives an attribute. Of a text for people this is all that can be asked: no finding may depend on the language of its reader."""
        return _parts(self._source.has, of, attribute)

    def edges(self, relation: str, of: Sequence[Node], *, backwards: bool = False) -> List[List[Node]]:
        """For each node, what lies at the other end of a relation: forwards from its source, or backwards."""

        def question(relation: str, backwards: bool, of: List[Node]) -> List[List[Node]]:
            edges = self._source.edges_of(relation, backwards, of)
            targets = _nodes(edges.targets)
            return [targets[start:end] for start, end in zip(edges.offsets, edges.offsets[1:])]

        return _parts(question, of, relation, backwards)

    def targets(self, relation: str, of: Sequence[Node], *, backwards: bool = False) -> List[Node]:
        """Whatever lies at the other end of a relation from any of the nodes: sorted, each once."""
        return sorted({target for targets in self.edges(relation, of, backwards=backwards) for target in targets})

    def reach(self, relation: str, start: Iterable[Node], *, backwards: bool = False) -> List[Node]:
        """The nodes themselves and whatever is reached from them over a relation in any number of steps: sorted, each once. One question a step.

        ``graph.reach("broader", concepts, backwards=True)`` gives concepts and all that are a case of them.
        """
        reached: Set[Node] = set(start)
        fresh = sorted(reached)
        while fresh:
            fresh = [node for node in self.targets(relation, fresh, backwards=backwards) if node not in reached]
            reached.update(fresh)
        return sorted(reached)

    def is_doubtful(self, relation: str, of: Sequence[Node]) -> List[bool]:
        """Whether a reference of a node leads nowhere, or could not be read. What such a node lacks must not be held against it."""
        return _parts(self._source.is_doubtful, of, relation)

    def without_attribute(self, kind: str, attribute: str) -> List[Node]:
        """The nodes of a kind that do not give an attribute."""
        return _nodes(_ask(self._source.without_attribute, kind, attribute))

    def without_edge(self, kind: str, relation: str, *, backwards: bool = False) -> List[Node]:
        """The nodes of a kind that have no edge over a relation, and of which none leads nowhere."""
        return _nodes(_ask(self._source.without_edge, kind, relation, backwards))

    def documents(self, of: Sequence[Node]) -> List[Node]:
        """The document in which each node stands: a node of kind ``terms`` or ``pact``. It is its own for those."""
        return _nodes(_parts(self._source.documents, of))


class Plugin:
    """A check. A plugin's main module has a subclass of this name: ``Check``."""

    def check(self, graph: Graph, request: Request) -> Iterable[Union[Finding, Outcome]]:
        """Looks at the graph once, and gives findings and outcomes: yields them, or returns a list."""
        raise NotImplementedError

    def run(self, request: Any) -> Any:
        """What the host calls."""
        try:
            answer = _types.Answer([], [])
            for found in self.check(Graph(), _request(request)) or ():
                if isinstance(found, Finding):
                    answer.findings.append(_finding(found))
                elif isinstance(found, Outcome):
                    answer.outcomes.append(_outcome(found))
                else:
                    raise TypeError(f"a check gives findings and outcomes, and not {found!r}")
            return answer
        except BaseException as error:
            raise Err(_failure(error)) from None


def log(text: object) -> None:
    """Adds a line to the author's diary, as ``print`` does. Users never see it."""
    _log.line(str(text))


def looking_at(nodes: Iterable[Node]) -> Iterator[Node]:
    """Goes through nodes, and lets a failure tell which of them it was looking at."""
    for node in nodes:
        _log.looking_at(node)
        yield node


def _ask(question: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return question(*arguments)
    except Err as refused:
        raise Refusal(refused.value.reason, refused.value.what) from None


def _parts(question: Callable[..., List[Any]], of: Sequence[Node], *arguments: Any) -> List[Any]:
    """An answer that is too large to be given at once is given in parts."""
    try:
        return _ask(question, *arguments, list(of))
    except Refusal as refusal:
        if refusal.reason != "limit" or len(of) < 2:
            raise
    half = len(of) // 2
    return _parts(question, of[:half], *arguments) + _parts(question, of[half:], *arguments)


def _nodes(numbers: Iterable[int]) -> List[Node]:
    return [Node(number) for number in numbers]


def _date(date: Any) -> Optional[Date]:
    return None if date is None else Date(date.year, date.month, date.day)


def _request(request: Any) -> Request:
    return Request(
        rules=request.rules,
        pacts=_nodes(request.pacts),
        questions=[Question(asked.rule, Node(asked.clause), Node(asked.pact)) for asked in request.questions],
        as_of=_date(request.as_of),
        config=json.loads(request.config),
    )


def _argument(name: str, value: Any) -> Any:
    # A boolean is a number and a kind is a text to Python: what says more stands first.
    if isinstance(value, bool) or value is None:
        raise TypeError(f"`{name}` cannot be {value}: no message speaks of it")
    if isinstance(value, Node):
        return _types.Argument(name, "node", [], [value])
    if isinstance(value, int):
        return _types.Argument(name, "number", [str(value)], [])
    if isinstance(value, Kind):
        return _types.Argument(name, "kind", [value], [])
    if isinstance(value, Relation):
        return _types.Argument(name, "relation", [value], [])
    if isinstance(value, str):
        return _types.Argument(name, "text", [value], [])
    if isinstance(value, Date):
        return _types.Argument(name, "date", [str(value)], [])
    if isinstance(value, Words):
        return _types.Argument(name, "words", list(value), [])
    nodes = list(value)
    if not all(isinstance(node, Node) for node in nodes):
        raise TypeError(f"`{name}` is a list of something else than nodes; messages are Words([…])")
    return _types.Argument(name, "nodes", [], nodes)


def _message(said: Said) -> Any:
    if isinstance(said, str):
        return _types.Message(said, [])
    return _types.Message(said.id, [_argument(name, value) for name, value in said.values.items()])


def _related(related: Iterable[Related]) -> List[Any]:
    return [_types.Related(one.node, _message(one.role)) for one in related]


def _finding(found: Finding) -> Any:
    return _types.Finding(
        rule=found.rule,
        subject=found.subject,
        message=_message(found.message),
        help=None if found.help is None else _message(found.help),
        related=_related(found.related),
        clause=found.clause,
        pact=found.pact,
        edits=[_types.Edit(edit.node, edit.key, edit.value) for edit in found.edits],
    )


def _outcome(found: Outcome) -> Any:
    question = found.question
    return _types.Outcome(question.rule, question.clause, question.pact, found.state, _related(found.evidence))


def _failure(error: BaseException) -> Any:
    """An exception in the words of the boundary: what it says, and the places in the author's files that led to it, the innermost first."""
    said = str(error)
    if not isinstance(error, Failure):
        said = f"{type(error).__name__}: {said}" if said else type(error).__name__
    # What of it is in here says nothing to the author. Where a stack is too deep, its ends tell enough.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__)[::-1] if frame.filename != __file__]
    if len(frames) > 12:
        frames = frames[:6] + frames[-6:]
    # Without the folder of the machine that built the plugin.
    places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} in {frame.name}" for frame in frames]
    return _types.Failure(said, "\n".join(places))
