"""One language of the word files. A word is parsed when it is first said: most are never asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fluent.runtime import FluentBundle, FluentResource

from egiz.errors import Value

START = re.compile(r"^(?=-?[a-zA-Z][\w-]*[ ]*=)", re.MULTILINE)
"""Where an entry begins; what follows it indented belongs to it."""
NAME = re.compile(r"(-?[a-zA-Z][\w-]*)[ ]*=[ ]*")
REFERENCE = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)\s*[}.(]")
"""An entry that another one is built from."""
REMARK = re.compile(r"^#.*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language, still as text, and the parser's store of those already said."""

    language: str
    """Its code."""
    entries: Mapping[str, str]
    """Fluent text of each word."""
    parsed: list[FluentBundle] = field(default_factory=list)
    """The parser, once a word needed it."""
    plain: dict[str, str] = field(default_factory=dict)
    """Words already said that ask for nothing."""

    @classmethod
    def of(cls, language: str, texts: Iterable[str]) -> Tongue:
        """Take Fluent texts apart; a word of a later text replaces that of an earlier one."""
        entries: dict[str, str] = {}
        for text in texts:
            entries.update(_entries(text))
        return cls(language, entries)

    @property
    def ids(self) -> frozenset[str]:
        """Words that it knows."""
        return frozenset(self.entries)

    def knows(self, identifier: str) -> bool:
        """Whether it has a word."""
        return identifier in self.entries

    def say(self, identifier: str, values: Mapping[str, Value]) -> str:
        """Say a word; `LookupError` where it is not known, or asks for a value that was not given."""
        plain = self.plain.get(identifier)
        if plain is not None:
            return plain
        entry = self.entries.get(identifier)
        if entry is None:
            raise LookupError(f"no word {identifier!r} in {self.language}")
        text = NAME.sub("", entry, count=1).strip()
        if "{" not in text and "\n" not in text:
            return self.plain.setdefault(identifier, text)
        bundle = self._bundle()
        self._parse(bundle, identifier)
        pattern = bundle.get_message(identifier).value if bundle.has_message(identifier) else None
        if pattern is None:
            raise LookupError(f"word {identifier!r} in {self.language} cannot be read")
        said, faults = bundle.format_pattern(pattern, dict(values))
        if faults:
            raise LookupError(f"word {identifier!r} in {self.language}: {faults[0]}")
        return str(said)

    def _bundle(self) -> FluentBundle:
        if not self.parsed:
            self.parsed.append(FluentBundle([self.language], use_isolating=False))
        return self.parsed[0]

    def _parse(self, bundle: FluentBundle, identifier: str) -> None:
        """Parse a word with all that it refers to."""
        entry = self.entries.get(identifier)
        if entry is None or bundle.has_message(identifier):
            return
        bundle.add_resource(FluentResource(entry))
        for found in REFERENCE.findall(entry):
            self._parse(bundle, found)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for part in START.split(REMARK.sub("", text)):
        named = NAME.match(part)
        if named:
            yield named[1], part
