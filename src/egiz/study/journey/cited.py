"""Which rows of the corridor a number of the market rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egiz.figures.assumption import Assumption, Dating, Provenance
from egiz.market.connection import Known
from egiz.study.journey.corridor import row_of
from egiz.study.journey.row import Rows

Rides = tuple[tuple[str, str, str], ...]
"""Trips of a journey: the mode and the ids of both stops."""
UNSURE = ("memory", "derived", "seen")
"""How sure a reading is, the least sure first."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Where the rows of some rides were read."""

    provenance: Provenance
    """Of the row of the longest ride, as unsure as the least sure of all; the note names every row."""
    dating: Dating
    """What time that row is about; known when the last of all was."""


def cited(known: Rows, name: str, rides: Rides) -> Cited:
    """Cite the rows of some rides.

    Parameters
    ----------
    known
        Facts of the corridor.
    name
        Fact that the rows state, such as ``service_hours``.
    rides
        Trips whose rows are cited, at least one.
    """
    scopes = tuple(dict.fromkeys(row_of(known, mode, (origin, end)) for mode, origin, end in rides))
    facts = [known.pick(name, scope) for scope in scopes]
    main = facts[scopes.index(max(scopes, key=lambda scope: known.pick("service_hours", scope).middle))]
    status = min((fact.provenance.status for fact in facts), key=UNSURE.index)
    locator, note = _place(main), ", ".join(f"{name}@{scope}" for scope in scopes)
    days = [fact.dating.known_from for fact in facts if fact.dating.known_from is not None]
    dating = Dating(main.dating.about, max(days, default=None))
    return Cited(Provenance(main.provenance.source, locator, status, note), dating)


def _place(fact: Assumption) -> str:
    """Where in its source a fact stands, else its own key."""
    return fact.provenance.locator or fact.key


def ranged(values: Sequence[float], source: Cited) -> Known:
    """Make a number with its range: the middle first, then others that it may be."""
    return Known(min(values), values[0], max(values), source.provenance, source.dating)
