"""What a number can be at all: bounds beyond which a formula makes no sense, whoever asks for it.

They stand in ``limits.csv`` and are no doubt about a fact: a speed is above zero, a chance at most one.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from egiz.errors import Fault
from egiz.figures.distribution import Distribution

ENDS = np.array([1e-6, 1.0 - 1e-6])
"""Quantiles that a run may come near."""


def beyond_limits(key: str, distribution: Distribution) -> Fault | None:
    """Tell whether an assumption leaves what its number can be.

    Parameters
    ----------
    key
        Its whole name, such as ``market.nest_scale@air``.
    distribution
        Its doubt.

    Returns
    -------
    Fault or None
        ``beyond-limits`` with `name`, `low`, `high`; none where all is well or the name has no limits.
    """
    name = key.partition("@")[0].rpartition(".")[2]
    if name not in limits():
        return None
    low, high = limits()[name]
    least, most = distribution.quantile(ENDS)
    if low <= least and most <= high:
        return None
    return Fault("beyond-limits", {"name": key, "low": low, "high": high})


@cache
def limits() -> Mapping[str, tuple[float, float]]:
    """Least and greatest number that makes sense, by the name of the fact."""
    text = files("egiz.facts").joinpath("limits.csv").read_text("utf-8")
    return {row["name"]: (float(row["low"]), float(row["high"])) for row in csv.DictReader(text.splitlines())}
