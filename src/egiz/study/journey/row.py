"""Fact rows of a corridor, each made ready once however often the corridor is laid out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Assumption


@dataclass(frozen=True, slots=True)
class Rows:
    """Facts as known on a day, which remember what was asked."""

    known: Dated
    """The facts."""
    _found: dict[tuple[str, str], Assumption | None] = field(default_factory=dict, init=False, repr=False)
    _scopes: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    @property
    def as_of(self) -> date:
        """The day."""
        return self.known.as_of

    def find(self, name: str, scope: str = "") -> Assumption | None:
        """The fact as known that day; none where nothing was known yet."""
        if (name, scope) not in self._found:
            self._found[name, scope] = self.known.find(name, scope)
        return self._found[name, scope]

    def pick(self, name: str, scope: str = "") -> Assumption:
        """The fact as known that day; raises `InputError` where there is none."""
        return self.find(name, scope) or self.known.pick(name, scope)

    def scopes(self, name: str) -> tuple[str, ...]:
        """Scopes for which the fact was known that day, sorted."""
        if name not in self._scopes:
            self._scopes[name] = self.known.scopes(name)
        return self._scopes[name]


def read_at(fact: Assumption, level: float) -> float:
    """Value of a fact at a level of its range, from 0 to 1."""
    return float(fact.distribution.quantile(np.array([level]))[0])
