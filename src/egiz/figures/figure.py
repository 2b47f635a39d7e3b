"""The only numbers a report may print, in one of four forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

import numpy as np

CURVE = tuple(float(p) for p in np.linspace(0.025, 0.975, 21))
"""Probabilities of `RangeFigure.curve`, evenly spaced."""


@dataclass(frozen=True, slots=True)
class RangeFigure:
    """A number in doubt."""

    key: str
    """Quantity in the ledger."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    at: tuple[str, ...]
    """One label an axis; empty where the quantity has none."""
    low: float
    """P10."""
    middle: float
    """P50."""
    high: float
    """P90."""
    mean: float
    """Mean of the draws."""
    curve: tuple[float, ...]
    """Quantiles at `CURVE`, for drawing."""
    form: ClassVar[Literal["range"]] = "range"


@dataclass(frozen=True, slots=True)
class ShareFigure:
    """A probability."""

    key: str
    """Quantity in the ledger."""
    unit: str
    """Always ``1``."""
    at: tuple[str, ...]
    """One label an axis; empty where the quantity has none."""
    share: float
    """Mean of the draws [0..1]."""
    error: float
    """Monte Carlo standard error of `share`."""
    band: tuple[float, float] | None
    """P10 and P90 of a probability that is itself in doubt; none where each draw says yes or no."""
    form: ClassVar[Literal["share"]] = "share"


@dataclass(frozen=True, slots=True)
class CountFigure:
    """A whole number in no doubt."""

    key: str
    """Quantity in the ledger."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    at: tuple[str, ...]
    """One label an axis; empty where the quantity has none."""
    count: int
    """The number."""
    form: ClassVar[Literal["count"]] = "count"


@dataclass(frozen=True, slots=True)
class ChoiceFigure:
    """One of named options."""

    key: str
    """Quantity in the ledger."""
    unit: str
    """Always ``1``."""
    at: tuple[str, ...]
    """One label an axis; empty where the quantity has none."""
    options: tuple[str, ...]
    """All options in their order."""
    shares: tuple[float, ...]
    """Share of the draws in which each is taken; they add up to 1."""
    form: ClassVar[Literal["choice"]] = "choice"

    @property
    def chosen(self) -> str:
        """The option taken most often; the first of equals."""
        return self.options[self.shares.index(max(self.shares))]

    @property
    def share(self) -> float:
        """Share of the draws in which `chosen` is taken."""
        return max(self.shares)


Figure: TypeAlias = RangeFigure | ShareFigure | CountFigure | ChoiceFigure
"""A number shown to a person."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with the figures behind it; the sentence lives in the word files."""

    key: str
    """Which finding: the word files hold ``finding-<kind>-<key>``."""
    verdict: str
    """Which of its sentences."""
    figures: Mapping[str, Figure]
    """Figures by the names the sentence uses."""
