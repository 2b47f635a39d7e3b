"""Inputs of a sheet: assumptions with their doubt and provenance, and arrays given by an engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

import numpy as np

from egiz.figures.distribution import Distribution
from egiz.figures.unit import Array

Status: TypeAlias = Literal["seen", "derived", "memory"]
"""Read in the source named; worked out from seen figures; unverified."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: one row of ``sources.csv``."""

    key: str
    """The short name that facts point to."""
    title: str
    """What was read."""
    publisher: str
    """Who published it."""
    year: str
    """When; empty where unknown."""
    link: str
    """Address, DOI or package name; empty where there is none."""
    licence: str
    """Terms of use of the source."""


@dataclass(frozen=True, slots=True)
class Dating:
    """What time a fact is about and from when it was known."""

    about: str = ""
    """Year, month or day it speaks of (``2017``, ``2017-06``), or a span (``2016/2019``)."""
    known_from: date | None = None
    """First day it could be known; none = timeless."""
    price_year: int | None = None
    """Year of the money in it; none where it holds no money."""
    projected: str = ""
    """Key of the index that carried it to the study's date; empty where none did."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an input comes from."""

    source: str
    """Key of a `Source`, or ``agreement`` / ``scenario`` / ``engine``."""
    locator: str = ""
    """Page, table, item or engine version."""
    status: Status = "seen"
    """How sure the reading is."""
    note: str = ""
    """What a reader should know."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A named input in doubt."""

    key: str
    """Its whole name, such as ``fuel_price`` or ``people@Astana``; seeds its stream."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    distribution: Distribution
    """Its doubt; a `memory` row is already widened."""
    provenance: Provenance
    """Where it was read."""
    dating: Dating = Dating()
    """What time it is about."""

    @property
    def middle(self) -> float:
        """Its P50: for engines and choices that take one number."""
        return float(self.distribution.quantile(np.array([0.5]))[0])


@dataclass(frozen=True, slots=True)
class Given:
    """An array worked out before the sheets by an engine or a reader."""

    key: str
    """Its whole name."""
    unit: str
    """A unit (`figures.unit.is_unit`)."""
    axes: tuple[str, ...]
    """Keys of the axes before the draws."""
    value: Array
    """Shape: the lengths of the axes, then 1 or the number of draws."""
    provenance: Provenance
    """Engine, version and design."""


Input: TypeAlias = Assumption | Given
"""What a sheet may be fed with."""
