"""One fact as its table states it: a range in doubt, what time it is about, and where it was read."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from egiz.errors import Spot
from egiz.figures.assumption import Dating, Provenance, Source, Status
from egiz.figures.distribution import (
    MEMORY_WIDENING,
    Discrete,
    Distribution,
    Empirical,
    Lognormal,
    Normal,
    Pert,
    Triangular,
    Uniform,
    distribution_of,
    widened,
)

Point = tuple[float, float]

SHARES = frozenset({"1", "pax/seat"})
"""Units of numbers that may be shares: one that lies between 0 and 1 stays there when it is widened."""

FIRMNESS: tuple[Status, ...] = ("seen", "derived", "memory")
"""From the firmest status to the weakest."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A factor in doubt, by which a fact is carried from one time to another."""

    low: float
    """Where the index is at its lower end."""
    mode: float
    """Most likely."""
    high: float
    """Where the index is at its upper end."""

    def __mul__(self, other: Growth) -> Growth:
        """One carriage after the other; their doubts are taken to be independent (root of squares)."""
        mode = self.mode * other.mode
        below = math.hypot(math.log(self.mode / self.low), math.log(other.mode / other.low))
        above = math.hypot(math.log(self.high / self.mode), math.log(other.high / other.mode))
        return Growth(mode * math.exp(-below), mode, mode * math.exp(above))


STILL = Growth(1.0, 1.0, 1.0)
"""No carriage at all."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The columns ``low``, ``mode``, ``high`` and ``shape`` of a row."""

    shape: str
    """One of `figures.distribution.SHAPES`."""
    low: float | None = None
    """Lower bound, or P10."""
    mode: float | None = None
    """Most likely value."""
    high: float | None = None
    """Upper bound, or P90."""
    points: tuple[Point, ...] = ()
    """``discrete``: value and weight; ``empirical``: probability and value."""

    def distribution(self) -> Distribution:
        """Make the distribution; raises `DistributionError` where the numbers do not fit the shape."""
        first, second = tuple(x for x, _ in self.points), tuple(y for _, y in self.points)
        if self.shape == "discrete":
            return Discrete(first, second)
        if self.shape == "empirical":
            return Empirical(first, second)
        return distribution_of(self.shape, self.low, self.mode, self.high)

    def grown(self, growth: Growth) -> Spread:
        """Carry the range by a factor and fold the factor's doubt into it.

        Half-widths are combined as the root of the sum of squares: of the logarithms where the range is
        positive, else of the numbers. A table of values is multiplied and keeps its form.
        """
        if growth == STILL:
            return self
        if self.points:
            return replace(self, points=self._points(growth.mode))
        low, middle, high = self.ends
        if low > 0.0:
            low, middle, high = _grown_ratio((low, middle, high), growth)
        else:
            low, middle, high = _grown_number((low, middle, high), growth)
        if self.shape == "fixed" and low == high:
            return replace(self, mode=middle)
        shape = "triangular" if self.shape == "fixed" else self.shape
        bare = self.mode is None
        return Spread(shape, low, None if bare else middle, high)

    @property
    def is_share(self) -> bool:
        """Whether all of it lies between 0 and 1."""
        if self.points:
            return False
        low, _, high = self.ends
        return low >= 0.0 and high <= 1.0

    def _points(self, factor: float) -> tuple[Point, ...]:
        if self.shape == "discrete":
            return tuple((value * factor, weight) for value, weight in self.points)
        return tuple((probability, value * factor) for probability, value in self.points)

    def remembered(self, upper: float) -> Spread:
        """Widen the range as one from memory (`figures.distribution.widened`), to no more than `upper`."""
        match widened(self.distribution(), MEMORY_WIDENING, upper=upper):
            case Discrete(first, second) | Empirical(first, second):
                return replace(self, points=tuple(zip(first, second, strict=True)))
            case Triangular(low, _, high) | Pert(low, _, high):
                return replace(self, low=low, high=high)
            case Uniform(low, high) | Normal(low, high) | Lognormal(low, high):
                return replace(self, low=low, high=high)
        return self

    @property
    def ends(self) -> tuple[float, float, float]:
        """Low, middle and high; the middle stands in for ends that are empty."""
        ends = [end for end in (self.low, self.high) if end is not None]
        middle = self.mode if self.mode is not None else self._middle(ends)
        return (
            middle if self.low is None else self.low,
            middle,
            middle if self.high is None else self.high,
        )

    def _middle(self, ends: list[float]) -> float:
        """Middle of the ends: of their logarithms where the shape is."""
        if self.shape == "lognormal":
            return math.sqrt(ends[0] * ends[-1])
        return (ends[0] + ends[-1]) / 2.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a fact table."""

    name: str
    """What it says."""
    scope: str
    """Of which region, aircraft, country ...; empty: of everything."""
    spread: Spread
    """Its range."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    dating: Dating
    """What time it is about, from when it was known."""
    provenance: Provenance
    """Source, locator, status and note."""
    source: Source
    """The source itself."""
    spot: Spot
    """File and line."""

    @property
    def key(self) -> str:
        """Name and scope as one word: ``people@Astana``."""
        return f"{self.name}@{self.scope}" if self.scope else self.name

    @property
    def status(self) -> Status:
        """How sure the reading is."""
        return self.provenance.status

    @property
    def doubt(self) -> Spread:
        """Its range, widened once if the row is from memory."""
        if self.status != "memory":
            return self.spread
        share = self.unit in SHARES and self.spread.is_share
        return self.spread.remembered(1.0 if share else math.inf)

    @property
    def where(self) -> str:
        """File and line, such as ``egiz/facts/people.csv:12``."""
        return f"{self.spot.file}:{self.spot.line}"

    def known_by(self, day: date) -> bool:
        """Whether it could be known on that day; a timeless row always could."""
        return self.dating.known_from is None or self.dating.known_from <= day


