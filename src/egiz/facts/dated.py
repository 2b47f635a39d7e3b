"""The facts as they were known on one day, brought to that day and to its money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from egiz.errors import Fault, InputError
from egiz.facts.projection import Known, Rule, carriage
from egiz.facts.row import Row, newest, weakened
from egiz.figures.assumption import Assumption

Place = tuple[str, str]
"""Name and scope."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What was known by a day."""

    as_of: date
    """The day."""
    price_year: int
    """Year of the money that every price is brought to."""
    known: Known
    """Rows known by then, by name and scope."""
    first: Mapping[Place, date]
    """First day on which each fact of the library was known."""
    own: frozenset[str]
    """Names from the tables of the package that this library was opened for."""
    prefix: str
    """What stands before the keys of those names."""
    rules: Mapping[str, Rule]
    """How names grow old."""

    def pick(self, name: str, scope: str = "") -> Assumption:
        """The fact as known that day.

        Raises
        ------
        InputError
            ``no-fact-yet`` where the first row is later, ``no-fact`` where there is none at all.
        """
        found = self.find(name, scope)
        if found is None:
            raise InputError([self._missing(name, scope)])
        return found

    def find(self, name: str, scope: str = "") -> Assumption | None:
        """The fact as known that day; none where nothing was known yet."""
        rows = self.known.get((name, scope))
        return self._assumption(newest(rows)) if rows else None

    def nearest(self, name: str, scopes: tuple[str, ...]) -> Assumption | None:
        """The fact of the first scope that has one, the nearest named first."""
        found = (self.find(name, scope) for scope in scopes)
        return next((assumption for assumption in found if assumption is not None), None)

    def printed(self, name: str, scopes: tuple[str, ...]) -> Assumption | None:
        """The fact as it was printed, in the money of its own year; of the first scope that has one."""
        for scope in scopes:
            rows = self.known.get((name, scope))
            if rows:
                row = newest(rows)
                own = self.price_year if row.dating.price_year is None else row.dating.price_year
                return replace(self, price_year=own)._assumption(row)
        return None

    def scopes(self, name: str) -> tuple[str, ...]:
        """Scopes for which the fact was known that day, sorted."""
        return tuple(sorted(scope for known, scope in self.known if known == name))

    def globals(self) -> tuple[Assumption, ...]:
        """Every fact without a scope that belongs to no package."""
        return tuple(self._assumption(newest(rows)) for rows in self._unscoped(own=False))

    def locals(self) -> Mapping[str, Assumption]:
        """Every fact without a scope of the package, by its name.

        Raises
        ------
        InputError
            One ``no-fact-yet`` for each that was not known that day.
        """
        unknown = [place for place in self.first if place[0] in self.own and place not in self.known]
        faults = [self._missing(name, scope) for name, scope in unknown if not scope]
        if faults:
            raise InputError(faults)
        rows = (newest(found) for found in self._unscoped(own=True))
        return {row.name: self._assumption(row) for row in rows}

    @property
    def projected(self) -> tuple[Assumption, ...]:
        """Every fact that an index carried to the day."""
        return tuple(fact for fact in self._all() if fact.dating.projected)

    @property
    def timeless(self) -> tuple[Assumption, ...]:
        """Every fact that obeys no date: structure, with its fitting period where it was fitted."""
        return tuple(fact for fact in self._all() if fact.dating.known_from is None)

    def _all(self) -> Iterator[Assumption]:
        return (self._assumption(newest(rows)) for rows in self.known.values())

    def _unscoped(self, *, own: bool) -> Iterator[tuple[Row, ...]]:
        found = (
            rows for (name, scope), rows in self.known.items() if not scope and (name in self.own) == own
        )
        return found

    def _assumption(self, row: Row) -> Assumption:
        """Bring a row, widened once if it is from memory, to the study's day and money."""
        carried = carriage(row, self.known, self.rules, self.as_of, self.price_year)
        distribution = row.doubt.grown(carried.growth).distribution()
        provenance = weakened(row.provenance, carried.rows)
        money = None if row.dating.price_year is None else self.price_year
        dating = replace(row.dating, price_year=money, projected=carried.index)
        return Assumption(self._key(row), row.unit, distribution, provenance, dating)

    def _key(self, row: Row) -> str:
        return f"{self.prefix}.{row.key}" if self.prefix and row.name in self.own else row.key

    def _missing(self, name: str, scope: str) -> Fault:
        first = self.first.get((name, scope))
        if first is None:
            return Fault("no-fact", {"name": name, "scope": scope})
        days = {"asof": self.as_of.isoformat(), "first": first.isoformat()}
        return Fault("no-fact-yet", {"name": name, "scope": scope, **days})
