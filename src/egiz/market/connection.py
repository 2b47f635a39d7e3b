"""What a timetable tells of a service of the pair, worked out above the market and handed down to it."""

from __future__ import annotations

from dataclasses import dataclass

from egiz.figures.assumption import Assumption, Dating, Provenance
from egiz.figures.distribution import Distribution, Empirical, Fixed

STEPS = (0.0, 0.1, 0.5, 0.9, 1.0)
"""Probabilities of the table of a range."""
TAIL = 0.25
"""Beyond P10 and P90 a range goes on as between them and its middle: a tenth after four tenths."""


@dataclass(frozen=True, slots=True)
class Known:
    """A number with its range."""

    low: float
    """P10."""
    middle: float
    """P50."""
    high: float
    """P90."""
    provenance: Provenance
    """Where it was read."""
    dating: Dating = Dating()
    """What time it is about."""

    def distribution(self) -> Distribution:
        """Its doubt: straight between P10, P50 and P90 and beyond."""
        if self.low == self.middle == self.high:
            return Fixed(self.middle)
        least = self.low - TAIL * (self.middle - self.low)
        most = self.high + TAIL * (self.high - self.middle)
        return Empirical(STEPS, (max(least, self.low / 2.0), self.low, self.middle, self.high, most))

    def assumption(self, key: str, unit: str) -> Assumption:
        """The same as an input of a sheet."""
        return Assumption(key, unit, self.distribution(), self.provenance, self.dating)


@dataclass(frozen=True, slots=True)
class Connection:
    """What the journeys of a week say of one service, mean of both directions."""

    service: str
    """Label of the service, such as ``train``."""
    ride_hours: Known
    """From the first departure to the last arrival [h]."""
    weekly_departures: Known
    """Departures a week that somebody takes [1/week]."""
    changes: Known
    """Changes on the way [1]."""
    chance_offered: Known
    """Part of the weeks looked at in which it runs [1]."""
    unevenness: float
    """Mean hours between wished and nearest departure, over those of as many even departures [1]."""

    def stated(self) -> dict[str, tuple[Known, str]]:
        """What stands in place of a fact: its name, the number and the unit."""
        return {
            "ride_hours": (self.ride_hours, "h"),
            "weekly_departures": (self.weekly_departures, "1/week"),
            "changes": (self.changes, "1"),
            "chance_offered": (self.chance_offered, "1"),
        }