def span(about: str) -> tuple[date, date]:
    """First and last day of what a row is about; raises `ValueError` where it is no time.

    Forms: ``2017``, ``2017-06``, ``2017-06-30``, and two of them with a stroke between.
    """
    first, _, last = about.partition("/")
    return _day(first), _last_day(last or first)


def middle(about: str) -> date:
    """Day in the middle of what a row is about."""
    first, last = span(about)
    return first + (last - first) / 2


def newest(rows: Iterable[Row]) -> Row:
    """Row that speaks of the latest time; of several, the one published last."""
    return max(rows, key=_recency)


def weakened(own: Provenance, by: Iterable[Row]) -> Provenance:
    """Give a fact the weakest status of the rows it was worked out with, and name those that weaken it."""
    rows = tuple(by)
    weakest = max((own.status, *(row.status for row in rows)), key=FIRMNESS.index)
    if weakest == own.status:
        return own
    keys = ", ".join(dict.fromkeys(row.key for row in rows if row.status == weakest))
    note = f"{weakest} by {keys}"
    return replace(own, status=weakest, note=f"{own.note}; {note}" if own.note else note)


def _recency(row: Row) -> tuple[date, date]:
    about, known = row.dating.about, row.dating.known_from
    if known is None:
        return date.min, date.min
    return (span(about)[1] if about else known), known


def _day(text: str) -> date:
    return date.fromisoformat((text + "-01-01")[:10] if len(text) != len("2017-06") else text + "-01")


def _last_day(text: str) -> date:
    day = _day(text)
    if len(text) == len("2017"):
        return day.replace(month=12, day=31)
    if len(text) == len("2017-06"):
        following = day.replace(day=28) + timedelta(days=4)
        return following - timedelta(days=following.day)
    return day


def _grown_ratio(ends: tuple[float, float, float], growth: Growth) -> tuple[float, float, float]:
    low, middle, high = ends
    carried = Growth(low, middle, high) * growth
    return carried.low, carried.mode, carried.high


def _grown_number(ends: tuple[float, float, float], growth: Growth) -> tuple[float, float, float]:
    low, middle, high = ends
    factor = growth.mode
    size = abs(middle)
    below = math.hypot((middle - low) * factor, size * (factor - growth.low))
    above = math.hypot((high - middle) * factor, size * (growth.high - factor))
    return middle * factor - below, middle * factor, middle * factor + above
