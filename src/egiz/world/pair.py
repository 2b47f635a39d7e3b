"""The two city-regions of an agreement, as every kind of proposal meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egiz.world.place import Airport, City


@dataclass(frozen=True, slots=True)
class Region:
    """A city with what surrounds it."""

    city: City
    """The city itself."""
    airport: Airport | None
    """The airport that serves it; none where there is none in reach."""
    access_km: float
    """Straight distance from the city to that airport [km]; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered pair of regions."""

    home: Region
    """The first named."""
    away: Region
    """The second named."""

    def __iter__(self) -> Iterator[Region]:
        """Home, then away."""
        return iter((self.home, self.away))
