"""The words people read: Fluent files in three languages, gathered from the packages that own them.

Each package keeps ``words/{en,ru,kk}.ftl``. A later package may replace a word of an earlier one. A word
missing in a language is said in English; `Words.missing` names such gaps, and a test asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from egiz.errors import Fault, Spot, Value
from egiz.report.quote import quoted
from egiz.report.tongue import Tongue
from egiz.world.place import LANGUAGES

LONGEST = 500
"""Of a longer value a fault shows so many letters; Fluent refuses one of more than a thousand."""


@dataclass(frozen=True, slots=True)
class Words:
    """All sentences and names of one run."""

    tongues: Mapping[str, Tongue]
    """By language."""

    @classmethod
    def of(cls, packages: Iterable[str]) -> Words:
        """Gather the word files of packages, such as ``egiz.report``; one without words is passed over.

        Parameters
        ----------
        packages
            Dotted names; the words of a later one replace those of an earlier one.
        """
        names = tuple(packages)
        return cls.from_texts({language: [_text(name, language) for name in names] for language in LANGUAGES})

    @classmethod
    def from_texts(cls, texts: Mapping[str, Iterable[str]]) -> Words:
        """Make words from Fluent texts by language."""
        return cls({language: Tongue.of(language, parts) for language, parts in texts.items()})

    @property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """Identifiers known in each language."""
        return {language: tongue.ids for language, tongue in self.tongues.items()}

    def has(self, language: str, identifier: str) -> bool:
        """Whether the language itself, or English, knows the word."""
        return self.tongues[language].knows(identifier) or self.tongues[LANGUAGES[0]].knows(identifier)

    def say(self, language: str, identifier: str, values: Mapping[str, Value] | None = None) -> str:
        """Say a sentence.

        Parameters
        ----------
        language
            One of `LANGUAGES`.
        identifier
            The word's name in the files.
        values
            What the sentence asks for.

        Raises
        ------
        LookupError
            No language knows the word, or a value it asks for was not given.
        """
        spoken = language if self.tongues[language].knows(identifier) else LANGUAGES[0]
        return self.tongues[spoken].say(identifier, values or {})

    def name(self, language: str, key: str) -> str:
        """Name a quantity or assumption: ``people@Astana`` is said by its local name and its scope.

        A name without words is its own key with spaces.
        """
        local, _, scope = key.rpartition(".")[2].partition("@")
        word = f"name-{local}"
        said = self.say(language, word) if self.has(language, word) else local.replace("_", " ")
        return f"{said} ({self.label(language, 'scope', scope)})" if scope else said

    def label(self, language: str, family: str, item: str) -> str:
        """Name an item of a family (``scope``, an axis); without a word it names itself."""
        word = identifier(family, item)
        return self.say(language, word) if self.has(language, word) else item

    def unit(self, language: str, unit: str) -> str:
        """Say a unit: by a word of its own, else part by part: ``USD/pax`` is *USD* *a passenger*."""
        word = identifier("unit", "one" if unit == "1" else unit)
        if self.has(language, word):
            return self.say(language, word)
        first, *rest = unit.split("/")
        parts = [self.label(language, "unit", first), *(self.label(language, "per", part) for part in rest)]
        return " ".join(parts).replace(" /", "/")

    def has_unit(self, language: str, unit: str) -> bool:
        """Whether a language can say a unit without help: as a whole, or every part of it."""
        whole = identifier("unit", "one" if unit == "1" else unit)
        first, *rest = unit.split("/")
        parts = {identifier("unit", first), *(identifier("per", part) for part in rest)}
        return whole in self.ids[language] or parts <= self.ids[language]

    def missing(self) -> tuple[str, ...]:
        """Name every word that one language has and another lacks, as ``language: identifier``."""
        every = frozenset().union(*self.ids.values())
        gaps = ((language, word) for language in sorted(self.ids) for word in every - self.ids[language])
        return tuple(f"{language}: {word}" for language, word in sorted(gaps))


def identifier(family: str, item: str) -> str:
    """Make the Fluent identifier of an item: ``unit``, ``USD/year`` gives ``unit-USD-per-year``."""
    return f"{family}-" + re.sub(r"[^A-Za-z0-9_-]+", "-", item.replace("/", "-per-")).strip("-")


def sentence(words: Words, language: str, fault: Fault) -> str:
    """Say one fault: ``12:19  weekly_flights is "three"; write a number, such as 3``.

    Where a value is empty, as the nearest names where none is near, ``fault-<key>-alone`` does without it.
    """
    values = {name.replace("-", "").replace("_", ""): _plain(value) for name, value in fault.values.items()}
    word = f"fault-{fault.key}"
    if "" in values.values() and words.has(language, f"{word}-alone"):
        word = f"{word}-alone"
    said = words.say(language, word, values) if words.has(language, word) else f"{fault.key} {values}"
    place = _place(fault.spot)
    return f"{place}  {said}" if place else said


def sentences(words: Words, language: str, faults: Iterable[Fault]) -> tuple[str, ...]:
    """Say faults file by file: a heading with their number, then a line each with the line it speaks of."""
    by_file: dict[str, list[Fault]] = {}
    for fault in faults:
        by_file.setdefault(fault.spot.file if fault.spot else "", []).append(fault)
    lines: list[str] = []
    for file, told in by_file.items():
        if file:
            lines.append(words.say(language, "faults-in-file", {"file": file, "count": len(told)}))
        for fault in told:
            line, quote = sentence(words, language, fault), quoted(fault.spot)
            lines.append(f"  {line}" if file else line)
            lines.extend([f"        {quote}"] if quote else [])
    return tuple(lines)


def _place(spot: Spot | None) -> str:
    if spot is None or spot.line is None:
        return ""
    return f"{spot.line}:{spot.column}".removesuffix(":None")


def _plain(value: Value) -> str:
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _text(package: str, language: str) -> str:
    file = files(package).joinpath("words", f"{language}.ftl")
    return file.read_text("utf-8") if file.is_file() else ""
