"""Gathers every fault of a feed, so that all are told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from egiz.errors import Fault, InputError, Spot, Value

LONGEST = 80
"""A text from a feed is shown up to so many letters."""
MOST = 20
"""So many faults of one sort in one file are told each by itself; the others are counted."""

Mask = NDArray[np.bool_]
Lines = NDArray[np.int32]


@dataclass(slots=True)
class Slips:
    """The faults found so far, and what is worth a note."""

    feed: str
    """The feed as the user named it."""
    found: list[Fault] = field(default_factory=list)
    """In the order in which they were met."""
    notes: list[Fault] = field(default_factory=list)
    """What was done with things that need no mending."""
    counts: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """How many there are of each sort in each file and column."""

    def add(self, key: str, values: Mapping[str, Value], table: str = "", line: int | None = None) -> None:
        """Note a fault; beyond `MOST` of a sort it is only counted.

        Parameters
        ----------
        key
            Which fault.
        values
            What the sentence needs.
        table
            File in the feed; empty: the feed itself; its name: the feed is a single table.
        line
            Line of that file, counted from 1.
        """
        sort = (table, key, str(values.get("column", "")))
        self.counts[sort] = self.counts.get(sort, 0) + 1
        if self.counts[sort] <= MOST:
            spot = Spot(self._place(table), line) if table else None
            self.found.append(Fault(key, {name: _shown(value) for name, value in values.items()}, spot))

    def rows(
        self,
        key: str,
        wrong: Mask,
        table: str,
        lines: Callable[[], Lines],
        values: Callable[[int], Mapping[str, Value]],
    ) -> None:
        """Note a fault for every row of a table that is wrong.

        Parameters
        ----------
        key
            Which fault.
        wrong
            Marks of the rows, shape (rows,).
        table
            File in the feed.
        lines
            Gives the line of each row, shape (rows,); asked only where something is wrong.
        values
            What the sentence needs, by row.
        """
        if not wrong.any():
            return
        at, numbers = np.flatnonzero(wrong), lines()
        for row in at[:MOST].tolist():
            self.add(key, values(row), table, int(numbers[row]))
        if at.size > MOST:
            sort = (table, key, str(values(int(at[0])).get("column", "")))
            self.counts[sort] += at.size - MOST

    def note(self, key: str, values: Mapping[str, Value]) -> None:
        """Note something that a reader should know and need not mend."""
        self.notes.append(Fault(key, values))

    def check(self) -> None:
        """Raise `InputError` with every fault found so far, if there is one."""
        if not self.found:
            return
        more = [
            Fault("feed-more", {"count": count - MOST, "key": key}, Spot(self._place(table)))
            for (table, key, _), count in self.counts.items()
            if count > MOST
        ]
        raise InputError([*self.found, *more])

    def _place(self, table: str) -> str:
        return table if table == self.feed else f"{self.feed}/{table}"


def _shown(value: Value) -> Value:
    """A value as a terminal may show it: not too long, nothing that moves the cursor."""
    if not isinstance(value, str):
        return value
    plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in value[: LONGEST + 1])
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"
