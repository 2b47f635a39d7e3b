"""The library of facts: every shipped table, and those that a package brings."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from egiz.errors import Fault, InputError
from egiz.facts.dated import Dated, Place
from egiz.facts.projection import Rule
from egiz.facts.row import Row
from egiz.facts.table import read_rows, read_sources
from egiz.figures.assumption import Source

HOME = "egiz.facts"
"""Package of the tables that every study shares."""

APART = frozenset(
    {"correlations.csv", "sources.csv", "indices.csv", "limits.csv", "relief.csv", "roughness.csv"}
)
"""Files beside the fact tables that are none."""

OWN_TABLE = "assumptions.csv"
"""The table of a package."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Every fact that ships, with its sources."""

    rows: tuple[Row, ...]
    """In the order of the files and their lines."""
    sources: Mapping[str, Source]
    """By key."""
    rules: Mapping[str, Rule]
    """How names grow old."""
    own: frozenset[str] = field(default=frozenset())
    """Names that belong to the package added last."""
    prefix: str = ""
    """What stands before the keys of those names."""

    @classmethod
    def shipped(cls) -> Facts:
        """The tables that every study shares; raises `InputError` with every fault of a table."""
        return _shipped()

    def with_package(self, package: str, prefix: str = "") -> Facts:
        """The library with the table of a package.

        Parameters
        ----------
        package
            Import name of the package that holds ``assumptions.csv``; a ``sources.csv`` may stand beside it.
        prefix
            What stands before the keys of its facts, so that two items of one kind never share a stream.

        Raises
        ------
        InputError
            Every fault of the table.
        """
        rows, sources = _package(package)
        own = frozenset(row.name for row in rows)
        kept = tuple(row for row in self.rows if row.name not in own)
        return replace(self, rows=kept + rows, sources={**self.sources, **sources}, own=own, prefix=prefix)

    @property
    def edition(self) -> date:
        """The newest day that the shared tables know of: the date of a study that names none."""
        return max(row.dating.known_from for row in self.rows if row.dating.known_from is not None)

    def at(self, as_of: date, price_year: int | None = None) -> Dated:
        """The facts as they were known on a day.

        Parameters
        ----------
        as_of
            What was not known by then is not used.
        price_year
            Year of the money; none: the year of `as_of`.
        """
        known: dict[Place, list[Row]] = {}
        first: dict[Place, date] = {}
        for row in self.rows:
            place, since = (row.name, row.scope), row.dating.known_from or date.min
            first[place] = min(since, first.get(place, since))
            if since <= as_of:
                known.setdefault(place, []).append(row)
        rows = {place: tuple(found) for place, found in known.items()}
        return Dated(as_of, price_year or as_of.year, rows, first, self.own, self.prefix, self.rules)

    def listing(self, source: str | None = None, *, unverified: bool = False) -> tuple[Row, ...]:
        """Rows for a person to look through, sorted by name, scope and age.

        Parameters
        ----------
        source
            Only those read there.
        unverified
            Only those from memory.

        Raises
        ------
        InputError
            The source is unknown (``unknown-source``).
        """
        if source is not None and source not in self.sources:
            raise InputError.of("unknown-source", {"name": source, "nearest": ", ".join(self._like(source))})
        wanted = (
            row
            for row in self.rows
            if (source is None or row.source.key == source) and (not unverified or row.status == "memory")
        )
        return tuple(sorted(wanted, key=_order))

    def _like(self, source: str) -> list[str]:
        return get_close_matches(source, list(self.sources), 3, 0.3) or sorted(self.sources)[:3]


def _order(row: Row) -> tuple[str, str, str, str]:
    return row.name, row.scope, row.dating.about, row.where


@cache
def _shipped() -> Facts:
    home = files(HOME)
    sources = {source.key: source for source in _sources(home, HOME)}
    rules = _rules(home)
    tables = sorted((file for file in home.iterdir() if _is_table(file)), key=lambda file: file.name)
    return Facts(_rows(((file, HOME) for file in tables), sources, rules), sources, rules)


@cache
def _package(package: str) -> tuple[tuple[Row, ...], Mapping[str, Source]]:
    shipped = _shipped()
    home = files(package)
    sources = {source.key: source for source in _sources(home, package)}
    known = {**shipped.sources, **sources}
    return _rows([(home / OWN_TABLE, package)], known, shipped.rules), sources


def _is_table(file: Traversable) -> bool:
    return file.name.endswith(".csv") and file.name not in APART


def _rows(
    tables: Iterable[tuple[Traversable, str]], sources: Mapping[str, Source], rules: Mapping[str, Rule]
) -> tuple[Row, ...]:
    """Read tables; the faults of all of them are told at once."""
    rows: list[Row] = []
    faults: list[Fault] = []
    for file, package in tables:
        if not file.is_file():
            continue
        try:
            rows.extend(read_rows(_text(file), _name(file, package), sources, rules))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return tuple(rows)


def _sources(home: Traversable, package: str) -> tuple[Source, ...]:
    file = home / "sources.csv"
    return read_sources(_text(file), _name(file, package)) if file.is_file() else ()


def _rules(home: Traversable) -> Mapping[str, Rule]:
    """Read ``indices.csv``: which yearly rate a name follows."""
    rows = csv.DictReader(_text(home / "indices.csv").splitlines())
    return {row["name"]: Rule(row["index"], "level" if row["kind"] == "level" else "none") for row in rows}


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def _name(file: Traversable, package: str) -> str:
    return f"{package.replace('.', '/')}/{file.name}"
