"""Where a pair lies, and what that makes of the year."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from egiz.facts.dated import Dated
from egiz.figures.assumption import Given, Input, Provenance
from egiz.figures.part import Stack
from egiz.market.service import MONTHS
from egiz.world.pair import Pair

MIDDLE = Provenance("engine", "mean of both ends", "derived")


def season_inputs(pair: Pair) -> Mapping[str, Input]:
    """How far from the equator the pair lies, in degrees."""
    away = np.array([abs(_latitude(pair))])
    return {"pair_latitude": Given("pair_latitude", "1", (), away, MIDDLE)}


def season_stack(pair: Pair, facts: Dated) -> Mapping[str, Stack]:
    """Weights of the months, told of the north: half a year later where the pair lies in the south."""
    half = len(MONTHS) // 2 if _latitude(pair) < 0.0 else 0
    months = MONTHS[half:] + MONTHS[:half]
    return {"month_weight": Stack("month", tuple(facts.pick("month_weight", month) for month in months))}


def _latitude(pair: Pair) -> float:
    """Mean latitude of the ends, south below zero [degree]."""
    return (pair.home.city.latitude + pair.away.city.latitude) / 2.0
