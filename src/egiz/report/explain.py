"""The tree from a figure over its formulas to its sources, as lines of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from egiz.errors import InputError
from egiz.report import document as doc
from egiz.report.voice import Voice
from egiz.report.words import Words

WIDTH = 110
LEAST_WIDTH = 40
MOST_LABELS = 4
"""More labels of an axis than this are left out."""
BRANCH, LAST, BAR, GAP = "├─ ", "└─ ", "│  ", "   "


def explained(document: doc.Document, key: str, language: str) -> tuple[str, ...]:
    """Explain a figure under each scenario of a study.

    Parameters
    ----------
    document
        The study.
    key
        Whole key of a quantity or an input, such as ``direct-flight.yearly_passengers``.
    language
        One of the three.

    Raises
    ------
    InputError
        ``unknown-figure``: no scenario has such a figure.
    """
    voice = Voice(Words.of(("egiz.report",)), language)
    known = {name for result in document.results for name in result.nodes}
    if key not in known:
        raise InputError.of("unknown-figure", {"name": key, "nearest": ", ".join(_nearest(key, known))})
    lines: list[str] = []
    for scenario, result in zip(document.scenarios, document.results, strict=True):
        if key in result.nodes:
            if len(document.results) > 1:
                lines += [f"[{voice.of(scenario.title)}]"]
            tree = _Tree(result.nodes, document, voice)
            lines += [*tree.lines(key, "", ""), ""]
    return tuple(lines[:-1])


def _nearest(key: str, known: set[str]) -> list[str]:
    """Keys spelt alike, or those whose last part is."""
    near = get_close_matches(key, sorted(known), n=3, cutoff=0.6)
    local = {name.rpartition(".")[2]: name for name in sorted(known)}
    return near or [local[name] for name in get_close_matches(key.rpartition(".")[2], local, n=3, cutoff=0.5)]


@dataclass(frozen=True, slots=True)
class _Tree:
    """Nodes of one scenario; each is told in full once."""

    nodes: Mapping[str, doc.Node]
    document: doc.Document
    voice: Voice
    told: set[str] = field(default_factory=set)

    def lines(self, key: str, first: str, rest: str) -> Iterator[str]:
        """Tell a node and all it rests on."""
        node = self.nodes[key]
        again = key in self.told
        self.told.add(key)
        value = self._value(node)
        head = f"{self.voice.of(node.names)} [{key}]" + (f": {value}" if value else "")
        yield from _wrapped(head + (f" ({self.voice.say('explained-above')})" if again else ""), first, rest)
        if again:
            return
        below = rest + (BAR if node.needs else GAP)
        yield from (below + GAP + line for line in self._labels(node))
        for line in self._how(node):
            yield from _wrapped(line, below, below)
        for index, need in enumerate(node.needs):
            last = index == len(node.needs) - 1
            yield from self.lines(need.key, rest + (LAST if last else BRANCH), rest + (GAP if last else BAR))

    def _value(self, node: doc.Node) -> str:
        """The number, or over an axis its unit."""
        if node.ranges and not node.ranges[0].at:
            one = node.ranges[0]
            return self.voice.spread(one.low, one.middle, one.high, node.unit).whole
        return self.voice.unit(node.unit)

    def _labels(self, node: doc.Node) -> Iterator[str]:
        """Numbers over an axis, a line each, in columns."""
        spreads = [spread for spread in node.ranges[:MOST_LABELS] if spread.at]
        rows = [(", ".join(self._named(node, spread)), self._number(node, spread)) for spread in spreads]
        width = max((len(label) for label, _ in rows), default=0)
        yield from (f"{label:<{width}}  {number}" for label, number in rows)
        if spreads and len(node.ranges) > MOST_LABELS:
            yield "…"

    def _named(self, node: doc.Node, spread: doc.Spread) -> Iterator[str]:
        for axis, label in zip(node.axes, spread.at, strict=True):
            known = self.document.axes[axis].labels if axis in self.document.axes else ()
            yield next((self.voice.of(item.names) for item in known if item.id == label), label)

    def _number(self, node: doc.Node, spread: doc.Spread) -> str:
        return self.voice.spread(spread.low, spread.middle, spread.high, node.unit).text

    def _how(self, node: doc.Node) -> Iterator[str]:
        how = node.how
        if isinstance(how, doc.Worked):
            yield f"= {how.expression}   {how.where}"
            return
        sources = {source.key: source for source in self.document.sources}
        source = sources.get(how.source)
        title = f"{source.title}, {source.publisher} {source.year}".strip(" ,") if source else how.source
        said = (self.voice.label("status", how.status), title, how.locator, how.about, how.note)
        yield "← " + "; ".join(part for part in said if part)


def _wrapped(text: str, first: str, rest: str) -> Iterator[str]:
    width = max(WIDTH, len(rest) + LEAST_WIDTH)
    return iter(textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest + GAP) or [first])
