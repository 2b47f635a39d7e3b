"""What one language's page is made from, and how it shows a figure: as a link to its explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from egiz.report import document as doc
from egiz.report.markup import anchor, element, tag, text
from egiz.report.voice import Spelled, Voice

MARK = re.compile(r"\[\[([^\]]+)\]\]")
"""A figure's place in the pattern of a sentence."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A document seen in one language."""

    document: doc.Document
    """The whole study."""
    voice: Voice
    """The language."""
    order: Mapping[str, int]
    """Number of each node; links are short that way."""

    @classmethod
    def on(cls, document: doc.Document, voice: Voice) -> Sight:
        """Look at a document in one language."""
        return cls(document, voice, {key: number for number, key in enumerate(document.results[0].nodes)})

    @property
    def nodes(self) -> Mapping[str, doc.Node]:
        """What stands behind the figures of the first scenario."""
        return self.document.results[0].nodes

    @property
    def answers(self) -> tuple[doc.Answer, ...]:
        """Answers of the first scenario."""
        return self.document.results[0].answers

    def say(self, word: str) -> str:
        """Say a word as markup."""
        return text(self.voice.say(word))

    def of(self, texts: doc.Texts) -> str:
        """A text of the document as markup."""
        return text(self.voice.of(texts))

    def id(self, family: str, item: str = "") -> str:
        """Make the id of a part of this language's page."""
        return anchor(self.voice.language, family, item) if item else anchor(self.voice.language, family)

    def proposal(self, answer: doc.Answer) -> doc.Proposal:
        """The item that an answer speaks of."""
        return next(item for item in self.document.proposals if item.id == answer.proposal)

    def title(self, scenario: str) -> str:
        """Title of a scenario as markup."""
        return next(self.of(item.title) for item in self.document.scenarios if item.name == scenario)

    def link(self, key: str, content: str, class_name: str = "q") -> str:
        """Lead from some content to the explanation of a key, if there is one."""
        if key not in self.order:
            return tag("span", class_name, content)
        return element("a", {"class": class_name, "href": f"#{self.node(key)}"}, content)

    def node(self, key: str) -> str:
        """Id of the explanation of a key."""
        return f"{self.voice.language}-n{self.order[key]}"

    def figure(self, figure: doc.Number) -> str:
        """Show a figure with its unit."""
        spelled = self.voice.spell(figure)
        return self.bare(figure.key, spelled) + measure(spelled)

    def bare(self, key: str, spelled: Spelled) -> str:
        """Show a figure without its unit."""
        return self.link(key, letters(spelled), "n")

    def spread(self, key: str, node: doc.Node, spread: doc.Spread) -> str:
        """Show a range of a node with its unit."""
        spelled = self.spelled(node, spread)
        return self.bare(key, spelled) + measure(spelled)

    def spelled(self, node: doc.Node, spread: doc.Spread) -> Spelled:
        """Write a range of a node."""
        return self.voice.spread(spread.low, spread.middle, spread.high, node.unit)

    def at(self, axes: tuple[str, ...], labels: tuple[str, ...]) -> str:
        """Name a place on the axes as markup."""
        return text(", ".join(self.name(axis, label) for axis, label in zip(axes, labels, strict=False)))

    def axis(self, axis: str) -> str:
        """Name an axis as markup."""
        known = self.document.axes.get(axis)
        return self.of(known.names) if known else ""

    def name(self, axis: str, label: str) -> str:
        """Name a label of an axis."""
        known = self._label(axis, label)
        return self.voice.of(known.names) if known is not None else label

    def group(self, axes: tuple[str, ...], labels: tuple[str, ...]) -> str:
        """Markup of what the label of one axis stands under; nothing where it stands by itself."""
        known = self._label(axes[0], labels[0]) if len(axes) == 1 else None
        return self.of(known.group) if known is not None and known.group is not None else ""

    def short(self, axes: tuple[str, ...], labels: tuple[str, ...]) -> str:
        """Name a place on the axes as markup, under its group if it has one."""
        known = self._label(axes[0], labels[0]) if len(axes) == 1 else None
        return (
            self.of(known.short) if known is not None and known.short is not None else self.at(axes, labels)
        )

    def _label(self, axis: str, label: str) -> doc.Label | None:
        known = self.document.axes[axis].labels if axis in self.document.axes else ()
        return next((item for item in known if item.id == label), None)

    def call(self, figure: doc.Number) -> str:
        """Name a figure, with the labels of its axes behind it, as markup."""
        node = self.nodes.get(figure.key)
        place = self.at(node.axes, figure.at) if node and figure.at else ""
        return self.of(figure.label) + (f": {place}" if place else "")

    def badge(self, status: str) -> str:
        """Mark how sure a reading is."""
        return tag("span", f"badge {status}", text(self.voice.label("status", status)))

    def sentence(self, finding: doc.Finding, answer: doc.Answer) -> str:
        """Say a finding, each figure in it a link."""
        return "".join(self._pieces(finding, answer))

    def _pieces(self, finding: doc.Finding, answer: doc.Answer) -> Iterator[str]:
        used = {item.name: (item.key, item.at) for item in finding.figures}
        figures = {(figure.key, figure.at): figure for figure in answer.figures}
        for index, piece in enumerate(MARK.split(self.voice.of(finding.pattern))):
            figure = figures.get(used[piece]) if index % 2 and piece in used else None
            if figure is None:
                yield text(piece)
                continue
            yield self.link(figure.key, self._said(figure), "n said")

    def _said(self, figure: doc.Number) -> str:
        """A figure within a sentence, its band paler than the number."""
        words = text(self.voice.said(figure))
        spelled = self.voice.spell(figure)
        middle, band = text(spelled.middle), text(f" ({spelled.band})") if spelled.band else ""
        rest = words.removeprefix(middle + band)
        return tag("b", "", middle) + (tag("i", "", band) if band else "") + rest


def letters(spelled: Spelled) -> str:
    """Write a number and its band, which the style sheet makes paler."""
    band = tag("i", "", f" {text(spelled.band)}") if spelled.band else ""
    return tag("b", "", text(spelled.middle)) + band


def measure(spelled: Spelled) -> str:
    """Write the unit of a number, smaller."""
    return tag("small", "", f" {text(spelled.measure)}") if spelled.measure else ""


def section(identifier: str, title: str, *children: str, class_name: str = "") -> str:
    """Write a section with its heading; nothing where it has no content."""
    content = "".join(children)
    if not content:
        return ""
    attributes = {"id": identifier, "class": class_name or None}
    return element("section", attributes, tag("h2", "", title), content)


def card(title: str, *children: str) -> str:
    """Write a small part with its heading, if it has one; nothing where it has no content."""
    content = "".join(children)
    head = tag("h3", "", title) if title else ""
    return tag("div", "card", head, content) if content else ""
