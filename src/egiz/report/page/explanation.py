"""How each number came about, as one block of data: the page's script draws an entry when it is asked for.

Without the script every figure still leads to the sources it rests on. Numbers stand as English writes them;
the script sets the marks of each language.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from egiz.report import document as doc
from egiz.report.format import HABITS, round_step, set_marks
from egiz.report.markup import element, listed, tag
from egiz.report.page.citation import cited, leads, numbers_behind, publication
from egiz.report.page.lexicon import Json, Lexicon
from egiz.report.page.sight import Sight, section
from egiz.report.voice import Spelled, Voice
from egiz.report.words import Words
from egiz.world.place import LANGUAGES

RULE_OF_THREE = 3.0
"""What never happened in n draws has a chance below 3/n, at 95 in 100 (Hanley and Lippman-Hand 1983)."""
LEAST_ERROR = 0.01
"""Finest step of an error [per cent]."""
PACKED = 9
"""How hard the data are packed: as far as it goes."""
MOST_LABELS = 12
"""An entry shows no more labels of an axis than this."""
HEADS = ("rests-on", "status-head", "source", "locator", "as-stated", "about-time", "known-from")
MORE_HEADS = ("price-year", "carried-by", "note")
STATUSES = ("seen", "derived", "memory")


def rests(sight: Sight, content: str) -> str:
    """List the formulas that some content leads to; those that rest on the same sources share a line."""
    led = {int(found[1]) for found in re.finditer(rf'href="#{sight.voice.language}-n(\d+)"', content)}
    behind = numbers_behind(sight.document)
    alike: dict[tuple[int, ...], list[str]] = {}
    for key, node in sight.nodes.items():
        if isinstance(node.how, doc.Worked) and sight.order[key] in led:
            name = sight.link(key, sight.of(node.names))
            alike.setdefault(behind[key], []).append(element("span", {"id": sight.node(key)}, name))
    lines = (_line(sight, names, numbers) for numbers, names in alike.items())
    rest = listed(lines, "rests")
    intro = tag("p", "small", sight.say("how-numbers-intro")) if rest else ""
    return section(sight.id("entries"), sight.say("how-numbers-came"), intro, rest)


def _line(sight: Sight, names: Iterable[str], numbers: Iterable[int]) -> str:
    sources = " ".join(cited(sight, number) for number in numbers)
    return " · ".join(names) + (tag("div", "", sources) if sources else "")


def block(document: doc.Document, words: Words) -> str:
    """Write the data of all entries as an element that the script reads."""
    desk = Desk.of(document, words)
    nodes = document.results[0].nodes
    content: Json = {
        "nodes": [desk.entry(key, node) for key, node in nodes.items()],
        "sources": [
            [item.title, item.link if leads(item) else "", publication(item)] for item in document.sources
        ],
        "heads": {word: desk.say(word) for word in (*HEADS, *MORE_HEADS)},
        "statuses": {status: desk.label("status", status) for status in STATUSES},
        "marks": {one: [HABITS[one].group, HABITS[one].decimal, HABITS[one].percent] for one in LANGUAGES},
        "languages": list(LANGUAGES),
        "texts": desk.lexicon.block(),
    }
    packed = b64encode(zlib.compress(msgspec.json.encode(content), PACKED)).decode()
    return element("script", {"type": "text/plain", "id": "data"}, packed)


@dataclass(frozen=True, slots=True)
class Desk:
    """What entries are written from."""

    document: doc.Document
    """The whole study."""
    voices: tuple[Voice, ...]
    """One a language."""
    lexicon: Lexicon
    """Texts so far."""
    order: Mapping[str, int]
    """Number of each node."""
    measures: dict[tuple[str, str], int] = field(default_factory=dict)
    """Number of each scale and unit met so far."""

    @classmethod
    def of(cls, document: doc.Document, words: Words) -> Desk:
        """Lay out a document."""
        voices = tuple(Voice(words, language) for language in LANGUAGES)
        order = {key: number for number, key in enumerate(document.results[0].nodes)}
        return cls(document, voices, Lexicon(), order)

    def say(self, word: str) -> int:
        """Number of a word."""
        return self.lexicon.put([voice.say(word) for voice in self.voices])

    def label(self, family: str, item: str) -> int:
        """Number of a short name."""
        return self.lexicon.put([voice.label(family, item) for voice in self.voices])

    def of_texts(self, texts: doc.Texts) -> int:
        """Number of a text of the document."""
        return self.lexicon.put([voice.of(texts) for voice in self.voices])

    def plain(self, words: str) -> int | None:
        """Number of a text that no language changes; none where there is none."""
        return self.lexicon.put([words]) if words else None

    def day(self, iso: str) -> int | None:
        """Number of a date."""
        return self.lexicon.put([voice.day(iso) for voice in self.voices]) if iso else None

    def entry(self, key: str, node: doc.Node) -> Json:
        """Everything about one node; what is empty is left out."""
        how = node.how
        more = self._worked(node, how) if isinstance(how, doc.Worked) else {"r": self._read(node, how)}
        entry: dict[str, Json] = {"n": self.of_texts(node.names), "k": key, **self._values(key, node), **more}
        return {name: value for name, value in entry.items() if value not in (None, "", [])}

    def _values(self, key: str, node: doc.Node) -> dict[str, Json]:
        """The number of each scenario; over an axis, the number of each label."""
        if len(node.ranges) > 1 or (node.ranges and node.ranges[0].at):
            return self._by_label(node)
        rows = self._told(key) or self._of_scenarios(key, node)
        return {"v": rows, "c": self._counted(key)}

    def _told(self, key: str) -> list[Json]:
        """A probability, a count or a choice as the scenarios tell it; its draws are no range."""
        rows: list[Json] = []
        for result in self.document.results:
            figures = (item for answer in result.answers for item in answer.figures if item.key == key)
            figure = next((item for item in figures if not isinstance(item, doc.Range) and not item.at), None)
            if figure is not None:
                rows.append(
                    [self._scenario(result.scenario), *self._worth([v.spell(figure) for v in self.voices])]
                )
        return rows

    def _of_scenarios(self, key: str, node: doc.Node) -> list[Json]:
        rows: list[Json] = []
        for result in self.document.results:
            found = result.nodes.get(key)
            if found and found.ranges and (found.ranges != node.ranges or result is self.document.results[0]):
                one, unit = found.ranges[0], found.unit
                spelled = self.voices[0].spread(one.low, one.middle, one.high, unit)
                measure = self._measure(spelled, one, unit)
                rows.append([self._scenario(result.scenario), spelled.middle, spelled.band, measure])
        return rows

    def _scenario(self, name: str) -> int:
        return next(self.of_texts(item.title) for item in self.document.scenarios if item.name == name)

    def _worth(self, spelled: list[Spelled]) -> list[Json]:
        """A number as English writes it, its band and the number of its measure; names go by number."""
        measure = self.lexicon.put([one.measure for one in spelled]) if spelled[0].measure else None
        return [
            self._numeral([one.middle for one in spelled]),
            self._numeral([one.band for one in spelled]),
            measure,
        ]

    def _measure(self, spelled: Spelled, one: doc.Spread, unit: str) -> int | None:
        """Number of scale and unit, which are looked up once for all numbers that have them."""
        if not spelled.measure:
            return None
        sort = (spelled.scale, unit)
        if sort not in self.measures:
            others = [voice.spread(one.low, one.middle, one.high, unit) for voice in self.voices]
            self.measures[sort] = self.lexicon.put([other.measure for other in others])
        return self.measures[sort]

    def _numeral(self, written: Sequence[str]) -> str | int:
        """The English letters where languages differ by marks only, else the number of a text."""
        alike = all(
            set_marks(one, written[0]) == letters for one, letters in zip(LANGUAGES, written, strict=True)
        )
        return written[0] if alike else self.lexicon.put(written)

    def _by_label(self, node: doc.Node) -> dict[str, Json]:
        """Numbers over an axis, all in one scale; its name stands once."""
        spreads = node.ranges[:MOST_LABELS]
        spelled = self.voices[0].spread_alike(spreads, node.unit)
        rows: list[Json] = [
            [self._at(node.axes, spread.at), one.middle, one.band]
            for spread, one in zip(spreads, spelled, strict=True)
        ]
        rest = len(node.ranges) - MOST_LABELS
        said = [voice.say("more-labels", {"count": rest}) for voice in self.voices]
        more = self.lexicon.put(said) if rest > 0 else None
        largest = max(spreads, key=lambda one: max(abs(one.low), abs(one.high)))
        return {"l": rows, "u": self._measure(spelled[0], largest, node.unit), "m": more}

    def _at(self, axes: tuple[str, ...], labels: tuple[str, ...]) -> int:
        """Number of a place on the axes."""
        names = [self._label(axis, label) for axis, label in zip(axes, labels, strict=False)]
        return self.lexicon.put([", ".join(voice.of(name) for name in names) for voice in self.voices])

    def _label(self, axis: str, label: str) -> doc.Texts:
        known = self.document.axes[axis].labels if axis in self.document.axes else ()
        return next((item.names for item in known if item.id == label), doc.Texts(label, label, label))

    def _counted(self, key: str) -> int | None:
        """What a probability means in a simulation of so many draws, and how far chance alone moves it."""
        answers = self.document.results[0].answers
        figures = (item for answer in answers for item in answer.figures if item.key == key)
        share = next((item for item in figures if isinstance(item, doc.Share)), None)
        if share is None or share.low is not None:
            return None
        draws = self.document.run.draws
        return self.lexicon.put([counted(voice, share, draws) for voice in self.voices])

    def _worked(self, node: doc.Node, how: doc.Worked) -> dict[str, Json]:
        needs: list[Json] = [[need.parameter, self.order.get(need.key)] for need in node.needs]
        return {"t": how.text, "f": how.expression, "d": needs, "w": how.where}

    def _read(self, node: doc.Node, how: doc.Read) -> dict[str, Json]:
        keys = [source.key for source in self.document.sources]
        known = how.source in keys
        reading: dict[str, Json] = {
            "s": how.status,
            "o": keys.index(how.source) if known else None,
            "w": None if known else self.label("origin", how.source),
            "l": self.plain(how.locator),
            "a": self._stated(node, how),
            "b": self.day(how.about),
            "k": self.day(how.known_from),
            "y": str(how.price_year) if how.price_year else "",
            "p": self.order.get(how.projected),
            "i": how.projected.replace("_", " ") if how.projected not in self.order else "",
            "n": self.plain(how.note),
        }
        return {name: value for name, value in reading.items() if value not in (None, "")}

    def _stated(self, node: doc.Node, how: doc.Read) -> list[Json] | None:
        """The shape and its parameters as the row of the table has them."""
        ends = [end for end in (how.low, how.mode, how.high) if end is not None]
        if not ends or not how.shape or how.shape == "fixed":
            return None
        numbers = " / ".join(self.voices[0].stated(end) for end in ends)
        units = self.lexicon.put([voice.unit(node.unit) for voice in self.voices])
        return [self.label("shape", how.shape), numbers, units]


def counted(voice: Voice, share: doc.Share, draws: int) -> str:
    """Say what a probability that was counted over so many draws means."""
    values = {"draws": voice.count(draws)}
    if min(share.value, 1.0 - share.value) * draws >= 1.0:
        error = voice.number(share.error * 100, max(round_step(share.error * 100), LEAST_ERROR))
        return voice.say("share-counted", {**values, "error": error})
    limit = RULE_OF_THREE / draws * 100
    never = share.value * draws < 1.0
    shown = voice.number(limit if never else 100 - limit, round_step(limit))
    return voice.say("share-never" if never else "share-always", {**values, "limit": shown})
