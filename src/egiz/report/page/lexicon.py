"""Texts of a block of data: each stands there once, and is referred to by its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "str | int | None | Sequence[Json] | dict[str, Json]"
"""What a block may hold."""


@dataclass(slots=True)
class Lexicon:
    """Texts while a block is written."""

    places: dict[tuple[str, ...], int] = field(default_factory=dict)
    """Number of each text, by its words in every language; one word where all languages say the same."""

    def put(self, texts: Sequence[str]) -> int:
        """Keep a text in every language, in the order of the languages, and give its number."""
        said = tuple(texts)
        one = said[:1] if len(set(said)) == 1 else said
        return self.places.setdefault(one, len(self.places))

    def block(self) -> Json:
        """Give all texts by their numbers."""
        return [texts[0] if len(texts) == 1 else list(texts) for texts in self.places]
